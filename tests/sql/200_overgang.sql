-- as: postgres
-- Every state machine, every pair of states: the database itself refuses each transition that the
-- lists below do not allow, whoever asks. The lists are written by hand, from the domain.
BEGIN;
SELECT * FROM no_plan();

CREATE TEMP TABLE machine (entiteit text, staten text[], mag text[], verzet text);
INSERT INTO machine VALUES
('tafel', '{concept,open,opgeschort,afgesloten,gearchiveerd}',
    '{concept>open,open>opgeschort,opgeschort>open,open>afgesloten,opgeschort>afgesloten,afgesloten>gearchiveerd}',
    'geopend_op = now(), gesloten_op = now()'),
('deelname', '{uitgenodigd,toegetreden,opgeschort,uitgetreden}',
    '{uitgenodigd>toegetreden,uitgenodigd>uitgetreden,toegetreden>opgeschort,opgeschort>toegetreden,toegetreden>uitgetreden,opgeschort>uitgetreden}',
    $$toegetreden_op = now(), uitgetreden_op = CASE WHEN %L = 'uitgetreden' THEN now() END$$),
('ronde', '{gepland,open,gesloten,voorlopig_samengevat,samengevat}',
    '{gepland>open,open>gesloten,gesloten>voorlopig_samengevat,gesloten>samengevat,voorlopig_samengevat>samengevat}',
    $$geopend_op = CASE WHEN %1$L <> 'gepland' THEN now() END,
      gesloten_op = CASE WHEN %1$L NOT IN ('gepland', 'open') THEN now() END$$),
('gesprek', '{gepland,open,voorlopig_samengevat,samengevat,ontheven}',
    '{gepland>open,open>voorlopig_samengevat,open>samengevat,open>ontheven,voorlopig_samengevat>samengevat}',
    $$ontheven_door = CASE WHEN %1$L = 'ontheven' THEN (SELECT min(id) FROM spr.persoon) END,
      ontheven_reden = CASE WHEN %1$L = 'ontheven' THEN 'Afwezig.' END,
      ontheven_op = CASE WHEN %1$L = 'ontheven' THEN now() END$$),
('synthese', '{concept,bevestigd}', '{concept>bevestigd}',
    $$bevestigd_door = CASE WHEN %1$L = 'bevestigd' THEN (SELECT min(id) FROM spr.persoon) END,
      bevestigd_op = CASE WHEN %1$L = 'bevestigd' THEN now() END$$),
('onderwerp', '{open,gesloten}', '{open>gesloten,gesloten>open}',
    $$gesloten_op = CASE WHEN %L = 'gesloten' THEN now() END$$),
('bijdrage', '{geplaatst,verborgen,ingetrokken}',
    '{geplaatst>verborgen,verborgen>geplaatst,geplaatst>ingetrokken,verborgen>ingetrokken}',
    $$reden = 'Daarom.', tekst = CASE WHEN %L <> 'ingetrokken' THEN 'Tekst.' END$$),
('keuzevraag', '{ingebracht,gevolgen_gevraagd,besluitrijp,besloten,ingetrokken}',
    '{ingebracht>gevolgen_gevraagd,ingebracht>besluitrijp,gevolgen_gevraagd>besluitrijp,besluitrijp>besloten,ingebracht>ingetrokken,gevolgen_gevraagd>ingetrokken,besluitrijp>ingetrokken,besluitrijp>gevolgen_gevraagd,besluitrijp>ingebracht}',
    $$gevolgen_voor = now(), reden = CASE WHEN %L = 'ingetrokken' THEN 'Daarom.' END$$),
('gevolg', '{gevraagd,opgetekend,afgestemd,verschil_van_inzicht,te_herbevestigen,niet_beantwoord}',
    '{gevraagd>opgetekend,gevraagd>afgestemd,gevraagd>niet_beantwoord,niet_beantwoord>opgetekend,niet_beantwoord>afgestemd,opgetekend>afgestemd,opgetekend>verschil_van_inzicht,afgestemd>opgetekend,afgestemd>verschil_van_inzicht,verschil_van_inzicht>opgetekend,verschil_van_inzicht>afgestemd,opgetekend>te_herbevestigen,afgestemd>te_herbevestigen,verschil_van_inzicht>te_herbevestigen,niet_beantwoord>te_herbevestigen,niet_beantwoord>gevraagd,te_herbevestigen>opgetekend,te_herbevestigen>niet_beantwoord}',
    $$zijde = CASE WHEN %L <> '' THEN 'werknemers' END$$),
('besluit', '{concept,geagendeerd,conclusie_voorgelegd,stemming,onder_voorbehoud,uitkomst}',
    '{concept>conclusie_voorgelegd,concept>uitkomst,conclusie_voorgelegd>geagendeerd,conclusie_voorgelegd>stemming,conclusie_voorgelegd>uitkomst,geagendeerd>conclusie_voorgelegd,geagendeerd>uitkomst,stemming>conclusie_voorgelegd,stemming>uitkomst,conclusie_voorgelegd>onder_voorbehoud,stemming>onder_voorbehoud,onder_voorbehoud>conclusie_voorgelegd,onder_voorbehoud>geagendeerd,onder_voorbehoud>uitkomst}',
    $$uitkomst = CASE WHEN %1$L IN ('geagendeerd', 'uitkomst') THEN 'aangehouden'
                      WHEN %1$L = 'onder_voorbehoud' THEN 'onder_voorbehoud' END,
      uitkomst_op = CASE WHEN %1$L IN ('geagendeerd', 'uitkomst', 'onder_voorbehoud') THEN now() END,
      tot = now()$$),
('stemming', '{open,gesloten,afgebroken}', '{open>gesloten,open>afgebroken}',
    $$gesloten_op = CASE WHEN %1$L <> 'open' THEN now() END,
      uitslag = CASE WHEN %1$L = 'gesloten' THEN '[]'::jsonb END,
      uitkomst = CASE WHEN %1$L = 'gesloten' THEN 'verworpen' END$$),
('toezegging', '{voorgesteld,aanvaard,loopt,vertraagd,nagekomen,deels,niet_nagekomen,overgedragen,ingetrokken}',
    '{voorgesteld>aanvaard,voorgesteld>ingetrokken,aanvaard>loopt,aanvaard>vertraagd,aanvaard>nagekomen,aanvaard>deels,aanvaard>niet_nagekomen,aanvaard>overgedragen,loopt>vertraagd,loopt>nagekomen,loopt>deels,loopt>niet_nagekomen,loopt>overgedragen,vertraagd>loopt,vertraagd>nagekomen,vertraagd>deels,vertraagd>niet_nagekomen,vertraagd>overgedragen}',
    $$aanvaard_door = CASE WHEN %1$L NOT IN ('voorgesteld', 'ingetrokken') THEN (SELECT min(id) FROM spr.persoon) END,
      aanvaard_op = CASE WHEN %1$L NOT IN ('voorgesteld', 'ingetrokken') THEN now() END$$),
('bijeenkomst', '{gepland,geopend,geschorst,gesloten,afgelast}',
    '{gepland>geopend,gepland>afgelast,geopend>geschorst,geopend>gesloten,geschorst>geopend,geschorst>gesloten}',
    $$geopend_door = CASE WHEN %1$L IN ('geopend', 'geschorst', 'gesloten') THEN (SELECT min(id) FROM spr.persoon) END,
      geopend_op = CASE WHEN %1$L IN ('geopend', 'geschorst', 'gesloten') THEN now() END,
      gesloten_door = CASE WHEN %1$L = 'gesloten' THEN (SELECT min(id) FROM spr.persoon) END,
      gesloten_op = CASE WHEN %1$L = 'gesloten' THEN now() END,
      geschorst_op = CASE WHEN %1$L = 'geschorst' THEN now() END,
      schorsing_tot = CASE WHEN %1$L = 'geschorst' THEN now() END,
      reden = CASE WHEN %1$L = 'afgelast' THEN 'Daarom.' END$$),
('agendapunt', '{open,aan_de_orde,behandeld,aangehouden,vervallen}',
    '{open>aan_de_orde,open>behandeld,open>aangehouden,open>vervallen,aan_de_orde>behandeld,aan_de_orde>aangehouden,behandeld>aan_de_orde,behandeld>aangehouden,aangehouden>aan_de_orde,aangehouden>behandeld}',
    $$afgerond_door = CASE WHEN %1$L IN ('behandeld', 'aangehouden') THEN (SELECT min(id) FROM spr.persoon) END,
      afgerond_op = CASE WHEN %1$L IN ('behandeld', 'aangehouden') THEN now() END$$),
('spreekbeurt', '{wacht,spreekt,geweest,vervallen}', '{wacht>spreekt,wacht>vervallen,spreekt>geweest}',
    $$begonnen_op = CASE WHEN %1$L IN ('spreekt', 'geweest') THEN now() END,
      geeindigd_op = CASE WHEN %1$L IN ('geweest', 'vervallen') THEN now() END$$),
('actiepunt', '{open,klaar,vervallen}', '{open>klaar,open>vervallen}',
    $$afgerond_door = CASE WHEN %1$L <> 'open' THEN (SELECT min(id) FROM spr.persoon) END,
      afgerond_op = CASE WHEN %1$L <> 'open' THEN now() END$$),
('verslag', '{concept,ter_reactie,vastgesteld}', '{concept>ter_reactie,ter_reactie>vastgesteld}',
    $$voorgelegd_tekst = CASE WHEN %1$L <> 'concept' THEN 'Tekst.' END,
      voorgelegd_versie = CASE WHEN %1$L <> 'concept' THEN 1 END,
      voorgelegd_door = CASE WHEN %1$L <> 'concept' THEN (SELECT min(id) FROM spr.persoon) END,
      voorgelegd_op = CASE WHEN %1$L <> 'concept' THEN now() END,
      termijn = CASE WHEN %1$L <> 'concept' THEN now() END,
      vastgesteld_door = CASE WHEN %1$L = 'vastgesteld' THEN (SELECT min(id) FROM spr.persoon) END,
      vastgesteld_op = CASE WHEN %1$L = 'vastgesteld' THEN now() END$$),
('knelpunt', '{open,termijn_verstreken,opgepakt,opgelost,vervallen}',
    '{open>termijn_verstreken,open>opgepakt,open>opgelost,open>vervallen,termijn_verstreken>open,termijn_verstreken>opgepakt,termijn_verstreken>opgelost,termijn_verstreken>vervallen,opgepakt>open,opgepakt>termijn_verstreken,opgepakt>opgelost,opgepakt>vervallen}',
    $$verstreken_op = CASE WHEN %1$L <> 'open' THEN now() END,
      uitkomst = CASE WHEN %1$L IN ('opgelost', 'vervallen') THEN 'Klaar.' END,
      afgehandeld_door = CASE WHEN %1$L IN ('opgelost', 'vervallen') THEN (SELECT min(id) FROM spr.persoon) END,
      afgehandeld_op = CASE WHEN %1$L IN ('opgelost', 'vervallen') THEN now() END$$),
('bedenking', '{ingediend,in_gesprek,tegemoetgekomen,gehandhaafd,ingetrokken}',
    '{ingediend>in_gesprek,ingediend>tegemoetgekomen,ingediend>gehandhaafd,ingediend>ingetrokken,in_gesprek>tegemoetgekomen,in_gesprek>gehandhaafd,in_gesprek>ingetrokken,gehandhaafd>in_gesprek,gehandhaafd>tegemoetgekomen,gehandhaafd>ingetrokken}',
    $$afgedaan_door = CASE WHEN %1$L NOT IN ('ingediend', 'in_gesprek') THEN (SELECT min(id) FROM spr.persoon) END,
      afgedaan_via = CASE WHEN %1$L NOT IN ('ingediend', 'in_gesprek') THEN 'platform' END,
      afgedaan_op = CASE WHEN %1$L NOT IN ('ingediend', 'in_gesprek') THEN now() END$$),
('voorbereiding', '{opgesteld,ingestemd,verzonden,ingetrokken}',
    '{opgesteld>ingestemd,opgesteld>verzonden,opgesteld>ingetrokken,ingestemd>opgesteld,ingestemd>verzonden,ingestemd>ingetrokken}',
    $$ingestemd_door = CASE WHEN %1$L = 'ingestemd' THEN (SELECT max(id) FROM spr.persoon) END,
      ingestemd_op = CASE WHEN %1$L = 'ingestemd' THEN now() END,
      afgesloten_door = CASE WHEN %1$L IN ('verzonden', 'ingetrokken') THEN (SELECT min(id) FROM spr.persoon) END,
      afgesloten_op = CASE WHEN %1$L IN ('verzonden', 'ingetrokken') THEN now() END$$),
('doorgeleiding', '{verstuurd,geen_antwoord,overgenomen,aangepast,afgewezen}',
    '{verstuurd>overgenomen,verstuurd>aangepast,verstuurd>afgewezen,verstuurd>geen_antwoord,geen_antwoord>overgenomen,geen_antwoord>aangepast,geen_antwoord>afgewezen,overgenomen>aangepast,overgenomen>afgewezen,aangepast>overgenomen,aangepast>afgewezen,afgewezen>overgenomen,afgewezen>aangepast}',
    $$toelichting = 'Zo.', antwoord_door = CASE WHEN %1$L NOT IN ('verstuurd', 'geen_antwoord') THEN (SELECT min(id) FROM spr.persoon) END,
      antwoord_op = CASE WHEN %1$L NOT IN ('verstuurd', 'geen_antwoord') THEN now() END$$),
('volmacht', '{gegeven,ingetrokken,vervallen}', '{gegeven>ingetrokken,gegeven>vervallen}',
    $$beeindigd_door = CASE WHEN %1$L <> 'gegeven' THEN (SELECT min(id) FROM spr.persoon) END,
      beeindigd_op = CASE WHEN %1$L <> 'gegeven' THEN now() END$$),
('amendement', '{open,overgenomen,verworpen,ingetrokken,achterhaald,vervallen}',
    '{open>overgenomen,open>verworpen,open>ingetrokken,open>achterhaald,open>vervallen}',
    $$afgedaan_via = CASE WHEN %1$L <> 'open' THEN 'platform' END,
      afgedaan_op = CASE WHEN %1$L <> 'open' THEN now() END$$);

INSERT INTO spr.synthese (tafel, ronde, versie, zwijgend, geordend_door, geordend_op)
VALUES (proef.n('vol'), proef.n('vol_ronde'), 1, '{}', proef.n('persoon_sem'), now());

DO $$
DECLARE
    k bigint;
    b bigint;
BEGIN
    INSERT INTO spr.keuzevraag (tafel, nummer, vraag, persoon, op)
    VALUES (proef.n('tafel'), 1, 'Wat?', proef.n('persoon_sem'), now()) RETURNING id INTO k;
    INSERT INTO spr.optie (keuzevraag, nummer, titel) VALUES (k, 1, 'Dit');
    INSERT INTO spr.gevolg (tafel, keuzevraag, optie, sector, zijde)
    SELECT proef.n('tafel'), k, o.id, proef.n('sector_zorg'), 'werknemers' FROM spr.optie o;
    INSERT INTO spr.bedenking (tafel, keuzevraag, organisatie, graad, tekst, persoon, via, op)
    VALUES (proef.n('tafel'), k, proef.n('org_vz'), 'wens', 'Graag eerder.', proef.n('persoon_sem'), 'platform', now());
    INSERT INTO spr.voorbereiding (tafel, organisatie, opdracht, args, persoon, op)
    VALUES (proef.n('tafel'), proef.n('org_vz'), 'standpunt.innemen', '{}', proef.n('persoon_sem'), now());
    INSERT INTO spr.besluit (tafel, kenmerk, soort, titel, tekst, persoon, op)
    VALUES (proef.n('tafel'), 'B-2026-001', 'conclusie', 'Dit', 'Wij willen dit.', proef.n('persoon_sem'), now())
    RETURNING id INTO b;
    INSERT INTO spr.amendement (tafel, besluit, organisatie, indiener, basis, basis_tekst, tekst, persoon, via, op)
    VALUES (proef.n('tafel'), b, proef.n('org_vz'), proef.n('org_vz'), 1, 'Wij willen dit.', 'Wij willen dat.',
        proef.n('persoon_wil'), 'platform', now());
    INSERT INTO spr.stemming (tafel, besluit, methode, dt, dn, strikt, qt, qn, gewogen, sectordekking, zichtbaar, geopend_door, geopend_op)
    VALUES (proef.n('tafel'), b, 'eenvoudig', 1, 2, true, 1, 2, false, false, 'direct', proef.n('persoon_vera'), now());
    INSERT INTO spr.overlegtafel (tafel, naam, band, persoon, op)
    VALUES (proef.n('tafel'), 'Sectoroverleg', 'ontvangt', proef.n('persoon_sem'), now());
    INSERT INTO spr.doorgeleiding (tafel, besluit, overlegtafel, naam, termijn, persoon, op)
    SELECT o.tafel, b, o.id, o.naam, now(), o.persoon, now() FROM spr.overlegtafel o;
    INSERT INTO spr.volmacht (tafel, besluit, gever, gemachtigde, persoon, via, op)
    VALUES (proef.n('tafel'), b, proef.n('org_vz'), proef.n('org_wz'), proef.n('persoon_wil'), 'platform', now());
    INSERT INTO spr.toezegging (tafel, organisatie, tekst, voor, persoon, op)
    VALUES (proef.n('tafel'), proef.n('org_vz'), 'Dat doen wij.', now(), proef.n('persoon_sem'), now());
    INSERT INTO spr.bijeenkomst (tafel, nummer, titel, begint, persoon, op)
    VALUES (proef.n('tafel'), 1, 'Eerste', now(), proef.n('persoon_sem'), now()) RETURNING id INTO b;
    INSERT INTO spr.agendapunt (tafel, bijeenkomst, nummer, soort, titel)
    VALUES (proef.n('tafel'), b, 1, 'hamerstuk', 'Dit');
    INSERT INTO spr.spreekbeurt (tafel, bijeenkomst, soort, persoon, door, op)
    VALUES (proef.n('tafel'), b, 'spreekbeurt', proef.n('persoon_wil'), proef.n('persoon_wil'), now());
    INSERT INTO spr.actiepunt (tafel, nummer, wat, voor, door, op)
    VALUES (proef.n('tafel'), 1, 'Bellen.', now(), proef.n('persoon_sem'), now());
    INSERT INTO spr.verslag (tafel, bijeenkomst, tekst, persoon, op)
    VALUES (proef.n('tafel'), b, 'Tekst.', proef.n('persoon_sem'), now());
    INSERT INTO spr.knelpunt (tafel, nummer, titel, sectoren, zwaarte, handelingsruimte_tot, gevolg_van_niets_doen, persoon, via, op)
    VALUES (proef.n('tafel'), 1, 'Te weinig mensen', ARRAY[proef.n('sector_zorg')], 'knelt', now(), 'Diensten vallen uit.',
        proef.n('persoon_sem'), 'platform', now());
END $$;

CREATE FUNCTION pg_temp.probeer(m machine, van text, naar text) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    nummer bigint;
BEGIN
    EXECUTE format('SELECT max(id) FROM spr.%I', m.entiteit) INTO nummer;
    -- Bring the row into the first state by force, then ask like anybody else.
    SET LOCAL session_replication_role = replica;
    EXECUTE format('UPDATE spr.%I SET status = %L, %s WHERE id = %s', m.entiteit, van,
        format(m.verzet, van), nummer);
    SET LOCAL session_replication_role = origin;
    EXECUTE format('UPDATE spr.%I SET status = %L, %s WHERE id = %s', m.entiteit, naar,
        format(m.verzet, naar), nummer);
    RETURN 'gaat';
EXCEPTION WHEN SQLSTATE 'SP910' THEN
    SET LOCAL session_replication_role = origin;
    RETURN 'geweigerd';
END $$;

SELECT is(pg_temp.probeer(m, van, naar),
    CASE WHEN van = naar OR van || '>' || naar = ANY (m.mag) THEN 'gaat' ELSE 'geweigerd' END,
    format('%s: %s → %s', m.entiteit, van, naar))
FROM machine m, unnest(m.staten) van, unnest(m.staten) naar
ORDER BY m.entiteit, van, naar;

SELECT set_eq($$SELECT DISTINCT entiteit FROM rule.overgang$$, $$SELECT entiteit FROM machine$$,
    'every machine of the database is tried here');

-- A row is born in its first state only.
SELECT throws_ok(format($$INSERT INTO spr.onderwerp (tafel, stroom, titel, status, persoon,
    geopend_op, gesloten_op) VALUES (%s, 'tafel:1', 'Dicht', 'gesloten', %s, now(), now())$$,
    proef.n('tafel'), proef.n('persoon_vera')), 'SP910', NULL, 'no thread is born closed');
SELECT throws_ok(format($$INSERT INTO spr.tafel (kenmerk, titel, vraag, status, aangemaakt_op,
    geopend_op) VALUES ('TT-2026-900', 'T', 'V', 'open', now(), now())$$), 'SP910', NULL,
    'no tafel is born open');
SELECT throws_ok(format($$INSERT INTO spr.deelname (tafel, organisatie, zijde, status, sinds,
    toegetreden_op) VALUES (%s, %s, 'werknemers', 'toegetreden', now(), now())$$,
    proef.n('concept'), proef.n('org_vo')), 'SP910', NULL, 'nobody is born at the table');

-- What was said or decided is never deleted; a confirmed synthese never changes.
SELECT throws_ok(format('DELETE FROM spr.%I', t), 'SP911', NULL, t || ' is kept')
FROM unnest('{tafel,deelname,zetel,ronde,gesprek,punt,samenvatting,synthese,onderwerp,bijdrage,vastgelegd}'::text[]) t;
SELECT throws_ok(format('TRUNCATE spr.%I CASCADE', t), 'SP911', NULL, t || ' is not emptied')
FROM unnest('{punt,bijdrage,vastgelegd}'::text[]) t;
INSERT INTO spr.synthese (tafel, ronde, versie, zwijgend, geordend_door, geordend_op)
VALUES (proef.n('tafel'), proef.n('ronde'), 1, '{}', proef.n('persoon_sem'), now());
INSERT INTO spr.synthese_regel SELECT id, 1, 'open', 'Een regel.' FROM spr.synthese WHERE ronde = proef.n('ronde');
UPDATE spr.synthese SET status = 'bevestigd', bevestigd_door = 1, bevestigd_op = now()
WHERE ronde = proef.n('ronde');
SELECT throws_ok($$UPDATE spr.synthese_regel SET tekst = 'Een andere.'$$, 'SP911', NULL,
    'a confirmed line does not change');
SELECT throws_ok($$DELETE FROM spr.synthese_regel$$, 'SP911', NULL, 'a confirmed line stays');

SELECT * FROM finish();
ROLLBACK;
