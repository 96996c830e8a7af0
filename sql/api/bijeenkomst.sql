-- Commands about a bijeenkomst: each opens, asks rule/bijeenkomst.sql, and closes.

CREATE OR REPLACE FUNCTION api.bijeenkomst_plannen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.plannen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_plannen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_plannen(text, text, text, text) IS 'bijeenkomst.plannen.';

CREATE OR REPLACE FUNCTION api.bijeenkomst_openen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.openen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_openen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_openen(text, text, text, text) IS 'bijeenkomst.openen.';

CREATE OR REPLACE FUNCTION api.bijeenkomst_schorsing_vragen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.schorsing-vragen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_schorsing_vragen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_schorsing_vragen(text, text, text, text) IS 'bijeenkomst.schorsing-vragen.';

CREATE OR REPLACE FUNCTION api.bijeenkomst_schorsen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.schorsen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_schorsen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_schorsen(text, text, text, text) IS 'bijeenkomst.schorsen.';

CREATE OR REPLACE FUNCTION api.bijeenkomst_hervatten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.hervatten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_hervatten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_hervatten(text, text, text, text) IS 'bijeenkomst.hervatten.';

CREATE OR REPLACE FUNCTION api.bijeenkomst_sluiten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.sluiten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_sluiten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_sluiten(text, text, text, text) IS 'bijeenkomst.sluiten.';

CREATE OR REPLACE FUNCTION api.bijeenkomst_afgelasten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.afgelasten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_afgelasten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_afgelasten(text, text, text, text) IS 'bijeenkomst.afgelasten.';
