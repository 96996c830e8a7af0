-- Guests of a meeting. Invariant: a name is written once, however often a bad line sends it; what was
-- written wrongly, who leads the tafel takes off the list.

CREATE OR REPLACE FUNCTION rule.bijeenkomst_gastlink(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst := rule.bijeenkomst_vind(c);
    g spr.gastlink;
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.status IN ('gesloten', 'afgelast') THEN
        RETURN rule.weiger(c, 'bijeenkomst_dicht');
    END IF;
    INSERT INTO spr.gastlink AS x (bijeenkomst, geheim, persoon, op)
    VALUES (b.id, replace(gen_random_uuid()::text, '-', ''), c.persoon, c.nu)
    ON CONFLICT ON CONSTRAINT gastlink_pkey DO UPDATE
    SET geheim = CASE WHEN (c.args ->> 'nieuw')::boolean THEN excluded.geheim ELSE x.geheim END
    RETURNING * INTO g;
    RETURN rule.antwoord(c, jsonb_build_object('geheim', g.geheim));
END $$;
COMMENT ON FUNCTION rule.bijeenkomst_gastlink(rule.opdracht) IS
    'bijeenkomst.gastlink: the secret for guests, the same each time, or a new one that ends the old.';

CREATE OR REPLACE FUNCTION rule.gast_bezwaar(b spr.bijeenkomst, naam text) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF b.id IS NULL OR NOT EXISTS (SELECT FROM spr.tafel t
            WHERE t.id = b.tafel AND t.status = 'open') THEN
        RETURN 'gastlink_ongeldig';
    ELSIF b.status NOT IN ('geopend', 'geschorst') THEN
        RETURN 'bijeenkomst_dicht';
    -- Marks that turn the direction of writing serve only to deceive, here on a screen in the room.
    ELSIF NOT rule.is_regel(naam) OR length(naam) > 120
          OR naam ~ U&'[\200E\200F\202A-\202E\2066-\2069]' THEN
        RETURN 'ongeldig';
    ELSIF (SELECT count(*) FROM spr.aanwezigheid a
           WHERE a.bijeenkomst = b.id AND a.naam IS NOT NULL) >= 200 THEN
        RETURN 'te_groot';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.gast_bezwaar(spr.bijeenkomst, text) IS
    'Why a guest cannot write this name on the list: a code, or NULL.';

CREATE OR REPLACE FUNCTION rule.gast_melden(geheim text, naam text, nu timestamptz)
RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bijeenkomst;
    a spr.aanwezigheid;
    code text;
BEGIN
    SELECT x.* INTO b FROM spr.gastlink g JOIN spr.bijeenkomst x ON x.id = g.bijeenkomst
    WHERE g.geheim = gast_melden.geheim;
    -- As every command does: the tafel first, then what is true of it.
    PERFORM FROM spr.tafel t WHERE t.id = b.tafel FOR NO KEY UPDATE;
    SELECT x.* INTO b FROM spr.bijeenkomst x WHERE x.id = b.id;
    code := rule.gast_bezwaar(b, naam);
    IF code IS NOT NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout(code))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, jsonb_build_object('titel', b.titel, 'naam', naam)::text)
        ::api.regel;
    UPDATE spr.aanwezigheid x SET opkomst = 'aanwezig', door = NULL, op = nu
    WHERE x.id = (SELECT min(y.id) FROM spr.aanwezigheid y
            WHERE y.bijeenkomst = b.id AND lower(y.naam) = lower(gast_melden.naam)
            HAVING bool_and(y.opkomst <> 'aanwezig')) RETURNING * INTO a;
    IF NOT FOUND AND NOT EXISTS (SELECT FROM spr.aanwezigheid x
            WHERE x.bijeenkomst = b.id AND lower(x.naam) = lower(gast_melden.naam)) THEN
        INSERT INTO spr.aanwezigheid (bijeenkomst, naam, opkomst, op)
        VALUES (b.id, naam, 'aanwezig', nu) RETURNING * INTO a;
    END IF;
    IF a.id IS NOT NULL THEN
        RETURN QUERY SELECT * FROM rule.boek_klok(b.tafel, 'aanwezigheid.genoteerd',
            'aanwezigheid:' || a.id,
            jsonb_build_object('aanwezigheden', jsonb_build_array(rule.beeld(a))), nu);
    END IF;
END $$;
COMMENT ON FUNCTION rule.gast_melden(text, text, timestamptz) IS
    'A guest writes a name on the list of a meeting that goes on; the same name is the same guest.';
