-- How far what was decided goes beyond TT-2026-001: one besluit public and passed on, one first for
-- the members; all fictional.

DO $$
DECLARE
    t constant text := 'weerbaarheid';
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.doe('secretaris', '2026-03-02 09:00', 'overlegtafel.vastleggen', t, demo.a('naam', 'Sectoroverleg zorg',
        'band', 'ontvangt', 'contact', 'Bureau van het sectoroverleg'));
    PERFORM demo.doe('secretaris', '2026-03-02 09:05', 'overlegtafel.vastleggen', t, demo.a('naam', 'Landelijk overleg crisiscommunicatie',
        'band', 'afstemmen'));
    PERFORM demo.doe('secretaris', '2026-03-02 09:10', 'besluit.doorgeleiden', t, demo.a('besluit', demo.n('b woord')::text,
        'overlegtafel', (SELECT o.id::text FROM spr.overlegtafel o WHERE o.naam LIKE 'Landelijk overleg%'),
        'vraag', 'Past dit bij uw eigen afspraken over woordvoering?', 'termijn', demo.nog(60)));
    PERFORM demo.doe('secretaris', '2026-03-02 09:15', 'besluit.doorgeleiden', t, demo.a('besluit', demo.n('b woord')::text,
        'overlegtafel', (SELECT o.id::text FROM spr.overlegtafel o WHERE o.naam = 'Sectoroverleg zorg'),
        'vraag', 'Neemt u de woordvoerder per regio over?', 'termijn', demo.nog(30)));
    PERFORM demo.doe('secretaris', demo.geleden(1), 'doorgeleiding.beantwoorden', t, demo.a(
        'doorgeleiding', (SELECT d.id::text FROM spr.doorgeleiding d JOIN spr.overlegtafel o ON o.id = d.overlegtafel
            WHERE o.naam = 'Sectoroverleg zorg'),
        'antwoord', 'aangepast', 'toelichting', 'Overgenomen, met een eigen woordvoerder voor de huisartsenposten.'));
    PERFORM demo.doe('voorzitter', demo.geleden(1), 'openbaarheid.zetten', t, demo.a('besluit', demo.n('b woord')::text,
        'openbaarheid', 'openbaar'));
    PERFORM demo.doe('voorzitter', demo.geleden(1), 'openbaarheid.zetten', t, demo.a('besluit', demo.n('b poule')::text,
        'openbaarheid', 'embargo', 'embargoTot', demo.nog(14)));
END $$;
