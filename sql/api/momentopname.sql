-- Reading a tafel: the list of tafels, one tafel as a snapshot, and the register.
-- Invariant: one call sees one moment of the database, and never past what the reader may see.

CREATE OR REPLACE FUNCTION api.tafel_momentopname(sessie text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    nummer bigint := rule.getal(verzoek::jsonb ->> 'tafel');
    stromen jsonb;
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    stromen := (SELECT jsonb_agg(rule.stroom_beeld(wie, r, moment) ORDER BY r.stroom)
                FROM rule.leesbare_stromen(wie, moment, coalesce(nummer, 0)) r);
    IF stromen IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('niet_gevonden'))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, jsonb_strip_nulls(jsonb_build_object(
        'tafel', nummer::text, 'epoch', rule.epoch(), 'op', rule.tijd(moment),
        'ik', rule.ik_beeld(wie, nummer, moment), 'stromen', stromen,
        'leesstanden', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('onderwerp', l.onderwerp::text,
                'bijdrage', l.bijdrage::text) ORDER BY l.onderwerp), '[]')
            FROM spr.leesstand l JOIN spr.onderwerp o ON o.id = l.onderwerp
            WHERE l.persoon = wie AND o.tafel = nummer),
        'laatsteBezoek', rule.tijd((
            SELECT max(l.op) FROM spr.leesstand l JOIN spr.onderwerp o ON o.id = l.onderwerp
            WHERE l.persoon = wie AND o.tafel = nummer))))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.tafel_momentopname(text, text) IS
    'tafel.momentopname: every stream of the tafel this session may read, with its state.';

CREATE OR REPLACE FUNCTION rule.tafel_kaart(wie bigint, t spr.tafel, moment timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        WITH leesbaar AS (
            SELECT o.id, rule.seq_voor(s.id, s.seq, r.vanaf) AS na_seq
            FROM rule.leesbare_stromen(wie, moment, t.id) r
            JOIN spr.stroom s ON s.naam = r.stroom
            JOIN spr.onderwerp o ON o.stroom = r.stroom
            WHERE r.tot IS NULL),
        per_onderwerp AS (
            SELECT (SELECT b.geplaatst_op FROM spr.bijdrage b
                    WHERE b.onderwerp = k.id AND b.seq > k.na_seq
                    ORDER BY b.id DESC LIMIT 1) AS laatste,
                -- Nobody counts further than a thousand.
                (SELECT count(*) FROM (
                    SELECT FROM spr.bijdrage b
                    WHERE b.onderwerp = k.id AND b.seq > k.na_seq
                        AND b.id > coalesce(l.bijdrage, 0)
                        AND b.persoon <> wie AND b.status = 'geplaatst' LIMIT 1000) x) AS ongelezen
            FROM leesbaar k LEFT JOIN spr.leesstand l ON l.onderwerp = k.id AND l.persoon = wie)
        SELECT jsonb_strip_nulls(jsonb_build_object(
            -- Who looks in from outside, or is only invited, gets what is told outside.
            'tafel', CASE WHEN rule.mag_stroom(wie, NULL, 'tafel:' || t.id, 'lezen', moment)
                THEN rule.beeld(t)
                ELSE rule.buiten_beeld(jsonb_build_object('tafels', rule.beeld(t))) -> 'tafels' END,
            'rollen', rule.ik_beeld(wie, t.id, moment) -> 'rollen',
            'ongelezen', coalesce(sum(p.ongelezen), 0),
            'laatsteBijdrage', rule.tijd(max(p.laatste)),
            'laatsteBezoek', rule.tijd((
                SELECT max(l.op) FROM spr.leesstand l JOIN spr.onderwerp o ON o.id = l.onderwerp
                WHERE l.persoon = wie AND o.tafel = t.id)),
            'uitnodiging', (
                SELECT min(d.id)::text FROM spr.deelname d
                JOIN rule.vertegenwoordigingen(wie, moment) v ON v.organisatie = d.organisatie
                WHERE d.tafel = t.id AND d.status = 'uitgenodigd' AND t.status = 'open')))
        FROM per_onderwerp p);
END $$;
COMMENT ON FUNCTION rule.tafel_kaart(bigint, spr.tafel, timestamptz) IS
    'A tafel in the list of a reader.';

CREATE OR REPLACE FUNCTION api.tafel_lijst(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, (
        WITH mijn AS (
            SELECT DISTINCT split_part(r.stroom, ':', 2)::bigint AS id
            FROM rule.leesbare_stromen(wie, moment) r
            WHERE (r.stroom LIKE 'tafel:%' OR r.stroom LIKE 'buiten:%') AND r.tot IS NULL
            UNION
            SELECT d.tafel FROM spr.deelname d
            JOIN rule.vertegenwoordigingen(wie, moment) v ON v.organisatie = d.organisatie
            WHERE d.status = 'uitgenodigd')
        SELECT jsonb_build_object('tafels', coalesce(
            jsonb_agg(rule.tafel_kaart(wie, t, moment) ORDER BY t.id DESC), '[]'))
        FROM spr.tafel t JOIN mijn USING (id)
        WHERE t.status <> 'concept'
            OR rule.kent_tafel(wie, t.id, t.status, moment))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.tafel_lijst(text, text) IS
    'tafel.lijst: tafels one reads or is invited to, newest first.';

CREATE OR REPLACE FUNCTION api.register_lezen(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    recht rule.leesrecht;
    s spr.stroom := rule.stroom_stand('register');
BEGIN
    recht := rule.leesrecht(wie, 'register', moment);
    IF recht.stroom IS NULL OR recht.tot IS NOT NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, jsonb_build_object('stroom', s.naam, 'seq', s.seq,
        'h', encode(s.h, 'hex'),
        'schrijven', rule.mag_hier_schrijven(wie, 'register', moment),
        'toestand', rule.stand_gevouwen(s, 0, s.seq))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.register_lezen(text, text) IS
    'register.lezen: sectors, organisations and names, as their events left them.';
