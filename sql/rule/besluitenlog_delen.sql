-- What stands with a row of the besluitenlog: counts, answers, notes, signatures. Invariant: it is
-- what its reader may know and no later than they read; a count outside the tafel that would be the
-- voice of one party is not given, and neither are the counts it could be worked out from.

CREATE OR REPLACE FUNCTION rule.log_tellen(namen text[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('naam', x.n, 'aantal', x.k)
            ORDER BY x.n COLLATE "C"), '[]')
        FROM (SELECT n, count(*) AS k FROM unnest(namen) n WHERE n IS NOT NULL GROUP BY n) x);
END $$;
COMMENT ON FUNCTION rule.log_tellen(text[]) IS 'How often each name occurs.';

CREATE OR REPLACE FUNCTION rule.log_stemverdeling(r rule.besluitregel, stemming bigint)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('zijde', c.zijde, 'sector', c.sector::text,
            'tellen', rule.log_tellen(c.keuzes)) ORDER BY c.zijde DESC, c.sector), '[]')
        FROM (
            -- A party in two sectors is counted twice: the sum less the whole would be its voice.
            SELECT x.*, bool_or(cardinality(x.keuzes) < 2 OR x.dubbel)
                OVER (PARTITION BY x.zijde) AS klein
            FROM (SELECT k.zijde, s.sector, array_agg(v.keuze) AS keuzes,
                      bool_or(cardinality(d.sectoren) > 1) AS dubbel
                  FROM spr.kiezer k JOIN spr.stem v USING (stemming, organisatie)
                  JOIN spr.deelname d ON d.tafel = r.tafel AND d.organisatie = k.organisatie,
                      unnest(d.sectoren) s (sector)
                  WHERE k.stemming = log_stemverdeling.stemming GROUP BY 1, 2) x) c
        WHERE r.zicht = 'tafel' OR NOT c.klein);
END $$;
COMMENT ON FUNCTION rule.log_stemverdeling(rule.besluitregel, bigint) IS
    'Votes per side and sector; outside the tafel a side is not split when that would tell one party''s voice.';

CREATE OR REPLACE FUNCTION rule.log_uitslag(uitslag jsonb, zicht text) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN zicht <> 'tafel' AND rule.is_stem(uitslag) THEN '[]' ELSE uitslag END
$$;
COMMENT ON FUNCTION rule.log_uitslag(jsonb, text) IS
    'A count as this reader sees it; empty when it would tell, outside the tafel, the voice of one party.';

CREATE OR REPLACE FUNCTION rule.log_stemmingen(r rule.besluitregel) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', s.id::text,
            'methode', s.methode, 'uitkomst', s.uitkomst, 'geslotenOp', rule.tijd(s.gesloten_op),
            'uitslag', rule.log_uitslag(s.uitslag, r.zicht),
            'verdeling', CASE WHEN r.zicht = 'ieder' THEN '[]'
                ELSE rule.log_stemverdeling(r, s.id) END)) ORDER BY s.id), '[]')
        FROM spr.stemming s
        WHERE s.besluit = r.besluit AND s.status = 'gesloten' AND s.gesloten_op <= r.gezien_tot
            -- A peiling is not told outside the tafel.
            AND (r.zicht = 'tafel' OR s.methode <> 'peiling'));
END $$;
COMMENT ON FUNCTION rule.log_stemmingen(rule.besluitregel) IS
    'Stemmingen that were closed, with the count as it was then; a peiling has no uitkomst.';

CREATE OR REPLACE FUNCTION rule.log_standpunten(keuzevragen bigint[], buiten boolean[],
    tot timestamptz[]) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        WITH stem AS (
            SELECT d.zijde, s.sector, p.waarde, k.buiten
                    -- Per question, so that no two selections differ by the voice of one party.
                    AND count(*) OVER (PARTITION BY k.keuzevraag, d.zijde, s.sector) = 1 AS klein
            FROM (SELECT u.keuzevraag, bool_and(u.buiten) AS buiten, max(u.tot) AS tot
                  FROM unnest(keuzevragen, log_standpunten.buiten, log_standpunten.tot)
                      u (keuzevraag, buiten, tot) GROUP BY u.keuzevraag) k
            JOIN spr.keuzevraag v ON v.id = k.keuzevraag
            JOIN spr.standpunt p ON p.keuzevraag = v.id AND p.op <= k.tot
            JOIN spr.deelname d ON d.tafel = v.tafel AND d.organisatie = p.organisatie,
                unnest(d.sectoren) s (sector)),
        groep AS (
            SELECT x.zijde, x.sector, bool_and(x.klein) AS klein FROM stem x GROUP BY 1, 2)
        SELECT coalesce(jsonb_agg(jsonb_build_object('zijde', g.zijde, 'sector', g.sector::text,
                'teKlein', g.klein, 'tellen', CASE WHEN g.klein THEN '[]' ELSE (
                    SELECT jsonb_agg(jsonb_build_object('naam', w.waarde, 'aantal', w.n)
                        ORDER BY w.waarde COLLATE "C")
                    FROM (SELECT x.waarde, count(*) AS n FROM stem x
                          WHERE x.zijde = g.zijde AND x.sector = g.sector AND NOT x.klein
                          GROUP BY 1) w) END)
            ORDER BY g.zijde DESC, g.sector), '[]')
        FROM groep g);
END $$;
COMMENT ON FUNCTION rule.log_standpunten(bigint[], boolean[], timestamptz[]) IS
    'Standpunten in these keuzevragen per side and sector; buiten: read from outside the tafel.';

CREATE OR REPLACE FUNCTION rule.log_gevolgen(r rule.besluitregel) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF r.zicht = 'ieder' OR r.keuzevraag IS NULL THEN
        RETURN '{}';
    END IF;
    RETURN (
        WITH cel AS (
            SELECT o.nummer, o.titel::text AS titel, g.sector, g.zijde, g.status,
                coalesce(array_agg(CASE WHEN a.verwacht THEN coalesce(a.effect, 'onbekend')
                        ELSE 'geen' END) FILTER (WHERE a.id IS NOT NULL), '{}') AS effecten,
                r.zicht <> 'tafel' AND count(a.id) = 1 AS klein
            FROM spr.gevolg g JOIN spr.optie o ON o.id = g.optie
            LEFT JOIN spr.gevolg_antwoord a ON a.gevolg = g.id AND a.op <= r.gezien_tot
            WHERE g.keuzevraag = r.keuzevraag GROUP BY g.id, o.id)
        SELECT jsonb_build_object(
            'gevolgen', jsonb_build_object('statussen', rule.log_tellen(array_agg(c.status)),
                'effecten', (SELECT rule.log_tellen(array_agg(e))
                    FROM cel x, unnest(x.effecten) e WHERE NOT x.klein)),
            'gevolgkaart', jsonb_agg(jsonb_build_object(
                'optie', c.nummer, 'titel', c.titel, 'sector', c.sector::text, 'zijde', c.zijde,
                'status', c.status, 'teKlein', c.klein, 'effecten', CASE WHEN c.klein THEN '[]'
                    ELSE rule.log_tellen(c.effecten) END)
                ORDER BY c.nummer, c.sector, c.zijde DESC))
        FROM cel c HAVING count(*) > 0);
END $$;
COMMENT ON FUNCTION rule.log_gevolgen(rule.besluitregel) IS
    'Expected consequences: how many of each status and effect, and per option, sector and side.';

CREATE OR REPLACE FUNCTION rule.log_toezegging(z spr.toezegging, tot timestamptz) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE WHEN z.op > tot THEN NULL ELSE coalesce(
        (SELECT s.status FROM spr.toezegging_stap s WHERE s.toezegging = z.id AND s.op <= tot
         ORDER BY s.id DESC LIMIT 1),
        CASE WHEN z.aanvaard_op <= tot THEN 'aanvaard'
             WHEN z.status = 'ingetrokken' THEN 'ingetrokken' ELSE 'voorgesteld' END) END;
END $$;
COMMENT ON FUNCTION rule.log_toezegging(spr.toezegging, timestamptz) IS
    'Where a toezegging stood at a moment; NULL before it was proposed.';

CREATE OR REPLACE FUNCTION rule.log_partijen(r rule.besluitregel) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    noemt boolean := r.zicht = 'tafel' OR r.toeschrijving <> 'chatham';
BEGIN
    RETURN jsonb_build_object(
        'aantekeningen', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'organisatie', a.organisatie::text, 'tekst', a.tekst) ORDER BY a.id), '[]')
            FROM spr.aantekening a
            WHERE a.besluit = r.besluit AND noemt AND a.op <= r.gezien_tot),
        'ondertekeningen', (SELECT coalesce(jsonb_agg(o.organisatie::text ORDER BY o.id), '[]')
            FROM spr.ondertekening o
            WHERE o.besluit = r.besluit AND noemt AND o.op <= r.gezien_tot),
        'afwijkend', (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'organisatie', p.organisatie::text, 'waarde', p.waarde, 'tekst', p.tekst))
                ORDER BY p.id), '[]')
            FROM spr.standpunt p WHERE p.keuzevraag = r.keuzevraag AND r.zicht = 'tafel'
                AND p.waarde IN ('niet_akkoord', 'akkoord_mits') AND p.op <= r.gezien_tot));
END $$;
COMMENT ON FUNCTION rule.log_partijen(rule.besluitregel) IS
    'What parties added under their own name; under chatham only its tafel reads that.';

CREATE OR REPLACE FUNCTION rule.log_delen(r rule.besluitregel) RETURNS jsonb
LANGUAGE plpgsql STABLE
-- A few rows each, found by their keys: one plan is as good as another, and planning costs more.
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN jsonb_build_object(
        'stemmingen', rule.log_stemmingen(r),
        'standpunten', CASE WHEN r.zicht = 'ieder' OR r.keuzevraag IS NULL THEN '[]'
            ELSE rule.log_standpunten(ARRAY[r.keuzevraag], ARRAY[r.zicht <> 'tafel'],
                ARRAY[r.gezien_tot]) END,
        'toezeggingen', CASE WHEN r.zicht = 'ieder' THEN '[]' ELSE (
            SELECT rule.log_tellen(array_agg(rule.log_toezegging(z, r.gezien_tot)))
            FROM spr.toezegging z WHERE z.besluit = r.besluit) END,
        'doorgeleidingen', (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'naam', o.naam, 'termijn', rule.tijd(d.termijn),
                'status', CASE WHEN d.antwoord_op <= r.gezien_tot THEN d.status
                    WHEN d.termijn <= r.gezien_tot THEN 'geen_antwoord' ELSE 'verstuurd' END,
                'toelichting', CASE WHEN d.antwoord_op <= r.gezien_tot THEN d.toelichting END))
                ORDER BY d.id), '[]')
            FROM spr.doorgeleiding d JOIN spr.overlegtafel o ON o.id = d.overlegtafel
            WHERE d.besluit = r.besluit AND d.op <= r.gezien_tot),
        'eerder', (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'uitkomst', e.uitkomst, 'op', rule.tijd(e.op), 'tot', rule.tijd(e.tot),
                'reden', CASE WHEN r.zicht <> 'ieder' THEN e.reden END)) ORDER BY e.nr), '[]')
            FROM spr.eerdere_uitkomst e WHERE e.besluit = r.besluit AND e.op <= r.gezien_tot))
        || rule.log_partijen(r) || coalesce(rule.log_gevolgen(r), '{}')
        -- What members said replaced a voice, and the rule decided again.
        || coalesce((SELECT jsonb_build_object('hertelling', rule.log_uitslag(b.hertelling, r.zicht))
            FROM spr.besluit b WHERE b.id = r.besluit AND b.hertelling IS NOT NULL
                AND b.uitkomst_op <= r.gezien_tot), '{}');
END $$;
COMMENT ON FUNCTION rule.log_delen(rule.besluitregel) IS
    'All that stands with a row, on the wire.';

CREATE OR REPLACE FUNCTION rule.log_beeld(r rule.besluitregel, heel boolean) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('besluit', r.besluit::text, 'kenmerk', r.kenmerk,
        'tafel', r.tafel::text, 'tafelKenmerk', r.tafelkenmerk, 'tafelTitel', r.tafeltitel,
        'titel', r.titel, 'soort', r.soort, 'status', r.status, 'uitkomst', r.uitkomst,
        'reden', r.reden, 'op', rule.tijd(r.op), 'uitkomstOp', rule.tijd(r.uitkomst_op),
        'gebeurdOm', rule.tijd(r.gebeurd_om), 'termijn', rule.tijd(r.termijn),
        'tot', rule.tijd(r.tot), 'evalueerOp', rule.tijd(r.evalueer_op),
        'openbaarheid', r.openbaarheid, 'embargoTot', rule.tijd(r.embargo_tot),
        'sectoren', rule.ids(r.sectoren), 'vast', to_jsonb(r.vast), 'zicht', r.zicht)
        || CASE WHEN heel THEN jsonb_build_object('tekst', r.tekst, 'motivering', r.motivering,
               'samenvatting', r.samenvatting) ELSE '{}' END)
        || CASE WHEN heel THEN rule.log_delen(r) ELSE rule.log_delen(r) - 'gevolgkaart' END;
END $$;
COMMENT ON FUNCTION rule.log_beeld(rule.besluitregel, boolean) IS
    'A row of the besluitenlog on the wire; heel with its text and the map of consequences.';

CREATE OR REPLACE FUNCTION rule.log_tellingen(wie bigint, filter jsonb, moment timestamptz)
RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    gekozen bigint[];
    zichten text[];
    toten timestamptz[];
    veel boolean;
BEGIN
    SELECT array_agg(k.besluit), array_agg(k.zicht), array_agg(k.gezien_tot)
    INTO gekozen, zichten, toten
    FROM rule.log_gekozen(wie, filter - '{na,hoogstens}'::text[], moment) k;
    -- Each besluit has the standpunten of all its parties: that is for a question, not for all at once.
    veel := coalesce(cardinality(gekozen) > 5000, false);
    RETURN jsonb_build_object('aantal', coalesce(cardinality(gekozen), 0),
        'tafels', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', x.id::text,
                'kenmerk', x.kenmerk, 'titel', x.titel) ORDER BY x.kenmerk COLLATE "C" DESC), '[]')
            FROM (SELECT t.id, t.kenmerk, t.titel FROM spr.tafel t WHERE t.id IN (
                      SELECT b.tafel FROM spr.besluit b WHERE b.id = ANY (gekozen))
                  ORDER BY t.id DESC LIMIT 500) x),
        'tijd', (SELECT coalesce(jsonb_agg(jsonb_build_object('maand', x.maand,
                'uitkomst', x.uitkomst, 'aantal', x.k) ORDER BY x.maand, x.uitkomst), '[]')
            FROM (SELECT to_char(b.uitkomst_op AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM') AS maand,
                      b.uitkomst, count(*) AS k
                  FROM unnest(gekozen) g (besluit) JOIN spr.besluit b ON b.id = g.besluit
                  WHERE b.uitkomst IS NOT NULL GROUP BY 1, 2
                  ORDER BY 1 DESC, 2 LIMIT 420) x),
        'toezeggingen', (SELECT rule.log_tellen(array_agg(rule.log_toezegging(z, g.tot)))
            FROM unnest(gekozen, zichten, toten) g (besluit, zicht, tot)
            JOIN spr.toezegging z ON z.besluit = g.besluit WHERE g.zicht <> 'ieder'),
        'standpunten', (SELECT rule.log_standpunten(array_agg(b.keuzevraag),
                array_agg(g.zicht <> 'tafel'), array_agg(g.tot))
            FROM unnest(gekozen, zichten, toten) g (besluit, zicht, tot)
            JOIN spr.besluit b ON b.id = g.besluit
            WHERE g.zicht <> 'ieder' AND b.keuzevraag IS NOT NULL AND NOT veel),
        'teVeel', veel);
END $$;
COMMENT ON FUNCTION rule.log_tellingen(bigint, jsonb, timestamptz) IS
    'Counts over all that a filter finds: outcomes per month, toezeggingen, standpunten.';
