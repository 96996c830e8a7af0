-- Knelpunten of TT-2026-001, all fictional: one with days left, one that is urgent, one that was
-- taken up as a keuzevraag, and one whose time ran out.

-- The end of a day to come, in Amsterdam.
CREATE FUNCTION demo.nog(dagen int) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    RETURN rule.tijd((rule.dag(greatest(rule.nu(), '2026-03-01')) + dagen)::timestamp
        AT TIME ZONE 'Europe/Amsterdam');
END $$;

CREATE FUNCTION demo.knelpunt(wie text, op text, titel text, sectoren text[], zwaarte text, tot text,
    niets text, verder jsonb DEFAULT '{}', code text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM demo.doe(wie, op, 'knelpunt.melden', 'weerbaarheid', jsonb_build_object('titel', titel,
        'sectoren', (SELECT jsonb_agg(demo.n('sector ' || s)::text) FROM unnest(sectoren) s),
        'zwaarte', zwaarte, 'handelingsruimteTot', tot, 'gevolgVanNietsDoen', niets) || verder, code);
END $$;

DO $$
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.knelpunt('onderwijs wn', '2026-02-27 13:00', 'Geen plek in de gezamenlijke oefening van mei',
        ARRAY['onderwijs', 'cultuur'], 'knelt', '2026-02-28T23:00:00Z',
        'Scholen en wijkcentra oefenen dit jaar niet mee, en leren pas in een echte crisis wat hun rol is.',
        '{"toelichting": "Aanmelden kon tot en met zaterdag 28 februari."}');
    PERFORM demo.knelpunt('secretaris', '2026-02-27 13:20', 'Buurthuizen hebben geen noodstroom', ARRAY['cultuur', 'zorg'],
        'signaal', demo.nog(75), 'Bij uitval is er in de wijk geen warme plek waar mensen terechtkunnen.',
        jsonb_build_object('toelichting', 'Subsidie voor noodstroom is dit jaar nog aan te vragen.', 'voor', jsonb_build_object(
            'organisatie', demo.n('org cultuur wg')::text, 'spreker', 'De bestuurder', 'via', 'telefonisch')));
    PERFORM demo.knelpunt('veiligheid wg', '2026-02-27 13:40', 'Portofoons van drie regio''s verstaan elkaar niet',
        ARRAY['veiligheid', 'zorg'], 'urgent', demo.nog(6),
        'De bestelling gaat apart de deur uit, en de regio''s zitten er acht jaar aan vast.');
    PERFORM demo.knelpunt('zorg wn', '2026-02-27 14:00', 'Geen noodopvang voor kinderen van wie crisisdienst heeft',
        ARRAY['zorg', 'onderwijs', 'veiligheid'], 'knelt', demo.nog(20),
        'Bij een oproep blijft een op de zes thuis, juist in de nachtdienst.', '{}', 'kn opvang');
    PERFORM demo.doe('secretaris', '2026-02-27 14:30', 'keuzevraag.inbrengen', 'weerbaarheid', jsonb_build_object(
        'vraag', 'Wie regelt noodopvang voor kinderen van mensen met crisisdienst?', 'knelpunt', demo.n('kn opvang')::text,
        'opties', '[{"titel": "Scholen openen per wijk een opvang"}, {"titel": "Werkgevers regelen het samen per regio"}]'::jsonb));
    -- The clock of that night; here nobody else moves it.
    PERFORM FROM rule.tik_knelpunten('2026-02-28T23:00:01Z');
END $$;
