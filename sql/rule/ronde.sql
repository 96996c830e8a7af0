-- Rounds. A sector round holds a gesprek for each sector at the tafel; the next round across
-- sectors waits until each of them is summarised or waived by name.
-- Invariant: gesprekken exist only in sector rounds, and are open when their ronde has been opened.

CREATE OR REPLACE FUNCTION rule.ronde_vind(c rule.opdracht) RETURNS spr.ronde
LANGUAGE plpgsql STABLE AS $$
DECLARE
    r spr.ronde;
BEGIN
    SELECT * INTO r FROM spr.ronde x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'ronde');
    RETURN r;
END $$;
COMMENT ON FUNCTION rule.ronde_vind(rule.opdracht) IS 'The ronde a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.sectoren_aan_tafel(tafel bigint, status text[]) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT DISTINCT s FROM spr.deelname d, unnest(d.sectoren) s
        WHERE d.tafel = sectoren_aan_tafel.tafel AND d.status = ANY (sectoren_aan_tafel.status)
        ORDER BY s);
END $$;
COMMENT ON FUNCTION rule.sectoren_aan_tafel(bigint, text[]) IS
    'Sectors for which a party in one of these states sits at the tafel.';

CREATE OR REPLACE FUNCTION rule.rapporteurs_kloppen(c rule.opdracht, sectoren bigint[])
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM jsonb_array_elements(c.args -> 'rapporteurs') r
        WHERE NOT rule.getal(r ->> 'sector') = ANY (sectoren)
            OR rule.rapporteur_zetel(c.tafel, rule.getal(r ->> 'sector'),
                rule.getal(r ->> 'persoon')) IS NULL);
END $$;
COMMENT ON FUNCTION rule.rapporteurs_kloppen(rule.opdracht, bigint[]) IS
    'Every named rapporteur sits at the tafel for the sector.';

CREATE OR REPLACE FUNCTION rule.rapporteur_zetel(tafel bigint, sector bigint, persoon bigint)
RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT min(z.id) FROM spr.zetel z JOIN spr.deelname d ON d.id = z.deelname
            WHERE z.tafel = rapporteur_zetel.tafel AND z.persoon = rapporteur_zetel.persoon
                AND z.leest_tot IS NULL AND rapporteur_zetel.sector = ANY (d.sectoren)
                AND NOT z.rollen <@ '{toehoorder,analist}');
END $$;
COMMENT ON FUNCTION rule.rapporteur_zetel(bigint, bigint, bigint) IS
    'The living seat with which somebody speaks for a sector.';

CREATE OR REPLACE FUNCTION rule.gesprekken_aanvullen(c rule.opdracht, r spr.ronde,
    sectoren bigint[]) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    INSERT INTO spr.gesprek (tafel, ronde, sector)
    SELECT c.tafel, r.id, s FROM unnest(sectoren) s ORDER BY s
    ON CONFLICT ON CONSTRAINT gesprek_ronde_sector_key DO NOTHING;
    UPDATE spr.gesprek g
    SET rapporteur = rule.rapporteur_zetel(c.tafel, g.sector, rule.getal(n ->> 'persoon'))
    FROM jsonb_array_elements(c.args -> 'rapporteurs') n
    WHERE g.ronde = r.id AND g.sector = rule.getal(n ->> 'sector');
END $$;
COMMENT ON FUNCTION rule.gesprekken_aanvullen(rule.opdracht, spr.ronde, bigint[]) IS
    'Give each sector its gesprek, and each named rapporteur the pen.';

CREATE OR REPLACE FUNCTION rule.gesprekken_beeld(ronde bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(rule.beeld(g) ORDER BY g.id), '[]')
            FROM spr.gesprek g WHERE g.ronde = gesprekken_beeld.ronde);
END $$;
COMMENT ON FUNCTION rule.gesprekken_beeld(bigint) IS 'The gesprekken of a ronde on the wire.';

CREATE OR REPLACE FUNCTION rule.ronde_plannen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    r spr.ronde;
    vraag text := rule.schoon(c.args ->> 'vraag');
    opent timestamptz := rule.moment(c.args ->> 'opent');
    sluit timestamptz := rule.moment(c.args ->> 'sluit');
    sectoren bigint[] := rule.sectoren_aan_tafel(c.tafel, '{uitgenodigd,toegetreden,opgeschort}');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF NOT rule.is_regel(vraag) OR (c.args ? 'opent' AND opent IS NULL)
       OR (c.args ? 'sluit' AND sluit IS NULL) OR sluit <= opent
       OR (c.args ? 'rapporteurs' AND c.args ->> 'soort' <> 'sector')
       OR NOT rule.rapporteurs_kloppen(c, sectoren) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    INSERT INTO spr.ronde (tafel, nummer, soort, vraag, opent, sluit)
    VALUES (c.tafel,
        (SELECT coalesce(max(x.nummer), 0) + 1 FROM spr.ronde x WHERE x.tafel = c.tafel),
        c.args ->> 'soort', vraag, opent, sluit)
    RETURNING * INTO r;
    IF r.soort = 'sector' THEN
        PERFORM rule.gesprekken_aanvullen(c, r, sectoren);
    END IF;
    c := rule.boek(c, stroom, 'ronde.gepland', 'ronde:' || r.id, jsonb_build_object(
        'rondes', jsonb_build_array(rule.beeld(r)), 'gesprekken', rule.gesprekken_beeld(r.id)));
    RETURN rule.geboekt(c, r.id, stroom);
END $$;
COMMENT ON FUNCTION rule.ronde_plannen(rule.opdracht) IS 'ronde.plannen.';

CREATE OR REPLACE FUNCTION rule.gesprekken_die_wachten(r spr.ronde) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT string_agg(s.naam, ', ' ORDER BY s.naam)
            FROM spr.ronde e JOIN spr.gesprek g ON g.ronde = e.id
            JOIN spr.sector s ON s.id = g.sector
            WHERE e.tafel = r.tafel AND e.nummer < r.nummer AND e.soort = 'sector'
                AND g.status IN ('gepland', 'open'));
END $$;
COMMENT ON FUNCTION rule.gesprekken_die_wachten(spr.ronde) IS
    'Names of the sectors whose talk in an earlier round is neither summarised nor waived.';

CREATE OR REPLACE FUNCTION rule.ronde_openen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    r spr.ronde := rule.ronde_vind(c);
    sectoren bigint[] := rule.sectoren_aan_tafel(c.tafel, '{toegetreden,opgeschort}');
    wacht text;
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF r.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF r.status <> 'gepland' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF (c.args ? 'rapporteurs' AND r.soort <> 'sector')
          OR NOT rule.rapporteurs_kloppen(c, sectoren) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    IF r.soort = 'bovensectoraal' THEN
        wacht := rule.gesprekken_die_wachten(r);
        IF wacht IS NOT NULL THEN
            RETURN rule.weiger(c, 'ronde_wacht', 'Nog niet samengevat: ' || wacht || '.',
                'Not summarised yet: ' || wacht || '.');
        ELSIF EXISTS (SELECT FROM spr.ronde e WHERE e.tafel = r.tafel AND e.nummer < r.nummer
                      AND e.soort = 'sector' AND e.status IN ('gepland', 'open')) THEN
            RETURN rule.weiger(c, 'ronde_wacht', 'Sluit eerst de sectorronde.',
                'First close the sector round.');
        END IF;
    END IF;
    UPDATE spr.ronde x SET status = 'open', geopend_op = c.nu WHERE x.id = r.id RETURNING * INTO r;
    IF r.soort = 'sector' THEN
        PERFORM rule.gesprekken_aanvullen(c, r, sectoren);
        UPDATE spr.gesprek g SET status = 'open' WHERE g.ronde = r.id;
    END IF;
    c := rule.boek(c, stroom, 'ronde.geopend', 'ronde:' || r.id, jsonb_build_object(
        'rondes', jsonb_build_array(rule.beeld(r)), 'gesprekken', rule.gesprekken_beeld(r.id)));
    RETURN rule.geboekt(c, r.id, stroom);
END $$;
COMMENT ON FUNCTION rule.ronde_openen(rule.opdracht) IS
    'ronde.openen: across sectors only when every sector talk before it is summarised or waived.';

CREATE OR REPLACE FUNCTION rule.ronde_bijwerken(c rule.opdracht, ronde bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    r spr.ronde;
    wordt text;
BEGIN
    SELECT CASE WHEN bool_or(g.status IN ('gepland', 'open')) THEN NULL
                WHEN bool_or(g.status = 'voorlopig_samengevat') THEN 'voorlopig_samengevat'
                ELSE 'samengevat' END
    INTO wordt FROM spr.gesprek g WHERE g.ronde = ronde_bijwerken.ronde HAVING count(*) > 0;
    UPDATE spr.ronde x SET status = wordt
    WHERE x.id = ronde_bijwerken.ronde AND wordt IS NOT NULL AND x.status <> wordt
        AND x.status IN ('gesloten', 'voorlopig_samengevat')
    RETURNING * INTO r;
    IF FOUND THEN
        c := rule.boek(c, 'tafel:' || c.tafel, 'ronde.samengevat', 'ronde:' || r.id,
            jsonb_build_object('rondes', jsonb_build_array(rule.beeld(r))));
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.ronde_bijwerken(rule.opdracht, bigint) IS
    'A closed sector round is summarised as soon as each of its talks is summarised or waived.';

CREATE OR REPLACE FUNCTION rule.ronde_sluiten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    r spr.ronde := rule.ronde_vind(c);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF r.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF r.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.ronde x SET status = 'gesloten', gesloten_op = c.nu WHERE x.id = r.id
    RETURNING * INTO r;
    c := rule.boek(c, stroom, 'ronde.gesloten', 'ronde:' || r.id,
        jsonb_build_object('rondes', jsonb_build_array(rule.beeld(r))));
    c := rule.geboekt(c, r.id, stroom);
    RETURN rule.ronde_bijwerken(c, r.id);
END $$;
COMMENT ON FUNCTION rule.ronde_sluiten(rule.opdracht) IS
    'ronde.sluiten: from now on the whole tafel reads the rooms.';
