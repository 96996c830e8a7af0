-- The stemming over a besluit. Invariant: organisations vote, never persons, each once, the last
-- time counts; the electorate is a picture taken at the opening; closing and counting are one act.

CREATE OR REPLACE FUNCTION rule.beeld(s spr.stemming) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', s.id::text, 'besluit', s.besluit::text,
        'methode', s.methode, 'drempel', jsonb_build_object('teller', s.dt, 'noemer', s.dn),
        'strikt', s.strikt, 'quorum', jsonb_build_object('teller', s.qt, 'noemer', s.qn),
        'gewogen', s.gewogen, 'sectordekking', s.sectordekking, 'zichtbaar', s.zichtbaar,
        'koepelBevestigd', rule.lijst(to_jsonb(s.koepel_bevestigd)), 'status', s.status,
        'kiezers', (SELECT jsonb_agg(jsonb_build_object('organisatie', k.organisatie::text,
                        'zijde', k.zijde, 'gewicht', k.gewicht) ORDER BY k.organisatie)
                    FROM spr.kiezer k WHERE k.stemming = s.id),
        'geopendDoor', s.geopend_door::text, 'geopendOp', rule.tijd(s.geopend_op),
        'geslotenDoor', s.gesloten_door::text, 'geslotenOp', rule.tijd(s.gesloten_op),
        'reden', s.reden, 'uitslag', s.uitslag, 'bezwaren', rule.lijst(rule.ids(s.bezwaren)),
        'ongehoord', rule.lijst(rule.ids(s.ongehoord)), 'uitkomst', s.uitkomst));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.stemming) IS 'A stemming with its electorate on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(s spr.stem) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', s.id::text, 'stemming', s.stemming::text,
        'organisatie', s.organisatie::text, 'keuze', s.keuze, 'grond', s.grond,
        'verklaring', s.verklaring, 'gemachtigde', s.gemachtigde::text)
        || rule.inbreng_beeld(s.persoon, s.via, s.spreker, s.gebeurd_om, s.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.stem) IS 'A stem on the wire.';

CREATE OR REPLACE FUNCTION rule.stemming_vind(c rule.opdracht) RETURNS spr.stemming
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.stemming;
BEGIN
    SELECT * INTO s FROM spr.stemming x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'stemming');
    RETURN s;
END $$;
COMMENT ON FUNCTION rule.stemming_vind(rule.opdracht) IS 'The stemming a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.stemming_van(c rule.opdracht, b spr.besluit) RETURNS spr.stemming
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.stemming;
BEGIN
    s.methode := c.args ->> 'methode';
    s.strikt := coalesce((c.args ->> 'strikt')::boolean, s.methode <> 'gekwalificeerd');
    s.dt := coalesce((c.args #>> '{drempel,teller}')::bigint,
        CASE s.methode WHEN 'gekwalificeerd' THEN 2 ELSE 1 END);
    s.dn := coalesce((c.args #>> '{drempel,noemer}')::bigint,
        CASE s.methode WHEN 'gekwalificeerd' THEN 3 ELSE 2 END);
    s.qt := coalesce((c.args #>> '{quorum,teller}')::bigint,
        CASE s.methode WHEN 'peiling' THEN 0 ELSE 1 END);
    s.qn := coalesce((c.args #>> '{quorum,noemer}')::bigint,
        CASE s.methode WHEN 'peiling' THEN 1 ELSE 2 END);
    s.gewogen := coalesce((c.args ->> 'gewogen')::boolean, false);
    s.sectordekking := coalesce((c.args ->> 'sectordekking')::boolean, false);
    s.zichtbaar := coalesce(c.args ->> 'zichtbaar', 'direct');
    s.koepel_bevestigd := ARRAY(SELECT DISTINCT z
        FROM jsonb_array_elements_text(c.args -> 'koepelBevestigd') z ORDER BY z);
    s.tafel := c.tafel;
    s.besluit := b.id;
    RETURN s;
END $$;
COMMENT ON FUNCTION rule.stemming_van(rule.opdracht, spr.besluit) IS
    'How will be counted: what the command says, and the usual for the rest.';

CREATE OR REPLACE FUNCTION rule.stemming_bezwaar(c rule.opdracht, s spr.stemming) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    kiezers bigint[] := rule.stemgerechtigden(c.tafel);
BEGIN
    IF NOT (0 < s.dt AND s.dt <= s.dn AND (NOT s.strikt OR s.dt < s.dn) AND s.qt <= s.qn) THEN
        RETURN 'ongeldig';
    ELSIF cardinality(kiezers) = 0 THEN
        RETURN 'niemand_aan_tafel';
    ELSIF cardinality(kiezers) > 300
          OR (SELECT count(*) FROM spr.stemming x WHERE x.besluit = s.besluit) >= 20 THEN
        RETURN 'te_groot';
    ELSIF s.sectordekking AND NOT EXISTS (SELECT FROM spr.besluit b
        JOIN spr.gevolg g ON g.keuzevraag = b.keuzevraag WHERE b.id = s.besluit) THEN
        -- Which sectors are touched is known from the consequences that were asked.
        RETURN 'ongeldig';
    ELSIF s.methode = 'dubbele_meerderheid' AND (
        SELECT count(DISTINCT d.zijde) FILTER (WHERE d.zijde IN ('werknemers', 'werkgevers')) < 2
            OR bool_or(d.zijde NOT IN ('werknemers', 'werkgevers'))
        FROM spr.deelname d WHERE d.tafel = c.tafel AND d.organisatie = ANY (kiezers)) THEN
        RETURN 'zijde_ontbreekt';
    ELSIF EXISTS (
        WITH RECURSIVE boven AS (
            SELECT d.zijde, o.koepel FROM spr.deelname d JOIN spr.organisatie o ON o.id = d.organisatie
            WHERE d.tafel = c.tafel AND d.organisatie = ANY (kiezers)
            UNION
            SELECT v.zijde, o.koepel FROM boven v JOIN spr.organisatie o ON o.id = v.koepel)
        SELECT FROM boven v JOIN spr.deelname d
            ON d.tafel = c.tafel AND d.organisatie = v.koepel AND d.zijde = v.zijde
        WHERE d.organisatie = ANY (kiezers) AND NOT v.zijde = ANY (s.koepel_bevestigd)) THEN
        RETURN 'koepel_dubbel';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.stemming_bezwaar(rule.opdracht, spr.stemming) IS
    'Why these parties cannot vote in this way: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.stemming_boek(c rule.opdracht, s spr.stemming, b spr.besluit,
    soort text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stroom text := 'tafel:' || c.tafel;
    inhoud jsonb := jsonb_build_object('stemmingen', jsonb_build_array(rule.beeld(s)));
BEGIN
    IF b.id IS NOT NULL THEN
        inhoud := inhoud || jsonb_build_object('besluiten', jsonb_build_array(rule.beeld(b)));
    END IF;
    c := rule.boek(c, stroom, soort, 'stemming:' || s.id, inhoud);
    c := rule.geboekt(c, s.id, stroom);
    UPDATE spr.stemming x SET seq = rule.plaats(c, stroom) WHERE x.id = s.id;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.stemming_boek(rule.opdracht, spr.stemming, spr.besluit, text) IS
    'Tell the tafel where a stemming stands, and its besluit with it.';

CREATE OR REPLACE FUNCTION rule.stemming_weer(c rule.opdracht, s spr.stemming)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.antwoord(c, jsonb_build_object('id', s.id::text, 'stroom', 'tafel:' || c.tafel,
        'seq', s.seq));
END $$;
COMMENT ON FUNCTION rule.stemming_weer(rule.opdracht, spr.stemming) IS
    'The reply to somebody who asks for what was just done: the same as the first got.';

CREATE OR REPLACE FUNCTION rule.stemming_openen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    s spr.stemming := rule.stemming_van(c, b);
    bezwaar text := rule.stemming_bezwaar(c, s);
    poort record := rule.besluit_poort(b);
    wijze record := rule.stemwijze_bezwaar(c, s, b);
    wijziging record := rule.amendementen_open(b);
    loopt spr.stemming;
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status = 'stemming' THEN
        SELECT * INTO loopt FROM spr.stemming x WHERE x.besluit = b.id AND x.status = 'open';
        RETURN rule.stemming_weer(c, loopt);
    ELSIF b.status <> 'conclusie_voorgelegd' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF poort.nl IS NOT NULL AND s.methode <> 'peiling' THEN
        RETURN rule.weiger(c, 'poort_dicht', poort.nl, poort.en);
    ELSIF wijze.nl IS NOT NULL THEN
        RETURN rule.weiger(c, 'ongeldig', wijze.nl, wijze.en);
    ELSIF wijziging.nl IS NOT NULL THEN
        RETURN rule.weiger(c, 'poort_dicht', wijziging.nl, wijziging.en);
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    UPDATE spr.besluit x SET status = 'stemming' WHERE x.id = b.id RETURNING * INTO b;
    INSERT INTO spr.stemming (tafel, besluit, methode, dt, dn, strikt, qt, qn, gewogen,
        sectordekking, zichtbaar, koepel_bevestigd, geopend_door, geopend_op)
    VALUES (s.tafel, s.besluit, s.methode, s.dt, s.dn, s.strikt, s.qt, s.qn, s.gewogen,
        s.sectordekking, s.zichtbaar, s.koepel_bevestigd, c.persoon, c.nu)
    RETURNING * INTO s;
    INSERT INTO spr.kiezer (stemming, organisatie, zijde, gewicht)
    SELECT s.id, d.organisatie, d.zijde, d.gewicht FROM spr.deelname d
    WHERE d.tafel = c.tafel AND d.organisatie = ANY (rule.stemgerechtigden(c.tafel));
    c := rule.stemming_boek(c, s, b, 'stemming.geopend');
    RETURN rule.bericht_aan_tafel(c, rule.stemgerechtigden(c.tafel), 'stemming_geopend',
        'stemming:' || s.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.stemming_openen(rule.opdracht) IS
    'stemming.openen: the electorate and the way of counting are fixed; opening twice is once.';

CREATE OR REPLACE FUNCTION rule.stem_bezwaar(c rule.opdracht, i rule.inbreng, s spr.stemming)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    tekst text := rule.schoon(c.args ->> 'verklaring');
    zelf rule.inbreng := i;
BEGIN
    IF i.via = 'volmacht' THEN
        -- Who votes for another must be able to bind the own party.
        zelf.via := 'platform';
    END IF;
    IF s.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT EXISTS (SELECT FROM spr.kiezer k
                      WHERE k.stemming = s.id AND k.organisatie = i.organisatie) THEN
        RETURN 'geen_kiezer';
    ELSIF NOT rule.mag_binden(c, zelf) OR s.geopend_door = c.persoon
          OR EXISTS (SELECT FROM spr.zetel z WHERE z.tafel = c.tafel AND z.persoon = c.persoon
                     AND z.leest_tot IS NULL AND 'voorzitter' = ANY (z.rollen)) THEN
        -- In one decision nobody is voorzitter and ondertekenaar.
        RETURN 'niet_toegestaan';
    ELSIF s.status <> 'open' THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.stem x WHERE x.stemming = s.id
          AND x.organisatie = i.organisatie AND (x.via = 'platform'
              -- Nobody speaks by volmacht over what the party was recorded to say.
              OR (i.via = 'volmacht' AND x.via <> 'volmacht'))) THEN
        RETURN 'partij_sprak_zelf';
    ELSIF (c.args ->> 'keuze' = 'neemt_niet_deel') <> (c.args ? 'grond')
          OR (tekst IS NOT NULL AND NOT rule.is_regel(tekst)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.stem_bezwaar(rule.opdracht, rule.inbreng, spr.stemming) IS
    'Why this stem cannot be cast: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.stem_uitbrengen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stemming := rule.stemming_vind(c);
    i rule.inbreng := rule.stem_inbreng(c, s);
    e spr.stem;
    bezwaar text := rule.stem_bezwaar(c, i, s);
    anders record := rule.consent_bezwaar(c, s, i.organisatie);
    hand bigint := CASE i.via WHEN 'volmacht' THEN c.organisatie END;
    -- Until the close a hidden stem is read by the party that cast it.
    stroom text := CASE s.zichtbaar WHEN 'direct' THEN 'tafel:' || c.tafel
                   ELSE 'organisatie:' || coalesce(hand, i.organisatie) END;
    titel text;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF anders.nl IS NOT NULL THEN
        RETURN rule.weiger(c, 'ongeldig', anders.nl, anders.en);
    END IF;
    INSERT INTO spr.stem AS x (stemming, organisatie, keuze, grond, verklaring, persoon, via,
        spreker, gebeurd_om, op, gemachtigde)
    VALUES (s.id, i.organisatie, c.args ->> 'keuze', c.args ->> 'grond',
        rule.schoon(c.args ->> 'verklaring'), c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu,
        hand)
    ON CONFLICT ON CONSTRAINT stem_stemming_organisatie_key DO UPDATE
    SET keuze = excluded.keuze, grond = excluded.grond, verklaring = excluded.verklaring,
        persoon = excluded.persoon, via = excluded.via, spreker = excluded.spreker,
        gebeurd_om = excluded.gebeurd_om, op = excluded.op, gemachtigde = excluded.gemachtigde
    RETURNING * INTO e;
    c := rule.boek(c, stroom, 'stem.uitgebracht', 'stem:' || e.id,
        jsonb_build_object('stemmen', jsonb_build_array(rule.beeld(e))));
    c := rule.geboekt(c, e.id, stroom);
    titel := (SELECT b.titel FROM spr.besluit b WHERE b.id = s.besluit);
    IF i.via = 'volmacht' THEN
        RETURN rule.bericht_aan_tafel(c, ARRAY[i.organisatie], 'volmacht_gebruikt',
            'stemming:' || s.id, titel);
    END IF;
    RETURN rule.inbreng_melden(c, i, 'stem:' || e.id, titel);
END $$;
COMMENT ON FUNCTION rule.stem_uitbrengen(rule.opdracht) IS
    'stem.uitbrengen: told to the tafel at once, or until the close only to the own organisation.';

CREATE OR REPLACE FUNCTION rule.stemming_tellen(s spr.stemming, tegen bigint[] DEFAULT '{}')
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_agg(jsonb_build_object('groep', t.groep, 'kiezers', t.e,
                'aanwezig', t.aanwezig, 'voor', t.f, 'tegen', t.t, 'onthouding', t.o,
                'neemtNietDeel', t.n)
            || CASE s.methode WHEN 'peiling' THEN '{}' ELSE jsonb_build_object(
                'quorum', rule.quorum_gehaald(t.aanwezig, t.e, s.qt, s.qn),
                'gehaald', CASE s.methode
                    -- A voice against, which members may give later, is an objection too.
                    WHEN 'consent' THEN s.bezwaren = '{}' AND t.t = 0
                    ELSE rule.drempel_gehaald(CASE WHEN s.gewogen THEN t.fw ELSE t.f END,
                        CASE WHEN s.gewogen THEN t.tw ELSE t.t END, s.dt, s.dn, s.strikt) END)
              END
            || CASE WHEN s.gewogen THEN jsonb_build_object('gewichtVoor', t.fw::text,
                'gewichtTegen', t.tw::text) ELSE '{}' END
            ORDER BY t.groep DESC)
        FROM (
            SELECT CASE WHEN s.methode = 'dubbele_meerderheid' THEN k.zijde ELSE 'allen' END AS groep,
                count(*) AS e, count(v.keuze) AS aanwezig,
                count(*) FILTER (WHERE v.keuze = 'voor') AS f,
                count(*) FILTER (WHERE v.keuze = 'tegen') AS t,
                count(*) FILTER (WHERE v.keuze = 'onthouding') AS o,
                count(*) FILTER (WHERE v.keuze = 'neemt_niet_deel') AS n,
                coalesce(sum(k.gewicht) FILTER (WHERE v.keuze = 'voor'), 0) AS fw,
                coalesce(sum(k.gewicht) FILTER (WHERE v.keuze = 'tegen'), 0) AS tw
            FROM spr.kiezer k
            LEFT JOIN spr.stem e ON e.stemming = k.stemming AND e.organisatie = k.organisatie,
                LATERAL (SELECT CASE WHEN k.organisatie = ANY (tegen) THEN 'tegen'
                                     ELSE e.keuze END AS keuze) v
            WHERE k.stemming = s.id GROUP BY 1) t);
END $$;
COMMENT ON FUNCTION rule.stemming_tellen(spr.stemming, bigint[]) IS
    'The count per side, or of all together; as if the parties named had voted against.';

CREATE OR REPLACE FUNCTION rule.ongehoorde_sectoren(b spr.besluit) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT g.sector FROM spr.gevolg g WHERE g.keuzevraag = b.keuzevraag
            AND (b.optie IS NULL OR g.optie = b.optie)
        GROUP BY g.sector
        HAVING NOT bool_or(g.status NOT IN ('gevraagd', 'te_herbevestigen', 'niet_beantwoord')
            OR g.gepasseerd_op IS NOT NULL)
        ORDER BY g.sector);
END $$;
COMMENT ON FUNCTION rule.ongehoorde_sectoren(spr.besluit) IS
    'Touched sectors of which nobody was heard and that nobody passed by name.';

CREATE OR REPLACE FUNCTION rule.stemming_sluiten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stemming := rule.stemming_vind(c);
    b spr.besluit;
    e spr.stem;
    telling jsonb;
    stil bigint[] := '{}';
    poort record;
BEGIN
    IF s.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF s.status = 'gesloten' THEN
        RETURN rule.stemming_weer(c, s);
    ELSIF s.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF EXISTS (SELECT FROM spr.stem x WHERE x.stemming = s.id AND x.persoon = c.persoon
                  AND x.via IN ('platform', 'volmacht'))
          OR EXISTS (SELECT FROM spr.volmacht v WHERE v.besluit = s.besluit
                     AND v.persoon = c.persoon AND v.via = 'platform' AND v.status = 'gegeven') THEN
        -- In one decision nobody is voorzitter and ondertekenaar.
        RETURN rule.weiger(c, 'niet_toegestaan');
    END IF;
    SELECT * INTO b FROM spr.besluit x WHERE x.id = s.besluit;
    IF s.methode = 'consent' THEN
        s.bezwaren := rule.staande_bezwaren(b);
    END IF;
    telling := rule.stemming_tellen(s);
    IF s.sectordekking THEN
        stil := rule.ongehoorde_sectoren(b);
    END IF;
    UPDATE spr.stemming x
    SET status = 'gesloten', gesloten_door = c.persoon, gesloten_op = c.nu, uitslag = telling,
        ongehoord = stil, bezwaren = s.bezwaren, uitkomst = CASE WHEN s.methode <> 'peiling'
            THEN rule.stemming_uitkomst(telling, cardinality(stil) = 0) END
    WHERE x.id = s.id RETURNING * INTO s;
    IF s.zichtbaar = 'na_sluiting' THEN
        FOR e IN SELECT * FROM spr.stem x WHERE x.stemming = s.id ORDER BY x.id LOOP
            c := rule.boek(c, 'tafel:' || c.tafel, 'stem.uitgebracht', 'stem:' || e.id,
                jsonb_build_object('stemmen', jsonb_build_array(rule.beeld(e))));
        END LOOP;
    END IF;
    IF s.methode = 'peiling' THEN
        RETURN rule.peiling_sluiten(c, s, b);
    END IF;
    c := rule.stemming_boek(c, s, NULL, 'stemming.gesloten');
    -- While votes were cast a side may have left, or another besluit settled the question.
    poort := rule.besluit_poort(b);
    IF s.uitkomst = 'aangenomen' AND poort.nl IS NOT NULL THEN
        RETURN rule.besluit_uitkomst(c, b, 'niet_tot_stand_gekomen', poort.nl, c.persoon, NULL);
    END IF;
    RETURN rule.besluit_uitkomst(c, b, s.uitkomst, NULL, c.persoon, NULL);
END $$;
COMMENT ON FUNCTION rule.stemming_sluiten(rule.opdracht) IS
    'stemming.sluiten: close, count and conclude in one act; closing twice is once.';

CREATE OR REPLACE FUNCTION rule.stemming_stoppen(c rule.opdracht, s spr.stemming, waarom text,
    door bigint, uitkomst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit;
BEGIN
    UPDATE spr.stemming x
    SET status = 'afgebroken', gesloten_door = door, gesloten_op = c.nu, reden = waarom
    WHERE x.id = s.id RETURNING * INTO s;
    UPDATE spr.besluit x
    SET status = CASE WHEN stemming_stoppen.uitkomst IS NULL THEN 'conclusie_voorgelegd'
                      ELSE 'uitkomst' END,
        termijn = rule.termijn_hervat(x.termijn, s, c.nu),
        uitkomst = stemming_stoppen.uitkomst,
        uitkomst_reden = CASE WHEN stemming_stoppen.uitkomst IS NOT NULL THEN waarom END,
        uitkomst_op = CASE WHEN stemming_stoppen.uitkomst IS NOT NULL THEN c.nu END,
        bijeenkomst = CASE WHEN stemming_stoppen.uitkomst IS NOT NULL
                      THEN rule.bijeenkomst_nu(c.tafel) END
    WHERE x.id = s.besluit RETURNING * INTO b;
    RETURN rule.stemming_boek(c, s, b, 'stemming.afgebroken');
END $$;
COMMENT ON FUNCTION rule.stemming_stoppen(rule.opdracht, spr.stemming, text, bigint, text) IS
    'Break off a stemming; its besluit lies before the tafel again, or has an outcome.';

CREATE OR REPLACE FUNCTION rule.stemming_afbreken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stemming := rule.stemming_vind(c);
    waarom text := rule.schoon(c.args ->> 'reden');
BEGIN
    IF s.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF s.status <> 'open' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    RETURN rule.stemming_stoppen(c, s, waarom, c.persoon, NULL);
END $$;
COMMENT ON FUNCTION rule.stemming_afbreken(rule.opdracht) IS
    'stemming.afbreken: no stem counts; votes that were hidden stay hidden.';

CREATE OR REPLACE FUNCTION rule.zijde_verlaten(c rule.opdracht, zijde text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stemming;
    b spr.besluit;
    waarom constant text := 'Een zijde heeft geen partijen meer aan tafel.';
BEGIN
    IF EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel AND d.rol = 'stemhebbend'
               AND d.zijde = zijde_verlaten.zijde AND d.status IN ('toegetreden', 'opgeschort'))
       OR zijde NOT IN ('werknemers', 'werkgevers') THEN
        RETURN c;
    END IF;
    FOR s IN SELECT x.* FROM spr.stemming x JOIN spr.besluit y ON y.id = x.besluit
        WHERE x.tafel = c.tafel AND x.status = 'open'
            AND (x.methode = 'dubbele_meerderheid' OR y.soort = 'afspraak') ORDER BY x.id LOOP
        c := rule.stemming_stoppen(c, s, waarom, NULL, 'niet_tot_stand_gekomen');
    END LOOP;
    FOR b IN SELECT * FROM spr.besluit x WHERE x.tafel = c.tafel
        AND x.status IN ('conclusie_voorgelegd', 'onder_voorbehoud')
        AND (x.soort = 'afspraak' OR (x.status = 'onder_voorbehoud' AND EXISTS (
            SELECT FROM spr.stemming y WHERE y.besluit = x.id AND y.gesloten_op = x.uitkomst_op
                AND y.methode = 'dubbele_meerderheid'))) ORDER BY x.id LOOP
        c := rule.besluit_uitkomst(c, b, 'niet_tot_stand_gekomen', waarom, NULL, NULL);
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.zijde_verlaten(rule.opdracht, text) IS
    'When the last party of a side has left, what needs both sides comes to nothing.';
