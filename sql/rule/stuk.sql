-- Papers: a title, and an address elsewhere or a file that stands here. Invariant: the address or the
-- bytes of a withdrawn paper are nowhere any more, neither here nor in the log.

CREATE OR REPLACE FUNCTION rule.beeld(s spr.stuk) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', s.id::text, 'tafel', s.tafel::text,
        'bijeenkomst', s.bijeenkomst::text, 'agendapunt', s.agendapunt::text, 'titel', s.titel,
        'adres', s.adres,
        'bestand', (SELECT rule.beeld(b) FROM spr.bestand b WHERE b.id = s.bestand),
        'ingetrokken', CASE WHEN s.reden IS NOT NULL THEN true END,
        'reden', s.reden, 'spreker', rule.spreker(s.persoon, s.organisatie),
        'op', rule.tijd(s.op)) || rule.openbaarheid_beeld(s.openbaarheid, s.embargo_tot));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.stuk) IS 'A stuk on the wire.';

CREATE OR REPLACE FUNCTION rule.is_webadres(adres text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    -- A host name and a path (RFC 3986), without user information, which only serves to deceive.
    SELECT rule.is_regel(adres) AND adres ~*
        '^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:[0-9]{1,5})?([/?#][!-~]*)?$'
$$;
COMMENT ON FUNCTION rule.is_webadres(text) IS 'An address that a browser opens safely: https, nothing else.';

CREATE OR REPLACE FUNCTION rule.stuk_toevoegen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stuk;
    titel text := rule.schoon(c.args ->> 'titel');
    adres text := rule.schoon(c.args ->> 'adres');
    punt bigint := rule.getal(c.args ->> 'agendapunt');
    b spr.bestand;
    stroom text := 'tafel:' || c.tafel;
BEGIN
    IF (c.args ? 'bijeenkomst' AND (rule.bijeenkomst_vind(c)).id IS NULL)
       OR (c.args ? 'agendapunt' AND NOT EXISTS (SELECT FROM spr.agendapunt a
           WHERE a.tafel = c.tafel AND a.id = punt AND (NOT c.args ? 'bijeenkomst'
               OR a.bijeenkomst = rule.getal(c.args ->> 'bijeenkomst')))) THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT rule.is_regel(titel) OR (c.args ? 'bestand') = (c.args ? 'adres')
          OR (c.args ? 'adres' AND NOT rule.is_webadres(adres)) THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Geef een titel, en een bestand of een adres dat met https:// begint.',
            'Give a title, and a file or an address that begins with https://.');
    ELSIF c.args ? 'bestand' THEN
        b := rule.bestand_vind(c);
        IF b.id IS NULL THEN
            RETURN rule.weiger(c, 'niet_gevonden');
        ELSIF b.gereed_op IS NULL THEN
            RETURN rule.weiger(c, 'verkeerde_toestand');
        END IF;
    END IF;
    IF (SELECT count(*) FROM spr.stuk x WHERE x.tafel = c.tafel) >= 1000 THEN
        RETURN rule.weiger(c, 'te_groot');
    END IF;
    INSERT INTO spr.stuk (tafel, bijeenkomst, agendapunt, titel, adres, bestand, persoon,
        organisatie, op)
    VALUES (c.tafel, coalesce(rule.getal(c.args ->> 'bijeenkomst'),
            (SELECT a.bijeenkomst FROM spr.agendapunt a WHERE a.id = punt)),
        punt, titel, adres, b.id, c.persoon, c.organisatie, c.nu)
    RETURNING * INTO s;
    c := rule.boek(c, stroom, 'stuk.toegevoegd', 'stuk:' || s.id,
        jsonb_build_object('stukken', jsonb_build_array(rule.beeld(s))));
    UPDATE spr.stuk x SET seq = rule.plaats(c, stroom) WHERE x.id = s.id;
    RETURN rule.geboekt(c, s.id, stroom);
END $$;
COMMENT ON FUNCTION rule.stuk_toevoegen(rule.opdracht) IS
    'stuk.toevoegen: for the tafel, a meeting or an item.';

CREATE OR REPLACE FUNCTION rule.stuk_intrekken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    s spr.stuk;
    weg bigint;
    waarom text := rule.schoon(c.args ->> 'reden');
    stroom text := 'tafel:' || c.tafel;
BEGIN
    SELECT * INTO s FROM spr.stuk x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'stuk');
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT c.rollen && '{voorzitter,secretaris}'
          AND s.organisatie IS DISTINCT FROM c.organisatie THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF s.reden IS NOT NULL THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF NOT rule.is_regel(waarom) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    weg := s.bestand;
    UPDATE spr.stuk x
    SET adres = NULL, bestand = NULL, reden = waarom, embargo_tot = NULL,
        openbaarheid = CASE x.openbaarheid WHEN 'embargo' THEN 'tafel' ELSE x.openbaarheid END
    WHERE x.id = s.id RETURNING * INTO s;
    DELETE FROM spr.bestand x WHERE x.id = weg;
    c := rule.boek(c, stroom, 'stuk.ingetrokken', 'stuk:' || s.id,
        jsonb_build_object('stukken', jsonb_build_array(rule.beeld(s))), s.seq || s.later);
    RETURN rule.geboekt(c, s.id, stroom);
END $$;
COMMENT ON FUNCTION rule.stuk_intrekken(rule.opdracht) IS
    'stuk.intrekken: by who added it, their organisation, or who leads the tafel.';
