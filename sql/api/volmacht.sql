-- Commands about a volmacht: each opens, asks rule/volmacht.sql, and closes.

CREATE OR REPLACE FUNCTION api.volmacht_geven(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('volmacht.geven', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.volmacht_geven(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.volmacht_geven(text, text, text, text) IS 'volmacht.geven.';

CREATE OR REPLACE FUNCTION api.volmacht_intrekken(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('volmacht.intrekken', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.volmacht_intrekken(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.volmacht_intrekken(text, text, text, text) IS 'volmacht.intrekken.';
