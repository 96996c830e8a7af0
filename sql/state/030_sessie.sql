-- Sessions, one-time login links, the platform's lock row, and the tables of the policy.
-- Invariant: tokens are stored only as hex SHA-256; an ended session never lives again.

CREATE TABLE spr.sessie (
    id bigint GENERATED ALWAYS AS IDENTITY,
    hash text COLLATE "C" NOT NULL,
    persoon bigint NOT NULL,
    begonnen timestamptz NOT NULL,
    gezien timestamptz NOT NULL,
    verloopt timestamptz NOT NULL,
    geeindigd timestamptz,
    reden text,
    CONSTRAINT sessie_pkey PRIMARY KEY (id),
    CONSTRAINT sessie_hash_key UNIQUE (hash),
    CONSTRAINT sessie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT sessie_hash_check CHECK (hash ~ '^[0-9a-f]{64}$'),
    CONSTRAINT sessie_reden_check CHECK (reden IN ('afgemeld', 'stil', 'verlopen', 'ingetrokken')),
    CONSTRAINT sessie_einde_check CHECK ((geeindigd IS NULL) = (reden IS NULL)),
    CONSTRAINT sessie_verloopt_check CHECK (verloopt > begonnen)
) WITH (fillfactor = 80);
CREATE INDEX sessie_persoon_idx ON spr.sessie (persoon) WHERE geeindigd IS NULL;
COMMENT ON TABLE spr.sessie IS 'A browser that is logged in.';
COMMENT ON COLUMN spr.sessie.id IS 'Public number, used in events.';
COMMENT ON COLUMN spr.sessie.hash IS 'Hex SHA-256 of the cookie token.';
COMMENT ON COLUMN spr.sessie.persoon IS 'Who is logged in.';
COMMENT ON COLUMN spr.sessie.begonnen IS 'Login.';
COMMENT ON COLUMN spr.sessie.gezien IS 'Last use, to the minute.';
COMMENT ON COLUMN spr.sessie.verloopt IS 'Absolute end.';
COMMENT ON COLUMN spr.sessie.geeindigd IS 'When it ended, NULL while it lives.';
COMMENT ON COLUMN spr.sessie.reden IS 'Why it ended.';

CREATE TABLE spr.inloglink (
    hash text COLLATE "C" NOT NULL,
    persoon bigint NOT NULL,
    gemaakt timestamptz NOT NULL,
    verloopt timestamptz NOT NULL,
    gebruikt timestamptz,
    CONSTRAINT inloglink_pkey PRIMARY KEY (hash),
    CONSTRAINT inloglink_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT inloglink_hash_check CHECK (hash ~ '^[0-9a-f]{64}$')
);
COMMENT ON TABLE spr.inloglink IS 'One-time login links.';
COMMENT ON COLUMN spr.inloglink.hash IS 'Hex SHA-256 of the token in the link.';
COMMENT ON COLUMN spr.inloglink.persoon IS 'Who logs in with it.';
COMMENT ON COLUMN spr.inloglink.gemaakt IS 'When it was made.';
COMMENT ON COLUMN spr.inloglink.verloopt IS 'Useless from then on.';
COMMENT ON COLUMN spr.inloglink.gebruikt IS 'When it was used; once.';

CREATE TABLE spr.platform (
    id int NOT NULL DEFAULT 1,
    CONSTRAINT platform_pkey PRIMARY KEY (id),
    CONSTRAINT platform_id_check CHECK (id = 1)
);
COMMENT ON TABLE spr.platform IS 'One row: the lock of commands that belong to no tafel.';
COMMENT ON COLUMN spr.platform.id IS 'Always 1.';
INSERT INTO spr.platform DEFAULT VALUES;

CREATE TABLE rule.handeling (
    doe text NOT NULL,
    soort text NOT NULL,
    rollen text[] NOT NULL,
    staten text[] NOT NULL,
    stroom text NOT NULL,
    tafel boolean NOT NULL,
    gebeurtenissen text[] NOT NULL,
    CONSTRAINT handeling_pkey PRIMARY KEY (doe),
    CONSTRAINT handeling_soort_check CHECK (soort IN ('command', 'live', 'query'))
);
COMMENT ON TABLE rule.handeling IS
    'Who may do what in which state of the tafel; filled by policy_gen.sql from proto.';
COMMENT ON COLUMN rule.handeling.doe IS 'noun.verb.';
COMMENT ON COLUMN rule.handeling.soort IS 'command, live or query.';
COMMENT ON COLUMN rule.handeling.rollen IS 'One of these roles is needed; empty: every session.';
COMMENT ON COLUMN rule.handeling.staten IS 'States of the tafel in which it may be done.';
COMMENT ON COLUMN rule.handeling.stroom IS 'Which stream it writes: object, tafel, platform, …';
COMMENT ON COLUMN rule.handeling.tafel IS 'The envelope names a tafel.';
COMMENT ON COLUMN rule.handeling.gebeurtenissen IS 'Kinds of event it may append.';

CREATE TABLE rule.beleid (
    stroom text NOT NULL,
    hoedanigheid text NOT NULL,
    staat text NOT NULL,
    lezen boolean NOT NULL,
    schrijven text[] NOT NULL,
    CONSTRAINT beleid_pkey PRIMARY KEY (stroom, hoedanigheid, staat)
);
COMMENT ON TABLE rule.beleid IS 'The policy: which capacity reads and writes which stream, when.';
COMMENT ON COLUMN rule.beleid.stroom IS 'Kind of stream.';
COMMENT ON COLUMN rule.beleid.hoedanigheid IS 'Relation of the person to that stream.';
COMMENT ON COLUMN rule.beleid.staat IS 'State of the tafel; for a room also of its round.';
COMMENT ON COLUMN rule.beleid.lezen IS 'May read.';
COMMENT ON COLUMN rule.beleid.schrijven IS 'Classes of events that may be written.';

CREATE TABLE rule.klasse (
    zaak text NOT NULL,
    klasse text NOT NULL,
    CONSTRAINT klasse_pkey PRIMARY KEY (zaak),
    CONSTRAINT klasse_klasse_check CHECK (klasse IN ('procedure', 'verslag'))
);
COMMENT ON TABLE rule.klasse IS 'Class of an event by its noun; a noun not listed is inhoud.';
COMMENT ON COLUMN rule.klasse.zaak IS 'Noun: the part of the kind before the dot.';
COMMENT ON COLUMN rule.klasse.klasse IS 'procedure or verslag.';

CREATE TABLE rule.naar_buiten (
    soort text NOT NULL,
    velden text[] NOT NULL,
    CONSTRAINT naar_buiten_pkey PRIMARY KEY (soort)
);
COMMENT ON TABLE rule.naar_buiten IS 'Which events of a tafel are told outside, with which fields.';
COMMENT ON COLUMN rule.naar_buiten.soort IS 'Kind of event.';
COMMENT ON COLUMN rule.naar_buiten.velden IS 'Fields of the content that are kept.';

CREATE TABLE rule.afwezig_door (
    soort text NOT NULL,
    reden text NOT NULL,
    CONSTRAINT afwezig_door_pkey PRIMARY KEY (soort),
    CONSTRAINT afwezig_door_reden_check
        CHECK (reden IN ('verborgen', 'ingetrokken', 'herzien', 'gewist'))
);
COMMENT ON TABLE rule.afwezig_door IS 'Why content is absent, by the kind of event that took it away.';
COMMENT ON COLUMN rule.afwezig_door.soort IS 'Kind of event.';
COMMENT ON COLUMN rule.afwezig_door.reden IS 'Reason that readers see.';

CREATE TABLE rule.tik (
    naam text NOT NULL,
    rang int NOT NULL,
    CONSTRAINT tik_pkey PRIMARY KEY (naam)
);
COMMENT ON TABLE rule.tik IS 'What the clock moves: each row calls rule.tik_<naam>.';
COMMENT ON COLUMN rule.tik.naam IS 'Name of the tick rule.';
COMMENT ON COLUMN rule.tik.rang IS 'Order within one tick.';
