-- The besluitenlog and its kept views. Invariant: the rows come from rule.besluitenlog and from
-- nowhere else, so this door shows nobody more than another.

CREATE OR REPLACE FUNCTION api.besluit_log(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v jsonb := verzoek::jsonb;
    wie bigint := rule.lezer(sessie);
    moment timestamptz := rule.nu();
    hoogstens int := coalesce((v ->> 'hoogstens')::int, 50);
    filter jsonb := v - '{na,tellingen}'::text[]
        || jsonb_build_object('hoogstens', hoogstens + 1)
        || CASE WHEN v ? 'na' THEN jsonb_build_object('na', jsonb_build_object(
               'op', split_part(v ->> 'na', '_', 1), 'id', split_part(v ->> 'na', '_', 2)))
           ELSE '{}' END;
    rijen rule.besluitregel[];
    laatste rule.besluitregel;
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    ELSIF v ? 'na' AND (rule.moment(filter #>> '{na,op}') IS NULL
            OR rule.getal(filter #>> '{na,id}') IS NULL) THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('ongeldig'))::api.regel;
        RETURN;
    END IF;
    rijen := ARRAY(SELECT r FROM rule.besluitenlog(wie, filter, moment) r);
    laatste := rijen[least(hoogstens, cardinality(rijen))];
    RETURN NEXT ('antwoord', NULL, NULL, (jsonb_build_object('regels', (
            SELECT coalesce(jsonb_agg(rule.log_beeld(rijen[nr], v ? 'besluit') ORDER BY nr), '[]')
            FROM generate_series(1, least(hoogstens, cardinality(rijen))) nr)) || CASE WHEN cardinality(rijen) > hoogstens
            THEN jsonb_build_object('na', rule.tijd(laatste.op) || '_' || laatste.besluit)
            ELSE '{}' END || CASE WHEN (v -> 'tellingen') = 'true'::jsonb
            THEN jsonb_build_object('tellingen', rule.log_tellingen(wie, filter, moment))
            ELSE '{}' END)::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.besluit_log(text, text) IS 'besluit.log: a page of the besluitenlog.';

CREATE OR REPLACE FUNCTION api.logbeeld_lijst(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie bigint := rule.lezer(sessie);
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, rule.logbeelden(wie)::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.logbeeld_lijst(text, text) IS
    'logbeeld.lijst: what stands ready, and what this person kept.';

CREATE OR REPLACE FUNCTION api.logbeeld_bewaren(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('logbeeld.bewaren', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.logbeeld_bewaren(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.logbeeld_bewaren(text, text, text, text) IS 'logbeeld.bewaren.';

CREATE OR REPLACE FUNCTION api.logbeeld_verwijderen(sessie text, namens text, tafel text,
    verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('logbeeld.verwijderen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.logbeeld_verwijderen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.logbeeld_verwijderen(text, text, text, text) IS 'logbeeld.verwijderen.';
