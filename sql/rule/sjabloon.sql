-- Making a tafel from a sjabloon: its rondes and its first bijeenkomst, planned around one date.
-- Invariant: all of it, with the invitations, is one command; what cannot be is refused before
-- anything is written.

CREATE OR REPLACE FUNCTION rule.sjabloon_beeld(s spr.sjabloon) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('code', s.code, 'naam', s.naam,
        'naamEn', s.naam_en, 'uitleg', s.uitleg, 'uitlegEn', s.uitleg_en, 'vraag', s.vraag,
        'toeschrijving', s.toeschrijving, 'openbaarheid', s.openbaarheid,
        'bijeenkomst', s.bijeenkomst, 'minuten', s.minuten, 'dagen', s.dagen,
        'rondes', (SELECT coalesce(jsonb_agg(jsonb_build_object('soort', r.soort,
                'vraag', r.vraag, 'opent', r.opent, 'sluit', r.sluit) ORDER BY r.nummer), '[]')
            FROM spr.sjabloon_ronde r WHERE r.sjabloon = s.code),
        'agenda', (SELECT coalesce(jsonb_agg(jsonb_build_object('soort', a.soort,
                'titel', a.titel, 'minuten', a.minuten) ORDER BY a.nummer), '[]')
            FROM spr.sjabloon_agendapunt a WHERE a.sjabloon = s.code)));
END $$;
COMMENT ON FUNCTION rule.sjabloon_beeld(spr.sjabloon) IS 'A sjabloon on the wire.';

CREATE OR REPLACE FUNCTION rule.sjabloon_vind(c rule.opdracht) RETURNS spr.sjabloon
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.sjabloon;
BEGIN
    SELECT * INTO s FROM spr.sjabloon x WHERE x.code = c.args ->> 'sjabloon';
    RETURN s;
END $$;
COMMENT ON FUNCTION rule.sjabloon_vind(rule.opdracht) IS 'The sjabloon a command names.';

CREATE OR REPLACE FUNCTION rule.sjabloon_bezwaar(c rule.opdracht, s spr.sjabloon) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    aanvang timestamptz := rule.moment(c.args ->> 'datum');
BEGIN
    IF c.args ? 'sjabloon' AND s.code IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF c.args ? 'sjabloon' <> c.args ? 'datum' THEN
        RETURN 'ongeldig';
    -- A meeting that was held on paper may be entered from a sjabloon afterwards.
    ELSIF c.args ? 'datum' AND NOT coalesce(aanvang > c.nu - interval '1 year'
          AND aanvang <= c.nu + interval '2 years', false) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.sjabloon_bezwaar(rule.opdracht, spr.sjabloon) IS
    'Why a tafel cannot be made from this sjabloon around this date: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.sjabloon_rondes(c rule.opdracht, s spr.sjabloon,
    aanvang timestamptz) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    dag date := rule.dag(aanvang);
    sectoren bigint[] := rule.sectoren_aan_tafel(c.tafel, '{uitgenodigd}');
    x spr.sjabloon_ronde;
    r spr.ronde;
BEGIN
    FOR x IN SELECT * FROM spr.sjabloon_ronde y WHERE y.sjabloon = s.code ORDER BY y.nummer LOOP
        INSERT INTO spr.ronde (tafel, nummer, soort, vraag, opent, sluit)
        VALUES (c.tafel, x.nummer, x.soort, x.vraag,
            (dag + x.opent)::timestamp AT TIME ZONE 'Europe/Amsterdam',
            (dag + x.sluit + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')
        RETURNING * INTO r;
        IF r.soort = 'sector' THEN
            PERFORM rule.gesprekken_aanvullen(c, r, sectoren);
        END IF;
        c := rule.boek(c, 'tafel:' || c.tafel, 'ronde.gepland', 'ronde:' || r.id,
            jsonb_build_object('rondes', jsonb_build_array(rule.beeld(r)),
                'gesprekken', rule.gesprekken_beeld(r.id)));
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.sjabloon_rondes(rule.opdracht, spr.sjabloon, timestamptz) IS
    'Plan the rondes of a sjabloon around a date.';

CREATE OR REPLACE FUNCTION rule.sjabloon_bijeenkomst(c rule.opdracht, s spr.sjabloon,
    aanvang timestamptz) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    plan rule.opdracht := c;
    b spr.bijeenkomst;
BEGIN
    IF s.bijeenkomst IS NULL THEN
        RETURN c;
    END IF;
    -- As if somebody had planned it by hand.
    plan.args := jsonb_build_object('titel', s.bijeenkomst, 'begint', rule.tijd(aanvang),
        'eindigt', rule.tijd(aanvang + make_interval(mins => s.minuten)),
        'agenda', (rule.sjabloon_beeld(s)) -> 'agenda');
    b := rule.bijeenkomst_bewaren(plan, b);
    RETURN rule.boek_lijst(c, 'tafel:' || c.tafel, 'bijeenkomst.gepland', 'bijeenkomst:' || b.id,
        jsonb_build_object('bijeenkomsten', jsonb_build_array(rule.beeld(b))), 'agendapunten',
        rule.agenda_bewaren(plan, b));
END $$;
COMMENT ON FUNCTION rule.sjabloon_bijeenkomst(rule.opdracht, spr.sjabloon, timestamptz) IS
    'Plan the first bijeenkomst of a sjabloon, with its agenda.';
