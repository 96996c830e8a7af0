-- Commands about toezegbaarheid: each opens, asks rule/toezegbaarheid.sql, and closes.

CREATE OR REPLACE FUNCTION api.toezegbaarheid_melden(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('toezegbaarheid.melden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.toezegbaarheid_melden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.toezegbaarheid_melden(text, text, text, text) IS 'toezegbaarheid.melden.';
