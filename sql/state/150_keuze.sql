-- The keuzevraag and what leads to a choice: opties, the gevolgen of each per sector and side, the
-- standpunt of each organisation. Invariant: an organisation has one answer per gevolg and one
-- standpunt per keuzevraag; what it said before stands in the log.

CREATE TYPE rule.inbreng AS (
    organisatie bigint,
    via text,
    spreker text,
    gebeurd_om timestamptz,
    bezwaar text
);
COMMENT ON TYPE rule.inbreng IS
    'For whom a command speaks and how that came in; bezwaar says why that cannot be.';

CREATE PROCEDURE rule.overgang_instellen(tabellen text[])
LANGUAGE plpgsql AS $$
DECLARE
    tabel text;
    eerste text;
BEGIN
    FOR tabel, eerste IN SELECT o.entiteit, o.naar FROM rule.overgang o
        WHERE o.van = 'begin' AND o.entiteit = ANY (tabellen) LOOP
        EXECUTE format('CREATE TRIGGER %1$s_begin BEFORE INSERT ON spr.%1$s FOR EACH ROW
            WHEN (NEW.status IS DISTINCT FROM %2$L)
            EXECUTE FUNCTION rule.overgang_bewaken()', tabel, eerste);
        EXECUTE format('CREATE TRIGGER %1$s_overgang BEFORE UPDATE ON spr.%1$s FOR EACH ROW
            WHEN (NEW.status IS DISTINCT FROM OLD.status)
            EXECUTE FUNCTION rule.overgang_bewaken()', tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_begin ON spr.%1$s
            IS 'A row is born in its first state.'$c$, tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_overgang ON spr.%1$s
            IS 'Only transitions of rule.overgang.'$c$, tabel);
    END LOOP;
    FOREACH tabel IN ARRAY tabellen LOOP
        EXECUTE format('CREATE TRIGGER %1$s_blijft BEFORE DELETE OR TRUNCATE
            ON spr.%1$s FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()', tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_blijft ON spr.%1$s
            IS 'Nothing that was said or decided is deleted.'$c$, tabel);
    END LOOP;
END $$;
COMMENT ON PROCEDURE rule.overgang_instellen(text[]) IS
    'For migrations: hang the guards on new tables whose transitions stand in rule.overgang.';

CREATE TABLE spr.keuzevraag (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    nummer int NOT NULL,
    vraag spr.regel NOT NULL,
    toelichting spr.regel,
    status text NOT NULL DEFAULT 'ingebracht',
    gevolgen_voor timestamptz,
    termijn_loopt boolean NOT NULL DEFAULT false,
    reden spr.regel,
    persoon bigint NOT NULL,
    organisatie bigint,
    op timestamptz NOT NULL,
    CONSTRAINT keuzevraag_pkey PRIMARY KEY (id),
    CONSTRAINT keuzevraag_tafel_nummer_key UNIQUE (tafel, nummer),
    CONSTRAINT keuzevraag_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT keuzevraag_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT keuzevraag_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT keuzevraag_status_check CHECK (status IN ('ingebracht', 'gevolgen_gevraagd',
        'besluitrijp', 'besloten', 'ingetrokken')),
    CONSTRAINT keuzevraag_gevolgen_check
        CHECK (status <> 'gevolgen_gevraagd' OR gevolgen_voor IS NOT NULL),
    CONSTRAINT keuzevraag_reden_check CHECK ((status = 'ingetrokken') = (reden IS NOT NULL))
);
CREATE INDEX keuzevraag_termijn_idx ON spr.keuzevraag (gevolgen_voor) WHERE termijn_loopt;
COMMENT ON TABLE spr.keuzevraag IS 'A question on which the tafel chooses.';
COMMENT ON COLUMN spr.keuzevraag.id IS 'Identity.';
COMMENT ON COLUMN spr.keuzevraag.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.keuzevraag.nummer IS 'First, second, … at this tafel.';
COMMENT ON COLUMN spr.keuzevraag.vraag IS 'The question.';
COMMENT ON COLUMN spr.keuzevraag.toelichting IS 'What one must know to answer it.';
COMMENT ON COLUMN spr.keuzevraag.status IS
    'ingebracht, gevolgen_gevraagd, besluitrijp, besloten or ingetrokken.';
COMMENT ON COLUMN spr.keuzevraag.gevolgen_voor IS 'Before then parties say what consequences they expect.';
COMMENT ON COLUMN spr.keuzevraag.termijn_loopt IS 'The clock has yet to end that term.';
COMMENT ON COLUMN spr.keuzevraag.reden IS 'Why it was withdrawn.';
COMMENT ON COLUMN spr.keuzevraag.persoon IS 'Who put it to the tafel.';
COMMENT ON COLUMN spr.keuzevraag.organisatie IS 'For which organisation; NULL for voorzitter and secretaris.';
COMMENT ON COLUMN spr.keuzevraag.op IS 'When.';

CREATE TABLE spr.optie (
    id bigint GENERATED ALWAYS AS IDENTITY,
    keuzevraag bigint NOT NULL,
    nummer int NOT NULL,
    titel spr.regel NOT NULL,
    toelichting spr.regel,
    CONSTRAINT optie_pkey PRIMARY KEY (id),
    CONSTRAINT optie_keuzevraag_nummer_key UNIQUE (keuzevraag, nummer),
    CONSTRAINT optie_keuzevraag_id_key UNIQUE (keuzevraag, id),
    CONSTRAINT optie_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT optie_nummer_check CHECK (nummer BETWEEN 0 AND 20)
);
COMMENT ON TABLE spr.optie IS 'One of the possible choices.';
COMMENT ON COLUMN spr.optie.id IS 'Identity.';
COMMENT ON COLUMN spr.optie.keuzevraag IS 'The question.';
COMMENT ON COLUMN spr.optie.nummer IS '0 is doing nothing, which is always possible.';
COMMENT ON COLUMN spr.optie.titel IS 'What would be done.';
COMMENT ON COLUMN spr.optie.toelichting IS 'What that means; of doing nothing, what then happens.';

CREATE TABLE spr.gevolg (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    keuzevraag bigint NOT NULL,
    optie bigint NOT NULL,
    sector bigint NOT NULL,
    zijde text NOT NULL,
    status text NOT NULL DEFAULT 'gevraagd',
    gepasseerd_door bigint,
    gepasseerd_reden spr.regel,
    gepasseerd_op timestamptz,
    CONSTRAINT gevolg_pkey PRIMARY KEY (id),
    CONSTRAINT gevolg_cel_key UNIQUE (keuzevraag, optie, sector, zijde),
    CONSTRAINT gevolg_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT gevolg_optie_fkey
        FOREIGN KEY (keuzevraag, optie) REFERENCES spr.optie (keuzevraag, id),
    CONSTRAINT gevolg_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector,
    CONSTRAINT gevolg_gepasseerd_door_fkey FOREIGN KEY (gepasseerd_door) REFERENCES spr.persoon,
    CONSTRAINT gevolg_zijde_check
        CHECK (zijde IN ('werknemers', 'werkgevers', 'fonds', 'onafhankelijk')),
    CONSTRAINT gevolg_status_check CHECK (status IN ('gevraagd', 'opgetekend', 'afgestemd',
        'verschil_van_inzicht', 'niet_beantwoord')),
    CONSTRAINT gevolg_gepasseerd_check CHECK (
        num_nonnulls(gepasseerd_door, gepasseerd_reden, gepasseerd_op) IN (0, 3)
        AND (gepasseerd_op IS NULL OR status = 'niet_beantwoord'))
);
CREATE INDEX gevolg_tafel_idx ON spr.gevolg (tafel);
COMMENT ON TABLE spr.gevolg IS
    'What an option means for a sector, as one side sees it: asked of the parties that sit there.';
COMMENT ON COLUMN spr.gevolg.id IS 'Identity.';
COMMENT ON COLUMN spr.gevolg.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.gevolg.keuzevraag IS 'The question.';
COMMENT ON COLUMN spr.gevolg.optie IS 'The option; never doing nothing, whose consequence was given with it.';
COMMENT ON COLUMN spr.gevolg.sector IS 'The sector.';
COMMENT ON COLUMN spr.gevolg.zijde IS 'The side.';
COMMENT ON COLUMN spr.gevolg.status IS
    'gevraagd, opgetekend, afgestemd, verschil_van_inzicht or niet_beantwoord.';
COMMENT ON COLUMN spr.gevolg.gepasseerd_door IS 'Who went on without an answer, by name.';
COMMENT ON COLUMN spr.gevolg.gepasseerd_reden IS 'Why.';
COMMENT ON COLUMN spr.gevolg.gepasseerd_op IS 'When.';

CREATE TABLE spr.gevolg_antwoord (
    id bigint GENERATED ALWAYS AS IDENTITY,
    gevolg bigint NOT NULL,
    organisatie bigint NOT NULL,
    verwacht boolean NOT NULL,
    tekst spr.regel,
    effect text,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT gevolg_antwoord_pkey PRIMARY KEY (id),
    CONSTRAINT gevolg_antwoord_gevolg_organisatie_key UNIQUE (gevolg, organisatie),
    CONSTRAINT gevolg_antwoord_gevolg_fkey FOREIGN KEY (gevolg) REFERENCES spr.gevolg,
    CONSTRAINT gevolg_antwoord_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT gevolg_antwoord_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT gevolg_antwoord_effect_check
        CHECK (effect IN ('verlicht', 'knelt', 'gemengd', 'onbekend')),
    CONSTRAINT gevolg_antwoord_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT gevolg_antwoord_tekst_check CHECK (NOT verwacht OR tekst IS NOT NULL)
);
COMMENT ON TABLE spr.gevolg_antwoord IS 'Whether an organisation expects consequences, and which.';
COMMENT ON COLUMN spr.gevolg_antwoord.id IS 'Identity.';
COMMENT ON COLUMN spr.gevolg_antwoord.gevolg IS 'What was asked.';
COMMENT ON COLUMN spr.gevolg_antwoord.organisatie IS 'Whose answer it is.';
COMMENT ON COLUMN spr.gevolg_antwoord.verwacht IS 'Whether it expects any.';
COMMENT ON COLUMN spr.gevolg_antwoord.tekst IS 'Which.';
COMMENT ON COLUMN spr.gevolg_antwoord.effect IS 'verlicht, knelt, gemengd or onbekend.';
COMMENT ON COLUMN spr.gevolg_antwoord.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.gevolg_antwoord.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.gevolg_antwoord.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.gevolg_antwoord.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.gevolg_antwoord.op IS 'When it was entered.';

CREATE TABLE spr.standpunt (
    id bigint GENERATED ALWAYS AS IDENTITY,
    keuzevraag bigint NOT NULL,
    organisatie bigint NOT NULL,
    waarde text NOT NULL,
    optie bigint,
    grond text,
    tekst spr.regel,
    versie int NOT NULL DEFAULT 1,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT standpunt_pkey PRIMARY KEY (id),
    CONSTRAINT standpunt_keuzevraag_organisatie_key UNIQUE (keuzevraag, organisatie),
    CONSTRAINT standpunt_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT standpunt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT standpunt_optie_fkey
        FOREIGN KEY (keuzevraag, optie) REFERENCES spr.optie (keuzevraag, id),
    CONSTRAINT standpunt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT standpunt_waarde_check
        CHECK (waarde IN ('akkoord', 'akkoord_mits', 'niet_akkoord', 'neemt_niet_deel')),
    CONSTRAINT standpunt_grond_check CHECK (
        (waarde = 'neemt_niet_deel') = (grond IS NOT NULL)
        AND grond IN ('geen_mandaat', 'principieel', 'betrokken_belang')),
    CONSTRAINT standpunt_tekst_check
        CHECK (waarde NOT IN ('akkoord_mits', 'niet_akkoord') OR tekst IS NOT NULL),
    CONSTRAINT standpunt_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
COMMENT ON TABLE spr.standpunt IS 'Where an organisation stands in a keuzevraag.';
COMMENT ON COLUMN spr.standpunt.id IS 'Identity.';
COMMENT ON COLUMN spr.standpunt.keuzevraag IS 'The question.';
COMMENT ON COLUMN spr.standpunt.organisatie IS 'Whose standpunt it is.';
COMMENT ON COLUMN spr.standpunt.waarde IS 'akkoord, akkoord_mits, niet_akkoord or neemt_niet_deel.';
COMMENT ON COLUMN spr.standpunt.optie IS 'Which option it prefers or means.';
COMMENT ON COLUMN spr.standpunt.grond IS 'Why it takes no part.';
COMMENT ON COLUMN spr.standpunt.tekst IS 'The condition, the objection, or a line beside it.';
COMMENT ON COLUMN spr.standpunt.versie IS 'How often it was taken.';
COMMENT ON COLUMN spr.standpunt.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.standpunt.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.standpunt.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.standpunt.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.standpunt.op IS 'When it was entered.';

ALTER TABLE spr.bericht DROP CONSTRAINT bericht_soort_check;
ALTER TABLE spr.bericht ADD CONSTRAINT bericht_soort_check CHECK (
    soort IN ('bijdrage_verborgen', 'bijdrage_getoond', 'vastgelegd', 'uitgenodigd', 'zetel',
        'gevolgen_gevraagd', 'besluit_voorgelegd', 'stemming_geopend'));

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('keuzevraag', 'begin', 'ingebracht'),
    ('keuzevraag', 'ingebracht', 'gevolgen_gevraagd'),
    ('keuzevraag', 'ingebracht', 'besluitrijp'),
    ('keuzevraag', 'gevolgen_gevraagd', 'besluitrijp'),
    ('keuzevraag', 'besluitrijp', 'besloten'),
    ('keuzevraag', 'ingebracht', 'ingetrokken'),
    ('keuzevraag', 'gevolgen_gevraagd', 'ingetrokken'),
    ('keuzevraag', 'besluitrijp', 'ingetrokken'),
    ('gevolg', 'begin', 'gevraagd'),
    ('gevolg', 'gevraagd', 'opgetekend'),
    ('gevolg', 'gevraagd', 'afgestemd'),
    ('gevolg', 'gevraagd', 'niet_beantwoord'),
    ('gevolg', 'niet_beantwoord', 'opgetekend'),
    ('gevolg', 'niet_beantwoord', 'afgestemd'),
    ('gevolg', 'opgetekend', 'afgestemd'),
    ('gevolg', 'opgetekend', 'verschil_van_inzicht'),
    ('gevolg', 'afgestemd', 'opgetekend'),
    ('gevolg', 'afgestemd', 'verschil_van_inzicht'),
    ('gevolg', 'verschil_van_inzicht', 'opgetekend'),
    ('gevolg', 'verschil_van_inzicht', 'afgestemd');

CALL rule.overgang_instellen('{keuzevraag,optie,gevolg,gevolg_antwoord,standpunt}');
