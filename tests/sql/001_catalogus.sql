-- What must hold for every object of the schema, also for those that are made later.
BEGIN;
SELECT plan(16);

CREATE FUNCTION pg_temp.onze(naam name) RETURNS boolean LANGUAGE sql AS
    $$ SELECT naam IN ('spr', 'rule', 'api') $$;

-- Everything says what it is for.
SELECT is_empty($$
    SELECT nspname FROM pg_namespace n
    WHERE pg_temp.onze(nspname) AND obj_description(n.oid, 'pg_namespace') IS NULL
$$, 'every schema has a comment');
SELECT is_empty($$
    SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE pg_temp.onze(nspname) AND relkind IN ('r', 'v', 'p', 'm')
        AND obj_description(c.oid, 'pg_class') IS NULL
$$, 'every table has a comment');
SELECT is_empty($$
    SELECT c.oid::regclass, attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE pg_temp.onze(nspname) AND relkind IN ('r', 'v', 'p', 'm') AND attnum > 0
        AND NOT attisdropped AND col_description(c.oid, attnum) IS NULL
$$, 'every column has a comment');
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE pg_temp.onze(nspname) AND obj_description(p.oid, 'pg_proc') IS NULL
$$, 'every function has a comment');
SELECT is_empty($$
    SELECT t.oid::regtype FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE pg_temp.onze(nspname) AND (typtype IN ('d', 'e') OR (typtype = 'c' AND relkind = 'c'))
        AND obj_description(t.oid, 'pg_type') IS NULL
$$, 'every type has a comment');
SELECT is_empty($$
    SELECT tgrelid::regclass, tgname FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
    JOIN pg_namespace n ON n.oid = relnamespace
    WHERE pg_temp.onze(nspname) AND NOT tgisinternal AND obj_description(t.oid, 'pg_trigger') IS NULL
$$, 'every trigger has a comment');

-- Nobody can slip a function under a name.
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE (nspname = 'api' OR prorettype = 'trigger'::regtype) AND pg_temp.onze(nspname)
        AND NOT EXISTS (
            SELECT FROM unnest(proconfig) s WHERE s = 'search_path=pg_catalog, pg_temp')
$$, 'every entry point and every trigger sets the same safe search_path');
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE nspname IN ('spr', 'rule') AND prorettype <> 'trigger'::regtype
        AND p.oid <> 'rule.nu()'::regprocedure -- the test schema's own
        AND EXISTS (SELECT FROM unnest(proconfig) s WHERE s LIKE 'search_path=%')
$$, 'a private function, which only those call, takes theirs');
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE pg_temp.onze(nspname) AND prosecdef <> (nspname = 'api')
$$, 'the functions of api, and only they, run with the rights of the owner');
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    JOIN pg_language l ON l.oid = p.prolang
    WHERE pg_temp.onze(nspname) AND p.prokind = 'f' AND lanname <> 'plpgsql'
        AND (lanname <> 'sql' OR nspname <> 'rule')
$$, 'every function is PL/pgSQL, planned once per connection, or SQL that becomes part of its caller');

-- The server may call api and nothing else.
SELECT is_empty($$
    SELECT 'schema', nspname::text FROM pg_namespace
    WHERE pg_temp.onze(nspname) AND nspname <> 'api'
        AND has_schema_privilege('spr_server', oid, 'USAGE, CREATE')
    UNION ALL SELECT 'schema', 'create in api' WHERE has_schema_privilege('spr_server', 'api', 'CREATE')
    UNION ALL SELECT 'table', c.oid::regclass::text FROM pg_class c
    JOIN pg_namespace n ON n.oid = relnamespace
    WHERE pg_temp.onze(nspname) AND CASE WHEN relkind IN ('r', 'v', 'p', 'm')
        THEN has_table_privilege('spr_server', c.oid,
            'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER') END
    UNION ALL SELECT 'sequence', c.oid::regclass::text FROM pg_class c
    JOIN pg_namespace n ON n.oid = relnamespace
    WHERE pg_temp.onze(nspname) AND CASE WHEN relkind = 'S'
        THEN has_sequence_privilege('spr_server', c.oid, 'USAGE, SELECT, UPDATE') END
    UNION ALL SELECT 'function', p.oid::regprocedure::text FROM pg_proc p
    JOIN pg_namespace n ON n.oid = pronamespace
    WHERE pg_temp.onze(nspname) AND nspname <> 'api'
        AND has_function_privilege('spr_server', p.oid, 'EXECUTE')
$$, 'spr_server holds no privilege outside api');
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE nspname = 'api' AND NOT has_function_privilege('spr_server', p.oid, 'EXECUTE')
$$, 'spr_server may call every function of api');
SELECT is_empty($$
    SELECT p.oid::regprocedure::text, a.privilege_type FROM pg_proc p
    JOIN pg_namespace n ON n.oid = pronamespace,
        aclexplode(coalesce(proacl, acldefault('f', proowner))) a
    WHERE pg_temp.onze(nspname) AND a.grantee = 0
    UNION ALL SELECT c.oid::regclass::text, a.privilege_type FROM pg_class c
    JOIN pg_namespace n ON n.oid = relnamespace, aclexplode(relacl) a
    WHERE pg_temp.onze(nspname) AND a.grantee = 0
    UNION ALL SELECT t.oid::regtype::text, a.privilege_type FROM pg_type t
    JOIN pg_namespace n ON n.oid = typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid,
        aclexplode(coalesce(typacl, acldefault('T', typowner))) a
    WHERE pg_temp.onze(nspname) AND a.grantee = 0
        AND (typtype = 'd' OR (typtype = 'c' AND relkind = 'c'))
$$, 'PUBLIC holds nothing');
SELECT is_empty($$
    SELECT rolname FROM pg_roles WHERE rolname IN ('spr_server', 'spr_eigenaar')
        AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)
$$, 'neither role has powers beyond this database');

-- The clock is read in one place (the test schema has replaced it here by its own).
SELECT is_empty($$
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
    WHERE pg_temp.onze(nspname) AND p.oid <> 'rule.nu()'::regprocedure
        AND prosrc ~* '(\mnow\s*\(|clock_timestamp|statement_timestamp|transaction_timestamp|current_(timestamp|date|time)\M|localtime)'
$$, 'only rule.nu reads the time');

-- Names are chosen, not generated; a drifted default name would differ between versions.
SELECT is_empty($$
    SELECT conrelid::regclass, conname FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace
    WHERE pg_temp.onze(nspname) AND contype IN ('c', 'u', 'f', 'p') AND conrelid <> 0
        AND conname !~ '_(pkey|key|fkey|check)$'
$$, 'every constraint has a telling name');

SELECT * FROM finish();
ROLLBACK;
