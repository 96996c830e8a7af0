-- Toezeggingen and what came of them. Invariant: only the organisation itself makes a toezegging, by
-- somebody who may sign; every later step carries its story, and no step is ever removed.

CREATE TABLE spr.toezegging (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint,
    organisatie bigint NOT NULL,
    tekst spr.regel NOT NULL,
    voor timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'voorgesteld',
    persoon bigint NOT NULL,
    namens bigint,
    op timestamptz NOT NULL,
    aanvaard_door bigint,
    aanvaard_op timestamptz,
    CONSTRAINT toezegging_pkey PRIMARY KEY (id),
    CONSTRAINT toezegging_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT toezegging_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT toezegging_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT toezegging_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT toezegging_namens_fkey FOREIGN KEY (namens) REFERENCES spr.organisatie,
    CONSTRAINT toezegging_aanvaard_door_fkey FOREIGN KEY (aanvaard_door) REFERENCES spr.persoon,
    CONSTRAINT toezegging_status_check CHECK (status IN ('voorgesteld', 'aanvaard', 'loopt',
        'vertraagd', 'nagekomen', 'deels', 'niet_nagekomen', 'overgedragen', 'ingetrokken')),
    CONSTRAINT toezegging_aanvaard_check CHECK (
        num_nonnulls(aanvaard_door, aanvaard_op)
            = CASE WHEN status IN ('voorgesteld', 'ingetrokken') THEN 0 ELSE 2 END)
);
CREATE INDEX toezegging_tafel_idx ON spr.toezegging (tafel);
COMMENT ON TABLE spr.toezegging IS 'What an organisation commits itself to, and for when.';
COMMENT ON COLUMN spr.toezegging.id IS 'Identity.';
COMMENT ON COLUMN spr.toezegging.tafel IS 'The tafel where it was made.';
COMMENT ON COLUMN spr.toezegging.besluit IS 'The besluit it carries out, if any.';
COMMENT ON COLUMN spr.toezegging.organisatie IS 'Who commits itself.';
COMMENT ON COLUMN spr.toezegging.tekst IS 'To what.';
COMMENT ON COLUMN spr.toezegging.voor IS 'For when.';
COMMENT ON COLUMN spr.toezegging.status IS
    'voorgesteld, aanvaard, loopt, vertraagd, nagekomen, deels, niet_nagekomen, overgedragen or ingetrokken.';
COMMENT ON COLUMN spr.toezegging.persoon IS 'Who proposed it.';
COMMENT ON COLUMN spr.toezegging.namens IS 'For which organisation; NULL for voorzitter and secretaris.';
COMMENT ON COLUMN spr.toezegging.op IS 'When it was proposed.';
COMMENT ON COLUMN spr.toezegging.aanvaard_door IS 'Who signed for the organisation.';
COMMENT ON COLUMN spr.toezegging.aanvaard_op IS 'When.';

CREATE TABLE spr.toezegging_stap (
    id bigint GENERATED ALWAYS AS IDENTITY,
    toezegging bigint NOT NULL,
    status text NOT NULL,
    verhaal spr.regel NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT toezegging_stap_pkey PRIMARY KEY (id),
    CONSTRAINT toezegging_stap_toezegging_fkey FOREIGN KEY (toezegging) REFERENCES spr.toezegging,
    CONSTRAINT toezegging_stap_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT toezegging_stap_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
CREATE INDEX toezegging_stap_toezegging_idx ON spr.toezegging_stap (toezegging);
COMMENT ON TABLE spr.toezegging_stap IS 'The story of a step of a toezegging.';
COMMENT ON COLUMN spr.toezegging_stap.id IS 'Identity.';
COMMENT ON COLUMN spr.toezegging_stap.toezegging IS 'Of which toezegging.';
COMMENT ON COLUMN spr.toezegging_stap.status IS 'The state it came into, or stayed in.';
COMMENT ON COLUMN spr.toezegging_stap.verhaal IS 'What happened.';
COMMENT ON COLUMN spr.toezegging_stap.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.toezegging_stap.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.toezegging_stap.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.toezegging_stap.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.toezegging_stap.op IS 'When it was entered.';

ALTER TABLE spr.bericht DROP CONSTRAINT bericht_soort_check;
ALTER TABLE spr.bericht ADD CONSTRAINT bericht_soort_check CHECK (
    soort IN ('bijdrage_verborgen', 'bijdrage_getoond', 'vastgelegd', 'uitgenodigd', 'zetel',
        'gevolgen_gevraagd', 'besluit_voorgelegd', 'stemming_geopend', 'toezegging_gevraagd'));

INSERT INTO rule.overgang (entiteit, van, naar)
SELECT 'toezegging', van, naar
FROM (VALUES ('begin', '{voorgesteld}'), ('voorgesteld', '{aanvaard,ingetrokken}'),
    ('aanvaard', '{loopt,vertraagd,nagekomen,deels,niet_nagekomen,overgedragen}'),
    ('loopt', '{vertraagd,nagekomen,deels,niet_nagekomen,overgedragen}'),
    ('vertraagd', '{loopt,nagekomen,deels,niet_nagekomen,overgedragen}')) AS x (van, naren),
    unnest(naren::text[]) naar;

CALL rule.overgang_instellen('{toezegging,toezegging_stap}');
