-- Texts of TT-2026-001 that changed, all fictional: an amendement that was adopted, one that is open
-- and joined, and an option that came to mean something else, so that an answer is asked to hold.

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    later constant text := rule.tijd(greatest(rule.nu(), '2026-03-01') + interval '14 days');
    b text := demo.n('b lijst')::text;
    k text := demo.n('netwerk')::text;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.doe('onderwijs wg', '2026-02-27 14:00', 'amendement.indienen', t, jsonb_build_object('besluit', b, 'versie', 1,
        'tekst', 'De tafel legt vast wie elkaar in de eerste 24 uur van een crisis belt, en houdt die lijst op papier bij. Elk jaar wordt ermee geoefend.',
        'toelichting', 'Een lijst die nooit is gebruikt, klopt niet.'), 'am oefenen');
    PERFORM demo.doe('voorzitter', '2026-02-28 09:00', 'amendement.afdoen', t, demo.a('amendement', demo.n('am oefenen')::text,
        'uitkomst', 'overgenomen', 'reden', 'Niemand had hier iets tegen.', 'termijn', later));
    PERFORM demo.doe('zorg wg', '2026-02-28 11:00', 'amendement.indienen', t, jsonb_build_object('besluit', b, 'versie', 2,
        'tekst', 'De tafel legt vast wie elkaar in de eerste 24 uur van een crisis belt, en houdt die lijst op papier bij, ook buiten het eigen gebouw. Elk half jaar wordt ermee geoefend.',
        'toelichting', 'Als het gebouw dicht is, moet de lijst er nog zijn.'), 'am papier');
    PERFORM demo.doe('zorg wn', '2026-02-28 12:00', 'amendement.mede-indienen', t, demo.a('amendement', demo.n('am papier')::text));

    PERFORM demo.doe('secretaris', '2026-02-28 13:00', 'keuzevraag.herzien', t, jsonb_build_object('keuzevraag', k, 'versie', 1,
        'aard', 'materieel', 'vraag', 'Welke rol krijgen scholen, wijkcentra en verenigingen in een crisis?', 'voor', later,
        'reden', 'Partijen vroegen of het steunpunt ook ''s nachts open is.', 'opties', (
            SELECT jsonb_build_array(demo.a('id', o.id::text, 'titel', 'Een vast steunpunt per wijk, dag en nacht open'))
            FROM spr.optie o WHERE o.keuzevraag = demo.n('netwerk') AND o.nummer = 1)));
END $$;
