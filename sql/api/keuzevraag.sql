-- Commands about a keuzevraag: each opens, asks rule/keuzevraag.sql or rule/gevolg.sql, and
-- closes.

CREATE OR REPLACE FUNCTION api.keuzevraag_inbrengen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('keuzevraag.inbrengen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.keuzevraag_inbrengen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.keuzevraag_inbrengen(text, text, text, text) IS 'keuzevraag.inbrengen.';

CREATE OR REPLACE FUNCTION api.keuzevraag_intrekken(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('keuzevraag.intrekken', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.keuzevraag_intrekken(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.keuzevraag_intrekken(text, text, text, text) IS 'keuzevraag.intrekken.';

CREATE OR REPLACE FUNCTION api.keuzevraag_gevolgen_vragen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('keuzevraag.gevolgen-vragen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.keuzevraag_gevolgen_vragen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.keuzevraag_gevolgen_vragen(text, text, text, text) IS 'keuzevraag.gevolgen-vragen.';

CREATE OR REPLACE FUNCTION api.keuzevraag_besluitrijp_maken(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('keuzevraag.besluitrijp-maken', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.keuzevraag_besluitrijp_maken(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.keuzevraag_besluitrijp_maken(text, text, text, text) IS 'keuzevraag.besluitrijp-maken.';

CREATE OR REPLACE FUNCTION api.keuzevraag_herzien(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('keuzevraag.herzien', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.keuzevraag_herzien(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.keuzevraag_herzien(text, text, text, text) IS 'keuzevraag.herzien.';

CREATE OR REPLACE FUNCTION api.keuzevraag_bevestigen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('keuzevraag.bevestigen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.keuzevraag_bevestigen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.keuzevraag_bevestigen(text, text, text, text) IS 'keuzevraag.bevestigen.';
