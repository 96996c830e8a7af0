-- The bijeenkomst from plan to close. Invariant: one meeting of a tafel is under way at most; what
-- gets its outcome meanwhile belongs to it, so that the besluitenlijst needs no writing; the tafel
-- is silent while, and only while, that meeting is suspended.

CREATE OR REPLACE FUNCTION rule.beeld(b spr.bijeenkomst) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', b.id::text, 'tafel', b.tafel::text,
        'nummer', b.nummer, 'titel', b.titel, 'begint', rule.tijd(b.begint),
        'eindigt', rule.tijd(b.eindigt), 'plaats', b.plaats, 'status', b.status,
        'geopendDoor', b.geopend_door::text, 'geopendOp', rule.tijd(b.geopend_op),
        'gebeurdVan', rule.tijd(b.gebeurd_van), 'geslotenDoor', b.gesloten_door::text,
        'geslotenOp', rule.tijd(b.gesloten_op), 'gebeurdTot', rule.tijd(b.gebeurd_tot),
        'schorsingGevraagd', rule.lijst(rule.ids(b.schorsing_gevraagd)),
        'geschorstOp', rule.tijd(b.geschorst_op), 'schorsingTot', rule.tijd(b.schorsing_tot),
        'schorsingVoor', b.schorsing_voor::text, 'reden', b.reden, 'op', rule.tijd(b.op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.bijeenkomst) IS 'A bijeenkomst on the wire.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_vind(c rule.opdracht) RETURNS spr.bijeenkomst
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b spr.bijeenkomst;
BEGIN
    SELECT * INTO b FROM spr.bijeenkomst x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'bijeenkomst');
    RETURN b;
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_vind(rule.opdracht) IS
    'The bijeenkomst a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_nu(tafel bigint) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT b.id FROM spr.bijeenkomst b
    WHERE b.tafel = bijeenkomst_nu.tafel AND b.status IN ('geopend', 'geschorst')
$$;
COMMENT ON FUNCTION rule.bijeenkomst_nu(bigint) IS 'The meeting of a tafel that is under way.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_boek(c rule.opdracht, b spr.bijeenkomst, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'bijeenkomst:' || b.id,
        jsonb_build_object('bijeenkomsten', jsonb_build_array(rule.beeld(b))));
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_boek(rule.opdracht, spr.bijeenkomst, text) IS
    'Tell the tafel where a bijeenkomst stands.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_bericht(c rule.opdracht, b spr.bijeenkomst, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.bericht_aan_tafel(c, ARRAY(SELECT d.organisatie FROM spr.deelname d
        WHERE d.tafel = c.tafel AND d.status = 'toegetreden' ORDER BY d.organisatie),
        soort, 'bijeenkomst:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_bericht(rule.opdracht, spr.bijeenkomst, text) IS
    'Tell everybody who sits at the tafel for a party.';

CREATE OR REPLACE FUNCTION rule.gebeurd_geldig(c rule.opdracht, na timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    gebeurd timestamptz := rule.moment(c.args ->> 'gebeurdOm');
BEGIN
    RETURN NOT c.args ? 'gebeurdOm' OR coalesce(gebeurd <= c.nu AND gebeurd >= na
        AND gebeurd > c.nu - interval '1 year', false);
END $$;
COMMENT ON FUNCTION rule.gebeurd_geldig(rule.opdracht, timestamptz) IS
    'What is entered afterwards happened before now, after what came before it, and within a year.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_plan_bezwaar(c rule.opdracht, b spr.bijeenkomst)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    begint timestamptz := rule.moment(c.args ->> 'begint');
    eindigt timestamptz := rule.moment(c.args ->> 'eindigt');
    plaats text := rule.schoon(c.args ->> 'plaats');
BEGIN
    IF c.args ? 'bijeenkomst' AND b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF b.status IN ('gesloten', 'afgelast') THEN
        RETURN 'verkeerde_toestand';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'titel'))
          OR (plaats IS NOT NULL AND NOT rule.is_regel(plaats))
          -- A meeting that has been is entered afterwards.
          OR NOT coalesce(begint > c.nu - interval '1 year' AND begint <= c.nu + interval '2 years',
                          false)
          OR (c.args ? 'eindigt' AND NOT coalesce(
              eindigt > begint AND eindigt <= begint + interval '7 days', false)) THEN
        RETURN 'ongeldig';
    ELSIF b.id IS NULL
          AND (SELECT count(*) FROM spr.bijeenkomst x WHERE x.tafel = c.tafel) >= 500 THEN
        RETURN 'te_groot';
    END IF;
    RETURN rule.agenda_bezwaar(c, b);
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_plan_bezwaar(rule.opdracht, spr.bijeenkomst) IS
    'Why this meeting cannot be planned so: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_bewaren(c rule.opdracht, b spr.bijeenkomst)
RETURNS spr.bijeenkomst
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF b.id IS NULL THEN
        INSERT INTO spr.bijeenkomst (tafel, nummer, titel, begint, eindigt, plaats, persoon, op)
        SELECT c.tafel, 1 + coalesce(max(x.nummer), 0), rule.schoon(c.args ->> 'titel'),
            rule.moment(c.args ->> 'begint'), rule.moment(c.args ->> 'eindigt'),
            rule.schoon(c.args ->> 'plaats'), c.persoon, c.nu
        FROM spr.bijeenkomst x WHERE x.tafel = c.tafel
        RETURNING * INTO b;
    ELSE
        UPDATE spr.bijeenkomst x
        SET titel = rule.schoon(c.args ->> 'titel'), begint = rule.moment(c.args ->> 'begint'),
            eindigt = rule.moment(c.args ->> 'eindigt'),
            plaats = rule.schoon(c.args ->> 'plaats'), persoon = c.persoon, op = c.nu
        WHERE x.id = b.id RETURNING * INTO b;
    END IF;
    RETURN b;
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_bewaren(rule.opdracht, spr.bijeenkomst) IS
    'Keep when and where the meeting is.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_plannen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    was spr.bijeenkomst := rule.bijeenkomst_vind(c);
    b spr.bijeenkomst;
    bezwaar text := rule.bijeenkomst_plan_bezwaar(c, was);
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    b := rule.bijeenkomst_bewaren(c, was);
    c := rule.boek_lijst(c, 'tafel:' || c.tafel, 'bijeenkomst.gepland', 'bijeenkomst:' || b.id,
        jsonb_build_object('bijeenkomsten', jsonb_build_array(rule.beeld(b))), 'agendapunten',
        rule.agenda_bewaren(c, b));
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    -- People are told what they must come to, not each change of its agenda.
    IF b.begint > c.nu AND (was.begint, was.plaats) IS DISTINCT FROM (b.begint, b.plaats) THEN
        c := rule.bijeenkomst_bericht(c, b, 'bijeenkomst_gepland');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_plannen(rule.opdracht) IS
    'bijeenkomst.plannen: a new meeting, or another plan for one that is not over.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_openen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status <> 'gepland' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF rule.bijeenkomst_nu(c.tafel) IS NOT NULL THEN
        RETURN rule.weiger(c, 'bijeenkomst_loopt');
    ELSIF NOT rule.gebeurd_geldig(c, '-infinity') THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.bijeenkomst x
    SET status = 'geopend', geopend_door = c.persoon, geopend_op = c.nu,
        gebeurd_van = rule.moment(c.args ->> 'gebeurdOm')
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.bijeenkomst_boek(c, b, 'bijeenkomst.geopend');
    RETURN rule.geboekt(c, b.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_openen(rule.opdracht) IS
    'bijeenkomst.openen: one at a time.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_schorsing_vragen(c rule.opdracht)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT EXISTS (SELECT FROM rule.meesprekers(c.tafel) d
                      WHERE d.organisatie = c.organisatie) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF b.status <> 'geopend' OR c.organisatie = ANY (b.schorsing_gevraagd) THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.bijeenkomst x SET schorsing_gevraagd = x.schorsing_gevraagd || c.organisatie
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.bijeenkomst_boek(c, b, 'bijeenkomst.schorsing-gevraagd');
    RETURN rule.geboekt(c, b.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_schorsing_vragen(rule.opdracht) IS
    'bijeenkomst.schorsing-vragen: any party that has a word may ask.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_schorsen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
    voor bigint := rule.getal(c.args ->> 'organisatie');
BEGIN
    IF b.id IS NULL OR (c.args ? 'organisatie' AND NOT EXISTS (
           SELECT FROM rule.meesprekers(c.tafel) d WHERE d.organisatie = voor)) THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status <> 'geopend' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.bijeenkomst x
    SET status = 'geschorst', geschorst_op = c.nu, schorsing_voor = voor, schorsing_gevraagd = '{}',
        schorsing_tot = c.nu + make_interval(mins => (c.args ->> 'minuten')::int)
    WHERE x.id = b.id RETURNING * INTO b;
    UPDATE spr.tafel t SET geschorst = true WHERE t.id = c.tafel;
    c := rule.bijeenkomst_boek(c, b, 'bijeenkomst.geschorst');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.sprekers_stoppen(c, b.id, false);
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_schorsen(rule.opdracht) IS
    'bijeenkomst.schorsen: the plenary falls silent, rooms do not.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_hervatten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status <> 'geschorst' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.bijeenkomst x
    SET status = 'geopend', geschorst_op = NULL, schorsing_tot = NULL, schorsing_voor = NULL
    WHERE x.id = b.id RETURNING * INTO b;
    UPDATE spr.tafel t SET geschorst = false WHERE t.id = c.tafel;
    c := rule.bijeenkomst_boek(c, b, 'bijeenkomst.hervat');
    RETURN rule.geboekt(c, b.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_hervatten(rule.opdracht) IS
    'bijeenkomst.hervatten: by who leads the tafel, whatever the clock says.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_sluiten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status NOT IN ('geopend', 'geschorst') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.gebeurd_geldig(c, coalesce(b.gebeurd_van, '-infinity')) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    c := rule.sprekers_stoppen(c, b.id, true);
    c := rule.agenda_sluiten(c, b.id);
    UPDATE spr.bijeenkomst x
    SET status = 'gesloten', gesloten_door = c.persoon, gesloten_op = c.nu,
        gebeurd_tot = rule.moment(c.args ->> 'gebeurdOm'), geschorst_op = NULL,
        schorsing_tot = NULL, schorsing_voor = NULL, schorsing_gevraagd = '{}'
    WHERE x.id = b.id RETURNING * INTO b;
    UPDATE spr.tafel t SET geschorst = false WHERE t.id = c.tafel AND t.geschorst;
    c := rule.bijeenkomst_boek(c, b, 'bijeenkomst.gesloten');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.bijeenkomst_bericht(c, b, 'besluitenlijst');
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_sluiten(rule.opdracht) IS
    'bijeenkomst.sluiten: what was not reached is held over; everybody is told of the besluitenlijst.';

CREATE OR REPLACE FUNCTION rule.bijeenkomst_afgelasten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
    waarom text := rule.schoon(c.args ->> 'reden');
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status <> 'gepland' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.bijeenkomst x SET status = 'afgelast', reden = waarom WHERE x.id = b.id
    RETURNING * INTO b;
    c := rule.bijeenkomst_boek(c, b, 'bijeenkomst.afgelast');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.bijeenkomst_bericht(c, b, 'bijeenkomst_afgelast');
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_afgelasten(rule.opdracht) IS
    'bijeenkomst.afgelasten: one that has not begun.';
