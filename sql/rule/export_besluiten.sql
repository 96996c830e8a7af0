-- What an export of besluiten says: each besluit as it stood on the peildatum.
-- Invariant: a row must be one that the reader may know of now and could have known then; what a
-- row says follows from the moment alone, so that asking again later gives the same.

CREATE OR REPLACE FUNCTION rule.besluiten_gewijzigd(sinds timestamptz) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT DISTINCT b.id FROM spr.stroom s
        JOIN spr.gebeurtenis g ON g.stroom = s.id
            AND g.seq > rule.seq_voor(s.id, s.seq, sinds + interval '1 microsecond')
        JOIN spr.inhoud i ON i.stroom = g.stroom AND i.seq = g.seq,
        LATERAL (
            SELECT (r ->> 'id')::bigint FROM jsonb_array_elements(
                CASE WHEN i.inhoud LIKE '%"besluiten"%' THEN i.inhoud::jsonb -> 'besluiten' END) r
            UNION ALL
            -- Of what is absent the leaf still says what it was about.
            SELECT substring(g.leaf FROM '"ref":"besluit:([0-9]+)"')::bigint WHERE i.inhoud IS NULL
        ) b (id)
        WHERE starts_with(s.naam, 'tafel:') AND s.at > sinds AND b.id IS NOT NULL;
END $$;
COMMENT ON FUNCTION rule.besluiten_gewijzigd(timestamptz) IS
    'Besluiten of which the log tells something after this moment.';

CREATE OR REPLACE FUNCTION rule.besluit_toen(INOUT b spr.besluit, moment timestamptz,
    OUT afwezig text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.stroom := rule.stroom_stand('tafel:' || b.tafel);
    beeld jsonb;
BEGIN
    SELECT i.afwezig, (SELECT r FROM jsonb_array_elements(i.inhoud::jsonb -> 'besluiten') r
                       WHERE r ->> 'id' = b.id::text)
    INTO afwezig, beeld
    FROM spr.gebeurtenis g JOIN spr.inhoud i USING (stroom, seq)
    WHERE g.stroom = s.id
        AND g.seq <= rule.seq_voor(s.id, s.seq, moment + interval '1 microsecond')
        AND CASE WHEN i.inhoud IS NULL THEN g.leaf LIKE '%"ref":"besluit:' || b.id || '"%'
            ELSE i.inhoud LIKE '%"besluiten"%' AND EXISTS (
                SELECT FROM jsonb_array_elements(i.inhoud::jsonb -> 'besluiten') r
                WHERE r ->> 'id' = b.id::text) END
    ORDER BY g.seq DESC LIMIT 1;
    b.titel := beeld ->> 'titel';
    b.tekst := beeld ->> 'tekst';
    b.motivering := beeld ->> 'motivering';
    b.samenvatting := beeld ->> 'samenvatting';
    IF afwezig IS NOT NULL THEN
        -- That it lay before the tafel then, and that its words are gone, is all there is to say.
        b.uitkomst_reden := NULL;
        b.hertelling := NULL;
        SELECT e.uitkomst, e.op, e.tot INTO b.uitkomst, b.uitkomst_op, b.tot
        FROM spr.eerdere_uitkomst e
        WHERE e.besluit = b.id AND b.uitkomst_op > moment AND e.op <= moment
        ORDER BY e.nr DESC LIMIT 1;
        RETURN;
    END IF;
    b.soort := coalesce(beeld ->> 'soort', b.soort);
    b.status := coalesce(beeld ->> 'status', b.status);
    b.termijn := rule.moment(beeld ->> 'termijn');
    b.voorgelegd_op := rule.moment(beeld ->> 'voorgelegdOp');
    b.uitkomst := beeld ->> 'uitkomst';
    b.hertelling := beeld -> 'hertelling';
    b.uitkomst_reden := beeld ->> 'uitkomstReden';
    b.uitkomst_op := rule.moment(beeld ->> 'uitkomstOp');
    b.gebeurd_om := rule.moment(beeld ->> 'gebeurdOm');
    b.tot := rule.moment(beeld ->> 'tot');
    b.openbaarheid := coalesce(beeld ->> 'openbaarheid', 'tafel');
    b.embargo_tot := rule.moment(beeld ->> 'embargoTot');
END $$;
COMMENT ON FUNCTION rule.besluit_toen(spr.besluit, timestamptz) IS
    'A besluit as the log told it last at this moment; never put to the tafel when it did not.';

CREATE OR REPLACE FUNCTION rule.export_telling(b spr.besluit, peil timestamptz, buiten boolean,
    OUT methode text, OUT kiezers bigint, OUT voor bigint, OUT tegen bigint, OUT onthouding bigint,
    OUT niet_deel bigint, OUT opkomst text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    aanwezig bigint;
BEGIN
    SELECT s.methode, sum((g ->> 'kiezers')::bigint), sum((g ->> 'voor')::bigint),
        sum((g ->> 'tegen')::bigint), sum((g ->> 'onthouding')::bigint),
        sum((g ->> 'neemtNietDeel')::bigint), sum((g ->> 'aanwezig')::bigint)
    INTO methode, kiezers, voor, tegen, onthouding, niet_deel, aanwezig
    FROM (
        SELECT x.methode, coalesce(b.hertelling, x.uitslag) AS uitslag FROM spr.stemming x
        WHERE x.besluit = b.id AND x.status = 'gesloten' AND x.methode <> 'peiling'
            -- Not one from before it was held over and put again.
            AND x.gesloten_op BETWEEN b.voorgelegd_op AND peil
        ORDER BY x.id DESC LIMIT 1) s, jsonb_array_elements(s.uitslag) g
    WHERE NOT (buiten AND rule.is_stem(s.uitslag))
    GROUP BY s.methode;
    opkomst := to_char(aanwezig::numeric / nullif(kiezers, 0), 'FM0.000');
END $$;
COMMENT ON FUNCTION rule.export_telling(spr.besluit, timestamptz, boolean) IS
    'The count that gave the outcome there was then, counted again when members rejected; all groups together.';

CREATE OR REPLACE FUNCTION rule.export_ondertekenaars(besluit bigint, peil timestamptz,
    OUT namen text, OUT kvk text)
LANGUAGE sql STABLE AS $$
    SELECT string_agg(o.naam, '; ' ORDER BY o.id), string_agg(coalesce(o.kvk, 'onbekend'), '; ' ORDER BY o.id)
    FROM spr.ondertekening t JOIN spr.organisatie o ON o.id = t.organisatie
    WHERE t.besluit = export_ondertekenaars.besluit AND t.op <= peil
$$;
COMMENT ON FUNCTION rule.export_ondertekenaars(bigint, timestamptz) IS
    'Organisations that had signed by then, with their numbers.';

CREATE OR REPLACE FUNCTION rule.export_besluiten(wie bigint, filter jsonb, peil timestamptz,
    moment timestamptz) RETURNS SETOF rule.exportrij
LANGUAGE plpgsql STABLE AS $$
DECLARE
    toen rule.loglezer := rule.log_lezer(wie, peil);
    p record := rule.log_periode(filter, peil);
    -- What a besluit itself was then, is asked of what it was then.
    ruim jsonb := filter - '{soort,uitkomst,periode,van,tot,openbaar,zoek,vast,na,oplopend,hoogstens}'::text[];
    gewijzigd bigint[] := ARRAY(SELECT rule.besluiten_gewijzigd(peil));
BEGIN
    RETURN QUERY
    SELECT b.kenmerk, t.kenmerk, t.titel::text, b.soort, b.titel::text, b.tekst::text,
        b.motivering::text, b.samenvatting::text, b.uitkomst,
        CASE WHEN z.zicht <> 'ieder' AND l.zicht <> 'ieder' THEN b.uitkomst_reden::text END,
        rule.tijd(b.uitkomst_op), rule.tijd(b.gebeurd_om), rule.tijd(b.tot),
        rule.tijd(b.voorgelegd_op), rule.tijd(b.termijn),
        (SELECT string_agg(s.naam, '; ' ORDER BY s.id) FROM spr.sector s
         WHERE s.id = ANY (l.sectoren)), nullif(array_to_string(v.vast, '; '), ''),
        n.methode, n.kiezers::text, n.voor::text, n.tegen::text, n.onthouding::text,
        n.niet_deel::text, n.opkomst,
        (SELECT count(*) FROM spr.aantekening a
         WHERE a.besluit = b.id AND a.op <= g.tot AND naam.mag)::text,
        CASE WHEN naam.mag THEN o.namen END, CASE WHEN naam.mag THEN o.kvk END,
        CASE WHEN 'ieder' <> ALL (ARRAY[z.zicht, l.zicht]) THEN (
            SELECT count(*) FROM spr.toezegging x
            WHERE x.besluit = b.id AND x.op <= g.tot)::text END,
        d.alle::text, d.antwoord::text, x.afwezig
    FROM rule.besluitenlog(wie, ruim, moment) l
    JOIN spr.besluit nu ON nu.id = l.besluit
    JOIN spr.tafel t ON t.id = nu.tafel
    CROSS JOIN LATERAL (
        SELECT r.b, r.afwezig FROM rule.besluit_toen(nu, peil) r WHERE nu.id = ANY (gewijzigd)
        UNION ALL SELECT nu, NULL WHERE nu.id <> ALL (gewijzigd)) x
    CROSS JOIN LATERAL (SELECT (x.b).*) b
    CROSS JOIN LATERAL (SELECT rule.besluit_zicht(toen, x.b, t, peil)) z (zicht)
    CROSS JOIN LATERAL (SELECT rule.besluit_vast(x.b,
        CASE WHEN 'ieder' IN (z.zicht, l.zicht) THEN 'ieder' ELSE l.zicht END,
        least(peil, l.gezien_tot))) v (vast)
    CROSS JOIN LATERAL (SELECT least(peil, l.gezien_tot) AS tot,
        'tafel' = ALL (ARRAY[z.zicht, l.zicht]) AS binnen) g
    CROSS JOIN LATERAL (SELECT t.toeschrijving <> 'chatham'
        OR (z.zicht = 'tafel' AND l.zicht = 'tafel')) naam (mag)
    CROSS JOIN LATERAL rule.export_telling(x.b, g.tot, NOT g.binnen) n
    CROSS JOIN LATERAL rule.export_ondertekenaars(b.id, g.tot) o
    CROSS JOIN LATERAL (SELECT count(*) AS alle,
        count(*) FILTER (WHERE y.antwoord_op <= g.tot) AS antwoord
        FROM spr.doorgeleiding y WHERE y.besluit = b.id AND y.op <= g.tot) d
    WHERE z.zicht IS NOT NULL AND rule.log_past(x.b, filter - '{na,oplopend,hoogstens}'::text[],
            p.van, p.tot, peil)
        AND (NOT filter ? 'vast' OR CASE WHEN filter -> 'vast' ? 'alle' THEN v.vast <> '{}'
            ELSE EXISTS (SELECT FROM unnest(v.vast) w WHERE filter -> 'vast' ? w) END)
    ORDER BY coalesce(b.uitkomst_op, b.voorgelegd_op), b.id;
END $$;
COMMENT ON FUNCTION rule.export_besluiten(bigint, jsonb, timestamptz, timestamptz) IS
    'Rows of an export of besluiten as of peil, for what somebody may read at this moment; oldest first.';

CREATE OR REPLACE FUNCTION rule.export_logboek(wie bigint, tafel bigint, peil timestamptz,
    moment timestamptz) RETURNS SETOF text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    s spr.stroom;
    naam text;
    eerste bigint;
    laatste bigint;
BEGIN
    FOR naam IN SELECT r.stroom FROM rule.leesbare_stromen(wie, moment, tafel) r
        -- What two sides say apart is part of no proof.
        WHERE (rule.plek(r.stroom)).soort IN ('tafel', 'buiten', 'kamer', 'voorzitterskamer')
        ORDER BY r.stroom COLLATE "C" LOOP
        s := rule.stroom_stand(naam);
        SELECT b.eerste, b.laatste INTO eerste, laatste FROM rule.leesbereik(wie, s, moment) b;
        laatste := least(laatste, rule.seq_voor(s.id, s.seq, peil + interval '1 microsecond'));
        CONTINUE WHEN s.id IS NULL OR laatste IS NULL OR laatste <= eerste;
        RETURN NEXT concat('{"grens":"begin","stroom":"', s.naam, '","epoch":',
            CASE WHEN eerste = 0 THEN '"' || s.epoch || '"' ELSE 'null' END, ',"seq":', eerste,
            ',"h":"', encode(rule.stroom_h(s, eerste), 'hex'), '"}');
        RETURN QUERY SELECT f.bytes FROM rule.frames(s, eerste, laatste, 2147483647) f;
        RETURN NEXT concat('{"grens":"einde","stroom":"', s.naam, '","seq":', laatste, ',"h":"',
            encode(rule.stroom_h(s, laatste), 'hex'), '"}');
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.export_logboek(bigint, bigint, timestamptz, timestamptz) IS
    'Lines of the log of a tafel, as far as somebody may read it, up to peil; for spr verify.';
