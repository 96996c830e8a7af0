-- Big logs and many tafels, made fast: rows copied with other numbers, past triggers and foreign keys.
-- What comes of it is for measuring only; chains of copied events do not hold.
-- Needs bench.plek (world.sql) and one real bijdrage at its first tafel; as the superuser.

-- Copies 1…aantal of the rows r of a table; `anders` has an expression for each field that differs in
-- copy n. Fields that the table does not have are passed over: the log may be kept otherwise one day.
CREATE OR REPLACE FUNCTION bench.kopieer(tabel text, waar text, aantal bigint, anders jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    velden text;
    waarden text;
BEGIN
    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum),
        string_agg(coalesce(anders ->> attname, 'r.' || quote_ident(attname)), ', ' ORDER BY attnum)
    INTO velden, waarden
    FROM pg_attribute
    WHERE attrelid = to_regclass(tabel) AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
    IF velden IS NOT NULL THEN
        EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE
            SELECT %s FROM %s r, generate_series(1::bigint, %s) n WHERE %s',
            tabel, velden, waarden, tabel, aantal, waar);
    END IF;
END $$;

-- The stream of the first tafel gets so many events more.
CREATE OR REPLACE FUNCTION bench.gebeurtenissen(aantal bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    s spr.stroom := (SELECT x FROM spr.stroom x
        WHERE naam = 'tafel:' || (SELECT tafel FROM bench.plek WHERE nr = 1));
    b bigint := (SELECT max(id) FROM spr.bijdrage);
    hier text := format('r.stroom = %s AND r.seq = %s', s.id, s.seq);
    later constant text := 'r.at + n * interval ''1 microsecond''';
BEGIN
    SET LOCAL session_replication_role = replica;
    PERFORM bench.kopieer('spr.gebeurtenis', hier, aantal,
        jsonb_build_object('seq', 'r.seq + n', 'at', later));
    PERFORM bench.kopieer('spr.inhoud', hier, aantal, '{"seq": "r.seq + n"}');
    PERFORM bench.kopieer('spr.bijdrage', 'r.id = ' || b, aantal,
        '{"id": "r.id + n", "seq": "r.seq + n"}');
    PERFORM bench.kopieer('spr.sleutel', 'r.ctid = (SELECT max(ctid) FROM spr.sleutel)', aantal,
        '{"sleutel": "''groei-'' || lpad(n::text, 16, ''0'')"}');
    UPDATE spr.stroom
    SET seq = s.seq + aantal, at = s.at + aantal * interval '1 microsecond'
    WHERE id = s.id;
    PERFORM setval(pg_get_serial_sequence('spr.bijdrage', 'id'), b + aantal);
END $$;

-- So many tafels more, each like the first, with people of its own. From one copy to the next
-- identities are a million further: those of the world stay below.
CREATE OR REPLACE FUNCTION bench.tafels(aantal bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    t bigint := (SELECT tafel FROM bench.plek WHERE nr = 1);
    nummer constant text := 'r.id + n * 1000000';
    tafel constant text := 'r.tafel + n * 1000000';
    stroom constant text := format('''tafel:'' || %s + n * 1000000', t);
BEGIN
    SET LOCAL session_replication_role = replica;
    PERFORM bench.kopieer('spr.persoon',
        format('r.id IN (SELECT persoon FROM spr.zetel WHERE tafel = %s)', t), aantal,
        jsonb_build_object('id', nummer));
    PERFORM bench.kopieer('spr.tafel', 'r.id = ' || t, aantal, jsonb_build_object('id', nummer,
        'kenmerk', '''TT-2099-'' || lpad(n::text, 9, ''0'')'));
    PERFORM bench.kopieer('spr.deelname', 'r.tafel = ' || t, aantal,
        jsonb_build_object('id', nummer, 'tafel', tafel));
    PERFORM bench.kopieer('spr.onderwerp', 'r.tafel = ' || t, aantal,
        jsonb_build_object('id', nummer, 'tafel', tafel, 'stroom', stroom));
    PERFORM bench.kopieer('spr.zetel', 'r.tafel = ' || t, aantal,
        jsonb_build_object('id', nummer, 'tafel', tafel, 'deelname', 'r.deelname + n * 1000000',
            'persoon', 'r.persoon + n * 1000000'));
    PERFORM bench.kopieer('spr.stroom', format('r.naam = ''tafel:%s''', t), aantal,
        jsonb_build_object('id', nummer, 'naam', stroom));
END $$;
