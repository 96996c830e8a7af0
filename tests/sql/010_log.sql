-- The log: what stands in a leaf, how leaves are chained, and that nothing of it can be changed.
BEGIN;
SELECT plan(38);
SELECT proef.stop_klok('2026-02-03T13:00:00.123456Z');

CREATE FUNCTION pg_temp.schrijf(naam text, inhoud text, nu timestamptz DEFAULT rule.nu())
RETURNS json LANGUAGE sql AS $$
    SELECT (rule.log_schrijf(naam, 'proef.gedaan', 'proef:7', '{"persoon":"1"}', inhoud, nu, NULL,
        NULL)).bytes::json $$;

-- A first event.
CREATE TEMP TABLE een AS SELECT pg_temp.schrijf('organisatie:900', '{"tekst":"Één \"dag\""}') AS f;
SELECT is(f ->> 'stroom', 'organisatie:900', 'the frame names its stream') FROM een;
SELECT is((f ->> 'seq')::int, 1, 'a stream begins at 1') FROM een;
SELECT is(f ->> 'leaf', '{"at":"2026-02-03T13:00:00.123456Z","door":"'
    || encode(sha256(decode(f ->> 'doorzout', 'hex') || convert_to(f ->> 'door', 'UTF8')), 'hex')
    || '","inhoud":"'
    || encode(sha256(decode(f ->> 'zout', 'hex') || convert_to(f ->> 'inhoud', 'UTF8')), 'hex')
    || '","ref":"proef:7","seq":1,"soort":"proef.gedaan","stroom":"organisatie:900","v":1}',
    'a leaf is canonical: these keys in this order, no spaces, commitments of salt and bytes')
FROM een;
SELECT is(f ->> 'inhoud', '{"tekst":"Één \"dag\""}', 'content passes through byte for byte') FROM een;
SELECT is(f ->> 'h', encode(sha256(sha256(convert_to('spr.v1' || 'organisatie:900'
    || (SELECT waarde FROM spr.epoch ORDER BY nr DESC LIMIT 1), 'UTF8'))
    || convert_to(f ->> 'leaf', 'UTF8')), 'hex'), 'h(1) follows from name, epoch and leaf') FROM een;
SELECT is(length(f ->> 'zout'), 64, 'a salt has 32 bytes') FROM een;
SELECT isnt(f ->> 'zout', f ->> 'doorzout', 'content and author have salts of their own') FROM een;
SELECT is(f ->> 'afwezig', NULL, 'content is there') FROM een;

-- A second one; the clock has gone back meanwhile.
CREATE TEMP TABLE twee AS SELECT pg_temp.schrijf('organisatie:900', '{}', '2026-02-03T12:00:00Z') AS f;
SELECT is((f ->> 'seq')::int, 2, 'the next number') FROM twee;
SELECT is(f ->> 'h', encode(sha256(decode((SELECT f ->> 'h' FROM een), 'hex')
    || convert_to(f ->> 'leaf', 'UTF8')), 'hex'), 'h(2) follows from h(1)') FROM twee;
SELECT is((f ->> 'leaf')::json ->> 'at', '2026-02-03T13:00:00.123457Z',
    'an event is later than the one before it, whatever the clock does') FROM twee;
SELECT is((SELECT (s.seq, encode(s.h, 'hex'))::text FROM spr.stroom s WHERE naam = 'organisatie:900'),
    (SELECT ((f ->> 'seq')::bigint, f ->> 'h')::text FROM twee), 'the head is the last event');
SELECT is(rule.keten_nagaan('organisatie:900'), 0::bigint, 'the stream is sound');

-- Streams are apart; two with the same content look nothing alike.
CREATE TEMP TABLE ander AS SELECT pg_temp.schrijf('organisatie:901', '{}') AS f;
SELECT is((f ->> 'seq')::int, 1, 'every stream counts for itself') FROM ander;
SELECT isnt((SELECT (f ->> 'leaf')::json ->> 'inhoud' FROM ander),
    (SELECT (f ->> 'leaf')::json ->> 'inhoud' FROM twee), 'equal content has unequal commitments');

-- Limits.
SELECT throws_ok($$ SELECT pg_temp.schrijf('organisatie:900', '{"t":"' || repeat('"', 40000) || '"}') $$,
    'SP001', 'te_groot', 'a frame stays within 64 KiB');
SELECT lives_ok($$ SELECT pg_temp.schrijf('organisatie:900', '{"t":"' || repeat('x', 60000) || '"}') $$,
    'what fits, fits');
SELECT throws_ok($$ SELECT rule.log_schrijf('organisatie:900', 'proef.gedaan', 'é:1', '{}', '{}',
    rule.nu(), NULL, NULL) $$, 'SP901', NULL, 'nothing but ASCII comes into a leaf');
SELECT throws_ok($$ SELECT rule.log_schrijf('organisatie:900', 'a"b', 'p:1', '{}', '{}', rule.nu(),
    NULL, NULL) $$, 'SP901', NULL, 'no quote comes into a leaf');
SELECT throws_ok($$ INSERT INTO spr.stroom (naam, epoch, h, at) VALUES ('Tafel 1', '', '', now()) $$,
    '23514', NULL, 'a stream has a plain name');
SELECT is((SELECT seq FROM spr.stroom WHERE naam = 'organisatie:900'), 3::bigint,
    'what was refused took no number');

-- Append-only, by trigger and by privilege.
SELECT throws_ok($$ UPDATE spr.gebeurtenis SET leaf = '{}' $$, '42501', NULL, 'no leaf changes');
SELECT throws_ok($$ DELETE FROM spr.gebeurtenis $$, '42501', NULL, 'no leaf goes');
SELECT throws_ok($$ TRUNCATE spr.gebeurtenis $$, '42501', NULL, 'not all of them either');
SELECT throws_ok($$ DELETE FROM spr.inhoud $$, '42501', NULL, 'the row of content stays');
SELECT throws_ok($$ UPDATE spr.inhoud SET seq = 9 $$, '42501', NULL, 'content does not move');
SELECT throws_ok($$ DELETE FROM spr.sleutel $$, '42501', NULL, 'a spent key stays spent');
SELECT throws_ok($$ UPDATE spr.inhoud SET inhoud = '{"tekst":"anders"}' WHERE stroom =
    (SELECT id FROM spr.stroom WHERE naam = 'organisatie:900') $$, 'SP900', NULL,
    'content cannot be put in another''s mouth');
SELECT throws_ok($$ UPDATE spr.inhoud SET afwezig = 'zomaar', inhoud = NULL, zout = NULL $$,
    'SP900', NULL, 'absence has one of the known reasons');
SELECT is((SELECT count(*)::int FROM pg_trigger WHERE tgrelid = ANY
    ('{spr.gebeurtenis,spr.inhoud,spr.sleutel}'::regclass[]) AND NOT tgisinternal AND tgenabled = 'O'), 4,
    'the triggers that say the same are on');

-- Content that goes away.
SELECT is((SELECT array_agg(r.soort || ' ' || r.stroom || ' ' || r.seq) FROM
    rule.inhoud_wissen('organisatie:900', ARRAY[1::bigint], 'verborgen') r),
    ARRAY['wis organisatie:900 1'], 'every ring is told');
SELECT results_eq($$ SELECT inhoud, zout, door IS NULL, afwezig FROM spr.inhoud WHERE seq = 1 AND stroom =
    (SELECT id FROM spr.stroom WHERE naam = 'organisatie:900') $$,
    $$ VALUES (NULL::text, NULL::bytea, false, 'verborgen') $$, 'hidden: content gone, author known');
SELECT is(rule.keten_nagaan('organisatie:900'), 0::bigint, 'the chain holds without the content');
SELECT rule.inhoud_wissen('organisatie:900', ARRAY[1::bigint], 'gewist');
SELECT results_eq($$ SELECT door, doorzout, afwezig FROM spr.inhoud WHERE seq = 1 AND stroom =
    (SELECT id FROM spr.stroom WHERE naam = 'organisatie:900') $$,
    $$ VALUES (NULL::text, NULL::bytea, 'gewist') $$, 'erased: the author is gone too');
SELECT is((SELECT count(*)::int FROM rule.inhoud_wissen('organisatie:900', ARRAY[1::bigint],
    'verborgen')), 1, 'erasing twice is no error');
SELECT is((SELECT afwezig FROM spr.inhoud WHERE seq = 1 AND stroom =
    (SELECT id FROM spr.stroom WHERE naam = 'organisatie:900')), 'gewist', 'and erased it stays');

-- An edit behind the back of the triggers is found.
RESET ROLE;
SELECT is((SELECT count(*)::int FROM spr.stroom s WHERE rule.keten_nagaan(s.naam) <> 0), 0,
    'every stream of the fixture world is sound');
UPDATE spr.stroom SET h = sha256('x') WHERE naam = 'organisatie:901';
SELECT is(rule.keten_nagaan('organisatie:901'), 2::bigint, 'a head that lies is found');

SELECT * FROM finish();
ROLLBACK;
