-- What an organisation prepares stays inside it, passes to a new delegate, and is checked in one
-- place for every command that speaks for it.
BEGIN;
SELECT plan(13);

SELECT lives_ok($$ SELECT rule.vertegenwoordiging_vastleggen(proef.n('persoon_vik'), proef.n('org_vz'), 'Medewerker') $$);
SELECT lives_ok($$ SELECT proef.noem('k', (proef.doe('sem', 'keuzevraag.inbrengen', proef.n('tafel'),
    '{"vraag": "Wie?", "nietsDoen": "Niemand.", "opties": [{"titel": "Wij"}]}') ->> 'id')::bigint) $$);
CREATE FUNCTION pg_temp.vik() RETURNS bigint LANGUAGE sql AS $$
    SELECT max(v.id) FROM spr.vertegenwoordiging v
    WHERE v.persoon = proef.n('persoon_vik') AND v.organisatie = proef.n('org_vz') $$;
SELECT lives_ok($$ SELECT proef.noem('v', (proef.doe('vik', 'voorbereiding.opstellen', proef.n('tafel'), jsonb_build_object(
    'opdracht', 'standpunt.innemen', 'args', jsonb_build_object('keuzevraag', proef.v('k'), 'waarde', 'niet_akkoord', 'tekst', 'binnenskamers')),
    pg_temp.vik()) ->> 'id')::bigint) $$);

-- Where the word is: in one stream, read by those two and nobody else.
SELECT is((SELECT array_agg(s.naam::text) FROM spr.inhoud i JOIN spr.stroom s ON s.id = i.stroom WHERE i.inhoud::text LIKE '%binnenskamers%'),
    ARRAY['organisatie:' || proef.v('org_vz')], 'it stands in the stream of the organisation only');
SELECT set_eq(format($$ SELECT p.naam FROM spr.persoon p, rule.leesbare_stromen(p.id, rule.nu()) r WHERE r.stroom = 'organisatie:%s' $$, proef.v('org_vz')),
    ARRAY['Wil', 'Vik'], 'its own people read it');
SELECT is((SELECT count(*) FROM spr.bericht b WHERE b.tekst LIKE '%binnenskamers%'), 0::bigint, 'no notice holds the word');

-- A new delegate finds it; who no longer speaks for the organisation does not.
DO $$ BEGIN
    UPDATE spr.vertegenwoordiging SET tot = van - 1 WHERE id = pg_temp.vik();
    PERFORM rule.vertegenwoordiging_vastleggen(proef.n('persoon_gus'), proef.n('org_vz'), 'Opvolger');
END $$;
SELECT set_eq(format($$ SELECT p.naam FROM spr.persoon p, rule.leesbare_stromen(p.id, rule.nu()) r WHERE r.stroom = 'organisatie:%s' $$, proef.v('org_vz')),
    ARRAY['Wil', 'Gus'], 'it passes to who comes after');

-- The check is one, and its commands are rows: every row names a command, and has its switch.
SELECT is_empty($$ SELECT opdracht FROM rule.namens_opdracht EXCEPT SELECT doe FROM rule.handeling WHERE soort = 'command' $$,
    'every row is a command');
INSERT INTO spr.organisatie_instelling VALUES (proef.n('org_vz'), true, proef.n('persoon_wil'), rule.nu());
CREATE FUNCTION pg_temp.geeft(doe text, args jsonb) RETURNS text LANGUAGE sql AS $$
    SELECT r.bytes::jsonb ->> 'code' FROM api.verwerk(ARRAY[doe], ARRAY[proef.sessie('wil')], ARRAY[proef.v('wil_namens')],
        ARRAY[proef.v('tafel')], ARRAY[jsonb_build_object('sleutel', replace(gen_random_uuid()::text, '-', ''), 'args', args)::text]) r LIMIT 1 $$;
SELECT results_eq($$ SELECT o.opdracht COLLATE "C" FROM rule.namens_opdracht o WHERE pg_temp.geeft(o.opdracht, '{}') = 'tweede_instemming' ORDER BY 1 $$,
    $$ SELECT o.opdracht COLLATE "C" FROM rule.namens_opdracht o WHERE o.tweede AND o.als IS NULL ORDER BY 1 $$, 'what asks for a second is refused without one, the rest is not');
SELECT is(pg_temp.geeft('standpunt.innemen', jsonb_build_object('keuzevraag', proef.v('k'), 'waarde', 'niet_akkoord', 'tekst', 'binnenskamers',
    'voorbereiding', proef.v('v'))), 'tweede_instemming', 'prepared is not agreed to');
SELECT isnt(pg_temp.geeft('aantekening.plaatsen', '{}'), 'tweede_instemming', 'a command without a row goes its way');

-- The database itself keeps the second person another one.
SELECT throws_ok(format($$ UPDATE spr.voorbereiding SET status = 'ingestemd', ingestemd_door = persoon, ingestemd_op = now() WHERE id = %s $$, proef.v('v')),
    '23514', NULL, 'who wrote it cannot be the second');
SELECT throws_ok(format($$ UPDATE spr.voorbereiding SET status = 'ingestemd' WHERE id = %s $$, proef.v('v')), '23514', NULL, 'an agreement has a name');

SELECT * FROM finish();
ROLLBACK;
