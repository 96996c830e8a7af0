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
SELECT * FROM finish();
ROLLBACK;
