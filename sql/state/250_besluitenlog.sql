-- The besluitenlog: what a reader finds in it, the indexes it is found by, and the views somebody
-- kept. Invariant: a kept view is a question, never an answer: what it shows is decided when it is
-- asked again.

CREATE TYPE rule.loglezer AS (analist boolean, analist_bij bigint[], tafels bigint[], vanaf timestamptz[],
    tot timestamptz[]);
COMMENT ON TYPE rule.loglezer IS
    'Who reads the besluitenlog: the analist, of the platform or of some tafels, and the plenaries somebody reads with the stretch of each.';

CREATE TYPE rule.besluitregel AS (
    besluit bigint,
    kenmerk text,
    tafel bigint,
    tafelkenmerk text,
    tafeltitel text,
    toeschrijving text,
    titel text,
    soort text,
    status text,
    uitkomst text,
    reden text,
    op timestamptz,
    voorgelegd_op timestamptz,
    termijn timestamptz,
    uitkomst_op timestamptz,
    gebeurd_om timestamptz,
    tot timestamptz,
    tekst text,
    motivering text,
    samenvatting text,
    keuzevraag bigint,
    optie bigint,
    openbaarheid text,
    embargo_tot timestamptz,
    evalueer_op timestamptz,
    sectoren bigint[],
    vast text[],
    zicht text,
    gezien_tot timestamptz
);
COMMENT ON TYPE rule.besluitregel IS
    'A row of the besluitenlog: zicht is the capacity it is read in, gezien_tot the end of what is read.';

CREATE INDEX besluit_log_idx ON spr.besluit (coalesce(uitkomst_op, voorgelegd_op), id)
    WHERE voorgelegd_op IS NOT NULL;
-- The expression is that of rule.woorden over these texts, so that searching meets it.
CREATE INDEX besluit_woorden_idx ON spr.besluit USING gin (to_tsvector('pg_catalog.dutch'::regconfig,
    titel::text || ' ' || tekst::text || ' ' || coalesce(motivering::text, '') || ' '
    || coalesce(samenvatting::text, ''))) WHERE voorgelegd_op IS NOT NULL;
CREATE INDEX stemming_besluit_idx ON spr.stemming (besluit);
CREATE INDEX toezegging_besluit_idx ON spr.toezegging (besluit) WHERE besluit IS NOT NULL;
CREATE INDEX standpunt_organisatie_idx ON spr.standpunt (organisatie);
CREATE INDEX stem_organisatie_idx ON spr.stem (organisatie);
CREATE INDEX ondertekening_organisatie_idx ON spr.ondertekening (organisatie);

CREATE TABLE spr.logbeeld (
    persoon bigint NOT NULL,
    naam spr.regel NOT NULL,
    filter jsonb NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT logbeeld_pkey PRIMARY KEY (persoon, naam),
    CONSTRAINT logbeeld_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon
);
COMMENT ON TABLE spr.logbeeld IS 'A view of the besluitenlog that somebody kept under a name.';
COMMENT ON COLUMN spr.logbeeld.persoon IS 'Whose view it is; nobody else reads it.';
COMMENT ON COLUMN spr.logbeeld.naam IS 'What they call it.';
COMMENT ON COLUMN spr.logbeeld.filter IS 'What it asks for, as on the wire.';
COMMENT ON COLUMN spr.logbeeld.op IS 'When it was kept last.';

CREATE TABLE spr.logvoorkeuze (
    code text,
    volgorde int NOT NULL,
    naam spr.regel NOT NULL,
    naam_en spr.regel NOT NULL,
    filter jsonb NOT NULL,
    CONSTRAINT logvoorkeuze_pkey PRIMARY KEY (code),
    CONSTRAINT logvoorkeuze_volgorde_key UNIQUE (volgorde)
);
COMMENT ON TABLE spr.logvoorkeuze IS 'A view of the besluitenlog that everybody finds ready.';
COMMENT ON COLUMN spr.logvoorkeuze.code IS 'Its name in an address.';
COMMENT ON COLUMN spr.logvoorkeuze.volgorde IS 'Its place in the list.';
COMMENT ON COLUMN spr.logvoorkeuze.naam IS 'What it is called.';
COMMENT ON COLUMN spr.logvoorkeuze.naam_en IS 'The same in English.';
COMMENT ON COLUMN spr.logvoorkeuze.filter IS 'What it asks for, as on the wire.';
INSERT INTO spr.logvoorkeuze (code, volgorde, naam, naam_en, filter) VALUES
    ('dit-jaar-openbaar', 1, 'Alle uitkomsten dit jaar, openbaar', 'All outcomes this year, public',
        '{"periode": "dit_jaar", "openbaar": true}'),
    ('wat-vastzit', 2, 'Wat vastzit', 'What is stuck', '{"vast": "alle"}'),
    ('afspraken', 3, 'Afspraken en wat ervan terechtkwam', 'Agreements and what came of them',
        '{"soort": "afspraak", "uitkomst": "aangenomen"}');
