-- A guest of a meeting, without an account. Invariant: the secret of a meeting lets somebody write a
-- name on its list while it goes on, and nothing else.

CREATE TABLE spr.gastlink (
    bijeenkomst bigint NOT NULL,
    geheim text NOT NULL,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT gastlink_pkey PRIMARY KEY (bijeenkomst),
    CONSTRAINT gastlink_geheim_key UNIQUE (geheim),
    CONSTRAINT gastlink_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT gastlink_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon
);
COMMENT ON TABLE spr.gastlink IS 'What the guests of a meeting open: an address, also as a picture.';
COMMENT ON COLUMN spr.gastlink.bijeenkomst IS 'The meeting.';
COMMENT ON COLUMN spr.gastlink.geheim IS 'Stands in the address; worth no more than a name on the list.';
COMMENT ON COLUMN spr.gastlink.persoon IS 'Who made it.';
COMMENT ON COLUMN spr.gastlink.op IS 'When.';

-- A guest who wrote the own name was noted by nobody.
ALTER TABLE spr.aanwezigheid ALTER COLUMN door DROP NOT NULL,
    ADD CONSTRAINT aanwezigheid_zelf_check CHECK (door IS NOT NULL OR naam IS NOT NULL);
COMMENT ON COLUMN spr.aanwezigheid.door IS 'Who said or noted it; NULL for a guest who did so.';
