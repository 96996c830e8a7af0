-- Commands about presence: each opens, asks rule/aanwezigheid.sql, and closes.

CREATE OR REPLACE FUNCTION api.aanwezigheid_melden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('aanwezigheid.melden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.aanwezigheid_melden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.aanwezigheid_melden(text, text, text, text) IS 'aanwezigheid.melden.';

CREATE OR REPLACE FUNCTION api.aanwezigheid_noteren(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('aanwezigheid.noteren', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.aanwezigheid_noteren(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.aanwezigheid_noteren(text, text, text, text) IS 'aanwezigheid.noteren.';
