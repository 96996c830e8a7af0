-- Commands about openbaarheid: each opens, asks rule/openbaarheid.sql, and closes.

CREATE OR REPLACE FUNCTION api.openbaarheid_zetten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('openbaarheid.zetten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.openbaarheid_zetten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.openbaarheid_zetten(text, text, text, text) IS 'openbaarheid.zetten.';
