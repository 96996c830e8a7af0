-- A peiling on TT-2026-001 that decided nothing, and a volmacht that still holds, all fictional.

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    b text := demo.n('b lijst')::text;
    o bigint;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    SELECT v.organisatie INTO o FROM spr.vertegenwoordiging v WHERE v.persoon = demo.n('zorg wn');
    PERFORM demo.doe('onderwijs wn', '2026-02-27 11:20', 'volmacht.geven', t,
        demo.a('besluit', b, 'gemachtigde', o::text));
    PERFORM demo.doe('voorzitter', '2026-02-27 11:30', 'stemming.openen', t,
        demo.a('besluit', b, 'methode', 'peiling'), 's peiling');
    PERFORM demo.stem('zorg wn', '2026-02-27 11:31', 's peiling', 'voor');
    PERFORM demo.doe('zorg wn', '2026-02-27 11:32', 'stem.uitbrengen', t, jsonb_build_object(
        'stemming', demo.n('s peiling')::text, 'keuze', 'voor', 'voor', jsonb_build_object('organisatie',
            (SELECT v.organisatie::text FROM spr.vertegenwoordiging v WHERE v.persoon = demo.n('onderwijs wn')),
            'via', 'volmacht')));
    PERFORM demo.stem('veiligheid wg', '2026-02-27 11:33', 's peiling', 'onthouding');
    PERFORM demo.doe('voorzitter', '2026-02-27 11:40', 'stemming.sluiten', t,
        demo.a('stemming', demo.n('s peiling')::text));
END $$;
