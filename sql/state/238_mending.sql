-- The name under which a besluit was passed on. Invariant: a doorgeleiding says what it said when it
-- was sent, whatever its overlegtafel is called later.

ALTER TABLE spr.doorgeleiding ADD COLUMN naam spr.regel;
UPDATE spr.doorgeleiding d SET naam = o.naam FROM spr.overlegtafel o WHERE o.id = d.overlegtafel;
ALTER TABLE spr.doorgeleiding ALTER COLUMN naam SET NOT NULL;
COMMENT ON COLUMN spr.doorgeleiding.naam IS 'What the overlegtafel was called when it was sent.';
