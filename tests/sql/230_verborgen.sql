-- What was hidden or withdrawn is gone: from replay, snapshot, search, versions, quotes and the
-- table behind the log. The words looked for are unique, so one left anywhere is found.
BEGIN;
SELECT * FROM no_plan();

CREATE FUNCTION pg_temp.doe(wie text, doe text, args jsonb) RETURNS bigint LANGUAGE sql AS $$
    SELECT (proef.doe(wie, doe, proef.n('tafel'), args, proef.n(wie || '_namens')) ->> 'id')::bigint $$;

-- Everything that the doors hand out to the whole cast, and the stored content.
CREATE FUNCTION pg_temp.alles() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    uit text := '';
    wie text;
BEGIN
    FOREACH wie IN ARRAY '{vera,sem,wil,wes,ona,tom,ana,bea,gus}'::text[] LOOP
        uit := uit || coalesce((SELECT string_agg(r.bytes, E'\n') FROM (
            SELECT * FROM api.tafel_momentopname(proef.sessie(wie), jsonb_build_object('tafel', proef.v('tafel'))::text)
            UNION ALL SELECT * FROM api.stroom_lezen(proef.sessie(wie), jsonb_build_object(
                'stroom', 'tafel:' || proef.v('tafel'), 'na', 0, 'hoogstens', 1000)::text)
            UNION ALL SELECT * FROM api.stroom_lezen(proef.sessie(wie), jsonb_build_object(
                'stroom', 'buiten:' || proef.v('tafel'), 'na', 0, 'hoogstens', 1000)::text)
            UNION ALL SELECT * FROM api.onderwerp_bijdragen(proef.sessie(wie), jsonb_build_object(
                'onderwerp', proef.v('onderwerp'), 'hoogstens', 200)::text)
            UNION ALL SELECT * FROM api.bijdrage_versies(proef.sessie(wie), jsonb_build_object(
                'bijdrage', proef.v('doel'))::text)
            UNION ALL SELECT * FROM api.bijdrage_zoeken(proef.sessie(wie), jsonb_build_object(
                'tafel', proef.v('tafel'), 'zoek', 'kwikstaart')::text)) r), '');
    END LOOP;
    RETURN uit || coalesce((SELECT string_agg(i.inhoud, E'\n') FROM spr.inhoud i), '')
        || (SELECT string_agg(r.bytes, E'\n') FROM api.feed_lezen('tafel:' || proef.v('tafel'), 0, 1000) r);
END $$;

SELECT ok(proef.noem('doel', pg_temp.doe('wes', 'bijdrage.plaatsen', jsonb_build_object('onderwerp',
    proef.v('onderwerp'), 'tekst', 'Op het dak zit een kwikstaart.'))) > 0, 'a post');
SELECT ok(proef.noem('antwoord', pg_temp.doe('wil', 'bijdrage.plaatsen', jsonb_build_object('onderwerp',
    proef.v('onderwerp'), 'tekst', 'Wat bedoelt u?', 'antwoordOp', proef.v('doel'),
    'citaat', 'een kwikstaart'))) > 0, 'and an answer that quotes it');
SELECT ok(pg_temp.doe('wes', 'bijdrage.herzien', jsonb_build_object('bijdrage', proef.v('doel'),
    'tekst', 'Op het dak zit een kwikstaart, of een koolmees.')) > 0, 'done');
SELECT matches(pg_temp.alles(), 'kwikstaart', 'it can be read');

SELECT ok(pg_temp.doe('vera', 'bijdrage.verbergen', jsonb_build_object('bijdrage', proef.v('doel'),
    'reden', 'Gaat over een persoon.')) > 0, 'done');
SELECT doesnt_match(pg_temp.alles(), 'kwikstaart', 'hidden: the words are nowhere');
SELECT doesnt_match(pg_temp.alles(), 'koolmees', 'nor those of the revision');
SELECT matches(pg_temp.alles(), 'Wat bedoelt u', 'the answer stays');
SELECT is((SELECT r.bytes::jsonb -> 'gebeurtenissen' -> -2 ->> 'afwezig' FROM api.stroom_lezen(
    proef.sessie('wil'), jsonb_build_object('stroom', 'tafel:' || proef.v('tafel'))::text) r), NULL,
    'the tombstone itself can be read');
SELECT results_eq(format($$SELECT i.afwezig FROM spr.inhoud i JOIN spr.stroom s ON s.id = i.stroom
    JOIN spr.gebeurtenis g ON g.stroom = i.stroom AND g.seq = i.seq
    WHERE s.naam = 'tafel:%s' AND g.leaf LIKE '%%"ref":"bijdrage:%s"%%' ORDER BY i.seq$$,
    proef.v('tafel'), proef.v('doel')), ARRAY['verborgen', 'verborgen', NULL],
    'both versions are absent with the reason, the tombstone is there');
SELECT is(rule.keten_nagaan('tafel:' || proef.v('tafel')), 0::bigint, 'the chain still holds');
SELECT matches((SELECT string_agg(b.tekst, ' ') FROM spr.bericht b WHERE b.persoon = proef.n('persoon_wes')),
    'Gaat over een persoon', 'the author is told why');

SELECT ok(pg_temp.doe('vera', 'bijdrage.tonen', jsonb_build_object('bijdrage', proef.v('doel'))) > 0, 'done');
SELECT matches(pg_temp.alles(), 'kwikstaart, of een koolmees', 'shown again');
SELECT is((SELECT citaat FROM spr.bijdrage WHERE id = proef.n('antwoord')), NULL, 'a quote does not return');

SELECT ok(pg_temp.doe('wes', 'bijdrage.intrekken', jsonb_build_object('bijdrage', proef.v('doel'),
    'reden', 'Dit hoort hier niet.')) > 0, 'done');
SELECT doesnt_match(pg_temp.alles(), 'kwikstaart|koolmees', 'withdrawn: the words are nowhere');
SELECT is((SELECT count(*) FROM spr.bijdrage_versie WHERE bijdrage = proef.n('doel')), 0::bigint,
    'and its versions are deleted');
SELECT is((SELECT tekst::text FROM spr.bijdrage WHERE id = proef.n('doel')), NULL, 'text and all');

-- Recorded for a party, confirmed, then hidden: the confirming event carried the words as well.
SELECT ok(proef.noem('gezegd', pg_temp.doe('sem', 'bijdrage.plaatsen', jsonb_build_object('onderwerp',
    proef.v('onderwerp'), 'tekst', 'De bond ziet een kwikstaart.', 'voor', jsonb_build_object(
    'organisatie', proef.v('org_vo'), 'via', 'mondeling')))) > 0, 'recorded for a party');
SELECT ok(pg_temp.doe('ona', 'bijdrage.herzien', jsonb_build_object('bijdrage', proef.v('gezegd'), 'bevestigt', true)) > 0, 'done');
SELECT ok(pg_temp.doe('vera', 'bijdrage.verbergen', jsonb_build_object('bijdrage', proef.v('gezegd'), 'reden', 'Toch niet.')) > 0, 'done');
SELECT doesnt_match(pg_temp.alles(), 'kwikstaart', 'gone from every event, also from notices');

SELECT * FROM finish();
ROLLBACK;
