-- Views of the besluitenlog that somebody kept. Invariant: a person keeps at most fifty, reads and
-- removes only their own, and a view is a filter that the besluitenlog itself takes.

CREATE OR REPLACE FUNCTION rule.logbeeld_bewaren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    hoe text := rule.schoon(c.args ->> 'naam');
BEGIN
    IF NOT rule.is_regel(hoe) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF (SELECT count(*) FROM spr.logbeeld l
           WHERE l.persoon = c.persoon AND l.naam <> hoe) >= 50 THEN
        RETURN rule.weiger(c, 'te_groot', 'U hebt al vijftig eigen weergaven. Verwijder er eerst een.',
            'You have fifty views of your own already. Remove one first.');
    END IF;
    INSERT INTO spr.logbeeld (persoon, naam, filter, op)
    VALUES (c.persoon, hoe, c.args -> 'filter', c.nu)
    ON CONFLICT ON CONSTRAINT logbeeld_pkey DO UPDATE
    SET filter = excluded.filter, op = excluded.op;
    RETURN rule.antwoord(c, jsonb_build_object('naam', hoe));
END $$;
COMMENT ON FUNCTION rule.logbeeld_bewaren(rule.opdracht) IS
    'logbeeld.bewaren: a filter under a name, over the one that had that name.';

CREATE OR REPLACE FUNCTION rule.logbeeld_verwijderen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    hoe text := rule.schoon(c.args ->> 'naam');
BEGIN
    IF NOT EXISTS (SELECT FROM spr.logbeeld l WHERE l.persoon = c.persoon AND l.naam = hoe) THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    END IF;
    DELETE FROM spr.logbeeld l WHERE l.persoon = c.persoon AND l.naam = hoe;
    RETURN rule.antwoord(c, jsonb_build_object('naam', hoe));
END $$;
COMMENT ON FUNCTION rule.logbeeld_verwijderen(rule.opdracht) IS 'logbeeld.verwijderen.';

CREATE OR REPLACE FUNCTION rule.logbeelden(wie bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'voorkeuzes', (SELECT jsonb_agg(jsonb_build_object('code', v.code, 'naam', v.naam,
                'naamEn', v.naam_en, 'filter', v.filter) ORDER BY v.volgorde)
            FROM spr.logvoorkeuze v),
        'beelden', (SELECT coalesce(jsonb_agg(jsonb_build_object('naam', l.naam,
                'filter', l.filter, 'op', rule.tijd(l.op)) ORDER BY l.naam COLLATE "C"), '[]')
            FROM spr.logbeeld l WHERE l.persoon = wie));
END $$;
COMMENT ON FUNCTION rule.logbeelden(bigint) IS 'The views that stand ready, and those of one person.';
