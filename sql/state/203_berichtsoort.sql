-- What a notice can be about, as rows: a new kind of notice is one row in the state file that needs
-- it. Invariant: proto/types.json names the same kinds.

CREATE TABLE rule.berichtsoort (
    soort text,
    CONSTRAINT berichtsoort_pkey PRIMARY KEY (soort)
);
COMMENT ON TABLE rule.berichtsoort IS 'Kinds of notice.';
COMMENT ON COLUMN rule.berichtsoort.soort IS 'What a notice of this kind is about.';
INSERT INTO rule.berichtsoort (soort) VALUES
    ('bijdrage_verborgen'), ('bijdrage_getoond'), ('vastgelegd'), ('uitgenodigd'), ('zetel'),
    ('gevolgen_gevraagd'), ('besluit_voorgelegd'), ('stemming_geopend'), ('toezegging_gevraagd'),
    ('bijeenkomst_gepland'), ('bijeenkomst_afgelast'), ('besluitenlijst'), ('verslag_voorgelegd'),
    ('actiepunt'), ('knelpunt_verstreken');
ALTER TABLE spr.bericht DROP CONSTRAINT bericht_soort_check;
ALTER TABLE spr.bericht ADD CONSTRAINT bericht_soort_fkey
    FOREIGN KEY (soort) REFERENCES rule.berichtsoort;
