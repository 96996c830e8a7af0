-- Commands about a stuk: each opens, asks rule/stuk.sql, and closes.

CREATE OR REPLACE FUNCTION api.stuk_toevoegen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('stuk.toevoegen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.stuk_toevoegen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.stuk_toevoegen(text, text, text, text) IS 'stuk.toevoegen.';

CREATE OR REPLACE FUNCTION api.stuk_intrekken(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('stuk.intrekken', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.stuk_intrekken(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.stuk_intrekken(text, text, text, text) IS 'stuk.intrekken.';
