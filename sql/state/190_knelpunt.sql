-- Knelpunten and their clock: what hurts, until when something can still be done about it, and what
-- happens if nobody decides. Invariant: that the date passed is a fact of its own, told once by the
-- clock; an open knelpunt whose date passed is termijn_verstreken, one that was taken up keeps its
-- status. Only people end a knelpunt, with a sentence about what came of it.

CREATE TABLE spr.knelpunt (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    nummer int NOT NULL,
    titel spr.regel NOT NULL,
    toelichting spr.regel,
    sectoren bigint[] NOT NULL,
    zwaarte text NOT NULL,
    handelingsruimte_tot timestamptz NOT NULL,
    gevolg_van_niets_doen spr.regel NOT NULL,
    status text NOT NULL DEFAULT 'open',
    verstreken_op timestamptz,
    bijdrage bigint,
    versie int NOT NULL DEFAULT 1,
    organisatie bigint,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    gewijzigd_door bigint,
    gewijzigd_op timestamptz,
    uitkomst spr.regel,
    afgehandeld_door bigint,
    afgehandeld_op timestamptz,
    CONSTRAINT knelpunt_pkey PRIMARY KEY (id),
    CONSTRAINT knelpunt_tafel_nummer_key UNIQUE (tafel, nummer),
    CONSTRAINT knelpunt_tafel_id_key UNIQUE (tafel, id),
    CONSTRAINT knelpunt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT knelpunt_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage,
    CONSTRAINT knelpunt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT knelpunt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT knelpunt_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES spr.persoon,
    CONSTRAINT knelpunt_afgehandeld_door_fkey FOREIGN KEY (afgehandeld_door) REFERENCES spr.persoon,
    CONSTRAINT knelpunt_sectoren_check CHECK (cardinality(sectoren) BETWEEN 1 AND 40),
    CONSTRAINT knelpunt_zwaarte_check CHECK (zwaarte IN ('signaal', 'knelt', 'urgent')),
    CONSTRAINT knelpunt_status_check CHECK (status IN ('open', 'termijn_verstreken', 'opgepakt',
        'opgelost', 'vervallen')),
    CONSTRAINT knelpunt_verstreken_check CHECK (
        CASE status WHEN 'open' THEN verstreken_op IS NULL
                    WHEN 'termijn_verstreken' THEN verstreken_op IS NOT NULL
                    ELSE true END),
    CONSTRAINT knelpunt_versie_check CHECK (versie >= 1),
    CONSTRAINT knelpunt_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT knelpunt_gewijzigd_check CHECK (num_nonnulls(gewijzigd_door, gewijzigd_op) IN (0, 2)),
    CONSTRAINT knelpunt_uitkomst_check CHECK (
        num_nonnulls(uitkomst, afgehandeld_door, afgehandeld_op)
            = CASE WHEN status IN ('opgelost', 'vervallen') THEN 3 ELSE 0 END)
);
CREATE INDEX knelpunt_klok_idx ON spr.knelpunt (handelingsruimte_tot)
    WHERE verstreken_op IS NULL AND status IN ('open', 'opgepakt');
COMMENT ON TABLE spr.knelpunt IS 'Something that hurts, with the room to act that is left.';
COMMENT ON COLUMN spr.knelpunt.id IS 'Identity.';
COMMENT ON COLUMN spr.knelpunt.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.knelpunt.nummer IS 'First, second, … at this tafel.';
COMMENT ON COLUMN spr.knelpunt.titel IS 'What hurts, in a line.';
COMMENT ON COLUMN spr.knelpunt.toelichting IS 'What one must know to understand it.';
COMMENT ON COLUMN spr.knelpunt.sectoren IS 'Where it is felt; not only where its reporter works.';
COMMENT ON COLUMN spr.knelpunt.zwaarte IS 'signaal, knelt or urgent.';
COMMENT ON COLUMN spr.knelpunt.handelingsruimte_tot IS 'Until then something can still be done about it.';
COMMENT ON COLUMN spr.knelpunt.gevolg_van_niets_doen IS 'What happens if nobody decides.';
COMMENT ON COLUMN spr.knelpunt.status IS
    'open, termijn_verstreken, opgepakt, opgelost or vervallen.';
COMMENT ON COLUMN spr.knelpunt.verstreken_op IS
    'When the clock told that the date had passed; NULL again when it gets a new date.';
COMMENT ON COLUMN spr.knelpunt.bijdrage IS 'The post in the plenary it came from, if any.';
COMMENT ON COLUMN spr.knelpunt.versie IS 'Counts the revisions.';
COMMENT ON COLUMN spr.knelpunt.organisatie IS 'Whose knelpunt it is; NULL for voorzitter and secretaris.';
COMMENT ON COLUMN spr.knelpunt.persoon IS 'Who entered it, or as its own party last revised it.';
COMMENT ON COLUMN spr.knelpunt.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.knelpunt.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.knelpunt.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.knelpunt.op IS 'When it was entered.';
COMMENT ON COLUMN spr.knelpunt.gewijzigd_door IS 'Who revised it last.';
COMMENT ON COLUMN spr.knelpunt.gewijzigd_op IS 'When.';
COMMENT ON COLUMN spr.knelpunt.uitkomst IS 'What came of it.';
COMMENT ON COLUMN spr.knelpunt.afgehandeld_door IS 'Who closed it.';
COMMENT ON COLUMN spr.knelpunt.afgehandeld_op IS 'When.';

ALTER TABLE spr.keuzevraag ADD COLUMN knelpunt bigint;
ALTER TABLE spr.keuzevraag ADD CONSTRAINT keuzevraag_knelpunt_fkey
    FOREIGN KEY (tafel, knelpunt) REFERENCES spr.knelpunt (tafel, id);
CREATE INDEX keuzevraag_knelpunt_idx ON spr.keuzevraag (knelpunt) WHERE knelpunt IS NOT NULL;
COMMENT ON COLUMN spr.keuzevraag.knelpunt IS 'The knelpunt it answers, if any.';

ALTER TABLE spr.bericht DROP CONSTRAINT bericht_soort_check;
ALTER TABLE spr.bericht ADD CONSTRAINT bericht_soort_check CHECK (
    soort IN ('bijdrage_verborgen', 'bijdrage_getoond', 'vastgelegd', 'uitgenodigd', 'zetel',
        'gevolgen_gevraagd', 'besluit_voorgelegd', 'stemming_geopend', 'toezegging_gevraagd',
        'bijeenkomst_gepland', 'bijeenkomst_afgelast',
        'besluitenlijst', 'verslag_voorgelegd', 'actiepunt',
        'knelpunt_verstreken'));

INSERT INTO rule.overgang (entiteit, van, naar)
SELECT 'knelpunt', van, naar
FROM (VALUES ('begin', '{open}'),
    ('open', '{termijn_verstreken,opgepakt,opgelost,vervallen}'),
    -- To open with a new date: room to act may come back.
    ('termijn_verstreken', '{open,opgepakt,opgelost,vervallen}'),
    ('opgepakt', '{open,termijn_verstreken,opgelost,vervallen}')) AS x (van, naren),
    unnest(naren::text[]) naar;

CALL rule.overgang_instellen('{knelpunt}');
