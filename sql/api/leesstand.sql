-- Commands about the leesstand: each opens, asks rule/leesstand.sql, and closes.

CREATE OR REPLACE FUNCTION api.leesstand_zetten(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('leesstand.zetten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.leesstand_zetten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.leesstand_zetten(text, text, text, text) IS 'leesstand.zetten.';
