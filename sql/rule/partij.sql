-- A pasted list of parties: which organisation each line names, and inviting all of them at once.
-- Invariant: a line is invited only when it names exactly one organisation; an e-mail address is in
-- no event and in no reply but to who leads the tafel and the party itself.

CREATE OR REPLACE FUNCTION rule.naamsleutel(naam text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    -- Letters and digits only, without accents, & as en; what is invented is marked so, not named so.
    RETURN btrim(regexp_replace(regexp_replace(regexp_replace(
        lower(normalize(replace(naam, '&', ' en '), NFKD)), '[\u0300-\u036f]', '', 'g'),
        '\(fictief\)', '', 'g'), '[^[:alnum:]]+', ' ', 'g'));
END $$;
COMMENT ON FUNCTION rule.naamsleutel(text) IS
    'A name as it is compared: case, accents and punctuation do not count.';

CREATE OR REPLACE FUNCTION rule.drietallen(sleutel text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    lang text := '  ' || left(sleutel, 100) || ' ';
BEGIN
    RETURN ARRAY(SELECT DISTINCT substr(lang, i, 3) FROM generate_series(1, length(lang) - 2) i);
END $$;
COMMENT ON FUNCTION rule.drietallen(text) IS 'The runs of three letters in a name.';

CREATE OR REPLACE FUNCTION rule.email_klopt(email text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT octet_length(email) <= 254 AND email ~ '^[^@\s<>"(),:;\[\]\\]+@[[:alnum:]-]+(\.[[:alnum:]-]+)+$'
$$;
COMMENT ON FUNCTION rule.email_klopt(text) IS 'Whether this can be an address of electronic mail.';

CREATE OR REPLACE FUNCTION rule.lijst_gelezen(tekst text)
RETURNS TABLE (nr int, naam text, email text)
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    -- "organisatie; e-mail", or with a tab or comma from a sheet; a comma in a name is no border.
    RETURN QUERY
        SELECT x.nr::int, btrim(coalesce(x.paar[1], split_part(split_part(x.regel, ';', 1), E'\t', 1)), E' \t;,"'),
            nullif(lower(btrim(coalesce(x.paar[2], CASE WHEN x.regel ~ '[;\t]'
                THEN (regexp_match(x.regel, '[;\t]\s*([^;\t]*)'))[1] END), E' \t,"')), '')
        FROM (SELECT r.nr, r.regel, regexp_match(r.regel,
                  '^(.*?)\s*[;,\t]\s*"?<?([^;,\t\s<>"]*@[^;,\t\s<>"]*)>?"?[\s;,]*$') AS paar
              FROM regexp_split_to_table(rule.schoon(tekst), '\n') WITH ORDINALITY AS r (regel, nr)) x
        WHERE btrim(x.regel, E' \t;,') <> ''
            -- The head of a sheet is no party.
            AND NOT (x.paar IS NULL
                AND rule.naamsleutel(split_part(split_part(x.regel, ';', 1), E'\t', 1)) = 'organisatie');
END $$;
COMMENT ON FUNCTION rule.lijst_gelezen(text) IS 'The lines of a pasted list: a name, and an address if there is one.';

CREATE OR REPLACE FUNCTION rule.lijken_op(sleutels text[])
RETURNS TABLE (sleutel text, ids bigint[])
LANGUAGE plpgsql STABLE SET enable_hashjoin = on AS $$
BEGIN
    -- All of them against the register at once: each name is taken apart one time.
    RETURN QUERY
        WITH mijn AS MATERIALIZED (
            SELECT k, drie, count(*) OVER (PARTITION BY k) AS n
            FROM (SELECT DISTINCT u AS k FROM unnest(sleutels) u) x, unnest(rule.drietallen(k)) drie),
        namen AS MATERIALIZED (
            SELECT x.id, rule.naamsleutel(n) AS naam
            FROM spr.organisatie x, unnest(ARRAY[x.naam, x.afkorting]) n
            WHERE n IS NOT NULL AND cardinality(sleutels) > 0),
        hun AS MATERIALIZED (
            SELECT o.id, o.naam, drie, count(*) OVER (PARTITION BY o.id, o.naam) AS n
            FROM namen o, unnest(rule.drietallen(o.naam)) drie),
        lijkt AS (
            SELECT m.k, h.id, max(count(*)::numeric / greatest(least(h.n, m.n), 4))
                OVER (PARTITION BY m.k, h.id) AS deel
            FROM mijn m JOIN hun h USING (drie) GROUP BY m.k, m.n, h.id, h.naam, h.n),
        best AS (
            SELECT l.k, l.id, row_number() OVER (PARTITION BY l.k ORDER BY l.deel DESC, l.id) AS plaats
            FROM (SELECT DISTINCT x.k, x.id, x.deel FROM lijkt x WHERE x.deel >= 0.4) l)
        SELECT b.k, array_agg(b.id ORDER BY b.plaats) FROM best b WHERE b.plaats <= 5 GROUP BY b.k;
END $$;
COMMENT ON FUNCTION rule.lijken_op(text[]) IS
    'For each name at most five organisations that may be meant, likeliest first.';

CREATE OR REPLACE FUNCTION rule.lijst_herkend(tekst text, aan_tafel bigint[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SET enable_hashjoin = on AS $$
BEGIN
    RETURN (
        WITH bekend AS MATERIALIZED (
            SELECT x.sleutel, array_agg(DISTINCT x.id ORDER BY x.id) AS ids
            FROM (SELECT o.id, rule.naamsleutel(n) AS sleutel
                  FROM spr.organisatie o, unnest(ARRAY[o.naam, o.afkorting]) n WHERE n IS NOT NULL) x
            WHERE x.sleutel <> '' GROUP BY x.sleutel),
        gelezen AS MATERIALIZED (
            SELECT l.*, rule.naamsleutel(l.naam) AS sleutel FROM rule.lijst_gelezen(tekst) l),
        regels AS MATERIALIZED (
            SELECT g.*, coalesce(b.ids, '{}') AS ids FROM gelezen g LEFT JOIN bekend b USING (sleutel)),
        -- Of so many unknown names one does not choose from suggestions.
        vreemd AS MATERIALIZED (
            SELECT * FROM rule.lijken_op(ARRAY(SELECT r.sleutel FROM regels r
                WHERE r.ids = '{}' AND r.sleutel <> '' ORDER BY r.nr LIMIT 25))),
        beoordeeld AS (
            SELECT r.*, coalesce(v.ids, '{}') AS lijken,
                row_number() OVER (PARTITION BY r.ids ORDER BY r.nr) > 1 AS weer
            FROM regels r LEFT JOIN vreemd v USING (sleutel))
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('nr', b.nr,
            'tekst', left(b.naam, 200), 'email', left(b.email, 254),
            'organisatie', CASE WHEN cardinality(b.ids) = 1 THEN b.ids[1]::text END,
            'keuzes', CASE cardinality(b.ids) WHEN 1 THEN NULL
                WHEN 0 THEN rule.ids(b.lijken)
                ELSE rule.ids(b.ids[1:5]) END,
            'stand', CASE WHEN cardinality(b.ids) = 0 THEN 'onbekend'
                WHEN cardinality(b.ids) > 1 THEN 'meerdere'
                WHEN b.ids[1] = ANY (aan_tafel) THEN 'aan_tafel'
                WHEN b.weer THEN 'dubbel'
                WHEN NOT rule.email_klopt(b.email) THEN 'email_ongeldig'
                ELSE 'herkend' END)) ORDER BY b.nr), '[]')
        FROM beoordeeld b);
END $$;
COMMENT ON FUNCTION rule.lijst_herkend(text, bigint[]) IS
    'What each line of a pasted list stands for, and what may be meant where that is not clear.';

CREATE OR REPLACE FUNCTION rule.partij_herkennen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    nummer bigint := rule.getal(c.args ->> 'tafel');
BEGIN
    -- Who may not read the register does not learn by trying what stands in it.
    IF NOT rule.mag_stroom(c.persoon, NULL, 'register', 'lezen', c.nu)
       AND NOT c.rollen && '{voorzitter,secretaris}' THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF (SELECT count(*) FROM rule.lijst_gelezen(c.args ->> 'lijst')) > 100 THEN
        RETURN rule.weiger(c, 'lijst_te_lang');
    END IF;
    c := rule.antwoord(c, jsonb_build_object('regels', rule.lijst_herkend(c.args ->> 'lijst',
        ARRAY(SELECT d.organisatie FROM spr.deelname d WHERE d.tafel = nummer
            AND rule.mag_stroom(c.persoon, NULL, 'tafel:' || nummer, 'lezen', c.nu)))));
    -- It changes nothing, so the list, with its addresses, is not kept with the key.
    c.sleutel := NULL;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.partij_herkennen(rule.opdracht) IS 'partij.herkennen: before anything is sent.';

CREATE OR REPLACE FUNCTION rule.partijen_bezwaar(c rule.opdracht) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    genoemd bigint[] := ARRAY(SELECT rule.getal(p ->> 'organisatie')
        FROM jsonb_array_elements(c.args -> 'partijen') p);
BEGIN
    IF cardinality(genoemd) <> (SELECT count(*) FROM spr.organisatie o WHERE o.id = ANY (genoemd))
       AND cardinality(genoemd) = (SELECT count(DISTINCT g) FROM unnest(genoemd) g) THEN
        RETURN 'niet_gevonden';
    ELSIF cardinality(genoemd) <> (SELECT count(DISTINCT g) FROM unnest(genoemd) g)
          OR EXISTS (SELECT FROM jsonb_array_elements(c.args -> 'partijen') p
                     WHERE NOT rule.email_klopt(lower(p ->> 'email'))) THEN
        RETURN 'ongeldig';
    ELSIF EXISTS (SELECT FROM spr.deelname d
                  WHERE d.tafel = c.tafel AND d.organisatie = ANY (genoemd)) THEN
        RETURN 'bestaat_al';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.partijen_bezwaar(rule.opdracht) IS
    'Why these parties cannot be invited together: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.sectoren_van(organisatie bigint, vandaag date) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT DISTINCT s.sector FROM spr.organisatie_sector s
        WHERE s.organisatie = sectoren_van.organisatie AND s.van <= vandaag
            AND (s.tot IS NULL OR s.tot >= vandaag) ORDER BY 1);
END $$;
COMMENT ON FUNCTION rule.sectoren_van(bigint, date) IS
    'The sectors of an organisation in the register on a day.';

CREATE OR REPLACE FUNCTION rule.partijen_uitnodigen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    p record;
    d spr.deelname;
    alle spr.deelname[] := '{}';
BEGIN
    FOR p IN SELECT o.id, o.zijde, lower(x.p ->> 'email') AS email
             FROM jsonb_array_elements(c.args -> 'partijen') WITH ORDINALITY AS x (p, nr)
             JOIN spr.organisatie o ON o.id = rule.getal(x.p ->> 'organisatie') ORDER BY x.nr LOOP
        INSERT INTO spr.deelname (tafel, organisatie, rol, zijde, gewicht, sectoren, sinds)
        VALUES (c.tafel, p.id, 'stemhebbend', p.zijde, 1,
            rule.sectoren_van(p.id, rule.dag(c.nu)), c.nu)
        RETURNING * INTO d;
        IF p.email IS NOT NULL THEN
            INSERT INTO spr.deelname_contact (deelname, email, door, op)
            VALUES (d.id, p.email, c.persoon, c.nu);
        END IF;
        alle := alle || d;
    END LOOP;
    IF alle = '{}' THEN
        RETURN c;
    END IF;
    c := rule.boek_lijst(c, 'tafel:' || c.tafel, 'deelname.uitgenodigd', 'deelname:' || alle[1].id,
        '{}', 'deelnames', ARRAY(SELECT rule.beeld(a) FROM unnest(alle) a));
    IF c.status <> 'concept' THEN
        FOREACH d IN ARRAY alle LOOP
            c := rule.deelname_melden(c, d);
        END LOOP;
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.partijen_uitnodigen(rule.opdracht) IS
    'Invite every party of the list; sides and sectors come from the register.';

CREATE OR REPLACE FUNCTION rule.deelname_lijst_uitnodigen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    bezwaar text := rule.partijen_bezwaar(c);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    c := rule.partijen_uitnodigen(c);
    RETURN rule.antwoord(c, jsonb_build_object('aantal', jsonb_array_length(c.args -> 'partijen'),
        'stroom', stroom, 'seq', rule.plaats(c, stroom)));
END $$;
COMMENT ON FUNCTION rule.deelname_lijst_uitnodigen(rule.opdracht) IS
    'deelname.lijst-uitnodigen: all of them, or none.';

CREATE OR REPLACE FUNCTION rule.contacten(wie bigint, tafel bigint, moment timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    leidt boolean := EXISTS (SELECT FROM rule.zetels(wie, contacten.tafel, moment) z
        WHERE (z.tot IS NULL OR z.tot > moment) AND z.rollen && '{voorzitter,secretaris}');
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('deelname', d.id::text,
            'organisatie', d.organisatie::text, 'email', x.email) ORDER BY d.id), '[]')
        FROM spr.deelname d JOIN spr.deelname_contact x ON x.deelname = d.id
        WHERE d.tafel = contacten.tafel AND (leidt OR EXISTS (
            SELECT FROM rule.vertegenwoordigingen(wie, moment) v
            WHERE v.organisatie = d.organisatie)));
END $$;
COMMENT ON FUNCTION rule.contacten(bigint, bigint, timestamptz) IS
    'The addresses of a tafel that somebody may see: all for who leads it, else those of their own organisation.';
