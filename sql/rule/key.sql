-- Keys: one effect per author and key, for as long as the streams live.
-- Invariant: a key is looked up under the lock of its command, and stored in the same transaction
-- as its effect; a tombstone takes the same place, so a closed key can never land.

CREATE OR REPLACE FUNCTION rule.sleutel_zoek(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bekend spr.sleutel;
BEGIN
    IF c.sleutel IS NULL THEN
        RETURN rule.weiger(c, 'sleutel_ontbreekt');
    ELSIF octet_length(c.sleutel) NOT BETWEEN 16 AND 64 THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    SELECT * INTO bekend FROM spr.sleutel s WHERE s.persoon = c.persoon AND s.sleutel = c.sleutel;
    IF NOT FOUND THEN
        RETURN c;
    ELSIF bekend.verzoek_hash IS NULL THEN
        RETURN rule.weiger(c, 'sleutel_afgesloten');
    ELSIF bekend.verzoek_hash <> c.verzoek_hash THEN
        RETURN rule.weiger(c, 'sleutel_conflict');
    END IF;
    c.klaar := true;
    c.antwoord := bekend.antwoord;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.sleutel_zoek(rule.opdracht) IS
    'Replay a known key, refuse a closed one or one that was used for something else.';
