-- Commands about an agendapunt: each opens, asks rule/agendapunt.sql, and closes.

CREATE OR REPLACE FUNCTION api.agendapunt_behandelen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('agendapunt.behandelen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.agendapunt_behandelen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.agendapunt_behandelen(text, text, text, text) IS 'agendapunt.behandelen.';

CREATE OR REPLACE FUNCTION api.agendapunt_afronden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('agendapunt.afronden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.agendapunt_afronden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.agendapunt_afronden(text, text, text, text) IS 'agendapunt.afronden.';
