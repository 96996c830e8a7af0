-- Notices to one person. Invariant: a notice follows from a command that was allowed, and stands
-- both in spr.bericht and in the stream of that person.

CREATE OR REPLACE FUNCTION rule.bericht_sturen(c rule.opdracht, aan bigint, soort text, ref text,
    tekst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    b spr.bericht;
BEGIN
    IF aan = c.persoon THEN
        RETURN c;
    END IF;
    INSERT INTO spr.bericht (persoon, tafel, soort, ref, tekst, op)
    VALUES (aan, c.tafel, bericht_sturen.soort, bericht_sturen.ref, bericht_sturen.tekst, c.nu)
    RETURNING * INTO b;
    RETURN rule.boek(c, 'persoon:' || aan, 'bericht.ontvangen', 'bericht:' || b.id,
        jsonb_build_object('berichten', jsonb_build_array(rule.beeld(b))));
END $$;
COMMENT ON FUNCTION rule.bericht_sturen(rule.opdracht, bigint, text, text, text) IS
    'Tell one person; nobody is told of what they did themselves.';

CREATE OR REPLACE FUNCTION rule.bericht_aan_partij(c rule.opdracht, organisatie bigint,
    soort text, ref text, tekst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    wie bigint;
BEGIN
    FOR wie IN
        SELECT DISTINCT v.persoon FROM spr.vertegenwoordiging v
        WHERE v.organisatie = bericht_aan_partij.organisatie AND v.van <= rule.dag(c.nu)
            AND (v.tot IS NULL OR v.tot >= rule.dag(c.nu))
        ORDER BY v.persoon
    LOOP
        c := rule.bericht_sturen(c, wie, soort, ref, tekst);
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.bericht_aan_partij(rule.opdracht, bigint, text, text, text) IS
    'Tell everybody who may speak for an organisation today.';

CREATE OR REPLACE FUNCTION rule.bericht_aan_lezers(c rule.opdracht, organisatie bigint,
    stroom text, soort text, ref text, tekst text) RETURNS rule.opdracht
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    wie bigint;
BEGIN
    FOR wie IN
        SELECT DISTINCT z.persoon FROM spr.zetel z JOIN spr.deelname d ON d.id = z.deelname
        WHERE z.tafel = c.tafel AND z.leest_tot IS NULL
            AND d.organisatie = bericht_aan_lezers.organisatie
            AND rule.mag_stroom(z.persoon, NULL, stroom, 'lezen', c.nu)
        ORDER BY z.persoon
    LOOP
        c := rule.bericht_sturen(c, wie, soort, ref, tekst);
    END LOOP;
    RETURN c;
END $$;
COMMENT ON FUNCTION rule.bericht_aan_lezers(rule.opdracht, bigint, text, text, text, text) IS
    'Tell who sits for an organisation and reads the stream that the notice is about.';
