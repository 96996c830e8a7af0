-- A keuzevraag is revised, and parties say whether what they said still holds. Invariant: an
-- editorial change reopens nothing; a change of meaning asks again, with a term that never ends
-- earlier than the one that ran, and leaves every word that was said where it stands.

CREATE OR REPLACE FUNCTION rule.opties_beeld(keuzevraag bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', o.id::text,
            'nummer', o.nummer, 'titel', o.titel, 'toelichting', o.toelichting)) ORDER BY o.nummer)
        FROM spr.optie o WHERE o.keuzevraag = opties_beeld.keuzevraag);
END $$;
COMMENT ON FUNCTION rule.opties_beeld(bigint) IS 'The options of a question on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(v spr.keuzevraag_versie) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', v.id::text,
        'keuzevraag', v.keuzevraag::text, 'versie', v.versie, 'aard', v.aard, 'vraag', v.vraag,
        'toelichting', v.toelichting, 'opties', v.opties, 'reden', v.reden,
        'persoon', v.persoon::text, 'op', rule.tijd(v.op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.keuzevraag_versie) IS
    'What a question said before a revision on the wire.';

CREATE OR REPLACE FUNCTION rule.bevestiging_beeld(door bigint, via text, spreker text,
    gebeurd_om timestamptz, op timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE WHEN op IS NOT NULL THEN rule.inbreng_beeld(door, via, spreker, gebeurd_om, op) END;
END $$;
COMMENT ON FUNCTION rule.bevestiging_beeld(bigint, text, text, timestamptz, timestamptz) IS
    'That a party said its word still holds, on the wire; NULL when it did not.';

CREATE OR REPLACE FUNCTION rule.herzien_opties(c rule.opdracht, k spr.keuzevraag)
RETURNS SETOF spr.optie
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT o.id, o.keuzevraag, o.nummer, rule.schoon(e.o ->> 'titel')::spr.regel,
            rule.schoon(e.o ->> 'toelichting')::spr.regel
        FROM jsonb_array_elements(c.args -> 'opties') AS e (o)
        JOIN spr.optie o ON o.id = rule.getal(e.o ->> 'id') AND o.keuzevraag = k.id
        WHERE (o.titel, o.toelichting) IS DISTINCT FROM
            (rule.schoon(e.o ->> 'titel'), rule.schoon(e.o ->> 'toelichting'));
END $$;
COMMENT ON FUNCTION rule.herzien_opties(rule.opdracht, spr.keuzevraag) IS
    'Options as the command rewrites them; those that stay the same are left out.';

CREATE OR REPLACE FUNCTION rule.herzien_bezwaar(c rule.opdracht, k spr.keuzevraag) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    reden text := rule.schoon(c.args ->> 'reden');
    uitleg text := rule.schoon(c.args ->> 'toelichting');
BEGIN
    IF k.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF k.status IN ('besloten', 'ingetrokken') THEN
        RETURN 'verkeerde_toestand';
    ELSIF EXISTS (SELECT FROM spr.besluit b WHERE b.keuzevraag = k.id
                  AND b.status IN ('stemming', 'onder_voorbehoud')) THEN
        RETURN 'besluit_loopt';
    ELSIF (c.args ->> 'versie')::int <> k.versie THEN
        RETURN 'verouderd';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'vraag'))
          OR (uitleg IS NOT NULL AND NOT rule.is_regel(uitleg))
          OR (reden IS NOT NULL AND NOT rule.is_regel(reden))
          OR rule.opties_bezwaar(c.args -> 'opties')
          OR (SELECT count(*) <> count(DISTINCT o.id)
              FROM jsonb_array_elements(c.args -> 'opties') e
              LEFT JOIN spr.optie o ON o.keuzevraag = k.id AND o.id = rule.getal(e ->> 'id')) THEN
        RETURN 'ongeldig';
    ELSIF k.versie > 20 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.herzien_bezwaar(rule.opdracht, spr.keuzevraag) IS
    'Why this question cannot be revised: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.herzien_inhoud_bezwaar(c rule.opdracht, k spr.keuzevraag)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    opnieuw boolean := c.args ->> 'aard' = 'materieel' AND k.gevolgen_voor IS NOT NULL;
BEGIN
    IF opnieuw <> (c.args ? 'voor') OR (c.args ? 'voor'
       AND NOT rule.termijn_geldig(rule.moment(c.args ->> 'voor'), c.nu)) THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Geef een termijn die nog komt als de betekenis verandert en gevolgen al zijn gevraagd; anders geen.',
            'Give a term still to come when the meaning changes and consequences were asked; otherwise none.');
    ELSIF EXISTS (SELECT FROM rule.herzien_opties(c, k) h JOIN spr.optie o ON o.id = h.id
                  WHERE o.nummer = 0 AND (h.titel <> o.titel OR h.toelichting IS NULL)) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Niets doen heet altijd zo. Verander alleen wat er dan gebeurt.',
            'Doing nothing keeps its name. Change only what then happens.');
    ELSIF (k.vraag, k.toelichting) IS NOT DISTINCT FROM
              (rule.schoon(c.args ->> 'vraag'), rule.schoon(c.args ->> 'toelichting'))
          AND NOT EXISTS (SELECT FROM rule.herzien_opties(c, k)) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Er is niets veranderd. Verander eerst de vraag of een optie.',
            'Nothing has changed. First change the question or an option.');
    ELSIF NOT rule.past(c.args::text || rule.beeld(k)::text) THEN
        RETURN rule.weiger(c, 'te_groot', 'De vraag en de opties zijn samen te lang. Kort ze in.',
            'The question and its options are too long together. Shorten them.');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.herzien_inhoud_bezwaar(rule.opdracht, spr.keuzevraag) IS
    'Refuse a revision whose term or texts cannot be kept.';

CREATE OR REPLACE FUNCTION rule.gevolgen_hervragen(c rule.opdracht, k spr.keuzevraag,
    opties bigint[]) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    optie bigint;
    cellen jsonb;
BEGIN
    -- Per option: all together need not fit in one frame. Going on without an answer was about the
    -- former text.
    FOR optie, cellen IN
        WITH gevraagd AS (
            UPDATE spr.gevolg g
            SET tekst_versie = k.versie, gepasseerd_door = NULL, gepasseerd_reden = NULL,
                gepasseerd_op = NULL,
                status = CASE WHEN EXISTS (SELECT FROM spr.gevolg_antwoord a WHERE a.gevolg = g.id)
                              THEN 'te_herbevestigen' ELSE 'gevraagd' END
            WHERE g.keuzevraag = k.id AND g.optie = ANY (opties) RETURNING g AS rij)
        SELECT (v.rij).optie, jsonb_agg(rule.beeld(v.rij) ORDER BY (v.rij).id)
        FROM gevraagd v GROUP BY 1 ORDER BY 1
    LOOP
        c := rule.boek(c, 'tafel:' || c.tafel, 'gevolg.gevraagd', 'optie:' || optie,
            jsonb_build_object('gevolgen', cellen));
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.gevolgen_hervragen(rule.opdracht, spr.keuzevraag, bigint[]) IS
    'Ask the cells of these options anew: does this still hold?';

CREATE OR REPLACE FUNCTION rule.keuzevraag_bewaren(c rule.opdracht, k spr.keuzevraag)
RETURNS spr.keuzevraag
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    materieel boolean := c.args ->> 'aard' = 'materieel';
BEGIN
    UPDATE spr.optie o SET titel = h.titel, toelichting = h.toelichting
    FROM rule.herzien_opties(c, k) h WHERE o.id = h.id;
    UPDATE spr.keuzevraag x
    SET vraag = rule.schoon(c.args ->> 'vraag'),
        toelichting = rule.schoon(c.args ->> 'toelichting'), versie = x.versie + 1,
        tekst_versie = CASE WHEN materieel THEN x.versie + 1 ELSE x.tekst_versie END,
        gevolgen_voor = greatest(x.gevolgen_voor, rule.moment(c.args ->> 'voor')),
        termijn_loopt = x.termijn_loopt OR c.args ? 'voor',
        status = CASE WHEN NOT materieel OR x.status <> 'besluitrijp' THEN x.status
                      WHEN x.gevolgen_voor IS NULL THEN 'ingebracht' ELSE 'gevolgen_gevraagd' END
    WHERE x.id = k.id RETURNING * INTO k;
    RETURN k;
END $$;
COMMENT ON FUNCTION rule.keuzevraag_bewaren(rule.opdracht, spr.keuzevraag) IS
    'Write the new texts; what means something else is no longer ready for decision.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_herzien(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    oud spr.keuzevraag := k;
    v spr.keuzevraag_versie;
    bezwaar text := rule.herzien_bezwaar(c, k);
    andere bigint[];
BEGIN
    IF bezwaar = 'te_groot' THEN
        RETURN rule.weiger(c, bezwaar, 'Een keuzevraag wordt hoogstens 20 keer herzien. Breng een nieuwe in.',
            'A choice question is revised 20 times at most. Put a new one.');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    c := rule.herzien_inhoud_bezwaar(c, k);
    IF c.klaar THEN
        RETURN c;
    END IF;
    andere := ARRAY(SELECT h.id FROM rule.herzien_opties(c, k) h);
    INSERT INTO spr.keuzevraag_versie (keuzevraag, versie, aard, vraag, toelichting, opties, reden,
        persoon, op)
    VALUES (k.id, k.versie, c.args ->> 'aard', k.vraag, k.toelichting, rule.opties_beeld(k.id),
        rule.schoon(c.args ->> 'reden'), c.persoon, c.nu)
    RETURNING * INTO v;
    k := rule.keuzevraag_bewaren(c, k);
    -- Apart: both texts together need not fit in one frame.
    c := rule.boek(c, 'tafel:' || c.tafel, 'keuzevraag.versie-bewaard', 'keuzevraag:' || k.id,
        jsonb_build_object('keuzevraagVersies', jsonb_build_array(rule.beeld(v))));
    c := rule.keuzevraag_boek(c, k, 'keuzevraag.herzien');
    c := rule.geboekt(c, k.id, 'tafel:' || c.tafel);
    IF v.aard = 'redactioneel' THEN
        RETURN c;
    END IF;
    IF (oud.vraag, oud.toelichting) IS DISTINCT FROM (k.vraag, k.toelichting)
       OR EXISTS (SELECT FROM spr.optie o WHERE o.id = ANY (andere) AND o.nummer = 0) THEN
        -- The question itself, or what it is compared with: every option is another one now.
        andere := ARRAY(SELECT o.id FROM spr.optie o WHERE o.keuzevraag = k.id);
    END IF;
    c := rule.gevolgen_hervragen(c, k, andere);
    RETURN rule.bericht_aan_tafel(c,
        ARRAY(SELECT d.organisatie FROM rule.meesprekers(c.tafel) d ORDER BY 1),
        'keuzevraag_herzien', 'keuzevraag:' || k.id, k.vraag);
END $$;
COMMENT ON FUNCTION rule.keuzevraag_herzien(rule.opdracht) IS
    'keuzevraag.herzien: editorial, or with another meaning, which asks what was said anew.';

CREATE OR REPLACE FUNCTION rule.bevestig_bezwaar(c rule.opdracht, k spr.keuzevraag,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF k.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT rule.spreekt_mee(c.tafel, i.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT rule.keuzevraag_loopt(k.id) THEN
        RETURN 'verkeerde_toestand';
    ELSIF (c.args ->> 'versie')::int <> k.versie THEN
        RETURN 'verouderd';
    ELSIF EXISTS (
        SELECT FROM jsonb_array_elements_text(c.args -> 'gevolgen') e
        LEFT JOIN spr.gevolg g ON g.keuzevraag = k.id AND g.id = rule.getal(e)
        LEFT JOIN spr.gevolg_antwoord a ON a.gevolg = g.id AND a.organisatie = i.organisatie
        WHERE a.id IS NULL) OR ((c.args ->> 'standpunt')::boolean AND NOT EXISTS (
            SELECT FROM spr.standpunt s
            WHERE s.keuzevraag = k.id AND s.organisatie = i.organisatie)) THEN
        -- What was never said cannot still hold.
        RETURN 'niet_gevonden';
    ELSIF EXISTS (SELECT FROM jsonb_array_elements_text(c.args -> 'gevolgen') e
        JOIN spr.gevolg g ON g.keuzevraag = k.id AND g.id = rule.getal(e)
        WHERE g.gepasseerd_op IS NOT NULL) THEN
        RETURN 'verkeerde_toestand';
    ELSIF NOT (c.args ? 'gevolgen' OR coalesce((c.args ->> 'standpunt')::boolean, false)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.bevestig_bezwaar(rule.opdracht, spr.keuzevraag, rule.inbreng) IS
    'Why this cannot be said to hold: a code, or NULL. After the term is late, not lost.';

CREATE OR REPLACE FUNCTION rule.gevolg_bevestigen(c rule.opdracht, i rule.inbreng, cel bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    g spr.gevolg;
    a spr.gevolg_antwoord;
BEGIN
    SELECT * INTO g FROM spr.gevolg x WHERE x.id = cel;
    UPDATE spr.gevolg_antwoord x
    SET tekst_versie = g.tekst_versie, bevestigd_door = c.persoon, bevestigd_via = i.via,
        bevestigd_spreker = i.spreker, bevestigd_gebeurd_om = i.gebeurd_om, bevestigd_op = c.nu
    WHERE x.gevolg = g.id AND x.organisatie = i.organisatie AND x.tekst_versie < g.tekst_versie
    RETURNING * INTO a;
    -- What holds already is not said twice.
    RETURN CASE WHEN FOUND THEN rule.gevolg_boeken(c, g, a, 'gevolg.bevestigd') ELSE c END;
END $$;
COMMENT ON FUNCTION rule.gevolg_bevestigen(rule.opdracht, rule.inbreng, bigint) IS
    'The answer of a party counts for the present text.';

CREATE OR REPLACE FUNCTION rule.standpunt_bevestigen(c rule.opdracht, i rule.inbreng,
    k spr.keuzevraag) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.standpunt;
BEGIN
    UPDATE spr.standpunt x
    SET tekst_versie = k.tekst_versie, bevestigd_door = c.persoon, bevestigd_via = i.via,
        bevestigd_spreker = i.spreker, bevestigd_gebeurd_om = i.gebeurd_om, bevestigd_op = c.nu
    WHERE x.keuzevraag = k.id AND x.organisatie = i.organisatie AND x.tekst_versie < k.tekst_versie
    RETURNING * INTO s;
    RETURN CASE WHEN FOUND THEN rule.boek(c, 'tafel:' || c.tafel, 'standpunt.bevestigd',
        'standpunt:' || s.id, jsonb_build_object('standpunten', jsonb_build_array(rule.beeld(s))))
        ELSE c END;
END $$;
COMMENT ON FUNCTION rule.standpunt_bevestigen(rule.opdracht, rule.inbreng, spr.keuzevraag) IS
    'The standpunt of a party counts for the present text.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_bevestigen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    i rule.inbreng := rule.inbreng(c);
    bezwaar text := rule.bevestig_bezwaar(c, k, i);
    stroom text := 'tafel:' || c.tafel;
    cel bigint;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    FOR cel IN SELECT DISTINCT rule.getal(e)
        FROM jsonb_array_elements_text(c.args -> 'gevolgen') e ORDER BY 1 LOOP
        c := rule.gevolg_bevestigen(c, i, cel);
    END LOOP;
    IF (c.args ->> 'standpunt')::boolean THEN
        c := rule.standpunt_bevestigen(c, i, k);
    END IF;
    IF rule.plaats(c, stroom) IS NULL THEN
        RETURN rule.weiger(c, 'verkeerde_toestand', 'Dit geldt al voor de tekst zoals die nu is.',
            'This holds already for the text as it is now.');
    END IF;
    c := rule.geboekt(c, k.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'keuzevraag:' || k.id, k.vraag);
END $$;
COMMENT ON FUNCTION rule.keuzevraag_bevestigen(rule.opdracht) IS
    'keuzevraag.bevestigen: what a party said before still holds; the words stay as they were.';
