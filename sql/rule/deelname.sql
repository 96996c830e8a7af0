-- An organisation at a tafel: invited by the voorzitter or secretaris; it joins, suspends itself
-- and leaves by its own word. Invariant: a deelname is moved only by somebody who speaks for that
-- organisation; when it leaves, its seats end at the same moment.

CREATE OR REPLACE FUNCTION rule.deelname_melden(c rule.opdracht, d spr.deelname)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    c := rule.toegang(c, NULL, d.organisatie, c.tafel);
    RETURN rule.bericht_aan_partij(c, d.organisatie, 'uitgenodigd', 'deelname:' || d.id,
        (SELECT t.titel FROM spr.tafel t WHERE t.id = c.tafel));
END $$;
COMMENT ON FUNCTION rule.deelname_melden(rule.opdracht, spr.deelname) IS
    'Tell the representatives of an organisation that it is invited to an open tafel.';

CREATE OR REPLACE FUNCTION rule.deelname_uitnodigen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o spr.organisatie;
    d spr.deelname;
    hoedanigheid text := rule.schoon(c.args ->> 'hoedanigheid');
    gevraagd bigint[];
    stroom text := 'tafel:' || c.tafel;
BEGIN
    SELECT * INTO o FROM spr.organisatie x WHERE x.id = rule.getal(c.args ->> 'organisatie');
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF EXISTS (SELECT FROM spr.deelname x WHERE x.tafel = c.tafel AND x.organisatie = o.id) THEN
        RETURN rule.weiger(c, 'bestaat_al');
    ELSIF hoedanigheid IS NOT NULL AND NOT rule.is_regel(hoedanigheid) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    IF c.args ? 'sectoren' THEN
        gevraagd := ARRAY(SELECT DISTINCT rule.getal(s)
            FROM jsonb_array_elements_text(c.args -> 'sectoren') s ORDER BY 1);
        IF (SELECT count(*) FROM spr.sector s WHERE s.id = ANY (gevraagd))
           <> cardinality(gevraagd) THEN
            RETURN rule.weiger(c, 'niet_gevonden');
        END IF;
    ELSE
        gevraagd := rule.sectoren_van(o.id, rule.dag(c.nu));
    END IF;
    INSERT INTO spr.deelname (tafel, organisatie, hoedanigheid, rol, zijde, gewicht, sectoren,
        sinds)
    VALUES (c.tafel, o.id, hoedanigheid, c.args ->> 'rol', coalesce(c.args ->> 'zijde', o.zijde),
        coalesce((c.args ->> 'gewicht')::bigint, 1), gevraagd, c.nu)
    RETURNING * INTO d;
    c := rule.boek(c, stroom, 'deelname.uitgenodigd', 'deelname:' || d.id,
        jsonb_build_object('deelnames', jsonb_build_array(rule.beeld(d))));
    IF c.status <> 'concept' THEN
        c := rule.deelname_melden(c, d);
    END IF;
    RETURN rule.geboekt(c, d.id, stroom);
END $$;
COMMENT ON FUNCTION rule.deelname_uitnodigen(rule.opdracht) IS
    'deelname.uitnodigen: once per organisation; sectors come from the register unless given.';

CREATE OR REPLACE FUNCTION rule.deelname_eigen(c rule.opdracht) RETURNS spr.deelname
LANGUAGE plpgsql STABLE AS $$
DECLARE
    d spr.deelname;
BEGIN
    SELECT * INTO d FROM spr.deelname x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'deelname');
    RETURN d;
END $$;
COMMENT ON FUNCTION rule.deelname_eigen(rule.opdracht) IS
    'The deelname a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.deelname_toetreden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d spr.deelname := rule.deelname_eigen(c);
    z spr.zetel;
    zetels jsonb := '[]';
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF d.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF d.organisatie IS DISTINCT FROM c.organisatie THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF d.status NOT IN ('uitgenodigd', 'opgeschort') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.deelname x
    SET status = 'toegetreden', sinds = c.nu, reden = NULL,
        toegetreden_op = coalesce(x.toegetreden_op, c.nu)
    WHERE x.id = d.id RETURNING * INTO d;
    IF NOT EXISTS (SELECT FROM spr.zetel x WHERE x.tafel = c.tafel AND x.persoon = c.persoon
                   AND x.deelname = d.id AND x.leest_tot IS NULL) THEN
        INSERT INTO spr.zetel (tafel, deelname, persoon, rollen, leest_vanaf)
        VALUES (c.tafel, d.id, c.persoon, rule.zetel_rollen(c, d), c.nu)
        RETURNING * INTO z;
        zetels := jsonb_build_array(rule.beeld(z));
    END IF;
    c := rule.boek(c, stroom, 'deelname.toegetreden', 'deelname:' || d.id, jsonb_build_object(
        'deelnames', jsonb_build_array(rule.beeld(d)), 'zetels', zetels));
    c := rule.toegang(c, NULL, d.organisatie, c.tafel);
    RETURN rule.geboekt(c, d.id, stroom);
END $$;
COMMENT ON FUNCTION rule.deelname_toetreden(rule.opdracht) IS
    'deelname.toetreden: from invited or suspended; who joins gets a seat that reads from now.';

CREATE OR REPLACE FUNCTION rule.deelname_opschorten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d spr.deelname := rule.deelname_eigen(c);
    waarom text := rule.schoon(c.args ->> 'reden');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF d.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF d.organisatie IS DISTINCT FROM c.organisatie THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF d.status <> 'toegetreden' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.deelname x SET status = 'opgeschort', sinds = c.nu, reden = waarom
    WHERE x.id = d.id RETURNING * INTO d;
    c := rule.boek(c, stroom, 'deelname.opgeschort', 'deelname:' || d.id,
        jsonb_build_object('deelnames', jsonb_build_array(rule.beeld(d))));
    c := rule.toegang(c, NULL, d.organisatie, c.tafel);
    RETURN rule.geboekt(c, d.id, stroom);
END $$;
COMMENT ON FUNCTION rule.deelname_opschorten(rule.opdracht) IS
    'deelname.opschorten: the organisation goes on reading and is silent.';

CREATE OR REPLACE FUNCTION rule.deelname_uittreden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d spr.deelname := rule.deelname_eigen(c);
    waarom text := rule.schoon(c.args ->> 'reden');
    stroom text := 'tafel:' || c.tafel;
    zetels jsonb;
    plaats bigint;
    stemde boolean := d.rol = 'stemhebbend' AND d.status IN ('toegetreden', 'opgeschort');
BEGIN
    IF d.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF d.organisatie IS DISTINCT FROM c.organisatie THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF d.status = 'uitgetreden' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.deelname x
    SET status = 'uitgetreden', sinds = c.nu, uitgetreden_op = c.nu,
        reden = waarom
    WHERE x.id = d.id RETURNING * INTO d;
    DELETE FROM spr.deelname_contact x WHERE x.deelname = d.id;
    WITH geeindigd AS (
        UPDATE spr.zetel x SET leest_tot = greatest(c.nu, x.leest_vanaf)
        WHERE x.tafel = c.tafel AND x.deelname = d.id AND x.leest_tot IS NULL RETURNING x)
    SELECT coalesce(jsonb_agg(rule.beeld(g.x) ORDER BY (g.x).id), '[]') INTO zetels
    FROM geeindigd g;
    c := rule.boek(c, stroom, 'deelname.uitgetreden', 'deelname:' || d.id, jsonb_build_object(
        'deelnames', jsonb_build_array(rule.beeld(d)), 'zetels', zetels));
    plaats := rule.plaats(c, stroom);
    c := rule.bedenkingen_handhaven(c, d.organisatie);
    c := rule.volmachten_vervallen(c, d.organisatie);
    c := rule.amendementen_verlaten(c, d.organisatie);
    IF stemde THEN
        c := rule.zijde_verlaten(c, d.zijde);
    END IF;
    c := rule.voorbehoud_bijwerken(c, d.organisatie);
    c := rule.toegang(c, NULL, d.organisatie, c.tafel);
    RETURN rule.antwoord(c, jsonb_build_object('id', d.id::text, 'stroom', stroom, 'seq', plaats));
END $$;
COMMENT ON FUNCTION rule.deelname_uittreden(rule.opdracht) IS
    'deelname.uittreden: its seats end now, and read nothing from after this moment.';
