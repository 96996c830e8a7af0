-- Posts: placed, revised, withdrawn, hidden, shown; and recorded by the secretaris for a party.
-- Invariant: exactly one event in the log carries the present text of a post, the one in its
-- column seq; whatever comes after takes the content of that event away. So neither replay nor
-- search nor a snapshot can bring back what was hidden, not even as words quoted in an answer.

CREATE OR REPLACE FUNCTION rule.bijdrage_vind(c rule.opdracht, OUT b spr.bijdrage,
    OUT o spr.onderwerp, OUT v spr.vastgelegd)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN jsonb_build_object('bijdragen', jsonb_build_array(rule.beeld(b, v, stroom)));
END $$;
COMMENT ON FUNCTION rule.bijdrage_inhoud(spr.bijdrage, spr.vastgelegd, text) IS
    'Content of every event about one post.';

CREATE OR REPLACE FUNCTION rule.bijdrage_nieuw_bezwaar(c rule.opdracht, o spr.onderwerp,
    tekst text, citaat text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    bron spr.bijdrage;
BEGIN
    IF o.id IS NULL THEN
        RETURN 'niet_gevonden';
    -- In the plenary the command itself asked for the roles that may write.
    ELSIF o.stroom <> 'tafel:' || c.tafel
          AND NOT rule.mag_boeken(c, o.stroom, 'bijdrage.geplaatst') THEN
        RETURN 'niet_toegestaan';
    ELSIF o.status <> 'open' THEN
        RETURN 'verkeerde_toestand';
    ELSIF NOT rule.is_tekst(tekst) THEN
        RETURN CASE WHEN octet_length(tekst) > 16384 THEN 'te_groot' ELSE 'ongeldig' END;
    END IF;
    IF c.args ? 'antwoordOp' THEN
        -- Only what one may read can be answered, or quoting would be a way to guess at it.
        SELECT * INTO bron FROM spr.bijdrage x
        WHERE x.onderwerp = o.id AND x.id = rule.getal(c.args ->> 'antwoordOp')
            AND x.seq > rule.lees_grens(c.persoon, o.stroom, c.nu);
        IF NOT FOUND THEN
            RETURN 'niet_gevonden';
        END IF;
    END IF;
    -- A quote is words of the post it answers, as that post now reads.
    IF citaat IS NOT NULL AND (NOT rule.is_regel(citaat) OR bron.id IS NULL
            OR bron.status <> 'geplaatst' OR position(citaat IN bron.tekst) = 0) THEN
        RETURN 'ongeldig';
    END IF;
    IF NOT c.args ? 'voor' THEN
        RETURN NULL;
    ELSIF starts_with(o.stroom, 'voorzitterskamer:') THEN
        RETURN 'niet_toegestaan'; -- no party is in there to confirm it
    END IF;
    RETURN rule.vastgelegd_bezwaar(c, (rule.plek(o.stroom)).sector);
END $$;
COMMENT ON FUNCTION rule.bijdrage_nieuw_bezwaar(rule.opdracht, spr.onderwerp, text, text) IS
    'Why this post cannot be placed: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.bijdrage_plaatsen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o spr.onderwerp := rule.onderwerp_vind(c, c.args ->> 'onderwerp');
    b spr.bijdrage;
    v spr.vastgelegd;
    tekst text := rule.schoon(c.args ->> 'tekst');
    citaat text := rule.schoon(c.args ->> 'citaat');
    bezwaar text := rule.bijdrage_nieuw_bezwaar(c, o, tekst, citaat);
    inhoud jsonb;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    b.id := nextval('spr.bijdrage_id_seq');
    IF c.args ? 'voor' THEN
        v := rule.vastgelegd_nieuw(c, b.id, NULL);
    END IF;
    b.tafel := c.tafel;
    b.onderwerp := o.id;
    b.soort := coalesce(c.args ->> 'soort', 'bijdrage');
    b.tekst := tekst;
    b.persoonlijke_titel := coalesce((c.args ->> 'persoonlijkeTitel')::boolean, false);
    b.persoon := c.persoon;
    b.organisatie := coalesce(v.organisatie, c.organisatie);
    b.antwoord_op := rule.getal(c.args ->> 'antwoordOp');
    b.citaat := citaat;
    b.versie := 1;
    b.status := 'geplaatst';
    b.geplaatst_op := c.nu;
    inhoud := rule.bijdrage_inhoud(b, v, o.stroom);
    IF NOT rule.past(inhoud) THEN
        RETURN rule.weiger(c, 'te_groot');
    END IF;
    c := rule.boek(c, o.stroom, 'bijdrage.geplaatst', 'bijdrage:' || b.id, inhoud);
    b.seq := rule.plaats(c, o.stroom);
    INSERT INTO spr.bijdrage (id, tafel, onderwerp, soort, tekst, persoonlijke_titel, persoon,
        organisatie, antwoord_op, citaat, geplaatst_op, seq)
    OVERRIDING SYSTEM VALUE
    VALUES (b.id, b.tafel, b.onderwerp, b.soort, b.tekst, b.persoonlijke_titel, b.persoon,
        b.organisatie, b.antwoord_op, b.citaat, b.geplaatst_op, b.seq);
    IF v.id IS NOT NULL THEN
        PERFORM rule.vastgelegd_bewaren(v);
        -- The notice points; the words stay where they can still be taken away.
        c := rule.bericht_aan_lezers(c, v.organisatie, o.stroom, 'vastgelegd', 'bijdrage:' || b.id,
            o.titel);
    END IF;
    RETURN rule.geboekt(c, b.id, o.stroom);
END $$;
COMMENT ON FUNCTION rule.bijdrage_plaatsen(rule.opdracht) IS
    'bijdrage.plaatsen: for oneself, or by the secretaris for a party.';

CREATE OR REPLACE FUNCTION rule.is_schrijver(c rule.opdracht, b spr.bijdrage, v spr.vastgelegd)
RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN b.persoon = c.persoon
        AND (v.id IS NOT NULL OR b.organisatie IS NOT DISTINCT FROM c.organisatie);
END $$;
COMMENT ON FUNCTION rule.is_schrijver(rule.opdracht, spr.bijdrage, spr.vastgelegd) IS
    'Wrote this post, in the capacity in which the command is given.';

CREATE OR REPLACE FUNCTION rule.bijdrage_wijzig_bezwaar(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.is_schrijver(c, b, v)
          AND (v.id IS NULL OR c.organisatie IS DISTINCT FROM v.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT rule.mag_boeken(c, o.stroom, 'bijdrage.bevestigd') THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status <> 'geplaatst' THEN
        RETURN 'verkeerde_toestand';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.bijdrage_wijzig_bezwaar(rule.opdracht, spr.bijdrage, spr.onderwerp,
    spr.vastgelegd) IS 'Why this person cannot change this post: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.bijdrage_bevestigen(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
    IF NOT rule.past(inhoud) THEN
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN ARRAY(SELECT v.seq FROM spr.bijdrage_versie v WHERE v.bijdrage = b.id
                 UNION SELECT b.seq ORDER BY 1);
END $$;
COMMENT ON FUNCTION rule.bijdrage_plaatsen_in_log(spr.bijdrage) IS
    'Events that carry or carried the text of a post.';

CREATE OR REPLACE FUNCTION rule.bijdrage_wegnemen(c rule.opdracht, b spr.bijdrage,
    o spr.onderwerp, v spr.vastgelegd, wordt text, soort text, waarom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
