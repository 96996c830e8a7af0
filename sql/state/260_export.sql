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
    recht text,
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
COMMENT ON COLUMN spr.export.recht IS
    'Digest of the rights it was made with; with other rights it is not read.';

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
    ('export', 'gevraagd', 'bezig'),
    ('export', 'gevraagd', 'mislukt'),
    ('export', 'bezig', 'klaar'),
    ('export', 'bezig', 'mislukt'),
    ('export', 'klaar', 'verlopen');

CALL rule.overgang_instellen('{export}');

CREATE TYPE rule.exportrij AS (kenmerk text, tafel text, tafel_titel text, soort text, titel text,
    tekst text, motivering text, samenvatting text, uitkomst text, uitkomst_reden text,
    uitkomst_op text, gebeurd_om text, tot text, voorgelegd_op text, termijn text, sectoren text,
    vast text, stemming_methode text, kiezers text, voor text, tegen text, onthouding text,
    neemt_niet_deel text, opkomst text, aantekeningen text, ondertekenaars text,
    ondertekenaars_kvk text, toezeggingen text, doorgeleidingen text,
    doorgeleidingen_beantwoord text, afwezig text);
COMMENT ON TYPE rule.exportrij IS
    'A row of an export of besluiten; rule.exportkolom says what each column means.';

INSERT INTO rule.exportkolom (nr, naam, soort, nl, en)
SELECT row_number() OVER (), k.* FROM (VALUES
    ('kenmerk', 'tekst', 'Kenmerk van het besluit.', 'Reference of the decision.'),
    ('tafel', 'tekst', 'Kenmerk van de tafel.', 'Reference of the table.'),
    ('tafel_titel', 'tekst', 'Titel van de tafel.', 'Title of the table.'),
    ('soort', 'tekst', 'procesafspraak, conclusie, advies of afspraak.', 'Kind of decision.'),
    ('titel', 'tekst', 'Titel van het besluit.', 'Title of the decision.'),
    ('tekst', 'tekst', 'Wat is besloten.', 'What was decided.'),
    ('motivering', 'tekst', 'Waarom.', 'Why.'),
    ('samenvatting', 'tekst', 'Wat betekent dit voor mijn sector?', 'What it means for a sector.'),
    ('uitkomst', 'tekst', 'De uitkomst op de peildatum; leeg als er geen is.',
        'The outcome on the reference date; empty when there is none.'),
    ('uitkomst_reden', 'tekst', 'Waarom deze uitkomst; alleen voor wie meer leest dan wat openbaar is.',
        'Why this outcome; only for who reads more than what is public.'),
    ('uitkomst_op', 'moment', 'Wanneer de uitkomst is vastgelegd.', 'When the outcome was recorded.'),
    ('gebeurd_om', 'moment', 'Wanneer het gebeurde, als het later is vastgelegd.',
        'When it happened, if it was recorded later.'),
    ('tot', 'moment', 'Tot wanneer het is aangehouden of onder voorbehoud is.',
        'Until when it is held over or subject to consultation.'),
    ('voorgelegd_op', 'moment', 'Wanneer het aan de tafel is voorgelegd.',
        'When it was put to the table.'),
    ('termijn', 'moment', 'Tot wanneer partijen schriftelijk konden reageren.',
        'Until when parties could react in writing.'),
    ('sectoren', 'lijst', 'Sectoren die het raakt.', 'Sectors it touches.'),
    ('vast', 'lijst', 'Waarom het vastzit; leeg als het niet vastzit.',
        'Why it is stuck; empty when it is not.'),
    ('stemming_methode', 'tekst', 'Hoe is gestemd; leeg als niet is gestemd.',
        'How the vote was counted; empty without a vote.'),
    ('kiezers', 'getal', 'Partijen die mochten stemmen.', 'Parties that could vote.'),
    ('voor', 'getal', 'Partijen voor.', 'Parties for.'),
    ('tegen', 'getal', 'Partijen tegen.', 'Parties against.'),
    ('onthouding', 'getal', 'Partijen die zich onthielden.', 'Parties that abstained.'),
    ('neemt_niet_deel', 'getal', 'Partijen die niet deelnamen.', 'Parties that took no part.'),
    ('opkomst', 'breuk', 'Deel van de kiezers dat aanwezig was, van 0 tot 1, op drie cijfers.',
        'Part of the voters that was present, 0 to 1, to three digits.'),
    ('aantekeningen', 'getal', 'Aantekeningen van partijen.', 'Notes of dissent.'),
    ('ondertekenaars', 'lijst', 'Organisaties die ondertekenden; leeg bij een tafel onder chatham voor wie er niet leest.',
        'Organisations that signed; empty for outsiders of a table under chatham.'),
    ('ondertekenaars_kvk', 'lijst', 'Hun KvK-nummers, in dezelfde volgorde; onbekend als wij het niet hebben.',
        'Their trade register numbers, in the same order; onbekend when we do not have it.'),
    ('toezeggingen', 'getal', 'Toezeggingen bij dit besluit.', 'Commitments with this decision.'),
    ('doorgeleidingen', 'getal', 'Overlegtafels waarheen het is doorgeleid.',
        'Consultation tables it was passed on to.'),
    ('doorgeleidingen_beantwoord', 'getal', 'Hoeveel daarvan antwoordden.', 'How many of them answered.'),
    ('afwezig', 'tekst', 'Waarom de tekst op de peildatum er niet meer is; leeg als hij er is.',
        'Why the text of the reference date is gone; empty when it is there.'))
    k (naam, soort, nl, en);
