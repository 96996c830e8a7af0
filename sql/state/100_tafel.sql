-- The tafel and who sits at it, the ronde and its gesprekken: what the policy needs to know.
-- Invariant: a zetel and the deelname it belongs to are of one tafel; nobody holds voorzitter and
-- ondertekenaar at once; every text is clean, whoever wrote it.

CREATE DOMAIN spr.tekst AS text
    CONSTRAINT tekst_lengte_check CHECK (octet_length(VALUE) BETWEEN 1 AND 16384)
    CONSTRAINT tekst_nfc_check CHECK (octet_length(VALUE) = length(VALUE) OR VALUE IS NFC NORMALIZED)
    CONSTRAINT tekst_tekens_check CHECK (VALUE !~ '[\x01-\x08\x0b-\x1f\x7f-\x9f]');
COMMENT ON DOMAIN spr.tekst IS
    'Running text: NFC, at most 16 KiB, no control characters but tab and line feed.';

CREATE DOMAIN spr.regel AS text
    CONSTRAINT regel_lengte_check CHECK (octet_length(VALUE) BETWEEN 1 AND 4000)
    CONSTRAINT regel_nfc_check CHECK (octet_length(VALUE) = length(VALUE) OR VALUE IS NFC NORMALIZED)
    CONSTRAINT regel_tekens_check CHECK (VALUE !~ '[\x01-\x08\x0b-\x1f\x7f-\x9f]');
COMMENT ON DOMAIN spr.regel IS
    'A title, a reason or a few sentences: NFC, at most 4000 bytes, no control characters.';

CREATE TABLE spr.tafel (
    id bigint GENERATED ALWAYS AS IDENTITY,
    kenmerk text NOT NULL,
    titel spr.regel NOT NULL,
    vraag spr.regel NOT NULL,
    opgave spr.regel,
    toeschrijving text NOT NULL DEFAULT 'organisatie',
    openbaarheid text NOT NULL DEFAULT 'tafel',
    status text NOT NULL DEFAULT 'concept',
    reden spr.regel,
    aangemaakt_op timestamptz NOT NULL,
    geopend_op timestamptz,
    gesloten_op timestamptz,
    CONSTRAINT tafel_pkey PRIMARY KEY (id),
    CONSTRAINT tafel_kenmerk_key UNIQUE (kenmerk),
    CONSTRAINT tafel_toeschrijving_check
        CHECK (toeschrijving IN ('persoon', 'organisatie', 'chatham')),
    CONSTRAINT tafel_openbaarheid_check
        CHECK (openbaarheid IN ('tafel', 'vertrouwelijk', 'openbaar')),
    CONSTRAINT tafel_status_check
        CHECK (status IN ('concept', 'open', 'opgeschort', 'afgesloten', 'gearchiveerd')),
    CONSTRAINT tafel_kenmerk_check CHECK (kenmerk ~ '^TT-[0-9]{4}-[0-9]{3,}$'),
    CONSTRAINT tafel_geopend_check CHECK (status <> 'open' OR geopend_op IS NOT NULL),
    CONSTRAINT tafel_gesloten_check CHECK (status <> 'afgesloten' OR gesloten_op IS NOT NULL)
) WITH (fillfactor = 50);
COMMENT ON TABLE spr.tafel IS
    'A transformatietafel; its row is the lock that orders every command on it.';
COMMENT ON COLUMN spr.tafel.id IS 'Identity; also names the stream tafel:<id>.';
COMMENT ON COLUMN spr.tafel.kenmerk IS 'Reference people quote, for example TT-2026-003.';
COMMENT ON COLUMN spr.tafel.titel IS 'Short name.';
COMMENT ON COLUMN spr.tafel.vraag IS 'The question the tafel works on.';
COMMENT ON COLUMN spr.tafel.toeschrijving IS 'To whom the outward stream attributes words.';
COMMENT ON COLUMN spr.tafel.openbaarheid IS 'Who outside the tafel may read the outward stream.';
COMMENT ON COLUMN spr.tafel.status IS 'concept, open, opgeschort, afgesloten or gearchiveerd.';
COMMENT ON COLUMN spr.tafel.opgave IS 'The societal challenge it belongs to.';
COMMENT ON COLUMN spr.tafel.reden IS 'Why it is in this state, where a reason was given.';
COMMENT ON COLUMN spr.tafel.aangemaakt_op IS 'When it was made.';
COMMENT ON COLUMN spr.tafel.geopend_op IS 'When it was opened for the parties.';
COMMENT ON COLUMN spr.tafel.gesloten_op IS 'When it was closed for good.';

CREATE TABLE spr.kenmerkteller (
    voorvoegsel text NOT NULL,
    jaar int NOT NULL,
    laatste int NOT NULL,
    CONSTRAINT kenmerkteller_pkey PRIMARY KEY (voorvoegsel, jaar),
    CONSTRAINT kenmerkteller_voorvoegsel_check CHECK (voorvoegsel ~ '^[A-Z]{1,3}$'),
    CONSTRAINT kenmerkteller_laatste_check CHECK (laatste >= 1)
);
COMMENT ON TABLE spr.kenmerkteller IS
    'Last number of each kind of kenmerk in a year; a number is never given twice.';
COMMENT ON COLUMN spr.kenmerkteller.voorvoegsel IS 'TT for a transformatietafel.';
COMMENT ON COLUMN spr.kenmerkteller.jaar IS 'Year in Amsterdam.';
COMMENT ON COLUMN spr.kenmerkteller.laatste IS 'Last number given.';

CREATE TABLE spr.deelname (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    organisatie bigint NOT NULL,
    hoedanigheid spr.regel,
    rol text NOT NULL DEFAULT 'stemhebbend',
    zijde text NOT NULL,
    gewicht bigint NOT NULL DEFAULT 1,
    sectoren bigint[] NOT NULL DEFAULT '{}',
    status text NOT NULL DEFAULT 'uitgenodigd',
    sinds timestamptz NOT NULL,
    reden spr.regel,
    toegetreden_op timestamptz,
    uitgetreden_op timestamptz,
    CONSTRAINT deelname_pkey PRIMARY KEY (id),
    CONSTRAINT deelname_tafel_id_key UNIQUE (tafel, id),
    CONSTRAINT deelname_tafel_organisatie_key UNIQUE (tafel, organisatie),
    CONSTRAINT deelname_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT deelname_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT deelname_rol_check CHECK (rol IN ('stemhebbend', 'adviserend', 'toehorend')),
    CONSTRAINT deelname_zijde_check
        CHECK (zijde IN ('werknemers', 'werkgevers', 'fonds', 'onafhankelijk')),
    CONSTRAINT deelname_gewicht_check CHECK (gewicht BETWEEN 1 AND 9007199254740991),
    CONSTRAINT deelname_status_check
        CHECK (status IN ('uitgenodigd', 'toegetreden', 'opgeschort', 'uitgetreden')),
    CONSTRAINT deelname_toegetreden_check
        CHECK (status = 'uitgenodigd' OR toegetreden_op IS NOT NULL OR status = 'uitgetreden'),
    CONSTRAINT deelname_uitgetreden_check
        CHECK ((status = 'uitgetreden') = (uitgetreden_op IS NOT NULL))
);
CREATE INDEX deelname_organisatie_idx ON spr.deelname (organisatie);
COMMENT ON TABLE spr.deelname IS 'An organisation at a tafel.';
COMMENT ON COLUMN spr.deelname.id IS 'Identity.';
COMMENT ON COLUMN spr.deelname.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.deelname.organisatie IS 'The organisation.';
COMMENT ON COLUMN spr.deelname.hoedanigheid IS 'In which capacity it takes part.';
COMMENT ON COLUMN spr.deelname.rol IS 'stemhebbend, adviserend or toehorend.';
COMMENT ON COLUMN spr.deelname.zijde IS 'Side on which it sits here.';
COMMENT ON COLUMN spr.deelname.gewicht IS 'Weight of its vote where votes are weighed.';
COMMENT ON COLUMN spr.deelname.sectoren IS 'Sectors for which it sits here; opens their rooms.';
COMMENT ON COLUMN spr.deelname.status IS 'uitgenodigd, toegetreden, opgeschort or uitgetreden.';
COMMENT ON COLUMN spr.deelname.sinds IS 'When it came into this status.';
COMMENT ON COLUMN spr.deelname.reden IS 'Why it is in this status, where a reason was given.';
COMMENT ON COLUMN spr.deelname.toegetreden_op IS 'When it joined.';
COMMENT ON COLUMN spr.deelname.uitgetreden_op IS 'When it left; it reads nothing later than this.';

CREATE TABLE spr.zetel (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    deelname bigint,
    persoon bigint NOT NULL,
    rollen text[] NOT NULL,
    leest_vanaf timestamptz NOT NULL,
    leest_tot timestamptz,
    CONSTRAINT zetel_pkey PRIMARY KEY (id),
    CONSTRAINT zetel_tafel_id_key UNIQUE (tafel, id),
    CONSTRAINT zetel_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT zetel_deelname_fkey FOREIGN KEY (tafel, deelname) REFERENCES spr.deelname (tafel, id),
    CONSTRAINT zetel_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT zetel_rollen_check CHECK (
        cardinality(rollen) >= 1
        AND rollen <@ ARRAY['voorzitter', 'secretaris', 'vertegenwoordiger', 'plaatsvervanger',
            'ondertekenaar', 'penvoerder', 'rapporteur', 'toehoorder', 'analist']),
    CONSTRAINT zetel_voorzitter_ondertekenaar_check
        CHECK (NOT rollen @> ARRAY['voorzitter', 'ondertekenaar']),
    CONSTRAINT zetel_deelname_check CHECK (
        deelname IS NOT NULL
        OR NOT rollen && ARRAY['vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar',
            'penvoerder', 'rapporteur']),
    CONSTRAINT zetel_bereik_check CHECK (leest_tot IS NULL OR leest_tot >= leest_vanaf)
);
CREATE UNIQUE INDEX zetel_bezet_key
    ON spr.zetel (tafel, persoon, coalesce(deelname, 0)) WHERE leest_tot IS NULL;
CREATE INDEX zetel_persoon_idx ON spr.zetel (persoon, tafel);
COMMENT ON TABLE spr.zetel IS 'A person at a tafel, for an organisation or (chair, staff) for none.';
COMMENT ON COLUMN spr.zetel.id IS 'Identity.';
COMMENT ON COLUMN spr.zetel.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.zetel.deelname IS 'For whom; NULL for an independent voorzitter, secretaris, toehoorder or analist.';
COMMENT ON COLUMN spr.zetel.persoon IS 'Who sits there.';
COMMENT ON COLUMN spr.zetel.rollen IS 'What the person may do here.';
COMMENT ON COLUMN spr.zetel.leest_vanaf IS 'Earliest moment of the streams the seat may read.';
COMMENT ON COLUMN spr.zetel.leest_tot IS 'The seat ended then; NULL while it is held.';

CREATE TABLE spr.ronde (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    nummer int NOT NULL,
    soort text NOT NULL,
    vraag spr.regel NOT NULL,
    opent timestamptz,
    sluit timestamptz,
    status text NOT NULL DEFAULT 'gepland',
    geopend_op timestamptz,
    gesloten_op timestamptz,
    CONSTRAINT ronde_pkey PRIMARY KEY (id),
    CONSTRAINT ronde_tafel_id_key UNIQUE (tafel, id),
    CONSTRAINT ronde_tafel_nummer_key UNIQUE (tafel, nummer),
    CONSTRAINT ronde_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT ronde_nummer_check CHECK (nummer >= 1),
    CONSTRAINT ronde_soort_check
        CHECK (soort IN ('sector', 'bovensectoraal', 'schriftelijk', 'terugblik')),
    CONSTRAINT ronde_status_check CHECK (
        status IN ('gepland', 'open', 'gesloten', 'voorlopig_samengevat', 'samengevat')),
    CONSTRAINT ronde_geopend_check CHECK ((status = 'gepland') = (geopend_op IS NULL)),
    CONSTRAINT ronde_gesloten_check
        CHECK ((status IN ('gepland', 'open')) = (gesloten_op IS NULL)),
    CONSTRAINT ronde_termijn_check CHECK (sluit IS NULL OR opent IS NULL OR sluit > opent)
);
COMMENT ON TABLE spr.ronde IS 'A round of talk at a tafel.';
COMMENT ON COLUMN spr.ronde.id IS 'Identity.';
COMMENT ON COLUMN spr.ronde.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.ronde.nummer IS 'First, second, … at this tafel.';
COMMENT ON COLUMN spr.ronde.soort IS 'sector, bovensectoraal, schriftelijk or terugblik.';
COMMENT ON COLUMN spr.ronde.vraag IS 'The question of this round.';
COMMENT ON COLUMN spr.ronde.opent IS 'Planned opening.';
COMMENT ON COLUMN spr.ronde.sluit IS 'Planned closing.';
COMMENT ON COLUMN spr.ronde.geopend_op IS 'When it was opened.';
COMMENT ON COLUMN spr.ronde.gesloten_op IS 'When it was closed.';
COMMENT ON COLUMN spr.ronde.status IS 'gepland, open, gesloten, voorlopig_samengevat or samengevat.';

CREATE TABLE spr.gesprek (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    ronde bigint NOT NULL,
    sector bigint NOT NULL,
    status text NOT NULL DEFAULT 'gepland',
    rapporteur bigint,
    ontheven_door bigint,
    ontheven_reden spr.regel,
    ontheven_op timestamptz,
    CONSTRAINT gesprek_pkey PRIMARY KEY (id),
    CONSTRAINT gesprek_ronde_sector_key UNIQUE (ronde, sector),
    CONSTRAINT gesprek_ronde_fkey FOREIGN KEY (tafel, ronde) REFERENCES spr.ronde (tafel, id),
    CONSTRAINT gesprek_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector,
    CONSTRAINT gesprek_rapporteur_fkey
        FOREIGN KEY (tafel, rapporteur) REFERENCES spr.zetel (tafel, id),
    CONSTRAINT gesprek_ontheven_door_fkey FOREIGN KEY (ontheven_door) REFERENCES spr.persoon,
    CONSTRAINT gesprek_ontheven_check CHECK (
        num_nonnulls(ontheven_door, ontheven_reden, ontheven_op)
            = CASE WHEN status = 'ontheven' THEN 3 ELSE 0 END),
    CONSTRAINT gesprek_status_check CHECK (
        status IN ('gepland', 'open', 'voorlopig_samengevat', 'samengevat', 'ontheven'))
);
COMMENT ON TABLE spr.gesprek IS 'The talk of one sector in a round; has the room kamer:<id>.';
COMMENT ON COLUMN spr.gesprek.id IS 'Identity; also names the stream kamer:<id>.';
COMMENT ON COLUMN spr.gesprek.tafel IS 'The tafel of the round.';
COMMENT ON COLUMN spr.gesprek.ronde IS 'The round.';
COMMENT ON COLUMN spr.gesprek.sector IS 'Whose room it is.';
COMMENT ON COLUMN spr.gesprek.status IS
    'gepland, open, voorlopig_samengevat, samengevat or ontheven.';
COMMENT ON COLUMN spr.gesprek.rapporteur IS 'The zetel that notes the points.';
COMMENT ON COLUMN spr.gesprek.ontheven_door IS 'Who waived it, by name.';
COMMENT ON COLUMN spr.gesprek.ontheven_reden IS 'Why it was waived.';
COMMENT ON COLUMN spr.gesprek.ontheven_op IS 'When it was waived.';

CREATE TABLE spr.bilateraal (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    ene bigint NOT NULL,
    andere bigint NOT NULL,
    gesloten_op timestamptz,
    CONSTRAINT bilateraal_pkey PRIMARY KEY (id),
    CONSTRAINT bilateraal_ene_fkey FOREIGN KEY (tafel, ene) REFERENCES spr.deelname (tafel, id),
    CONSTRAINT bilateraal_andere_fkey
        FOREIGN KEY (tafel, andere) REFERENCES spr.deelname (tafel, id),
    CONSTRAINT bilateraal_partijen_check CHECK (ene < andere)
);
COMMENT ON TABLE spr.bilateraal IS 'Two parties that talk apart; invisible to everybody else.';
COMMENT ON COLUMN spr.bilateraal.id IS 'Identity; also names the stream bilateraal:<id>.';
COMMENT ON COLUMN spr.bilateraal.tafel IS 'The tafel beside which they talk.';
COMMENT ON COLUMN spr.bilateraal.ene IS 'One deelname.';
COMMENT ON COLUMN spr.bilateraal.andere IS 'The other deelname.';
COMMENT ON COLUMN spr.bilateraal.gesloten_op IS 'From then on nothing is added; erased 30 days later.';
