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
REVOKE ALL ON ALL ROUTINES IN SCHEMA spr, rule, api FROM PUBLIC, spr_server;
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

-- What bijdragen point to without a foreign key stays.
REVOKE DELETE, TRUNCATE ON spr.persoon, spr.organisatie, spr.onderwerp, spr.bijdrage FROM CURRENT_USER;

GRANT USAGE ON SCHEMA api TO spr_server;
GRANT USAGE ON TYPE api.regel, api.volgregel TO spr_server;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO spr_server;

-- A server that hangs must not hold a tafel. The lanes of the server set shorter limits themselves;
-- these stand behind them, set here when the owner may alter the role, else by who made the role
-- (deploy/pg does).
DO $$
BEGIN
    IF (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) THEN
        ALTER ROLE spr_server SET lock_timeout = '2s';
        ALTER ROLE spr_server SET statement_timeout = '2min';
        ALTER ROLE spr_server SET idle_in_transaction_session_timeout = '10s';
        -- Compiling a plan costs more than any of these statements.
        ALTER ROLE spr_server SET jit = off;
    END IF;
END $$;
