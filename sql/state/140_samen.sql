-- Commands of one kind are judged and written together, by one statement per table.
-- Invariant: the parents of a bijdrage are never deleted, so a bijdrage never points to nothing.

-- What its author may do in the plenary is asked once per command.
ALTER TYPE rule.opdracht ADD ATTRIBUTE plenair text[];

CREATE TYPE rule.boeking AS (stroom text, soort text, ref text, door text, inhoud text,
    wist bigint[], bron bigint);
COMMENT ON TYPE rule.boeking IS
    'An event to be appended: door and inhoud as committed; what it takes away; where an outward one comes from.';

-- A bijdrage is written by rule.bijdrage_plaatsen_samen only, from a session, a representation and
-- an onderwerp that it has just read under the lock of the tafel, and nobody may delete those (see
-- roles.sql). Asking for each of them once more took three lookups and row locks a bijdrage;
-- rule.verwijzingen_nagaan asks for all at once.
ALTER TABLE spr.bijdrage
    DROP CONSTRAINT bijdrage_onderwerp_fkey,
    DROP CONSTRAINT bijdrage_antwoord_op_fkey,
    DROP CONSTRAINT bijdrage_persoon_fkey,
    DROP CONSTRAINT bijdrage_organisatie_fkey;

-- The words of a bijdrage are taken apart after it was written, not while its author waits.
DROP INDEX spr.bijdrage_zoek_idx;
ALTER TABLE spr.bijdrage DROP COLUMN zoek;

CREATE TABLE spr.zoekwoorden (
    bijdrage bigint NOT NULL,
    woorden tsvector NOT NULL,
    CONSTRAINT zoekwoorden_pkey PRIMARY KEY (bijdrage),
    CONSTRAINT zoekwoorden_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage
);
CREATE INDEX zoekwoorden_idx ON spr.zoekwoorden USING gin (woorden);
COMMENT ON TABLE spr.zoekwoorden IS
    'Dutch words of the bijdragen up to spr.zoekstand.tot that may be read; later ones are searched as they stand.';
COMMENT ON COLUMN spr.zoekwoorden.bijdrage IS 'The post.';
COMMENT ON COLUMN spr.zoekwoorden.woorden IS 'Its words.';

CREATE TABLE spr.zoekstand (
    id int NOT NULL DEFAULT 1,
    tot bigint NOT NULL DEFAULT 0,
    straks bigint NOT NULL DEFAULT 0,
    zodra xid8 NOT NULL DEFAULT pg_current_xact_id(),
    CONSTRAINT zoekstand_pkey PRIMARY KEY (id),
    CONSTRAINT zoekstand_id_check CHECK (id = 1),
    CONSTRAINT zoekstand_straks_check CHECK (straks >= tot)
);
COMMENT ON TABLE spr.zoekstand IS 'One row: how far the words of bijdragen have been taken apart.';
COMMENT ON COLUMN spr.zoekstand.id IS 'Always 1.';
COMMENT ON COLUMN spr.zoekstand.tot IS 'Every bijdrage up to this id has been looked at.';
COMMENT ON COLUMN spr.zoekstand.straks IS 'The next stretch ends here, and';
COMMENT ON COLUMN spr.zoekstand.zodra IS
    'can be read once every transaction before this one is over: ids are given before they are committed.';
INSERT INTO spr.zoekstand DEFAULT VALUES;
