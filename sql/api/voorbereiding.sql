-- Commands inside an organisation: each opens, asks rule/voorbereiding.sql, and closes.

CREATE OR REPLACE FUNCTION api.voorbereiding_opstellen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('voorbereiding.opstellen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.voorbereiding_opstellen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.voorbereiding_opstellen(text, text, text, text) IS 'voorbereiding.opstellen.';

CREATE OR REPLACE FUNCTION api.voorbereiding_herzien(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('voorbereiding.herzien', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.voorbereiding_herzien(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.voorbereiding_herzien(text, text, text, text) IS 'voorbereiding.herzien.';

CREATE OR REPLACE FUNCTION api.voorbereiding_instemmen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('voorbereiding.instemmen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.voorbereiding_instemmen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.voorbereiding_instemmen(text, text, text, text) IS 'voorbereiding.instemmen.';

CREATE OR REPLACE FUNCTION api.voorbereiding_intrekken(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('voorbereiding.intrekken', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.voorbereiding_intrekken(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.voorbereiding_intrekken(text, text, text, text) IS 'voorbereiding.intrekken.';

CREATE OR REPLACE FUNCTION api.organisatie_instellen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('organisatie.instellen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.organisatie_instellen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.organisatie_instellen(text, text, text, text) IS 'organisatie.instellen.';
