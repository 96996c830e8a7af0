-- What happens without anybody asking: the clock tick, and the question whether the schema is well.
-- Invariant: the tick only carries out what was already true; every guard compares the time
-- itself, so a late tick admits nothing.

CREATE OR REPLACE FUNCTION rule.tik_sessies(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s record;
BEGIN
    -- Few at a time: the rest waits a second, the lock on toegang does not.
    FOR s IN
        SELECT x.id, x.verloopt <= tik_sessies.nu AS verlopen FROM spr.sessie x
        WHERE x.geeindigd IS NULL AND (x.verloopt <= tik_sessies.nu
            OR x.gezien + rule.sessie_stil() <= tik_sessies.nu)
        ORDER BY x.id LIMIT 200
    LOOP
        RETURN QUERY SELECT * FROM rule.sessie_beeindig(s.id,
            CASE WHEN s.verlopen THEN 'verlopen' ELSE 'stil' END, nu);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_sessies(timestamptz) IS 'End the sessions whose time is over.';

CREATE OR REPLACE FUNCTION rule.tik_rechten(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    vandaag date := rule.dag(nu);
    v record;
BEGIN
    -- A representation that ran out at midnight is told once, so that open lines are closed.
    FOR v IN
        UPDATE spr.vertegenwoordiging x SET afgelopen_gemeld = true
        WHERE x.tot < vandaag AND NOT x.afgelopen_gemeld
        RETURNING x.id, x.persoon, x.organisatie
    LOOP
        RETURN NEXT rule.log_schrijf('toegang', 'toegang.gewijzigd',
            'vertegenwoordiging:' || v.id,
            '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}',
            jsonb_build_object('persoon', v.persoon::text, 'organisatie', v.organisatie::text,
                'tafel', NULL, 'sessie', NULL)::text, nu, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_rechten(timestamptz) IS
    'Tell every process about representations that ended.';

INSERT INTO rule.tik (naam, rang) VALUES ('sessies', 10), ('rechten', 20)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;

CREATE OR REPLACE FUNCTION api.klok_tik() RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    naam text;
    regels api.regel[];
    r api.regel;
    stromen text[] := '{}';
    seqs bigint[] := '{}';
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('spr klok_tik', 0)) THEN
        RETURN NEXT ('antwoord', NULL, NULL, '{"tik":false}')::api.regel;
        RETURN;
    END IF;
    PERFORM FROM rule.stroom_kop('toegang', moment);
    RETURN NEXT ('antwoord', NULL, NULL, '{"tik":true}')::api.regel;
    FOR naam IN SELECT t.naam FROM rule.tik t ORDER BY t.rang LOOP
        -- What one of them cannot do keeps no other from its work; it tries again in a second.
        BEGIN
            EXECUTE format('SELECT array_agg(x) FROM rule.%I($1) x', 'tik_' || naam)
            INTO regels USING moment;
        EXCEPTION WHEN OTHERS THEN
            RAISE WARNING 'tik %: % %', naam, SQLSTATE, SQLERRM;
            CONTINUE;
        END;
        FOREACH r IN ARRAY coalesce(regels, '{}') LOOP
            IF r.soort = 'gebeurtenis' THEN
                stromen := stromen || r.stroom;
                seqs := seqs || r.seq;
            END IF;
            RETURN NEXT r;
        END LOOP;
    END LOOP;
    PERFORM rule.wenk(stromen, seqs);
END $$;
COMMENT ON FUNCTION api.klok_tik() IS
    'Move what the clock moves; of all processes that ask, one does it.';

CREATE OR REPLACE FUNCTION api.zoekwoorden_bijwerken() RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Apart from the tick: this holds no lock that a command waits for.
    RETURN NEXT ('antwoord', NULL, NULL, json_build_object('over',
        CASE WHEN pg_try_advisory_xact_lock(hashtextextended('spr zoekwoorden', 0))
             THEN rule.zoekwoorden_bijwerken(2000) END)::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.zoekwoorden_bijwerken() IS
    'Take apart the words of what was said since; of all processes that ask, one does it.';

CREATE OR REPLACE FUNCTION api.gezondheid() RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN NEXT ('antwoord', NULL, NULL, json_build_object(
        'schema', (SELECT max(m.name) FROM spr.migratie m),
        'epoch', rule.epoch(),
        'nu', rule.tijd(rule.nu()),
        'alleenLezen', pg_is_in_recovery())::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.gezondheid() IS 'Latest state file, epoch and time: the server compares.';
