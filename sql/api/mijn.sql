-- What is of one person, over all tafels, and the sjablonen to make a tafel from.
-- Invariant: as in momentopname.sql: one moment, and never past what the reader may see.

CREATE OR REPLACE FUNCTION api.sjabloon_lijst(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF rule.lezer(sessie) IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, jsonb_build_object('sjablonen', (
        SELECT jsonb_agg(rule.sjabloon_beeld(s) ORDER BY s.volgorde)
        FROM spr.sjabloon s))::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.sjabloon_lijst(text, text) IS 'sjabloon.lijst: the usual one first.';

CREATE OR REPLACE FUNCTION api.mijn_pagina(sessie text, verzoek text) RETURNS SETOF api.regel
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie bigint := rule.lezer(sessie);
BEGIN
    IF wie IS NULL THEN
        RETURN NEXT ('weigering', NULL, NULL, rule.fout('sessie_verlopen'))::api.regel;
        RETURN;
    END IF;
    RETURN NEXT ('antwoord', NULL, NULL, rule.mijn_pagina(wie, rule.nu())::text)::api.regel;
END $$;
COMMENT ON FUNCTION api.mijn_pagina(text, text) IS
    'mijn.pagina: what is asked of this person, promised by and written down for their parties.';
