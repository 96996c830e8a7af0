-- Action points: who does what, by when. Invariant: what was to be done does not change; it is done,
-- or lapses with a reason.

CREATE OR REPLACE FUNCTION rule.beeld(a spr.actiepunt) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', a.id::text, 'tafel', a.tafel::text,
        'nummer', a.nummer, 'bijeenkomst', a.bijeenkomst::text,
        'agendapunt', a.agendapunt::text, 'wat', a.wat, 'organisatie', a.organisatie::text,
        'persoon', a.persoon::text, 'voor', rule.tijd(a.voor), 'status', a.status,
        'verhaal', a.verhaal, 'afgerondDoor', a.afgerond_door::text,
        'afgerondOp', rule.tijd(a.afgerond_op), 'door', a.door::text, 'op', rule.tijd(a.op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.actiepunt) IS 'An actiepunt on the wire.';

CREATE OR REPLACE FUNCTION rule.actiepunt_boek(c rule.opdracht, a spr.actiepunt, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stroom text := 'tafel:' || c.tafel;
BEGIN
    c := rule.boek(c, stroom, soort, 'actiepunt:' || a.id,
        jsonb_build_object('actiepunten', jsonb_build_array(rule.beeld(a))));
    RETURN rule.geboekt(c, a.id, stroom);
END $$;
COMMENT ON FUNCTION rule.actiepunt_boek(rule.opdracht, spr.actiepunt, text) IS
    'Tell the tafel where an actiepunt stands.';

CREATE OR REPLACE FUNCTION rule.actiepunt_bezwaar(c rule.opdracht) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    voor timestamptz := rule.moment(c.args ->> 'voor');
BEGIN
    IF NOT rule.mag_boeken(c, 'tafel:' || c.tafel, 'actiepunt.genoteerd') THEN
        -- Of a tafel that does not go on only the secretaris still writes these.
        RETURN 'niet_toegestaan';
    ELSIF (c.args ? 'organisatie' AND NOT EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel
            AND d.organisatie = rule.getal(c.args ->> 'organisatie')
            AND d.status IN ('toegetreden', 'opgeschort')))
       OR (c.args ? 'persoon' AND NOT EXISTS (
            SELECT FROM spr.zetel z LEFT JOIN spr.deelname d ON d.id = z.deelname
            WHERE z.tafel = c.tafel AND z.leest_tot IS NULL
                AND z.persoon = rule.getal(c.args ->> 'persoon')
                AND rule.mag_stroom(z.persoon, NULL, 'tafel:' || c.tafel, 'lezen', c.nu)
                AND (NOT c.args ? 'organisatie'
                    OR d.organisatie = rule.getal(c.args ->> 'organisatie'))))
       OR (c.args ? 'bijeenkomst' AND (rule.bijeenkomst_vind(c)).id IS NULL)
       OR (c.args ? 'agendapunt' AND NOT EXISTS (SELECT FROM spr.agendapunt p
            WHERE p.tafel = c.tafel AND p.id = rule.getal(c.args ->> 'agendapunt')
                AND (NOT c.args ? 'bijeenkomst'
                    OR p.bijeenkomst = rule.getal(c.args ->> 'bijeenkomst')))) THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'wat'))
          -- Of a meeting that is entered afterwards the date may have passed.
          OR NOT coalesce(voor > c.nu - interval '1 year' AND voor <= c.nu + interval '5 years',
                          false) THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) FROM spr.actiepunt a WHERE a.tafel = c.tafel) >= 1000 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.actiepunt_bezwaar(rule.opdracht) IS
    'Why this cannot be noted: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.actiepunt_noteren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    bezwaar text := rule.actiepunt_bezwaar(c);
    a spr.actiepunt;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.actiepunt (tafel, nummer, bijeenkomst, agendapunt, wat, organisatie, persoon,
        voor, door, op)
    SELECT c.tafel, 1 + coalesce(max(x.nummer), 0), coalesce(
            rule.getal(c.args ->> 'bijeenkomst'), (SELECT p.bijeenkomst
            FROM spr.agendapunt p WHERE p.id = rule.getal(c.args ->> 'agendapunt')),
            rule.bijeenkomst_nu(c.tafel)),
        rule.getal(c.args ->> 'agendapunt'), rule.schoon(c.args ->> 'wat'),
        rule.getal(c.args ->> 'organisatie'), rule.getal(c.args ->> 'persoon'),
        rule.moment(c.args ->> 'voor'), c.persoon, c.nu
    FROM spr.actiepunt x WHERE x.tafel = c.tafel
    RETURNING * INTO a;
    c := rule.actiepunt_boek(c, a, 'actiepunt.genoteerd');
    IF a.persoon IS NOT NULL THEN
        RETURN rule.bericht_sturen(c, a.persoon, 'actiepunt', 'actiepunt:' || a.id,
            left(a.wat, 200));
    ELSIF a.organisatie IS NOT NULL THEN
        RETURN rule.bericht_aan_tafel(c, ARRAY[a.organisatie], 'actiepunt', 'actiepunt:' || a.id,
            a.wat);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.actiepunt_noteren(rule.opdracht) IS
    'actiepunt.noteren: of the meeting under way, if there is one; who must do it is told.';

CREATE OR REPLACE FUNCTION rule.actiepunt_afronden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    a spr.actiepunt;
    uitleg text := rule.schoon(c.args ->> 'verhaal');
BEGIN
    SELECT * INTO a FROM spr.actiepunt x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'actiepunt');
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT c.rollen && '{voorzitter,secretaris}'
          AND a.organisatie IS DISTINCT FROM c.organisatie
          AND a.persoon IS DISTINCT FROM c.persoon THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF a.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF (uitleg IS NULL AND c.args ->> 'status' = 'vervallen')
          OR (uitleg IS NOT NULL AND NOT rule.is_regel(uitleg)) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Zeg erbij waarom het vervalt.',
            'Say why it lapses.');
    END IF;
    UPDATE spr.actiepunt x
    SET status = c.args ->> 'status', verhaal = uitleg, afgerond_door = c.persoon, afgerond_op = c.nu
    WHERE x.id = a.id RETURNING * INTO a;
    RETURN rule.actiepunt_boek(c, a, 'actiepunt.afgerond');
END $$;
COMMENT ON FUNCTION rule.actiepunt_afronden(rule.opdracht) IS
    'actiepunt.afronden: by who had to do it, or by who leads the tafel.';
