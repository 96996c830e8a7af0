-- How open a besluit, a stuk or a verslag is, and what of it is told outside. Invariant: outside comes
-- only what is openbaar and has an outcome; what was open once stays open; an embargo opens by the
-- clock, and whoever reads asks the time itself.

CREATE OR REPLACE FUNCTION rule.openbaarheid_beeld(openbaarheid text, embargo_tot timestamptz)
RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_object('openbaarheid', nullif(openbaarheid, 'tafel'),
        'embargoTot', rule.tijd(embargo_tot))
$$;
COMMENT ON FUNCTION rule.openbaarheid_beeld(text, timestamptz) IS
    'How open something is, on the wire; the usual, tafel, is left out.';

CREATE OR REPLACE FUNCTION rule.uitkomsten_beeld(besluit bigint) RETURNS jsonb
LANGUAGE sql STABLE AS $$
    SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('uitkomst', e.uitkomst,
        'reden', e.reden, 'tot', rule.tijd(e.tot), 'bijeenkomst', e.bijeenkomst::text,
        'door', e.door::text, 'gebeurdOm', rule.tijd(e.gebeurd_om), 'op', rule.tijd(e.op)))
        ORDER BY e.nr)
    FROM spr.eerdere_uitkomst e WHERE e.besluit = uitkomsten_beeld.besluit
$$;
COMMENT ON FUNCTION rule.uitkomsten_beeld(bigint) IS 'Earlier outcomes of a besluit, the first first.';

CREATE OR REPLACE FUNCTION rule.is_buiten(lijst text, rij jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN CASE
        WHEN lijst = 'besluiten' THEN rij ->> 'openbaarheid' = 'openbaar' AND rij ? 'uitkomst'
        WHEN lijst = 'stukken' THEN rij ->> 'openbaarheid' = 'openbaar'
        -- What decides nothing is no outcome.
        WHEN lijst = 'stemmingen' AND rij ->> 'methode' = 'peiling' THEN false
        WHEN lijst = 'verslagen'
        THEN rij ->> 'openbaarheid' = 'openbaar' AND rij ->> 'status' = 'vastgesteld'
        WHEN rij ? 'besluit' THEN EXISTS (
            SELECT FROM spr.besluit b WHERE b.id = (rij ->> 'besluit')::bigint
                AND b.openbaarheid = 'openbaar' AND b.uitkomst IS NOT NULL
                -- Under chatham nobody outside reads which party it was.
                AND (lijst NOT IN ('aantekeningen', 'ondertekeningen') OR EXISTS (
                    SELECT FROM spr.tafel t
                    WHERE t.id = b.tafel AND t.toeschrijving <> 'chatham')))
        ELSE true END IS TRUE;
END $$;
COMMENT ON FUNCTION rule.is_buiten(text, jsonb) IS
    'Whether a row of a list may be told outside; what belongs to a besluit goes with it.';

CREATE OR REPLACE FUNCTION rule.is_stem(uitslag jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(uitslag @? '$[*] ? (@.kiezers < 2)', false)
$$;
COMMENT ON FUNCTION rule.is_stem(jsonb) IS
    'Whether a count has a side of one party, and so tells how that party voted.';

CREATE OR REPLACE FUNCTION rule.zonder_stem(rij jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE AS $$
    SELECT rij - ARRAY(SELECT k FROM unnest(ARRAY['uitslag', 'hertelling']) k
                       WHERE rule.is_stem(rij -> k))
$$;
COMMENT ON FUNCTION rule.zonder_stem(jsonb) IS
    'A row as it goes outside: without a count that would tell how one party voted.';

CREATE OR REPLACE FUNCTION rule.buiten_deel(inhoud jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT jsonb_object_agg(k, deel) FROM (
        SELECT k, CASE WHEN w = '[]' THEN w ELSE (
            SELECT jsonb_agg(rule.zonder_stem(r) ORDER BY nr)
            FROM jsonb_array_elements(w) WITH ORDINALITY AS e (r, nr)
            WHERE rule.is_buiten(k, r)) END AS deel
        FROM jsonb_each(inhoud) AS x (k, w) WHERE jsonb_typeof(w) = 'array') lijsten
        WHERE deel IS NOT NULL);
END $$;
COMMENT ON FUNCTION rule.buiten_deel(jsonb) IS
    'What of the content of an event is open to the world; NULL when nothing is.';

CREATE OR REPLACE FUNCTION rule.besluit_bijlagen(besluit bigint) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
    x record;
    lijst text;
    rijen jsonb;
BEGIN
    -- The votes of parties stay at the tafel; the counts go out. As many rows each as fit.
    FOR x IN
        SELECT 'stemmingen' AS lijst, s.id, rule.beeld(s) AS rij FROM spr.stemming s
        WHERE s.besluit = besluit_bijlagen.besluit AND s.status = 'gesloten'
            AND s.methode <> 'peiling'
        UNION ALL
        SELECT 'aantekeningen', a.id, rule.beeld(a)
        FROM spr.aantekening a WHERE a.besluit = besluit_bijlagen.besluit
        UNION ALL
        SELECT 'ondertekeningen', o.id, rule.beeld(o)
        FROM spr.ondertekening o WHERE o.besluit = besluit_bijlagen.besluit
        UNION ALL
        SELECT 'doorgeleidingen', d.id, rule.beeld(d)
        FROM spr.doorgeleiding d WHERE d.besluit = besluit_bijlagen.besluit
        UNION ALL
        SELECT 'evaluaties', e.id, rule.beeld(e)
        FROM spr.evaluatie e WHERE e.besluit = besluit_bijlagen.besluit
        ORDER BY 1, 2
    LOOP
        IF x.lijst = lijst AND rule.past((rijen || x.rij)::text) THEN
            rijen := rijen || x.rij;
        ELSE
            IF lijst IS NOT NULL THEN
                RETURN NEXT jsonb_build_object(lijst, rijen);
            END IF;
            lijst := x.lijst;
            rijen := jsonb_build_array(x.rij);
        END IF;
    END LOOP;
    IF lijst IS NOT NULL THEN
        RETURN NEXT jsonb_build_object(lijst, rijen);
    END IF;
END $$;
COMMENT ON FUNCTION rule.besluit_bijlagen(bigint) IS
    'What is told again when a besluit opens: counts, notes, signatures, where it went, what came of it.';

CREATE OR REPLACE FUNCTION rule.openbaarheid_vind(c rule.opdracht) RETURNS rule.openbaar_ding
LANGUAGE plpgsql STABLE AS $$
DECLARE
    d rule.openbaar_ding;
BEGIN
    SELECT x.* INTO d FROM (
        SELECT 'besluit' AS soort, b.id, b.openbaarheid, NULL::bigint AS organisatie,
            b.voorgelegd_op IS NOT NULL AS ligt_voor
        FROM spr.besluit b WHERE b.tafel = c.tafel AND b.id = rule.getal(c.args ->> 'besluit')
        UNION ALL
        SELECT 'verslag', v.id, v.openbaarheid, NULL, v.status <> 'concept'
        FROM spr.verslag v WHERE v.tafel = c.tafel AND v.id = rule.getal(c.args ->> 'verslag')
        UNION ALL
        SELECT 'stuk', s.id, s.openbaarheid, s.organisatie, s.reden IS NULL
        FROM spr.stuk s WHERE s.tafel = c.tafel AND s.id = rule.getal(c.args ->> 'stuk')) x
    -- A draft does not exist for those who do not lead the tafel.
    WHERE x.soort = 'stuk' OR x.ligt_voor OR c.rollen && '{voorzitter,secretaris}';
    RETURN d;
END $$;
COMMENT ON FUNCTION rule.openbaarheid_vind(rule.opdracht) IS
    'The besluit, verslag or stuk that a command names, and whether it lies before the tafel.';

CREATE OR REPLACE FUNCTION rule.openbaarheid_weiger(c rule.opdracht, d rule.openbaar_ding)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    wordt text := c.args ->> 'openbaarheid';
    leidt boolean := c.rollen && '{voorzitter,secretaris}';
BEGIN
    IF num_nonnulls(c.args -> 'besluit', c.args -> 'verslag', c.args -> 'stuk') <> 1 THEN
        RETURN rule.weiger(c, 'ongeldig', 'Noem één besluit, verslag of stuk.',
            'Name one decision, minutes or paper.');
    ELSIF d.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF NOT leidt AND (d.soort <> 'stuk' OR d.organisatie IS DISTINCT FROM c.organisatie) THEN
        RETURN rule.weiger(c, 'niet_toegestaan');
    ELSIF NOT d.ligt_voor THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF d.openbaarheid = 'openbaar' THEN
        RETURN rule.weiger(c, 'verkeerde_toestand', 'Wat openbaar is geweest, blijft openbaar.',
            'What has been public stays public.');
    ELSIF leidt AND d.organisatie IS NOT NULL AND wordt IN ('openbaar', 'embargo') THEN
        RETURN rule.weiger(c, 'niet_toegestaan',
            'Een stuk van een partij maakt alleen die partij zelf openbaar.',
            'Only the party itself makes its paper public.');
    ELSIF wordt IN ('openbaar', 'embargo') AND EXISTS (
            SELECT FROM spr.tafel t WHERE t.id = c.tafel AND t.openbaarheid = 'vertrouwelijk') THEN
        RETURN rule.weiger(c, 'voorwaarde_ontbreekt',
            'De tafel is vertrouwelijk. Wat daar ligt, kan niet openbaar worden.',
            'The table is confidential. What lies there cannot become public.');
    ELSIF (wordt = 'embargo') <> (c.args ? 'embargoTot') OR (wordt = 'embargo'
            AND NOT rule.termijn_geldig(rule.moment(c.args ->> 'embargoTot'), c.nu)) THEN
        RETURN rule.weiger(c, 'ongeldig', 'Kies een moment dat nog komt, binnen twee jaar.',
            'Choose a moment still to come, within two years.');
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.openbaarheid_weiger(rule.opdracht, rule.openbaar_ding) IS
    'Refuse what cannot be made so open, or so closed; else nothing.';

CREATE OR REPLACE FUNCTION rule.openbaarheid_schrijf(d rule.openbaar_ding, wordt text,
    sluit_tot timestamptz, verlopen_op timestamptz, OUT lijst text, OUT rij jsonb)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    CASE d.soort
    WHEN 'besluit' THEN
        UPDATE spr.besluit x SET openbaarheid = wordt, embargo_tot = sluit_tot
        WHERE x.id = d.id AND (verlopen_op IS NULL OR x.embargo_tot <= verlopen_op)
        RETURNING 'besluiten', rule.beeld(x) INTO lijst, rij;
    WHEN 'verslag' THEN
        UPDATE spr.verslag x SET openbaarheid = wordt, embargo_tot = sluit_tot
        WHERE x.id = d.id AND (verlopen_op IS NULL OR x.embargo_tot <= verlopen_op)
        RETURNING 'verslagen', rule.beeld(x) INTO lijst, rij;
    ELSE
        UPDATE spr.stuk x SET openbaarheid = wordt, embargo_tot = sluit_tot
        WHERE x.id = d.id AND (verlopen_op IS NULL OR x.embargo_tot <= verlopen_op)
        RETURNING 'stukken', rule.beeld(x) INTO lijst, rij;
    END CASE;
END $$;
COMMENT ON FUNCTION rule.openbaarheid_schrijf(rule.openbaar_ding, text, timestamptz, timestamptz) IS
    'Set how open something is, for the clock only when its embargo has ended; what it looks like now.';

CREATE OR REPLACE FUNCTION rule.openbaarheid_lijsten(d rule.openbaar_ding, lijst text, rij jsonb)
RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN NEXT jsonb_build_object(lijst, jsonb_build_array(rij));
    IF d.soort = 'besluit' AND rule.is_buiten(lijst, rij) THEN
        RETURN QUERY SELECT x.deel FROM rule.besluit_bijlagen(d.id) x (deel);
    END IF;
END $$;
COMMENT ON FUNCTION rule.openbaarheid_lijsten(rule.openbaar_ding, text, jsonb) IS
    'What is told when the openness of something changes, each for an event of its own.';

CREATE OR REPLACE FUNCTION rule.openbaarheid_zetten(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    d rule.openbaar_ding := rule.openbaarheid_vind(c);
    stroom text := 'tafel:' || c.tafel;
    nu record;
    deel jsonb;
BEGIN
    c := rule.openbaarheid_weiger(c, d);
    IF c.klaar THEN
        RETURN c;
    END IF;
    nu := rule.openbaarheid_schrijf(d, c.args ->> 'openbaarheid',
        rule.moment(c.args ->> 'embargoTot'), NULL);
    IF c.args ->> 'openbaarheid' IN ('vertrouwelijk', 'embargo') THEN
        PERFORM rule.export_verlopen(NULL);
    END IF;
    FOR deel IN SELECT x FROM rule.openbaarheid_lijsten(d, nu.lijst, nu.rij) x LOOP
        c := rule.boek(c, stroom, 'openbaarheid.gezet', d.soort || ':' || d.id, deel);
    END LOOP;
    IF d.soort = 'stuk' THEN
        UPDATE spr.stuk x SET later = x.later || rule.plaats(c, stroom) WHERE x.id = d.id;
    END IF;
    RETURN rule.geboekt(c, d.id, stroom);
END $$;
COMMENT ON FUNCTION rule.openbaarheid_zetten(rule.opdracht) IS
    'openbaarheid.zetten: how far a besluit, a verslag or a stuk goes beyond the tafel.';

CREATE OR REPLACE FUNCTION rule.tik_embargo(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    e record;
    d rule.openbaar_ding;
    open record;
    deel jsonb;
    r api.regel;
BEGIN
    -- A tafel that is busy comes a second later; what a command changed meanwhile is looked at again.
    FOR e IN
        SELECT t.id AS tafel, x.soort, x.id FROM spr.tafel t JOIN (
            SELECT 'besluit' AS soort, b.id, b.tafel FROM spr.besluit b
            WHERE b.openbaarheid = 'embargo' AND b.embargo_tot <= nu
            UNION ALL
            SELECT 'stuk', s.id, s.tafel FROM spr.stuk s
            WHERE s.openbaarheid = 'embargo' AND s.embargo_tot <= nu
            UNION ALL
            SELECT 'verslag', v.id, v.tafel FROM spr.verslag v
            WHERE v.openbaarheid = 'embargo' AND v.embargo_tot <= nu) x ON x.tafel = t.id
        ORDER BY t.id, x.soort, x.id LIMIT 50 FOR NO KEY UPDATE OF t SKIP LOCKED
    LOOP
        d.soort := e.soort;
        d.id := e.id;
        open := rule.openbaarheid_schrijf(d, 'openbaar', NULL, nu);
        CONTINUE WHEN open.lijst IS NULL;
        FOR deel IN SELECT x FROM rule.openbaarheid_lijsten(d, open.lijst, open.rij) x LOOP
            FOR r IN SELECT * FROM rule.boek_klok(e.tafel, 'openbaarheid.gezet',
                d.soort || ':' || d.id, deel, nu) LOOP
                IF d.soort = 'stuk' AND starts_with(r.stroom, 'tafel:') THEN
                    UPDATE spr.stuk x SET later = x.later || r.seq WHERE x.id = d.id;
                END IF;
                RETURN NEXT r;
            END LOOP;
        END LOOP;
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.tik_embargo(timestamptz) IS 'Open what was under embargo until now.';
INSERT INTO rule.tik (naam, rang) VALUES ('embargo', 60)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;
