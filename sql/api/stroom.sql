-- Reading streams: following one, pages for readers, the feed and the heads for the processes, and
-- whether rights still hold.
-- Invariant: what a person gets lies within the stretch their right covers; the functions for
-- processes (feed_lezen, koppen) decide nothing about people.

CREATE OR REPLACE FUNCTION rule.seq_voor(stroom bigint, kop bigint, moment timestamptz)
RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
DECLARE
    laag bigint := 0;
    hoog bigint := kop;
    midden bigint;
BEGIN
    IF moment = '-infinity' THEN
        RETURN 0;
    ELSIF moment = 'infinity' OR moment IS NULL THEN
        RETURN kop;
    END IF;
    -- Times rise with seq, so halving finds the place without an index of its own.
    WHILE laag < hoog LOOP
        midden := (laag + hoog + 1) / 2;
        IF (SELECT g.at FROM spr.gebeurtenis g
            WHERE g.stroom = seq_voor.stroom AND g.seq = midden) < moment THEN
            laag := midden;
        ELSE
            hoog := midden - 1;
        END IF;
    END LOOP;
    RETURN laag;
END $$;
COMMENT ON FUNCTION rule.seq_voor(bigint, bigint, timestamptz) IS
    'Last seq of a stream before this moment.';

CREATE OR REPLACE FUNCTION rule.stroom_stand(naam text) RETURNS spr.stroom
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.stroom;
BEGIN
    SELECT * INTO s FROM spr.stroom x WHERE x.naam = stroom_stand.naam;
    IF NOT FOUND AND (rule.plek(naam)).soort IS NOT NULL THEN
        s.naam := naam;
        s.epoch := rule.epoch();
        s.seq := 0;
        s.h := sha256(convert_to('spr.v1' || naam || s.epoch, 'UTF8'));
    END IF;
    RETURN s;
END $$;
COMMENT ON FUNCTION rule.stroom_stand(text) IS
    'Head of a stream, unlocked; one that nobody wrote to yet stands at 0; NULLs when the name is none.';

CREATE OR REPLACE FUNCTION rule.stroom_h(s spr.stroom, seq bigint) RETURNS bytea
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE WHEN seq = s.seq THEN s.h
        WHEN seq = 0 THEN sha256(convert_to('spr.v1' || s.naam || s.epoch, 'UTF8'))
        ELSE (SELECT g.h FROM spr.gebeurtenis g WHERE g.stroom = s.id AND g.seq = stroom_h.seq)
        END;
END $$;
COMMENT ON FUNCTION rule.stroom_h(spr.stroom, bigint) IS 'Chain value of a stream at seq.';

CREATE OR REPLACE FUNCTION rule.frames(s spr.stroom, na bigint, tot bigint, hoogstens int)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT 'gebeurtenis', s.naam::text, g.seq, rule.log_frame(s.naam, g.seq, g.leaf, g.h, i.inhoud,
            i.zout, i.door, i.doorzout, i.afwezig)
        FROM spr.gebeurtenis g JOIN spr.inhoud i USING (stroom, seq)
        WHERE g.stroom = s.id AND g.seq > na AND g.seq <= least(tot, na + hoogstens)
        ORDER BY g.seq;
END $$;
COMMENT ON FUNCTION rule.frames(spr.stroom, bigint, bigint, int) IS
    'Events after na up to tot, at most so many, with the content as it is now.';

CREATE OR REPLACE FUNCTION api.stroom_volgen(sessie text, stroom text, epoch text, since text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := (rule.sessie_vind(sessie, moment)).persoon;
    recht rule.leesrecht;
    s spr.stroom;
    vanaf bigint := coalesce(nullif(since, '')::bigint, 0);
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', stroom, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    recht := rule.leesrecht(wie, stroom, moment);
    IF recht.stroom IS NULL OR recht.tot IS NOT NULL THEN
        RETURN NEXT ('weigering', stroom, NULL, rule.fout('niet_gevonden'))::api.regel;
        RETURN;
    END IF;
    s := rule.stroom_stand(stroom);
    IF coalesce(nullif(epoch, ''), CASE WHEN vanaf = 0 THEN rule.epoch() ELSE '' END)
           <> rule.epoch() OR vanaf NOT BETWEEN 0 AND s.seq THEN
        RETURN NEXT ('weigering', stroom, NULL, rule.fout('epoch_verlopen'))::api.regel;
        RETURN;
    END IF;
    vanaf := greatest(vanaf, rule.seq_voor(s.id, s.seq, recht.vanaf));
    RETURN NEXT ('antwoord', stroom, vanaf, '{"stroom":"' || stroom || '","epoch":"'
        || rule.epoch() || '","beginEpoch":"' || s.epoch || '","since":' || vanaf || ',"h":"'
        || encode(rule.stroom_h(s, vanaf), 'hex') || '","kop":' || s.seq || '}')::api.regel;
END $$;
COMMENT ON FUNCTION api.stroom_volgen(text, text, text, text) IS
    'May this session follow the stream, and from where.';

CREATE OR REPLACE FUNCTION rule.leesbereik(wie bigint, s spr.stroom, moment timestamptz,
    OUT eerste bigint, OUT laatste bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    recht rule.leesrecht := rule.leesrecht(wie, s.naam, moment);
BEGIN
    IF recht.stroom IS NOT NULL THEN
        eerste := rule.seq_voor(s.id, s.seq, recht.vanaf);
        laatste := rule.seq_voor(s.id, s.seq, recht.tot + interval '1 microsecond');
    END IF;
END $$;
COMMENT ON FUNCTION rule.leesbereik(bigint, spr.stroom, timestamptz) IS
    'Which events somebody may read: after eerste, up to laatste; NULLs when none.';

CREATE OR REPLACE FUNCTION api.bladzijde(sessie text, stroom text, na bigint, hoogstens int)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    s spr.stroom := rule.stroom_stand(stroom);
    eerste bigint;
    laatste bigint;
BEGIN
    SELECT b.eerste, b.laatste INTO eerste, laatste FROM rule.leesbereik(wie, s, moment) b;
    IF laatste IS NULL THEN
        RETURN NEXT ('weigering', stroom, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN QUERY SELECT * FROM rule.frames(s, greatest(na, eerste), laatste,
        least(hoogstens, 1000));
END $$;
COMMENT ON FUNCTION api.bladzijde(text, text, bigint, int) IS
    'A page of events for a reader that is behind, within what their right covers.';

CREATE OR REPLACE FUNCTION api.stroom_lezen(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v jsonb := verzoek::jsonb;
    moment timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    s spr.stroom := rule.stroom_stand(v ->> 'stroom');
    eerste bigint;
    laatste bigint;
    na bigint;
BEGIN
    SELECT b.eerste, b.laatste INTO eerste, laatste FROM rule.leesbereik(wie, s, moment) b;
    IF laatste IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    -- Past the end stands only who comes from before a restore: the epoch tells them.
    na := greatest(least(coalesce((v ->> 'na')::bigint, 0), laatste), eerste);
    RETURN NEXT ('antwoord', s.naam, NULL, '{"stroom":"' || s.naam || '","epoch":"' || rule.epoch()
        || '","na":' || na || ',"h":"' || encode(rule.stroom_h(s, na), 'hex') || '","kop":'
        || laatste || ',"gebeurtenissen":[' || coalesce((
            SELECT string_agg(f.bytes, ',' ORDER BY f.seq)
            FROM rule.frames(s, na, laatste, coalesce((v ->> 'hoogstens')::int, 200)) f), '')
        || ']}')::api.regel;
END $$;
COMMENT ON FUNCTION api.stroom_lezen(text, text) IS
    'Events of a stream after a place, for readers without a WebSocket.';

CREATE OR REPLACE FUNCTION api.feed_lezen(stroom text, na bigint, hoogstens int)
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    s spr.stroom := rule.stroom_stand(stroom);
BEGIN
    RETURN QUERY
        SELECT 'wis', s.naam::text, w, NULL::text
        FROM spr.gebeurtenis g, unnest(g.wist) w
        WHERE g.stroom = s.id AND g.seq > na AND g.seq <= na + hoogstens ORDER BY w;
    RETURN QUERY SELECT * FROM rule.frames(s, na, s.seq, hoogstens);
END $$;
COMMENT ON FUNCTION api.feed_lezen(text, bigint, int) IS
    'What a process has not seen of a stream: what to drop from its ring, then the new events.';

CREATE OR REPLACE FUNCTION api.koppen(stromen text[]) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT 'kop', s.naam::text, s.seq, encode(s.h, 'hex')
        FROM spr.stroom s WHERE s.naam = ANY (stromen);
END $$;
COMMENT ON FUNCTION api.koppen(text[]) IS 'Heads of these streams.';

CREATE OR REPLACE FUNCTION api.rechten_toetsen(sessies text[], stromen text[])
RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moment timestamptz := rule.nu();
    wie bigint;
BEGIN
    FOR i IN 1 .. coalesce(cardinality(sessies), 0) LOOP
        wie := (rule.sessie_lees(sessies[i], moment)).persoon;
        IF wie IS NULL THEN
            RETURN NEXT ('weigering', stromen[i], i, 'sessie_verlopen')::api.regel;
        ELSIF coalesce(stromen[i], '') <> ''
              AND NOT rule.mag_stroom(wie, NULL, stromen[i], 'lezen', moment) THEN
            RETURN NEXT ('weigering', stromen[i], i, 'toegang_ingetrokken')::api.regel;
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION api.rechten_toetsen(text[], text[]) IS
    'Which of these subscriptions are no longer allowed; seq is the 1-based place, bytes the reason. An empty stream asks after the session alone.';
