-- The short way to ask whether the author of a command may read a stream never says more than the
-- policy does: every person, every capacity, every tafel, every stream of the fixture world.
BEGIN;
SELECT plan(3);

CREATE TEMP TABLE vraag AS
SELECT p.id AS persoon, o.organisatie, t.id AS tafel, t.status, s.naam AS stroom,
    rule.rollen_hier(p.id, o.organisatie, t.id, rule.nu()) AS rollen
FROM spr.persoon p
CROSS JOIN LATERAL (SELECT NULL::bigint AS organisatie UNION ALL
    SELECT v.organisatie FROM spr.vertegenwoordiging v WHERE v.persoon = p.id) o
CROSS JOIN spr.tafel t
CROSS JOIN (SELECT naam FROM spr.stroom UNION SELECT 'vooroverleg:1-werkgevers'
    UNION SELECT 'voorzitterskamer:1' UNION SELECT 'kamer:2' UNION SELECT 'tafel:999') s;

CREATE FUNCTION pg_temp.kort(v vraag) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    c rule.opdracht;
BEGIN
    c.persoon := v.persoon;
    c.organisatie := v.organisatie;
    c.tafel := v.tafel;
    c.status := v.status;
    c.rollen := v.rollen;
    c.plenair := ARRAY(SELECT k FROM rule.plenair(c.rollen, c.status) k);
    c.nu := rule.nu();
    RETURN rule.mag_lezen(c, v.stroom);
END $$;

SELECT cmp_ok((SELECT count(*) FROM vraag), '>', 1000::bigint, 'a thousand questions and more');
SELECT is((SELECT count(*) FROM vraag v
    WHERE pg_temp.kort(v) AND NOT rule.mag_stroom(v.persoon, v.organisatie, v.stroom, 'lezen', rule.nu())),
    0::bigint, 'never more than the policy');
SELECT is((SELECT count(*) FROM vraag v
    WHERE NOT pg_temp.kort(v) AND rule.mag_stroom(v.persoon, v.organisatie, v.stroom, 'lezen', rule.nu())),
    0::bigint, 'nor less');

SELECT * FROM finish();
ROLLBACK;
