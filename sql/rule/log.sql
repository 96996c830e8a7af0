-- The log: the one place that builds leaves, chains them and stores their content.
-- Invariant: seq and h of a stream move only here, under its head row; what is returned as bytes is
-- exactly what any later reader gets, until the content becomes absent.

CREATE OR REPLACE FUNCTION rule.epoch() RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT e.waarde FROM spr.epoch e ORDER BY e.nr DESC LIMIT 1);
END $$;
COMMENT ON FUNCTION rule.epoch() IS 'The present epoch.';

CREATE OR REPLACE FUNCTION rule.epoch_nieuw() RETURNS text
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nieuw text := replace(gen_random_uuid()::text, '-', '');
BEGIN
    INSERT INTO spr.epoch (waarde, sinds) VALUES (nieuw, rule.nu());
    RETURN nieuw;
END $$;
COMMENT ON FUNCTION rule.epoch_nieuw() IS
    'Begin a new epoch after a restore: every reader starts again from what the log now holds.';

SELECT rule.epoch_nieuw() WHERE rule.epoch() IS NULL;

CREATE OR REPLACE FUNCTION rule.stroom_kop(naam text, nu timestamptz) RETURNS spr.stroom
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    kop spr.stroom;
BEGIN
    SELECT * INTO kop FROM spr.stroom s WHERE s.naam = stroom_kop.naam FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        INSERT INTO spr.stroom (naam, epoch, h, at)
        SELECT stroom_kop.naam, e, sha256(convert_to('spr.v1' || stroom_kop.naam || e, 'UTF8')),
            stroom_kop.nu - interval '1 microsecond' -- the first event comes after it
        FROM rule.epoch() e
        ON CONFLICT ON CONSTRAINT stroom_naam_key DO NOTHING;
        SELECT * INTO kop FROM spr.stroom s WHERE s.naam = stroom_kop.naam FOR NO KEY UPDATE;
    END IF;
    RETURN kop;
END $$;
COMMENT ON FUNCTION rule.stroom_kop(text, timestamptz) IS
    'The locked head of a stream, born at its first use.';

CREATE OR REPLACE FUNCTION rule.log_frame(stroom text, seq bigint, leaf text, h bytea, inhoud text,
    zout bytea, door text, doorzout bytea, afwezig text) RETURNS text
LANGUAGE sql STABLE AS $$
    -- A leaf holds no backslash and no control character, so quotes are all there is to escape.
    -- concat writes each byte once, where a chain of || copies what it has at every step.
    SELECT concat('{"stroom":"', stroom, '","seq":', seq, ',"leaf":"', replace(leaf, '"', '\"'),
        '","h":"', encode(h, 'hex'), '","inhoud":', coalesce(to_json(inhoud)::text, 'null'),
        ',"zout":', coalesce('"' || encode(zout, 'hex') || '"', 'null'),
        ',"door":', coalesce(to_json(door)::text, 'null'),
        ',"doorzout":', coalesce('"' || encode(doorzout, 'hex') || '"', 'null'),
        ',"afwezig":', coalesce('"' || afwezig || '"', 'null'), '}')
$$;
COMMENT ON FUNCTION rule.log_frame(text, bigint, text, bytea, text, bytea, text, bytea, text) IS
    'An event as readers receive it.';

CREATE OR REPLACE FUNCTION rule.log_leaf(at timestamptz, door text, inhoud text, ref text,
    seq bigint, soort text, stroom text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT '{"at":"' || rule.tijd(at) || '","door":"' || door || '","inhoud":"' || inhoud
        || '","ref":"' || ref || '","seq":' || seq || ',"soort":"' || soort
        || '","stroom":"' || stroom || '","v":1}'
$$;
COMMENT ON FUNCTION rule.log_leaf(timestamptz, text, text, text, bigint, text, text) IS
    'The bytes of a leaf; door and inhoud are commitments in hex.';

CREATE OR REPLACE FUNCTION rule.keten_stap(h bytea, begin_h bytea, leaf text) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN sha256(coalesce(h, begin_h) || convert_to(leaf, 'UTF8'));
END $$;
COMMENT ON FUNCTION rule.keten_stap(bytea, bytea, text) IS
    'h(n) from h(n-1), or from where this stretch begins, and the leaf.';

CREATE OR REPLACE AGGREGATE rule.keten(begin_h bytea, leaf text) (
    SFUNC = rule.keten_stap, STYPE = bytea);
COMMENT ON AGGREGATE rule.keten(bytea, text) IS
    'Chain value after leaves in their order, going on from begin_h.';

CREATE OR REPLACE FUNCTION rule.zegel(zout bytea, tekst text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT encode(sha256(zout || convert_to(tekst, 'UTF8')), 'hex')
$$;
COMMENT ON FUNCTION rule.zegel(bytea, text) IS 'Commitment to bytes, under a salt that nobody guesses.';

CREATE OR REPLACE FUNCTION rule.log_schrijven(boekingen rule.boeking[], nu timestamptz)
RETURNS api.regel[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    -- Three strong random identifiers carry 366 random bits; each salt is a digest of them and of
    -- its place, so one that is known tells nothing about another.
    zaad bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
        || uuid_send(gen_random_uuid());
    namen text[];
    regels api.regel[];
BEGIN
    IF EXISTS (SELECT FROM unnest(boekingen) b
               WHERE (b.ref || b.soort || b.stroom) !~ '^[a-z0-9:._-]+$') THEN
        RAISE EXCEPTION 'not fit for a leaf: %', boekingen USING ERRCODE = 'SP901';
    END IF;
    -- In one order, like every lock; a stream is born at its first use.
    namen := ARRAY(SELECT DISTINCT b.stroom FROM unnest(boekingen) b ORDER BY 1);
    IF (SELECT count(*) FROM spr.stroom s WHERE s.naam = ANY (namen)) < cardinality(namen) THEN
        PERFORM rule.stroom_kop(n, nu) FROM unnest(namen) n;
    END IF;
    WITH kop AS MATERIALIZED (
        SELECT * FROM spr.stroom s WHERE s.naam = ANY (namen)
        ORDER BY s.naam COLLATE "C" FOR NO KEY UPDATE
    ), plaats AS (
        -- Number and time follow those of the event before, whatever the clock of the machine does.
        SELECT b.*, k.id, k.h AS begin_h, k.seq + b.rang AS seq,
            greatest(nu, k.at + interval '1 microsecond')
                + (b.rang - 1) * interval '1 microsecond' AS at,
            sha256(zaad || int8send(b.nr) || '\x01') AS zout,
            sha256(zaad || int8send(b.nr) || '\x02') AS doorzout
        FROM (SELECT u.*, row_number() OVER (PARTITION BY u.stroom ORDER BY u.nr) AS rang
              FROM unnest(boekingen) WITH ORDINALITY AS u (stroom, soort, ref, door, inhoud, wist,
                  bron, nr)) b
        JOIN kop k ON k.naam = b.stroom
        OFFSET 0
    ), blad AS (
        SELECT p.*, rule.log_leaf(p.at, rule.zegel(p.doorzout, p.door),
            rule.zegel(p.zout, p.inhoud), p.ref, p.seq, p.soort, p.stroom) AS leaf
        FROM plaats p
        OFFSET 0
    ), geketend AS MATERIALIZED (
        SELECT b.*, rule.keten(b.begin_h, b.leaf) OVER (PARTITION BY b.stroom ORDER BY b.nr) AS h
        FROM blad b
    ), op_kop AS (
        UPDATE spr.stroom s SET seq = g.seq, at = g.at, h = g.h
        FROM (SELECT DISTINCT ON (x.id) x.id, x.seq, x.at, x.h FROM geketend x
              ORDER BY x.id, x.seq DESC) g
        WHERE s.id = g.id
    ), leaves AS (
        INSERT INTO spr.gebeurtenis (stroom, seq, at, leaf, h, wist, bron)
        SELECT g.id, g.seq, g.at, g.leaf, g.h, g.wist, g.bron FROM geketend g
    ), woorden AS (
        INSERT INTO spr.inhoud (stroom, seq, inhoud, zout, door, doorzout)
        SELECT g.id, g.seq, g.inhoud, g.zout, g.door, g.doorzout FROM geketend g
    )
    SELECT array_agg(('gebeurtenis', g.stroom, g.seq, rule.log_frame(g.stroom, g.seq, g.leaf, g.h,
        g.inhoud, g.zout, g.door, g.doorzout, NULL))::api.regel ORDER BY g.nr)
    INTO regels FROM geketend g;
    IF EXISTS (SELECT FROM unnest(regels) r WHERE octet_length(r.bytes) > 65536) THEN
        RAISE EXCEPTION 'te_groot' USING ERRCODE = 'SP001';
    END IF;
    RETURN regels;
END $$;
COMMENT ON FUNCTION rule.log_schrijven(rule.boeking[], timestamptz) IS
    'Append events, each under the head of its stream; the frames come back in the same order.';

CREATE OR REPLACE FUNCTION rule.log_schrijf(naam text, soort text, ref text, door text,
    inhoud text, nu timestamptz, wist bigint[], bron bigint) RETURNS api.regel
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN (rule.log_schrijven(
        ARRAY[(naam, soort, ref, door, inhoud, wist, bron)::rule.boeking], nu))[1];
END $$;
COMMENT ON FUNCTION rule.log_schrijf(text, text, text, text, text, timestamptz, bigint[], bigint) IS
    'Append one event under the head row of its stream.';

CREATE OR REPLACE FUNCTION rule.inhoud_wissen(naam text, plaatsen bigint[], reden text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    plaats bigint;
BEGIN
    UPDATE spr.inhoud i
    SET inhoud = NULL, zout = NULL, afwezig = inhoud_wissen.reden,
        door = CASE WHEN inhoud_wissen.reden <> 'gewist' THEN i.door END,
        doorzout = CASE WHEN inhoud_wissen.reden <> 'gewist' THEN i.doorzout END
    FROM spr.stroom s
    WHERE s.naam = inhoud_wissen.naam AND i.stroom = s.id AND i.seq = ANY (plaatsen)
        AND i.afwezig IS DISTINCT FROM 'gewist';
    FOREACH plaats IN ARRAY plaatsen LOOP
        RETURN NEXT ('wis', naam, plaats, NULL)::api.regel;
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.inhoud_wissen(text, bigint[], text) IS
    'Take content away for good, with a reason, and tell every ring to drop the frames.';

CREATE OR REPLACE FUNCTION rule.houd(waarde jsonb, velden text[], pad text DEFAULT '')
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF jsonb_typeof(waarde) = 'array' THEN
        RETURN (SELECT coalesce(jsonb_agg(rule.houd(w, velden, pad) ORDER BY nr), '[]')
                FROM jsonb_array_elements(waarde) WITH ORDINALITY AS e (w, nr));
    ELSIF jsonb_typeof(waarde) <> 'object' THEN
        RETURN waarde;
    END IF;
    RETURN (
        SELECT coalesce(jsonb_object_agg(sleutel,
            CASE WHEN pad || sleutel = ANY (velden) THEN w
                 WHEN pad || sleutel || '[]' = ANY (velden) THEN '[]'::jsonb
                 ELSE rule.houd(w, velden, pad || sleutel || '.') END), '{}')
        FROM jsonb_each(waarde) AS e (sleutel, w)
        WHERE pad || sleutel = ANY (velden) OR pad || sleutel || '[]' = ANY (velden)
            OR EXISTS (SELECT FROM unnest(velden) v WHERE starts_with(v, pad || sleutel || '.')));
END $$;
COMMENT ON FUNCTION rule.houd(jsonb, text[], text) IS
    'Keep only the listed paths of a document; a path that ends in [] is kept as an empty list.';

CREATE OR REPLACE FUNCTION rule.buiten_beeld(toestand jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.houd(toestand, ARRAY(SELECT DISTINCT v FROM rule.naar_buiten n, unnest(n.velden) v));
END $$;
COMMENT ON FUNCTION rule.buiten_beeld(jsonb) IS
    'A state with only what is told outside; for snapshots, by the same rule as the events.';

CREATE OR REPLACE FUNCTION rule.boek_buiten(c rule.opdracht, bron api.regel, soort text, ref text,
    inhoud jsonb, wist bigint[], velden text[], reden text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    tafel text := substr(bron.stroom, 7);
    deel jsonb := rule.buiten_deel(inhoud);
    weg bigint[];
    naamloos boolean;
BEGIN
    IF wist IS NOT NULL THEN
        weg := (SELECT array_agg(g.seq ORDER BY g.seq)
                FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
                WHERE s.naam = 'buiten:' || tafel AND g.bron = ANY (boek_buiten.wist));
        IF weg IS NOT NULL THEN
            RETURN QUERY SELECT * FROM rule.inhoud_wissen('buiten:' || tafel, weg, reden);
        END IF;
    END IF;
    IF weg IS NULL AND (velden IS NULL OR deel IS NULL) THEN
        RETURN;
    END IF;
    naamloos := (SELECT t.toeschrijving = 'chatham' FROM spr.tafel t WHERE t.id = tafel::bigint);
    RETURN NEXT rule.log_schrijf('buiten:' || tafel, soort, ref,
        '{"organisatie":'
        || CASE WHEN naamloos OR c.organisatie IS NULL THEN 'null'
                ELSE '"' || c.organisatie || '"' END
        || ',"persoon":null,"vertegenwoordiging":null}',
        rule.houd(coalesce(deel, '{}'), coalesce(velden, '{}'))::text, c.nu, weg, bron.seq);
END $$;
COMMENT ON FUNCTION rule.boek_buiten(rule.opdracht, api.regel, text, text, jsonb, bigint[], text[],
    text) IS
    'Derive the outward event of a tafel event: listed fields, no persons, no organisation under chatham.';

CREATE OR REPLACE FUNCTION rule.boek_klok(tafel bigint, soort text, ref text, inhoud jsonb,
    nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    c rule.opdracht;
    regel api.regel;
    velden text[] := (SELECT n.velden FROM rule.naar_buiten n WHERE n.soort = boek_klok.soort);
BEGIN
    c.nu := nu;
    regel := rule.log_schrijf('tafel:' || tafel, soort, ref,
        '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}', inhoud::text, nu, NULL,
        NULL);
    RETURN NEXT regel;
    IF velden IS NOT NULL THEN
        RETURN QUERY SELECT * FROM rule.boek_buiten(c, regel, soort, ref, inhoud, NULL, velden,
            NULL);
    END IF;
END $$;
COMMENT ON FUNCTION rule.boek_klok(bigint, text, text, jsonb, timestamptz) IS
    'Append an event of a tafel that nobody caused but the clock, and what is told of it outside.';

CREATE OR REPLACE FUNCTION rule.keten_nagaan(naam text) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    kop spr.stroom;
    rij record;
    vorige bytea;
    vorig_moment timestamptz := '-infinity';
    teller bigint := 0;
BEGIN
    SELECT * INTO kop FROM spr.stroom s WHERE s.naam = keten_nagaan.naam;
    vorige := sha256(convert_to('spr.v1' || kop.naam || kop.epoch, 'UTF8'));
    FOR rij IN
        SELECT g.seq, g.at, g.leaf, g.h, i.inhoud, i.zout, i.door, i.doorzout, i.afwezig,
            g.leaf::json AS blad, i.seq AS paar
        FROM spr.gebeurtenis g LEFT JOIN spr.inhoud i USING (stroom, seq)
        WHERE g.stroom = kop.id ORDER BY g.seq
    LOOP
        teller := teller + 1;
        vorige := sha256(vorige || convert_to(rij.leaf, 'UTF8'));
        IF rij.seq <> teller OR rij.h <> vorige OR rij.paar IS NULL OR rij.at <= vorig_moment
           OR (rij.blad ->> 'at')::timestamptz <> rij.at OR (rij.blad ->> 'seq')::bigint <> teller
           OR (rij.inhoud IS NOT NULL AND rij.blad ->> 'inhoud'
               <> encode(sha256(rij.zout || convert_to(rij.inhoud, 'UTF8')), 'hex'))
           OR (rij.door IS NOT NULL AND rij.blad ->> 'door'
               <> encode(sha256(rij.doorzout || convert_to(rij.door, 'UTF8')), 'hex')) THEN
            RETURN teller;
        END IF;
        vorig_moment := rij.at;
    END LOOP;
    RETURN CASE WHEN teller = kop.seq AND vorige = kop.h THEN 0 ELSE teller + 1 END;
END $$;
COMMENT ON FUNCTION rule.keten_nagaan(text) IS
    'Check a whole stream; 0 when it is sound, else the first seq that is not.';
