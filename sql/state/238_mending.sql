-- What was found by reading again. Invariant: a doorgeleiding says what it said when it was sent,
-- whatever its overlegtafel is called later; nobody alone undoes the agreement of two.

ALTER TABLE spr.doorgeleiding ADD COLUMN naam spr.regel;
UPDATE spr.doorgeleiding d SET naam = o.naam FROM spr.overlegtafel o WHERE o.id = d.overlegtafel;
ALTER TABLE spr.doorgeleiding ALTER COLUMN naam SET NOT NULL;
COMMENT ON COLUMN spr.doorgeleiding.naam IS 'What the overlegtafel was called when it was sent.';

-- What weighs as much as a standpunt, a stem or a bedenking asks for a second person too; and one
-- person alone does not end that.
ALTER TABLE rule.namens_opdracht ADD COLUMN als text;
COMMENT ON COLUMN rule.namens_opdracht.als IS
    'It binds, and asks for a second, only when this argument is true; NULL when always.';
INSERT INTO rule.namens_opdracht (opdracht, zaak, tweede, als) VALUES
    ('volmacht.geven', 'besluit', true, NULL),
    ('achterban.beantwoorden', 'achterban', true, NULL),
    ('bedenking.afdoen', 'bedenking', true, NULL),
    ('keuzevraag.bevestigen', 'keuzevraag', true, 'standpunt');

ALTER TABLE spr.organisatie_instelling
    ADD COLUMN uit_gevraagd_door bigint,
    ADD CONSTRAINT organisatie_instelling_uit_gevraagd_door_fkey
        FOREIGN KEY (uit_gevraagd_door) REFERENCES spr.persoon,
    ADD CONSTRAINT organisatie_instelling_uit_check
        CHECK (uit_gevraagd_door IS NULL OR tweede_instemming);
COMMENT ON COLUMN spr.organisatie_instelling.uit_gevraagd_door IS
    'Who asked to turn it off; another person does.';
