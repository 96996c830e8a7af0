-- Reading: following, pages, the feed; each within what the reader's right covers.
BEGIN;
SELECT plan(55);

CREATE FUNCTION pg_temp.volg(wie text, stroom text, epoch text DEFAULT '', since text DEFAULT '')
RETURNS json LANGUAGE sql AS
    $$ SELECT bytes::json FROM api.stroom_volgen(proef.sessie(wie), stroom, epoch, since) $$;
CREATE FUNCTION pg_temp.pagina(wie text, stroom text, na bigint DEFAULT 0, hoogstens int DEFAULT 1000)
RETURNS bigint[] LANGUAGE sql AS $$ SELECT array_agg(seq ORDER BY seq)
    FROM api.bladzijde(proef.sessie(wie), stroom, na, hoogstens) WHERE soort = 'gebeurtenis' $$;
CREATE FUNCTION pg_temp.lees(wie text, args jsonb) RETURNS json LANGUAGE sql AS
    $$ SELECT bytes::json FROM api.stroom_lezen(proef.sessie(wie), args::text) $$;
CREATE FUNCTION pg_temp.kop(naam text) RETURNS bigint LANGUAGE sql AS
    $$ SELECT coalesce((SELECT seq FROM spr.stroom s WHERE s.naam = $1), 0) $$;
CREATE FUNCTION pg_temp.plaats(wie text, tekst text) RETURNS bigint LANGUAGE sql AS $$
    SELECT (proef.doe(wie, 'bijdrage.plaatsen', proef.n('tafel'), jsonb_build_object(
        'onderwerp', proef.v('onderwerp'), 'tekst', tekst), proef.n(wie || '_namens')) ->> 'seq')::bigint $$;
CREATE TEMP TABLE t AS SELECT 'tafel:' || proef.v('tafel') AS naam;

-- Following.
SELECT is(pg_temp.volg('vera', naam) ->> 'since', '0', 'who founded the tafel reads it from the start') FROM t;
SELECT is(pg_temp.volg('vera', naam) ->> 'kop', pg_temp.kop(naam)::text, 'and hears where it stands') FROM t;
SELECT is(pg_temp.volg('vera', naam) ->> 'h', encode(sha256(convert_to('spr.v1' || naam || epoch, 'UTF8')), 'hex'),
    'h at 0 is the root of the chain') FROM t JOIN spr.stroom USING (naam);
SELECT is(pg_temp.volg('vera', naam, rule.epoch(), '3') ->> 'h',
    (SELECT encode(g.h, 'hex') FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
     WHERE s.naam = t.naam AND g.seq = 3), 'h at since continues what the reader has') FROM t;
SELECT is(pg_temp.volg('vera', naam, 'een-ander', '3') ->> 'code', 'epoch_verlopen', 'another epoch') FROM t;
SELECT is(pg_temp.volg('vera', naam, '', '3') ->> 'code', 'epoch_verlopen', 'a place without an epoch') FROM t;
SELECT is(pg_temp.volg('vera', naam, rule.epoch(), '99999') ->> 'code', 'epoch_verlopen', 'a place that never was') FROM t;
SELECT is(pg_temp.volg('vera', naam, rule.epoch(), '-1') ->> 'code', 'epoch_verlopen', 'or cannot be') FROM t;
SELECT is(pg_temp.volg('wil', 'organisatie:' || proef.v('org_vz')) ->> 'kop', '0', 'a stream that nobody wrote stands at 0');
SELECT is(pg_temp.volg('wil', 'organisatie:' || proef.v('org_vz')) ->> 'h',
    encode(sha256(convert_to('spr.v1organisatie:' || proef.v('org_vz') || rule.epoch(), 'UTF8')), 'hex'), 'with its root');

-- Unknown and forbidden look the same, byte for byte.
SELECT is(f.bytes, u.bytes, 'forbidden looks like unknown: ' || f.stroom)
FROM (VALUES ('gus', 'tafel:'), ('tom', 'tafel:'), ('ana', 'tafel:'), ('bea', 'tafel:'),
    ('vera', 'vooroverleg:'), ('wes', 'vooroverleg:')) x (wie, soort),
    LATERAL (SELECT 'weigering' || v.bytes AS bytes, v.stroom FROM api.stroom_volgen(proef.sessie(wie),
        soort || proef.v('tafel') || CASE soort WHEN 'vooroverleg:' THEN '-werknemers' ELSE '' END, '', '') v) f,
    LATERAL (SELECT 'weigering' || v.bytes AS bytes FROM api.stroom_volgen(proef.sessie(wie), 'tafel:987654', '', '') v) u;
SELECT is(pg_temp.volg('vera', naam) ->> 'code', 'niet_gevonden', 'no other spelling: ' || naam)
FROM (VALUES ('tafel:0' || proef.v('tafel')), ('tafel:' || proef.v('tafel') || ' '), ('tafel'), (''), ('tafel:x'),
    ('register:1'), ('vooroverleg:' || proef.v('tafel') || '-zomaar')) x (naam);
SELECT is((SELECT bytes::json ->> 'code' FROM api.stroom_volgen('niets', naam, '', '')), 'sessie_verlopen',
    'without a session') FROM t;

-- A seat reads from its joining on.
SELECT is((pg_temp.pagina('wil', naam))[1], (pg_temp.volg('wil', naam) ->> 'since')::bigint + 1,
    'pages and following begin at the same place') FROM t;
SELECT is((SELECT leaf::json ->> 'soort' FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
    WHERE s.naam = t.naam AND g.seq = (pg_temp.pagina('wil', naam))[1]), 'deelname.toegetreden',
    'with the event of joining itself') FROM t;
SELECT is(pg_temp.volg('wil', naam, rule.epoch(), '1') ->> 'since', ((pg_temp.pagina('wil', naam))[1] - 1)::text,
    'asking for earlier gives no earlier') FROM t;
SELECT ok((pg_temp.pagina('oto', naam))[1] > (pg_temp.pagina('wil', naam))[1], 'who joined later reads from later') FROM t;

-- Pages.
SELECT is(pg_temp.pagina('vera', naam, 2, 3), ARRAY[3, 4, 5]::bigint[], 'a page is what follows, in order') FROM t;
SELECT is(pg_temp.pagina('vera', naam, pg_temp.kop(naam)), NULL, 'after the head there is nothing') FROM t;
SELECT is((SELECT bytes::json ->> 'code' FROM api.bladzijde(proef.sessie('gus'), naam, 0, 10)), 'niet_gevonden', 'a stranger gets no page') FROM t;
SELECT is(pg_temp.lees('vera', jsonb_build_object('stroom', naam, 'na', 2, 'hoogstens', 3)) ->> 'kop',
    pg_temp.kop(naam)::text, 'over HTTP too') FROM t;
SELECT is(json_array_length(pg_temp.lees('vera', jsonb_build_object('stroom', naam, 'na', 2, 'hoogstens', 3))
    -> 'gebeurtenissen'), 3, 'as many as asked') FROM t;
SELECT is(pg_temp.lees('vera', jsonb_build_object('stroom', naam, 'na', 2, 'hoogstens', 1)) ->> 'h',
    pg_temp.volg('vera', naam, rule.epoch(), '2') ->> 'h', 'and from which hash the chain goes on') FROM t;
SELECT is((pg_temp.lees('wil', jsonb_build_object('stroom', naam)) -> 'gebeurtenissen' -> 0 ->> 'seq')::bigint,
    (pg_temp.pagina('wil', naam))[1], 'within the bounds') FROM t;
SELECT is(pg_temp.lees('gus', jsonb_build_object('stroom', naam))::text,
    pg_temp.lees('gus', '{"stroom": "tafel:987654"}')::text, 'equal answers') FROM t;
SELECT is(pg_temp.lees('gus', '{}') ->> 'code', 'niet_gevonden', 'no stream is no stream');

-- A seat that ended: its past and no more.
CREATE TEMP TABLE toen AS SELECT pg_temp.plaats('wes', 'Wat Ona nog leest.') AS seq;
SELECT proef.doe('ona', 'deelname.uittreden', proef.n('tafel'), jsonb_build_object(
    'deelname', proef.v('tafel_deelname_vo'), 'reden', 'Geen tijd.'), proef.n('ona_namens'));
CREATE TEMP TABLE daarna AS SELECT pg_temp.plaats('wes', 'Wat Ona niet leest.') AS seq;
SELECT is(pg_temp.volg('ona', naam) ->> 'code', 'niet_gevonden', 'who left cannot follow') FROM t;
SELECT ok(seq = ANY (pg_temp.pagina('ona', naam)), 'but reads what was before') FROM t, toen;
SELECT ok(seq + 1 = ANY (pg_temp.pagina('ona', naam)), 'and their own leaving') FROM t, toen;
SELECT is((SELECT max(x) FROM unnest(pg_temp.pagina('ona', naam)) x), toen.seq + 1, 'nothing past it') FROM t, toen;
SELECT is(pg_temp.lees('ona', jsonb_build_object('stroom', naam)) ->> 'kop', (toen.seq + 1)::text,
    'nor does the head tell how it went on') FROM t, toen;

-- The feed, with purges first; heads.
SELECT proef.doe('vera', 'bijdrage.verbergen', proef.n('tafel'), jsonb_build_object(
    'bijdrage', proef.v('bijdrage_wes'), 'reden', 'Hoort hier niet.'));
SELECT is((SELECT array_agg(soort ORDER BY r) FROM (SELECT row_number() OVER () AS r, soort
    FROM api.feed_lezen(naam, (SELECT seq FROM daarna), 100)) f), ARRAY['wis', 'gebeurtenis'],
    'what must be dropped comes before what is new') FROM t;
SELECT is((SELECT count(*)::int FROM api.feed_lezen(naam, 0, 1000) f WHERE f.soort = 'gebeurtenis'
    AND f.bytes LIKE '%oefen het%'), 0, 'hidden words are not replayed') FROM t;
SELECT is((SELECT bytes::json ->> 'afwezig' FROM api.feed_lezen(naam, 0, 1000) f
    WHERE bytes LIKE '%bijdrage:' || proef.v('bijdrage_wes') || '\\"%' AND bytes LIKE '%geplaatst%' LIMIT 1),
    'verborgen', 'their place says why') FROM t;
SELECT is((SELECT count(*)::int FROM api.feed_lezen('tafel:987654', 0, 10)), 0, 'an unknown stream is empty');
SELECT results_eq($$ SELECT soort, stroom, seq, bytes FROM api.koppen(ARRAY[(SELECT naam FROM t), 'tafel:987654']) $$,
    $$ SELECT 'kop', t.naam, s.seq, encode(s.h, 'hex') FROM spr.stroom s JOIN t ON s.naam = t.naam $$, 'heads');

-- Rights that ended.
SELECT results_eq($$ SELECT stroom, seq::int, bytes FROM api.rechten_toetsen(
        ARRAY[proef.sessie('wil'), proef.sessie('ona'), proef.sessie('wil'), 'dood', proef.sessie('gus')],
        ARRAY[(SELECT naam FROM t), (SELECT naam FROM t), 'persoon:' || proef.v('persoon_wil'), '', '']) $$,
    $$ VALUES ((SELECT naam FROM t), 2, 'toegang_ingetrokken'), ('', 4, 'sessie_verlopen') $$,
    'only what is no longer allowed comes back');
SELECT is((SELECT count(*)::int FROM api.rechten_toetsen('{}', '{}')), 0, 'nothing asked, nothing answered');

-- A new epoch.
SELECT rule.epoch_nieuw();
SELECT is(pg_temp.volg('vera', naam, (SELECT waarde FROM spr.epoch ORDER BY nr LIMIT 1), '3') ->> 'code',
    'epoch_verlopen', 'after a restore everybody starts again') FROM t;
SELECT is(pg_temp.volg('vera', naam) ->> 'h', encode(sha256(convert_to('spr.v1' || naam || epoch, 'UTF8')), 'hex'),
    'while the chain keeps the epoch of its birth') FROM t JOIN spr.stroom USING (naam);
SELECT is(pg_temp.volg('vera', naam) ->> 'beginEpoch', s.epoch, 'which is told') FROM t JOIN spr.stroom s USING (naam);
SELECT is(pg_temp.lees('vera', jsonb_build_object('stroom', naam, 'na', 99999)) ->> 'na', pg_temp.kop(naam)::text,
    'who polls from a place that never was hears where the stream ends') FROM t;
SELECT is(pg_temp.lees('vera', jsonb_build_object('stroom', naam)) ->> 'epoch', rule.epoch(), 'and the epoch') FROM t;
SELECT is(rule.keten_nagaan(naam), 0::bigint, 'and is sound') FROM t;

SELECT * FROM finish();
ROLLBACK;
