-- Commands about executability: each opens, asks rule/uitvoerbaarheid.sql, and closes.

CREATE OR REPLACE FUNCTION api.uitvoerbaarheid_toetsen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('uitvoerbaarheid.toetsen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.uitvoerbaarheid_toetsen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.uitvoerbaarheid_toetsen(text, text, text, text) IS 'uitvoerbaarheid.toetsen.';

CREATE OR REPLACE FUNCTION api.uitvoerbaarheid_passeren(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('uitvoerbaarheid.passeren', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.uitvoerbaarheid_passeren(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.uitvoerbaarheid_passeren(text, text, text, text) IS 'uitvoerbaarheid.passeren.';
