-- The besluit and the stemming over it. Invariant: who votes, and how votes are counted, is fixed
-- when voting opens; text and outcome of a besluit do not change once it has one.

CREATE TABLE spr.besluit (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    kenmerk text NOT NULL,
    keuzevraag bigint,
    optie bigint,
    soort text NOT NULL,
    titel spr.regel NOT NULL,
    tekst spr.regel NOT NULL,
    motivering spr.regel,
    versie int NOT NULL DEFAULT 1,
    status text NOT NULL DEFAULT 'concept',
    voorgelegd_op timestamptz,
    termijn timestamptz,
    stemming_gevraagd bigint[] NOT NULL DEFAULT '{}',
    uitkomst text,
    uitkomst_reden spr.regel,
    tot timestamptz,
    gebeurd_om timestamptz,
    uitkomst_door bigint,
    uitkomst_op timestamptz,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT besluit_pkey PRIMARY KEY (id),
    CONSTRAINT besluit_kenmerk_key UNIQUE (kenmerk),
    CONSTRAINT besluit_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT besluit_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT besluit_optie_fkey
        FOREIGN KEY (keuzevraag, optie) REFERENCES spr.optie (keuzevraag, id),
    CONSTRAINT besluit_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT besluit_uitkomst_door_fkey FOREIGN KEY (uitkomst_door) REFERENCES spr.persoon,
    CONSTRAINT besluit_kenmerk_check CHECK (kenmerk ~ '^B-[0-9]{4}-[0-9]{3,}$'),
    CONSTRAINT besluit_soort_check
        CHECK (soort IN ('procesafspraak', 'conclusie', 'advies', 'afspraak')),
    CONSTRAINT besluit_status_check CHECK (
        status IN ('concept', 'geagendeerd', 'conclusie_voorgelegd', 'stemming', 'uitkomst')),
    CONSTRAINT besluit_uitkomst_check CHECK (
        uitkomst IN ('aangenomen', 'verworpen', 'verdeeld', 'aangehouden',
            'niet_tot_stand_gekomen', 'ingetrokken')
        AND (uitkomst IS NOT NULL) = (status IN ('geagendeerd', 'uitkomst'))
        AND (uitkomst IS NULL) = (uitkomst_op IS NULL)),
    CONSTRAINT besluit_optie_check CHECK (optie IS NULL OR keuzevraag IS NOT NULL)
);
CREATE INDEX besluit_tafel_idx ON spr.besluit (tafel);
CREATE INDEX besluit_keuzevraag_idx ON spr.besluit (keuzevraag);
COMMENT ON TABLE spr.besluit IS 'A decision, from draft to outcome.';
COMMENT ON COLUMN spr.besluit.id IS 'Identity.';
COMMENT ON COLUMN spr.besluit.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.besluit.kenmerk IS 'Reference people quote, for example B-2026-017.';
COMMENT ON COLUMN spr.besluit.keuzevraag IS 'The question it answers, if any.';
COMMENT ON COLUMN spr.besluit.optie IS 'The option it chooses, if any.';
COMMENT ON COLUMN spr.besluit.soort IS 'procesafspraak, conclusie, advies or afspraak.';
COMMENT ON COLUMN spr.besluit.titel IS 'Short name.';
COMMENT ON COLUMN spr.besluit.tekst IS 'What is decided.';
COMMENT ON COLUMN spr.besluit.motivering IS 'Why.';
COMMENT ON COLUMN spr.besluit.versie IS 'How often the draft was written.';
COMMENT ON COLUMN spr.besluit.status IS
    'concept, geagendeerd, conclusie_voorgelegd, stemming or uitkomst.';
COMMENT ON COLUMN spr.besluit.voorgelegd_op IS 'When it was put to the tafel; NULL for a draft.';
COMMENT ON COLUMN spr.besluit.termijn IS 'Until then parties react in writing; NULL in a meeting.';
COMMENT ON COLUMN spr.besluit.stemming_gevraagd IS 'Organisations that asked for a vote.';
COMMENT ON COLUMN spr.besluit.uitkomst IS 'The outcome; aangehouden when it comes back later.';
COMMENT ON COLUMN spr.besluit.uitkomst_reden IS 'Why this outcome, in a sentence.';
COMMENT ON COLUMN spr.besluit.tot IS 'Until when it is held over.';
COMMENT ON COLUMN spr.besluit.gebeurd_om IS 'When it was concluded, if that was recorded later.';
COMMENT ON COLUMN spr.besluit.uitkomst_door IS 'Who concluded or closed the vote; NULL for the clock or a rule.';
COMMENT ON COLUMN spr.besluit.uitkomst_op IS 'When the outcome was entered.';
COMMENT ON COLUMN spr.besluit.persoon IS 'Who drafted it.';
COMMENT ON COLUMN spr.besluit.op IS 'When it was last drafted.';

CREATE TABLE spr.stemming (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    methode text NOT NULL,
    dt bigint NOT NULL,
    dn bigint NOT NULL,
    strikt boolean NOT NULL,
    qt bigint NOT NULL,
    qn bigint NOT NULL,
    gewogen boolean NOT NULL,
    sectordekking boolean NOT NULL,
    zichtbaar text NOT NULL,
    koepel_bevestigd text[] NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'open',
    geopend_door bigint NOT NULL,
    geopend_op timestamptz NOT NULL,
    gesloten_door bigint,
    gesloten_op timestamptz,
    reden spr.regel,
    uitslag jsonb,
    ongehoord bigint[] NOT NULL DEFAULT '{}',
    uitkomst text,
    seq bigint NOT NULL DEFAULT 0,
    CONSTRAINT stemming_pkey PRIMARY KEY (id),
    CONSTRAINT stemming_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT stemming_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT stemming_geopend_door_fkey FOREIGN KEY (geopend_door) REFERENCES spr.persoon,
    CONSTRAINT stemming_gesloten_door_fkey FOREIGN KEY (gesloten_door) REFERENCES spr.persoon,
    CONSTRAINT stemming_methode_check
        CHECK (methode IN ('eenvoudig', 'gekwalificeerd', 'dubbele_meerderheid')),
    CONSTRAINT stemming_drempel_check CHECK (0 < dt AND dt <= dn AND (NOT strikt OR dt < dn)),
    CONSTRAINT stemming_quorum_check CHECK (0 <= qt AND qt <= qn AND qn > 0),
    CONSTRAINT stemming_zichtbaar_check CHECK (zichtbaar IN ('direct', 'na_sluiting')),
    CONSTRAINT stemming_status_check CHECK (status IN ('open', 'gesloten', 'afgebroken')),
    CONSTRAINT stemming_gesloten_check CHECK ((status = 'open') = (gesloten_op IS NULL)),
    CONSTRAINT stemming_uitslag_check
        CHECK ((status = 'gesloten') = (uitslag IS NOT NULL) AND (uitslag IS NULL) = (uitkomst IS NULL)),
    CONSTRAINT stemming_uitkomst_check
        CHECK (uitkomst IN ('aangenomen', 'verworpen', 'niet_tot_stand_gekomen'))
);
CREATE INDEX stemming_tafel_idx ON spr.stemming (tafel);
CREATE UNIQUE INDEX stemming_open_key ON spr.stemming (besluit) WHERE status = 'open';
COMMENT ON TABLE spr.stemming IS 'A vote on a besluit, by organisations.';
COMMENT ON COLUMN spr.stemming.id IS 'Identity.';
COMMENT ON COLUMN spr.stemming.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.stemming.besluit IS 'What is voted on.';
COMMENT ON COLUMN spr.stemming.methode IS 'eenvoudig, gekwalificeerd or dubbele_meerderheid.';
COMMENT ON COLUMN spr.stemming.dt IS 'Threshold, above the line.';
COMMENT ON COLUMN spr.stemming.dn IS 'Threshold, below the line.';
COMMENT ON COLUMN spr.stemming.strikt IS 'More than the threshold; otherwise the threshold is enough.';
COMMENT ON COLUMN spr.stemming.qt IS 'Quorum, above the line.';
COMMENT ON COLUMN spr.stemming.qn IS 'Quorum, below the line.';
COMMENT ON COLUMN spr.stemming.gewogen IS 'Votes count by weight; the quorum always by heads.';
COMMENT ON COLUMN spr.stemming.sectordekking IS 'Every touched sector must have been heard.';
COMMENT ON COLUMN spr.stemming.zichtbaar IS 'Whether the tafel sees votes at once or after the close.';
COMMENT ON COLUMN spr.stemming.koepel_bevestigd IS
    'Sides of which the voorzitter recorded that an umbrella and its member may both vote.';
COMMENT ON COLUMN spr.stemming.status IS 'open, gesloten or afgebroken.';
COMMENT ON COLUMN spr.stemming.geopend_door IS 'Who opened it.';
COMMENT ON COLUMN spr.stemming.geopend_op IS 'When.';
COMMENT ON COLUMN spr.stemming.gesloten_door IS 'Who closed it or broke it off; NULL when a side left.';
COMMENT ON COLUMN spr.stemming.gesloten_op IS 'When.';
COMMENT ON COLUMN spr.stemming.reden IS 'Why it was broken off.';
COMMENT ON COLUMN spr.stemming.uitslag IS 'The count per side, or of all, as it was at the close.';
COMMENT ON COLUMN spr.stemming.ongehoord IS 'Touched sectors that had not been heard at the close.';
COMMENT ON COLUMN spr.stemming.uitkomst IS 'aangenomen, verworpen or niet_tot_stand_gekomen.';
COMMENT ON COLUMN spr.stemming.seq IS 'Where its last act stands in the stream of the tafel.';

CREATE TABLE spr.kiezer (
    stemming bigint NOT NULL,
    organisatie bigint NOT NULL,
    zijde text NOT NULL,
    gewicht bigint NOT NULL,
    CONSTRAINT kiezer_pkey PRIMARY KEY (stemming, organisatie),
    CONSTRAINT kiezer_stemming_fkey FOREIGN KEY (stemming) REFERENCES spr.stemming,
    CONSTRAINT kiezer_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT kiezer_gewicht_check CHECK (gewicht >= 1)
);
COMMENT ON TABLE spr.kiezer IS 'A party that may vote, as it was when voting opened.';
COMMENT ON COLUMN spr.kiezer.stemming IS 'The vote.';
COMMENT ON COLUMN spr.kiezer.organisatie IS 'The organisation.';
COMMENT ON COLUMN spr.kiezer.zijde IS 'Its side then.';
COMMENT ON COLUMN spr.kiezer.gewicht IS 'Its weight then.';

CREATE TABLE spr.stem (
    id bigint GENERATED ALWAYS AS IDENTITY,
    stemming bigint NOT NULL,
    organisatie bigint NOT NULL,
    keuze text NOT NULL,
    grond text,
    verklaring spr.regel,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT stem_pkey PRIMARY KEY (id),
    CONSTRAINT stem_stemming_organisatie_key UNIQUE (stemming, organisatie),
    CONSTRAINT stem_kiezer_fkey
        FOREIGN KEY (stemming, organisatie) REFERENCES spr.kiezer (stemming, organisatie),
    CONSTRAINT stem_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT stem_keuze_check
        CHECK (keuze IN ('voor', 'tegen', 'onthouding', 'neemt_niet_deel')),
    CONSTRAINT stem_grond_check CHECK (
        (keuze = 'neemt_niet_deel') = (grond IS NOT NULL)
        AND grond IN ('geen_mandaat', 'principieel', 'betrokken_belang')),
    CONSTRAINT stem_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
COMMENT ON TABLE spr.stem IS 'The vote of an organisation; the last one counts.';
COMMENT ON COLUMN spr.stem.id IS 'Identity.';
COMMENT ON COLUMN spr.stem.stemming IS 'The vote it belongs to.';
COMMENT ON COLUMN spr.stem.organisatie IS 'Who votes.';
COMMENT ON COLUMN spr.stem.keuze IS 'voor, tegen, onthouding or neemt_niet_deel.';
COMMENT ON COLUMN spr.stem.grond IS 'Why it takes no part.';
COMMENT ON COLUMN spr.stem.verklaring IS 'A line with it.';
COMMENT ON COLUMN spr.stem.persoon IS 'Who cast or recorded it.';
COMMENT ON COLUMN spr.stem.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.stem.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.stem.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.stem.op IS 'When it was entered.';

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('besluit', 'begin', 'concept'),
    ('besluit', 'concept', 'conclusie_voorgelegd'),
    ('besluit', 'concept', 'uitkomst'),
    ('besluit', 'conclusie_voorgelegd', 'geagendeerd'),
    ('besluit', 'conclusie_voorgelegd', 'stemming'),
    ('besluit', 'conclusie_voorgelegd', 'uitkomst'),
    ('besluit', 'geagendeerd', 'conclusie_voorgelegd'),
    ('besluit', 'geagendeerd', 'uitkomst'),
    ('besluit', 'stemming', 'conclusie_voorgelegd'),
    ('besluit', 'stemming', 'uitkomst'),
    ('stemming', 'begin', 'open'),
    ('stemming', 'open', 'gesloten'),
    ('stemming', 'open', 'afgebroken');

CALL rule.overgang_instellen('{besluit,stemming,kiezer,stem}');
