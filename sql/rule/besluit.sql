-- The besluit: drafted apart, put to the tafel, concluded by the voorzitter or by a stemming.
-- Invariant: the voorzitter concludes only what no voting party wants to vote on; an afspraak is put
-- and taken only when its gates are open.

CREATE OR REPLACE FUNCTION rule.beeld_concept(b spr.besluit) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- In the room of the voorzitter a besluit stays what it was when it was last drafted.
    RETURN jsonb_strip_nulls(jsonb_build_object('id', b.id::text, 'tafel', b.tafel::text,
        'kenmerk', b.kenmerk, 'keuzevraag', b.keuzevraag::text, 'optie', b.optie::text,
        'soort', b.soort, 'titel', b.titel, 'tekst', b.tekst, 'motivering', b.motivering,
        'samenvatting', b.samenvatting, 'evalueerOp', rule.tijd(b.evalueer_op),
        'vervangt', b.vervangt::text, 'versie', b.versie, 'op', rule.tijd(b.op))
        || CASE WHEN b.status = 'uitkomst' AND b.voorgelegd_op IS NULL THEN jsonb_build_object(
            'status', 'uitkomst', 'uitkomst', b.uitkomst, 'uitkomstReden', b.uitkomst_reden,
            'uitkomstDoor', b.uitkomst_door::text, 'uitkomstOp', rule.tijd(b.uitkomst_op))
           ELSE '{"status": "concept"}' END);
END $$;
COMMENT ON FUNCTION rule.beeld_concept(spr.besluit) IS 'A besluit as a draft on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(b spr.besluit) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', b.id::text, 'tafel', b.tafel::text,
        'kenmerk', b.kenmerk, 'keuzevraag', b.keuzevraag::text, 'optie', b.optie::text,
        'soort', b.soort, 'titel', b.titel, 'tekst', b.tekst, 'motivering', b.motivering,
        'samenvatting', b.samenvatting, 'versie', b.versie, 'status', b.status, 'termijn', rule.tijd(b.termijn),
        'stemmingGevraagd', rule.lijst(rule.ids(b.stemming_gevraagd)), 'uitkomst', b.uitkomst,
        'stemverzoeken', rule.stemverzoeken(b),
        'uitkomstReden', b.uitkomst_reden, 'bijeenkomst', b.bijeenkomst::text,
        'tot', rule.tijd(b.tot), 'hertelling', b.hertelling,
        'gebeurdOm', rule.tijd(b.gebeurd_om), 'uitkomstDoor', b.uitkomst_door::text,
        'uitkomstOp', rule.tijd(b.uitkomst_op), 'evalueerOp', rule.tijd(b.evalueer_op),
        'voorgelegdOp', rule.tijd(b.voorgelegd_op), 'vervangt', b.vervangt::text, 'vervangenDoor', (
            SELECT min(x.id)::text FROM spr.besluit x
            WHERE x.vervangt = b.id AND x.uitkomst = 'aangenomen'),
        'eerder', rule.uitkomsten_beeld(b.id),
        'op', rule.tijd(b.op)) || rule.openbaarheid_beeld(b.openbaarheid, b.embargo_tot));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.besluit) IS 'A besluit before the tafel on the wire.';

CREATE OR REPLACE FUNCTION rule.besluit_vind(c rule.opdracht) RETURNS spr.besluit
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b spr.besluit;
BEGIN
    SELECT * INTO b FROM spr.besluit x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'besluit')
        -- A draft does not exist for those who do not lead the tafel.
        AND (x.voorgelegd_op IS NOT NULL OR c.rollen && '{voorzitter,secretaris}');
    RETURN b;
END $$;
COMMENT ON FUNCTION rule.besluit_vind(rule.opdracht) IS
    'The besluit a command names, at its tafel, if its author may know of it.';

CREATE OR REPLACE FUNCTION rule.besluit_boek(c rule.opdracht, b spr.besluit, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'besluit:' || b.id,
        jsonb_build_object('besluiten', jsonb_build_array(rule.beeld(b))));
END $$;
COMMENT ON FUNCTION rule.besluit_boek(rule.opdracht, spr.besluit, text) IS
    'Tell the tafel where a besluit stands.';

CREATE OR REPLACE FUNCTION rule.besluit_opstel_bezwaar(c rule.opdracht, b spr.besluit)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    waarom text := rule.schoon(c.args ->> 'motivering');
    kort text := rule.schoon(c.args ->> 'samenvatting');
BEGIN
    IF (c.args ? 'besluit' AND b.id IS NULL) OR (c.args ? 'keuzevraag' AND k.id IS NULL)
       OR (c.args ? 'vervangt' AND NOT EXISTS (SELECT FROM spr.besluit x
           WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'vervangt')
               AND x.uitkomst = 'aangenomen' AND (b.id IS NULL OR x.id < b.id))) THEN
        RETURN 'niet_gevonden';
    ELSIF b.status <> 'concept' OR k.status IN ('besloten', 'ingetrokken') THEN
        RETURN 'verkeerde_toestand';
    ELSIF b.versie <> coalesce((c.args ->> 'versie')::int, 0) THEN
        RETURN 'verouderd';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'titel'))
          OR NOT rule.is_regel(rule.schoon(c.args ->> 'tekst'))
          OR (waarom IS NOT NULL AND NOT rule.is_regel(waarom))
          OR (kort IS NOT NULL AND NOT rule.is_regel(kort))
          OR (c.args ? 'evalueerOp' AND NOT rule.termijn_geldig(
              rule.moment(c.args ->> 'evalueerOp'), c.nu, '10 years'))
          OR (c.args ? 'versie' AND NOT c.args ? 'besluit')
          OR (c.args ? 'optie' AND NOT EXISTS (SELECT FROM spr.optie o
              WHERE o.keuzevraag = k.id AND o.id = rule.getal(c.args ->> 'optie'))) THEN
        RETURN 'ongeldig';
    ELSIF b.id IS NULL
          AND (SELECT count(*) FROM spr.besluit x WHERE x.tafel = c.tafel) >= 500 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.besluit_opstel_bezwaar(rule.opdracht, spr.besluit) IS
    'Why this draft cannot be kept: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.besluit_opstellen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    bezwaar text := rule.besluit_opstel_bezwaar(c, b);
    stroom text := 'voorzitterskamer:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    IF b.id IS NULL THEN
        INSERT INTO spr.besluit (tafel, kenmerk, keuzevraag, optie, soort, titel, tekst,
            motivering, samenvatting, evalueer_op, vervangt, persoon, op)
        VALUES (c.tafel, rule.kenmerk_geven('B', c.nu), rule.getal(c.args ->> 'keuzevraag'),
            rule.getal(c.args ->> 'optie'), c.args ->> 'soort', rule.schoon(c.args ->> 'titel'),
            rule.schoon(c.args ->> 'tekst'), rule.schoon(c.args ->> 'motivering'),
            rule.schoon(c.args ->> 'samenvatting'), rule.moment(c.args ->> 'evalueerOp'),
            rule.getal(c.args ->> 'vervangt'), c.persoon, c.nu)
        RETURNING * INTO b;
    ELSE
        UPDATE spr.besluit x
        SET keuzevraag = rule.getal(c.args ->> 'keuzevraag'),
            optie = rule.getal(c.args ->> 'optie'), soort = c.args ->> 'soort',
            titel = rule.schoon(c.args ->> 'titel'), tekst = rule.schoon(c.args ->> 'tekst'),
            motivering = rule.schoon(c.args ->> 'motivering'),
            samenvatting = rule.schoon(c.args ->> 'samenvatting'),
            evalueer_op = rule.moment(c.args ->> 'evalueerOp'),
            vervangt = rule.getal(c.args ->> 'vervangt'), versie = x.versie + 1,
            persoon = c.persoon, op = c.nu
        WHERE x.id = b.id RETURNING * INTO b;
    END IF;
    c := rule.boek(c, stroom, 'besluit.opgesteld', 'besluit:' || b.id,
        jsonb_build_object('besluitConcepten', jsonb_build_array(rule.beeld_concept(b))));
    RETURN rule.geboekt(c, b.id, stroom);
END $$;
COMMENT ON FUNCTION rule.besluit_opstellen(rule.opdracht) IS
    'besluit.opstellen: a draft, read by those who lead the tafel.';

CREATE OR REPLACE FUNCTION rule.besluit_poort(b spr.besluit, OUT nl text, OUT en text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    open_cellen bigint;
    cellen bigint;
BEGIN
    IF b.keuzevraag IS NOT NULL AND NOT EXISTS (SELECT FROM spr.keuzevraag k
        WHERE k.id = b.keuzevraag AND k.status = 'besluitrijp') THEN
        nl := 'De keuzevraag is niet besluitrijp: nog niet verklaard, of er is al over besloten.';
        en := 'The choice question is not ready for decision: not declared so yet, or decided already.';
    ELSIF b.soort = 'afspraak' THEN
        SELECT count(*), count(*) FILTER (WHERE g.status IN ('gevraagd', 'te_herbevestigen',
                'niet_beantwoord') AND g.gepasseerd_op IS NULL)
        INTO cellen, open_cellen FROM spr.gevolg g WHERE g.keuzevraag = b.keuzevraag;
        IF cellen = 0 THEN
            nl := 'Een afspraak hoort bij een keuzevraag waarvan de gevolgen zijn gevraagd.';
            en := 'An agreement belongs to a choice question whose consequences were asked.';
        ELSIF open_cellen > 0 THEN
            nl := 'Gevolgen zonder antwoord en niet gepasseerd: ' || open_cellen || '.';
            en := 'Consequences without an answer and not passed: ' || open_cellen || '.';
        ELSIF (SELECT count(DISTINCT d.zijde) < 2 OR count(DISTINCT s) < 2
               FROM rule.meesprekers(b.tafel) d LEFT JOIN LATERAL unnest(d.sectoren) s ON true) THEN
            nl := 'Er moeten ten minste twee zijden en twee sectoren aan tafel zitten.';
            en := 'At least two sides and two sectors must be at the table.';
        ELSE
            SELECT p.nl, p.en INTO nl, en FROM rule.uitvoerbaarheid_poort(b) p;
        END IF;
    END IF;
END $$;
COMMENT ON FUNCTION rule.besluit_poort(spr.besluit) IS
    'What still keeps a besluit from being put or taken, in two languages; NULLs when nothing does.';

CREATE OR REPLACE FUNCTION rule.stemgerechtigden(tafel bigint) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT d.organisatie FROM spr.deelname d
        WHERE d.tafel = stemgerechtigden.tafel AND d.rol = 'stemhebbend'
            AND d.status = 'toegetreden' ORDER BY d.organisatie);
END $$;
COMMENT ON FUNCTION rule.stemgerechtigden(bigint) IS 'Organisations that have a vote at a tafel now.';

CREATE OR REPLACE FUNCTION rule.besluit_voorleggen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    wanneer timestamptz := rule.moment(c.args ->> 'termijn');
    poort record;
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status NOT IN ('concept', 'geagendeerd') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF (SELECT count(*) FROM spr.eerdere_uitkomst e WHERE e.besluit = b.id) >= 9 THEN
        RETURN rule.weiger(c, 'te_groot', 'Dit besluit is al te vaak aangehouden. Trek het in en stel een nieuw besluit op.',
            'This decision was held over too often. Withdraw it and draft a new one.');
    ELSIF c.args ? 'termijn' AND NOT rule.termijn_geldig(wanneer, c.nu) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Kies een moment dat nog komt, binnen twee jaar.',
            'Choose a moment still to come, within two years.');
    END IF;
    poort := rule.besluit_poort(b);
    IF poort.nl IS NOT NULL THEN
        RETURN rule.weiger(c, 'poort_dicht', poort.nl, poort.en);
    END IF;
    -- Who asked for a vote, and a term that runs, are not undone by holding over and putting again.
    UPDATE spr.besluit x
    SET status = 'conclusie_voorgelegd', voorgelegd_op = c.nu,
        termijn = CASE WHEN x.termijn > c.nu THEN greatest(x.termijn, wanneer) ELSE wanneer END,
        uitkomst = NULL, uitkomst_reden = NULL, tot = NULL, gebeurd_om = NULL,
        uitkomst_door = NULL, uitkomst_op = NULL, bijeenkomst = NULL, hertelling = NULL
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.besluit_boek(c, b, 'besluit.voorgelegd');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.bericht_aan_tafel(c, rule.stemgerechtigden(c.tafel), 'besluit_voorgelegd',
        'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.besluit_voorleggen(rule.opdracht) IS
    'besluit.voorleggen: in a meeting, or with a term in a written round.';

CREATE OR REPLACE FUNCTION rule.besluit_vervangen(c rule.opdracht, oud bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit;
BEGIN
    SELECT * INTO b FROM spr.besluit x WHERE x.id = oud;
    RETURN rule.besluit_boek(c, b, 'besluit.vervangen');
END $$;
COMMENT ON FUNCTION rule.besluit_vervangen(rule.opdracht, bigint) IS
    'Tell of an earlier besluit that another took its place.';

CREATE OR REPLACE FUNCTION rule.besluit_uitkomst(c rule.opdracht, b spr.besluit, uitkomst text,
    reden text, door bigint, gebeurd_om timestamptz) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    -- Members that have yet to answer are waited for.
    wacht timestamptz := CASE WHEN uitkomst = 'aangenomen' AND b.status <> 'onder_voorbehoud'
                              THEN rule.voorbehoud_tot(b, c.nu) END;
    -- Who concluded, why and in which meeting stays when members agree.
    stond boolean := b.status = 'onder_voorbehoud' AND uitkomst = 'aangenomen';
BEGIN
    UPDATE spr.besluit x
    SET status = CASE WHEN wacht IS NULL THEN 'uitkomst' ELSE 'onder_voorbehoud' END,
        uitkomst = CASE WHEN wacht IS NULL THEN besluit_uitkomst.uitkomst
                   ELSE 'onder_voorbehoud' END,
        uitkomst_reden = CASE WHEN stond THEN x.uitkomst_reden ELSE besluit_uitkomst.reden END,
        uitkomst_door = CASE WHEN stond THEN x.uitkomst_door ELSE besluit_uitkomst.door END,
        gebeurd_om = CASE WHEN stond THEN x.gebeurd_om ELSE besluit_uitkomst.gebeurd_om END,
        bijeenkomst = CASE WHEN stond THEN x.bijeenkomst ELSE rule.bijeenkomst_nu(c.tafel) END,
        uitkomst_op = c.nu, tot = wacht
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.boek(c, 'tafel:' || c.tafel, 'besluit.uitkomst', 'besluit:' || b.id,
        jsonb_build_object('besluiten', jsonb_build_array(rule.beeld(b)))
        -- Outside one reads the count with the outcome; the tafel read it when the stemming closed.
        || CASE WHEN b.openbaarheid = 'openbaar' THEN coalesce((
               SELECT jsonb_build_object('stemmingen', jsonb_agg(rule.beeld(s)))
               FROM spr.stemming s WHERE s.besluit = b.id AND s.gesloten_op = c.nu
                   AND s.status = 'gesloten' HAVING count(*) > 0), '{}') ELSE '{}' END);
    IF b.uitkomst = 'aangenomen' AND b.vervangt IS NOT NULL THEN
        c := rule.besluit_vervangen(c, b.vervangt);
    END IF;
    IF b.uitkomst IN ('aangenomen', 'verdeeld') THEN
        c := rule.keuzevraag_besluiten(c, b.keuzevraag);
    END IF;
    RETURN rule.amendementen_sluiten(c, b, 'vervallen', 'Het besluit ging niet door.');
END $$;
COMMENT ON FUNCTION rule.besluit_uitkomst(rule.opdracht, spr.besluit, text, text, bigint,
    timestamptz) IS 'Give a besluit its outcome, tell the tafel, and settle its question.';

CREATE OR REPLACE FUNCTION rule.concludeer_bezwaar(c rule.opdracht, b spr.besluit) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    wordt text := c.args ->> 'uitkomst';
    tot timestamptz := rule.moment(c.args ->> 'tot');
    reden text := rule.schoon(c.args ->> 'reden');
    gebeurd timestamptz := rule.moment(c.args ->> 'gebeurdOm');
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF b.status <> 'conclusie_voorgelegd' THEN
        RETURN 'verkeerde_toestand';
    ELSIF (wordt = 'aangehouden') <> (c.args ? 'tot')
          OR (c.args ? 'tot' AND NOT rule.termijn_geldig(tot, c.nu))
          OR (reden IS NOT NULL AND NOT rule.is_regel(reden))
          OR (c.args ? 'gebeurdOm' AND (gebeurd IS NULL OR gebeurd > c.nu)) THEN
        RETURN 'ongeldig';
    ELSIF wordt <> 'aangehouden' AND cardinality(b.stemming_gevraagd) > 0 THEN
        RETURN 'stemming_gevraagd';
    ELSIF wordt <> 'aangehouden' AND b.termijn > c.nu THEN
        RETURN 'termijn_loopt';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.concludeer_bezwaar(rule.opdracht, spr.besluit) IS
    'Why the voorzitter cannot conclude this: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.besluit_concluderen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    bezwaar text := rule.concludeer_bezwaar(c, b);
    waarom text := rule.schoon(c.args ->> 'reden');
    poort record := rule.amendementen_open(b);
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF poort.nl IS NOT NULL AND c.args ->> 'uitkomst' <> 'aangehouden' THEN
        RETURN rule.weiger(c, 'poort_dicht', poort.nl, poort.en);
    END IF;
    poort := rule.besluit_poort(b);
    IF c.args ->> 'uitkomst' = 'aangehouden' THEN
        UPDATE spr.besluit x
        SET status = 'geagendeerd', uitkomst = 'aangehouden', uitkomst_reden = waarom,
            tot = rule.moment(c.args ->> 'tot'), uitkomst_door = c.persoon, uitkomst_op = c.nu,
            gebeurd_om = rule.moment(c.args ->> 'gebeurdOm'),
            bijeenkomst = rule.bijeenkomst_nu(c.tafel)
        WHERE x.id = b.id RETURNING * INTO b;
        c := rule.besluit_boek(c, b, 'besluit.aangehouden');
    ELSIF c.args ->> 'uitkomst' = 'aangenomen' AND poort.nl IS NOT NULL THEN
        RETURN rule.weiger(c, 'poort_dicht', poort.nl, poort.en);
    ELSE
        c := rule.besluit_uitkomst(c, b, c.args ->> 'uitkomst', waarom, c.persoon,
            rule.moment(c.args ->> 'gebeurdOm'));
    END IF;
    RETURN rule.geboekt(c, b.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.besluit_concluderen(rule.opdracht) IS
    'besluit.concluderen: after the term, and only when no voting party asked for a vote.';

CREATE OR REPLACE FUNCTION rule.besluit_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    waarom text := rule.schoon(c.args ->> 'reden');
    kamer text := 'voorzitterskamer:' || c.tafel;
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status IN ('stemming', 'uitkomst') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF b.voorgelegd_op IS NOT NULL THEN
        c := rule.besluit_uitkomst(c, b, 'ingetrokken', waarom, c.persoon, NULL);
        RETURN rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    END IF;
    UPDATE spr.besluit x
    SET status = 'uitkomst', uitkomst = 'ingetrokken', uitkomst_reden = waarom,
        uitkomst_door = c.persoon, uitkomst_op = c.nu
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.boek(c, kamer, 'besluit.opgesteld', 'besluit:' || b.id,
        jsonb_build_object('besluitConcepten', jsonb_build_array(rule.beeld_concept(b))));
    RETURN rule.geboekt(c, b.id, kamer);
END $$;
COMMENT ON FUNCTION rule.besluit_intrekken(rule.opdracht) IS
    'besluit.intrekken: a draft is dropped where it was drafted, the tafel never hears of it.';
