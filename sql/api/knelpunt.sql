-- Commands about a knelpunt: each opens, asks rule/knelpunt.sql, and closes.

CREATE OR REPLACE FUNCTION api.knelpunt_melden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('knelpunt.melden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.knelpunt_melden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.knelpunt_melden(text, text, text, text) IS 'knelpunt.melden.';

CREATE OR REPLACE FUNCTION api.knelpunt_herzien(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('knelpunt.herzien', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.knelpunt_herzien(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.knelpunt_herzien(text, text, text, text) IS 'knelpunt.herzien.';

CREATE OR REPLACE FUNCTION api.knelpunt_afhandelen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('knelpunt.afhandelen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.knelpunt_afhandelen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.knelpunt_afhandelen(text, text, text, text) IS 'knelpunt.afhandelen.';
