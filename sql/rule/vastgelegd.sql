-- What the secretaris records for a party: who spoke, how it came in, when it happened; and the
-- answer of that party. Invariant: only the party itself confirms or corrects, once, within the
-- term; after the term its silence confirms the words and nothing else.

CREATE OR REPLACE FUNCTION rule.vastgelegd_termijn(nu timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (rule.dag(nu) + 8)::timestamp AT TIME ZONE 'Europe/Amsterdam';
END $$;
COMMENT ON FUNCTION rule.vastgelegd_termijn(timestamptz) IS
    'Seven whole days to answer, to 24:00 in Amsterdam.';

CREATE OR REPLACE FUNCTION rule.vastgelegd_bezwaar(c rule.opdracht, sector bigint) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    voor jsonb := c.args -> 'voor';
    spreker text := rule.schoon(voor ->> 'spreker');
    gebeurd timestamptz := rule.moment(voor ->> 'gebeurdOm');
BEGIN
    IF voor IS NULL THEN
        RETURN NULL;
    ELSIF NOT 'secretaris' = ANY (c.rollen) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT EXISTS (
        SELECT FROM spr.deelname d
        WHERE d.tafel = c.tafel AND d.organisatie = rule.getal(voor ->> 'organisatie')
            AND d.status IN ('toegetreden', 'opgeschort')
            AND (sector IS NULL OR sector = ANY (d.sectoren))) THEN
        RETURN 'niet_gevonden';
    ELSIF (spreker IS NOT NULL AND NOT rule.is_regel(spreker))
          OR (voor ? 'gebeurdOm' AND (gebeurd IS NULL OR gebeurd > c.nu)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.vastgelegd_bezwaar(rule.opdracht, bigint) IS
    'Why this cannot be recorded for that party (of that sector): a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.vastgelegd_nieuw(c rule.opdracht, bijdrage bigint, punt bigint)
RETURNS spr.vastgelegd
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.vastgelegd;
    voor jsonb := c.args -> 'voor';
BEGIN
    IF voor IS NOT NULL THEN
        v.id := nextval('spr.vastgelegd_id_seq');
        v.bijdrage := vastgelegd_nieuw.bijdrage;
        v.punt := vastgelegd_nieuw.punt;
        v.door := c.persoon;
        v.organisatie := rule.getal(voor ->> 'organisatie');
        v.spreker := rule.schoon(voor ->> 'spreker');
        v.via := voor ->> 'via';
        v.gebeurd_om := rule.moment(voor ->> 'gebeurdOm');
        v.vastgelegd_om := c.nu;
        v.termijn := rule.vastgelegd_termijn(c.nu);
        v.bevestiging := 'open';
    END IF;
    RETURN v;
END $$;
COMMENT ON FUNCTION rule.vastgelegd_nieuw(rule.opdracht, bigint, bigint) IS
    'The mark for what the command records, not stored yet; NULLs when it records nothing.';

CREATE OR REPLACE FUNCTION rule.vastgelegd_bewaren(v spr.vastgelegd) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF v.id IS NOT NULL THEN
        INSERT INTO spr.vastgelegd OVERRIDING SYSTEM VALUE SELECT v.*;
    END IF;
END $$;
COMMENT ON FUNCTION rule.vastgelegd_bewaren(spr.vastgelegd) IS
    'Store the mark beside the row it belongs to.';

CREATE OR REPLACE FUNCTION rule.vastgelegd_antwoord_bezwaar(c rule.opdracht, v spr.vastgelegd)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF v.id IS NULL OR c.organisatie IS DISTINCT FROM v.organisatie THEN
        RETURN 'niet_toegestaan';
    ELSIF v.bevestiging <> 'open' THEN
        RETURN 'verkeerde_toestand';
    ELSIF c.nu >= v.termijn THEN
        RETURN 'termijn_voorbij';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.vastgelegd_antwoord_bezwaar(rule.opdracht, spr.vastgelegd) IS
    'Why this party cannot confirm or correct: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.vastgelegd_antwoorden(c rule.opdracht, v spr.vastgelegd,
    oordeel text) RETURNS spr.vastgelegd
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    UPDATE spr.vastgelegd x
    SET bevestiging = oordeel, bevestigd_door = c.persoon, bevestigd_op = c.nu
    WHERE x.id = v.id RETURNING * INTO v;
    RETURN v;
END $$;
COMMENT ON FUNCTION rule.vastgelegd_antwoorden(rule.opdracht, spr.vastgelegd, text) IS
    'Keep the answer of the party.';
