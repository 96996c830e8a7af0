-- Exports: asking for one, looking at it, and what the process that makes it calls.
-- Invariant: the functions for the maker decide nothing about people: they read as the person who
-- asked, by rule.export_besluiten and rule.export_logboek, and only what is being made.

CREATE OR REPLACE FUNCTION api.export_aanvragen(sessie text, namens text, tafel text, verzoek text)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht := rule.start('export.aanvragen', sessie, namens, tafel, verzoek);
BEGIN
    IF NOT c.klaar THEN
        c := rule.export_aanvragen(c);
    END IF;
    RETURN QUERY SELECT * FROM rule.einde(c);
END $$;
COMMENT ON FUNCTION api.export_aanvragen(text, text, text, text) IS 'export.aanvragen.';

CREATE OR REPLACE FUNCTION api.export_stand(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie bigint := rule.lezer(sessie);
    e spr.export;
BEGIN
    SELECT * INTO e FROM spr.export x
    WHERE x.persoon = wie AND x.id = rule.getal(verzoek::jsonb ->> 'export');
    IF e.id IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, rule.beeld(e)::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.export_stand(text, text) IS 'export.stand: how far an own export is.';

CREATE OR REPLACE FUNCTION api.export_bestand(sessie text, export text, eerste boolean)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nu timestamptz := rule.nu();
    wie bigint := rule.lezer(sessie);
    e spr.export;
    f rule.exportformaat;
BEGIN
    SELECT * INTO e FROM spr.export x WHERE x.persoon = wie AND x.id = rule.getal(export)
        AND x.status = 'klaar' AND x.verloopt_op > nu;
    -- A file is read only with the rights it was made with.
    IF e.id IS NULL OR e.recht IS DISTINCT FROM rule.export_recht(e, nu) THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(
            CASE WHEN wie IS NULL THEN 'sessie_verlopen' ELSE 'niet_gevonden' END))::api.regel;
        RETURN;
    END IF;
    IF eerste AND e.opgehaald_op IS NULL THEN
        UPDATE spr.export x SET opgehaald_op = nu WHERE x.id = e.id;
    END IF;
    SELECT * INTO f FROM rule.exportformaat x WHERE x.formaat = e.formaat;
    RETURN NEXT ('antwoord', NULL, e.grootte, jsonb_build_object('spool',
        rule.epoch() || '-' || e.id, 'type', f.type,
        'beschikking', rule.beschikking(f.inhoud || '-' || e.kenmerk || '.' || f.achtervoegsel),
        'sha256', e.sha256)::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.export_bestand(text, text, boolean) IS
    'What the download of an own export is; asked anew for each stretch, so that an end ends it.';

CREATE OR REPLACE FUNCTION api.export_pakken() RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nu timestamptz := rule.nu();
    e spr.export;
    r api.regel;
BEGIN
    UPDATE spr.export x SET status = 'bezig', gezien_op = nu, verteld_op = nu,
        recht = rule.export_recht(x, nu)
    WHERE x.id = (SELECT y.id FROM spr.export y WHERE y.status = 'gevraagd'
                  ORDER BY y.id LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
    RETURNING * INTO e;
    IF e.id IS NOT NULL THEN
        r := rule.export_tel(e, nu);
        PERFORM rule.wenk(ARRAY[r.stroom], ARRAY[r.seq]);
        RETURN QUERY SELECT k, NULL::text, NULL::bigint, v
            FROM jsonb_each_text(rule.export_kop(e)) x (k, v);
    END IF;
END $$;
COMMENT ON FUNCTION api.export_pakken() IS
    'The next export in the queue, for one maker: its members as rows, none when nothing waits.';

CREATE OR REPLACE FUNCTION api.export_kolommen()
RETURNS TABLE (nr int, naam text, soort text, nl text, en text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT k.nr, k.naam, k.soort, k.nl, k.en FROM rule.exportkolom k ORDER BY k.nr;
END $$;
COMMENT ON FUNCTION api.export_kolommen() IS 'The columns of an export of besluiten, which are also the codebook.';

CREATE OR REPLACE FUNCTION api.export_besluiten(export bigint) RETURNS SETOF rule.exportrij
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT b.* FROM spr.export e,
        LATERAL rule.export_besluiten(e.persoon, e.filter, e.peildatum, rule.nu()) b
        WHERE e.id = export AND e.status = 'bezig' AND e.tafel IS NULL;
END $$;
COMMENT ON FUNCTION api.export_besluiten(bigint) IS 'The rows of an export, for its maker.';

CREATE OR REPLACE FUNCTION api.export_logboek(export bigint) RETURNS TABLE (regel text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT l FROM spr.export e,
        LATERAL rule.export_logboek(e.persoon, e.tafel, e.peildatum, rule.nu()) l
        WHERE e.id = export AND e.status = 'bezig' AND e.tafel IS NOT NULL;
END $$;
COMMENT ON FUNCTION api.export_logboek(bigint) IS 'The lines of an exported log, for its maker.';

CREATE OR REPLACE FUNCTION api.export_voortgang(export bigint, regels bigint, vertellen boolean)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nu timestamptz := rule.nu();
    e spr.export;
    r api.regel;
BEGIN
    UPDATE spr.export x SET gezien_op = nu, regels = export_voortgang.regels,
        verteld_op = CASE WHEN vertellen THEN nu ELSE x.verteld_op END
    WHERE x.id = export AND x.status = 'bezig' RETURNING * INTO e;
    IF e.id IS NULL THEN
        RETURN; -- somebody took it for dead
    END IF;
    IF vertellen THEN
        r := rule.export_tel(e, nu);
        PERFORM rule.wenk(ARRAY[r.stroom], ARRAY[r.seq]);
    END IF;
    RETURN NEXT ('antwoord', NULL, rule.export_ruimte(e), NULL)::api.regel;
END $$;
COMMENT ON FUNCTION api.export_voortgang(bigint, bigint, boolean) IS
    'The maker lives and is this far; the bytes the file may have, or no row: stop.';

CREATE OR REPLACE FUNCTION api.export_klaar(export bigint, regels bigint, grootte bigint,
    sha256 text, reden text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nu timestamptz := rule.nu();
    e spr.export;
    r api.regel;
BEGIN
    UPDATE spr.export x SET status = CASE WHEN export_klaar.reden IS NULL THEN 'klaar' ELSE 'mislukt' END,
        reden = export_klaar.reden, regels = export_klaar.regels, gezien_op = nu,
        klaar_op = CASE WHEN export_klaar.reden IS NULL THEN nu END,
        verloopt_op = CASE WHEN export_klaar.reden IS NULL THEN nu + g.bewaren END,
        grootte = CASE WHEN export_klaar.reden IS NULL THEN export_klaar.grootte END,
        sha256 = CASE WHEN export_klaar.reden IS NULL THEN export_klaar.sha256 END
    FROM spr.exportgrens g
    WHERE x.id = export AND x.status = 'bezig' RETURNING x.* INTO e;
    IF e.id IS NOT NULL THEN
        r := rule.export_tel(e, nu);
        PERFORM rule.wenk(ARRAY[r.stroom], ARRAY[r.seq]);
        RETURN NEXT ('antwoord', NULL, e.id, e.status)::api.regel;
    END IF;
END $$;
COMMENT ON FUNCTION api.export_klaar(bigint, bigint, bigint, text, text) IS
    'The file is there, or why there will be none; no row when nobody waits for it any more.';

CREATE OR REPLACE FUNCTION api.export_blijft(namen text[]) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Names of another database or another life of this one are not for us to judge.
    RETURN QUERY SELECT 'antwoord', NULL::text, NULL::bigint, n FROM unnest(namen) n
        WHERE NOT starts_with(n, rule.epoch() || '-') OR EXISTS (
            SELECT FROM spr.export e WHERE e.id = rule.getal(substr(n, 34))
                AND e.status IN ('bezig', 'klaar'));
END $$;
COMMENT ON FUNCTION api.export_blijft(text[]) IS 'Which of these files in the spool stay.';
