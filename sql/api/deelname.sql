-- Commands about a deelname: each opens, asks rule/deelname.sql, and closes.

CREATE OR REPLACE FUNCTION api.deelname_uitnodigen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('deelname.uitnodigen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.deelname_uitnodigen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.deelname_uitnodigen(text, text, text, text) IS 'deelname.uitnodigen.';

CREATE OR REPLACE FUNCTION api.deelname_toetreden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('deelname.toetreden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.deelname_toetreden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.deelname_toetreden(text, text, text, text) IS 'deelname.toetreden.';

CREATE OR REPLACE FUNCTION api.deelname_opschorten(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('deelname.opschorten', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.deelname_opschorten(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.deelname_opschorten(text, text, text, text) IS 'deelname.opschorten.';

CREATE OR REPLACE FUNCTION api.deelname_uittreden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('deelname.uittreden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.deelname_uittreden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.deelname_uittreden(text, text, text, text) IS 'deelname.uittreden.';

CREATE OR REPLACE FUNCTION api.deelname_lijst_uitnodigen(sessie text, namens text, tafel text,
    verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('deelname.lijst-uitnodigen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.deelname_lijst_uitnodigen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.deelname_lijst_uitnodigen(text, text, text, text) IS
    'deelname.lijst-uitnodigen.';

CREATE OR REPLACE FUNCTION api.deelname_contacten(sessie text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    nummer bigint := rule.getal(verzoek::jsonb ->> 'tafel');
BEGIN
    IF wie IS NULL OR NOT rule.mag_stroom(wie, NULL, 'tafel:' || nummer, 'lezen', moment) THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, jsonb_build_object('contacten',
        rule.contacten(wie, nummer, moment))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.deelname_contacten(text, text) IS
    'deelname.contacten: addresses given with an invitation.';
