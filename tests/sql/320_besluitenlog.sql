-- Who finds which besluit in the besluitenlog: every openbaarheid, every stand, every role. The
-- expectation is written by hand, from the policy, and shares nothing with the rule.
BEGIN;
\ir matrix_wereld.sql
SELECT * FROM no_plan();

-- Each openbaarheid in each stand; early is before two seats ended, late after.
CREATE TEMP TABLE ding (merk text PRIMARY KEY, tafel bigint, open text, stand text, id bigint);
CREATE FUNCTION pg_temp.leg(merk text, tafel bigint, open text, stand text, op timestamptz,
    keuze bigint DEFAULT NULL) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    b bigint;
BEGIN
    INSERT INTO spr.besluit (tafel, kenmerk, keuzevraag, soort, titel, tekst, persoon, op)
    VALUES (tafel, rule.kenmerk_geven('B', op), keuze, 'conclusie', merk, 'Merk ' || merk || ' x.',
        proef.n('persoon_vera'), op) RETURNING id INTO b;
    UPDATE spr.besluit SET openbaarheid = CASE WHEN open LIKE 'embargo%' THEN 'embargo' ELSE open END,
        embargo_tot = CASE open WHEN 'embargo_loopt' THEN rule.nu() + interval '1 hour'
            WHEN 'embargo_over' THEN rule.nu() END WHERE id = b;
    IF stand <> 'concept' THEN
        UPDATE spr.besluit SET status = 'conclusie_voorgelegd', voorgelegd_op = leg.op,
            termijn = CASE stand WHEN 'ligt_voor' THEN rule.nu() + interval '1 hour'
                WHEN 'verlopen' THEN rule.nu() END WHERE id = b;
    END IF;
    IF stand IN ('aangenomen', 'aangehouden') THEN
        UPDATE spr.besluit SET status = CASE stand WHEN 'aangenomen' THEN 'uitkomst' ELSE 'geagendeerd' END,
            uitkomst = stand, uitkomst_op = leg.op, uitkomst_reden = 'REDEN-' || merk WHERE id = b;
    END IF;
    INSERT INTO ding VALUES (merk, tafel, open, stand, b);
    RETURN b;
END $$;
CREATE TEMP TABLE plek AS SELECT 'gewoon' AS naam, id FROM proef.tafels WHERE status = 'open'
    UNION ALL SELECT 'geheim', id FROM proef.tafels WHERE status = 'opgeschort'
    UNION ALL SELECT 'publiek', id FROM proef.tafels WHERE status = 'gearchiveerd';
UPDATE spr.tafel SET openbaarheid = CASE (SELECT naam FROM plek WHERE plek.id = tafel.id)
    WHEN 'geheim' THEN 'vertrouwelijk' WHEN 'publiek' THEN 'openbaar' ELSE 'tafel' END;
SELECT count(pg_temp.leg(p.naam || '-' || o || '-' || s || '-' || w, p.id, o, s,
        rule.nu() - CASE w WHEN 'vroeg' THEN interval '2 hours' ELSE interval '30 minutes' END))
FROM plek p, unnest('{tafel,vertrouwelijk,embargo_loopt,embargo_over,openbaar}'::text[]) o,
    unnest('{concept,ligt_voor,verlopen,aangenomen,aangehouden}'::text[]) s,
    unnest('{vroeg,laat}'::text[]) w;

CREATE TEMP TABLE lezer AS SELECT naam, persoon FROM proef.wie UNION ALL SELECT 'bezoeker', NULL;
CREATE TEMP TABLE gezien AS
SELECT l.naam, r.* FROM lezer l, LATERAL rule.besluitenlog(l.persoon, '{}', rule.nu()) r;

-- By hand: what each may find, as a rule in words over the marks.
CREATE FUNCTION pg_temp.hoort(wie text, merk text) RETURNS boolean LANGUAGE sql AS $$
    SELECT CASE
        WHEN merk LIKE '%-concept-%' THEN false
        WHEN wie IN ('voorzitter', 'secretaris', 'vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar',
            'penvoerder', 'rapporteur', 'overkant', 'andere_sector', 'opgeschort') THEN true
        WHEN wie IN ('ingetrokken', 'uitgetreden') AND merk LIKE '%-vroeg' THEN true
        WHEN merk LIKE 'geheim-%' THEN false
        WHEN wie = 'analist' THEN merk ~ '-(tafel|embargo_over|openbaar)-(verlopen|aangenomen|aangehouden)-'
        ELSE merk ~ '-(embargo_over|openbaar)-(aangenomen|aangehouden)-' END $$;
SELECT is((SELECT count(*)::int FROM lezer), 26, 'everybody is asked');
SELECT is_empty($$ SELECT l.naam, d.merk FROM lezer l, ding d
    WHERE pg_temp.hoort(l.naam, d.merk)
        AND NOT EXISTS (SELECT FROM gezien g WHERE g.naam = l.naam AND g.besluit = d.id) $$,
    'everybody finds what they may');
SELECT is_empty($$ SELECT l.naam, d.merk FROM lezer l, ding d
    WHERE NOT pg_temp.hoort(l.naam, d.merk)
        AND EXISTS (SELECT FROM gezien g WHERE g.naam = l.naam AND g.besluit = d.id) $$,
    'and nothing else');
SELECT is_empty($$ SELECT l.naam, d.merk FROM lezer l, ding d
    WHERE rule.mag_besluit(l.persoon, d.id, rule.nu()) IS DISTINCT FROM pg_temp.hoort(l.naam, d.merk) $$,
    'one by one the answer is the same');
SELECT * FROM finish();
ROLLBACK;
