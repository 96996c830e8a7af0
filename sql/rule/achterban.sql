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
    ELSIF NOT i.organisatie = ANY (rule.stemgerechtigden(c.tafel)) THEN
        -- The table waits only for a voice that counts.
        RETURN 'niet_toegestaan';
    -- Who was not heard of before the outcome is not waited for after it.
    ELSIF b.status NOT IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming')
          OR EXISTS (SELECT FROM spr.achterban a WHERE a.besluit = b.id
              AND a.organisatie = i.organisatie AND a.uitkomst IS NOT NULL
              -- Of another text members are asked again.
              AND NOT rule.tekst_veranderd(b.id, a.antwoord_op)) THEN
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
        uitkomst = NULL, toelichting = NULL, gehouden_op = NULL, antwoord_op = NULL,
        persoon = excluded.persoon, via = excluded.via, spreker = excluded.spreker,
        gebeurd_om = excluded.gebeurd_om, op = excluded.op
    RETURNING * INTO a;
    RETURN rule.achterban_boek(c, i, a, 'achterban.gemeld');
END $$;
COMMENT ON FUNCTION rule.achterban_melden(rule.opdracht) IS
    'achterban.melden: before the outcome; once more moves the term.';

CREATE OR REPLACE FUNCTION rule.gewacht_op(b spr.besluit, moment timestamptz)
RETURNS SETOF spr.achterban
LANGUAGE sql STABLE AS $$
    -- Who let its own term pass before the outcome is not waited for, and neither is who left.
    SELECT a.* FROM spr.achterban a
    JOIN spr.deelname d ON d.tafel = a.tafel AND d.organisatie = a.organisatie
    WHERE a.besluit = b.id AND a.uitkomst IS NULL AND a.termijn > moment
        AND d.status IN ('toegetreden', 'opgeschort') AND d.rol = 'stemhebbend'
$$;
COMMENT ON FUNCTION rule.gewacht_op(spr.besluit, timestamptz) IS
    'Members who have yet to answer, of parties at the tafel whose term ran at this moment.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_tot(b spr.besluit, nu timestamptz) RETURNS timestamptz
LANGUAGE sql STABLE AS $$
    SELECT max(g.termijn) FROM rule.gewacht_op(b, nu) g
$$;
COMMENT ON FUNCTION rule.voorbehoud_tot(spr.besluit, timestamptz) IS
    'Until when members may still answer; NULL when none are waited for.';

CREATE OR REPLACE FUNCTION rule.afgewezen_door(b spr.besluit, s spr.stemming) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- What members said before the outcome their party knew when it spoke. A voice counts that
    -- counted then, also of a party that is silent or gone now: its positions stay.
    RETURN ARRAY(SELECT a.organisatie FROM spr.achterban a
        WHERE a.besluit = b.id AND a.uitkomst = 'afwijzing' AND a.antwoord_op > b.uitkomst_op
            AND CASE WHEN s.id IS NULL THEN EXISTS (SELECT FROM spr.deelname d
                    WHERE d.tafel = a.tafel AND d.organisatie = a.organisatie
                        AND d.rol = 'stemhebbend')
                ELSE EXISTS (SELECT FROM spr.kiezer k
                    WHERE k.stemming = s.id AND k.organisatie = a.organisatie) END
        ORDER BY a.organisatie);
END $$;
COMMENT ON FUNCTION rule.afgewezen_door(spr.besluit, spr.stemming) IS
    'Parties whose members rejected the besluit since it was adopted under reservation.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_aanhouden(b spr.besluit, reden text, nu timestamptz)
RETURNS spr.besluit
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    UPDATE spr.besluit x
    SET status = 'geagendeerd', uitkomst = 'aangehouden', tot = NULL, uitkomst_door = NULL,
        uitkomst_reden = reden, uitkomst_op = nu, gebeurd_om = NULL, bijeenkomst = NULL,
        hertelling = NULL
    WHERE x.id = b.id AND x.status = 'onder_voorbehoud' AND (x.tot <= nu OR x.tot = b.tot)
    RETURNING * INTO b;
    RETURN CASE WHEN FOUND THEN b END;
END $$;
COMMENT ON FUNCTION rule.voorbehoud_aanhouden(spr.besluit, text, timestamptz) IS
    'What cannot be decided under reservation comes back on the agenda; NULL when it changed meanwhile.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_verworpen(c rule.opdracht, b spr.besluit,
    s spr.stemming, tegen bigint[]) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    telling jsonb;
    wordt text;
BEGIN
    IF s.id IS NULL THEN
        -- The voorzitter concludes only what no voting party wants to vote on.
        UPDATE spr.besluit x
        SET status = 'conclusie_voorgelegd', uitkomst = NULL, uitkomst_reden = NULL, tot = NULL,
            uitkomst_door = NULL, uitkomst_op = NULL, gebeurd_om = NULL, bijeenkomst = NULL,
            stemming_gevraagd = x.stemming_gevraagd || ARRAY(SELECT t FROM unnest(tegen) t
                WHERE NOT t = ANY (x.stemming_gevraagd))
        WHERE x.id = b.id RETURNING * INTO b;
        RETURN rule.besluit_boek(c, b, 'besluit.stemming-gevraagd');
    END IF;
    telling := rule.stemming_tellen(s, tegen);
    wordt := rule.stemming_uitkomst(telling, cardinality(s.ongehoord) = 0);
    UPDATE spr.besluit x SET hertelling = telling WHERE x.id = b.id RETURNING * INTO b;
    RETURN CASE WHEN wordt = 'aangenomen' THEN rule.voorbehoud_aannemen(c, b)
                ELSE rule.besluit_uitkomst(c, b, wordt, NULL, NULL, NULL) END;
END $$;
COMMENT ON FUNCTION rule.voorbehoud_verworpen(rule.opdracht, spr.besluit, spr.stemming, bigint[]) IS
    'Members of these parties rejected: a vote is counted again, a conclusion becomes a vote.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_aannemen(c rule.opdracht, b spr.besluit)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    poort record := rule.besluit_poort(b);
BEGIN
    IF poort.nl IS NULL THEN
        RETURN rule.besluit_uitkomst(c, b, 'aangenomen', NULL, NULL, NULL);
    ELSIF EXISTS (SELECT FROM spr.keuzevraag k WHERE k.id = b.keuzevraag
                  AND k.status IN ('besloten', 'ingetrokken')) THEN
        -- While it waited, another besluit settled the question.
        RETURN rule.besluit_uitkomst(c, b, 'niet_tot_stand_gekomen', poort.nl, NULL, NULL);
    END IF;
    -- A gate that is shut now may open again: a party that suspended itself comes back.
    b := rule.voorbehoud_aanhouden(b, poort.nl, c.nu);
    RETURN rule.besluit_boek(c, b, 'besluit.aangehouden');
END $$;
COMMENT ON FUNCTION rule.voorbehoud_aannemen(rule.opdracht, spr.besluit) IS
    'All members agree: adopted, if its gates are open.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_zwijgen() RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT 'Nog niet elke achterban antwoordde binnen de termijn.'
$$;
COMMENT ON FUNCTION rule.voorbehoud_zwijgen() IS
    'Why a besluit is held over whose members were silent; silence is no answer.';

CREATE OR REPLACE FUNCTION rule.voorbehoud_bijwerken(c rule.opdracht, organisatie bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit;
    s spr.stemming;
    wacht timestamptz;
    tegen bigint[];
BEGIN
    FOR b IN SELECT x.* FROM spr.besluit x JOIN spr.achterban a ON a.besluit = x.id
             WHERE x.tafel = c.tafel AND x.status = 'onder_voorbehoud' AND x.tot > c.nu
                 AND a.organisatie = voorbehoud_bijwerken.organisatie ORDER BY x.id LOOP
        SELECT max(g.termijn) INTO wacht FROM rule.gewacht_op(b, b.uitkomst_op) g;
        -- The vote this outcome came from, if it did.
        SELECT * INTO s FROM spr.stemming x
        WHERE x.besluit = b.id AND x.status = 'gesloten' AND x.gesloten_op = b.uitkomst_op
            AND x.methode <> 'peiling';
        tegen := rule.afgewezen_door(b, s);
        IF wacht > c.nu THEN
            IF wacht <> b.tot THEN
                UPDATE spr.besluit x SET tot = wacht WHERE x.id = b.id RETURNING * INTO b;
                c := rule.besluit_boek(c, b, 'besluit.uitkomst');
            END IF;
        ELSIF wacht IS NOT NULL THEN
            b := rule.voorbehoud_aanhouden(b, rule.voorbehoud_zwijgen(), c.nu);
            c := rule.besluit_boek(c, b, 'besluit.aangehouden');
        ELSIF cardinality(tegen) > 0 THEN
            c := rule.voorbehoud_verworpen(c, b, s, tegen);
        ELSE
            c := rule.voorbehoud_aannemen(c, b);
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
    b spr.besluit;
    uitleg text := rule.schoon(c.args ->> 'toelichting');
    gehouden timestamptz := rule.moment(c.args ->> 'gehoudenOp');
BEGIN
    SELECT * INTO b FROM spr.besluit x WHERE x.id = a.besluit;
    IF a.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF i.organisatie IS DISTINCT FROM a.organisatie OR NOT rule.mag_binden(c, i)
          OR rule.leidde(c, b, i) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status NOT IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming', 'onder_voorbehoud')
          -- What was known, or no longer waited for, at the outcome is not changed after it.
          OR (b.status = 'onder_voorbehoud'
              AND coalesce(a.antwoord_op, a.termijn) <= b.uitkomst_op) THEN
        RETURN 'verkeerde_toestand';
    ELSIF b.status = 'onder_voorbehoud' AND b.tot <= c.nu THEN
        RETURN 'termijn_voorbij';
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
        -- Seen before its tafel was locked: members may have answered meanwhile.
        b := rule.voorbehoud_aanhouden(b, rule.voorbehoud_zwijgen(), nu);
        CONTINUE WHEN b.id IS NULL;
        RETURN QUERY SELECT * FROM rule.boek_klok(b.tafel, 'besluit.aangehouden',
            'besluit:' || b.id, jsonb_build_object('besluiten', jsonb_build_array(rule.beeld(b))),
            nu);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_voorbehoud(timestamptz) IS
    'A besluit that members did not answer in time is held over.';

INSERT INTO rule.tik (naam, rang) VALUES ('voorbehoud', 35)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;
