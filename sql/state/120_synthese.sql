-- The synthese of a sector round: lines sorted into gedeeld, spanning and open, each with its
-- sources. Invariant: a confirmed version never changes; at most one version of a round is a
-- concept; the silent sectors are those that were silent when it was sorted.

CREATE TABLE spr.synthese (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    ronde bigint NOT NULL,
    versie int NOT NULL,
    status text NOT NULL DEFAULT 'concept',
    zwijgend bigint[] NOT NULL,
    geordend_door bigint NOT NULL,
    geordend_op timestamptz NOT NULL,
    bevestigd_door bigint,
    bevestigd_op timestamptz,
    CONSTRAINT synthese_pkey PRIMARY KEY (id),
    CONSTRAINT synthese_ronde_versie_key UNIQUE (ronde, versie),
    CONSTRAINT synthese_ronde_fkey FOREIGN KEY (tafel, ronde) REFERENCES spr.ronde (tafel, id),
    CONSTRAINT synthese_geordend_door_fkey FOREIGN KEY (geordend_door) REFERENCES spr.persoon,
    CONSTRAINT synthese_bevestigd_door_fkey FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon,
    CONSTRAINT synthese_versie_check CHECK (versie >= 1),
    CONSTRAINT synthese_status_check CHECK (status IN ('concept', 'bevestigd')),
    CONSTRAINT synthese_bevestigd_check CHECK (
        num_nonnulls(bevestigd_door, bevestigd_op)
            = CASE WHEN status = 'bevestigd' THEN 2 ELSE 0 END)
);
CREATE UNIQUE INDEX synthese_concept_key ON spr.synthese (ronde) WHERE status = 'concept';
COMMENT ON TABLE spr.synthese IS 'What the sector talks of a round have in common and where they clash.';
COMMENT ON COLUMN spr.synthese.id IS 'Identity.';
COMMENT ON COLUMN spr.synthese.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.synthese.ronde IS 'The sector round it is made of.';
COMMENT ON COLUMN spr.synthese.versie IS 'From 1; sorting again after confirming begins the next.';
COMMENT ON COLUMN spr.synthese.status IS 'concept or bevestigd.';
COMMENT ON COLUMN spr.synthese.zwijgend IS 'Sectors whose talk brought no point.';
COMMENT ON COLUMN spr.synthese.geordend_door IS 'Who sorted it last.';
COMMENT ON COLUMN spr.synthese.geordend_op IS 'When.';
COMMENT ON COLUMN spr.synthese.bevestigd_door IS 'Who confirmed it.';
COMMENT ON COLUMN spr.synthese.bevestigd_op IS 'When.';

CREATE TABLE spr.synthese_regel (
    synthese bigint NOT NULL,
    nummer int NOT NULL,
    vak text NOT NULL,
    tekst spr.regel NOT NULL,
    CONSTRAINT synthese_regel_pkey PRIMARY KEY (synthese, nummer),
    CONSTRAINT synthese_regel_synthese_fkey FOREIGN KEY (synthese) REFERENCES spr.synthese,
    CONSTRAINT synthese_regel_nummer_check CHECK (nummer BETWEEN 1 AND 60),
    CONSTRAINT synthese_regel_vak_check CHECK (vak IN ('gedeeld', 'spanning', 'open'))
);
COMMENT ON TABLE spr.synthese_regel IS 'A line of the synthese.';
COMMENT ON COLUMN spr.synthese_regel.synthese IS 'The synthese.';
COMMENT ON COLUMN spr.synthese_regel.nummer IS 'Order of the lines.';
COMMENT ON COLUMN spr.synthese_regel.vak IS 'gedeeld, spanning or open.';
COMMENT ON COLUMN spr.synthese_regel.tekst IS 'The line.';

CREATE TABLE spr.synthese_bron (
    synthese bigint NOT NULL,
    regel int NOT NULL,
    nummer int NOT NULL,
    punt bigint,
    samenvatting bigint,
    bijdrage bigint,
    CONSTRAINT synthese_bron_pkey PRIMARY KEY (synthese, regel, nummer),
    CONSTRAINT synthese_bron_regel_fkey
        FOREIGN KEY (synthese, regel) REFERENCES spr.synthese_regel (synthese, nummer)
        ON DELETE CASCADE,
    CONSTRAINT synthese_bron_punt_fkey FOREIGN KEY (punt) REFERENCES spr.punt,
    CONSTRAINT synthese_bron_samenvatting_fkey
        FOREIGN KEY (samenvatting) REFERENCES spr.samenvatting,
    CONSTRAINT synthese_bron_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage,
    CONSTRAINT synthese_bron_een_check CHECK (num_nonnulls(punt, samenvatting, bijdrage) = 1)
);
COMMENT ON TABLE spr.synthese_bron IS 'What a line of the synthese rests on.';
COMMENT ON COLUMN spr.synthese_bron.synthese IS 'The synthese.';
COMMENT ON COLUMN spr.synthese_bron.regel IS 'Number of the line.';
COMMENT ON COLUMN spr.synthese_bron.nummer IS 'Order of the sources.';
COMMENT ON COLUMN spr.synthese_bron.punt IS 'A point, or';
COMMENT ON COLUMN spr.synthese_bron.samenvatting IS 'the summary of a talk (its gesprek), or';
COMMENT ON COLUMN spr.synthese_bron.bijdrage IS 'a post.';
