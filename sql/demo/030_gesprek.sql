-- The conversation of round two at TT-2026-001. The opening words are CAOP's and the NLDA's, as
-- CAOP reported them, recorded by the secretaris with the source; every other voice is fictional.

CREATE FUNCTION demo.onderwerp(code text, titel text, toelichting text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe('secretaris', '2026-02-03 15:16', 'onderwerp.openen', 'weerbaarheid', demo.a(
        'stroom', 'tafel:' || demo.n('weerbaarheid'), 'titel', titel, 'toelichting', toelichting,
        'ronde', demo.n('ronde 2')::text), code);
END $$;

CREATE FUNCTION demo.zeg(wie text, op text, onderwerp text, soort text, tekst text,
    noem text DEFAULT NULL, antwoord text DEFAULT NULL, citaat text DEFAULT NULL,
    persoonlijk boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe(wie, op, 'bijdrage.plaatsen', 'weerbaarheid', jsonb_strip_nulls(jsonb_build_object(
        'onderwerp', demo.n(onderwerp)::text, 'soort', soort, 'tekst', tekst,
        'antwoordOp', demo.n(antwoord)::text, 'citaat', citaat, 'persoonlijkeTitel', persoonlijk)), noem);
END $$;

CREATE FUNCTION demo.leg_vast(voor text, spreker text, onderwerp text, tekst text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe('secretaris', '2026-02-03 15:20', 'bijdrage.plaatsen', 'weerbaarheid',
        jsonb_build_object('onderwerp', demo.n(onderwerp)::text, 'soort', 'bijdrage',
            'tekst', tekst || E'\n\nBron: CAOP, verslag van de bijeenkomst van 3 februari 2026.',
            'voor', demo.a('organisatie', demo.n(voor)::text, 'spreker', spreker,
                'via', 'mondeling', 'gebeurdOm', '2026-02-03T12:30:00Z')));
END $$;

DO $$
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.onderwerp('opening', 'Waarom dit gesprek', 'De opening van de middag, zoals CAOP die heeft verslagen.');
    PERFORM demo.onderwerp('woordvoering', 'Woordvoering en informatie bij digitale uitval',
        'Gezamenlijke afspraken rondom woordvoering en informatievoorziening, met name bij digitale uitval.');
    PERFORM demo.onderwerp('pools', 'Personele uitwisseling, pools en reservisten',
        'Personele uitwisseling en gezamenlijke pools of reservisten.');
    PERFORM demo.onderwerp('netwerken', 'Lokale netwerken als schakel',
        'Het belang van lokale netwerken, zoals scholen, wijkcentra en verenigingen, als schakels tussen publieke taken.');

    PERFORM demo.leg_vast('CAOP', 'Opening namens CAOP', 'opening',
        'De sociale dialoog in de publieke sector begint te piepen en te kraken. Niet omdat sectorale overlegstructuren tekortschieten, maar omdat zij zijn ingericht op afspraken binnen sectoren, terwijl de meest urgente vragen juist gaan over keuzes tussen publieke taken.');
    PERFORM demo.leg_vast('CAOP', 'Opening namens CAOP', 'opening',
        'Als we ze niet samen voorbereiden, lopen we er achteraan en worden ze uiteindelijk voor ons gemaakt door schaarste, politieke druk of omstandigheden.');
    PERFORM demo.leg_vast('NLDA', 'Inleiding namens de Nederlandse Defensie Academie', 'opening',
        'Weerbaarheid gaat niet over één crisis of één moment, maar over hoe we omgaan met aanhoudende druk. Dat vraagt erkenning dat we niet alles kunnen blijven doen zoals we dat gewend zijn, dat schaarste dwingt tot kiezen en dat die keuzes gevolgen hebben over sectoren heen.');

    PERFORM demo.zeg('veiligheid wn', '2026-02-03 15:24', 'woordvoering', 'knelpunt',
        'Valt het netwerk uit, dan weet een ploeg op straat niet wat het ziekenhuis of de school aan mensen vertelt. Ieder heeft zijn eigen draaiboek.', 'w1');
    PERFORM demo.zeg('zorg wg', '2026-02-03 15:27', 'woordvoering', 'vraag',
        'Wie geeft dan als eerste de boodschap, en langs welke weg als er geen telefoon is?', 'w2', 'w1', 'Ieder heeft zijn eigen draaiboek.');
    PERFORM demo.zeg('onderwijs wg', '2026-02-03 15:31', 'woordvoering', 'voorstel',
        'Spreek per regio één boodschap en één plek af. Scholen kunnen briefjes meegeven en hun deur openhouden als informatiepunt.', 'w3', 'w2');
    PERFORM demo.zeg('zorg wn', '2026-02-03 15:34', 'woordvoering', 'zorg',
        'Onze leden aan het bed krijgen alle vragen. Neem hen mee in wat er gezegd wordt, anders spreken zij het onbedoeld tegen.', 'w4');
    PERFORM demo.doe('zorg wn', '2026-02-03 15:36', 'bijdrage.herzien', 'weerbaarheid', demo.a(
        'bijdrage', demo.n('w4')::text, 'reden', 'Thuiszorg toegevoegd.',
        'tekst', 'Onze leden aan het bed en in de thuiszorg krijgen alle vragen. Neem hen mee in wat er gezegd wordt, anders spreken zij het onbedoeld tegen.'));
    PERFORM demo.zeg('cultuur wn', '2026-02-03 15:40', 'woordvoering', 'feit',
        'In onze voorbeeldgemeente bleken bij een oefening de sporthal en de bibliotheek het snelst bekend als verzamelpunt.', 'w5', 'w3', 'informatiepunt');

    PERFORM demo.zeg('veiligheid wg', '2026-02-03 15:22', 'pools', 'voorstel',
        'Laten wij verkennen of een gezamenlijke pool mogelijk is: mensen die in hun eigen sector werken en bij een crisis elders inzetbaar zijn.', 'p1');
    PERFORM demo.zeg('zorg wn', '2026-02-03 15:26', 'pools', 'zorg',
        'Dezelfde mensen staan op meer lijsten. Wie in de zorg werkt en reservist is, kan in een crisis maar op één plek zijn.', 'p2', 'p1', 'bij een crisis elders inzetbaar zijn');
    PERFORM demo.zeg('zorg wg', '2026-02-03 15:29', 'pools', 'knelpunt',
        'Wij weten niet hoeveel van onze mensen al ergens reservist of vrijwilliger zijn. Zonder dat beeld beloven wij dezelfde uren twee keer.', 'p3');
    PERFORM demo.zeg('onderwijs wn', '2026-02-03 15:33', 'pools', 'vraag',
        'Geldt een inzet elders als werk, met dezelfde rusttijden en verzekering? Anders meldt niemand zich.', 'p4', 'p1');
    PERFORM demo.zeg('veiligheid wn', '2026-02-03 15:38', 'pools', 'bijdrage',
        'Ik denk hardop: begin klein, met één regio en twee beroepen, en kijk na een half jaar wat het elders kostte.', 'p5', 'p4', NULL, true);
    PERFORM demo.zeg('cultuur wg', '2026-02-03 15:41', 'pools', 'bijdrage',
        'Dit hoort bij een andere tafel.', 'p6');
    PERFORM demo.doe('cultuur wg', '2026-02-03 15:42', 'bijdrage.intrekken', 'weerbaarheid', demo.a(
        'bijdrage', demo.n('p6')::text, 'reden', 'Per vergissing bij dit onderwerp geplaatst.'));

    PERFORM demo.zeg('cultuur wg', '2026-02-03 15:23', 'netwerken', 'bijdrage',
        'Verenigingen kennen hun wijk. Ze vragen geen nieuwe structuur, wel een sleutel, een telefoonlijst en iemand die belt.', 'n1');
    PERFORM demo.zeg('onderwijs wn', '2026-02-03 15:28', 'netwerken', 'zorg',
        'Als de school ook wijkpunt wordt, wie staat er dan voor de klas? Continuïteit blijft onze eerste taak.', 'n2', 'n1');
    PERFORM demo.zeg('cultuur wn', '2026-02-03 15:35', 'netwerken', 'voorstel',
        'Verdeel het: de school tot drie uur, de sportkantine daarna. Spreek dat af voordat het nodig is.', 'n3', 'n2', 'wie staat er dan voor de klas?');
    PERFORM demo.zeg('zorg wg', '2026-02-03 15:39', 'netwerken', 'bijdrage',
        'Voorbeeld: in een flat belde een buurvrouw met rolstoel op 3-hoog …', 'n4');
    PERFORM demo.doe('voorzitter', '2026-02-03 15:43', 'bijdrage.verbergen', 'weerbaarheid', demo.a(
        'bijdrage', demo.n('n4')::text, 'reden', 'Herleidbaar tot een persoon.'));

    -- Apart: a sector room after its round, a caucus, and what the chair prepares.
    PERFORM demo.doe('zorg wn', '2026-02-03 15:00', 'onderwerp.openen', 'weerbaarheid', demo.a(
        'stroom', 'vooroverleg:' || demo.n('weerbaarheid') || '-werknemers',
        'titel', 'Voorwaarden voor inzet elders'), 'vooroverleg');
    PERFORM demo.zeg('veiligheid wn', '2026-02-03 15:02', 'vooroverleg', 'bijdrage',
        'Laten wij samen vragen om rusttijden en verzekering, dan staat het sterker.');
    PERFORM demo.zeg('onderwijs wn', '2026-02-03 15:04', 'vooroverleg', 'bijdrage',
        'Goed. Ik breng het bij de pools in.');
    PERFORM demo.doe('voorzitter', '2026-02-03 15:50', 'onderwerp.openen', 'weerbaarheid', demo.a(
        'stroom', 'voorzitterskamer:' || demo.n('weerbaarheid'), 'titel', 'Hoe verder na vandaag'), 'hoe verder');
    PERFORM demo.zeg('secretaris', '2026-02-03 15:52', 'hoe verder', 'voorstel',
        'Ik werk de drie onderwerpen uit als keuzevragen en stuur ze tien dagen voor de volgende bijeenkomst.');
    PERFORM demo.doe('voorzitter', '2026-02-03 16:05', 'onderwerp.sluiten', 'weerbaarheid', demo.a(
        'onderwerp', demo.n('opening')::text,
        'conclusie', 'De opening is gehoord; het gesprek gaat verder in de drie onderwerpen.'));
END $$;
