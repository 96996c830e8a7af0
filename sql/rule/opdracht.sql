-- The life of a command: start, then weiger or boek and antwoord, then einde. Commands of one kind
-- that come together live it together, from rule.toelaten to rule.einde; one alone is a list of one.
-- Invariant: whatever is refused by rule.weiger has written nothing; what must be refused later is
-- raised with SQLSTATE SP001 and the code as message, so that nothing of the command stays.

CREATE OR REPLACE FUNCTION rule.fout(code text, nl text DEFAULT NULL, en text DEFAULT NULL)
RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN '{"code":"' || code || '"' || coalesce(',"detail":' || to_json(nl)::text, '')
        || coalesce(',"detailEn":' || to_json(en)::text, '') || '}';
END $$;
COMMENT ON FUNCTION rule.fout(text, text, text) IS
    'Bytes of a refusal: code of proto/errors.json, and details where the code says too little.';

CREATE OR REPLACE FUNCTION rule.weiger(c rule.opdracht, code text, detail text DEFAULT NULL,
    detail_en text DEFAULT NULL) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
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
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN length(id) <= 18 AND id ~ '^[1-9][0-9]*$' THEN id::bigint END
$$;
COMMENT ON FUNCTION rule.getal(text) IS
    'The number in an id of the wire; NULL for anything that cannot be one.';

CREATE OR REPLACE FUNCTION rule.sloten(doe text[], tafel text[], nu timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- toegang before the platform, that before any tafel, these by number: no two batches can
    -- wait for each other.
    IF EXISTS (SELECT FROM unnest(doe) d WHERE rule.raakt_toegang(d)) THEN
        PERFORM FROM rule.stroom_kop('toegang', nu);
    END IF;
    IF EXISTS (SELECT FROM rule.handeling h WHERE h.doe = ANY (sloten.doe) AND NOT h.tafel) THEN
        PERFORM FROM spr.platform FOR NO KEY UPDATE;
    END IF;
    PERFORM FROM spr.tafel t WHERE t.id IN (SELECT rule.getal(u) FROM unnest(sloten.tafel) u)
        ORDER BY t.id FOR NO KEY UPDATE;
END $$;
COMMENT ON FUNCTION rule.sloten(text[], text[], timestamptz) IS
    'Take the locks that these commands need, in the one order.';

CREATE OR REPLACE FUNCTION rule.gevraagd(doen text[], sessies text[], sprekers text[], tafels text[],
    verzoeken text[], moment timestamptz, vandaag date)
RETURNS TABLE (nr bigint, doe text, sessie bigint, persoon bigint, namens bigint,
    organisatie bigint, tafel bigint, sleutel text, hash bytea, args jsonb, status text,
    rollen text[], nodig text[], staten text[], van_tafel boolean, gedaan boolean, antwoord text,
    bezwaar text, later boolean)
LANGUAGE sql STABLE AS $$
    SELECT v.nr, v.doe, s.id, s.persoon, w.id, w.organisatie, CASE WHEN h.tafel THEN v.tafel END,
        v.sleutel, v.hash, v.args, CASE WHEN t.geschorst THEN 'geschorst' ELSE t.status END,
        ARRAY(SELECT r FROM rule.zetelrol(s.persoon, w.organisatie, v.tafel, moment) r),
        h.rollen, CASE WHEN t.geschorst AND h.stil THEN '{}' ELSE h.staten END, h.tafel,
        coalesce(k.verzoek_hash = v.hash, false), k.antwoord,
        CASE WHEN s.id IS NULL THEN 'sessie_verlopen'
             WHEN h.doe IS NULL THEN 'onbekende_opdracht'
             WHEN v.sleutel IS NULL THEN 'sleutel_ontbreekt'
             WHEN octet_length(v.sleutel) NOT BETWEEN 16 AND 64 THEN 'ongeldig'
             WHEN k.persoon IS NOT NULL AND k.verzoek_hash IS NULL THEN 'sleutel_afgesloten'
             WHEN k.verzoek_hash <> v.hash THEN 'sleutel_conflict'
             WHEN k.persoon IS NULL AND v.namens <> '' AND w.id IS NULL THEN 'namens_ongeldig' END,
        row_number() OVER (PARTITION BY s.persoon, v.sleutel ORDER BY v.nr) > 1
    FROM (
        -- The server writes equal requests as equal bytes.
        SELECT u.nr, u.doe, u.sessie, u.namens, rule.getal(u.tafel) AS tafel,
            u.inhoud ->> 'sleutel' AS sleutel, coalesce(u.inhoud -> 'args', '{}') AS args,
            sha256(convert_to(concat_ws(E'\n', u.doe, coalesce(u.namens, ''),
                coalesce(u.tafel, ''), u.verzoek), 'UTF8')) AS hash
        FROM (SELECT *, x.verzoek::jsonb AS inhoud
              FROM unnest(doen, sessies, sprekers, tafels, verzoeken)
                  WITH ORDINALITY AS x (doe, sessie, namens, tafel, verzoek, nr)
              OFFSET 0) u
        OFFSET 0) v
    LEFT JOIN spr.sessie s
        ON s.hash = v.sessie AND rule.sessie_leeft(s.geeindigd, s.verloopt, s.gezien, moment)
    LEFT JOIN rule.handeling h ON h.doe = v.doe
    LEFT JOIN spr.tafel t ON h.tafel AND t.id = v.tafel
    LEFT JOIN spr.vertegenwoordiging w ON w.id = rule.getal(v.namens) AND w.persoon = s.persoon
        AND w.van <= vandaag AND (w.tot IS NULL OR w.tot >= vandaag)
    LEFT JOIN spr.sleutel k ON k.persoon = s.persoon AND k.sleutel = v.sleutel
    OFFSET 0
$$;
COMMENT ON FUNCTION rule.gevraagd(text[], text[], text[], text[], text[], timestamptz, date) IS
    'Everything that decides about commands, looked up at once: who asks for what, in whose name, with which key, and what of that is wrong by itself.';

CREATE OR REPLACE FUNCTION rule.toelaten_ruimer(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    h rule.handeling;
BEGIN
    c.klaar := false;
    c.weigering := NULL;
    SELECT * INTO h FROM rule.handeling x WHERE x.doe = c.doe;
    RETURN rule.mag_handeling(c, h);
END $$;
COMMENT ON FUNCTION rule.toelaten_ruimer(rule.opdracht) IS
    'Judge again a command that its seats do not allow, by every role its author has.';

CREATE OR REPLACE FUNCTION rule.toelaten(doe text[], sessie text[], namens text[], tafel text[],
    verzoek text[]) RETURNS rule.opdracht[]
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    moment timestamptz := rule.nu();
    vandaag date := rule.dag(moment);
    cs rule.opdracht[];
    opnieuw int[];
    i int;
BEGIN
    PERFORM rule.sloten(doe, tafel, moment);
    SELECT array_agg((g.doe, g.sessie, g.persoon, g.namens, g.organisatie, g.tafel, g.sleutel, g.hash,
            g.args, moment, g.rollen, x.code IS NOT NULL OR g.gedaan OR g.later,
            CASE WHEN x.code IS NOT NULL AND NOT g.later THEN rule.fout(x.code) END,
            CASE WHEN g.gedaan AND NOT g.later THEN g.antwoord END, '{}'::api.regel[], g.status,
            ARRAY(SELECT k FROM rule.plenair(g.rollen, g.status) k))::rule.opdracht ORDER BY g.nr),
        array_agg(g.nr::int) FILTER (
            WHERE x.code IN ('niet_toegestaan', 'niet_gevonden') AND NOT g.later)
    INTO cs, opnieuw
    FROM rule.gevraagd(toelaten.doe, toelaten.sessie, toelaten.namens, toelaten.tafel,
        toelaten.verzoek, moment, vandaag) g,
        LATERAL (SELECT coalesce(g.bezwaar, CASE WHEN NOT g.gedaan THEN
            rule.oordeel(g.rollen, g.nodig, g.staten, g.van_tafel, g.status) END) AS code) x;
    -- Most commands come from a seat; only for the others one looks further.
    FOREACH i IN ARRAY coalesce(opnieuw, '{}') LOOP
        cs[i] := rule.toelaten_ruimer(cs[i]);
    END LOOP;
    UPDATE spr.sessie s SET gezien = moment
    WHERE s.id IN (SELECT c.sessie FROM unnest(cs) c) AND s.gezien < moment - interval '1 minute';
    RETURN cs;
END $$;
COMMENT ON FUNCTION rule.toelaten(text[], text[], text[], text[], text[]) IS
    'Open commands of which none waits for another: session, lock, key, representation, and whether this may be done at all. A key that stands earlier in the list is left for later: klaar, with neither answer nor refusal.';

CREATE OR REPLACE FUNCTION rule.start(doe text, sessie text, namens text, tafel text,
    verzoek text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN rule.namens_toetsen((rule.toelaten(ARRAY[doe], ARRAY[sessie], ARRAY[namens],
        ARRAY[tafel], ARRAY[verzoek]))[1]);
END $$;
COMMENT ON FUNCTION rule.start(text, text, text, text, text) IS
    'Open one command, and hold it against what its organisation prepared.';

CREATE OR REPLACE FUNCTION rule.door(persoon bigint, organisatie bigint, namens bigint, args jsonb)
RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT '{"organisatie":' || coalesce('"' || organisatie || '"', 'null')
        || ',"persoon":"' || persoon
        || '","vertegenwoordiging":' || coalesce('"' || namens || '"', 'null')
        || coalesce(',"voor":' || (args -> 'voor')::text, '') || '}'
$$;
COMMENT ON FUNCTION rule.door(bigint, bigint, bigint, jsonb) IS
    'The author of an event: who, for which organisation, as which representation, recorded for whom.';

CREATE OR REPLACE FUNCTION rule.zwijgt(c rule.opdracht, stroom text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN c.status = 'geschorst' AND stroom = 'tafel:' || c.tafel THEN 'geschorst'
                ELSE 'niet_toegestaan' END
$$;
COMMENT ON FUNCTION rule.zwijgt(rule.opdracht, text) IS
    'Why somebody may not write here: because of the suspension, or at all.';

CREATE OR REPLACE FUNCTION rule.boek(c rule.opdracht, stroom text, soort text, ref text,
    inhoud jsonb, wist bigint[] DEFAULT NULL) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    mag rule.boekrecht := rule.boekrecht(c, stroom, soort);
    regel api.regel;
BEGIN
    IF c.klaar THEN
        RAISE EXCEPTION '% books after its end', c.doe USING ERRCODE = 'SP902';
    ELSIF NOT mag.mag THEN
        RAISE EXCEPTION '%', rule.zwijgt(c, stroom) USING ERRCODE = 'SP001';
    END IF;
    IF wist IS NOT NULL THEN
        PERFORM rule.export_verlopen(c.tafel);
        mag.reden := coalesce(
            (SELECT a.reden FROM rule.afwezig_door a WHERE a.soort = boek.soort), 'gewist');
        c.regels := c.regels
            || ARRAY(SELECT w FROM rule.inhoud_wissen(stroom, wist, mag.reden) w);
    END IF;
    regel := rule.log_schrijf(stroom, soort, ref,
        rule.door(c.persoon, c.organisatie, c.namens, c.args), inhoud::text, c.nu, wist, NULL);
    c.regels := c.regels || regel;
    IF mag.velden IS NOT NULL OR (wist IS NOT NULL AND starts_with(stroom, 'tafel:')) THEN
        c.regels := c.regels || ARRAY(SELECT r FROM
            rule.boek_buiten(c, regel, soort, ref, inhoud, wist, mag.velden, mag.reden) r);
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.boek(rule.opdracht, text, text, text, jsonb, bigint[]) IS
    'Append an event in the name of the command; wist lists earlier events that lose their content.';

CREATE OR REPLACE FUNCTION rule.boek_lijst(c rule.opdracht, stroom text, soort text, ref text,
    vast jsonb, lijst text, rijen jsonb[]) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    rij jsonb;
    bundel jsonb := '[]';
BEGIN
    FOREACH rij IN ARRAY rijen LOOP
        IF bundel <> '[]' AND NOT rule.past((vast || jsonb_build_object(lijst, bundel || rij))::text)
        THEN
            c := rule.boek(c, stroom, soort, ref, vast || jsonb_build_object(lijst, bundel));
            bundel := '[]';
        END IF;
        bundel := bundel || rij;
    END LOOP;
    RETURN rule.boek(c, stroom, soort, ref, CASE WHEN bundel = '[]' THEN vast
        ELSE vast || jsonb_build_object(lijst, bundel) END);
END $$;
COMMENT ON FUNCTION rule.boek_lijst(rule.opdracht, text, text, text, jsonb, text, jsonb[]) IS
    'Append rows of one list, in one event or in as many as the size of a frame asks for; vast goes with each.';

CREATE OR REPLACE FUNCTION rule.toegang(c rule.opdracht, persoon bigint, organisatie bigint,
    tafel bigint) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
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
LANGUAGE plpgsql STABLE AS $$
BEGIN
    c.antwoord := antwoord::text;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.antwoord(rule.opdracht, jsonb) IS 'Set the reply.';

CREATE OR REPLACE FUNCTION rule.einde_samen(cs rule.opdracht[]) RETURNS SETOF api.volgregel
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    IF EXISTS (SELECT FROM unnest(cs) c WHERE NOT c.klaar AND c.antwoord IS NULL) THEN
        RAISE EXCEPTION '% gave no reply', cs[1].doe USING ERRCODE = 'SP902';
    END IF;
    INSERT INTO spr.sleutel (persoon, sleutel, verzoek_hash, antwoord, op)
    SELECT c.persoon, c.sleutel, c.verzoek_hash, c.antwoord, c.nu FROM unnest(cs) c
    WHERE NOT c.klaar AND c.sleutel IS NOT NULL;
    RETURN QUERY
        SELECT c.ordinality::int, x.soort, x.stroom, x.seq, x.bytes
        FROM unnest(cs) WITH ORDINALITY c,
            LATERAL (
                SELECT 0::bigint AS plaats, 'weigering' AS soort, NULL::text AS stroom,
                    NULL::bigint AS seq, c.weigering AS bytes
                WHERE c.weigering IS NOT NULL
                UNION ALL
                SELECT 0, 'antwoord', NULL, NULL, c.antwoord
                WHERE c.weigering IS NULL AND c.antwoord IS NOT NULL
                UNION ALL
                SELECT r.plaats, r.soort, r.stroom, r.seq, r.bytes
                FROM unnest(c.regels) WITH ORDINALITY AS r (soort, stroom, seq, bytes, plaats)
                WHERE c.weigering IS NULL) x
        ORDER BY c.ordinality, x.plaats;
END $$;
COMMENT ON FUNCTION rule.einde_samen(rule.opdracht[]) IS
    'Close commands: keep their keys and hand out their rows, of each the reply first.';

CREATE OR REPLACE FUNCTION rule.einde(c rule.opdracht) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    RETURN QUERY SELECT e.soort, e.stroom, e.seq, e.bytes
        FROM rule.einde_samen(ARRAY[rule.namens_afronden(c)]) e;
END $$;
COMMENT ON FUNCTION rule.einde(rule.opdracht) IS
    'Close one command.';
