-- Sessions and login links: once, in time, and over for good.
BEGIN;
SELECT plan(33);
SELECT proef.stop_klok('2026-02-03T13:00:00Z');

CREATE FUNCTION pg_temp.hash(token text) RETURNS text LANGUAGE sql AS
    $$ SELECT encode(sha256(convert_to(token, 'UTF8')), 'hex') $$;
CREATE FUNCTION pg_temp.open(token text, sessie text) RETURNS json LANGUAGE sql AS
    $$ SELECT bytes::json FROM api.sessie_openen(pg_temp.hash(token), pg_temp.hash(sessie)) $$;
CREATE FUNCTION pg_temp.lees(sessie text) RETURNS json LANGUAGE sql AS
    $$ SELECT bytes::json FROM api.sessie_lezen(pg_temp.hash(sessie)) $$;

-- A link.
SELECT is(rule.inloglink_maken(proef.n('persoon_wil'), pg_temp.hash('link1')),
    '2026-02-03T13:10:00Z'::timestamptz, 'a link lives ten minutes');
CREATE TEMP TABLE w AS SELECT pg_temp.open('link1', 's1') AS j;
SELECT is(j -> 'persoon' ->> 'naam', 'Wil', 'it opens a session') FROM w;
SELECT is(j -> 'namens' -> 0 ->> 'id', proef.v('wil_namens'), 'that says for whom they may speak') FROM w;
SELECT is(j -> 'namens' -> 0 ->> 'magOndertekenen', 'true', 'and whether they may sign') FROM w;
SELECT is(j ->> 'rollen', '[]', 'a representative has no role for the platform') FROM w;
SELECT is(j ->> 'epoch', rule.epoch(), 'the epoch') FROM w;
SELECT is(j ->> 'nu', '2026-02-03T13:00:00.000000Z', 'the time') FROM w;
SELECT is(pg_temp.open('link1', 's2') ->> 'code', 'inloglink_ongeldig', 'a link works once');
SELECT is(pg_temp.open('onzin', 's2') ->> 'code', 'inloglink_ongeldig', 'an unknown link looks the same');
SELECT rule.inloglink_maken(proef.n('persoon_bea'), pg_temp.hash('link2'));
SELECT proef.verzet_klok('10 minutes');
SELECT is(pg_temp.open('link2', 's2') ->> 'code', 'inloglink_ongeldig', 'and so does one that is too late');
SELECT is((SELECT gebruikt FROM spr.inloglink WHERE hash = pg_temp.hash('link2')), NULL,
    'a refused link is not marked as used');
SELECT rule.inloglink_maken(proef.n('persoon_bea'), pg_temp.hash('link3'), '1 hour');
SELECT is(pg_temp.open('link3', 's3') ->> 'rollen', '["beheerder"]', 'roles for the platform are told');

-- What is stored.
SELECT is_empty($$ SELECT hash FROM spr.sessie WHERE hash !~ '^[0-9a-f]{64}$'
    UNION ALL SELECT hash FROM spr.inloglink WHERE hash !~ '^[0-9a-f]{64}$' $$, 'only hashes are stored');
SELECT throws_ok($$ SELECT rule.sessie_maken(1, 'geen-hash', rule.nu()) $$, '23514', NULL,
    'anything else is refused');

-- Idle: each use counts, to the minute.
SELECT proef.verzet_klok('11 hours');
SELECT is(pg_temp.lees('s1') -> 'persoon' ->> 'naam', 'Wil', 'after eleven hours it lives');
SELECT proef.verzet_klok('11 hours');
SELECT is(pg_temp.lees('s1') -> 'persoon' ->> 'naam', 'Wil', 'because it was used, eleven more');
SELECT is(pg_temp.lees('s3') ->> 'code', 'sessie_verlopen', 'one that was not is over');
SELECT proef.verzet_klok('30 seconds');
SELECT pg_temp.lees('s1');
SELECT is((SELECT gezien FROM spr.sessie WHERE hash = pg_temp.hash('s1')),
    '2026-02-04T11:10:00Z'::timestamptz, 'a use within the minute writes nothing');
SELECT proef.verzet_klok('12 hours');
SELECT is(pg_temp.lees('s1') ->> 'code', 'sessie_verlopen', 'twelve hours of silence end it');

-- The tick ends it in the books, and tells.
CREATE TEMP TABLE voor AS SELECT seq FROM spr.stroom WHERE naam = 'toegang';
SELECT is((SELECT array_agg(DISTINCT soort ORDER BY soort) FROM api.klok_tik()),
    ARRAY['antwoord', 'gebeurtenis'], 'the tick ends what is over');
SELECT is((SELECT reden FROM spr.sessie WHERE hash = pg_temp.hash('s1')), 'stil', 'with the reason');
SELECT is((SELECT i.inhoud FROM spr.inhoud i JOIN spr.stroom s ON s.id = i.stroom, spr.sessie x
    WHERE s.naam = 'toegang' AND x.hash = pg_temp.hash('s1')
        AND i.inhoud::json ->> 'sessie' = x.id::text)::jsonb,
    (SELECT jsonb_build_object('persoon', persoon::text, 'organisatie', NULL, 'tafel', NULL,
        'sessie', id::text) FROM spr.sessie WHERE hash = pg_temp.hash('s1')),
    'toegang tells whose session it was');
SELECT is((SELECT count(*)::int FROM api.klok_tik()), 1, 'the next tick has nothing to do');

-- Absolute.
SELECT rule.sessie_maken(proef.n('persoon_wil'), pg_temp.hash('s4'), rule.nu());
UPDATE spr.sessie SET gezien = rule.nu() + interval '6 days 23 hours' WHERE hash = pg_temp.hash('s4');
SELECT proef.verzet_klok('6 days 23 hours');
SELECT is(pg_temp.lees('s4') -> 'persoon' ->> 'naam', 'Wil', 'a week is long');
SELECT proef.verzet_klok('1 hour');
SELECT is(pg_temp.lees('s4') ->> 'code', 'sessie_verlopen', 'and then it is over, used or not');
SELECT count(*) FROM api.klok_tik();
SELECT is((SELECT reden FROM spr.sessie WHERE hash = pg_temp.hash('s4')), 'verlopen', 'the reason');

-- Logging out.
SELECT rule.sessie_maken(proef.n('persoon_wil'), pg_temp.hash('s5'), rule.nu());
SELECT is((SELECT bytes FROM api.sessie_sluiten(pg_temp.hash('s5'))), '{}', 'logging out');
SELECT is(pg_temp.lees('s5') ->> 'code', 'sessie_verlopen', 'is the end');
SELECT is((SELECT bytes::json ->> 'code' FROM api.sessie_sluiten(pg_temp.hash('s5'))), 'sessie_verlopen',
    'twice is once too many');
SELECT is((SELECT reden FROM spr.sessie WHERE hash = pg_temp.hash('s5')), 'afgemeld', 'the reason');
SELECT is((SELECT bytes::json ->> 'code' FROM api.sessie_lezen(NULL)), 'sessie_verlopen', 'no session');
SELECT is((SELECT bytes::json ->> 'code' FROM api.sessie_lezen('')), 'sessie_verlopen', 'an empty one');
SELECT throws_ok($$ UPDATE spr.sessie SET geeindigd = rule.nu(), reden = 'zomaar' $$, '23514', NULL,
    'a session ends for one of the known reasons');

SELECT * FROM finish();
ROLLBACK;
