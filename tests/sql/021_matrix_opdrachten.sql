-- Every capacity × every command × every state of the tafel. Who may do what comes from the `mag:`
-- lines of tests/talk/*.talk, which people write from the domain's policy; who is what stands here.
-- Nothing of the expected side comes from the schema or from proto.
BEGIN;
\ir matrix_wereld.sql
\set mag `cat tests/talk/*.talk | grep '^mag:'`
SELECT plan(9);

-- "mag: noun.verb: role role @ state state"; without @ a command that belongs to no tafel.
CREATE TEMP TABLE mag AS
SELECT r[1] AS doe, string_to_array(trim(r[2]), ' ') AS rollen,
    CASE WHEN trim(r[4]) = '*' THEN '{concept,open,opgeschort,afgesloten,gearchiveerd}'
         ELSE string_to_array(trim(r[4]), ' ') END AS staten
FROM (SELECT regexp_match(regel, '^mag:\s*([a-z-]+(?:\.[a-z-]+)?):\s*([^@]*?)\s*(@\s*(.*))?$') AS r
      FROM regexp_split_to_table(:'mag', E'\n') regel) x;
SELECT is((SELECT count(*)::int FROM mag WHERE doe IS NULL), 0, 'every mag: line can be read');
SELECT is((SELECT count(*) - count(DISTINCT doe) FROM mag), 0::bigint, 'one mag: line per command');
SELECT set_eq($$ SELECT doe FROM mag $$, $$ SELECT doe FROM rule.handeling WHERE soort IN ('command', 'live') $$,
    'every command and signal is judged by a talk file');
SELECT is_empty($$ SELECT DISTINCT r FROM mag, unnest(rollen) r WHERE r NOT IN ('ieder', 'lezer', 'partij', 'voorzitter',
    'secretaris', 'vertegenwoordiger', 'ondertekenaar', 'toehoorder', 'analist', 'beheerder', 'auditor') $$, 'mag: lines know these roles');

-- What each is at the tafel, whether they may know of it, and what they are for the platform.
CREATE TEMP TABLE is_hier (naam text PRIMARY KEY, rollen text[], kent boolean, platform text[]);
INSERT INTO is_hier VALUES
    ('voorzitter', '{voorzitter,lezer}', true, '{}'), ('secretaris', '{secretaris,lezer}', true, '{}'),
    ('vertegenwoordiger', '{vertegenwoordiger,partij,lezer}', true, '{}'),
    ('plaatsvervanger', '{vertegenwoordiger,partij,lezer}', true, '{}'),
    ('ondertekenaar', '{ondertekenaar,vertegenwoordiger,partij,lezer}', true, '{}'),
    ('penvoerder', '{vertegenwoordiger,partij,lezer}', true, '{}'),
    ('rapporteur', '{vertegenwoordiger,partij,lezer}', true, '{}'),
    ('overkant', '{vertegenwoordiger,partij,lezer}', true, '{}'),
    ('andere_sector', '{vertegenwoordiger,partij,lezer}', true, '{}'),
    ('zonder_zetel', '{partij}', true, '{}'), ('genodigde', '{partij}', true, '{}'),
    ('opgeschort', '{partij,lezer}', true, '{}'), ('uitgetreden', '{}', true, '{}'),
    ('ingetrokken', '{partij}', true, '{}'), ('mandaat_voorbij', '{}', true, '{}'),
    ('toehoorder', '{toehoorder,lezer}', true, '{}'), ('analist_hier', '{analist,lezer}', true, '{}'),
    ('analist', '{analist,lezer}', true, '{analist}'), ('beheerder', '{beheerder}', false, '{beheerder}'),
    ('auditor', '{auditor}', false, '{auditor}'), ('voorzitter_platform', '{}', false, '{voorzitter}'),
    ('secretaris_platform', '{}', false, '{secretaris}'), ('voorzitter_elders', '{}', false, '{}'),
    ('partij_elders', '{}', false, '{}'), ('niemand', '{}', false, '{}');
SELECT set_eq('SELECT naam FROM is_hier', 'SELECT naam FROM proef.wie', 'everybody is judged');

CREATE TEMP TABLE cel AS
SELECT i.naam, m.doe, t.status, 'tafel:' || t.id AS object, t.id AS tafel, CASE
    WHEN NOT (i.rollen || '{ieder}') && m.rollen THEN
        CASE WHEN i.kent AND (t.status <> 'concept' OR i.naam IN ('voorzitter', 'secretaris'))
             THEN 'niet_toegestaan' ELSE 'niet_gevonden' END
    -- a tafel in concept exists only for voorzitter and secretaris
    WHEN t.status = 'concept' AND i.naam NOT IN ('voorzitter', 'secretaris') THEN 'niet_gevonden'
    WHEN NOT t.status = ANY (m.staten) THEN 'verkeerde_toestand' END AS verwacht
FROM is_hier i, mag m, proef.tafels t WHERE m.staten IS NOT NULL
UNION ALL
SELECT i.naam, m.doe, NULL, 'platform', NULL,
    CASE WHEN NOT (i.platform || '{ieder}') && m.rollen THEN 'niet_toegestaan' END
FROM is_hier i, mag m WHERE m.staten IS NULL;

-- Somebody whose mandate ended speaks for nobody; for the old organisation they may not even ask.
CREATE FUNCTION pg_temp.namens(w proef.wie) RETURNS text LANGUAGE sql AS
    $$ SELECT CASE WHEN w.naam <> 'mandaat_voorbij' THEN w.namens::text ELSE '' END $$;
SELECT is_empty($$
    SELECT c.naam, c.doe, c.status, c.verwacht, a AS gevonden
    FROM cel c JOIN proef.wie w USING (naam),
        rule.authorise(proef.sessie('m-' || w.naam), pg_temp.namens(w), c.doe, c.object) a
    WHERE a IS DISTINCT FROM c.verwacht $$, 'the whole matrix, asked of authorise');

-- What is refused is refused at the door of the server with the same code, whatever the arguments.
CREATE TEMP TABLE deur AS
SELECT c.*, v.soort, v.bytes FROM (
    SELECT *, row_number() OVER (ORDER BY naam, doe, status) AS nr FROM cel
    WHERE verwacht IS NOT NULL AND doe IN (SELECT doe FROM rule.handeling WHERE soort = 'command')) c
LEFT JOIN LATERAL (SELECT 1) x ON true
JOIN proef.wie w USING (naam),
    LATERAL api.verwerk(ARRAY[c.doe], ARRAY[proef.sessie('m-' || c.naam)], ARRAY[pg_temp.namens(w)],
        ARRAY[coalesce(c.tafel::text, '')], ARRAY['{"args":{},"sleutel":"matrix-' || lpad(c.nr::text, 12, '0') || '"}']) v;
SELECT is_empty($$ SELECT naam, doe, status, verwacht, bytes FROM deur
    WHERE soort <> 'weigering' OR bytes::json ->> 'code' <> verwacht $$, 'the same at the door');
SELECT is_empty($$ SELECT bytes FROM deur WHERE verwacht = 'niet_gevonden' AND bytes <> '{"code":"niet_gevonden"}' $$,
    'what may not be known gets the answer that an unknown tafel gets');
SELECT is((SELECT bytes::json ->> 'code' FROM proef.wie w, LATERAL api.verwerk('{bijdrage.plaatsen}',
    ARRAY[proef.sessie('m-mandaat_voorbij')], ARRAY[w.namens::text],
    ARRAY[(SELECT id::text FROM proef.tafels WHERE status = 'open')], '{"{\"args\":{},\"sleutel\":\"matrix-x-12345678\"}"}')
    WHERE w.naam = 'mandaat_voorbij'), 'namens_ongeldig', 'a mandate that ended speaks for nobody');

SELECT * FROM finish();
ROLLBACK;
