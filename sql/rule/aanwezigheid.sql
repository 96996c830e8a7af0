-- Who comes, and who was there. Invariant: one row per person per meeting; people say for themselves
-- whether they will come, who was there is noted by those who lead the tafel.

CREATE OR REPLACE FUNCTION rule.beeld(a spr.aanwezigheid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', a.id::text,
        'bijeenkomst', a.bijeenkomst::text, 'persoon', a.persoon::text, 'naam', a.naam,
        'organisatie', a.organisatie::text, 'opkomst', a.opkomst, 'door', a.door::text,
        'op', rule.tijd(a.op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.aanwezigheid) IS 'A presence on the wire.';

CREATE OR REPLACE FUNCTION rule.opkomst_zetten(c rule.opdracht, bijeenkomst bigint, wie bigint,
    opkomst text) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nr bigint;
BEGIN
    INSERT INTO spr.aanwezigheid AS x (bijeenkomst, persoon, organisatie, opkomst, door, op)
    SELECT opkomst_zetten.bijeenkomst, wie, (
            SELECT d.organisatie FROM spr.zetel z JOIN spr.deelname d ON d.id = z.deelname
            WHERE z.tafel = c.tafel AND z.persoon = wie AND z.leest_tot IS NULL
            ORDER BY d.organisatie = c.organisatie DESC, z.id LIMIT 1),
        opkomst_zetten.opkomst, c.persoon, c.nu
    ON CONFLICT ON CONSTRAINT aanwezigheid_bijeenkomst_persoon_key DO UPDATE
    SET opkomst = excluded.opkomst, organisatie = excluded.organisatie, door = excluded.door,
        op = excluded.op
    RETURNING x.id INTO nr;
    RETURN nr;
END $$;
COMMENT ON FUNCTION rule.opkomst_zetten(rule.opdracht, bigint, bigint, text) IS
    'Keep whether somebody comes or was there, for the organisation of the seat.';

CREATE OR REPLACE FUNCTION rule.aanwezigheden_boek(c rule.opdracht, ids bigint[], soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stroom text := 'tafel:' || c.tafel;
BEGIN
    c := rule.boek(c, stroom, soort, 'aanwezigheid:' || ids[1],
        jsonb_build_object('aanwezigheden', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
            FROM spr.aanwezigheid a WHERE a.id = ANY (ids))));
    RETURN rule.geboekt(c, ids[1], stroom);
END $$;
COMMENT ON FUNCTION rule.aanwezigheden_boek(rule.opdracht, bigint[], text) IS
    'Tell the tafel who comes or was there.';

CREATE OR REPLACE FUNCTION rule.aanwezigheid_melden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status <> 'gepland' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    RETURN rule.aanwezigheden_boek(c, ARRAY[rule.opkomst_zetten(c, b.id, c.persoon,
        CASE WHEN (c.args ->> 'komt')::boolean THEN 'komt' ELSE 'komt_niet' END)],
        'aanwezigheid.gemeld');
END $$;
COMMENT ON FUNCTION rule.aanwezigheid_melden(rule.opdracht) IS
    'aanwezigheid.melden: for oneself, before the meeting opens.';

CREATE OR REPLACE FUNCTION rule.noteren_bezwaar(c rule.opdracht, b spr.bijeenkomst) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    personen jsonb := coalesce(c.args -> 'personen', '[]');
    gasten jsonb := coalesce(c.args -> 'gasten', '[]');
    weg jsonb := coalesce(c.args -> 'weg', '[]');
BEGIN
    IF b.id IS NULL OR EXISTS (SELECT FROM jsonb_array_elements(personen) p WHERE NOT EXISTS (
            SELECT FROM spr.zetel z WHERE z.tafel = c.tafel AND z.leest_tot IS NULL
                AND z.persoon = rule.getal(p ->> 'persoon')))
       OR EXISTS (SELECT FROM jsonb_array_elements(gasten) g WHERE g ? 'organisatie'
            AND NOT EXISTS (SELECT FROM spr.organisatie o
                WHERE o.id = rule.getal(g ->> 'organisatie')))
       OR EXISTS (SELECT FROM jsonb_array_elements_text(weg) w WHERE NOT EXISTS (
            SELECT FROM spr.aanwezigheid a WHERE a.bijeenkomst = b.id AND a.naam IS NOT NULL
                AND a.id = rule.getal(w))) THEN
        RETURN 'niet_gevonden';
    ELSIF b.status NOT IN ('geopend', 'geschorst', 'gesloten') THEN
        RETURN 'bijeenkomst_dicht';
    ELSIF EXISTS (SELECT FROM spr.verslag v
                  WHERE v.bijeenkomst = b.id AND v.status = 'vastgesteld') THEN
        RETURN 'verkeerde_toestand';
    ELSIF jsonb_array_length(personen) + jsonb_array_length(gasten) + jsonb_array_length(weg) = 0
          OR (SELECT count(*) <> count(DISTINCT p ->> 'persoon')
              FROM jsonb_array_elements(personen) p)
          OR EXISTS (SELECT FROM jsonb_array_elements(gasten) g
                     WHERE NOT rule.is_regel(rule.schoon(g ->> 'naam'))) THEN
        RETURN 'ongeldig';
    ELSIF jsonb_array_length(gasten) + (SELECT count(*) FROM spr.aanwezigheid a
              WHERE a.bijeenkomst = b.id AND a.naam IS NOT NULL) > 200 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.noteren_bezwaar(rule.opdracht, spr.bijeenkomst) IS
    'Why this presence cannot be noted: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.aanwezigheid_noteren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
    bezwaar text := rule.noteren_bezwaar(c, b);
    p jsonb;
    ids bigint[] := '{}';
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    FOR p IN SELECT * FROM jsonb_array_elements(c.args -> 'personen') LOOP
        ids := ids || rule.opkomst_zetten(c, b.id, rule.getal(p ->> 'persoon'),
            CASE WHEN (p ->> 'aanwezig')::boolean THEN 'aanwezig' ELSE 'afwezig' END);
    END LOOP;
    WITH gast AS (
        INSERT INTO spr.aanwezigheid (bijeenkomst, naam, organisatie, opkomst, door, op)
        SELECT b.id, rule.schoon(g ->> 'naam'), rule.getal(g ->> 'organisatie'), 'aanwezig',
            c.persoon, c.nu
        FROM jsonb_array_elements(c.args -> 'gasten') g
        RETURNING id)
    SELECT ids || coalesce(array_agg(gast.id), '{}') INTO ids FROM gast;
    WITH toch_niet AS (
        UPDATE spr.aanwezigheid x SET opkomst = 'afwezig', door = c.persoon, op = c.nu
        WHERE x.bijeenkomst = b.id AND x.id IN (SELECT rule.getal(w)
            FROM jsonb_array_elements_text(c.args -> 'weg') w)
        RETURNING id)
    SELECT ids || coalesce(array_agg(toch_niet.id), '{}') INTO ids FROM toch_niet;
    RETURN rule.aanwezigheden_boek(c, ids, 'aanwezigheid.genoteerd');
END $$;
COMMENT ON FUNCTION rule.aanwezigheid_noteren(rule.opdracht) IS
    'aanwezigheid.noteren: who is there, guests too, until the minutes are adopted.';
