-- Bedenkingen: put by a party, talked about, and ended by the word of that party. Invariant: nobody
-- else says that a party is met; one that leaves the tafel leaves what was open as it stands.

CREATE OR REPLACE FUNCTION rule.beeld(b spr.bedenking) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', b.id::text,
        'keuzevraag', b.keuzevraag::text, 'optie', b.optie::text,
        'organisatie', b.organisatie::text, 'graad', b.graad, 'tekst', b.tekst,
        'status', b.status, 'afdoening', CASE WHEN b.afgedaan_op IS NOT NULL THEN
            rule.inbreng_beeld(b.afgedaan_door, b.afgedaan_via, b.afgedaan_spreker,
                b.afgedaan_gebeurd_om, b.afgedaan_op)
            || jsonb_build_object('toelichting', b.toelichting) END)
        || rule.inbreng_beeld(b.persoon, b.via, b.spreker, b.gebeurd_om, b.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.bedenking) IS 'A bedenking on the wire; its answers stand beside it.';

CREATE OR REPLACE FUNCTION rule.beeld(a spr.bedenking_antwoord) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', a.id::text, 'bedenking', a.bedenking::text,
        'tekst', a.tekst, 'spreker', rule.spreker(a.persoon, a.organisatie),
        'op', rule.tijd(a.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.bedenking_antwoord) IS 'An answer to a bedenking on the wire.';

CREATE OR REPLACE FUNCTION rule.bedenking_vind(c rule.opdracht) RETURNS spr.bedenking
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b spr.bedenking;
BEGIN
    SELECT * INTO b FROM spr.bedenking x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'bedenking');
    RETURN b;
END $$;
COMMENT ON FUNCTION rule.bedenking_vind(rule.opdracht) IS
    'The bedenking a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.bedenking_boek(c rule.opdracht, b spr.bedenking, soort text,
    verder jsonb DEFAULT '{}') RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'bedenking:' || b.id,
        jsonb_build_object('bedenkingen', jsonb_build_array(rule.beeld(b))) || verder);
END $$;
COMMENT ON FUNCTION rule.bedenking_boek(rule.opdracht, spr.bedenking, text, jsonb) IS
    'Tell the tafel where a bedenking stands.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_loopt(keuzevraag bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM spr.keuzevraag k WHERE k.id = keuzevraag_loopt.keuzevraag
        AND k.status NOT IN ('besloten', 'ingetrokken'));
END $$;
COMMENT ON FUNCTION rule.keuzevraag_loopt(bigint) IS
    'The question was neither decided nor withdrawn.';

CREATE OR REPLACE FUNCTION rule.bedenking_indien_bezwaar(c rule.opdracht, i rule.inbreng,
    k spr.keuzevraag) RETURNS text
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
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'tekst'))
          OR (c.args ? 'optie' AND NOT EXISTS (SELECT FROM spr.optie o
              WHERE o.keuzevraag = k.id AND o.id = rule.getal(c.args ->> 'optie'))) THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) FROM spr.bedenking b
           WHERE b.keuzevraag = k.id AND b.organisatie = i.organisatie) >= 20 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.bedenking_indien_bezwaar(rule.opdracht, rule.inbreng, spr.keuzevraag) IS
    'Why this bedenking cannot be put: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.bedenking_indienen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    i rule.inbreng := rule.inbreng(c);
    b spr.bedenking;
    bezwaar text := rule.bedenking_indien_bezwaar(c, i, k);
BEGIN
    IF bezwaar = 'te_groot' THEN
        RETURN rule.weiger(c, bezwaar, 'Een partij dient bij een keuzevraag hoogstens 20 bedenkingen in.',
            'A party puts 20 objections to a choice question at most.');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.bedenking (tafel, keuzevraag, optie, organisatie, graad, tekst, persoon, via,
        spreker, gebeurd_om, op)
    VALUES (c.tafel, k.id, rule.getal(c.args ->> 'optie'), i.organisatie, c.args ->> 'graad',
        rule.schoon(c.args ->> 'tekst'), c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu)
    RETURNING * INTO b;
    c := rule.bedenking_boek(c, b, 'bedenking.ingediend');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.inbreng_melden(c, i, 'bedenking:' || b.id, k.vraag);
END $$;
COMMENT ON FUNCTION rule.bedenking_indienen(rule.opdracht) IS
    'bedenking.indienen: by a party that has a word, while the question is open.';

CREATE OR REPLACE FUNCTION rule.bedenking_antwoord_bezwaar(c rule.opdracht, b spr.bedenking)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT c.rollen && '{voorzitter,secretaris}' AND NOT EXISTS (
        SELECT FROM rule.meesprekers(c.tafel) d WHERE d.organisatie = c.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status IN ('tegemoetgekomen', 'ingetrokken') OR NOT rule.keuzevraag_loopt(b.keuzevraag)
          -- With who left there is nothing left to talk about.
          OR EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = b.tafel
              AND d.organisatie = b.organisatie AND d.status = 'uitgetreden') THEN
        RETURN 'verkeerde_toestand';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'tekst')) THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) FROM spr.bedenking_antwoord a WHERE a.bedenking = b.id) >= 50 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.bedenking_antwoord_bezwaar(rule.opdracht, spr.bedenking) IS
    'Why this bedenking cannot be answered: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.bedenking_beantwoorden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bedenking := rule.bedenking_vind(c);
    a spr.bedenking_antwoord;
    bezwaar text := rule.bedenking_antwoord_bezwaar(c, b);
BEGIN
    IF bezwaar = 'te_groot' THEN
        RETURN rule.weiger(c, bezwaar, 'Een bedenking heeft hoogstens 50 antwoorden. Praat verder aan tafel.',
            'An objection has 50 answers at most. Go on talking at the table.');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.bedenking_antwoord (bedenking, organisatie, tekst, persoon, op)
    VALUES (b.id, c.organisatie, rule.schoon(c.args ->> 'tekst'), c.persoon, c.nu)
    RETURNING * INTO a;
    UPDATE spr.bedenking x
    SET status = 'in_gesprek', afgedaan_door = NULL, afgedaan_via = NULL, afgedaan_spreker = NULL,
        afgedaan_gebeurd_om = NULL, afgedaan_op = NULL, toelichting = NULL
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.bedenking_boek(c, b, 'bedenking.beantwoord',
        jsonb_build_object('bedenkingAntwoorden', jsonb_build_array(rule.beeld(a))));
    RETURN rule.geboekt(c, a.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.bedenking_beantwoorden(rule.opdracht) IS
    'bedenking.beantwoorden: an answer opens the talk, or opens it again.';

CREATE OR REPLACE FUNCTION rule.bedenking_afdoen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bedenking := rule.bedenking_vind(c);
    i rule.inbreng := rule.inbreng(c);
    uitleg text := rule.schoon(c.args ->> 'toelichting');
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, i.bezwaar);
    ELSIF i.organisatie IS DISTINCT FROM b.organisatie OR NOT EXISTS (
        SELECT FROM rule.meesprekers(c.tafel) d WHERE d.organisatie = i.organisatie) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF b.status IN ('tegemoetgekomen', 'ingetrokken') OR NOT rule.keuzevraag_loopt(b.keuzevraag)
          -- To maintain once more says nothing new.
          OR (b.status = 'gehandhaafd' AND c.args ->> 'uitkomst' = 'gehandhaafd') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF uitleg IS NOT NULL AND NOT rule.is_regel(uitleg) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.bedenking x
    SET status = c.args ->> 'uitkomst', afgedaan_door = c.persoon, afgedaan_via = i.via,
        afgedaan_spreker = i.spreker, afgedaan_gebeurd_om = i.gebeurd_om, afgedaan_op = c.nu,
        toelichting = uitleg
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.bedenking_boek(c, b, 'bedenking.afgedaan');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.inbreng_melden(c, i, 'bedenking:' || b.id, b.tekst);
END $$;
COMMENT ON FUNCTION rule.bedenking_afdoen(rule.opdracht) IS
    'bedenking.afdoen: only the party itself says what became of its bedenking.';

CREATE OR REPLACE FUNCTION rule.bedenkingen_handhaven(c rule.opdracht, organisatie bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bedenking;
BEGIN
    -- One by one: together they need not fit in one frame.
    FOR b IN SELECT * FROM spr.bedenking x WHERE x.tafel = c.tafel
        AND x.organisatie = bedenkingen_handhaven.organisatie
        AND x.status IN ('ingediend', 'in_gesprek') ORDER BY x.id LOOP
        UPDATE spr.bedenking x
        SET status = 'gehandhaafd', afgedaan_door = c.persoon, afgedaan_via = 'platform',
            afgedaan_op = c.nu, toelichting = 'De organisatie trad uit.'
        WHERE x.id = b.id RETURNING * INTO b;
        c := rule.bedenking_boek(c, b, 'bedenking.afgedaan');
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.bedenkingen_handhaven(rule.opdracht, bigint) IS
    'A party leaves: what it still had against something it maintains.';
