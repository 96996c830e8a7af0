-- Words: what a command cleans and refuses, and what the columns behind it refuse by themselves.
BEGIN;
SELECT plan(23);

SELECT is(rule.schoon(E'  caf\u0065\u0301 \r\n'), E'caf\u00e9', 'letters get one spelling, ends are trimmed');
SELECT is(rule.schoon(E'een\r\ntwee\rdrie'), E'een\ntwee\ndrie', 'one kind of line end');
SELECT is(rule.schoon(E' \n\t '), NULL, 'blank is absent');
SELECT is(rule.schoon(E'\u200b \u2060\ufeff\u3164'), NULL, 'and so is what nobody can see');
SELECT is(rule.schoon(E'\u200b.'), E'\u200b.', 'beside a visible letter it stays');
SELECT ok(rule.is_tekst(repeat('x', 16384)), '16 KiB is a text');
SELECT ok(NOT rule.is_tekst(repeat('x', 16385)), 'one byte more is not');
SELECT ok(NOT rule.is_tekst(E'a\x01b'), 'a control character is no text');
SELECT ok(NOT rule.is_tekst(E'a\u0085b'), 'nor is a C1 control');
SELECT ok(rule.is_tekst(E'a\tb\nc'), 'tab and line feed are');
SELECT ok(NOT rule.is_tekst(NULL) AND NOT rule.is_regel(NULL), 'nothing is no text');
SELECT ok(NOT rule.is_regel(repeat('x', 4001)), 'a line ends at 4000 bytes');

SELECT throws_ok($$SELECT repeat('x', 16385)::spr.tekst$$, '23514', NULL, 'the domain refuses 16 KiB + 1');
SELECT throws_ok($$SELECT E'caf\u0065\u0301'::spr.tekst$$, '23514', NULL, 'and a second spelling');
SELECT throws_ok($$SELECT E'a\x07b'::spr.tekst$$, '23514', NULL, 'and a bell');
SELECT throws_ok($$SELECT ''::spr.regel$$, '23514', NULL, 'and an empty line');

SELECT is(rule.moment('2026-02-03T13:00:00.5Z'), '2026-02-03T13:00:00.5Z'::timestamptz, 'a moment');
SELECT is(rule.moment('2026-02-30T13:00:00Z'), NULL, 'no such day');
SELECT is(rule.moment('2026-02-03T13:00:00'), NULL, 'a moment without zone is none');
SELECT is(rule.moment('infinity'), NULL, 'nor is infinity');

SELECT matches(rule.kenmerk_geven('TT', '2031-06-01Z'), '^TT-2031-001$', 'a year begins at 001');
SELECT is(rule.kenmerk_geven('TT', '2031-06-02Z'), 'TT-2031-002', 'and counts on');
SELECT is(rule.kenmerk_geven('TT', '2031-12-31T23:30:00Z'), 'TT-2032-001', 'by the calendar of Amsterdam');

SELECT * FROM finish();
ROLLBACK;
