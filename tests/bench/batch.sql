-- What batch.c measures: one post as the platform makes it (request parsed, tafel locked, key kept,
-- leaf built and chained, content stored, two rows back), on tables that look like those of the
-- log. On its own, so that the way of calling is all that differs between two runs.

DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.tafel (id bigint PRIMARY KEY, status text NOT NULL DEFAULT 'open');
CREATE TABLE bench.stroom (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    naam text COLLATE "C" UNIQUE, seq bigint NOT NULL DEFAULT 0,
    h bytea NOT NULL DEFAULT sha256('')
) WITH (fillfactor = 50);
CREATE TABLE bench.gebeurtenis (
    stroom bigint, seq bigint, leaf text NOT NULL, h bytea NOT NULL, PRIMARY KEY (stroom, seq)
);
CREATE TABLE bench.inhoud (
    stroom bigint, seq bigint, inhoud text, zout bytea, PRIMARY KEY (stroom, seq)
);
CREATE TABLE bench.sleutel (
    persoon bigint, sleutel text COLLATE "C", verzoek_hash bytea, antwoord text,
    PRIMARY KEY (persoon, sleutel)
);
CREATE TYPE bench.regel AS (soort text, stroom text, seq bigint, bytes text);
CREATE TYPE bench.volgregel AS (volg int, soort text, stroom text, seq bigint, bytes text);
INSERT INTO bench.tafel (id) SELECT generate_series(1, 100);
INSERT INTO bench.stroom (naam) SELECT 'tafel:' || id FROM bench.tafel;

CREATE FUNCTION bench.plaatsen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF bench.regel LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v jsonb := verzoek::jsonb;
    sleutel text := v ->> 'sleutel';
    inhoud text := (v -> 'args')::text;
    hash bytea := sha256(convert_to(verzoek, 'UTF8'));
    zout bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
    zegel text := encode(sha256(zout || convert_to(inhoud, 'UTF8')), 'hex');
    bekend bench.sleutel;
    kop bench.stroom;
    leaf text;
    antwoord text;
BEGIN
    PERFORM FROM bench.tafel t WHERE t.id = plaatsen.tafel::bigint FOR NO KEY UPDATE;
    SELECT * INTO bekend FROM bench.sleutel s
    WHERE s.persoon = plaatsen.sessie::bigint AND s.sleutel = v ->> 'sleutel';
    IF FOUND THEN
        RETURN NEXT ('antwoord', NULL, NULL, bekend.antwoord)::bench.regel;
        RETURN;
    END IF;
    UPDATE bench.stroom s SET seq = s.seq + 1,
        h = sha256(s.h || convert_to('{"inhoud":"' || zegel || '","seq":' || s.seq + 1 || '}',
            'UTF8'))
    WHERE s.naam = 'tafel:' || plaatsen.tafel RETURNING s.* INTO kop;
    leaf := '{"inhoud":"' || zegel || '","seq":' || kop.seq || '}';
    INSERT INTO bench.gebeurtenis VALUES (kop.id, kop.seq, leaf, kop.h);
    INSERT INTO bench.inhoud VALUES (kop.id, kop.seq, inhoud, zout);
    antwoord := '{"seq":' || kop.seq || '}';
    INSERT INTO bench.sleutel VALUES (plaatsen.sessie::bigint, sleutel, hash, antwoord);
    RETURN NEXT ('antwoord', NULL, NULL, antwoord)::bench.regel;
    RETURN NEXT ('gebeurtenis', kop.naam, kop.seq, '{"stroom":"' || kop.naam || '","seq":'
        || kop.seq || ',"leaf":' || to_json(leaf) || ',"h":"' || encode(kop.h, 'hex')
        || '","inhoud":' || to_json(inhoud) || ',"zout":"' || encode(zout, 'hex')
        || '"}')::bench.regel;
END $$;

-- The shape of the generated rule.roep.
CREATE FUNCTION bench.roep(doe text, sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF bench.regel LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CASE doe
    WHEN 'bijdrage.plaatsen' THEN
        RETURN QUERY SELECT * FROM bench.plaatsen(sessie, namens, tafel, verzoek);
    END CASE;
END $$;

-- The shape of api.verwerk.
CREATE FUNCTION bench.verwerk(doe text[], sessie text[], namens text[], tafel text[],
    verzoek text[])
RETURNS SETOF bench.volgregel LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    i int;
    r bench.regel;
    wenk text[] := '{}';
BEGIN
    FOR i IN SELECT nr FROM unnest(tafel) WITH ORDINALITY AS u (t, nr)
             ORDER BY t COLLATE "C", nr LOOP
        FOR r IN SELECT * FROM bench.roep(doe[i], sessie[i], namens[i], tafel[i], verzoek[i]) LOOP
            IF r.soort = 'gebeurtenis' THEN
                wenk := wenk || (r.stroom || '=' || r.seq);
            END IF;
            RETURN NEXT (i, r.soort, r.stroom, r.seq, r.bytes)::bench.volgregel;
        END LOOP;
    END LOOP;
    PERFORM pg_notify('bench', left(array_to_string(wenk, ' '), 7900));
END $$;
