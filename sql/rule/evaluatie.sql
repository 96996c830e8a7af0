-- What came of a besluit. Invariant: only an adopted one is looked at again; each look keeps its
-- story.

CREATE OR REPLACE FUNCTION rule.beeld(e spr.evaluatie) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', e.id::text, 'besluit', e.besluit::text,
        'oordeel', e.oordeel, 'verhaal', e.verhaal, 'persoon', e.persoon::text,
        'op', rule.tijd(e.op)) || jsonb_strip_nulls(jsonb_build_object('evalueerOp',
            rule.tijd(e.evalueer_op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.evaluatie) IS 'An evaluation on the wire.';

CREATE OR REPLACE FUNCTION rule.besluit_evalueren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    e spr.evaluatie;
    weer timestamptz := rule.moment(c.args ->> 'evalueerOp');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.uitkomst IS DISTINCT FROM 'aangenomen' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'verhaal'))
          OR (c.args ? 'evalueerOp' AND NOT rule.termijn_geldig(weer, c.nu, '10 years')) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF (SELECT count(*) FROM spr.evaluatie x WHERE x.besluit = b.id) >= 50 THEN
        RETURN rule.weiger(c, 'te_groot');
    END IF;
    INSERT INTO spr.evaluatie (tafel, besluit, oordeel, verhaal, evalueer_op, persoon, op)
    VALUES (c.tafel, b.id, c.args ->> 'oordeel', rule.schoon(c.args ->> 'verhaal'), weer,
        c.persoon, c.nu)
    RETURNING * INTO e;
    c := rule.boek(c, stroom, 'besluit.geevalueerd', 'besluit:' || b.id,
        jsonb_build_object('evaluaties', jsonb_build_array(rule.beeld(e))));
    RETURN rule.geboekt(c, e.id, stroom);
END $$;
COMMENT ON FUNCTION rule.besluit_evalueren(rule.opdracht) IS
    'besluit.evalueren: what came of it, and when the tafel looks again.';
