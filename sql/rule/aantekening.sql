-- What a party adds to a besluit: a note of dissent, a signature. Invariant: one of each per
-- organisation; a signature binds only who set it, and is never taken back here.

CREATE OR REPLACE FUNCTION rule.beeld(a spr.aantekening) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', a.id::text, 'besluit', a.besluit::text,
        'organisatie', a.organisatie::text, 'tekst', a.tekst)
        || rule.inbreng_beeld(a.persoon, a.via, a.spreker, a.gebeurd_om, a.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.aantekening) IS 'An aantekening on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(o spr.ondertekening) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', o.id::text, 'besluit', o.besluit::text,
        'organisatie', o.organisatie::text)
        || rule.inbreng_beeld(o.persoon, o.via, o.spreker, o.gebeurd_om, o.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.ondertekening) IS 'An ondertekening on the wire.';

CREATE OR REPLACE FUNCTION rule.aantekening_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT i.organisatie = ANY (rule.stemgerechtigden(c.tafel)) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status IN ('concept', 'geagendeerd') OR b.uitkomst = 'ingetrokken' THEN
        RETURN 'verkeerde_toestand';
    ELSIF b.status = 'uitkomst' AND b.uitkomst_op <= c.nu - interval '7 days' THEN
        RETURN 'termijn_voorbij';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.aantekening a WHERE a.besluit = b.id
          AND a.organisatie = i.organisatie AND a.via = 'platform') THEN
        RETURN 'partij_sprak_zelf';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'tekst')) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.aantekening_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why this cannot be noted: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.aantekening_plaatsen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    a spr.aantekening;
    bezwaar text := rule.aantekening_bezwaar(c, b, i);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.aantekening AS x (tafel, besluit, organisatie, tekst, persoon, via, spreker,
        gebeurd_om, op)
    VALUES (c.tafel, b.id, i.organisatie, rule.schoon(c.args ->> 'tekst'), c.persoon, i.via,
        i.spreker, i.gebeurd_om, c.nu)
    ON CONFLICT ON CONSTRAINT aantekening_besluit_organisatie_key DO UPDATE
    SET tekst = excluded.tekst, persoon = excluded.persoon, via = excluded.via,
        spreker = excluded.spreker, gebeurd_om = excluded.gebeurd_om, op = excluded.op
    RETURNING * INTO a;
    c := rule.boek(c, stroom, 'aantekening.geplaatst', 'aantekening:' || a.id,
        jsonb_build_object('aantekeningen', jsonb_build_array(rule.beeld(a))));
    c := rule.geboekt(c, a.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.aantekening_plaatsen(rule.opdracht) IS
    'aantekening.plaatsen: by a voting party, until seven days after the outcome.';

CREATE OR REPLACE FUNCTION rule.onderteken_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT rule.mag_binden(c, i) OR rule.leidde(c, b, i)
          OR NOT EXISTS (SELECT FROM rule.meesprekers(c.tafel) d
              WHERE d.organisatie = i.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.uitkomst IS DISTINCT FROM 'aangenomen' THEN
        RETURN 'verkeerde_toestand';
    ELSIF EXISTS (SELECT FROM spr.ondertekening o
                  WHERE o.besluit = b.id AND o.organisatie = i.organisatie) THEN
        RETURN 'bestaat_al';
    ELSIF i.via <> 'platform' AND i.via NOT IN ('papier', 'schriftelijk') THEN
        -- Nobody signs by word of mouth.
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.onderteken_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why this party cannot sign: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.ondertekening_zetten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    o spr.ondertekening;
    bezwaar text := rule.onderteken_bezwaar(c, b, i);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.ondertekening (tafel, besluit, organisatie, persoon, via, spreker, gebeurd_om,
        op)
    VALUES (c.tafel, b.id, i.organisatie, c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu)
    RETURNING * INTO o;
    c := rule.boek(c, stroom, 'ondertekening.gezet', 'ondertekening:' || o.id,
        jsonb_build_object('ondertekeningen', jsonb_build_array(rule.beeld(o))));
    c := rule.geboekt(c, o.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.ondertekening_zetten(rule.opdracht) IS
    'ondertekening.zetten: apart from adoption; later joining is possible.';
