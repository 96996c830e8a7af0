-- Commands about a spreekbeurt: each opens, asks rule/spreekbeurt.sql, and closes.

CREATE OR REPLACE FUNCTION api.spreekbeurt_vragen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('spreekbeurt.vragen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.spreekbeurt_vragen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.spreekbeurt_vragen(text, text, text, text) IS 'spreekbeurt.vragen.';

CREATE OR REPLACE FUNCTION api.spreekbeurt_geven(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('spreekbeurt.geven', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.spreekbeurt_geven(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.spreekbeurt_geven(text, text, text, text) IS 'spreekbeurt.geven.';

CREATE OR REPLACE FUNCTION api.spreekbeurt_afronden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('spreekbeurt.afronden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.spreekbeurt_afronden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.spreekbeurt_afronden(text, text, text, text) IS 'spreekbeurt.afronden.';
