-- For whom a command says something formal: the own organisation, or, by the secretaris, a party
-- that said it elsewhere. Invariant: a recorded word carries who spoke and how; the party itself
-- replaces it by saying it, and then the mark is gone; what a party said itself nobody records over.

CREATE OR REPLACE FUNCTION rule.inbreng(c rule.opdracht)
RETURNS rule.inbreng
LANGUAGE plpgsql STABLE AS $$
DECLARE
    i rule.inbreng;
    voor jsonb := c.args -> 'voor';
BEGIN
    IF voor IS NULL THEN
        i.organisatie := c.organisatie;
        i.via := 'platform';
        IF i.organisatie IS NULL THEN
            i.bezwaar := 'niet_toegestaan';
        END IF;
        RETURN i;
    END IF;
    i.bezwaar := rule.vastgelegd_bezwaar(c, NULL);
    i.organisatie := rule.getal(voor ->> 'organisatie');
    -- A party that suspended itself is silent; nobody ends that silence for it.
    IF i.bezwaar IS NULL AND NOT EXISTS (SELECT FROM spr.deelname d WHERE d.tafel = c.tafel
        AND d.organisatie = i.organisatie AND d.status = 'toegetreden') THEN
        i.bezwaar := 'niet_toegestaan';
    END IF;
    i.via := voor ->> 'via';
    i.spreker := rule.schoon(voor ->> 'spreker');
    i.gebeurd_om := rule.moment(voor ->> 'gebeurdOm');
    RETURN i;
END $$;
COMMENT ON FUNCTION rule.inbreng(rule.opdracht) IS
    'For whom this command speaks, and why that cannot be.';

CREATE OR REPLACE FUNCTION rule.mag_binden(c rule.opdracht, i rule.inbreng) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN i.via <> 'platform' OR EXISTS (
        SELECT FROM spr.vertegenwoordiging v WHERE v.id = c.namens AND v.mag_ondertekenen);
END $$;
COMMENT ON FUNCTION rule.mag_binden(rule.opdracht, rule.inbreng) IS
    'Whether the mandate spoken under may bind; a seat as ondertekenaar outlives the mandate it came from.';

CREATE OR REPLACE FUNCTION rule.leidde(c rule.opdracht, b spr.besluit, i rule.inbreng)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- In one decision nobody is voorzitter and ondertekenaar, not even one after the other.
    RETURN i.via = 'platform' AND (b.uitkomst_door IS NOT DISTINCT FROM c.persoon OR EXISTS (
        SELECT FROM spr.stemming s WHERE s.besluit = b.id
            AND c.persoon IN (s.geopend_door, s.gesloten_door)));
END $$;
COMMENT ON FUNCTION rule.leidde(rule.opdracht, spr.besluit, rule.inbreng) IS
    'Whether somebody who would bind a party here led this decision.';

CREATE OR REPLACE FUNCTION rule.inbreng_beeld(persoon bigint, via text, spreker text,
    gebeurd_om timestamptz, op timestamptz) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('persoon', persoon::text, 'via', via, 'spreker', spreker,
        'gebeurdOm', rule.tijd(gebeurd_om), 'op', rule.tijd(op))
$$;
COMMENT ON FUNCTION rule.inbreng_beeld(bigint, text, text, timestamptz, timestamptz) IS
    'Who entered something, how and when, on the wire.';

CREATE OR REPLACE FUNCTION rule.inbreng_melden(c rule.opdracht, i rule.inbreng, ref text,
    tekst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF i.via = 'platform' THEN
        RETURN c;
    END IF;
    -- Not only to who sits here: the seat may be empty, the word is the organisation's.
    RETURN rule.bericht_aan_partij(c, i.organisatie, 'vastgelegd', ref, left(tekst, 200));
END $$;
COMMENT ON FUNCTION rule.inbreng_melden(rule.opdracht, rule.inbreng, text, text) IS
    'Tell the party what was recorded for it.';

CREATE OR REPLACE FUNCTION rule.bericht_aan_tafel(c rule.opdracht, organisaties bigint[],
    soort text, ref text, tekst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    o bigint;
BEGIN
    FOREACH o IN ARRAY organisaties LOOP
        c := rule.bericht_aan_lezers(c, o, 'tafel:' || c.tafel, soort, ref, left(tekst, 200));
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.bericht_aan_tafel(rule.opdracht, bigint[], text, text, text) IS
    'Tell who sits at the tafel for these organisations.';
