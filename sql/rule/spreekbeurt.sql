-- Turns to speak. Invariant: one speaks at most; a person waits once; the order of the queue is that
-- of the ids, points of order first, and is not kept elsewhere.

CREATE OR REPLACE FUNCTION rule.beeld(s spr.spreekbeurt) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', s.id::text,
        'bijeenkomst', s.bijeenkomst::text, 'soort', s.soort, 'persoon', s.persoon::text,
        'naam', s.naam, 'organisatie', s.organisatie::text, 'status', s.status,
        'op', rule.tijd(s.op), 'begonnenOp', rule.tijd(s.begonnen_op),
        'geeindigdOp', rule.tijd(s.geeindigd_op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.spreekbeurt) IS 'A spreekbeurt on the wire.';

CREATE OR REPLACE FUNCTION rule.spreekbeurten_boek(c rule.opdracht, ids bigint[], soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'spreekbeurt:' || ids[1],
        jsonb_build_object('spreekbeurten', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
            FROM spr.spreekbeurt s WHERE s.id = ANY (ids))));
END $$;
COMMENT ON FUNCTION rule.spreekbeurten_boek(rule.opdracht, bigint[], text) IS
    'Tell the tafel where these turns stand; the first is what it is about.';

CREATE OR REPLACE FUNCTION rule.spreekbeurt_bezwaar(c rule.opdracht, b spr.bijeenkomst)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    voor_ander boolean := c.args ? 'organisatie' OR c.args ? 'naam';
    naam text := rule.schoon(c.args ->> 'naam');
BEGIN
    IF b.id IS NULL OR (c.args ? 'organisatie' AND NOT EXISTS (SELECT FROM spr.deelname d
           WHERE d.tafel = c.tafel AND d.organisatie = rule.getal(c.args ->> 'organisatie')
               AND d.status = 'toegetreden')) THEN
        RETURN 'niet_gevonden';
    ELSIF voor_ander AND NOT c.rollen && '{voorzitter,secretaris}' THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status <> 'geopend' THEN
        RETURN 'bijeenkomst_dicht';
    ELSIF c.args ? 'naam' AND NOT rule.is_regel(naam) THEN
        RETURN 'ongeldig';
    ELSIF NOT voor_ander AND EXISTS (SELECT FROM spr.spreekbeurt s WHERE s.bijeenkomst = b.id
          AND s.persoon = c.persoon AND s.status = 'wacht'
          AND s.soort = c.args ->> 'soort') THEN
        RETURN 'bestaat_al';
    ELSIF (SELECT count(*) FILTER (WHERE s.status = 'wacht') >= 60 OR count(*) >= 2000
               OR count(*) FILTER (WHERE s.door = c.persoon AND NOT voor_ander) >= 100
           FROM spr.spreekbeurt s WHERE s.bijeenkomst = b.id) THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.spreekbeurt_bezwaar(rule.opdracht, spr.bijeenkomst) IS
    'Why the floor cannot be asked for: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.spreekbeurt_vragen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
    bezwaar text := rule.spreekbeurt_bezwaar(c, b);
    voor_ander boolean := c.args ? 'organisatie' OR c.args ? 'naam';
    nr bigint;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.spreekbeurt (tafel, bijeenkomst, soort, persoon, naam, organisatie, door, op)
    VALUES (c.tafel, b.id, c.args ->> 'soort', CASE WHEN NOT voor_ander THEN c.persoon END,
        rule.schoon(c.args ->> 'naam'),
        CASE WHEN voor_ander THEN rule.getal(c.args ->> 'organisatie') ELSE c.organisatie END,
        c.persoon, c.nu)
    RETURNING id INTO nr;
    c := rule.spreekbeurten_boek(c, ARRAY[nr], 'spreekbeurt.gevraagd');
    RETURN rule.geboekt(c, nr, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.spreekbeurt_vragen(rule.opdracht) IS
    'spreekbeurt.vragen: for oneself, or by who leads the tafel for somebody in the room.';

CREATE OR REPLACE FUNCTION rule.spreekbeurt_vind(c rule.opdracht, OUT s spr.spreekbeurt,
    OUT b spr.bijeenkomst)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    SELECT * INTO s FROM spr.spreekbeurt x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'spreekbeurt');
    SELECT * INTO b FROM spr.bijeenkomst x WHERE x.id = s.bijeenkomst;
END $$;
COMMENT ON FUNCTION rule.spreekbeurt_vind(rule.opdracht) IS
    'The spreekbeurt a command names, with its meeting; NULLs when there is none.';

CREATE OR REPLACE FUNCTION rule.spreekbeurt_geven(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    hier record := rule.spreekbeurt_vind(c);
    vorige bigint;
BEGIN
    IF (hier.s).id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF (hier.b).status <> 'geopend' THEN
        RETURN rule.weiger(c, 'bijeenkomst_dicht');
    ELSIF (hier.s).status <> 'wacht' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.spreekbeurt x SET status = 'geweest', geeindigd_op = c.nu
    WHERE x.bijeenkomst = (hier.b).id AND x.status = 'spreekt' RETURNING x.id INTO vorige;
    UPDATE spr.spreekbeurt x SET status = 'spreekt', begonnen_op = c.nu WHERE x.id = (hier.s).id;
    c := rule.spreekbeurten_boek(c, ARRAY[(hier.s).id, vorige], 'spreekbeurt.gegeven');
    RETURN rule.geboekt(c, (hier.s).id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.spreekbeurt_geven(rule.opdracht) IS
    'spreekbeurt.geven: who spoke is then done.';

CREATE OR REPLACE FUNCTION rule.spreekbeurt_afronden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    hier record := rule.spreekbeurt_vind(c);
BEGIN
    IF (hier.s).id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT c.rollen && '{voorzitter,secretaris}'
          AND (hier.s).persoon IS DISTINCT FROM c.persoon THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF (hier.s).status NOT IN ('wacht', 'spreekt') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.spreekbeurt x
    SET status = CASE x.status WHEN 'wacht' THEN 'vervallen' ELSE 'geweest' END,
        geeindigd_op = c.nu
    WHERE x.id = (hier.s).id;
    c := rule.spreekbeurten_boek(c, ARRAY[(hier.s).id], 'spreekbeurt.afgerond');
    RETURN rule.geboekt(c, (hier.s).id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.spreekbeurt_afronden(rule.opdracht) IS
    'spreekbeurt.afronden: of the one that speaks or waits, by that person or by who leads the tafel.';

CREATE OR REPLACE FUNCTION rule.sprekers_stoppen(c rule.opdracht, bijeenkomst bigint, ook_rij boolean)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    ids bigint[];
BEGIN
    WITH gestopt AS (
        UPDATE spr.spreekbeurt x
        SET status = CASE x.status WHEN 'wacht' THEN 'vervallen' ELSE 'geweest' END,
            geeindigd_op = c.nu
        WHERE x.bijeenkomst = sprekers_stoppen.bijeenkomst
            AND (x.status = 'spreekt' OR (ook_rij AND x.status = 'wacht'))
        RETURNING x.id)
    SELECT array_agg(g.id ORDER BY g.id) INTO ids FROM gestopt g;
    IF ids IS NULL THEN
        RETURN c;
    END IF;
    RETURN rule.boek_lijst(c, 'tafel:' || c.tafel, 'spreekbeurt.afgerond',
        'bijeenkomst:' || bijeenkomst, '{}', 'spreekbeurten',
        ARRAY(SELECT rule.beeld(s) FROM spr.spreekbeurt s WHERE s.id = ANY (ids) ORDER BY s.id));
END $$;
COMMENT ON FUNCTION rule.sprekers_stoppen(rule.opdracht, bigint, boolean) IS
    'Who speaks is done; at the close the queue goes too.';
