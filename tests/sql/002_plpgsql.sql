-- plpgsql_check reads every function: names that do not exist, wrong types, dead variables.
-- as: postgres
BEGIN;
SELECT plan(2);

-- Private functions take the search_path of their caller, which is this one.
SET LOCAL search_path = pg_catalog;
CREATE TEMP TABLE bevinding AS
SELECT p.oid::regprocedure::text AS functie, c.lineno, c.level, c.message
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
    LATERAL tap.plpgsql_check_function_tb(p.oid, coalesce(
        (SELECT t.tgrelid FROM pg_trigger t WHERE t.tgfoid = p.oid ORDER BY t.oid LIMIT 1), 0),
        extra_warnings => true, performance_warnings => false) c
WHERE n.nspname IN ('rule', 'api') AND p.prolang = (SELECT l.oid FROM pg_language l WHERE l.lanname = 'plpgsql');
RESET search_path;

SELECT is_empty($$ SELECT * FROM bevinding WHERE level = 'error' $$, 'no function has an error');
-- Entry points share one signature and ignore what they do not need; a text constant assigned to a
-- typed variable, and the tick that calls its rules by name, are meant.
SELECT is_empty($$
    SELECT * FROM bevinding
    WHERE level <> 'error' AND NOT (functie LIKE 'api.%' AND message LIKE 'unused parameter %')
        AND message <> 'target type is different type than source type'
        AND message NOT LIKE 'composite OUT variable %'
        AND NOT (functie = 'api.klok_tik()' AND message LIKE '%dynamic SQL%')
$$, 'no function has a dead or doubtful spot');

SELECT * FROM finish();
ROLLBACK;
