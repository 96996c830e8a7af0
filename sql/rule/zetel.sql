-- Seats. The voorzitter and secretaris seat anybody; a party seats its own representatives.
-- Invariant: who sits for an organisation may speak for it today; a tafel that is not in concept
-- keeps a voorzitter; a seat ends and is never deleted.

CREATE OR REPLACE FUNCTION rule.zetel_rollen(c rule.opdracht, d spr.deelname) RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    tekent boolean := (SELECT v.mag_ondertekenen FROM spr.vertegenwoordiging v
                       WHERE v.id = c.namens);
BEGIN
    IF d.rol = 'toehorend' THEN
        RETURN '{toehoorder}';
    ELSIF tekent AND NOT EXISTS (
        SELECT FROM spr.zetel z WHERE z.tafel = c.tafel AND z.persoon = c.persoon
            AND z.leest_tot IS NULL AND 'voorzitter' = ANY (z.rollen)) THEN
        RETURN '{vertegenwoordiger,ondertekenaar}';
    END IF;
    RETURN '{vertegenwoordiger}';
END $$;
COMMENT ON FUNCTION rule.zetel_rollen(rule.opdracht, spr.deelname) IS
    'Roles of who joins for an organisation; nobody is voorzitter and ondertekenaar.';

CREATE OR REPLACE FUNCTION rule.zetel_bezwaar(c rule.opdracht, wie bigint, d spr.deelname,
    gevraagd text[], vanaf timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    leiding boolean := c.rollen && '{voorzitter,secretaris}';
    mandaat boolean;
BEGIN
    IF d.id IS NULL THEN
        IF NOT leiding THEN
            RETURN 'niet_toegestaan';
        ELSIF NOT gevraagd <@ '{voorzitter,secretaris,toehoorder,analist}' THEN
            RETURN 'ongeldig';
        END IF;
    ELSE
        IF NOT leiding AND d.organisatie IS DISTINCT FROM c.organisatie THEN
            RETURN 'niet_toegestaan';
        ELSIF NOT leiding AND NOT gevraagd <@ '{vertegenwoordiger,plaatsvervanger,ondertekenaar,
                                               penvoerder,rapporteur,toehoorder}' THEN
            RETURN 'niet_toegestaan';
        ELSIF d.status NOT IN ('toegetreden', 'opgeschort') THEN
            RETURN 'verkeerde_toestand';
        ELSIF d.rol = 'toehorend' AND gevraagd <> '{toehoorder}' THEN
            RETURN 'ongeldig';
        END IF;
        SELECT bool_or(v.mag_ondertekenen) INTO mandaat
        FROM rule.vertegenwoordigingen(wie, c.nu) v WHERE v.organisatie = d.organisatie;
        IF mandaat IS NULL OR ('ondertekenaar' = ANY (gevraagd) AND NOT mandaat) THEN
            RETURN 'niet_toegestaan';
        END IF;
    END IF;
    IF EXISTS (SELECT FROM spr.zetel z WHERE z.tafel = c.tafel AND z.persoon = wie
               AND z.leest_tot IS NULL AND z.deelname IS NOT DISTINCT FROM d.id) THEN
        RETURN 'bestaat_al';
    ELSIF (gevraagd || ARRAY(SELECT unnest(z.rollen) FROM spr.zetel z WHERE z.tafel = c.tafel
               AND z.persoon = wie AND z.leest_tot IS NULL)) @> '{voorzitter,ondertekenaar}' THEN
        RETURN 'verkeerde_toestand';
    ELSIF vanaf > c.nu OR (d.id IS NOT NULL AND vanaf < d.toegetreden_op)
          OR (vanaf < c.nu AND NOT leiding) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.zetel_bezwaar(rule.opdracht, bigint, spr.deelname, text[], timestamptz) IS
    'Why this seat cannot be given: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.zetel_toekennen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    wie bigint := rule.getal(c.args ->> 'persoon');
    gevraagd text[] := ARRAY(SELECT DISTINCT r FROM jsonb_array_elements_text(c.args -> 'rollen') r
                             ORDER BY r);
    vanaf timestamptz := CASE WHEN c.args ? 'leestVanaf' THEN rule.moment(c.args ->> 'leestVanaf')
                              ELSE c.nu END;
    d spr.deelname;
    z spr.zetel;
    bezwaar text;
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF c.args ? 'deelname' THEN
        d := rule.deelname_eigen(c);
        IF d.id IS NULL THEN
            RETURN rule.weiger(c, 'niet_gevonden');
        END IF;
    END IF;
    IF NOT EXISTS (SELECT FROM spr.persoon p WHERE p.id = wie) THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF vanaf IS NULL THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    bezwaar := rule.zetel_bezwaar(c, wie, d, gevraagd, vanaf);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.zetel (tafel, deelname, persoon, rollen, leest_vanaf)
    VALUES (c.tafel, d.id, wie, gevraagd, vanaf) RETURNING * INTO z;
    c := rule.boek(c, stroom, 'zetel.toegekend', 'zetel:' || z.id,
        jsonb_build_object('zetels', jsonb_build_array(rule.beeld(z))));
    c := rule.toegang(c, wie, NULL, c.tafel);
    c := rule.bericht_sturen(c, wie, 'zetel', 'zetel:' || z.id,
        (SELECT t.titel FROM spr.tafel t WHERE t.id = c.tafel));
    RETURN rule.geboekt(c, z.id, stroom);
END $$;
COMMENT ON FUNCTION rule.zetel_toekennen(rule.opdracht) IS
    'zetel.toekennen: reads from now, or from earlier if the voorzitter or secretaris says so.';

CREATE OR REPLACE FUNCTION rule.zetel_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    z spr.zetel;
    eigen bigint;
    reden text := rule.schoon(c.args ->> 'reden');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    SELECT * INTO z FROM spr.zetel x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'zetel');
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    END IF;
    eigen := (SELECT d.organisatie FROM spr.deelname d WHERE d.id = z.deelname);
    IF NOT c.rollen && '{voorzitter,secretaris}' AND eigen IS DISTINCT FROM c.organisatie THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF z.leest_tot IS NOT NULL THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF reden IS NOT NULL AND NOT rule.is_regel(reden) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF 'voorzitter' = ANY (z.rollen) AND NOT EXISTS (
        SELECT FROM spr.zetel x WHERE x.tafel = c.tafel AND x.id <> z.id AND x.leest_tot IS NULL
            AND 'voorzitter' = ANY (x.rollen)) THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt',
            'Geef eerst iemand anders de zetel van voorzitter.',
            'First give somebody else the seat of chair.');
    END IF;
    UPDATE spr.zetel x SET leest_tot = greatest(c.nu, x.leest_vanaf) WHERE x.id = z.id
    RETURNING * INTO z;
    c := rule.boek(c, stroom, 'zetel.ingetrokken', 'zetel:' || z.id,
        jsonb_build_object('zetels', jsonb_build_array(rule.beeld(z))));
    c := rule.toegang(c, z.persoon, NULL, c.tafel);
    RETURN rule.geboekt(c, z.id, stroom);
END $$;
COMMENT ON FUNCTION rule.zetel_intrekken(rule.opdracht) IS
    'zetel.intrekken: the last voorzitter stays.';
