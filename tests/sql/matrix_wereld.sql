-- The world of the matrix tests: one tafel per state, and at each of them everybody who can stand to
-- a tafel in some way. Rows are written directly, so that no command decides who is who.
-- proef.wie: the actors; proef.waar: the tafels and their streams.
SELECT proef.stop_klok('2026-02-03T13:00:00Z');

CREATE TABLE proef.wie (naam text PRIMARY KEY, persoon bigint, organisatie bigint, namens bigint);
CREATE TABLE proef.tafels (status text PRIMARY KEY, id bigint);
CREATE TABLE proef.waar (soort text, status text, stroom text, PRIMARY KEY (soort, status));
CREATE TABLE proef.org (code text PRIMARY KEY, id bigint, zijde text, sector text, staat text);

-- A joined, B joined on the other side, C joined for another sector, D invited, E suspended, F left,
-- X sits at another tafel.
INSERT INTO proef.org (code, zijde, sector, staat) VALUES
    ('A', 'werknemers', 'zorg', 'toegetreden'), ('B', 'werkgevers', 'zorg', 'toegetreden'),
    ('C', 'werknemers', 'onderwijs', 'toegetreden'), ('D', 'werkgevers', 'onderwijs', 'uitgenodigd'),
    ('E', 'werknemers', 'zorg', 'opgeschort'), ('F', 'werknemers', 'zorg', 'uitgetreden'),
    ('X', 'werknemers', 'zorg', NULL);
UPDATE proef.org o SET id = rule.organisatie_vastleggen('Matrix ' || code || ' (fictief)', 'vakbond', zijde,
    ARRAY[proef.n('sector_' || sector)], fictief => true);

-- Everybody: name, organisation they may speak for, roles of their seat (NULL: none).
CREATE TABLE proef.cast (naam text PRIMARY KEY, org text, rollen text[]);
INSERT INTO proef.cast VALUES
    ('voorzitter', NULL, '{voorzitter}'), ('secretaris', NULL, '{secretaris}'),
    ('vertegenwoordiger', 'A', '{vertegenwoordiger}'), ('plaatsvervanger', 'A', '{plaatsvervanger}'),
    ('ondertekenaar', 'A', '{ondertekenaar}'), ('penvoerder', 'A', '{penvoerder}'), ('rapporteur', 'A', '{rapporteur}'),
    ('overkant', 'B', '{vertegenwoordiger}'), ('andere_sector', 'C', '{vertegenwoordiger}'),
    ('zonder_zetel', 'A', NULL), ('genodigde', 'D', NULL),
    ('opgeschort', 'E', '{vertegenwoordiger}'), ('uitgetreden', 'F', '{vertegenwoordiger}'),
    ('ingetrokken', 'A', '{vertegenwoordiger}'), ('mandaat_voorbij', 'A', '{vertegenwoordiger}'),
    ('toehoorder', NULL, '{toehoorder}'), ('analist_hier', NULL, '{analist}'),
    ('analist', NULL, NULL), ('beheerder', NULL, NULL), ('auditor', NULL, NULL),
    ('voorzitter_platform', NULL, NULL), ('secretaris_platform', NULL, NULL),
    ('voorzitter_elders', NULL, NULL), ('partij_elders', 'X', NULL), ('niemand', NULL, NULL);
INSERT INTO proef.wie SELECT c.naam, rule.persoon_vastleggen(c.naam, true), o.id
FROM proef.cast c LEFT JOIN proef.org o ON o.code = c.org;
UPDATE proef.wie w SET namens = rule.vertegenwoordiging_vastleggen(w.persoon, w.organisatie, 'Bestuurder', true,
    '2026-01-01', CASE w.naam WHEN 'mandaat_voorbij' THEN date '2026-02-02' END)
WHERE w.organisatie IS NOT NULL;
SELECT rule.sessie_maken(persoon, proef.sessie('m-' || naam), rule.nu()) FROM proef.wie;
SELECT rule.rol_toekennen(persoon, split_part(naam, '_', 1)) FROM proef.wie
WHERE naam IN ('analist', 'beheerder', 'auditor', 'voorzitter_platform', 'secretaris_platform');

CREATE FUNCTION proef.maak_tafel(tot text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    t bigint;
    d bigint;
    r bigint;
    o proef.org;
    c proef.cast;
    s text;
    toen timestamptz := rule.nu() - interval '1 day';
BEGIN
    INSERT INTO spr.tafel (kenmerk, titel, vraag, aangemaakt_op)
    VALUES (rule.kenmerk_geven('TT', toen), 'Matrix', 'Wie mag wat?', toen) RETURNING id INTO t;
    INSERT INTO proef.tafels VALUES (tot, t);
    FOR o IN SELECT * FROM proef.org WHERE staat IS NOT NULL LOOP
        INSERT INTO spr.deelname (tafel, organisatie, zijde, sectoren, sinds)
        VALUES (t, o.id, o.zijde, ARRAY[proef.n('sector_' || o.sector)], toen) RETURNING id INTO d;
        IF o.staat <> 'uitgenodigd' THEN
            UPDATE spr.deelname SET status = 'toegetreden', toegetreden_op = toen WHERE id = d;
        END IF;
        IF o.staat IN ('opgeschort', 'uitgetreden') THEN
            UPDATE spr.deelname SET status = o.staat,
                uitgetreden_op = CASE o.staat WHEN 'uitgetreden' THEN rule.nu() - interval '1 hour' END WHERE id = d;
        END IF;
    END LOOP;
    INSERT INTO spr.zetel (tafel, deelname, persoon, rollen, leest_vanaf, leest_tot)
    SELECT t, x.id, w.persoon, k.rollen, toen,
        CASE WHEN k.naam = 'ingetrokken' THEN rule.nu() - interval '1 hour' END
    FROM proef.cast k JOIN proef.wie w USING (naam) LEFT JOIN spr.deelname x
        ON x.tafel = t AND x.organisatie = w.organisatie WHERE k.rollen IS NOT NULL;
    INSERT INTO spr.bilateraal (tafel, ene, andere)
    SELECT t, min(x.id), max(x.id) FROM spr.deelname x JOIN proef.org y ON y.id = x.organisatie
    WHERE x.tafel = t AND y.code IN ('A', 'B') RETURNING id INTO d;
    INSERT INTO proef.waar VALUES ('bilateraal', tot, 'bilateraal:' || d), ('tafel', tot, 'tafel:' || t),
        ('voorzitterskamer', tot, 'voorzitterskamer:' || t), ('buiten', tot, 'buiten:' || t),
        ('vooroverleg_werknemers', tot, 'vooroverleg:' || t || '-werknemers'),
        ('vooroverleg_werkgevers', tot, 'vooroverleg:' || t || '-werkgevers'),
        ('organisatie', tot, 'organisatie:' || (SELECT id FROM proef.org WHERE code = 'A')),
        ('persoon', tot, 'persoon:' || (SELECT persoon FROM proef.wie WHERE naam = 'vertegenwoordiger')),
        ('register', tot, 'register'), ('toegang', tot, 'toegang');
    FOREACH s IN ARRAY ARRAY['gepland', 'open', 'dicht'] LOOP
        INSERT INTO spr.ronde (tafel, nummer, soort, vraag)
        VALUES (t, array_position(ARRAY['gepland', 'open', 'dicht'], s), 'sector', 'Wat?') RETURNING id INTO r;
        IF s <> 'gepland' THEN
            UPDATE spr.ronde SET status = 'open', geopend_op = toen WHERE id = r;
        END IF;
        IF s = 'dicht' THEN
            UPDATE spr.ronde SET status = 'gesloten', gesloten_op = toen WHERE id = r;
        END IF;
        WITH g AS (INSERT INTO spr.gesprek (tafel, ronde, sector) VALUES (t, r, proef.n('sector_zorg')),
            (t, r, proef.n('sector_onderwijs')) RETURNING id, sector)
        INSERT INTO proef.waar SELECT 'kamer_' || z.kenmerk || '_' || s, tot, 'kamer:' || g.id
        FROM g JOIN spr.sector z ON z.id = g.sector;
    END LOOP;
    IF tot <> 'concept' THEN
        UPDATE spr.tafel SET status = 'open', geopend_op = toen WHERE id = t;
        IF tot = 'opgeschort' THEN
            UPDATE spr.tafel SET status = 'opgeschort' WHERE id = t;
        ELSIF tot <> 'open' THEN
            UPDATE spr.tafel SET status = 'afgesloten', gesloten_op = toen WHERE id = t;
        END IF;
        IF tot = 'gearchiveerd' THEN
            UPDATE spr.tafel SET status = tot WHERE id = t;
        END IF;
    END IF;
    RETURN t;
END $$;
SELECT proef.maak_tafel(s) FROM unnest(ARRAY['concept', 'open', 'opgeschort', 'afgesloten', 'gearchiveerd']) s;

-- Elsewhere: a tafel where the one chairs and X has a seat.
DO $$
DECLARE
    t bigint;
    d bigint;
BEGIN
    INSERT INTO spr.tafel (kenmerk, titel, vraag, aangemaakt_op)
    VALUES (rule.kenmerk_geven('TT', rule.nu()), 'Elders', 'Wat?', rule.nu()) RETURNING id INTO t;
    UPDATE spr.tafel SET status = 'open', geopend_op = rule.nu() WHERE id = t;
    INSERT INTO spr.deelname (tafel, organisatie, zijde, sectoren, sinds)
    SELECT t, id, zijde, ARRAY[proef.n('sector_zorg')], rule.nu() FROM proef.org WHERE code = 'X' RETURNING id INTO d;
    UPDATE spr.deelname SET status = 'toegetreden', toegetreden_op = rule.nu() WHERE id = d;
    INSERT INTO spr.zetel (tafel, deelname, persoon, rollen, leest_vanaf)
    SELECT t, CASE naam WHEN 'partij_elders' THEN d END, persoon,
        CASE naam WHEN 'partij_elders' THEN '{vertegenwoordiger}'::text[] ELSE '{voorzitter}' END, rule.nu()
    FROM proef.wie WHERE naam IN ('partij_elders', 'voorzitter_elders');
END $$;
