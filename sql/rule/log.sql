-- The log: the one place that builds leaves, chains them and stores their content.
-- Invariant: seq and h of a stream move only here, under its head row; what is returned as bytes is
-- exactly what any later reader gets, until the content becomes absent.

CREATE OR REPLACE FUNCTION rule.epoch() RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT e.waarde FROM spr.epoch e ORDER BY e.nr DESC LIMIT 1);
END $$;
COMMENT ON FUNCTION rule.epoch() IS 'The present epoch.';

CREATE OR REPLACE FUNCTION rule.epoch_nieuw() RETURNS text
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- A leaf holds no backslash and no control character, so quotes are all there is to escape.
    RETURN '{"stroom":"' || stroom || '","seq":' || seq
        || ',"leaf":"' || replace(leaf, '"', '\"')
        || '","h":"' || encode(h, 'hex')
        || '","inhoud":' || coalesce(to_json(inhoud)::text, 'null')
        || ',"zout":' || coalesce('"' || encode(zout, 'hex') || '"', 'null')
        || ',"door":' || coalesce(to_json(door)::text, 'null')
        || ',"doorzout":' || coalesce('"' || encode(doorzout, 'hex') || '"', 'null')
        || ',"afwezig":' || coalesce('"' || afwezig || '"', 'null') || '}';
END $$;
COMMENT ON FUNCTION rule.log_frame(text, bigint, text, bytea, text, bytea, text, bytea, text) IS
    'An event as readers receive it.';

CREATE OR REPLACE FUNCTION rule.log_leaf(at timestamptz, door text, inhoud text, ref text,
    seq bigint, soort text, stroom text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN '{"at":"' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","door":"' || door || '","inhoud":"' || inhoud || '","ref":"' || ref
        || '","seq":' || seq || ',"soort":"' || soort || '","stroom":"' || stroom || '","v":1}';
END $$;
COMMENT ON FUNCTION rule.log_leaf(timestamptz, text, text, text, bigint, text, text) IS
    'The bytes of a leaf; door and inhoud are commitments in hex.';

CREATE OR REPLACE FUNCTION rule.log_schrijf(naam text, soort text, ref text, door text,
    inhoud text, nu timestamptz, wist bigint[], bron bigint) RETURNS api.regel
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- Three strong random identifiers carry 366 random bits; each salt is a digest of 256.
    zaad bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())
        || uuid_send(gen_random_uuid());
    zout_inhoud bytea := sha256(zaad || '\x01');
    zout_door bytea := sha256(zaad || '\x02');
    zegel_inhoud text := encode(sha256(zout_inhoud || convert_to(inhoud, 'UTF8')), 'hex');
    zegel_door text := encode(sha256(zout_door || convert_to(door, 'UTF8')), 'hex');
    kop spr.stroom;
    leaf text;
    frame text;
BEGIN
    IF (ref || soort || naam) !~ '^[a-z0-9:._-]+$' THEN
        RAISE EXCEPTION 'not fit for a leaf: % % %', naam, soort, ref USING ERRCODE = 'SP901';
    END IF;
    -- One statement takes the lock, the number and the time: later than the event before it,
    -- whatever the clock of the machine does.
    LOOP
        UPDATE spr.stroom s
        SET seq = s.seq + 1,
            at = greatest(log_schrijf.nu, s.at + interval '1 microsecond'),
            h = sha256(s.h || convert_to(rule.log_leaf(
                greatest(log_schrijf.nu, s.at + interval '1 microsecond'), zegel_door,
                zegel_inhoud, ref, s.seq + 1, soort, s.naam), 'UTF8'))
        WHERE s.naam = log_schrijf.naam RETURNING s.* INTO kop;
        EXIT WHEN FOUND;
        PERFORM FROM rule.stroom_kop(naam, nu);
    END LOOP;
    leaf := rule.log_leaf(kop.at, zegel_door, zegel_inhoud, ref, kop.seq, soort, naam);
    INSERT INTO spr.gebeurtenis (stroom, seq, at, leaf, h, wist, bron)
    VALUES (kop.id, kop.seq, kop.at, leaf, kop.h, log_schrijf.wist, log_schrijf.bron);
    INSERT INTO spr.inhoud (stroom, seq, inhoud, zout, door, doorzout)
    VALUES (kop.id, kop.seq, log_schrijf.inhoud, zout_inhoud, log_schrijf.door, zout_door);
    frame := rule.log_frame(naam, kop.seq, leaf, kop.h, inhoud, zout_inhoud, door, zout_door, NULL);
    IF octet_length(frame) > 65536 THEN
        RAISE EXCEPTION 'te_groot' USING ERRCODE = 'SP001';
    END IF;
    RETURN ('gebeurtenis', naam, kop.seq, frame)::api.regel;
END $$;
COMMENT ON FUNCTION rule.log_schrijf(text, text, text, text, text, timestamptz, bigint[], bigint) IS
    'Append one event under the head row of its stream.';

CREATE OR REPLACE FUNCTION rule.inhoud_wissen(naam text, plaatsen bigint[], reden text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN rule.houd(toestand, ARRAY(SELECT DISTINCT v FROM rule.naar_buiten n, unnest(n.velden) v));
END $$;
COMMENT ON FUNCTION rule.buiten_beeld(jsonb) IS
    'A state with only what is told outside; for snapshots, by the same rule as the events.';

CREATE OR REPLACE FUNCTION rule.boek_buiten(c rule.opdracht, bron api.regel, soort text, ref text,
    inhoud jsonb, wist bigint[], velden text[], reden text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tafel text := substr(bron.stroom, 7);
    weg bigint[];
    naamloos boolean;
BEGIN
    IF wist IS NOT NULL THEN
        weg := (SELECT array_agg(g.seq ORDER BY g.seq)
                FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
                WHERE s.naam = 'buiten:' || tafel AND g.bron = ANY (boek_buiten.wist));
        IF weg IS NOT NULL THEN
            RETURN QUERY SELECT * FROM rule.inhoud_wissen('buiten:' || tafel, weg, reden);
        ELSIF velden IS NULL THEN
            RETURN;
        END IF;
    END IF;
    naamloos := (SELECT t.toeschrijving = 'chatham' FROM spr.tafel t WHERE t.id = tafel::bigint);
    RETURN NEXT rule.log_schrijf('buiten:' || tafel, soort, ref,
        '{"organisatie":'
        || CASE WHEN naamloos OR c.organisatie IS NULL THEN 'null'
                ELSE '"' || c.organisatie || '"' END
        || ',"persoon":null,"vertegenwoordiging":null}',
        rule.houd(inhoud, coalesce(velden, '{}'))::text, c.nu, weg, bron.seq);
END $$;
COMMENT ON FUNCTION rule.boek_buiten(rule.opdracht, api.regel, text, text, jsonb, bigint[], text[],
    text) IS
    'Derive the outward event of a tafel event: listed fields, no persons, no organisation under chatham.';

CREATE OR REPLACE FUNCTION rule.keten_nagaan(naam text) RETURNS bigint
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
