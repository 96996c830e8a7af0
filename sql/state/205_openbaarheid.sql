-- Who may read a besluit, a stuk or a verslag beyond the tafel, and the earlier outcomes of a
-- besluit. Invariant: what was open once stays open; an outcome that is followed by another is kept.

ALTER TABLE spr.besluit
    ADD COLUMN openbaarheid text NOT NULL DEFAULT 'tafel',
    ADD COLUMN embargo_tot timestamptz,
    ADD CONSTRAINT besluit_openbaarheid_check
        CHECK (openbaarheid IN ('tafel', 'vertrouwelijk', 'embargo', 'openbaar')
            AND (openbaarheid = 'embargo') = (embargo_tot IS NOT NULL));
ALTER TABLE spr.stuk
    ADD COLUMN openbaarheid text NOT NULL DEFAULT 'tafel',
    ADD COLUMN embargo_tot timestamptz,
    ADD COLUMN later bigint[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT stuk_openbaarheid_check
        CHECK (openbaarheid IN ('tafel', 'vertrouwelijk', 'embargo', 'openbaar')
            AND (openbaarheid = 'embargo') = (embargo_tot IS NOT NULL));
ALTER TABLE spr.verslag
    ADD COLUMN openbaarheid text NOT NULL DEFAULT 'tafel',
    ADD COLUMN embargo_tot timestamptz,
    ADD CONSTRAINT verslag_openbaarheid_check
        CHECK (openbaarheid IN ('tafel', 'vertrouwelijk', 'embargo', 'openbaar')
            AND (openbaarheid = 'embargo') = (embargo_tot IS NOT NULL));
CREATE INDEX besluit_embargo_idx ON spr.besluit (embargo_tot) WHERE openbaarheid = 'embargo';
CREATE INDEX stuk_embargo_idx ON spr.stuk (embargo_tot) WHERE openbaarheid = 'embargo';
CREATE INDEX verslag_embargo_idx ON spr.verslag (embargo_tot) WHERE openbaarheid = 'embargo';
COMMENT ON COLUMN spr.besluit.openbaarheid IS 'tafel, vertrouwelijk, embargo or openbaar.';
COMMENT ON COLUMN spr.besluit.embargo_tot IS 'When an embargo opens by the clock.';
COMMENT ON COLUMN spr.stuk.openbaarheid IS 'tafel, vertrouwelijk, embargo or openbaar.';
COMMENT ON COLUMN spr.stuk.embargo_tot IS 'When an embargo opens by the clock.';
COMMENT ON COLUMN spr.stuk.later IS
    'Where in the stream of the tafel its address was told again; emptied there when it is withdrawn.';
COMMENT ON COLUMN spr.verslag.openbaarheid IS 'tafel, vertrouwelijk, embargo or openbaar.';
COMMENT ON COLUMN spr.verslag.embargo_tot IS 'When an embargo opens by the clock.';

CREATE TYPE rule.openbaar_ding AS (soort text, id bigint, openbaarheid text, organisatie bigint,
    ligt_voor boolean);
COMMENT ON TYPE rule.openbaar_ding IS 'A besluit, verslag or stuk, as far as its openbaarheid asks.';

CREATE TABLE spr.eerdere_uitkomst (
    besluit bigint NOT NULL,
    nr int NOT NULL,
    uitkomst text NOT NULL,
    reden spr.regel,
    tot timestamptz,
    bijeenkomst bigint,
    door bigint,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT eerdere_uitkomst_pkey PRIMARY KEY (besluit, nr),
    CONSTRAINT eerdere_uitkomst_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT eerdere_uitkomst_bijeenkomst_fkey
        FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT eerdere_uitkomst_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon
);
COMMENT ON TABLE spr.eerdere_uitkomst IS
    'An outcome that was followed by another: held over, or adopted under reservation.';
COMMENT ON COLUMN spr.eerdere_uitkomst.besluit IS 'The besluit.';
COMMENT ON COLUMN spr.eerdere_uitkomst.nr IS 'The first is 1.';
COMMENT ON COLUMN spr.eerdere_uitkomst.uitkomst IS 'What it was.';
COMMENT ON COLUMN spr.eerdere_uitkomst.reden IS 'Why.';
COMMENT ON COLUMN spr.eerdere_uitkomst.tot IS 'Until when it was held over, or waited for members.';
COMMENT ON COLUMN spr.eerdere_uitkomst.bijeenkomst IS 'In which meeting, if any.';
COMMENT ON COLUMN spr.eerdere_uitkomst.door IS 'Who concluded; NULL for the clock or a rule.';
COMMENT ON COLUMN spr.eerdere_uitkomst.gebeurd_om IS 'When it was concluded, if that was recorded later.';
COMMENT ON COLUMN spr.eerdere_uitkomst.op IS 'When it was entered.';

-- Whatever changes an outcome, the old one is kept: by the table itself, so that no rule forgets it.
CREATE FUNCTION rule.uitkomst_bewaren() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO spr.eerdere_uitkomst (besluit, nr, uitkomst, reden, tot, bijeenkomst, door,
        gebeurd_om, op)
    SELECT old.id, count(*) + 1, old.uitkomst, old.uitkomst_reden, old.tot, old.bijeenkomst,
        old.uitkomst_door, old.gebeurd_om, old.uitkomst_op
    FROM spr.eerdere_uitkomst e WHERE e.besluit = old.id;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.uitkomst_bewaren() IS 'Keep the outcome that a besluit had.';
CREATE TRIGGER besluit_uitkomst_bewaren AFTER UPDATE ON spr.besluit FOR EACH ROW
    WHEN (old.uitkomst IS NOT NULL AND old.uitkomst IS DISTINCT FROM new.uitkomst)
    EXECUTE FUNCTION rule.uitkomst_bewaren();
COMMENT ON TRIGGER besluit_uitkomst_bewaren ON spr.besluit IS 'Earlier outcomes stay.';
