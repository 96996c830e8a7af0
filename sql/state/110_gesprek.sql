-- What is said: points and summaries of a gesprek, onderwerpen with their bijdragen and versions,
-- what the secretaris recorded for a party, the synthese, and how far each person has read.
-- Invariant: a bijdrage that is not geplaatst is never found by searching; what was said keeps its
-- author and its stream for ever; a row names the tafel it belongs to and that of its parent.

CREATE TABLE spr.punt (
    id bigint GENERATED ALWAYS AS IDENTITY,
    gesprek bigint NOT NULL,
    nummer int NOT NULL,
    tekst spr.regel NOT NULL,
    persoon bigint NOT NULL,
    organisatie bigint,
    versie int NOT NULL DEFAULT 1,
    genoteerd_op timestamptz NOT NULL,
    gewijzigd_op timestamptz,
    seq bigint NOT NULL,
    CONSTRAINT punt_pkey PRIMARY KEY (id),
    CONSTRAINT punt_gesprek_nummer_key UNIQUE (gesprek, nummer),
    CONSTRAINT punt_gesprek_fkey FOREIGN KEY (gesprek) REFERENCES spr.gesprek,
    CONSTRAINT punt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT punt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT punt_nummer_check CHECK (nummer BETWEEN 1 AND 5),
    CONSTRAINT punt_versie_check CHECK (versie >= 1)
);
COMMENT ON TABLE spr.punt IS 'One of at most five points of a sector talk.';
COMMENT ON COLUMN spr.punt.id IS 'Identity.';
COMMENT ON COLUMN spr.punt.gesprek IS 'The talk.';
COMMENT ON COLUMN spr.punt.nummer IS 'First to fifth.';
COMMENT ON COLUMN spr.punt.tekst IS 'The point in its present version.';
COMMENT ON COLUMN spr.punt.persoon IS 'Who noted it.';
COMMENT ON COLUMN spr.punt.organisatie IS 'For which organisation it counts, if for one.';
COMMENT ON COLUMN spr.punt.versie IS 'Counts the revisions.';
COMMENT ON COLUMN spr.punt.genoteerd_op IS 'When it was first noted.';
COMMENT ON COLUMN spr.punt.gewijzigd_op IS 'When it was last revised.';
COMMENT ON COLUMN spr.punt.seq IS 'Event in the room that holds the present content.';

CREATE TABLE spr.samenvatting (
    gesprek bigint NOT NULL,
    tekst spr.tekst NOT NULL,
    voorlopig boolean NOT NULL,
    persoon bigint NOT NULL,
    organisatie bigint,
    op timestamptz NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT samenvatting_pkey PRIMARY KEY (gesprek),
    CONSTRAINT samenvatting_gesprek_fkey FOREIGN KEY (gesprek) REFERENCES spr.gesprek,
    CONSTRAINT samenvatting_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT samenvatting_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie
);
COMMENT ON TABLE spr.samenvatting IS 'The summary of a sector talk; a later one replaces it.';
COMMENT ON COLUMN spr.samenvatting.gesprek IS 'The talk.';
COMMENT ON COLUMN spr.samenvatting.tekst IS 'What was said, in short.';
COMMENT ON COLUMN spr.samenvatting.voorlopig IS 'Something may still change.';
COMMENT ON COLUMN spr.samenvatting.persoon IS 'Who wrote it.';
COMMENT ON COLUMN spr.samenvatting.organisatie IS 'For which organisation they spoke.';
COMMENT ON COLUMN spr.samenvatting.op IS 'When.';
COMMENT ON COLUMN spr.samenvatting.seq IS 'Event in the room that holds the present content.';

CREATE TABLE spr.onderwerp (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    stroom text COLLATE "C" NOT NULL,
    titel spr.regel NOT NULL,
    toelichting spr.regel,
    ronde bigint,
    status text NOT NULL DEFAULT 'open',
    persoon bigint NOT NULL,
    organisatie bigint,
    geopend_op timestamptz NOT NULL,
    gesloten_op timestamptz,
    conclusie spr.regel,
    CONSTRAINT onderwerp_pkey PRIMARY KEY (id),
    CONSTRAINT onderwerp_tafel_id_key UNIQUE (tafel, id),
    CONSTRAINT onderwerp_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT onderwerp_ronde_fkey FOREIGN KEY (tafel, ronde) REFERENCES spr.ronde (tafel, id),
    CONSTRAINT onderwerp_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT onderwerp_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT onderwerp_status_check CHECK (status IN ('open', 'gesloten')),
    CONSTRAINT onderwerp_gesloten_check CHECK ((status = 'gesloten') = (gesloten_op IS NOT NULL)),
    CONSTRAINT onderwerp_conclusie_check CHECK (status = 'gesloten' OR conclusie IS NULL)
);
CREATE INDEX onderwerp_stroom_idx ON spr.onderwerp (stroom);
COMMENT ON TABLE spr.onderwerp IS 'A thread of bijdragen, in one stream.';
COMMENT ON COLUMN spr.onderwerp.id IS 'Identity.';
COMMENT ON COLUMN spr.onderwerp.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.onderwerp.stroom IS 'Who may read and write it: the plenary, a room, a caucus.';
COMMENT ON COLUMN spr.onderwerp.titel IS 'What it is about.';
COMMENT ON COLUMN spr.onderwerp.toelichting IS 'A few more sentences.';
COMMENT ON COLUMN spr.onderwerp.ronde IS 'The round it was opened for.';
COMMENT ON COLUMN spr.onderwerp.status IS 'open or gesloten.';
COMMENT ON COLUMN spr.onderwerp.persoon IS 'Who opened it.';
COMMENT ON COLUMN spr.onderwerp.organisatie IS 'For which organisation.';
COMMENT ON COLUMN spr.onderwerp.geopend_op IS 'When it was opened.';
COMMENT ON COLUMN spr.onderwerp.gesloten_op IS 'When it was closed.';
COMMENT ON COLUMN spr.onderwerp.conclusie IS 'What it came to; binds nobody.';

-- What is written most has as few CHECKs as can be: PostgreSQL parses those of a table anew for
-- each statement, those of a domain once.
CREATE DOMAIN spr.bijdragesoort AS text CONSTRAINT bijdragesoort_check
    CHECK (VALUE IN ('bijdrage', 'knelpunt', 'vraag', 'voorstel', 'feit', 'zorg'));
COMMENT ON DOMAIN spr.bijdragesoort IS 'What kind of post it is.';
CREATE DOMAIN spr.bijdragestatus AS text CONSTRAINT bijdragestatus_check
    CHECK (VALUE IN ('geplaatst', 'verborgen', 'ingetrokken'));
COMMENT ON DOMAIN spr.bijdragestatus IS 'States of a post.';
CREATE DOMAIN spr.versienummer AS int CONSTRAINT versienummer_check CHECK (VALUE >= 1);
COMMENT ON DOMAIN spr.versienummer IS 'Counts from 1.';

CREATE TABLE spr.bijdrage (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    onderwerp bigint NOT NULL,
    soort spr.bijdragesoort NOT NULL DEFAULT 'bijdrage',
    tekst spr.tekst,
    persoonlijke_titel boolean NOT NULL DEFAULT false,
    persoon bigint NOT NULL,
    organisatie bigint,
    antwoord_op bigint,
    citaat spr.regel,
    versie spr.versienummer NOT NULL DEFAULT 1,
    status spr.bijdragestatus NOT NULL DEFAULT 'geplaatst',
    reden spr.regel,
    geplaatst_op timestamptz NOT NULL,
    gewijzigd_op timestamptz,
    seq bigint NOT NULL,
    zoek tsvector GENERATED ALWAYS AS (
        CASE WHEN status = 'geplaatst'
             THEN to_tsvector('pg_catalog.dutch'::regconfig, coalesce(tekst, '')) END) STORED,
    CONSTRAINT bijdrage_pkey PRIMARY KEY (id),
    CONSTRAINT bijdrage_onderwerp_id_key UNIQUE (onderwerp, id),
    CONSTRAINT bijdrage_onderwerp_fkey
        FOREIGN KEY (tafel, onderwerp) REFERENCES spr.onderwerp (tafel, id),
    CONSTRAINT bijdrage_antwoord_op_fkey
        FOREIGN KEY (onderwerp, antwoord_op) REFERENCES spr.bijdrage (onderwerp, id),
    CONSTRAINT bijdrage_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT bijdrage_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT bijdrage_tekst_check CHECK ((status = 'ingetrokken') = (tekst IS NULL)),
    CONSTRAINT bijdrage_reden_check CHECK (status = 'geplaatst' OR reden IS NOT NULL),
    CONSTRAINT bijdrage_citaat_check CHECK (citaat IS NULL OR antwoord_op IS NOT NULL),
    CONSTRAINT bijdrage_antwoord_check CHECK (antwoord_op < id)
) WITH (fillfactor = 90);
CREATE INDEX bijdrage_antwoord_op_idx ON spr.bijdrage (antwoord_op) WHERE citaat IS NOT NULL;
CREATE INDEX bijdrage_tafel_idx ON spr.bijdrage (tafel, id);
CREATE INDEX bijdrage_zoek_idx ON spr.bijdrage USING gin (zoek);
COMMENT ON TABLE spr.bijdrage IS
    'A post. Hidden, its text waits here unseen until it is shown; withdrawn, the text is gone.';
COMMENT ON COLUMN spr.bijdrage.id IS 'Identity; the order within an onderwerp.';
COMMENT ON COLUMN spr.bijdrage.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.bijdrage.onderwerp IS 'The thread; its stream is the stream of the post.';
COMMENT ON COLUMN spr.bijdrage.soort IS 'bijdrage, knelpunt, vraag, voorstel, feit or zorg.';
COMMENT ON COLUMN spr.bijdrage.tekst IS 'Present version; NULL once withdrawn.';
COMMENT ON COLUMN spr.bijdrage.persoonlijke_titel IS 'Does not speak for the organisation.';
COMMENT ON COLUMN spr.bijdrage.persoon IS 'Who placed it.';
COMMENT ON COLUMN spr.bijdrage.organisatie IS 'The organisation that speaks, if one does.';
COMMENT ON COLUMN spr.bijdrage.antwoord_op IS 'Earlier post in the same thread.';
COMMENT ON COLUMN spr.bijdrage.citaat IS 'Words of that post; gone when they are no longer there.';
COMMENT ON COLUMN spr.bijdrage.versie IS 'Counts the revisions.';
COMMENT ON COLUMN spr.bijdrage.status IS 'geplaatst, verborgen or ingetrokken.';
COMMENT ON COLUMN spr.bijdrage.reden IS 'Why it is in this status.';
COMMENT ON COLUMN spr.bijdrage.geplaatst_op IS 'When it was placed.';
COMMENT ON COLUMN spr.bijdrage.gewijzigd_op IS 'When its text last changed.';
COMMENT ON COLUMN spr.bijdrage.seq IS 'Event in the stream that holds the present content.';
COMMENT ON COLUMN spr.bijdrage.zoek IS 'Dutch words of the text, only while it may be read.';

CREATE TABLE spr.bijdrage_versie (
    bijdrage bigint NOT NULL,
    versie int NOT NULL,
    tekst spr.tekst NOT NULL,
    persoon bigint NOT NULL,
    organisatie bigint,
    op timestamptz NOT NULL,
    reden spr.regel,
    seq bigint NOT NULL,
    CONSTRAINT bijdrage_versie_pkey PRIMARY KEY (bijdrage, versie),
    CONSTRAINT bijdrage_versie_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage,
    CONSTRAINT bijdrage_versie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT bijdrage_versie_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT bijdrage_versie_versie_check CHECK (versie >= 1)
);
COMMENT ON TABLE spr.bijdrage_versie IS
    'Every version of a revised post, the present one too; withdrawing deletes them.';
COMMENT ON COLUMN spr.bijdrage_versie.bijdrage IS 'The post.';
COMMENT ON COLUMN spr.bijdrage_versie.versie IS 'From 1.';
COMMENT ON COLUMN spr.bijdrage_versie.tekst IS 'What it said.';
COMMENT ON COLUMN spr.bijdrage_versie.persoon IS 'Who wrote this version.';
COMMENT ON COLUMN spr.bijdrage_versie.organisatie IS 'For which organisation.';
COMMENT ON COLUMN spr.bijdrage_versie.op IS 'When.';
COMMENT ON COLUMN spr.bijdrage_versie.reden IS 'Why it was revised.';
COMMENT ON COLUMN spr.bijdrage_versie.seq IS 'Event that brought it.';

CREATE TABLE spr.vastgelegd (
    id bigint GENERATED ALWAYS AS IDENTITY,
    bijdrage bigint,
    punt bigint,
    door bigint NOT NULL,
    organisatie bigint NOT NULL,
    spreker spr.regel,
    via text NOT NULL,
    gebeurd_om timestamptz,
    vastgelegd_om timestamptz NOT NULL,
    termijn timestamptz NOT NULL,
    bevestiging text NOT NULL DEFAULT 'open',
    bevestigd_door bigint,
    bevestigd_op timestamptz,
    CONSTRAINT vastgelegd_pkey PRIMARY KEY (id),
    CONSTRAINT vastgelegd_bijdrage_key UNIQUE (bijdrage),
    CONSTRAINT vastgelegd_punt_key UNIQUE (punt),
    CONSTRAINT vastgelegd_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage,
    CONSTRAINT vastgelegd_punt_fkey FOREIGN KEY (punt) REFERENCES spr.punt,
    CONSTRAINT vastgelegd_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon,
    CONSTRAINT vastgelegd_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT vastgelegd_bevestigd_door_fkey FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon,
    CONSTRAINT vastgelegd_een_check CHECK (num_nonnulls(bijdrage, punt) = 1),
    CONSTRAINT vastgelegd_via_check
        CHECK (via IN ('mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT vastgelegd_gebeurd_check CHECK (gebeurd_om <= vastgelegd_om),
    CONSTRAINT vastgelegd_termijn_check CHECK (termijn > vastgelegd_om),
    CONSTRAINT vastgelegd_bevestiging_check
        CHECK (bevestiging IN ('open', 'bevestigd', 'verbeterd')),
    CONSTRAINT vastgelegd_bevestigd_check CHECK (
        num_nonnulls(bevestigd_door, bevestigd_op)
            = CASE WHEN bevestiging = 'open' THEN 0 ELSE 2 END)
);
COMMENT ON TABLE spr.vastgelegd IS
    'The secretaris recorded a post or a point for a party, which confirms or corrects it.';
COMMENT ON COLUMN spr.vastgelegd.id IS 'Identity.';
COMMENT ON COLUMN spr.vastgelegd.bijdrage IS 'The post, or';
COMMENT ON COLUMN spr.vastgelegd.punt IS 'the point.';
COMMENT ON COLUMN spr.vastgelegd.door IS 'Who recorded it.';
COMMENT ON COLUMN spr.vastgelegd.organisatie IS 'The party whose words they are.';
COMMENT ON COLUMN spr.vastgelegd.spreker IS 'Who spoke, as the secretaris noted it.';
COMMENT ON COLUMN spr.vastgelegd.via IS 'How the words came to the secretaris.';
COMMENT ON COLUMN spr.vastgelegd.gebeurd_om IS 'When they were spoken or written.';
COMMENT ON COLUMN spr.vastgelegd.vastgelegd_om IS 'When they were recorded.';
COMMENT ON COLUMN spr.vastgelegd.termijn IS 'Until then the party may answer; its silence confirms the words, nothing more.';
COMMENT ON COLUMN spr.vastgelegd.bevestiging IS 'open, bevestigd or verbeterd.';
COMMENT ON COLUMN spr.vastgelegd.bevestigd_door IS 'Who answered for the party.';
COMMENT ON COLUMN spr.vastgelegd.bevestigd_op IS 'When.';

CREATE TABLE spr.leesstand (
    persoon bigint NOT NULL,
    onderwerp bigint NOT NULL,
    bijdrage bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT leesstand_pkey PRIMARY KEY (persoon, onderwerp),
    CONSTRAINT leesstand_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT leesstand_bijdrage_fkey
        FOREIGN KEY (onderwerp, bijdrage) REFERENCES spr.bijdrage (onderwerp, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE spr.leesstand IS 'How far a person has read a thread; told to nobody else.';
COMMENT ON COLUMN spr.leesstand.persoon IS 'The reader.';
COMMENT ON COLUMN spr.leesstand.onderwerp IS 'The thread.';
COMMENT ON COLUMN spr.leesstand.bijdrage IS 'Read up to and including this post.';
COMMENT ON COLUMN spr.leesstand.op IS 'When it was last written.';

CREATE TABLE spr.bericht (
    id bigint GENERATED ALWAYS AS IDENTITY,
    persoon bigint NOT NULL,
    tafel bigint NOT NULL,
    soort text NOT NULL,
    ref text NOT NULL,
    tekst spr.regel NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT bericht_pkey PRIMARY KEY (id),
    CONSTRAINT bericht_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT bericht_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT bericht_soort_check CHECK (
        soort IN ('bijdrage_verborgen', 'bijdrage_getoond', 'vastgelegd', 'uitgenodigd', 'zetel'))
);
CREATE INDEX bericht_persoon_idx ON spr.bericht (persoon, id);
COMMENT ON TABLE spr.bericht IS 'A notice to one person, also in the stream persoon:<id>.';
COMMENT ON COLUMN spr.bericht.id IS 'Identity.';
COMMENT ON COLUMN spr.bericht.persoon IS 'Who is told.';
COMMENT ON COLUMN spr.bericht.tafel IS 'At which tafel it happened.';
COMMENT ON COLUMN spr.bericht.soort IS 'What it is about.';
COMMENT ON COLUMN spr.bericht.ref IS 'Kind and id of what it is about.';
COMMENT ON COLUMN spr.bericht.tekst IS 'The reason, or the words that were recorded.';
COMMENT ON COLUMN spr.bericht.op IS 'When.';
