-- Knelpunten: their ceilings, what the database itself refuses, and a clock that comes late.
BEGIN;
SELECT plan(14);

CREATE FUNCTION pg_temp.meld(wie text, tot text DEFAULT '2026-02-03T14:00:00Z', voor text DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN (proef.doe(wie, 'knelpunt.melden', proef.n('tafel'), jsonb_build_object('titel', 'Te weinig',
        'sectoren', jsonb_build_array(proef.v('sector_zorg')), 'zwaarte', 'knelt', 'handelingsruimteTot', tot,
        'gevolgVanNietsDoen', 'Het valt stil.') || CASE WHEN voor IS NULL THEN '{}' ELSE jsonb_build_object(
            'voor', jsonb_build_object('organisatie', proef.v(voor), 'via', 'mondeling')) END,
        proef.n(wie || '_namens')) ->> 'id')::bigint;
END $$;
CREATE FUNCTION pg_temp.sluit(welk bigint) RETURNS jsonb LANGUAGE sql AS $$
    SELECT proef.doe('vera', 'knelpunt.afhandelen', proef.n('tafel'), jsonb_build_object('knelpunt', welk::text,
        'status', 'vervallen', 'uitkomst', 'Voorbij.')) $$;

-- Twenty of a party, whoever enters them; who leads the tafel is not a party.
CREATE TEMP TABLE van_vz AS SELECT pg_temp.meld('wil', '2027-01-01T23:00:00Z') AS id FROM generate_series(1, 20);
SELECT throws_like($$SELECT pg_temp.meld('wil')$$, '%te_groot%hoogstens 200%', 'a party has twenty at most');
SELECT throws_like($$SELECT pg_temp.meld('sem', voor => 'org_vz')$$, '%te_groot%', 'nor more by way of the secretaris');
SELECT lives_ok($$SELECT pg_temp.meld('wes')$$, 'another party has its own twenty');
SELECT lives_ok($$SELECT pg_temp.sluit((SELECT min(id) FROM van_vz))$$, 'one is closed');
SELECT lives_ok($$SELECT pg_temp.meld('wil', '2027-01-01T23:00:00Z')$$, 'and there is room for another');
CREATE TEMP TABLE van_sem AS SELECT pg_temp.meld('sem', '2027-01-01T23:00:00Z') AS id FROM generate_series(1, 179);
SELECT throws_like($$SELECT pg_temp.meld('ona')$$, '%te_groot%', 'two hundred at the tafel, whose they may be');

-- The clock comes late, and finds what is true by then.
SELECT is((SELECT count(*) FROM rule.tik_knelpunten('2026-02-03T13:59:59Z')), 0::bigint, 'before the moment nothing is told');
SELECT is((SELECT count(*) FROM rule.tik_knelpunten('2026-02-05T12:00:00Z') r WHERE r.stroom LIKE 'tafel:%'), 1::bigint,
    'later, of each that ran out');
SELECT results_eq($$SELECT status, verstreken_op FROM spr.knelpunt WHERE handelingsruimte_tot < '2026-02-04'$$,
    $$VALUES ('termijn_verstreken', '2026-02-05T12:00:00Z'::timestamptz)$$, 'with the moment at which it was told');
SELECT is((SELECT count(*) FROM rule.tik_knelpunten('2027-01-01T23:00:00Z') r WHERE r.stroom LIKE 'tafel:%'), 50::bigint,
    'of many at once it tells some, and goes on a second later');

-- What the database itself refuses.
SELECT throws_ok($$UPDATE spr.knelpunt SET verstreken_op = now() WHERE id = (SELECT max(id) FROM spr.knelpunt WHERE status = 'open')$$,
    '23514', NULL, 'an open knelpunt has time left');
SELECT throws_ok($$UPDATE spr.knelpunt SET status = 'opgelost' WHERE id = (SELECT max(id) FROM van_sem)$$, '23514', NULL,
    'nothing is solved without a word about it');
SELECT throws_ok($$DELETE FROM spr.knelpunt$$, 'SP911', NULL, 'what was reported is kept');

-- Work of the clock that fails keeps no other from its turn.
CREATE FUNCTION rule.tik_stuk(nu timestamptz) RETURNS SETOF api.regel LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''stuk''; END';
INSERT INTO rule.tik VALUES ('stuk', -1);
SET client_min_messages = error;
SELECT is((SELECT bytes::jsonb FROM api.klok_tik() LIMIT 1), '{"tik": true}'::jsonb, 'a tick goes on past what fails');
RESET client_min_messages;

SELECT * FROM finish();
ROLLBACK;
