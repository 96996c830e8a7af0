-- Guests of a meeting: their link, and what it lets them do.

CREATE OR REPLACE FUNCTION api.bijeenkomst_gastlink(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bijeenkomst.gastlink', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bijeenkomst_gastlink(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bijeenkomst_gastlink(text, text, text, text) IS 'bijeenkomst.gastlink.';

CREATE OR REPLACE FUNCTION api.gast_melden(geheim text, naam text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    r api.regel;
BEGIN
    FOR r IN SELECT * FROM rule.gast_melden(geheim, rule.schoon(naam), rule.nu()) LOOP
        IF r.soort = 'gebeurtenis' THEN
            -- No command engine hands this on: every process hears of it by the hint.
            PERFORM rule.wenk(ARRAY[r.stroom], ARRAY[r.seq]);
        ELSE
            RETURN NEXT r;
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION api.gast_melden(text, text) IS
    'gast.melden: without a session; the secret of the meeting is all there is.';
