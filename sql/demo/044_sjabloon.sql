-- A tafel that was made from a sjabloon with its parties in one act; fictional. It shows a round that
-- is planned, a first bijeenkomst with its agenda, and invitations that were answered and were not.

DO $$
DECLARE
    t bigint;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    t := demo.doe('voorzitter', '2026-02-20 09:00', 'tafel.aanmaken', NULL, jsonb_build_object(
        'titel', 'De nacht bezetten (fictief)',
        'vraag', 'Hoe houden publieke diensten samen de nacht bezet?',
        'toeschrijving', 'organisatie', 'openbaarheid', 'tafel', 'sjabloon', 'twee_ronden',
        'datum', '2026-04-21T08:00:00.000000Z', 'openen', true, 'partijen', jsonb_build_array(
            demo.a('organisatie', demo.n('org zorg wn')::text, 'email', 'bestuur@zorg-wn.example'),
            demo.a('organisatie', demo.n('org zorg wg')::text, 'email', 'bureau@zorg-wg.example'),
            demo.a('organisatie', demo.n('org veiligheid wn')::text),
            demo.a('organisatie', demo.n('org veiligheid wg')::text))), 'nacht');
    PERFORM demo.doe('voorzitter', '2026-02-20 09:10', 'zetel.toekennen', 'nacht', jsonb_build_object(
        'persoon', demo.n('secretaris')::text, 'rollen', '["secretaris"]'::jsonb));
    PERFORM demo.doe('zorg wn', '2026-02-21 10:00', 'deelname.toetreden', 'nacht', demo.a('deelname',
        (SELECT d.id::text FROM spr.deelname d WHERE d.tafel = t AND d.organisatie = demo.n('org zorg wn'))));
END $$;
