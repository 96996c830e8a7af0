-- A paper of the meeting that goes on now which is a file, sent as any other: a page of pdf, invented.

-- A pdf of one page (ISO 32000-2, 7.5): its objects, where each begins, and the end.
CREATE FUNCTION demo.pdf(titel text, VARIADIC regels text[]) RETURNS bytea LANGUAGE plpgsql AS $$
DECLARE
    inhoud text := E'BT /F1 18 Tf 72 760 Td (' || titel || E') Tj /F1 12 Tf 0 -18 Td\n'
        || (SELECT string_agg('0 -18 Td (' || r || ') Tj', E'\n' ORDER BY n)
            FROM unnest(regels) WITH ORDINALITY AS x (r, n)) || E'\nET';
    delen text[] := ARRAY['<</Type/Catalog/Pages 2 0 R/Lang(nl)>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
        format(E'<</Length %s>>stream\n%s\nendstream', octet_length(inhoud), inhoud),
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
    uit text := E'%PDF-1.7\n';
    lijst text := format(E'xref\n0 %s\n0000000000 65535 f \n', cardinality(delen) + 1);
BEGIN
    FOR i IN 1 .. cardinality(delen) LOOP
        lijst := lijst || lpad(octet_length(uit)::text, 10, '0') || E' 00000 n \n';
        uit := uit || format(E'%s 0 obj\n%s\nendobj\n', i, delen[i]);
    END LOOP;
    RETURN convert_to(format(E'%s%strailer\n<</Size %s/Root 1 0 R>>\nstartxref\n%s\n%%%%EOF\n',
        uit, lijst, cardinality(delen) + 1, octet_length(uit)), 'UTF8');
END $$;

DO $$
DECLARE
    t constant text := 'weerbaarheid';
    wie constant text := 'secretaris';
    bytes bytea := demo.pdf('Noodopvang in de wijk: drie manieren', 'Een verzonnen notitie bij deze demonstratie.', '',
        '1. Elke gemeente richt een eigen plek in.', '2. Scholen en verpleeghuizen delen hun ruimte.',
        '3. De veiligheidsregio wijst plekken aan.', '',
        'Vraag aan de tafel: wat vraagt elke manier van uw sector?');
    b text;
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM demo.doe(wie, demo.net(5 * 1440 - 8), 'bestand.beginnen', t, jsonb_build_object('naam', 'notitie noodopvang.pdf',
        'grootte', octet_length(bytes), 'sha256', encode(sha256(bytes), 'hex')));
    b := (SELECT max(x.id)::text FROM spr.bestand x);
    PERFORM demo.doe(wie, demo.net(5 * 1440 - 8), 'bestand.deel', t, jsonb_build_object('bestand', b, 'nr', 0,
        'bytes', jsonb_build_array(translate(encode(bytes, 'base64'), E'\n', ''))));
    PERFORM demo.doe(wie, demo.net(5 * 1440 - 8), 'bestand.afronden', t, demo.a('bestand', b));
    PERFORM demo.doe(wie, demo.net(5 * 1440 - 8), 'stuk.toevoegen', t, demo.a('titel', 'Notitie over noodopvang (verzonnen)',
        'bestand', b, 'agendapunt', demo.punt('vierde', 2)));
END $$;
