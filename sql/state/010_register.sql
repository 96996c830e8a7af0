-- The register: sectors, organisations, people, and who speaks for whom.
-- Invariant: rows change only through rule.*_vastleggen and rule.rol_*, which also append to the
-- register and toegang streams; a right counts only between its van and its tot.

CREATE TABLE spr.sector (
    id bigint GENERATED ALWAYS AS IDENTITY,
    kenmerk text NOT NULL,
    naam text NOT NULL,
    CONSTRAINT sector_pkey PRIMARY KEY (id),
    CONSTRAINT sector_kenmerk_key UNIQUE (kenmerk)
);
COMMENT ON TABLE spr.sector IS 'A sector of society: zorg, onderwijs, veiligheid, …';
COMMENT ON COLUMN spr.sector.id IS 'Identity.';
COMMENT ON COLUMN spr.sector.kenmerk IS 'Short name in lower case.';
COMMENT ON COLUMN spr.sector.naam IS 'Name as people read it.';

CREATE TABLE spr.organisatie (
    id bigint GENERATED ALWAYS AS IDENTITY,
    naam text NOT NULL,
    afkorting text,
    soort text NOT NULL,
    zijde text NOT NULL,
    koepel bigint,
    vertegenwoordigt_aantal bigint,
    kvk text,
    website text,
    bron text,
    fictief boolean NOT NULL DEFAULT false,
    CONSTRAINT organisatie_pkey PRIMARY KEY (id),
    CONSTRAINT organisatie_naam_key UNIQUE (naam),
    CONSTRAINT organisatie_koepel_fkey FOREIGN KEY (koepel) REFERENCES spr.organisatie,
    CONSTRAINT organisatie_koepel_check CHECK (koepel <> id),
    CONSTRAINT organisatie_soort_check CHECK (
        soort IN ('vakbond', 'vakcentrale', 'werkgeversvereniging', 'koepel', 'werkgever',
            'arbeidsmarktfonds', 'ministerie', 'kennisinstelling', 'marktpartij', 'facilitator')),
    CONSTRAINT organisatie_zijde_check
        CHECK (zijde IN ('werknemers', 'werkgevers', 'fonds', 'onafhankelijk')),
    CONSTRAINT organisatie_aantal_check CHECK (vertegenwoordigt_aantal >= 0)
);
COMMENT ON TABLE spr.organisatie IS 'A social partner or another party that may sit at a tafel.';
COMMENT ON COLUMN spr.organisatie.id IS 'Identity; also names the stream organisatie:<id>.';
COMMENT ON COLUMN spr.organisatie.naam IS 'Full name.';
COMMENT ON COLUMN spr.organisatie.afkorting IS 'Abbreviation, if it has one.';
COMMENT ON COLUMN spr.organisatie.soort IS 'What kind of organisation it is.';
COMMENT ON COLUMN spr.organisatie.zijde IS 'Side on which it usually sits.';
COMMENT ON COLUMN spr.organisatie.koepel IS 'Umbrella organisation it belongs to.';
COMMENT ON COLUMN spr.organisatie.vertegenwoordigt_aantal IS 'How many people or members it stands for.';
COMMENT ON COLUMN spr.organisatie.kvk IS 'Number in the trade register.';
COMMENT ON COLUMN spr.organisatie.website IS 'Public address.';
COMMENT ON COLUMN spr.organisatie.bron IS 'Where these facts were reported.';
COMMENT ON COLUMN spr.organisatie.fictief IS 'Invented for a demonstration or a test.';

CREATE TABLE spr.organisatie_sector (
    organisatie bigint NOT NULL,
    sector bigint NOT NULL,
    van date NOT NULL,
    tot date,
    CONSTRAINT organisatie_sector_pkey PRIMARY KEY (organisatie, sector, van),
    CONSTRAINT organisatie_sector_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT organisatie_sector_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector,
    CONSTRAINT organisatie_sector_termijn_check CHECK (tot IS NULL OR tot >= van)
);
COMMENT ON TABLE spr.organisatie_sector IS 'In which sectors an organisation works, and when.';
COMMENT ON COLUMN spr.organisatie_sector.organisatie IS 'The organisation.';
COMMENT ON COLUMN spr.organisatie_sector.sector IS 'The sector.';
COMMENT ON COLUMN spr.organisatie_sector.van IS 'First day.';
COMMENT ON COLUMN spr.organisatie_sector.tot IS 'Last day, or NULL.';

CREATE TABLE spr.persoon (
    id bigint GENERATED ALWAYS AS IDENTITY,
    naam text NOT NULL,
    fictief boolean NOT NULL DEFAULT false,
    CONSTRAINT persoon_pkey PRIMARY KEY (id)
);
COMMENT ON TABLE spr.persoon IS 'Somebody who can log in.';
COMMENT ON COLUMN spr.persoon.id IS 'Identity; also names the stream persoon:<id>.';
COMMENT ON COLUMN spr.persoon.naam IS 'Name as others at the tafel read it.';
COMMENT ON COLUMN spr.persoon.fictief IS 'Invented for a demonstration or a test.';

CREATE TABLE spr.vertegenwoordiging (
    id bigint GENERATED ALWAYS AS IDENTITY,
    persoon bigint NOT NULL,
    organisatie bigint NOT NULL,
    functie text NOT NULL,
    mag_ondertekenen boolean NOT NULL DEFAULT false,
    van date NOT NULL,
    tot date,
    aangewezen_door bigint,
    afgelopen_gemeld boolean NOT NULL DEFAULT false,
    CONSTRAINT vertegenwoordiging_pkey PRIMARY KEY (id),
    CONSTRAINT vertegenwoordiging_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT vertegenwoordiging_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT vertegenwoordiging_aangewezen_door_fkey
        FOREIGN KEY (aangewezen_door) REFERENCES spr.persoon,
    CONSTRAINT vertegenwoordiging_termijn_check CHECK (tot IS NULL OR tot >= van - 1)
);
CREATE INDEX vertegenwoordiging_persoon_idx ON spr.vertegenwoordiging (persoon);
CREATE INDEX vertegenwoordiging_organisatie_idx ON spr.vertegenwoordiging (organisatie);
CREATE INDEX vertegenwoordiging_afloop_idx
    ON spr.vertegenwoordiging (tot) WHERE NOT afgelopen_gemeld;
COMMENT ON TABLE spr.vertegenwoordiging IS 'A person who may speak for an organisation.';
COMMENT ON COLUMN spr.vertegenwoordiging.id IS 'Identity; what a command names as namens.';
COMMENT ON COLUMN spr.vertegenwoordiging.persoon IS 'Who speaks.';
COMMENT ON COLUMN spr.vertegenwoordiging.organisatie IS 'For whom.';
COMMENT ON COLUMN spr.vertegenwoordiging.functie IS 'Function in that organisation.';
COMMENT ON COLUMN spr.vertegenwoordiging.mag_ondertekenen IS 'May bind the organisation.';
COMMENT ON COLUMN spr.vertegenwoordiging.van IS 'First day.';
COMMENT ON COLUMN spr.vertegenwoordiging.tot IS
    'Last day (until 24:00 in Amsterdam), or NULL; the day before van: withdrawn at once.';
COMMENT ON COLUMN spr.vertegenwoordiging.aangewezen_door IS 'Who appointed them.';
COMMENT ON COLUMN spr.vertegenwoordiging.afgelopen_gemeld IS 'Its end was told to every process.';

CREATE TABLE spr.platformrol (
    id bigint GENERATED ALWAYS AS IDENTITY,
    persoon bigint NOT NULL,
    rol text NOT NULL,
    van timestamptz NOT NULL,
    tot timestamptz,
    CONSTRAINT platformrol_pkey PRIMARY KEY (id),
    CONSTRAINT platformrol_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT platformrol_rol_check
        CHECK (rol IN ('voorzitter', 'secretaris', 'analist', 'beheerder', 'auditor')),
    CONSTRAINT platformrol_termijn_check CHECK (tot IS NULL OR tot >= van)
);
CREATE INDEX platformrol_persoon_idx ON spr.platformrol (persoon);
CREATE UNIQUE INDEX platformrol_geldend_key ON spr.platformrol (persoon, rol) WHERE tot IS NULL;
COMMENT ON TABLE spr.platformrol IS
    'A role for the whole platform; a voorzitter or secretaris here may found a tafel, no more.';
COMMENT ON COLUMN spr.platformrol.id IS 'Identity.';
COMMENT ON COLUMN spr.platformrol.persoon IS 'Who holds it.';
COMMENT ON COLUMN spr.platformrol.rol IS 'The role.';
COMMENT ON COLUMN spr.platformrol.van IS 'Held from then.';
COMMENT ON COLUMN spr.platformrol.tot IS 'Until then, or NULL.';
