-- What the voorzitter makes of an amendement, and what a changed text means for the rest. Invariant:
-- a text changes only while its besluit lies before the tafel, and each time those who have a say
-- get a term of their own: a written round is never shortened, and silence about a former text says
-- nothing about this one.

CREATE OR REPLACE FUNCTION rule.amendementen_open(b spr.besluit, OUT nl text, OUT en text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    aantal bigint;
BEGIN
    SELECT count(*) INTO aantal FROM spr.amendement m WHERE m.besluit = b.id AND m.status = 'open';
    IF aantal > 0 THEN
        nl := 'Er zijn nog amendementen open: ' || aantal
            || '. Neem ze over of wijs ze af; dan kunt u verder.';
        en := 'Amendments are still open: ' || aantal || '. Adopt or reject them; then go on.';
    END IF;
END $$;
COMMENT ON FUNCTION rule.amendementen_open(spr.besluit) IS
    'That amendementen keep a besluit from an outcome or a vote, in two languages; NULLs when none do.';

CREATE OR REPLACE FUNCTION rule.tekst_veranderd(besluit bigint, sinds timestamptz)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM spr.amendement m WHERE m.besluit = tekst_veranderd.besluit
        AND m.status = 'overgenomen' AND m.afgedaan_op > sinds);
END $$;
COMMENT ON FUNCTION rule.tekst_veranderd(bigint, timestamptz) IS
    'The text of a besluit changed since something was said about it.';

CREATE OR REPLACE FUNCTION rule.amendementen_sluiten(c rule.opdracht, b spr.besluit, wordt text,
    waarom text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    m spr.amendement;
    i rule.inbreng;
BEGIN
    i.via := 'platform';
    FOR m IN SELECT * FROM spr.amendement x
        WHERE x.besluit = b.id AND x.status = 'open' ORDER BY x.id LOOP
        c := rule.amendement_eindigen(c, m, wordt, i, waarom);
        c := rule.bericht_aan_tafel(c, rule.amendement_dragers(m), 'amendement_afgedaan',
            'besluit:' || b.id, b.titel);
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.amendementen_sluiten(rule.opdracht, spr.besluit, text, text) IS
    'End what is still open on a besluit, and tell the parties that carried it.';

CREATE OR REPLACE FUNCTION rule.amendement_afdoen_bezwaar(c rule.opdracht, m spr.amendement,
    b spr.besluit) RETURNS text
LANGUAGE plpgsql STABLE AS $$
DECLARE
    gebeurd timestamptz := rule.moment(c.args ->> 'gebeurdOm');
BEGIN
    IF m.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF m.status <> 'open' OR b.status <> 'conclusie_voorgelegd' THEN
        RETURN 'verkeerde_toestand';
    ELSIF NOT rule.is_regel(rule.schoon(c.args ->> 'reden'))
          OR (c.args ? 'gebeurdOm' AND (gebeurd IS NULL OR gebeurd > c.nu))
          OR (c.args ? 'termijn' AND c.args ->> 'uitkomst' <> 'overgenomen') THEN
        RETURN 'ongeldig';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.amendement_afdoen_bezwaar(rule.opdracht, spr.amendement, spr.besluit) IS
    'Why this amendement cannot be disposed of so: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.besluit_wijzigen(c rule.opdracht, b spr.besluit, wordt text,
    wanneer timestamptz) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- Who asked for a vote is not undone by another text: only a vote answers that.
    UPDATE spr.besluit x
    SET tekst = wordt, versie = x.versie + 1, termijn = greatest(x.termijn, wanneer)
    WHERE x.id = b.id RETURNING * INTO b;
    c := rule.besluit_boek(c, b, 'besluit.gewijzigd');
    c := rule.boek(c, 'voorzitterskamer:' || c.tafel, 'besluit.opgesteld', 'besluit:' || b.id,
        jsonb_build_object('besluitConcepten', jsonb_build_array(rule.beeld_concept(b))));
    c := rule.amendementen_sluiten(c, b, 'achterhaald',
        'De tekst van het besluit is gewijzigd. Dien het op de nieuwe tekst opnieuw in als u dat wilt.');
    RETURN rule.bericht_aan_tafel(c,
        ARRAY(SELECT d.organisatie FROM rule.meesprekers(c.tafel) d ORDER BY 1),
        'besluit_gewijzigd', 'besluit:' || b.id, b.titel);
END $$;
COMMENT ON FUNCTION rule.besluit_wijzigen(rule.opdracht, spr.besluit, text, timestamptz) IS
    'The text becomes a new version; what was made against the former one is out of date.';

CREATE OR REPLACE FUNCTION rule.amendement_afdoen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    m spr.amendement := rule.amendement_vind(c);
    b spr.besluit;
    i rule.inbreng;
    wanneer timestamptz := rule.moment(c.args ->> 'termijn');
    bezwaar text;
BEGIN
    SELECT * INTO b FROM spr.besluit x WHERE x.id = m.besluit;
    bezwaar := rule.amendement_afdoen_bezwaar(c, m, b);
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF c.args ? 'termijn' AND NOT rule.termijn_geldig(wanneer, c.nu) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Kies een moment dat nog komt, binnen twee jaar.',
            'Choose a moment still to come, within two years.');
    ELSIF c.args ->> 'uitkomst' = 'overgenomen' AND b.termijn IS NOT NULL AND wanneer IS NULL THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Het besluit ligt schriftelijk voor. Geef een termijn om op de gewijzigde tekst te reageren.',
            'The decision lies before the table in writing. Give a term to react to the changed text.');
    END IF;
    i.via := 'platform';
    i.gebeurd_om := rule.moment(c.args ->> 'gebeurdOm');
    c := rule.amendement_eindigen(c, m, c.args ->> 'uitkomst', i, rule.schoon(c.args ->> 'reden'));
    c := rule.geboekt(c, m.id, 'tafel:' || c.tafel);
    c := rule.bericht_aan_tafel(c, rule.amendement_dragers(m), 'amendement_afgedaan',
        'besluit:' || b.id, b.titel);
    RETURN CASE WHEN c.args ->> 'uitkomst' = 'overgenomen'
                THEN rule.besluit_wijzigen(c, b, m.tekst, wanneer) ELSE c END;
END $$;
COMMENT ON FUNCTION rule.amendement_afdoen(rule.opdracht) IS
    'amendement.afdoen: adopted or rejected, with a reason that the whole tafel reads.';
