-- The minutes: drafted apart, put to the tafel with a term, adopted. Invariant: what is adopted is
-- what the tafel last read; adopted minutes do not change.

CREATE OR REPLACE FUNCTION rule.beeld_concept(v spr.verslag) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', v.id::text, 'bijeenkomst', v.bijeenkomst::text,
        'tekst', v.tekst, 'versie', v.versie, 'status', 'concept', 'persoon', v.persoon::text,
        'op', rule.tijd(v.op));
END $$;
COMMENT ON FUNCTION rule.beeld_concept(spr.verslag) IS 'Minutes as a draft on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(v spr.verslag) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', v.id::text,
        'bijeenkomst', v.bijeenkomst::text, 'tekst', v.voorgelegd_tekst,
        'versie', v.voorgelegd_versie, 'status', v.status, 'termijn', rule.tijd(v.termijn),
        'vastgesteldDoor', v.vastgesteld_door::text, 'vastgesteldOp', rule.tijd(v.vastgesteld_op),
        'persoon', v.voorgelegd_door::text, 'op', rule.tijd(v.voorgelegd_op))
        || rule.openbaarheid_beeld(v.openbaarheid, v.embargo_tot));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.verslag) IS 'Minutes before the tafel on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(r spr.verslag_reactie) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', r.id::text, 'verslag', r.verslag::text,
        'versie', r.versie, 'organisatie', r.organisatie::text, 'tekst', r.tekst)
        || rule.inbreng_beeld(r.persoon, r.via, r.spreker, r.gebeurd_om, r.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.verslag_reactie) IS 'A reaction to minutes on the wire.';

CREATE OR REPLACE FUNCTION rule.verslag_vind(c rule.opdracht) RETURNS spr.verslag
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v spr.verslag;
BEGIN
    SELECT * INTO v FROM spr.verslag x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'verslag')
        -- A draft does not exist for those who do not lead the tafel.
        AND (x.status <> 'concept' OR c.rollen && '{voorzitter,secretaris}');
    RETURN v;
END $$;
COMMENT ON FUNCTION rule.verslag_vind(rule.opdracht) IS
    'The minutes a command names, at its tafel, if its author may know of them.';

CREATE OR REPLACE FUNCTION rule.verslag_boek(c rule.opdracht, v spr.verslag, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stroom text := 'tafel:' || c.tafel;
BEGIN
    c := rule.boek(c, stroom, soort, 'verslag:' || v.id,
        jsonb_build_object('verslagen', jsonb_build_array(rule.beeld(v))));
    RETURN rule.geboekt(c, v.id, stroom);
END $$;
COMMENT ON FUNCTION rule.verslag_boek(rule.opdracht, spr.verslag, text) IS
    'Tell the tafel where the minutes stand.';

CREATE OR REPLACE FUNCTION rule.verslag_schrijf_bezwaar(c rule.opdracht, b spr.bijeenkomst,
    v spr.verslag) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    tekst text := rule.schoon(c.args ->> 'tekst');
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF b.status IN ('gepland', 'afgelast') OR v.status = 'vastgesteld' THEN
        RETURN 'verkeerde_toestand';
    ELSIF c.args ? 'versie' AND (c.args ->> 'versie')::int <> coalesce(v.versie, 0) THEN
        RETURN 'verouderd';
    ELSIF octet_length(tekst) > 16384 OR NOT rule.past(to_json(tekst)::text) THEN
        RETURN 'te_groot';
    ELSIF NOT rule.is_tekst(tekst) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.verslag_schrijf_bezwaar(rule.opdracht, spr.bijeenkomst, spr.verslag) IS
    'Why this draft cannot be kept: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.verslag_schrijven(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
    v spr.verslag;
    bezwaar text;
    stroom text := 'voorzitterskamer:' || c.tafel;
BEGIN
    SELECT * INTO v FROM spr.verslag x WHERE x.bijeenkomst = b.id;
    bezwaar := rule.verslag_schrijf_bezwaar(c, b, v);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.verslag AS x (tafel, bijeenkomst, tekst, persoon, op)
    VALUES (c.tafel, b.id, rule.schoon(c.args ->> 'tekst'), c.persoon, c.nu)
    ON CONFLICT ON CONSTRAINT verslag_bijeenkomst_key DO UPDATE
    SET tekst = excluded.tekst, versie = x.versie + 1, persoon = excluded.persoon,
        op = excluded.op
    RETURNING * INTO v;
    c := rule.boek(c, stroom, 'verslag.geschreven', 'verslag:' || v.id,
        jsonb_build_object('verslagConcepten', jsonb_build_array(rule.beeld_concept(v))));
    RETURN rule.geboekt(c, v.id, stroom);
END $$;
COMMENT ON FUNCTION rule.verslag_schrijven(rule.opdracht) IS
    'verslag.schrijven: a draft, read by those who lead the tafel.';

CREATE OR REPLACE FUNCTION rule.verslag_voorleggen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.verslag := rule.verslag_vind(c);
    b spr.bijeenkomst;
    tot timestamptz := rule.moment(c.args ->> 'termijn');
BEGIN
    SELECT * INTO b FROM spr.bijeenkomst x WHERE x.id = v.bijeenkomst;
    IF v.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF v.status = 'vastgesteld' OR b.status <> 'gesloten' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.termijn_geldig(tot, c.nu, '1 year') THEN
        RETURN rule.weiger(c, 'ongeldig', 'Kies een moment dat nog komt, binnen een jaar.',
            'Choose a moment still to come, within a year.');
    END IF;
    UPDATE spr.verslag x
    SET status = 'ter_reactie', voorgelegd_tekst = x.tekst, voorgelegd_versie = x.versie,
        voorgelegd_door = c.persoon, voorgelegd_op = c.nu,
        -- A term that runs is not cut short by putting the text again.
        termijn = CASE WHEN x.termijn > c.nu THEN greatest(x.termijn, tot) ELSE tot END
    WHERE x.id = v.id RETURNING * INTO v;
    c := rule.verslag_boek(c, v, 'verslag.voorgelegd');
    RETURN rule.bericht_aan_tafel(c, ARRAY(SELECT d.organisatie FROM spr.deelname d
        WHERE d.tafel = c.tafel AND d.status = 'toegetreden' ORDER BY d.organisatie),
        'verslag_voorgelegd', 'verslag:' || v.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.verslag_voorleggen(rule.opdracht) IS
    'verslag.voorleggen: the draft as it is now, with a term; once more after it was revised.';

CREATE OR REPLACE FUNCTION rule.verslag_reageer_bezwaar(c rule.opdracht, v spr.verslag,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF v.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF v.status <> 'ter_reactie' THEN
        RETURN 'verkeerde_toestand';
    ELSIF v.termijn <= c.nu THEN
        RETURN 'termijn_voorbij';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'tekst')) THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) >= 500 OR count(*) FILTER (WHERE r.organisatie = i.organisatie) >= 20
           FROM spr.verslag_reactie r WHERE r.verslag = v.id) THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.verslag_reageer_bezwaar(rule.opdracht, spr.verslag, rule.inbreng) IS
    'Why this reaction cannot be given: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.verslag_reageren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.verslag := rule.verslag_vind(c);
    i rule.inbreng := rule.inbreng(c);
    r spr.verslag_reactie;
    bezwaar text := rule.verslag_reageer_bezwaar(c, v, i);
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.verslag_reactie (verslag, versie, organisatie, tekst, persoon, via, spreker,
        gebeurd_om, op)
    VALUES (v.id, v.voorgelegd_versie, i.organisatie, rule.schoon(c.args ->> 'tekst'), c.persoon,
        i.via, i.spreker, i.gebeurd_om, c.nu)
    RETURNING * INTO r;
    c := rule.boek(c, stroom, 'verslag.reactie-gegeven', 'verslag:' || v.id,
        jsonb_build_object('verslagReacties', jsonb_build_array(rule.beeld(r))));
    c := rule.geboekt(c, r.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'verslag:' || v.id, r.tekst);
END $$;
COMMENT ON FUNCTION rule.verslag_reageren(rule.opdracht) IS
    'verslag.reageren: within the term.';

CREATE OR REPLACE FUNCTION rule.verslag_vaststellen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.verslag := rule.verslag_vind(c);
BEGIN
    IF v.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF v.status <> 'ter_reactie' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF v.termijn > c.nu THEN
        RETURN rule.weiger(c, 'termijn_loopt');
    ELSIF v.versie <> v.voorgelegd_versie THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt',
            'Het concept is veranderd nadat de tafel het las. Leg het eerst opnieuw voor.',
            'The draft changed after the table read it. Put it to the table again first.');
    END IF;
    UPDATE spr.verslag x
    SET status = 'vastgesteld', vastgesteld_door = c.persoon, vastgesteld_op = c.nu
    WHERE x.id = v.id RETURNING * INTO v;
    RETURN rule.verslag_boek(c, v, 'verslag.vastgesteld');
END $$;
COMMENT ON FUNCTION rule.verslag_vaststellen(rule.opdracht) IS
    'verslag.vaststellen: after the term, and only the text that the tafel last read.';
