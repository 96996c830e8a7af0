-- The agenda: set as a whole with its meeting, taken up item by item. Invariant: one item is at hand
-- at most; an item that was at hand never leaves the agenda.

CREATE OR REPLACE FUNCTION rule.beeld(a spr.agendapunt) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', a.id::text,
        'bijeenkomst', a.bijeenkomst::text, 'nummer', a.nummer, 'soort', a.soort,
        'titel', a.titel, 'toelichting', a.toelichting, 'minuten', a.minuten,
        'keuzevraag', a.keuzevraag::text, 'besluit', a.besluit::text, 'status', a.status,
        'uitkomst', a.uitkomst, 'begonnenOp', rule.tijd(a.begonnen_op),
        'afgerondOp', rule.tijd(a.afgerond_op), 'afgerondDoor', a.afgerond_door::text));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.agendapunt) IS 'An agendapunt on the wire.';

CREATE OR REPLACE FUNCTION rule.agenda_regel_bezwaar(c rule.opdracht, b spr.bijeenkomst, r jsonb)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    uitleg text := rule.schoon(r ->> 'toelichting');
BEGIN
    IF (r ? 'agendapunt' AND NOT EXISTS (SELECT FROM spr.agendapunt a
            WHERE a.bijeenkomst = b.id AND a.id = rule.getal(r ->> 'agendapunt')
                AND a.status <> 'vervallen'))
       OR (r ? 'keuzevraag' AND NOT EXISTS (SELECT FROM spr.keuzevraag k
            WHERE k.tafel = c.tafel AND k.id = rule.getal(r ->> 'keuzevraag')))
       -- A draft does not show itself to the tafel by way of the agenda.
       OR (r ? 'besluit' AND NOT EXISTS (SELECT FROM spr.besluit x WHERE x.tafel = c.tafel
            AND x.id = rule.getal(r ->> 'besluit') AND x.voorgelegd_op IS NOT NULL)) THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.is_regel(rule.schoon(r ->> 'titel'))
          OR (uitleg IS NOT NULL AND NOT rule.is_regel(uitleg)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.agenda_regel_bezwaar(rule.opdracht, spr.bijeenkomst, jsonb) IS
    'Why this line cannot stand on the agenda: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.agenda_bezwaar(c rule.opdracht, b spr.bijeenkomst) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    r jsonb;
    bezwaar text;
    genoemd bigint[] := ARRAY(SELECT rule.getal(e ->> 'agendapunt')
        FROM jsonb_array_elements(c.args -> 'agenda') e WHERE e ? 'agendapunt');
BEGIN
    FOR r IN SELECT * FROM jsonb_array_elements(c.args -> 'agenda') LOOP
        bezwaar := rule.agenda_regel_bezwaar(c, b, r);
        IF bezwaar IS NOT NULL THEN
            RETURN bezwaar;
        END IF;
    END LOOP;
    IF cardinality(genoemd) <> (SELECT count(DISTINCT g) FROM unnest(genoemd) g) THEN
        RETURN 'ongeldig';
    ELSIF EXISTS (SELECT FROM spr.agendapunt a WHERE a.bijeenkomst = b.id
                  AND a.status NOT IN ('open', 'vervallen') AND NOT a.id = ANY (genoemd)) THEN
        RETURN 'agendapunt_behandeld';
    ELSIF jsonb_array_length(c.args -> 'agenda') - cardinality(genoemd)
          + (SELECT count(*) FROM spr.agendapunt a WHERE a.bijeenkomst = b.id) > 500
          AND jsonb_array_length(c.args -> 'agenda') > cardinality(genoemd) THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.agenda_bezwaar(rule.opdracht, spr.bijeenkomst) IS
    'Why this agenda cannot be set: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.agendapunt_bewaren(c rule.opdracht, b spr.bijeenkomst, r jsonb,
    nr int) RETURNS spr.agendapunt
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    a spr.agendapunt;
BEGIN
    SELECT * INTO a FROM spr.agendapunt x WHERE x.id = rule.getal(r ->> 'agendapunt');
    a.nummer := nr;
    -- Of an item that was at hand only its place may still change.
    IF a.id IS NULL OR a.status = 'open' THEN
        a.soort := r ->> 'soort';
        a.titel := rule.schoon(r ->> 'titel');
        a.toelichting := rule.schoon(r ->> 'toelichting');
        a.minuten := (r ->> 'minuten')::int;
        a.keuzevraag := rule.getal(r ->> 'keuzevraag');
        a.besluit := rule.getal(r ->> 'besluit');
    END IF;
    IF a.id IS NULL THEN
        INSERT INTO spr.agendapunt (tafel, bijeenkomst, nummer, soort, titel, toelichting, minuten,
            keuzevraag, besluit)
        VALUES (c.tafel, b.id, a.nummer, a.soort, a.titel, a.toelichting, a.minuten, a.keuzevraag,
            a.besluit)
        RETURNING * INTO a;
    ELSE
        UPDATE spr.agendapunt x
        SET nummer = a.nummer, soort = a.soort, titel = a.titel, toelichting = a.toelichting,
            minuten = a.minuten, keuzevraag = a.keuzevraag, besluit = a.besluit
        WHERE x.id = a.id AND x IS DISTINCT FROM a;
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
    END IF;
    RETURN a;
END $$;
COMMENT ON FUNCTION rule.agendapunt_bewaren(rule.opdracht, spr.bijeenkomst, jsonb, int) IS
    'Keep one line of the agenda; NULL when it was so already.';

CREATE OR REPLACE FUNCTION rule.agenda_bewaren(c rule.opdracht, b spr.bijeenkomst)
RETURNS jsonb[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    genoemd bigint[] := ARRAY(SELECT rule.getal(e ->> 'agendapunt')
        FROM jsonb_array_elements(c.args -> 'agenda') e WHERE e ? 'agendapunt');
    a spr.agendapunt;
    rijen jsonb[] := '{}';
    r record;
BEGIN
    FOR a IN UPDATE spr.agendapunt x SET status = 'vervallen', toelichting = NULL
             WHERE x.bijeenkomst = b.id AND x.status = 'open' AND NOT x.id = ANY (genoemd)
             RETURNING x.* LOOP
        rijen := rijen || rule.beeld(a);
    END LOOP;
    FOR r IN SELECT e.regel, e.nr::int AS nr
             FROM jsonb_array_elements(c.args -> 'agenda') WITH ORDINALITY AS e (regel, nr) LOOP
        a := rule.agendapunt_bewaren(c, b, r.regel, r.nr);
        IF a.id IS NOT NULL THEN
            rijen := rijen || rule.beeld(a);
        END IF;
    END LOOP;
    RETURN ARRAY(SELECT x FROM unnest(rijen) x ORDER BY (x ->> 'id')::bigint);
END $$;
COMMENT ON FUNCTION rule.agenda_bewaren(rule.opdracht, spr.bijeenkomst) IS
    'Put this agenda in the place of the old one; the lines that changed, for the event.';

CREATE OR REPLACE FUNCTION rule.agendapunt_vind(c rule.opdracht, OUT a spr.agendapunt,
    OUT b spr.bijeenkomst)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    SELECT * INTO a FROM spr.agendapunt x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'agendapunt');
    SELECT * INTO b FROM spr.bijeenkomst x WHERE x.id = a.bijeenkomst;
END $$;
COMMENT ON FUNCTION rule.agendapunt_vind(rule.opdracht) IS
    'The agendapunt a command names, with its meeting; NULLs when there is none.';

CREATE OR REPLACE FUNCTION rule.agendapunten_boek(c rule.opdracht, ids bigint[], soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'agendapunt:' || ids[1],
        jsonb_build_object('agendapunten', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
            FROM spr.agendapunt a WHERE a.id = ANY (ids))));
END $$;
COMMENT ON FUNCTION rule.agendapunten_boek(rule.opdracht, bigint[], text) IS
    'Tell the tafel where these items stand; the first is what it is about.';

CREATE OR REPLACE FUNCTION rule.agendapunt_behandelen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    hier record := rule.agendapunt_vind(c);
    vorige bigint;
BEGIN
    IF (hier.a).id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF (hier.b).status <> 'geopend' THEN
        RETURN rule.weiger(c, 'bijeenkomst_dicht');
    ELSIF (hier.a).status IN ('aan_de_orde', 'vervallen') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.agendapunt x
    SET status = 'behandeld', afgerond_op = c.nu, afgerond_door = c.persoon
    WHERE x.bijeenkomst = (hier.b).id AND x.status = 'aan_de_orde' RETURNING x.id INTO vorige;
    UPDATE spr.agendapunt x
    SET status = 'aan_de_orde', begonnen_op = coalesce(x.begonnen_op, c.nu), afgerond_op = NULL,
        afgerond_door = NULL
    WHERE x.id = (hier.a).id;
    c := rule.agendapunten_boek(c, ARRAY[(hier.a).id, vorige], 'agendapunt.aan-de-orde');
    RETURN rule.geboekt(c, (hier.a).id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.agendapunt_behandelen(rule.opdracht) IS
    'agendapunt.behandelen: the item at hand before it is then dealt with.';

CREATE OR REPLACE FUNCTION rule.agendapunt_afronden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    hier record := rule.agendapunt_vind(c);
    wat text := rule.schoon(c.args ->> 'uitkomst');
BEGIN
    IF (hier.a).id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF (hier.b).status <> 'geopend' THEN
        RETURN rule.weiger(c, 'bijeenkomst_dicht');
    ELSIF (hier.a).status = 'vervallen' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF wat IS NOT NULL AND NOT rule.is_regel(wat) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    -- Once more for an item that was finished: the line is put right while all are there to see it.
    UPDATE spr.agendapunt x
    SET status = c.args ->> 'status', uitkomst = wat, afgerond_op = c.nu, afgerond_door = c.persoon
    WHERE x.id = (hier.a).id;
    c := rule.agendapunten_boek(c, ARRAY[(hier.a).id], 'agendapunt.afgerond');
    RETURN rule.geboekt(c, (hier.a).id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.agendapunt_afronden(rule.opdracht) IS
    'agendapunt.afronden: dealt with or held over, with a line for the besluitenlijst.';

CREATE OR REPLACE FUNCTION rule.agenda_sluiten(c rule.opdracht, bijeenkomst bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    a bigint;
BEGIN
    -- One by one: all together need not fit in one frame.
    FOR a IN SELECT x.id FROM spr.agendapunt x WHERE x.bijeenkomst = agenda_sluiten.bijeenkomst
             AND x.status IN ('open', 'aan_de_orde') ORDER BY x.nummer LOOP
        UPDATE spr.agendapunt x
        SET status = CASE x.status WHEN 'open' THEN 'aangehouden' ELSE 'behandeld' END,
            afgerond_op = c.nu, afgerond_door = c.persoon
        WHERE x.id = a;
        c := rule.agendapunten_boek(c, ARRAY[a], 'agendapunt.afgerond');
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.agenda_sluiten(rule.opdracht, bigint) IS
    'At the close the item at hand is dealt with, and what was not reached is held over.';
