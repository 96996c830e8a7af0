-- The page of a person never says more than the streams they read: every person of the fixture
-- world, after the tafels were filled with all that can be asked.
BEGIN;
SELECT * FROM no_plan();

DO $$
DECLARE
    t bigint := proef.n('tafel');
    k bigint;
    b bigint;
BEGIN
    k := (proef.doe('sem', 'keuzevraag.inbrengen', t, '{"vraag": "Hoe delen wij mensen?",
        "nietsDoen": "Niets.", "opties": [{"titel": "Een poule"}]}') ->> 'id')::bigint;
    PERFORM proef.doe('sem', 'keuzevraag.gevolgen-vragen', t, jsonb_build_object(
        'keuzevraag', k::text, 'voor', '2026-02-10T23:00:00.000000Z'));
    PERFORM proef.doe('sem', 'toezegging.voorstellen', t, jsonb_build_object('organisatie',
        proef.v('org_vz'), 'tekst', 'Een lijst.', 'voor', '2026-02-10T23:00:00.000000Z'));
    b := (proef.doe('vera', 'besluit.opstellen', t, '{"soort": "conclusie",
        "titel": "Geheim concept", "tekst": "Dit is nog een concept."}') ->> 'id')::bigint;
    b := (proef.doe('vera', 'besluit.opstellen', t, '{"soort": "conclusie",
        "titel": "De poule", "tekst": "Er komt een poule."}') ->> 'id')::bigint;
    PERFORM proef.doe('vera', 'besluit.voorleggen', t, jsonb_build_object('besluit', b::text,
        'termijn', '2026-02-10T23:00:00.000000Z'));
    PERFORM proef.doe('sem', 'gesprek.punt-noteren', t, jsonb_build_object('gesprek',
        proef.v('gesprek_zorg'), 'tekst', 'Alleen voor zorg.', 'voor', jsonb_build_object(
            'organisatie', proef.v('org_wz'), 'spreker', 'Wes', 'via', 'mondeling')));
    PERFORM proef.doe('sem', 'bijeenkomst.plannen', t, '{"titel": "Morgen",
        "begint": "2026-02-04T08:00:00.000000Z", "agenda": []}');
    PERFORM proef.doe('sem', 'actiepunt.noteren', t, jsonb_build_object('wat', 'Een lijst maken.',
        'organisatie', proef.v('org_vz'), 'voor', '2026-02-10T23:00:00.000000Z'));
END $$;

-- What was said about a former text is asked again.
CREATE FUNCTION pg_temp.gevraagd() RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg(r.soort ORDER BY r.soort) FROM rule.mijn_regels(proef.n('persoon_wil'), rule.nu()) r
    WHERE r.tafel = proef.n('tafel') AND r.soort IN ('gevolgen', 'standpunt') $$;
DO $$
DECLARE
    t bigint := proef.n('tafel');
    k spr.keuzevraag := (SELECT x FROM spr.keuzevraag x WHERE x.tafel = t);
BEGIN
    PERFORM proef.doe('wil', 'standpunt.innemen', t, jsonb_build_object('keuzevraag', k.id::text,
        'waarde', 'akkoord'), proef.n('wil_namens'));
    PERFORM proef.doe('wil', 'gevolg.geven', t, jsonb_build_object('antwoorden', (
        SELECT jsonb_agg(jsonb_build_object('gevolg', g.id::text, 'verwacht', false)) FROM spr.gevolg g
        JOIN spr.sector s ON s.id = g.sector
        WHERE g.keuzevraag = k.id AND g.zijde = 'werknemers' AND s.kenmerk = 'zorg')), proef.n('wil_namens'));
END $$;
SELECT is(pg_temp.gevraagd(), NULL, 'what was said is not asked');
SELECT proef.doe('sem', 'keuzevraag.herzien', proef.n('tafel'), jsonb_build_object('keuzevraag', k.id::text,
    'versie', k.versie, 'aard', 'materieel', 'vraag', 'Hoe delen wij mensen en geld?', 'reden', 'Geld hoort erbij.',
    'voor', '2026-02-12T23:00:00.000000Z', 'opties', rule.opties_beeld(k.id) #- '{0,nummer}' #- '{1,nummer}'))
FROM spr.keuzevraag k WHERE k.tafel = proef.n('tafel');
SELECT is(pg_temp.gevraagd(), '{gevolgen,standpunt}'::text[], 'of another text it is asked again');

CREATE TEMP TABLE regel AS
SELECT p.id AS wie, p.naam, r.*
FROM spr.persoon p, LATERAL rule.mijn_regels(p.id, rule.nu()) r;

SELECT is_empty($$ SELECT naam, soort, ref FROM regel r
    WHERE soort <> 'uitnodiging' AND NOT rule.mag_stroom(wie, NULL,
        CASE WHEN ref LIKE 'punt:%' THEN 'kamer:' || (SELECT u.gesprek FROM spr.punt u
                WHERE u.id = split_part(r.ref, ':', 2)::bigint)
             ELSE 'tafel:' || tafel END, 'lezen', rule.nu()) $$,
    'nobody finds on their page what they may not read');
SELECT is_empty($$ SELECT naam, soort FROM regel WHERE organisatie IS NOT NULL AND NOT EXISTS (
    SELECT FROM rule.vertegenwoordigingen(wie, rule.nu()) v
    WHERE v.organisatie = regel.organisatie) $$, 'nor what is asked of another party');
SELECT is_empty($$ SELECT naam FROM regel WHERE titel = 'Geheim concept' $$,
    'a draft is on no page');
SELECT is_empty($$ SELECT naam FROM regel WHERE tafel = proef.n('concept') $$,
    'nor is a tafel in concept');
SELECT bag_eq($$ SELECT soort FROM regel WHERE naam = 'Wil' AND tafel = proef.n('tafel') $$,
    $$ VALUES ('gevolgen'), ('standpunt'), ('toezegging_gevraagd'), ('besluit'), ('bijeenkomst'),
              ('actiepunt') $$, 'Wil finds everything that is asked of Wil');
SELECT bag_eq($$ SELECT soort FROM regel WHERE naam = 'Wes' AND tafel = proef.n('tafel') $$,
    $$ VALUES ('gevolgen'), ('standpunt'), ('besluit'), ('bijeenkomst'), ('vastgelegd') $$,
    'Wes finds what was written down for Wes');
SELECT set_eq($$ SELECT soort FROM regel WHERE naam IN ('Vera', 'Tom') AND tafel = proef.n('tafel') $$,
    $$ VALUES ('bijeenkomst') $$, 'who speaks for no party is asked nothing, and finds the meeting');
SELECT set_eq($$ SELECT soort FROM regel WHERE naam = 'Vik' AND tafel = proef.n('tafel') $$,
    $$ VALUES ('uitnodiging') $$, 'who was invited finds only that');

-- What is asked is gone when the seat, the mandate or the party goes.
SELECT rule.vertegenwoordiging_beeindigen(proef.n('wil_namens'), '2026-02-02');
SELECT is_empty($$ SELECT soort FROM rule.mijn_regels(proef.n('persoon_wil'), rule.nu()) $$,
    'who no longer speaks for a party finds nothing of it');
SELECT is((SELECT count(*) FROM spr.persoon p, LATERAL rule.mijn_regels(p.id, rule.nu()) r
    WHERE r.organisatie = proef.n('org_vz')), 0::bigint, 'and nobody else does in their place');

-- A list of names, as it is compared.
SELECT is(rule.naamsleutel('  Fonds  ZÓRG & Welzijn (fictief) '), 'fonds zorg en welzijn',
    'case, accents and punctuation do not count in a name');
SELECT results_eq($$ SELECT nr, naam, email FROM rule.lijst_gelezen(
    E'Organisatie\tE-mail\nA, B en C; x@y.nl\nD\t<Z@Y.nl>\nE,e@y.nl;\n;;\n"F"; geen') $$,
    $$ VALUES (2, 'A, B en C', 'x@y.nl'), (3, 'D', 'z@y.nl'), (4, 'E', 'e@y.nl'),
              (6, 'F', 'geen') $$, 'a list is read as people paste it');
SELECT is(ARRAY(SELECT rule.email_klopt(x) FROM unnest(ARRAY['a@b.nl', 'a.b+c@d-e.example', 'a@b',
    'a b@c.nl', '@b.nl', 'a@b.nl, c@d.nl', repeat('a', 250) || '@b.nl']) x),
    ARRAY[true, true, false, false, false, false, false], 'an address is one, or it is not');
SELECT is_empty($$ SELECT s.code FROM spr.sjabloon s
    WHERE (s.bijeenkomst IS NOT NULL) <> EXISTS (
        SELECT FROM spr.sjabloon_agendapunt a WHERE a.sjabloon = s.code) $$,
    'a sjabloon with a meeting has an agenda, and no other');
SELECT is_empty($$ SELECT s.code FROM spr.sjabloon s JOIN spr.sjabloon_agendapunt a ON a.sjabloon = s.code
    GROUP BY s.code, s.minuten HAVING sum(a.minuten) <> s.minuten $$,
    'and the minutes of its items are those of the meeting');

SELECT * FROM finish();
ROLLBACK;
