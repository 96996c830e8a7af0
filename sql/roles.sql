-- Who may touch what. The owner of the schema runs migrations; the server's role may call the
-- functions of api and nothing else. Applied whole at every migrate.
-- Invariant: spr_server holds no privilege on any table, sequence, or function outside api.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'spr_server') THEN
        CREATE ROLE spr_server LOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this cluster was first
END $$;

REVOKE ALL ON SCHEMA spr, rule, api, public FROM PUBLIC, spr_server;
REVOKE ALL ON ALL TABLES IN SCHEMA spr, rule FROM PUBLIC, spr_server;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA spr, rule FROM PUBLIC, spr_server;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA spr, rule, api FROM PUBLIC, spr_server;
DO $$
DECLARE
    t text;
BEGIN
    -- CREATE TYPE and CREATE DOMAIN give USAGE to everybody; there is no ALL TYPES to revoke.
    FOR t IN
        SELECT format('%I.%I', n.nspname, y.typname)
        FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace
        LEFT JOIN pg_class c ON c.oid = y.typrelid
        WHERE n.nspname IN ('spr', 'rule', 'api')
            AND (y.typtype = 'd' OR (y.typtype = 'c' AND c.relkind = 'c'))
    LOOP
        EXECUTE 'REVOKE ALL ON TYPE ' || t || ' FROM PUBLIC';
    END LOOP;
END $$;

-- Leaves and keys cannot be changed by privilege either, not even by their owner.
REVOKE UPDATE, DELETE, TRUNCATE ON spr.gebeurtenis, spr.sleutel FROM CURRENT_USER;
REVOKE UPDATE, DELETE, TRUNCATE ON spr.inhoud FROM CURRENT_USER;
GRANT UPDATE (inhoud, zout, door, doorzout, afwezig) ON spr.inhoud TO CURRENT_USER;

GRANT USAGE ON SCHEMA api TO spr_server;
GRANT USAGE ON TYPE api.regel, api.volgregel TO spr_server;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO spr_server;

-- A server that hangs must not hold a tafel; the connection lanes may ask for less, not for more.
DO $$
BEGIN
    EXECUTE format('ALTER ROLE spr_server IN DATABASE %I SET lock_timeout = %L',
        current_database(), '2s');
    EXECUTE format('ALTER ROLE spr_server IN DATABASE %I SET statement_timeout = %L',
        current_database(), '60s');
    EXECUTE format('ALTER ROLE spr_server IN DATABASE %I SET idle_in_transaction_session_timeout = %L',
        current_database(), '10s');
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE WARNING 'the limits of spr_server were not set: % may not alter that role', current_user;
END $$;
