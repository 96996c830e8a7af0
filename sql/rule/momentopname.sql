-- The state of a stream as one reader may see it. Invariant: the state at seq n, folded with the
-- events n+1 to m, is the state at seq m. So what stands here is what events carry, no more; words
-- from before a seat began to read are left out, the structure of the tafel is not.

CREATE OR REPLACE FUNCTION rule.lijst(waarden jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN waarden <> '[]' THEN waarden END;
END $$;
COMMENT ON FUNCTION rule.lijst(jsonb) IS 'NULL for an empty list, so that it is left out.';

CREATE OR REPLACE FUNCTION rule.stand_gevouwen(s spr.stroom, na bigint, tot bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_object_agg(soort, rijen), '{}') FROM (
            SELECT soort, jsonb_agg(rij ORDER BY (rij ->> 'id')::bigint) AS rijen FROM (
                SELECT DISTINCT ON (k.soort, e.rij ->> 'id') k.soort, e.rij
                FROM spr.inhoud i, jsonb_each(i.inhoud::jsonb) AS k (soort, lijst),
                    jsonb_array_elements(k.lijst) AS e (rij)
                WHERE i.stroom = s.id AND i.seq > na AND i.seq <= tot AND i.inhoud IS NOT NULL
                ORDER BY k.soort, e.rij ->> 'id', i.seq DESC) laatste
            GROUP BY soort) per_soort);
END $$;
COMMENT ON FUNCTION rule.stand_gevouwen(spr.stroom, bigint, bigint) IS
    'State of a stretch of a stream, folded from its events.';

CREATE OR REPLACE FUNCTION rule.laatste_bijdragen(o spr.onderwerp, voor bigint, na_seq bigint,
    hoogstens int) RETURNS SETOF spr.bijdrage
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT * FROM (
            SELECT * FROM spr.bijdrage b
            WHERE b.onderwerp = o.id AND b.seq > na_seq AND (voor IS NULL OR b.id < voor)
            ORDER BY b.id DESC LIMIT hoogstens) x
        ORDER BY x.id;
END $$;
COMMENT ON FUNCTION rule.laatste_bijdragen(spr.onderwerp, bigint, bigint, int) IS
    'The last posts of a thread before one of them, as far as the reader may see back.';

CREATE OR REPLACE FUNCTION rule.bijdragen_beeld(rijen spr.bijdrage[], stroom text) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(rule.beeld(b, v, stroom) ORDER BY b.id), '[]')
            FROM unnest(rijen) b LEFT JOIN spr.vastgelegd v ON v.bijdrage = b.id);
END $$;
COMMENT ON FUNCTION rule.bijdragen_beeld(spr.bijdrage[], text) IS 'Posts on the wire.';

CREATE OR REPLACE FUNCTION rule.stand_gesprekken(stroom text, na_seq bigint, OUT onderwerpen jsonb,
    OUT bijdragen jsonb, OUT ouder jsonb)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    o spr.onderwerp;
    rijen spr.bijdrage[];
BEGIN
    onderwerpen := '[]';
    bijdragen := '[]';
    ouder := '[]';
    FOR o IN SELECT * FROM spr.onderwerp x WHERE x.stroom = stand_gesprekken.stroom ORDER BY x.id
    LOOP
        onderwerpen := onderwerpen || rule.beeld(o);
        rijen := ARRAY(SELECT b FROM rule.laatste_bijdragen(o, NULL, na_seq, 51) b);
        IF cardinality(rijen) > 50 THEN
            ouder := ouder || to_jsonb(o.id::text);
            rijen := rijen[2:];
        END IF;
        bijdragen := bijdragen || rule.bijdragen_beeld(rijen, stroom);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.stand_gesprekken(text, bigint) IS
    'Threads of a stream, each with its last fifty posts, and which of them have older ones.';

CREATE OR REPLACE FUNCTION rule.stand_keuzes(tafel_id bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'knelpunten', (SELECT jsonb_agg(rule.beeld(k) ORDER BY k.id)
                       FROM spr.knelpunt k WHERE k.tafel = tafel_id),
        'keuzevragen', (SELECT jsonb_agg(rule.beeld(k) ORDER BY k.id)
                        FROM spr.keuzevraag k WHERE k.tafel = tafel_id),
        'keuzevraagVersies', (SELECT jsonb_agg(rule.beeld(v) ORDER BY v.id)
                              FROM spr.keuzevraag_versie v JOIN spr.keuzevraag k ON k.id = v.keuzevraag
                              WHERE k.tafel = tafel_id),
        'amendementen', (SELECT jsonb_agg(rule.beeld(m) ORDER BY m.id)
                         FROM spr.amendement m WHERE m.tafel = tafel_id),
        'gevolgen', (SELECT jsonb_agg(rule.beeld(g) ORDER BY g.id)
                     FROM spr.gevolg g WHERE g.tafel = tafel_id),
        'gevolgAntwoorden', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                             FROM spr.gevolg_antwoord a JOIN spr.gevolg g ON g.id = a.gevolg
                             WHERE g.tafel = tafel_id),
        'standpunten', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
                        FROM spr.standpunt s JOIN spr.keuzevraag k ON k.id = s.keuzevraag
                        WHERE k.tafel = tafel_id),
        'bedenkingen', (SELECT jsonb_agg(rule.beeld(b) ORDER BY b.id)
                        FROM spr.bedenking b WHERE b.tafel = tafel_id),
        'bedenkingAntwoorden', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                                FROM spr.bedenking_antwoord a JOIN spr.bedenking b ON b.id = a.bedenking
                                WHERE b.tafel = tafel_id),
        'uitvoerbaarheden', (SELECT jsonb_agg(rule.beeld(u) ORDER BY u.id)
                             FROM spr.uitvoerbaarheid u WHERE u.tafel = tafel_id),
        'besluiten', (SELECT jsonb_agg(rule.beeld(b) ORDER BY b.id) FROM spr.besluit b
                      WHERE b.tafel = tafel_id AND b.voorgelegd_op IS NOT NULL),
        'toezegbaarheden', (SELECT jsonb_agg(rule.beeld(z) ORDER BY z.id)
                            FROM spr.toezegbaarheid z WHERE z.tafel = tafel_id),
        'achterbannen', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                         FROM spr.achterban a WHERE a.tafel = tafel_id),
        'aantekeningen', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                          FROM spr.aantekening a WHERE a.tafel = tafel_id),
        'ondertekeningen', (SELECT jsonb_agg(rule.beeld(o) ORDER BY o.id)
                            FROM spr.ondertekening o WHERE o.tafel = tafel_id),
        'overlegtafels', (SELECT jsonb_agg(rule.beeld(o) ORDER BY o.id)
                          FROM spr.overlegtafel o WHERE o.tafel = tafel_id),
        'doorgeleidingen', (SELECT jsonb_agg(rule.beeld(d) ORDER BY d.id)
                            FROM spr.doorgeleiding d WHERE d.tafel = tafel_id),
        'evaluaties', (SELECT jsonb_agg(rule.beeld(e) ORDER BY e.id)
                       FROM spr.evaluatie e WHERE e.tafel = tafel_id),
        'toezeggingen', (SELECT jsonb_agg(rule.beeld(t) ORDER BY t.id)
                         FROM spr.toezegging t WHERE t.tafel = tafel_id),
        'toezeggingStappen', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
                              FROM spr.toezegging_stap s JOIN spr.toezegging t ON t.id = s.toezegging
                              WHERE t.tafel = tafel_id),
        'stemmingen', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
                       FROM spr.stemming s WHERE s.tafel = tafel_id),
        'volmachten', (SELECT jsonb_agg(rule.beeld(v) ORDER BY v.id)
                       FROM spr.volmacht v WHERE v.tafel = tafel_id),
        -- Votes that the tafel sees after the close are not there before it.
        'stemmen', (SELECT jsonb_agg(rule.beeld(v) ORDER BY v.id)
                    FROM spr.stem v JOIN spr.stemming s ON s.id = v.stemming
                    WHERE s.tafel = tafel_id
                        AND (s.zichtbaar = 'direct' OR s.status = 'gesloten')));
END $$;
COMMENT ON FUNCTION rule.stand_keuzes(bigint) IS
    'Knelpunten, questions, consequences, positions, objections, decisions, votes and commitments of a tafel.';

CREATE OR REPLACE FUNCTION rule.stand_bijeenkomsten(tafel_id bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'bijeenkomsten', (SELECT jsonb_agg(rule.beeld(b) ORDER BY b.id)
                          FROM spr.bijeenkomst b WHERE b.tafel = tafel_id),
        'agendapunten', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                         FROM spr.agendapunt a WHERE a.tafel = tafel_id),
        'aanwezigheden', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                          FROM spr.aanwezigheid a JOIN spr.bijeenkomst b ON b.id = a.bijeenkomst
                          WHERE b.tafel = tafel_id),
        'spreekbeurten', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
                          FROM spr.spreekbeurt s WHERE s.tafel = tafel_id),
        'actiepunten', (SELECT jsonb_agg(rule.beeld(a) ORDER BY a.id)
                        FROM spr.actiepunt a WHERE a.tafel = tafel_id),
        'stukken', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
                    FROM spr.stuk s WHERE s.tafel = tafel_id),
        'verslagen', (SELECT jsonb_agg(rule.beeld(v) ORDER BY v.id) FROM spr.verslag v
                      WHERE v.tafel = tafel_id AND v.status <> 'concept'),
        'verslagReacties', (SELECT jsonb_agg(rule.beeld(r) ORDER BY r.id)
                            FROM spr.verslag_reactie r JOIN spr.verslag v ON v.id = r.verslag
                            WHERE v.tafel = tafel_id));
END $$;
COMMENT ON FUNCTION rule.stand_bijeenkomsten(bigint) IS
    'Meetings of a tafel, with all that was said and noted for them.';

CREATE OR REPLACE FUNCTION rule.stand_tafel(tafel_id bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'tafels', (SELECT jsonb_agg(rule.beeld(t)) FROM spr.tafel t WHERE t.id = tafel_id),
        'deelnames', (SELECT jsonb_agg(rule.beeld(d) ORDER BY d.id)
                      FROM spr.deelname d WHERE d.tafel = tafel_id),
        'zetels', (SELECT jsonb_agg(rule.beeld(z) ORDER BY z.id)
                   FROM spr.zetel z WHERE z.tafel = tafel_id),
        'rondes', (SELECT jsonb_agg(rule.beeld(r) ORDER BY r.id)
                   FROM spr.ronde r WHERE r.tafel = tafel_id),
        'gesprekken', (SELECT jsonb_agg(rule.beeld(g) ORDER BY g.id)
                       FROM spr.gesprek g WHERE g.tafel = tafel_id),
        'synthesen', (SELECT jsonb_agg(rule.beeld(s) ORDER BY s.id)
                      FROM spr.synthese s WHERE s.tafel = tafel_id AND s.status = 'bevestigd'))
        || rule.stand_keuzes(tafel_id) || rule.stand_bijeenkomsten(tafel_id);
END $$;
COMMENT ON FUNCTION rule.stand_tafel(bigint) IS
    'The structure of a tafel, from its plenary stream.';

CREATE OR REPLACE FUNCTION rule.stand_kamer(gesprek_id bigint, na_seq bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object(
        'punten', (SELECT jsonb_agg(rule.beeld(p, v) ORDER BY p.id)
                   FROM spr.punt p LEFT JOIN spr.vastgelegd v ON v.punt = p.id
                   WHERE p.gesprek = gesprek_id AND p.seq > na_seq),
        'samenvattingen', (SELECT jsonb_agg(rule.beeld(s)) FROM spr.samenvatting s
                           WHERE s.gesprek = gesprek_id AND s.seq > na_seq));
END $$;
COMMENT ON FUNCTION rule.stand_kamer(bigint, bigint) IS 'Points and summary of a sector talk.';

CREATE OR REPLACE FUNCTION rule.stand(s spr.stroom, na_seq bigint, OUT toestand jsonb,
    OUT ouder jsonb)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    soort text := split_part(s.naam, ':', 1);
    nummer bigint := rule.getal(split_part(split_part(s.naam, ':', 2), '-', 1));
    praat record;
BEGIN
    toestand := '{}';
    CASE soort
    WHEN 'tafel' THEN
        toestand := rule.stand_tafel(nummer);
    WHEN 'kamer' THEN
        toestand := rule.stand_kamer(nummer, na_seq);
    WHEN 'voorzitterskamer' THEN
        toestand := jsonb_build_object('syntheseConcepten', (
            SELECT jsonb_agg(rule.beeld_concept(x) ORDER BY x.id)
            FROM spr.synthese x WHERE x.tafel = nummer), 'besluitConcepten', (
            SELECT jsonb_agg(rule.beeld_concept(x) ORDER BY x.id)
            FROM spr.besluit x WHERE x.tafel = nummer), 'verslagConcepten', (
            SELECT jsonb_agg(rule.beeld_concept(x) ORDER BY x.id)
            FROM spr.verslag x WHERE x.tafel = nummer));
    WHEN 'vooroverleg', 'bilateraal' THEN
        NULL;
    WHEN 'buiten' THEN
        -- Outcomes are for everybody who may look in, however late they came.
        toestand := rule.stand_gevouwen(s, 0, s.seq);
        RETURN;
    ELSE
        toestand := rule.stand_gevouwen(s, na_seq, s.seq);
        RETURN;
    END CASE;
    praat := rule.stand_gesprekken(s.naam, na_seq);
    ouder := rule.lijst(praat.ouder);
    toestand := jsonb_strip_nulls(toestand || jsonb_build_object(
        'onderwerpen', rule.lijst(praat.onderwerpen), 'bijdragen', rule.lijst(praat.bijdragen)));
END $$;
COMMENT ON FUNCTION rule.stand(spr.stroom, bigint) IS
    'Present state of a stream for somebody who reads it from after na_seq.';

CREATE OR REPLACE FUNCTION rule.stand_toen(s spr.stroom, na_seq bigint, tot bigint)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    woorden constant text[] := '{bijdragen,punten,samenvattingen}';
BEGIN
    -- Structure from the beginning, words from where the seat began, a thousand events at most.
    RETURN (rule.stand_gevouwen(s, 0, tot) - woorden) || (
        SELECT coalesce(jsonb_object_agg(k, v), '{}')
        FROM jsonb_each(rule.stand_gevouwen(s, greatest(na_seq, tot - 1000), tot)) AS e (k, v)
        WHERE k = ANY (woorden));
END $$;
COMMENT ON FUNCTION rule.stand_toen(spr.stroom, bigint, bigint) IS
    'State of a stream at an earlier seq, for a seat that ended there.';

CREATE OR REPLACE FUNCTION rule.mag_hier_schrijven(wie bigint, stroom text, moment timestamptz)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.mag_stroom(wie, NULL, stroom, 'schrijven', moment) OR EXISTS (
        SELECT FROM rule.vertegenwoordigingen(wie, moment) v
        WHERE rule.mag_stroom(wie, v.organisatie, stroom, 'schrijven', moment));
END $$;
COMMENT ON FUNCTION rule.mag_hier_schrijven(bigint, text, timestamptz) IS
    'Whether somebody may write a stream, for themselves or for one of their organisations.';

CREATE OR REPLACE FUNCTION rule.stroom_beeld(wie bigint, recht rule.leesrecht,
    moment timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.stroom := rule.stroom_stand(recht.stroom);
    eerste bigint := rule.seq_voor(s.id, s.seq, recht.vanaf);
    laatste bigint := s.seq;
    toestand jsonb;
    ouder jsonb;
BEGIN
    IF recht.tot IS NULL THEN
        SELECT x.toestand, x.ouder INTO toestand, ouder FROM rule.stand(s, eerste) x;
    ELSE
        -- A seat that ended sees the tafel as it was then, from the events it could read.
        laatste := rule.seq_voor(s.id, s.seq, recht.tot + interval '1 microsecond');
        toestand := rule.stand_toen(s, eerste, laatste);
    END IF;
    RETURN jsonb_strip_nulls(jsonb_build_object('stroom', s.naam, 'seq', laatste,
        'h', encode(rule.stroom_h(s, laatste), 'hex'),
        'schrijven', recht.tot IS NULL AND rule.mag_hier_schrijven(wie, s.naam, moment),
        'ouder', ouder)) || jsonb_build_object('toestand', toestand);
END $$;
COMMENT ON FUNCTION rule.stroom_beeld(bigint, rule.leesrecht, timestamptz) IS
    'A stream in a snapshot: where it stands, its state, and whether the reader may write it.';

CREATE OR REPLACE FUNCTION rule.ik_beeld(wie bigint, tafel bigint, moment timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('persoon', wie::text,
        'rollen', (
            SELECT coalesce(jsonb_agg(DISTINCT r ORDER BY r), '[]') FROM (
                SELECT unnest(z.rollen) FROM rule.zetels(wie, ik_beeld.tafel, moment) z
                WHERE (z.tot IS NULL OR z.tot > moment)
                UNION SELECT * FROM rule.platformrollen(wie, moment)) x (r)),
        'namens', (
            SELECT coalesce(jsonb_agg(rule.vertegenwoordiging_json(v) ORDER BY v.id), '[]')
            FROM rule.vertegenwoordigingen(wie, moment) v
            WHERE EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = ik_beeld.tafel
                AND d.organisatie = v.organisatie)));
END $$;
COMMENT ON FUNCTION rule.ik_beeld(bigint, bigint, timestamptz) IS
    'The reader at a tafel: roles, and for whom they may speak there.';
