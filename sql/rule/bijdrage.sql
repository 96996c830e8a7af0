-- Posts: placed, revised, withdrawn, hidden, shown; and recorded by the secretaris for a party.
-- Invariant: exactly one event in the log carries the present text of a post, the one in its
-- column seq; whatever comes after takes the content of that event away. So neither replay nor
-- search nor a snapshot can bring back what was hidden, not even as words quoted in an answer.

CREATE OR REPLACE FUNCTION rule.bijdrage_vind(c rule.opdracht, OUT b spr.bijdrage,
    OUT o spr.onderwerp, OUT v spr.vastgelegd)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    SELECT * INTO b FROM spr.bijdrage x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'bijdrage');
    o := rule.onderwerp_vind(c, b.onderwerp::text);
    IF o.id IS NULL THEN
        b := NULL;
    ELSE
        SELECT * INTO v FROM spr.vastgelegd x WHERE x.bijdrage = b.id;
    END IF;
END $$;
COMMENT ON FUNCTION rule.bijdrage_vind(rule.opdracht) IS
    'The post a command names with its thread and mark; NULLs when its author may not read it.';

CREATE OR REPLACE FUNCTION rule.bijdrage_inhoud(b spr.bijdrage, v spr.vastgelegd, stroom text)
RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('bijdragen', jsonb_build_array(rule.beeld(b, v, stroom)))
$$;
COMMENT ON FUNCTION rule.bijdrage_inhoud(spr.bijdrage, spr.vastgelegd, text) IS
    'Content of every event about one post.';

CREATE OR REPLACE FUNCTION rule.bijdragen_gevraagd(cs rule.opdracht[])
RETURNS TABLE (nr bigint, persoon bigint, namens bigint, organisatie bigint, tafel bigint,
    nu timestamptz, args jsonb, tekst text, citaat text, antwoord_op bigint, onderwerp bigint,
    stroom text, titel text, bezwaar text)
LANGUAGE sql STABLE AS $$
    SELECT x.nr, x.persoon, x.namens, x.organisatie, x.tafel, x.nu, x.args, x.tekst, x.citaat,
        x.antwoord_op, x.onderwerp, x.stroom, x.titel,
        CASE
            WHEN x.stroom IS NULL THEN 'niet_gevonden'
            WHEN NOT x.schrijft THEN rule.zwijgt(cs[x.nr], x.stroom)
            WHEN x.status <> 'open' THEN 'verkeerde_toestand'
            WHEN NOT rule.is_tekst(x.tekst) THEN
                CASE WHEN octet_length(x.tekst) > 16384 THEN 'te_groot' ELSE 'ongeldig' END
            -- Only what one may read can be answered, or quoting would be a way to guess at it.
            WHEN x.args ? 'antwoordOp' AND (bron.id IS NULL
                OR bron.seq <= rule.lees_grens(x.persoon, x.stroom, x.nu)) THEN 'niet_gevonden'
            -- A quote is words of the post it answers, as that post now reads.
            WHEN x.citaat IS NOT NULL AND (NOT rule.is_regel(x.citaat) OR bron.id IS NULL
                OR bron.status <> 'geplaatst' OR position(x.citaat IN bron.tekst) = 0)
            THEN 'ongeldig'
            -- No party is in the voorzitterskamer to confirm what is recorded for it.
            WHEN x.args ? 'voor' AND starts_with(x.stroom, 'voorzitterskamer:')
            THEN 'niet_toegestaan'
            WHEN x.args ? 'voor' THEN
                rule.vastgelegd_bezwaar(cs[x.nr], (rule.plek(x.stroom)).sector) END
    FROM (
        SELECT c.ordinality AS nr, c.persoon, c.namens, c.organisatie, c.tafel, c.nu, c.args,
            rule.schoon(c.args ->> 'tekst') AS tekst,
            rule.schoon(c.args ->> 'citaat') AS citaat,
            rule.getal(c.args ->> 'antwoordOp') AS antwoord_op, o.id AS onderwerp, o.stroom,
            o.titel, o.status,
            CASE WHEN o.stroom = 'tafel:' || c.tafel
                 THEN (SELECT rule.klasse_van('bijdrage.geplaatst')) = ANY (c.plenair)
                 ELSE rule.mag_boeken(cs[c.ordinality], o.stroom, 'bijdrage.geplaatst') END AS schrijft
        FROM unnest(cs) WITH ORDINALITY c
        LEFT JOIN spr.onderwerp o
            ON o.tafel = c.tafel AND o.id = rule.getal(c.args ->> 'onderwerp')
            AND CASE WHEN o.stroom = 'tafel:' || c.tafel AND c.plenair @> '{lezen}' THEN true
                     ELSE rule.mag_lezen(cs[c.ordinality], o.stroom) END
        WHERE NOT c.klaar
        OFFSET 0) x
    LEFT JOIN spr.bijdrage bron ON bron.onderwerp = x.onderwerp AND bron.id = x.antwoord_op
    OFFSET 0
$$;
COMMENT ON FUNCTION rule.bijdragen_gevraagd(rule.opdracht[]) IS
    'The posts that commands ask for, each with the thread it goes to, and why it cannot be placed, if so.';

CREATE OR REPLACE FUNCTION rule.bijdrage_rij(id bigint, tafel bigint, onderwerp bigint, soort text,
    tekst text, persoonlijke_titel boolean, persoon bigint, organisatie bigint,
    antwoord_op bigint, citaat text, nu timestamptz) RETURNS spr.bijdrage
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b spr.bijdrage;
BEGIN
    -- By name: a row written by position would break when the table gets another column.
    b.id := id;
    b.tafel := tafel;
    b.onderwerp := onderwerp;
    b.soort := soort;
    b.tekst := tekst;
    b.persoonlijke_titel := persoonlijke_titel;
    b.persoon := persoon;
    b.organisatie := organisatie;
    b.antwoord_op := antwoord_op;
    b.citaat := citaat;
    b.versie := 1;
    b.status := 'geplaatst';
    b.geplaatst_op := nu;
    RETURN b;
END $$;
COMMENT ON FUNCTION rule.bijdrage_rij(bigint, bigint, bigint, text, text, boolean, bigint, bigint,
    bigint, text, timestamptz) IS 'A post as a row, before it has a place in the log.';

CREATE OR REPLACE FUNCTION rule.bijdragen_gemaakt(cs rule.opdracht[])
RETURNS TABLE (nr int, b spr.bijdrage, v spr.vastgelegd, stroom text, titel text,
    boeking rule.boeking, bezwaar text)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN QUERY
        SELECT y.nr, y.b, y.v, y.stroom, y.titel,
            (y.stroom, 'bijdrage.geplaatst', 'bijdrage:' || (y.b).id, y.door, y.inhoud, NULL,
                NULL)::rule.boeking,
            CASE WHEN NOT rule.past(y.inhoud) THEN 'te_groot' ELSE y.bezwaar END
        FROM (
            SELECT x.*, CASE WHEN x.bezwaar IS NULL
                THEN rule.bijdrage_inhoud(x.b, x.v, x.stroom)::text END AS inhoud
            FROM (
                SELECT g.nr::int, rule.bijdrage_rij(g.id, g.tafel, g.onderwerp,
                        coalesce(g.args ->> 'soort', 'bijdrage'), g.tekst,
                        coalesce((g.args ->> 'persoonlijkeTitel')::boolean, false), g.persoon,
                        CASE WHEN g.args ? 'voor' THEN (g.v).organisatie ELSE g.organisatie END,
                        g.antwoord_op, g.citaat, g.nu) AS b,
                    g.v, g.stroom, g.titel, g.bezwaar,
                    rule.door(g.persoon, g.organisatie, g.namens, g.args) AS door
                FROM (
                    SELECT n.*, CASE WHEN n.id IS NOT NULL AND n.args ? 'voor'
                        THEN rule.vastgelegd_nieuw(cs[n.nr], n.id, NULL) END AS v
                    FROM (
                        SELECT q.*, CASE WHEN q.bezwaar IS NULL
                            THEN nextval('spr.bijdrage_id_seq') END AS id
                        FROM rule.bijdragen_gevraagd(cs) q OFFSET 0) n
                    OFFSET 0) g
                OFFSET 0) x
            OFFSET 0) y;
END $$;
COMMENT ON FUNCTION rule.bijdragen_gemaakt(rule.opdracht[]) IS
    'The same as rows to be: the post, the mark of what is recorded for a party, and the event.';

CREATE OR REPLACE FUNCTION rule.bijdrage_vastleggen(c rule.opdracht, v spr.vastgelegd,
    stroom text, titel text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM rule.vastgelegd_bewaren(v);
    -- The notice points; the words stay where they can still be taken away.
    RETURN rule.bericht_aan_lezers(c, v.organisatie, stroom, 'vastgelegd',
        'bijdrage:' || v.bijdrage, titel);
END $$;
COMMENT ON FUNCTION rule.bijdrage_vastleggen(rule.opdracht, spr.vastgelegd, text, text) IS
    'Keep the mark of a post that was recorded for a party, and tell that party.';

CREATE OR REPLACE FUNCTION rule.bijdragen_beantwoord(cs rule.opdracht[], geplaatst int[],
    bijdragen spr.bijdrage[], geboekt api.regel[], geweigerd int[], codes text[])
RETURNS rule.opdracht[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(
        SELECT (c.doe, c.sessie, c.persoon, c.namens, c.organisatie, c.tafel, c.sleutel,
            c.verzoek_hash, c.args, c.nu, c.rollen, c.klaar OR c.fout IS NOT NULL,
            CASE WHEN c.fout IS NULL THEN c.weigering ELSE rule.fout(c.fout) END,
            CASE WHEN c.plek IS NULL THEN c.antwoord
                 ELSE '{"id":"' || bijdragen[c.plek].id || '","stroom":"'
                    || geboekt[c.plek].stroom || '","seq":' || geboekt[c.plek].seq || '}' END,
            CASE WHEN c.plek IS NULL THEN c.regels ELSE ARRAY[geboekt[c.plek]] END, c.status,
            c.plenair)::rule.opdracht
        FROM (SELECT u.*, array_position(geplaatst, u.ordinality::int) AS plek,
                  codes[array_position(geweigerd, u.ordinality::int)] AS fout
              FROM unnest(cs) WITH ORDINALITY u OFFSET 0) c
        ORDER BY c.ordinality);
END $$;
COMMENT ON FUNCTION rule.bijdragen_beantwoord(rule.opdracht[], int[], spr.bijdrage[],
    api.regel[], int[], text[]) IS
    'The commands with what became of them: post i is of command geplaatst[i], code i of command geweigerd[i].';

CREATE OR REPLACE FUNCTION rule.bijdrage_plaatsen_samen(cs rule.opdracht[])
RETURNS rule.opdracht[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    geplaatst int[];
    bijdragen spr.bijdrage[];
    boekingen rule.boeking[];
    regels api.regel[];
    geweigerd int[];
    codes text[];
    merken jsonb;
    m record;
BEGIN
    SELECT array_agg(g.nr) FILTER (WHERE g.bezwaar IS NULL),
        array_agg(g.b) FILTER (WHERE g.bezwaar IS NULL),
        array_agg(g.boeking) FILTER (WHERE g.bezwaar IS NULL),
        array_agg(g.nr) FILTER (WHERE g.bezwaar IS NOT NULL),
        array_agg(g.bezwaar) FILTER (WHERE g.bezwaar IS NOT NULL),
        jsonb_agg(jsonb_build_object('nr', g.nr, 'v', g.v, 'stroom', g.stroom, 'titel', g.titel))
            FILTER (WHERE g.v IS DISTINCT FROM NULL AND g.bezwaar IS NULL)
    INTO geplaatst, bijdragen, boekingen, geweigerd, codes, merken
    FROM (SELECT * FROM rule.bijdragen_gemaakt(cs) x ORDER BY x.nr) g;
    IF geplaatst IS NOT NULL THEN
        regels := rule.log_schrijven(boekingen, cs[geplaatst[1]].nu);
        INSERT INTO spr.bijdrage (id, tafel, onderwerp, soort, tekst, persoonlijke_titel, persoon,
            organisatie, antwoord_op, citaat, geplaatst_op, seq)
        OVERRIDING SYSTEM VALUE
        SELECT b.id, b.tafel, b.onderwerp, b.soort, b.tekst, b.persoonlijke_titel, b.persoon,
            b.organisatie, b.antwoord_op, b.citaat, b.geplaatst_op, regels[b.ordinality].seq
        FROM unnest(bijdragen) WITH ORDINALITY b;
    END IF;
    cs := rule.bijdragen_beantwoord(cs, geplaatst, bijdragen, regels, geweigerd, codes);
    FOR m IN SELECT * FROM jsonb_to_recordset(merken)
             AS x (nr int, v spr.vastgelegd, stroom text, titel text) LOOP
        cs[m.nr] := rule.bijdrage_vastleggen(cs[m.nr], m.v, m.stroom, m.titel);
    END LOOP;
    RETURN cs;
END $$;
COMMENT ON FUNCTION rule.bijdrage_plaatsen_samen(rule.opdracht[]) IS
    'bijdrage.plaatsen: for oneself, or by the secretaris for a party; many at once.';

CREATE OR REPLACE FUNCTION rule.bijdrage_plaatsen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN (rule.bijdrage_plaatsen_samen(ARRAY[c]))[1];
END $$;
COMMENT ON FUNCTION rule.bijdrage_plaatsen(rule.opdracht) IS 'bijdrage.plaatsen, one alone.';

CREATE OR REPLACE FUNCTION rule.is_schrijver(c rule.opdracht, b spr.bijdrage, v spr.vastgelegd)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN b.persoon = c.persoon
        AND (v.id IS NOT NULL OR b.organisatie IS NOT DISTINCT FROM c.organisatie);
END $$;
COMMENT ON FUNCTION rule.is_schrijver(rule.opdracht, spr.bijdrage, spr.vastgelegd) IS
    'Wrote this post, in the capacity in which the command is given.';

CREATE OR REPLACE FUNCTION rule.bijdrage_wijzig_bezwaar(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    -- To confirm what was recorded has a term of its own: it writes nothing new.
    soort text := CASE WHEN c.doe = 'bijdrage.intrekken' THEN 'bijdrage.ingetrokken'
                       WHEN (c.args ->> 'bevestigt')::boolean THEN 'bijdrage.bevestigd'
                       ELSE 'bijdrage.herzien' END;
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.is_schrijver(c, b, v)
          AND (v.id IS NULL OR c.organisatie IS DISTINCT FROM v.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT rule.mag_boeken(c, o.stroom, soort) THEN
        RETURN rule.zwijgt(c, o.stroom);
    ELSIF b.status <> 'geplaatst' THEN
        RETURN 'verkeerde_toestand';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.bijdrage_wijzig_bezwaar(rule.opdracht, spr.bijdrage, spr.onderwerp,
    spr.vastgelegd) IS 'Why this person cannot change this post: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.bijdrage_bevestigen(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    bezwaar text := rule.vastgelegd_antwoord_bezwaar(c, v);
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    v := rule.vastgelegd_antwoorden(c, v, 'bevestigd');
    c := rule.boek(c, o.stroom, 'bijdrage.bevestigd', 'bijdrage:' || b.id,
        rule.bijdrage_inhoud(b, v, o.stroom), ARRAY[b.seq]);
    UPDATE spr.bijdrage x SET seq = rule.plaats(c, o.stroom) WHERE x.id = b.id;
    RETURN rule.geboekt(c, b.id, o.stroom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_bevestigen(rule.opdracht, spr.bijdrage, spr.onderwerp,
    spr.vastgelegd) IS 'The party confirms the words recorded for it.';

CREATE OR REPLACE FUNCTION rule.bijdrage_herschrijven(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd, tekst text, waarom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    was bigint := b.seq;
    inhoud jsonb;
    partij boolean := v.id IS NOT NULL AND v.organisatie IS NOT DISTINCT FROM c.organisatie;
BEGIN
    IF partij THEN
        v.bevestiging := 'verbeterd';
        v.bevestigd_door := c.persoon;
        v.bevestigd_op := c.nu;
    END IF;
    b.tekst := tekst;
    b.versie := b.versie + 1;
    b.gewijzigd_op := c.nu;
    inhoud := rule.bijdrage_inhoud(b, v, o.stroom);
    IF NOT rule.past(inhoud::text) THEN
        RETURN rule.weiger(c, 'te_groot');
    END IF;
    c := rule.boek(c, o.stroom, 'bijdrage.herzien', 'bijdrage:' || b.id, inhoud, ARRAY[was]);
    b.seq := rule.plaats(c, o.stroom);
    -- A post has rows of versions only once it has been revised.
    INSERT INTO spr.bijdrage_versie (bijdrage, versie, tekst, persoon, organisatie, op, seq)
    SELECT x.id, x.versie, x.tekst, x.persoon, x.organisatie, x.geplaatst_op, x.seq
    FROM spr.bijdrage x WHERE x.id = b.id AND x.versie = 1;
    UPDATE spr.bijdrage x SET tekst = b.tekst, versie = b.versie, gewijzigd_op = b.gewijzigd_op,
        seq = b.seq
    WHERE x.id = b.id;
    INSERT INTO spr.bijdrage_versie (bijdrage, versie, tekst, persoon, organisatie, op, reden, seq)
    VALUES (b.id, b.versie, b.tekst, c.persoon, coalesce(v.organisatie, c.organisatie), c.nu,
        waarom, b.seq);
    IF partij THEN
        PERFORM rule.vastgelegd_antwoorden(c, v, 'verbeterd');
    END IF;
    RETURN rule.geboekt(c, b.id, o.stroom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_herschrijven(rule.opdracht, spr.bijdrage, spr.onderwerp,
    spr.vastgelegd, text, text) IS 'A new version; the former ones stay to be read.';

CREATE OR REPLACE FUNCTION rule.bijdrage_herzien(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    gevonden record;
    b spr.bijdrage;
    o spr.onderwerp;
    v spr.vastgelegd;
    tekst text := rule.schoon(c.args ->> 'tekst');
    waarom text := rule.schoon(c.args ->> 'reden');
    bezwaar text;
BEGIN
    gevonden := rule.bijdrage_vind(c);
    b := gevonden.b;
    o := gevonden.o;
    v := gevonden.v;
    bezwaar := rule.bijdrage_wijzig_bezwaar(c, b, o, v);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF waarom IS NOT NULL AND NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF coalesce((c.args ->> 'bevestigt')::boolean, false) THEN
        RETURN CASE WHEN tekst IS NULL THEN rule.bijdrage_bevestigen(c, b, o, v)
                    ELSE rule.weiger(c, 'ongeldig') END;
    ELSIF NOT rule.is_tekst(tekst) THEN
        RETURN rule.weiger(c, CASE WHEN octet_length(tekst) > 16384 THEN 'te_groot'
                                   ELSE 'ongeldig' END);
    ELSIF (c.args ->> 'versie')::int <> b.versie THEN
        RETURN rule.weiger(c, 'verouderd');
    ELSIF o.status <> 'open' AND v.id IS NULL THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    IF v.id IS NOT NULL THEN
        IF v.organisatie IS NOT DISTINCT FROM c.organisatie THEN
            bezwaar := rule.vastgelegd_antwoord_bezwaar(c, v);
        ELSIF v.bevestiging <> 'open' THEN
            bezwaar := 'verkeerde_toestand';
        END IF;
        IF bezwaar IS NOT NULL THEN
            RETURN rule.weiger(c, bezwaar);
        END IF;
    END IF;
    RETURN rule.bijdrage_herschrijven(c, b, o, v, tekst, waarom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_herzien(rule.opdracht) IS
    'bijdrage.herzien: by its author, or by the party for which it was recorded.';

CREATE OR REPLACE FUNCTION rule.citaten_laten_vervallen(c rule.opdracht, b spr.bijdrage,
    stroom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    a spr.bijdrage;
    v spr.vastgelegd;
BEGIN
    FOR a IN SELECT * FROM spr.bijdrage x WHERE x.antwoord_op = b.id AND x.citaat IS NOT NULL
             ORDER BY x.id LOOP
        SELECT * INTO v FROM spr.vastgelegd x WHERE x.bijdrage = a.id;
        a.citaat := NULL;
        -- The answer keeps its own state: a hidden one stays a tombstone.
        c := rule.boek(c, stroom, 'bijdrage.citaat-vervallen', 'bijdrage:' || a.id,
            rule.bijdrage_inhoud(a, v, stroom), ARRAY[a.seq]);
        UPDATE spr.bijdrage x SET citaat = NULL, seq = rule.plaats(c, stroom) WHERE x.id = a.id;
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.citaten_laten_vervallen(rule.opdracht, spr.bijdrage, text) IS
    'Take the words of a post out of the answers that quote it.';

CREATE OR REPLACE FUNCTION rule.bijdrage_plaatsen_in_log(b spr.bijdrage) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT v.seq FROM spr.bijdrage_versie v WHERE v.bijdrage = b.id
                 UNION SELECT b.seq ORDER BY 1);
END $$;
COMMENT ON FUNCTION rule.bijdrage_plaatsen_in_log(spr.bijdrage) IS
    'Events that carry or carried the text of a post.';

CREATE OR REPLACE FUNCTION rule.bijdrage_wegnemen(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd, wordt text, soort text, waarom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    UPDATE spr.bijdrage x SET status = wordt, reden = waarom,
        tekst = CASE WHEN wordt = 'ingetrokken' THEN NULL ELSE x.tekst END,
        citaat = CASE WHEN wordt = 'ingetrokken' THEN NULL ELSE x.citaat END
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.boek(c, o.stroom, soort, 'bijdrage:' || b.id,
        rule.bijdrage_inhoud(b, v, o.stroom), rule.bijdrage_plaatsen_in_log(b));
    c := rule.geboekt(c, b.id, o.stroom);
    UPDATE spr.bijdrage x SET seq = rule.plaats(c, o.stroom) WHERE x.id = b.id;
    IF wordt = 'ingetrokken' THEN
        DELETE FROM spr.bijdrage_versie x WHERE x.bijdrage = b.id;
    END IF;
    RETURN rule.citaten_laten_vervallen(c, b, o.stroom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_wegnemen(rule.opdracht, spr.bijdrage, spr.onderwerp,
    spr.vastgelegd, text, text, text) IS
    'Leave a tombstone with the reason, and take the words away everywhere.';

CREATE OR REPLACE FUNCTION rule.bijdrage_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    gevonden record;
    b spr.bijdrage;
    o spr.onderwerp;
    v spr.vastgelegd;
    waarom text := rule.schoon(c.args ->> 'reden');
    bezwaar text;
BEGIN
    gevonden := rule.bijdrage_vind(c);
    b := gevonden.b;
    o := gevonden.o;
    v := gevonden.v;
    bezwaar := rule.bijdrage_wijzig_bezwaar(c, b, o, v);
    IF bezwaar = 'verkeerde_toestand' AND b.status = 'verborgen' THEN
        -- What the chair hid, its author may still take back for good.
        bezwaar := NULL;
    END IF;
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    RETURN rule.bijdrage_wegnemen(c, b, o, v, 'ingetrokken', 'bijdrage.ingetrokken', waarom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_intrekken(rule.opdracht) IS
    'bijdrage.intrekken: by its author, or by the party for which it was recorded.';

CREATE OR REPLACE FUNCTION rule.bijdrage_verbergen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    gevonden record;
    b spr.bijdrage;
    o spr.onderwerp;
    v spr.vastgelegd;
    waarom text := rule.schoon(c.args ->> 'reden');
BEGIN
    gevonden := rule.bijdrage_vind(c);
    b := gevonden.b;
    o := gevonden.o;
    v := gevonden.v;
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT rule.mag_boeken(c, o.stroom, 'bijdrage.verborgen') THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF b.status <> 'geplaatst' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    c := rule.bijdrage_wegnemen(c, b, o, v, 'verborgen', 'bijdrage.verborgen', waarom);
    RETURN rule.bericht_sturen(c, b.persoon, 'bijdrage_verborgen', 'bijdrage:' || b.id, waarom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_verbergen(rule.opdracht) IS
    'bijdrage.verbergen: the author is told why.';

CREATE OR REPLACE FUNCTION rule.bijdrage_tonen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    gevonden record;
    b spr.bijdrage;
    o spr.onderwerp;
    v spr.vastgelegd;
    waarom text := coalesce(rule.schoon(c.args ->> 'reden'), '—');
BEGIN
    gevonden := rule.bijdrage_vind(c);
    b := gevonden.b;
    o := gevonden.o;
    v := gevonden.v;
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT rule.mag_boeken(c, o.stroom, 'bijdrage.getoond') THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF b.status <> 'verborgen' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.bijdrage x SET status = 'geplaatst', reden = NULL WHERE x.id = b.id
    RETURNING * INTO b;
    c := rule.boek(c, o.stroom, 'bijdrage.getoond', 'bijdrage:' || b.id,
        rule.bijdrage_inhoud(b, v, o.stroom));
    c := rule.geboekt(c, b.id, o.stroom);
    UPDATE spr.bijdrage x SET seq = rule.plaats(c, o.stroom) WHERE x.id = b.id;
    RETURN rule.bericht_sturen(c, b.persoon, 'bijdrage_getoond', 'bijdrage:' || b.id, waarom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_tonen(rule.opdracht) IS
    'bijdrage.tonen: what was hidden can be read again, from here on.';
