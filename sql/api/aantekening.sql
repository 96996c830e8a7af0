-- What a party adds to a besluit: each command opens, asks rule/aantekening.sql, and closes.

CREATE OR REPLACE FUNCTION api.aantekening_plaatsen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('aantekening.plaatsen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.aantekening_plaatsen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.aantekening_plaatsen(text, text, text, text) IS 'aantekening.plaatsen.';

CREATE OR REPLACE FUNCTION api.ondertekening_zetten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('ondertekening.zetten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.ondertekening_zetten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.ondertekening_zetten(text, text, text, text) IS 'ondertekening.zetten.';
