-- TT-2026-001, Maatschappelijke weerbaarheid: the two rounds of 3 February 2026. What each sector
-- talk brought in, the summary of each, and the subjects of the second round are what CAOP reported;
-- the secretaris enters them, with the source. The conversation after it is fictional.

CREATE FUNCTION demo.partij(code text, rol text, zijde text, sectoren jsonb, hoedanigheid text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe('secretaris', '2026-01-20 10:00', 'deelname.uitnodigen', 'weerbaarheid',
        jsonb_strip_nulls(jsonb_build_object('organisatie', demo.n(code)::text, 'rol', rol,
            'zijde', zijde, 'hoedanigheid', hoedanigheid, 'sectoren', sectoren)),
        'deelname ' || code);
END $$;

-- What CAOP reported of a sector talk: its points, each with the source, and one summary.
CREATE FUNCTION demo.gesprek(sector text, punten text[], samenvatting text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    bron constant text := E'\nBron: CAOP, verslag van de bijeenkomst van 3 februari 2026.';
    punt text;
BEGIN
    PERFORM demo.noem('gesprek ' || sector, (SELECT g.id FROM spr.gesprek g
        WHERE g.ronde = demo.n('ronde 1') AND g.sector = demo.n('sector ' || gesprek.sector)));
    FOREACH punt IN ARRAY punten LOOP
        PERFORM demo.doe('secretaris', '2026-02-03 14:20', 'gesprek.punt-noteren', 'weerbaarheid',
            demo.a('gesprek', demo.n('gesprek ' || sector)::text, 'tekst', punt || bron),
            'punt ' || punt);
    END LOOP;
    PERFORM demo.doe('secretaris', '2026-02-03 14:40', 'gesprek.samenvatten', 'weerbaarheid',
        jsonb_build_object('gesprek', demo.n('gesprek ' || sector)::text,
            'tekst', samenvatting || bron, 'voorlopig', false));
END $$;

CREATE FUNCTION demo.regel(vak text, tekst text, VARIADIC punten text[]) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RETURN jsonb_build_object('vak', vak, 'tekst', tekst, 'bronnen', (
        SELECT jsonb_agg(demo.a('soort', 'punt', 'id', demo.n('punt ' || p)::text))
        FROM unnest(punten) p));
END $$;

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    code text;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.doe('voorzitter', '2026-01-19 09:00', 'tafel.aanmaken', NULL, demo.a(
        'titel', 'Maatschappelijke weerbaarheid',
        'vraag', 'Wat vragen publieke taken in tijden van crisis en onzekerheid, en wat betekent dit voor samenwerking?',
        'opgave', 'Weerbaarheid van de samenleving', 'toeschrijving', 'organisatie',
        'openbaarheid', 'tafel'), t);
    PERFORM demo.doe('voorzitter', '2026-01-19 09:05', 'zetel.toekennen', t, jsonb_build_object(
        'persoon', demo.n('secretaris')::text, 'rollen', '["secretaris"]'::jsonb));
    PERFORM demo.doe('voorzitter', '2026-01-19 09:06', 'zetel.toekennen', t, jsonb_build_object(
        'persoon', demo.n('analist')::text, 'rollen', '["analist"]'::jsonb));
    PERFORM demo.doe('voorzitter', '2026-01-19 09:07', 'zetel.toekennen', t, jsonb_build_object(
        'persoon', demo.n('toehoorder')::text, 'rollen', '["toehoorder"]'::jsonb));
    FOREACH code IN ARRAY ARRAY['zorg wn', 'zorg wg', 'onderwijs wn', 'onderwijs wg',
                                'veiligheid wn', 'veiligheid wg', 'cultuur wn', 'cultuur wg'] LOOP
        PERFORM demo.partij('org ' || code, 'stemhebbend',
            CASE WHEN code LIKE '%wn' THEN 'werknemers' ELSE 'werkgevers' END, NULL, 'sociale partner');
    END LOOP;
    PERFORM demo.partij('CAOP', 'adviserend', 'onafhankelijk', '[]', 'facilitator');
    PERFORM demo.partij('NLDA', 'adviserend', 'onafhankelijk', '[]', 'deskundige');
    PERFORM demo.doe('voorzitter', '2026-01-22 09:00', 'tafel.openen', t, '{}');
    FOREACH code IN ARRAY ARRAY['zorg wn', 'zorg wg', 'onderwijs wn', 'onderwijs wg',
                                'veiligheid wn', 'veiligheid wg', 'cultuur wn', 'cultuur wg'] LOOP
        PERFORM demo.doe(code, '2026-01-23 11:00', 'deelname.toetreden', t,
            demo.a('deelname', demo.n('deelname org ' || code)::text));
    END LOOP;
    FOREACH code IN ARRAY ARRAY['CAOP', 'NLDA'] LOOP
        PERFORM demo.doe('stoel ' || code, '2026-01-23 12:00', 'deelname.toetreden', t,
            demo.a('deelname', demo.n('deelname ' || code)::text));
    END LOOP;
    PERFORM demo.doe('secretaris', '2026-01-26 09:00', 'ronde.plannen', t, demo.a('soort', 'sector',
        'vraag', 'Wat vragen publieke taken in uw sector in tijden van crisis en onzekerheid?',
        'opent', '2026-02-03T13:00:00Z', 'sluit', '2026-02-03T13:45:00Z'), 'ronde 1');
    PERFORM demo.doe('secretaris', '2026-01-26 09:05', 'ronde.plannen', t, demo.a('soort', 'bovensectoraal',
        'vraag', 'Wat betekent dit voor samenwerking over sectoren heen?',
        'opent', '2026-02-03T14:15:00Z'), 'ronde 2');
    PERFORM demo.doe('voorzitter', '2026-02-03 14:00', 'ronde.openen', t,
        demo.a('ronde', demo.n('ronde 1')::text));

    PERFORM demo.gesprek('zorg', ARRAY['Hulp en ondersteuning overeind houden.',
        'Aandacht voor personele inzet.', 'Aandacht voor coördinatie.', 'Aandacht voor logistiek.'],
        'Zorg en welzijn legden de nadruk op het overeind houden van hulp en ondersteuning, met aandacht voor personele inzet, coördinatie en logistiek.');
    PERFORM demo.gesprek('onderwijs', ARRAY['Continuïteit, zeker voor cruciale beroepen.'],
        'Onderwijs en kinderopvang spraken over continuïteit, zeker voor cruciale beroepen.');
    PERFORM demo.gesprek('veiligheid', ARRAY['Bevelstructuren.', 'Bescherming.', 'Uitvoeringskracht.'],
        'Veiligheid richtte zich op bevelstructuren, bescherming en uitvoeringskracht.');
    PERFORM demo.gesprek('cultuur', ARRAY['Ontmoeting en verbinding in wijken en gemeenschappen.'],
        'Vanuit cultuur en sport werd gewezen op het belang van ontmoeting en verbinding in wijken en gemeenschappen.');
    PERFORM demo.doe('voorzitter', '2026-02-03 14:45', 'ronde.sluiten', t,
        demo.a('ronde', demo.n('ronde 1')::text));

    PERFORM demo.doe('secretaris', '2026-02-03 15:05', 'synthese.ordenen', t, jsonb_build_object(
        'ronde', demo.n('ronde 1')::text, 'regels', jsonb_build_array(
            demo.regel('gedeeld', 'Gezamenlijke afspraken rondom woordvoering en informatievoorziening, met name bij digitale uitval.',
                'Aandacht voor coördinatie.', 'Bevelstructuren.'),
            demo.regel('gedeeld', 'Personele uitwisseling en gezamenlijke pools of reservisten.',
                'Aandacht voor personele inzet.', 'Uitvoeringskracht.', 'Continuïteit, zeker voor cruciale beroepen.'),
            demo.regel('gedeeld', 'Lokale netwerken, zoals scholen, wijkcentra en verenigingen, als schakels tussen publieke taken.',
                'Ontmoeting en verbinding in wijken en gemeenschappen.', 'Hulp en ondersteuning overeind houden.'),
            demo.regel('spanning', 'Wat binnen één sector logisch en zorgvuldig bedacht is, kan elders nadelige gevolgen hebben. Denk aan de werving van reservisten.',
                'Aandacht voor personele inzet.', 'Uitvoeringskracht.'),
            demo.regel('open', 'Gezamenlijkheid ontstaat niet automatisch binnen bestaande overlegstructuren.',
                'Bevelstructuren.', 'Aandacht voor coördinatie.'))), 'synthese');
    PERFORM demo.doe('voorzitter', '2026-02-03 15:12', 'synthese.bevestigen', t,
        demo.a('synthese', demo.n('synthese')::text));
    PERFORM demo.doe('voorzitter', '2026-02-03 15:15', 'ronde.openen', t,
        demo.a('ronde', demo.n('ronde 2')::text));
END $$;
