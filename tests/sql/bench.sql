-- How long api.verwerk takes: durable bijdragen in batches, on many tafels and on one. Prints the
-- figures of this machine at this hour; never judges. Commits count, so fsync should be on:
-- SPR_PG_FSYNC=on tests/sql/run --bench
CREATE TABLE proef.plek (nr int PRIMARY KEY, tafel text, onderwerp text);

DO $$
DECLARE
    t bigint;
BEGIN
    FOR i IN 1 .. 50 LOOP
        t := proef.tafel('bench' || i, 'Bench ' || i, ARRAY['vz', 'wz']);
        PERFORM proef.doe('vera', 'tafel.openen', t, '{}');
        PERFORM proef.treed_toe('bench' || i, 'wil', 'vz');
        INSERT INTO proef.plek VALUES (i, t::text, proef.doe('vera', 'onderwerp.openen', t,
            jsonb_build_object('stroom', 'tafel:' || t, 'titel', 'Bench')) ->> 'id');
    END LOOP;
END $$;
SET client_min_messages = error;
ANALYZE;

-- Time on a processor of this backend: what other programs do meanwhile is not in it.
CREATE FUNCTION proef.cpu_us() RETURNS numeric LANGUAGE sql AS
    $$ SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)::numeric / 1000 $$;

CREATE PROCEDURE proef.meet(batch int, tafels int, rondes int, INOUT cpu_us numeric DEFAULT 0,
    INOUT us numeric DEFAULT 0, INOUT per_s int DEFAULT 0)
LANGUAGE plpgsql AS $$
DECLARE
    doe text[] := array_fill('bijdrage.plaatsen'::text, ARRAY[batch]);
    wie text[] := array_fill(proef.sessie('wil'), ARRAY[batch]);
    namens text[] := array_fill(proef.v('wil_namens'), ARRAY[batch]);
    tafel text[];
    verzoek text[];
    sinds timestamptz;
    cpu numeric;
BEGIN
    us := 0;
    cpu_us := 0;
    FOR i IN 1 .. rondes LOOP
        SELECT array_agg(p.tafel), array_agg('{"args":{"onderwerp":"' || p.onderwerp || '","tekst":"'
            || repeat('Een bijdrage van gewone lengte. ', 6) || '"},"sleutel":"' || gen_random_uuid() || '"}')
        INTO tafel, verzoek
        FROM generate_series(1, batch) x JOIN proef.plek p ON p.nr = 1 + x % tafels;
        sinds := clock_timestamp();
        cpu := proef.cpu_us();
        PERFORM count(*) FROM api.verwerk(doe, wie, namens, tafel, verzoek);
        COMMIT;
        -- the first rounds plan the statements
        IF i > 5 THEN
            cpu_us := cpu_us + (proef.cpu_us() - cpu) / ((rondes - 5) * batch);
            us := us + extract(epoch FROM clock_timestamp() - sinds) * 1e6 / ((rondes - 5) * batch);
        END IF;
    END LOOP;
    cpu_us := round(cpu_us, 1);
    us := round(us, 1);
    per_s := 1e6 / us;
END $$;

\pset border 0
\echo 'microseconds per bijdrage, commit included: on the processor, by the clock; per second on one connection'
\echo 'batch 1, 50 tafels'
CALL proef.meet(1, 50, 305);
\echo 'batch 8, 50 tafels'
CALL proef.meet(8, 50, 65);
\echo 'batch 64, 50 tafels'
CALL proef.meet(64, 50, 35);
\echo 'batch 64, one tafel'
CALL proef.meet(64, 1, 35);
\echo 'batch 256, 50 tafels'
CALL proef.meet(256, 50, 15);
