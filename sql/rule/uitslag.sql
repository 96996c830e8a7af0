-- How votes are counted; nothing here reads a table. Invariant: only integers are compared, by
-- multiplying across, so that no fraction is ever rounded; sums of weights are numeric because they
-- may pass 2^63.

CREATE OR REPLACE FUNCTION rule.quorum_gehaald(aanwezig bigint, kiezers bigint, qt bigint,
    qn bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT aanwezig >= 1 AND aanwezig::numeric * qn >= qt::numeric * kiezers
$$;
COMMENT ON FUNCTION rule.quorum_gehaald(bigint, bigint, bigint, bigint) IS
    'At least one party, and at least qt/qn of the electorate, is present; always by heads.';

CREATE OR REPLACE FUNCTION rule.drempel_gehaald(voor numeric, tegen numeric, dt bigint, dn bigint,
    strikt boolean) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT voor + tegen >= 1
        AND CASE WHEN strikt THEN voor * dn > dt * (voor + tegen)
                 ELSE voor * dn >= dt * (voor + tegen) END
$$;
COMMENT ON FUNCTION rule.drempel_gehaald(numeric, numeric, bigint, bigint, boolean) IS
    'Of those who are for or against, more than dt/dn (or, not strict, at least that) is for.';

CREATE OR REPLACE FUNCTION rule.stemming_uitkomst(uitslag jsonb, gedekt boolean) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN NOT bool_and((g ->> 'quorum')::boolean) THEN 'niet_tot_stand_gekomen'
                WHEN bool_and((g ->> 'gehaald')::boolean) AND gedekt THEN 'aangenomen'
                ELSE 'verworpen' END
    FROM jsonb_array_elements(uitslag) g
$$;
COMMENT ON FUNCTION rule.stemming_uitkomst(jsonb, boolean) IS
    'What comes of the counts: without a quorum nothing was decided.';
