-- The tafel: made in concept, opened, suspended, resumed, closed.
-- Invariant: every change of status is one event with the whole tafel, and one in toegang, since
-- who may read and write changes with it.

CREATE OR REPLACE FUNCTION rule.tafel_open_bezwaar(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF c.args -> 'openen' IS DISTINCT FROM 'true' THEN
        RETURN c;
    ELSIF NOT 'voorzitter' = ANY (c.rollen) THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt',
            'Maak de tafel in concept: alleen een voorzitter opent haar.',
            'Create the table as a draft: only a chair opens it.');
    ELSIF jsonb_array_length(coalesce(c.args -> 'partijen', '[]')) < 2 THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt', 'Nodig ten minste twee partijen uit.',
            'Invite at least two parties.');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.tafel_open_bezwaar(rule.opdracht) IS
    'Refuse to make a tafel that is to be open at once and cannot be.';

CREATE OR REPLACE FUNCTION rule.tafel_vullen(c rule.opdracht, plan spr.sjabloon)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    aanvang timestamptz := rule.moment(c.args ->> 'datum');
BEGIN
    c := rule.partijen_uitnodigen(c);
    IF plan.code IS NOT NULL THEN
        c := rule.sjabloon_rondes(c, plan, aanvang);
        c := rule.sjabloon_bijeenkomst(c, plan, aanvang);
    END IF;
    IF c.args -> 'openen' = 'true' THEN
        c := rule.tafel_openen(c);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.tafel_vullen(rule.opdracht, spr.sjabloon) IS
    'Give a new tafel its parties, and what its sjabloon plans; open it when that was asked.';

CREATE OR REPLACE FUNCTION rule.tafel_aanmaken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    titel text := rule.schoon(c.args ->> 'titel');
    vraag text := rule.schoon(c.args ->> 'vraag');
    opgave text := rule.schoon(c.args ->> 'opgave');
    plan spr.sjabloon := rule.sjabloon_vind(c);
    t spr.tafel;
    z spr.zetel;
    stroom text;
    bezwaar text := coalesce(rule.sjabloon_bezwaar(c, plan), rule.partijen_bezwaar(c));
BEGIN
    IF NOT rule.is_regel(titel) OR NOT rule.is_regel(vraag)
       OR (opgave IS NOT NULL AND NOT rule.is_regel(opgave)) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    END IF;
    c := rule.tafel_open_bezwaar(c);
    IF c.klaar THEN
        RETURN c;
    END IF;
    INSERT INTO spr.tafel (kenmerk, titel, vraag, opgave, toeschrijving, openbaarheid,
        aangemaakt_op)
    VALUES (rule.kenmerk_geven('TT', c.nu), titel, vraag, opgave, c.args ->> 'toeschrijving',
        c.args ->> 'openbaarheid', c.nu)
    RETURNING * INTO t;
    INSERT INTO spr.zetel (tafel, persoon, rollen, leest_vanaf)
    VALUES (t.id, c.persoon, ARRAY[CASE WHEN 'voorzitter' = ANY (c.rollen)
        THEN 'voorzitter' ELSE 'secretaris' END], c.nu)
    RETURNING * INTO z;
    stroom := 'tafel:' || t.id;
    c.tafel := t.id;
    c.status := t.status;
    c.plenair := ARRAY(SELECT k FROM rule.plenair(c.rollen, c.status) k);
    c := rule.boek(c, stroom, 'tafel.aangemaakt', 'tafel:' || t.id, jsonb_build_object(
        'tafels', jsonb_build_array(rule.beeld(t)), 'zetels', jsonb_build_array(rule.beeld(z))));
    c := rule.toegang(c, c.persoon, NULL, t.id);
    c := rule.tafel_vullen(c, plan);
    RETURN rule.antwoord(c, jsonb_strip_nulls(jsonb_build_object('id', t.id::text,
        'kenmerk', t.kenmerk, 'stroom', stroom, 'seq', rule.plaats(c, stroom), 'bijeenkomst',
        (SELECT min(b.id)::text FROM spr.bijeenkomst b WHERE b.tafel = t.id))));
END $$;
COMMENT ON FUNCTION rule.tafel_aanmaken(rule.opdracht) IS
    'tafel.aanmaken: a concept with one seat, for who made it; with a sjabloon and parties, and open, when asked.';

CREATE OR REPLACE FUNCTION rule.tafel_verzetten(c rule.opdracht, naar text, reden text,
    soort text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    t spr.tafel;
    stroom text := 'tafel:' || c.tafel;
BEGIN
    UPDATE spr.tafel x
    SET status = naar, reden = tafel_verzetten.reden,
        geopend_op = coalesce(x.geopend_op, CASE WHEN naar = 'open' THEN c.nu END),
        gesloten_op = CASE WHEN naar = 'afgesloten' THEN c.nu ELSE x.gesloten_op END
    WHERE x.id = c.tafel RETURNING * INTO t;
    c := rule.boek(c, stroom, soort, stroom,
        jsonb_build_object('tafels', jsonb_build_array(rule.beeld(t))));
    c := rule.toegang(c, NULL, NULL, c.tafel);
    RETURN rule.geboekt(c, c.tafel, stroom);
END $$;
COMMENT ON FUNCTION rule.tafel_verzetten(rule.opdracht, text, text, text) IS
    'Move the tafel to another status and tell it.';

CREATE OR REPLACE FUNCTION rule.tafel_openen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d spr.deelname;
BEGIN
    IF NOT EXISTS (SELECT FROM spr.zetel z WHERE z.tafel = c.tafel AND z.leest_tot IS NULL
                   AND 'voorzitter' = ANY (z.rollen)) THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt', 'Geef eerst iemand de zetel van voorzitter.',
            'First give somebody the seat of chair.');
    ELSIF (SELECT count(*) FROM spr.deelname x
           WHERE x.tafel = c.tafel AND x.status <> 'uitgetreden') < 2 THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt', 'Nodig eerst ten minste twee partijen uit.',
            'First invite at least two parties.');
    END IF;
    c := rule.tafel_verzetten(c, 'open', NULL, 'tafel.geopend');
    FOR d IN SELECT * FROM spr.deelname x WHERE x.tafel = c.tafel AND x.status = 'uitgenodigd'
             ORDER BY x.id LOOP
        c := rule.deelname_melden(c, d);
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.tafel_openen(rule.opdracht) IS
    'tafel.openen: needs a voorzitter and two parties; those invited are told.';

CREATE OR REPLACE FUNCTION rule.tafel_opschorten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    reden text := rule.schoon(c.args ->> 'reden');
BEGIN
    IF NOT rule.is_regel(reden) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF rule.bijeenkomst_nu(c.tafel) IS NOT NULL THEN
        RETURN rule.weiger(c, 'bijeenkomst_loopt');
    END IF;
    RETURN rule.tafel_verzetten(c, 'opgeschort', reden, 'tafel.opgeschort');
END $$;
COMMENT ON FUNCTION rule.tafel_opschorten(rule.opdracht) IS 'tafel.opschorten.';

CREATE OR REPLACE FUNCTION rule.tafel_hervatten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    reden text := rule.schoon(c.args ->> 'toelichting');
BEGIN
    IF reden IS NOT NULL AND NOT rule.is_regel(reden) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    RETURN rule.tafel_verzetten(c, 'open', reden, 'tafel.hervat');
END $$;
COMMENT ON FUNCTION rule.tafel_hervatten(rule.opdracht) IS 'tafel.hervatten.';

CREATE OR REPLACE FUNCTION rule.tafel_sluiten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    reden text := rule.schoon(c.args ->> 'reden');
    open_ronde int := (SELECT min(r.nummer) FROM spr.ronde r
                       WHERE r.tafel = c.tafel AND r.status = 'open');
    loopt text := (SELECT min(b.kenmerk) FROM spr.besluit b WHERE b.tafel = c.tafel
                   AND b.status IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming',
                       'onder_voorbehoud'));
BEGIN
    IF NOT rule.is_regel(reden) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF rule.bijeenkomst_nu(c.tafel) IS NOT NULL THEN
        RETURN rule.weiger(c, 'bijeenkomst_loopt');
    ELSIF open_ronde IS NOT NULL THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt',
            format('Sluit eerst ronde %s.', open_ronde),
            format('First close round %s.', open_ronde));
    ELSIF loopt IS NOT NULL THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt',
            format('Geef besluit %s eerst een uitkomst, of trek het in.', loopt),
            format('First give decision %s an outcome, or withdraw it.', loopt));
    END IF;
    RETURN rule.tafel_verzetten(c, 'afgesloten', reden, 'tafel.gesloten');
END $$;
COMMENT ON FUNCTION rule.tafel_sluiten(rule.opdracht) IS
    'tafel.sluiten: not while a ronde is open or a besluit waits for its outcome.';
