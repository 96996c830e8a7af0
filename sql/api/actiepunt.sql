-- Commands about an actiepunt: each opens, asks rule/actiepunt.sql, and closes.

CREATE OR REPLACE FUNCTION api.actiepunt_noteren(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('actiepunt.noteren', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.actiepunt_noteren(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.actiepunt_noteren(text, text, text, text) IS 'actiepunt.noteren.';

CREATE OR REPLACE FUNCTION api.actiepunt_afronden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('actiepunt.afronden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.actiepunt_afronden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.actiepunt_afronden(text, text, text, text) IS 'actiepunt.afronden.';
