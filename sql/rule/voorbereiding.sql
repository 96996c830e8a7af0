-- What an organisation prepares among its own people, and the agreement of a second one. Invariant:
-- all of it is told in the stream of that organisation and nowhere else; the real command still
-- decides, and an agreement is to exactly the words that are sent.

CREATE OR REPLACE FUNCTION rule.beeld(v spr.voorbereiding) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', v.id::text, 'tafel', v.tafel::text,
        'organisatie', v.organisatie::text, 'opdracht', v.opdracht, 'args', v.args,
        'status', v.status, 'versie', v.versie, 'persoon', v.persoon::text, 'op', rule.tijd(v.op),
        'ingestemdDoor', v.ingestemd_door::text, 'ingestemdOp', rule.tijd(v.ingestemd_op),
        'afgeslotenDoor', v.afgesloten_door::text, 'afgeslotenOp', rule.tijd(v.afgesloten_op)))
$$;
COMMENT ON FUNCTION rule.beeld(spr.voorbereiding) IS 'A voorbereiding on the wire.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_vind(c rule.opdracht) RETURNS spr.voorbereiding
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v spr.voorbereiding;
BEGIN
    SELECT * INTO v FROM spr.voorbereiding x
    WHERE x.tafel = c.tafel AND x.organisatie = c.organisatie
        AND x.id = rule.getal(c.args ->> 'voorbereiding');
    RETURN v;
END $$;
COMMENT ON FUNCTION rule.voorbereiding_vind(rule.opdracht) IS
    'The voorbereiding a command names; of another organisation there is none.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_boek(c rule.opdracht, v spr.voorbereiding, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'organisatie:' || v.organisatie, soort, 'voorbereiding:' || v.id,
        jsonb_build_object('voorbereidingen', jsonb_build_array(rule.beeld(v))));
END $$;
COMMENT ON FUNCTION rule.voorbereiding_boek(rule.opdracht, spr.voorbereiding, text) IS
    'Tell the organisation where a voorbereiding stands.';

CREATE OR REPLACE FUNCTION rule.wil_tweede(organisatie bigint) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT i.tweede_instemming FROM spr.organisatie_instelling i
                     WHERE i.organisatie = wil_tweede.organisatie), false)
$$;
COMMENT ON FUNCTION rule.wil_tweede(bigint) IS
    'Whether an organisation asks for the agreement of a second person.';

CREATE OR REPLACE FUNCTION rule.vraagt_tweede(organisatie bigint, opdracht text, args jsonb)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.wil_tweede(organisatie) AND EXISTS (SELECT FROM rule.namens_opdracht o
        WHERE o.opdracht = vraagt_tweede.opdracht AND o.tweede
            AND (o.als IS NULL OR args -> o.als = 'true'));
END $$;
COMMENT ON FUNCTION rule.vraagt_tweede(bigint, text, jsonb) IS
    'Whether this, said by this organisation, needs the agreement of a second person.';

CREATE OR REPLACE FUNCTION rule.sprekers(organisatie bigint, moment timestamptz) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT count(DISTINCT v.persoon) FROM spr.vertegenwoordiging v
    WHERE v.organisatie = sprekers.organisatie AND v.van <= rule.dag(moment)
        AND (v.tot IS NULL OR v.tot >= rule.dag(moment))
$$;
COMMENT ON FUNCTION rule.sprekers(bigint, timestamptz) IS
    'How many people may speak for an organisation on the day of this moment.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_aan_tafel(c rule.opdracht, args jsonb)
RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM (
            SELECT key AS soort, rule.getal(value) AS nr FROM jsonb_each_text(args)
            WHERE key IN ('keuzevraag', 'stemming', 'toezegging', 'besluit', 'achterban',
                'bedenking')
            UNION ALL
            SELECT 'gevolg', rule.getal(a ->> 'gevolg')
            FROM jsonb_array_elements(coalesce(args -> 'antwoorden', '[]')) a) x
        WHERE NOT CASE x.soort
            WHEN 'keuzevraag' THEN EXISTS (
                SELECT FROM spr.keuzevraag o WHERE o.id = x.nr AND o.tafel = c.tafel)
            WHEN 'stemming' THEN EXISTS (
                SELECT FROM spr.stemming o WHERE o.id = x.nr AND o.tafel = c.tafel)
            WHEN 'toezegging' THEN EXISTS (
                SELECT FROM spr.toezegging o WHERE o.id = x.nr AND o.tafel = c.tafel
                    AND o.organisatie = c.organisatie)
            WHEN 'achterban' THEN EXISTS (
                SELECT FROM spr.achterban o WHERE o.id = x.nr AND o.tafel = c.tafel
                    AND o.organisatie = c.organisatie)
            WHEN 'bedenking' THEN EXISTS (
                SELECT FROM spr.bedenking o WHERE o.id = x.nr AND o.tafel = c.tafel)
            WHEN 'besluit' THEN EXISTS (
                SELECT FROM spr.besluit o WHERE o.id = x.nr AND o.tafel = c.tafel
                    AND o.voorgelegd_op IS NOT NULL)
            ELSE EXISTS (SELECT FROM spr.gevolg o WHERE o.id = x.nr AND o.tafel = c.tafel) END)
$$;
COMMENT ON FUNCTION rule.voorbereiding_aan_tafel(rule.opdracht, jsonb) IS
    'What a voorbereiding names is at the tafel, for the party to see.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_bezwaar(c rule.opdracht, opdracht text, args jsonb)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel
        AND d.organisatie = c.organisatie AND d.rol <> 'toehorend'
        AND d.status IN ('toegetreden', 'opgeschort')) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT EXISTS (SELECT FROM rule.namens_opdracht o
        WHERE o.opdracht = voorbereiding_bezwaar.opdracht AND args ? o.zaak) THEN
        RETURN 'ongeldig';
    ELSIF octet_length(args::text) > 16384 THEN
        RETURN 'te_groot';
    ELSIF NOT rule.voorbereiding_aan_tafel(c, args) THEN
        RETURN 'niet_gevonden';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.voorbereiding_bezwaar(rule.opdracht, text, jsonb) IS
    'Why this cannot be prepared: a code, or NULL. A text may be unfinished; sending it judges it.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_weiger(c rule.opdracht, bezwaar text)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF bezwaar = 'te_groot' THEN
        RETURN rule.weiger(c, bezwaar, 'Een organisatie bereidt aan een tafel hoogstens 50 dingen tegelijk voor, van elk hoogstens 16 KiB.',
            'An organisation prepares 50 things at a table at a time, of 16 KiB each at most.');
    END IF;
    RETURN rule.weiger(c, bezwaar);
END $$;
COMMENT ON FUNCTION rule.voorbereiding_weiger(rule.opdracht, text) IS
    'Refuse a voorbereiding, saying how much may be prepared.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_opstellen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.voorbereiding;
    bezwaar text := rule.voorbereiding_bezwaar(c, c.args ->> 'opdracht', c.args -> 'args');
BEGIN
    IF bezwaar IS NULL AND (SELECT count(*) FROM spr.voorbereiding x WHERE x.tafel = c.tafel
        AND x.organisatie = c.organisatie AND x.afgesloten_op IS NULL) >= 50 THEN
        bezwaar := 'te_groot';
    END IF;
    IF bezwaar IS NOT NULL THEN
        RETURN rule.voorbereiding_weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.voorbereiding (tafel, organisatie, opdracht, args, persoon, op)
    VALUES (c.tafel, c.organisatie, c.args ->> 'opdracht', c.args -> 'args', c.persoon, c.nu)
    RETURNING * INTO v;
    c := rule.voorbereiding_boek(c, v, 'voorbereiding.opgesteld');
    c := rule.geboekt(c, v.id, 'organisatie:' || v.organisatie);
    RETURN rule.instemming_vragen(c, v);
END $$;
COMMENT ON FUNCTION rule.voorbereiding_opstellen(rule.opdracht) IS
    'voorbereiding.opstellen: by anybody who may speak for a party, with or without a seat.';

CREATE OR REPLACE FUNCTION rule.instemming_vragen(c rule.opdracht, v spr.voorbereiding)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF NOT rule.vraagt_tweede(v.organisatie, v.opdracht, v.args) THEN
        RETURN c;
    END IF;
    -- Only that there is something: the words stay where they were written.
    RETURN rule.bericht_aan_partij(c, v.organisatie, 'instemming_gevraagd',
        CASE WHEN v.args ? 'keuzevraag' THEN 'keuzevraag:' || (v.args ->> 'keuzevraag')
             WHEN v.args ? 'stemming' THEN 'stemming:' || (v.args ->> 'stemming')
             WHEN v.args ? 'besluit' THEN 'besluit:' || (v.args ->> 'besluit')
             ELSE 'voorbereiding:' || v.id END,
        (SELECT left(t.titel, 200) FROM spr.tafel t WHERE t.id = v.tafel));
END $$;
COMMENT ON FUNCTION rule.instemming_vragen(rule.opdracht, spr.voorbereiding) IS
    'Tell the colleagues that their agreement is needed.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_herzien(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.voorbereiding := rule.voorbereiding_vind(c);
    bezwaar text;
    gevraagd boolean;
BEGIN
    IF v.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF v.afgesloten_op IS NOT NULL OR v.versie <> (c.args ->> 'versie')::bigint THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    bezwaar := rule.voorbereiding_bezwaar(c, v.opdracht, c.args -> 'args');
    IF bezwaar IS NOT NULL THEN
        RETURN rule.voorbereiding_weiger(c, bezwaar);
    END IF;
    gevraagd := v.status = 'ingestemd';
    UPDATE spr.voorbereiding x
    SET args = c.args -> 'args', status = 'opgesteld', versie = x.versie + 1, persoon = c.persoon,
        op = c.nu, ingestemd_door = NULL, ingestemd_op = NULL
    WHERE x.id = v.id RETURNING * INTO v;
    c := rule.voorbereiding_boek(c, v, 'voorbereiding.herzien');
    c := rule.geboekt(c, v.id, 'organisatie:' || v.organisatie);
    RETURN CASE WHEN gevraagd THEN rule.instemming_vragen(c, v) ELSE c END;
END $$;
COMMENT ON FUNCTION rule.voorbereiding_herzien(rule.opdracht) IS
    'voorbereiding.herzien: other words are no longer what was agreed to.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_instemmen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.voorbereiding := rule.voorbereiding_vind(c);
BEGIN
    IF v.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF v.status <> 'opgesteld' OR v.versie <> (c.args ->> 'versie')::bigint THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF v.persoon = c.persoon THEN
        RETURN rule.weiger(c, 'niet_toegestaan',
            'U schreef dit zelf. Vraag een andere vertegenwoordiger van uw organisatie om in te stemmen.',
            'You wrote this yourself. Ask another representative of your organisation to agree.');
    END IF;
    UPDATE spr.voorbereiding x
    SET status = 'ingestemd', ingestemd_door = c.persoon, ingestemd_op = c.nu
    WHERE x.id = v.id RETURNING * INTO v;
    c := rule.voorbereiding_boek(c, v, 'voorbereiding.ingestemd');
    RETURN rule.geboekt(c, v.id, 'organisatie:' || v.organisatie);
END $$;
COMMENT ON FUNCTION rule.voorbereiding_instemmen(rule.opdracht) IS
    'voorbereiding.instemmen: by somebody else than who wrote it, to the version that was read.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_sluiten(c rule.opdracht, v spr.voorbereiding,
    wordt text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    UPDATE spr.voorbereiding x
    SET status = wordt, afgesloten_door = c.persoon, afgesloten_op = c.nu
    WHERE x.id = v.id RETURNING * INTO v;
    RETURN rule.voorbereiding_boek(c, v, 'voorbereiding.' || wordt);
END $$;
COMMENT ON FUNCTION rule.voorbereiding_sluiten(rule.opdracht, spr.voorbereiding, text) IS
    'Close a voorbereiding, sent or taken back.';

CREATE OR REPLACE FUNCTION rule.voorbereiding_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.voorbereiding := rule.voorbereiding_vind(c);
BEGIN
    IF v.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF v.afgesloten_op IS NOT NULL THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    c := rule.voorbereiding_sluiten(c, v, 'ingetrokken');
    RETURN rule.geboekt(c, v.id, 'organisatie:' || v.organisatie);
END $$;
COMMENT ON FUNCTION rule.voorbereiding_intrekken(rule.opdracht) IS
    'voorbereiding.intrekken: by anybody of the organisation.';

CREATE OR REPLACE FUNCTION rule.tweede_weiger(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF rule.sprekers(c.organisatie, c.nu) > 1 THEN
        RETURN rule.weiger(c, 'tweede_instemming');
    END IF;
    RETURN rule.weiger(c, 'tweede_instemming',
        'Uw organisatie vraagt de instemming van een tweede vertegenwoordiger, en heeft er nu maar één. Laat een tweede aanwijzen, of laat een ondertekenaar de instelling uitzetten.',
        'Your organisation asks for the agreement of a second representative, and has only one now. Have a second appointed, or have a signatory turn the setting off.');
END $$;
COMMENT ON FUNCTION rule.tweede_weiger(rule.opdracht) IS
    'Refuse for want of an agreement, and say so to who is left alone with it.';

CREATE OR REPLACE FUNCTION rule.namens_toetsen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    v spr.voorbereiding;
BEGIN
    IF c.klaar OR NOT EXISTS (
        SELECT FROM rule.namens_opdracht o WHERE o.opdracht = c.doe) THEN
        RETURN c;
    ELSIF c.args ? 'voorbereiding' THEN
        v := rule.voorbereiding_vind(c);
        IF v.id IS NULL OR v.opdracht <> c.doe THEN
            RETURN rule.weiger(c, 'niet_gevonden');
        ELSIF v.afgesloten_op IS NOT NULL THEN
            RETURN rule.weiger(c, 'verkeerde_toestand');
        ELSIF v.args <> c.args - 'voorbereiding' THEN
            RETURN rule.weiger(c, 'voorbereiding_anders');
        END IF;
    END IF;
    -- What the secretaris records was said in the room; the party can correct it afterwards.
    IF NOT c.args ? 'voor' AND v.status IS DISTINCT FROM 'ingestemd'
       AND rule.vraagt_tweede(c.organisatie, c.doe, c.args) THEN
        RETURN rule.tweede_weiger(c);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.namens_toetsen(rule.opdracht) IS
    'Before a command that speaks for an organisation: it says what was prepared, and was agreed to where the organisation asks for that.';

CREATE OR REPLACE FUNCTION rule.namens_afronden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF c.klaar OR NOT c.args ? 'voorbereiding'
       OR NOT EXISTS (SELECT FROM rule.namens_opdracht o WHERE o.opdracht = c.doe) THEN
        RETURN c;
    END IF;
    RETURN rule.voorbereiding_sluiten(c, rule.voorbereiding_vind(c), 'verzonden');
END $$;
COMMENT ON FUNCTION rule.namens_afronden(rule.opdracht) IS
    'After such a command was carried out: what it was prepared as is sent.';

CREATE OR REPLACE FUNCTION rule.beeld(i spr.organisatie_instelling) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', i.organisatie::text,
        'tweedeInstemming', i.tweede_instemming, 'uitGevraagdDoor', i.uit_gevraagd_door::text,
        'persoon', i.persoon::text, 'op', rule.tijd(i.op)))
$$;
COMMENT ON FUNCTION rule.beeld(spr.organisatie_instelling) IS
    'How an organisation works inside, on the wire.';

CREATE OR REPLACE FUNCTION rule.instellen_weiger(c rule.opdracht, i spr.organisatie_instelling)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    aan boolean := (c.args ->> 'tweedeInstemming')::boolean;
BEGIN
    IF NOT aan AND i.uit_gevraagd_door = c.persoon AND rule.sprekers(c.organisatie, c.nu) > 1 THEN
        RETURN rule.weiger(c, 'tweede_instemming',
            'U vroeg al om dit uit te zetten. Een andere vertegenwoordiger van uw organisatie bevestigt het.',
            'You asked to turn this off already. Another representative of your organisation confirms it.');
    -- Who is the second need not be a signatory, as with everything that is agreed to.
    ELSIF (aan OR i.uit_gevraagd_door IS NULL OR i.uit_gevraagd_door = c.persoon)
          AND NOT EXISTS (SELECT FROM spr.vertegenwoordiging v
                          WHERE v.id = c.namens AND v.mag_ondertekenen)
          OR c.namens IS NULL THEN
        RETURN rule.weiger(c, 'niet_toegestaan',
            'Alleen een ondertekenaar van uw organisatie stelt dit in.',
            'Only a signatory of your organisation sets this.');
    ELSIF aan AND rule.sprekers(c.organisatie, c.nu) < 2 THEN
        RETURN rule.weiger(c, 'tweede_ontbreekt');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.instellen_weiger(rule.opdracht, spr.organisatie_instelling) IS
    'Refuse a setting that this person cannot make; else nothing.';

CREATE OR REPLACE FUNCTION rule.organisatie_instellen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    aan boolean := (c.args ->> 'tweedeInstemming')::boolean;
    i spr.organisatie_instelling;
    wacht boolean;
    stroom text := 'organisatie:' || c.organisatie;
BEGIN
    SELECT * INTO i FROM spr.organisatie_instelling x WHERE x.organisatie = c.organisatie;
    c := rule.instellen_weiger(c, i);
    IF c.klaar THEN
        RETURN c;
    END IF;
    -- One person alone does not undo that two must agree, unless there is no second one.
    wacht := NOT aan AND coalesce(i.tweede_instemming, false) AND i.uit_gevraagd_door IS NULL
        AND rule.sprekers(c.organisatie, c.nu) > 1;
    INSERT INTO spr.organisatie_instelling AS x (organisatie, tweede_instemming, persoon, op,
        uit_gevraagd_door)
    VALUES (c.organisatie, aan OR wacht, c.persoon, c.nu, CASE WHEN wacht THEN c.persoon END)
    ON CONFLICT ON CONSTRAINT organisatie_instelling_pkey DO UPDATE
    SET tweede_instemming = excluded.tweede_instemming, persoon = excluded.persoon,
        op = excluded.op, uit_gevraagd_door = excluded.uit_gevraagd_door
    RETURNING * INTO i;
    c := rule.boek(c, stroom, 'organisatie.ingesteld', stroom,
        jsonb_build_object('organisatieInstellingen', jsonb_build_array(rule.beeld(i))));
    RETURN rule.geboekt(c, c.organisatie, stroom);
END $$;
COMMENT ON FUNCTION rule.organisatie_instellen(rule.opdracht) IS
    'organisatie.instellen: by a signatory, for the own organisation; turned off by two.';
