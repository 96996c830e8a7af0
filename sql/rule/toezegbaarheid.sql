-- Whether a party can commit itself to a besluit now, or must go back first. Invariant: it binds
-- nobody, is never counted, and changes until the outcome; why is not asked.

CREATE OR REPLACE FUNCTION rule.beeld(t spr.toezegbaarheid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', t.id::text, 'besluit', t.besluit::text,
        'organisatie', t.organisatie::text, 'waarde', t.waarde,
        'terugVoor', rule.tijd(t.terug_voor))
        || rule.inbreng_beeld(t.persoon, t.via, t.spreker, t.gebeurd_om, t.op))
$$;
COMMENT ON FUNCTION rule.beeld(spr.toezegbaarheid) IS 'A toezegbaarheid on the wire.';

CREATE OR REPLACE FUNCTION rule.toezegbaarheid_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    terug boolean := c.args ->> 'waarde' = 'moet_terug_voor';
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT EXISTS (SELECT FROM rule.meesprekers(c.tafel) d
                      WHERE d.organisatie = i.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status NOT IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming') THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.toezegbaarheid x WHERE x.besluit = b.id
          AND x.organisatie = i.organisatie AND x.via = 'platform') THEN
        RETURN 'partij_sprak_zelf';
    ELSIF terug <> (c.args ? 'terugVoor')
          OR (terug AND NOT rule.termijn_geldig(rule.moment(c.args ->> 'terugVoor'), c.nu)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.toezegbaarheid_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why this cannot be said of a besluit: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.toezegbaarheid_melden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    t spr.toezegbaarheid;
    bezwaar text := rule.toezegbaarheid_bezwaar(c, b, i);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar = 'ongeldig' THEN
        RETURN rule.weiger(c, bezwaar,
            'Wie terug moet, noemt een moment dat nog komt, binnen twee jaar; wie niet terug moet, noemt er geen.',
            'Who must go back names a moment still to come, within two years; who need not names none.');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.toezegbaarheid AS x (tafel, besluit, organisatie, waarde, terug_voor, persoon,
        via, spreker, gebeurd_om, op)
    VALUES (c.tafel, b.id, i.organisatie, c.args ->> 'waarde',
        rule.moment(c.args ->> 'terugVoor'), c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu)
    ON CONFLICT ON CONSTRAINT toezegbaarheid_besluit_organisatie_key DO UPDATE
    SET waarde = excluded.waarde, terug_voor = excluded.terug_voor, persoon = excluded.persoon,
        via = excluded.via, spreker = excluded.spreker, gebeurd_om = excluded.gebeurd_om,
        op = excluded.op
    RETURNING * INTO t;
    c := rule.boek(c, stroom, 'toezegbaarheid.gemeld', 'toezegbaarheid:' || t.id,
        jsonb_build_object('toezegbaarheden', jsonb_build_array(rule.beeld(t))));
    c := rule.geboekt(c, t.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.toezegbaarheid_melden(rule.opdracht) IS
    'toezegbaarheid.melden: by the party, or recorded for it; once more replaces.';
