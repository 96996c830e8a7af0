-- Several connections at once, for tests of who waits for whom; :lijnen are their names.
SET client_min_messages = error;
CREATE EXTENSION dblink SCHEMA tap;
SELECT dblink_connect(naam, format('host=%s dbname=%s user=spr_eigenaar application_name=%s',
    current_setting('unix_socket_directories'), current_database(), naam)) FROM unnest(:'lijnen'::text[]) naam;

CREATE FUNCTION proef.doe_op(lijn text, sql text) RETURNS text LANGUAGE sql AS
    $$ SELECT * FROM dblink(lijn, sql) AS t (x text) $$;
-- Sends and waits until it waits for a lock; false when it came through.
CREATE FUNCTION proef.laat_wachten(lijn text, sql text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dblink_send_query(lijn, sql);
    FOR i IN 1 .. 1000 LOOP
        PERFORM pg_stat_clear_snapshot();
        IF EXISTS (SELECT FROM pg_stat_activity WHERE application_name = lijn AND datname = current_database()
                   AND wait_event_type = 'Lock') THEN
            RETURN true;
        ELSIF dblink_is_busy(lijn) = 0 THEN
            RETURN false;
        END IF;
        PERFORM pg_sleep(0.01);
    END LOOP;
    RETURN false;
END $$;
CREATE FUNCTION proef.uitkomst(lijn text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    x text;
BEGIN
    SELECT t.x INTO x FROM dblink_get_result(lijn, false) AS t (x text);
    PERFORM * FROM dblink_get_result(lijn, false) AS t (x text);
    RETURN coalesce(x, dblink_error_message(lijn));
END $$;
