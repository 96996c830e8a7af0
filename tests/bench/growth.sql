-- Big logs and many tafels, made fast: rows copied with other numbers, past triggers and foreign keys.
-- What comes of it is for measuring only; chains of copied events do not hold.
-- Needs bench.plek (world.sql) and one real bijdrage at its first tafel; as the superuser.

-- Copies of rows of a table; `anders` is an expression for the fields that differ in copy n.
CREATE OR REPLACE FUNCTION bench.kopieer(tabel text, waar text, aantal bigint, anders text)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    velden text := (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = to_regclass(tabel) AND attnum > 0
            AND NOT attisdropped AND attgenerated = '');
BEGIN
    IF velden IS NULL THEN
        RETURN; -- the log may be kept otherwise one day
    END IF;
    EXECUTE format('INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE
        SELECT %s FROM (SELECT x.* FROM %s r, generate_series(1, %s) n,
            LATERAL jsonb_populate_record(r, %s) x WHERE %s) kopie',
        tabel, velden, velden, tabel, aantal, anders, waar);
END $$;

-- The stream of the first tafel gets so many events more.
CREATE OR REPLACE FUNCTION bench.gebeurtenissen(aantal bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    s spr.stroom := (SELECT x FROM spr.stroom x
        WHERE naam = 'tafel:' || (SELECT tafel FROM bench.plek WHERE nr = 1));
    b bigint := (SELECT max(id) FROM spr.bijdrage);
    hier text := format('r.stroom = %s AND r.seq = %s', s.id, s.seq);
BEGIN
    SET LOCAL session_replication_role = replica;
    PERFORM bench.kopieer('spr.gebeurtenis', hier, aantal, format('jsonb_build_object(
        ''seq'', %s + n, ''at'', r.at + n * interval ''1 microsecond'')', s.seq));
    PERFORM bench.kopieer('spr.inhoud', hier, aantal, format('jsonb_build_object(''seq'', %s + n)', s.seq));
    PERFORM bench.kopieer('spr.bijdrage', format('r.id = %s', b), aantal,
        format('jsonb_build_object(''id'', %s + n, ''seq'', %s + n)', b, s.seq));
    PERFORM bench.kopieer('spr.sleutel', 'r.ctid = (SELECT max(ctid) FROM spr.sleutel)', aantal,
        '''{}''::jsonb || jsonb_build_object(''sleutel'', ''groei-'' || lpad(n::text, 16, ''0''))');
    UPDATE spr.stroom SET seq = s.seq + aantal, at = s.at + aantal * interval '1 microsecond'
    WHERE id = s.id;
    PERFORM setval(pg_get_serial_sequence('spr.bijdrage', 'id'), b + aantal);
END $$;

-- So many tafels more, each like the first, with people of its own.
CREATE OR REPLACE FUNCTION bench.tafels(aantal bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    t text := (SELECT tafel FROM bench.plek WHERE nr = 1);
    ver bigint := 1000000; -- from one copy to the next; identities of the world stay below
    x text;
BEGIN
    SET LOCAL session_replication_role = replica;
    PERFORM bench.kopieer('spr.persoon', format('r.id IN (SELECT persoon FROM spr.zetel WHERE tafel = %s)', t),
        aantal, format('jsonb_build_object(''id'', r.id + n * %s::bigint)', ver));
    PERFORM bench.kopieer('spr.tafel', 'r.id = ' || t, aantal, format(
        'jsonb_build_object(''id'', r.id + n * %s::bigint, ''kenmerk'', ''TT-2099-'' || lpad(n::text, 9, ''0''))', ver));
    FOREACH x IN ARRAY ARRAY['spr.deelname', 'spr.onderwerp'] LOOP
        PERFORM bench.kopieer(x, 'r.tafel = ' || t, aantal, format('jsonb_build_object(
            ''id'', r.id + n * %1$s::bigint, ''tafel'', r.tafel + n * %1$s::bigint)
            || CASE WHEN to_jsonb(r) ? ''stroom''
                    THEN jsonb_build_object(''stroom'', ''tafel:'' || r.tafel + n * %1$s::bigint) ELSE ''{}'' END', ver));
    END LOOP;
    PERFORM bench.kopieer('spr.zetel', 'r.tafel = ' || t, aantal, format('jsonb_build_object(
        ''id'', r.id + n * %1$s::bigint, ''tafel'', r.tafel + n * %1$s::bigint, ''deelname'', r.deelname + n * %1$s::bigint,
        ''persoon'', r.persoon + n * %1$s::bigint)', ver));
    PERFORM bench.kopieer('spr.stroom', format('r.naam = ''tafel:%s''', t), aantal, format(
        'jsonb_build_object(''id'', r.id + n * %1$s::bigint, ''naam'', ''tafel:'' || %2$s + n * %1$s::bigint)', ver, t));
END $$;
