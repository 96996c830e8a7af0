-- The life of a command: begin, then weiger or boek and antwoord, then einde.
-- Invariant: whatever is refused by rule.weiger has written nothing; what must be refused later is
-- raised with SQLSTATE SP001 and the code as message, so that nothing of the command stays.

CREATE OR REPLACE FUNCTION rule.fout(code text, nl text DEFAULT NULL, en text DEFAULT NULL)
RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN '{"code":"' || code || '"' || coalesce(',"detail":' || to_json(nl)::text, '')
        || coalesce(',"detailEn":' || to_json(en)::text, '') || '}';
END $$;
COMMENT ON FUNCTION rule.fout(text, text, text) IS
    'Bytes of a refusal: code of proto/errors.json, and details where the code says too little.';

CREATE OR REPLACE FUNCTION rule.weiger(c rule.opdracht, code text, detail text DEFAULT NULL,
    detail_en text DEFAULT NULL) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF cardinality(c.regels) > 0 THEN
        RAISE EXCEPTION '%', code USING ERRCODE = 'SP001';
    END IF;
    c.klaar := true;
    c.weigering := rule.fout(code, detail, detail_en);
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.weiger(rule.opdracht, text, text, text) IS
    'Refuse the command; only before it wrote anything.';

CREATE OR REPLACE FUNCTION rule.getal(id text) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF length(id) > 18 OR id !~ '^[1-9][0-9]*$' THEN
        RETURN NULL;
    END IF;
    RETURN id::bigint;
END $$;
COMMENT ON FUNCTION rule.getal(text) IS
    'The number in an id of the wire; NULL for anything that cannot be one.';

CREATE OR REPLACE FUNCTION rule.start(doe text, sessie text, namens text, tafel text,
    verzoek text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    c rule.opdracht;
    v jsonb := verzoek::jsonb;
    s spr.sessie;
    h rule.handeling;
    vandaag date;
BEGIN
    c.doe := doe;
    c.nu := rule.nu();
    c.klaar := false;
    c.regels := '{}';
    c.rollen := '{}';
    c.sleutel := v ->> 'sleutel';
    c.args := coalesce(v -> 'args', '{}');
    c.tafel := rule.getal(tafel);
    -- The server writes equal requests as equal bytes.
    c.verzoek_hash := sha256(convert_to(concat_ws(E'\n', doe, coalesce(namens, ''),
        coalesce(tafel, ''), verzoek), 'UTF8'));
    IF rule.raakt_toegang(doe) THEN
        -- Taken before session and tafel, everywhere: no two commands can wait for each other.
        PERFORM FROM rule.stroom_kop('toegang', c.nu);
    END IF;
    s := rule.sessie_vind(sessie, c.nu);
    c.sessie := s.id;
    c.persoon := s.persoon;
    IF c.sessie IS NULL THEN
        RETURN rule.weiger(c, 'sessie_verlopen');
    END IF;
    vandaag := rule.dag(c.nu);
    SELECT x.*, w.id, w.organisatie INTO h.doe, h.soort, h.rollen, h.staten, h.stroom, h.tafel,
        h.gebeurtenissen, c.namens, c.organisatie
    FROM rule.handeling x LEFT JOIN spr.vertegenwoordiging w
        ON w.id = rule.getal(start.namens) AND w.persoon = s.persoon
            AND w.van <= vandaag AND (w.tot IS NULL OR w.tot >= vandaag)
    WHERE x.doe = start.doe;
    IF NOT FOUND THEN
        RETURN rule.weiger(c, 'onbekende_opdracht');
    END IF;
    IF h.tafel THEN
        SELECT t.status INTO c.status FROM spr.tafel t WHERE t.id = c.tafel FOR NO KEY UPDATE;
    ELSE
        c.tafel := NULL;
        PERFORM FROM spr.platform FOR NO KEY UPDATE;
    END IF;
    c := rule.sleutel_zoek(c);
    IF c.klaar THEN
        RETURN c;
    ELSIF namens <> '' AND c.namens IS NULL THEN
        RETURN rule.weiger(c, 'namens_ongeldig');
    END IF;
    RETURN rule.mag_handeling(c, h);
END $$;
COMMENT ON FUNCTION rule.start(text, text, text, text, text) IS
    'Open a command: session, lock, key, representation, and whether this may be done at all.';

CREATE OR REPLACE FUNCTION rule.boek(c rule.opdracht, stroom text, soort text, ref text,
    inhoud jsonb, wist bigint[] DEFAULT NULL) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mag rule.boekrecht := rule.boekrecht(c, stroom, soort);
    regel api.regel;
BEGIN
    IF c.klaar THEN
        RAISE EXCEPTION '% books after its end', c.doe USING ERRCODE = 'SP902';
    ELSIF NOT mag.mag THEN
        RAISE EXCEPTION 'niet_toegestaan' USING ERRCODE = 'SP001';
    END IF;
    IF wist IS NOT NULL THEN
        mag.reden := coalesce(
            (SELECT a.reden FROM rule.afwezig_door a WHERE a.soort = boek.soort), 'gewist');
        c.regels := c.regels
            || ARRAY(SELECT w FROM rule.inhoud_wissen(stroom, wist, mag.reden) w);
    END IF;
    regel := rule.log_schrijf(stroom, soort, ref,
        '{"organisatie":' || coalesce('"' || c.organisatie || '"', 'null')
        || ',"persoon":"' || c.persoon
        || '","vertegenwoordiging":' || coalesce('"' || c.namens || '"', 'null')
        || coalesce(',"voor":' || (c.args -> 'voor')::text, '') || '}',
        inhoud::text, c.nu, wist, NULL);
    c.regels := c.regels || regel;
    IF mag.velden IS NOT NULL OR (wist IS NOT NULL AND starts_with(stroom, 'tafel:')) THEN
        c.regels := c.regels || ARRAY(SELECT r FROM
            rule.boek_buiten(c, regel, soort, ref, inhoud, wist, mag.velden, mag.reden) r);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.boek(rule.opdracht, text, text, text, jsonb, bigint[]) IS
    'Append an event in the name of the command; wist lists earlier events that lose their content.';

CREATE OR REPLACE FUNCTION rule.toegang(c rule.opdracht, persoon bigint, organisatie bigint,
    tafel bigint) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie bigint;
BEGIN
    -- An event that names nobody makes every process ask about everybody; of an organisation the
    -- people are known.
    FOR wie IN
        SELECT toegang.persoon WHERE toegang.persoon IS NOT NULL OR toegang.organisatie IS NULL
        UNION
        SELECT v.persoon FROM spr.vertegenwoordiging v
        WHERE toegang.persoon IS NULL AND v.organisatie = toegang.organisatie
        ORDER BY 1
    LOOP
        c := rule.boek(c, 'toegang', 'toegang.gewijzigd', 'tafel:' || coalesce(tafel, 0),
            jsonb_build_object('persoon', wie::text, 'organisatie', organisatie::text,
                'tafel', tafel::text, 'sessie', NULL));
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.toegang(rule.opdracht, bigint, bigint, bigint) IS
    'Tell every process whose rights changed by this command: a person, the people of an organisation, or everybody.';

CREATE OR REPLACE FUNCTION rule.antwoord(c rule.opdracht, antwoord jsonb) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    c.antwoord := antwoord::text;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.antwoord(rule.opdracht, jsonb) IS 'Set the reply.';

CREATE OR REPLACE FUNCTION rule.einde(c rule.opdracht) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    regel api.regel;
BEGIN
    IF c.weigering IS NOT NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, c.weigering)::api.regel;
        RETURN;
    END IF;
    IF c.antwoord IS NULL THEN
        RAISE EXCEPTION '% gave no reply', c.doe USING ERRCODE = 'SP902';
    END IF;
    IF NOT c.klaar AND c.sleutel IS NOT NULL THEN
        INSERT INTO spr.sleutel (persoon, sleutel, verzoek_hash, antwoord, op)
        VALUES (c.persoon, c.sleutel, c.verzoek_hash, c.antwoord, c.nu);
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, c.antwoord)::api.regel;
    FOREACH regel IN ARRAY c.regels LOOP
        RETURN NEXT regel;
    END LOOP;
END $$;
COMMENT ON FUNCTION rule.einde(rule.opdracht) IS
    'Close a command: keep its key and hand out its rows, reply first.';
