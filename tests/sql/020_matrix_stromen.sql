-- Every capacity × every stream × every state of the tafel: who reads, who writes. What is expected
-- stands here, written by hand from the domain's policy; nothing of it comes from the schema.
--
-- A cell: . nothing, R reads, V reads and writes minutes and action points only, W reads and writes.
-- Five cells: concept, open, opgeschort, afgesloten, gearchiveerd.
BEGIN;
\ir matrix_wereld.sql
SELECT plan(16);

CREATE TEMP TABLE verwacht (naam text, soort text, cellen text, PRIMARY KEY (naam, soort));
INSERT INTO verwacht VALUES
    ('voorzitter', 'tafel', 'WWRRR'), ('secretaris', 'tafel', 'WWVVR'),
    ('voorzitter', 'voorzitterskamer', 'WWRRR'), ('secretaris', 'voorzitterskamer', 'WWVVR'),
    ('voorzitter', 'buiten', 'RRRRR'), ('secretaris', 'buiten', 'RRRRR'),
    ('voorzitter', 'toegang', 'RRRRR'), ('secretaris', 'toegang', 'RRRRR'),
    ('voorzitter_elders', 'toegang', 'RRRRR'),
    ('toehoorder', 'buiten', '.RRRR'), ('analist_hier', 'buiten', '.RRRR'), ('analist', 'buiten', '.RRRR'),
    ('vertegenwoordiger', 'persoon', 'WWWWW'),
    ('beheerder', 'register', 'WWWWW'), ('beheerder', 'toegang', 'WWWWW');
-- a room: voorzitter and secretaris whatever its ronde
INSERT INTO verwacht
SELECT naam, 'kamer_' || sector || '_' || fase, cellen
FROM (VALUES ('voorzitter', 'WWRRR'), ('secretaris', 'WWVVR')) x (naam, cellen),
    unnest(ARRAY['zorg', 'onderwijs']) sector, unnest(ARRAY['gepland', 'open', 'dicht']) fase;
-- whoever has a seat for A speaks alike: werknemers, zorg
INSERT INTO verwacht
SELECT naam, soort, cellen
FROM unnest(ARRAY['vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar', 'penvoerder', 'rapporteur']) naam,
    (VALUES ('tafel', '.WRRR'), ('buiten', '.RRRR'),
        ('kamer_zorg_gepland', '.RRRR'), ('kamer_zorg_open', '.WRRR'), ('kamer_zorg_dicht', '.RRRR'),
        ('kamer_onderwijs_dicht', '.RRRR'), ('vooroverleg_werknemers', '.WRR.'), ('bilateraal', '.WRR.')) x (soort, cellen);
-- B: werkgevers, zorg
INSERT INTO verwacht
SELECT 'overkant', soort, cellen
FROM (VALUES ('tafel', '.WRRR'), ('buiten', '.RRRR'),
    ('kamer_zorg_gepland', '.RRRR'), ('kamer_zorg_open', '.WRRR'), ('kamer_zorg_dicht', '.RRRR'),
    ('kamer_onderwijs_dicht', '.RRRR'), ('vooroverleg_werkgevers', '.WRR.'), ('bilateraal', '.WRR.')) x (soort, cellen);
-- C: werknemers, onderwijs
INSERT INTO verwacht
SELECT 'andere_sector', soort, cellen
FROM (VALUES ('tafel', '.WRRR'), ('buiten', '.RRRR'),
    ('kamer_onderwijs_gepland', '.RRRR'), ('kamer_onderwijs_open', '.WRRR'), ('kamer_onderwijs_dicht', '.RRRR'),
    ('kamer_zorg_dicht', '.RRRR'), ('vooroverleg_werknemers', '.WRR.')) x (soort, cellen);
-- E is suspended: as A, but silent
INSERT INTO verwacht
SELECT 'opgeschort', soort, cellen
FROM (VALUES ('tafel', '.RRRR'), ('buiten', '.RRRR'),
    ('kamer_zorg_gepland', '.RRRR'), ('kamer_zorg_open', '.RRRR'), ('kamer_zorg_dicht', '.RRRR'),
    ('kamer_onderwijs_dicht', '.RRRR'), ('vooroverleg_werknemers', '.RRR.')) x (soort, cellen);
-- the own organisation, seat or no seat, but not when one may no longer speak for it
INSERT INTO verwacht
SELECT naam, 'organisatie', 'WWWWW'
FROM unnest(ARRAY['vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar', 'penvoerder', 'rapporteur', 'zonder_zetel',
    'ingetrokken']) naam;
-- names: for everybody who has to do with a tafel
INSERT INTO verwacht
SELECT naam, 'register', 'RRRRR'
FROM unnest(ARRAY['voorzitter', 'secretaris', 'vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar', 'penvoerder',
    'rapporteur', 'overkant', 'andere_sector', 'zonder_zetel', 'genodigde', 'opgeschort', 'ingetrokken', 'toehoorder',
    'analist_hier', 'analist', 'voorzitter_elders', 'partij_elders']) naam;
INSERT INTO verwacht
SELECT w.naam, s.soort, '.....' FROM proef.wie w, (SELECT DISTINCT soort FROM proef.waar) s ON CONFLICT DO NOTHING;
SELECT is((SELECT count(*)::int FROM verwacht), 25 * 16, 'every capacity and every stream is judged');

CREATE FUNCTION pg_temp.cel(w proef.wie, stroom text) RETURNS text LANGUAGE sql AS $$
    SELECT CASE WHEN NOT lees THEN CASE WHEN schrijf OR verslag THEN '?' ELSE '.' END
                WHEN schrijf THEN 'W' WHEN verslag THEN 'V' ELSE 'R' END
    FROM (SELECT rule.mag_stroom(w.persoon, NULL, stroom, 'lezen', rule.nu()) AS lees,
        rule.mag_stroom(w.persoon, w.organisatie, stroom, 'schrijven', rule.nu()) AS schrijf,
        rule.mag_stroom(w.persoon, w.organisatie, stroom, 'schrijven', rule.nu(), 'verslag.vastgelegd') AS verslag) x $$;
CREATE VIEW pg_temp.gevonden AS
SELECT w.naam, x.soort, string_agg(pg_temp.cel(w, x.stroom), '' ORDER BY array_position(
    ARRAY['concept', 'open', 'opgeschort', 'afgesloten', 'gearchiveerd'], x.status)) AS cellen
FROM proef.wie w, proef.waar x GROUP BY w.naam, x.soort;
SELECT set_eq('SELECT naam, soort, cellen FROM pg_temp.gevonden', 'SELECT naam, soort, cellen FROM verwacht',
    'the whole matrix');

-- Openbaarheid moves the outward stream only.
CREATE FUNCTION pg_temp.leest_buiten() RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg(w.naam ORDER BY w.naam COLLATE "C") FROM proef.wie w JOIN proef.waar x
        ON x.soort = 'buiten' AND x.status = 'open' WHERE pg_temp.cel(w, x.stroom) <> '.' $$;
SELECT is(pg_temp.leest_buiten(), ARRAY['analist', 'analist_hier', 'andere_sector', 'ondertekenaar', 'opgeschort',
    'overkant', 'penvoerder', 'plaatsvervanger', 'rapporteur', 'secretaris', 'toehoorder', 'vertegenwoordiger',
    'voorzitter'], 'openbaarheid tafel');
UPDATE spr.tafel SET openbaarheid = 'vertrouwelijk';
SELECT is(pg_temp.leest_buiten(), ARRAY['analist_hier', 'andere_sector', 'ondertekenaar', 'opgeschort',
    'overkant', 'penvoerder', 'plaatsvervanger', 'rapporteur', 'secretaris', 'toehoorder', 'vertegenwoordiger',
    'voorzitter'], 'vertrouwelijk: not the analyst of the platform');
SELECT set_eq($$ SELECT naam, soort, cellen FROM pg_temp.gevonden WHERE soort <> 'buiten' $$,
    $$ SELECT naam, soort, cellen FROM verwacht WHERE soort <> 'buiten' $$, 'and nothing else moves');
UPDATE spr.tafel SET openbaarheid = 'openbaar';
SELECT is(pg_temp.leest_buiten(), (SELECT array_agg(naam ORDER BY naam COLLATE "C") FROM proef.wie), 'openbaar: everybody');
SELECT set_eq($$ SELECT naam, soort, cellen FROM pg_temp.gevonden WHERE soort <> 'buiten' $$,
    $$ SELECT naam, soort, cellen FROM verwacht WHERE soort <> 'buiten' $$, 'and nothing else moves');
SELECT is((SELECT count(*)::int FROM proef.wie w JOIN proef.waar x ON x.soort = 'buiten' AND x.status = 'concept'
    WHERE pg_temp.cel(w, x.stroom) <> '.'), 2, 'a concept is never openbaar');
UPDATE spr.tafel SET openbaarheid = 'tafel';

-- Speaking for nobody, or for another, is not speaking for one's organisation.
SELECT is_empty($$ SELECT w.naam, x.stroom FROM proef.wie w, proef.waar x
    WHERE w.organisatie IS NOT NULL AND x.soort <> 'persoon' AND (
        rule.mag_stroom(w.persoon, NULL, x.stroom, 'schrijven', rule.nu())
        OR rule.mag_stroom(w.persoon, (SELECT id FROM proef.org WHERE code = CASE w.organisatie
            WHEN (SELECT id FROM proef.org WHERE code = 'A') THEN 'B' ELSE 'A' END), x.stroom, 'schrijven', rule.nu())) $$,
    'a representative writes only in the name of the own organisation');
SELECT is_empty($$ SELECT w.naam, x.stroom FROM proef.wie w, proef.waar x
    WHERE w.organisatie IS NULL AND rule.mag_stroom(w.persoon, (SELECT id FROM proef.org WHERE code = 'A'),
        x.stroom, 'schrijven', rule.nu()) $$, 'and who represents nobody, in nobody''s');

-- Every door answers by the same rule.
CREATE TEMP TABLE deur AS
SELECT w.naam, w.persoon, x.stroom, rule.mag_stroom(w.persoon, NULL, x.stroom, 'lezen', rule.nu()) AS mag,
    (SELECT v.soort FROM api.stroom_volgen(proef.sessie('m-' || w.naam), x.stroom, '', '') v) AS volgen,
    (SELECT count(*) FROM api.rechten_toetsen(ARRAY[proef.sessie('m-' || w.naam)], ARRAY[x.stroom])) AS toets,
    rule.leesrecht(w.persoon, x.stroom, rule.nu()) AS recht,
    (SELECT v.bytes FROM api.stroom_lezen(proef.sessie('m-' || w.naam), json_build_object('stroom', x.stroom)::text) v) AS lezen,
    (SELECT min(v.bytes) FROM api.bladzijde(proef.sessie('m-' || w.naam), x.stroom, 0, 10) v WHERE v.soort = 'weigering') AS blad
FROM proef.wie w, proef.waar x;
SELECT is_empty($$ SELECT naam, stroom FROM deur WHERE mag <> (volgen = 'antwoord') $$, 'following');
SELECT is_empty($$ SELECT naam, stroom FROM deur WHERE mag <> (toets = 0) $$, 'the check of rights while following');
SELECT is_empty($$ SELECT naam, stroom FROM deur
    WHERE ((recht).stroom IS NULL) <> (lezen = '{"code":"niet_gevonden"}')
        OR ((recht).stroom IS NULL) <> (blad IS NOT DISTINCT FROM '{"code":"niet_gevonden"}') $$, 'reading pages');

-- Ended seats: a past with an end, no present.
SELECT set_eq($$ SELECT DISTINCT naam FROM deur WHERE (recht).tot IS NOT NULL $$,
    $$ VALUES ('uitgetreden'), ('ingetrokken'), ('mandaat_voorbij') $$, 'only ended seats have an end');
SELECT is_empty($$ SELECT naam, stroom FROM deur WHERE (recht).tot IS NOT NULL AND (mag OR (recht).tot > rule.nu()) $$,
    'and it lies behind us');

-- The set that is computed once equals the single question, for everybody and every stream.
SELECT set_eq($$ SELECT w.naam, (l).stroom, (l).vanaf, (l).tot FROM proef.wie w, rule.leesbare_stromen(w.persoon, rule.nu()) l
        WHERE (l).stroom IN (SELECT stroom FROM proef.waar) $$,
    $$ SELECT naam, (recht).stroom, (recht).vanaf, (recht).tot FROM deur WHERE (recht).stroom IS NOT NULL $$,
    'leesbare_stromen is leesrecht for all streams at once');

SELECT * FROM finish();
ROLLBACK;
