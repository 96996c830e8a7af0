-- Commands about a stem: each opens, asks rule/stemming.sql, and closes.

CREATE OR REPLACE FUNCTION api.stem_uitbrengen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('stem.uitbrengen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.stem_uitbrengen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.stem_uitbrengen(text, text, text, text) IS 'stem.uitbrengen.';
