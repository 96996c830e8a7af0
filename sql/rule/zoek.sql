-- Searching: the words of bijdragen, taken apart a moment after they were written.
-- Invariant: words stand in spr.zoekwoorden only for a bijdrage that is geplaatst and not later
-- than spr.zoekstand.tot; what is later is found all the same, by reading its text.

CREATE OR REPLACE FUNCTION rule.woorden(tekst text) RETURNS tsvector
LANGUAGE sql IMMUTABLE AS $$
    SELECT to_tsvector('pg_catalog.dutch'::regconfig, tekst)
$$;
COMMENT ON FUNCTION rule.woorden(text) IS 'The Dutch words of a text.';

CREATE OR REPLACE FUNCTION rule.zoekwoorden_bijwerken(hoogstens int) RETURNS bigint
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    stand spr.zoekstand;
    laatste bigint := (SELECT CASE WHEN q.is_called THEN q.last_value ELSE 0 END
                       FROM spr.bijdrage_id_seq q);
    nu_tot bigint;
BEGIN
    IF (SELECT z.tot >= laatste AND z.tot = z.straks FROM spr.zoekstand z) THEN
        RETURN 0; -- nothing was said: nothing is written either
    END IF;
    SELECT * INTO stand FROM spr.zoekstand FOR UPDATE;
    IF stand.zodra > pg_snapshot_xmax(pg_current_snapshot()) THEN
        -- Restored into another cluster, where transactions are counted anew.
        stand.zodra := pg_snapshot_xmax(pg_current_snapshot());
    ELSIF pg_snapshot_xmin(pg_current_snapshot()) >= stand.zodra THEN
        nu_tot := least(stand.straks, stand.tot + hoogstens);
        -- The lock makes a hiding or withdrawal that is under way wait, and then take these away.
        INSERT INTO spr.zoekwoorden (bijdrage, woorden)
        SELECT b.id, rule.woorden(b.tekst)
        FROM (SELECT x.id, x.tekst FROM spr.bijdrage x
              WHERE x.id > stand.tot AND x.id <= nu_tot AND x.status = 'geplaatst'
              ORDER BY x.id FOR SHARE) b
        ON CONFLICT ON CONSTRAINT zoekwoorden_pkey DO NOTHING;
        stand.tot := nu_tot;
    END IF;
    IF stand.tot = stand.straks THEN
        stand.straks := greatest(stand.tot, laatste);
        stand.zodra := pg_snapshot_xmax(pg_current_snapshot());
    END IF;
    UPDATE spr.zoekstand z SET tot = stand.tot, straks = stand.straks, zodra = stand.zodra;
    RETURN stand.straks - stand.tot;
END $$;
COMMENT ON FUNCTION rule.zoekwoorden_bijwerken(int) IS
    'Take apart the next bijdragen, at most so many; returns how many are known to be left.';

CREATE OR REPLACE FUNCTION rule.zoekwoorden_volgen() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.status <> 'geplaatst' THEN
        DELETE FROM spr.zoekwoorden z WHERE z.bijdrage = NEW.id;
    ELSIF NEW.id <= (SELECT s.tot FROM spr.zoekstand s) THEN
        INSERT INTO spr.zoekwoorden (bijdrage, woorden) VALUES (NEW.id, rule.woorden(NEW.tekst))
        ON CONFLICT ON CONSTRAINT zoekwoorden_pkey DO UPDATE SET woorden = excluded.woorden;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.zoekwoorden_volgen() IS
    'Trigger: words follow a bijdrage that is revised, hidden, withdrawn or shown.';

CREATE OR REPLACE TRIGGER bijdrage_zoekwoorden AFTER UPDATE OF tekst, status ON spr.bijdrage
    FOR EACH ROW WHEN (OLD.tekst IS DISTINCT FROM NEW.tekst OR OLD.status <> NEW.status)
    EXECUTE FUNCTION rule.zoekwoorden_volgen();
COMMENT ON TRIGGER bijdrage_zoekwoorden ON spr.bijdrage IS 'The words that can be searched are those that can be read.';

CREATE OR REPLACE FUNCTION rule.bijdragen_gevonden(tafel bigint, vraag tsquery)
RETURNS SETOF spr.bijdrage
LANGUAGE sql STABLE AS $$
    SELECT b.* FROM spr.zoekwoorden z JOIN spr.bijdrage b ON b.id = z.bijdrage
    WHERE z.woorden @@ vraag AND b.tafel = bijdragen_gevonden.tafel AND b.status = 'geplaatst'
        AND b.id <= (SELECT s.tot FROM spr.zoekstand s)
    UNION ALL
    SELECT b.* FROM spr.bijdrage b
    WHERE b.tafel = bijdragen_gevonden.tafel AND b.status = 'geplaatst'
        AND b.id > (SELECT s.tot FROM spr.zoekstand s) AND rule.woorden(b.tekst) @@ vraag
$$;
COMMENT ON FUNCTION rule.bijdragen_gevonden(bigint, tsquery) IS
    'Posts of a tafel that hold these words and may be shown; who may read them is asked elsewhere.';

CREATE OR REPLACE FUNCTION rule.verwijzingen_nagaan() RETURNS SETOF bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN QUERY
        SELECT b.id FROM spr.bijdrage b
        LEFT JOIN spr.onderwerp o ON o.tafel = b.tafel AND o.id = b.onderwerp
        LEFT JOIN spr.persoon p ON p.id = b.persoon
        LEFT JOIN spr.organisatie g ON g.id = b.organisatie
        LEFT JOIN spr.bijdrage a ON a.onderwerp = b.onderwerp AND a.id = b.antwoord_op
        WHERE o.id IS NULL OR p.id IS NULL OR (b.organisatie IS NOT NULL AND g.id IS NULL)
            OR (b.antwoord_op IS NOT NULL AND a.id IS NULL)
        ORDER BY b.id;
END $$;
COMMENT ON FUNCTION rule.verwijzingen_nagaan() IS
    'Posts that point to a thread, person, organisation or post that is not there: always none.';
