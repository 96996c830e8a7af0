-- What a file is: its name and its bytes must say the same, and only kinds on the list are taken.
-- Nothing is unpacked or rendered here. Invariant: whatever the bytes are, the answer is yes or no
-- and never an error.

CREATE OR REPLACE FUNCTION rule.is_bestandsnaam(naam text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    -- No path, no letter that turns, hides or joins others, and what is seen is what is there.
    SELECT naam IS NOT NULL AND length(naam) BETWEEN 3 AND 120 AND octet_length(naam) <= 240
        AND naam = rule.schoon(naam)
        AND naam !~ '[\x01-\x1f\x7f-\x9f/\\:*?"<>|\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufeff\uffa0\ufff0-\uffff]'
        AND naam ~ '^[^. ](.*[^. ])?\.[A-Za-z]{2,4}$' AND naam !~ '\.\.'
$$;
COMMENT ON FUNCTION rule.is_bestandsnaam(text) IS 'A name that means the same on every machine.';

CREATE OR REPLACE FUNCTION rule.bestandssoort(naam text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    uit text := lower(substring(naam FROM '\.([A-Za-z]{2,4})$'));
BEGIN
    uit := CASE WHEN uit = 'jpeg' THEN 'jpg' ELSE uit END;
    RETURN CASE WHEN rule.mediatype(uit) IS NOT NULL THEN uit END;
END $$;
COMMENT ON FUNCTION rule.bestandssoort(text) IS 'The kind that a name claims; NULL for one that is not taken.';

CREATE OR REPLACE FUNCTION rule.mediatype(soort text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE soort
        WHEN 'pdf' THEN 'application/pdf'
        WHEN 'docx' THEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        WHEN 'xlsx' THEN 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        WHEN 'pptx' THEN 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
        WHEN 'odt' THEN 'application/vnd.oasis.opendocument.text'
        WHEN 'ods' THEN 'application/vnd.oasis.opendocument.spreadsheet'
        WHEN 'odp' THEN 'application/vnd.oasis.opendocument.presentation'
        WHEN 'txt' THEN 'text/plain; charset=utf-8'
        WHEN 'md' THEN 'text/markdown; charset=utf-8'
        WHEN 'csv' THEN 'text/csv; charset=utf-8'
        WHEN 'png' THEN 'image/png'
        WHEN 'jpg' THEN 'image/jpeg' END;
END $$;
COMMENT ON FUNCTION rule.mediatype(text) IS 'Content-Type of a kind of file; NULL for one that is not taken.';

CREATE OR REPLACE FUNCTION rule.le(b bytea, plek int, breedte int) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    n bigint := 0;
BEGIN
    FOR i IN REVERSE breedte - 1 .. 0 LOOP
        n := n * 256 + get_byte(b, plek + i);
    END LOOP;
    RETURN n;
END $$;
COMMENT ON FUNCTION rule.le(bytea, int, int) IS 'A little-endian number, as in PKWARE APPNOTE.';

CREATE OR REPLACE FUNCTION rule.zip_namen(inhoud bytea) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    n int := octet_length(inhoud);
    eind bytea := substr(inhoud, greatest(n - 21, 1)); -- end record (4.3.16), without a comment
    lijst bytea;
    plek int := 0;
    verder int;
    uitgepakt bigint := 0;
    namen text[] := '{}';
BEGIN
    -- The list ends where the end record begins and the first file begins at byte 0: nothing is
    -- glued before or behind, and no second reading is possible.
    IF n < 100 OR substr(eind, 1, 8) <> '\x504b050600000000' OR substr(inhoud, 1, 4) <> '\x504b0304'
       OR rule.le(eind, 20, 2) <> 0 OR rule.le(eind, 8, 2) <> rule.le(eind, 10, 2)
       OR rule.le(eind, 10, 2) NOT BETWEEN 1 AND 2000 OR rule.le(eind, 12, 4) > 524288
       OR rule.le(eind, 16, 4) + rule.le(eind, 12, 4) <> n - 22 THEN
        RETURN NULL;
    END IF;
    lijst := substr(inhoud, rule.le(eind, 16, 4)::int + 1, rule.le(eind, 12, 4)::int);
    FOR i IN 1 .. rule.le(eind, 10, 2) LOOP
        IF plek + 46 > octet_length(lijst) OR substr(lijst, plek + 1, 4) <> '\x504b0102' THEN
            RETURN NULL;
        END IF;
        verder := plek + 46 + rule.le(lijst, plek + 28, 2);
        uitgepakt := uitgepakt + rule.le(lijst, plek + 24, 4);
        -- Encrypted (bits 0, 6, 13), packed in another way than office programs do, or a bomb.
        IF verder > octet_length(lijst) OR get_byte(lijst, plek + 8) & 65 <> 0
           OR get_byte(lijst, plek + 9) & 32 <> 0 OR rule.le(lijst, plek + 10, 2) NOT IN (0, 8)
           OR uitgepakt > 536870912 THEN
            RETURN NULL;
        END IF;
        namen := namen || encode(substr(lijst, plek + 47, verder - plek - 46), 'escape');
        plek := verder + (rule.le(lijst, plek + 30, 2) + rule.le(lijst, plek + 32, 2))::int;
    END LOOP;
    RETURN CASE WHEN plek = octet_length(lijst) THEN namen END;
END $$;
COMMENT ON FUNCTION rule.zip_namen(bytea) IS
    'Names in a zip, from its list alone; NULL for one that is not plain and sound.';

CREATE OR REPLACE FUNCTION rule.is_kantoorstuk(inhoud bytea, soort text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    namen text[] := rule.zip_namen(inhoud);
    media bytea := convert_to(rule.mediatype(soort), 'UTF8');
BEGIN
    IF namen IS NULL OR EXISTS (SELECT FROM unnest(namen) x
        WHERE lower(x) ~ '(vbaproject|vbadata|activex|macrosheets)' OR x ~ '^(Basic|Scripts)/'
            OR x ~ '(^|/)\.\.(/|$)|^/|\\') THEN
        RETURN false;
    ELSIF soort IN ('odt', 'ods', 'odp') THEN
        -- ODF 1.3 part 2, 3.3: the first file is called mimetype, is not packed, and has no extra.
        RETURN substr(inhoud, 31, 8) = 'mimetype' AND rule.le(inhoud, 28, 2) = 0
            AND rule.le(inhoud, 8, 2) = 0 AND rule.le(inhoud, 26, 2) = 8
            AND substr(inhoud, 39, octet_length(media) + 2) = media || '\x504b'
            AND namen @> '{content.xml,META-INF/manifest.xml}';
    END IF;
    RETURN namen @> ARRAY['[Content_Types].xml', CASE soort WHEN 'docx' THEN 'word/document.xml'
        WHEN 'xlsx' THEN 'xl/workbook.xml' ELSE 'ppt/presentation.xml' END];
END $$;
COMMENT ON FUNCTION rule.is_kantoorstuk(bytea, text) IS
    'A document of an office program, of this kind, without macros.';

CREATE OR REPLACE FUNCTION rule.is_platte_tekst(inhoud bytea) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    tekst text;
BEGIN
    IF position('\x00'::bytea IN inhoud) > 0 THEN
        RETURN false;
    END IF;
    tekst := convert_from(inhoud, 'UTF8');
    RETURN tekst !~ '[\x01-\x08\x0b\x0e-\x1f\x7f]'
        -- What a program would run or draw is no text, whatever it is called.
        AND left(tekst, 1000) !~* '^[\s\ufeff]*(<|#!|%PDF|%!|\{\\rtf|MZ)';
EXCEPTION WHEN character_not_in_repertoire OR untranslatable_character THEN
    RETURN false;
END $$;
COMMENT ON FUNCTION rule.is_platte_tekst(bytea) IS 'Text in UTF-8 that is not also something else.';

CREATE OR REPLACE FUNCTION rule.is_soort(inhoud bytea, soort text) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    n int := octet_length(inhoud);
BEGIN
    CASE
    WHEN soort = 'pdf' THEN -- ISO 32000-2, 7.5; and no zip behind it
        RETURN substr(inhoud, 1, 5) = '%PDF-'
            AND position('%%EOF'::bytea IN substr(inhoud, greatest(n - 1023, 1))) > 0
            AND position('\x504b0506'::bytea IN substr(inhoud, greatest(n - 65557, 1))) = 0;
    WHEN soort = 'png' THEN -- ISO 15948, 5.2 and 11.2.5
        RETURN n >= 45 AND substr(inhoud, 1, 16) = '\x89504e470d0a1a0a0000000d49484452'
            AND substr(inhoud, n - 11) = '\x0000000049454e44ae426082';
    WHEN soort = 'jpg' THEN -- ITU-T T.81, B.1.1.3
        RETURN n > 100 AND substr(inhoud, 1, 3) = '\xffd8ff' AND substr(inhoud, n - 1) = '\xffd9';
    WHEN soort IN ('txt', 'md', 'csv') THEN
        RETURN rule.is_platte_tekst(inhoud);
    ELSE
        RETURN rule.is_kantoorstuk(inhoud, soort);
    END CASE;
END $$;
COMMENT ON FUNCTION rule.is_soort(bytea, text) IS 'Whether the bytes are what the name says.';

CREATE OR REPLACE FUNCTION rule.beschikking(naam text) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    b bytea := convert_to(naam, 'UTF8');
BEGIN
    -- RFC 6266: a name in ASCII for who reads no other, and the real one as RFC 8187 writes it.
    RETURN 'attachment; filename="' || regexp_replace(naam, '[^A-Za-z0-9._ -]', '_', 'g')
        || '"; filename*=UTF-8''''' || (
        SELECT string_agg(CASE WHEN chr(get_byte(b, i)) ~ '^[A-Za-z0-9._-]$' THEN chr(get_byte(b, i))
            ELSE '%' || upper(lpad(to_hex(get_byte(b, i)), 2, '0')) END, '' ORDER BY i)
        FROM generate_series(0, octet_length(b) - 1) i);
END $$;
COMMENT ON FUNCTION rule.beschikking(text) IS 'Content-Disposition of a download.';
