-- Commands about a synthese: each opens, asks rule/synthese.sql, and closes.

CREATE OR REPLACE FUNCTION api.synthese_ordenen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('synthese.ordenen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.synthese_ordenen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.synthese_ordenen(text, text, text, text) IS 'synthese.ordenen.';

CREATE OR REPLACE FUNCTION api.synthese_bevestigen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('synthese.bevestigen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.synthese_bevestigen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.synthese_bevestigen(text, text, text, text) IS 'synthese.bevestigen.';
