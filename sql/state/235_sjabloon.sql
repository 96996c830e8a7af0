-- Sjablonen to make a tafel from, and the address of the contact an invitation names.
-- Invariant: a sjabloon is a plan that is copied once; a tafel made from it never looks back at it.
-- An address is personal data: it stands here and in no event, and goes when the party leaves.

CREATE TABLE spr.sjabloon (
    code text,
    volgorde int NOT NULL,
    naam spr.regel NOT NULL,
    naam_en spr.regel NOT NULL,
    uitleg spr.regel NOT NULL,
    uitleg_en spr.regel NOT NULL,
    vraag spr.regel NOT NULL,
    toeschrijving text NOT NULL,
    openbaarheid text NOT NULL,
    bijeenkomst spr.regel,
    minuten int,
    dagen int NOT NULL,
    CONSTRAINT sjabloon_pkey PRIMARY KEY (code),
    CONSTRAINT sjabloon_volgorde_key UNIQUE (volgorde),
    CONSTRAINT sjabloon_toeschrijving_check
        CHECK (toeschrijving IN ('persoon', 'organisatie', 'chatham')),
    CONSTRAINT sjabloon_openbaarheid_check
        CHECK (openbaarheid IN ('tafel', 'vertrouwelijk', 'openbaar')),
    CONSTRAINT sjabloon_bijeenkomst_check
        CHECK ((bijeenkomst IS NULL) = (minuten IS NULL) AND minuten BETWEEN 1 AND 1440),
    CONSTRAINT sjabloon_dagen_check CHECK (dagen BETWEEN 0 AND 365)
);
COMMENT ON TABLE spr.sjabloon IS 'A plan that a new tafel may be made from.';
COMMENT ON COLUMN spr.sjabloon.code IS 'The name by which a command asks for it.';
COMMENT ON COLUMN spr.sjabloon.volgorde IS 'Its place in the list; the first is the usual one.';
COMMENT ON COLUMN spr.sjabloon.naam IS 'What people call it.';
COMMENT ON COLUMN spr.sjabloon.naam_en IS 'The same in English.';
COMMENT ON COLUMN spr.sjabloon.uitleg IS 'When it fits.';
COMMENT ON COLUMN spr.sjabloon.uitleg_en IS 'The same in English.';
COMMENT ON COLUMN spr.sjabloon.vraag IS 'The question that stands there until somebody writes a better one.';
COMMENT ON COLUMN spr.sjabloon.toeschrijving IS 'Who is named outside the tafel.';
COMMENT ON COLUMN spr.sjabloon.openbaarheid IS 'Who may read what comes of it.';
COMMENT ON COLUMN spr.sjabloon.bijeenkomst IS 'Title of the first bijeenkomst; NULL when there is none.';
COMMENT ON COLUMN spr.sjabloon.minuten IS 'How long that bijeenkomst takes.';
COMMENT ON COLUMN spr.sjabloon.dagen IS 'How many days ahead the first date usually is.';

CREATE TABLE spr.sjabloon_ronde (
    sjabloon text NOT NULL,
    nummer int NOT NULL,
    soort text NOT NULL,
    vraag spr.regel NOT NULL,
    opent int NOT NULL,
    sluit int NOT NULL,
    CONSTRAINT sjabloon_ronde_pkey PRIMARY KEY (sjabloon, nummer),
    CONSTRAINT sjabloon_ronde_sjabloon_fkey FOREIGN KEY (sjabloon) REFERENCES spr.sjabloon,
    CONSTRAINT sjabloon_ronde_soort_check
        CHECK (soort IN ('sector', 'bovensectoraal', 'schriftelijk', 'terugblik')),
    CONSTRAINT sjabloon_ronde_termijn_check CHECK (opent < sluit)
);
COMMENT ON TABLE spr.sjabloon_ronde IS 'A ronde that comes with a sjabloon.';
COMMENT ON COLUMN spr.sjabloon_ronde.sjabloon IS 'Of which sjabloon.';
COMMENT ON COLUMN spr.sjabloon_ronde.nummer IS 'Counts from 1.';
COMMENT ON COLUMN spr.sjabloon_ronde.soort IS 'sector, bovensectoraal, schriftelijk or terugblik.';
COMMENT ON COLUMN spr.sjabloon_ronde.vraag IS 'The question of the ronde.';
COMMENT ON COLUMN spr.sjabloon_ronde.opent IS 'It opens so many days after the date that was chosen; before it when negative.';
COMMENT ON COLUMN spr.sjabloon_ronde.sluit IS 'It closes so many days after that date, at 24:00 in Amsterdam.';

CREATE TABLE spr.sjabloon_agendapunt (
    sjabloon text NOT NULL,
    nummer int NOT NULL,
    soort text NOT NULL,
    titel spr.regel NOT NULL,
    minuten int NOT NULL,
    CONSTRAINT sjabloon_agendapunt_pkey PRIMARY KEY (sjabloon, nummer),
    CONSTRAINT sjabloon_agendapunt_sjabloon_fkey FOREIGN KEY (sjabloon) REFERENCES spr.sjabloon,
    CONSTRAINT sjabloon_agendapunt_soort_check CHECK (
        soort IN ('ter_kennisname', 'ter_bespreking', 'ter_besluitvorming', 'hamerstuk')),
    CONSTRAINT sjabloon_agendapunt_minuten_check CHECK (minuten BETWEEN 1 AND 1000)
);
COMMENT ON TABLE spr.sjabloon_agendapunt IS 'An item on the agenda of the first bijeenkomst of a sjabloon.';
COMMENT ON COLUMN spr.sjabloon_agendapunt.sjabloon IS 'Of which sjabloon.';
COMMENT ON COLUMN spr.sjabloon_agendapunt.nummer IS 'Its place, from 1.';
COMMENT ON COLUMN spr.sjabloon_agendapunt.soort IS
    'ter_kennisname, ter_bespreking, ter_besluitvorming or hamerstuk.';
COMMENT ON COLUMN spr.sjabloon_agendapunt.titel IS 'What it is about.';
COMMENT ON COLUMN spr.sjabloon_agendapunt.minuten IS 'How long it is meant to take.';

CREATE TABLE spr.deelname_contact (
    deelname bigint,
    email text NOT NULL,
    door bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT deelname_contact_pkey PRIMARY KEY (deelname),
    CONSTRAINT deelname_contact_deelname_fkey FOREIGN KEY (deelname) REFERENCES spr.deelname,
    CONSTRAINT deelname_contact_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon,
    CONSTRAINT deelname_contact_email_check CHECK (octet_length(email) BETWEEN 3 AND 254)
);
COMMENT ON TABLE spr.deelname_contact IS
    'The address that was given for a party when it was invited; for who leads the tafel and that party.';
COMMENT ON COLUMN spr.deelname_contact.deelname IS 'Of which party at a tafel.';
COMMENT ON COLUMN spr.deelname_contact.email IS 'Where its contact is reached.';
COMMENT ON COLUMN spr.deelname_contact.door IS 'Who gave it.';
COMMENT ON COLUMN spr.deelname_contact.op IS 'When.';

INSERT INTO spr.sjabloon (code, volgorde, naam, naam_en, uitleg, uitleg_en, vraag, toeschrijving,
    openbaarheid, bijeenkomst, minuten, dagen)
VALUES
    ('twee_ronden', 1, 'Transformatietafel in twee ronden', 'Transformation table in two rounds',
        'Eerst per sector, dan over sectoren heen; daarna de eerste bijeenkomst met een agenda.',
        'First per sector, then across sectors; after that the first meeting with its agenda.',
        'Waar zijn doorbraken nodig die geen sector alleen kan bereiken?',
        'organisatie', 'tafel', 'Eerste bijeenkomst', 120, 42),
    ('bijeenkomst', 2, 'Eén bijeenkomst met besluitenlijst', 'One meeting with a list of decisions',
        'Een gesprek van twee uur over één vraag; aan het eind ligt er een besluitenlijst.',
        'Two hours on one question; at the end there is a list of decisions.',
        'Wat spreken wij samen af?', 'organisatie', 'tafel', 'Bijeenkomst', 120, 14),
    ('schriftelijk', 3, 'Schriftelijke ronde', 'Round in writing',
        'Reageren tot een datum, zonder bijeenkomst.', 'Answers until a date, without a meeting.',
        'Kunt u instemmen met dit voorstel, en wat betekent het voor uw sector?',
        'organisatie', 'tafel', NULL, NULL, 14),
    ('terugblik', 4, 'Terugkijken op afspraken', 'Looking back on agreements',
        'Wat kwam er terecht van wat is afgesproken en toegezegd? Schriftelijk en in een bijeenkomst.',
        'What came of what was agreed and promised? In writing and in a meeting.',
        'Wat is er gebeurd met onze afspraken, en wat leren wij daarvan?',
        'organisatie', 'tafel', 'Terugblik', 90, 21);

INSERT INTO spr.sjabloon_ronde (sjabloon, nummer, soort, vraag, opent, sluit)
VALUES
    ('twee_ronden', 1, 'sector', 'Wat speelt er in uw sector, en waar loopt u vast?', -35, -21),
    ('twee_ronden', 2, 'bovensectoraal',
        'Wat vragen de uitkomsten van de sectoren van ons samen?', -14, -3),
    ('schriftelijk', 1, 'schriftelijk', 'Wat is uw reactie op het voorstel?', -14, 0),
    ('terugblik', 1, 'terugblik', 'Wat deed u met de afspraken, en wat ging anders?', -14, -2);

INSERT INTO spr.sjabloon_agendapunt (sjabloon, nummer, soort, titel, minuten)
VALUES
    ('twee_ronden', 1, 'hamerstuk', 'Opening en vaststellen agenda', 5),
    ('twee_ronden', 2, 'ter_bespreking', 'Wat de sectoren zien: gedeeld, spanning en open', 40),
    ('twee_ronden', 3, 'ter_bespreking', 'Gevolgen van de keuzes voor andere sectoren', 40),
    ('twee_ronden', 4, 'ter_besluitvorming', 'Conclusie en afspraken', 25),
    ('twee_ronden', 5, 'ter_kennisname', 'Actiepunten en rondvraag', 10),
    ('bijeenkomst', 1, 'hamerstuk', 'Opening en vaststellen agenda', 5),
    ('bijeenkomst', 2, 'ter_bespreking', 'De vraag, en wat partijen vinden', 60),
    ('bijeenkomst', 3, 'ter_besluitvorming', 'Conclusie', 40),
    ('bijeenkomst', 4, 'ter_kennisname', 'Actiepunten en rondvraag', 15),
    ('terugblik', 1, 'hamerstuk', 'Opening en vaststellen agenda', 5),
    ('terugblik', 2, 'ter_bespreking', 'De toezeggingen een voor een', 50),
    ('terugblik', 3, 'ter_besluitvorming', 'Wat gaat door, wat verandert', 25),
    ('terugblik', 4, 'ter_kennisname', 'Rondvraag', 10);

CREATE TYPE rule.mijnregel AS (
    soort text,
    tafel bigint,
    ref text,
    titel text,
    organisatie bigint,
    tot timestamptz,
    status text
);
COMMENT ON TYPE rule.mijnregel IS
    'A line on the page of one person: what it is, of which tafel, what it is about, for which party, until when, and where it stands.';
CREATE TYPE rule.mijnplaats AS (
    tafel bigint,
    organisatie bigint,
    rol text,
    zijde text,
    sectoren bigint[],
    tekent boolean,
    open boolean
);
COMMENT ON TYPE rule.mijnplaats IS
    'Where somebody speaks for a party now: the tafel, the party with its rol, zijde and sectoren, whether they may bind it, and whether the tafel is open.';
