-- Amendementen: another text for a besluit that lies before the tafel. Invariant: nobody withdraws
-- what another party still carries; while one is open its besluit gets no outcome and no vote; when
-- the text changes, who said something about the former one can say it again.

CREATE OR REPLACE FUNCTION rule.beeld(m spr.amendement) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', m.id::text, 'besluit', m.besluit::text,
        'organisatie', m.organisatie::text, 'indiener', m.indiener::text, 'basis', m.basis,
        'basisTekst', m.basis_tekst, 'tekst', m.tekst, 'toelichting', m.toelichting,
        'status', m.status,
        'mede', (SELECT jsonb_agg(jsonb_build_object('organisatie', i.organisatie::text)
                     || rule.inbreng_beeld(i.persoon, i.via, i.spreker, i.gebeurd_om, i.op)
                     ORDER BY i.op, i.id)
                 FROM spr.mede_indiener i WHERE i.amendement = m.id AND i.terug_op IS NULL),
        'afdoening', CASE WHEN m.afgedaan_op IS NOT NULL THEN
            rule.inbreng_beeld(m.afgedaan_door, m.afgedaan_via, m.afgedaan_spreker,
                m.afgedaan_gebeurd_om, m.afgedaan_op)
            || jsonb_build_object('reden', m.reden) END)
        || rule.inbreng_beeld(m.persoon, m.via, m.spreker, m.gebeurd_om, m.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.amendement) IS
    'An amendement on the wire, with the text it was made against and who joined it.';

CREATE OR REPLACE FUNCTION rule.amendement_vind(c rule.opdracht) RETURNS spr.amendement
LANGUAGE plpgsql STABLE AS $$
DECLARE
    m spr.amendement;
BEGIN
    SELECT * INTO m FROM spr.amendement x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'amendement');
    RETURN m;
END $$;
COMMENT ON FUNCTION rule.amendement_vind(rule.opdracht) IS
    'The amendement a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.amendement_boek(c rule.opdracht, m spr.amendement, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'amendement:' || m.id,
        jsonb_build_object('amendementen', jsonb_build_array(rule.beeld(m))));
END $$;
COMMENT ON FUNCTION rule.amendement_boek(rule.opdracht, spr.amendement, text) IS
    'Tell the tafel where an amendement stands.';

CREATE OR REPLACE FUNCTION rule.amendement_dragers(m spr.amendement) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN m.organisatie || ARRAY(SELECT i.organisatie FROM spr.mede_indiener i
        WHERE i.amendement = m.id AND i.terug_op IS NULL ORDER BY i.op, i.id);
END $$;
COMMENT ON FUNCTION rule.amendement_dragers(spr.amendement) IS
    'The parties that carry an amendement, the first one first.';

CREATE OR REPLACE FUNCTION rule.spreekt_mee(tafel bigint, organisatie bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM rule.meesprekers(spreekt_mee.tafel) d
                   WHERE d.organisatie = spreekt_mee.organisatie);
END $$;
COMMENT ON FUNCTION rule.spreekt_mee(bigint, bigint) IS 'This party has a word at this tafel now.';

CREATE OR REPLACE FUNCTION rule.amendementen_melden(c rule.opdracht, m spr.amendement,
    titel text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    wie bigint;
BEGIN
    -- Who leads the tafel disposes of it; who has a word may join it. Each person is told once.
    FOR wie IN
        SELECT DISTINCT z.persoon FROM spr.zetel z
        LEFT JOIN rule.meesprekers(c.tafel) d ON d.id = z.deelname
        WHERE z.tafel = c.tafel AND z.leest_tot IS NULL
            AND (z.rollen && '{voorzitter,secretaris}' OR d.organisatie <> m.organisatie)
            AND rule.mag_stroom(z.persoon, NULL, 'tafel:' || c.tafel, 'lezen', c.nu)
        ORDER BY z.persoon
    LOOP
        c := rule.bericht_sturen(c, wie, 'amendement_ingediend', 'besluit:' || m.besluit,
            left(titel, 200));
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.amendementen_melden(rule.opdracht, spr.amendement, text) IS
    'Tell who leads the tafel and the other parties of an amendement.';

CREATE OR REPLACE FUNCTION rule.amendement_indien_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    wordt text := rule.schoon(c.args ->> 'tekst');
    uitleg text := rule.schoon(c.args ->> 'toelichting');
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT rule.spreekt_mee(c.tafel, i.organisatie) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status <> 'conclusie_voorgelegd' THEN
        RETURN 'verkeerde_toestand';
    ELSIF b.termijn <= c.nu THEN
        RETURN 'termijn_voorbij';
    ELSIF (c.args ->> 'versie')::int <> b.versie THEN
        RETURN 'verouderd';
    ELSIF NOT rule.is_regel(wordt) OR wordt = b.tekst
          OR (uitleg IS NOT NULL AND NOT rule.is_regel(uitleg)) THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) >= 100 OR count(*) FILTER (WHERE m.indiener = i.organisatie) >= 10
           FROM spr.amendement m WHERE m.besluit = b.id) THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.amendement_indien_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why this amendement cannot be put: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.amendement_indienen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    m spr.amendement;
    bezwaar text := rule.amendement_indien_bezwaar(c, b, i);
BEGIN
    IF bezwaar = 'te_groot' THEN
        RETURN rule.weiger(c, bezwaar,
            'Een partij dient bij een besluit hoogstens 10 amendementen in, en de tafel samen 100.',
            'A party puts 10 amendments to a decision at most, and the table 100 together.');
    ELSIF bezwaar = 'ongeldig' AND rule.schoon(c.args ->> 'tekst') = b.tekst THEN
        RETURN rule.weiger(c, bezwaar, 'Uw tekst is gelijk aan de tekst die voorligt. Verander wat u anders wilt.',
            'Your text is the same as the one before the table. Change what you want different.');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.amendement (tafel, besluit, organisatie, indiener, basis, basis_tekst, tekst,
        toelichting, persoon, via, spreker, gebeurd_om, op)
    VALUES (c.tafel, b.id, i.organisatie, i.organisatie, b.versie, b.tekst,
        rule.schoon(c.args ->> 'tekst'), rule.schoon(c.args ->> 'toelichting'), c.persoon, i.via,
        i.spreker, i.gebeurd_om, c.nu)
    RETURNING * INTO m;
    c := rule.amendement_boek(c, m, 'amendement.ingediend');
    c := rule.geboekt(c, m.id, 'tafel:' || c.tafel);
    c := rule.amendementen_melden(c, m, b.titel);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || m.besluit, b.titel);
END $$;
COMMENT ON FUNCTION rule.amendement_indienen(rule.opdracht) IS
    'amendement.indienen: the whole text as it would become, made against the version that lies there.';

CREATE OR REPLACE FUNCTION rule.amendement_mede_indienen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    m spr.amendement := rule.amendement_vind(c);
    i rule.inbreng := rule.inbreng(c);
    dragers bigint[] := rule.amendement_dragers(m);
BEGIN
    IF m.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, i.bezwaar);
    ELSIF NOT rule.spreekt_mee(c.tafel, i.organisatie) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF m.status <> 'open' OR i.organisatie = ANY (dragers) THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF cardinality(dragers) > 40 THEN
        RETURN rule.weiger(c, 'te_groot', 'Een amendement heeft hoogstens 40 mede-indieners.',
            'An amendment has 40 co-submitters at most.');
    END IF;
    INSERT INTO spr.mede_indiener (amendement, organisatie, persoon, via, spreker, gebeurd_om, op)
    VALUES (m.id, i.organisatie, c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu)
    ON CONFLICT ON CONSTRAINT mede_indiener_amendement_organisatie_key DO UPDATE
    SET persoon = excluded.persoon, via = excluded.via, spreker = excluded.spreker,
        gebeurd_om = excluded.gebeurd_om, op = excluded.op, terug_op = NULL;
    c := rule.amendement_boek(c, m, 'amendement.mede-ingediend');
    c := rule.geboekt(c, m.id, 'tafel:' || c.tafel);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || m.besluit, m.tekst);
END $$;
COMMENT ON FUNCTION rule.amendement_mede_indienen(rule.opdracht) IS
    'amendement.mede-indienen: any other party that has a word.';

CREATE OR REPLACE FUNCTION rule.amendement_eindigen(c rule.opdracht, m spr.amendement,
    wordt text, i rule.inbreng, waarom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    UPDATE spr.amendement x
    SET status = wordt, afgedaan_door = c.persoon, afgedaan_via = i.via,
        afgedaan_spreker = i.spreker, afgedaan_gebeurd_om = i.gebeurd_om, afgedaan_op = c.nu,
        reden = waarom
    WHERE x.id = m.id RETURNING * INTO m;
    RETURN rule.amendement_boek(c, m, 'amendement.afgedaan');
END $$;
COMMENT ON FUNCTION rule.amendement_eindigen(rule.opdracht, spr.amendement, text, rule.inbreng,
    text) IS 'An amendement gets its last state; the tafel is told.';

CREATE OR REPLACE FUNCTION rule.amendement_loslaten(c rule.opdracht, m spr.amendement,
    wie bigint, wordt text, i rule.inbreng, waarom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    volgende bigint := (rule.amendement_dragers(m))[2];
BEGIN
    IF wie = m.organisatie AND volgende IS NULL THEN
        RETURN rule.amendement_eindigen(c, m, wordt, i, waarom);
    END IF;
    -- As long as one party carries it, it goes on.
    UPDATE spr.mede_indiener x SET terug_op = c.nu
    WHERE x.amendement = m.id AND x.terug_op IS NULL
        AND x.organisatie = CASE WHEN wie = m.organisatie THEN volgende ELSE wie END;
    UPDATE spr.amendement x SET organisatie = volgende
    WHERE x.id = m.id AND x.organisatie = wie;
    SELECT * INTO m FROM spr.amendement x WHERE x.id = m.id;
    c := rule.amendement_boek(c, m, 'amendement.teruggetrokken');
    IF m.organisatie = volgende THEN
        c := rule.bericht_aan_tafel(c, ARRAY[volgende], 'amendement_eerste', 'besluit:' || m.besluit,
            m.tekst);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.amendement_loslaten(rule.opdracht, spr.amendement, bigint, text,
    rule.inbreng, text) IS
    'A party steps back: the next one carries it on, and without any it ends.';

CREATE OR REPLACE FUNCTION rule.amendement_terugtrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    m spr.amendement := rule.amendement_vind(c);
    i rule.inbreng := rule.inbreng(c);
    waarom text := rule.schoon(c.args ->> 'reden');
BEGIN
    IF m.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, i.bezwaar);
    ELSIF NOT i.organisatie = ANY (rule.amendement_dragers(m))
          OR NOT rule.spreekt_mee(c.tafel, i.organisatie) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF m.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF waarom IS NOT NULL AND NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    c := rule.amendement_loslaten(c, m, i.organisatie, 'ingetrokken', i, waarom);
    c := rule.geboekt(c, m.id, 'tafel:' || c.tafel);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || m.besluit, m.tekst);
END $$;
COMMENT ON FUNCTION rule.amendement_terugtrekken(rule.opdracht) IS
    'amendement.terugtrekken: for the own party; what others carry on they keep.';

CREATE OR REPLACE FUNCTION rule.amendementen_verlaten(c rule.opdracht, wie bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    m spr.amendement;
    i rule.inbreng;
BEGIN
    i.via := 'platform';
    FOR m IN SELECT * FROM spr.amendement x WHERE x.tafel = c.tafel AND x.status = 'open'
        AND wie = ANY (rule.amendement_dragers(x)) ORDER BY x.id LOOP
        c := rule.amendement_loslaten(c, m, wie, 'vervallen', i, 'De organisatie trad uit.');
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.amendementen_verlaten(rule.opdracht, bigint) IS
    'A party leaves the tafel: what nobody carries on lapses.';
