-- Inside two parties of TT-2026-001, all fictional: one has prepared a standpunt and a colleague
-- agrees, the other asks for a second person always; and who can commit to the open besluit.

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    k text := demo.n('netwerk')::text;
    b text := demo.n('b lijst')::text;
    terug text := rule.tijd((rule.dag(greatest(rule.nu(), '2026-03-01')) + 12)::timestamp AT TIME ZONE 'Europe/Amsterdam');
    x record;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    FOR x IN SELECT * FROM (VALUES ('zorg wn', 'Medewerker zorg en welzijn, fictief'),
        ('cultuur wn', 'Medewerker cultuur en sport, fictief')) AS o (code, wie) LOOP
        PERFORM demo.noem('tweede ' || x.code, rule.persoon_vastleggen(x.wie, true));
        PERFORM rule.vertegenwoordiging_vastleggen(demo.n('tweede ' || x.code),
            demo.n('org ' || x.code), 'Beleidsmedewerker', false, '2026-01-01');
    END LOOP;
    PERFORM demo.doe('tweede zorg wn', '2026-02-27 12:00', 'voorbereiding.opstellen', t, jsonb_build_object(
        'opdracht', 'standpunt.innemen', 'args', demo.a('keuzevraag', k, 'waarde', 'akkoord_mits',
            'tekst', 'Mits wie in de nacht helpt, wordt vergoed.')), 'klaar netwerk');
    PERFORM demo.doe('zorg wn', '2026-02-27 12:20', 'voorbereiding.instemmen', t,
        jsonb_build_object('voorbereiding', demo.n('klaar netwerk')::text, 'versie', 1));
    PERFORM demo.doe('tweede zorg wn', '2026-02-27 12:30', 'voorbereiding.opstellen', t, jsonb_build_object(
        'opdracht', 'bedenking.indienen', 'args', demo.a('keuzevraag', k, 'graad', 'wens',
            'tekst', 'Graag een vast aanspreekpunt per wijk.')));
    PERFORM demo.doe('cultuur wn', '2026-02-27 12:00', 'organisatie.instellen', NULL, '{"tweedeInstemming": true}');
    PERFORM demo.doe('zorg wn', '2026-02-27 12:40', 'toezegbaarheid.melden', t, demo.a('besluit', b, 'waarde', 'kan_nu_toezeggen'));
    PERFORM demo.doe('veiligheid wg', '2026-02-27 12:50', 'toezegbaarheid.melden', t,
        demo.a('besluit', b, 'waarde', 'moet_terug_voor', 'terugVoor', terug));
    PERFORM demo.doe('secretaris', '2026-02-27 13:00', 'toezegbaarheid.melden', t, jsonb_build_object('besluit', b, 'waarde', 'zegt_niets',
        'voor', jsonb_build_object('organisatie', demo.n('org cultuur wn')::text, 'spreker', 'De voorzitter', 'via', 'telefonisch')));
END $$;
