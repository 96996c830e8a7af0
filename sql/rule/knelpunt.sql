-- Knelpunten: reported early, with the room to act that is left and what happens if nobody decides.
-- Invariant: the clock only tells that the date passed; the tafel concludes the rest. A knelpunt is
-- opgepakt as long as a keuzevraag about it was not withdrawn.

CREATE OR REPLACE FUNCTION rule.beeld(k spr.knelpunt) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_strip_nulls(jsonb_build_object('id', k.id::text, 'tafel', k.tafel::text,
        'nummer', k.nummer, 'titel', k.titel, 'toelichting', k.toelichting,
        'sectoren', to_jsonb(k.sectoren::text[]), 'zwaarte', k.zwaarte,
        'handelingsruimteTot', rule.tijd(k.handelingsruimte_tot),
        'gevolgVanNietsDoen', k.gevolg_van_niets_doen, 'status', k.status,
        'verstrekenOp', rule.tijd(k.verstreken_op), 'bijdrage', k.bijdrage::text,
        'versie', k.versie, 'organisatie', k.organisatie::text,
        'gewijzigdDoor', k.gewijzigd_door::text, 'gewijzigdOp', rule.tijd(k.gewijzigd_op),
        'uitkomst', k.uitkomst, 'afgehandeldDoor', k.afgehandeld_door::text,
        'afgehandeldOp', rule.tijd(k.afgehandeld_op))
        || rule.inbreng_beeld(k.persoon, k.via, k.spreker, k.gebeurd_om, k.op));
END $$;
COMMENT ON FUNCTION rule.beeld(spr.knelpunt) IS 'A knelpunt on the wire.';

CREATE OR REPLACE FUNCTION rule.knelpunt_vind(c rule.opdracht) RETURNS spr.knelpunt
LANGUAGE plpgsql STABLE AS $$
DECLARE
    k spr.knelpunt;
BEGIN
    SELECT * INTO k FROM spr.knelpunt x
    WHERE x.tafel = c.tafel AND x.id = rule.getal(c.args ->> 'knelpunt');
    RETURN k;
END $$;
COMMENT ON FUNCTION rule.knelpunt_vind(rule.opdracht) IS
    'The knelpunt a command names, at its tafel.';

CREATE OR REPLACE FUNCTION rule.knelpunt_boek(c rule.opdracht, k spr.knelpunt, soort text)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.boek(c, 'tafel:' || c.tafel, soort, 'knelpunt:' || k.id,
        jsonb_build_object('knelpunten', jsonb_build_array(rule.beeld(k))));
END $$;
COMMENT ON FUNCTION rule.knelpunt_boek(rule.opdracht, spr.knelpunt, text) IS
    'Tell the tafel where a knelpunt stands.';

CREATE OR REPLACE FUNCTION rule.knelpunt_gevuld(c rule.opdracht, k spr.knelpunt)
RETURNS spr.knelpunt
LANGUAGE plpgsql STABLE AS $$
BEGIN
    k.titel := rule.schoon(c.args ->> 'titel');
    k.toelichting := rule.schoon(c.args ->> 'toelichting');
    k.sectoren := ARRAY(SELECT DISTINCT rule.getal(s)
        FROM jsonb_array_elements_text(c.args -> 'sectoren') s ORDER BY 1);
    k.zwaarte := c.args ->> 'zwaarte';
    k.handelingsruimte_tot := rule.moment(c.args ->> 'handelingsruimteTot');
    k.gevolg_van_niets_doen := rule.schoon(c.args ->> 'gevolgVanNietsDoen');
    RETURN k;
END $$;
COMMENT ON FUNCTION rule.knelpunt_gevuld(rule.opdracht, spr.knelpunt) IS
    'A knelpunt with what the command says of it; not yet judged, not yet kept.';

CREATE OR REPLACE FUNCTION rule.knelpunt_inhoud_bezwaar(c rule.opdracht, k spr.knelpunt,
    oud spr.knelpunt) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- Any sector at the tafel: what hurts here may have its cause, or its consequence, elsewhere.
    IF NOT coalesce(oud.sectoren, '{}') || ARRAY(SELECT s FROM spr.deelname d, unnest(d.sectoren) s
            WHERE d.tafel = c.tafel AND d.status <> 'uitgetreden') @> k.sectoren THEN
        RETURN rule.weiger(c, 'niet_gevonden', 'Kies sectoren van partijen aan deze tafel.',
            'Choose sectors of parties at this table.');
    ELSIF NOT rule.is_regel(k.titel) OR NOT rule.is_regel(k.gevolg_van_niets_doen)
          OR (k.toelichting IS NOT NULL AND NOT rule.is_regel(k.toelichting)) THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF k.handelingsruimte_tot IS DISTINCT FROM oud.handelingsruimte_tot
          AND NOT rule.termijn_geldig(k.handelingsruimte_tot, c.nu, '20 years') THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Kies tot wanneer er nog iets kan: een dag die nog komt, binnen twintig jaar.',
            'Choose until when something can still be done: a day still to come, within twenty years.');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.knelpunt_inhoud_bezwaar(rule.opdracht, spr.knelpunt, spr.knelpunt) IS
    'Refuse a knelpunt that cannot be kept as it is; a date that stays may have passed.';

CREATE OR REPLACE FUNCTION rule.knelpunt_vol(c rule.opdracht, wie bigint) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT count(*) >= 200 OR count(*) FILTER (WHERE k.organisatie = wie) >= 20
            FROM spr.knelpunt k
            WHERE k.tafel = c.tafel AND k.status NOT IN ('opgelost', 'vervallen'));
END $$;
COMMENT ON FUNCTION rule.knelpunt_vol(rule.opdracht, bigint) IS
    'The tafel, or this party, has as many knelpunten as it can look after.';

CREATE OR REPLACE FUNCTION rule.knelpunt_melden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    i rule.inbreng := rule.inbreng(c);
    bron record;
    k spr.knelpunt := rule.knelpunt_gevuld(c, NULL);
    laatste int := (SELECT coalesce(max(x.nummer), 0) FROM spr.knelpunt x WHERE x.tafel = c.tafel);
BEGIN
    -- Who leads the tafel may report without an organisation.
    IF i.bezwaar IS NOT NULL AND (c.args ? 'voor' OR NOT c.rollen && '{voorzitter,secretaris}') THEN
        RETURN rule.weiger(c, i.bezwaar);
    ELSIF c.args ? 'bijdrage' THEN
        bron := rule.bijdrage_vind(c);
        -- Who reads the knelpunt must be able to read where it came from.
        IF (bron.o).stroom = 'tafel:' || c.tafel AND (bron.b).status = 'geplaatst'
           AND (bron.b).seq > rule.lees_grens(c.persoon, (bron.o).stroom, c.nu) THEN
            k.bijdrage := (bron.b).id;
        ELSE
            RETURN rule.weiger(c, 'niet_gevonden');
        END IF;
    END IF;
    c := rule.knelpunt_inhoud_bezwaar(c, k, NULL);
    IF c.klaar THEN
        RETURN c;
    ELSIF rule.knelpunt_vol(c, i.organisatie) THEN
        RETURN rule.weiger(c, 'te_groot',
            'Een tafel heeft hoogstens 200 open knelpunten, en een partij 20. Handel er eerst een af.',
            'A table has 200 open bottlenecks at most, and a party 20. First close one.');
    ELSIF laatste >= 1000 THEN
        RETURN rule.weiger(c, 'te_groot',
            'Aan deze tafel zijn al 1000 knelpunten gemeld. Begin voor wat nog knelt een nieuwe tafel.',
            'At this table 1000 bottlenecks were reported already. Start a new table for what remains.');
    END IF;
    INSERT INTO spr.knelpunt (tafel, nummer, titel, toelichting, sectoren, zwaarte,
        handelingsruimte_tot, gevolg_van_niets_doen, bijdrage, organisatie, persoon, via, spreker,
        gebeurd_om, op)
    VALUES (c.tafel, laatste + 1, k.titel, k.toelichting, k.sectoren, k.zwaarte,
        k.handelingsruimte_tot, k.gevolg_van_niets_doen, k.bijdrage, i.organisatie, c.persoon,
        i.via, i.spreker, i.gebeurd_om, c.nu)
    RETURNING * INTO k;
    c := rule.knelpunt_boek(c, k, 'knelpunt.gemeld');
    c := rule.geboekt(c, k.id, 'tafel:' || c.tafel);
    RETURN rule.inbreng_melden(c, i, 'knelpunt:' || k.id, k.titel);
END $$;
COMMENT ON FUNCTION rule.knelpunt_melden(rule.opdracht) IS
    'knelpunt.melden: by a party, by who leads the tafel, or recorded for a party.';

CREATE OR REPLACE FUNCTION rule.knelpunt_wijzig_bezwaar(c rule.opdracht, k spr.knelpunt)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF k.id IS NULL THEN
        RETURN 'niet_gevonden';
    ELSIF NOT c.rollen && '{voorzitter,secretaris}'
          AND k.organisatie IS DISTINCT FROM c.organisatie THEN
        RETURN 'niet_toegestaan';
    ELSIF k.status IN ('opgelost', 'vervallen') THEN
        RETURN 'verkeerde_toestand';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.knelpunt_wijzig_bezwaar(rule.opdracht, spr.knelpunt) IS
    'Why this person cannot change this knelpunt: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.knelpunt_herzien(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    oud spr.knelpunt := rule.knelpunt_vind(c);
    k spr.knelpunt := rule.knelpunt_gevuld(c, oud);
    bezwaar text := rule.knelpunt_wijzig_bezwaar(c, oud);
    -- The party's own words replace what was recorded for it; then the mark is gone.
    zelf boolean := oud.organisatie = c.organisatie;
    ruimte boolean := k.handelingsruimte_tot IS DISTINCT FROM oud.handelingsruimte_tot;
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF (c.args ->> 'versie')::int <> oud.versie THEN
        RETURN rule.weiger(c, 'verouderd');
    END IF;
    c := rule.knelpunt_inhoud_bezwaar(c, k, oud);
    IF c.klaar THEN
        RETURN c;
    END IF;
    UPDATE spr.knelpunt x SET titel = k.titel, toelichting = k.toelichting, sectoren = k.sectoren,
        zwaarte = k.zwaarte, handelingsruimte_tot = k.handelingsruimte_tot,
        gevolg_van_niets_doen = k.gevolg_van_niets_doen, versie = x.versie + 1,
        status = CASE WHEN ruimte AND x.status = 'termijn_verstreken' THEN 'open'
                      ELSE x.status END,
        verstreken_op = CASE WHEN ruimte THEN NULL ELSE x.verstreken_op END,
        persoon = CASE WHEN zelf THEN c.persoon ELSE x.persoon END,
        via = CASE WHEN zelf THEN 'platform' ELSE x.via END,
        spreker = CASE WHEN zelf THEN NULL ELSE x.spreker END,
        gebeurd_om = CASE WHEN zelf THEN NULL ELSE x.gebeurd_om END,
        gewijzigd_door = c.persoon, gewijzigd_op = c.nu
    WHERE x.id = oud.id RETURNING * INTO k;
    c := rule.knelpunt_boek(c, k, 'knelpunt.herzien');
    RETURN rule.geboekt(c, k.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.knelpunt_herzien(rule.opdracht) IS
    'knelpunt.herzien: by its own party or by who leads the tafel; a new date starts the clock again.';

CREATE OR REPLACE FUNCTION rule.knelpunt_afhandelen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.knelpunt := rule.knelpunt_vind(c);
    bezwaar text := rule.knelpunt_wijzig_bezwaar(c, k);
    verhaal text := rule.schoon(c.args ->> 'uitkomst');
BEGIN
    IF bezwaar IS NOT NULL THEN
        RETURN rule.weiger(c, bezwaar);
    ELSIF NOT c.rollen && '{voorzitter,secretaris}' AND c.args ->> 'status' <> 'vervallen' THEN
        RETURN rule.weiger(c, 'niet_toegestaan',
            'Of een knelpunt is opgelost, zegt wie de tafel leidt. U kunt het wel laten vervallen.',
            'Who leads the table says whether a bottleneck is solved. You can let it lapse.');
    ELSIF NOT rule.is_regel(verhaal) THEN
        RETURN rule.weiger(c, 'ongeldig');
    END IF;
    UPDATE spr.knelpunt x SET status = c.args ->> 'status', uitkomst = verhaal,
        afgehandeld_door = c.persoon, afgehandeld_op = c.nu
    WHERE x.id = k.id RETURNING * INTO k;
    c := rule.knelpunt_boek(c, k, 'knelpunt.afgehandeld');
    RETURN rule.geboekt(c, k.id, 'tafel:' || c.tafel);
END $$;
COMMENT ON FUNCTION rule.knelpunt_afhandelen(rule.opdracht) IS
    'knelpunt.afhandelen: by who leads the tafel; its own party may only let it lapse.';

CREATE OR REPLACE FUNCTION rule.knelpunt_oppakken(c rule.opdracht, knelpunt bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.knelpunt;
BEGIN
    UPDATE spr.knelpunt x SET status = 'opgepakt'
    WHERE x.id = knelpunt_oppakken.knelpunt AND x.status IN ('open', 'termijn_verstreken')
    RETURNING * INTO k;
    RETURN CASE WHEN FOUND THEN rule.knelpunt_boek(c, k, 'knelpunt.opgepakt') ELSE c END;
END $$;
COMMENT ON FUNCTION rule.knelpunt_oppakken(rule.opdracht, bigint) IS
    'A keuzevraag was brought in about it; a second one changes nothing.';

CREATE OR REPLACE FUNCTION rule.knelpunt_terugleggen(c rule.opdracht, knelpunt bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.knelpunt;
BEGIN
    UPDATE spr.knelpunt x
    SET status = CASE WHEN x.verstreken_op IS NULL THEN 'open' ELSE 'termijn_verstreken' END
    WHERE x.id = knelpunt_terugleggen.knelpunt AND x.status = 'opgepakt'
        AND NOT EXISTS (SELECT FROM spr.keuzevraag v
                        WHERE v.knelpunt = x.id AND v.status <> 'ingetrokken')
    RETURNING * INTO k;
    RETURN CASE WHEN FOUND THEN rule.knelpunt_boek(c, k, 'knelpunt.teruggelegd') ELSE c END;
END $$;
COMMENT ON FUNCTION rule.knelpunt_terugleggen(rule.opdracht, bigint) IS
    'When the last keuzevraag about it was withdrawn, nobody is at work on it any more.';

CREATE OR REPLACE FUNCTION rule.knelpunt_berichten(k spr.knelpunt, nu timestamptz)
RETURNS SETOF rule.boeking
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bericht;
    wie bigint;
BEGIN
    FOR wie IN
        SELECT DISTINCT z.persoon FROM spr.zetel z LEFT JOIN spr.deelname d ON d.id = z.deelname
        WHERE z.tafel = k.tafel AND z.leest_tot IS NULL
            AND (z.rollen && '{voorzitter,secretaris}' OR d.organisatie = k.organisatie)
            AND rule.mag_stroom(z.persoon, NULL, 'tafel:' || k.tafel, 'lezen', nu)
        ORDER BY z.persoon
    LOOP
        INSERT INTO spr.bericht (persoon, tafel, soort, ref, tekst, op)
        VALUES (wie, k.tafel, 'knelpunt_verstreken', 'knelpunt:' || k.id, left(k.titel, 200), nu)
        RETURNING * INTO b;
        RETURN NEXT ('persoon:' || wie, 'bericht.ontvangen', 'bericht:' || b.id,
            '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}',
            jsonb_build_object('berichten', jsonb_build_array(rule.beeld(b)))::text, NULL, NULL
            )::rule.boeking;
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.knelpunt_berichten(spr.knelpunt, timestamptz) IS
    'Tell who leads the tafel, and the party that reported it, that the date has passed; still to be booked.';

CREATE OR REPLACE FUNCTION rule.tik_knelpunten(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    k spr.knelpunt;
    berichten rule.boeking[] := '{}';
BEGIN
    -- A tafel that is busy comes a second later; what a command changed meanwhile is looked at again.
    FOR k IN
        SELECT x.* FROM spr.knelpunt x JOIN spr.tafel t ON t.id = x.tafel
        WHERE x.verstreken_op IS NULL AND x.status IN ('open', 'opgepakt')
            AND x.handelingsruimte_tot <= tik_knelpunten.nu AND t.status IN ('open', 'opgeschort')
        ORDER BY x.tafel, x.id LIMIT 50 FOR NO KEY UPDATE OF t SKIP LOCKED
    LOOP
        UPDATE spr.knelpunt x SET verstreken_op = nu,
            status = CASE x.status WHEN 'open' THEN 'termijn_verstreken' ELSE x.status END
        WHERE x.id = k.id AND x.verstreken_op IS NULL AND x.status IN ('open', 'opgepakt')
            AND x.handelingsruimte_tot <= nu RETURNING * INTO k;
        CONTINUE WHEN NOT FOUND;
        RETURN NEXT rule.log_schrijf('tafel:' || k.tafel, 'knelpunt.verstreken', 'knelpunt:' || k.id,
            '{"organisatie":null,"persoon":null,"vertegenwoordiging":null}',
            jsonb_build_object('knelpunten', jsonb_build_array(rule.beeld(k)))::text, nu, NULL, NULL);
        berichten := berichten || ARRAY(SELECT b FROM rule.knelpunt_berichten(k, nu) b);
    END LOOP;
    -- All at once, so that the heads of people are locked in one order.
    IF cardinality(berichten) > 0 THEN
        RETURN QUERY SELECT r.* FROM unnest(rule.log_schrijven(berichten, nu)) r;
    END IF;
END $$;
COMMENT ON FUNCTION rule.tik_knelpunten(timestamptz) IS
    'Tell of each knelpunt, once, that the room to act is over.';

INSERT INTO rule.tik (naam, rang) VALUES ('knelpunten', 40)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;
