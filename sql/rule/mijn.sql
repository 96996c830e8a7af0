-- The page of one person: what is asked of them and by when, what their parties promised, what was
-- written down for them, and the meetings to come; over all tafels.
-- Invariant: what is asked of whom is decided here, and a line names only what its reader reads in
-- the stream it stands in.

CREATE OR REPLACE FUNCTION rule.mijn_plaatsen(wie bigint, moment timestamptz)
RETURNS SETOF rule.mijnplaats
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- A party may have several seats with one person; it is asked once.
    RETURN QUERY
        SELECT z.tafel, d.organisatie, d.rol, d.zijde, d.sectoren,
            bool_or('ondertekenaar' = ANY (z.rollen)), t.status = 'open'
        FROM rule.zetels(wie, NULL, moment) z
        JOIN spr.deelname d ON d.id = z.deelname
        JOIN spr.tafel t ON t.id = z.tafel
        WHERE (z.tot IS NULL OR z.tot > moment) AND z.vanaf <= moment
            AND 'vertegenwoordiger' = ANY (z.rollen) AND d.status = 'toegetreden'
            AND t.status IN ('open', 'opgeschort', 'afgesloten')
            AND EXISTS (SELECT FROM rule.vertegenwoordigingen(wie, moment) v
                        WHERE v.organisatie = d.organisatie)
        GROUP BY z.tafel, d.id, t.status;
END $$;
COMMENT ON FUNCTION rule.mijn_plaatsen(bigint, timestamptz) IS
    'For which parties somebody sits at a tafel now, and speaks.';

CREATE OR REPLACE FUNCTION rule.mijn_keuzes(p rule.mijnplaats)
RETURNS SETOF rule.mijnregel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT 'gevolgen', p.tafel, 'keuzevraag:' || k.id, k.vraag::text, p.organisatie,
            k.gevolgen_voor, NULL::text
        FROM spr.keuzevraag k
        WHERE k.tafel = p.tafel AND k.status IN ('gevolgen_gevraagd', 'besluitrijp')
            AND EXISTS (SELECT FROM spr.gevolg g WHERE g.keuzevraag = k.id
                AND g.zijde = p.zijde AND g.sector = ANY (p.sectoren)
                AND g.gepasseerd_op IS NULL
                AND NOT EXISTS (SELECT FROM spr.gevolg_antwoord a
                                WHERE a.gevolg = g.id AND a.organisatie = p.organisatie
                                    -- Of another text one is asked again.
                                    AND a.tekst_versie >= g.tekst_versie));
    RETURN QUERY
        SELECT 'standpunt', p.tafel, 'keuzevraag:' || k.id, k.vraag::text, p.organisatie,
            NULL::timestamptz, NULL::text
        FROM spr.keuzevraag k
        WHERE k.tafel = p.tafel AND k.status IN ('ingebracht', 'gevolgen_gevraagd', 'besluitrijp')
            AND NOT EXISTS (SELECT FROM spr.standpunt s
                            WHERE s.keuzevraag = k.id AND s.organisatie = p.organisatie
                                AND s.tekst_versie >= k.tekst_versie);
    RETURN QUERY
        SELECT 'toezegging_gevraagd', p.tafel, 'toezegging:' || t.id, t.tekst::text, p.organisatie,
            t.voor, NULL::text
        FROM spr.toezegging t WHERE t.tafel = p.tafel AND t.organisatie = p.organisatie
            AND t.status = 'voorgesteld';
END $$;
COMMENT ON FUNCTION rule.mijn_keuzes(rule.mijnplaats) IS
    'What a party that speaks is asked about choices, and to commit.';

CREATE OR REPLACE FUNCTION rule.mijn_besluiten(p rule.mijnplaats, moment timestamptz)
RETURNS SETOF rule.mijnregel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT 'besluit', p.tafel, 'besluit:' || b.id, b.titel::text, p.organisatie, b.termijn,
            NULL::text
        FROM spr.besluit b WHERE b.tafel = p.tafel AND b.status = 'conclusie_voorgelegd'
            AND b.termijn > moment AND p.rol = 'stemhebbend'
            AND NOT p.organisatie = ANY (b.stemming_gevraagd);
    RETURN QUERY
        SELECT 'stem', p.tafel, 'stemming:' || s.id, b.titel::text, p.organisatie,
            NULL::timestamptz, NULL::text
        FROM spr.stemming s JOIN spr.besluit b ON b.id = s.besluit
        JOIN spr.kiezer k ON k.stemming = s.id AND k.organisatie = p.organisatie
        WHERE s.tafel = p.tafel AND s.status = 'open' AND p.tekent
            AND NOT EXISTS (SELECT FROM spr.stem x
                            WHERE x.stemming = s.id AND x.organisatie = p.organisatie);
    RETURN QUERY
        SELECT 'ondertekening', p.tafel, 'besluit:' || b.id, b.titel::text, p.organisatie,
            NULL::timestamptz, NULL::text
        FROM spr.besluit b WHERE b.tafel = p.tafel AND b.soort = 'afspraak'
            AND b.uitkomst = 'aangenomen' AND p.tekent AND p.rol <> 'toehorend'
            AND NOT EXISTS (SELECT FROM spr.ondertekening o
                            WHERE o.besluit = b.id AND o.organisatie = p.organisatie);
    RETURN QUERY
        SELECT 'achterban', p.tafel, 'besluit:' || b.id, b.titel::text, p.organisatie, a.termijn,
            NULL::text
        FROM spr.achterban a JOIN spr.besluit b ON b.id = a.besluit
        WHERE a.tafel = p.tafel AND a.organisatie = p.organisatie AND a.uitkomst IS NULL
            AND b.status IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming', 'onder_voorbehoud');
END $$;
COMMENT ON FUNCTION rule.mijn_besluiten(rule.mijnplaats, timestamptz) IS
    'What a party that speaks is asked about decisions; only who may bind it is asked to.';

CREATE OR REPLACE FUNCTION rule.mijn_nakoming(p rule.mijnplaats, moment timestamptz)
RETURNS SETOF rule.mijnregel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- These go on while a tafel is suspended, and after it was closed.
    RETURN QUERY
        SELECT 'verslag', p.tafel, 'verslag:' || v.id, b.titel::text, p.organisatie, v.termijn,
            NULL::text
        FROM spr.verslag v JOIN spr.bijeenkomst b ON b.id = v.bijeenkomst
        WHERE v.tafel = p.tafel AND v.status = 'ter_reactie' AND v.termijn > moment
            AND NOT EXISTS (SELECT FROM spr.verslag_reactie r WHERE r.verslag = v.id
                AND r.versie = v.voorgelegd_versie AND r.organisatie = p.organisatie);
    RETURN QUERY
        SELECT 'actiepunt', p.tafel, 'actiepunt:' || a.id, a.wat::text, p.organisatie, a.voor,
            NULL::text
        FROM spr.actiepunt a
        WHERE a.tafel = p.tafel AND a.organisatie = p.organisatie AND a.status = 'open';
    RETURN QUERY
        SELECT 'toezegging', p.tafel, 'toezegging:' || t.id, t.tekst::text, p.organisatie, t.voor,
            t.status
        FROM spr.toezegging t WHERE t.tafel = p.tafel AND t.organisatie = p.organisatie
            AND t.status IN ('aanvaard', 'loopt', 'vertraagd');
END $$;
COMMENT ON FUNCTION rule.mijn_nakoming(rule.mijnplaats, timestamptz) IS
    'What a party promised, is to do, and may answer.';

CREATE OR REPLACE FUNCTION rule.mijn_vastgelegd(wie bigint, p rule.mijnplaats,
    moment timestamptz) RETURNS SETOF rule.mijnregel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT 'vastgelegd', x.tafel, x.ref, left(x.tekst, 200), p.organisatie, x.termijn,
            NULL::text
        FROM (
            SELECT o.tafel, o.stroom, b.seq, 'bijdrage:' || o.id || '-' || b.id AS ref, b.tekst,
                v.termijn
            FROM spr.vastgelegd v JOIN spr.bijdrage b ON b.id = v.bijdrage
            JOIN spr.onderwerp o ON o.id = b.onderwerp
            WHERE v.organisatie = p.organisatie AND v.bevestiging = 'open' AND v.termijn > moment
                AND o.tafel = p.tafel AND b.status = 'geplaatst'
            UNION ALL
            SELECT g.tafel, 'kamer:' || g.id, u.seq, 'punt:' || u.id, u.tekst, v.termijn
            FROM spr.vastgelegd v JOIN spr.punt u ON u.id = v.punt
            JOIN spr.gesprek g ON g.id = u.gesprek
            WHERE v.organisatie = p.organisatie AND v.bevestiging = 'open' AND v.termijn > moment
                AND g.tafel = p.tafel) x
        WHERE x.seq > rule.lees_grens(wie, x.stroom, moment);
END $$;
COMMENT ON FUNCTION rule.mijn_vastgelegd(bigint, rule.mijnplaats, timestamptz) IS
    'Words that were written down for a party, to be confirmed or corrected, as far as this person reads them.';

CREATE OR REPLACE FUNCTION rule.mijn_zelf(wie bigint, moment timestamptz)
RETURNS SETOF rule.mijnregel
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT 'uitnodiging', t.id, 'deelname:' || d.id, t.titel::text, d.organisatie,
            NULL::timestamptz, NULL::text
        FROM rule.vertegenwoordigingen(wie, moment) v
        JOIN spr.deelname d ON d.organisatie = v.organisatie AND d.status = 'uitgenodigd'
        JOIN spr.tafel t ON t.id = d.tafel AND t.status = 'open';
    RETURN QUERY
        WITH leest AS (
            SELECT DISTINCT z.tafel FROM rule.zetels(wie, NULL, moment) z
            WHERE rule.mag_stroom(wie, NULL, 'tafel:' || z.tafel, 'lezen', moment))
        SELECT 'bijeenkomst', b.tafel, 'bijeenkomst:' || b.id, b.titel::text, NULL::bigint,
            b.begint, a.opkomst
        FROM leest JOIN spr.bijeenkomst b USING (tafel)
        JOIN spr.tafel t ON t.id = b.tafel
        LEFT JOIN spr.aanwezigheid a ON a.bijeenkomst = b.id AND a.persoon = wie
        WHERE (b.status IN ('geopend', 'geschorst')
               OR (b.status = 'gepland' AND b.begint > moment - interval '1 day'))
            AND t.status IN ('open', 'opgeschort')
        UNION ALL
        -- An action of the person and of no party.
        SELECT 'actiepunt', a.tafel, 'actiepunt:' || a.id, a.wat::text, NULL, a.voor, NULL
        FROM leest JOIN spr.actiepunt a USING (tafel)
        WHERE a.persoon = wie AND a.organisatie IS NULL AND a.status = 'open';
END $$;
COMMENT ON FUNCTION rule.mijn_zelf(bigint, timestamptz) IS
    'What concerns the person: invitations of their parties, meetings to come, actions of their own.';

CREATE OR REPLACE FUNCTION rule.mijn_regels(wie bigint, moment timestamptz)
RETURNS SETOF rule.mijnregel
LANGUAGE plpgsql STABLE AS $$
DECLARE
    p rule.mijnplaats;
BEGIN
    RETURN QUERY SELECT * FROM rule.mijn_zelf(wie, moment);
    FOR p IN SELECT * FROM rule.mijn_plaatsen(wie, moment) LOOP
        RETURN QUERY SELECT * FROM rule.mijn_nakoming(p, moment);
        IF p.open THEN
            RETURN QUERY SELECT * FROM rule.mijn_keuzes(p);
            RETURN QUERY SELECT * FROM rule.mijn_besluiten(p, moment);
            RETURN QUERY SELECT * FROM rule.mijn_vastgelegd(wie, p, moment);
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.mijn_regels(bigint, timestamptz) IS 'Every line on the page of a person.';

CREATE OR REPLACE FUNCTION rule.mijn_pagina(wie bigint, moment timestamptz) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object('regels', coalesce(jsonb_agg(jsonb_strip_nulls(
            jsonb_build_object('soort', r.soort, 'tafel', r.tafel::text, 'kenmerk', t.kenmerk,
                'tafelTitel', t.titel, 'ref', r.ref, 'titel', r.titel,
                'organisatie', r.organisatie::text, 'tot', rule.tijd(r.tot), 'status', r.status,
                'teLaat', r.tot <= moment AND r.soort <> 'bijeenkomst'))
            ORDER BY r.tot IS NULL, r.tot, r.tafel, r.ref, r.soort), '[]'))
        FROM (SELECT * FROM rule.mijn_regels(wie, moment) x
              ORDER BY x.tot IS NULL, x.tot LIMIT 500) r
        JOIN spr.tafel t ON t.id = r.tafel);
END $$;
COMMENT ON FUNCTION rule.mijn_pagina(bigint, timestamptz) IS
    'The page of a person: what is late first, then by its term, then what has none.';
