-- Two parties vote at the instant a stemming closes, and voting and closing come in either order: a
-- stem is counted in the uitslag, or it is refused.
-- as: postgres
SELECT plan(22);
\set lijnen '{een,twee,drie}'
\ir lijnen.sql

CREATE FUNCTION proef.opdracht(doe text, wie text, args json) RETURNS text LANGUAGE sql AS $$
    SELECT format('SELECT string_agg(v.soort || '' '' || v.bytes, E''\n'') FROM api.verwerk(%L, %L, %L, %L, %L) v',
        ARRAY[doe], ARRAY[proef.sessie(wie)], ARRAY[CASE WHEN wie IN ('vera', 'sem') THEN '' ELSE proef.v(wie || '_namens') END],
        ARRAY[proef.v('tafel')], ARRAY[json_build_object('args', args, 'sleutel', gen_random_uuid())::text]) $$;
CREATE FUNCTION proef.stem(wie text, keuze text, s text) RETURNS text LANGUAGE sql AS $$
    SELECT proef.opdracht('stem.uitbrengen', wie, json_build_object('stemming', s, 'keuze', keuze)) $$;
CREATE FUNCTION proef.sluit(s text) RETURNS text LANGUAGE sql AS $$
    SELECT proef.opdracht('stemming.sluiten', 'vera', json_build_object('stemming', s)) $$;
CREATE FUNCTION proef.nieuwe(hoe text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    b text := (regexp_match(proef.doe_op('een', proef.opdracht('besluit.opstellen', 'sem',
        '{"soort": "conclusie", "titel": "Tegelijk", "tekst": "Tegelijk."}')), '"id": "(\d+)"'))[1];
BEGIN
    PERFORM proef.doe_op('een', proef.opdracht('besluit.voorleggen', 'sem', json_build_object('besluit', b)));
    RETURN (regexp_match(proef.doe_op('een', proef.opdracht('stemming.openen', 'vera',
        json_build_object('besluit', b, 'methode', hoe))), '"id": "(\d+)"'))[1];
END $$;
-- What was told to the voters against what was counted.
CREATE FUNCTION proef.klopt(s text) RETURNS boolean LANGUAGE sql AS $$
    SELECT x.status = 'gesloten' AND (x.uitslag #>> '{0,aanwezig}')::int = (SELECT count(*) FROM spr.stem e WHERE e.stemming = x.id)
        AND (x.uitslag #>> '{0,voor}')::int = (SELECT count(*) FROM spr.stem e WHERE e.stemming = x.id AND e.keuze = 'voor')
        AND NOT EXISTS (SELECT FROM spr.stem e WHERE e.stemming = x.id AND e.op > x.gesloten_op)
    FROM spr.stemming x WHERE x.id = s::bigint $$;

-- The votes come first: the close waits for them, and counts them.
SELECT proef.nieuwe('eenvoudig') AS s \gset
SELECT dblink_exec('een', 'BEGIN');
SELECT alike(proef.doe_op('een', proef.stem('wil', 'voor', :'s')), 'antwoord %', 'a vote, not committed yet');
SELECT ok(proef.laat_wachten('drie', proef.sluit(:'s')), 'the close waits for it');
SELECT dblink_exec('een', 'COMMIT');
SELECT alike(proef.uitkomst('drie'), 'antwoord %', 'then the vote is closed');
SELECT is((SELECT uitslag #>> '{0,voor}' FROM spr.stemming WHERE id = :'s'), '1', 'and the stem that came before it is counted');
SELECT ok(proef.klopt(:'s'), 'and nothing else');

-- It is undone after all: the close counts without it.
SELECT proef.nieuwe('eenvoudig') AS s \gset
SELECT dblink_exec('een', 'BEGIN');
SELECT alike(proef.doe_op('een', proef.stem('wil', 'voor', :'s')), 'antwoord %', 'a vote that will be lost');
SELECT ok(proef.laat_wachten('drie', proef.sluit(:'s')), 'the close waits for it too');
SELECT dblink_exec('een', 'ROLLBACK');
SELECT alike(proef.uitkomst('drie'), 'antwoord %', 'then the vote is closed');
SELECT is((SELECT uitslag #>> '{0,aanwezig}' FROM spr.stemming WHERE id = :'s'), '0', 'a stem that was lost is not counted');

-- The close comes first: two parties wait, and both are refused.
SELECT proef.nieuwe('eenvoudig') AS s \gset
SELECT dblink_exec('drie', 'BEGIN');
SELECT alike(proef.doe_op('drie', proef.sluit(:'s')), 'antwoord %', 'a close, not committed yet');
SELECT ok(proef.laat_wachten('een', proef.stem('wil', 'voor', :'s')), 'one party waits for it');
SELECT ok(proef.laat_wachten('twee', proef.stem('wes', 'voor', :'s')), 'and another');
SELECT dblink_exec('drie', 'COMMIT');
SELECT alike(proef.uitkomst('een'), 'weigering %verkeerde_toestand%', 'the first is refused');
SELECT alike(proef.uitkomst('twee'), 'weigering %verkeerde_toestand%', 'and so is the other');
SELECT ok(proef.klopt(:'s'), 'no stem is there that was not counted');

-- The close is undone: who waited is heard after all.
SELECT proef.nieuwe('eenvoudig') AS s \gset
SELECT dblink_exec('drie', 'BEGIN');
SELECT proef.doe_op('drie', proef.sluit(:'s')) IS NOT NULL;
SELECT ok(proef.laat_wachten('een', proef.stem('wil', 'voor', :'s')), 'a party waits for a close');
SELECT dblink_exec('drie', 'ROLLBACK');
SELECT alike(proef.uitkomst('een'), 'antwoord %', 'that does not come: its stem is cast');

-- All three at one instant, nobody leads: whatever the order, what was accepted was counted.
SELECT dblink_exec('twee', 'BEGIN');
SELECT proef.doe_op('twee', format('SELECT id::text FROM spr.tafel WHERE id = %s FOR UPDATE', proef.v('tafel'))) IS NOT NULL;
SELECT ok(proef.laat_wachten('drie', proef.sluit(:'s')) AND proef.laat_wachten('een', proef.stem('wil', 'tegen', :'s')), 'a close and a second vote wait for the same tafel');
SELECT dblink_exec('twee', 'COMMIT');
CREATE TEMP TABLE kwam AS SELECT proef.uitkomst('een') AS stem, proef.uitkomst('drie') AS sluiting;
SELECT alike((SELECT sluiting FROM kwam), 'antwoord %', 'the close is done');
SELECT ok((SELECT stem LIKE 'antwoord %' FROM kwam) = (SELECT uitslag #>> '{0,tegen}' = '1' FROM spr.stemming WHERE id = :'s'),
    'the second vote is counted if and only if it was accepted');
SELECT ok(proef.klopt(:'s'), 'no stem is there that was not counted');
SELECT is(rule.keten_nagaan('tafel:' || proef.v('tafel')), 0::bigint, 'the stream is sound');

SELECT * FROM finish();
SELECT dblink_disconnect(naam) FROM unnest(ARRAY['een', 'twee', 'drie']) naam;
