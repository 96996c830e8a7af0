-- Logging in, who am I, logging out.
-- Invariant: a login link works once, and tells nothing about why it does not.

CREATE OR REPLACE FUNCTION api.sessie_openen(token_hash text, sessie_hash text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint;
BEGIN
    UPDATE spr.inloglink l SET gebruikt = moment
    WHERE l.hash = token_hash AND l.gebruikt IS NULL AND l.verloopt > moment
    RETURNING l.persoon INTO wie;
    IF NOT FOUND THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('inloglink_ongeldig'))::api.regel;
        RETURN;
    END IF;
    PERFORM rule.sessie_maken(wie, sessie_hash, moment);
    RETURN NEXT ('antwoord', NULL, NULL,
        rule.welkom(rule.sessie_lees(sessie_hash, moment))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.sessie_openen(text, text) IS 'Exchange a one-time link for a session.';

CREATE OR REPLACE FUNCTION api.sessie_lezen(sessie text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s spr.sessie := rule.sessie_vind(sessie, rule.nu());
BEGIN
    IF s.id IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
    ELSE
        RETURN NEXT ('antwoord', 'persoon:' || s.persoon, s.id, rule.welkom(s)::text)::api.regel;
    END IF;
END $$;
COMMENT ON FUNCTION api.sessie_lezen(text) IS
    'Who is logged in and for whom they may speak; counts as a use of the session.';

CREATE OR REPLACE FUNCTION api.sessie_sluiten(sessie text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    regel api.regel;
    s spr.sessie;
BEGIN
    PERFORM FROM rule.stroom_kop('toegang', moment);
    s := rule.sessie_lees(sessie, moment);
    IF s.id IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    regel := rule.sessie_beeindig(s.id, 'afgemeld', moment);
    PERFORM rule.wenk(ARRAY[regel.stroom], ARRAY[regel.seq]);
    RETURN NEXT ('antwoord', NULL, NULL, '{}')::api.regel;
END $$;
COMMENT ON FUNCTION api.sessie_sluiten(text) IS 'End the session, everywhere where it is open.';
