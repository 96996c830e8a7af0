-- Commands about a bestand, and the bytes of one.

CREATE OR REPLACE FUNCTION api.bestand_beginnen(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bestand.beginnen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bestand_beginnen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bestand_beginnen(text, text, text, text) IS 'bestand.beginnen.';

CREATE OR REPLACE FUNCTION api.bestand_deel(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bestand.deel', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bestand_deel(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bestand_deel(text, text, text, text) IS 'bestand.deel.';

CREATE OR REPLACE FUNCTION api.bestand_afronden(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bestand.afronden', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bestand_afronden(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bestand_afronden(text, text, text, text) IS 'bestand.afronden.';

CREATE OR REPLACE FUNCTION api.bestand_afbreken(sessie text, namens text, tafel text,
    verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('bestand.afbreken', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.bestand_afbreken(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.bestand_afbreken(text, text, text, text) IS 'bestand.afbreken.';

CREATE OR REPLACE FUNCTION api.bestand_inhoud(sessie text, tafel text, bestand text, vanaf bigint,
    hoeveel int)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    b spr.bestand;
    eerste int := vanaf / rule.deel_bytes();
BEGIN
    SELECT * INTO b FROM spr.bestand x
    WHERE x.id = rule.getal(bestand) AND x.tafel = rule.getal(bestand_inhoud.tafel);
    IF NOT coalesce(rule.mag_bestand(wie, b, moment), false) THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, b.grootte, jsonb_build_object('type', rule.mediatype(b.soort),
        'beschikking', rule.beschikking(b.naam), 'sha256', b.sha256)::text)::api.regel;
    IF hoeveel > 0 THEN
        RETURN NEXT ('deel', NULL, vanaf, (
            SELECT encode(substr(string_agg(d.bytes, '' ORDER BY d.nr),
                (vanaf - eerste::bigint * rule.deel_bytes())::int + 1, hoeveel), 'hex')
            FROM spr.bestand_deel d
            WHERE d.bestand = b.id AND d.nr BETWEEN eerste
                AND (vanaf + hoeveel - 1) / rule.deel_bytes()))::api.regel;
    END IF;
END $$;
COMMENT ON FUNCTION api.bestand_inhoud(text, text, text, bigint, int) IS
    'What a download is, and some of its bytes in hex; asked anew for each stretch, so that a right that ends stops it.';
