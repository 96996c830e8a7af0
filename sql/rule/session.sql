-- Sessions and one-time login links.
-- Invariant: only hashes arrive here; an ended, idle or expired session is as unknown as no session.

CREATE OR REPLACE FUNCTION rule.sessie_stil() RETURNS interval
LANGUAGE sql IMMUTABLE AS $$
    SELECT interval '12 hours'
$$;
COMMENT ON FUNCTION rule.sessie_stil() IS 'A session unused for this long is over.';

CREATE OR REPLACE FUNCTION rule.sessie_duur() RETURNS interval
LANGUAGE sql IMMUTABLE AS $$
    SELECT interval '7 days'
$$;
COMMENT ON FUNCTION rule.sessie_duur() IS 'A session is over after this long, used or not.';

CREATE OR REPLACE FUNCTION rule.sessie_leeft(geeindigd timestamptz, verloopt timestamptz,
    gezien timestamptz, nu timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT geeindigd IS NULL AND verloopt > nu AND gezien > nu - rule.sessie_stil()
$$;
COMMENT ON FUNCTION rule.sessie_leeft(timestamptz, timestamptz, timestamptz, timestamptz) IS
    'Neither ended, nor too old, nor unused for too long.';

CREATE OR REPLACE FUNCTION rule.sessie_lees(sessie text, nu timestamptz) RETURNS spr.sessie
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.sessie;
BEGIN
    SELECT * INTO s FROM spr.sessie x
    WHERE x.hash = sessie_lees.sessie
        AND rule.sessie_leeft(x.geeindigd, x.verloopt, x.gezien, sessie_lees.nu);
    RETURN s;
END $$;
COMMENT ON FUNCTION rule.sessie_lees(text, timestamptz) IS 'The living session with this hash, or NULLs.';

CREATE OR REPLACE FUNCTION rule.sessie_vind(sessie text, nu timestamptz) RETURNS spr.sessie
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.sessie := rule.sessie_lees(sessie, nu);
BEGIN
    IF s.gezien < nu - interval '1 minute' THEN
        UPDATE spr.sessie x SET gezien = sessie_vind.nu WHERE x.id = s.id;
    END IF;
    RETURN s;
END $$;
COMMENT ON FUNCTION rule.sessie_vind(text, timestamptz) IS
    'The living session with this hash, marked as used.';

CREATE OR REPLACE FUNCTION rule.lezer(sessie text) RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (rule.sessie_lees(sessie, rule.nu())).persoon;
END $$;
COMMENT ON FUNCTION rule.lezer(text) IS 'Who reads in this session; NULL when it is over.';

CREATE OR REPLACE FUNCTION rule.sessie_beeindig(id bigint, reden text, nu timestamptz)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    wie bigint;
BEGIN
    UPDATE spr.sessie s SET geeindigd = sessie_beeindig.nu, reden = sessie_beeindig.reden
    WHERE s.id = sessie_beeindig.id AND s.geeindigd IS NULL RETURNING s.persoon INTO wie;
    IF FOUND THEN
        RETURN NEXT rule.log_schrijf('toegang', 'toegang.gewijzigd', 'sessie:' || id,
            '{"organisatie":null,"persoon":"' || wie || '","vertegenwoordiging":null}',
            jsonb_build_object('persoon', wie::text, 'organisatie', NULL, 'tafel', NULL,
                'sessie', id::text)::text, nu, NULL, NULL);
    END IF;
END $$;
COMMENT ON FUNCTION rule.sessie_beeindig(bigint, text, timestamptz) IS
    'End a session and tell every process through the toegang stream.';

CREATE OR REPLACE FUNCTION rule.sessie_maken(persoon bigint, sessie_hash text, nu timestamptz)
RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nummer bigint;
BEGIN
    INSERT INTO spr.sessie (hash, persoon, begonnen, gezien, verloopt)
    VALUES (sessie_hash, sessie_maken.persoon, nu, nu, nu + rule.sessie_duur())
    RETURNING id INTO nummer;
    RETURN nummer;
END $$;
COMMENT ON FUNCTION rule.sessie_maken(bigint, text, timestamptz) IS 'Begin a session.';

CREATE OR REPLACE FUNCTION rule.inloglink_maken(persoon bigint, token_hash text,
    geldig interval DEFAULT interval '10 minutes') RETURNS timestamptz
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := rule.nu();
BEGIN
    INSERT INTO spr.inloglink (hash, persoon, gemaakt, verloopt)
    VALUES (token_hash, inloglink_maken.persoon, moment, moment + geldig);
    RETURN moment + geldig;
END $$;
COMMENT ON FUNCTION rule.inloglink_maken(bigint, text, interval) IS
    'Store a one-time login link; returns when it expires.';

CREATE OR REPLACE FUNCTION rule.welkom(s spr.sessie) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    moment timestamptz := rule.nu();
BEGIN
    RETURN jsonb_build_object(
        'sessie', s.id::text,
        'verloopt', rule.tijd(s.verloopt),
        'epoch', rule.epoch(),
        'nu', rule.tijd(moment),
        'persoon', (SELECT jsonb_build_object('id', p.id::text, 'naam', p.naam)
                    FROM spr.persoon p WHERE p.id = s.persoon),
        'rollen', (SELECT coalesce(jsonb_agg(r.rol ORDER BY r.rol), '[]')
                   FROM rule.platformrollen(s.persoon, moment) r (rol)),
        'namens', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id::text,
                       'organisatie', v.organisatie::text, 'functie', v.functie,
                       'magOndertekenen', v.mag_ondertekenen) ORDER BY v.id), '[]')
                   FROM rule.vertegenwoordigingen(s.persoon, moment) v));
END $$;
COMMENT ON FUNCTION rule.welkom(spr.sessie) IS 'Who is logged in, for whom they may speak, and since when.';
