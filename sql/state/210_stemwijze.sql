-- More ways to vote: consent, peiling, by volmacht; and who asked for a stemming, and how. Invariant:
-- a peiling is counted and decides nothing; a party speaks for at most one other in one besluit.

ALTER TABLE spr.stemming ADD COLUMN bezwaren bigint[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN spr.stemming.bezwaren IS
    'Bedenkingen that stood in the way at the close of a consent.';
ALTER TABLE spr.stemming DROP CONSTRAINT stemming_methode_check;
ALTER TABLE spr.stemming ADD CONSTRAINT stemming_methode_check CHECK (
    methode IN ('eenvoudig', 'gekwalificeerd', 'dubbele_meerderheid', 'consent', 'peiling'));
ALTER TABLE spr.stemming DROP CONSTRAINT stemming_uitslag_check;
ALTER TABLE spr.stemming ADD CONSTRAINT stemming_uitslag_check CHECK (
    (status = 'gesloten') = (uitslag IS NOT NULL)
    AND (status = 'gesloten' AND methode <> 'peiling') = (uitkomst IS NOT NULL));
ALTER TABLE spr.stemming ADD CONSTRAINT stemming_bezwaren_check CHECK (
    bezwaren = '{}' OR (methode = 'consent' AND status = 'gesloten'));
COMMENT ON COLUMN spr.stemming.methode IS
    'eenvoudig, gekwalificeerd, dubbele_meerderheid, consent or peiling.';
COMMENT ON COLUMN spr.stemming.uitkomst IS
    'aangenomen, verworpen or niet_tot_stand_gekomen; a peiling has none.';

CREATE TABLE spr.volmacht (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    gever bigint NOT NULL,
    gemachtigde bigint NOT NULL,
    status text NOT NULL DEFAULT 'gegeven',
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    beeindigd_door bigint,
    beeindigd_op timestamptz,
    CONSTRAINT volmacht_pkey PRIMARY KEY (id),
    CONSTRAINT volmacht_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT volmacht_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT volmacht_gever_fkey FOREIGN KEY (gever) REFERENCES spr.organisatie,
    CONSTRAINT volmacht_gemachtigde_fkey FOREIGN KEY (gemachtigde) REFERENCES spr.organisatie,
    CONSTRAINT volmacht_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT volmacht_beeindigd_door_fkey
        FOREIGN KEY (beeindigd_door) REFERENCES spr.persoon,
    CONSTRAINT volmacht_gemachtigde_check CHECK (gever <> gemachtigde),
    CONSTRAINT volmacht_status_check CHECK (status IN ('gegeven', 'ingetrokken', 'vervallen')),
    CONSTRAINT volmacht_via_check CHECK (via IN ('platform', 'schriftelijk', 'papier')),
    CONSTRAINT volmacht_beeindigd_check CHECK (num_nonnulls(beeindigd_door, beeindigd_op)
        = CASE status WHEN 'gegeven' THEN 0 ELSE 2 END)
);
CREATE INDEX volmacht_tafel_idx ON spr.volmacht (tafel);
CREATE UNIQUE INDEX volmacht_gever_key ON spr.volmacht (besluit, gever) WHERE status = 'gegeven';
CREATE UNIQUE INDEX volmacht_gemachtigde_key ON spr.volmacht (besluit, gemachtigde)
    WHERE status = 'gegeven';
COMMENT ON TABLE spr.volmacht IS
    'A voting party lets another vote for it, in every stemming over one besluit.';
COMMENT ON COLUMN spr.volmacht.id IS 'Identity.';
COMMENT ON COLUMN spr.volmacht.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.volmacht.besluit IS 'For the stemmingen over this besluit.';
COMMENT ON COLUMN spr.volmacht.gever IS 'Whose stem it is.';
COMMENT ON COLUMN spr.volmacht.gemachtigde IS 'Who may cast it.';
COMMENT ON COLUMN spr.volmacht.status IS
    'gegeven; ingetrokken by the giver; vervallen when one of the two left the tafel.';
COMMENT ON COLUMN spr.volmacht.persoon IS 'Who gave or recorded it.';
COMMENT ON COLUMN spr.volmacht.via IS 'platform, or in which writing the secretaris received it.';
COMMENT ON COLUMN spr.volmacht.spreker IS 'Who signed it, when it was recorded.';
COMMENT ON COLUMN spr.volmacht.gebeurd_om IS 'When it was given, when it was recorded later.';
COMMENT ON COLUMN spr.volmacht.op IS 'When it was entered.';
COMMENT ON COLUMN spr.volmacht.beeindigd_door IS 'Who took it back, or took a party away.';
COMMENT ON COLUMN spr.volmacht.beeindigd_op IS 'When.';

ALTER TABLE spr.stem ADD COLUMN gemachtigde bigint;
COMMENT ON COLUMN spr.stem.gemachtigde IS 'The party that cast it by volmacht.';
ALTER TABLE spr.stem ADD CONSTRAINT stem_gemachtigde_fkey
    FOREIGN KEY (stemming, gemachtigde) REFERENCES spr.kiezer (stemming, organisatie);
ALTER TABLE spr.stem DROP CONSTRAINT stem_via_check;
ALTER TABLE spr.stem ADD CONSTRAINT stem_via_check CHECK (
    via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier', 'volmacht')
    AND (via = 'volmacht') = (gemachtigde IS NOT NULL));
COMMENT ON COLUMN spr.stem.via IS
    'platform, volmacht, or how it reached the secretaris who recorded it.';

CREATE TABLE spr.stemverzoek (
    besluit bigint NOT NULL,
    organisatie bigint NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT stemverzoek_pkey PRIMARY KEY (besluit, organisatie),
    CONSTRAINT stemverzoek_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT stemverzoek_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT stemverzoek_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT stemverzoek_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
COMMENT ON TABLE spr.stemverzoek IS 'How a party asked for a stemming over a besluit.';
COMMENT ON COLUMN spr.stemverzoek.besluit IS 'Over which besluit.';
COMMENT ON COLUMN spr.stemverzoek.organisatie IS 'Who asked.';
COMMENT ON COLUMN spr.stemverzoek.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.stemverzoek.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.stemverzoek.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.stemverzoek.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.stemverzoek.op IS 'When it was entered.';

INSERT INTO rule.berichtsoort (soort) VALUES
    ('volmacht_gegeven'), ('volmacht_gebruikt'), ('volmacht_vervallen');

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('volmacht', 'begin', 'gegeven'),
    ('volmacht', 'gegeven', 'ingetrokken'),
    ('volmacht', 'gegeven', 'vervallen');
CALL rule.overgang_instellen('{volmacht,stemverzoek}');
