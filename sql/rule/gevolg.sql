-- Gevolgen: what an option means, asked per sector and side of the parties that sit there.
-- Invariant: a cell is answered by a party of that sector and side, or passed by name; the state of
-- a cell follows from the answers in it.

CREATE OR REPLACE FUNCTION rule.beeld(g spr.gevolg) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', g.id::text,
        'keuzevraag', g.keuzevraag::text, 'optie', g.optie::text, 'sector', g.sector::text,
        'zijde', g.zijde, 'status', g.status, 'tekstVersie', nullif(g.tekst_versie, 1),
        'passering', CASE WHEN g.gepasseerd_op IS NOT NULL THEN jsonb_build_object(
            'door', g.gepasseerd_door::text, 'reden', g.gepasseerd_reden,
            'op', rule.tijd(g.gepasseerd_op)) END));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.gevolg) IS 'A gevolg on the wire; its answers stand beside it.';

CREATE OR REPLACE FUNCTION rule.beeld(a spr.gevolg_antwoord) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', a.id::text, 'gevolg', a.gevolg::text,
        'organisatie', a.organisatie::text, 'verwacht', a.verwacht, 'tekst', a.tekst,
        'effect', a.effect, 'tekstVersie', nullif(a.tekst_versie, 1),
        'bevestiging', rule.bevestiging_beeld(a.bevestigd_door, a.bevestigd_via,
            a.bevestigd_spreker, a.bevestigd_gebeurd_om, a.bevestigd_op))
        || rule.inbreng_beeld(a.persoon, a.via, a.spreker, a.gebeurd_om, a.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.gevolg_antwoord) IS 'An answer of an organisation on the wire.';

CREATE OR REPLACE FUNCTION rule.meesprekers(tafel bigint) RETURNS SETOF spr.deelname
LANGUAGE sql STABLE AS $$
    SELECT * FROM spr.deelname d WHERE d.tafel = meesprekers.tafel
        AND d.status = 'toegetreden' AND d.rol <> 'toehorend'
$$;
COMMENT ON FUNCTION rule.meesprekers(bigint) IS
    'Parties that have a word at a tafel now: joined, and not only listening.';

CREATE OR REPLACE FUNCTION rule.gevolg_partijen(g spr.gevolg) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN ARRAY(SELECT d.organisatie FROM rule.meesprekers(g.tafel) d
        WHERE d.zijde = g.zijde AND g.sector = ANY (d.sectoren) ORDER BY d.organisatie);
END $$;
COMMENT ON FUNCTION rule.gevolg_partijen(spr.gevolg) IS 'The parties that a cell is asked of.';

CREATE OR REPLACE FUNCTION rule.gevolg_stand(g spr.gevolg) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    soorten int;
    zwijgen int;
    aantal int;
BEGIN
    SELECT count(*), count(DISTINCT (a.verwacht, a.effect)) INTO aantal, soorten
    FROM spr.gevolg_antwoord a WHERE a.gevolg = g.id AND a.tekst_versie >= g.tekst_versie;
    SELECT count(*) INTO zwijgen FROM unnest(rule.gevolg_partijen(g)) o
    WHERE NOT EXISTS (
        SELECT FROM spr.gevolg_antwoord a WHERE a.gevolg = g.id AND a.organisatie = o
            AND a.tekst_versie >= g.tekst_versie);
    RETURN CASE WHEN soorten > 1 THEN 'verschil_van_inzicht'
                WHEN aantal > 1 AND zwijgen = 0 THEN 'afgestemd'
                ELSE 'opgetekend' END;
END $$;
COMMENT ON FUNCTION rule.gevolg_stand(spr.gevolg) IS
    'State of a cell that has an answer: one answer, all the same answer, or different ones.';

CREATE OR REPLACE FUNCTION rule.gevolgen_maken(k spr.keuzevraag) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- Of doing nothing the consequence was told with the question.
    INSERT INTO spr.gevolg (tafel, keuzevraag, optie, sector, zijde)
    SELECT k.tafel, k.id, o.id, p.sector, p.zijde
    FROM spr.optie o, (
        SELECT DISTINCT s AS sector, d.zijde FROM rule.meesprekers(k.tafel) d, unnest(d.sectoren) s) p
    WHERE o.keuzevraag = k.id AND o.nummer > 0
    ORDER BY o.nummer, p.sector, p.zijde;
END $$;
COMMENT ON FUNCTION rule.gevolgen_maken(spr.keuzevraag) IS
    'A cell for each option and each sector and side at the tafel.';

CREATE OR REPLACE FUNCTION rule.gevolgen_boek(c rule.opdracht, k spr.keuzevraag)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    optie bigint;
    cellen jsonb;
BEGIN
    -- Per option: all together need not fit in one frame.
    FOR optie, cellen IN
        SELECT g.optie, jsonb_agg(rule.beeld(g) ORDER BY g.id) FROM spr.gevolg g
        WHERE g.keuzevraag = k.id GROUP BY g.optie ORDER BY g.optie
    LOOP
        c := rule.boek(c, 'tafel:' || c.tafel, 'gevolg.gevraagd', 'optie:' || optie,
            jsonb_build_object('gevolgen', cellen));
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.gevolgen_boek(rule.opdracht, spr.keuzevraag) IS 'Tell which cells are asked.';

CREATE OR REPLACE FUNCTION rule.termijn_geldig(tot timestamptz, nu timestamptz,
    hoogstens interval DEFAULT '2 years') RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT coalesce(tot > nu AND tot <= nu + hoogstens, false)
$$;
COMMENT ON FUNCTION rule.termijn_geldig(timestamptz, timestamptz, interval) IS
    'A term ends later than now, and not too far away.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_gevolgen_vragen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    voor timestamptz := rule.moment(c.args ->> 'voor');
    partijen bigint[] := ARRAY(SELECT d.organisatie FROM rule.meesprekers(c.tafel) d
        WHERE cardinality(d.sectoren) > 0 ORDER BY d.organisatie);
BEGIN
    IF k.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF k.status <> 'ingebracht' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.termijn_geldig(voor, c.nu) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Kies een moment dat nog komt, binnen twee jaar.',
            'Choose a moment still to come, within two years.');
    ELSIF cardinality(partijen) = 0 THEN
        RETURN rule.weiger(c, 'niemand_aan_tafel');
    ELSIF (SELECT count(DISTINCT (s, d.zijde)) FROM rule.meesprekers(c.tafel) d,
               unnest(d.sectoren) s) > 200 THEN
        RETURN rule.weiger(c, 'te_groot',
            'Gevolgen worden gevraagd voor hoogstens 200 combinaties van sector en zijde.',
            'Consequences are asked for 200 combinations of sector and side at most.');
    END IF;
    UPDATE spr.keuzevraag x
    SET status = 'gevolgen_gevraagd', gevolgen_voor = voor, termijn_loopt = true
    WHERE x.id = k.id RETURNING * INTO k;
    PERFORM rule.gevolgen_maken(k);
    c := rule.keuzevraag_boek(c, k, 'keuzevraag.gevolgen-gevraagd');
    c := rule.geboekt(c, k.id, 'tafel:' || c.tafel);
    c := rule.gevolgen_boek(c, k);
    RETURN rule.bericht_aan_tafel(c, partijen, 'gevolgen_gevraagd', 'keuzevraag:' || k.id, k.vraag);
END $$;
COMMENT ON FUNCTION rule.keuzevraag_gevolgen_vragen(rule.opdracht) IS
    'keuzevraag.gevolgen-vragen: one question per option, sector and side, before a moment.';

CREATE OR REPLACE FUNCTION rule.gevolg_antwoord_bezwaar(c rule.opdracht, i rule.inbreng,
    a jsonb) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    g spr.gevolg;
    tekst text := rule.schoon(a ->> 'tekst');
BEGIN
    SELECT * INTO g FROM spr.gevolg x WHERE x.tafel = c.tafel AND x.id = rule.getal(a ->> 'gevolg');
    IF NOT FOUND THEN
        RETURN 'niet_gevonden';
    ELSIF NOT i.organisatie = ANY (rule.gevolg_partijen(g)) THEN
        RETURN 'niet_toegestaan';
    ELSIF (SELECT k.status FROM spr.keuzevraag k WHERE k.id = g.keuzevraag)
              NOT IN ('gevolgen_gevraagd', 'besluitrijp')
          OR g.gepasseerd_op IS NOT NULL THEN
        RETURN 'verkeerde_toestand';
    ELSIF i.via <> 'platform' AND EXISTS (SELECT FROM spr.gevolg_antwoord x WHERE x.gevolg = g.id
          AND x.organisatie = i.organisatie AND x.via = 'platform'
          AND x.tekst_versie >= g.tekst_versie) THEN
        RETURN 'partij_sprak_zelf';
    ELSIF (tekst IS NULL AND (a ->> 'verwacht')::boolean)
          OR (tekst IS NOT NULL AND NOT rule.is_regel(tekst)) THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.gevolg_antwoord_bezwaar(rule.opdracht, rule.inbreng, jsonb) IS
    'Why this answer cannot be given: a code, or NULL. An answer after the term is late, not lost.';

CREATE OR REPLACE FUNCTION rule.gevolg_boeken(c rule.opdracht, g spr.gevolg,
    a spr.gevolg_antwoord, soort text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- From no answer to different answers goes by way of the first.
    IF g.status IN ('gevraagd', 'te_herbevestigen', 'niet_beantwoord') THEN
        UPDATE spr.gevolg x SET status = 'opgetekend' WHERE x.id = g.id;
    END IF;
    UPDATE spr.gevolg x SET status = rule.gevolg_stand(g) WHERE x.id = g.id RETURNING * INTO g;
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'gevolg:' || g.id,
        jsonb_build_object('gevolgen', jsonb_build_array(rule.beeld(g)),
            'gevolgAntwoorden', jsonb_build_array(rule.beeld(a))));
END $$;
COMMENT ON FUNCTION rule.gevolg_boeken(rule.opdracht, spr.gevolg, spr.gevolg_antwoord, text) IS
    'The state of a cell follows from this answer; the tafel is told.';

CREATE OR REPLACE FUNCTION rule.gevolg_optekenen(c rule.opdracht, i rule.inbreng, ant jsonb)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    g spr.gevolg;
    a spr.gevolg_antwoord;
BEGIN
    SELECT * INTO g FROM spr.gevolg x WHERE x.id = rule.getal(ant ->> 'gevolg');
    INSERT INTO spr.gevolg_antwoord AS x (gevolg, organisatie, verwacht, tekst, effect, persoon,
        via, spreker, gebeurd_om, op, tekst_versie)
    VALUES (g.id, i.organisatie, (ant ->> 'verwacht')::boolean,
        rule.schoon(ant ->> 'tekst'), ant ->> 'effect', c.persoon, i.via, i.spreker, i.gebeurd_om,
        c.nu, g.tekst_versie)
    ON CONFLICT ON CONSTRAINT gevolg_antwoord_gevolg_organisatie_key DO UPDATE
    SET verwacht = excluded.verwacht, tekst = excluded.tekst, effect = excluded.effect,
        persoon = excluded.persoon, via = excluded.via, spreker = excluded.spreker,
        gebeurd_om = excluded.gebeurd_om, op = excluded.op, tekst_versie = excluded.tekst_versie,
        bevestigd_door = NULL, bevestigd_via = NULL, bevestigd_spreker = NULL,
        bevestigd_gebeurd_om = NULL, bevestigd_op = NULL
    RETURNING * INTO a;
    RETURN rule.gevolg_boeken(c, g, a, 'gevolg.opgetekend');
END $$;
COMMENT ON FUNCTION rule.gevolg_optekenen(rule.opdracht, rule.inbreng, jsonb) IS
    'Keep one answer and tell the tafel.';

CREATE OR REPLACE FUNCTION rule.gevolg_geven(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    i rule.inbreng := rule.inbreng(c);
    a jsonb;
    bezwaar text := i.bezwaar;
    eerste bigint := rule.getal(c.args #>> '{antwoorden,0,gevolg}');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    FOR a IN SELECT * FROM jsonb_array_elements(c.args -> 'antwoorden') LOOP
        EXIT WHEN bezwaar IS NOT NULL;
        bezwaar := rule.gevolg_antwoord_bezwaar(c, i, a);
    END LOOP;
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF (SELECT count(*) <> count(DISTINCT x ->> 'gevolg')
           FROM jsonb_array_elements(c.args -> 'antwoorden') x) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Geef per gevolg een antwoord.',
            'Give one answer for each consequence.');
    END IF;
    FOR a IN SELECT * FROM jsonb_array_elements(c.args -> 'antwoorden') LOOP
        c := rule.gevolg_optekenen(c, i, a);
    END LOOP;
    c := rule.geboekt(c, eerste, stroom);
    RETURN rule.inbreng_melden(c, i, 'gevolg:' || eerste, (
        SELECT k.vraag FROM spr.gevolg g JOIN spr.keuzevraag k ON k.id = g.keuzevraag
        WHERE g.id = eerste));
END $$;
COMMENT ON FUNCTION rule.gevolg_geven(rule.opdracht) IS
    'gevolg.geven: all of the list or nothing of it.';

CREATE OR REPLACE FUNCTION rule.gevolg_passeren(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    g spr.gevolg;
    k spr.keuzevraag;
    waarom text := rule.schoon(c.args ->> 'reden');
BEGIN
    SELECT * INTO g FROM spr.gevolg x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'gevolg');
    SELECT * INTO k FROM spr.keuzevraag x WHERE x.id = g.keuzevraag;
    IF g.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF g.status NOT IN ('gevraagd', 'te_herbevestigen', 'niet_beantwoord') OR g.gepasseerd_op IS NOT NULL
          OR k.status NOT IN ('gevolgen_gevraagd', 'besluitrijp') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF c.nu < k.gevolgen_voor THEN
        RETURN rule.weiger(c, 'termijn_loopt', 'De partijen kunnen nog antwoorden. Ga zonder antwoord verder na de termijn.',
            'The parties can still answer. Go on without an answer after the term.');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.gevolg x SET status = 'niet_beantwoord', gepasseerd_door = c.persoon,
        gepasseerd_reden = waarom, gepasseerd_op = c.nu
    WHERE x.id = g.id RETURNING * INTO g;
    c := rule.boek(c, 'tafel:' || c.tafel, 'gevolg.gepasseerd', 'gevolg:' || g.id,
        jsonb_build_object('gevolgen', jsonb_build_array(rule.beeld(g))));
    RETURN rule.geboekt(c, g.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.gevolg_passeren(rule.opdracht) IS
    'gevolg.passeren: after the term, by name and with a reason.';

CREATE OR REPLACE FUNCTION rule.tik_gevolgen(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag;
    optie bigint;
    cellen jsonb;
BEGIN
    -- A tafel that is busy comes a second later.
    FOR k IN
        SELECT x.* FROM spr.keuzevraag x JOIN spr.tafel t ON t.id = x.tafel
        WHERE x.termijn_loopt AND x.gevolgen_voor <= tik_gevolgen.nu
            AND t.status IN ('open', 'opgeschort')
        ORDER BY x.tafel, x.id LIMIT 50 FOR NO KEY UPDATE OF t SKIP LOCKED
    LOOP
        -- Seen before its tafel was locked: it may have been withdrawn meanwhile.
        UPDATE spr.keuzevraag x SET termijn_loopt = false WHERE x.id = k.id AND x.termijn_loopt;
        CONTINUE WHEN NOT FOUND;
        FOR optie, cellen IN
            WITH verlopen AS (
                UPDATE spr.gevolg g SET status = 'niet_beantwoord'
                WHERE g.keuzevraag = k.id AND g.status IN ('gevraagd', 'te_herbevestigen') RETURNING g AS rij)
            SELECT (v.rij).optie, jsonb_agg(rule.beeld(v.rij) ORDER BY (v.rij).id)
            FROM verlopen v GROUP BY 1 ORDER BY 1
        LOOP
            RETURN NEXT rule.log_schrijf('tafel:' || k.tafel, 'gevolg.verlopen', 'optie:' || optie,
                '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}',
                jsonb_build_object('gevolgen', cellen)::text, nu, NULL, NULL);
        END LOOP;
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_gevolgen(timestamptz) IS
    'Cells without an answer when the term is over.';

INSERT INTO rule.tik (naam, rang) VALUES ('gevolgen', 30)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;
