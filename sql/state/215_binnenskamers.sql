-- What an organisation prepares among its own people, the agreement it may ask of a second one, and
-- whether it can commit itself to a besluit. Invariant: a voorbereiding is told only in the stream
-- of its organisation; one that is agreed to is exactly what was agreed to.

CREATE TABLE rule.namens_opdracht (
    opdracht text,
    zaak text NOT NULL,
    tweede boolean NOT NULL,
    CONSTRAINT namens_opdracht_pkey PRIMARY KEY (opdracht)
);
COMMENT ON TABLE rule.namens_opdracht IS
    'Commands that speak for an organisation and that it can prepare.';
COMMENT ON COLUMN rule.namens_opdracht.opdracht IS 'The command.';
COMMENT ON COLUMN rule.namens_opdracht.zaak IS 'The argument that names what it is about.';
COMMENT ON COLUMN rule.namens_opdracht.tweede IS
    'An organisation that asks for the agreement of a second person asks it for this.';
INSERT INTO rule.namens_opdracht (opdracht, zaak, tweede) VALUES
    ('standpunt.innemen', 'keuzevraag', true), ('bedenking.indienen', 'keuzevraag', true),
    ('stem.uitbrengen', 'stemming', true), ('toezegging.aanvaarden', 'toezegging', true),
    ('ondertekening.zetten', 'besluit', true), ('gevolg.geven', 'antwoorden', false);

CREATE TABLE spr.organisatie_instelling (
    organisatie bigint NOT NULL,
    tweede_instemming boolean NOT NULL,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT organisatie_instelling_pkey PRIMARY KEY (organisatie),
    CONSTRAINT organisatie_instelling_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT organisatie_instelling_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon
);
COMMENT ON TABLE spr.organisatie_instelling IS
    'How an organisation wants to work inside; without a row everything is off.';
COMMENT ON COLUMN spr.organisatie_instelling.organisatie IS 'The organisation.';
COMMENT ON COLUMN spr.organisatie_instelling.tweede_instemming IS
    'What binds it needs the agreement of a second person.';
COMMENT ON COLUMN spr.organisatie_instelling.persoon IS 'Who set it.';
COMMENT ON COLUMN spr.organisatie_instelling.op IS 'When.';

CREATE TABLE spr.voorbereiding (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    organisatie bigint NOT NULL,
    opdracht text NOT NULL,
    args jsonb NOT NULL,
    status text NOT NULL DEFAULT 'opgesteld',
    versie int NOT NULL DEFAULT 1,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    ingestemd_door bigint,
    ingestemd_op timestamptz,
    afgesloten_door bigint,
    afgesloten_op timestamptz,
    CONSTRAINT voorbereiding_pkey PRIMARY KEY (id),
    CONSTRAINT voorbereiding_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT voorbereiding_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT voorbereiding_opdracht_fkey FOREIGN KEY (opdracht) REFERENCES rule.namens_opdracht,
    CONSTRAINT voorbereiding_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT voorbereiding_ingestemd_door_fkey
        FOREIGN KEY (ingestemd_door) REFERENCES spr.persoon,
    CONSTRAINT voorbereiding_afgesloten_door_fkey
        FOREIGN KEY (afgesloten_door) REFERENCES spr.persoon,
    CONSTRAINT voorbereiding_status_check
        CHECK (status IN ('opgesteld', 'ingestemd', 'verzonden', 'ingetrokken')),
    CONSTRAINT voorbereiding_ingestemd_check CHECK (
        num_nonnulls(ingestemd_door, ingestemd_op) IN (0, 2)
        AND (status <> 'ingestemd' OR ingestemd_op IS NOT NULL)
        AND (status <> 'opgesteld' OR ingestemd_op IS NULL)
        AND ingestemd_door <> persoon),
    CONSTRAINT voorbereiding_afgesloten_check CHECK (
        num_nonnulls(afgesloten_door, afgesloten_op)
            = CASE WHEN status IN ('verzonden', 'ingetrokken') THEN 2 ELSE 0 END)
);
CREATE INDEX voorbereiding_organisatie_idx ON spr.voorbereiding (organisatie, tafel);
COMMENT ON TABLE spr.voorbereiding IS
    'A command that an organisation prepares; it is the organisation''s, not that of who wrote it.';
COMMENT ON COLUMN spr.voorbereiding.id IS 'Identity.';
COMMENT ON COLUMN spr.voorbereiding.tafel IS 'The tafel it is meant for.';
COMMENT ON COLUMN spr.voorbereiding.organisatie IS 'Whose it is; nobody else reads it.';
COMMENT ON COLUMN spr.voorbereiding.opdracht IS 'Which command.';
COMMENT ON COLUMN spr.voorbereiding.args IS 'What the command will say.';
COMMENT ON COLUMN spr.voorbereiding.status IS 'opgesteld, ingestemd, verzonden or ingetrokken.';
COMMENT ON COLUMN spr.voorbereiding.versie IS 'Counts the texts; an agreement is to one of them.';
COMMENT ON COLUMN spr.voorbereiding.persoon IS 'Who wrote it as it is now.';
COMMENT ON COLUMN spr.voorbereiding.op IS 'When.';
COMMENT ON COLUMN spr.voorbereiding.ingestemd_door IS 'The second person, who agrees.';
COMMENT ON COLUMN spr.voorbereiding.ingestemd_op IS 'When.';
COMMENT ON COLUMN spr.voorbereiding.afgesloten_door IS 'Who sent it or took it back.';
COMMENT ON COLUMN spr.voorbereiding.afgesloten_op IS 'When.';

CREATE TABLE spr.toezegbaarheid (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    organisatie bigint NOT NULL,
    waarde text NOT NULL,
    terug_voor timestamptz,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT toezegbaarheid_pkey PRIMARY KEY (id),
    CONSTRAINT toezegbaarheid_besluit_organisatie_key UNIQUE (besluit, organisatie),
    CONSTRAINT toezegbaarheid_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT toezegbaarheid_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT toezegbaarheid_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT toezegbaarheid_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT toezegbaarheid_waarde_check
        CHECK (waarde IN ('kan_nu_toezeggen', 'moet_terug_voor', 'zegt_niets')),
    CONSTRAINT toezegbaarheid_terug_check
        CHECK ((waarde = 'moet_terug_voor') = (terug_voor IS NOT NULL)),
    CONSTRAINT toezegbaarheid_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
CREATE INDEX toezegbaarheid_tafel_idx ON spr.toezegbaarheid (tafel);
COMMENT ON TABLE spr.toezegbaarheid IS
    'Whether a party can commit itself to a besluit now; it binds nobody and is never counted.';
COMMENT ON COLUMN spr.toezegbaarheid.id IS 'Identity.';
COMMENT ON COLUMN spr.toezegbaarheid.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.toezegbaarheid.besluit IS 'The besluit.';
COMMENT ON COLUMN spr.toezegbaarheid.organisatie IS 'Which party.';
COMMENT ON COLUMN spr.toezegbaarheid.waarde IS 'kan_nu_toezeggen, moet_terug_voor or zegt_niets.';
COMMENT ON COLUMN spr.toezegbaarheid.terug_voor IS 'By when it will have been back to its own people.';
COMMENT ON COLUMN spr.toezegbaarheid.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.toezegbaarheid.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.toezegbaarheid.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.toezegbaarheid.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.toezegbaarheid.op IS 'When it was entered.';

INSERT INTO rule.berichtsoort (soort) VALUES ('instemming_gevraagd');

INSERT INTO rule.overgang (entiteit, van, naar)
SELECT 'voorbereiding', van, naar
FROM (VALUES ('begin', '{opgesteld}'),
    ('opgesteld', '{ingestemd,verzonden,ingetrokken}'),
    ('ingestemd', '{opgesteld,verzonden,ingetrokken}')) AS x (van, naren),
    unnest(naren::text[]) naar;

CALL rule.overgang_instellen('{voorbereiding}');
