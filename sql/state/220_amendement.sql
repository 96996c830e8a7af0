-- Amendementen on a besluit, and revisions of a keuzevraag. Invariant: the text an amendement was made
-- against stands with it, and the text a keuzevraag had before a revision is kept; an answer belongs
-- to the version of the text that it was given to, or was said to hold for.

CREATE TABLE spr.amendement (
    id bigint GENERATED ALWAYS AS IDENTITY,
    tafel bigint NOT NULL,
    besluit bigint NOT NULL,
    organisatie bigint NOT NULL,
    indiener bigint NOT NULL,
    basis int NOT NULL,
    basis_tekst spr.regel NOT NULL,
    tekst spr.regel NOT NULL,
    toelichting spr.regel,
    status text NOT NULL DEFAULT 'open',
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    afgedaan_door bigint,
    afgedaan_via text,
    afgedaan_spreker spr.regel,
    afgedaan_gebeurd_om timestamptz,
    afgedaan_op timestamptz,
    reden spr.regel,
    CONSTRAINT amendement_pkey PRIMARY KEY (id),
    CONSTRAINT amendement_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel,
    CONSTRAINT amendement_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit,
    CONSTRAINT amendement_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT amendement_indiener_fkey FOREIGN KEY (indiener) REFERENCES spr.organisatie,
    CONSTRAINT amendement_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT amendement_afgedaan_door_fkey FOREIGN KEY (afgedaan_door) REFERENCES spr.persoon,
    CONSTRAINT amendement_status_check CHECK (status IN ('open', 'overgenomen', 'verworpen',
        'ingetrokken', 'achterhaald', 'vervallen')),
    CONSTRAINT amendement_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT amendement_afgedaan_via_check
        CHECK (afgedaan_via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
    CONSTRAINT amendement_afgedaan_check CHECK (
        num_nonnulls(afgedaan_via, afgedaan_op) = CASE status WHEN 'open' THEN 0 ELSE 2 END)
);
CREATE INDEX amendement_tafel_idx ON spr.amendement (tafel);
CREATE INDEX amendement_besluit_idx ON spr.amendement (besluit, status);
COMMENT ON TABLE spr.amendement IS 'Another text for a besluit that lies before the tafel.';
COMMENT ON COLUMN spr.amendement.id IS 'Identity.';
COMMENT ON COLUMN spr.amendement.tafel IS 'The tafel.';
COMMENT ON COLUMN spr.amendement.besluit IS 'Whose text would change.';
COMMENT ON COLUMN spr.amendement.organisatie IS
    'Who carries it first; when that party steps back, a mede-indiener takes its place.';
COMMENT ON COLUMN spr.amendement.indiener IS 'Who put it, whoever carries it now.';
COMMENT ON COLUMN spr.amendement.basis IS 'The version of the besluit it was made against.';
COMMENT ON COLUMN spr.amendement.basis_tekst IS 'The text of that version.';
COMMENT ON COLUMN spr.amendement.tekst IS 'The whole text as it would become.';
COMMENT ON COLUMN spr.amendement.toelichting IS 'Why.';
COMMENT ON COLUMN spr.amendement.status IS
    'open, overgenomen, verworpen, ingetrokken, achterhaald (the text changed) or vervallen.';
COMMENT ON COLUMN spr.amendement.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.amendement.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.amendement.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.amendement.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.amendement.op IS 'When it was entered.';
COMMENT ON COLUMN spr.amendement.afgedaan_door IS
    'Who disposed of it, withdrew it, or ended its besluit; NULL when a rule did.';
COMMENT ON COLUMN spr.amendement.afgedaan_via IS 'platform, or how the withdrawal was recorded.';
COMMENT ON COLUMN spr.amendement.afgedaan_spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.amendement.afgedaan_gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.amendement.afgedaan_op IS 'When that was entered.';
COMMENT ON COLUMN spr.amendement.reden IS 'Why it ended so.';

CREATE TABLE spr.mede_indiener (
    id bigint GENERATED ALWAYS AS IDENTITY,
    amendement bigint NOT NULL,
    organisatie bigint NOT NULL,
    persoon bigint NOT NULL,
    via text NOT NULL,
    spreker spr.regel,
    gebeurd_om timestamptz,
    op timestamptz NOT NULL,
    terug_op timestamptz,
    CONSTRAINT mede_indiener_pkey PRIMARY KEY (id),
    CONSTRAINT mede_indiener_amendement_organisatie_key UNIQUE (amendement, organisatie),
    CONSTRAINT mede_indiener_amendement_fkey FOREIGN KEY (amendement) REFERENCES spr.amendement,
    CONSTRAINT mede_indiener_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie,
    CONSTRAINT mede_indiener_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT mede_indiener_via_check
        CHECK (via IN ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier'))
);
COMMENT ON TABLE spr.mede_indiener IS 'A party that joined an amendement of another.';
COMMENT ON COLUMN spr.mede_indiener.id IS 'Identity.';
COMMENT ON COLUMN spr.mede_indiener.amendement IS 'Which amendement.';
COMMENT ON COLUMN spr.mede_indiener.organisatie IS 'Which party.';
COMMENT ON COLUMN spr.mede_indiener.persoon IS 'Who entered it.';
COMMENT ON COLUMN spr.mede_indiener.via IS 'platform, or how it reached the secretaris who recorded it.';
COMMENT ON COLUMN spr.mede_indiener.spreker IS 'Who said it, when it was recorded.';
COMMENT ON COLUMN spr.mede_indiener.gebeurd_om IS 'When it was said, when it was recorded later.';
COMMENT ON COLUMN spr.mede_indiener.op IS 'When it was entered; who joined first comes first.';
COMMENT ON COLUMN spr.mede_indiener.terug_op IS
    'When it stepped back, left, or became the first party; NULL while it is one.';

CREATE TABLE spr.keuzevraag_versie (
    id bigint GENERATED ALWAYS AS IDENTITY,
    keuzevraag bigint NOT NULL,
    versie int NOT NULL,
    aard text NOT NULL,
    vraag spr.regel NOT NULL,
    toelichting spr.regel,
    opties jsonb NOT NULL,
    reden spr.regel,
    persoon bigint NOT NULL,
    op timestamptz NOT NULL,
    CONSTRAINT keuzevraag_versie_pkey PRIMARY KEY (id),
    CONSTRAINT keuzevraag_versie_keuzevraag_versie_key UNIQUE (keuzevraag, versie),
    CONSTRAINT keuzevraag_versie_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag,
    CONSTRAINT keuzevraag_versie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon,
    CONSTRAINT keuzevraag_versie_aard_check CHECK (aard IN ('redactioneel', 'materieel'))
);
COMMENT ON TABLE spr.keuzevraag_versie IS 'What a keuzevraag said before it was revised.';
COMMENT ON COLUMN spr.keuzevraag_versie.id IS 'Identity.';
COMMENT ON COLUMN spr.keuzevraag_versie.keuzevraag IS 'The question.';
COMMENT ON COLUMN spr.keuzevraag_versie.versie IS 'The version that was replaced.';
COMMENT ON COLUMN spr.keuzevraag_versie.aard IS
    'redactioneel or materieel: the nature of the change that replaced it.';
COMMENT ON COLUMN spr.keuzevraag_versie.vraag IS 'The question as it was.';
COMMENT ON COLUMN spr.keuzevraag_versie.toelichting IS 'Its explanation as it was.';
COMMENT ON COLUMN spr.keuzevraag_versie.opties IS 'Its options as they were, on the wire.';
COMMENT ON COLUMN spr.keuzevraag_versie.reden IS 'Why it was revised.';
COMMENT ON COLUMN spr.keuzevraag_versie.persoon IS 'Who revised it.';
COMMENT ON COLUMN spr.keuzevraag_versie.op IS 'When.';

ALTER TABLE spr.keuzevraag
    ADD COLUMN versie int NOT NULL DEFAULT 1,
    ADD COLUMN tekst_versie int NOT NULL DEFAULT 1;
COMMENT ON COLUMN spr.keuzevraag.versie IS 'How often its text was written.';
COMMENT ON COLUMN spr.keuzevraag.tekst_versie IS 'The version that last changed what it means.';
ALTER TABLE spr.gevolg ADD COLUMN tekst_versie int NOT NULL DEFAULT 1;
COMMENT ON COLUMN spr.gevolg.tekst_versie IS
    'The version that last changed what is asked here; older answers do not count.';
ALTER TABLE spr.gevolg
    DROP CONSTRAINT gevolg_status_check,
    ADD CONSTRAINT gevolg_status_check CHECK (status IN ('gevraagd', 'opgetekend', 'afgestemd',
        'verschil_van_inzicht', 'te_herbevestigen', 'niet_beantwoord'));
COMMENT ON COLUMN spr.gevolg.status IS
    'gevraagd, opgetekend, afgestemd, verschil_van_inzicht, te_herbevestigen or niet_beantwoord.';
DO $$
DECLARE
    tabel text;
BEGIN
    FOREACH tabel IN ARRAY '{gevolg_antwoord,standpunt}'::text[] LOOP
        EXECUTE format($s$ALTER TABLE spr.%1$s
            ADD COLUMN tekst_versie int NOT NULL DEFAULT 1,
            ADD COLUMN bevestigd_door bigint,
            ADD COLUMN bevestigd_via text,
            ADD COLUMN bevestigd_spreker spr.regel,
            ADD COLUMN bevestigd_gebeurd_om timestamptz,
            ADD COLUMN bevestigd_op timestamptz,
            ADD CONSTRAINT %1$s_bevestigd_door_fkey
                FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon,
            ADD CONSTRAINT %1$s_bevestigd_via_check CHECK (bevestigd_via IN
                ('platform', 'mondeling', 'schriftelijk', 'telefonisch', 'papier')),
            ADD CONSTRAINT %1$s_bevestigd_check
                CHECK (num_nonnulls(bevestigd_door, bevestigd_via, bevestigd_op) IN (0, 3))$s$, tabel);
        EXECUTE format($c$COMMENT ON COLUMN spr.%1$s.tekst_versie IS
            'The version of the text it was given to, or was said to hold for.';
            COMMENT ON COLUMN spr.%1$s.bevestigd_door IS 'Who entered that it still holds.';
            COMMENT ON COLUMN spr.%1$s.bevestigd_via IS 'platform, or how that was recorded.';
            COMMENT ON COLUMN spr.%1$s.bevestigd_spreker IS 'Who said so, when it was recorded.';
            COMMENT ON COLUMN spr.%1$s.bevestigd_gebeurd_om IS
                'When it was said, when it was recorded later.';
            COMMENT ON COLUMN spr.%1$s.bevestigd_op IS 'When that was entered.'$c$, tabel);
    END LOOP;
END $$;

INSERT INTO rule.berichtsoort (soort) VALUES
    ('amendement_ingediend'), ('amendement_eerste'), ('amendement_afgedaan'), ('besluit_gewijzigd'),
    ('keuzevraag_herzien');

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('amendement', 'begin', 'open'),
    ('amendement', 'open', 'overgenomen'),
    ('amendement', 'open', 'verworpen'),
    ('amendement', 'open', 'ingetrokken'),
    ('amendement', 'open', 'achterhaald'),
    ('amendement', 'open', 'vervallen'),
    -- What is asked anew is not ready for decision.
    ('keuzevraag', 'besluitrijp', 'gevolgen_gevraagd'),
    ('keuzevraag', 'besluitrijp', 'ingebracht'),
    ('gevolg', 'opgetekend', 'te_herbevestigen'),
    ('gevolg', 'afgestemd', 'te_herbevestigen'),
    ('gevolg', 'verschil_van_inzicht', 'te_herbevestigen'),
    ('gevolg', 'niet_beantwoord', 'te_herbevestigen'),
    ('gevolg', 'niet_beantwoord', 'gevraagd'),
    ('gevolg', 'te_herbevestigen', 'opgetekend'),
    ('gevolg', 'te_herbevestigen', 'niet_beantwoord');

CALL rule.overgang_instellen('{amendement,mede_indiener,keuzevraag_versie}');
