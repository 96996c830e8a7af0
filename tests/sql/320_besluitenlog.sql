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
CREATE FUNCTION pg_temp.mag(wie bigint, besluit bigint, moment timestamptz) RETURNS boolean LANGUAGE sql AS $$
    SELECT rule.besluit_zicht(rule.log_lezer(wie, moment), b, t, moment) IS NOT NULL
    FROM spr.besluit b JOIN spr.tafel t ON t.id = b.tafel WHERE b.id = besluit $$;
CREATE FUNCTION pg_temp.hoort(wie text, merk text) RETURNS boolean LANGUAGE sql AS $$
    SELECT CASE
        WHEN merk LIKE '%-concept-%' THEN false
        WHEN wie IN ('voorzitter', 'secretaris', 'vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar',
            'penvoerder', 'rapporteur', 'overkant', 'andere_sector', 'opgeschort') THEN true
        -- Before it has an outcome its text may change after they left.
        WHEN wie IN ('ingetrokken', 'uitgetreden') AND merk LIKE '%-vroeg' AND merk !~ '-(ligt_voor|verlopen)-' THEN true
        WHEN merk LIKE 'geheim-%' THEN false
        WHEN wie IN ('analist', 'analist_hier') THEN merk ~ '-(tafel|embargo_over|openbaar)-(verlopen|aangenomen|aangehouden)-'
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
    WHERE pg_temp.mag(l.persoon, d.id, rule.nu()) IS DISTINCT FROM pg_temp.hoort(l.naam, d.merk) $$,
    'one by one the answer is the same');

-- What an API reply carries, as bytes: no draft, no text under embargo, no reason, no person.
CREATE FUNCTION pg_temp.vraag(wie text, verzoek text) RETURNS text LANGUAGE sql AS $$
    SELECT string_agg(bytes, '') FROM api.besluit_log(proef.sessie('m-' || wie), verzoek) $$;
SELECT is_empty($$ SELECT w, m.m FROM unnest('{analist,niemand,beheerder,auditor,toehoorder}'::text[]) w,
    LATERAL (SELECT pg_temp.vraag(w, '{"hoogstens": 100, "tellingen": true}')) a (al),
    (SELECT merk AS m FROM ding WHERE merk ~ 'geheim|vertrouwelijk|embargo_loopt|concept|ligt_voor'
     UNION ALL SELECT 'Vera' UNION ALL SELECT '"persoon"') m WHERE position(m.m IN a.al) > 0 $$,
    'no mark of what is closed is in any reply');
SELECT is_empty($$ SELECT w FROM unnest('{niemand,beheerder,auditor,toehoorder}'::text[]) w
    WHERE position('REDEN-' IN pg_temp.vraag(w, '{"hoogstens": 100}')) > 0 $$,
    'the reason is not for everybody');
SELECT matches(pg_temp.vraag('analist', '{"hoogstens": 100}'), 'REDEN-gewoon-tafel-aangenomen',
    'but it is for the analist');
SELECT is_empty($$ SELECT d.merk FROM ding d WHERE NOT pg_temp.hoort('analist', d.merk)
    AND pg_temp.vraag('analist', '{"besluit": "' || d.id || '"}') <> '{"regels": []}' $$,
    'asking for one by its number shows no more');
SELECT is_empty($$ SELECT d.merk FROM ding d WHERE NOT pg_temp.hoort('niemand', d.merk)
    AND pg_temp.vraag('niemand', '{"zoek": "Merk ' || d.merk || '"}') LIKE '%' || d.merk || '%' $$,
    'nor does searching for its words');

-- The embargo opens at its moment, to the microsecond, whether the clock ticked or not.
SELECT set_eq($$ SELECT pg_temp.mag(l.persoon, d.id, d.tot - interval '1 microsecond')
    FROM (SELECT persoon FROM lezer WHERE naam IN ('analist', 'bezoeker')) l, (SELECT x.id, b.embargo_tot AS tot
        FROM ding x JOIN spr.besluit b USING (id) WHERE x.merk = 'gewoon-embargo_loopt-aangenomen-laat') d $$,
    ARRAY[false], 'a moment before it ends an embargo holds');
SELECT set_eq($$ SELECT pg_temp.mag(l.persoon, d.id, d.tot)
    FROM (SELECT persoon FROM lezer WHERE naam IN ('analist', 'bezoeker')) l, (SELECT x.id, b.embargo_tot AS tot
        FROM ding x JOIN spr.besluit b USING (id) WHERE x.merk = 'gewoon-embargo_loopt-aangenomen-laat') d $$,
    ARRAY[true], 'and at that moment it is open');

-- Pages meet without a gap, in both directions.
CREATE FUNCTION pg_temp.bladeren(wie text, op_af boolean) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    a jsonb := '{}';
    v jsonb := jsonb_build_object('hoogstens', 7) || CASE WHEN op_af THEN '{"oplopend": true}'::jsonb ELSE '{}' END;
BEGIN
    LOOP
        a := pg_temp.vraag(wie, v::text)::jsonb;
        RETURN QUERY SELECT r ->> 'besluit' FROM jsonb_array_elements(a -> 'regels') r;
        EXIT WHEN NOT a ? 'na';
        v := v || jsonb_build_object('na', a -> 'na');
    END LOOP;
END $$;
SELECT results_eq($$ SELECT * FROM pg_temp.bladeren('analist', false) $$,
    $$ SELECT besluit::text FROM gezien WHERE naam = 'analist' ORDER BY op DESC, gezien.besluit DESC $$, 'newest first');
SELECT results_eq($$ SELECT * FROM pg_temp.bladeren('analist', true) $$,
    $$ SELECT besluit::text FROM gezien WHERE naam = 'analist' ORDER BY op, gezien.besluit $$, 'oldest first');
SELECT matches(pg_temp.vraag('analist', '{"na": "nergens_3"}'), 'ongeldig', 'a place that is none is refused');

-- Filters.
SELECT is((SELECT count(*)::int FROM rule.besluitenlog((SELECT persoon FROM lezer WHERE naam = 'analist'), f.f::jsonb,
    rule.nu())), f.n, f.f) FROM (VALUES
    ('{"uitkomst": "aangenomen"}', 12), ('{"vast": "alle"}', 24), ('{"vast": "termijn_verlopen"}', 12),
    ('{"vast": "aangehouden"}', 12), ('{"openbaar": true}', 16), ('{"soort": "afspraak"}', 0),
    ('{"soort": "conclusie", "periode": "dit_jaar"}', 36), ('{"periode": "vorig_jaar"}', 0),
    ('{"van": "2026-02-03T12:00:00.000000Z"}', 18), ('{"tot": "2026-02-03T12:00:00.000000Z"}', 18),
    ('{"zoek": "merken"}', 36), ('{"zoek": "onvindbaar"}', 0)) f (f, n);

-- What parties said: counted, and never one voice outside; under chatham no name.
CREATE TEMP TABLE zaak AS WITH v AS (
    INSERT INTO spr.keuzevraag (tafel, nummer, vraag, persoon, op)
    SELECT id, 1, 'Hoe?', proef.n('persoon_vera'), rule.nu() - interval '3 hours' FROM plek WHERE naam = 'gewoon'
    RETURNING id, tafel),
    o AS (INSERT INTO spr.optie (keuzevraag, nummer, titel) SELECT id, 1, 'Een poule' FROM v RETURNING id)
    SELECT v.id AS vraag, v.tafel, o.id AS optie FROM v, o;
INSERT INTO spr.standpunt (keuzevraag, organisatie, waarde, tekst, persoon, via, op)
SELECT z.vraag, o.id, CASE o.code WHEN 'A' THEN 'akkoord' ELSE 'niet_akkoord' END, 'STANDPUNT-' || o.code,
    proef.n('persoon_vera'), 'platform', rule.nu() - interval '3 hours'
FROM zaak z, proef.org o WHERE o.code IN ('A', 'B', 'E');
CREATE TEMP TABLE kijk AS SELECT pg_temp.leg('zaak-openbaar', tafel, 'openbaar', 'aangenomen',
    rule.nu() - interval '10 minutes', vraag) AS id FROM zaak;
INSERT INTO spr.ondertekening (tafel, besluit, organisatie, persoon, via, op)
SELECT z.tafel, k.id, o.id, proef.n('persoon_vera'), 'platform', rule.nu()
FROM zaak z, kijk k, proef.org o WHERE o.code = 'A';
CREATE FUNCTION pg_temp.zaak(wie text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT pg_temp.vraag(wie, '{"besluit": "' || id || '"}')::jsonb #> '{regels,0}' FROM kijk $$;
SELECT is(pg_temp.zaak('analist') #> '{standpunten,0,tellen}',
    '[{"naam": "akkoord", "aantal": 1}, {"naam": "niet_akkoord", "aantal": 1}]', 'two parties of one side are counted');
SELECT is(pg_temp.zaak('analist') #> '{standpunten,1,tellen}', '[]', 'one party alone is not');
SELECT is(pg_temp.zaak('analist') #>> '{standpunten,1,teKlein}', 'true', 'and that is said');
SELECT is(pg_temp.zaak('voorzitter') #>> '{standpunten,1,tellen,0,naam}', 'niet_akkoord', 'at the tafel it is known');
SELECT is(pg_temp.zaak('niemand') -> 'standpunten', '[]', 'everybody else reads no standpunten');
SELECT doesnt_match(pg_temp.zaak('analist')::text || pg_temp.zaak('niemand')::text, 'STANDPUNT-', 'nor their words');
SELECT is(jsonb_array_length(pg_temp.zaak('niemand') -> 'ondertekeningen'), 1, 'a signature is public');
CREATE FUNCTION pg_temp.van(wie text, code text) RETURNS int LANGUAGE sql AS $$
    SELECT count(*)::int FROM rule.besluitenlog((SELECT persoon FROM lezer WHERE naam = wie),
        jsonb_build_object('organisatie', (SELECT id::text FROM proef.org o WHERE o.code = van.code)), rule.nu()) $$;
SELECT is(ARRAY[pg_temp.van('analist', 'A'), pg_temp.van('analist', 'B'), pg_temp.van('bezoeker', 'A'),
    pg_temp.van('bezoeker', 'B')], ARRAY[1, 1, 1, 0], 'a visitor finds no party by its standpunt');
UPDATE spr.tafel SET toeschrijving = 'chatham' WHERE id = (SELECT tafel FROM zaak);
SELECT is(pg_temp.zaak('analist') -> 'ondertekeningen', '[]', 'under chatham no party is named outside');
SELECT is(pg_temp.van('analist', 'A'), 0, 'nor found by asking');
SELECT is(jsonb_array_length(pg_temp.zaak('overkant') -> 'ondertekeningen'), 1, 'at the tafel everybody sees who signed');
SELECT is(pg_temp.van('overkant', 'A'), 1, 'and finds it');

SELECT * FROM finish();
ROLLBACK;
