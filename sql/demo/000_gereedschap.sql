-- Tools of the demonstration world: they end with 900_opruimen.sql and leave nothing behind.
-- The files of sql/demo are run by the owner of the schema, in order, in one transaction. Loading
-- twice changes nothing. Everything goes through the same rules as real commands, so the log and
-- its chain are real; only the clock of each command is set back to when it is said to happen.
-- Invariant: a real organisation carries only what a published text reports of it, with that text
-- as its bron; whatever is invented belongs to an organisation whose name ends in (fictief).

CREATE SCHEMA demo;
CREATE TABLE demo.naam (naam text PRIMARY KEY, id bigint NOT NULL);

-- Nothing happens in a database that already has this world, or a life of its own.
CREATE FUNCTION demo.nieuw() RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    RETURN NOT EXISTS (SELECT FROM spr.tafel t WHERE t.kenmerk = 'TT-2026-001');
END $$;
CREATE TABLE demo.begin AS SELECT demo.nieuw() AS nieuw;

CREATE FUNCTION demo.n(wat text) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT x.id FROM demo.naam x WHERE x.naam = wat);
END $$;

CREATE FUNCTION demo.noem(wat text, nummer bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO demo.naam VALUES (wat, nummer);
    RETURN nummer;
END $$;

-- One command of one person at one moment. Speaks for the organisation of that person, if any.
CREATE FUNCTION demo.doe(wie text, op text, doe text, tafel text, args jsonb, noem text DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    c rule.opdracht;
    h rule.handeling;
BEGIN
    c.doe := doe;
    c.nu := op::timestamp AT TIME ZONE 'Europe/Amsterdam';
    c.klaar := false;
    c.regels := '{}';
    c.rollen := '{}';
    c.args := args;
    c.persoon := demo.n(wie);
    SELECT v.id, v.organisatie INTO c.namens, c.organisatie
    FROM spr.vertegenwoordiging v WHERE v.persoon = c.persoon;
    c.tafel := demo.n(tafel);
    c.status := (SELECT t.status FROM spr.tafel t WHERE t.id = c.tafel FOR NO KEY UPDATE);
    SELECT * INTO STRICT h FROM rule.handeling x WHERE x.doe = c.doe;
    c := rule.mag_handeling(c, h);
    IF NOT c.klaar THEN
        EXECUTE format('SELECT * FROM rule.%I($1)', translate(doe, '.-', '__')) INTO c USING c;
    END IF;
    IF c.weigering IS NOT NULL THEN
        RAISE EXCEPTION '% by % was refused: %', doe, wie, c.weigering;
    END IF;
    IF noem IS NOT NULL THEN
        PERFORM demo.noem(noem, (c.antwoord::jsonb ->> 'id')::bigint);
    END IF;
    RETURN (c.antwoord::jsonb ->> 'id')::bigint;
END $$;

-- Arguments: names and values in turn.
CREATE FUNCTION demo.a(VARIADIC paren text[]) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
    RETURN jsonb_object(paren);
END $$;
