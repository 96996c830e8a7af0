-- What batch.c measures: bijdrage.plaatsen, the real command, at twenty tafels of the fixture world.
-- Needs a database with the schema, tests/sql/proef.sql and tests/fixtures/wereld.sql.

DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.plek (sessie text, namens text, tafel text, onderwerp text);

DO $$
DECLARE
    keer text := replace(gen_random_uuid()::text, '-', '');
    naam text;
    t bigint;
    onderwerp text;
BEGIN
    FOR i IN 1..20 LOOP
        naam := 'bench_' || keer || '_' || i;
        t := proef.tafel(naam, 'Meting ' || i, ARRAY['vz', 'wz']);
        PERFORM proef.doe('vera', 'tafel.openen', t, '{}');
        PERFORM proef.treed_toe(naam, 'wil', 'vz');
        PERFORM proef.treed_toe(naam, 'wes', 'wz');
        onderwerp := proef.doe('vera', 'onderwerp.openen', t, jsonb_build_object(
            'stroom', 'tafel:' || t, 'titel', 'Meten')) ->> 'id';
        INSERT INTO bench.plek
        SELECT proef.sessie(wie), proef.v(wie || '_namens'), t::text, onderwerp
        FROM unnest(ARRAY['wil', 'wes']) wie;
    END LOOP;
END $$;
