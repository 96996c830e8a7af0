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
('exactly half of all: dt = dn asks for everybody, and is not strict', 4, 4, 0, 0, 0, 1, 1, false, 1, 1, 4, true, true),
('dt = dn is not met by all but one', 4, 3, 1, 0, 0, 1, 1, false, 1, 1, 4, true, false),
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
    uitslag jsonb, uitkomst text, bezwaren int);

CREATE TEMP TABLE proefbezwaar (besluit bigint, staand int);

-- A question of its own with two options and a few objections; how many stand is reckoned here as
-- each is drawn, apart from the rule that looks them up.
CREATE FUNCTION pg_temp.bezwaren(b bigint) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    k bigint; een bigint; twee bigint; over bigint; graad text; stand text; staand int := 0;
    kiest boolean := random() < 0.7;
BEGIN
    INSERT INTO spr.keuzevraag (tafel, nummer, vraag, persoon, op)
    VALUES (proef.n('tafel'), 1000 + b, 'Proef?', proef.n('persoon_sem'), rule.nu()) RETURNING id INTO k;
    INSERT INTO spr.optie (keuzevraag, nummer, titel) VALUES (k, 0, 'Een') RETURNING id INTO een;
    INSERT INTO spr.optie (keuzevraag, nummer, titel) VALUES (k, 1, 'Twee') RETURNING id INTO twee;
    UPDATE spr.besluit SET keuzevraag = k, optie = CASE WHEN kiest THEN een END WHERE id = b;
    FOR i IN 1 .. floor(random() * 4)::int LOOP
        over := (ARRAY[NULL, een, twee])[1 + floor(random() * 3)::int];
        graad := (ARRAY['wens', 'voorwaarde', 'overwegend_bezwaar', 'overwegend_bezwaar'])[1 + floor(random() * 4)::int];
        stand := (ARRAY['ingediend', 'in_gesprek', 'gehandhaafd', 'tegemoetgekomen', 'ingetrokken'])[1 + floor(random() * 5)::int];
        INSERT INTO spr.bedenking (tafel, keuzevraag, optie, organisatie, graad, tekst, persoon, via, op)
        VALUES (proef.n('tafel'), k, over, proef.n('org_wz'), graad, 'Nee.', proef.n('persoon_wes'), 'platform', rule.nu());
        IF stand = 'in_gesprek' THEN
            UPDATE spr.bedenking x SET status = stand WHERE x.id = (SELECT max(id) FROM spr.bedenking);
        ELSIF stand <> 'ingediend' THEN
            UPDATE spr.bedenking x SET status = stand, afgedaan_door = x.persoon, afgedaan_via = 'platform', afgedaan_op = rule.nu()
            WHERE x.id = (SELECT max(id) FROM spr.bedenking);
        END IF;
        IF graad = 'overwegend_bezwaar' AND stand NOT IN ('tegemoetgekomen', 'ingetrokken')
           AND NOT (kiest AND over IS NOT DISTINCT FROM twee) THEN
            staand := staand + 1;
        END IF;
    END LOOP;
    INSERT INTO proefbezwaar VALUES (b, staand);
    RETURN (SELECT rule.staande_bezwaren(x) FROM spr.besluit x WHERE x.id = b);
END $$;

CREATE FUNCTION pg_temp.speel(ronde int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    s spr.stemming;
    b bigint;
    partij int;
BEGIN
    INSERT INTO spr.besluit (tafel, kenmerk, soort, titel, tekst, persoon, op)
    VALUES (proef.n('tafel'), 'B-2099-' || lpad(ronde::text, 4, '0'), 'conclusie', 'Proef', 'Proef.',
        proef.n('persoon_sem'), rule.nu()) RETURNING id INTO b;
    s.methode := (ARRAY['eenvoudig', 'gekwalificeerd', 'dubbele_meerderheid', 'consent'])[1 + floor(random() * 4)::int];
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
    IF s.methode = 'consent' THEN
        -- Nobody votes against; objections of which some stand.
        UPDATE spr.stem x SET keuze = 'onthouding' WHERE x.stemming = s.id AND x.keuze = 'tegen';
        UPDATE proefstem p SET keuze = 'onthouding' WHERE p.ronde = speel.ronde AND p.keuze = 'tegen';
        s.bezwaren := pg_temp.bezwaren(b);
    END IF;
    INSERT INTO proefregel VALUES (ronde, s.methode, s.dt, s.dn, s.strikt, s.qt, s.qn, s.gewogen, rule.stemming_tellen(s),
        rule.stemming_uitkomst(rule.stemming_tellen(s), true), (SELECT staand FROM proefbezwaar WHERE besluit = b));
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
        IF r.methode = 'consent' THEN
            RETURN CASE WHEN r.bezwaren > 0 THEN 'verworpen' ELSE 'aangenomen' END;
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
SELECT cmp_ok((SELECT count(DISTINCT uitkomst) FROM proefregel WHERE methode = 'consent'), '=', 3::bigint, 'also under consent');
SELECT is((SELECT count(*) FROM proefregel r WHERE r.methode = 'consent' AND (r.bezwaren = 0) <> (r.uitslag #>> '{0,gehaald}')::boolean), 0::bigint,
    'consent is reached when no overriding objection stands');

-- Parties that vote for real: one in two sectors has one voice, one that leaves while open keeps what
-- it cast and is absent when it cast nothing, one that votes by volmacht is present.
CREATE FUNCTION pg_temp.doe(wie text, wat text, args jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT proef.doe(wie, wat, proef.n('tafel'), args, proef.n(wie || '_namens')) $$;
UPDATE spr.deelname SET sectoren = ARRAY[proef.n('sector_zorg'), proef.n('sector_onderwijs')]
WHERE tafel = proef.n('tafel') AND organisatie = proef.n('org_vz');
DO $$
DECLARE
    b bigint;
    s bigint;
BEGIN
    PERFORM pg_temp.doe('sem', 'besluit.opstellen', '{"soort": "conclusie", "titel": "Echt", "tekst": "Echt."}');
    b := (SELECT max(id) FROM spr.besluit);
    PERFORM pg_temp.doe('sem', 'besluit.voorleggen', jsonb_build_object('besluit', b::text));
    PERFORM pg_temp.doe('ona', 'volmacht.geven', jsonb_build_object('besluit', b::text, 'gemachtigde', proef.v('org_vz')));
    PERFORM pg_temp.doe('vera', 'stemming.openen', jsonb_build_object('besluit', b::text, 'methode', 'eenvoudig'));
    s := (SELECT max(id) FROM spr.stemming);
    PERFORM pg_temp.doe('wil', 'stem.uitbrengen', jsonb_build_object('stemming', s::text, 'keuze', 'voor'));
    PERFORM pg_temp.doe('wil', 'stem.uitbrengen', jsonb_build_object('stemming', s::text, 'keuze', 'voor',
        'voor', jsonb_build_object('organisatie', proef.v('org_vo'), 'via', 'volmacht')));
    PERFORM pg_temp.doe('wes', 'stem.uitbrengen', jsonb_build_object('stemming', s::text, 'keuze', 'tegen'));
    PERFORM pg_temp.doe('wes', 'deelname.uittreden', jsonb_build_object('deelname', proef.v('tafel_deelname_wz'), 'reden', 'Wij gaan.'));
    PERFORM pg_temp.doe('oto', 'deelname.uittreden', jsonb_build_object('deelname', proef.v('tafel_deelname_wo'), 'reden', 'Wij ook.'));
    PERFORM pg_temp.doe('vera', 'stemming.sluiten', jsonb_build_object('stemming', s::text));
END $$;
SELECT is((SELECT uitslag FROM spr.stemming ORDER BY id DESC LIMIT 1), '[{"groep": "allen", "kiezers": 4, "aanwezig": 3, "voor": 2,
    "tegen": 1, "onthouding": 0, "neemtNietDeel": 0, "quorum": true, "gehaald": true}]'::jsonb,
    'two sectors are one voice, a volmacht is present, who left keeps its stem, who left without one is absent');
SELECT * FROM finish();
ROLLBACK;
