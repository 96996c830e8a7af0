-- Bedenkingen of TT-2026-001, all fictional: one in talk and one that was met, and a toets of an option.

DO $$
DECLARE
    k bigint := (SELECT max(x.id) FROM spr.keuzevraag x WHERE x.vraag LIKE 'Wie regelt noodopvang%');
    een bigint := (SELECT o.id FROM spr.optie o WHERE o.keuzevraag = k AND o.nummer = 1);
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.doe('onderwijs wn', '2026-03-01 10:00', 'bedenking.indienen', 'weerbaarheid', demo.a('keuzevraag', k::text,
        'optie', een::text, 'graad', 'voorwaarde', 'tekst', 'Alleen als meedoen voor onze leden vrijwillig is.'), 'bedenking vrij');
    PERFORM demo.doe('voorzitter', '2026-03-01 10:10', 'bedenking.beantwoorden', 'weerbaarheid', demo.a(
        'bedenking', demo.n('bedenking vrij')::text, 'tekst', 'Dat zetten we in de tekst. Is een lijst per wijk dan goed?'));
    PERFORM demo.doe('zorg wn', '2026-03-01 10:20', 'bedenking.indienen', 'weerbaarheid', demo.a('keuzevraag', k::text,
        'graad', 'wens', 'tekst', 'Graag ook in de nacht.'), 'bedenking nacht');
    PERFORM demo.doe('zorg wn', '2026-03-01 10:40', 'bedenking.afdoen', 'weerbaarheid', demo.a(
        'bedenking', demo.n('bedenking nacht')::text, 'uitkomst', 'tegemoetgekomen', 'toelichting', 'De nacht staat er nu bij.'));
    PERFORM demo.doe('veiligheid wg', '2026-03-01 10:50', 'uitvoerbaarheid.toetsen', 'weerbaarheid', demo.a('optie', een::text,
        'oordeel', 'met_aanpassing', 'bevinding', 'Het kan als er per wijk twee adressen zijn.'));
END $$;
