-- Searching: what was said is found at once, and the words that stand apart are those that can be
-- read. Not in one transaction: a post is taken apart only when no older transaction is open.
SELECT plan(19);

CREATE FUNCTION proef.zeg(tekst text) RETURNS bigint LANGUAGE sql AS $$
    SELECT (proef.doe('wil', 'bijdrage.plaatsen', proef.n('tafel'), jsonb_build_object(
        'onderwerp', proef.v('onderwerp'), 'tekst', tekst), proef.n('wil_namens')) ->> 'id')::bigint $$;
CREATE FUNCTION proef.vindt(woord text) RETURNS bigint[] LANGUAGE sql AS $$
    SELECT ARRAY(SELECT b.id FROM rule.bijdragen_gevonden(proef.n('tafel'),
        websearch_to_tsquery('pg_catalog.dutch', woord)) b ORDER BY 1) $$;
CREATE FUNCTION proef.woorden(bijdrage bigint) RETURNS text LANGUAGE sql AS
    $$ SELECT z.woorden::text FROM spr.zoekwoorden z WHERE z.bijdrage = $1 $$;

CREATE TEMP TABLE p (naam text, id bigint);
INSERT INTO p SELECT 'een', proef.zeg('De zaagvis zwemt');
INSERT INTO p SELECT 'twee', proef.zeg('Een tweede zaagvis');
SELECT is(proef.vindt('zaagvis'), ARRAY(SELECT id FROM p ORDER BY id), 'found before its words stand apart');
SELECT is(proef.woorden(id), NULL, 'where they are not yet') FROM p WHERE naam = 'een';

-- The first call fixes the stretch, the second one reads it.
SELECT lives_ok('SELECT rule.zoekwoorden_bijwerken(100000)', 'one looks how far');
SELECT is(rule.zoekwoorden_bijwerken(100000), 0::bigint, 'and takes apart');
SELECT is(proef.woorden(id), '''zaagvis'':2 ''zwemt'':3', 'the words stand apart') FROM p WHERE naam = 'een';
SELECT is(proef.vindt('zaagvis'), ARRAY(SELECT id FROM p ORDER BY id), 'and each is found once');
INSERT INTO p SELECT 'drie', proef.zeg('Een derde zaagvis');
SELECT is(proef.vindt('zaagvis'), ARRAY(SELECT id FROM p ORDER BY id), 'a later one beside them');
SELECT is((api.zoekwoorden_bijwerken()).soort, 'antwoord', 'the server asks for it');
SELECT is(rule.zoekwoorden_bijwerken(0), (SELECT s.straks - s.tot FROM spr.zoekstand s), 'not more than asked for');

-- What changes takes its words along.
SELECT lives_ok(format($$ SELECT proef.doe('wil', 'bijdrage.herzien', proef.n('tafel'), jsonb_build_object(
    'bijdrage', '%s', 'tekst', 'De walvis zwemt', 'versie', 1), proef.n('wil_namens')) $$, id), 'a revision')
FROM p WHERE naam = 'een';
SELECT is(proef.vindt('walvis'), ARRAY(SELECT id FROM p WHERE naam = 'een'), 'is found by its new words');
SELECT is(proef.vindt('zaagvis'), ARRAY(SELECT id FROM p WHERE naam <> 'een' ORDER BY id), 'and not by the old');
SELECT lives_ok(format($$ SELECT proef.doe('wil', 'bijdrage.intrekken', proef.n('tafel'), jsonb_build_object(
    'bijdrage', '%s', 'reden', 'weg'), proef.n('wil_namens')) $$, id), 'a withdrawal')
FROM p WHERE naam = 'een';
SELECT is(proef.vindt('walvis'), '{}', 'is not found');
SELECT is(proef.woorden(id), NULL, 'and its words are gone') FROM p WHERE naam = 'een';
-- In a restored database transactions are counted from another place.
UPDATE spr.zoekstand SET straks = straks + 1, zodra = '9000000000000';
SELECT is(rule.zoekwoorden_bijwerken(100000), (SELECT s.straks - s.tot FROM spr.zoekstand s), 'a number from another cluster is put right');
SELECT is(rule.zoekwoorden_bijwerken(100000), 0::bigint, 'and then it goes on');
SELECT is_empty('SELECT * FROM rule.verwijzingen_nagaan()', 'no post points to what is not there');
SELECT throws_ok($$ DELETE FROM spr.persoon WHERE false $$, '42501', NULL, 'and what it points to cannot be deleted');

SELECT * FROM finish();
