-- Exports: the codebook is the row, ceilings refuse, and what nobody waits for is not made ready.
BEGIN;
SELECT * FROM no_plan();

SELECT is(
    ARRAY(SELECT a.attname::text FROM pg_attribute a
          WHERE a.attrelid = 'rule.exportrij'::regclass AND a.attnum > 0 ORDER BY a.attnum),
    ARRAY(SELECT k.naam FROM rule.exportkolom k ORDER BY k.nr),
    'a row has the columns of the codebook, in its order');
SELECT is((SELECT count(*) FROM rule.exportkolom k WHERE k.naam !~ '^[a-z_]+$'), 0::bigint,
    'the name of a column needs no quotes in any format');
SELECT is(rule.export_kenmerk('csv', NULL, '{"a": 1, "b": 2}', '2026-02-03T12:00:00Z'),
    rule.export_kenmerk('csv', NULL, '{"b": 2, "a": 1}', '2026-02-03T12:00:00Z'),
    'the same question has the same kenmerk, however it was written');
SELECT isnt(rule.export_kenmerk('csv', NULL, '{}', '2026-02-03T12:00:00Z'),
    rule.export_kenmerk('csv', NULL, '{}', '2026-02-03T12:00:01Z'), 'another peildatum has another');

CREATE TEMP TABLE vraag AS SELECT rule.nu() AS nu, proef.n('persoon_ana') AS ana;
INSERT INTO spr.export (kenmerk, persoon, formaat, filter, peildatum, op, gezien_op, verteld_op)
SELECT 'E-1', v.ana, 'csv', '{}', v.nu, v.nu, v.nu, v.nu FROM vraag v;
SELECT is((SELECT array_agg(p.soort ORDER BY p.soort) FROM api.export_pakken() p
           WHERE p.soort IN ('id', 'kenmerk', 'ruimte', 'spool')),
    '{id,kenmerk,ruimte,spool}'::text[], 'a maker takes the first that waits');
SELECT is((SELECT count(*) FROM api.export_pakken()), 0::bigint, 'and nobody takes it again');
UPDATE spr.exportgrens SET bestand_bytes = 10;
SELECT is((SELECT p.seq FROM spr.export e, api.export_voortgang(e.id, 5, true) p), 10::bigint,
    'who makes it hears how much room there is');
SELECT is((SELECT count(*) FROM spr.export e, api.export_klaar(e.id, 5, 9, repeat('a', 64), NULL)),
    1::bigint, 'it is ready once');
SELECT is((SELECT count(*) FROM spr.export e, api.export_klaar(e.id, 5, 9, repeat('a', 64), NULL)),
    0::bigint, 'and not a second time');
SELECT is((SELECT count(*) FROM spr.export e, api.export_voortgang(e.id, 6, true)), 0::bigint,
    'of what is ready nothing more is told');
UPDATE spr.exportgrens SET persoon_bytes = 12, samen_bytes = 15;
SELECT is((SELECT rule.export_ruimte(e) FROM spr.export e), 3::bigint,
    'what stands there takes room of its person');
SELECT is((SELECT r.bytes FROM spr.export e,
           api.export_blijft(ARRAY[rule.epoch() || '-' || e.id, rule.epoch() || '-999999',
               repeat('0', 32) || '-1']) r WHERE starts_with(r.bytes, rule.epoch())),
    (SELECT rule.epoch() || '-' || e.id FROM spr.export e), 'a ready file stays, an unknown one goes');
SELECT is((SELECT array_agg(DISTINCT e.naar ORDER BY e.naar) FROM rule.overgang e
           WHERE e.entiteit = 'export' AND e.van = 'verlopen'), NULL, 'what expired is over');

-- Members of a party that voted for reject: the rule decides again, and that count is the one that counts.
CREATE FUNCTION pg_temp.doe(wie text, doe text, args jsonb) RETURNS text LANGUAGE sql AS $$
    SELECT proef.doe(wie, doe, proef.n('tafel'), args,
        CASE WHEN wie IN ('vera', 'sem') THEN NULL ELSE proef.n(wie || '_namens') END) ->> 'id' $$;
CREATE TEMP TABLE g AS SELECT pg_temp.doe('sem', 'besluit.opstellen',
    '{"soort": "conclusie", "titel": "Geteld", "tekst": "Tweemaal geteld."}') AS besluit, NULL::text AS stemming, NULL::text AS achterban;
SELECT pg_temp.doe('sem', 'besluit.voorleggen', jsonb_build_object('besluit', besluit)) FROM g;
UPDATE g SET achterban = pg_temp.doe('wil', 'achterban.melden', jsonb_build_object('besluit', besluit, 'orgaan', 'Leden', 'termijn', '2026-02-20T12:00:00Z'));
UPDATE g SET stemming = pg_temp.doe('vera', 'stemming.openen', jsonb_build_object('besluit', besluit, 'methode', 'eenvoudig'));
SELECT pg_temp.doe(w, 'stem.uitbrengen', jsonb_build_object('stemming', stemming, 'keuze', 'voor')) FROM g, unnest('{wil,wes,ona}'::text[]) w;
SELECT pg_temp.doe('vera', 'stemming.sluiten', jsonb_build_object('stemming', stemming)) FROM g;
CREATE FUNCTION pg_temp.rij() RETURNS rule.exportrij LANGUAGE sql AS $$
    SELECT e FROM rule.export_besluiten(proef.n('persoon_vera'), '{}', rule.nu(), rule.nu()) e WHERE e.titel = 'Geteld' $$;
SELECT results_eq('SELECT uitkomst, voor, tegen FROM pg_temp.rij()', $$VALUES ('onder_voorbehoud', '3', '0')$$, 'the count at the close');
SELECT pg_temp.doe('wil', 'achterban.beantwoorden', jsonb_build_object('achterban', achterban, 'uitkomst', 'afwijzing')) FROM g;
SELECT results_eq('SELECT uitkomst, voor, tegen FROM pg_temp.rij()', $$VALUES ('aangenomen', '2', '1')$$, 'and after members rejected');
SELECT is((SELECT r.bytes::jsonb #>> '{regels,0,hertelling,0,tegen}' FROM g,
    api.besluit_log(proef.sessie('vera'), jsonb_build_object('besluit', besluit)::text) r), '1', 'the log says both');
SELECT is(rule.log_uitslag('[{"groep": "allen", "kiezers": 1}]', 'analist'), '[]'::jsonb, 'outside a count of one party is empty, not absent');

SELECT * FROM finish();
ROLLBACK;
