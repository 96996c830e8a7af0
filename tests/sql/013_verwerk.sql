-- Batches: order, answers, hints, and a command that raises.
-- Not in one transaction: what a raise undoes, and what NOTIFY tells, shows only across them.
SELECT plan(26);

CREATE FUNCTION proef.verzoek(tekst text) RETURNS text LANGUAGE sql AS $$
    SELECT json_build_object('args', json_build_object('onderwerp', proef.v('onderwerp'),
        'tekst', tekst), 'sleutel', replace(gen_random_uuid()::text, '-', ''))::text $$;
CREATE FUNCTION proef.kop(naam text) RETURNS bigint LANGUAGE sql AS
    $$ SELECT coalesce((SELECT s.seq FROM spr.stroom s WHERE s.naam = $1), 0) $$;

-- Three commands for one tafel, two for none of the others.
CREATE TEMP TABLE uit AS
SELECT row_number() OVER () AS rij, v.* FROM api.verwerk(
    ARRAY['bijdrage.plaatsen', 'bijdrage.plaatsen', 'tafel.vergeten', 'bijdrage.plaatsen', 'bijdrage.plaatsen'],
    ARRAY[proef.sessie('wil'), proef.sessie('wes'), proef.sessie('wil'), proef.sessie('wil'), proef.sessie('gus')],
    ARRAY[proef.v('wil_namens'), proef.v('wes_namens'), NULL, proef.v('wil_namens'), NULL],
    ARRAY[proef.v('tafel'), proef.v('tafel'), NULL, proef.v('tafel'), proef.v('tafel')],
    ARRAY[proef.verzoek('een'), proef.verzoek('twee'), proef.verzoek('x'), proef.verzoek('drie'), proef.verzoek('vier')]) v;
SELECT is((SELECT array_agg(volg ORDER BY rij) FROM uit), ARRAY[1, 1, 2, 2, 4, 4, 5, 3],
    'those of one tafel as they were given');
SELECT is((SELECT array_agg(soort ORDER BY rij) FROM uit), ARRAY['antwoord',
    'gebeurtenis', 'antwoord', 'gebeurtenis', 'antwoord', 'gebeurtenis', 'weigering', 'weigering'],
    'a reply first, then its events');
SELECT is((SELECT bytes::json ->> 'code' FROM uit WHERE volg = 3), 'onbekende_opdracht',
    'what nobody knows is refused');
SELECT is((SELECT bytes::json ->> 'code' FROM uit WHERE volg = 5), 'niet_gevonden',
    'a stranger does not learn that the tafel exists');
SELECT is((SELECT array_agg(seq ORDER BY rij) FROM uit WHERE soort = 'gebeurtenis'),
    ARRAY(SELECT generate_series(proef.kop('tafel:' || proef.v('tafel')) - 2,
        proef.kop('tafel:' || proef.v('tafel')))), 'numbers follow the order');
SELECT is((SELECT array_agg((bytes::json ->> 'inhoud')::json -> 'bijdragen' -> 0 ->> 'tekst' ORDER BY rij)
    FROM uit WHERE soort = 'gebeurtenis'), ARRAY['een', 'twee', 'drie'], 'and so does what was said');

-- The bytes that go out at once are those that the log gives later.
SELECT results_eq($$ SELECT bytes FROM uit WHERE soort = 'gebeurtenis' ORDER BY seq $$,
    $$ SELECT f.bytes FROM api.feed_lezen('tafel:' || proef.v('tafel'),
        proef.kop('tafel:' || proef.v('tafel')) - 3, 10) f $$, 'the feed reads the same bytes');

-- Turns: posts of all tafels together, any other command alone, and each tafel in the order given.
SELECT results_eq($$ SELECT b.samen, b.volg FROM rule.beurten(
        ARRAY['bijdrage.plaatsen', 'onderwerp.sluiten', 'bijdrage.plaatsen', 'bijdrage.plaatsen', 'ronde.openen', 'bijdrage.plaatsen'],
        ARRAY['9', '9', '10', '9', '10', '9']) b $$,
    $$ VALUES ('bijdrage.plaatsen', ARRAY[3, 1]), (NULL, ARRAY[5]), (NULL, ARRAY[2]),
        ('bijdrage.plaatsen', ARRAY[4, 6]) $$, 'a post after a single command waits for it, others do not');

-- A key twice in one batch: one effect, and the same answer twice.
CREATE TEMP TABLE dubbel AS
WITH q AS (SELECT proef.verzoek('dubbel') AS een, proef.verzoek('anders') AS ander)
SELECT row_number() OVER () AS rij, v.* FROM q, api.verwerk(
    array_fill('bijdrage.plaatsen'::text, '{3}'), array_fill(proef.sessie('wil'), '{3}'),
    array_fill(proef.v('wil_namens'), '{3}'), array_fill(proef.v('tafel'), '{3}'),
    ARRAY[q.een, q.een, replace(q.ander, q.ander::json ->> 'sleutel', q.een::json ->> 'sleutel')]) v;
SELECT is((SELECT array_agg(volg || soort ORDER BY volg, rij) FROM dubbel),
    '{1antwoord,1gebeurtenis,2antwoord,3weigering}'::text[], 'the second finds the first one done');
SELECT is((SELECT count(DISTINCT bytes)::int FROM dubbel WHERE soort = 'antwoord'), 1, 'with its answer');
SELECT is((SELECT bytes::json ->> 'code' FROM dubbel WHERE volg = 3), 'sleutel_conflict',
    'and the third is another request');

-- One hint per batch.
SELECT lives_ok($$ SELECT rule.wenk(ARRAY(SELECT 'tafel:' || i FROM generate_series(1, 2000) i),
    ARRAY(SELECT i::bigint FROM generate_series(1, 2000) i)) $$, 'a long hint becomes a star');
SELECT lives_ok($$ SELECT rule.wenk('{}', '{}') $$, 'no events, no hint');

-- A command that raises: a constraint that no rule knows of.
ALTER TABLE spr.bijdrage ADD CONSTRAINT bijdrage_proef_check CHECK (tekst <> 'kapot');
SELECT throws_ok($$ SELECT * FROM api.verwerk(
    ARRAY['bijdrage.plaatsen', 'bijdrage.plaatsen'], ARRAY[proef.sessie('wil'), proef.sessie('wes')],
    ARRAY[proef.v('wil_namens'), proef.v('wes_namens')], ARRAY[proef.v('tafel'), proef.v('tafel')],
    ARRAY[proef.verzoek('goed'), proef.verzoek('kapot')]) $$, '23514', NULL, 'the whole batch fails');
CREATE TEMP TABLE stand AS SELECT proef.kop('tafel:' || proef.v('tafel')) AS seq;
CREATE TEMP TABLE uit2 AS
SELECT row_number() OVER () AS rij, v.* FROM api.verwerk_bewaakt(
    ARRAY['bijdrage.plaatsen', 'bijdrage.plaatsen', 'bijdrage.plaatsen'],
    ARRAY[proef.sessie('wil'), proef.sessie('wes'), proef.sessie('ona')],
    ARRAY[proef.v('wil_namens'), proef.v('wes_namens'), proef.v('ona_namens')],
    ARRAY[proef.v('tafel'), proef.v('tafel'), proef.v('tafel')],
    ARRAY[proef.verzoek('goed'), proef.verzoek('kapot'), proef.verzoek('ook goed')]) v;
SELECT is((SELECT array_agg(soort ORDER BY rij) FROM uit2),
    ARRAY['antwoord', 'gebeurtenis', 'fout', 'antwoord', 'gebeurtenis'], 'guarded, only the raiser fails');
SELECT is((SELECT bytes::json ->> 'sqlstate' FROM uit2 WHERE soort = 'fout'), '23514', 'with its SQLSTATE');
SELECT is(proef.kop('tafel:' || proef.v('tafel')), (SELECT seq + 2 FROM stand),
    'the stream has no hole where it failed');
SELECT is(rule.keten_nagaan('tafel:' || proef.v('tafel')), 0::bigint, 'and is sound');
SELECT is((SELECT count(*)::int FROM spr.sleutel WHERE antwoord IS NULL), 0, 'no key of it was stored');
ALTER TABLE spr.bijdrage DROP CONSTRAINT bijdrage_proef_check;

-- What can only be refused after something was written is refused by undoing it.
CREATE FUNCTION api.bijdrage_proef(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel LANGUAGE plpgsql AS $$
DECLARE
    c rule.opdracht := rule.start('bijdrage.plaatsen', sessie, namens, tafel, verzoek);
BEGIN
    c := rule.boek(c, 'tafel:' || c.tafel, 'bijdrage.geplaatst', 'bijdrage:1', '{}');
    CASE c.args ->> 'tekst'
    WHEN 'weiger' THEN c := rule.weiger(c, 'verkeerde_toestand');
    WHEN 'kamer' THEN c := rule.boek(c, 'kamer:' || proef.v('gesprek_onderwijs'), 'bijdrage.geplaatst', 'bijdrage:1', '{}');
    WHEN 'buiten' THEN c := rule.boek(c, 'buiten:' || c.tafel, 'bijdrage.geplaatst', 'bijdrage:1', '{}');
    WHEN 'elders' THEN c := rule.boek(c, 'tafel:' || proef.v('vol'), 'bijdrage.geplaatst', 'bijdrage:1', '{}');
    WHEN 'stom' THEN NULL;
    END CASE;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
SELECT throws_ok(format($$ SELECT * FROM api.bijdrage_proef(proef.sessie('wil'), proef.v('wil_namens'),
        proef.v('tafel'), proef.verzoek(%L)) $$, tekst), staat, melding, wat)
FROM (VALUES ('weiger', 'SP001', 'verkeerde_toestand', 'a late refusal undoes the command'),
    ('kamer', 'SP001', 'niet_toegestaan', 'a room of another sector is closed inside the append too'),
    ('buiten', 'SP001', 'niet_toegestaan', 'the outward stream is never written directly'),
    ('elders', 'SP001', 'niet_toegestaan', 'a command writes no other tafel than the one it locked'),
    ('stom', 'SP902', NULL, 'a command must reply')) x (tekst, staat, melding, wat);
CREATE OR REPLACE FUNCTION rule.roep(doe text, sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel LANGUAGE plpgsql AS $$
BEGIN
    RETURN QUERY SELECT * FROM api.bijdrage_proef(sessie, namens, tafel, verzoek);
END $$;
SELECT is((SELECT v.soort || ' ' || v.bytes FROM api.verwerk_bewaakt(ARRAY['bijdrage.proef'],
    ARRAY[proef.sessie('wil')], ARRAY[proef.v('wil_namens')], ARRAY[proef.v('tafel')],
    ARRAY[proef.verzoek('weiger')]) v), 'weigering {"code":"verkeerde_toestand"}',
    'guarded, a late refusal is an ordinary one');

-- A deadlock or a full disk is for the store to judge, not for one command.
CREATE OR REPLACE FUNCTION rule.roep(doe text, sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'x' USING ERRCODE = doe;
END $$;
SELECT throws_ok($$ SELECT * FROM api.verwerk_bewaakt('{40P01}', '{x}', '{x}', '{x}', '{x}') $$,
    '40P01', NULL, 'a deadlock is not swallowed');

SELECT * FROM finish();
