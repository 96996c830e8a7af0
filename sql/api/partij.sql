-- The pasted list of parties: opens, asks rule/partij.sql, and closes.

CREATE OR REPLACE FUNCTION api.partij_herkennen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('partij.herkennen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.partij_herkennen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.partij_herkennen(text, text, text, text) IS 'partij.herkennen.';
