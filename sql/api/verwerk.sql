-- Batches of commands: all that wait go in one call, one transaction, one hint.
-- Invariant: commands of one tafel run in the order in which they were given; toegang is locked
-- before any tafel, tafels in one order, so that two batches never wait for each other.
-- Commands that have a rule for many at once (set in proto/commands) run together, as one turn,
-- with those of other tafels; any other command is a turn of its own.
-- Every statement below touches single rows by key. Plans are made once per connection, so they
-- are fixed to that: one that was made while a table was small would stay when it has grown.

CREATE OR REPLACE FUNCTION rule.beurten(doe text[], tafel text[])
RETURNS TABLE (samen text, volg int[])
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF cardinality(doe) = 1 THEN
        RETURN QUERY SELECT NULL::text, '{1}'::int[]; -- nothing to put in order
        RETURN;
    END IF;
    RETURN QUERY
        SELECT g.samen, array_agg(g.nr ORDER BY coalesce(g.t, '') COLLATE "C", g.nr)
        FROM (SELECT u.nr::int, u.t, CASE WHEN rule.gaat_samen(u.d) THEN u.d END AS samen,
                  -- how many single commands this tafel had before
                  count(*) FILTER (WHERE NOT rule.gaat_samen(u.d))
                      OVER (PARTITION BY u.t ORDER BY u.nr) AS golf
              FROM unnest(doe, beurten.tafel) WITH ORDINALITY AS u (d, t, nr)) g
        GROUP BY g.golf, g.samen, CASE WHEN g.samen IS NULL THEN g.nr END
        ORDER BY g.golf, g.samen NULLS FIRST, min(coalesce(g.t, '') COLLATE "C"), min(g.nr);
END $$;
COMMENT ON FUNCTION rule.beurten(text[], text[]) IS
    'In which turns a batch runs: single commands, and lists that share one rule; each tafel in the order given.';

CREATE OR REPLACE FUNCTION rule.wenk(stromen text[], seqs bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
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

CREATE OR REPLACE FUNCTION rule.beurt(samen text, plekken int[], doe text[], sessie text[],
    namens text[], tafel text[], verzoek text[]) RETURNS api.volgregel[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d text[] := ARRAY(SELECT doe[v] FROM unnest(plekken) WITH ORDINALITY u (v, nr) ORDER BY nr);
    s text[] := ARRAY(SELECT sessie[v] FROM unnest(plekken) WITH ORDINALITY u (v, nr) ORDER BY nr);
    n text[] := ARRAY(SELECT namens[v] FROM unnest(plekken) WITH ORDINALITY u (v, nr) ORDER BY nr);
    t text[] := ARRAY(SELECT tafel[v] FROM unnest(plekken) WITH ORDINALITY u (v, nr) ORDER BY nr);
    q text[] := ARRAY(SELECT verzoek[v] FROM unnest(plekken) WITH ORDINALITY u (v, nr) ORDER BY nr);
    rijen api.volgregel[];
    later int;
BEGIN
    IF samen IS NULL THEN
        RETURN ARRAY(SELECT (plekken[1], r.soort, r.stroom, r.seq, r.bytes)::api.volgregel
                     FROM rule.roep(d[1], s[1], n[1], t[1], q[1]) r);
    END IF;
    rijen := ARRAY(SELECT (plekken[e.volg], e.soort, e.stroom, e.seq, e.bytes)::api.volgregel
                   FROM rule.einde_samen(rule.roep_samen(samen, rule.toelaten(d, s, n, t, q))) e);
    -- A key that stands twice in one list: its second command finds the first one done.
    FOR later IN SELECT u.nr FROM unnest(plekken) WITH ORDINALITY u (v, nr)
                 WHERE u.v <> ALL (ARRAY(SELECT r.volg FROM unnest(rijen) r)) ORDER BY u.nr LOOP
        rijen := rijen || ARRAY(SELECT (plekken[later], r.soort, r.stroom, r.seq, r.bytes)::api.volgregel
            FROM rule.roep(d[later], s[later], n[later], t[later], q[later]) r);
    END LOOP;
    RETURN rijen;
END $$;
COMMENT ON FUNCTION rule.beurt(text, int[], text[], text[], text[], text[], text[]) IS
    'Run one turn of a batch: its rows, with the places of the commands in the batch.';

CREATE OR REPLACE FUNCTION api.verwerk(doe text[], sessie text[], namens text[], tafel text[],
    verzoek text[]) RETURNS SETOF api.volgregel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_material = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
    b record;
    rijen api.volgregel[];
    stromen text[] := '{}';
    seqs bigint[] := '{}';
    eerste boolean := true;
BEGIN
    FOR b IN SELECT * FROM rule.beurten(doe, tafel) LOOP
        -- A turn takes its own locks, so several would take them in their own order.
        IF eerste AND cardinality(b.volg) < cardinality(doe) THEN
            PERFORM rule.sloten(doe, tafel, rule.nu());
        END IF;
        eerste := false;
        rijen := rule.beurt(b.samen, b.volg, doe, sessie, namens, tafel, verzoek);
        stromen := stromen || ARRAY(SELECT r.stroom FROM unnest(rijen) r WHERE r.soort = 'gebeurtenis');
        seqs := seqs || ARRAY(SELECT r.seq FROM unnest(rijen) r WHERE r.soort = 'gebeurtenis');
        RETURN QUERY SELECT * FROM unnest(rijen);
    END LOOP;
    PERFORM rule.wenk(stromen, seqs);
END $$;
COMMENT ON FUNCTION api.verwerk(text[], text[], text[], text[], text[]) IS
    'Run a batch of commands in one transaction; volg says whose row each one is.';

CREATE OR REPLACE FUNCTION api.verwerk_bewaakt(doe text[], sessie text[], namens text[],
    tafel text[], verzoek text[]) RETURNS SETOF api.volgregel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET enable_material = off SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
    i int;
    r api.regel;
    rijen api.regel[];
    stromen text[] := '{}';
    seqs bigint[] := '{}';
BEGIN
    PERFORM rule.sloten(doe, tafel, rule.nu());
    FOR i IN SELECT v FROM rule.beurten(doe, tafel) b, unnest(b.volg) v LOOP
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
    IF NOT FOUND THEN
        -- An answer that writes nothing would not wait for the standby, and the command may be on
        -- this machine alone; a lock on a row makes its COMMIT wait.
        PERFORM FROM spr.platform FOR KEY SHARE;
    END IF;
    toen := (SELECT s.antwoord FROM spr.sleutel s WHERE s.persoon = wie AND s.sleutel = dicht);
    RETURN NEXT ('antwoord', NULL, NULL, CASE WHEN toen IS NULL THEN '{"uitkomst":"afgesloten"}'
        ELSE '{"uitkomst":"gedaan","antwoord":' || to_json(toen)::text || '}' END)::api.regel;
END $$;
COMMENT ON FUNCTION api.sleutel_afsluiten(text, text, text, text) IS
    'Close a key: either its command was done and this is its reply, or it will never land.';
