-- Commands about a standpunt: each opens, asks rule/standpunt.sql, and closes.

CREATE OR REPLACE FUNCTION api.standpunt_innemen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('standpunt.innemen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.standpunt_innemen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.standpunt_innemen(text, text, text, text) IS 'standpunt.innemen.';
