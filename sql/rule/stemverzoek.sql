-- A voting party asks for a stemming. Invariant: one is enough, and only a stemming that decides
-- answers it; who asked, and how it came in, stays with the besluit.

CREATE OR REPLACE FUNCTION rule.stemverzoeken(b spr.besluit) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                'organisatie', v.organisatie::text)
                || rule.inbreng_beeld(v.persoon, v.via, v.spreker, v.gebeurd_om, v.op))
            ORDER BY v.op, v.organisatie)
        FROM spr.stemverzoek v WHERE v.besluit = b.id);
END $$;
COMMENT ON FUNCTION rule.stemverzoeken(spr.besluit) IS
    'Who asked for a stemming over a besluit, on the wire; NULL when nobody did.';

CREATE OR REPLACE FUNCTION rule.stemverzoek_bezwaar(c rule.opdracht, b spr.besluit,
    i rule.inbreng) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF b.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF i.bezwaar IS NOT NULL THEN
        RETURN i.bezwaar;
    ELSIF NOT i.organisatie = ANY (rule.stemgerechtigden(c.tafel)) THEN
        RETURN 'niet_toegestaan';
    ELSIF b.status <> 'conclusie_voorgelegd' OR i.organisatie = ANY (b.stemming_gevraagd) THEN
        RETURN 'verkeerde_toestand';
    ELSIF b.termijn <= c.nu THEN
        RETURN 'termijn_voorbij';
    ELSIF cardinality(b.stemming_gevraagd) >= 40 THEN
        -- One is enough; all of them together must still fit beside the besluit.
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.stemverzoek_bezwaar(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Why a stemming cannot be asked for here: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.besluit_stemming_vragen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.besluit := rule.besluit_vind(c);
    i rule.inbreng := rule.inbreng(c);
    bezwaar text := rule.stemverzoek_bezwaar(c, b, i);
BEGIN
    IF bezwaar = 'te_groot' THEN
        RETURN rule.weiger(c, bezwaar, 'Genoeg partijen vroegen al om een stemming. Die komt er dus.',
            'Enough parties asked for a vote already. So there will be one.');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    INSERT INTO spr.stemverzoek (besluit, organisatie, persoon, via, spreker, gebeurd_om, op)
    VALUES (b.id, i.organisatie, c.persoon, i.via, i.spreker, i.gebeurd_om, c.nu);
    UPDATE spr.besluit x SET stemming_gevraagd = x.stemming_gevraagd || i.organisatie
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.besluit_boek(c, b, 'besluit.stemming-gevraagd');
    c := rule.geboekt(c, b.id, 'tafel:' || c.tafel);
    RETURN rule.inbreng_melden(c, i, 'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.besluit_stemming_vragen(rule.opdracht) IS
    'besluit.stemming-vragen: one voting party is enough; the secretaris records one that asked in the room.';
