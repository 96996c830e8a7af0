-- Snapshot at n, folded with the events n+1 to m, is the snapshot at m: for every reader, after
-- every command of a busy afternoon. The folding here is the browser's: replace or add by id.
BEGIN;
SELECT * FROM no_plan();

-- Replaces or adds every entity of an event; what remains is sorted by id.
CREATE FUNCTION pg_temp.vouw(toestand jsonb, inhoud jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    soort text;
    rij jsonb;
    lijst jsonb;
BEGIN
    FOR soort IN SELECT jsonb_object_keys(inhoud) LOOP
        lijst := coalesce(toestand -> soort, '[]');
        FOR rij IN SELECT * FROM jsonb_array_elements(inhoud -> soort) LOOP
            lijst := (SELECT coalesce(jsonb_agg(x), '[]') FROM jsonb_array_elements(lijst) x
                      WHERE x ->> 'id' <> rij ->> 'id') || rij;
        END LOOP;
        IF lijst <> '[]' THEN
            toestand := toestand || jsonb_build_object(soort, lijst);
        END IF;
    END LOOP;
    RETURN toestand;
END $$;

-- Sorted, and cut to the last fifty posts of each thread, as a snapshot is.
CREATE FUNCTION pg_temp.orde(toestand jsonb) RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_object_agg(k, (
            SELECT jsonb_agg(x.rij ORDER BY (x.rij ->> 'id')::bigint)
            FROM (SELECT rij, row_number() OVER (PARTITION BY rij ->> 'onderwerp'
                      ORDER BY (rij ->> 'id')::bigint DESC) AS nr
                  FROM jsonb_array_elements(v) rij) x
            WHERE k <> 'bijdragen' OR x.nr <= 50)), '{}')
        FROM jsonb_each(toestand) AS e (k, v));
END $$;

CREATE TEMP TABLE vorige (wie text, stroom text, seq bigint, toestand jsonb,
    PRIMARY KEY (wie, stroom));

-- Compare every stream of every reader with what the last snapshot and the events since make of it.
CREATE FUNCTION pg_temp.vergelijk(na text) RETURNS SETOF text
LANGUAGE plpgsql AS $$
DECLARE
    lezer text;
    nieuw jsonb;
    oud vorige;
    gevouwen jsonb;
    f jsonb;
    fouten text[] := '{}';
    t text := proef.v('tafel');
BEGIN
    FOREACH lezer IN ARRAY '{vera,sem,wil,wes,ona,oto,vik,tom}'::text[] LOOP
        FOR nieuw IN
            SELECT s FROM api.tafel_momentopname(proef.sessie(lezer),
                jsonb_build_object('tafel', t)::text) r,
                jsonb_array_elements(r.bytes::jsonb -> 'stromen') s
            WHERE r.soort = 'antwoord'
        LOOP
            SELECT * INTO oud FROM vorige v
            WHERE v.wie = lezer AND v.stroom = nieuw ->> 'stroom';
            IF FOUND THEN
                gevouwen := oud.toestand;
                FOR f IN
                    SELECT x FROM api.stroom_lezen(proef.sessie(lezer), jsonb_build_object(
                        'stroom', nieuw ->> 'stroom', 'na', oud.seq, 'hoogstens', 1000)::text) r,
                        jsonb_array_elements(r.bytes::jsonb -> 'gebeurtenissen') x
                LOOP
                    IF f ->> 'inhoud' IS NOT NULL THEN
                        gevouwen := pg_temp.vouw(gevouwen, (f ->> 'inhoud')::jsonb);
                    END IF;
                END LOOP;
                IF pg_temp.orde(gevouwen) IS DISTINCT FROM pg_temp.orde(nieuw -> 'toestand') THEN
                    fouten := fouten || format('%s %s: %s is not %s', lezer, nieuw ->> 'stroom',
                        pg_temp.orde(gevouwen), pg_temp.orde(nieuw -> 'toestand'));
                END IF;
            END IF;
            -- The first snapshot stays for a while, so that long stretches are folded as well.
            IF oud.wie IS NULL OR random() < 0.3 THEN
                INSERT INTO vorige VALUES (lezer, nieuw ->> 'stroom', (nieuw ->> 'seq')::bigint,
                    nieuw -> 'toestand')
                ON CONFLICT (wie, stroom) DO UPDATE SET seq = excluded.seq,
                    toestand = excluded.toestand;
            END IF;
        END LOOP;
    END LOOP;
    RETURN NEXT is(fouten, '{}', 'folded after ' || na);
END $$;

CREATE FUNCTION pg_temp.stap(wie text, doe text, args jsonb, naam text DEFAULT NULL)
RETURNS SETOF text
LANGUAGE plpgsql AS $$
DECLARE
    antwoord jsonb := proef.doe(wie, doe, proef.n('tafel'), args, proef.n(wie || '_namens'));
BEGIN
    IF naam IS NOT NULL THEN
        PERFORM proef.noem(naam, (antwoord ->> 'id')::bigint);
    END IF;
    RETURN QUERY SELECT * FROM pg_temp.vergelijk(doe);
END $$;
CREATE FUNCTION pg_temp.o(VARIADIC paren text[]) RETURNS jsonb LANGUAGE sql AS
$$SELECT jsonb_object(paren)$$;

CREATE FUNCTION pg_temp.bestand(tekst text, naam text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
    b bytea := convert_to(tekst, 'UTF8');
    doel jsonb := proef.doe('wil', 'bestand.beginnen', proef.n('tafel'), jsonb_build_object('naam', 'brief.txt',
        'grootte', octet_length(b), 'sha256', encode(sha256(b), 'hex')), proef.n('wil_namens'));
BEGIN
    PERFORM proef.noem(naam, (doel ->> 'bestand')::bigint);
    RETURN QUERY SELECT * FROM pg_temp.stap('wil', 'bestand.deel', jsonb_build_object('bestand', doel ->> 'bestand', 'nr', 0,
        'bytes', jsonb_build_array(encode(b, 'base64'))));
    RETURN QUERY SELECT * FROM pg_temp.stap('wil', 'bestand.afronden', pg_temp.o('bestand', doel ->> 'bestand'));
END $$;

SELECT setseed(0.42);
SELECT pg_temp.vergelijk('the first snapshot');
SELECT pg_temp.stap('wes', 'bijdrage.plaatsen', pg_temp.o('onderwerp', proef.v('onderwerp'),
    'tekst', 'Een geheim woord: zonneschijn.'), 'b1');
SELECT pg_temp.stap('ona', 'bijdrage.plaatsen', pg_temp.o('onderwerp', proef.v('onderwerp'),
    'tekst', 'Dat vraag ik mij ook af.', 'antwoordOp', proef.v('b1'), 'citaat', 'geheim woord'), 'b2');
SELECT pg_temp.stap('wes', 'bijdrage.herzien', pg_temp.o('bijdrage', proef.v('b1'),
    'tekst', 'Een geheim woord: maneschijn.'));
SELECT pg_temp.stap('vera', 'bijdrage.verbergen', pg_temp.o('bijdrage', proef.v('b1'), 'reden', 'Te geheim.'));
SELECT pg_temp.stap('vera', 'bijdrage.tonen', pg_temp.o('bijdrage', proef.v('b1')));
SELECT pg_temp.stap('wes', 'bijdrage.intrekken', pg_temp.o('bijdrage', proef.v('b1'), 'reden', 'Toch niet.'));
SELECT pg_temp.stap('sem', 'bijdrage.plaatsen', jsonb_build_object('onderwerp', proef.v('onderwerp'),
    'tekst', 'De bond zei dit aan tafel.', 'voor', jsonb_build_object('organisatie', proef.v('org_vo'),
    'spreker', 'Ona', 'via', 'mondeling', 'gebeurdOm', '2026-02-03T11:00:00Z')), 'b3');
SELECT pg_temp.stap('ona', 'bijdrage.herzien', pg_temp.o('bijdrage', proef.v('b3'), 'bevestigt', 'true'));
SELECT pg_temp.stap('wil', 'gesprek.punt-noteren', pg_temp.o('gesprek', proef.v('gesprek_zorg'),
    'punt', proef.v('punt'), 'tekst', 'Hulp gaat door, ook bij uitval.'));
SELECT pg_temp.stap('sem', 'gesprek.punt-noteren', jsonb_build_object('gesprek', proef.v('gesprek_onderwijs'),
    'tekst', 'Scholen blijven open.', 'voor', jsonb_build_object('organisatie', proef.v('org_wo'),
    'via', 'telefonisch')), 'p2');
SELECT pg_temp.stap('oto', 'gesprek.punt-noteren', pg_temp.o('gesprek', proef.v('gesprek_onderwijs'),
    'punt', proef.v('p2'), 'tekst', 'Scholen blijven zo lang mogelijk open.'));
SELECT pg_temp.stap('wil', 'bijdrage.plaatsen', pg_temp.o('onderwerp', proef.v('onderwerp_werknemers'),
    'tekst', 'Onder ons: wij willen een pool.'));
SELECT pg_temp.stap('wil', 'bijdrage.plaatsen', pg_temp.o('onderwerp', proef.v('onderwerp_kamer'),
    'tekst', 'In de kamer van zorg.'));
SELECT pg_temp.stap('vera', 'onderwerp.openen', pg_temp.o('stroom', 'voorzitterskamer:' || proef.v('tafel'),
    'titel', 'Hoe verder'));
SELECT pg_temp.stap('vera', 'onderwerp.sluiten', pg_temp.o('onderwerp', proef.v('onderwerp'),
    'conclusie', 'Een woordvoerder per regio.'));
SELECT pg_temp.stap('vera', 'onderwerp.heropenen', pg_temp.o('onderwerp', proef.v('onderwerp')));
SELECT pg_temp.stap('wil', 'gesprek.samenvatten', jsonb_build_object('gesprek', proef.v('gesprek_zorg'),
    'tekst', 'De nadruk ligt op mensen.', 'voorlopig', true));
SELECT pg_temp.stap('ona', 'gesprek.samenvatten', jsonb_build_object('gesprek', proef.v('gesprek_onderwijs'),
    'tekst', 'Continuïteit.', 'voorlopig', false));
SELECT pg_temp.stap('vera', 'gesprek.ontheffen', pg_temp.o('gesprek', proef.v('gesprek_cultuur'),
    'reden', 'Er was niemand.'));
SELECT pg_temp.stap('vik', 'deelname.toetreden', pg_temp.o('deelname', proef.v('tafel_deelname_vv')));
SELECT pg_temp.stap('vera', 'ronde.sluiten', pg_temp.o('ronde', proef.v('ronde')));
SELECT pg_temp.stap('vera', 'gesprek.ontheffen', pg_temp.o('gesprek', proef.v('gesprek_veiligheid'),
    'reden', 'Kwam later binnen.'));
SELECT pg_temp.stap('sem', 'synthese.ordenen', jsonb_build_object('ronde', proef.v('ronde'), 'regels',
    jsonb_build_array(jsonb_build_object('vak', 'gedeeld', 'tekst', 'Alles draait om mensen.', 'bronnen',
        jsonb_build_array(pg_temp.o('soort', 'punt', 'id', proef.v('punt')),
            pg_temp.o('soort', 'samenvatting', 'id', proef.v('gesprek_onderwijs')))))), 's1');
SELECT pg_temp.stap('vera', 'synthese.bevestigen', pg_temp.o('synthese', proef.v('s1')));
SELECT pg_temp.stap('vera', 'ronde.openen', pg_temp.o('ronde', proef.v('ronde2')));
CREATE FUNCTION pg_temp.knel(titel text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('titel', titel, 'sectoren', jsonb_build_array(proef.v('sector_zorg'), proef.v('sector_onderwijs')),
        'zwaarte', 'knelt', 'handelingsruimteTot', '2026-02-03T14:00:00Z', 'gevolgVanNietsDoen', 'Er vallen diensten uit.') $$;
SELECT pg_temp.stap('wil', 'knelpunt.melden', pg_temp.knel('Te weinig mensen'), 'kn1');
SELECT pg_temp.stap('sem', 'knelpunt.melden', pg_temp.knel('Geen ruimte') || jsonb_build_object('voor',
    jsonb_build_object('organisatie', proef.v('org_wz'), 'spreker', 'Wes', 'via', 'telefonisch'), 'toelichting', 'Ook niet in de avond.'), 'kn2');
SELECT pg_temp.stap('wes', 'knelpunt.herzien', pg_temp.knel('Geen ruimte in de avond') || pg_temp.o('knelpunt', proef.v('kn2'), 'zwaarte', 'urgent')
    || '{"versie": 1}');
SELECT pg_temp.stap('wil', 'keuzevraag.inbrengen', jsonb_build_object('vraag', 'Wie springt bij?', 'knelpunt', proef.v('kn1'),
    'opties', '[{"titel": "De buren"}]'::jsonb), 'kkn');
DO $$ BEGIN PERFORM proef.zet_klok('2026-02-03T14:00:01Z'); END $$;
SELECT is((SELECT array_agg(t.stroom COLLATE "C" ORDER BY t.seq, t.stroom COLLATE "C") FILTER (WHERE t.stroom LIKE 'tafel:%') FROM api.klok_tik() t),
    ARRAY['tafel:' || proef.v('tafel'), 'tafel:' || proef.v('tafel')], 'the clock tells of both');
SELECT is((SELECT count(*) FROM api.klok_tik() t WHERE t.soort = 'gebeurtenis'), 0::bigint, 'and tells it once');
SELECT pg_temp.vergelijk('the room to act is over');
SELECT is((SELECT array_agg(k.status ORDER BY k.id) FROM spr.knelpunt k), '{opgepakt,termijn_verstreken}', 'what was taken up stays so');
SELECT is((SELECT array_agg(DISTINCT p.naam ORDER BY p.naam) FROM spr.bericht b JOIN spr.persoon p ON p.id = b.persoon
    WHERE b.soort = 'knelpunt_verstreken'), '{Sem,Vera,Wes,Wil}', 'who leads and who reported is told');
SELECT pg_temp.stap('wil', 'keuzevraag.intrekken', pg_temp.o('keuzevraag', proef.v('kkn'), 'reden', 'Te laat.'));
SELECT pg_temp.stap('vera', 'knelpunt.herzien', pg_temp.knel('Te weinig mensen') || pg_temp.o('knelpunt', proef.v('kn1'),
    'handelingsruimteTot', '2026-03-03T23:00:00Z') || '{"versie": 1}');
SELECT pg_temp.stap('wes', 'knelpunt.afhandelen', pg_temp.o('knelpunt', proef.v('kn2'), 'status', 'vervallen', 'uitkomst', 'Gevonden.'));
SELECT pg_temp.stap('sem', 'keuzevraag.inbrengen', jsonb_build_object('vraag', 'Hoe delen wij mensen?', 'nietsDoen', 'Ieder zoekt zelf.',
    'opties', '[{"titel": "Een poule"}, {"titel": "Uitlenen", "toelichting": "Per dag."}]'::jsonb), 'k1');
SELECT pg_temp.stap('sem', 'keuzevraag.gevolgen-vragen', pg_temp.o('keuzevraag', proef.v('k1'), 'voor', '2026-02-20T12:00:00Z'));
CREATE FUNCTION pg_temp.cel(sector text, zijde text) RETURNS text LANGUAGE sql AS $$
    SELECT min(g.id)::text FROM spr.gevolg g WHERE g.sector = proef.n('sector_' || cel.sector) AND g.zijde = cel.zijde $$;
SELECT pg_temp.stap('wil', 'gevolg.geven', jsonb_build_object('antwoorden', jsonb_build_array(jsonb_build_object(
    'gevolg', pg_temp.cel('zorg', 'werknemers'), 'verwacht', true, 'tekst', 'Roosters schuiven.', 'effect', 'knelt'))));
SELECT pg_temp.stap('sem', 'gevolg.geven', jsonb_build_object('antwoorden', jsonb_build_array(jsonb_build_object(
    'gevolg', pg_temp.cel('zorg', 'werkgevers'), 'verwacht', false)), 'voor', jsonb_build_object('organisatie', proef.v('org_wz'), 'via', 'mondeling')));
SELECT pg_temp.stap('ona', 'standpunt.innemen', pg_temp.o('keuzevraag', proef.v('k1'), 'waarde', 'akkoord_mits', 'tekst', 'Mits vrijwillig.'));
SELECT pg_temp.stap('ona', 'standpunt.innemen', pg_temp.o('keuzevraag', proef.v('k1'), 'waarde', 'akkoord'));
SELECT pg_temp.stap('ona', 'bedenking.indienen', pg_temp.o('keuzevraag', proef.v('k1'), 'graad', 'voorwaarde', 'tekst', 'Alleen vrijwillig.'), 'bd1');
SELECT pg_temp.stap('sem', 'bedenking.indienen', jsonb_build_object('keuzevraag', proef.v('k1'), 'graad', 'wens', 'tekst', 'Graag eerder.',
    'voor', jsonb_build_object('organisatie', proef.v('org_wz'), 'spreker', 'Wes', 'via', 'mondeling')), 'bd2');
SELECT pg_temp.stap('oto', 'bedenking.indienen', pg_temp.o('keuzevraag', proef.v('k1'), 'graad', 'overwegend_bezwaar', 'tekst', 'Dit kan niet.'));
SELECT pg_temp.stap('vera', 'bedenking.beantwoorden', pg_temp.o('bedenking', proef.v('bd1'), 'tekst', 'Dat komt in de tekst.'));
SELECT pg_temp.stap('wil', 'bedenking.beantwoorden', pg_temp.o('bedenking', proef.v('bd1'), 'tekst', 'Dat is goed.'));
SELECT pg_temp.stap('ona', 'bedenking.afdoen', pg_temp.o('bedenking', proef.v('bd1'), 'uitkomst', 'gehandhaafd', 'toelichting', 'Nog niet.'));
SELECT pg_temp.stap('sem', 'bedenking.beantwoorden', pg_temp.o('bedenking', proef.v('bd1'), 'tekst', 'En zo?'));
SELECT pg_temp.stap('ona', 'bedenking.afdoen', pg_temp.o('bedenking', proef.v('bd1'), 'uitkomst', 'tegemoetgekomen'));
CREATE FUNCTION pg_temp.optie(nr int) RETURNS text LANGUAGE sql AS $$
    SELECT o.id::text FROM spr.optie o WHERE o.keuzevraag = proef.n('k1') AND o.nummer = nr $$;
SELECT pg_temp.stap('wil', 'uitvoerbaarheid.toetsen', pg_temp.o('optie', pg_temp.optie(1), 'oordeel', 'niet_uitvoerbaar', 'bevinding', 'Geen mensen.'), 'ut');
SELECT pg_temp.stap('vera', 'uitvoerbaarheid.passeren', pg_temp.o('uitvoerbaarheid', proef.v('ut'), 'reden', 'Die komen er.'));
SELECT pg_temp.stap('wil', 'uitvoerbaarheid.toetsen', pg_temp.o('optie', pg_temp.optie(1), 'oordeel', 'met_aanpassing', 'bevinding', 'Met wie er is.'));
-- The text changes: what was said is asked anew, or is said to hold, or lapses with the term.
CREATE FUNCTION pg_temp.herzie(versie int, aard text, vraag text, optie text) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_build_object('keuzevraag', proef.v('k1'), 'versie', versie, 'aard', aard, 'vraag', vraag,
        'opties', jsonb_build_array(pg_temp.o('id', pg_temp.optie(1), 'titel', optie))) $$;
SELECT pg_temp.stap('sem', 'keuzevraag.herzien', pg_temp.herzie(1, 'redactioneel', 'Hoe delen we mensen?', 'Een poule'));
SELECT pg_temp.stap('sem', 'keuzevraag.herzien', pg_temp.herzie(2, 'materieel', 'Hoe delen we mensen?', 'Een verplichte poule')
    || '{"voor": "2026-02-21T12:00:00Z", "reden": "Zo werd het bedoeld."}');
SELECT is((SELECT array_agg(DISTINCT g.status) FROM spr.gevolg g WHERE g.optie = pg_temp.optie(1)::bigint),
    '{gevraagd,te_herbevestigen}', 'what was answered is asked to hold, the rest is asked again');
SELECT pg_temp.stap('wil', 'keuzevraag.bevestigen', jsonb_build_object('keuzevraag', proef.v('k1'), 'versie', 3,
    'gevolgen', jsonb_build_array(pg_temp.cel('zorg', 'werknemers'))));
SELECT pg_temp.stap('ona', 'keuzevraag.bevestigen', jsonb_build_object('keuzevraag', proef.v('k1'), 'versie', 3, 'standpunt', true));
SELECT pg_temp.stap('sem', 'gevolg.geven', jsonb_build_object('antwoorden', jsonb_build_array(jsonb_build_object(
    'gevolg', pg_temp.cel('zorg', 'werkgevers'), 'verwacht', false)), 'voor', jsonb_build_object('organisatie', proef.v('org_wz'), 'via', 'mondeling')));
SELECT pg_temp.stap('sem', 'besluit.opstellen', pg_temp.o('soort', 'conclusie', 'titel', 'Weg', 'tekst', 'Dit gaat niet door.'), 'bw');
SELECT pg_temp.stap('sem', 'besluit.intrekken', pg_temp.o('besluit', proef.v('bw'), 'reden', 'Te vroeg.'));
SELECT pg_temp.stap('sem', 'besluit.opstellen', pg_temp.o('keuzevraag', proef.v('k1'), 'soort', 'conclusie', 'titel', 'Een poule', 'tekst', 'Wij willen een poule.'), 'bs');
SELECT pg_temp.stap('sem', 'besluit.opstellen', jsonb_build_object('besluit', proef.v('bs'), 'versie', 1, 'keuzevraag', proef.v('k1'),
    'soort', 'advies', 'titel', 'Een poule', 'tekst', 'Wij adviseren een poule.'));
SELECT pg_temp.stap('vera', 'keuzevraag.besluitrijp-maken', pg_temp.o('keuzevraag', proef.v('k1')));
SELECT pg_temp.stap('sem', 'besluit.voorleggen', pg_temp.o('besluit', proef.v('bs')));
SELECT pg_temp.stap('wil', 'besluit.stemming-vragen', pg_temp.o('besluit', proef.v('bs')));
SELECT pg_temp.stap('sem', 'besluit.stemming-vragen', jsonb_build_object('besluit', proef.v('bs'),
    'voor', jsonb_build_object('organisatie', proef.v('org_vo'), 'spreker', 'Ona', 'via', 'mondeling')));
SELECT pg_temp.stap('ona', 'volmacht.geven', pg_temp.o('besluit', proef.v('bs'), 'gemachtigde', proef.v('org_vz')), 'vm');
SELECT pg_temp.stap('vera', 'stemming.openen', pg_temp.o('besluit', proef.v('bs'), 'methode', 'peiling'), 'pl');
SELECT pg_temp.stap('wil', 'stem.uitbrengen', jsonb_build_object('stemming', proef.v('pl'), 'keuze', 'tegen',
    'voor', jsonb_build_object('organisatie', proef.v('org_vo'), 'via', 'volmacht')));
SELECT pg_temp.stap('vera', 'stemming.sluiten', pg_temp.o('stemming', proef.v('pl')));
SELECT pg_temp.stap('ona', 'volmacht.intrekken', pg_temp.o('volmacht', proef.v('vm')));
SELECT pg_temp.stap('sem', 'volmacht.geven', jsonb_build_object('besluit', proef.v('bs'), 'gemachtigde', proef.v('org_vz'),
    'voor', jsonb_build_object('organisatie', proef.v('org_wo'), 'spreker', 'Oto', 'via', 'papier')));
SELECT pg_temp.stap('vera', 'stemming.openen', pg_temp.o('besluit', proef.v('bs'), 'methode', 'consent'), 'cs');
SELECT pg_temp.stap('wil', 'stem.uitbrengen', pg_temp.o('stemming', proef.v('cs'), 'keuze', 'voor'));
SELECT pg_temp.stap('vera', 'stemming.afbreken', pg_temp.o('stemming', proef.v('cs'), 'reden', 'Er staat een bezwaar.'));
SELECT pg_temp.stap(x.wie, 'amendement.indienen', jsonb_build_object('besluit', proef.v('bs'), 'versie', 2, 'tekst', x.tekst,
    'toelichting', 'Beter.'), x.wie || '_am') FROM (VALUES ('wil', 'Vrijwillig.'), ('wes', 'Zonder poule.'), ('ona', 'In het onderwijs.')) x (wie, tekst);
SELECT pg_temp.stap('sem', 'amendement.mede-indienen', jsonb_build_object('amendement', proef.v('wil_am'),
    'voor', jsonb_build_object('organisatie', proef.v('org_vo'), 'spreker', 'Ona', 'via', 'mondeling')));
SELECT pg_temp.stap('wil', 'amendement.terugtrekken', pg_temp.o('amendement', proef.v('wil_am')));
SELECT pg_temp.stap('wes', 'amendement.terugtrekken', pg_temp.o('amendement', proef.v('wes_am'), 'reden', 'Toch niet.'));
SELECT pg_temp.stap('vera', 'amendement.afdoen', pg_temp.o('amendement', proef.v('wil_am'), 'uitkomst', 'overgenomen', 'reden', 'Goed zo.'));
SELECT is((SELECT array_agg(m.status ORDER BY m.id) FROM spr.amendement m), '{overgenomen,ingetrokken,achterhaald}',
    'one was adopted, and what was made against the former text is out of date');
SELECT ok(EXISTS (SELECT FROM spr.amendement m WHERE m.status = 'overgenomen' AND m.organisatie = proef.n('org_vo')
    AND m.indiener = proef.n('org_vz')), 'who joined carried it on');
SELECT pg_temp.stap('ona', 'amendement.indienen', jsonb_build_object('besluit', proef.v('bs'), 'versie', 3, 'tekst', 'Vrijwillig, in het onderwijs.'), 'am4');
SELECT pg_temp.stap('vera', 'amendement.afdoen', pg_temp.o('amendement', proef.v('am4'), 'uitkomst', 'verworpen', 'reden', 'Te smal.'));
SELECT pg_temp.stap('vera', 'stemming.openen', pg_temp.o('besluit', proef.v('bs'), 'methode', 'dubbele_meerderheid', 'zichtbaar', 'na_sluiting'), 'st');
SELECT pg_temp.stap('wil', 'stem.uitbrengen', pg_temp.o('stemming', proef.v('st'), 'keuze', 'voor', 'verklaring', 'Eindelijk.'));
SELECT pg_temp.stap('sem', 'stem.uitbrengen', jsonb_build_object('stemming', proef.v('st'), 'keuze', 'voor',
    'voor', jsonb_build_object('organisatie', proef.v('org_wz'), 'via', 'mondeling')));
SELECT is((SELECT count(*) FROM unnest('{vera,sem,ona,oto,vik,tom}'::text[]) w, api.tafel_momentopname(proef.sessie(w),
    jsonb_build_object('tafel', proef.v('tafel'))::text) r WHERE r.bytes LIKE '%Eindelijk.%'), 0::bigint, 'nobody sees a vote before the close');
SELECT pg_temp.stap('vera', 'stemming.afbreken', pg_temp.o('stemming', proef.v('st'), 'reden', 'Een fout in de tekst.'));
SELECT pg_temp.stap('vera', 'stemming.openen', pg_temp.o('besluit', proef.v('bs'), 'methode', 'eenvoudig', 'zichtbaar', 'na_sluiting'), 'st2');
SELECT pg_temp.stap('ona', 'stem.uitbrengen', pg_temp.o('stemming', proef.v('st2'), 'keuze', 'neemt_niet_deel', 'grond', 'principieel'));
SELECT pg_temp.stap('vera', 'stemming.sluiten', pg_temp.o('stemming', proef.v('st2')));
SELECT ok(NOT EXISTS (SELECT FROM unnest('{vera,sem,wil,wes,ona,oto,vik,tom}'::text[]) w, api.tafel_momentopname(proef.sessie(w),
    jsonb_build_object('tafel', proef.v('tafel'))::text) r WHERE r.bytes LIKE '%Eindelijk.%' AND w <> 'wil'), 'nor a vote that was broken off');
SELECT pg_temp.stap('sem', 'toezegging.voorstellen', pg_temp.o('organisatie', proef.v('org_vz'), 'tekst', 'Twintig reservisten.', 'voor', '2027-02-03T12:00:00Z'), 'tz');
SELECT pg_temp.stap('wil', 'toezegging.aanvaarden', pg_temp.o('toezegging', proef.v('tz')));
SELECT pg_temp.stap('wil', 'toezegging.melden', pg_temp.o('toezegging', proef.v('tz'), 'status', 'loopt', 'verhaal', 'Tien zijn er.'));
SELECT pg_temp.stap('sem', 'bijeenkomst.plannen', jsonb_build_object('titel', 'Eerste', 'begint', '2026-02-04T12:00:00Z', 'agenda',
    '[{"soort": "ter_kennisname", "titel": "Mededelingen"}, {"soort": "hamerstuk", "titel": "Weg"}]'::jsonb), 'bk');
SELECT pg_temp.stap('sem', 'bijeenkomst.plannen', jsonb_build_object('bijeenkomst', proef.v('bk'), 'titel', 'Eerste',
    'begint', '2026-02-04T13:00:00Z', 'agenda', jsonb_build_array(pg_temp.o('soort', 'ter_bespreking', 'titel', 'De poule'),
    pg_temp.o('soort', 'ter_kennisname', 'titel', 'Mededelingen', 'agendapunt', (SELECT min(id)::text FROM spr.agendapunt)))));
SELECT pg_temp.stap('wil', 'aanwezigheid.melden', jsonb_build_object('bijeenkomst', proef.v('bk'), 'komt', true));
SELECT pg_temp.stap('vera', 'bijeenkomst.openen', pg_temp.o('bijeenkomst', proef.v('bk')));
SELECT pg_temp.stap('sem', 'aanwezigheid.noteren', jsonb_build_object('bijeenkomst', proef.v('bk'), 'personen',
    jsonb_build_array(jsonb_build_object('persoon', proef.v('persoon_wil'), 'aanwezig', true)), 'gasten', '[{"naam": "Gijs"}]'::jsonb));
SELECT pg_temp.stap('vera', 'agendapunt.behandelen', pg_temp.o('agendapunt', (SELECT min(id)::text FROM spr.agendapunt)));
SELECT pg_temp.stap('vera', 'agendapunt.behandelen', pg_temp.o('agendapunt', (SELECT max(id)::text FROM spr.agendapunt)));
SELECT pg_temp.stap('sem', 'agendapunt.afronden', pg_temp.o('agendapunt', (SELECT min(id)::text FROM spr.agendapunt),
    'status', 'behandeld', 'uitkomst', 'Ter kennisname.'));
SELECT pg_temp.stap('wil', 'spreekbeurt.vragen', pg_temp.o('bijeenkomst', proef.v('bk'), 'soort', 'spreekbeurt'), 'sb');
SELECT pg_temp.stap('wes', 'spreekbeurt.vragen', pg_temp.o('bijeenkomst', proef.v('bk'), 'soort', 'punt_van_orde'), 'sb2');
SELECT pg_temp.stap('vera', 'spreekbeurt.geven', pg_temp.o('spreekbeurt', proef.v('sb2')));
SELECT pg_temp.stap('vera', 'spreekbeurt.geven', pg_temp.o('spreekbeurt', proef.v('sb')));
SELECT pg_temp.stap('wes', 'bijeenkomst.schorsing-vragen', pg_temp.o('bijeenkomst', proef.v('bk')));
SELECT pg_temp.stap('vera', 'bijeenkomst.schorsen', jsonb_build_object('bijeenkomst', proef.v('bk'), 'minuten', 10));
SELECT pg_temp.stap('vera', 'bijeenkomst.hervatten', pg_temp.o('bijeenkomst', proef.v('bk')));
SELECT pg_temp.stap('sem', 'actiepunt.noteren', pg_temp.o('wat', 'Bellen.', 'organisatie', proef.v('org_vz'), 'voor', '2026-03-01T12:00:00Z'), 'ac');
SELECT pg_temp.stap('sem', 'toezegging.voorstellen', pg_temp.o('organisatie', proef.v('org_wz'), 'tekst', 'Betalen.', 'voor', '2027-02-03T12:00:00Z'));
SELECT pg_temp.stap('sem', 'stuk.toevoegen', pg_temp.o('titel', 'Notitie', 'adres', 'https://voorbeeld.nl/a', 'bijeenkomst', proef.v('bk')), 'sk');
SELECT pg_temp.stap('sem', 'stuk.intrekken', pg_temp.o('stuk', proef.v('sk'), 'reden', 'Oud.'));
SELECT pg_temp.stap('sem', 'besluit.opstellen', pg_temp.o('soort', 'conclusie', 'titel', 'Kort', 'tekst', 'Wij willen dit.'), 'bk_b');
SELECT pg_temp.stap('sem', 'besluit.voorleggen', pg_temp.o('besluit', proef.v('bk_b')));
SELECT pg_temp.stap('vera', 'besluit.concluderen', pg_temp.o('besluit', proef.v('bk_b'), 'uitkomst', 'aangenomen'));
SELECT pg_temp.stap('sem', 'verslag.schrijven', pg_temp.o('bijeenkomst', proef.v('bk'), 'tekst', 'Opening: een geheim woord: regenboog.'), 'vs');
SELECT pg_temp.stap('vera', 'bijeenkomst.sluiten', pg_temp.o('bijeenkomst', proef.v('bk')));
SELECT ok(NOT EXISTS (SELECT FROM unnest('{wil,wes,ona,oto,vik,tom}'::text[]) w, api.tafel_momentopname(proef.sessie(w),
    jsonb_build_object('tafel', proef.v('tafel'))::text) r WHERE r.bytes LIKE '%regenboog%'), 'nobody reads minutes before they are put');
SELECT pg_temp.stap('sem', 'verslag.voorleggen', pg_temp.o('verslag', proef.v('vs'), 'termijn', '2026-02-04T12:00:00Z'));
SELECT pg_temp.stap('wil', 'verslag.reageren', pg_temp.o('verslag', proef.v('vs'), 'tekst', 'Goed.'));
SELECT pg_temp.stap('sem', 'verslag.schrijven', pg_temp.o('bijeenkomst', proef.v('bk'), 'tekst', 'Opening, beter.'));
SELECT pg_temp.stap('wil', 'actiepunt.afronden', pg_temp.o('actiepunt', proef.v('ac'), 'status', 'klaar', 'verhaal', 'Gebeld.'));
SELECT pg_temp.stap('sem', 'besluit.opstellen', pg_temp.o('soort', 'conclusie', 'titel', 'Brief', 'tekst', 'Wij sturen een brief.',
    'samenvatting', 'U krijgt een brief.', 'evalueerOp', '2027-02-03T12:00:00Z'), 'bv');
SELECT pg_temp.stap('sem', 'besluit.voorleggen', pg_temp.o('besluit', proef.v('bv')));
SELECT pg_temp.stap('wil', 'toezegbaarheid.melden', pg_temp.o('besluit', proef.v('bv'), 'waarde', 'moet_terug_voor', 'terugVoor', '2026-03-03T12:00:00Z'));
SELECT pg_temp.stap('wil', 'toezegbaarheid.melden', pg_temp.o('besluit', proef.v('bv'), 'waarde', 'kan_nu_toezeggen'));
SELECT pg_temp.stap('sem', 'toezegbaarheid.melden', jsonb_build_object('besluit', proef.v('bv'), 'waarde', 'zegt_niets',
    'voor', jsonb_build_object('organisatie', proef.v('org_wz'), 'spreker', 'Wes', 'via', 'mondeling')));
SELECT pg_temp.stap('wil', 'voorbereiding.opstellen', jsonb_build_object('opdracht', 'ondertekening.zetten', 'args', pg_temp.o('besluit', proef.v('bv'))), 'vb1');
SELECT pg_temp.stap('wil', 'voorbereiding.intrekken', pg_temp.o('voorbereiding', proef.v('vb1')));
SELECT pg_temp.stap('wil', 'achterban.melden', pg_temp.o('besluit', proef.v('bv'), 'orgaan', 'Ledenparlement', 'termijn', '2026-03-03T12:00:00Z'), 'ac1');
SELECT pg_temp.stap('sem', 'achterban.melden', jsonb_build_object('besluit', proef.v('bv'), 'orgaan', 'Bestuur', 'termijn', '2026-03-01T12:00:00Z',
    'voor', jsonb_build_object('organisatie', proef.v('org_vo'), 'via', 'mondeling')), 'ac2');
SELECT pg_temp.stap('ona', 'aantekening.plaatsen', pg_temp.o('besluit', proef.v('bv'), 'tekst', 'Wij zien er weinig in.'));
SELECT pg_temp.stap('vera', 'besluit.concluderen', pg_temp.o('besluit', proef.v('bv'), 'uitkomst', 'aangenomen'));
SELECT pg_temp.stap('wil', 'achterban.beantwoorden', pg_temp.o('achterban', proef.v('ac1'), 'uitkomst', 'instemming'));
SELECT pg_temp.stap('ona', 'achterban.beantwoorden', pg_temp.o('achterban', proef.v('ac2'), 'uitkomst', 'instemming'));
SELECT pg_temp.stap('wil', 'ondertekening.zetten', pg_temp.o('besluit', proef.v('bv')));
SELECT pg_temp.stap('sem', 'overlegtafel.vastleggen', pg_temp.o('naam', 'Sectoroverleg', 'band', 'ontvangt'), 'ot');
SELECT pg_temp.stap('sem', 'besluit.doorgeleiden', pg_temp.o('besluit', proef.v('bv'), 'overlegtafel', proef.v('ot'), 'termijn', '2026-03-03T12:00:00Z'), 'dg');
SELECT pg_temp.stap('sem', 'openbaarheid.zetten', pg_temp.o('besluit', proef.v('bv'), 'openbaarheid', 'openbaar'));
SELECT pg_temp.stap('sem', 'doorgeleiding.beantwoorden', pg_temp.o('doorgeleiding', proef.v('dg'), 'antwoord', 'afgewezen', 'toelichting', 'Niet nu.'));
SELECT ok(EXISTS (SELECT FROM api.tafel_momentopname(proef.sessie('tom'), jsonb_build_object('tafel', proef.v('tafel'))::text) r
    WHERE r.bytes LIKE '%Wij zien er weinig in%' AND r.bytes LIKE '%Wij sturen een brief%'), 'outside one reads what became public');
SELECT pg_temp.stap('sem', 'stuk.toevoegen', pg_temp.o('titel', 'Open notitie', 'adres', 'https://voorbeeld.nl/o'), 'sk2');
SELECT pg_temp.stap('sem', 'openbaarheid.zetten', pg_temp.o('stuk', proef.v('sk2'), 'openbaarheid', 'openbaar'));
SELECT pg_temp.stap('sem', 'stuk.intrekken', pg_temp.o('stuk', proef.v('sk2'), 'reden', 'Oud.'));
-- A paper that is a file: at the tafel, then open, then gone.
SELECT pg_temp.bestand('Een bestand van Wil.', 'brief1');
SELECT pg_temp.stap('wil', 'stuk.toevoegen', pg_temp.o('titel', 'Brief', 'bestand', proef.v('brief1')), 'sk3');
SELECT pg_temp.stap('wil', 'openbaarheid.zetten', pg_temp.o('stuk', proef.v('sk3'), 'openbaarheid', 'openbaar'));
SELECT ok(EXISTS (SELECT FROM api.tafel_momentopname(proef.sessie('tom'), jsonb_build_object('tafel', proef.v('tafel'))::text) r
    WHERE r.bytes LIKE '%brief.txt%'), 'outside one reads which file it is');
SELECT pg_temp.stap('wil', 'stuk.intrekken', pg_temp.o('stuk', proef.v('sk3'), 'reden', 'Oud.'));
SELECT pg_temp.bestand('Nog een bestand.', 'brief2');
SELECT pg_temp.stap('wil', 'stuk.toevoegen', pg_temp.o('titel', 'Bijlage', 'bestand', proef.v('brief2')));
SELECT pg_temp.stap('vera', 'openbaarheid.zetten', pg_temp.o('verslag', proef.v('vs'), 'openbaarheid', 'vertrouwelijk'));
SELECT pg_temp.stap('sem', 'besluit.opstellen', pg_temp.o('soort', 'conclusie', 'titel', 'Beter', 'tekst', 'Wij willen iets beters.', 'vervangt', proef.v('bv')), 'bn');
SELECT pg_temp.stap('sem', 'besluit.voorleggen', pg_temp.o('besluit', proef.v('bn')));
SELECT pg_temp.stap('vera', 'besluit.concluderen', pg_temp.o('besluit', proef.v('bn'), 'uitkomst', 'aangenomen'));
SELECT pg_temp.stap('sem', 'besluit.evalueren', pg_temp.o('besluit', proef.v('bv'), 'oordeel', 'werkt', 'verhaal', 'De brief kwam aan.'));
SELECT pg_temp.stap('wes', 'deelname.opschorten', pg_temp.o('deelname', proef.v('tafel_deelname_wz'),
    'reden', 'Wij gaan terug naar onze leden.'));
SELECT pg_temp.stap('oto', 'deelname.uittreden', pg_temp.o('deelname', proef.v('tafel_deelname_wo'),
    'reden', 'Het past niet meer.'));
SELECT is((SELECT count(*) FROM spr.bedenking b WHERE b.organisatie = proef.n('org_wo') AND b.status = 'gehandhaafd'), 1::bigint,
    'what a party that left had against it stays');
SELECT pg_temp.stap('ona', 'bijdrage.plaatsen', pg_temp.o('onderwerp', proef.v('onderwerp'),
    'tekst', 'Jammer dat u gaat.'));
SELECT pg_temp.stap('wes', 'deelname.toetreden', pg_temp.o('deelname', proef.v('tafel_deelname_wz')));
DO $$ BEGIN
    FOR i IN 1..60 LOOP
        PERFORM proef.doe('ona', 'bijdrage.plaatsen', proef.n('tafel'), jsonb_build_object(
            'onderwerp', proef.v('onderwerp'), 'tekst', 'Punt ' || i), proef.n('ona_namens'));
    END LOOP;
END $$;
SELECT pg_temp.vergelijk('sixty posts');
SELECT pg_temp.stap('vera', 'tafel.opschorten', pg_temp.o('reden', 'Wij wachten.'));
SELECT pg_temp.stap('vera', 'tafel.hervatten', '{}');
SELECT pg_temp.stap('vera', 'ronde.sluiten', pg_temp.o('ronde', proef.v('ronde2')));
SELECT pg_temp.stap('vera', 'tafel.sluiten', pg_temp.o('reden', 'Klaar.'));

-- The window: fifty in the snapshot, the rest by page, nothing twice and nothing missing.
CREATE TEMP TABLE gelezen AS
WITH RECURSIVE blad AS (
    SELECT r.bytes::jsonb AS b FROM api.onderwerp_bijdragen(proef.sessie('vera'),
        jsonb_build_object('onderwerp', proef.v('onderwerp'), 'hoogstens', 7)::text) r
    UNION ALL
    SELECT r.bytes::jsonb FROM blad, api.onderwerp_bijdragen(proef.sessie('vera'), jsonb_build_object(
        'onderwerp', proef.v('onderwerp'), 'voor', b -> 'bijdragen' -> 0 ->> 'id', 'hoogstens', 7)::text) r
    WHERE (b ->> 'ouder')::boolean)
SELECT (x ->> 'id')::bigint AS id FROM blad, jsonb_array_elements(b -> 'bijdragen') x;
SELECT bag_eq('SELECT id FROM gelezen', format('SELECT id FROM spr.bijdrage WHERE onderwerp = %s',
    proef.v('onderwerp')), 'paging back reads every post once');

-- Late comers: Vik joined after the first posts; neither search, nor pages, nor versions show them.
SELECT ok(NOT EXISTS (SELECT FROM api.tafel_momentopname(proef.sessie('vik'), jsonb_build_object(
    'tafel', proef.v('tafel'))::text) r WHERE r.bytes LIKE '%alles uitvalt%'),
    'a snapshot shows a late comer nothing from before');
SELECT is((SELECT r.bytes::jsonb -> 'bijdragen' FROM api.bijdrage_zoeken(proef.sessie('vik'),
    jsonb_build_object('tafel', proef.v('tafel'), 'zoek', 'uitvalt')::text) r), '[]', 'nor does search');
SELECT isnt((SELECT r.bytes::jsonb -> 'bijdragen' FROM api.bijdrage_zoeken(proef.sessie('wil'),
    jsonb_build_object('tafel', proef.v('tafel'), 'zoek', 'uitvalt')::text) r), '[]', 'which finds it for others');
SELECT is((SELECT r.bytes::jsonb ->> 'code' FROM api.bijdrage_versies(proef.sessie('vik'),
    jsonb_build_object('bijdrage', proef.v('bijdrage_wil'))::text) r), 'niet_gevonden', 'nor do versions');
SELECT ok(NOT EXISTS (SELECT FROM api.onderwerp_bijdragen(proef.sessie('vik'), jsonb_build_object(
    'onderwerp', proef.v('onderwerp'), 'hoogstens', 200)::text) r WHERE r.bytes LIKE '%alles uitvalt%'),
    'nor do older pages');

-- Who left reads nothing from after.
SELECT ok(NOT EXISTS (SELECT FROM api.tafel_momentopname(proef.sessie('oto'), jsonb_build_object(
    'tafel', proef.v('tafel'))::text) r WHERE r.bytes LIKE '%Jammer dat u gaat%'),
    'a snapshot ends where the party left');
SELECT is((SELECT r.bytes::jsonb ->> 'code' FROM api.onderwerp_bijdragen(proef.sessie('oto'),
    jsonb_build_object('onderwerp', proef.v('onderwerp'))::text) r), 'niet_gevonden', 'so do pages');
SELECT ok(NOT EXISTS (SELECT FROM api.bijdrage_zoeken(proef.sessie('oto'), jsonb_build_object(
    'tafel', proef.v('tafel'), 'zoek', 'jammer')::text) r WHERE r.bytes LIKE '%Jammer%'), 'so does search');

SELECT * FROM finish();
ROLLBACK;
