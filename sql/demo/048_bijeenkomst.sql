-- Meetings of TT-2026-001, all fictional: one that is over, with its minutes before the tafel, and one
-- that goes on right now, to walk into.

CREATE FUNCTION demo.net(minuten int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN to_char((greatest(rule.nu(), '2026-03-10') - minuten * interval '1 minute')
        AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI');
END $$;

CREATE FUNCTION demo.punt(bijeenkomst text, welk int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT a.id::text FROM spr.agendapunt a
            WHERE a.bijeenkomst = demo.n(punt.bijeenkomst) AND a.nummer = welk);
END $$;

CREATE FUNCTION demo.hier(bijeenkomst text, wie text[], wanneer text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe('secretaris', wanneer, 'aanwezigheid.noteren', 'weerbaarheid', jsonb_build_object(
        'bijeenkomst', demo.n(hier.bijeenkomst)::text, 'personen', (SELECT jsonb_agg(jsonb_build_object(
            'persoon', demo.n(w)::text, 'aanwezig', true)) FROM unnest(wie) w)));
END $$;

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    allen constant text[] := ARRAY['zorg wn', 'zorg wg', 'veiligheid wn', 'veiligheid wg', 'onderwijs wn', 'onderwijs wg'];
    toen constant timestamptz := date_trunc('minute', greatest(rule.nu(), '2026-03-10')) - interval '21 days';
    kv text := (SELECT max(x.id)::text FROM spr.keuzevraag x WHERE x.vraag LIKE 'Wie regelt noodopvang%');
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    -- Three weeks ago.
    PERFORM demo.doe('secretaris', demo.net(28 * 1440), 'bijeenkomst.plannen', t, jsonb_build_object(
        'titel', 'Derde bijeenkomst', 'begint', rule.tijd(toen), 'eindigt', rule.tijd(toen + interval '2 hours'),
        'plaats', 'Utrecht', 'agenda', '[{"soort": "ter_kennisname", "titel": "Mededelingen", "minuten": 10},
            {"soort": "ter_bespreking", "titel": "Woordvoering als systemen uitvallen", "minuten": 60},
            {"soort": "hamerstuk", "titel": "De planning tot de zomer", "minuten": 5}]'::jsonb), 'derde');
    PERFORM demo.doe('voorzitter', demo.net(21 * 1440), 'bijeenkomst.openen', t, demo.a('bijeenkomst', demo.n('derde')::text));
    PERFORM demo.hier('derde', allen[1:5], demo.net(21 * 1440 - 5));
    PERFORM demo.doe('secretaris', demo.net(21 * 1440 - 15), 'agendapunt.afronden', t, demo.a('agendapunt', demo.punt('derde', 1),
        'status', 'behandeld', 'uitkomst', 'Er zijn geen mededelingen.'));
    PERFORM demo.doe('voorzitter', demo.net(21 * 1440 - 16), 'agendapunt.behandelen', t, demo.a('agendapunt', demo.punt('derde', 2)));
    PERFORM demo.doe('secretaris', demo.net(21 * 1440 - 80), 'actiepunt.noteren', t, demo.a('agendapunt', demo.punt('derde', 2),
        'wat', 'Een lijst van woordvoerders per regio rondsturen.', 'organisatie', (SELECT d.organisatie::text FROM spr.deelname d
            JOIN spr.zetel z ON z.deelname = d.id WHERE z.persoon = demo.n('veiligheid wg') LIMIT 1), 'voor', demo.nog(-3)));
    PERFORM demo.doe('secretaris', demo.net(21 * 1440 - 90), 'agendapunt.afronden', t, demo.a('agendapunt', demo.punt('derde', 2),
        'status', 'behandeld', 'uitkomst', 'De tafel wil een woordvoerder per regio, aangewezen voor het stil wordt.'));
    PERFORM demo.doe('secretaris', demo.net(21 * 1440 - 95), 'agendapunt.afronden', t, demo.a('agendapunt', demo.punt('derde', 3),
        'status', 'behandeld', 'uitkomst', 'Zonder bespreking vastgesteld.'));
    PERFORM demo.doe('voorzitter', demo.net(21 * 1440 - 100), 'bijeenkomst.sluiten', t, demo.a('bijeenkomst', demo.n('derde')::text));
    PERFORM demo.doe('secretaris', demo.net(6 * 1440), 'verslag.schrijven', t, demo.a('bijeenkomst', demo.n('derde')::text, 'tekst',
        E'De voorzitter opent de bijeenkomst. Er zijn geen mededelingen.\n\nOver woordvoering is de tafel het eens: wie spreekt als systemen uitvallen, moet vooraf bekend zijn. De werkgevers in veiligheid maken een lijst.\n\nDe planning tot de zomer is zonder bespreking vastgesteld.'), 'v derde');
    PERFORM demo.doe('secretaris', demo.net(6 * 1440 - 10), 'verslag.voorleggen', t, demo.a('verslag', demo.n('v derde')::text, 'termijn', demo.nog(8)));

    -- Right now.
    PERFORM demo.doe('secretaris', demo.net(5 * 1440), 'bijeenkomst.plannen', t, jsonb_build_object('titel', 'Vierde bijeenkomst',
        'begint', rule.tijd(date_trunc('hour', greatest(rule.nu(), '2026-03-10'))), 'plaats', 'Utrecht, en online', 'agenda', jsonb_build_array(
            '{"soort": "ter_kennisname", "titel": "Mededelingen", "minuten": 5}'::jsonb,
            jsonb_build_object('soort', 'ter_besluitvorming', 'titel', 'Noodopvang in de wijk', 'minuten', 45, 'keuzevraag', kv,
                'toelichting', 'De gevolgen zijn gevraagd. Vandaag horen wij de bedenkingen.'),
            '{"soort": "ter_bespreking", "titel": "Wie oefent wanneer", "minuten": 30}'::jsonb,
            '{"soort": "hamerstuk", "titel": "Het verslag van de derde bijeenkomst", "minuten": 5}'::jsonb)), 'vierde');
    PERFORM demo.doe('secretaris', demo.net(5 * 1440 - 5), 'stuk.toevoegen', t, demo.a('titel', 'Verslag van de regiobijeenkomst (verzonnen)',
        'adres', 'https://www.voorbeeld.nl/noodopvang', 'agendapunt', demo.punt('vierde', 2)));
    PERFORM demo.doe('onderwijs wg', demo.net(1440), 'aanwezigheid.melden', t, jsonb_build_object('bijeenkomst', demo.n('vierde')::text, 'komt', false));
    PERFORM demo.doe('voorzitter', demo.net(25), 'bijeenkomst.openen', t, demo.a('bijeenkomst', demo.n('vierde')::text));
    PERFORM demo.hier('vierde', allen[1:5], demo.net(23));
    PERFORM demo.doe('secretaris', demo.net(20), 'agendapunt.afronden', t, demo.a('agendapunt', demo.punt('vierde', 1),
        'status', 'behandeld', 'uitkomst', 'De secretaris vraagt reacties op het verslag.'));
    PERFORM demo.doe('voorzitter', demo.net(19), 'agendapunt.behandelen', t, demo.a('agendapunt', demo.punt('vierde', 2)));
    PERFORM demo.doe('zorg wn', demo.net(15), 'spreekbeurt.vragen', t, demo.a('bijeenkomst', demo.n('vierde')::text, 'soort', 'spreekbeurt'), 's1');
    PERFORM demo.doe('voorzitter', demo.net(14), 'spreekbeurt.geven', t, demo.a('spreekbeurt', demo.n('s1')::text));
    PERFORM demo.doe('zorg wg', demo.net(8), 'spreekbeurt.vragen', t, demo.a('bijeenkomst', demo.n('vierde')::text, 'soort', 'spreekbeurt'), 's2');
    PERFORM demo.doe('voorzitter', demo.net(2), 'spreekbeurt.geven', t, demo.a('spreekbeurt', demo.n('s2')::text));
    PERFORM demo.doe('veiligheid wn', demo.net(1), 'spreekbeurt.vragen', t, demo.a('bijeenkomst', demo.n('vierde')::text, 'soort', 'spreekbeurt'));
    PERFORM demo.doe('onderwijs wn', demo.net(1), 'spreekbeurt.vragen', t, demo.a('bijeenkomst', demo.n('vierde')::text, 'soort', 'punt_van_orde'));
END $$;
