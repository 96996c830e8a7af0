-- Commands about overlegtafels: each opens, asks rule/doorgeleiding.sql, and closes.

CREATE OR REPLACE FUNCTION api.overlegtafel_vastleggen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('overlegtafel.vastleggen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.overlegtafel_vastleggen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.overlegtafel_vastleggen(text, text, text, text) IS 'overlegtafel.vastleggen.';

CREATE OR REPLACE FUNCTION api.besluit_doorgeleiden(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('besluit.doorgeleiden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.besluit_doorgeleiden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.besluit_doorgeleiden(text, text, text, text) IS 'besluit.doorgeleiden.';

CREATE OR REPLACE FUNCTION api.doorgeleiding_beantwoorden(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('doorgeleiding.beantwoorden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.doorgeleiding_beantwoorden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.doorgeleiding_beantwoorden(text, text, text, text) IS 'doorgeleiding.beantwoorden.';
