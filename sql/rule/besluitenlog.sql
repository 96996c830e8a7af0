-- The besluitenlog: every besluit that a reader may know of, as a list that can be narrowed.
-- Invariant: rule.besluit_zicht alone decides on a row, for every door; it asks the time itself, so
-- an embargo ends when it ends. A draft is never a row, and no row names a person.

CREATE OR REPLACE FUNCTION rule.log_lezer(wie bigint, moment timestamptz) RETURNS rule.loglezer
LANGUAGE plpgsql STABLE AS $$
DECLARE
    l rule.loglezer;
BEGIN
    l.analist := EXISTS (SELECT FROM rule.platformrollen(wie, moment) r WHERE r = 'analist');
    l.analist_bij := ARRAY(SELECT x.tafel FROM rule.zetels(wie, NULL, moment) x
        WHERE 'analist' = ANY (x.rollen) AND x.vanaf <= moment
            AND (x.tot IS NULL OR x.tot > moment));
    SELECT coalesce(array_agg(z.tafel ORDER BY z.tafel), '{}'),
        coalesce(array_agg(r.vanaf ORDER BY z.tafel), '{}'),
        coalesce(array_agg(coalesce(r.tot, 'infinity') ORDER BY z.tafel), '{}')
    INTO l.tafels, l.vanaf, l.tot
    FROM (SELECT DISTINCT x.tafel FROM rule.zetels(wie, NULL, moment) x) z,
        LATERAL rule.leesrecht(wie, 'tafel:' || z.tafel, moment) r
    WHERE r.stroom IS NOT NULL;
    RETURN l;
END $$;
COMMENT ON FUNCTION rule.log_lezer(bigint, timestamptz) IS
    'What somebody brings to the besluitenlog; NULL is a visitor and brings nothing.';

CREATE OR REPLACE FUNCTION rule.besluit_zicht(l rule.loglezer, b spr.besluit, t spr.tafel,
    moment timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN b.voorgelegd_op IS NULL OR coalesce(b.uitkomst_op, b.voorgelegd_op) > moment THEN NULL
        -- What a seat reads begins and ends with it, also in what came of a besluit.
        WHEN b.tafel = ANY (l.tafels)
            AND coalesce(b.uitkomst_op, b.voorgelegd_op) >= l.vanaf[array_position(l.tafels, b.tafel)]
            AND coalesce(b.uitkomst_op, b.voorgelegd_op) <= l.tot[array_position(l.tafels, b.tafel)]
            -- Before it has an outcome its text may change after somebody left.
            AND (l.tot[array_position(l.tafels, b.tafel)] = 'infinity' OR b.uitkomst IS NOT NULL)
        THEN 'tafel'
        WHEN t.openbaarheid = 'vertrouwelijk' OR t.status = 'concept' THEN NULL
        WHEN (l.analist OR b.tafel = ANY (l.analist_bij)) AND (b.uitkomst IS NOT NULL OR (b.status = 'conclusie_voorgelegd'
                AND b.termijn <= moment))
            AND (b.openbaarheid IN ('tafel', 'openbaar')
                OR (b.openbaarheid = 'embargo' AND b.embargo_tot <= moment))
        THEN 'analist'
        WHEN b.uitkomst IS NOT NULL AND (b.openbaarheid = 'openbaar'
            OR (b.openbaarheid = 'embargo' AND b.embargo_tot <= moment))
        THEN 'ieder' END
$$;
COMMENT ON FUNCTION rule.besluit_zicht(rule.loglezer, spr.besluit, spr.tafel, timestamptz) IS
    'In which capacity a reader sees a besluit in the log: tafel, analist or ieder; NULL is not at all.';

CREATE OR REPLACE FUNCTION rule.besluit_vast(b spr.besluit, zicht text, moment timestamptz)
RETURNS text[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN array_remove(ARRAY[
        CASE WHEN b.uitkomst IN ('aangehouden', 'verdeeld', 'ingetrokken', 'niet_tot_stand_gekomen')
             THEN b.uitkomst END,
        CASE WHEN b.status = 'conclusie_voorgelegd' AND b.termijn <= moment
             THEN 'termijn_verlopen' END,
        CASE WHEN EXISTS (SELECT FROM spr.doorgeleiding d WHERE d.besluit = b.id
                  AND d.op <= moment AND d.termijn <= moment
                  AND (d.antwoord_op IS NULL OR d.antwoord_op > moment))
             THEN 'geen_antwoord' END,
        -- A knelpunt is told at its tafel, not outside. What runs on time is not stuck.
        CASE WHEN zicht <> 'ieder' AND b.uitkomst IS DISTINCT FROM 'aangenomen'
                  AND (b.uitkomst IS NOT NULL OR b.termijn <= moment) AND EXISTS (
                  SELECT FROM spr.keuzevraag v JOIN spr.knelpunt k ON k.id = v.knelpunt
                  WHERE v.id = b.keuzevraag AND k.status IN ('open', 'termijn_verstreken')
                      AND k.handelingsruimte_tot <= moment)
             THEN 'knelpunt_verstreken' END], NULL);
END $$;
COMMENT ON FUNCTION rule.besluit_vast(spr.besluit, text, timestamptz) IS
    'Why a besluit is stuck, as far as its reader may know; empty when it is not.';

CREATE OR REPLACE FUNCTION rule.besluit_sectoren(b spr.besluit) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
    gevraagd bigint[] := ARRAY(SELECT DISTINCT g.sector FROM spr.gevolg g
        WHERE g.keuzevraag = b.keuzevraag AND (b.optie IS NULL OR g.optie = b.optie) ORDER BY 1);
BEGIN
    IF gevraagd <> '{}' THEN
        RETURN gevraagd;
    END IF;
    RETURN ARRAY(SELECT DISTINCT s FROM spr.deelname d, unnest(d.sectoren) s
        WHERE d.tafel = b.tafel AND d.toegetreden_op <= coalesce(b.uitkomst_op, b.voorgelegd_op)
        ORDER BY 1);
END $$;
COMMENT ON FUNCTION rule.besluit_sectoren(spr.besluit) IS
    'Sectors a besluit touches: where consequences were asked, else those that sat at the tafel.';

CREATE OR REPLACE FUNCTION rule.besluit_partijen(b spr.besluit, zicht text, chatham boolean)
RETURNS TABLE (organisatie bigint, zijde text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- Nobody finds out by asking what they may not read: standpunten and stemmen stay at the tafel
    -- and with the analist, and under chatham nobody outside learns which party it was.
    RETURN QUERY SELECT x.organisatie, d.zijde FROM (
            SELECT p.organisatie FROM spr.standpunt p
            WHERE p.keuzevraag = b.keuzevraag AND zicht <> 'ieder'
            UNION SELECT v.organisatie FROM spr.stemming s JOIN spr.stem v ON v.stemming = s.id
            WHERE s.besluit = b.id AND zicht <> 'ieder'
                AND (s.zichtbaar = 'direct' OR s.status = 'gesloten')
            UNION SELECT o.organisatie FROM spr.ondertekening o WHERE o.besluit = b.id) x
        JOIN spr.deelname d ON d.tafel = b.tafel AND d.organisatie = x.organisatie
        WHERE zicht = 'tafel' OR NOT chatham;
END $$;
COMMENT ON FUNCTION rule.besluit_partijen(spr.besluit, text, boolean) IS
    'Who took part, as far as a reader may know: a standpunt, a stem that can be seen, an ondertekening.';

CREATE OR REPLACE FUNCTION rule.log_periode(filter jsonb, moment timestamptz,
    OUT van timestamptz, OUT tot timestamptz)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    jaar int := extract(year FROM rule.dag(moment))
        - CASE filter ->> 'periode' WHEN 'vorig_jaar' THEN 1 ELSE 0 END;
BEGIN
    IF filter ? 'periode' THEN
        van := make_date(jaar, 1, 1)::timestamp AT TIME ZONE 'Europe/Amsterdam';
        tot := make_date(jaar + 1, 1, 1)::timestamp AT TIME ZONE 'Europe/Amsterdam';
    END IF;
    van := greatest(van, rule.moment(filter ->> 'van'));
    tot := least(tot, rule.moment(filter ->> 'tot'));
END $$;
COMMENT ON FUNCTION rule.log_periode(jsonb, timestamptz) IS
    'From when until before when a filter asks; NULL where it does not say.';

CREATE OR REPLACE FUNCTION rule.log_past(b spr.besluit, filter jsonb, van timestamptz,
    voor timestamptz, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT (NOT filter ? 'besluit' OR b.id = rule.getal(filter ->> 'besluit'))
        AND (NOT filter ? 'tafel' OR b.tafel = rule.getal(filter ->> 'tafel'))
        AND (NOT filter ? 'soort' OR filter -> 'soort' ? b.soort)
        AND (NOT filter ? 'uitkomst' OR filter -> 'uitkomst' ? b.uitkomst)
        AND (van IS NULL OR coalesce(b.uitkomst_op, b.voorgelegd_op) >= van)
        AND (voor IS NULL OR coalesce(b.uitkomst_op, b.voorgelegd_op) < voor)
        AND ((filter -> 'openbaar') IS DISTINCT FROM 'true'::jsonb OR (b.uitkomst IS NOT NULL
            AND (b.openbaarheid = 'openbaar' OR b.embargo_tot <= moment)))
        AND (NOT filter ? 'na' OR CASE WHEN (filter -> 'oplopend') = 'true'::jsonb
            THEN (coalesce(b.uitkomst_op, b.voorgelegd_op), b.id)
                > (rule.moment(filter #>> '{na,op}'), rule.getal(filter #>> '{na,id}'))
            ELSE (coalesce(b.uitkomst_op, b.voorgelegd_op), b.id)
                < (rule.moment(filter #>> '{na,op}'), rule.getal(filter #>> '{na,id}')) END)
        AND (NOT filter ? 'zoek' OR b.kenmerk = upper(btrim(filter ->> 'zoek'))
            OR rule.woorden(b.titel::text || ' ' || b.tekst::text || ' '
                || coalesce(b.motivering::text, '') || ' ' || coalesce(b.samenvatting::text, ''))
                @@ websearch_to_tsquery('pg_catalog.dutch'::regconfig, filter ->> 'zoek'))
$$;
COMMENT ON FUNCTION rule.log_past(spr.besluit, jsonb, timestamptz, timestamptz, timestamptz) IS
    'Whether a besluit itself is what a filter asks for; what stands around it is asked elsewhere.';

CREATE OR REPLACE FUNCTION rule.log_gekozen(wie bigint, filter jsonb, moment timestamptz)
RETURNS TABLE (nr bigint, besluit bigint, zicht text, gezien_tot timestamptz)
LANGUAGE plpgsql STABLE
-- Each question is planned for itself: what it does not ask costs nothing.
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    l rule.loglezer := rule.log_lezer(wie, moment);
    p record := rule.log_periode(filter, moment);
    op_af boolean := (filter -> 'oplopend') = 'true'::jsonb;
BEGIN
    RETURN QUERY
    SELECT row_number() OVER (), x.id, x.zicht, x.tot FROM (
        SELECT b.id, z.zicht, g.tot
        FROM spr.besluit b JOIN spr.tafel t ON t.id = b.tafel
        CROSS JOIN LATERAL (SELECT rule.besluit_zicht(l, b, t, moment)) z (zicht)
        CROSS JOIN LATERAL (SELECT CASE WHEN z.zicht = 'tafel' THEN
            least(moment, l.tot[array_position(l.tafels, b.tafel)]) ELSE moment END) g (tot)
        WHERE b.voorgelegd_op IS NOT NULL AND z.zicht IS NOT NULL
            AND rule.log_past(b, filter, p.van, p.tot, moment)
            -- First what an index knows, then the rule itself for what is left.
            AND (NOT filter ? 'vast' OR (CASE filter ->> 'vast'
                    WHEN 'alle' THEN b.uitkomst IS DISTINCT FROM 'aangenomen'
                        OR b.id IN (SELECT d.besluit FROM spr.doorgeleiding d)
                    WHEN 'termijn_verlopen' THEN b.uitkomst IS NULL
                    WHEN 'geen_antwoord' THEN b.id IN (SELECT d.besluit FROM spr.doorgeleiding d)
                    WHEN 'knelpunt_verstreken' THEN b.keuzevraag IN (
                        SELECT k.id FROM spr.keuzevraag k WHERE k.knelpunt IS NOT NULL)
                    ELSE b.uitkomst = filter ->> 'vast' END
                AND EXISTS (SELECT FROM unnest(rule.besluit_vast(b, z.zicht, g.tot)) v
                    WHERE filter ->> 'vast' IN (v, 'alle'))))
            AND (NOT filter ? 'sector' OR (b.tafel IN (SELECT d.tafel FROM spr.deelname d
                    WHERE rule.getal(filter ->> 'sector') = ANY (d.sectoren))
                AND rule.getal(filter ->> 'sector') = ANY (rule.besluit_sectoren(b))))
            AND (NOT filter ? 'organisatie' OR b.keuzevraag IN (SELECT s.keuzevraag
                    FROM spr.standpunt s WHERE s.organisatie = rule.getal(filter ->> 'organisatie'))
                OR b.id IN (SELECT s.besluit FROM spr.stem v JOIN spr.stemming s ON s.id = v.stemming
                    WHERE v.organisatie = rule.getal(filter ->> 'organisatie'))
                OR b.id IN (SELECT o.besluit FROM spr.ondertekening o
                    WHERE o.organisatie = rule.getal(filter ->> 'organisatie')))
            AND (NOT filter ?| '{organisatie,zijde}' OR EXISTS (
                SELECT FROM rule.besluit_partijen(b, z.zicht, t.toeschrijving = 'chatham') d
                WHERE (NOT filter ? 'organisatie'
                        OR d.organisatie = rule.getal(filter ->> 'organisatie'))
                    AND (NOT filter ? 'zijde' OR d.zijde = filter ->> 'zijde')))
        ORDER BY CASE WHEN op_af THEN coalesce(b.uitkomst_op, b.voorgelegd_op) END,
            CASE WHEN op_af THEN b.id END, coalesce(b.uitkomst_op, b.voorgelegd_op) DESC, b.id DESC
        LIMIT (filter ->> 'hoogstens')::int) x;
END $$;
COMMENT ON FUNCTION rule.log_gekozen(bigint, jsonb, timestamptz) IS
    'Which besluiten a reader finds with a filter, in order, and in which capacity.';

CREATE OR REPLACE FUNCTION rule.besluitenlog(wie bigint, filter jsonb, moment timestamptz)
RETURNS SETOF rule.besluitregel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
    SELECT b.id, b.kenmerk, b.tafel, t.kenmerk, t.titel::text, t.toeschrijving, b.titel::text,
        b.soort, b.status, b.uitkomst, CASE WHEN k.zicht <> 'ieder' THEN b.uitkomst_reden::text END,
        coalesce(b.uitkomst_op, b.voorgelegd_op), b.voorgelegd_op, b.termijn, b.uitkomst_op,
        b.gebeurd_om, b.tot, b.tekst::text, b.motivering::text, b.samenvatting::text, b.keuzevraag,
        b.optie, CASE WHEN b.embargo_tot <= moment THEN 'openbaar' ELSE b.openbaarheid END,
        CASE WHEN b.embargo_tot > moment THEN b.embargo_tot END, b.evalueer_op,
        rule.besluit_sectoren(b), rule.besluit_vast(b, k.zicht, k.gezien_tot), k.zicht,
        k.gezien_tot
    FROM rule.log_gekozen(wie, filter, moment) k
    JOIN spr.besluit b ON b.id = k.besluit JOIN spr.tafel t ON t.id = b.tafel
    ORDER BY k.nr;
END $$;
COMMENT ON FUNCTION rule.besluitenlog(bigint, jsonb, timestamptz) IS
    'Rows of the besluitenlog for somebody, NULL for a visitor: newest first, or with oplopend oldest first; na and hoogstens make pages.';
