-- Threads. Invariant: an onderwerp lives in one stream of its tafel; who may write that stream may
-- talk in it, and nobody else learns that it exists.

CREATE OR REPLACE FUNCTION rule.onderwerp_vind(c rule.opdracht, nummer text) RETURNS spr.onderwerp
LANGUAGE plpgsql STABLE AS $$
DECLARE
    o spr.onderwerp;
BEGIN
    SELECT * INTO o FROM spr.onderwerp x WHERE x.tafel = c.tafel AND x.id = rule.getal(nummer);
    IF o.id IS NOT NULL AND NOT rule.mag_lezen(c, o.stroom) THEN
        o := NULL;
    END IF;
    RETURN o;
END $$;
COMMENT ON FUNCTION rule.onderwerp_vind(rule.opdracht, text) IS
    'An onderwerp of this tafel, if the author of the command may read it.';

CREATE OR REPLACE FUNCTION rule.onderwerp_openen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o spr.onderwerp;
    stroom text := c.args ->> 'stroom';
    p rule.plek := rule.plek(stroom);
    titel text := rule.schoon(c.args ->> 'titel');
    toelichting text := rule.schoon(c.args ->> 'toelichting');
BEGIN
    IF p.tafel IS DISTINCT FROM c.tafel
       OR p.soort NOT IN ('tafel', 'kamer', 'vooroverleg', 'voorzitterskamer')
       OR NOT rule.mag_lezen(c, stroom) THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT rule.mag_boeken(c, stroom, 'onderwerp.geopend') THEN
        RETURN rule.weiger(c, CASE WHEN p.soort = 'kamer' AND p.fase <> 'open'
            THEN 'verkeerde_toestand' ELSE rule.zwijgt(c, stroom) END);
    ELSIF NOT rule.is_regel(titel) OR position(E'\n' IN titel) > 0
          OR (toelichting IS NOT NULL AND NOT rule.is_regel(toelichting)) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF c.args ? 'ronde' AND (rule.ronde_vind(c)).id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    END IF;
    INSERT INTO spr.onderwerp (tafel, stroom, titel, toelichting, ronde, persoon, organisatie,
        geopend_op)
    VALUES (c.tafel, stroom, titel, toelichting, rule.getal(c.args ->> 'ronde'), c.persoon,
        c.organisatie, c.nu)
    RETURNING * INTO o;
    c := rule.boek(c, stroom, 'onderwerp.geopend', 'onderwerp:' || o.id,
        jsonb_build_object('onderwerpen', jsonb_build_array(rule.beeld(o))));
    RETURN rule.geboekt(c, o.id, stroom);
END $$;
COMMENT ON FUNCTION rule.onderwerp_openen(rule.opdracht) IS
    'onderwerp.openen: in the plenary, a room, a caucus or the voorzitterskamer.';

CREATE OR REPLACE FUNCTION rule.onderwerp_bezwaar(c rule.opdracht, o spr.onderwerp, soort text)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF o.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.mag_boeken(c, o.stroom, soort) THEN
        RETURN rule.zwijgt(c, o.stroom);
    -- A caucus has no chair: there anybody closes. Elsewhere the chair, or who opened it.
    ELSIF NOT (c.rollen && '{voorzitter,secretaris}' OR starts_with(o.stroom, 'vooroverleg:')
               OR (o.persoon = c.persoon AND o.organisatie IS NOT DISTINCT FROM c.organisatie)) THEN
        RETURN 'niet_toegestaan';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.onderwerp_bezwaar(rule.opdracht, spr.onderwerp, text) IS
    'Why this thread cannot be closed or reopened by this person: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.onderwerp_sluiten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o spr.onderwerp := rule.onderwerp_vind(c, c.args ->> 'onderwerp');
    bezwaar text := rule.onderwerp_bezwaar(c, o, 'onderwerp.gesloten');
    slot text := rule.schoon(c.args ->> 'conclusie');
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF o.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF slot IS NOT NULL AND NOT rule.is_regel(slot) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.onderwerp x SET status = 'gesloten', gesloten_op = c.nu, conclusie = slot
    WHERE x.id = o.id RETURNING * INTO o;
    c := rule.boek(c, o.stroom, 'onderwerp.gesloten', 'onderwerp:' || o.id,
        jsonb_build_object('onderwerpen', jsonb_build_array(rule.beeld(o))));
    RETURN rule.geboekt(c, o.id, o.stroom);
END $$;
COMMENT ON FUNCTION rule.onderwerp_sluiten(rule.opdracht) IS 'onderwerp.sluiten.';

CREATE OR REPLACE FUNCTION rule.onderwerp_heropenen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o spr.onderwerp := rule.onderwerp_vind(c, c.args ->> 'onderwerp');
    bezwaar text := rule.onderwerp_bezwaar(c, o, 'onderwerp.heropend');
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF o.status <> 'gesloten' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.onderwerp x SET status = 'open', gesloten_op = NULL, conclusie = NULL
    WHERE x.id = o.id RETURNING * INTO o;
    c := rule.boek(c, o.stroom, 'onderwerp.heropend', 'onderwerp:' || o.id,
        jsonb_build_object('onderwerpen', jsonb_build_array(rule.beeld(o))));
    RETURN rule.geboekt(c, o.id, o.stroom);
END $$;
COMMENT ON FUNCTION rule.onderwerp_heropenen(rule.opdracht) IS 'onderwerp.heropenen.';
