-- The synthese: the secretaris sorts the points of a closed sector round into what is shared, what
-- clashes and what is open; the tafel reads it once it is confirmed.
-- Invariant: every line rests on at least one source of that round or of the plenary; a source
-- that is hidden cannot be used; the silent sectors are computed, never typed.

CREATE OR REPLACE FUNCTION rule.synthese_bron_goed(c rule.opdracht, r spr.ronde, bron jsonb)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
    bron_id bigint := rule.getal(bron ->> 'id');
BEGIN
    CASE bron ->> 'soort'
    WHEN 'punt' THEN
        RETURN EXISTS (SELECT FROM spr.punt p JOIN spr.gesprek g ON g.id = p.gesprek
                       WHERE p.id = bron_id AND g.ronde = r.id);
    WHEN 'samenvatting' THEN
        RETURN EXISTS (SELECT FROM spr.samenvatting s JOIN spr.gesprek g ON g.id = s.gesprek
                       WHERE s.gesprek = bron_id AND g.ronde = r.id);
    WHEN 'bijdrage' THEN
        RETURN EXISTS (SELECT FROM spr.bijdrage b JOIN spr.onderwerp o ON o.id = b.onderwerp
                       WHERE b.id = bron_id AND b.status = 'geplaatst' AND b.tafel = c.tafel
                           AND (o.stroom = 'tafel:' || c.tafel OR o.stroom IN (
                               SELECT 'kamer:' || g.id FROM spr.gesprek g WHERE g.ronde = r.id)));
    ELSE
        RETURN false;
    END CASE;
END $$;
COMMENT ON FUNCTION rule.synthese_bron_goed(rule.opdracht, spr.ronde, jsonb) IS
    'The source exists and the whole tafel can read it.';

CREATE OR REPLACE FUNCTION rule.synthese_regels_goed(c rule.opdracht, r spr.ronde)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NOT EXISTS (
        SELECT FROM jsonb_array_elements(c.args -> 'regels') l
        WHERE NOT rule.is_regel(rule.schoon(l ->> 'tekst'))
            OR jsonb_array_length(l -> 'bronnen') = 0
            OR EXISTS (SELECT FROM jsonb_array_elements(l -> 'bronnen') b
                       WHERE NOT rule.synthese_bron_goed(c, r, b)));
END $$;
COMMENT ON FUNCTION rule.synthese_regels_goed(rule.opdracht, spr.ronde) IS
    'Every line has words and at least one good source.';

CREATE OR REPLACE FUNCTION rule.zwijgende_sectoren(ronde bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT g.sector FROM spr.gesprek g
        WHERE g.ronde = zwijgende_sectoren.ronde
            AND NOT EXISTS (SELECT FROM spr.punt p WHERE p.gesprek = g.id)
        ORDER BY g.sector);
END $$;
COMMENT ON FUNCTION rule.zwijgende_sectoren(bigint) IS 'Sectors whose talk brought no point.';

CREATE OR REPLACE FUNCTION rule.synthese_schrijven(s spr.synthese, regels jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    DELETE FROM spr.synthese_regel x WHERE x.synthese = s.id;
    INSERT INTO spr.synthese_regel (synthese, nummer, vak, tekst)
    SELECT s.id, l.nr, l.regel ->> 'vak', rule.schoon(l.regel ->> 'tekst')
    FROM jsonb_array_elements(regels) WITH ORDINALITY AS l (regel, nr);
    INSERT INTO spr.synthese_bron (synthese, regel, nummer, punt, samenvatting, bijdrage)
    SELECT s.id, l.nr, b.nr,
        CASE b.bron ->> 'soort' WHEN 'punt' THEN rule.getal(b.bron ->> 'id') END,
        CASE b.bron ->> 'soort' WHEN 'samenvatting' THEN rule.getal(b.bron ->> 'id') END,
        CASE b.bron ->> 'soort' WHEN 'bijdrage' THEN rule.getal(b.bron ->> 'id') END
    FROM jsonb_array_elements(regels) WITH ORDINALITY AS l (regel, nr),
        jsonb_array_elements(l.regel -> 'bronnen') WITH ORDINALITY AS b (bron, nr);
END $$;
COMMENT ON FUNCTION rule.synthese_schrijven(spr.synthese, jsonb) IS
    'Replace the lines of a concept.';

CREATE OR REPLACE FUNCTION rule.synthese_ordenen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    r spr.ronde := rule.ronde_vind(c);
    s spr.synthese;
    stroom text := 'voorzitterskamer:' || c.tafel;
    -- Every source is told with its sector, which the command does not name.
    bronnen int := (SELECT coalesce(sum(jsonb_array_length(l -> 'bronnen')), 0)
                    FROM jsonb_array_elements(c.args -> 'regels') l);
BEGIN
    IF r.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF r.soort <> 'sector' OR r.status IN ('gepland', 'open') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.synthese_regels_goed(c, r) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF NOT rule.past(jsonb_build_array(c.args, repeat('x', 40 * bronnen))::text) THEN
        RETURN rule.weiger(c, 'te_groot');
    END IF;
    UPDATE spr.synthese x SET zwijgend = rule.zwijgende_sectoren(r.id),
        geordend_door = c.persoon, geordend_op = c.nu
    WHERE x.ronde = r.id AND x.status = 'concept' RETURNING * INTO s;
    IF NOT FOUND THEN
        INSERT INTO spr.synthese (tafel, ronde, versie, zwijgend, geordend_door, geordend_op)
        SELECT c.tafel, r.id, coalesce(max(x.versie), 0) + 1, rule.zwijgende_sectoren(r.id),
            c.persoon, c.nu
        FROM spr.synthese x WHERE x.ronde = r.id
        RETURNING * INTO s;
    END IF;
    PERFORM rule.synthese_schrijven(s, c.args -> 'regels');
    c := rule.boek(c, stroom, 'synthese.geordend', 'synthese:' || s.id,
        jsonb_build_object('syntheseConcepten', jsonb_build_array(rule.beeld_concept(s))));
    RETURN rule.geboekt(c, s.id, stroom);
END $$;
COMMENT ON FUNCTION rule.synthese_ordenen(rule.opdracht) IS
    'synthese.ordenen: replaces the concept, or begins a new version after a confirmed one.';

CREATE OR REPLACE FUNCTION rule.synthese_bevestigen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.synthese;
    stroom text := 'tafel:' || c.tafel;
BEGIN
    SELECT * INTO s FROM spr.synthese x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'synthese');
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF s.status <> 'concept' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.synthese x SET status = 'bevestigd', bevestigd_door = c.persoon, bevestigd_op = c.nu
    WHERE x.id = s.id RETURNING * INTO s;
    c := rule.boek(c, stroom, 'synthese.bevestigd', 'synthese:' || s.id,
        jsonb_build_object('synthesen', jsonb_build_array(rule.beeld(s))));
    RETURN rule.geboekt(c, s.id, stroom);
END $$;
COMMENT ON FUNCTION rule.synthese_bevestigen(rule.opdracht) IS
    'synthese.bevestigen: from now on the tafel reads this version, and it no longer changes.';
