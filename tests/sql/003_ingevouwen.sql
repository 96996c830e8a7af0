-- Functions in SQL are cheap only where the planner makes them part of the query that calls them;
-- one that stays a call is planned anew each time. Each is called here with columns, and must be gone
-- from the plan. Their names must be found with the search_path of the entry points.
BEGIN;
SELECT plan(2);

CREATE FUNCTION pg_temp.is_ingevouwen(f oid) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
    soorten text;
    kolommen text;
    regel text;
    al text := '';
    p pg_proc;
BEGIN
    SELECT * INTO p FROM pg_proc WHERE oid = f;
    SELECT string_agg('a' || n || ' ' || format_type(t, NULL), ', ' ORDER BY n),
        string_agg('g.a' || n, ', ' ORDER BY n)
    INTO soorten, kolommen FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY u (t, n);
    EXECUTE 'CREATE TEMP TABLE gegeven (' || coalesce(soorten, 'a1 int') || ')';
    FOR regel IN EXECUTE format(CASE WHEN p.proretset
            THEN 'EXPLAIN (VERBOSE) SELECT x FROM pg_temp.gegeven g, LATERAL rule.%I(%s) x'
            ELSE 'EXPLAIN (VERBOSE) SELECT rule.%I(%s) FROM pg_temp.gegeven g' END, p.proname,
            coalesce(kolommen, '')) LOOP
        al := al || regel || E'\n';
    END LOOP;
    DROP TABLE pg_temp.gegeven;
    RETURN position('rule.' || p.proname || '(' || coalesce(kolommen, '') || ')' IN al) = 0;
END $$;
CREATE FUNCTION pg_temp.geldig(f oid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM fmgr_sql_validator(f);
    RETURN true;
EXCEPTION WHEN undefined_function OR undefined_table OR undefined_object OR undefined_column THEN
    RETURN false;
END $$;
CREATE TEMP TABLE sqlfunctie AS
SELECT p.oid, p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE n.nspname = 'rule' AND l.lanname = 'sql' AND p.prokind = 'f';
SELECT is_empty($$ SELECT proname FROM sqlfunctie
    WHERE NOT pg_temp.is_ingevouwen(oid) $$, 'no function in SQL stays a call');
SET LOCAL search_path = pg_catalog;
CREATE TEMP TABLE ongeldig AS SELECT proname FROM pg_temp.sqlfunctie WHERE NOT pg_temp.geldig(oid);
RESET search_path;
SELECT is_empty('SELECT * FROM ongeldig', 'every one finds what it names');

SELECT * FROM finish();
ROLLBACK;
