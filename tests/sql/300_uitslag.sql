-- Counting votes: the vectors of the majority rule, then random electorates against a second
-- reckoning in fractions of numeric, written apart from the rule.
BEGIN;
SELECT * FROM no_plan();

-- name, kiezers, voor, tegen, onthouding, neemt niet deel, dt, dn, strikt, qt, qn, quorum, gehaald
CREATE TEMP TABLE vector (naam text, e bigint, f numeric, t numeric, o bigint, n bigint, dt bigint, dn bigint,
    strikt boolean, qt bigint, qn bigint, aanwezig bigint, quorum boolean, gehaald boolean);
INSERT INTO vector VALUES
('a tie is not more than half', 4, 2, 2, 0, 0, 1, 2, true, 1, 2, 4, true, false),
('a tie is half, when half is enough', 4, 2, 2, 0, 0, 1, 2, false, 1, 2, 4, true, true),
('one more than half', 5, 3, 2, 0, 0, 1, 2, true, 1, 2, 5, true, true),
('only abstentions carry nothing, at 2/3', 4, 0, 0, 4, 0, 2, 3, false, 1, 2, 4, true, false),
('nobody voted', 4, 0, 0, 0, 0, 1, 2, true, 1, 2, 0, false, false),
('nobody voted and no quorum asked: still nobody present', 4, 0, 0, 0, 0, 1, 2, true, 0, 1, 0, false, false),
('no electorate', 0, 0, 0, 0, 0, 1, 2, true, 1, 2, 0, false, false),
('eight with four present is half', 8, 4, 0, 0, 0, 1, 2, true, 1, 2, 4, true, true),
('eight with three present is less', 8, 3, 0, 0, 0, 1, 2, true, 1, 2, 3, false, true),
('taking no part is being present', 8, 1, 0, 1, 2, 1, 2, true, 1, 2, 4, true, true),
('two thirds of nine: six is enough', 9, 6, 3, 0, 0, 2, 3, false, 1, 2, 9, true, true),
('two thirds of nine: five is not', 9, 5, 4, 0, 0, 2, 3, false, 1, 2, 9, true, false),
('two thirds strict: six of nine is not more', 9, 6, 3, 0, 0, 2, 3, true, 1, 2, 9, true, false),
('unanimity', 3, 3, 0, 0, 0, 1, 1, false, 1, 2, 3, true, true),
('unanimity with one against', 3, 2, 1, 0, 0, 1, 1, false, 1, 2, 3, true, false),
('unanimity with one abstaining', 3, 2, 0, 1, 0, 1, 1, false, 1, 2, 3, true, true),
('weights near 2^53 do not round', 3, 9007199254740991 + 9007199254740991, 9007199254740991 + 9007199254740990, 0, 0, 1, 2, true, 1, 2, 3, true, true),
('and the other way', 3, 9007199254740991 + 9007199254740990, 9007199254740991 + 9007199254740991, 0, 0, 1, 2, true, 1, 2, 3, true, false),
('sums of weights past 2^63', 2, 92233720368547758070, 92233720368547758069, 0, 0, 1, 2, true, 1, 2, 2, true, true);
SELECT is((rule.quorum_gehaald(aanwezig, e, qt, qn), rule.drempel_gehaald(f, t, dt, dn, strikt))::text,
    (quorum, gehaald)::text, naam) FROM vector;

SELECT is(rule.stemming_uitkomst('[{"quorum": true, "gehaald": true}, {"quorum": true, "gehaald": true}]', true), 'aangenomen', 'both sides');
SELECT is(rule.stemming_uitkomst('[{"quorum": true, "gehaald": true}, {"quorum": true, "gehaald": false}]', true), 'verworpen', 'one side');
SELECT is(rule.stemming_uitkomst('[{"quorum": true, "gehaald": true}, {"quorum": false, "gehaald": true}]', true), 'niet_tot_stand_gekomen', 'one side absent');
SELECT is(rule.stemming_uitkomst('[{"quorum": true, "gehaald": true}]', false), 'verworpen', 'a sector not heard');

-- Random parties at a tafel vote, the stemming is counted, and the other reckoning must agree. The
-- seed of the run stands in the name of the test.
SELECT setseed(0.2026);
CREATE TEMP TABLE proefstem (ronde int, organisatie bigint, zijde text, gewicht bigint, keuze text);
CREATE TEMP TABLE proefregel (ronde int, methode text, dt bigint, dn bigint, strikt boolean, qt bigint, qn bigint, gewogen boolean,
    uitslag jsonb, uitkomst text);

CREATE FUNCTION pg_temp.speel(ronde int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    s spr.stemming;
    b bigint;
    partij int;
BEGIN
    INSERT INTO spr.besluit (tafel, kenmerk, soort, titel, tekst, persoon, op)
    VALUES (proef.n('tafel'), 'B-2099-' || lpad(ronde::text, 4, '0'), 'conclusie', 'Proef', 'Proef.',
        proef.n('persoon_sem'), rule.nu()) RETURNING id INTO b;
    s.methode := (ARRAY['eenvoudig', 'gekwalificeerd', 'dubbele_meerderheid'])[1 + floor(random() * 3)::int];
    s.dn := 1 + floor(random() * 5)::int;
    s.dt := 1 + floor(random() * s.dn)::int;
    s.strikt := random() < 0.5 AND s.dt < s.dn;
    s.qn := 1 + floor(random() * 4)::int;
    s.qt := floor(random() * (s.qn + 1))::int;
    s.gewogen := random() < 0.5;
    INSERT INTO spr.stemming (tafel, besluit, methode, dt, dn, strikt, qt, qn, gewogen, sectordekking, zichtbaar, geopend_door, geopend_op)
    VALUES (proef.n('tafel'), b, s.methode, s.dt, s.dn, s.strikt, s.qt, s.qn, s.gewogen, false, 'direct', proef.n('persoon_vera'), rule.nu())
    RETURNING * INTO s;
    INSERT INTO proefstem
    SELECT ronde, o.id, CASE WHEN random() < 0.5 THEN 'werknemers' ELSE 'werkgevers' END,
        1 + floor(random() * CASE WHEN random() < 0.3 THEN 9007199254740000 ELSE 9 END)::bigint,
        (ARRAY['voor', 'voor', 'tegen', 'onthouding', 'neemt_niet_deel', NULL])[1 + floor(random() * 6)::int]
    FROM spr.organisatie o WHERE random() < 0.8 OR o.id = proef.n('org_vz');
    INSERT INTO spr.kiezer SELECT s.id, p.organisatie, p.zijde, p.gewicht FROM proefstem p WHERE p.ronde = speel.ronde;
    INSERT INTO spr.stem (stemming, organisatie, keuze, grond, persoon, via, op)
    SELECT s.id, p.organisatie, p.keuze, CASE p.keuze WHEN 'neemt_niet_deel' THEN 'principieel' END, proef.n('persoon_sem'), 'platform', rule.nu()
    FROM proefstem p WHERE p.ronde = speel.ronde AND p.keuze IS NOT NULL;
    INSERT INTO proefregel VALUES (ronde, s.methode, s.dt, s.dn, s.strikt, s.qt, s.qn, s.gewogen, rule.stemming_tellen(s),
        rule.stemming_uitkomst(rule.stemming_tellen(s), true));
END $$;
SELECT pg_temp.speel(r) FROM generate_series(1, 400) r;

-- The other reckoning: party by party, quotients instead of products.
CREATE FUNCTION pg_temp.reken(nr int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    r proefregel;
    groep text;
    p proefstem;
    er numeric; hier numeric; ja numeric; nee numeric;
    alles_gehaald boolean := true;
BEGIN
    SELECT * INTO r FROM proefregel x WHERE x.ronde = nr;
    FOREACH groep IN ARRAY CASE WHEN r.methode = 'dubbele_meerderheid'
        THEN ARRAY(SELECT DISTINCT zijde FROM proefstem x WHERE x.ronde = nr) ELSE ARRAY['allen'] END LOOP
        er := 0; hier := 0; ja := 0; nee := 0;
        FOR p IN SELECT * FROM proefstem x WHERE x.ronde = nr AND (groep = 'allen' OR x.zijde = groep) LOOP
            er := er + 1;
            CONTINUE WHEN p.keuze IS NULL;
            hier := hier + 1;
            IF p.keuze = 'voor' THEN ja := ja + CASE WHEN r.gewogen THEN p.gewicht ELSE 1 END; END IF;
            IF p.keuze = 'tegen' THEN nee := nee + CASE WHEN r.gewogen THEN p.gewicht ELSE 1 END; END IF;
        END LOOP;
        IF hier = 0 OR hier < ceil(er * r.qt / r.qn::numeric) THEN
            RETURN 'niet_tot_stand_gekomen';
        END IF;
        alles_gehaald := alles_gehaald AND ja + nee > 0 AND CASE WHEN r.strikt
            THEN ja * r.dn - (ja + nee) * r.dt > 0 ELSE nee * r.dt <= ja * (r.dn - r.dt) END;
    END LOOP;
    RETURN CASE WHEN alles_gehaald THEN 'aangenomen' ELSE 'verworpen' END;
END $$;
SELECT is_empty($$
    SELECT r.*, pg_temp.reken(r.ronde) FROM proefregel r
    WHERE r.uitkomst <> pg_temp.reken(r.ronde)
$$, 'four hundred random votes are counted alike (seed 0.2026)');
SELECT cmp_ok((SELECT count(DISTINCT uitkomst) FROM proefregel), '=', 3::bigint, 'and every outcome occurred among them');

SELECT * FROM finish();
ROLLBACK;
