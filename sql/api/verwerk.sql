-- Batches of commands: all that wait go in one call, one transaction, one hint.
-- Invariant: commands of one tafel run in the order in which they were given; toegang is locked
-- before any tafel, tafels in one order, so that two batches never wait for each other.
-- Every statement below touches single rows by key. Plans are made once per connection, so they
-- are fixed to that: one that was made while a table was small would stay when it has grown.

CREATE OR REPLACE FUNCTION rule.volgorde(doe text[], tafel text[]) RETURNS int[]
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(doe) d WHERE rule.raakt_toegang(d)) THEN
        PERFORM FROM rule.stroom_kop('toegang', rule.nu());
    END IF;
    RETURN ARRAY(SELECT nr::int FROM unnest(tafel) WITH ORDINALITY AS u (t, nr)
                 ORDER BY coalesce(t, '') COLLATE "C", nr);
END $$;
COMMENT ON FUNCTION rule.volgorde(text[], text[]) IS
    'Order in which a batch runs: by tafel, else as given; takes the toegang lock when needed.';

CREATE OR REPLACE FUNCTION rule.wenk(stromen text[], seqs bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wenk text;
BEGIN
    wenk := (SELECT string_agg(s || '=' || n, ' ')
             FROM (SELECT s, max(n) AS n FROM unnest(stromen, seqs) AS u (s, n) GROUP BY s) k);
    IF wenk IS NOT NULL THEN
        PERFORM pg_notify('spr', CASE WHEN octet_length(wenk) > 7900 THEN '*' ELSE wenk END);
    END IF;
END $$;
COMMENT ON FUNCTION rule.wenk(text[], bigint[]) IS
    'Tell the other processes which heads moved; only a hint, the log is the truth.';

CREATE OR REPLACE FUNCTION api.verwerk(doe text[], sessie text[], namens text[], tafel text[],
    verzoek text[]) RETURNS SETOF api.volgregel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
    i int;
    r api.regel;
    stromen text[] := '{}';
    seqs bigint[] := '{}';
BEGIN
    FOREACH i IN ARRAY rule.volgorde(doe, tafel) LOOP
        FOR r IN SELECT * FROM rule.roep(doe[i], sessie[i], namens[i], tafel[i], verzoek[i]) LOOP
            IF r.soort = 'gebeurtenis' THEN
                stromen := stromen || r.stroom;
                seqs := seqs || r.seq;
            END IF;
            RETURN NEXT (i, r.soort, r.stroom, r.seq, r.bytes)::api.volgregel;
        END LOOP;
    END LOOP;
    PERFORM rule.wenk(stromen, seqs);
END $$;
COMMENT ON FUNCTION api.verwerk(text[], text[], text[], text[], text[]) IS
    'Run a batch of commands in one transaction; volg says whose row each one is.';

CREATE OR REPLACE FUNCTION api.verwerk_bewaakt(doe text[], sessie text[], namens text[],
    tafel text[], verzoek text[]) RETURNS SETOF api.volgregel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
    i int;
    r api.regel;
    rijen api.regel[];
    stromen text[] := '{}';
    seqs bigint[] := '{}';
BEGIN
    FOREACH i IN ARRAY rule.volgorde(doe, tafel) LOOP
        BEGIN
            rijen := ARRAY(SELECT x FROM
                rule.roep(doe[i], sessie[i], namens[i], tafel[i], verzoek[i]) x);
        EXCEPTION
        WHEN SQLSTATE 'SP001' THEN
            -- SP001 in place of a stream: the store lets a session that undoes batches run alone.
            rijen := ARRAY[('weigering', 'SP001', NULL, rule.fout(SQLERRM))::api.regel];
        WHEN deadlock_detected OR lock_not_available OR serialization_failure OR disk_full THEN
            RAISE;
        WHEN OTHERS THEN
            rijen := ARRAY[('fout', NULL, NULL, json_build_object('sqlstate', SQLSTATE,
                'bericht', SQLERRM)::text)::api.regel];
        END;
        FOREACH r IN ARRAY rijen LOOP
            IF r.soort = 'gebeurtenis' THEN
                stromen := stromen || r.stroom;
                seqs := seqs || r.seq;
            END IF;
            RETURN NEXT (i, r.soort, r.stroom, r.seq, r.bytes)::api.volgregel;
        END LOOP;
    END LOOP;
    PERFORM rule.wenk(stromen, seqs);
END $$;
COMMENT ON FUNCTION api.verwerk_bewaakt(text[], text[], text[], text[], text[]) IS
    'The same with a subtransaction per command: one that raises yields a fout row, its neighbours go on.';

CREATE OR REPLACE FUNCTION api.sleutel_afsluiten(sessie text, namens text, tafel text,
    verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nu timestamptz := rule.nu();
    wie bigint := (rule.sessie_vind(sessie, nu)).persoon;
    dicht text := verzoek::jsonb -> 'args' ->> 'sleutel';
    toen text;
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    ELSIF dicht IS NULL OR octet_length(dicht) NOT BETWEEN 16 AND 64 THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('ongeldig'))::api.regel;
        RETURN;
    END IF;
    -- Waits for a transaction that is landing this very key; then its row is the answer.
    INSERT INTO spr.sleutel (persoon, sleutel, op) VALUES (wie, dicht, nu)
    ON CONFLICT ON CONSTRAINT sleutel_pkey DO NOTHING;
    toen := (SELECT s.antwoord FROM spr.sleutel s WHERE s.persoon = wie AND s.sleutel = dicht);
    RETURN NEXT ('antwoord', NULL, NULL, CASE WHEN toen IS NULL THEN '{"uitkomst":"afgesloten"}'
        ELSE '{"uitkomst":"gedaan","antwoord":' || to_json(toen)::text || '}' END)::api.regel;
END $$;
COMMENT ON FUNCTION api.sleutel_afsluiten(text, text, text, text) IS
    'Close a key: either its command was done and this is its reply, or it will never land.';
