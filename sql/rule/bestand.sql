-- Uploading a file: begun, piece by piece in order, checked, and then a paper or erased.
-- Invariant: nobody reads a byte of a file before it is a paper, and after that exactly those whom
-- rule.mag_bestand lets.

CREATE OR REPLACE FUNCTION rule.deel_bytes() RETURNS int
LANGUAGE sql IMMUTABLE AS $$
    -- Three texts of 16 KiB in base64, which leaves a message of 64 KiB room for the rest.
    SELECT 36864
$$;
COMMENT ON FUNCTION rule.deel_bytes() IS 'Bytes of a piece; only the last of a file is shorter.';

CREATE OR REPLACE FUNCTION rule.beeld(b spr.bestand) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN jsonb_build_object('id', b.id::text, 'naam', b.naam, 'soort', b.soort,
        'grootte', b.grootte, 'sha256', b.sha256);
END $$;
COMMENT ON FUNCTION rule.beeld(spr.bestand) IS 'A checked file on the wire.';

CREATE OR REPLACE FUNCTION rule.voortgang(c rule.opdracht, b spr.bestand) RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN rule.antwoord(c, jsonb_build_object('bestand', b.id::text, 'deelBytes', rule.deel_bytes(),
        'delen', b.delen, 'ontvangen', b.ontvangen));
END $$;
COMMENT ON FUNCTION rule.voortgang(rule.opdracht, spr.bestand) IS
    'The reply that tells which piece comes next.';

CREATE OR REPLACE FUNCTION rule.megabyte(bytes bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE WHEN bytes < 1048576 THEN bytes || ' bytes'
                ELSE round(bytes / 1048576.0, 1)::float || ' MB' END;
END $$;
COMMENT ON FUNCTION rule.megabyte(bigint) IS 'A size in words.';

CREATE OR REPLACE FUNCTION rule.bestand_ruimte(c rule.opdracht, soort text, grootte bigint)
RETURNS rule.opdracht
LANGUAGE plpgsql STABLE AS $$
DECLARE
    g spr.bestandsgrens;
    grens bigint;
    mijn bigint := coalesce((SELECT v.bytes FROM spr.bestand_verbruik v
        WHERE v.persoon = c.persoon AND v.dag = rule.dag(c.nu)), 0);
BEGIN
    SELECT * INTO g FROM spr.bestandsgrens;
    -- Of text every letter is looked at.
    grens := CASE WHEN soort IN ('txt', 'md', 'csv') THEN g.tekst_bytes ELSE g.bestand_bytes END;
    IF grootte > grens THEN
        RETURN rule.weiger(c, 'bestand_te_groot',
            format('Een %s-bestand mag hoogstens %s zijn. Maak het kleiner, of geef een adres waar het staat.',
                soort, rule.megabyte(grens)),
            format('A %s file may be %s at most. Make it smaller, or give an address where it stands.',
                soort, rule.megabyte(grens)));
    ELSIF (SELECT count(*) FROM spr.bestand b WHERE b.persoon = c.persoon
           AND NOT EXISTS (SELECT FROM spr.stuk s WHERE s.bestand = b.id)) >= g.tegelijk THEN
        RETURN rule.weiger(c, 'bestand_te_veel',
            format('U hebt al %s bestanden onderweg. Maak die af of breek ze af, en probeer het dan opnieuw.', g.tegelijk),
            format('You have %s files under way. Finish or cancel those, then try again.', g.tegelijk));
    ELSIF (SELECT count(*) FROM spr.bestand b WHERE b.gereed_op IS NULL) >= g.samen THEN
        RETURN rule.weiger(c, 'bestand_te_veel',
            'Er worden nu te veel bestanden tegelijk verstuurd. Probeer het over een paar minuten opnieuw.',
            'Too many files are being sent at once. Try again in a few minutes.');
    ELSIF mijn + grootte > g.dag_bytes THEN
        RETURN rule.weiger(c, 'bestand_te_veel',
            format('U mag per dag hoogstens %s versturen. Ga morgen verder, of geef een adres.',
                rule.megabyte(g.dag_bytes)),
            format('You may send %s a day at most. Go on tomorrow, or give an address.',
                rule.megabyte(g.dag_bytes)));
    ELSIF grootte + coalesce((SELECT sum(b.grootte) FROM spr.bestand b WHERE b.tafel = c.tafel), 0)
          > g.tafel_bytes THEN
        RETURN rule.weiger(c, 'bestand_te_veel',
            format('De bestanden van deze tafel mogen samen hoogstens %s zijn. Trek stukken in die niemand meer nodig heeft, of geef een adres.',
                rule.megabyte(g.tafel_bytes)),
            format('The files of this table may be %s together. Withdraw papers nobody needs, or give an address.',
                rule.megabyte(g.tafel_bytes)));
    END IF;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.bestand_ruimte(rule.opdracht, text, bigint) IS
    'Refuse a file for which there is no room.';

CREATE OR REPLACE FUNCTION rule.bestand_beginnen(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bestand;
    heet text := c.args ->> 'naam';
    omvang bigint := (c.args ->> 'grootte')::bigint;
BEGIN
    IF NOT rule.is_bestandsnaam(heet) THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Geef het bestand een gewone naam: letters, cijfers, spaties en leestekens, zonder / \ : * ? " < > |, en met een punt en de soort erachter.',
            'Give the file an ordinary name: letters, digits, spaces and punctuation, without / \ : * ? " < > |, with a dot and its type at the end.');
    ELSIF NOT c.args ->> 'sha256' ~ '^[0-9a-f]{64}$' THEN
        RETURN rule.weiger(c, 'ongeldig');
    ELSIF rule.bestandssoort(heet) IS NULL THEN
        RETURN rule.weiger(c, 'bestand_soort');
    END IF;
    -- The same file again, after a lost line: it goes on where it was.
    SELECT * INTO b FROM spr.bestand x
    WHERE x.tafel = c.tafel AND x.persoon = c.persoon AND x.gereed_op IS NULL
        AND x.sha256 = c.args ->> 'sha256' AND x.grootte = omvang
        AND x.naam = heet AND x.ontvangen < x.delen
    ORDER BY x.id LIMIT 1;
    IF FOUND THEN
        RETURN rule.voortgang(c, b);
    END IF;
    c := rule.bestand_ruimte(c, rule.bestandssoort(heet), omvang);
    IF c.klaar THEN
        RETURN c;
    END IF;
    INSERT INTO spr.bestand_verbruik AS v (persoon, dag, bytes)
    VALUES (c.persoon, rule.dag(c.nu), omvang)
    ON CONFLICT (persoon) DO UPDATE SET dag = excluded.dag,
        bytes = excluded.bytes + CASE WHEN v.dag = excluded.dag THEN v.bytes ELSE 0 END;
    INSERT INTO spr.bestand (tafel, persoon, naam, grootte, sha256, delen, begonnen_op, laatst_op)
    VALUES (c.tafel, c.persoon, heet, omvang, c.args ->> 'sha256',
        (omvang + rule.deel_bytes() - 1) / rule.deel_bytes(), c.nu, c.nu)
    RETURNING * INTO b;
    RETURN rule.voortgang(c, b);
END $$;
COMMENT ON FUNCTION rule.bestand_beginnen(rule.opdracht) IS
    'bestand.beginnen: a new upload, or the same one where it stopped.';

CREATE OR REPLACE FUNCTION rule.bestand_vind(c rule.opdracht) RETURNS spr.bestand
LANGUAGE plpgsql STABLE AS $$
DECLARE
    b spr.bestand;
BEGIN
    SELECT * INTO b FROM spr.bestand x
    WHERE x.id = rule.getal(c.args ->> 'bestand') AND x.tafel = c.tafel AND x.persoon = c.persoon
        AND NOT EXISTS (SELECT FROM spr.stuk s WHERE s.bestand = x.id);
    RETURN b;
END $$;
COMMENT ON FUNCTION rule.bestand_vind(rule.opdracht) IS
    'The own upload that a command names, as long as it is no paper.';

CREATE OR REPLACE FUNCTION rule.uit_base64(teksten jsonb) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    alles text := (SELECT string_agg(t, '' ORDER BY n)
                   FROM jsonb_array_elements_text(teksten) WITH ORDINALITY AS x (t, n));
    bytes bytea;
BEGIN
    bytes := decode(alles, 'base64');
    -- decode passes over white space; then the text is longer than its bytes need.
    RETURN CASE WHEN octet_length(alles) = (octet_length(bytes) + 2) / 3 * 4 THEN bytes END;
EXCEPTION WHEN invalid_parameter_value THEN
    RETURN NULL;
END $$;
COMMENT ON FUNCTION rule.uit_base64(jsonb) IS 'The bytes in a list of texts; NULL when they are no base64.';

CREATE OR REPLACE FUNCTION rule.bestand_deel(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bestand := rule.bestand_vind(c);
    dit int := (c.args ->> 'nr')::int;
    inhoud bytea := rule.uit_base64(c.args -> 'bytes');
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF dit >= b.delen OR inhoud IS NULL OR octet_length(inhoud) <>
          least(rule.deel_bytes(), b.grootte - dit::bigint * rule.deel_bytes()) THEN
        RETURN rule.weiger(c, 'ongeldig',
            'Dit deel past niet in het bestand. Kies het bestand opnieuw.',
            'This piece does not fit the file. Choose the file again.');
    ELSIF dit > b.ontvangen OR (dit < b.ontvangen AND inhoud <> (SELECT d.bytes
          FROM spr.bestand_deel d WHERE d.bestand = b.id AND d.nr = dit)) THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF dit = b.ontvangen THEN
        INSERT INTO spr.bestand_deel (bestand, nr, bytes) VALUES (b.id, dit, inhoud);
        UPDATE spr.bestand x SET ontvangen = dit + 1, laatst_op = c.nu WHERE x.id = b.id
        RETURNING * INTO b;
    END IF;
    RETURN rule.voortgang(c, b);
END $$;
COMMENT ON FUNCTION rule.bestand_deel(rule.opdracht) IS
    'bestand.deel: the next piece; one that is here already counts once.';

CREATE OR REPLACE FUNCTION rule.bestand_afronden(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bestand := rule.bestand_vind(c);
    inhoud bytea;
    gevonden text;
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    ELSIF b.ontvangen < b.delen THEN
        RETURN rule.weiger(c, 'verkeerde_toestand');
    ELSIF b.gereed_op IS NULL THEN
        inhoud := (SELECT string_agg(d.bytes, '' ORDER BY d.nr)
                   FROM spr.bestand_deel d WHERE d.bestand = b.id);
        IF encode(sha256(inhoud), 'hex') <> b.sha256 THEN
            RETURN rule.weiger(c, 'ongeldig',
                'Het bestand is onderweg veranderd. Kies het opnieuw.',
                'The file changed on its way. Choose it again.');
        END IF;
        gevonden := rule.bestandssoort(b.naam);
        IF NOT rule.is_soort(inhoud, gevonden) THEN
            RETURN rule.weiger(c, 'bestand_soort',
                format('De inhoud is geen gewoon %s-bestand, of er zit een macro of een slot op. Sla het opnieuw op zonder macro en zonder wachtwoord, bijvoorbeeld als pdf.', gevonden),
                format('The content is no ordinary %s file, or it has a macro or a lock. Save it again without macro and password, for example as pdf.', gevonden));
        END IF;
        UPDATE spr.bestand x SET soort = gevonden, gereed_op = c.nu WHERE x.id = b.id
        RETURNING * INTO b;
    END IF;
    RETURN rule.antwoord(c, rule.beeld(b));
END $$;
COMMENT ON FUNCTION rule.bestand_afronden(rule.opdracht) IS
    'bestand.afronden: all pieces are here; is it what it says it is?';

CREATE OR REPLACE FUNCTION rule.bestand_afbreken(c rule.opdracht) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bestand := rule.bestand_vind(c);
BEGIN
    IF b.id IS NULL THEN
        RETURN rule.weiger(c, 'niet_gevonden');
    END IF;
    DELETE FROM spr.bestand x WHERE x.id = b.id;
    RETURN rule.antwoord(c, jsonb_build_object('bestand', b.id::text));
END $$;
COMMENT ON FUNCTION rule.bestand_afbreken(rule.opdracht) IS 'bestand.afbreken: erase the own upload.';

CREATE OR REPLACE FUNCTION rule.tik_bestanden(nu timestamptz) RETURNS SETOF api.regel
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- Few at a time: a file is hundreds of rows, and commands wait meanwhile.
    DELETE FROM spr.bestand x WHERE x.id IN (
        SELECT b.id FROM spr.bestand b, spr.bestandsgrens g
        WHERE NOT EXISTS (SELECT FROM spr.stuk s WHERE s.bestand = b.id)
            AND CASE WHEN b.gereed_op IS NULL
                THEN b.laatst_op + g.stil <= tik_bestanden.nu
                    OR b.begonnen_op + g.geduld <= tik_bestanden.nu
                ELSE b.gereed_op + g.ongebruikt <= tik_bestanden.nu END
        ORDER BY b.id LIMIT 5 FOR UPDATE OF b SKIP LOCKED);
END $$;
COMMENT ON FUNCTION rule.tik_bestanden(timestamptz) IS
    'Erase uploads that stopped, and files that became no paper.';
INSERT INTO rule.tik (naam, rang) VALUES ('bestanden', 50)
ON CONFLICT ON CONSTRAINT tik_pkey DO UPDATE SET rang = excluded.rang;

CREATE OR REPLACE FUNCTION rule.mag_bestand(wie bigint, b spr.bestand, moment timestamptz)
RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM spr.stuk s
        WHERE s.bestand = b.id
            AND (rule.mag_stroom(wie, NULL, 'tafel:' || s.tafel, 'lezen', moment)
                OR (s.openbaarheid = 'openbaar'
                    AND rule.mag_stroom(wie, NULL, 'buiten:' || s.tafel, 'lezen', moment))));
END $$;
COMMENT ON FUNCTION rule.mag_bestand(bigint, spr.bestand, timestamptz) IS
    'Whether somebody may have the bytes: whoever is shown the paper in a snapshot, at the tafel or outside it, and nobody before it is one.';
