-- Where an organisation stands. Invariant: one standpunt per organisation per keuzevraag; it stays,
-- marked with who spoke, when the delegate changes or the organisation leaves.

CREATE OR REPLACE FUNCTION rule.beeld(s spr.standpunt) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', s.id::text,
        'keuzevraag', s.keuzevraag::text, 'organisatie', s.organisatie::text,
        'waarde', s.waarde, 'optie', s.optie::text, 'grond', s.grond, 'tekst', s.tekst,
        'versie', s.versie, 'tekstVersie', nullif(s.tekst_versie, 1),
        'bevestiging', rule.bevestiging_beeld(s.bevestigd_door, s.bevestigd_via,
            s.bevestigd_spreker, s.bevestigd_gebeurd_om, s.bevestigd_op))
        || rule.inbreng_beeld(s.persoon, s.via, s.spreker, s.gebeurd_om, s.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.standpunt) IS 'A standpunt on the wire.';

CREATE OR REPLACE FUNCTION rule.standpunt_bezwaar(c rule.opdracht, i rule.inbreng,
    k spr.keuzevraag) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    waarde text := c.args ->> 'waarde';
    tekst text := rule.schoon(c.args ->> 'tekst');
BEGIN
    IF k.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel
                      AND d.organisatie = i.organisatie AND d.rol <> 'toehorend') THEN
        RETURN 'niet_toegestaan';
    ELSIF k.status IN ('besloten', 'ingetrokken') THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.standpunt x WHERE x.keuzevraag = k.id
          AND x.organisatie = i.organisatie AND x.via = 'platform'
          AND x.tekst_versie >= k.tekst_versie) THEN
        RETURN 'partij_sprak_zelf';
    ELSIF (waarde = 'neemt_niet_deel') <> (c.args ? 'grond')
          OR (waarde IN ('akkoord_mits', 'niet_akkoord') AND tekst IS NULL)
          OR (tekst IS NOT NULL AND NOT rule.is_regel(tekst))
          OR (c.args ? 'optie' AND NOT EXISTS (SELECT FROM spr.optie o
              WHERE o.keuzevraag = k.id AND o.id = rule.getal(c.args ->> 'optie'))) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.standpunt_bezwaar(rule.opdracht, rule.inbreng, spr.keuzevraag) IS
    'Why this standpunt cannot be taken: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.standpunt_innemen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    i rule.inbreng := rule.inbreng(c);
    s spr.standpunt;
    bezwaar text := rule.standpunt_bezwaar(c, i, k);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.standpunt AS x (keuzevraag, organisatie, waarde, optie, grond, tekst, persoon,
        via, spreker, gebeurd_om, op, tekst_versie)
    VALUES (k.id, i.organisatie, c.args ->> 'waarde', rule.getal(c.args ->> 'optie'),
        c.args ->> 'grond', rule.schoon(c.args ->> 'tekst'), c.persoon, i.via, i.spreker,
        i.gebeurd_om, c.nu, k.tekst_versie)
    ON CONFLICT ON CONSTRAINT standpunt_keuzevraag_organisatie_key DO UPDATE
    SET waarde = excluded.waarde, optie = excluded.optie, grond = excluded.grond,
        tekst = excluded.tekst, versie = x.versie + 1, persoon = excluded.persoon,
        via = excluded.via, spreker = excluded.spreker, gebeurd_om = excluded.gebeurd_om,
        op = excluded.op, tekst_versie = excluded.tekst_versie, bevestigd_door = NULL,
        bevestigd_via = NULL, bevestigd_spreker = NULL, bevestigd_gebeurd_om = NULL,
        bevestigd_op = NULL
    RETURNING * INTO s;
    c := rule.boek(c, stroom, 'standpunt.ingenomen', 'standpunt:' || s.id,
        jsonb_build_object('standpunten', jsonb_build_array(rule.beeld(s))));
    c := rule.geboekt(c, s.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'standpunt:' || s.id, k.vraag);
END $$;
COMMENT ON FUNCTION rule.standpunt_innemen(rule.opdracht) IS
    'standpunt.innemen: the latest counts, the former ones stand in the log.';
