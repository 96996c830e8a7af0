-- The log: epochs, streams, immutable leaves, their content, and the keys of commands.
-- Invariant: a leaf is never changed or deleted, by privilege and by trigger; its content may only
-- become absent with a reason; rule/log.sql is the one writer.
-- The tables that every command writes have no CHECK constraints: PostgreSQL parses those anew for
-- each statement. Domains and a trigger on the rare UPDATE guard the same, and rule.keten_nagaan
-- checks whole streams.

CREATE TABLE spr.epoch (
    nr bigint GENERATED ALWAYS AS IDENTITY,
    waarde text NOT NULL,
    sinds timestamptz NOT NULL,
    CONSTRAINT epoch_pkey PRIMARY KEY (nr),
    CONSTRAINT epoch_waarde_key UNIQUE (waarde),
    CONSTRAINT epoch_waarde_check CHECK (waarde ~ '^[0-9a-f]{32}$')
);
COMMENT ON TABLE spr.epoch IS 'Lives of this database; a restore begins a new one.';
COMMENT ON COLUMN spr.epoch.nr IS 'The highest is the present one.';
COMMENT ON COLUMN spr.epoch.waarde IS 'Random name that readers compare.';
COMMENT ON COLUMN spr.epoch.sinds IS 'When it began.';

CREATE DOMAIN spr.stroomnaam AS text COLLATE "C"
    CONSTRAINT stroomnaam_check CHECK (VALUE ~ '^[a-z]+(:[0-9]+(-[a-z]+)?)?$');
COMMENT ON DOMAIN spr.stroomnaam IS 'Name of a stream: kind, or kind:object.';

CREATE TABLE spr.stroom (
    id bigint GENERATED ALWAYS AS IDENTITY,
    naam spr.stroomnaam NOT NULL,
    epoch text NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    h bytea NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT stroom_pkey PRIMARY KEY (id),
    CONSTRAINT stroom_naam_key UNIQUE (naam)
) WITH (fillfactor = 50);
COMMENT ON TABLE spr.stroom IS 'Head of each stream; updated with every append.';
COMMENT ON COLUMN spr.stroom.id IS 'Identity, used by the leaves.';
COMMENT ON COLUMN spr.stroom.naam IS 'Name on the wire: kind, or kind:object.';
COMMENT ON COLUMN spr.stroom.epoch IS 'Epoch at birth; part of h(0).';
COMMENT ON COLUMN spr.stroom.seq IS 'Number of the last event, 0 when there is none.';
COMMENT ON COLUMN spr.stroom.h IS 'Chain value at seq.';
COMMENT ON COLUMN spr.stroom.at IS 'Time of the last event; the next one is later.';

CREATE TABLE spr.gebeurtenis (
    stroom bigint NOT NULL,
    seq bigint NOT NULL,
    at timestamptz NOT NULL,
    leaf text COLLATE "C" NOT NULL,
    h bytea NOT NULL,
    wist bigint[],
    bron bigint,
    CONSTRAINT gebeurtenis_pkey PRIMARY KEY (stroom, seq)
);
CREATE INDEX gebeurtenis_bron_idx ON spr.gebeurtenis (stroom, bron) WHERE bron IS NOT NULL;
COMMENT ON TABLE spr.gebeurtenis IS 'Leaves of all streams: append-only.';
COMMENT ON COLUMN spr.gebeurtenis.stroom IS 'spr.stroom.id.';
COMMENT ON COLUMN spr.gebeurtenis.seq IS 'Gapless from 1.';
COMMENT ON COLUMN spr.gebeurtenis.at IS 'The time inside the leaf, for searching.';
COMMENT ON COLUMN spr.gebeurtenis.leaf IS 'Canonical ASCII JSON, exactly the hashed bytes.';
COMMENT ON COLUMN spr.gebeurtenis.h IS 'sha256(previous h, leaf).';
COMMENT ON COLUMN spr.gebeurtenis.wist IS 'Earlier events of this stream whose content this one took away.';
COMMENT ON COLUMN spr.gebeurtenis.bron IS 'In an outward stream: seq in the tafel stream it was derived from.';

CREATE TABLE spr.inhoud (
    stroom bigint NOT NULL,
    seq bigint NOT NULL,
    inhoud text,
    zout bytea,
    door text,
    doorzout bytea,
    afwezig text,
    CONSTRAINT inhoud_pkey PRIMARY KEY (stroom, seq)
);
COMMENT ON TABLE spr.inhoud IS
    'What a leaf commits to, with the salts; written with the leaf by rule.log_schrijf.';
COMMENT ON COLUMN spr.inhoud.stroom IS 'spr.stroom.id.';
COMMENT ON COLUMN spr.inhoud.seq IS 'Event in that stream.';
COMMENT ON COLUMN spr.inhoud.inhoud IS 'Content, exactly the committed bytes.';
COMMENT ON COLUMN spr.inhoud.zout IS 'Salt of the content.';
COMMENT ON COLUMN spr.inhoud.door IS 'Author, exactly the committed bytes.';
COMMENT ON COLUMN spr.inhoud.doorzout IS 'Salt of the author.';
COMMENT ON COLUMN spr.inhoud.afwezig IS 'Why the content is gone; NULL while it is there.';

CREATE DOMAIN spr.sleuteltekst AS text COLLATE "C"
    CONSTRAINT sleuteltekst_check CHECK (octet_length(VALUE) BETWEEN 16 AND 64);
COMMENT ON DOMAIN spr.sleuteltekst IS 'A key as clients choose it.';

CREATE TABLE spr.sleutel (
    persoon bigint NOT NULL,
    sleutel spr.sleuteltekst NOT NULL,
    verzoek_hash bytea,
    antwoord text,
    op timestamptz NOT NULL,
    CONSTRAINT sleutel_pkey PRIMARY KEY (persoon, sleutel)
);
COMMENT ON TABLE spr.sleutel IS
    'Every key that landed, kept for the life of the streams: one effect per author and key.';
COMMENT ON COLUMN spr.sleutel.persoon IS 'Author.';
COMMENT ON COLUMN spr.sleutel.sleutel IS 'Key chosen by the client.';
COMMENT ON COLUMN spr.sleutel.verzoek_hash IS 'Digest of the request; NULL: closed before it landed.';
COMMENT ON COLUMN spr.sleutel.antwoord IS 'Reply that was given; NULL: closed before it landed.';
COMMENT ON COLUMN spr.sleutel.op IS 'When it landed or was closed.';

CREATE FUNCTION rule.log_onveranderlijk() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'rows of %.% are append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'SP900';
END $$;
COMMENT ON FUNCTION rule.log_onveranderlijk() IS 'Trigger: refuses every change of a stored row.';

CREATE FUNCTION rule.inhoud_alleen_afwezig() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF OLD.afwezig = 'gewist' OR NEW.stroom <> OLD.stroom OR NEW.seq <> OLD.seq
       OR coalesce(NEW.afwezig, '') NOT IN ('verborgen', 'ingetrokken', 'herzien', 'gewist')
       OR num_nonnulls(NEW.inhoud, NEW.zout) > 0 OR num_nulls(NEW.door, NEW.doorzout) = 1
       OR (NEW.door IS NOT NULL AND (NEW.door <> OLD.door OR NEW.doorzout <> OLD.doorzout)) THEN
        RAISE EXCEPTION 'content may only become absent' USING ERRCODE = 'SP900';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION rule.inhoud_alleen_afwezig() IS
    'Trigger: content may become absent with a reason, nothing else.';

CREATE TRIGGER gebeurtenis_onveranderlijk BEFORE UPDATE OR DELETE OR TRUNCATE ON spr.gebeurtenis
    FOR EACH STATEMENT EXECUTE FUNCTION rule.log_onveranderlijk();
COMMENT ON TRIGGER gebeurtenis_onveranderlijk ON spr.gebeurtenis IS 'Leaves are append-only.';
CREATE TRIGGER inhoud_alleen_afwezig BEFORE UPDATE ON spr.inhoud
    FOR EACH ROW EXECUTE FUNCTION rule.inhoud_alleen_afwezig();
COMMENT ON TRIGGER inhoud_alleen_afwezig ON spr.inhoud IS 'Content only disappears.';
CREATE TRIGGER inhoud_blijft BEFORE DELETE OR TRUNCATE ON spr.inhoud
    FOR EACH STATEMENT EXECUTE FUNCTION rule.log_onveranderlijk();
COMMENT ON TRIGGER inhoud_blijft ON spr.inhoud IS 'The row with the reason stays.';
CREATE TRIGGER sleutel_onveranderlijk BEFORE UPDATE OR DELETE OR TRUNCATE ON spr.sleutel
    FOR EACH STATEMENT EXECUTE FUNCTION rule.log_onveranderlijk();
COMMENT ON TRIGGER sleutel_onveranderlijk ON spr.sleutel IS 'A key is spent for good.';
