-- Text that people type: cleaned once, and measured before anything is written.
-- Invariant: what passes rule.is_tekst or rule.is_regel also passes the domains spr.tekst and
-- spr.regel, which stand behind every column that holds words.

CREATE OR REPLACE FUNCTION rule.schoon(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    -- One kind of line end and one way to write each letter; only blank means absent, and so do
    -- letters that nobody can see. ASCII has one spelling only, so it is not looked at twice.
    SELECT CASE
        WHEN tekst ~ '^[\s\u00a0\u00ad\u034f\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164\ufeff\uffa0]*$'
        THEN NULL
        ELSE btrim(CASE WHEN octet_length(tekst) > length(tekst)
            THEN normalize(replace(replace(tekst, E'\r\n', E'\n'), E'\r', E'\n'), NFC)
            ELSE replace(replace(tekst, E'\r\n', E'\n'), E'\r', E'\n') END, E' \t\n\u00a0') END
$$;
COMMENT ON FUNCTION rule.schoon(text) IS 'Typed text as it is kept, or NULL when nothing is left.';

CREATE OR REPLACE FUNCTION rule.is_tekst(tekst text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT tekst IS NOT NULL AND octet_length(tekst) <= 16384
        AND tekst !~ '[\x01-\x08\x0b-\x1f\x7f-\x9f]'
$$;
COMMENT ON FUNCTION rule.is_tekst(text) IS 'Cleaned text fits the domain spr.tekst.';

CREATE OR REPLACE FUNCTION rule.is_regel(tekst text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT tekst IS NOT NULL AND octet_length(tekst) <= 4000
        AND tekst !~ '[\x01-\x08\x0b-\x1f\x7f-\x9f]'
$$;
COMMENT ON FUNCTION rule.is_regel(text) IS 'Cleaned text fits the domain spr.regel.';

CREATE OR REPLACE FUNCTION rule.moment(tijd text) RETURNS timestamptz
LANGUAGE plpgsql STABLE STRICT AS $$
BEGIN
    IF tijd !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z$' THEN
        RETURN NULL;
    END IF;
    RETURN tijd::timestamptz;
EXCEPTION WHEN datetime_field_overflow OR invalid_datetime_format THEN
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.moment(text) IS
    'A moment of the wire; NULL for anything that cannot be one.';

CREATE OR REPLACE FUNCTION rule.past(inhoud text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    -- A frame is 64 KiB at most and holds the content as a string; 3 KiB go to the leaf and author.
    -- At most every byte is doubled in it, so small content needs no second look.
    SELECT octet_length(inhoud) <= 31000 OR octet_length(to_json(inhoud)::text) <= 62464
$$;
COMMENT ON FUNCTION rule.past(text) IS 'The content of an event fits in one frame.';

CREATE OR REPLACE FUNCTION rule.kenmerk_geven(soort text, nu timestamptz) RETURNS text
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    dit_jaar int := extract(year FROM rule.dag(nu));
    nummer int;
BEGIN
    INSERT INTO spr.kenmerkteller AS k (voorvoegsel, jaar, laatste)
    VALUES (kenmerk_geven.soort, dit_jaar, 1)
    ON CONFLICT (voorvoegsel, jaar) DO UPDATE SET laatste = k.laatste + 1
    RETURNING k.laatste INTO nummer;
    RETURN soort || '-' || dit_jaar || '-'
        || lpad(nummer::text, greatest(3, length(nummer::text)), '0');
END $$;
COMMENT ON FUNCTION rule.kenmerk_geven(text, timestamptz) IS
    'The next reference of a kind in this year, for example TT-2026-003.';

CREATE OR REPLACE FUNCTION rule.plaats(c rule.opdracht, stroom text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    FOR i IN REVERSE cardinality(c.regels)..1 LOOP
        IF c.regels[i].soort = 'gebeurtenis' AND c.regels[i].stroom = plaats.stroom THEN
            RETURN c.regels[i].seq;
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.plaats(rule.opdracht, text) IS
    'Where the last event of this command in a stream stands.';

CREATE OR REPLACE FUNCTION rule.geboekt(c rule.opdracht, id bigint, stroom text)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.antwoord(c, jsonb_build_object('id', id::text, 'stroom', stroom,
        'seq', rule.plaats(c, stroom)));
END $$;
COMMENT ON FUNCTION rule.geboekt(rule.opdracht, bigint, text) IS
    'The usual reply: what it was about and where it stands in the log.';
