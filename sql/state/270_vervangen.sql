-- A besluit that takes the place of an earlier one. Invariant: only what was adopted is replaced, at
-- its own tafel, and what replaces it was adopted later; the text of the earlier one stays.

ALTER TABLE spr.besluit
    ADD COLUMN vervangt bigint,
    ADD CONSTRAINT besluit_vervangt_fkey FOREIGN KEY (vervangt) REFERENCES spr.besluit,
    ADD CONSTRAINT besluit_vervangt_check CHECK (vervangt < id);
CREATE INDEX besluit_vervangt_idx ON spr.besluit (vervangt) WHERE vervangt IS NOT NULL;
COMMENT ON COLUMN spr.besluit.vervangt IS 'The earlier besluit whose place it takes once it is adopted.';
