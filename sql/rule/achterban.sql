-- Members who are asked. Invariant: a besluit that was adopted while members had yet to answer waits
-- for them under reservation; an answer is given, never assumed, and a rejection takes the place of
-- the voice of its party, after which the same rule decides again.

CREATE OR REPLACE FUNCTION rule.beeld(a spr.achterban) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', a.id::text, 'besluit', a.besluit::text,
        'organisatie', a.organisatie::text, 'orgaan', a.orgaan, 'strekking', a.strekking,
        'termijn', rule.tijd(a.termijn), 'uitkomst', a.uitkomst, 'toelichting', a.toelichting,
        'gehoudenOp', rule.tijd(a.gehouden_op), 'antwoordOp', rule.tijd(a.antwoord_op))
        || rule.inbreng_beeld(a.persoon, a.via, a.spreker, a.gebeurd_om, a.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.achterban) IS 'A consultation of members on the wire.';

CREATE OR REPLACE FUNCTION rule.achterban_boek(c rule.opdracht, i rule.inbreng, a spr.achterban,
    soort text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stroom text := 'tafel:' || c.tafel;
BEGIN
    c := rule.boek(c, stroom, soort, 'achterban:' || a.id,
        jsonb_build_object('achterbannen', jsonb_build_array(rule.beeld(a))));
    c := rule.geboekt(c, a.id, stroom);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || a.besluit, a.orgaan);
END $$;
COMMENT ON FUNCTION rule.achterban_boek(rule.opdracht, rule.inbreng, spr.achterban, text) IS
    'Tell the tafel of members that are asked, or answered.';

CREATE OR REPLACE FUNCTION rule.achterban_meld_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT EXISTS (SELECT FROM rule.meesprekers(c.tafel) d
                      WHERE d.organisatie = i.organisatie) THEN
        RETURN 'niet_toegestaan';
    -- Who was not heard of before the outcome is not waited for after it.
    ELSIF b.status NOT IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming')
          OR EXISTS (SELECT FROM spr.achterban a WHERE a.besluit = b.id
              AND a.organisatie = i.organisatie AND a.uitkomst IS NOT NULL) THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.achterban a WHERE a.besluit = b.id
          AND a.organisatie = i.organisatie AND a.via = 'platform') THEN
        RETURN 'partij_sprak_zelf';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'orgaan'))
          OR NOT rule.termijn_geldig(rule.moment(c.args ->> 'termijn'), c.nu, '1 year') THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.achterban_meld_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why members cannot be said to be asked: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.achterban_melden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    a spr.achterban;
    bezwaar text := rule.achterban_meld_bezwaar(c, b, i);
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.achterban AS x (tafel, besluit, organisatie, orgaan, strekking, termijn,
        persoon, via, spreker, gebeurd_om, op)
    VALUES (c.tafel, b.id, i.organisatie, rule.schoon(c.args ->> 'orgaan'),
        c.args ->> 'strekking', rule.moment(c.args ->> 'termijn'), c.persoon, i.via, i.spreker,
        i.gebeurd_om, c.nu)
    ON CONFLICT ON CONSTRAINT achterban_besluit_organisatie_key DO UPDATE
    SET orgaan = excluded.orgaan, strekking = excluded.strekking, termijn = excluded.termijn,
        persoon = excluded.persoon, via = excluded.via, spreker = excluded.spreker,
        gebeurd_om = excluded.gebeurd_om, op = excluded.op
    RETURNING * INTO a;
    RETURN rule.achterban_boek(c, i, a, 'achterban.gemeld');
END $$;
COMMENT ON FUNCTION rule.achterban_melden(rule.opdracht) IS
    'achterban.melden: before the outcome; once more moves the term.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_tot(b spr.besluit, nu timestamptz) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- Who let its own term pass is not waited for, and neither is who left.
    RETURN (SELECT max(a.termijn) FROM spr.achterban a
            JOIN spr.deelname d ON d.tafel = a.tafel AND d.organisatie = a.organisatie
            WHERE a.besluit = b.id AND a.uitkomst IS NULL AND a.termijn > nu
                AND d.status IN ('toegetreden', 'opgeschort'));
END $$;
COMMENT ON FUNCTION rule.voorbehoud_tot(spr.besluit, timestamptz) IS
    'Until when members of parties at the tafel have yet to answer; NULL when none have.';

CREATE OR REPLACE FUNCTION rule.afgewezen_door(b spr.besluit) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- What members said before the outcome their party knew when it spoke.
    RETURN ARRAY(SELECT a.organisatie FROM spr.achterban a
        WHERE a.besluit = b.id AND a.uitkomst = 'afwijzing' AND a.antwoord_op > b.uitkomst_op
        ORDER BY a.organisatie);
END $$;
COMMENT ON FUNCTION rule.afgewezen_door(spr.besluit) IS
    'Parties whose members rejected the besluit since it was adopted under reservation.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_afwegen(c rule.opdracht, b spr.besluit)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stemming;
    tegen bigint[] := rule.afgewezen_door(b);
    telling jsonb;
    poort record;
BEGIN
    SELECT * INTO s FROM spr.stemming x WHERE x.besluit = b.id AND x.status = 'gesloten'
    ORDER BY x.id DESC LIMIT 1;
    tegen := ARRAY(SELECT t FROM unnest(tegen) t WHERE CASE WHEN s.id IS NULL
        THEN t = ANY (rule.stemgerechtigden(b.tafel))
        ELSE EXISTS (SELECT FROM spr.kiezer k WHERE k.stemming = s.id AND k.organisatie = t) END);
    IF cardinality(tegen) > 0 AND s.id IS NULL THEN
        -- The voorzitter concludes only what no voting party wants to vote on.
        UPDATE spr.besluit x
        SET status = 'conclusie_voorgelegd', uitkomst = NULL, uitkomst_reden = NULL, tot = NULL,
            uitkomst_door = NULL, uitkomst_op = NULL, gebeurd_om = NULL, bijeenkomst = NULL,
            stemming_gevraagd = x.stemming_gevraagd || ARRAY(SELECT t FROM unnest(tegen) t
                WHERE NOT t = ANY (x.stemming_gevraagd))
        WHERE x.id = b.id RETURNING * INTO b;
        RETURN rule.besluit_boek(c, b, 'besluit.stemming-gevraagd');
    ELSIF cardinality(tegen) > 0 THEN
        telling := rule.stemming_tellen(s, tegen);
        UPDATE spr.besluit x SET hertelling = telling WHERE x.id = b.id RETURNING * INTO b;
        IF rule.stemming_uitkomst(telling, cardinality(s.ongehoord) = 0) <> 'aangenomen' THEN
            RETURN rule.besluit_uitkomst(c, b,
                rule.stemming_uitkomst(telling, cardinality(s.ongehoord) = 0), NULL, NULL, NULL);
        END IF;
    END IF;
    -- While it waited a side may have left, or another besluit settled the question.
    poort := rule.besluit_poort(b);
    RETURN rule.besluit_uitkomst(c, b, CASE WHEN poort.nl IS NULL THEN 'aangenomen'
        ELSE 'niet_tot_stand_gekomen' END, poort.nl, NULL, b.gebeurd_om);
END $$;
COMMENT ON FUNCTION rule.voorbehoud_afwegen(rule.opdracht, spr.besluit) IS
    'All members have answered: decide again, with a rejection in the place of a voice.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_bijwerken(c rule.opdracht, organisatie bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit;
    wacht timestamptz;
BEGIN
    FOR b IN SELECT x.* FROM spr.besluit x JOIN spr.achterban a ON a.besluit = x.id
             WHERE x.tafel = c.tafel AND x.status = 'onder_voorbehoud'
                 AND a.organisatie = voorbehoud_bijwerken.organisatie ORDER BY x.id LOOP
        wacht := rule.voorbehoud_tot(b, c.nu);
        IF wacht IS NULL THEN
            c := rule.voorbehoud_afwegen(c, b);
        ELSIF wacht <> b.tot THEN
            UPDATE spr.besluit x SET tot = wacht WHERE x.id = b.id RETURNING * INTO b;
            c := rule.besluit_boek(c, b, 'besluit.uitkomst');
        END IF;
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.voorbehoud_bijwerken(rule.opdracht, bigint) IS
    'The members of this party answered, or it left: see which besluiten wait no longer.';

CREATE OR REPLACE FUNCTION rule.achterban_antwoord_bezwaar(c rule.opdracht, a spr.achterban,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    uitleg text := rule.schoon(c.args ->> 'toelichting');
    gehouden timestamptz := rule.moment(c.args ->> 'gehoudenOp');
BEGIN
    IF a.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF i.organisatie IS DISTINCT FROM a.organisatie OR NOT rule.mag_binden(c, i) THEN
        RETURN 'niet_toegestaan';
    ELSIF NOT EXISTS (SELECT FROM spr.besluit b WHERE b.id = a.besluit AND b.status IN
              ('geagendeerd', 'conclusie_voorgelegd', 'stemming', 'onder_voorbehoud')) THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND a.uitkomst IS NOT NULL AND a.via = 'platform' THEN
        RETURN 'partij_sprak_zelf';
    ELSIF (uitleg IS NOT NULL AND NOT rule.is_regel(uitleg))
          OR (c.args ? 'gehoudenOp' AND NOT coalesce(gehouden <= c.nu
              AND gehouden > c.nu - interval '1 year', false)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.achterban_antwoord_bezwaar(rule.opdracht, spr.achterban, rule.inbreng) IS
    'Why members cannot be said to have answered: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.achterban_beantwoorden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    a spr.achterban;
    i rule.inbreng := rule.inbreng(c);
    bezwaar text;
BEGIN
    SELECT * INTO a FROM spr.achterban x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'achterban');
    bezwaar := rule.achterban_antwoord_bezwaar(c, a, i);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    UPDATE spr.achterban x
    SET uitkomst = c.args ->> 'uitkomst', toelichting = rule.schoon(c.args ->> 'toelichting'),
        gehouden_op = rule.moment(c.args ->> 'gehoudenOp'), antwoord_op = c.nu,
        persoon = c.persoon, via = i.via, spreker = i.spreker, gebeurd_om = i.gebeurd_om,
        op = c.nu
    WHERE x.id = a.id RETURNING * INTO a;
    c := rule.achterban_boek(c, i, a, 'achterban.beantwoord');
    RETURN rule.voorbehoud_bijwerken(c, a.organisatie);
END $$;
COMMENT ON FUNCTION rule.achterban_beantwoorden(rule.opdracht) IS
    'achterban.beantwoorden: by who may bind the party; what waits only for this is decided now.';

CREATE OR REPLACE FUNCTION rule.tik_voorbehoud(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit;
BEGIN
    -- A tafel that is busy comes a second later.
    FOR b IN
        SELECT x.* FROM spr.besluit x JOIN spr.tafel t ON t.id = x.tafel
        WHERE x.status = 'onder_voorbehoud' AND x.tot <= tik_voorbehoud.nu
            AND t.status IN ('open', 'opgeschort')
        ORDER BY x.tafel, x.id LIMIT 50 FOR NO KEY UPDATE OF t SKIP LOCKED
    LOOP
        UPDATE spr.besluit x
        SET status = 'geagendeerd', uitkomst = 'aangehouden', tot = NULL, uitkomst_door = NULL,
            uitkomst_reden = 'Nog niet elke achterban antwoordde binnen de termijn.',
            uitkomst_op = tik_voorbehoud.nu, gebeurd_om = NULL, bijeenkomst = NULL
        WHERE x.id = b.id RETURNING * INTO b;
        RETURN NEXT rule.log_schrijf('tafel:' || b.tafel, 'besluit.aangehouden',
            'besluit:' || b.id, '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}',
            jsonb_build_object('besluiten', jsonb_build_array(rule.beeld(b)))::text, nu, NULL, NULL);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_voorbehoud(timestamptz) IS
    'A besluit that members did not answer in time is held over.';

INSERT INTO rule.tik (naam, rang) VALUES ('voorbehoud', 35)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;
