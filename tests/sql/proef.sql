-- The test schema: a clock that can be set, and names for rows of the fixture world. It is loaded
-- after the schema itself, never by migrate, so no running platform can set its clock.
-- Invariant: without a setting the clock is the real one.

CREATE SCHEMA IF NOT EXISTS proef;
CREATE TABLE IF NOT EXISTS proef.klok (vast timestamptz, verschil interval NOT NULL DEFAULT '0');
INSERT INTO proef.klok SELECT WHERE NOT EXISTS (SELECT FROM proef.klok);
CREATE TABLE IF NOT EXISTS proef.naam (naam text PRIMARY KEY, waarde text NOT NULL);

-- Runs on from the moment it is set to.
CREATE OR REPLACE FUNCTION proef.zet_klok(moment timestamptz) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE proef.klok SET vast = NULL, verschil = moment - clock_timestamp();
    RETURN rule.nu();
END $$;

CREATE OR REPLACE FUNCTION proef.verzet_klok(duur interval) RETURNS timestamptz
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE proef.klok SET verschil = verschil + duur, vast = vast + duur;
    RETURN rule.nu();
END $$;

-- Stands still until it is set again.
CREATE OR REPLACE FUNCTION proef.stop_klok(moment timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE proef.klok SET vast = moment;
END $$;

CREATE OR REPLACE FUNCTION rule.nu() RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT coalesce(k.vast, clock_timestamp() + k.verschil) FROM proef.klok k);
END $$;

-- The session token of a person of the fixture world, as the browser would hold it;
-- and the hash under which the database knows it.
CREATE OR REPLACE FUNCTION proef.token(naam text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN 'proef-sessie-van-' || lower(naam);
END $$;

CREATE OR REPLACE FUNCTION proef.sessie(naam text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN encode(sha256(convert_to(proef.token(naam), 'UTF8')), 'hex');
END $$;

-- A value of the fixture world by its name.
CREATE OR REPLACE FUNCTION proef.v(naam text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (SELECT n.waarde FROM proef.naam n WHERE n.naam = v.naam);
END $$;
