-- A snapshot for a seat that ended, as the first thing a connection does: whatever PostgreSQL plans
-- or remembers of earlier calls, the answer is the tafel as it then was.
BEGIN;
SELECT plan(3);

SELECT proef.doe('sem', 'zetel.intrekken', proef.n('tafel'), jsonb_build_object('zetel', (
    SELECT z.id::text FROM spr.zetel z
    WHERE z.tafel = proef.n('tafel') AND z.persoon = proef.n('persoon_wes')))) IS NOT NULL AS ingetrokken;

CREATE TEMP TABLE beeld AS
SELECT r.soort, r.bytes::jsonb AS inhoud
FROM api.tafel_momentopname(proef.sessie('wes'), jsonb_build_object('tafel', proef.v('tafel'))::text) r;

SELECT is((SELECT soort FROM beeld), 'antwoord', 'an answer');
SELECT is((SELECT s -> 'schrijven' FROM beeld, jsonb_array_elements(inhoud -> 'stromen') s
    WHERE s ->> 'stroom' = 'tafel:' || proef.v('tafel')), 'false', 'that cannot be written any more');
SELECT isnt((SELECT s -> 'toestand' -> 'bijdragen' FROM beeld, jsonb_array_elements(inhoud -> 'stromen') s
    WHERE s ->> 'stroom' = 'tafel:' || proef.v('tafel')), NULL, 'with the words that were read');

SELECT * FROM finish();
ROLLBACK;
