-- The register and rights beside a tafel: how sectors, organisations, people and representations
-- are written down. Each change is told in the register or the toegang stream.
-- Invariant: register events hold names, toegang events hold ids only.

CREATE OR REPLACE FUNCTION rule.platform_schrijf(stroom text, soort text, ref text, inhoud jsonb)
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM rule.log_schrijf(stroom, soort, ref,
        '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}', inhoud::text, rule.nu(),
        NULL, NULL);
END $$;
COMMENT ON FUNCTION rule.platform_schrijf(text, text, text, jsonb) IS
    'Append an event that no command wrote: the platform itself is its author.';

CREATE OR REPLACE FUNCTION rule.toegang_melden(persoon bigint, organisatie bigint, ref text)
RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM rule.platform_schrijf('toegang', 'toegang.gewijzigd', ref,
        jsonb_build_object('persoon', persoon::text, 'organisatie', organisatie::text,
            'tafel', NULL, 'sessie', NULL));
END $$;
COMMENT ON FUNCTION rule.toegang_melden(bigint, bigint, text) IS
    'Tell every process that the rights of a person or an organisation changed.';

CREATE OR REPLACE FUNCTION rule.sector_json(id bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT jsonb_build_object('id', s.id::text, 'naam', s.naam, 'code', s.kenmerk)
            FROM spr.sector s WHERE s.id = sector_json.id);
END $$;
COMMENT ON FUNCTION rule.sector_json(bigint) IS 'A sector as the wire shows it.';

CREATE OR REPLACE FUNCTION rule.organisatie_json(id bigint, vandaag date) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_strip_nulls(jsonb_build_object('id', o.id::text, 'naam', o.naam,
            'afkorting', o.afkorting, 'soort', o.soort, 'zijde', o.zijde,
            'koepel', o.koepel::text, 'vertegenwoordigtAantal', o.vertegenwoordigt_aantal,
            'website', o.website, 'bron', o.bron, 'fictief', o.fictief,
            'sectoren', coalesce((SELECT jsonb_agg(DISTINCT s.sector::text)
                FROM spr.organisatie_sector s
                WHERE s.organisatie = o.id AND s.van <= vandaag
                    AND (s.tot IS NULL OR s.tot >= vandaag)), '[]')))
        FROM spr.organisatie o WHERE o.id = organisatie_json.id);
END $$;
COMMENT ON FUNCTION rule.organisatie_json(bigint, date) IS 'An organisation as the wire shows it.';

CREATE OR REPLACE FUNCTION rule.persoon_json(id bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT jsonb_build_object('id', p.id::text, 'naam', p.naam)
            FROM spr.persoon p WHERE p.id = persoon_json.id);
END $$;
COMMENT ON FUNCTION rule.persoon_json(bigint) IS 'A person as the wire shows them.';

CREATE OR REPLACE FUNCTION rule.vertegenwoordiging_json(v spr.vertegenwoordiging) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', v.id::text, 'persoon', v.persoon::text,
        'organisatie', v.organisatie::text, 'functie', v.functie,
        'magOndertekenen', v.mag_ondertekenen,
        'van', rule.tijd(v.van::timestamp AT TIME ZONE 'Europe/Amsterdam'),
        'tot', rule.tijd((v.tot + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')));
END $$;
COMMENT ON FUNCTION rule.vertegenwoordiging_json(spr.vertegenwoordiging) IS
    'A representation as the wire shows it; tot is the moment it ends.';

CREATE OR REPLACE FUNCTION rule.sector_vastleggen(kenmerk text, naam text) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nummer bigint;
BEGIN
    INSERT INTO spr.sector (kenmerk, naam)
    VALUES (sector_vastleggen.kenmerk, sector_vastleggen.naam)
    ON CONFLICT ON CONSTRAINT sector_kenmerk_key DO UPDATE SET naam = excluded.naam
    RETURNING id INTO nummer;
    PERFORM rule.platform_schrijf('register', 'sector.vastgelegd', 'sector:' || nummer,
        jsonb_build_object('sectoren', jsonb_build_array(rule.sector_json(nummer))));
    RETURN nummer;
END $$;
COMMENT ON FUNCTION rule.sector_vastleggen(text, text) IS 'Enter a sector, or rename it.';

CREATE OR REPLACE FUNCTION rule.organisatie_vastleggen(naam text, soort text, zijde text,
    sectoren bigint[], afkorting text DEFAULT NULL, koepel bigint DEFAULT NULL,
    vertegenwoordigt_aantal bigint DEFAULT NULL, kvk text DEFAULT NULL, website text DEFAULT NULL,
    bron text DEFAULT NULL, fictief boolean DEFAULT false) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
    nummer bigint;
    vandaag date := rule.dag(rule.nu());
BEGIN
    INSERT INTO spr.organisatie (naam, soort, zijde, afkorting, koepel, vertegenwoordigt_aantal,
        kvk, website, bron, fictief)
    VALUES ($1, $2, $3, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT ON CONSTRAINT organisatie_naam_key DO UPDATE SET soort = excluded.soort,
        zijde = excluded.zijde, afkorting = excluded.afkorting, koepel = excluded.koepel,
        vertegenwoordigt_aantal = excluded.vertegenwoordigt_aantal, kvk = excluded.kvk,
        website = excluded.website, bron = excluded.bron, fictief = excluded.fictief
    RETURNING id INTO nummer;
    UPDATE spr.organisatie_sector s SET tot = vandaag
    WHERE s.organisatie = nummer AND s.tot IS NULL AND s.sector <> ALL ($4);
    INSERT INTO spr.organisatie_sector (organisatie, sector, van)
    SELECT nummer, x, vandaag FROM unnest($4) x
    WHERE NOT EXISTS (SELECT FROM spr.organisatie_sector s
        WHERE s.organisatie = nummer AND s.sector = x AND s.tot IS NULL)
    ON CONFLICT ON CONSTRAINT organisatie_sector_pkey DO UPDATE SET tot = NULL;
    PERFORM rule.platform_schrijf('register', 'organisatie.vastgelegd', 'organisatie:' || nummer,
        jsonb_build_object('organisaties',
            jsonb_build_array(rule.organisatie_json(nummer, vandaag))));
    RETURN nummer;
END $$;
COMMENT ON FUNCTION rule.organisatie_vastleggen(text, text, text, bigint[], text, bigint, bigint,
    text, text, text, boolean) IS 'Enter an organisation, or correct what is known of it by name.';

CREATE OR REPLACE FUNCTION rule.persoon_vastleggen(naam text, fictief boolean DEFAULT false)
RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nummer bigint;
BEGIN
    INSERT INTO spr.persoon (naam, fictief)
    VALUES (persoon_vastleggen.naam, persoon_vastleggen.fictief) RETURNING id INTO nummer;
    PERFORM rule.platform_schrijf('register', 'persoon.vastgelegd', 'persoon:' || nummer,
        jsonb_build_object('personen', jsonb_build_array(rule.persoon_json(nummer))));
    RETURN nummer;
END $$;
COMMENT ON FUNCTION rule.persoon_vastleggen(text, boolean) IS 'Enter a person.';

CREATE OR REPLACE FUNCTION rule.vertegenwoordiging_vastleggen(persoon bigint, organisatie bigint,
    functie text, mag_ondertekenen boolean DEFAULT false, van date DEFAULT NULL,
    tot date DEFAULT NULL, aangewezen_door bigint DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.vertegenwoordiging;
BEGIN
    INSERT INTO spr.vertegenwoordiging (persoon, organisatie, functie, mag_ondertekenen, van, tot,
        aangewezen_door)
    VALUES ($1, $2, $3, $4, coalesce($5, rule.dag(rule.nu())), $6, $7) RETURNING * INTO v;
    PERFORM rule.platform_schrijf('register', 'vertegenwoordiging.vastgelegd',
        'vertegenwoordiging:' || v.id,
        jsonb_build_object('vertegenwoordigingen',
            jsonb_build_array(rule.vertegenwoordiging_json(v))));
    PERFORM rule.toegang_melden(v.persoon, v.organisatie, 'vertegenwoordiging:' || v.id);
    RETURN v.id;
END $$;
COMMENT ON FUNCTION rule.vertegenwoordiging_vastleggen(bigint, bigint, text, boolean, date, date,
    bigint) IS 'Let a person speak for an organisation.';

CREATE OR REPLACE FUNCTION rule.vertegenwoordiging_beeindigen(id bigint, tot date) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.vertegenwoordiging;
BEGIN
    UPDATE spr.vertegenwoordiging w SET tot = vertegenwoordiging_beeindigen.tot
    WHERE w.id = vertegenwoordiging_beeindigen.id RETURNING * INTO STRICT v;
    PERFORM rule.platform_schrijf('register', 'vertegenwoordiging.vastgelegd',
        'vertegenwoordiging:' || v.id,
        jsonb_build_object('vertegenwoordigingen',
            jsonb_build_array(rule.vertegenwoordiging_json(v))));
    PERFORM rule.toegang_melden(v.persoon, v.organisatie, 'vertegenwoordiging:' || v.id);
END $$;
COMMENT ON FUNCTION rule.vertegenwoordiging_beeindigen(bigint, date) IS
    'Set the last day on which a person speaks for an organisation.';

CREATE OR REPLACE FUNCTION rule.rol_toekennen(persoon bigint, rol text) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nummer bigint;
BEGIN
    INSERT INTO spr.platformrol (persoon, rol, van) VALUES ($1, $2, rule.nu())
    RETURNING id INTO nummer;
    PERFORM rule.toegang_melden(persoon, NULL, 'platformrol:' || nummer);
    RETURN nummer;
END $$;
COMMENT ON FUNCTION rule.rol_toekennen(bigint, text) IS 'Give a person a role for the platform.';

CREATE OR REPLACE FUNCTION rule.rol_intrekken(persoon bigint, rol text) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nummer bigint;
BEGIN
    UPDATE spr.platformrol r SET tot = rule.nu()
    WHERE r.persoon = $1 AND r.rol = $2 AND r.tot IS NULL RETURNING r.id INTO nummer;
    IF FOUND THEN
        PERFORM rule.toegang_melden(persoon, NULL, 'platformrol:' || nummer);
    END IF;
END $$;
COMMENT ON FUNCTION rule.rol_intrekken(bigint, text) IS 'Take a role for the platform back.';
