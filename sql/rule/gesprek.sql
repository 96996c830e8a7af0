-- The talk of one sector in a round: at most five points, one summary.
-- Invariant: points and summary are written in the room of the talk; the tafel hears only that it
-- is summarised. With a rapporteur, the rapporteur holds the pen; without, anybody of the sector.

CREATE OR REPLACE FUNCTION rule.gesprek_vind(c rule.opdracht) RETURNS spr.gesprek
LANGUAGE plpgsql STABLE AS $$
DECLARE
    g spr.gesprek;
BEGIN
    SELECT * INTO g FROM spr.gesprek x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'gesprek');
    IF g.id IS NOT NULL AND NOT rule.mag_lezen(c, 'kamer:' || g.id) THEN
        g := NULL;
    END IF;
    RETURN g;
END $$;
COMMENT ON FUNCTION rule.gesprek_vind(rule.opdracht) IS
    'The gesprek a command names, if its author may see into the room.';

CREATE OR REPLACE FUNCTION rule.heeft_pen(c rule.opdracht, g spr.gesprek) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    pen spr.zetel;
BEGIN
    IF c.rollen && '{voorzitter,secretaris}' THEN
        RETURN true;
    ELSIF NOT EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel
                      AND d.organisatie = c.organisatie AND g.sector = ANY (d.sectoren)) THEN
        RETURN false;
    END IF;
    SELECT * INTO pen FROM spr.zetel z WHERE z.id = g.rapporteur AND z.leest_tot IS NULL;
    RETURN pen.id IS NULL OR pen.persoon = c.persoon;
END $$;
COMMENT ON FUNCTION rule.heeft_pen(rule.opdracht, spr.gesprek) IS
    'May note points and summarise: the rapporteur, or anybody of the sector where there is none.';

CREATE OR REPLACE FUNCTION rule.gesprek_bezwaar(c rule.opdracht, g spr.gesprek, soort text)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    ronde text := (SELECT r.status FROM spr.ronde r WHERE r.id = g.ronde);
BEGIN
    IF g.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT rule.mag_boeken(c, 'kamer:' || g.id, soort) THEN
        RETURN 'niet_toegestaan';
    ELSIF ronde NOT IN ('open', 'gesloten', 'voorlopig_samengevat')
          -- Once the round is closed its rooms are open to all, and only its leaders still write.
          OR (ronde <> 'open' AND NOT c.rollen && '{voorzitter,secretaris}')
          OR g.status NOT IN ('open', 'voorlopig_samengevat') THEN
        RETURN 'verkeerde_toestand';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.gesprek_bezwaar(rule.opdracht, spr.gesprek, text) IS
    'Why nothing can be written in this talk now: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.punt_nieuw(c rule.opdracht, g spr.gesprek, tekst text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    p spr.punt;
    v spr.vastgelegd;
    stroom text := 'kamer:' || g.id;
    bezwaar text := rule.vastgelegd_bezwaar(c, g.sector);
BEGIN
    IF NOT rule.heeft_pen(c, g) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF NOT rule.is_regel(tekst) OR c.args ? 'bevestigt' THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    SELECT count(*) + 1 INTO p.nummer FROM spr.punt x WHERE x.gesprek = g.id;
    IF p.nummer > 5 THEN
        RETURN rule.weiger(c, 'punten_vol');
    END IF;
    p.id := nextval('spr.punt_id_seq');
    v := rule.vastgelegd_nieuw(c, NULL, p.id);
    p.gesprek := g.id;
    p.tekst := punt_nieuw.tekst;
    p.persoon := c.persoon;
    p.organisatie := coalesce(v.organisatie, c.organisatie);
    p.versie := 1;
    p.genoteerd_op := c.nu;
    c := rule.boek(c, stroom, 'punt.genoteerd', 'punt:' || p.id,
        jsonb_build_object('punten', jsonb_build_array(rule.beeld(p, v))));
    p.seq := rule.plaats(c, stroom);
    INSERT INTO spr.punt OVERRIDING SYSTEM VALUE SELECT p.*;
    PERFORM rule.vastgelegd_bewaren(v);
    IF v.id IS NOT NULL THEN
        c := rule.bericht_aan_lezers(c, v.organisatie, stroom, 'vastgelegd', 'punt:' || p.id,
            (SELECT x.naam FROM spr.sector x WHERE x.id = g.sector));
    END IF;
    RETURN rule.geboekt(c, p.id, stroom);
END $$;
COMMENT ON FUNCTION rule.punt_nieuw(rule.opdracht, spr.gesprek, text) IS
    'Note one of at most five points, for oneself or recorded for a party.';

CREATE OR REPLACE FUNCTION rule.punt_wijzigen(c rule.opdracht, g spr.gesprek, p spr.punt,
    tekst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.vastgelegd;
    stroom text := 'kamer:' || g.id;
    partij boolean;
    bezwaar text;
BEGIN
    SELECT * INTO v FROM spr.vastgelegd x WHERE x.punt = p.id;
    partij := v.id IS NOT NULL AND v.organisatie IS NOT DISTINCT FROM c.organisatie;
    IF partij THEN
        bezwaar := rule.vastgelegd_antwoord_bezwaar(c, v);
    ELSIF NOT rule.heeft_pen(c, g) THEN
        bezwaar := 'niet_toegestaan';
    ELSIF v.bevestiging <> 'open' THEN
        bezwaar := 'verkeerde_toestand';
    END IF;
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF NOT rule.is_regel(tekst) OR c.args ? 'voor' THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF (c.args ->> 'versie')::int <> p.versie THEN
        RETURN rule.weiger(c, 'verouderd');
    END IF;
    IF partij THEN
        v := rule.vastgelegd_antwoorden(c, v, 'verbeterd');
    END IF;
    UPDATE spr.punt x SET tekst = punt_wijzigen.tekst, versie = x.versie + 1, gewijzigd_op = c.nu
    WHERE x.id = p.id RETURNING * INTO p;
    -- The former wording stays in the log: that is the history of a point.
    c := rule.boek(c, stroom, 'punt.herzien', 'punt:' || p.id,
        jsonb_build_object('punten', jsonb_build_array(rule.beeld(p, v))));
    UPDATE spr.punt x SET seq = rule.plaats(c, stroom) WHERE x.id = p.id;
    RETURN rule.geboekt(c, p.id, stroom);
END $$;
COMMENT ON FUNCTION rule.punt_wijzigen(rule.opdracht, spr.gesprek, spr.punt, text) IS
    'Reword a point, or correct what was recorded for the own party.';

CREATE OR REPLACE FUNCTION rule.punt_bevestigen(c rule.opdracht, g spr.gesprek, p spr.punt)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.vastgelegd;
    stroom text := 'kamer:' || g.id;
    bezwaar text;
BEGIN
    SELECT * INTO v FROM spr.vastgelegd x WHERE x.punt = p.id;
    bezwaar := rule.vastgelegd_antwoord_bezwaar(c, v);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    v := rule.vastgelegd_antwoorden(c, v, 'bevestigd');
    c := rule.boek(c, stroom, 'punt.bevestigd', 'punt:' || p.id,
        jsonb_build_object('punten', jsonb_build_array(rule.beeld(p, v))));
    UPDATE spr.punt x SET seq = rule.plaats(c, stroom) WHERE x.id = p.id;
    RETURN rule.geboekt(c, p.id, stroom);
END $$;
COMMENT ON FUNCTION rule.punt_bevestigen(rule.opdracht, spr.gesprek, spr.punt) IS
    'The party confirms the words recorded for it.';

CREATE OR REPLACE FUNCTION rule.gesprek_punt_noteren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    g spr.gesprek := rule.gesprek_vind(c);
    p spr.punt;
    tekst text := rule.schoon(c.args ->> 'tekst');
    bevestigt boolean := coalesce((c.args ->> 'bevestigt')::boolean, false);
    bezwaar text := rule.gesprek_bezwaar(c, g, 'punt.genoteerd');
BEGIN
    IF bezwaar = 'verkeerde_toestand' AND EXISTS (
        SELECT FROM spr.vastgelegd v WHERE v.punt = rule.getal(c.args ->> 'punt')
            AND v.organisatie = c.organisatie) THEN
        -- A party answers within its own term, also when the talk is summarised meanwhile.
        bezwaar := NULL;
    END IF;
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF NOT c.args ? 'punt' THEN
        RETURN rule.punt_nieuw(c, g, tekst);
    END IF;
    SELECT * INTO p FROM spr.punt x
    WHERE x.gesprek = g.id AND x.id = rule.getal(c.args ->> 'punt');
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF bevestigt AND tekst IS NULL THEN
        RETURN rule.punt_bevestigen(c, g, p);
    ELSIF bevestigt THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    RETURN rule.punt_wijzigen(c, g, p, tekst);
END $$;
COMMENT ON FUNCTION rule.gesprek_punt_noteren(rule.opdracht) IS
    'gesprek.punt-noteren: a new point, a reworded one, or the answer of a party.';

CREATE OR REPLACE FUNCTION rule.gesprek_samenvatten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    g spr.gesprek := rule.gesprek_vind(c);
    s spr.samenvatting;
    bezwaar text := rule.gesprek_bezwaar(c, g, 'samenvatting.vastgelegd');
    wordt text := CASE WHEN (c.args ->> 'voorlopig')::boolean THEN 'voorlopig_samengevat'
                       ELSE 'samengevat' END;
    kamer text := 'kamer:' || g.id;
    tekst text := rule.schoon(c.args ->> 'tekst');
    inhoud jsonb;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF NOT rule.heeft_pen(c, g) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF NOT rule.is_tekst(tekst) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    s := (g.id, tekst, wordt = 'voorlopig_samengevat', c.persoon,
        c.organisatie, c.nu, 0);
    inhoud := jsonb_build_object('samenvattingen', jsonb_build_array(rule.beeld(s)));
    IF NOT rule.past(inhoud::text) THEN
        RETURN rule.weiger(c, 'te_groot');
    END IF;
    c := rule.boek(c, kamer, 'samenvatting.vastgelegd', 'gesprek:' || g.id, inhoud);
    c := rule.geboekt(c, g.id, kamer);
    s.seq := rule.plaats(c, kamer);
    INSERT INTO spr.samenvatting SELECT s.*
    ON CONFLICT (gesprek) DO UPDATE SET tekst = excluded.tekst, voorlopig = excluded.voorlopig,
        persoon = excluded.persoon, organisatie = excluded.organisatie, op = excluded.op,
        seq = excluded.seq;
    IF g.status <> wordt THEN
        UPDATE spr.gesprek x SET status = wordt WHERE x.id = g.id RETURNING * INTO g;
        c := rule.boek(c, 'tafel:' || c.tafel, 'gesprek.samengevat', 'gesprek:' || g.id,
            jsonb_build_object('gesprekken', jsonb_build_array(rule.beeld(g))));
        c := rule.ronde_bijwerken(c, g.ronde);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.gesprek_samenvatten(rule.opdracht) IS
    'gesprek.samenvatten: the words in the room, the fact at the tafel.';

CREATE OR REPLACE FUNCTION rule.gesprek_ontheffen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    g spr.gesprek := rule.gesprek_vind(c);
    waarom text := rule.schoon(c.args ->> 'reden');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF g.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF g.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.gesprek x SET status = 'ontheven', ontheven_door = c.persoon,
        ontheven_reden = waarom, ontheven_op = c.nu
    WHERE x.id = g.id RETURNING * INTO g;
    c := rule.boek(c, stroom, 'gesprek.ontheven', 'gesprek:' || g.id,
        jsonb_build_object('gesprekken', jsonb_build_array(rule.beeld(g))));
    c := rule.geboekt(c, g.id, stroom);
    RETURN rule.ronde_bijwerken(c, g.ronde);
END $$;
COMMENT ON FUNCTION rule.gesprek_ontheffen(rule.opdracht) IS
    'gesprek.ontheffen: by name and with a reason.';
