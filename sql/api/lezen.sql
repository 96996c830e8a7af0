-- Reading what was said: older posts of a thread, the versions of a post, and searching.
-- Invariant: a post is found only by who may read its stream, not from before their seat began to
-- read, and never with words that were hidden or withdrawn.

CREATE OR REPLACE FUNCTION rule.lees_grens(wie bigint, stroom text, moment timestamptz)
RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    recht rule.leesrecht := rule.leesrecht(wie, stroom, moment);
    s spr.stroom;
BEGIN
    IF recht.stroom IS NULL OR recht.tot IS NOT NULL THEN
        RETURN NULL;
    END IF;
    s := rule.stroom_stand(stroom);
    RETURN rule.seq_voor(s.id, s.seq, recht.vanaf);
END $$;
COMMENT ON FUNCTION rule.lees_grens(bigint, text, timestamptz) IS
    'Somebody reads a stream from after this seq; NULL: not at all.';

CREATE OR REPLACE FUNCTION rule.bladzijde_beeld(rijen jsonb, hoogstens int, nieuwste boolean)
RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    meer boolean := jsonb_array_length(rijen) > hoogstens;
BEGIN
    -- One row more than asked for was read, to know whether there are older ones.
    IF meer THEN
        rijen := rijen - CASE WHEN nieuwste THEN hoogstens ELSE 0 END;
    END IF;
    RETURN jsonb_build_object('bijdragen', rijen, 'ouder', meer)::text;
END $$;
COMMENT ON FUNCTION rule.bladzijde_beeld(jsonb, int, boolean) IS 'A page of posts.';

CREATE OR REPLACE FUNCTION api.onderwerp_bijdragen(sessie text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v jsonb := verzoek::jsonb;
    wie bigint := rule.lezer(sessie);
    hoogstens int := coalesce((v ->> 'hoogstens')::int, 50);
    o spr.onderwerp;
    grens bigint;
BEGIN
    SELECT * INTO o FROM spr.onderwerp x WHERE x.id = rule.getal(v ->> 'onderwerp');
    grens := rule.lees_grens(wie, o.stroom, rule.nu());
    IF grens IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, rule.bladzijde_beeld(rule.bijdragen_beeld(
        ARRAY(SELECT b FROM rule.laatste_bijdragen(o, rule.getal(v ->> 'voor'), grens,
            hoogstens + 1) b), o.stroom), hoogstens, false))::api.regel;
END $$;
COMMENT ON FUNCTION api.onderwerp_bijdragen(text, text) IS
    'onderwerp.bijdragen: a page of older posts.';

CREATE OR REPLACE FUNCTION api.bijdrage_versies(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie bigint := rule.lezer(sessie);
    b spr.bijdrage;
    grens bigint;
BEGIN
    SELECT * INTO b FROM spr.bijdrage x WHERE x.id = rule.getal(verzoek::jsonb ->> 'bijdrage');
    grens := rule.lees_grens(wie, (SELECT o.stroom FROM spr.onderwerp o WHERE o.id = b.onderwerp),
        rule.nu());
    IF grens IS NULL OR b.seq <= grens THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, jsonb_build_object('bijdrage', b.id::text, 'versies', (
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('versie', x.versie,
            'tekst', x.tekst, 'spreker', rule.spreker(x.persoon, x.organisatie),
            'op', rule.tijd(x.op), 'reden', x.reden)) ORDER BY x.versie), '[]')
        FROM (SELECT w.versie, w.tekst, w.persoon, w.organisatie, w.op, w.reden, w.seq
              FROM spr.bijdrage_versie w WHERE w.bijdrage = b.id
              UNION ALL SELECT 1, b.tekst, b.persoon, b.organisatie, b.geplaatst_op, NULL, b.seq
              WHERE b.versie = 1) x
        WHERE x.seq > grens AND b.status = 'geplaatst'))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.bijdrage_versies(text, text) IS
    'bijdrage.versies: what a post said before; nothing once it is hidden or withdrawn.';

CREATE OR REPLACE FUNCTION api.bijdrage_zoeken(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v jsonb := verzoek::jsonb;
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    nummer bigint := coalesce(rule.getal(v ->> 'tafel'), 0);
    hoogstens int := coalesce((v ->> 'hoogstens')::int, 50);
    vraag tsquery := websearch_to_tsquery('pg_catalog.dutch', v ->> 'zoek');
    rijen jsonb;
BEGIN
    IF wie IS NULL OR NOT EXISTS (SELECT FROM rule.leesbare_stromen(wie, moment, nummer)) THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    WITH leesbaar AS (
        SELECT o.id, o.stroom, rule.seq_voor(s.id, s.seq, r.vanaf) AS na_seq
        FROM rule.leesbare_stromen(wie, moment, nummer) r
        JOIN spr.stroom s ON s.naam = r.stroom
        JOIN spr.onderwerp o ON o.stroom = r.stroom
        WHERE r.tot IS NULL),
    gevonden AS (
        SELECT b.id, l.stroom FROM rule.bijdragen_gevonden(nummer, vraag) b
        JOIN leesbaar l ON l.id = b.onderwerp
        WHERE b.seq > l.na_seq AND (NOT v ? 'voor' OR b.id < rule.getal(v ->> 'voor'))
        ORDER BY b.id DESC LIMIT hoogstens + 1)
    SELECT coalesce(jsonb_agg(rule.beeld(b, g, k.stroom) ORDER BY b.id DESC), '[]') INTO rijen
    FROM gevonden k JOIN spr.bijdrage b USING (id) LEFT JOIN spr.vastgelegd g ON g.bijdrage = b.id;
    RETURN NEXT ('antwoord', NULL, NULL,
        rule.bladzijde_beeld(rijen, hoogstens, true))::api.regel;
END $$;
COMMENT ON FUNCTION api.bijdrage_zoeken(text, text) IS
    'bijdrage.zoeken: Dutch words, newest first, only in what the reader may read.';
