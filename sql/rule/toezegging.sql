-- Toezeggingen: asked, made by who may sign, and followed for years. Invariant: silence makes no
-- toezegging, and nobody makes one for another; each step tells its story.

CREATE OR REPLACE FUNCTION rule.beeld(t spr.toezegging) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', t.id::text, 'tafel', t.tafel::text,
        'besluit', t.besluit::text, 'bijeenkomst', t.bijeenkomst::text, 'organisatie', t.organisatie::text, 'tekst', t.tekst,
        'voor', rule.tijd(t.voor), 'status', t.status,
        'spreker', rule.spreker(t.persoon, t.namens), 'op', rule.tijd(t.op),
        'aanvaardDoor', t.aanvaard_door::text, 'aanvaardOp', rule.tijd(t.aanvaard_op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.toezegging) IS 'A toezegging on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(s spr.toezegging_stap) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', s.id::text,
        'toezegging', s.toezegging::text, 'status', s.status, 'verhaal', s.verhaal)
        || rule.inbreng_beeld(s.persoon, s.via, s.spreker, s.gebeurd_om, s.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.toezegging_stap) IS 'A step of a toezegging on the wire.';

CREATE OR REPLACE FUNCTION rule.toezegging_vind(c rule.opdracht) RETURNS spr.toezegging
LANGUAGE plpgsql STABLE AS $$
DECLARE
    t spr.toezegging;
BEGIN
    SELECT * INTO t FROM spr.toezegging x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'toezegging');
    RETURN t;
END $$;
COMMENT ON FUNCTION rule.toezegging_vind(rule.opdracht) IS
    'The toezegging a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.toezegging_voorstel_bezwaar(c rule.opdracht, wie bigint)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel AND d.organisatie = wie
                   AND d.status IN ('toegetreden', 'opgeschort'))
       OR (c.args ? 'besluit' AND NOT EXISTS (SELECT FROM spr.besluit b WHERE b.tafel = c.tafel
           AND b.id = rule.getal(c.args ->> 'besluit') AND b.voorgelegd_op IS NOT NULL)) THEN
        RETURN 'niet_gevonden';
    ELSIF NOT c.rollen && '{voorzitter,secretaris}' AND wie IS DISTINCT FROM c.organisatie THEN
        -- A party may offer; to ask it of another is for who leads the tafel.
        RETURN 'niet_toegestaan';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'tekst'))
          OR NOT rule.termijn_geldig(rule.moment(c.args ->> 'voor'), c.nu, '20 years') THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) FROM spr.toezegging t WHERE t.tafel = c.tafel) >= 500 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.toezegging_voorstel_bezwaar(rule.opdracht, bigint) IS
    'Why this toezegging cannot be proposed: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.toezegging_voorstellen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    wie bigint := rule.getal(c.args ->> 'organisatie');
    bezwaar text := rule.toezegging_voorstel_bezwaar(c, wie);
    t spr.toezegging;
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.toezegging (tafel, besluit, bijeenkomst, organisatie, tekst, voor, persoon,
        namens, op)
    VALUES (c.tafel, rule.getal(c.args ->> 'besluit'), rule.bijeenkomst_nu(c.tafel), wie,
        rule.schoon(c.args ->> 'tekst'), rule.moment(c.args ->> 'voor'), c.persoon, c.organisatie,
        c.nu)
    RETURNING * INTO t;
    c := rule.boek(c, stroom, 'toezegging.voorgesteld', 'toezegging:' || t.id,
        jsonb_build_object('toezeggingen', jsonb_build_array(rule.beeld(t))));
    c := rule.geboekt(c, t.id, stroom);
    RETURN rule.bericht_aan_tafel(c, ARRAY[wie], 'toezegging_gevraagd', 'toezegging:' || t.id,
        t.tekst);
END $$;
COMMENT ON FUNCTION rule.toezegging_voorstellen(rule.opdracht) IS
    'toezegging.voorstellen: asked by who leads the tafel, or offered by the party itself.';

CREATE OR REPLACE FUNCTION rule.toezegging_aanvaarden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    t spr.toezegging := rule.toezegging_vind(c);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF t.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF t.organisatie IS DISTINCT FROM c.organisatie
          OR NOT rule.mag_binden(c, rule.inbreng(c)) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF t.status <> 'voorgesteld' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.toezegging x
    SET status = 'aanvaard', aanvaard_door = c.persoon, aanvaard_op = c.nu
    WHERE x.id = t.id RETURNING * INTO t;
    c := rule.boek(c, stroom, 'toezegging.aanvaard', 'toezegging:' || t.id,
        jsonb_build_object('toezeggingen', jsonb_build_array(rule.beeld(t))));
    RETURN rule.geboekt(c, t.id, stroom);
END $$;
COMMENT ON FUNCTION rule.toezegging_aanvaarden(rule.opdracht) IS
    'toezegging.aanvaarden: by a signatory of the organisation itself, never recorded for it.';

CREATE OR REPLACE FUNCTION rule.toezegging_meld_bezwaar(c rule.opdracht, t spr.toezegging,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    wordt text := c.args ->> 'status';
    -- What was asked and not given is taken back by who leads the tafel, in nobody's name.
    terug boolean := wordt = 'ingetrokken' AND NOT c.args ? 'voor'
        AND c.rollen && '{voorzitter,secretaris}';
BEGIN
    IF t.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT terug AND i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT terug AND i.organisatie IS DISTINCT FROM t.organisatie THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT (t.status = wordt AND wordt IN ('loopt', 'vertraagd')) AND NOT EXISTS (
        SELECT FROM rule.overgang o
        WHERE o.entiteit = 'toezegging' AND o.van = t.status AND o.naar = wordt) THEN
        RETURN 'verkeerde_toestand';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'verhaal')) THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) FROM spr.toezegging_stap s WHERE s.toezegging = t.id) >= 100 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.toezegging_meld_bezwaar(rule.opdracht, spr.toezegging, rule.inbreng) IS
    'Why this step cannot be reported: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.toezegging_melden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    t spr.toezegging := rule.toezegging_vind(c);
    i rule.inbreng := rule.inbreng(c);
    s spr.toezegging_stap;
    bezwaar text := rule.toezegging_meld_bezwaar(c, t, i);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    UPDATE spr.toezegging x SET status = c.args ->> 'status' WHERE x.id = t.id RETURNING * INTO t;
    INSERT INTO spr.toezegging_stap (toezegging, status, verhaal, persoon, via, spreker,
        gebeurd_om, op)
    VALUES (t.id, t.status, rule.schoon(c.args ->> 'verhaal'), c.persoon, i.via, i.spreker,
        i.gebeurd_om, c.nu)
    RETURNING * INTO s;
    c := rule.boek(c, stroom, 'toezegging.gemeld', 'toezegging:' || t.id, jsonb_build_object(
        'toezeggingen', jsonb_build_array(rule.beeld(t)),
        'toezeggingStappen', jsonb_build_array(rule.beeld(s))));
    c := rule.geboekt(c, t.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'toezegging:' || t.id, t.tekst);
END $$;
COMMENT ON FUNCTION rule.toezegging_melden(rule.opdracht) IS
    'toezegging.melden: where it stands, with the story of that step.';
