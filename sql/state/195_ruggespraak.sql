-- What comes with a besluit: consultation of members, notes of dissent, signatures, what came of it.
-- Invariant: each organisation has one of each per besluit, besides evaluations; what the members of
-- a party said is an answer, never a silence.

CREATE TABLE spr.achterban (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    organisatie bigint NOT NULL,
    orgaan spr.regel NOT NULL,
    strekking text,
    termijn timestamptz NOT NULL,
    uitkomst text,
    toelichting spr.regel,
    gehouden_op timestamptz,
    antwoord_op timestamptz,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT achterban_pkey PRIMARY KEY (id),
    CONSTRAINT achterban_besluit_organisatie_key UNIQUE (besluit, organisatie),
    CONSTRAINT achterban_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT achterban_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT achterban_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT achterban_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT achterban_strekking_check
        CHECK (strekking IN ('positief', 'neutraal', 'negatief')),
    CONSTRAINT achterban_uitkomst_check CHECK (uitkomst IN ('instemming', 'afwijzing')),
    CONSTRAINT achterban_antwoord_check CHECK ((uitkomst IS NULL) = (antwoord_op IS NULL)),
    CONSTRAINT achterban_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
CREATE INDEX achterban_tafel_idx ON spr.achterban (tafel);
COMMENT ON TABLE spr.achterban IS 'A party that takes a besluit back to its members, and their answer.';
COMMENT ON COLUMN spr.achterban.id IS 'Identity.';
COMMENT ON COLUMN spr.achterban.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.achterban.besluit IS 'The besluit.';
COMMENT ON COLUMN spr.achterban.organisatie IS 'Whose members.';
COMMENT ON COLUMN spr.achterban.orgaan IS 'Which body answers.';
COMMENT ON COLUMN spr.achterban.strekking IS
    'With which advice it was put to them: positief, neutraal or negatief.';
COMMENT ON COLUMN spr.achterban.termijn IS 'By when they answer.';
COMMENT ON COLUMN spr.achterban.uitkomst IS 'instemming or afwijzing; NULL until they answer.';
COMMENT ON COLUMN spr.achterban.toelichting IS 'What they said with it.';
COMMENT ON COLUMN spr.achterban.gehouden_op IS 'When they met.';
COMMENT ON COLUMN spr.achterban.antwoord_op IS 'When the answer was entered.';
COMMENT ON COLUMN spr.achterban.persoon IS 'Who entered what it says now.';
COMMENT ON COLUMN spr.achterban.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.achterban.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.achterban.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.achterban.op IS 'When it was entered.';

CREATE TABLE spr.aantekening (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    organisatie bigint NOT NULL,
    tekst spr.regel NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT aantekening_pkey PRIMARY KEY (id),
    CONSTRAINT aantekening_besluit_organisatie_key UNIQUE (besluit, organisatie),
    CONSTRAINT aantekening_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT aantekening_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT aantekening_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT aantekening_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT aantekening_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
CREATE INDEX aantekening_tafel_idx ON spr.aantekening (tafel);
COMMENT ON TABLE spr.aantekening IS 'What a party wants noted with a besluit.';
COMMENT ON COLUMN spr.aantekening.id IS 'Identity.';
COMMENT ON COLUMN spr.aantekening.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.aantekening.besluit IS 'The besluit.';
COMMENT ON COLUMN spr.aantekening.organisatie IS 'Whose note it is.';
COMMENT ON COLUMN spr.aantekening.tekst IS 'The note.';
COMMENT ON COLUMN spr.aantekening.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.aantekening.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.aantekening.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.aantekening.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.aantekening.op IS 'When it was entered.';

CREATE TABLE spr.ondertekening (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    organisatie bigint NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT ondertekening_pkey PRIMARY KEY (id),
    CONSTRAINT ondertekening_besluit_organisatie_key UNIQUE (besluit, organisatie),
    CONSTRAINT ondertekening_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT ondertekening_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT ondertekening_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT ondertekening_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT ondertekening_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
CREATE INDEX ondertekening_tafel_idx ON spr.ondertekening (tafel);
COMMENT ON TABLE spr.ondertekening IS 'A signature under an adopted besluit; adopted is not yet bound.';
COMMENT ON COLUMN spr.ondertekening.id IS 'Identity.';
COMMENT ON COLUMN spr.ondertekening.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.ondertekening.besluit IS 'The besluit.';
COMMENT ON COLUMN spr.ondertekening.organisatie IS 'Who is bound by it.';
COMMENT ON COLUMN spr.ondertekening.persoon IS 'Who signed, or recorded the signature.';
COMMENT ON COLUMN spr.ondertekening.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.ondertekening.spreker IS 'Who signed, when it was recorded.';
COMMENT ON COLUMN spr.ondertekening.gebeurd_om IS 'When it was signed, when it was recorded later.';
COMMENT ON COLUMN spr.ondertekening.op IS 'When it was entered.';

CREATE TABLE spr.evaluatie (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    oordeel text NOT NULL,
    verhaal spr.regel NOT NULL,
    evalueer_op timestamptz,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT evaluatie_pkey PRIMARY KEY (id),
    CONSTRAINT evaluatie_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT evaluatie_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT evaluatie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT evaluatie_oordeel_check CHECK (oordeel IN ('werkt', 'werkt_deels', 'werkt_niet'))
);
CREATE INDEX evaluatie_tafel_idx ON spr.evaluatie (tafel);
COMMENT ON TABLE spr.evaluatie IS 'What came of a besluit, as the tafel saw it later.';
COMMENT ON COLUMN spr.evaluatie.id IS 'Identity.';
COMMENT ON COLUMN spr.evaluatie.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.evaluatie.besluit IS 'The besluit.';
COMMENT ON COLUMN spr.evaluatie.oordeel IS 'werkt, werkt_deels or werkt_niet.';
COMMENT ON COLUMN spr.evaluatie.verhaal IS 'The story behind it.';
COMMENT ON COLUMN spr.evaluatie.evalueer_op IS 'When the tafel looks again; NULL when it need not.';
COMMENT ON COLUMN spr.evaluatie.persoon IS 'Who recorded it.';
COMMENT ON COLUMN spr.evaluatie.op IS 'When.';

ALTER TABLE spr.besluit
    ADD COLUMN samenvatting spr.regel,
    ADD COLUMN evalueer_op timestamptz,
    ADD COLUMN hertelling jsonb,
    DROP CONSTRAINT besluit_status_check,
    DROP CONSTRAINT besluit_uitkomst_check,
    ADD CONSTRAINT besluit_status_check CHECK (status IN ('concept', 'geagendeerd',
        'conclusie_voorgelegd', 'stemming', 'onder_voorbehoud', 'uitkomst')),
    ADD CONSTRAINT besluit_uitkomst_check CHECK (
        uitkomst IN ('aangenomen', 'onder_voorbehoud', 'verworpen', 'verdeeld', 'aangehouden',
            'niet_tot_stand_gekomen', 'ingetrokken')
        AND (uitkomst IS NOT NULL) = (status IN ('geagendeerd', 'onder_voorbehoud', 'uitkomst'))
        AND (uitkomst IS NULL) = (uitkomst_op IS NULL)
        AND (uitkomst = 'onder_voorbehoud') = (status = 'onder_voorbehoud')),
    ADD CONSTRAINT besluit_voorbehoud_check
        CHECK (status <> 'onder_voorbehoud' OR tot IS NOT NULL);
CREATE INDEX besluit_voorbehoud_idx ON spr.besluit (tot) WHERE status = 'onder_voorbehoud';
COMMENT ON COLUMN spr.besluit.status IS
    'concept, geagendeerd, conclusie_voorgelegd, stemming, onder_voorbehoud or uitkomst.';
COMMENT ON COLUMN spr.besluit.tot IS
    'Until when it is held over, or the last members it waits for answer.';
COMMENT ON COLUMN spr.besluit.samenvatting IS 'What it means for a sector, in plain words.';
COMMENT ON COLUMN spr.besluit.evalueer_op IS 'When the tafel looks at what came of it.';
COMMENT ON COLUMN spr.besluit.hertelling IS
    'The count with the answers of members in the place of votes, when they changed it.';

-- Another way to count has another signature; two of them would be one too many to choose from.
DROP FUNCTION IF EXISTS rule.stemming_tellen(spr.stemming);

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('besluit', 'conclusie_voorgelegd', 'onder_voorbehoud'),
    ('besluit', 'stemming', 'onder_voorbehoud'),
    ('besluit', 'onder_voorbehoud', 'conclusie_voorgelegd'),
    ('besluit', 'onder_voorbehoud', 'geagendeerd'),
    ('besluit', 'onder_voorbehoud', 'uitkomst');

CALL rule.overgang_instellen('{achterban,aantekening,ondertekening,evaluatie}');
