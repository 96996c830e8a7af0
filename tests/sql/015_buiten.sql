-- The outward stream: derived, never with a person, without what was taken away.
BEGIN;
SELECT plan(22);

CREATE FUNCTION pg_temp.laatste(stroom text) RETURNS json LANGUAGE sql AS $$
    SELECT bytes::json FROM api.feed_lezen(stroom, (SELECT seq - 1 FROM spr.stroom s WHERE s.naam = $1), 1) f
    WHERE f.soort = 'gebeurtenis' $$;
CREATE FUNCTION pg_temp.tafel(seq bigint) RETURNS json LANGUAGE sql AS $$
    SELECT f.bytes::json FROM api.feed_lezen('tafel:' || proef.v('tafel'), $1 - 1, 1) f WHERE f.soort = 'gebeurtenis' $$;
CREATE TEMP TABLE b AS SELECT 'buiten:' || proef.v('tafel') AS naam;

-- What came outside so far.
SELECT is((SELECT array_agg(DISTINCT g.leaf::json ->> 'soort' ORDER BY g.leaf::json ->> 'soort') FROM spr.gebeurtenis g
    JOIN spr.stroom s ON s.id = g.stroom WHERE s.naam = b.naam), ARRAY['ronde.geopend', 'ronde.gepland', 'tafel.geopend'],
    'only the events that are meant for outside') FROM b;
SELECT is(rule.keten_nagaan(naam), 0::bigint, 'a stream like any other') FROM b;
SELECT is_empty($$ SELECT i.door FROM spr.inhoud i JOIN spr.stroom s ON s.id = i.stroom, b
    WHERE s.naam LIKE 'buiten:%' AND i.door::json ->> 'persoon' IS NOT NULL $$, 'no author is a person');
SELECT is_empty($$ SELECT i.inhoud FROM spr.inhoud i JOIN spr.stroom s ON s.id = i.stroom
    WHERE s.naam LIKE 'buiten:%' AND i.inhoud ~ '"(persoon|spreker|rapporteur|door|reden|bronnen)": *[^[]' $$,
    'no field names a person, a reason or a source');

-- Suspending gives a reason to the tafel, not to the world.
SELECT proef.doe('vera', 'tafel.opschorten', proef.n('tafel'), '{"reden": "Geheim beraad."}');
SELECT is(pg_temp.laatste(naam) ->> 'leaf' LIKE '%"soort":"tafel.opgeschort"%', true, 'suspension is told') FROM b;
SELECT is((pg_temp.laatste(naam) ->> 'inhoud')::json -> 'tafels' -> 0 ->> 'status', 'opgeschort', 'with the state') FROM b;
SELECT is((pg_temp.laatste(naam) ->> 'inhoud')::json -> 'tafels' -> 0 ->> 'reden', NULL, 'without the reason') FROM b;
SELECT is((pg_temp.tafel((SELECT g.bron FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
    WHERE s.naam = b.naam ORDER BY g.seq DESC LIMIT 1)) ->> 'inhoud')::json -> 'tafels' -> 0 ->> 'reden', 'Geheim beraad.',
    'which the tafel reads in the event it came from') FROM b;
SELECT is((pg_temp.laatste('tafel:' || proef.v('tafel')) ->> 'door')::json ->> 'persoon', proef.v('persoon_vera'),
    'and there the author has a name');
SELECT proef.doe('vera', 'tafel.hervatten', proef.n('tafel'), '{}');

-- An organisation as author: by name of the organisation, or not at all.
CREATE FUNCTION pg_temp.opdracht() RETURNS rule.opdracht LANGUAGE plpgsql AS $$
DECLARE
    c rule.opdracht;
BEGIN
    c.doe := 'proef'; c.persoon := proef.n('persoon_wil'); c.namens := proef.n('wil_namens');
    c.organisatie := proef.n('org_vz'); c.tafel := proef.n('tafel'); c.status := 'open'; c.nu := rule.nu();
    c.rollen := '{vertegenwoordiger}'; c.plenair := '{lezen,inhoud,procedure}'; c.klaar := false; c.regels := '{}'; c.args := '{}';
    RETURN c;
END $$;
INSERT INTO rule.naar_buiten VALUES ('bijdrage.geplaatst', '{bijdragen.id,bijdragen.tekst}');
CREATE TEMP TABLE c AS SELECT (rule.boek(pg_temp.opdracht(), 'tafel:' || proef.v('tafel'), 'bijdrage.geplaatst', 'bijdrage:1',
    '{"bijdragen": [{"id": "1", "tekst": "Buitentekst", "spreker": {"persoon": "3"}}], "geheim": 1}')).regels AS r;
SELECT is((SELECT array_agg(x.stroom) FROM unnest(r) x), ARRAY['tafel:' || proef.v('tafel'), naam],
    'the outward event follows the inner one') FROM c, b;
SELECT is((pg_temp.laatste(naam) ->> 'inhoud')::jsonb, '{"bijdragen": [{"id": "1", "tekst": "Buitentekst"}]}'::jsonb, 'listed fields only') FROM b;
SELECT is((pg_temp.laatste(naam) ->> 'door')::jsonb,
    jsonb_build_object('organisatie', proef.v('org_vz'), 'persoon', NULL, 'vertegenwoordiging', NULL), 'the organisation speaks') FROM b;
UPDATE spr.tafel SET toeschrijving = 'chatham' WHERE id = proef.n('tafel');
SELECT count(*) FROM (SELECT rule.boek(pg_temp.opdracht(), 'tafel:' || proef.v('tafel'), 'bijdrage.geplaatst', 'bijdrage:2', '{"bijdragen": []}')) x;
SELECT is((pg_temp.laatste(naam) ->> 'door')::jsonb, '{"organisatie": null, "persoon": null, "vertegenwoordiging": null}'::jsonb,
    'under chatham nobody does') FROM b;

-- What is taken away inside goes outside too, in the same transaction.
CREATE TEMP TABLE w AS SELECT (rule.boek(pg_temp.opdracht(), 'tafel:' || proef.v('tafel'), 'bijdrage.verborgen', 'bijdrage:1',
    '{"bijdragen": [{"id": "1", "reden": "x"}]}', ARRAY[((r)[1]).seq])).regels AS regels, r FROM c;
SELECT is((SELECT array_agg(x.soort || ' ' || split_part(x.stroom, ':', 1)) FROM unnest(regels) x),
    ARRAY['wis tafel', 'gebeurtenis tafel', 'wis buiten', 'gebeurtenis buiten'], 'each ring is told before the event') FROM w;
SELECT is((SELECT array_agg(i.afwezig) FROM unnest(w.r) x JOIN spr.stroom s ON s.naam = x.stroom
    JOIN spr.inhoud i ON i.stroom = s.id AND i.seq = x.seq), ARRAY['verborgen', 'verborgen'], 'both contents are gone') FROM w;
SELECT is((pg_temp.laatste(naam) ->> 'inhoud'), '{}', 'the outward event of hiding says nothing more') FROM b;
SELECT is((SELECT array_agg(f.soort) FROM api.feed_lezen(naam, (SELECT seq - 1 FROM spr.stroom s WHERE s.naam = b.naam), 5) f),
    ARRAY['wis', 'gebeurtenis'], 'other processes are told the same through the log') FROM b;
SELECT is((SELECT count(*)::int FROM (SELECT rule.boek(pg_temp.opdracht(), 'tafel:' || proef.v('tafel'), 'bijdrage.verborgen',
    'bijdrage:3', '{}', ARRAY[1::bigint])) x), 1, 'hiding what never came outside');
SELECT is(pg_temp.laatste(naam) ->> 'leaf' LIKE '%bijdrage:1"%', true, 'makes no outward event') FROM b;
SELECT is(rule.keten_nagaan(naam), 0::bigint, 'the outward chain is sound') FROM b;

-- Whatever belongs to a besluit, it can be opened: by hand, and by the clock.
DO $$
DECLARE
    t bigint := proef.n('tafel');
    wie text;
    b text;
BEGIN
    FOREACH wie IN ARRAY '{hand,klok}'::text[] LOOP
        b := proef.doe('sem', 'besluit.opstellen', t, '{"soort": "conclusie", "titel": "Een poule", "tekst": "Er komt een poule."}') ->> 'id';
        PERFORM proef.noem('b_' || wie, b::bigint);
        PERFORM proef.doe('sem', 'besluit.voorleggen', t, jsonb_build_object('besluit', b));
        PERFORM proef.doe('vera', 'besluit.concluderen', t, jsonb_build_object('besluit', b, 'uitkomst', 'aangenomen'));
        FOR i IN 1..9 LOOP
            PERFORM proef.doe('sem', 'besluit.evalueren', t, jsonb_build_object('besluit', b, 'oordeel', 'werkt', 'verhaal', repeat('"', 3900)));
        END LOOP;
    END LOOP;
END $$;
SELECT lives_ok($$ SELECT proef.doe('sem', 'openbaarheid.zetten', proef.n('tafel'), jsonb_build_object('besluit', proef.v('b_hand'),
    'openbaarheid', 'openbaar')) $$, 'long stories go out in as many events as they need');
SELECT proef.doe('sem', 'openbaarheid.zetten', proef.n('tafel'), jsonb_build_object('besluit', proef.v('b_klok'),
    'openbaarheid', 'embargo', 'embargoTot', rule.tijd(rule.nu() + interval '1 hour')));
SELECT proef.verzet_klok('2 hours');
SELECT lives_ok($$ SELECT count(*) FROM rule.tik_embargo(rule.nu()) $$, 'and never stop the clock');

SELECT * FROM finish();
ROLLBACK;
