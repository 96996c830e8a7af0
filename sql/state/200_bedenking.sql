-- Bedenkingen, the talk about them, and whether an option can be carried out. Invariant: only the
-- party itself says that it is met, goes on or takes back; a party has one toets of an option.

CREATE TABLE spr.bedenking (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    keuzevraag bigint NOT NULL,
    optie bigint,
    organisatie bigint NOT NULL,
    graad text NOT NULL,
    tekst spr.regel NOT NULL,
    status text NOT NULL DEFAULT 'ingediend',
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    afgedaan_door bigint,
    afgedaan_via text,
    afgedaan_spreker spr.regel,
    afgedaan_gebeurd_om timestamptz,
    afgedaan_op timestamptz,
    toelichting spr.regel,
    CONSTRAINT bedenking_pkey PRIMARY KEY (id),
    CONSTRAINT bedenking_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT bedenking_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT bedenking_optie_fkey FOREIGN KEY (optie) REFERENCES spr.optie,
    CONSTRAINT bedenking_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT bedenking_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT bedenking_afgedaan_door_fkey FOREIGN KEY (afgedaan_door) REFERENCES spr.persoon,
    CONSTRAINT bedenking_graad_check
        CHECK (graad IN ('wens', 'voorwaarde', 'overwegend_bezwaar')),
    CONSTRAINT bedenking_status_check CHECK (status IN ('ingediend', 'in_gesprek',
        'tegemoetgekomen', 'gehandhaafd', 'ingetrokken')),
    CONSTRAINT bedenking_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT bedenking_afgedaan_via_check
        CHECK (afgedaan_via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT bedenking_afgedaan_check CHECK (
        num_nonnulls(afgedaan_door, afgedaan_via, afgedaan_op)
            = CASE WHEN status IN ('ingediend', 'in_gesprek') THEN 0 ELSE 3 END)
);
CREATE INDEX bedenking_tafel_idx ON spr.bedenking (tafel, organisatie);
CREATE INDEX bedenking_keuzevraag_idx ON spr.bedenking (keuzevraag, organisatie);
COMMENT ON TABLE spr.bedenking IS 'An objection of an organisation to a keuzevraag or one option of it.';
COMMENT ON COLUMN spr.bedenking.id IS 'Identity.';
COMMENT ON COLUMN spr.bedenking.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.bedenking.keuzevraag IS 'About which question.';
COMMENT ON COLUMN spr.bedenking.optie IS 'About which option; NULL when about the question as a whole.';
COMMENT ON COLUMN spr.bedenking.organisatie IS 'Whose objection it is.';
COMMENT ON COLUMN spr.bedenking.graad IS 'wens, voorwaarde or overwegend_bezwaar.';
COMMENT ON COLUMN spr.bedenking.tekst IS 'The objection.';
COMMENT ON COLUMN spr.bedenking.status IS
    'ingediend, in_gesprek, tegemoetgekomen, gehandhaafd or ingetrokken.';
COMMENT ON COLUMN spr.bedenking.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.bedenking.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.bedenking.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.bedenking.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.bedenking.op IS 'When it was entered.';
COMMENT ON COLUMN spr.bedenking.afgedaan_door IS
    'Who entered the last word of the party, or took the party away from the tafel.';
COMMENT ON COLUMN spr.bedenking.afgedaan_via IS 'platform, or how that word was recorded.';
COMMENT ON COLUMN spr.bedenking.afgedaan_spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.bedenking.afgedaan_gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.bedenking.afgedaan_op IS 'When it was entered.';
COMMENT ON COLUMN spr.bedenking.toelichting IS 'What the party said with it.';

CREATE TABLE spr.bedenking_antwoord (
    id bigint GENERATED ALWAYS AS IDENTITY,
    bedenking bigint NOT NULL,
    organisatie bigint,
    tekst spr.regel NOT NULL,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT bedenking_antwoord_pkey PRIMARY KEY (id),
    CONSTRAINT bedenking_antwoord_bedenking_fkey FOREIGN KEY (bedenking) REFERENCES spr.bedenking,
    CONSTRAINT bedenking_antwoord_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT bedenking_antwoord_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon
);
CREATE INDEX bedenking_antwoord_bedenking_idx ON spr.bedenking_antwoord (bedenking);
COMMENT ON TABLE spr.bedenking_antwoord IS 'What was said in answer to a bedenking.';
COMMENT ON COLUMN spr.bedenking_antwoord.id IS 'Identity.';
COMMENT ON COLUMN spr.bedenking_antwoord.bedenking IS 'To which bedenking.';
COMMENT ON COLUMN spr.bedenking_antwoord.organisatie IS
    'For which organisation; NULL for voorzitter and secretaris.';
COMMENT ON COLUMN spr.bedenking_antwoord.tekst IS 'The answer.';
COMMENT ON COLUMN spr.bedenking_antwoord.persoon IS 'Who gave it.';
COMMENT ON COLUMN spr.bedenking_antwoord.op IS 'When.';

CREATE TABLE spr.uitvoerbaarheid (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    keuzevraag bigint NOT NULL,
    optie bigint NOT NULL,
    organisatie bigint NOT NULL,
    oordeel text NOT NULL,
    bevinding spr.regel NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    gepasseerd_door bigint,
    gepasseerd_reden spr.regel,
    gepasseerd_op timestamptz,
    CONSTRAINT uitvoerbaarheid_pkey PRIMARY KEY (id),
    CONSTRAINT uitvoerbaarheid_optie_organisatie_key UNIQUE (optie, organisatie),
    CONSTRAINT uitvoerbaarheid_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT uitvoerbaarheid_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT uitvoerbaarheid_optie_fkey FOREIGN KEY (optie) REFERENCES spr.optie,
    CONSTRAINT uitvoerbaarheid_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT uitvoerbaarheid_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT uitvoerbaarheid_gepasseerd_door_fkey
        FOREIGN KEY (gepasseerd_door) REFERENCES spr.persoon,
    CONSTRAINT uitvoerbaarheid_oordeel_check
        CHECK (oordeel IN ('uitvoerbaar', 'met_aanpassing', 'niet_uitvoerbaar')),
    CONSTRAINT uitvoerbaarheid_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT uitvoerbaarheid_gepasseerd_check CHECK (
        num_nonnulls(gepasseerd_door, gepasseerd_reden, gepasseerd_op) IN (0, 3)
        AND (gepasseerd_op IS NULL OR oordeel = 'niet_uitvoerbaar'))
);
CREATE INDEX uitvoerbaarheid_tafel_idx ON spr.uitvoerbaarheid (tafel);
CREATE INDEX uitvoerbaarheid_keuzevraag_idx ON spr.uitvoerbaarheid (keuzevraag);
COMMENT ON TABLE spr.uitvoerbaarheid IS 'Whether an option can be carried out, by who would have to.';
COMMENT ON COLUMN spr.uitvoerbaarheid.id IS 'Identity.';
COMMENT ON COLUMN spr.uitvoerbaarheid.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.uitvoerbaarheid.keuzevraag IS 'The question of the option.';
COMMENT ON COLUMN spr.uitvoerbaarheid.optie IS 'Which option.';
COMMENT ON COLUMN spr.uitvoerbaarheid.organisatie IS 'Whose finding it is.';
COMMENT ON COLUMN spr.uitvoerbaarheid.oordeel IS 'uitvoerbaar, met_aanpassing or niet_uitvoerbaar.';
COMMENT ON COLUMN spr.uitvoerbaarheid.bevinding IS 'What was found.';
COMMENT ON COLUMN spr.uitvoerbaarheid.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.uitvoerbaarheid.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.uitvoerbaarheid.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.uitvoerbaarheid.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.uitvoerbaarheid.op IS 'When it was entered.';
COMMENT ON COLUMN spr.uitvoerbaarheid.gepasseerd_door IS 'Who goes on in spite of it.';
COMMENT ON COLUMN spr.uitvoerbaarheid.gepasseerd_reden IS 'Why.';
COMMENT ON COLUMN spr.uitvoerbaarheid.gepasseerd_op IS 'When.';

INSERT INTO rule.overgang (entiteit, van, naar)
SELECT 'bedenking', van, naar
FROM (VALUES ('begin', '{ingediend}'),
    ('ingediend', '{in_gesprek,tegemoetgekomen,gehandhaafd,ingetrokken}'),
    ('in_gesprek', '{tegemoetgekomen,gehandhaafd,ingetrokken}'),
    ('gehandhaafd', '{in_gesprek}')) AS x (van, naren),
    unnest(naren::text[]) naar;

CALL rule.overgang_instellen('{bedenking,bedenking_antwoord,uitvoerbaarheid}');
