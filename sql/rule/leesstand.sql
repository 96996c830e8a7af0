-- How far somebody has read. Invariant: it never moves back, is written at most once per five
-- seconds and reader, is no event, and is told to nobody else.

CREATE OR REPLACE FUNCTION rule.leesstand_zetten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stand jsonb;
    gevraagd bigint[] := '{}';
    tot bigint[] := '{}';
    o spr.onderwerp;
    b bigint;
BEGIN
    IF EXISTS (SELECT FROM spr.leesstand l
               WHERE l.persoon = c.persoon AND l.op > c.nu - interval '5 seconds') THEN
        RETURN rule.weiger(c, 'te_druk');
    END IF;
    FOR stand IN SELECT * FROM jsonb_array_elements(c.args -> 'standen') LOOP
        o := rule.onderwerp_vind(c, stand ->> 'onderwerp');
        b := (SELECT x.id FROM spr.bijdrage x
              WHERE x.onderwerp = o.id AND x.id = rule.getal(stand ->> 'bijdrage'));
        IF b IS NULL OR o.id = ANY (gevraagd) THEN
            RETURN rule.weiger(c, 'niet_gevonden');
        END IF;
        gevraagd := gevraagd || o.id;
        tot := tot || b;
    END LOOP;
    INSERT INTO spr.leesstand AS l (persoon, onderwerp, bijdrage, op)
    SELECT c.persoon, g.o, g.b, c.nu FROM unnest(gevraagd, tot) AS g (o, b)
    ON CONFLICT (persoon, onderwerp) DO UPDATE
    SET bijdrage = greatest(l.bijdrage, excluded.bijdrage), op = excluded.op;
    RETURN rule.antwoord(c, jsonb_build_object('standen', (
        SELECT jsonb_agg(jsonb_build_object('onderwerp', l.onderwerp::text,
            'bijdrage', l.bijdrage::text) ORDER BY l.onderwerp)
        FROM spr.leesstand l WHERE l.persoon = c.persoon AND l.onderwerp = ANY (gevraagd))));
END $$;
COMMENT ON FUNCTION rule.leesstand_zetten(rule.opdracht) IS 'leesstand.zetten.';
