-- Keuzevragen: put to the tafel, ready for decision, withdrawn. Invariant: doing nothing is always
-- the first option, and its consequence is told with the question.

CREATE OR REPLACE FUNCTION rule.beeld(k spr.keuzevraag) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', k.id::text, 'tafel', k.tafel::text,
        'nummer', k.nummer, 'knelpunt', k.knelpunt::text, 'vraag', k.vraag,
        'toelichting', k.toelichting,
        'versie', k.versie, 'tekstVersie', nullif(k.tekst_versie, 1),
        'opties', rule.opties_beeld(k.id),
        'status', k.status, 'gevolgenVoor', rule.tijd(k.gevolgen_voor), 'reden', k.reden,
        'spreker', rule.spreker(k.persoon, k.organisatie), 'op', rule.tijd(k.op)));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.keuzevraag) IS 'A keuzevraag with its options on the wire.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_vind(c rule.opdracht) RETURNS spr.keuzevraag
LANGUAGE plpgsql STABLE AS $$
DECLARE
    k spr.keuzevraag;
BEGIN
    SELECT * INTO k FROM spr.keuzevraag x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'keuzevraag');
    RETURN k;
END $$;
COMMENT ON FUNCTION rule.keuzevraag_vind(rule.opdracht) IS
    'The keuzevraag a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_boek(c rule.opdracht, k spr.keuzevraag, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'keuzevraag:' || k.id,
        jsonb_build_object('keuzevragen', jsonb_build_array(rule.beeld(k))));
END $$;
COMMENT ON FUNCTION rule.keuzevraag_boek(rule.opdracht, spr.keuzevraag, text) IS
    'Tell the tafel where a keuzevraag stands.';

CREATE OR REPLACE FUNCTION rule.opties_bezwaar(opties jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM jsonb_array_elements(opties) o
        WHERE NOT rule.is_regel(rule.schoon(o ->> 'titel'))
            OR (rule.schoon(o ->> 'toelichting') IS NOT NULL
                AND NOT rule.is_regel(rule.schoon(o ->> 'toelichting'))));
END $$;
COMMENT ON FUNCTION rule.opties_bezwaar(jsonb) IS 'An option has no title that can be kept.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_inbrengen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag;
    wat text := rule.schoon(c.args ->> 'vraag');
    uitleg text := rule.schoon(c.args ->> 'toelichting');
    knel spr.knelpunt := rule.knelpunt_vind(c);
    niets text := coalesce(rule.schoon(c.args ->> 'nietsDoen'), knel.gevolg_van_niets_doen);
    laatste int := (SELECT coalesce(max(x.nummer), 0) FROM spr.keuzevraag x WHERE x.tafel = c.tafel);
BEGIN
    IF c.args ? 'knelpunt' AND knel.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF knel.status IN ('opgelost', 'vervallen') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF niets IS NULL THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Zeg wat er gebeurt als de tafel niets doet, of noem een knelpunt waar dat al bij staat.',
            'Say what happens if the table does nothing, or name a bottleneck that says so.');
    ELSIF NOT rule.is_regel(wat) OR NOT rule.is_regel(niets)
       OR (uitleg IS NOT NULL AND NOT rule.is_regel(uitleg))
       OR rule.opties_bezwaar(c.args -> 'opties') THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF (SELECT count(*) >= 50 OR count(*) FILTER (WHERE x.organisatie = c.organisatie) >= 10
           FROM spr.keuzevraag x WHERE x.tafel = c.tafel
               AND x.status NOT IN ('besloten', 'ingetrokken')) OR laatste >= 1000 THEN
        RETURN rule.weiger(c, 'te_groot',
            'Een tafel heeft hoogstens 50 lopende keuzevragen, en een partij 10. Rond er eerst een af.',
            'A table has 50 questions under way at most, and a party 10. First finish one.');
    ELSIF NOT rule.past(c.args::text || c.args::text || niets) THEN
        RETURN rule.weiger(c, 'te_groot', 'De vraag en de opties zijn samen te lang. Kort ze in.',
            'The question and its options are too long together. Shorten them.');
    END IF;
    INSERT INTO spr.keuzevraag (tafel, nummer, knelpunt, vraag, toelichting, persoon, organisatie, op)
    VALUES (c.tafel, laatste + 1, knel.id, wat, uitleg, c.persoon, c.organisatie, c.nu)
    RETURNING * INTO k;
    INSERT INTO spr.optie (keuzevraag, nummer, titel, toelichting)
    SELECT k.id, 0, 'Niets doen', niets
    UNION ALL
    SELECT k.id, nr, rule.schoon(o ->> 'titel'), rule.schoon(o ->> 'toelichting')
    FROM jsonb_array_elements(c.args -> 'opties') WITH ORDINALITY AS e (o, nr);
    c := rule.keuzevraag_boek(c, k, 'keuzevraag.ingebracht');
    c := rule.geboekt(c, k.id, 'tafel:' || c.tafel);
    RETURN rule.knelpunt_oppakken(c, k.knelpunt);
END $$;
COMMENT ON FUNCTION rule.keuzevraag_inbrengen(rule.opdracht) IS
    'keuzevraag.inbrengen: with its options, of which doing nothing is the first; of a knelpunt it is known what that means.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
    waarom text := rule.schoon(c.args ->> 'reden');
BEGIN
    IF k.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT c.rollen && '{voorzitter,secretaris}'
          AND k.organisatie IS DISTINCT FROM c.organisatie THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF k.status IN ('besloten', 'ingetrokken') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF EXISTS (SELECT FROM spr.besluit b WHERE b.keuzevraag = k.id
                  AND b.status IN ('geagendeerd', 'conclusie_voorgelegd', 'stemming',
                      'onder_voorbehoud')) THEN
        RETURN rule.weiger(c, 'besluit_loopt');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.keuzevraag x SET status = 'ingetrokken', reden = waarom, termijn_loopt = false
    WHERE x.id = k.id
    RETURNING * INTO k;
    c := rule.keuzevraag_boek(c, k, 'keuzevraag.ingetrokken');
    c := rule.geboekt(c, k.id, 'tafel:' || c.tafel);
    RETURN rule.knelpunt_terugleggen(c, k.knelpunt);
END $$;
COMMENT ON FUNCTION rule.keuzevraag_intrekken(rule.opdracht) IS
    'keuzevraag.intrekken: by its proposer or by who leads the tafel, before it is decided.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_besluitrijp_maken(c rule.opdracht)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag := rule.keuzevraag_vind(c);
BEGIN
    IF k.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF k.status NOT IN ('ingebracht', 'gevolgen_gevraagd') THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    END IF;
    UPDATE spr.keuzevraag x SET status = 'besluitrijp' WHERE x.id = k.id RETURNING * INTO k;
    c := rule.keuzevraag_boek(c, k, 'keuzevraag.besluitrijp');
    RETURN rule.geboekt(c, k.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.keuzevraag_besluitrijp_maken(rule.opdracht) IS
    'keuzevraag.besluitrijp-maken: what is still open is judged when an afspraak is put.';

CREATE OR REPLACE FUNCTION rule.keuzevraag_besluiten(c rule.opdracht, keuzevraag bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.keuzevraag;
BEGIN
    UPDATE spr.keuzevraag x SET status = 'besloten'
    WHERE x.id = keuzevraag_besluiten.keuzevraag AND x.status = 'besluitrijp' RETURNING * INTO k;
    RETURN CASE WHEN FOUND THEN rule.keuzevraag_boek(c, k, 'keuzevraag.besloten') ELSE c END;
END $$;
COMMENT ON FUNCTION rule.keuzevraag_besluiten(rule.opdracht, bigint) IS
    'A besluit that was taken, or positions that stay apart, settle the question.';
