-- The register: sectors, the organisations that the sources name, and fictional parties.

DO $$
DECLARE
    x record;
    bron_vso constant text := 'VSO Werkgevers, over het VSO: participanten (website, 2019)';
    bron_spr constant text := 'CAOP, verslag van de bijeenkomst van 3 februari 2026';
BEGIN
    IF NOT (SELECT nieuw FROM demo.begin) THEN
        RETURN;
    END IF;
    PERFORM rule.epoch_nieuw() WHERE NOT EXISTS (SELECT FROM spr.epoch);
    FOR x IN SELECT * FROM (VALUES
        ('zorg', 'Zorg en welzijn'), ('onderwijs', 'Onderwijs en kinderopvang'),
        ('veiligheid', 'Veiligheid'), ('cultuur', 'Cultuur en sport'),
        ('overheid', 'Openbaar bestuur')) AS s (code, naam) LOOP
        PERFORM demo.noem('sector ' || x.code, rule.sector_vastleggen(x.code, x.naam));
    END LOOP;

    -- Named in the sources.
    PERFORM demo.noem('CAOP', rule.organisatie_vastleggen('CAOP', 'facilitator', 'onafhankelijk',
        '{}', bron => bron_spr));
    PERFORM demo.noem('NLDA', rule.organisatie_vastleggen('Nederlandse Defensie Academie',
        'kennisinstelling', 'onafhankelijk', ARRAY[demo.n('sector veiligheid')],
        afkorting => 'NLDA', bron => bron_spr));
    PERFORM demo.noem('VSO', rule.organisatie_vastleggen('Verbond Sectorwerkgevers Overheid',
        'koepel', 'werkgevers', ARRAY[demo.n('sector overheid'), demo.n('sector onderwijs')],
        afkorting => 'VSO', bron => bron_vso));
    FOR x IN SELECT * FROM (VALUES
        ('Vereniging Hogescholen', NULL, 'werkgeversvereniging', 'onderwijs'),
        ('Interprovinciaal Overleg', 'IPO', 'werkgeversvereniging', 'overheid'),
        ('Ministerie van Justitie en Veiligheid', 'JenV', 'ministerie', 'veiligheid'),
        ('MBO Raad', NULL, 'werkgeversvereniging', 'onderwijs'),
        ('Ministerie van Defensie', NULL, 'ministerie', 'veiligheid'),
        ('PO-Raad', NULL, 'werkgeversvereniging', 'onderwijs'),
        ('VNG', NULL, 'werkgeversvereniging', 'overheid'),
        ('WVOI', NULL, 'werkgeversvereniging', 'onderwijs'),
        ('Ministerie van Binnenlandse Zaken en Koninkrijksrelaties', 'BZK', 'ministerie', 'overheid'),
        ('VO Raad', NULL, 'werkgeversvereniging', 'onderwijs'),
        ('Unie van Waterschappen', NULL, 'werkgeversvereniging', 'overheid'),
        ('NFU', NULL, 'werkgeversvereniging', 'zorg'),
        ('VSNU', NULL, 'werkgeversvereniging', 'onderwijs')) AS o (naam, afkorting, soort, sector) LOOP
        PERFORM demo.noem(x.naam, rule.organisatie_vastleggen(x.naam, x.soort, 'werkgevers',
            ARRAY[demo.n('sector ' || x.sector)], afkorting => x.afkorting, koepel => demo.n('VSO'),
            bron => bron_vso));
    END LOOP;
    PERFORM demo.noem('CNV Connectief', rule.organisatie_vastleggen('CNV Connectief', 'vakbond',
        'werknemers', ARRAY[demo.n('sector zorg'), demo.n('sector onderwijs'), demo.n('sector overheid')],
        website => 'https://www.cnvconnectief.nl',
        bron => 'CNV Connectief, brief aan programmacommissies, 27 juli 2023'));
    PERFORM demo.noem('CNV Overheid', rule.organisatie_vastleggen('CNV Overheid', 'vakbond',
        'werknemers', ARRAY[demo.n('sector overheid')],
        bron => 'CNV Overheid, Overheid in transitie: investeren in personeel'));
    PERFORM demo.noem('FNV', rule.organisatie_vastleggen('FNV', 'vakbond', 'werknemers',
        ARRAY[demo.n('sector zorg'), demo.n('sector overheid')],
        bron => 'FNV, nieuwsbrief voor kaderleden Lokaal, voorjaar 2021'));

    -- Invented: two sides in each of the four sectors of 3 February, each with one voice.
    FOR x IN SELECT * FROM (VALUES
        ('zorg wn', 'Vakbond Zorg Samen (fictief)', 'vakbond', 'werknemers', 'zorg',
            'Vertegenwoordiger zorg en welzijn, fictief'),
        ('zorg wg', 'Werkgevers Zorg en Welzijn (fictief)', 'werkgeversvereniging', 'werkgevers', 'zorg',
            'Vertegenwoordiger werkgevers zorg, fictief'),
        ('onderwijs wn', 'Onderwijsbond De Klas (fictief)', 'vakbond', 'werknemers', 'onderwijs',
            'Vertegenwoordiger onderwijs, fictief'),
        ('onderwijs wg', 'Schoolbesturen Samen (fictief)', 'werkgeversvereniging', 'werkgevers', 'onderwijs',
            'Vertegenwoordiger schoolbesturen, fictief'),
        ('veiligheid wn', 'Bond Veilig Werk (fictief)', 'vakbond', 'werknemers', 'veiligheid',
            'Vertegenwoordiger veiligheid, fictief'),
        ('veiligheid wg', 'Werkgevers Veiligheid (fictief)', 'werkgeversvereniging', 'werkgevers', 'veiligheid',
            'Vertegenwoordiger werkgevers veiligheid, fictief'),
        ('cultuur wn', 'Vakbond Podium en Sport (fictief)', 'vakbond', 'werknemers', 'cultuur',
            'Vertegenwoordiger cultuur en sport, fictief'),
        ('cultuur wg', 'Werkgevers Cultuur en Sport (fictief)', 'werkgeversvereniging', 'werkgevers', 'cultuur',
            'Vertegenwoordiger werkgevers cultuur, fictief')) AS o (code, naam, soort, zijde, sector, wie) LOOP
        PERFORM demo.noem('org ' || x.code, rule.organisatie_vastleggen(x.naam, x.soort, x.zijde,
            ARRAY[demo.n('sector ' || x.sector)], fictief => true));
        PERFORM demo.noem(x.code, rule.persoon_vastleggen(x.wie, true));
        PERFORM rule.vertegenwoordiging_vastleggen(demo.n(x.code), demo.n('org ' || x.code),
            'Vertegenwoordiger', x.code <> 'cultuur wg', '2026-01-01');
    END LOOP;
    -- Who joins the tafel for a real organisation is a role, and says nothing of its own.
    FOR x IN SELECT * FROM (VALUES ('CAOP'), ('NLDA')) AS o (code) LOOP
        PERFORM demo.noem('stoel ' || x.code,
            rule.persoon_vastleggen('Contactpersoon ' || x.code || ', fictief', true));
        PERFORM rule.vertegenwoordiging_vastleggen(demo.n('stoel ' || x.code), demo.n(x.code),
            'Contactpersoon', false, '2026-01-01');
    END LOOP;
    FOR x IN SELECT * FROM (VALUES ('voorzitter', 'Voorzitter, fictief'),
        ('secretaris', 'Secretaris, fictief'), ('analist', 'Analist, fictief'),
        ('beheerder', 'Beheerder, fictief')) AS r (rol, naam) LOOP
        PERFORM demo.noem(x.rol, rule.persoon_vastleggen(x.naam, true));
        PERFORM rule.rol_toekennen(demo.n(x.rol), x.rol);
    END LOOP;
    PERFORM demo.noem('toehoorder', rule.persoon_vastleggen('Toehoorder, fictief', true));
    -- The demonstration begins before this database did.
    UPDATE spr.platformrol SET van = '2026-01-01' WHERE van > '2026-01-01';
    UPDATE spr.organisatie_sector SET van = '2026-01-01' WHERE van > '2026-01-01';
END $$;
