-- The overlegtafels beside a tafel, and what is passed on to them with their answer. Invariant: a
-- tafel adds to the overlegtafels there are; what they answer is recorded as theirs, and a silence
-- is named.

CREATE TABLE spr.overlegtafel (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    naam spr.regel NOT NULL,
    band text NOT NULL,
    sector bigint,
    contact spr.regel,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    vervallen_op timestamptz,
    CONSTRAINT overlegtafel_pkey PRIMARY KEY (id),
    CONSTRAINT overlegtafel_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT overlegtafel_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector,
    CONSTRAINT overlegtafel_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT overlegtafel_band_check CHECK (band IN ('voedt', 'ontvangt', 'afstemmen'))
);
CREATE INDEX overlegtafel_tafel_idx ON spr.overlegtafel (tafel);
COMMENT ON TABLE spr.overlegtafel IS 'An existing consultation table that a tafel has to do with.';
COMMENT ON COLUMN spr.overlegtafel.id IS 'Identity.';
COMMENT ON COLUMN spr.overlegtafel.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.overlegtafel.naam IS 'What it is called.';
COMMENT ON COLUMN spr.overlegtafel.band IS
    'voedt (it brings questions), ontvangt (it gets outcomes) or afstemmen (both keep each other posted).';
COMMENT ON COLUMN spr.overlegtafel.sector IS 'Of which sector, if of one.';
COMMENT ON COLUMN spr.overlegtafel.contact IS 'By which office it is reached; not a person.';
COMMENT ON COLUMN spr.overlegtafel.persoon IS 'Who recorded it last.';
COMMENT ON COLUMN spr.overlegtafel.op IS 'When.';
COMMENT ON COLUMN spr.overlegtafel.vervallen_op IS 'Since when nothing is passed on to it any more.';

CREATE TABLE spr.doorgeleiding (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    overlegtafel bigint NOT NULL,
    vraag spr.regel,
    termijn timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'verstuurd',
    toelichting spr.regel,
    gehouden_op timestamptz,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    antwoord_door bigint,
    antwoord_op timestamptz,
    CONSTRAINT doorgeleiding_pkey PRIMARY KEY (id),
    CONSTRAINT doorgeleiding_besluit_overlegtafel_key UNIQUE (besluit, overlegtafel),
    CONSTRAINT doorgeleiding_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT doorgeleiding_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT doorgeleiding_overlegtafel_fkey
        FOREIGN KEY (overlegtafel) REFERENCES spr.overlegtafel,
    CONSTRAINT doorgeleiding_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT doorgeleiding_antwoord_door_fkey
        FOREIGN KEY (antwoord_door) REFERENCES spr.persoon,
    CONSTRAINT doorgeleiding_status_check CHECK (
        status IN ('verstuurd', 'geen_antwoord', 'overgenomen', 'aangepast', 'afgewezen')),
    CONSTRAINT doorgeleiding_antwoord_check CHECK (
        (status IN ('overgenomen', 'aangepast', 'afgewezen')) = (antwoord_op IS NOT NULL)
        AND (antwoord_op IS NULL) = (antwoord_door IS NULL)
        AND (status NOT IN ('aangepast', 'afgewezen') OR toelichting IS NOT NULL))
);
CREATE INDEX doorgeleiding_tafel_idx ON spr.doorgeleiding (tafel);
CREATE INDEX doorgeleiding_termijn_idx ON spr.doorgeleiding (termijn) WHERE status = 'verstuurd';
COMMENT ON TABLE spr.doorgeleiding IS 'An adopted besluit passed on to an overlegtafel, and the answer.';
COMMENT ON COLUMN spr.doorgeleiding.id IS 'Identity.';
COMMENT ON COLUMN spr.doorgeleiding.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.doorgeleiding.besluit IS 'What is passed on.';
COMMENT ON COLUMN spr.doorgeleiding.overlegtafel IS 'To whom.';
COMMENT ON COLUMN spr.doorgeleiding.vraag IS 'What is asked of them.';
COMMENT ON COLUMN spr.doorgeleiding.termijn IS 'By when an answer is asked.';
COMMENT ON COLUMN spr.doorgeleiding.status IS
    'verstuurd, geen_antwoord, overgenomen, aangepast or afgewezen.';
COMMENT ON COLUMN spr.doorgeleiding.toelichting IS 'What they changed, or why they refused.';
COMMENT ON COLUMN spr.doorgeleiding.gehouden_op IS 'When they spoke about it.';
COMMENT ON COLUMN spr.doorgeleiding.persoon IS 'Who passed it on.';
COMMENT ON COLUMN spr.doorgeleiding.op IS 'When.';
COMMENT ON COLUMN spr.doorgeleiding.antwoord_door IS 'Who recorded the answer.';
COMMENT ON COLUMN spr.doorgeleiding.antwoord_op IS 'When it was recorded.';

INSERT INTO rule.overgang (entiteit, van, naar)
SELECT 'doorgeleiding', van, naar
FROM (VALUES ('begin', '{verstuurd}'),
    ('verstuurd', '{overgenomen,aangepast,afgewezen,geen_antwoord}'),
    -- An answer that comes late, or is corrected, still counts.
    ('geen_antwoord', '{overgenomen,aangepast,afgewezen}'),
    ('overgenomen', '{aangepast,afgewezen}'), ('aangepast', '{overgenomen,afgewezen}'),
    ('afgewezen', '{overgenomen,aangepast}')) AS x (van, naren),
    unnest(naren::text[]) naar;

CALL rule.overgang_instellen('{doorgeleiding}');
