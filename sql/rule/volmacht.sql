-- The volmacht: a voting party lets another vote for it. Invariant: given in writing by who may bind
-- the giver; one party holds one at most, so that at least half of the voices counted as present
-- were spoken by their own party; who holds one gives none and the other way round, so no chain.

CREATE OR REPLACE FUNCTION rule.beeld(v spr.volmacht) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', v.id::text, 'besluit', v.besluit::text,
        'gever', v.gever::text, 'gemachtigde', v.gemachtigde::text, 'status', v.status,
        'beeindigdDoor', v.beeindigd_door::text, 'beeindigdOp', rule.tijd(v.beeindigd_op))
        || rule.inbreng_beeld(v.persoon, v.via, v.spreker, v.gebeurd_om, v.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.volmacht) IS 'A volmacht on the wire.';

CREATE OR REPLACE FUNCTION rule.volmacht_boek(c rule.opdracht, v spr.volmacht, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'volmacht:' || v.id,
        jsonb_build_object('volmachten', jsonb_build_array(rule.beeld(v))));
END $$;
COMMENT ON FUNCTION rule.volmacht_boek(rule.opdracht, spr.volmacht, text) IS
    'Tell the tafel where a volmacht stands.';

CREATE OR REPLACE FUNCTION rule.volmacht_melden(c rule.opdracht, v spr.volmacht, aan bigint,
    soort text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.bericht_aan_tafel(c, ARRAY[aan], soort, 'besluit:' || v.besluit,
        (SELECT b.titel FROM spr.besluit b WHERE b.id = v.besluit));
END $$;
COMMENT ON FUNCTION rule.volmacht_melden(rule.opdracht, spr.volmacht, bigint, text) IS
    'Tell the other party of a volmacht.';

CREATE OR REPLACE FUNCTION rule.volmacht_geef_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    aan bigint := rule.getal(c.args ->> 'gemachtigde');
    kiezers bigint[] := rule.stemgerechtigden(c.tafel);
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT rule.mag_binden(c, i) OR rule.leidde(c, b, i)
          OR NOT i.organisatie = ANY (kiezers) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status NOT IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming') THEN
        RETURN 'verkeerde_toestand';
    ELSIF aan = i.organisatie OR i.via NOT IN ('platform', 'schriftelijk', 'papier') THEN
        -- Nobody lets another speak for a party by word of mouth.
        RETURN 'ongeldig';
    ELSIF NOT aan = ANY (kiezers) THEN
        RETURN 'geen_kiezer';
    ELSIF EXISTS (SELECT FROM spr.volmacht v WHERE v.besluit = b.id AND v.status = 'gegeven'
                  AND v.gever = i.organisatie) THEN
        RETURN 'bestaat_al';
    ELSIF EXISTS (SELECT FROM spr.volmacht v WHERE v.besluit = b.id AND v.status = 'gegeven'
                  AND (v.gemachtigde = i.organisatie OR v.gever = aan)) THEN
        RETURN 'volmacht_keten';
    ELSIF EXISTS (SELECT FROM spr.volmacht v WHERE v.besluit = b.id AND v.status = 'gegeven'
                  AND v.gemachtigde = aan) THEN
        RETURN 'volmacht_vol';
    ELSIF (SELECT count(*) FROM spr.volmacht v
           WHERE v.besluit = b.id AND v.gever = i.organisatie) >= 20 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.volmacht_geef_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why this volmacht cannot be given: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.volmacht_geven(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    v spr.volmacht;
    bezwaar text := rule.volmacht_geef_bezwaar(c, b, i);
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.volmacht (tafel, besluit, gever, gemachtigde, persoon, via, spreker,
        gebeurd_om, op)
    VALUES (c.tafel, b.id, i.organisatie, rule.getal(c.args ->> 'gemachtigde'), c.persoon, i.via,
        i.spreker, i.gebeurd_om, c.nu)
    RETURNING * INTO v;
    c := rule.volmacht_boek(c, v, 'volmacht.gegeven');
    c := rule.geboekt(c, v.id, 'tafel:' || c.tafel);
    c := rule.volmacht_melden(c, v, v.gemachtigde, 'volmacht_gegeven');
    RETURN rule.inbreng_melden(c, i, 'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.volmacht_geven(rule.opdracht) IS
    'volmacht.geven: by a voting party, for the stemmingen over one besluit.';

CREATE OR REPLACE FUNCTION rule.volmacht_intrek_bezwaar(c rule.opdracht, v spr.volmacht,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF v.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF i.organisatie IS DISTINCT FROM v.gever OR NOT rule.mag_binden(c, i) THEN
        RETURN 'niet_toegestaan';
    ELSIF v.status <> 'gegeven' OR NOT EXISTS (SELECT FROM spr.besluit b WHERE b.id = v.besluit
              AND b.status IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming'))
          -- What was said with it counts, until the giver says something else itself.
          OR EXISTS (SELECT FROM spr.stemming s JOIN spr.stem e ON e.stemming = s.id
              WHERE s.besluit = v.besluit AND s.status = 'open' AND e.organisatie = v.gever
                  AND e.via = 'volmacht') THEN
        RETURN 'verkeerde_toestand';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.volmacht_intrek_bezwaar(rule.opdracht, spr.volmacht, rule.inbreng) IS
    'Why this volmacht cannot be taken back: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.volmacht_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    i rule.inbreng := rule.inbreng(c);
    v spr.volmacht;
    bezwaar text;
BEGIN
    SELECT * INTO v FROM spr.volmacht x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'volmacht');
    bezwaar := rule.volmacht_intrek_bezwaar(c, v, i);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    UPDATE spr.volmacht x
    SET status = 'ingetrokken', beeindigd_door = c.persoon, beeindigd_op = c.nu
    WHERE x.id = v.id RETURNING * INTO v;
    c := rule.volmacht_boek(c, v, 'volmacht.ingetrokken');
    c := rule.geboekt(c, v.id, 'tafel:' || c.tafel);
    c := rule.volmacht_melden(c, v, v.gemachtigde, 'volmacht_vervallen');
    RETURN rule.inbreng_melden(c, i, 'besluit:' || v.besluit,
        (SELECT b.titel FROM spr.besluit b WHERE b.id = v.besluit));
END $$;
COMMENT ON FUNCTION rule.volmacht_intrekken(rule.opdracht) IS
    'volmacht.intrekken: by the giver, while nothing open was voted with it.';

CREATE OR REPLACE FUNCTION rule.volmachten_vervallen(c rule.opdracht, organisatie bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    v spr.volmacht;
BEGIN
    FOR v IN SELECT x.* FROM spr.volmacht x JOIN spr.besluit b ON b.id = x.besluit
        WHERE x.tafel = c.tafel AND x.status = 'gegeven' AND b.status <> 'uitkomst'
            AND volmachten_vervallen.organisatie IN (x.gever, x.gemachtigde) ORDER BY x.id LOOP
        UPDATE spr.volmacht x
        SET status = 'vervallen', beeindigd_door = c.persoon, beeindigd_op = c.nu
        WHERE x.id = v.id RETURNING * INTO v;
        c := rule.volmacht_boek(c, v, 'volmacht.vervallen');
        c := rule.volmacht_melden(c, v, CASE WHEN v.gever = volmachten_vervallen.organisatie
            THEN v.gemachtigde ELSE v.gever END, 'volmacht_vervallen');
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.volmachten_vervallen(rule.opdracht, bigint) IS
    'A party leaves: nobody votes for it any more, and it for nobody; what was cast stays.';

CREATE OR REPLACE FUNCTION rule.stem_inbreng(c rule.opdracht, s spr.stemming) RETURNS rule.inbreng
LANGUAGE plpgsql STABLE AS $$
DECLARE
    i rule.inbreng;
    voor jsonb := c.args -> 'voor';
    kiezers bigint[] := rule.stemgerechtigden(c.tafel);
BEGIN
    IF voor ->> 'via' IS DISTINCT FROM 'volmacht' THEN
        RETURN rule.inbreng(c);
    END IF;
    i.organisatie := rule.getal(voor ->> 'organisatie');
    i.via := 'volmacht';
    -- A party that suspended itself is silent, and speaks for nobody; nobody ends that silence.
    IF c.organisatie IS NULL OR NOT c.organisatie = ANY (kiezers) THEN
        i.bezwaar := 'niet_toegestaan';
    ELSIF voor ? 'spreker' OR voor ? 'gebeurdOm' THEN
        i.bezwaar := 'ongeldig';
    ELSIF NOT i.organisatie = ANY (kiezers)
          OR NOT EXISTS (SELECT FROM spr.volmacht v WHERE v.besluit = s.besluit
              AND v.status = 'gegeven' AND v.gever = i.organisatie
              AND v.gemachtigde = c.organisatie) THEN
        i.bezwaar := 'geen_volmacht';
    ELSIF NOT EXISTS (SELECT FROM spr.kiezer k WHERE k.stemming = s.id
                      AND k.organisatie = c.organisatie) THEN
        i.bezwaar := 'geen_kiezer';
    END IF;
    RETURN i;
END $$;
COMMENT ON FUNCTION rule.stem_inbreng(rule.opdracht, spr.stemming) IS
    'For whom this stem is cast: the own party, one recorded by the secretaris, or one by volmacht.';
