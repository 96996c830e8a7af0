-- The policy as data: which capacity reads and writes which stream in which state of the tafel.
-- docs/autorisatie.md is generated from these tables; rule/authorise.sql is their only reader.
-- A suspended meeting makes the plenary of an open tafel one in state geschorst; its rooms go on.
-- Invariant: what has no row is forbidden.

CREATE OR REPLACE FUNCTION rule.als_open(status text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE status WHEN 'geschorst' THEN 'open' ELSE status END
$$;
COMMENT ON FUNCTION rule.als_open(text) IS 'A tafel whose meeting is suspended is an open one.';

CREATE OR REPLACE FUNCTION rule.beleid_laden() RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    alles constant text[] := '{inhoud,procedure,verslag,nakoming}';
    levend constant text[] := '{open,opgeschort,afgesloten,gearchiveerd}';
BEGIN
    DELETE FROM rule.beleid;
    DELETE FROM rule.klasse;
    DELETE FROM rule.afwezig_door;
    DELETE FROM rule.naar_buiten;

    -- Acts that move the tafel itself go on where writing has stopped; each command still names
    -- the states in which it may be done.
    INSERT INTO rule.klasse (zaak, klasse)
    SELECT z, 'procedure'
    FROM unnest(ARRAY['tafel', 'deelname', 'zetel', 'ronde', 'gesprek', 'punt', 'samenvatting',
        'synthese', 'keuzevraag', 'besluit', 'stemming', 'toezegging', 'bijeenkomst',
        'agendapunt', 'aanwezigheid', 'spreekbeurt', 'stuk', 'achterban', 'aantekening',
        'ondertekening', 'bedenking', 'uitvoerbaarheid', 'openbaarheid', 'overlegtafel',
        'doorgeleiding', 'volmacht', 'amendement', 'bijdrage.bevestigd',
        'bijdrage.verborgen', 'bijdrage.getoond', 'bijdrage.citaat-vervallen']) z
    UNION ALL SELECT z, 'verslag' FROM unnest(ARRAY['verslag', 'actiepunt']) z
    -- What was promised is followed for years, long after the tafel has closed; its last minutes
    -- are read then too.
    UNION ALL SELECT z, 'nakoming' FROM unnest(ARRAY['toezegging.gemeld', 'actiepunt.afgerond',
        'verslag.reactie-gegeven']) z;

    INSERT INTO rule.afwezig_door (soort, reden)
    VALUES ('bijdrage.verborgen', 'verborgen'), ('bijdrage.ingetrokken', 'ingetrokken'),
        ('stuk.ingetrokken', 'ingetrokken'),
        ('bijdrage.herzien', 'herzien'), ('bijdrage.bevestigd', 'herzien'),
        ('bijdrage.citaat-vervallen', 'herzien');

    -- What is told outside: where the tafel and its rondes stand, and what came of them; never a
    -- person, a reason or a source.
    INSERT INTO rule.naar_buiten (soort, velden)
    SELECT s, '{tafels.id,tafels.kenmerk,tafels.titel,tafels.vraag,tafels.opgave,
                tafels.toeschrijving,tafels.openbaarheid,tafels.status,tafels.aangemaaktOp,
                tafels.geopendOp,tafels.geslotenOp}'::text[]
    FROM unnest(ARRAY['tafel.geopend', 'tafel.opgeschort', 'tafel.hervat', 'tafel.gesloten']) s
    UNION ALL
    SELECT s, '{rondes.id,rondes.tafel,rondes.nummer,rondes.soort,rondes.vraag,rondes.opent,
                rondes.sluit,rondes.status,rondes.geopendOp,rondes.geslotenOp}'::text[]
    FROM unnest(ARRAY['ronde.gepland', 'ronde.geopend', 'ronde.gesloten', 'ronde.samengevat']) s
    UNION ALL
    VALUES ('synthese.bevestigd',
        '{synthesen.id,synthesen.tafel,synthesen.ronde,synthesen.versie,synthesen.zwijgend,
          synthesen.regels.vak,synthesen.regels.tekst,"synthesen.regels.bronnen[]",
          synthesen.bevestigdOp}'::text[])
    UNION ALL
    -- Of what is openbaar; rule.is_buiten says which rows these are.
    SELECT s.soort, array_agg(l.lijst || '.' || veld ORDER BY l.nr, v.nr)
    FROM (VALUES
        ('openbaarheid.gezet', '{besluiten,stemmingen,aantekeningen,ondertekeningen,evaluaties,
                                 doorgeleidingen,stukken,verslagen}'::text[]),
        ('besluit.uitkomst', '{besluiten,stemmingen}'), ('besluit.aangehouden', '{besluiten}'),
        ('besluit.vervangen', '{besluiten}'),
        ('stemming.afgebroken', '{besluiten}'),
        ('besluit.geevalueerd', '{evaluaties}'), ('besluit.doorgeleid', '{doorgeleidingen}'),
        ('doorgeleiding.beantwoord', '{doorgeleidingen}'),
        ('doorgeleiding.verlopen', '{doorgeleidingen}'), ('aantekening.geplaatst', '{aantekeningen}'),
        ('ondertekening.gezet', '{ondertekeningen}'), ('verslag.vastgesteld', '{verslagen}'),
        ('stuk.ingetrokken', '{stukken}')) s (soort, lijsten)
    JOIN (VALUES
        (1, 'besluiten', '{id,tafel,kenmerk,soort,titel,tekst,motivering,samenvatting,versie,
                           status,uitkomst,tot,hertelling,gebeurdOm,uitkomstOp,evalueerOp,
                           openbaarheid,op,vervangt,vervangenDoor,eerder.uitkomst,eerder.tot,eerder.op}'::text[]),
        (2, 'stemmingen', '{id,besluit,methode,drempel,strikt,quorum,gewogen,sectordekking,
                            zichtbaar,status,kiezers[],geopendOp,geslotenOp,uitslag,uitkomst}'),
        (3, 'aantekeningen', '{id,besluit,organisatie,tekst,via,op}'),
        (4, 'ondertekeningen', '{id,besluit,organisatie,via,op}'),
        (5, 'evaluaties', '{id,besluit,oordeel,verhaal,evalueerOp,op}'),
        (6, 'stukken', '{id,tafel,titel,adres,bestand,ingetrokken,openbaarheid,op}'),
        (8, 'doorgeleidingen', '{id,besluit,overlegtafel,naam,vraag,termijn,status,toelichting,
                                 gehoudenOp,op,antwoordOp}'),
        (7, 'verslagen', '{id,bijeenkomst,tekst,versie,status,openbaarheid,vastgesteldOp,op}'))
        l (nr, lijst, velden) ON l.lijst = ANY (s.lijsten),
        unnest(l.velden) WITH ORDINALITY v (veld, nr)
    GROUP BY s.soort;

    -- voorzitter and secretaris: the tafel, its rooms, their own room
    INSERT INTO rule.beleid (stroom, hoedanigheid, staat, lezen, schrijven)
    SELECT s, h, staat, true,
        CASE WHEN staat IN ('concept', 'open') THEN alles
             WHEN staat = 'gearchiveerd' THEN '{}'
             WHEN h = 'secretaris' OR staat = 'geschorst'
             THEN '{procedure,verslag,nakoming}'::text[]
             ELSE '{procedure,nakoming}' END
    FROM unnest(ARRAY['tafel', 'voorzitterskamer']) s, unnest(ARRAY['voorzitter', 'secretaris']) h,
        unnest('{concept,geschorst}' || levend) staat
    WHERE s = 'tafel' OR staat <> 'geschorst'
    UNION ALL
    SELECT 'kamer', h, staat || '/' || fase, true,
        CASE WHEN staat IN ('concept', 'open') THEN alles
             WHEN staat = 'gearchiveerd' THEN '{}'
             WHEN h = 'secretaris' THEN '{procedure,verslag}'::text[]
             ELSE '{procedure}' END
    FROM unnest(ARRAY['voorzitter', 'secretaris']) h, unnest('{concept}' || levend) staat,
        unnest(ARRAY['gepland', 'open', 'dicht']) fase;

    -- seated representatives
    INSERT INTO rule.beleid (stroom, hoedanigheid, staat, lezen, schrijven)
    SELECT 'tafel', 'vertegenwoordiger', staat, true,
        CASE staat WHEN 'open' THEN '{inhoud,procedure,nakoming}'::text[]
                   WHEN 'geschorst' THEN '{procedure,nakoming}'
                   WHEN 'opgeschort' THEN '{procedure,nakoming}'
                   WHEN 'afgesloten' THEN '{nakoming}' ELSE '{}' END
    FROM unnest('{geschorst}' || levend) staat
    UNION ALL
    SELECT 'kamer', 'sectorgenoot', staat || '/' || fase, true,
        CASE WHEN staat <> 'open' OR fase = 'gepland' THEN '{}'
             WHEN fase = 'open' THEN '{inhoud,procedure}'::text[]
             ELSE '{procedure}' END
    FROM unnest(levend) staat, unnest(ARRAY['gepland', 'open', 'dicht']) fase
    UNION ALL
    SELECT 'kamer', 'vertegenwoordiger', staat || '/dicht', true, '{}' FROM unnest(levend) staat
    UNION ALL
    SELECT s, h, staat, true, CASE staat WHEN 'open' THEN '{inhoud,procedure}'::text[] ELSE '{}' END
    FROM (VALUES ('vooroverleg', 'zijdegenoot'), ('bilateraal', 'gesprekspartner')) x (s, h),
        unnest(ARRAY['open', 'opgeschort', 'afgesloten']) staat;

    -- a party that was invited or whose own people have no seat yet: joining, leaving, seating
    INSERT INTO rule.beleid (stroom, hoedanigheid, staat, lezen, schrijven)
    SELECT 'tafel', 'partij', staat, false, '{procedure}'
    FROM unnest(ARRAY['open', 'geschorst', 'opgeschort']) staat;

    -- the outward stream is written only by derivation
    INSERT INTO rule.beleid (stroom, hoedanigheid, staat, lezen, schrijven)
    SELECT 'buiten', h, staat, true, '{}'
    FROM unnest(ARRAY['voorzitter', 'secretaris', 'vertegenwoordiger', 'toehoorder', 'analist',
            'ieder']) h,
        unnest('{concept}' || levend) staat
    WHERE staat <> 'concept' OR h IN ('voorzitter', 'secretaris');

    -- streams beside the tafels
    INSERT INTO rule.beleid (stroom, hoedanigheid, staat, lezen, schrijven)
    VALUES ('organisatie', 'lid', '-', true, '{inhoud,procedure}'),
        ('persoon', 'eigen', '-', true, '{inhoud}'),
        ('register', 'voorzitter', '-', true, '{}'),
        ('register', 'secretaris', '-', true, '{}'),
        ('register', 'vertegenwoordiger', '-', true, '{}'),
        ('register', 'partij', '-', true, '{}'),
        ('register', 'toehoorder', '-', true, '{}'),
        ('register', 'analist', '-', true, '{}'),
        ('register', 'beheerder', '-', true, alles),
        ('toegang', 'voorzitter', '-', true, '{}'),
        ('toegang', 'secretaris', '-', true, '{}'),
        ('toegang', 'beheerder', '-', true, alles);
END $$;
COMMENT ON FUNCTION rule.beleid_laden() IS 'Write the policy tables anew.';
SELECT rule.beleid_laden();
