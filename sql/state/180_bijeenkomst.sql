-- The bijeenkomst: agenda, presence, turns to speak, papers, action points, minutes. Invariant: a
-- tafel has one meeting under way at most, and is silent only while that meeting is suspended.

CREATE TABLE spr.bijeenkomst (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    nummer int NOT NULL,
    titel spr.regel NOT NULL,
    begint timestamptz NOT NULL,
    eindigt timestamptz,
    plaats spr.regel,
    status text NOT NULL DEFAULT 'gepland',
    geopend_door bigint,
    geopend_op timestamptz,
    gebeurd_van timestamptz,
    gesloten_door bigint,
    gesloten_op timestamptz,
    gebeurd_tot timestamptz,
    schorsing_gevraagd bigint[] NOT NULL DEFAULT '{}',
    geschorst_op timestamptz,
    schorsing_tot timestamptz,
    schorsing_voor bigint,
    reden spr.regel,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT bijeenkomst_pkey PRIMARY KEY (id),
    CONSTRAINT bijeenkomst_tafel_nummer_key UNIQUE (tafel, nummer),
    CONSTRAINT bijeenkomst_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT bijeenkomst_geopend_door_fkey FOREIGN KEY (geopend_door) REFERENCES spr.persoon,
    CONSTRAINT bijeenkomst_gesloten_door_fkey FOREIGN KEY (gesloten_door) REFERENCES spr.persoon,
    CONSTRAINT bijeenkomst_schorsing_voor_fkey
        FOREIGN KEY (schorsing_voor) REFERENCES spr.organisatie,
    CONSTRAINT bijeenkomst_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT bijeenkomst_status_check
        CHECK (status IN ('gepland', 'geopend', 'geschorst', 'gesloten', 'afgelast')),
    CONSTRAINT bijeenkomst_geopend_check CHECK (
        num_nonnulls(geopend_door, geopend_op)
            = CASE WHEN status IN ('gepland', 'afgelast') THEN 0 ELSE 2 END),
    CONSTRAINT bijeenkomst_gesloten_check CHECK (
        num_nonnulls(gesloten_door, gesloten_op) = CASE WHEN status = 'gesloten' THEN 2 ELSE 0 END),
    CONSTRAINT bijeenkomst_schorsing_check CHECK (
        num_nonnulls(geschorst_op, schorsing_tot) = CASE WHEN status = 'geschorst' THEN 2 ELSE 0 END),
    CONSTRAINT bijeenkomst_reden_check CHECK ((status = 'afgelast') = (reden IS NOT NULL)),
    CONSTRAINT bijeenkomst_eindigt_check CHECK (eindigt > begint)
);
CREATE UNIQUE INDEX bijeenkomst_loopt_key ON spr.bijeenkomst (tafel)
    WHERE status IN ('geopend', 'geschorst');
COMMENT ON TABLE spr.bijeenkomst IS 'A meeting of a tafel.';
COMMENT ON COLUMN spr.bijeenkomst.id IS 'Identity.';
COMMENT ON COLUMN spr.bijeenkomst.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.bijeenkomst.nummer IS 'First, second, … of this tafel.';
COMMENT ON COLUMN spr.bijeenkomst.titel IS 'What people call it.';
COMMENT ON COLUMN spr.bijeenkomst.begint IS 'When it is planned to begin.';
COMMENT ON COLUMN spr.bijeenkomst.eindigt IS 'When it is planned to end.';
COMMENT ON COLUMN spr.bijeenkomst.plaats IS 'Where, or how to join from afar.';
COMMENT ON COLUMN spr.bijeenkomst.status IS 'gepland, geopend, geschorst, gesloten or afgelast.';
COMMENT ON COLUMN spr.bijeenkomst.geopend_door IS 'Who opened it here.';
COMMENT ON COLUMN spr.bijeenkomst.geopend_op IS 'When it was opened here.';
COMMENT ON COLUMN spr.bijeenkomst.gebeurd_van IS 'When it really began, if entered afterwards.';
COMMENT ON COLUMN spr.bijeenkomst.gesloten_door IS 'Who closed it here.';
COMMENT ON COLUMN spr.bijeenkomst.gesloten_op IS 'When it was closed here.';
COMMENT ON COLUMN spr.bijeenkomst.gebeurd_tot IS 'When it really ended, if entered afterwards.';
COMMENT ON COLUMN spr.bijeenkomst.schorsing_gevraagd IS 'Organisations that ask for a suspension.';
COMMENT ON COLUMN spr.bijeenkomst.geschorst_op IS 'Since when it is suspended.';
COMMENT ON COLUMN spr.bijeenkomst.schorsing_tot IS
    'Until when the suspension was said to last; it ends when the voorzitter resumes.';
COMMENT ON COLUMN spr.bijeenkomst.schorsing_voor IS 'Which organisation it was suspended for.';
COMMENT ON COLUMN spr.bijeenkomst.reden IS 'Why it was called off.';
COMMENT ON COLUMN spr.bijeenkomst.persoon IS 'Who planned it.';
COMMENT ON COLUMN spr.bijeenkomst.op IS 'When it was last planned.';

CREATE TABLE spr.agendapunt (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    bijeenkomst bigint NOT NULL,
    nummer int NOT NULL,
    soort text NOT NULL,
    titel spr.regel NOT NULL,
    toelichting spr.regel,
    minuten int,
    keuzevraag bigint,
    besluit bigint,
    status text NOT NULL DEFAULT 'open',
    uitkomst spr.regel,
    begonnen_op timestamptz,
    afgerond_op timestamptz,
    afgerond_door bigint,
    CONSTRAINT agendapunt_pkey PRIMARY KEY (id),
    CONSTRAINT agendapunt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT agendapunt_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT agendapunt_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT agendapunt_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT agendapunt_afgerond_door_fkey FOREIGN KEY (afgerond_door) REFERENCES spr.persoon,
    CONSTRAINT agendapunt_soort_check CHECK (
        soort IN ('ter_kennisname', 'ter_bespreking', 'ter_besluitvorming', 'hamerstuk')),
    CONSTRAINT agendapunt_status_check CHECK (
        status IN ('open', 'aan_de_orde', 'behandeld', 'aangehouden', 'vervallen')),
    CONSTRAINT agendapunt_afgerond_check CHECK (num_nonnulls(afgerond_door, afgerond_op)
        = CASE WHEN status IN ('behandeld', 'aangehouden') THEN 2 ELSE 0 END)
);
CREATE INDEX agendapunt_bijeenkomst_idx ON spr.agendapunt (bijeenkomst);
CREATE INDEX agendapunt_tafel_idx ON spr.agendapunt (tafel);
CREATE UNIQUE INDEX agendapunt_aan_de_orde_key ON spr.agendapunt (bijeenkomst)
    WHERE status = 'aan_de_orde';
COMMENT ON TABLE spr.agendapunt IS 'An item of the agenda, and what came of it.';
COMMENT ON COLUMN spr.agendapunt.id IS 'Identity.';
COMMENT ON COLUMN spr.agendapunt.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.agendapunt.bijeenkomst IS 'The meeting.';
COMMENT ON COLUMN spr.agendapunt.nummer IS 'Its place on the agenda.';
COMMENT ON COLUMN spr.agendapunt.soort IS
    'ter_kennisname, ter_bespreking, ter_besluitvorming or hamerstuk.';
COMMENT ON COLUMN spr.agendapunt.titel IS 'What it is about.';
COMMENT ON COLUMN spr.agendapunt.toelichting IS 'What one must know beforehand.';
COMMENT ON COLUMN spr.agendapunt.minuten IS 'How long it may take.';
COMMENT ON COLUMN spr.agendapunt.keuzevraag IS 'The question it is about, if any.';
COMMENT ON COLUMN spr.agendapunt.besluit IS 'The besluit it is about, if any.';
COMMENT ON COLUMN spr.agendapunt.status IS
    'open, aan_de_orde, behandeld, aangehouden or vervallen.';
COMMENT ON COLUMN spr.agendapunt.uitkomst IS 'What came of it, in a line for the besluitenlijst.';
COMMENT ON COLUMN spr.agendapunt.begonnen_op IS 'When it was taken up.';
COMMENT ON COLUMN spr.agendapunt.afgerond_op IS 'When it was finished.';
COMMENT ON COLUMN spr.agendapunt.afgerond_door IS 'By whom.';

CREATE TABLE spr.aanwezigheid (
    id bigint GENERATED ALWAYS AS IDENTITY,
    bijeenkomst bigint NOT NULL,
    persoon bigint,
    naam spr.regel,
    organisatie bigint,
    opkomst text NOT NULL,
    door bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT aanwezigheid_pkey PRIMARY KEY (id),
    CONSTRAINT aanwezigheid_bijeenkomst_persoon_key UNIQUE (bijeenkomst, persoon),
    CONSTRAINT aanwezigheid_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT aanwezigheid_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT aanwezigheid_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT aanwezigheid_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon,
    CONSTRAINT aanwezigheid_wie_check CHECK (num_nonnulls(persoon, naam) = 1),
    CONSTRAINT aanwezigheid_opkomst_check
        CHECK (opkomst IN ('komt', 'komt_niet', 'aanwezig', 'afwezig'))
);
COMMENT ON TABLE spr.aanwezigheid IS 'Who will come, and who was there.';
COMMENT ON COLUMN spr.aanwezigheid.id IS 'Identity.';
COMMENT ON COLUMN spr.aanwezigheid.bijeenkomst IS 'The meeting.';
COMMENT ON COLUMN spr.aanwezigheid.persoon IS 'Somebody with a seat.';
COMMENT ON COLUMN spr.aanwezigheid.naam IS 'A guest, by name.';
COMMENT ON COLUMN spr.aanwezigheid.organisatie IS 'Of which organisation.';
COMMENT ON COLUMN spr.aanwezigheid.opkomst IS
    'komt or komt_niet, as said beforehand; aanwezig or afwezig, as noted.';
COMMENT ON COLUMN spr.aanwezigheid.door IS 'Who said or noted it.';
COMMENT ON COLUMN spr.aanwezigheid.op IS 'When.';

CREATE TABLE spr.spreekbeurt (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    bijeenkomst bigint NOT NULL,
    soort text NOT NULL,
    persoon bigint,
    naam spr.regel,
    organisatie bigint,
    status text NOT NULL DEFAULT 'wacht',
    door bigint NOT NULL,
    op timestamptz NOT NULL,
    begonnen_op timestamptz,
    geeindigd_op timestamptz,
    CONSTRAINT spreekbeurt_pkey PRIMARY KEY (id),
    CONSTRAINT spreekbeurt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT spreekbeurt_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT spreekbeurt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT spreekbeurt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT spreekbeurt_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon,
    CONSTRAINT spreekbeurt_soort_check CHECK (soort IN ('spreekbeurt', 'punt_van_orde')),
    CONSTRAINT spreekbeurt_status_check
        CHECK (status IN ('wacht', 'spreekt', 'geweest', 'vervallen')),
    CONSTRAINT spreekbeurt_begonnen_check
        CHECK ((begonnen_op IS NOT NULL) = (status IN ('spreekt', 'geweest'))),
    CONSTRAINT spreekbeurt_geeindigd_check
        CHECK ((geeindigd_op IS NOT NULL) = (status IN ('geweest', 'vervallen'))),
    CONSTRAINT spreekbeurt_wie_check CHECK (num_nonnulls(persoon, naam, organisatie) > 0)
);
CREATE INDEX spreekbeurt_tafel_idx ON spr.spreekbeurt (tafel);
CREATE INDEX spreekbeurt_rij_idx ON spr.spreekbeurt (bijeenkomst)
    WHERE status IN ('wacht', 'spreekt');
CREATE UNIQUE INDEX spreekbeurt_spreekt_key ON spr.spreekbeurt (bijeenkomst)
    WHERE status = 'spreekt';
COMMENT ON TABLE spr.spreekbeurt IS 'A turn to speak in a meeting.';
COMMENT ON COLUMN spr.spreekbeurt.id IS 'Identity; the queue is in this order.';
COMMENT ON COLUMN spr.spreekbeurt.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.spreekbeurt.bijeenkomst IS 'The meeting.';
COMMENT ON COLUMN spr.spreekbeurt.soort IS 'spreekbeurt or punt_van_orde, which goes first.';
COMMENT ON COLUMN spr.spreekbeurt.persoon IS 'Who asked for the floor.';
COMMENT ON COLUMN spr.spreekbeurt.naam IS 'Who, when it was entered for somebody in the room.';
COMMENT ON COLUMN spr.spreekbeurt.organisatie IS 'For which organisation.';
COMMENT ON COLUMN spr.spreekbeurt.status IS 'wacht, spreekt, geweest or vervallen.';
COMMENT ON COLUMN spr.spreekbeurt.door IS 'Who entered it.';
COMMENT ON COLUMN spr.spreekbeurt.op IS 'When.';
COMMENT ON COLUMN spr.spreekbeurt.begonnen_op IS 'When the speaker began.';
COMMENT ON COLUMN spr.spreekbeurt.geeindigd_op IS 'When the speaker was done, or the turn lapsed.';

CREATE TABLE spr.actiepunt (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    nummer int NOT NULL,
    bijeenkomst bigint,
    agendapunt bigint,
    wat spr.regel NOT NULL,
    organisatie bigint,
    persoon bigint,
    voor timestamptz NOT NULL,
    status text NOT NULL DEFAULT 'open',
    verhaal spr.regel,
    afgerond_door bigint,
    afgerond_op timestamptz,
    door bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT actiepunt_pkey PRIMARY KEY (id),
    CONSTRAINT actiepunt_tafel_nummer_key UNIQUE (tafel, nummer),
    CONSTRAINT actiepunt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT actiepunt_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT actiepunt_agendapunt_fkey FOREIGN KEY (agendapunt) REFERENCES spr.agendapunt,
    CONSTRAINT actiepunt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT actiepunt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT actiepunt_afgerond_door_fkey FOREIGN KEY (afgerond_door) REFERENCES spr.persoon,
    CONSTRAINT actiepunt_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon,
    CONSTRAINT actiepunt_status_check CHECK (status IN ('open', 'klaar', 'vervallen')),
    CONSTRAINT actiepunt_afgerond_check CHECK (
        num_nonnulls(afgerond_door, afgerond_op) = CASE WHEN status = 'open' THEN 0 ELSE 2 END)
);
COMMENT ON TABLE spr.actiepunt IS 'Who does what, and by when.';
COMMENT ON COLUMN spr.actiepunt.id IS 'Identity.';
COMMENT ON COLUMN spr.actiepunt.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.actiepunt.nummer IS 'First, second, … of this tafel.';
COMMENT ON COLUMN spr.actiepunt.bijeenkomst IS 'In which meeting it was noted, if any.';
COMMENT ON COLUMN spr.actiepunt.agendapunt IS 'At which item of the agenda, if any.';
COMMENT ON COLUMN spr.actiepunt.wat IS 'What has to be done.';
COMMENT ON COLUMN spr.actiepunt.organisatie IS 'By which organisation; NULL for who leads the tafel.';
COMMENT ON COLUMN spr.actiepunt.persoon IS 'By whom in particular.';
COMMENT ON COLUMN spr.actiepunt.voor IS 'By when.';
COMMENT ON COLUMN spr.actiepunt.status IS 'open, klaar or vervallen.';
COMMENT ON COLUMN spr.actiepunt.verhaal IS 'What came of it, or why it lapsed.';
COMMENT ON COLUMN spr.actiepunt.afgerond_door IS 'Who reported that.';
COMMENT ON COLUMN spr.actiepunt.afgerond_op IS 'When.';
COMMENT ON COLUMN spr.actiepunt.door IS 'Who noted it.';
COMMENT ON COLUMN spr.actiepunt.op IS 'When it was noted.';

CREATE TABLE spr.stuk (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    bijeenkomst bigint,
    agendapunt bigint,
    titel spr.regel NOT NULL,
    adres spr.regel,
    reden spr.regel,
    persoon bigint NOT NULL,
    organisatie bigint,
    op timestamptz NOT NULL,
    seq bigint NOT NULL DEFAULT 0,
    CONSTRAINT stuk_pkey PRIMARY KEY (id),
    CONSTRAINT stuk_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT stuk_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT stuk_agendapunt_fkey FOREIGN KEY (agendapunt) REFERENCES spr.agendapunt,
    CONSTRAINT stuk_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT stuk_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT stuk_ingetrokken_check CHECK (num_nonnulls(adres, reden) = 1)
);
CREATE INDEX stuk_tafel_idx ON spr.stuk (tafel);
COMMENT ON TABLE spr.stuk IS 'A paper: a title, and where it can be read.';
COMMENT ON COLUMN spr.stuk.id IS 'Identity.';
COMMENT ON COLUMN spr.stuk.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.stuk.bijeenkomst IS 'The meeting it is for, if any.';
COMMENT ON COLUMN spr.stuk.agendapunt IS 'The item it is for, if any.';
COMMENT ON COLUMN spr.stuk.titel IS 'What it is called.';
COMMENT ON COLUMN spr.stuk.adres IS 'Where it stands; NULL once withdrawn.';
COMMENT ON COLUMN spr.stuk.reden IS 'Why it was withdrawn.';
COMMENT ON COLUMN spr.stuk.persoon IS 'Who added it.';
COMMENT ON COLUMN spr.stuk.organisatie IS 'For which organisation; NULL for voorzitter and secretaris.';
COMMENT ON COLUMN spr.stuk.op IS 'When.';
COMMENT ON COLUMN spr.stuk.seq IS 'The event in the stream of the tafel that carries its address.';

CREATE TABLE spr.verslag (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    bijeenkomst bigint NOT NULL,
    tekst spr.tekst NOT NULL,
    versie int NOT NULL DEFAULT 1,
    status text NOT NULL DEFAULT 'concept',
    voorgelegd_tekst spr.tekst,
    voorgelegd_versie int,
    voorgelegd_door bigint,
    voorgelegd_op timestamptz,
    termijn timestamptz,
    vastgesteld_door bigint,
    vastgesteld_op timestamptz,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT verslag_pkey PRIMARY KEY (id),
    CONSTRAINT verslag_bijeenkomst_key UNIQUE (bijeenkomst),
    CONSTRAINT verslag_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT verslag_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst,
    CONSTRAINT verslag_voorgelegd_door_fkey
        FOREIGN KEY (voorgelegd_door) REFERENCES spr.persoon,
    CONSTRAINT verslag_vastgesteld_door_fkey
        FOREIGN KEY (vastgesteld_door) REFERENCES spr.persoon,
    CONSTRAINT verslag_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT verslag_status_check CHECK (status IN ('concept', 'ter_reactie', 'vastgesteld')),
    CONSTRAINT verslag_voorgelegd_check CHECK (
        num_nonnulls(voorgelegd_tekst, voorgelegd_versie, voorgelegd_door, voorgelegd_op, termijn)
            = CASE WHEN status = 'concept' THEN 0 ELSE 5 END),
    CONSTRAINT verslag_vastgesteld_check CHECK (
        num_nonnulls(vastgesteld_door, vastgesteld_op)
            = CASE WHEN status = 'vastgesteld' THEN 2 ELSE 0 END)
);
CREATE INDEX verslag_tafel_idx ON spr.verslag (tafel);
COMMENT ON TABLE spr.verslag IS 'The minutes of a meeting.';
COMMENT ON COLUMN spr.verslag.id IS 'Identity.';
COMMENT ON COLUMN spr.verslag.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.verslag.bijeenkomst IS 'The meeting.';
COMMENT ON COLUMN spr.verslag.tekst IS 'The draft, as those who lead the tafel read it.';
COMMENT ON COLUMN spr.verslag.versie IS 'How often the draft was written.';
COMMENT ON COLUMN spr.verslag.status IS 'concept, ter_reactie or vastgesteld.';
COMMENT ON COLUMN spr.verslag.voorgelegd_tekst IS 'The text that the tafel reads.';
COMMENT ON COLUMN spr.verslag.voorgelegd_versie IS 'Which version that was.';
COMMENT ON COLUMN spr.verslag.voorgelegd_door IS 'Who put it to the tafel.';
COMMENT ON COLUMN spr.verslag.voorgelegd_op IS 'When.';
COMMENT ON COLUMN spr.verslag.termijn IS 'Until then parties react.';
COMMENT ON COLUMN spr.verslag.vastgesteld_door IS 'Who adopted it.';
COMMENT ON COLUMN spr.verslag.vastgesteld_op IS 'When.';
COMMENT ON COLUMN spr.verslag.persoon IS 'Who wrote the draft last.';
COMMENT ON COLUMN spr.verslag.op IS 'When.';

CREATE TABLE spr.verslag_reactie (
    id bigint GENERATED ALWAYS AS IDENTITY,
    verslag bigint NOT NULL,
    versie int NOT NULL,
    organisatie bigint NOT NULL,
    tekst spr.regel NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    CONSTRAINT verslag_reactie_pkey PRIMARY KEY (id),
    CONSTRAINT verslag_reactie_verslag_fkey FOREIGN KEY (verslag) REFERENCES spr.verslag,
    CONSTRAINT verslag_reactie_organisatie_fkey
        FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT verslag_reactie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT verslag_reactie_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
CREATE INDEX verslag_reactie_verslag_idx ON spr.verslag_reactie (verslag);
COMMENT ON TABLE spr.verslag_reactie IS 'What an organisation says of the minutes.';
COMMENT ON COLUMN spr.verslag_reactie.id IS 'Identity.';
COMMENT ON COLUMN spr.verslag_reactie.verslag IS 'The minutes.';
COMMENT ON COLUMN spr.verslag_reactie.versie IS 'Which version it is about.';
COMMENT ON COLUMN spr.verslag_reactie.organisatie IS 'Whose reaction it is.';
COMMENT ON COLUMN spr.verslag_reactie.tekst IS 'The reaction.';
COMMENT ON COLUMN spr.verslag_reactie.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.verslag_reactie.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.verslag_reactie.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.verslag_reactie.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.verslag_reactie.op IS 'When it was entered.';

ALTER TABLE spr.tafel ADD COLUMN geschorst boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN spr.tafel.geschorst IS 'Its meeting is suspended: the plenary is silent.';

ALTER TABLE spr.besluit ADD COLUMN bijeenkomst bigint,
    ADD CONSTRAINT besluit_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst;
COMMENT ON COLUMN spr.besluit.bijeenkomst IS 'In which meeting its outcome fell, if in one.';
ALTER TABLE spr.toezegging ADD COLUMN bijeenkomst bigint,
    ADD CONSTRAINT toezegging_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst;
COMMENT ON COLUMN spr.toezegging.bijeenkomst IS 'In which meeting it was asked or offered, if in one.';

ALTER TABLE rule.handeling ADD COLUMN stil boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN rule.handeling.stil IS 'Stops while the meeting of the tafel is suspended.';
ALTER TABLE rule.klasse DROP CONSTRAINT klasse_klasse_check,
    ADD CONSTRAINT klasse_klasse_check CHECK (klasse IN ('procedure', 'verslag', 'nakoming'));
COMMENT ON COLUMN rule.klasse.klasse IS 'procedure, verslag or nakoming.';

ALTER TABLE spr.bericht DROP CONSTRAINT bericht_soort_check;
ALTER TABLE spr.bericht ADD CONSTRAINT bericht_soort_check CHECK (
    soort IN ('bijdrage_verborgen', 'bijdrage_getoond', 'vastgelegd', 'uitgenodigd', 'zetel',
        'gevolgen_gevraagd', 'besluit_voorgelegd', 'stemming_geopend', 'toezegging_gevraagd',
        'bijeenkomst_gepland', 'bijeenkomst_afgelast',
        'besluitenlijst', 'verslag_voorgelegd', 'actiepunt'));

INSERT INTO rule.overgang (entiteit, van, naar)
SELECT entiteit, van, naar
FROM (VALUES
    ('bijeenkomst', 'begin', '{gepland}'),
    ('bijeenkomst', 'gepland', '{geopend,afgelast}'),
    ('bijeenkomst', 'geopend', '{geschorst,gesloten}'),
    ('bijeenkomst', 'geschorst', '{geopend,gesloten}'),
    ('agendapunt', 'begin', '{open}'),
    ('agendapunt', 'open', '{aan_de_orde,behandeld,aangehouden,vervallen}'),
    ('agendapunt', 'aan_de_orde', '{behandeld,aangehouden}'),
    ('agendapunt', 'behandeld', '{aan_de_orde,aangehouden}'),
    ('agendapunt', 'aangehouden', '{aan_de_orde,behandeld}'),
    ('spreekbeurt', 'begin', '{wacht}'),
    ('spreekbeurt', 'wacht', '{spreekt,vervallen}'),
    ('spreekbeurt', 'spreekt', '{geweest}'),
    ('actiepunt', 'begin', '{open}'),
    ('actiepunt', 'open', '{klaar,vervallen}'),
    ('verslag', 'begin', '{concept}'),
    ('verslag', 'concept', '{ter_reactie}'),
    ('verslag', 'ter_reactie', '{vastgesteld}')) AS x (entiteit, van, naren),
    unnest(naren::text[]) naar;

CALL rule.overgang_instellen('{bijeenkomst,agendapunt,aanwezigheid,spreekbeurt,actiepunt,stuk,verslag,verslag_reactie}');
