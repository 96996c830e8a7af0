-- Who may do what: the one place that reads the policy. Every door asks here, and so does each
-- append. A stream that is unknown and a stream that is closed to somebody look the same.
-- Invariant: rights follow from rows that are true at the moment asked for, never from a cache.

CREATE OR REPLACE FUNCTION rule.vertegenwoordigingen(persoon bigint, moment timestamptz)
RETURNS SETOF spr.vertegenwoordiging
LANGUAGE plpgsql STABLE AS $$
DECLARE
    vandaag date := rule.dag(moment);
BEGIN
    RETURN QUERY SELECT * FROM spr.vertegenwoordiging v
        WHERE v.persoon = vertegenwoordigingen.persoon
            AND v.van <= vandaag AND (v.tot IS NULL OR v.tot >= vandaag);
END $$;
COMMENT ON FUNCTION rule.vertegenwoordigingen(bigint, timestamptz) IS
    'For whom somebody may speak on the day of this moment.';

CREATE OR REPLACE FUNCTION rule.platformrollen(persoon bigint, moment timestamptz)
RETURNS SETOF text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY SELECT r.rol FROM spr.platformrol r
        WHERE r.persoon = platformrollen.persoon AND r.van <= moment
            AND (r.tot IS NULL OR r.tot > moment);
END $$;
COMMENT ON FUNCTION rule.platformrollen(bigint, timestamptz) IS 'Roles for the whole platform.';

CREATE OR REPLACE FUNCTION rule.klasse_van(soort text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce(
        (SELECT k.klasse FROM rule.klasse k WHERE k.zaak = soort),
        (SELECT k.klasse FROM rule.klasse k WHERE k.zaak = split_part(soort, '.', 1)),
        'inhoud');
END $$;
COMMENT ON FUNCTION rule.klasse_van(text) IS 'Class of an event: inhoud, procedure or verslag.';

CREATE OR REPLACE FUNCTION rule.raakt_toegang(doe text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT split_part(doe, '.', 1) IN ('tafel', 'deelname', 'zetel')
$$;
COMMENT ON FUNCTION rule.raakt_toegang(text) IS 'Whether a command may change who may read.';

CREATE OR REPLACE FUNCTION rule.plek(stroom text) RETURNS rule.plek
LANGUAGE plpgsql STABLE AS $$
DECLARE
    p rule.plek;
    object text := split_part(stroom, ':', 2);
    nr bigint := rule.getal(split_part(object, '-', 1));
BEGIN
    p.soort := split_part(stroom, ':', 1);
    CASE p.soort
    WHEN 'tafel', 'buiten', 'voorzitterskamer' THEN
        p.tafel := nr;
    WHEN 'kamer' THEN
        SELECT g.tafel, g.sector,
            CASE WHEN r.status IN ('gepland', 'open') THEN r.status ELSE 'dicht' END
        INTO p.tafel, p.sector, p.fase
        FROM spr.gesprek g JOIN spr.ronde r ON r.id = g.ronde WHERE g.id = nr;
    WHEN 'vooroverleg' THEN
        p.tafel := nr;
        p.zijde := substr(object, length(split_part(object, '-', 1)) + 2);
        IF p.zijde NOT IN ('werknemers', 'werkgevers', 'fonds', 'onafhankelijk') THEN
            RETURN NULL;
        END IF;
    WHEN 'bilateraal' THEN
        SELECT b.tafel, b.ene, b.andere,
            CASE WHEN b.gesloten_op IS NULL THEN 'open' ELSE 'dicht' END
        INTO p.tafel, p.ene, p.andere, p.fase
        FROM spr.bilateraal b WHERE b.id = nr;
    WHEN 'organisatie' THEN
        p.organisatie := nr;
    WHEN 'persoon' THEN
        p.persoon := nr;
    WHEN 'register', 'toegang' THEN
        nr := 1;
    ELSE
        RETURN NULL;
    END CASE;
    IF p.tafel IS NOT NULL THEN
        SELECT t.status, t.openbaarheid INTO p.status, p.openbaarheid
        FROM spr.tafel t WHERE t.id = p.tafel;
    END IF;
    -- One spelling per stream: "tafel:01" is nobody's.
    IF stroom IS DISTINCT FROM (p.soort || CASE
           WHEN p.soort IN ('register', 'toegang') THEN ''
           WHEN p.soort = 'vooroverleg' THEN ':' || nr || '-' || p.zijde
           ELSE ':' || nr END)
       OR (p.tafel IS NULL AND p.soort NOT IN ('organisatie', 'persoon', 'register', 'toegang'))
       OR (p.tafel IS NOT NULL AND p.status IS NULL) THEN
        RETURN NULL;
    END IF;
    p.staat := CASE WHEN p.soort = 'kamer' THEN p.status || '/' || p.fase
                    -- A closed talk is like one beside a closed tafel.
                    WHEN p.soort = 'bilateraal' AND p.status = 'open' AND p.fase = 'dicht'
                    THEN 'afgesloten'
                    ELSE coalesce(p.status, '-') END;
    RETURN p;
END $$;
COMMENT ON FUNCTION rule.plek(text) IS
    'Where a stream stands: its kind, its tafel and state; NULL for a name that is no stream.';

CREATE OR REPLACE FUNCTION rule.zetels(persoon bigint, tafel bigint, moment timestamptz)
RETURNS SETOF rule.zit
LANGUAGE plpgsql STABLE AS $$
DECLARE
    vandaag date := rule.dag(moment);
BEGIN
    RETURN QUERY
        SELECT z.tafel, z.deelname, d.organisatie, d.zijde, d.sectoren,
            rule.met_vertegenwoordiger(z.rollen),
            z.leest_vanaf,
            least(z.leest_tot, d.uitgetreden_op,
                CASE WHEN z.deelname IS NOT NULL THEN (
                    SELECT max(coalesce((v.tot + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam',
                        'infinity'))
                    FROM spr.vertegenwoordiging v
                    WHERE v.persoon = z.persoon AND v.organisatie = d.organisatie
                        AND v.van <= vandaag) END),
            coalesce(d.status = 'opgeschort', false)
        FROM spr.zetel z LEFT JOIN spr.deelname d ON d.id = z.deelname
        WHERE z.persoon = zetels.persoon AND (zetels.tafel IS NULL OR z.tafel = zetels.tafel)
            AND (z.deelname IS NULL OR d.status <> 'uitgenodigd')
            AND (z.deelname IS NULL OR EXISTS (
                SELECT FROM spr.vertegenwoordiging v
                WHERE v.persoon = z.persoon AND v.organisatie = d.organisatie
                    AND v.van <= vandaag));
END $$;
COMMENT ON FUNCTION rule.zetels(bigint, bigint, timestamptz) IS
    'Seats somebody holds or held, with the stretch of time each may read.';

CREATE OR REPLACE FUNCTION rule.hoedanigheden(persoon bigint, p rule.plek, moment timestamptz)
RETURNS SETOF rule.hoedanigheid
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF p.soort = 'persoon' THEN
        RETURN QUERY SELECT 'eigen', NULL::bigint, '-infinity'::timestamptz, NULL::timestamptz, false
            WHERE p.persoon = hoedanigheden.persoon;
        RETURN;
    ELSIF p.soort = 'organisatie' THEN
        RETURN QUERY SELECT 'lid', v.organisatie, '-infinity'::timestamptz, NULL::timestamptz, false
            FROM rule.vertegenwoordigingen(persoon, moment) v WHERE v.organisatie = p.organisatie;
        RETURN;
    END IF;
    -- What a seat brings; for register and toegang any seat at any tafel counts.
    RETURN QUERY
        SELECT h, z.organisatie, CASE WHEN p.tafel IS NULL THEN '-infinity' ELSE z.vanaf END, z.tot,
            z.geschorst
        FROM rule.zetels(persoon, p.tafel, moment) z,
            unnest(z.rollen
                || CASE WHEN z.rollen @> '{vertegenwoordiger}' THEN array_remove(ARRAY[
                       CASE WHEN p.sector = ANY (z.sectoren) THEN 'sectorgenoot' END,
                       CASE WHEN p.zijde = z.zijde THEN 'zijdegenoot' END,
                       CASE WHEN z.deelname IN (p.ene, p.andere) THEN 'gesprekspartner' END], NULL)
                   ELSE '{}' END) h;
    RETURN QUERY
        SELECT 'partij', d.organisatie, '-infinity'::timestamptz, NULL::timestamptz, false
        FROM rule.vertegenwoordigingen(persoon, moment) v
        JOIN spr.deelname d ON d.organisatie = v.organisatie
        WHERE d.status <> 'uitgetreden' AND (p.tafel IS NULL OR d.tafel = p.tafel);
    -- Confidential outcomes stay with those who have a seat.
    RETURN QUERY
        SELECT r, NULL::bigint, '-infinity'::timestamptz, NULL::timestamptz, false
        FROM rule.platformrollen(persoon, moment) r
        WHERE r NOT IN ('voorzitter', 'secretaris') AND p.openbaarheid IS DISTINCT FROM 'vertrouwelijk';
    IF p.openbaarheid = 'openbaar' THEN
        RETURN NEXT ('ieder', NULL, '-infinity', NULL, false)::rule.hoedanigheid;
    END IF;
END $$;
COMMENT ON FUNCTION rule.hoedanigheden(bigint, rule.plek, timestamptz) IS
    'In which capacities somebody stands to a stream, and for which stretch of time.';

CREATE OR REPLACE FUNCTION rule.kamer_geopend(stroom text) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT r.gesloten_op FROM spr.gesprek g JOIN spr.ronde r ON r.id = g.ronde
            WHERE g.id = rule.getal(split_part(stroom, ':', 2)));
END $$;
COMMENT ON FUNCTION rule.kamer_geopend(text) IS
    'Since when the whole tafel reads the room of a sector: the end of its ronde.';

CREATE OR REPLACE FUNCTION rule.leesrecht(persoon bigint, stroom text, moment timestamptz)
RETURNS rule.leesrecht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    p rule.plek := rule.plek(stroom);
    recht rule.leesrecht;
BEGIN
    -- A living right wins over an ended one; of several ended ones only the last counts.
    SELECT leesrecht.stroom, CASE WHEN h.tot > moment THEN NULL ELSE h.tot END, h.vanaf
    INTO recht.stroom, recht.tot, recht.vanaf
    FROM rule.hoedanigheden(persoon, p, moment) h
    JOIN rule.beleid b ON b.stroom = p.soort AND b.hoedanigheid = h.naam AND b.staat = p.staat
    WHERE b.lezen AND h.vanaf <= moment
        -- Who had left before a room was opened to all never looks into it.
        AND (h.naam = 'vertegenwoordiger' AND p.soort = 'kamer'
            AND h.tot <= rule.kamer_geopend(leesrecht.stroom)) IS NOT TRUE
    ORDER BY (h.tot IS NULL OR h.tot > moment) DESC, CASE WHEN h.tot <= moment THEN h.tot END DESC,
        h.vanaf
    LIMIT 1;
    RETURN recht;
END $$;
COMMENT ON FUNCTION rule.leesrecht(bigint, text, timestamptz) IS
    'What part of a stream somebody may read; tot is NULL while the right lives.';

CREATE OR REPLACE FUNCTION rule.mag_stroom(persoon bigint, organisatie bigint, stroom text,
    recht text, moment timestamptz, soort text DEFAULT 'inhoud') RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    p rule.plek := rule.plek(stroom);
    klasse text;
    lees rule.leesrecht;
BEGIN
    IF p IS NULL OR persoon IS NULL THEN
        RETURN false;
    ELSIF recht = 'lezen' THEN
        lees := rule.leesrecht(persoon, stroom, moment);
        RETURN lees.stroom IS NOT NULL AND lees.tot IS NULL;
    END IF;
    klasse := rule.klasse_van(soort);
    RETURN EXISTS (
        SELECT FROM rule.hoedanigheden(persoon, p, moment) h
        JOIN rule.beleid b ON b.stroom = p.soort AND b.hoedanigheid = h.naam AND b.staat = p.staat
        WHERE (h.organisatie IS NOT DISTINCT FROM mag_stroom.organisatie OR h.naam = 'eigen')
            AND (h.tot IS NULL OR h.tot > moment) AND NOT h.geschorst
            AND klasse = ANY (b.schrijven));
END $$;
COMMENT ON FUNCTION rule.mag_stroom(bigint, bigint, text, text, timestamptz, text) IS
    'Whether somebody, speaking for an organisation or for none, may read or write a stream now.';

CREATE OR REPLACE FUNCTION rule.met_vertegenwoordiger(rollen text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT rollen || CASE WHEN rollen && '{plaatsvervanger,ondertekenaar,penvoerder,rapporteur}'
                          THEN '{vertegenwoordiger}'::text[] ELSE '{}'::text[] END
$$;
COMMENT ON FUNCTION rule.met_vertegenwoordiger(text[]) IS
    'Roles of a seat, with the one that some of them imply.';

CREATE OR REPLACE FUNCTION rule.zetelrol(persoon bigint, organisatie bigint, tafel bigint,
    moment timestamptz) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
    -- Whether the organisation may be spoken for today was decided before.
    SELECT r FROM spr.zetel z LEFT JOIN spr.deelname d ON d.id = z.deelname,
        unnest(rule.met_vertegenwoordiger(z.rollen)) r
    WHERE z.persoon = zetelrol.persoon AND z.tafel = zetelrol.tafel
        AND (z.leest_tot IS NULL OR z.leest_tot > moment)
        AND CASE WHEN z.deelname IS NULL THEN zetelrol.organisatie IS NULL
                 ELSE d.organisatie = zetelrol.organisatie AND d.status = 'toegetreden' END
$$;
COMMENT ON FUNCTION rule.zetelrol(bigint, bigint, bigint, timestamptz) IS
    'Roles of the seats somebody holds at a tafel when speaking for this organisation or for none.';

CREATE OR REPLACE FUNCTION rule.plenair(rollen text[], status text) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
    SELECT k FROM rule.beleid b,
        unnest(b.schrijven || CASE WHEN b.lezen THEN '{lezen}'::text[] ELSE '{}'::text[] END) k
    WHERE b.stroom = 'tafel' AND b.hoedanigheid = ANY (rollen) AND b.staat = status
$$;
COMMENT ON FUNCTION rule.plenair(text[], text) IS
    'What these roles may do in the plenary of a tafel: lezen, and the classes of events they write.';

CREATE OR REPLACE FUNCTION rule.rollen_hier(persoon bigint, organisatie bigint, tafel bigint,
    moment timestamptz) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    rollen text[] := ARRAY['ieder'] || ARRAY(
        SELECT r FROM rule.zetelrol(persoon, organisatie, tafel, moment) r);
BEGIN
    IF organisatie IS NOT NULL AND EXISTS (
        SELECT FROM spr.deelname d WHERE d.tafel = rollen_hier.tafel
            AND d.organisatie = rollen_hier.organisatie AND d.status <> 'uitgetreden') THEN
        rollen := rollen || 'partij'::text;
    END IF;
    -- A voorzitter or secretaris of the platform may found a tafel, no more.
    RETURN rollen || ARRAY(SELECT r FROM rule.platformrollen(persoon, moment) r
        WHERE tafel IS NULL OR r NOT IN ('voorzitter', 'secretaris'));
END $$;
COMMENT ON FUNCTION rule.rollen_hier(bigint, bigint, bigint, timestamptz) IS
    'Every role somebody holds at a tafel, or without one for the platform, when speaking for this organisation or for none.';

CREATE OR REPLACE FUNCTION rule.kent_tafel(persoon bigint, tafel bigint, status text,
    moment timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM rule.hoedanigheden(persoon, rule.plek('tafel:' || tafel), moment) h
        WHERE h.naam NOT IN ('beheerder', 'auditor')
            AND (status <> 'concept' OR h.naam IN ('voorzitter', 'secretaris')));
END $$;
COMMENT ON FUNCTION rule.kent_tafel(bigint, bigint, text, timestamptz) IS
    'Whether somebody may know that a tafel exists.';

CREATE OR REPLACE FUNCTION rule.oordeel(rollen text[], nodig text[], staten text[], tafel boolean,
    status text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN tafel AND status IS NULL THEN 'niet_gevonden'
        WHEN status = 'concept' AND NOT rollen && '{voorzitter,secretaris}' THEN 'niet_gevonden'
        WHEN NOT rollen && nodig THEN 'niet_toegestaan'
        -- What is silent has no state left in which it may be done.
        WHEN status = 'geschorst' AND staten = '{}' THEN 'geschorst'
        WHEN tafel AND NOT rule.als_open(status) = ANY (staten) THEN 'verkeerde_toestand' END
$$;
COMMENT ON FUNCTION rule.oordeel(text[], text[], text[], boolean, text) IS
    'Why somebody with these roles may not do what needs others, or another state of the tafel; NULL when they may.';

CREATE OR REPLACE FUNCTION rule.mag_handeling(c rule.opdracht, h rule.handeling)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    code text;
BEGIN
    c.rollen := rule.rollen_hier(c.persoon, c.organisatie, c.tafel, c.nu);
    IF h.rollen @> '{lezer}' AND (
        rule.mag_stroom(c.persoon, NULL, 'tafel:' || c.tafel, 'lezen', c.nu)
        OR rule.mag_stroom(c.persoon, NULL, 'buiten:' || c.tafel, 'lezen', c.nu)) THEN
        c.rollen := c.rollen || 'lezer'::text;
    END IF;
    c.plenair := ARRAY(SELECT k FROM rule.plenair(c.rollen, c.status) k);
    code := rule.oordeel(c.rollen, h.rollen, CASE WHEN c.status = 'geschorst' AND h.stil THEN '{}'
        ELSE h.staten END, h.tafel, c.status);
    IF code = 'niet_toegestaan' AND h.tafel
       AND NOT rule.kent_tafel(c.persoon, c.tafel, c.status, c.nu) THEN
        code := 'niet_gevonden';
    END IF;
    RETURN CASE WHEN code IS NULL THEN c ELSE rule.weiger(c, code) END;
END $$;
COMMENT ON FUNCTION rule.mag_handeling(rule.opdracht, rule.handeling) IS
    'Whether this person, in this capacity, may do this in the present state of the tafel.';

CREATE OR REPLACE FUNCTION rule.boekrecht(c rule.opdracht, stroom text, soort text)
RETURNS rule.boekrecht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    recht rule.boekrecht;
BEGIN
    IF stroom = 'tafel:' || c.tafel THEN
        -- As the tafel and the roles were when the command began: it may end its own right.
        SELECT rule.klasse_van(boekrecht.soort) = ANY (c.plenair),
            (SELECT n.velden FROM rule.naar_buiten n WHERE n.soort = boekrecht.soort)
        INTO recht.mag, recht.velden;
    ELSIF split_part(stroom, ':', 1) IN ('persoon', 'register', 'toegang') THEN
        -- Notices follow from a command that was allowed; nobody writes here by choice.
        recht.mag := true;
    ELSE
        recht.mag := (c.tafel IS NULL OR (rule.plek(stroom)).tafel IS NOT DISTINCT FROM c.tafel
                OR starts_with(stroom, 'organisatie:'))
            AND (rule.mag_stroom(c.persoon, c.organisatie, stroom, 'schrijven', c.nu, soort)
                -- What the secretaris records for a party, the party reads.
                OR ('secretaris' = ANY (c.rollen) AND soort = 'stem.uitgebracht'
                    AND stroom = 'organisatie:' || (c.args #>> '{voor,organisatie}')));
    END IF;
    RETURN recht;
END $$;
COMMENT ON FUNCTION rule.boekrecht(rule.opdracht, text, text) IS
    'Whether the command may append this kind of event to this stream, and what goes with it.';

CREATE OR REPLACE FUNCTION rule.mag_boeken(c rule.opdracht, stroom text, soort text)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (rule.boekrecht(c, stroom, soort)).mag;
END $$;
COMMENT ON FUNCTION rule.mag_boeken(rule.opdracht, text, text) IS
    'Whether the command may append this kind of event to this stream.';

CREATE OR REPLACE FUNCTION rule.mag_lezen(c rule.opdracht, stroom text) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- The plenary is where most is said: its answer follows from the roles already at hand.
    RETURN (stroom = 'tafel:' || c.tafel AND c.plenair @> '{lezen}')
        OR rule.mag_stroom(c.persoon, c.organisatie, stroom, 'lezen', c.nu);
END $$;
COMMENT ON FUNCTION rule.mag_lezen(rule.opdracht, text) IS
    'Whether the author of a command may read a stream now; never more than rule.mag_stroom says.';

CREATE OR REPLACE FUNCTION rule.leesbare_stromen(persoon bigint, moment timestamptz,
    tafel bigint DEFAULT NULL) RETURNS SETOF rule.leesrecht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    WITH zit AS (SELECT * FROM rule.zetels(persoon, leesbare_stromen.tafel, moment)),
    spreekt AS (SELECT v.organisatie FROM rule.vertegenwoordigingen(persoon, moment) v),
    rol AS (SELECT r AS naam FROM rule.platformrollen(persoon, moment) r
            WHERE r NOT IN ('voorzitter', 'secretaris')),
    -- each capacity at a tafel, once for all its streams
    staat AS (
        SELECT z.tafel, h AS naam, z.vanaf, z.tot, z.sectoren, z.zijde, z.deelname
        FROM zit z, unnest(z.rollen) h
        UNION ALL
        SELECT t.id, rol.naam, '-infinity', NULL, NULL, NULL, NULL
        FROM spr.tafel t, rol
        WHERE t.openbaarheid <> 'vertrouwelijk'
            AND (leesbare_stromen.tafel IS NULL OR t.id = leesbare_stromen.tafel)
        UNION ALL
        SELECT t.id, 'ieder', '-infinity', NULL, NULL, NULL, NULL FROM spr.tafel t
        WHERE t.openbaarheid = 'openbaar'
            AND (leesbare_stromen.tafel IS NULL OR t.id = leesbare_stromen.tafel)),
    kan AS (
        SELECT x.soort || ':' || s.tafel AS stroom, x.soort, t.status AS staat, s.naam, s.vanaf,
            s.tot
        FROM staat s JOIN spr.tafel t ON t.id = s.tafel,
            unnest(ARRAY['tafel', 'buiten', 'voorzitterskamer']) x (soort)
        UNION ALL
        SELECT 'kamer:' || g.id, 'kamer', t.status || '/' || CASE
                WHEN r.status IN ('gepland', 'open') THEN r.status ELSE 'dicht' END,
            n.naam, s.vanaf, s.tot
        FROM staat s JOIN spr.tafel t ON t.id = s.tafel JOIN spr.gesprek g ON g.tafel = s.tafel
        JOIN spr.ronde r ON r.id = g.ronde,
            LATERAL (SELECT s.naam
                     WHERE (s.naam = 'vertegenwoordiger' AND s.tot <= r.gesloten_op) IS NOT TRUE
                     UNION ALL SELECT 'sectorgenoot'
                     WHERE s.naam = 'vertegenwoordiger' AND g.sector = ANY (s.sectoren)) n
        UNION ALL
        SELECT 'vooroverleg:' || s.tafel || '-' || s.zijde, 'vooroverleg', t.status, 'zijdegenoot',
            s.vanaf, s.tot
        FROM staat s JOIN spr.tafel t ON t.id = s.tafel WHERE s.naam = 'vertegenwoordiger'
        UNION ALL
        SELECT 'bilateraal:' || b.id, 'bilateraal', t.status, 'gesprekspartner', s.vanaf, s.tot
        FROM staat s JOIN spr.tafel t ON t.id = s.tafel
        JOIN spr.bilateraal b ON b.tafel = s.tafel AND s.deelname IN (b.ene, b.andere)
        WHERE s.naam = 'vertegenwoordiger'
        UNION ALL
        SELECT 'organisatie:' || sp.organisatie, 'organisatie', '-', 'lid', '-infinity', NULL
        FROM spreekt sp WHERE leesbare_stromen.tafel IS NULL
        UNION ALL
        SELECT 'persoon:' || persoon, 'persoon', '-', 'eigen', '-infinity', NULL
        WHERE leesbare_stromen.tafel IS NULL
        UNION ALL
        SELECT x.soort, x.soort, '-', s.naam, '-infinity', s.tot
        FROM (SELECT h AS naam, z.tot FROM zit z, unnest(z.rollen) h
              UNION ALL SELECT rol.naam, NULL FROM rol
              UNION ALL SELECT 'partij', NULL WHERE EXISTS (
                  SELECT FROM spr.deelname d JOIN spreekt sp USING (organisatie)
                  WHERE d.status <> 'uitgetreden')) s,
            unnest(ARRAY['register', 'toegang']) x (soort)
        WHERE leesbare_stromen.tafel IS NULL)
    SELECT DISTINCT ON (k.stroom) k.stroom, k.vanaf, CASE WHEN k.tot > moment THEN NULL ELSE k.tot END
    FROM kan k JOIN rule.beleid b
        ON b.stroom = k.soort AND b.hoedanigheid = k.naam AND b.staat = k.staat AND b.lezen
    WHERE k.vanaf <= moment
    ORDER BY k.stroom, (k.tot IS NULL OR k.tot > moment) DESC,
        CASE WHEN k.tot <= moment THEN k.tot END DESC, k.vanaf;
END $$;
COMMENT ON FUNCTION rule.leesbare_stromen(bigint, timestamptz, bigint) IS
    'All streams somebody may read, or those of one tafel, each with its stretch of time.';

CREATE OR REPLACE FUNCTION rule.leesbare_stromen(sessie text) RETURNS SETOF rule.leesrecht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    wie bigint := rule.lezer(sessie);
BEGIN
    IF wie IS NOT NULL THEN
        RETURN QUERY SELECT * FROM rule.leesbare_stromen(wie, rule.nu());
    END IF;
END $$;
COMMENT ON FUNCTION rule.leesbare_stromen(text) IS 'All streams the reader of this session may read.';

CREATE OR REPLACE FUNCTION rule.authorise(sessie text, namens text, handeling text, object text)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    c rule.opdracht;
    h rule.handeling;
BEGIN
    c.doe := handeling;
    c.nu := rule.nu();
    c.regels := '{}';
    c.klaar := false;
    c.persoon := (rule.sessie_lees(sessie, c.nu)).persoon;
    IF c.persoon IS NULL THEN
        RETURN 'sessie_verlopen';
    END IF;
    IF namens <> '' THEN
        SELECT v.id, v.organisatie INTO c.namens, c.organisatie
        FROM rule.vertegenwoordigingen(c.persoon, c.nu) v WHERE v.id = rule.getal(namens);
        IF NOT FOUND THEN
            RETURN 'namens_ongeldig';
        END IF;
    END IF;
    IF handeling IN ('lezen', 'schrijven') THEN
        IF rule.mag_stroom(c.persoon, c.organisatie, object, handeling, c.nu) THEN
            RETURN NULL;
        END IF;
        RETURN CASE WHEN rule.mag_stroom(c.persoon, c.organisatie, object, 'lezen', c.nu)
                    THEN 'niet_toegestaan' ELSE 'niet_gevonden' END;
    END IF;
    SELECT * INTO h FROM rule.handeling x WHERE x.doe = handeling;
    IF NOT FOUND THEN
        RETURN 'onbekende_opdracht';
    ELSIF h.tafel THEN
        c.tafel := rule.getal(substr(object, 7));
        c.status := (SELECT CASE WHEN t.geschorst THEN 'geschorst' ELSE t.status END
                     FROM spr.tafel t WHERE t.id = c.tafel);
    END IF;
    c := rule.mag_handeling(c, h);
    RETURN c.weigering::json ->> 'code';
END $$;
COMMENT ON FUNCTION rule.authorise(text, text, text, text) IS
    'The whole question: may this session, speaking for namens, do this to that? NULL is yes, else the code of the refusal.';
