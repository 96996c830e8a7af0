-- Files that were uploaded, piece by piece, to become a paper. Invariant: the bytes of a file stand
-- here and nowhere else, so a backup has them and erasing them erases them.

CREATE TABLE spr.bestandsgrens (
    bestand_bytes bigint NOT NULL,
    tekst_bytes bigint NOT NULL,
    tafel_bytes bigint NOT NULL,
    dag_bytes bigint NOT NULL,
    tegelijk int NOT NULL,
    samen int NOT NULL,
    stil interval NOT NULL,
    geduld interval NOT NULL,
    ongebruikt interval NOT NULL,
    enige boolean NOT NULL DEFAULT true,
    CONSTRAINT bestandsgrens_pkey PRIMARY KEY (enige),
    CONSTRAINT bestandsgrens_enige_check CHECK (enige),
    CONSTRAINT bestandsgrens_bytes_check CHECK (bestand_bytes BETWEEN 1 AND 67108864
        AND tekst_bytes BETWEEN 1 AND bestand_bytes AND tafel_bytes >= bestand_bytes
        AND dag_bytes >= bestand_bytes),
    CONSTRAINT bestandsgrens_tegelijk_check CHECK (tegelijk >= 1 AND samen >= tegelijk)
);
COMMENT ON TABLE spr.bestandsgrens IS 'The ceilings of uploading: one row, which the operator may change.';
COMMENT ON COLUMN spr.bestandsgrens.bestand_bytes IS 'Of one file.';
COMMENT ON COLUMN spr.bestandsgrens.tekst_bytes IS 'Of one file that is plain text.';
COMMENT ON COLUMN spr.bestandsgrens.tafel_bytes IS 'Of all files of a tafel together.';
COMMENT ON COLUMN spr.bestandsgrens.dag_bytes IS 'Announced by one person on one day, also what was taken back.';
COMMENT ON COLUMN spr.bestandsgrens.tegelijk IS 'Uploads of one person that are under way or wait for their paper.';
COMMENT ON COLUMN spr.bestandsgrens.samen IS 'Uploads under way on the whole platform.';
COMMENT ON COLUMN spr.bestandsgrens.stil IS 'An upload without a new piece for so long is erased.';
COMMENT ON COLUMN spr.bestandsgrens.geduld IS 'An upload that takes longer than this is erased.';
COMMENT ON COLUMN spr.bestandsgrens.ongebruikt IS 'A file that became no paper in this time is erased.';
COMMENT ON COLUMN spr.bestandsgrens.enige IS 'Always true: there is one row.';
INSERT INTO spr.bestandsgrens (bestand_bytes, tekst_bytes, tafel_bytes, dag_bytes, tegelijk, samen, stil,
    geduld, ongebruikt)
VALUES (20 * 1048576, 4 * 1048576, 1024 * 1048576, 200 * 1048576, 3, 20, '15 minutes', '4 hours', '6 hours');

CREATE TABLE spr.bestand (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    persoon bigint NOT NULL,
    naam spr.regel NOT NULL,
    grootte bigint NOT NULL,
    sha256 text NOT NULL,
    delen int NOT NULL,
    ontvangen int NOT NULL DEFAULT 0,
    soort text,
    begonnen_op timestamptz NOT NULL,
    laatst_op timestamptz NOT NULL,
    gereed_op timestamptz,
    CONSTRAINT bestand_pkey PRIMARY KEY (id),
    CONSTRAINT bestand_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT bestand_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT bestand_grootte_check CHECK (grootte BETWEEN 1 AND 67108864),
    CONSTRAINT bestand_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT bestand_ontvangen_check CHECK (ontvangen BETWEEN 0 AND delen),
    CONSTRAINT bestand_gereed_check CHECK ((soort IS NULL) = (gereed_op IS NULL)
        AND (gereed_op IS NULL OR ontvangen = delen))
);
CREATE INDEX bestand_tafel_idx ON spr.bestand (tafel);
CREATE INDEX bestand_persoon_idx ON spr.bestand (persoon);
COMMENT ON TABLE spr.bestand IS 'A file that is being uploaded, or was.';
COMMENT ON COLUMN spr.bestand.id IS 'Identity.';
COMMENT ON COLUMN spr.bestand.tafel IS 'The tafel it is for.';
COMMENT ON COLUMN spr.bestand.persoon IS 'Who uploads it.';
COMMENT ON COLUMN spr.bestand.naam IS 'Its name, which becomes the name of every download.';
COMMENT ON COLUMN spr.bestand.grootte IS 'Bytes.';
COMMENT ON COLUMN spr.bestand.sha256 IS 'Of the whole file: announced at the start, checked at the end.';
COMMENT ON COLUMN spr.bestand.delen IS 'How many pieces it has.';
COMMENT ON COLUMN spr.bestand.ontvangen IS 'How many of them are here; they come in order.';
COMMENT ON COLUMN spr.bestand.soort IS 'What it was found to be; NULL until it was checked.';
COMMENT ON COLUMN spr.bestand.begonnen_op IS 'When the upload began.';
COMMENT ON COLUMN spr.bestand.laatst_op IS 'When the last piece came.';
COMMENT ON COLUMN spr.bestand.gereed_op IS 'When it was complete and found good.';

CREATE TABLE spr.bestand_deel (
    bestand bigint NOT NULL,
    nr int NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT bestand_deel_pkey PRIMARY KEY (bestand, nr),
    CONSTRAINT bestand_deel_bestand_fkey
        FOREIGN KEY (bestand) REFERENCES spr.bestand ON DELETE CASCADE,
    CONSTRAINT bestand_deel_nr_check CHECK (nr >= 0),
    CONSTRAINT bestand_deel_bytes_check CHECK (octet_length(bytes) BETWEEN 1 AND 36864)
);
-- Papers are compressed already.
ALTER TABLE spr.bestand_deel ALTER COLUMN bytes SET STORAGE EXTERNAL;
COMMENT ON TABLE spr.bestand_deel IS 'A piece of a file.';
COMMENT ON COLUMN spr.bestand_deel.bestand IS 'Of which file.';
COMMENT ON COLUMN spr.bestand_deel.nr IS 'Its place, from 0; each but the last is as long as a piece may be.';
COMMENT ON COLUMN spr.bestand_deel.bytes IS 'What it holds.';

CREATE TABLE spr.bestand_verbruik (
    persoon bigint NOT NULL,
    dag date NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT bestand_verbruik_pkey PRIMARY KEY (persoon),
    CONSTRAINT bestand_verbruik_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon
);
COMMENT ON TABLE spr.bestand_verbruik IS 'How much somebody announced on the last day they uploaded.';
COMMENT ON COLUMN spr.bestand_verbruik.persoon IS 'Who.';
COMMENT ON COLUMN spr.bestand_verbruik.dag IS 'On which day in Amsterdam.';
COMMENT ON COLUMN spr.bestand_verbruik.bytes IS 'How much, together.';

ALTER TABLE spr.stuk ADD COLUMN bestand bigint;
ALTER TABLE spr.stuk ADD CONSTRAINT stuk_bestand_fkey FOREIGN KEY (bestand) REFERENCES spr.bestand;
ALTER TABLE spr.stuk ADD CONSTRAINT stuk_bestand_key UNIQUE (bestand);
ALTER TABLE spr.stuk DROP CONSTRAINT stuk_ingetrokken_check;
ALTER TABLE spr.stuk ADD CONSTRAINT stuk_ingetrokken_check
    CHECK (num_nonnulls(adres, bestand, reden) = 1);
COMMENT ON COLUMN spr.stuk.bestand IS 'The file it is, when it stands here; NULL once withdrawn.';
