-- Two connections at once: who waits for whom, and what the one that waited then finds.
-- as: postgres
SELECT plan(14);
\set lijnen '{ene,andere}'
\ir lijnen.sql

CREATE FUNCTION proef.opdracht(doe text, wie text, tafel text, args json, sleutel text) RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT string_agg(v.soort || '' '' || v.bytes, E''\n'') FROM api.verwerk(%L, %L, %L, %L, %L) v',
        ARRAY[doe], ARRAY[proef.sessie(wie)], ARRAY[coalesce(proef.v(wie || '_namens'), '')], ARRAY[tafel],
        ARRAY[json_build_object('args', args, 'sleutel', sleutel)::text]) $$;
CREATE FUNCTION proef.plaats(sleutel text, wie text DEFAULT 'wil') RETURNS text LANGUAGE sql AS $$
    SELECT proef.opdracht('bijdrage.plaatsen', wie, proef.v('tafel'),
        json_build_object('onderwerp', proef.v('onderwerp'), 'tekst', 'Tegelijk.'), sleutel) $$;
CREATE FUNCTION proef.sluit(sleutel text) RETURNS text LANGUAGE sql AS $$
    SELECT proef.opdracht('sleutel.afsluiten', 'wil', NULL, json_build_object('sleutel', sleutel), 'afsluiten-' || sleutel) $$;
-- A key is closed while its command is landing.
SELECT dblink_exec('ene', 'BEGIN');
SELECT alike(proef.doe_op('ene', proef.plaats('tegelijk-0000001')), 'antwoord %', 'a command, not committed yet');
SELECT ok(proef.laat_wachten('andere', proef.sluit('tegelijk-0000001')), 'closing its key waits for it');
SELECT dblink_exec('ene', 'COMMIT');
SELECT alike(proef.uitkomst('andere'), '%"uitkomst":"gedaan"%', 'and then knows that it is done');

SELECT dblink_exec('ene', 'BEGIN');
SELECT proef.doe_op('ene', proef.plaats('tegelijk-0000002')) IS NOT NULL;
SELECT ok(proef.laat_wachten('andere', proef.sluit('tegelijk-0000002')), 'the same');
SELECT dblink_exec('ene', 'ROLLBACK');
SELECT alike(proef.uitkomst('andere'), '%"uitkomst":"afgesloten"%', 'but it failed: closed');

-- The command comes while its key is being closed.
SELECT dblink_exec('ene', 'BEGIN');
SELECT alike(proef.doe_op('ene', proef.sluit('tegelijk-0000003')), '%"uitkomst":"afgesloten"%', 'a closing, not committed yet');
SELECT ok(proef.laat_wachten('andere', proef.plaats('tegelijk-0000003')), 'the command waits at its very end');
SELECT dblink_exec('ene', 'COMMIT');
SELECT alike(proef.uitkomst('andere'), '%"sleutel_pkey"%', 'and is undone by the constraint');
SELECT alike(proef.doe_op('andere', proef.plaats('tegelijk-0000003')), 'weigering %sleutel_afgesloten%', 'its replay is refused');

-- Two at one tafel: the second waits for the row, then goes on from what the first left.
SELECT dblink_exec('ene', 'BEGIN');
CREATE TEMP TABLE plek AS SELECT (substring(proef.doe_op('ene', proef.plaats('tegelijk-0000004')) FROM '"seq": (\d+)'))::int AS seq;
SELECT ok(proef.laat_wachten('andere', proef.plaats('tegelijk-0000005', 'wes')), 'two commands of one tafel wait for each other');
SELECT dblink_exec('ene', 'COMMIT');
SELECT is((substring(proef.uitkomst('andere') FROM '"seq": (\d+)'))::int, (SELECT seq + 1 FROM plek), 'no number is lost or given twice');
SELECT is(rule.keten_nagaan('tafel:' || proef.v('tafel')), 0::bigint, 'the stream is sound');

-- One tick at a time, and nobody waits for it.
SELECT dblink_exec('ene', 'BEGIN');
SELECT is(proef.doe_op('ene', 'SELECT bytes FROM api.klok_tik()'), '{"tik":true}', 'one process ticks');
SELECT is(proef.doe_op('andere', 'SELECT bytes FROM api.klok_tik()'), '{"tik":false}', 'the other is told so at once');
SELECT dblink_exec('ene', 'ROLLBACK');

SELECT * FROM finish();
SELECT dblink_disconnect('ene');
SELECT dblink_disconnect('andere');
