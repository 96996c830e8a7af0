-- Commands about a gesprek: each opens, asks rule/gesprek.sql, and closes.

CREATE OR REPLACE FUNCTION api.gesprek_punt_noteren(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('gesprek.punt-noteren', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.gesprek_punt_noteren(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.gesprek_punt_noteren(text, text, text, text) IS 'gesprek.punt-noteren.';

CREATE OR REPLACE FUNCTION api.gesprek_samenvatten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('gesprek.samenvatten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.gesprek_samenvatten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.gesprek_samenvatten(text, text, text, text) IS 'gesprek.samenvatten.';

CREATE OR REPLACE FUNCTION api.gesprek_ontheffen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('gesprek.ontheffen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.gesprek_ontheffen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.gesprek_ontheffen(text, text, text, text) IS 'gesprek.ontheffen.';
