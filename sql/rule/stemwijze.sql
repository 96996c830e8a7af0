-- Consent and peiling. Invariant: under consent nobody is outvoted, it is an objection that stands
-- in the way, and only who put it says that it is met; a peiling never gives an outcome.

CREATE OR REPLACE FUNCTION rule.staande_bezwaren(b spr.besluit) RETURNS bigint[]
LANGUAGE plpgsql STABLE AS $$
BEGIN
    -- About the question as a whole, or about what is chosen; without a chosen option the besluit
    -- may be about any of them. Of a party that left too: it went, its objection did not.
    RETURN ARRAY(SELECT x.id FROM spr.bedenking x
        WHERE x.keuzevraag = b.keuzevraag AND x.graad = 'overwegend_bezwaar'
            AND x.status IN ('ingediend', 'in_gesprek', 'gehandhaafd')
            AND (x.optie IS NULL OR b.optie IS NULL OR x.optie = b.optie)
        ORDER BY x.id LIMIT 400);
END $$;
COMMENT ON FUNCTION rule.staande_bezwaren(spr.besluit) IS
    'Overwegende bezwaren that stand in the way of a besluit by consent; 400 at most are listed.';

CREATE OR REPLACE FUNCTION rule.stemwijze_bezwaar(c rule.opdracht, s spr.stemming, b spr.besluit,
    OUT nl text, OUT en text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF s.methode = 'consent' AND c.args ?| '{drempel,strikt,gewogen}' THEN
        nl := 'Bij consent telt geen meerderheid. Laat drempel en gewicht weg.';
        en := 'Under consent no majority counts. Leave out threshold and weight.';
    ELSIF s.methode = 'consent' AND b.keuzevraag IS NULL THEN
        nl := 'Consent kan alleen over een keuzevraag: daar dienen partijen hun bezwaar in. Kies een andere manier van stemmen.';
        en := 'Consent needs a choice question: that is where parties put their objection. Choose another way to vote.';
    ELSIF s.methode = 'peiling' AND c.args ?| '{drempel,strikt,quorum,sectordekking}' THEN
        nl := 'Een peiling telt alleen. Laat drempel, quorum en sectoren weg.';
        en := 'A poll only counts. Leave out threshold, quorum and sectors.';
    END IF;
END $$;
COMMENT ON FUNCTION rule.stemwijze_bezwaar(rule.opdracht, spr.stemming, spr.besluit) IS
    'Settings that mean nothing in this way of voting, in two languages; NULLs when there are none.';

CREATE OR REPLACE FUNCTION rule.consent_bezwaar(c rule.opdracht, s spr.stemming, organisatie bigint,
    OUT nl text, OUT en text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b spr.besluit;
BEGIN
    IF s.methode <> 'consent' THEN
        RETURN;
    ELSIF c.args ->> 'keuze' = 'tegen' THEN
        nl := 'Bij consent stemt niemand tegen. Dien bij de keuzevraag een overwegend bezwaar in, met uw reden.';
        en := 'Under consent nobody votes against. Put an overriding objection to the choice question, with your reason.';
    ELSIF c.args ->> 'keuze' = 'voor' THEN
        SELECT * INTO b FROM spr.besluit x WHERE x.id = s.besluit;
        IF EXISTS (SELECT FROM spr.bedenking x WHERE x.id = ANY (rule.staande_bezwaren(b))
                   AND x.organisatie = consent_bezwaar.organisatie) THEN
            nl := 'Uw overwegend bezwaar staat nog. Doe het eerst af, of kies een andere stem.';
            en := 'Your overriding objection still stands. Settle it first, or cast another vote.';
        END IF;
    END IF;
END $$;
COMMENT ON FUNCTION rule.consent_bezwaar(rule.opdracht, spr.stemming, bigint) IS
    'Why this cannot be said under consent, in two languages; NULLs when it can.';

CREATE OR REPLACE FUNCTION rule.termijn_hervat(termijn timestamptz, s spr.stemming, nu timestamptz)
RETURNS timestamptz
LANGUAGE sql STABLE AS $$
    -- While votes are cast nobody can ask for a stemming or amend: that time is given back.
    SELECT CASE WHEN termijn > s.geopend_op THEN termijn + (nu - s.geopend_op) ELSE termijn END
$$;
COMMENT ON FUNCTION rule.termijn_hervat(timestamptz, spr.stemming, timestamptz) IS
    'The term of a besluit after a stemming that decided nothing: what was left of it is left again.';

CREATE OR REPLACE FUNCTION rule.peiling_sluiten(c rule.opdracht, s spr.stemming, b spr.besluit)
RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- Who asked for a vote still waits for one.
    UPDATE spr.besluit x
    SET status = 'conclusie_voorgelegd', termijn = rule.termijn_hervat(x.termijn, s, c.nu)
    WHERE x.id = b.id RETURNING * INTO b;
    RETURN rule.stemming_boek(c, s, b, 'stemming.gesloten');
END $$;
COMMENT ON FUNCTION rule.peiling_sluiten(rule.opdracht, spr.stemming, spr.besluit) IS
    'A peiling was counted: its besluit lies before the tafel as it did.';
