-- The demonstration world: it loads, loading again changes nothing, its log is sound, and a real
-- organisation says nothing that no source reports.
BEGIN;
SELECT plan(25);

-- Room for it: the fixture world gives up the kenmerken that the demonstration expects.
UPDATE spr.tafel SET kenmerk = 'TT-2025-' || lpad(id::text, 3, '0');
DELETE FROM spr.kenmerkteller;

\set demo :stroom/sql/demo
\i :demo/000_gereedschap.sql
\i :demo/010_register.sql
\i :demo/020_weerbaarheid.sql
\i :demo/030_gesprek.sql
\i :demo/035_keuzes.sql
\i :demo/040_andere_tafels.sql
\i :demo/041_stemwijze.sql
\i :demo/042_binnenskamers.sql
\i :demo/043_amendement.sql
\i :demo/044_sjabloon.sql
\i :demo/045_knelpunten.sql
\i :demo/046_ruggespraak.sql
\i :demo/047_bedenkingen.sql
\i :demo/048_bijeenkomst.sql
\i :demo/049_bestand.sql
\i :demo/050_openbaarheid.sql
\i :demo/900_opruimen.sql

SELECT results_eq($$SELECT kenmerk, status FROM spr.tafel WHERE kenmerk LIKE 'TT-2026-%' ORDER BY 1$$,
    $$VALUES ('TT-2026-001', 'open'), ('TT-2026-002', 'concept'), ('TT-2026-003', 'afgesloten'),
             ('TT-2026-004', 'open')$$,
    'an open tafel, one in concept, one closed, one from a sjabloon');
CREATE TEMP TABLE t AS SELECT id FROM spr.tafel WHERE kenmerk = 'TT-2026-001';
SELECT results_eq($$SELECT soort, status FROM spr.ronde WHERE tafel = (SELECT id FROM t) ORDER BY nummer$$,
    $$VALUES ('sector', 'samengevat'), ('bovensectoraal', 'open')$$, 'the two rounds of 3 February');
SELECT is((SELECT count(*) FROM spr.gesprek g WHERE g.tafel = (SELECT id FROM t)), 4::bigint,
    'a talk for each of the four sectors');
SELECT is((SELECT count(*) FROM spr.punt p JOIN spr.gesprek g ON g.id = p.gesprek
    WHERE g.tafel = (SELECT id FROM t) AND p.tekst NOT LIKE '%Bron: CAOP%'), 0::bigint,
    'every point names its source');
SELECT is((SELECT status FROM spr.synthese WHERE tafel = (SELECT id FROM t)), 'bevestigd', 'a confirmed synthese');
SELECT cmp_ok((SELECT count(*) FROM spr.bijdrage WHERE tafel = (SELECT id FROM t)), '>=', 20::bigint,
    'a lively conversation');
SELECT set_eq($$SELECT DISTINCT status FROM spr.bijdrage WHERE tafel = (SELECT id FROM t)$$,
    ARRAY['geplaatst', 'verborgen', 'ingetrokken'], 'with a hidden and a withdrawn post');
SELECT is((SELECT min(g.at)::date FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
    WHERE s.naam = 'kamer:' || (SELECT min(id) FROM spr.gesprek WHERE tafel = (SELECT id FROM t))),
    '2026-02-03', 'on 3 February');

SELECT is((SELECT count(*) FROM spr.bijdrage b JOIN spr.organisatie o ON o.id = b.organisatie
    LEFT JOIN spr.vastgelegd v ON v.bijdrage = b.id
    WHERE NOT o.fictief AND (v.id IS NULL OR b.tekst NOT LIKE '%Bron: CAOP%')), 0::bigint,
    'a real organisation says only what a source reports, and it is marked as recorded');
SELECT is((SELECT count(*) FROM spr.organisatie o WHERE NOT o.fictief AND o.bron IS NULL), 0::bigint,
    'every real organisation names the source that names it');
SELECT is((SELECT count(*) FROM spr.organisatie o WHERE o.fictief <> (o.naam LIKE '%(fictief)')), 0::bigint,
    'every invented one says so in its name');
SELECT is((SELECT count(*) FROM spr.persoon p WHERE NOT p.fictief), 0::bigint, 'all people are roles');
SELECT is((SELECT count(*) FROM spr.stroom s WHERE rule.keten_nagaan(s.naam) <> 0), 0::bigint,
    'every chain is sound');

SELECT ok(b.soort = 'pdf' AND sha256(d.bytes) = decode(b.sha256, 'hex') AND s.agendapunt IS NOT NULL,
    'a paper that is a file, whole') FROM spr.stuk s JOIN spr.bestand b ON b.id = s.bestand
    JOIN spr.bestand_deel d ON d.bestand = b.id WHERE s.tafel = (SELECT id FROM t);
SELECT results_eq($$SELECT coalesce(uitkomst, status), count(*) FROM spr.besluit WHERE tafel = (SELECT id FROM t) GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('aangenomen', 2::bigint), ('conclusie_voorgelegd', 1), ('niet_tot_stand_gekomen', 1), ('onder_voorbehoud', 1), ('verdeeld', 1)$$,
    'decisions with each of the usual outcomes, one that is open, and one that waits for members');
SELECT is((SELECT s.uitslag ->> 0 FROM spr.stemming s JOIN spr.besluit b ON b.id = s.besluit
    WHERE s.tafel = (SELECT id FROM t) AND b.soort = 'afspraak')::jsonb ->> 'tegen', '1', 'the afspraak has one against it');
SELECT set_eq($$SELECT DISTINCT g.status FROM spr.gevolg g WHERE g.tafel = (SELECT id FROM t)$$,
    ARRAY['opgetekend', 'niet_beantwoord', 'gevraagd', 'te_herbevestigen'], 'consequences told, passed, asked now, and asked to hold');
SELECT results_eq($$SELECT m.status, m.basis FROM spr.amendement m WHERE m.tafel = (SELECT id FROM t) ORDER BY m.id$$,
    $$VALUES ('overgenomen', 1), ('open', 2)$$, 'an amendement that was adopted, and one to look at');

SELECT results_eq($$SELECT status, zwaarte FROM spr.knelpunt WHERE tafel = (SELECT id FROM t) ORDER BY nummer$$,
    $$VALUES ('termijn_verstreken', 'knelt'), ('open', 'signaal'), ('open', 'urgent'), ('opgepakt', 'knelt')$$,
    'knelpunten with time left, without, and taken up');

SELECT results_eq($$SELECT coalesce(uitkomst, 'wacht'), count(*) FROM spr.achterban WHERE tafel = (SELECT id FROM t) GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('instemming', 1::bigint), ('wacht', 1)$$, 'members who answered, and who have yet to');
SELECT results_eq($$SELECT (SELECT count(*) FROM spr.ondertekening o WHERE o.tafel = t.id), (SELECT count(*) FROM spr.aantekening a
    WHERE a.tafel = t.id), (SELECT count(*) FROM spr.evaluatie e WHERE e.tafel = t.id) FROM t$$,
    $$VALUES (5::bigint, 1::bigint, 1::bigint)$$, 'signatures, a note, and a look back');

SELECT results_eq($$SELECT b.status, count(a.id) FROM spr.bijeenkomst b JOIN spr.agendapunt a ON a.bijeenkomst = b.id
    WHERE b.tafel = (SELECT id FROM t) GROUP BY b.id, b.status ORDER BY b.id$$,
    $$VALUES ('gesloten', 3::bigint), ('geopend', 4)$$, 'a meeting that is over, and one to walk into');

SELECT results_eq($$SELECT status, count(*) FROM spr.voorbereiding GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('ingestemd', 1::bigint), ('opgesteld', 1)$$, 'something agreed to inside a party, and something written');
SELECT results_eq($$SELECT waarde, count(*) FROM spr.toezegbaarheid GROUP BY 1 ORDER BY 1$$,
    $$VALUES ('kan_nu_toezeggen', 1::bigint), ('moet_terug_voor', 1), ('zegt_niets', 1)$$, 'who can commit, and who must go back');

CREATE TEMP TABLE voor AS SELECT naam, seq FROM spr.stroom;
\i :demo/000_gereedschap.sql
\i :demo/010_register.sql
\i :demo/020_weerbaarheid.sql
\i :demo/030_gesprek.sql
\i :demo/035_keuzes.sql
\i :demo/040_andere_tafels.sql
\i :demo/041_stemwijze.sql
\i :demo/042_binnenskamers.sql
\i :demo/043_amendement.sql
\i :demo/044_sjabloon.sql
\i :demo/045_knelpunten.sql
\i :demo/046_ruggespraak.sql
\i :demo/047_bedenkingen.sql
\i :demo/048_bijeenkomst.sql
\i :demo/049_bestand.sql
\i :demo/050_openbaarheid.sql
\i :demo/900_opruimen.sql
SELECT bag_eq('SELECT naam, seq FROM voor', 'SELECT naam, seq FROM spr.stroom', 'loading again changes nothing');

SELECT * FROM finish();
ROLLBACK;
