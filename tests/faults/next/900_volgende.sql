-- What a next version might change, in each way that a migration has: a new table, columns with and
-- without a default, a constraint and an index on tables that are written to all the time.
CREATE TABLE spr.volgende (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT volgende_pkey PRIMARY KEY,
    bijdrage bigint NOT NULL CONSTRAINT volgende_bijdrage_fkey REFERENCES spr.bijdrage,
    tekst text NOT NULL);
ALTER TABLE spr.bijdrage ADD COLUMN volgende int NOT NULL DEFAULT 0;
ALTER TABLE spr.stroom ADD COLUMN volgende text;
ALTER TABLE spr.bijdrage ADD CONSTRAINT bijdrage_volgende CHECK (volgende >= 0) NOT VALID;
ALTER TABLE spr.bijdrage VALIDATE CONSTRAINT bijdrage_volgende;
CREATE INDEX sessie_gezien ON spr.sessie (gezien);
