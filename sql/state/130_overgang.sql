-- State machines as data, and the triggers that enforce them.
-- Invariant: no row is ever born in, or moved to, a state that rule.overgang does not allow;
-- nothing that was said is deleted, except versions of a withdrawn post and lines of a concept.

CREATE TABLE rule.overgang (
    entiteit text NOT NULL,
    van text NOT NULL,
    naar text NOT NULL,
    CONSTRAINT overgang_pkey PRIMARY KEY (entiteit, van, naar),
    CONSTRAINT overgang_anders_check CHECK (van <> naar)
);
COMMENT ON TABLE rule.overgang IS 'Allowed transitions; van begin is the state of a new row.';
COMMENT ON COLUMN rule.overgang.entiteit IS 'Table in schema spr.';
COMMENT ON COLUMN rule.overgang.van IS 'State before, or begin.';
COMMENT ON COLUMN rule.overgang.naar IS 'State after.';

INSERT INTO rule.overgang (entiteit, van, naar) VALUES
    ('tafel', 'begin', 'concept'),
    ('tafel', 'concept', 'open'),
    ('tafel', 'open', 'opgeschort'),
    ('tafel', 'opgeschort', 'open'),
    ('tafel', 'open', 'afgesloten'),
    ('tafel', 'opgeschort', 'afgesloten'),
    ('tafel', 'afgesloten', 'gearchiveerd'),
    ('deelname', 'begin', 'uitgenodigd'),
    ('deelname', 'uitgenodigd', 'toegetreden'),
    ('deelname', 'uitgenodigd', 'uitgetreden'),
    ('deelname', 'toegetreden', 'opgeschort'),
    ('deelname', 'opgeschort', 'toegetreden'),
    ('deelname', 'toegetreden', 'uitgetreden'),
    ('deelname', 'opgeschort', 'uitgetreden'),
    ('ronde', 'begin', 'gepland'),
    ('ronde', 'gepland', 'open'),
    ('ronde', 'open', 'gesloten'),
    ('ronde', 'gesloten', 'voorlopig_samengevat'),
    ('ronde', 'gesloten', 'samengevat'),
    ('ronde', 'voorlopig_samengevat', 'samengevat'),
    ('gesprek', 'begin', 'gepland'),
    ('gesprek', 'gepland', 'open'),
    ('gesprek', 'open', 'voorlopig_samengevat'),
    ('gesprek', 'open', 'samengevat'),
    ('gesprek', 'open', 'ontheven'),
    ('gesprek', 'voorlopig_samengevat', 'samengevat'),
    ('synthese', 'begin', 'concept'),
    ('synthese', 'concept', 'bevestigd'),
    ('onderwerp', 'begin', 'open'),
    ('onderwerp', 'open', 'gesloten'),
    ('onderwerp', 'gesloten', 'open'),
    ('bijdrage', 'begin', 'geplaatst'),
    ('bijdrage', 'geplaatst', 'verborgen'),
    ('bijdrage', 'verborgen', 'geplaatst'),
    ('bijdrage', 'geplaatst', 'ingetrokken'),
    ('bijdrage', 'verborgen', 'ingetrokken');

CREATE FUNCTION rule.overgang_bewaken() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    vorige text := 'begin';
BEGIN
    IF TG_OP = 'UPDATE' THEN
        vorige := OLD.status;
    END IF;
    IF NEW.status <> vorige AND NOT EXISTS (
        SELECT FROM rule.overgang o
        WHERE o.entiteit = TG_TABLE_NAME AND o.van = vorige AND o.naar = NEW.status) THEN
        RAISE EXCEPTION '% cannot go from % to %', TG_TABLE_NAME, vorige, NEW.status
            USING ERRCODE = 'SP910', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION rule.overgang_bewaken() IS
    'Trigger: refuses a transition that rule.overgang does not hold.';

CREATE FUNCTION rule.blijft_bewaren() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'rows of %.% are kept', TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'SP911', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END $$;
COMMENT ON FUNCTION rule.blijft_bewaren() IS 'Trigger: refuses to delete what was said or decided.';

CREATE FUNCTION rule.synthese_bewaken() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM spr.synthese s
               WHERE s.id = coalesce(NEW.synthese, OLD.synthese) AND s.status <> 'concept') THEN
        RAISE EXCEPTION 'a confirmed synthese does not change' USING ERRCODE = 'SP911';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION rule.synthese_bewaken() IS
    'Trigger: lines and sources change only while the synthese is a concept.';

DO $$
DECLARE
    tabel text;
    eerste text;
BEGIN
    -- Rows born in their first state, and changes that leave the state alone, cost no lookup.
    FOR tabel, eerste IN SELECT o.entiteit, o.naar FROM rule.overgang o WHERE o.van = 'begin' LOOP
        EXECUTE format('CREATE TRIGGER %1$s_begin BEFORE INSERT ON spr.%1$s FOR EACH ROW
            WHEN (NEW.status IS DISTINCT FROM %2$L)
            EXECUTE FUNCTION rule.overgang_bewaken()', tabel, eerste);
        EXECUTE format('CREATE TRIGGER %1$s_overgang BEFORE UPDATE ON spr.%1$s FOR EACH ROW
            WHEN (NEW.status IS DISTINCT FROM OLD.status)
            EXECUTE FUNCTION rule.overgang_bewaken()', tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_begin ON spr.%1$s
            IS 'A row is born in its first state.'$c$, tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_overgang ON spr.%1$s
            IS 'Only transitions of rule.overgang.'$c$, tabel);
    END LOOP;
    FOREACH tabel IN ARRAY ARRAY['tafel', 'deelname', 'zetel', 'ronde', 'gesprek', 'punt',
                                 'samenvatting', 'synthese', 'onderwerp', 'bijdrage',
                                 'vastgelegd'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_blijft BEFORE DELETE OR TRUNCATE
            ON spr.%1$s FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()', tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_blijft ON spr.%1$s
            IS 'Nothing that was said or decided is deleted.'$c$, tabel);
    END LOOP;
    FOREACH tabel IN ARRAY ARRAY['synthese_regel', 'synthese_bron'] LOOP
        EXECUTE format('CREATE TRIGGER %1$s_concept BEFORE INSERT OR UPDATE OR DELETE
            ON spr.%1$s FOR EACH ROW EXECUTE FUNCTION rule.synthese_bewaken()', tabel);
        EXECUTE format($c$COMMENT ON TRIGGER %1$s_concept ON spr.%1$s
            IS 'A confirmed synthese does not change.'$c$, tabel);
    END LOOP;
END $$;
