-- The ground everything else stands on: three schemas, the row types that cross function
-- borders, and the list of applied state files.
-- Invariant: spr holds tables, rule holds private functions and their data, api holds the only
-- functions that the server may call.

CREATE SCHEMA IF NOT EXISTS spr;
CREATE SCHEMA IF NOT EXISTS rule;
CREATE SCHEMA IF NOT EXISTS api;
COMMENT ON SCHEMA spr IS 'State and log: tables only, never reached directly by the server.';
COMMENT ON SCHEMA rule IS 'Private functions and the policy data they read.';
COMMENT ON SCHEMA api IS 'Entry points of the server: noun_verb, all SECURITY DEFINER.';

CREATE TABLE IF NOT EXISTS spr.migratie (
    name text NOT NULL,
    sha256 text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT migratie_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE spr.migratie IS 'State files that were applied, each once, in order of name.';
COMMENT ON COLUMN spr.migratie.name IS 'File name below sql/state.';
COMMENT ON COLUMN spr.migratie.sha256 IS 'Hex digest of the bytes that were applied.';
COMMENT ON COLUMN spr.migratie.at IS 'When it was applied.';

CREATE TYPE api.regel AS (soort text, stroom text, seq bigint, bytes text);
COMMENT ON TYPE api.regel IS
    'One row to the server: antwoord or weigering first, then wis and gebeurtenis rows, or kop.';

CREATE TYPE api.volgregel AS (volg int, soort text, stroom text, seq bigint, bytes text);
COMMENT ON TYPE api.volgregel IS 'A regel with the 1-based number of its command in the batch.';

CREATE TYPE rule.opdracht AS (
    doe text,               -- noun.verb
    sessie bigint,          -- spr.sessie.id
    persoon bigint,
    namens bigint,          -- vertegenwoordiging spoken for, or NULL
    organisatie bigint,     -- of that vertegenwoordiging
    tafel bigint,           -- the locked tafel, or NULL for the platform
    sleutel text,
    verzoek_hash bytea,
    args jsonb,
    nu timestamptz,         -- the one time of this command
    rollen text[],          -- platform roles and the roles of the seats held here in this capacity
    klaar boolean,          -- refused or replayed: the command function does nothing more
    weigering text,         -- JSON of the refusal
    antwoord text,          -- JSON of the reply
    regels api.regel[],     -- rows for after the reply
    status text             -- tafel.status at the start
);
COMMENT ON TYPE rule.opdracht IS
    'A command under way: made by rule.start, passed along by value, ended by rule.einde.';

CREATE TYPE rule.plek AS (soort text, tafel bigint, status text, openbaarheid text, sector bigint,
    fase text, zijde text, ene bigint, andere bigint, organisatie bigint, persoon bigint,
    staat text);
COMMENT ON TYPE rule.plek IS 'Where a stream stands, as the policy looks at it.';

CREATE TYPE rule.zit AS (tafel bigint, deelname bigint, organisatie bigint, zijde text,
    sectoren bigint[], rollen text[], vanaf timestamptz, tot timestamptz, geschorst boolean);
COMMENT ON TYPE rule.zit IS 'A seat as the policy looks at it.';

CREATE TYPE rule.hoedanigheid AS (naam text, organisatie bigint, vanaf timestamptz,
    tot timestamptz, geschorst boolean);
COMMENT ON TYPE rule.hoedanigheid IS 'A capacity in which somebody stands to a stream, and when.';

CREATE TYPE rule.leesrecht AS (stroom text, vanaf timestamptz, tot timestamptz);
COMMENT ON TYPE rule.leesrecht IS 'The part of a stream that somebody may read.';

CREATE TYPE rule.boekrecht AS (mag boolean, velden text[], reden text);
COMMENT ON TYPE rule.boekrecht IS
    'Whether an event may be appended, what of it is told outside, and why what it takes away is absent.';
