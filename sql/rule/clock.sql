-- The one place that reads the time. The test schema replaces rule.nu, so that tests can set it.
-- Invariant: no other function in sql/ calls now, clock_timestamp or their kin.

CREATE OR REPLACE FUNCTION rule.nu() RETURNS timestamptz
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN clock_timestamp();
END $$;
COMMENT ON FUNCTION rule.nu() IS 'The present moment.';

CREATE OR REPLACE FUNCTION rule.dag(moment timestamptz) RETURNS date
LANGUAGE sql STABLE AS $$
    SELECT (moment AT TIME ZONE 'Europe/Amsterdam')::date
$$;
COMMENT ON FUNCTION rule.dag(timestamptz) IS
    'The day in Amsterdam; a term that ends on a date ends there at 24:00.';

CREATE OR REPLACE FUNCTION rule.tijd(moment timestamptz) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
COMMENT ON FUNCTION rule.tijd(timestamptz) IS 'A moment as the wire writes it: UTC with microseconds.';
