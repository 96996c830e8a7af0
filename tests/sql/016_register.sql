-- The register, rights beside a tafel, and what the clock moves.
BEGIN;
SELECT plan(28);
SELECT proef.stop_klok('2026-02-03T13:00:00Z');

CREATE FUNCTION pg_temp.laatste(naam text) RETURNS json LANGUAGE sql AS $$
    SELECT i.inhoud::json FROM spr.inhoud i JOIN spr.stroom s ON s.id = i.stroom
    WHERE s.naam = $1 ORDER BY i.seq DESC LIMIT 1 $$;
CREATE FUNCTION pg_temp.kop(naam text) RETURNS bigint LANGUAGE sql AS $$ SELECT seq FROM spr.stroom s WHERE s.naam = $1 $$;
CREATE FUNCTION pg_temp.leest(wie text) RETURNS boolean LANGUAGE sql AS $$ SELECT rule.mag_stroom(
    proef.n('persoon_' || wie), NULL, 'tafel:' || proef.v('tafel'), 'lezen', rule.nu()) $$;

-- Entering and correcting.
SELECT rule.sector_vastleggen('wonen', 'Wonen') AS wonen \gset
SELECT is(rule.sector_vastleggen('wonen', 'Wonen en ruimte'), :wonen::bigint, 'a sector is known by its short name');
SELECT is(pg_temp.laatste('register')::jsonb, jsonb_build_object('sectoren', jsonb_build_array(jsonb_build_object(
    'id', :'wonen', 'naam', 'Wonen en ruimte', 'code', 'wonen'))), 'the register tells its new name');
SELECT rule.organisatie_vastleggen('Bouw Samen (fictief)', 'koepel', 'werkgevers', ARRAY[:wonen::bigint],
    afkorting => 'BS', vertegenwoordigt_aantal => 12, fictief => true) AS bouw \gset
SELECT is(pg_temp.laatste('register')::jsonb -> 'organisaties' -> 0, jsonb_build_object('id', :'bouw', 'naam', 'Bouw Samen (fictief)',
    'afkorting', 'BS', 'soort', 'koepel', 'zijde', 'werkgevers', 'vertegenwoordigtAantal', 12, 'fictief', true,
    'sectoren', jsonb_build_array(:'wonen')), 'an organisation, as the wire shows it');
SELECT is(rule.organisatie_vastleggen('Bouw Samen (fictief)', 'koepel', 'werkgevers', ARRAY[proef.n('sector_zorg')], fictief => true),
    :bouw::bigint, 'an organisation is known by its name');
SELECT results_eq($$ SELECT sector, tot FROM spr.organisatie_sector WHERE organisatie = (SELECT max(id) FROM spr.organisatie) ORDER BY sector $$,
    format($$ VALUES (%s::bigint, NULL::date), (%s, '2026-02-03') $$, proef.v('sector_zorg'), :'wonen'), 'a sector it leaves gets an end');
SELECT throws_ok($$ SELECT rule.organisatie_vastleggen('X', 'kerk', 'werkgevers', '{}') $$, '23514', NULL, 'an unknown kind is refused');
SELECT throws_ok(format($$ UPDATE spr.organisatie SET koepel = id WHERE id = %s $$, :'bouw'), '23514', NULL, 'nobody is its own umbrella');
SELECT rule.persoon_vastleggen('Nel', true) AS nel \gset
SELECT is(pg_temp.laatste('register')::jsonb, jsonb_build_object('personen', jsonb_build_array(jsonb_build_object(
    'id', :'nel', 'naam', 'Nel'))), 'a person');

-- Who speaks for whom, from day to day.
SELECT rule.vertegenwoordiging_vastleggen(:nel, proef.n('org_vz'), 'Bestuurder', true, '2026-02-04', '2026-02-05') AS nelvz \gset
SELECT is((pg_temp.laatste('register') -> 'vertegenwoordigingen' -> 0 ->> 'tot'), '2026-02-05T23:00:00.000000Z', 'a day ends at 24:00 in Amsterdam');
SELECT is(pg_temp.laatste('toegang')::jsonb, jsonb_build_object('persoon', :'nel', 'organisatie', proef.v('org_vz'), 'tafel', NULL, 'sessie', NULL),
    'toegang tells whose rights changed, by number only');
SELECT is((SELECT array_agg((SELECT count(*) FROM rule.vertegenwoordigingen(:nel, m)) ORDER BY m) FROM unnest(ARRAY[
    '2026-02-03T22:59:59Z', '2026-02-03T23:00:00Z', '2026-02-05T22:59:59.999999Z', '2026-02-05T23:00:00Z']::timestamptz[]) m),
    ARRAY[0, 1, 1, 0]::bigint[], 'it begins and ends at midnight in Amsterdam');
SELECT throws_ok(format($$ SELECT rule.vertegenwoordiging_vastleggen(%s, proef.n('org_vz'), 'X', false, '2026-02-04', '2026-02-01') $$, :'nel'),
    '23514', NULL, 'a term does not end before it begins');

-- A mandate that ends takes the seat's right with it; the tick tells the processes once.
SELECT ok(pg_temp.leest('wil'), 'Wil reads');
SELECT rule.vertegenwoordiging_beeindigen(proef.n('wil_namens'), '2026-02-03');
SELECT ok(pg_temp.leest('wil'), 'until the day is over');
SELECT is((SELECT count(*)::int FROM api.klok_tik()), 1, 'the tick has nothing to tell yet');
SELECT proef.zet_klok('2026-02-03T23:00:00Z');
SELECT proef.stop_klok('2026-02-03T23:00:00Z');
SELECT ok(NOT pg_temp.leest('wil'), 'at midnight the right is gone, tick or no tick');
SELECT is((SELECT array_agg(soort ORDER BY soort) FROM api.klok_tik()), ARRAY['antwoord', 'gebeurtenis'], 'the tick tells it');
SELECT is(pg_temp.laatste('toegang') ->> 'persoon', proef.v('persoon_wil'), 'of Wil');
SELECT is((SELECT count(*)::int FROM api.klok_tik()), 1, 'once');
SELECT rule.vertegenwoordiging_vastleggen(proef.n('persoon_wil'), proef.n('org_vz'), 'Bestuurder', true) AS opnieuw \gset
SELECT ok(pg_temp.leest('wil'), 'a new mandate brings the seat back to life');
SELECT rule.vertegenwoordiging_beeindigen(:opnieuw, '2026-02-03');
SELECT ok(NOT pg_temp.leest('wil'), 'and it can be taken back at once, the day before it began');

-- What an organisation does concerns its people, by name.
SELECT proef.doe('wes', 'deelname.opschorten', proef.n('tafel'), jsonb_build_object('deelname', proef.v('tafel_deelname_wz'),
    'reden', 'Beraad.'), proef.n('wes_namens'));
SELECT is(pg_temp.laatste('toegang')::jsonb, jsonb_build_object('persoon', proef.v('persoon_wes'), 'organisatie', proef.v('org_wz'),
    'tafel', proef.v('tafel'), 'sessie', NULL), 'an event for each who may or might speak for it');

-- Roles for the platform.
SELECT rule.rol_toekennen(:nel, 'beheerder');
SELECT is((SELECT array_agg(r) FROM rule.platformrollen(:nel, rule.nu()) r), ARRAY['beheerder'], 'a role');
SELECT throws_ok(format($$ SELECT rule.rol_toekennen(%s, 'beheerder') $$, :'nel'), '23505', NULL, 'held once');
SELECT throws_ok(format($$ SELECT rule.rol_toekennen(%s, 'koning') $$, :'nel'), '23514', NULL, 'of those that exist');
SELECT rule.rol_intrekken(:nel, 'beheerder');
SELECT is((SELECT count(*)::int FROM rule.platformrollen(:nel, rule.nu()) r), 0, 'and taken back');
SELECT is(pg_temp.laatste('toegang') ->> 'persoon', :'nel', 'which is told');

-- Health.
SELECT is_empty($$ SELECT x.soort FROM api.gezondheid() x WHERE x.bytes::json ->> 'epoch' <> rule.epoch()
    OR x.bytes::json ->> 'schema' IS DISTINCT FROM (SELECT max(name) FROM spr.migratie)
    OR x.bytes::json ->> 'alleenLezen' <> 'false' $$, 'health tells schema, epoch and whether it can write');

SELECT * FROM finish();
ROLLBACK;
