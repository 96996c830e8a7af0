-- Exports: asked for by a person, made by a server process, kept for a while.
-- Invariant: each step is told in the stream of the person; what is read, is read as that person,
-- with the rights of the moment it is made.

CREATE OR REPLACE FUNCTION rule.beeld(e spr.export) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', e.id::text, 'kenmerk', e.kenmerk,
        'formaat', e.formaat, 'tafel', e.tafel::text, 'peildatum', rule.tijd(e.peildatum),
        'status', e.status, 'op', rule.tijd(e.op), 'klaarOp', rule.tijd(e.klaar_op),
        'verlooptOp', rule.tijd(e.verloopt_op), 'regels', e.regels, 'grootte', e.grootte,
        'sha256', e.sha256, 'reden', e.reden));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.export) IS 'An export on the wire.';

CREATE OR REPLACE FUNCTION rule.export_kenmerk(formaat text, tafel bigint, filter jsonb,
    peil timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT 'E-' || left(encode(sha256(convert_to(concat_ws(' ', formaat, coalesce(tafel::text, '-'),
        rule.tijd(peil), filter::text), 'UTF8')), 'hex'), 16)
$$;
COMMENT ON FUNCTION rule.export_kenmerk(text, bigint, jsonb, timestamptz) IS
    'Names a question and its peildatum: asked again, it is the same.';

CREATE OR REPLACE FUNCTION rule.export_weiger(c rule.opdracht, peil timestamptz)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    g spr.exportgrens := (SELECT x FROM spr.exportgrens x);
    van bigint := rule.getal(c.args ->> 'tafel');
    inhoud text := (SELECT f.inhoud FROM rule.exportformaat f WHERE f.formaat = c.args ->> 'formaat');
BEGIN
    IF peil > c.nu OR peil IS NULL THEN
        RETURN rule.weiger(c, 'ongeldig', 'De peildatum kan niet na nu liggen.',
            'The reference date cannot be after now.');
    ELSIF (inhoud = 'logboek') <> (c.args ? 'tafel') OR (inhoud = 'logboek' AND c.args ? 'filter') THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Noem voor een logboek de tafel, zonder filter; voor besluiten een filter of niets.',
            'For a log name the table, without a filter; for decisions a filter or nothing.');
    ELSIF van IS NOT NULL AND NOT EXISTS (SELECT FROM rule.leesbare_stromen(c.persoon, c.nu, van)) THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF (SELECT count(*) FILTER (WHERE e.persoon = c.persoon) >= g.tegelijk
               OR count(*) >= g.wachtrij
           FROM spr.export e WHERE e.status IN ('gevraagd', 'bezig'))
          OR (SELECT count(*) >= g.per_dag FROM spr.export e
              WHERE e.persoon = c.persoon AND e.op > c.nu - interval '24 hours') THEN
        RETURN rule.weiger(c, 'te_druk',
            'Er lopen al te veel exports. Wacht tot er een klaar is en vraag het dan opnieuw.',
            'Too many exports are under way. Wait until one is ready, then ask again.');
    ELSIF (SELECT coalesce(sum(e.grootte) FILTER (WHERE e.persoon = c.persoon), 0) >= g.persoon_bytes
               OR coalesce(sum(e.grootte), 0) >= g.samen_bytes
           FROM spr.export e WHERE e.status = 'klaar') THEN
        RETURN rule.weiger(c, 'opslag_vol',
            'Er is geen ruimte voor nog een export. Eerdere exports verdwijnen na een dag vanzelf.',
            'There is no room for another export. Earlier exports go by themselves after a day.');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.export_weiger(rule.opdracht, timestamptz) IS
    'Refuse an export that cannot be made, or for which there is no room; else nothing.';

CREATE OR REPLACE FUNCTION rule.export_aanvragen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    peil timestamptz := CASE WHEN c.args ? 'peildatum' THEN rule.moment(c.args ->> 'peildatum')
        ELSE c.nu END;
    vraag jsonb := coalesce(c.args -> 'filter', '{}');
    van bigint := rule.getal(c.args ->> 'tafel');
    e spr.export;
BEGIN
    c := rule.export_weiger(c, peil);
    IF c.klaar THEN
        RETURN c;
    END IF;
    INSERT INTO spr.export (kenmerk, persoon, formaat, tafel, filter, peildatum, op, gezien_op,
        verteld_op)
    VALUES (rule.export_kenmerk(c.args ->> 'formaat', van, vraag, peil), c.persoon,
        c.args ->> 'formaat', van, vraag, peil, c.nu, c.nu, c.nu)
    RETURNING * INTO e;
    c := rule.boek(c, 'persoon:' || c.persoon, 'export.gevraagd', 'export:' || e.id,
        jsonb_build_object('exports', jsonb_build_array(rule.beeld(e))));
    c := rule.geboekt(c, e.id, 'persoon:' || c.persoon);
    RETURN rule.antwoord(c, c.antwoord::jsonb
        || jsonb_build_object('kenmerk', e.kenmerk, 'peildatum', rule.tijd(e.peildatum)));
END $$;
COMMENT ON FUNCTION rule.export_aanvragen(rule.opdracht) IS
    'export.aanvragen: put it in the queue; a server process makes it.';

CREATE OR REPLACE FUNCTION rule.export_tel(e spr.export, nu timestamptz) RETURNS api.regel
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.log_schrijf('persoon:' || e.persoon, 'export.' || e.status, 'export:' || e.id,
        '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}',
        jsonb_build_object('exports', jsonb_build_array(rule.beeld(e)))::text, nu, NULL, NULL);
END $$;
COMMENT ON FUNCTION rule.export_tel(spr.export, timestamptz) IS
    'Tell the person how far it is; nobody caused it but the machine.';

CREATE OR REPLACE FUNCTION rule.export_ruimte(e spr.export) RETURNS bigint
LANGUAGE sql STABLE AS $$
    SELECT greatest(0, least(g.bestand_bytes,
        g.persoon_bytes - coalesce(sum(x.grootte) FILTER (WHERE x.persoon = e.persoon), 0),
        g.samen_bytes - coalesce(sum(x.grootte), 0)))::bigint
    FROM spr.exportgrens g LEFT JOIN spr.export x ON x.status = 'klaar'
    GROUP BY g.enige, g.bestand_bytes, g.persoon_bytes, g.samen_bytes
$$;
COMMENT ON FUNCTION rule.export_ruimte(spr.export) IS 'Bytes that this file may have.';

CREATE OR REPLACE FUNCTION rule.export_kop(e spr.export) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.beeld(e) || jsonb_build_object('spool', rule.epoch() || '-' || e.id, 'ruimte', rule.export_ruimte(e)::text,
        'inhoud', (SELECT f.inhoud FROM rule.exportformaat f WHERE f.formaat = e.formaat));
END $$;
COMMENT ON FUNCTION rule.export_kop(spr.export) IS 'What the process that makes an export must know.';

CREATE OR REPLACE FUNCTION rule.tik_exports(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    e spr.export;
BEGIN
    FOR e IN
        UPDATE spr.export x SET status = 'mislukt', reden = 'afgebroken'
        FROM spr.exportgrens g
        WHERE x.id IN (SELECT y.id FROM spr.export y, spr.exportgrens h
                       WHERE y.status = 'bezig' AND y.gezien_op <= nu - h.geduld
                       ORDER BY y.id LIMIT 50 FOR NO KEY UPDATE OF y SKIP LOCKED)
        RETURNING x.*
    LOOP
        RETURN NEXT rule.export_tel(e, nu);
    END LOOP;
    FOR e IN
        UPDATE spr.export x SET status = 'verlopen'
        WHERE x.id IN (SELECT y.id FROM spr.export y
                       WHERE y.status = 'klaar' AND y.verloopt_op <= nu
                       ORDER BY y.id LIMIT 50 FOR NO KEY UPDATE OF y SKIP LOCKED)
        RETURNING x.*
    LOOP
        RETURN NEXT rule.export_tel(e, nu);
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_exports(timestamptz) IS
    'Exports whose maker fell silent have failed; files that stood long enough expire.';
INSERT INTO rule.tik (naam, rang) VALUES ('exports', 90)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;

CREATE OR REPLACE FUNCTION rule.export_recht(e spr.export, moment timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT md5(CASE WHEN e.tafel IS NULL THEN rule.log_lezer(e.persoon, moment)::text
        ELSE (SELECT string_agg(r::text, ' ' ORDER BY r.stroom)
              FROM rule.leesbare_stromen(e.persoon, moment, e.tafel) r) END)
$$;
COMMENT ON FUNCTION rule.export_recht(spr.export, timestamptz) IS
    'Digest of what the one who asked may read at this moment.';

CREATE OR REPLACE FUNCTION rule.export_verlopen(tafel bigint) RETURNS void
LANGUAGE sql VOLATILE AS $$
    UPDATE spr.export x SET status = 'verlopen'
    WHERE x.status = 'klaar' AND x.tafel IS NOT DISTINCT FROM export_verlopen.tafel
$$;
COMMENT ON FUNCTION rule.export_verlopen(bigint) IS
    'Files that were made are read no more: of the log of this tafel, or, NULL, of the besluitenlog.';

CREATE OR REPLACE FUNCTION rule.export_voor(wie text, formaat text, filter text, tafel text,
    peildatum text) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    nu timestamptz := rule.nu();
    persoon bigint := (SELECT p.id FROM spr.persoon p
        WHERE p.id = rule.getal(wie) OR p.naam = wie ORDER BY p.id = rule.getal(wie) DESC LIMIT 1);
    peil timestamptz := CASE WHEN peildatum IS NULL THEN nu ELSE rule.moment(peildatum) END;
    e spr.export;
BEGIN
    IF persoon IS NULL OR peil IS NULL OR peil > nu OR NOT EXISTS (
           SELECT FROM rule.exportformaat f WHERE f.formaat = export_voor.formaat
               AND (f.inhoud = 'logboek') = (export_voor.tafel IS NOT NULL)) THEN
        RETURN;
    END IF;
    INSERT INTO spr.export (kenmerk, persoon, formaat, tafel, filter, peildatum, op, gezien_op,
        verteld_op)
    VALUES (rule.export_kenmerk(formaat, rule.getal(tafel), coalesce(filter::jsonb, '{}'), peil),
        persoon, formaat, rule.getal(tafel), coalesce(filter::jsonb, '{}'), peil, nu, nu, nu)
    RETURNING * INTO e;
    PERFORM rule.export_tel(e, nu);
    UPDATE spr.export x SET status = 'bezig' WHERE x.id = e.id RETURNING * INTO e;
    PERFORM rule.export_tel(e, nu);
    RETURN QUERY SELECT k, NULL::text, NULL::bigint, v
        FROM jsonb_each_text(rule.export_kop(e)) x (k, v);
END $$;
COMMENT ON FUNCTION rule.export_voor(text, text, text, text, text) IS
    'For the shell of the operator: an export as this person, told in the stream of that person too; no row when it cannot be.';
