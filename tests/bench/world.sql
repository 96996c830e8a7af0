-- Where the measuring programs post: a hundred open tafels of the fixture world, two people at each.
-- Needs a database with the schema, tests/sql/proef.sql and tests/fixtures/wereld.sql.

DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;
CREATE TABLE bench.plek (nr bigint GENERATED ALWAYS AS IDENTITY, token text, sessie text,
    namens text, tafel text, onderwerp text, persoon text);

-- The present, and sessions that last: a measurement has no story.
UPDATE proef.klok SET vast = NULL, verschil = '0';
UPDATE spr.sessie SET gezien = clock_timestamp(), verloopt = clock_timestamp() + interval '1 day';

DO $$
DECLARE
    keer text := replace(gen_random_uuid()::text, '-', '');
    naam text;
    t bigint;
    onderwerp text;
BEGIN
    FOR i IN 1..100 LOOP
        naam := 'bench_' || keer || '_' || i;
        t := proef.tafel(naam, 'Meting ' || i, ARRAY['vz', 'wz']);
        PERFORM proef.doe('vera', 'tafel.openen', t, '{}');
        PERFORM proef.treed_toe(naam, 'wil', 'vz');
        PERFORM proef.treed_toe(naam, 'wes', 'wz');
        onderwerp := proef.doe('vera', 'onderwerp.openen', t, jsonb_build_object(
            'stroom', 'tafel:' || t, 'titel', 'Meten')) ->> 'id';
        INSERT INTO bench.plek (token, sessie, namens, tafel, onderwerp, persoon)
        SELECT proef.token(wie), proef.sessie(wie), proef.v(wie || '_namens'), t::text, onderwerp,
            proef.v('persoon_' || wie)
        FROM unnest(ARRAY['wil', 'wes']) wie;
    END LOOP;
END $$;
