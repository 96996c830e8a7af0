-- Choices of TT-2026-001 after the second round, all fictional: an afspraak by double majority with
-- one side not of one mind, a conclusie by hammer, one that stayed verdeeld, one vote without a
-- quorum, a question whose consequences are being asked, and a written round that is open now.

CREATE FUNCTION demo.vraag(code text, op text, vraag text, niets text, opties text[], voor text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe('secretaris', op, 'keuzevraag.inbrengen', 'weerbaarheid', jsonb_build_object(
        'vraag', vraag, 'nietsDoen', niets, 'opties',
        (SELECT jsonb_agg(jsonb_build_object('titel', o) ORDER BY nr)
         FROM unnest(opties) WITH ORDINALITY AS e (o, nr))), code);
    IF voor IS NOT NULL THEN
        PERFORM demo.doe('secretaris', op, 'keuzevraag.gevolgen-vragen', 'weerbaarheid',
            demo.a('keuzevraag', demo.n(code)::text, 'voor', voor));
    END IF;
END $$;

CREATE FUNCTION demo.gevolg(wie text, op text, vraag text, optie int, tekst text, effect text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe(wie, op, 'gevolg.geven', 'weerbaarheid', jsonb_build_object('antwoorden', (
        SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('gevolg', g.id::text,
            'verwacht', tekst IS NOT NULL, 'tekst', tekst, 'effect', effect)))
        FROM spr.gevolg g JOIN spr.optie o ON o.id = g.optie
        JOIN spr.vertegenwoordiging v ON v.persoon = demo.n(wie)
        JOIN spr.deelname d ON d.tafel = g.tafel AND d.organisatie = v.organisatie
            AND d.zijde = g.zijde AND g.sector = ANY (d.sectoren)
        WHERE g.keuzevraag = demo.n(vraag) AND o.nummer = gevolg.optie)));
END $$;

CREATE FUNCTION demo.standpunt(wie text, op text, vraag text, waarde text, tekst text DEFAULT NULL,
    grond text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe(wie, op, 'standpunt.innemen', 'weerbaarheid', jsonb_strip_nulls(
        jsonb_build_object('keuzevraag', demo.n(vraag)::text, 'waarde', waarde, 'tekst', tekst,
            'grond', grond)));
END $$;

CREATE FUNCTION demo.besluit(code text, op text, soort text, vraag text, titel text, tekst text,
    termijn text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe('secretaris', op, 'besluit.opstellen', 'weerbaarheid', jsonb_strip_nulls(
        jsonb_build_object('soort', soort, 'keuzevraag', demo.n(vraag)::text, 'titel', titel,
            'tekst', tekst)), code);
    PERFORM demo.doe('secretaris', op, 'besluit.voorleggen', 'weerbaarheid', jsonb_strip_nulls(
        jsonb_build_object('besluit', demo.n(code)::text, 'termijn', termijn)));
END $$;

CREATE FUNCTION demo.stem(wie text, op text, stemming text, keuze text, verklaring text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe(wie, op, 'stem.uitbrengen', 'weerbaarheid', jsonb_strip_nulls(
        jsonb_build_object('stemming', demo.n(stemming)::text, 'keuze', keuze,
            'verklaring', verklaring)));
END $$;

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    wie text;
    later text := rule.tijd(greatest(rule.nu(), '2026-03-01') + interval '14 days');
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    -- A pool of reservists: consequences first, then a vote by both sides.
    PERFORM demo.vraag('poule', '2026-02-05 10:00', 'Hoe helpen sectoren elkaar aan mensen als een crisis lang duurt?',
        'Elke sector werft zelf, en de ene sector haalt mensen weg bij de andere.',
        ARRAY['Een gezamenlijke poule van reservisten', 'Mensen onderling uitlenen, per crisis geregeld'],
        '2026-02-19T23:00:00Z');
    PERFORM demo.gevolg('zorg wn', '2026-02-09 09:10', 'poule', 1, 'Roosters moeten eerder vastliggen, anders valt de nachtdienst om.', 'knelt');
    PERFORM demo.gevolg('zorg wg', '2026-02-09 11:30', 'poule', 1, 'Minder inhuur in een crisis, meer afstemming vooraf.', 'gemengd');
    PERFORM demo.gevolg('onderwijs wn', '2026-02-10 08:45', 'poule', 1, 'Een docent die reservist is, is ook uit de klas.', 'knelt');
    PERFORM demo.gevolg('onderwijs wg', '2026-02-11 14:00', 'poule', 1, NULL, NULL);
    PERFORM demo.gevolg('veiligheid wn', '2026-02-11 16:20', 'poule', 1, 'Werkdruk daalt in de piek.', 'verlicht');
    PERFORM demo.gevolg('veiligheid wg', '2026-02-12 10:05', 'poule', 1, 'Sneller op sterkte, mits bevelslijnen duidelijk zijn.', 'verlicht');
    PERFORM demo.gevolg('cultuur wn', '2026-02-13 13:15', 'poule', 1, 'Buurthuizen verliezen hun vaste gezichten.', 'knelt');
    FOREACH wie IN ARRAY ARRAY['zorg wn', 'zorg wg', 'onderwijs wn', 'onderwijs wg', 'veiligheid wn', 'veiligheid wg', 'cultuur wn'] LOOP
        PERFORM demo.gevolg(wie, '2026-02-13 15:00', 'poule', 2, NULL, NULL);
    END LOOP;
    PERFORM demo.standpunt('zorg wn', '2026-02-16 09:00', 'poule', 'akkoord_mits', 'Mits niemand twee diensten op een dag draait.');
    PERFORM demo.standpunt('zorg wg', '2026-02-16 10:00', 'poule', 'akkoord');
    PERFORM demo.standpunt('onderwijs wn', '2026-02-16 10:30', 'poule', 'niet_akkoord', 'De klas gaat voor: leg eerst vast wie er nooit gemist kan worden.');
    PERFORM demo.standpunt('veiligheid wn', '2026-02-17 09:00', 'poule', 'akkoord');
    PERFORM demo.standpunt('veiligheid wg', '2026-02-17 09:20', 'poule', 'akkoord');
    PERFORM demo.standpunt('cultuur wg', '2026-02-17 12:00', 'poule', 'neemt_niet_deel', NULL, 'geen_mandaat');
    FOR wie IN SELECT g.id::text FROM spr.gevolg g WHERE g.keuzevraag = demo.n('poule') AND g.status = 'gevraagd' ORDER BY g.id LOOP
        PERFORM demo.doe('voorzitter', '2026-02-20 09:00', 'gevolg.passeren', t, demo.a('gevolg', wie,
            'reden', 'De werkgevers in cultuur en sport hebben nog geen mandaat en reageren later.'));
    END LOOP;
    PERFORM demo.doe('voorzitter', '2026-02-20 09:10', 'keuzevraag.besluitrijp-maken', t, demo.a('keuzevraag', demo.n('poule')::text));
    PERFORM demo.besluit('b poule', '2026-02-20 09:30', 'afspraak', 'poule', 'Een gezamenlijke poule van reservisten',
        'De sectoren richten samen een poule van reservisten in. Wie in de ene sector onmisbaar is, wordt in de andere niet opgeroepen.');
    PERFORM demo.doe('zorg wg', '2026-02-20 10:00', 'besluit.stemming-vragen', t, demo.a('besluit', demo.n('b poule')::text));
    PERFORM demo.doe('voorzitter', '2026-02-24 14:00', 'stemming.openen', t, jsonb_build_object('besluit', demo.n('b poule')::text,
        'methode', 'dubbele_meerderheid', 'sectordekking', true), 's poule');
    PERFORM demo.stem('zorg wn', '2026-02-24 14:02', 's poule', 'voor');
    PERFORM demo.stem('zorg wg', '2026-02-24 14:02', 's poule', 'voor');
    PERFORM demo.stem('onderwijs wn', '2026-02-24 14:03', 's poule', 'tegen', 'Zonder lijst van onmisbare beroepen stemmen wij tegen.');
    PERFORM demo.stem('onderwijs wg', '2026-02-24 14:03', 's poule', 'onthouding');
    PERFORM demo.stem('veiligheid wn', '2026-02-24 14:04', 's poule', 'voor');
    PERFORM demo.stem('veiligheid wg', '2026-02-24 14:04', 's poule', 'voor');
    PERFORM demo.stem('cultuur wn', '2026-02-24 14:05', 's poule', 'voor');
    PERFORM demo.doe('voorzitter', '2026-02-24 14:10', 'stemming.sluiten', t, demo.a('stemming', demo.n('s poule')::text));

    -- What parties committed themselves to, and how that goes.
    PERFORM demo.doe('secretaris', '2026-02-24 14:12', 'toezegging.voorstellen', t, demo.a('organisatie', demo.n('org zorg wg')::text,
        'besluit', demo.n('b poule')::text, 'tekst', 'Wij leveren voor 1 oktober een lijst van functies die in een crisis onmisbaar zijn.',
        'voor', '2026-09-30T22:00:00Z'), 'z lijst');
    PERFORM demo.doe('secretaris', '2026-02-24 14:13', 'toezegging.voorstellen', t, demo.a('organisatie', demo.n('org veiligheid wg')::text,
        'besluit', demo.n('b poule')::text, 'tekst', 'Wij leiden twintig reservisten uit andere sectoren op.',
        'voor', '2027-03-31T22:00:00Z'), 'z opleiden');
    PERFORM demo.doe('secretaris', '2026-02-24 14:14', 'toezegging.voorstellen', t, demo.a('organisatie', demo.n('org cultuur wn')::text,
        'besluit', demo.n('b poule')::text, 'tekst', 'Wij vragen onze leden wie in de eigen wijk wil helpen.',
        'voor', '2026-05-31T22:00:00Z'), 'z wijk');
    PERFORM demo.doe('zorg wg', '2026-02-24 14:15', 'toezegging.aanvaarden', t, demo.a('toezegging', demo.n('z lijst')::text));
    PERFORM demo.doe('veiligheid wg', '2026-02-24 14:16', 'toezegging.aanvaarden', t, demo.a('toezegging', demo.n('z opleiden')::text));
    PERFORM demo.doe('zorg wg', '2026-02-24 14:18', 'toezegging.melden', t, demo.a('toezegging', demo.n('z lijst')::text,
        'status', 'nagekomen', 'verhaal', 'De lijst lag er al voor een deel; de rest is deze week aangevuld.'));
    PERFORM demo.doe('veiligheid wg', '2026-02-24 14:19', 'toezegging.melden', t, demo.a('toezegging', demo.n('z opleiden')::text,
        'status', 'vertraagd', 'verhaal', 'De opleider heeft pas na de zomer plaats.'));

    -- Spokesmanship: concluded by the hammer.
    PERFORM demo.vraag('woord', '2026-02-05 10:20', 'Wie spreekt bij digitale uitval namens de publieke diensten in een regio?',
        'Elke organisatie spreekt voor zich, ook als berichten elkaar tegenspreken.',
        ARRAY['Een woordvoerder per regio, vooraf aangewezen'], NULL);
    PERFORM demo.standpunt('zorg wn', '2026-02-17 10:00', 'woord', 'akkoord');
    PERFORM demo.standpunt('onderwijs wg', '2026-02-17 10:10', 'woord', 'akkoord');
    PERFORM demo.doe('voorzitter', '2026-02-24 14:20', 'keuzevraag.besluitrijp-maken', t, demo.a('keuzevraag', demo.n('woord')::text));
    PERFORM demo.besluit('b woord', '2026-02-24 14:21', 'conclusie', 'woord', 'Een woordvoerder per regio',
        'De tafel concludeert dat per regio vooraf een woordvoerder wordt aangewezen, die ook zonder internet bereikbaar is.');
    PERFORM demo.doe('voorzitter', '2026-02-24 14:30', 'besluit.concluderen', t, demo.a('besluit', demo.n('b woord')::text, 'uitkomst', 'aangenomen'));

    -- Who pays: positions side by side.
    PERFORM demo.vraag('geld', '2026-02-05 10:40', 'Wie betaalt de opleiding van reservisten?', 'Er komt geen opleiding.',
        ARRAY['De sector die oproept', 'Naar rato van het aantal werknemers'], NULL);
    PERFORM demo.standpunt('zorg wg', '2026-02-17 11:00', 'geld', 'akkoord_mits', 'Mits naar rato.');
    PERFORM demo.standpunt('veiligheid wg', '2026-02-17 11:10', 'geld', 'niet_akkoord', 'Wie oproept, betaalt.');
    PERFORM demo.doe('voorzitter', '2026-02-24 14:40', 'keuzevraag.besluitrijp-maken', t, demo.a('keuzevraag', demo.n('geld')::text));
    PERFORM demo.besluit('b geld', '2026-02-24 14:41', 'advies', 'geld', 'Bekostiging van de opleiding',
        'De tafel adviseert de opleiding naar rato te betalen.');
    PERFORM demo.doe('voorzitter', '2026-02-24 14:55', 'besluit.concluderen', t, demo.a('besluit', demo.n('b geld')::text,
        'uitkomst', 'verdeeld', 'reden', 'De werkgevers verschillen van inzicht; de standpunten staan naast elkaar.'));

    -- At the end of the afternoon too few were left.
    PERFORM demo.besluit('b oefenen', '2026-02-24 15:30', 'procesafspraak', NULL, 'Jaarlijks samen oefenen',
        'De tafel houdt elk jaar een gezamenlijke oefening.');
    PERFORM demo.doe('voorzitter', '2026-02-24 15:40', 'stemming.openen', t, demo.a('besluit', demo.n('b oefenen')::text, 'methode', 'eenvoudig'), 's oefenen');
    PERFORM demo.stem('zorg wn', '2026-02-24 15:41', 's oefenen', 'voor');
    PERFORM demo.stem('veiligheid wg', '2026-02-24 15:41', 's oefenen', 'voor');
    PERFORM demo.doe('voorzitter', '2026-02-24 15:50', 'stemming.sluiten', t, demo.a('stemming', demo.n('s oefenen')::text));

    -- Open now: consequences of working with local networks, and a written round.
    PERFORM demo.vraag('netwerk', '2026-02-26 09:00', 'Welke rol krijgen scholen, wijkcentra en verenigingen in een crisis?',
        'Zij helpen op eigen initiatief, zonder afspraken over geld of veiligheid.',
        ARRAY['Een vast steunpunt per wijk', 'Een lijst van plekken die open kunnen'], later);
    PERFORM demo.gevolg('cultuur wn', '2026-02-27 10:00', 'netwerk', 1, 'Meer uren nodig buiten kantoortijd.', 'knelt');
    PERFORM demo.besluit('b lijst', '2026-02-27 11:00', 'conclusie', NULL, 'Contactlijst voor de eerste 24 uur',
        'De tafel legt vast wie elkaar in de eerste 24 uur van een crisis belt, en houdt die lijst op papier bij.', later);
END $$;
