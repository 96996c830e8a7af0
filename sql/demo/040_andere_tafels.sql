-- Two more tafels, both fictional: one that is being prepared, one that is closed.

DO $$
DECLARE
    code text;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.doe('secretaris', '2026-02-10 09:00', 'tafel.aanmaken', NULL, demo.a(
        'titel', 'Mensen delen in een crisis (fictief)',
        'vraag', 'Hoe delen publieke werkgevers mensen, zonder dat een andere sector omvalt?',
        'toeschrijving', 'organisatie', 'openbaarheid', 'tafel'), 'delen');
    PERFORM demo.doe('secretaris', '2026-02-10 09:05', 'zetel.toekennen', 'delen', jsonb_build_object(
        'persoon', demo.n('voorzitter')::text, 'rollen', '["voorzitter"]'::jsonb));
    FOREACH code IN ARRAY ARRAY['zorg wn', 'zorg wg', 'veiligheid wn', 'veiligheid wg'] LOOP
        PERFORM demo.doe('secretaris', '2026-02-10 09:10', 'deelname.uitnodigen', 'delen',
            demo.a('organisatie', demo.n('org ' || code)::text, 'rol', 'stemhebbend'));
    END LOOP;
    PERFORM demo.doe('secretaris', '2026-02-10 09:20', 'ronde.plannen', 'delen', demo.a(
        'soort', 'sector', 'vraag', 'Wie kunt u missen, en wie niet?'));

    PERFORM demo.doe('voorzitter', '2026-01-06 09:00', 'tafel.aanmaken', NULL, demo.a(
        'titel', 'Roosters en rust (fictief)',
        'vraag', 'Welke afspraken over roosters werken in meer dan één sector?',
        'toeschrijving', 'organisatie', 'openbaarheid', 'tafel'), 'roosters');
    PERFORM demo.doe('voorzitter', '2026-01-06 09:05', 'zetel.toekennen', 'roosters', jsonb_build_object(
        'persoon', demo.n('secretaris')::text, 'rollen', '["secretaris"]'::jsonb));
    FOREACH code IN ARRAY ARRAY['zorg wn', 'zorg wg', 'onderwijs wn', 'onderwijs wg'] LOOP
        PERFORM demo.doe('secretaris', '2026-01-06 09:10', 'deelname.uitnodigen', 'roosters',
            demo.a('organisatie', demo.n('org ' || code)::text, 'rol', 'stemhebbend'), 'roosters ' || code);
    END LOOP;
    PERFORM demo.doe('voorzitter', '2026-01-06 09:30', 'tafel.openen', 'roosters', '{}');
    FOREACH code IN ARRAY ARRAY['zorg wn', 'zorg wg', 'onderwijs wn', 'onderwijs wg'] LOOP
        PERFORM demo.doe(code, '2026-01-07 10:00', 'deelname.toetreden', 'roosters',
            demo.a('deelname', demo.n('roosters ' || code)::text));
    END LOOP;
    PERFORM demo.doe('voorzitter', '2026-01-08 10:00', 'onderwerp.openen', 'roosters', demo.a(
        'stroom', 'tafel:' || demo.n('roosters'), 'titel', 'Wat werkt al'), 'wat werkt');
    PERFORM demo.doe('zorg wn', '2026-01-08 10:20', 'bijdrage.plaatsen', 'roosters', demo.a(
        'onderwerp', demo.n('wat werkt')::text, 'soort', 'feit',
        'tekst', 'Een vast vrij weekend in de drie geeft meer rust dan een hoger percentage toeslag.'));
    PERFORM demo.doe('onderwijs wg', '2026-01-08 10:45', 'bijdrage.plaatsen', 'roosters', demo.a(
        'onderwerp', demo.n('wat werkt')::text, 'soort', 'bijdrage',
        'tekst', 'Bij ons helpt een rooster dat twee maanden vooruit vaststaat.'));
    PERFORM demo.doe('voorzitter', '2026-01-15 16:00', 'onderwerp.sluiten', 'roosters', demo.a(
        'onderwerp', demo.n('wat werkt')::text,
        'conclusie', 'Voorspelbaarheid weegt in beide sectoren zwaarder dan vergoeding.'));
    PERFORM demo.doe('voorzitter', '2026-01-15 16:10', 'tafel.sluiten', 'roosters',
        demo.a('reden', 'De vraag is beantwoord; de uitkomst gaat naar de bestaande overlegtafels.'));
END $$;
