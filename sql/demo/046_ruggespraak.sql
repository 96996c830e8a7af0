-- What comes with decisions of TT-2026-001, all fictional: one that waits for the members of a party,
-- one that was signed and looked back on, and a note of who voted against.

-- So many days ago, so that what waits for members was put to them not long before.
CREATE FUNCTION demo.geleden(dagen int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN to_char((greatest(rule.nu(), '2026-03-10') - dagen * interval '1 day')
        AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI');
END $$;

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    toen constant text := rule.tijd(greatest(rule.nu(), '2026-03-10') - interval '7 days');
    wie text;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    -- Who voted against the pool has its reason noted.
    PERFORM demo.doe('onderwijs wn', '2026-02-25 09:00', 'aantekening.plaatsen', t, demo.a('besluit', demo.n('b poule')::text,
        'tekst', 'Wij missen een lijst van beroepen die in de klas nooit gemist kunnen worden.'));

    -- Spokesmanship: signed by most, one on paper, and looked back on.
    FOREACH wie IN ARRAY ARRAY['zorg wn', 'veiligheid wn', 'veiligheid wg', 'onderwijs wg'] LOOP
        PERFORM demo.doe(wie, '2026-02-25 10:00', 'ondertekening.zetten', t, demo.a('besluit', demo.n('b woord')::text));
    END LOOP;
    PERFORM demo.doe('secretaris', '2026-02-26 11:00', 'ondertekening.zetten', t, jsonb_build_object('besluit', demo.n('b woord')::text,
        'voor', jsonb_build_object('organisatie', demo.n('org cultuur wn')::text, 'spreker', 'De voorzitter', 'via', 'papier')));
    PERFORM demo.doe('voorzitter', demo.geleden(2), 'besluit.evalueren', t, demo.a('besluit', demo.n('b woord')::text,
        'oordeel', 'werkt_deels', 'verhaal', 'In twee regio''s is de woordvoerder aangewezen. In de derde wacht men op de gemeenten.',
        'evalueerOp', demo.nog(90)));

    -- Two parties go back to their members; one of them has its answer already.
    PERFORM demo.vraag('oefenen', demo.geleden(12), 'Wanneer oefenen reservisten?', 'Wie wil, oefent in eigen tijd. De meesten oefenen niet.',
        ARRAY['In werktijd, op vaste dagen', 'In eigen tijd, met een vergoeding'], toen);
    PERFORM demo.gevolg('zorg wn', demo.geleden(10), 'oefenen', 1, 'Reservisten halen hun uren; op een oefendag staat er vervanging.', 'verlicht');
    PERFORM demo.gevolg('zorg wg', demo.geleden(10), 'oefenen', 1, 'Twee dagen vervanging per reservist, ongeveer een half procent van het rooster.', 'knelt');
    PERFORM demo.gevolg('onderwijs wg', demo.geleden(9), 'oefenen', 1, 'Vervanging is er alleen buiten de toetsweken.', 'knelt');
    PERFORM demo.gevolg('veiligheid wn', demo.geleden(9), 'oefenen', 1, 'Wij oefenen al in werktijd.', 'verlicht');
    PERFORM demo.standpunt('zorg wn', demo.geleden(8), 'oefenen', 'akkoord');
    PERFORM demo.standpunt('zorg wg', demo.geleden(8), 'oefenen', 'akkoord_mits', 'Mits de dagen een half jaar vooraf vastliggen.');
    PERFORM demo.standpunt('veiligheid wg', demo.geleden(8), 'oefenen', 'akkoord');
    PERFORM demo.doe('voorzitter', demo.geleden(6), 'keuzevraag.besluitrijp-maken', t, demo.a('keuzevraag', demo.n('oefenen')::text));
    PERFORM demo.doe('secretaris', demo.geleden(6), 'besluit.opstellen', t, demo.a('soort', 'conclusie', 'keuzevraag', demo.n('oefenen')::text,
        'optie', (SELECT o.id::text FROM spr.optie o WHERE o.keuzevraag = demo.n('oefenen') AND o.nummer = 1),
        'titel', 'Twee oefendagen per jaar in het rooster', 'tekst',
        'De tafel concludeert dat iedere reservist twee oefendagen per jaar in het rooster krijgt, als gewone werktijd.',
        'motivering', 'Wie nooit oefent, is in een crisis geen hulp. Oefenen in eigen tijd houdt niemand vol.',
        'samenvatting', 'Werkgevers plannen per reservist twee dagen vervanging. Werknemers oefenen in werktijd; reistijd telt mee.',
        'evalueerOp', demo.nog(300)), 'b oefendag');
    PERFORM demo.doe('secretaris', demo.geleden(6), 'besluit.voorleggen', t, demo.a('besluit', demo.n('b oefendag')::text));
    PERFORM demo.doe('zorg wn', demo.geleden(5), 'achterban.melden', t, demo.a('besluit', demo.n('b oefendag')::text,
        'orgaan', 'Ledenraad', 'strekking', 'positief', 'termijn', demo.nog(20)));
    PERFORM demo.doe('veiligheid wn', demo.geleden(5), 'achterban.melden', t, demo.a('besluit', demo.n('b oefendag')::text,
        'orgaan', 'Bondsbestuur', 'termijn', demo.nog(10)), 'a veiligheid');
    PERFORM demo.doe('voorzitter', demo.geleden(4), 'besluit.concluderen', t,
        demo.a('besluit', demo.n('b oefendag')::text, 'uitkomst', 'aangenomen'));
    PERFORM demo.doe('veiligheid wn', demo.geleden(1), 'achterban.beantwoorden', t, demo.a('achterban', demo.n('a veiligheid')::text,
        'uitkomst', 'instemming', 'toelichting', 'Het bestuur stemt in, en vraagt om een vaste dag in het voorjaar.'));
END $$;
