-- Exports: what somebody asked to take along, how far it is, and the columns of what comes out.
-- Invariant: the file itself stands in the spool of the server and never here; an export that
-- failed or expired has no file.

CREATE TABLE spr.exportgrens (
    bestand_bytes bigint NOT NULL,
    persoon_bytes bigint NOT NULL,
    samen_bytes bigint NOT NULL,
    tegelijk int NOT NULL,
    wachtrij int NOT NULL,
    per_dag int NOT NULL,
    bewaren interval NOT NULL,
    geduld interval NOT NULL,
    enige boolean NOT NULL DEFAULT true,
    CONSTRAINT exportgrens_pkey PRIMARY KEY (enige),
    CONSTRAINT exportgrens_enige_check CHECK (enige),
    CONSTRAINT exportgrens_bytes_check CHECK (bestand_bytes >= 1
        AND persoon_bytes >= bestand_bytes AND samen_bytes >= persoon_bytes),
    CONSTRAINT exportgrens_tegelijk_check CHECK (tegelijk >= 1 AND wachtrij >= tegelijk
        AND per_dag >= 1)
);
COMMENT ON TABLE spr.exportgrens IS 'The ceilings of exporting: one row, which the operator may change.';
COMMENT ON COLUMN spr.exportgrens.bestand_bytes IS 'Of one file.';
COMMENT ON COLUMN spr.exportgrens.persoon_bytes IS 'Of the files of one person that stand in the spool.';
COMMENT ON COLUMN spr.exportgrens.samen_bytes IS 'Of all files in the spool.';
COMMENT ON COLUMN spr.exportgrens.tegelijk IS 'Exports of one person that wait or are being made.';
COMMENT ON COLUMN spr.exportgrens.wachtrij IS 'Exports of everybody that wait or are being made.';
COMMENT ON COLUMN spr.exportgrens.per_dag IS 'Exports that one person may ask in 24 hours.';
COMMENT ON COLUMN spr.exportgrens.bewaren IS 'A file is thrown away so long after it was ready.';
COMMENT ON COLUMN spr.exportgrens.geduld IS 'An export of which nothing was heard for so long has failed.';
COMMENT ON COLUMN spr.exportgrens.enige IS 'Always true: there is one row.';
INSERT INTO spr.exportgrens (bestand_bytes, persoon_bytes, samen_bytes, tegelijk, wachtrij, per_dag,
    bewaren, geduld)
VALUES (2::bigint << 30, 4::bigint << 30, 20::bigint << 30, 3, 50, 100, '24 hours', '2 minutes');

CREATE TABLE rule.exportformaat (
    formaat text NOT NULL,
    inhoud text NOT NULL,
    type text NOT NULL,
    achtervoegsel text NOT NULL,
    CONSTRAINT exportformaat_pkey PRIMARY KEY (formaat),
    CONSTRAINT exportformaat_inhoud_check CHECK (inhoud IN ('besluiten', 'logboek'))
);
COMMENT ON TABLE rule.exportformaat IS 'Formats of an export.';
COMMENT ON COLUMN rule.exportformaat.formaat IS 'As it is asked for.';
COMMENT ON COLUMN rule.exportformaat.inhoud IS 'besluiten: a row for each; logboek: the log of a tafel.';
COMMENT ON COLUMN rule.exportformaat.type IS 'Media type.';
COMMENT ON COLUMN rule.exportformaat.achtervoegsel IS 'How the name of the file ends.';
INSERT INTO rule.exportformaat (formaat, inhoud, type, achtervoegsel) VALUES
    ('csv', 'besluiten', 'text/csv; charset=utf-8; header=present', 'csv'),
    ('csv_excel', 'besluiten', 'text/csv; charset=utf-8; header=present', 'csv'),
    ('jsonl', 'besluiten', 'application/x-ndjson', 'jsonl'),
    ('markdown', 'besluiten', 'text/markdown; charset=utf-8', 'md'),
    ('xlsx', 'besluiten', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
    ('logboek', 'logboek', 'application/x-ndjson', 'jsonl');

CREATE TABLE spr.export (
    id bigint GENERATED ALWAYS AS IDENTITY,
    kenmerk text NOT NULL,
    persoon bigint NOT NULL,
    formaat text NOT NULL,
    tafel bigint,
    filter jsonb NOT NULL,
    peildatum timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'gevraagd',
    op timestamptz NOT NULL,
    gezien_op timestamptz NOT NULL,
    verteld_op timestamptz NOT NULL,
    klaar_op timestamptz,
    verloopt_op timestamptz,
    regels bigint NOT NULL DEFAULT 0,
    grootte bigint,
    sha256 text,
    reden text,
    opgehaald_op timestamptz,
    CONSTRAINT export_pkey PRIMARY KEY (id),
    CONSTRAINT export_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT export_formaat_fkey FOREIGN KEY (formaat) REFERENCES rule.exportformaat,
    CONSTRAINT export_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT export_status_check
        CHECK (status IN ('gevraagd', 'bezig', 'klaar', 'mislukt', 'verlopen')),
    CONSTRAINT export_klaar_check CHECK ((status IN ('klaar', 'verlopen'))
        = (num_nonnulls(klaar_op, verloopt_op, grootte, sha256) = 4)),
    CONSTRAINT export_reden_check CHECK ((status = 'mislukt') = (reden IS NOT NULL)
        AND reden IN ('te_groot', 'vol', 'afgebroken', 'storing', 'te_veel_regels')),
    CONSTRAINT export_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX export_persoon_idx ON spr.export (persoon, op);
CREATE INDEX export_open_idx ON spr.export (id) WHERE status IN ('gevraagd', 'bezig');
CREATE INDEX export_klaar_idx ON spr.export (verloopt_op) WHERE status = 'klaar';
COMMENT ON TABLE spr.export IS 'Who took what along: rows stay, so that it can be looked up.';
COMMENT ON COLUMN spr.export.id IS 'Identity.';
COMMENT ON COLUMN spr.export.kenmerk IS
    'Of what was asked, not of the asking: the same question with the same peildatum has the same.';
COMMENT ON COLUMN spr.export.persoon IS 'Who asked, and as whom it is read.';
COMMENT ON COLUMN spr.export.formaat IS 'How it is written.';
COMMENT ON COLUMN spr.export.tafel IS 'Of which tafel the log is; NULL for besluiten.';
COMMENT ON COLUMN spr.export.filter IS 'Which besluiten.';
COMMENT ON COLUMN spr.export.peildatum IS 'As it stood at this moment.';
COMMENT ON COLUMN spr.export.status IS 'gevraagd, bezig, klaar, mislukt or verlopen.';
COMMENT ON COLUMN spr.export.op IS 'When it was asked.';
COMMENT ON COLUMN spr.export.gezien_op IS 'When something was last heard of who makes it.';
COMMENT ON COLUMN spr.export.verteld_op IS 'When the person was last told how far it is.';
COMMENT ON COLUMN spr.export.klaar_op IS 'When the file was ready.';
COMMENT ON COLUMN spr.export.verloopt_op IS 'Until when the file is kept.';
COMMENT ON COLUMN spr.export.regels IS 'Rows written so far; of the whole file once it is ready.';
COMMENT ON COLUMN spr.export.grootte IS 'Bytes of the file.';
COMMENT ON COLUMN spr.export.sha256 IS 'Of the file.';
COMMENT ON COLUMN spr.export.reden IS 'Why there is no file.';
COMMENT ON COLUMN spr.export.opgehaald_op IS 'When the file was first asked for.';

CREATE TABLE rule.exportkolom (
    nr int NOT NULL,
    naam text NOT NULL,
    soort text NOT NULL,
    nl text NOT NULL,
    en text NOT NULL,
    CONSTRAINT exportkolom_pkey PRIMARY KEY (nr),
    CONSTRAINT exportkolom_naam_key UNIQUE (naam),
    CONSTRAINT exportkolom_soort_check CHECK (soort IN ('tekst', 'getal', 'breuk', 'moment', 'lijst'))
);
COMMENT ON TABLE rule.exportkolom IS
    'The columns of an export of besluiten, and the codebook: names and order never change, a new column comes last.';
COMMENT ON COLUMN rule.exportkolom.nr IS 'Place, from 1.';
COMMENT ON COLUMN rule.exportkolom.naam IS 'Name of the column in every format.';
COMMENT ON COLUMN rule.exportkolom.soort IS
    'tekst, getal, breuk, moment (RFC 3339, UTC), or lijst (names, apart by "; ").';
COMMENT ON COLUMN rule.exportkolom.nl IS 'What it means, in Dutch.';
COMMENT ON COLUMN rule.exportkolom.en IS 'What it means, in English.';

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('export', 'begin', 'gevraagd'),
    ('export', 'begin', 'bezig'),
    ('export', 'gevraagd', 'bezig'),
    ('export', 'gevraagd', 'mislukt'),
    ('export', 'bezig', 'klaar'),
    ('export', 'bezig', 'mislukt'),
    ('export', 'klaar', 'verlopen');

CALL rule.overgang_instellen('{export}');
