-- What a file is: name and bytes must say the same. Every kind once as it should be, and then what
-- somebody could try.
BEGIN;
SELECT * FROM no_plan();

CREATE FUNCTION pg_temp.le(n bigint, breedte int) RETURNS bytea LANGUAGE sql AS
    $$ SELECT string_agg(set_byte('\x00', 0, ((n >> (8 * i)) & 255)::int), ''::bytea ORDER BY i)
       FROM generate_series(0, breedte - 1) i $$;

-- A zip of PKWARE APPNOTE 6.3.10, nothing packed.
CREATE FUNCTION pg_temp.zip(namen text[], inhoud bytea[], vlag int DEFAULT 0, groot bigint DEFAULT NULL)
RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
    alles bytea := '';
    lijst bytea := '';
    naam bytea;
    gelijk bytea;
BEGIN
    FOR i IN 1 .. cardinality(namen) LOOP
        naam := convert_to(namen[i], 'UTF8');
        gelijk := pg_temp.le(20, 2) || pg_temp.le(vlag, 2) || pg_temp.le(0, 2) || pg_temp.le(0, 8)
            || pg_temp.le(octet_length(inhoud[i]), 4)
            || pg_temp.le(coalesce(groot, octet_length(inhoud[i])), 4)
            || pg_temp.le(octet_length(naam), 2) || pg_temp.le(0, 2);
        lijst := lijst || '\x504b0102' || pg_temp.le(20, 2) || gelijk || pg_temp.le(0, 10)
            || pg_temp.le(octet_length(alles), 4) || naam;
        alles := alles || '\x504b0304' || gelijk || naam || inhoud[i];
    END LOOP;
    RETURN alles || lijst || '\x504b0506' || pg_temp.le(0, 4) || pg_temp.le(cardinality(namen), 2)
        || pg_temp.le(cardinality(namen), 2) || pg_temp.le(octet_length(lijst), 4)
        || pg_temp.le(octet_length(alles), 4) || pg_temp.le(0, 2);
END $$;
CREATE FUNCTION pg_temp.odf(soort text, extra text DEFAULT 'meta.xml') RETURNS bytea LANGUAGE sql AS
    $$ SELECT pg_temp.zip(ARRAY['mimetype', 'content.xml', 'META-INF/manifest.xml', extra],
        ARRAY[convert_to(rule.mediatype(soort), 'UTF8'), '<a/>', '<b/>', '<c/>']::bytea[]) $$;
CREATE FUNCTION pg_temp.ooxml(deel text, extra text DEFAULT 'docProps/app.xml', vlag int DEFAULT 0,
    groot bigint DEFAULT NULL) RETURNS bytea LANGUAGE sql AS
    $$ SELECT pg_temp.zip(ARRAY['[Content_Types].xml', deel, extra],
        ARRAY['<a/>', '<b/>', '<c/>']::bytea[], vlag, groot) $$;

CREATE TEMP TABLE proef (soort text, goed boolean, wat text, inhoud bytea);
INSERT INTO proef VALUES
('pdf', true, 'a pdf', E'%PDF-1.7\nx\n%%EOF\n'),
('pdf', false, 'a pdf with something before it', E'<html>%PDF-1.7\n%%EOF'),
('pdf', false, 'a pdf that was cut off', E'%PDF-1.7\nhalf'),
('pdf', false, 'a pdf that is also a zip', E'%PDF-1.7\n%%EOF\n'::bytea || pg_temp.ooxml('word/document.xml')),
('pdf', false, 'text', 'Dag'),
('docx', true, 'a docx', pg_temp.ooxml('word/document.xml')),
('xlsx', true, 'an xlsx', pg_temp.ooxml('xl/workbook.xml')),
('pptx', true, 'a pptx', pg_temp.ooxml('ppt/presentation.xml')),
('xlsx', false, 'a docx called xlsx', pg_temp.ooxml('word/document.xml')),
('docx', false, 'a zip without a document', pg_temp.zip('{a.exe}', ARRAY['MZ']::bytea[])),
('docx', false, 'a docm called docx', pg_temp.ooxml('word/document.xml', 'word/vbaProject.bin')),
('xlsx', false, 'old macros', pg_temp.ooxml('xl/workbook.xml', 'xl/macrosheets/sheet1.xml')),
('docx', false, 'an encrypted zip', pg_temp.ooxml('word/document.xml', vlag => 1)),
('docx', false, 'a bomb', pg_temp.ooxml('word/document.xml', groot => 4294967295)),
('docx', false, 'a name that climbs', pg_temp.ooxml('word/document.xml', '../../x')),
('docx', false, 'a docx that was cut off', substr(pg_temp.ooxml('word/document.xml'), 1, 150)),
('docx', false, 'a program with a docx behind it', 'MZ'::bytea || pg_temp.ooxml('word/document.xml')),
('docx', false, 'a docx with more behind it', pg_temp.ooxml('word/document.xml') || 'x'::bytea),
('docx', false, 'Office with a password', '\xd0cf11e0a1b11ae1'::bytea || convert_to(repeat('x', 200), 'UTF8')),
('odt', true, 'an odt', pg_temp.odf('odt')),
('ods', true, 'an ods', pg_temp.odf('ods')),
('odp', true, 'an odp', pg_temp.odf('odp')),
('odt', false, 'an ods called odt', pg_temp.odf('ods')),
('odt', false, 'an odt with a macro', pg_temp.odf('odt', 'Basic/Standard/Module1.xml')),
('txt', true, 'text', convert_to(E'Eén regel\r\nen nog een\t.', 'UTF8')),
('md', true, 'markdown', '# Kop'),
('csv', true, 'numbers', E'a;b\n1;2\n'),
('txt', false, 'text in another code', '\x45e96e'),
('txt', false, 'text with a NUL', '\x61006200'),
('txt', false, 'a page', '  <!doctype html><script>'),
('txt', false, 'a drawing', '<svg onload=alert(1)>'),
('md', false, 'a script', E'#!/bin/sh\nrm'),
('csv', false, 'a pdf', E'%PDF-1.7\n%%EOF'),
('png', true, 'a png', '\x89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082'),
('png', false, 'a png with more behind it', '\x89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082ff'),
('png', false, 'a jpg', '\xffd8ff'::bytea || convert_to(repeat('x', 100), 'UTF8') || '\xffd9'),
('jpg', true, 'a jpg', '\xffd8ff'::bytea || convert_to(repeat('x', 100), 'UTF8') || '\xffd9'),
('jpg', false, 'a jpg that was cut off', '\xffd8ff'::bytea || convert_to(repeat('x', 100), 'UTF8'));
SELECT is(rule.is_soort(inhoud, soort), goed, soort || ': ' || wat) FROM proef;

-- Cut anywhere, and with any one byte changed: an answer, never an error.
SELECT lives_ok($$ SELECT rule.is_soort(substr(inhoud, 1, n), soort)
    FROM proef, generate_series(1, octet_length(inhoud)) n WHERE goed $$, 'cut at every byte');
SELECT lives_ok($$ SELECT rule.is_soort(set_byte(inhoud, n, 255), soort)
    FROM proef, generate_series(0, octet_length(inhoud) - 1) n WHERE goed $$, 'each byte changed');

SELECT ok(rule.is_bestandsnaam(n), 'a good name: ' || n) FROM unnest(ARRAY['a.txt',
    'Notitie – één (2).pdf', 'x.tar.docx', 'брiф.odt']) n;
SELECT ok(NOT rule.is_bestandsnaam(n), 'a bad name: ' || n) FROM unnest(ARRAY['a/b.txt', 'a\b.txt', '.a.txt',
    '..txt', 'a..txt', 'a .txt', ' a.txt', 'a.txt ', E'a\u202etxt.pdf', E'a\u2066.pdf', E'a\u00a0.pdf ',
    E'e\u0301.txt', 'a.txt.', 'txt', 'a:b.txt', 'a"b.txt', E'a\nb.txt', repeat('a', 118) || '.txt']) n;
SELECT is(rule.beschikking('één "x".pdf'),
    'attachment; filename="__n _x_.pdf"; filename*=UTF-8''''%C3%A9%C3%A9n%20%22x%22.pdf',
    'a name in a header cannot end it');
SELECT * FROM finish();
ROLLBACK;
