-- What goes on to the overlegtafels. Invariant: only what was adopted is passed on; the answer is
-- recorded by who leads the tafel, who says when it was given; after the term no answer is an answer
-- too, and is called so.

CREATE OR REPLACE FUNCTION rule.beeld(o spr.overlegtafel) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', o.id::text, 'tafel', o.tafel::text,
        'naam', o.naam, 'band', o.band, 'sector', o.sector::text, 'contact', o.contact,
        'vervallenOp', rule.tijd(o.vervallen_op), 'op', rule.tijd(o.op)))
$$;
COMMENT ON FUNCTION rule.beeld(spr.overlegtafel) IS 'An overlegtafel on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(d spr.doorgeleiding) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', d.id::text, 'besluit', d.besluit::text,
        'overlegtafel', d.overlegtafel::text, 'naam', d.naam, 'vraag', d.vraag,
        'termijn', rule.tijd(d.termijn), 'status', d.status, 'toelichting', d.toelichting,
        'gehoudenOp', rule.tijd(d.gehouden_op), 'persoon', d.persoon::text,
        'op', rule.tijd(d.op), 'antwoordDoor', d.antwoord_door::text,
        'antwoordOp', rule.tijd(d.antwoord_op)))
$$;
COMMENT ON FUNCTION rule.beeld(spr.doorgeleiding) IS 'A doorgeleiding on the wire.';

CREATE OR REPLACE FUNCTION rule.overlegtafel_bezwaar(c rule.opdracht, o spr.overlegtafel)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    contact text := rule.schoon(c.args ->> 'contact');
BEGIN
    IF c.args ? 'overlegtafel' AND o.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF c.args ? 'sector' AND NOT EXISTS (SELECT FROM spr.sector s
            WHERE s.id = rule.getal(c.args ->> 'sector')) THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'naam'))
          OR (contact IS NOT NULL AND NOT rule.is_regel(contact)) THEN
        RETURN 'ongeldig';
    ELSIF o.id IS NULL AND (SELECT count(*) FROM spr.overlegtafel x
            WHERE x.tafel = c.tafel) >= 50 THEN
        RETURN 'te_groot';
    ELSIF EXISTS (SELECT FROM spr.overlegtafel x WHERE x.tafel = c.tafel
            AND x.id IS DISTINCT FROM o.id
            AND lower(x.naam) = lower(rule.schoon(c.args ->> 'naam'))) THEN
        RETURN 'bestaat_al';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.overlegtafel_bezwaar(rule.opdracht, spr.overlegtafel) IS
    'Why this overlegtafel cannot be recorded: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.overlegtafel_vastleggen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o spr.overlegtafel;
    bezwaar text;
    stroom text := 'tafel:' || c.tafel;
    weg timestamptz := CASE WHEN (c.args ->> 'vervallen')::boolean THEN c.nu END;
BEGIN
    SELECT * INTO o FROM spr.overlegtafel x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'overlegtafel');
    bezwaar := rule.overlegtafel_bezwaar(c, o);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF o.id IS NULL THEN
        INSERT INTO spr.overlegtafel (tafel, naam, band, sector, contact, persoon, op,
            vervallen_op)
        VALUES (c.tafel, rule.schoon(c.args ->> 'naam'), c.args ->> 'band',
            rule.getal(c.args ->> 'sector'), rule.schoon(c.args ->> 'contact'), c.persoon, c.nu,
            weg)
        RETURNING * INTO o;
    ELSE
        UPDATE spr.overlegtafel x
        SET naam = rule.schoon(c.args ->> 'naam'), band = c.args ->> 'band',
            sector = rule.getal(c.args ->> 'sector'),
            contact = rule.schoon(c.args ->> 'contact'), persoon = c.persoon, op = c.nu,
            vervallen_op = coalesce(CASE WHEN weg IS NOT NULL THEN x.vervallen_op END, weg)
        WHERE x.id = o.id RETURNING * INTO o;
    END IF;
    c := rule.boek(c, stroom, 'overlegtafel.vastgelegd', 'overlegtafel:' || o.id,
        jsonb_build_object('overlegtafels', jsonb_build_array(rule.beeld(o))));
    RETURN rule.geboekt(c, o.id, stroom);
END $$;
COMMENT ON FUNCTION rule.overlegtafel_vastleggen(rule.opdracht) IS
    'overlegtafel.vastleggen: an existing table, new or revised.';

CREATE OR REPLACE FUNCTION rule.doorgeleiding_bezwaar(c rule.opdracht, b spr.besluit,
    o spr.overlegtafel) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    vraag text := rule.schoon(c.args ->> 'vraag');
BEGIN
    IF b.id IS NULL OR o.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF b.uitkomst IS NULL OR b.uitkomst NOT IN ('aangenomen', 'verdeeld')
          OR o.vervallen_op IS NOT NULL THEN
        RETURN 'verkeerde_toestand';
    ELSIF EXISTS (SELECT FROM spr.doorgeleiding x
            WHERE x.besluit = b.id AND x.overlegtafel = o.id) THEN
        RETURN 'bestaat_al';
    ELSIF (vraag IS NOT NULL AND NOT rule.is_regel(vraag))
          OR NOT rule.termijn_geldig(rule.moment(c.args ->> 'termijn'), c.nu) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.doorgeleiding_bezwaar(rule.opdracht, spr.besluit, spr.overlegtafel) IS
    'Why this besluit cannot be passed on to this overlegtafel: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.doorgeleiding_boek(c rule.opdracht, d spr.doorgeleiding,
    soort text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stroom text := 'tafel:' || c.tafel;
BEGIN
    c := rule.boek(c, stroom, soort, 'besluit:' || d.besluit,
        jsonb_build_object('doorgeleidingen', jsonb_build_array(rule.beeld(d))));
    RETURN rule.geboekt(c, d.id, stroom);
END $$;
COMMENT ON FUNCTION rule.doorgeleiding_boek(rule.opdracht, spr.doorgeleiding, text) IS
    'Tell the tafel where a doorgeleiding stands.';

CREATE OR REPLACE FUNCTION rule.besluit_doorgeleiden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    o spr.overlegtafel;
    d spr.doorgeleiding;
    bezwaar text;
BEGIN
    SELECT * INTO o FROM spr.overlegtafel x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'overlegtafel');
    bezwaar := rule.doorgeleiding_bezwaar(c, b, o);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.doorgeleiding (tafel, besluit, overlegtafel, naam, vraag, termijn, persoon, op)
    VALUES (c.tafel, b.id, o.id, o.naam, rule.schoon(c.args ->> 'vraag'),
        rule.moment(c.args ->> 'termijn'), c.persoon, c.nu)
    RETURNING * INTO d;
    RETURN rule.doorgeleiding_boek(c, d, 'besluit.doorgeleid');
END $$;
COMMENT ON FUNCTION rule.besluit_doorgeleiden(rule.opdracht) IS
    'besluit.doorgeleiden: to an overlegtafel, with what is asked of it and by when.';

CREATE OR REPLACE FUNCTION rule.doorgeleiding_beantwoorden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d spr.doorgeleiding;
    wordt text := c.args ->> 'antwoord';
    waarom text := rule.schoon(c.args ->> 'toelichting');
    gehouden timestamptz := rule.moment(c.args ->> 'gehoudenOp');
BEGIN
    SELECT * INTO d FROM spr.doorgeleiding x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'doorgeleiding');
    IF d.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF d.status = wordt THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF waarom IS NOT NULL AND NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF wordt <> 'overgenomen' AND waarom IS NULL THEN
        RETURN rule.weiger(c, 'ongeldig', 'Schrijf op wat zij veranderden, of waarom zij het afwezen.',
            'Write down what they changed, or why they refused.');
    ELSIF c.args ? 'gehoudenOp' AND (gehouden IS NULL OR gehouden > c.nu) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Kies een moment dat al voorbij is.',
            'Choose a moment that has passed.');
    END IF;
    UPDATE spr.doorgeleiding x
    SET status = wordt, toelichting = waarom, gehouden_op = gehouden, antwoord_door = c.persoon,
        antwoord_op = c.nu
    WHERE x.id = d.id RETURNING * INTO d;
    RETURN rule.doorgeleiding_boek(c, d, 'doorgeleiding.beantwoord');
END $$;
COMMENT ON FUNCTION rule.doorgeleiding_beantwoorden(rule.opdracht) IS
    'doorgeleiding.beantwoorden: what the overlegtafel answered, also late, also corrected.';

CREATE OR REPLACE FUNCTION rule.tik_doorgeleidingen(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d spr.doorgeleiding;
BEGIN
    -- A tafel that is busy comes a second later; an answer that came meanwhile stands.
    FOR d IN
        SELECT x.* FROM spr.doorgeleiding x JOIN spr.tafel t ON t.id = x.tafel
        WHERE x.status = 'verstuurd' AND x.termijn <= tik_doorgeleidingen.nu
            AND t.status <> 'gearchiveerd'
        ORDER BY x.tafel, x.id LIMIT 50 FOR NO KEY UPDATE OF t SKIP LOCKED
    LOOP
        UPDATE spr.doorgeleiding x SET status = 'geen_antwoord'
        WHERE x.id = d.id AND x.status = 'verstuurd' RETURNING * INTO d;
        CONTINUE WHEN NOT FOUND;
        RETURN QUERY SELECT * FROM rule.boek_klok(d.tafel, 'doorgeleiding.verlopen',
            'besluit:' || d.besluit,
            jsonb_build_object('doorgeleidingen', jsonb_build_array(rule.beeld(d))), nu);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_doorgeleidingen(timestamptz) IS
    'What was not answered in time is called so.';
INSERT INTO rule.tik (naam, rang) VALUES ('doorgeleidingen', 55)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;
