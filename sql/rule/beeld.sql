-- How rows look on the wire: one function rule.beeld per kind of row, used by events and by
-- snapshots alike. Invariant: the two can therefore never differ; a field that does not apply is
-- absent, null never occurs; no name of a person stands in here, only ids.

CREATE OR REPLACE FUNCTION rule.beeld(t spr.tafel) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', t.id::text, 'kenmerk', t.kenmerk,
        'titel', t.titel, 'vraag', t.vraag, 'opgave', t.opgave,
        'toeschrijving', t.toeschrijving, 'openbaarheid', t.openbaarheid, 'status', t.status,
        'reden', t.reden, 'aangemaaktOp', rule.tijd(t.aangemaakt_op),
        'geopendOp', rule.tijd(t.geopend_op), 'geslotenOp', rule.tijd(t.gesloten_op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.tafel) IS 'A tafel on the wire.';

CREATE OR REPLACE FUNCTION rule.ids(nummers bigint[]) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN to_jsonb(coalesce(nummers, '{}')::text[]);
END $$;
COMMENT ON FUNCTION rule.ids(bigint[]) IS 'A list of ids on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(d spr.deelname) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', d.id::text, 'tafel', d.tafel::text,
        'organisatie', d.organisatie::text, 'hoedanigheid', d.hoedanigheid, 'rol', d.rol,
        'zijde', d.zijde, 'gewicht', d.gewicht, 'sectoren', rule.ids(d.sectoren),
        'status', d.status, 'sinds', rule.tijd(d.sinds), 'reden', d.reden));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.deelname) IS 'A deelname on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(z spr.zetel) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', z.id::text, 'tafel', z.tafel::text,
        'deelname', z.deelname::text, 'persoon', z.persoon::text, 'rollen', to_jsonb(z.rollen),
        'leestVanaf', rule.tijd(z.leest_vanaf), 'leestTot', rule.tijd(z.leest_tot)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.zetel) IS 'A zetel on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(r spr.ronde) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', r.id::text, 'tafel', r.tafel::text,
        'nummer', r.nummer, 'soort', r.soort, 'vraag', r.vraag, 'opent', rule.tijd(r.opent),
        'sluit', rule.tijd(r.sluit), 'status', r.status, 'geopendOp', rule.tijd(r.geopend_op),
        'geslotenOp', rule.tijd(r.gesloten_op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.ronde) IS 'A ronde on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(g spr.gesprek) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', g.id::text, 'tafel', g.tafel::text,
        'ronde', g.ronde::text, 'sector', g.sector::text, 'stroom', 'kamer:' || g.id,
        'rapporteur', (SELECT z.persoon::text FROM spr.zetel z WHERE z.id = g.rapporteur),
        'status', g.status,
        'ontheffing', CASE WHEN g.ontheven_op IS NOT NULL THEN jsonb_build_object(
            'door', g.ontheven_door::text, 'reden', g.ontheven_reden,
            'op', rule.tijd(g.ontheven_op)) END));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.gesprek) IS 'A gesprek on the wire; its words are in its room.';

CREATE OR REPLACE FUNCTION rule.spreker(persoon bigint, organisatie bigint) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN organisatie IS NULL THEN jsonb_build_object('persoon', persoon::text)
        ELSE jsonb_build_object('persoon', persoon::text, 'organisatie', organisatie::text) END
$$;
COMMENT ON FUNCTION rule.spreker(bigint, bigint) IS 'Who speaks, and for whom.';

CREATE OR REPLACE FUNCTION rule.beeld(v spr.vastgelegd) RETURNS jsonb
LANGUAGE plpgsql STABLE STRICT AS $$
BEGIN
    IF v.door IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN jsonb_strip_nulls(jsonb_build_object('door', v.door::text,
        'organisatie', v.organisatie::text, 'spreker', v.spreker, 'via', v.via,
        'gebeurdOm', rule.tijd(v.gebeurd_om), 'vastgelegdOm', rule.tijd(v.vastgelegd_om),
        'termijn', rule.tijd(v.termijn), 'bevestiging', v.bevestiging,
        'bevestigdDoor', v.bevestigd_door::text, 'bevestigdOp', rule.tijd(v.bevestigd_op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.vastgelegd) IS
    'The mark on what the secretaris recorded for a party; NULL for a row of nulls.';

CREATE OR REPLACE FUNCTION rule.beeld(p spr.punt, v spr.vastgelegd) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', p.id::text, 'gesprek', p.gesprek::text,
        'nummer', p.nummer, 'tekst', p.tekst, 'spreker', rule.spreker(p.persoon, p.organisatie),
        'versie', p.versie, 'genoteerdOp', rule.tijd(p.genoteerd_op),
        'gewijzigdOp', rule.tijd(p.gewijzigd_op), 'vastgelegd', rule.beeld(v)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.punt, spr.vastgelegd) IS 'A punt on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(s spr.samenvatting) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', s.gesprek::text, 'gesprek', s.gesprek::text,
        'tekst', s.tekst, 'voorlopig', s.voorlopig,
        'spreker', rule.spreker(s.persoon, s.organisatie), 'op', rule.tijd(s.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.samenvatting) IS 'A summary on the wire; its id is its gesprek.';

CREATE OR REPLACE FUNCTION rule.synthese_regels(synthese bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT coalesce(jsonb_agg(jsonb_build_object('vak', r.vak, 'tekst', r.tekst,
            'bronnen', (
                SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                    'soort', CASE WHEN b.punt IS NOT NULL THEN 'punt'
                                  WHEN b.samenvatting IS NOT NULL THEN 'samenvatting'
                                  ELSE 'bijdrage' END,
                    'id', coalesce(b.punt, b.samenvatting, b.bijdrage)::text,
                    'sector', g.sector::text)) ORDER BY b.nummer), '[]')
                FROM spr.synthese_bron b
                LEFT JOIN spr.punt p ON p.id = b.punt
                LEFT JOIN spr.gesprek g ON g.id = coalesce(p.gesprek, b.samenvatting)
                WHERE b.synthese = r.synthese AND b.regel = r.nummer))
            ORDER BY r.nummer), '[]')
        FROM spr.synthese_regel r WHERE r.synthese = synthese_regels.synthese);
END $$;
COMMENT ON FUNCTION rule.synthese_regels(bigint) IS 'The lines of a synthese with their sources.';

CREATE OR REPLACE FUNCTION rule.beeld_concept(s spr.synthese) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', s.id::text, 'tafel', s.tafel::text, 'ronde', s.ronde::text,
        'versie', s.versie, 'zwijgend', rule.ids(s.zwijgend),
        'regels', rule.synthese_regels(s.id), 'geordendDoor', s.geordend_door::text,
        'geordendOp', rule.tijd(s.geordend_op));
END $$;
COMMENT ON FUNCTION rule.beeld_concept(spr.synthese) IS
    'A synthese as the voorzitterskamer sees it: the same before and after it is confirmed.';

CREATE OR REPLACE FUNCTION rule.beeld(s spr.synthese) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', s.id::text, 'tafel', s.tafel::text, 'ronde', s.ronde::text,
        'versie', s.versie, 'zwijgend', rule.ids(s.zwijgend),
        'regels', rule.synthese_regels(s.id), 'bevestigdDoor', s.bevestigd_door::text,
        'bevestigdOp', rule.tijd(s.bevestigd_op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.synthese) IS 'A confirmed synthese as the tafel sees it.';

CREATE OR REPLACE FUNCTION rule.beeld(o spr.onderwerp) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', o.id::text, 'tafel', o.tafel::text,
        'stroom', o.stroom, 'titel', o.titel, 'toelichting', o.toelichting,
        'ronde', o.ronde::text, 'status', o.status,
        'spreker', rule.spreker(o.persoon, o.organisatie),
        'geopendOp', rule.tijd(o.geopend_op), 'geslotenOp', rule.tijd(o.gesloten_op),
        'conclusie', o.conclusie));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.onderwerp) IS 'An onderwerp on the wire.';

CREATE OR REPLACE FUNCTION rule.beeld(b spr.bijdrage, v spr.vastgelegd, stroom text)
RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object('id', b.id::text, 'tafel', b.tafel::text,
        'onderwerp', b.onderwerp::text, 'stroom', stroom, 'soort', b.soort,
        -- What is hidden waits in its row; on the wire it is a tombstone.
        'tekst', CASE WHEN b.status = 'geplaatst' THEN b.tekst END,
        'citaat', CASE WHEN b.status = 'geplaatst' THEN b.citaat END,
        'persoonlijkeTitel', b.persoonlijke_titel,
        'spreker', rule.spreker(b.persoon, b.organisatie), 'antwoordOp', b.antwoord_op::text,
        'versie', b.versie, 'status', b.status, 'reden', b.reden,
        'geplaatstOp', rule.tijd(b.geplaatst_op), 'gewijzigdOp', rule.tijd(b.gewijzigd_op),
        'vastgelegd', CASE WHEN v.id IS NOT NULL THEN rule.beeld(v) END))
$$;
COMMENT ON FUNCTION rule.beeld(spr.bijdrage, spr.vastgelegd, text) IS
    'A bijdrage on the wire; hidden or withdrawn it is a tombstone.';

CREATE OR REPLACE FUNCTION rule.beeld(b spr.bericht) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', b.id::text, 'soort', b.soort, 'tafel', b.tafel::text,
        'ref', b.ref, 'tekst', b.tekst, 'op', rule.tijd(b.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.bericht) IS 'A notice on the wire.';
