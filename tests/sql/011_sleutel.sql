-- Keys: one effect per author and key; closed is closed for good; refusals leave no trace.
BEGIN;
SELECT plan(22);

-- One command of Wil with this key; soort and bytes of its first row.
CREATE FUNCTION pg_temp.plaats(sleutel text, tekst text, wie text DEFAULT 'wil')
RETURNS TABLE (soort text, bytes text) LANGUAGE sql AS $$
    SELECT v.soort, v.bytes FROM api.verwerk(ARRAY['bijdrage.plaatsen'], ARRAY[proef.sessie(wie)],
        ARRAY[proef.v(wie || '_namens')], ARRAY[proef.v('tafel')], ARRAY[json_build_object('args',
            json_build_object('onderwerp', proef.v('onderwerp'), 'tekst', tekst), 'sleutel', sleutel)::text]) v
    LIMIT 1 $$;
CREATE FUNCTION pg_temp.sluit(sleutel text, wie text DEFAULT 'wil') RETURNS json LANGUAGE sql AS $$
    SELECT v.bytes::json FROM api.verwerk(ARRAY['sleutel.afsluiten'], ARRAY[proef.sessie(wie)],
        ARRAY[''], ARRAY[NULL], ARRAY[json_build_object('args', json_build_object('sleutel', sleutel),
            'sleutel', 'afsluit-' || gen_random_uuid())::text]) v $$;
CREATE FUNCTION pg_temp.kop() RETURNS bigint LANGUAGE sql AS
    $$ SELECT seq FROM spr.stroom WHERE naam = 'tafel:' || proef.v('tafel') $$;
CREATE TEMP TABLE begin AS SELECT pg_temp.kop() AS seq;

CREATE TEMP TABLE eerste AS SELECT * FROM pg_temp.plaats('sleutel-aaaaaaaa', 'Een keer.');
SELECT is(soort, 'antwoord', 'the first time it lands') FROM eerste;
SELECT is(pg_temp.kop(), seq + 1, 'one event') FROM begin;
SELECT results_eq($$ SELECT * FROM pg_temp.plaats('sleutel-aaaaaaaa', 'Een keer.') $$,
    $$ SELECT * FROM eerste $$, 'the second time the same reply comes back');
SELECT is(pg_temp.kop(), seq + 1, 'and nothing happens') FROM begin;
SELECT is((SELECT count(*)::int FROM api.verwerk(ARRAY['bijdrage.plaatsen'],
    ARRAY[proef.sessie('wil')], ARRAY[proef.v('wil_namens')], ARRAY[proef.v('tafel')],
    ARRAY[json_build_object('args', json_build_object('onderwerp', proef.v('onderwerp'), 'tekst',
        'Een keer.'), 'sleutel', 'sleutel-aaaaaaaa')::text])), 1, 'a replay brings no events');
SELECT is(bytes::json ->> 'code', 'sleutel_conflict', 'the same key with other words is refused')
FROM pg_temp.plaats('sleutel-aaaaaaaa', 'Twee keer.');
SELECT is(soort, 'antwoord', 'keys belong to their author: another may use the same')
FROM pg_temp.plaats('sleutel-aaaaaaaa', 'Een keer.', 'wes');

-- Closing.
SELECT is(pg_temp.sluit('sleutel-aaaaaaaa') ->> 'uitkomst', 'gedaan', 'a key that landed is done');
SELECT is(pg_temp.sluit('sleutel-aaaaaaaa') ->> 'antwoord', (SELECT bytes FROM eerste),
    'with the reply of then');
SELECT is(pg_temp.sluit('sleutel-bbbbbbbb')::text, '{"uitkomst":"afgesloten"}',
    'a key that never landed is closed');
SELECT is(bytes::json ->> 'code', 'sleutel_afgesloten', 'and never will')
FROM pg_temp.plaats('sleutel-bbbbbbbb', 'Te laat.');
SELECT is(pg_temp.sluit('sleutel-bbbbbbbb') ->> 'uitkomst', 'afgesloten', 'closing twice says the same');
SELECT is(pg_temp.sluit('sleutel-aaaaaaaa', 'wes') ->> 'uitkomst', 'gedaan',
    'everybody closes their own keys');
SELECT is(pg_temp.sluit('sleutel-cccccccc', 'gus') ->> 'uitkomst', 'afgesloten',
    'also who has no role');
SELECT is(soort, 'antwoord', 'which closes nobody else''s') FROM pg_temp.plaats('sleutel-cccccccc', 'Mijn.');
SELECT is(pg_temp.sluit('kort') ->> 'code', 'ongeldig', 'what is no key cannot be closed');

-- Refusals.
SELECT is(bytes::json ->> 'code', 'ongeldig', 'a short key is refused') FROM pg_temp.plaats('kort', 'x');
SELECT is(bytes::json ->> 'code', 'sleutel_ontbreekt', 'and so is none') FROM pg_temp.plaats(NULL, 'x');
UPDATE spr.onderwerp SET status = 'gesloten', gesloten_op = rule.nu() WHERE id = proef.n('onderwerp');
SELECT is(soort, 'weigering', 'the thread is closed') FROM pg_temp.plaats('sleutel-dddddddd', 'Later.');
UPDATE spr.onderwerp SET status = 'open', gesloten_op = NULL WHERE id = proef.n('onderwerp');
SELECT is(soort, 'antwoord', 'a refusal is not stored: the same key may try again')
FROM pg_temp.plaats('sleutel-dddddddd', 'Later.');

-- A session that ended replays nothing.
SELECT count(*) FROM api.sessie_sluiten(proef.sessie('wil'));
SELECT is(bytes::json ->> 'code', 'sessie_verlopen', 'without a session not even a replay')
FROM pg_temp.plaats('sleutel-aaaaaaaa', 'Een keer.');
SELECT is(pg_temp.sluit('sleutel-aaaaaaaa') ->> 'code', 'sessie_verlopen', 'nor a closing');

SELECT * FROM finish();
ROLLBACK;
