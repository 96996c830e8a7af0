-- Uitvoerbaarheid: whether an option can be carried out, by who would have to. Invariant: one toets
-- per organisation per option; what was passed is a verdict in its own words, and other words ask anew.

CREATE OR REPLACE FUNCTION rule.beeld(u spr.uitvoerbaarheid) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', u.id::text,
        'keuzevraag', u.keuzevraag::text, 'optie', u.optie::text,
        'organisatie', u.organisatie::text, 'oordeel', u.oordeel, 'bevinding', u.bevinding,
        'passering', CASE WHEN u.gepasseerd_op IS NOT NULL THEN jsonb_build_object(
            'door', u.gepasseerd_door::text, 'reden', u.gepasseerd_reden,
            'op', rule.tijd(u.gepasseerd_op)) END)
        || rule.inbreng_beeld(u.persoon, u.via, u.spreker, u.gebeurd_om, u.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.uitvoerbaarheid) IS 'A toets of an option on the wire.';

CREATE OR REPLACE FUNCTION rule.uitvoerbaarheid_bezwaar(c rule.opdracht, i rule.inbreng,
    o spr.optie, k spr.keuzevraag) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF k.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT EXISTS (SELECT FROM rule.meesprekers(c.tafel) d
                      WHERE d.organisatie = i.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT rule.keuzevraag_loopt(k.id) THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.uitvoerbaarheid u WHERE u.optie = o.id
          AND u.organisatie = i.organisatie AND u.via = 'platform') THEN
        RETURN 'partij_sprak_zelf';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'bevinding')) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.uitvoerbaarheid_bezwaar(rule.opdracht, rule.inbreng, spr.optie,
    spr.keuzevraag) IS 'Why this option cannot be tested: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.uitvoerbaarheid_bewaren(c rule.opdracht, i rule.inbreng,
    o spr.optie) RETURNS spr.uitvoerbaarheid
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    u spr.uitvoerbaarheid;
BEGIN
    INSERT INTO spr.uitvoerbaarheid AS x (tafel, keuzevraag, optie, organisatie, oordeel,
        bevinding, persoon, via, spreker, gebeurd_om, op)
    VALUES (c.tafel, o.keuzevraag, o.id, i.organisatie, c.args ->> 'oordeel',
        rule.schoon(c.args ->> 'bevinding'), c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu)
    ON CONFLICT ON CONSTRAINT uitvoerbaarheid_optie_organisatie_key DO UPDATE
    SET oordeel = excluded.oordeel, bevinding = excluded.bevinding, persoon = excluded.persoon,
        via = excluded.via, spreker = excluded.spreker, gebeurd_om = excluded.gebeurd_om,
        op = excluded.op,
        gepasseerd_door = CASE WHEN x.oordeel = excluded.oordeel
            AND x.bevinding = excluded.bevinding THEN x.gepasseerd_door END,
        gepasseerd_reden = CASE WHEN x.oordeel = excluded.oordeel
            AND x.bevinding = excluded.bevinding THEN x.gepasseerd_reden END,
        gepasseerd_op = CASE WHEN x.oordeel = excluded.oordeel
            AND x.bevinding = excluded.bevinding THEN x.gepasseerd_op END
    RETURNING * INTO u;
    RETURN u;
END $$;
COMMENT ON FUNCTION rule.uitvoerbaarheid_bewaren(rule.opdracht, rule.inbreng, spr.optie) IS
    'Keep a toets in the place of the former one; the same words stay passed.';

CREATE OR REPLACE FUNCTION rule.uitvoerbaarheid_toetsen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o spr.optie;
    k spr.keuzevraag;
    u spr.uitvoerbaarheid;
    i rule.inbreng := rule.inbreng(c);
    stroom text := 'tafel:' || c.tafel;
    bezwaar text;
BEGIN
    SELECT * INTO o FROM spr.optie x WHERE x.id = rule.getal(c.args ->> 'optie');
    SELECT * INTO k FROM spr.keuzevraag x WHERE x.tafel = c.tafel AND x.id = o.keuzevraag;
    bezwaar := rule.uitvoerbaarheid_bezwaar(c, i, o, k);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    u := rule.uitvoerbaarheid_bewaren(c, i, o);
    c := rule.boek(c, stroom, 'uitvoerbaarheid.getoetst', 'uitvoerbaarheid:' || u.id,
        jsonb_build_object('uitvoerbaarheden', jsonb_build_array(rule.beeld(u))));
    c := rule.geboekt(c, u.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'uitvoerbaarheid:' || u.id, k.vraag);
END $$;
COMMENT ON FUNCTION rule.uitvoerbaarheid_toetsen(rule.opdracht) IS
    'uitvoerbaarheid.toetsen: once more replaces, until the question is decided.';

CREATE OR REPLACE FUNCTION rule.uitvoerbaarheid_passeren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    u spr.uitvoerbaarheid;
    waarom text := rule.schoon(c.args ->> 'reden');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    SELECT * INTO u FROM spr.uitvoerbaarheid x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'uitvoerbaarheid');
    IF u.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF u.oordeel <> 'niet_uitvoerbaar' OR u.gepasseerd_op IS NOT NULL
          OR NOT rule.keuzevraag_loopt(u.keuzevraag) THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.uitvoerbaarheid x
    SET gepasseerd_door = c.persoon, gepasseerd_reden = waarom, gepasseerd_op = c.nu
    WHERE x.id = u.id RETURNING * INTO u;
    c := rule.boek(c, stroom, 'uitvoerbaarheid.gepasseerd', 'uitvoerbaarheid:' || u.id,
        jsonb_build_object('uitvoerbaarheden', jsonb_build_array(rule.beeld(u))));
    RETURN rule.geboekt(c, u.id, stroom);
END $$;
COMMENT ON FUNCTION rule.uitvoerbaarheid_passeren(rule.opdracht) IS
    'uitvoerbaarheid.passeren: go on in spite of it, by name and with a reason.';

CREATE OR REPLACE FUNCTION rule.uitvoerbaarheid_poort(b spr.besluit, OUT nl text, OUT en text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    welke text;
BEGIN
    SELECT string_agg(DISTINCT o.nummer || ' (' || g.naam || ')', ', ') INTO welke
    FROM (SELECT * FROM spr.uitvoerbaarheid x
          WHERE x.keuzevraag = b.keuzevraag AND x.oordeel = 'niet_uitvoerbaar'
              AND x.gepasseerd_op IS NULL ORDER BY x.id) u
    JOIN spr.optie o ON o.id = u.optie JOIN spr.organisatie g ON g.id = u.organisatie
    WHERE CASE WHEN b.optie IS NULL THEN o.nummer > 0 ELSE o.id = b.optie END;
    IF welke IS NOT NULL THEN
        -- With many names it is still a sentence.
        welke := CASE WHEN length(welke) > 300 THEN left(welke, 300) || '…' ELSE welke END;
        nl := 'Niet uitvoerbaar gevonden en niet gepasseerd: optie ' || welke || '.';
        en := 'Found not executable and not passed: option ' || welke || '.';
    END IF;
END $$;
COMMENT ON FUNCTION rule.uitvoerbaarheid_poort(spr.besluit) IS
    'Verdicts that keep an afspraak from being put or taken, in two languages; NULLs when none do.';
