-- The schema, as tests/sql/run --lock wrote it. Compared, never run.
api: schema
rule: schema
spr: schema
api.regel: type (soort text, stroom text, seq bigint, bytes text)
api.volgregel: type (volg integer, soort text, stroom text, seq bigint, bytes text)
rule.besluitregel: type (besluit bigint, kenmerk text, tafel bigint, tafelkenmerk text, tafeltitel text, toeschrijving text, titel text, soort text, status text, uitkomst text, reden text, op timestamp with time zone, voorgelegd_op timestamp with time zone, termijn timestamp with time zone, uitkomst_op timestamp with time zone, gebeurd_om timestamp with time zone, tot timestamp with time zone, tekst text, motivering text, samenvatting text, keuzevraag bigint, optie bigint, openbaarheid text, embargo_tot timestamp with time zone, evalueer_op timestamp with time zone, sectoren bigint[], vast text[], zicht text, gezien_tot timestamp with time zone)
rule.boeking: type (stroom text, soort text, ref text, door text, inhoud text, wist bigint[], bron bigint)
rule.boekrecht: type (mag boolean, velden text[], reden text)
rule.exportrij: type (kenmerk text, tafel text, tafel_titel text, soort text, titel text, tekst text, motivering text, samenvatting text, uitkomst text, uitkomst_reden text, uitkomst_op text, gebeurd_om text, tot text, voorgelegd_op text, termijn text, sectoren text, vast text, stemming_methode text, kiezers text, voor text, tegen text, onthouding text, neemt_niet_deel text, opkomst text, aantekeningen text, ondertekenaars text, ondertekenaars_kvk text, toezeggingen text, doorgeleidingen text, doorgeleidingen_beantwoord text, afwezig text)
rule.hoedanigheid: type (naam text, organisatie bigint, vanaf timestamp with time zone, tot timestamp with time zone, geschorst boolean)
rule.inbreng: type (organisatie bigint, via text, spreker text, gebeurd_om timestamp with time zone, bezwaar text)
rule.leesrecht: type (stroom text, vanaf timestamp with time zone, tot timestamp with time zone)
rule.loglezer: type (analist boolean, analist_bij bigint[], tafels bigint[], vanaf timestamp with time zone[], tot timestamp with time zone[])
rule.mijnplaats: type (tafel bigint, organisatie bigint, rol text, zijde text, sectoren bigint[], tekent boolean, open boolean)
rule.mijnregel: type (soort text, tafel bigint, ref text, titel text, organisatie bigint, tot timestamp with time zone, status text)
rule.opdracht: type (doe text, sessie bigint, persoon bigint, namens bigint, organisatie bigint, tafel bigint, sleutel text, verzoek_hash bytea, args jsonb, nu timestamp with time zone, rollen text[], klaar boolean, weigering text, antwoord text, regels api.regel[], status text, plenair text[])
rule.openbaar_ding: type (soort text, id bigint, openbaarheid text, organisatie bigint, ligt_voor boolean)
rule.plek: type (soort text, tafel bigint, status text, openbaarheid text, sector bigint, fase text, zijde text, ene bigint, andere bigint, organisatie bigint, persoon bigint, staat text)
rule.zit: type (tafel bigint, deelname bigint, organisatie bigint, zijde text, sectoren bigint[], rollen text[], vanaf timestamp with time zone, tot timestamp with time zone, geschorst boolean)
spr.bijdragesoort: constraint bijdragesoort_check CHECK ((VALUE = ANY (ARRAY['bijdrage'::text, 'knelpunt'::text, 'vraag'::text, 'voorstel'::text, 'feit'::text, 'zorg'::text])))
spr.bijdragesoort: domain text
spr.bijdragestatus: constraint bijdragestatus_check CHECK ((VALUE = ANY (ARRAY['geplaatst'::text, 'verborgen'::text, 'ingetrokken'::text])))
spr.bijdragestatus: domain text
spr.regel: constraint regel_lengte_check CHECK (((octet_length(VALUE) >= 1) AND (octet_length(VALUE) <= 4000)))
spr.regel: constraint regel_nfc_check CHECK (((octet_length(VALUE) = length(VALUE)) OR (VALUE IS NFC NORMALIZED)))
spr.regel: constraint regel_tekens_check CHECK ((VALUE !~ '[\x01-\x08\x0b-\x1f\x7f-\x9f]'::text))
spr.regel: domain text
spr.sleuteltekst: constraint sleuteltekst_check CHECK (((octet_length(VALUE) >= 16) AND (octet_length(VALUE) <= 64)))
spr.sleuteltekst: domain text collate C
spr.stroomnaam: constraint stroomnaam_check CHECK ((VALUE ~ '^[a-z]+(:[0-9]+(-[a-z]+)?)?$'::text))
spr.stroomnaam: domain text collate C
spr.tekst: constraint tekst_lengte_check CHECK (((octet_length(VALUE) >= 1) AND (octet_length(VALUE) <= 16384)))
spr.tekst: constraint tekst_nfc_check CHECK (((octet_length(VALUE) = length(VALUE)) OR (VALUE IS NFC NORMALIZED)))
spr.tekst: constraint tekst_tekens_check CHECK ((VALUE !~ '[\x01-\x08\x0b-\x1f\x7f-\x9f]'::text))
spr.tekst: domain text
spr.versienummer: constraint versienummer_check CHECK ((VALUE >= 1))
spr.versienummer: domain integer
rule.afwezig_door: column 01 soort text not null
rule.afwezig_door: column 02 reden text not null
rule.afwezig_door: constraint afwezig_door_pkey PRIMARY KEY (soort)
rule.afwezig_door: constraint afwezig_door_reden_check CHECK ((reden = ANY (ARRAY['verborgen'::text, 'ingetrokken'::text, 'herzien'::text, 'gewist'::text])))
rule.afwezig_door: table
rule.beleid: column 01 stroom text not null
rule.beleid: column 02 hoedanigheid text not null
rule.beleid: column 03 staat text not null
rule.beleid: column 04 lezen boolean not null
rule.beleid: column 05 schrijven text[] not null
rule.beleid: constraint beleid_pkey PRIMARY KEY (stroom, hoedanigheid, staat)
rule.beleid: table
rule.berichtsoort: column 01 soort text not null
rule.berichtsoort: constraint berichtsoort_pkey PRIMARY KEY (soort)
rule.berichtsoort: table
rule.exportformaat: column 01 formaat text not null
rule.exportformaat: column 02 inhoud text not null
rule.exportformaat: column 03 type text not null
rule.exportformaat: column 04 achtervoegsel text not null
rule.exportformaat: constraint exportformaat_inhoud_check CHECK ((inhoud = ANY (ARRAY['besluiten'::text, 'logboek'::text])))
rule.exportformaat: constraint exportformaat_pkey PRIMARY KEY (formaat)
rule.exportformaat: table
rule.exportkolom: column 01 nr integer not null
rule.exportkolom: column 02 naam text not null
rule.exportkolom: column 03 soort text not null
rule.exportkolom: column 04 nl text not null
rule.exportkolom: column 05 en text not null
rule.exportkolom: constraint exportkolom_naam_key UNIQUE (naam)
rule.exportkolom: constraint exportkolom_pkey PRIMARY KEY (nr)
rule.exportkolom: constraint exportkolom_soort_check CHECK ((soort = ANY (ARRAY['tekst'::text, 'getal'::text, 'breuk'::text, 'moment'::text, 'lijst'::text])))
rule.exportkolom: table
rule.handeling: column 01 doe text not null
rule.handeling: column 02 soort text not null
rule.handeling: column 03 rollen text[] not null
rule.handeling: column 04 staten text[] not null
rule.handeling: column 05 stroom text not null
rule.handeling: column 06 tafel boolean not null
rule.handeling: column 07 gebeurtenissen text[] not null
rule.handeling: column 08 stil boolean not null default false
rule.handeling: constraint handeling_pkey PRIMARY KEY (doe)
rule.handeling: constraint handeling_soort_check CHECK ((soort = ANY (ARRAY['command'::text, 'live'::text, 'query'::text])))
rule.handeling: table
rule.klasse: column 01 zaak text not null
rule.klasse: column 02 klasse text not null
rule.klasse: constraint klasse_klasse_check CHECK ((klasse = ANY (ARRAY['procedure'::text, 'verslag'::text, 'nakoming'::text])))
rule.klasse: constraint klasse_pkey PRIMARY KEY (zaak)
rule.klasse: table
rule.naar_buiten: column 01 soort text not null
rule.naar_buiten: column 02 velden text[] not null
rule.naar_buiten: constraint naar_buiten_pkey PRIMARY KEY (soort)
rule.naar_buiten: table
rule.namens_opdracht: column 01 opdracht text not null
rule.namens_opdracht: column 02 zaak text not null
rule.namens_opdracht: column 03 tweede boolean not null
rule.namens_opdracht: column 04 als text
rule.namens_opdracht: constraint namens_opdracht_pkey PRIMARY KEY (opdracht)
rule.namens_opdracht: table
rule.overgang: column 01 entiteit text not null
rule.overgang: column 02 van text not null
rule.overgang: column 03 naar text not null
rule.overgang: constraint overgang_anders_check CHECK ((van <> naar))
rule.overgang: constraint overgang_pkey PRIMARY KEY (entiteit, van, naar)
rule.overgang: table
rule.tik: column 01 naam text not null
rule.tik: column 02 rang integer not null
rule.tik: constraint tik_pkey PRIMARY KEY (naam)
rule.tik: table
spr.aantekening: column 01 id bigint not null identity always
spr.aantekening: column 02 tafel bigint not null
spr.aantekening: column 03 besluit bigint not null
spr.aantekening: column 04 organisatie bigint not null
spr.aantekening: column 05 tekst spr.regel not null
spr.aantekening: column 06 persoon bigint not null
spr.aantekening: column 07 via text not null
spr.aantekening: column 08 spreker spr.regel
spr.aantekening: column 09 gebeurd_om timestamp with time zone
spr.aantekening: column 10 op timestamp with time zone not null
spr.aantekening: constraint aantekening_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.aantekening: constraint aantekening_besluit_organisatie_key UNIQUE (besluit, organisatie)
spr.aantekening: constraint aantekening_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.aantekening: constraint aantekening_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.aantekening: constraint aantekening_pkey PRIMARY KEY (id)
spr.aantekening: constraint aantekening_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.aantekening: constraint aantekening_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.aantekening: index CREATE INDEX aantekening_tafel_idx ON spr.aantekening USING btree (tafel)
spr.aantekening: table
spr.aantekening: trigger CREATE TRIGGER aantekening_blijft BEFORE DELETE OR TRUNCATE ON spr.aantekening FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.aanwezigheid: column 01 id bigint not null identity always
spr.aanwezigheid: column 02 bijeenkomst bigint not null
spr.aanwezigheid: column 03 persoon bigint
spr.aanwezigheid: column 04 naam spr.regel
spr.aanwezigheid: column 05 organisatie bigint
spr.aanwezigheid: column 06 opkomst text not null
spr.aanwezigheid: column 07 door bigint
spr.aanwezigheid: column 08 op timestamp with time zone not null
spr.aanwezigheid: constraint aanwezigheid_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.aanwezigheid: constraint aanwezigheid_bijeenkomst_persoon_key UNIQUE (bijeenkomst, persoon)
spr.aanwezigheid: constraint aanwezigheid_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon(id)
spr.aanwezigheid: constraint aanwezigheid_opkomst_check CHECK ((opkomst = ANY (ARRAY['komt'::text, 'komt_niet'::text, 'aanwezig'::text, 'afwezig'::text])))
spr.aanwezigheid: constraint aanwezigheid_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.aanwezigheid: constraint aanwezigheid_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.aanwezigheid: constraint aanwezigheid_pkey PRIMARY KEY (id)
spr.aanwezigheid: constraint aanwezigheid_wie_check CHECK ((num_nonnulls(persoon, naam) = 1))
spr.aanwezigheid: constraint aanwezigheid_zelf_check CHECK (((door IS NOT NULL) OR (naam IS NOT NULL)))
spr.aanwezigheid: table
spr.aanwezigheid: trigger CREATE TRIGGER aanwezigheid_blijft BEFORE DELETE OR TRUNCATE ON spr.aanwezigheid FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.achterban: column 01 id bigint not null identity always
spr.achterban: column 02 tafel bigint not null
spr.achterban: column 03 besluit bigint not null
spr.achterban: column 04 organisatie bigint not null
spr.achterban: column 05 orgaan spr.regel not null
spr.achterban: column 06 strekking text
spr.achterban: column 07 termijn timestamp with time zone not null
spr.achterban: column 08 uitkomst text
spr.achterban: column 09 toelichting spr.regel
spr.achterban: column 10 gehouden_op timestamp with time zone
spr.achterban: column 11 antwoord_op timestamp with time zone
spr.achterban: column 12 persoon bigint not null
spr.achterban: column 13 via text not null
spr.achterban: column 14 spreker spr.regel
spr.achterban: column 15 gebeurd_om timestamp with time zone
spr.achterban: column 16 op timestamp with time zone not null
spr.achterban: constraint achterban_antwoord_check CHECK (((uitkomst IS NULL) = (antwoord_op IS NULL)))
spr.achterban: constraint achterban_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.achterban: constraint achterban_besluit_organisatie_key UNIQUE (besluit, organisatie)
spr.achterban: constraint achterban_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.achterban: constraint achterban_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.achterban: constraint achterban_pkey PRIMARY KEY (id)
spr.achterban: constraint achterban_strekking_check CHECK ((strekking = ANY (ARRAY['positief'::text, 'neutraal'::text, 'negatief'::text])))
spr.achterban: constraint achterban_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.achterban: constraint achterban_uitkomst_check CHECK ((uitkomst = ANY (ARRAY['instemming'::text, 'afwijzing'::text])))
spr.achterban: constraint achterban_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.achterban: index CREATE INDEX achterban_tafel_idx ON spr.achterban USING btree (tafel)
spr.achterban: table
spr.achterban: trigger CREATE TRIGGER achterban_blijft BEFORE DELETE OR TRUNCATE ON spr.achterban FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.actiepunt: column 01 id bigint not null identity always
spr.actiepunt: column 02 tafel bigint not null
spr.actiepunt: column 03 nummer integer not null
spr.actiepunt: column 04 bijeenkomst bigint
spr.actiepunt: column 05 agendapunt bigint
spr.actiepunt: column 06 wat spr.regel not null
spr.actiepunt: column 07 organisatie bigint
spr.actiepunt: column 08 persoon bigint
spr.actiepunt: column 09 voor timestamp with time zone not null
spr.actiepunt: column 10 status text not null default 'open'::text
spr.actiepunt: column 11 verhaal spr.regel
spr.actiepunt: column 12 afgerond_door bigint
spr.actiepunt: column 13 afgerond_op timestamp with time zone
spr.actiepunt: column 14 door bigint not null
spr.actiepunt: column 15 op timestamp with time zone not null
spr.actiepunt: constraint actiepunt_afgerond_check CHECK ((num_nonnulls(afgerond_door, afgerond_op) =
CASE
    WHEN (status = 'open'::text) THEN 0
    ELSE 2
END))
spr.actiepunt: constraint actiepunt_afgerond_door_fkey FOREIGN KEY (afgerond_door) REFERENCES spr.persoon(id)
spr.actiepunt: constraint actiepunt_agendapunt_fkey FOREIGN KEY (agendapunt) REFERENCES spr.agendapunt(id)
spr.actiepunt: constraint actiepunt_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.actiepunt: constraint actiepunt_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon(id)
spr.actiepunt: constraint actiepunt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.actiepunt: constraint actiepunt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.actiepunt: constraint actiepunt_pkey PRIMARY KEY (id)
spr.actiepunt: constraint actiepunt_status_check CHECK ((status = ANY (ARRAY['open'::text, 'klaar'::text, 'vervallen'::text])))
spr.actiepunt: constraint actiepunt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.actiepunt: constraint actiepunt_tafel_nummer_key UNIQUE (tafel, nummer)
spr.actiepunt: table
spr.actiepunt: trigger CREATE TRIGGER actiepunt_begin BEFORE INSERT ON spr.actiepunt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'open'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.actiepunt: trigger CREATE TRIGGER actiepunt_blijft BEFORE DELETE OR TRUNCATE ON spr.actiepunt FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.actiepunt: trigger CREATE TRIGGER actiepunt_overgang BEFORE UPDATE ON spr.actiepunt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.agendapunt: column 01 id bigint not null identity always
spr.agendapunt: column 02 tafel bigint not null
spr.agendapunt: column 03 bijeenkomst bigint not null
spr.agendapunt: column 04 nummer integer not null
spr.agendapunt: column 05 soort text not null
spr.agendapunt: column 06 titel spr.regel not null
spr.agendapunt: column 07 toelichting spr.regel
spr.agendapunt: column 08 minuten integer
spr.agendapunt: column 09 keuzevraag bigint
spr.agendapunt: column 10 besluit bigint
spr.agendapunt: column 11 status text not null default 'open'::text
spr.agendapunt: column 12 uitkomst spr.regel
spr.agendapunt: column 13 begonnen_op timestamp with time zone
spr.agendapunt: column 14 afgerond_op timestamp with time zone
spr.agendapunt: column 15 afgerond_door bigint
spr.agendapunt: constraint agendapunt_afgerond_check CHECK ((num_nonnulls(afgerond_door, afgerond_op) =
CASE
    WHEN (status = ANY (ARRAY['behandeld'::text, 'aangehouden'::text])) THEN 2
    ELSE 0
END))
spr.agendapunt: constraint agendapunt_afgerond_door_fkey FOREIGN KEY (afgerond_door) REFERENCES spr.persoon(id)
spr.agendapunt: constraint agendapunt_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.agendapunt: constraint agendapunt_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.agendapunt: constraint agendapunt_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.agendapunt: constraint agendapunt_pkey PRIMARY KEY (id)
spr.agendapunt: constraint agendapunt_soort_check CHECK ((soort = ANY (ARRAY['ter_kennisname'::text, 'ter_bespreking'::text, 'ter_besluitvorming'::text, 'hamerstuk'::text])))
spr.agendapunt: constraint agendapunt_status_check CHECK ((status = ANY (ARRAY['open'::text, 'aan_de_orde'::text, 'behandeld'::text, 'aangehouden'::text, 'vervallen'::text])))
spr.agendapunt: constraint agendapunt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.agendapunt: index CREATE INDEX agendapunt_bijeenkomst_idx ON spr.agendapunt USING btree (bijeenkomst)
spr.agendapunt: index CREATE INDEX agendapunt_tafel_idx ON spr.agendapunt USING btree (tafel)
spr.agendapunt: index CREATE UNIQUE INDEX agendapunt_aan_de_orde_key ON spr.agendapunt USING btree (bijeenkomst) WHERE (status = 'aan_de_orde'::text)
spr.agendapunt: table
spr.agendapunt: trigger CREATE TRIGGER agendapunt_begin BEFORE INSERT ON spr.agendapunt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'open'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.agendapunt: trigger CREATE TRIGGER agendapunt_blijft BEFORE DELETE OR TRUNCATE ON spr.agendapunt FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.agendapunt: trigger CREATE TRIGGER agendapunt_overgang BEFORE UPDATE ON spr.agendapunt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.amendement: column 01 id bigint not null identity always
spr.amendement: column 02 tafel bigint not null
spr.amendement: column 03 besluit bigint not null
spr.amendement: column 04 organisatie bigint not null
spr.amendement: column 05 indiener bigint not null
spr.amendement: column 06 basis integer not null
spr.amendement: column 07 basis_tekst spr.regel not null
spr.amendement: column 08 tekst spr.regel not null
spr.amendement: column 09 toelichting spr.regel
spr.amendement: column 10 status text not null default 'open'::text
spr.amendement: column 11 persoon bigint not null
spr.amendement: column 12 via text not null
spr.amendement: column 13 spreker spr.regel
spr.amendement: column 14 gebeurd_om timestamp with time zone
spr.amendement: column 15 op timestamp with time zone not null
spr.amendement: column 16 afgedaan_door bigint
spr.amendement: column 17 afgedaan_via text
spr.amendement: column 18 afgedaan_spreker spr.regel
spr.amendement: column 19 afgedaan_gebeurd_om timestamp with time zone
spr.amendement: column 20 afgedaan_op timestamp with time zone
spr.amendement: column 21 reden spr.regel
spr.amendement: constraint amendement_afgedaan_check CHECK ((num_nonnulls(afgedaan_via, afgedaan_op) =
CASE status
    WHEN 'open'::text THEN 0
    ELSE 2
END))
spr.amendement: constraint amendement_afgedaan_door_fkey FOREIGN KEY (afgedaan_door) REFERENCES spr.persoon(id)
spr.amendement: constraint amendement_afgedaan_via_check CHECK ((afgedaan_via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.amendement: constraint amendement_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.amendement: constraint amendement_indiener_fkey FOREIGN KEY (indiener) REFERENCES spr.organisatie(id)
spr.amendement: constraint amendement_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.amendement: constraint amendement_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.amendement: constraint amendement_pkey PRIMARY KEY (id)
spr.amendement: constraint amendement_status_check CHECK ((status = ANY (ARRAY['open'::text, 'overgenomen'::text, 'verworpen'::text, 'ingetrokken'::text, 'achterhaald'::text, 'vervallen'::text])))
spr.amendement: constraint amendement_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.amendement: constraint amendement_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.amendement: index CREATE INDEX amendement_besluit_idx ON spr.amendement USING btree (besluit, status)
spr.amendement: index CREATE INDEX amendement_tafel_idx ON spr.amendement USING btree (tafel)
spr.amendement: table
spr.amendement: trigger CREATE TRIGGER amendement_begin BEFORE INSERT ON spr.amendement FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'open'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.amendement: trigger CREATE TRIGGER amendement_blijft BEFORE DELETE OR TRUNCATE ON spr.amendement FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.amendement: trigger CREATE TRIGGER amendement_overgang BEFORE UPDATE ON spr.amendement FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bedenking: column 01 id bigint not null identity always
spr.bedenking: column 02 tafel bigint not null
spr.bedenking: column 03 keuzevraag bigint not null
spr.bedenking: column 04 optie bigint
spr.bedenking: column 05 organisatie bigint not null
spr.bedenking: column 06 graad text not null
spr.bedenking: column 07 tekst spr.regel not null
spr.bedenking: column 08 status text not null default 'ingediend'::text
spr.bedenking: column 09 persoon bigint not null
spr.bedenking: column 10 via text not null
spr.bedenking: column 11 spreker spr.regel
spr.bedenking: column 12 gebeurd_om timestamp with time zone
spr.bedenking: column 13 op timestamp with time zone not null
spr.bedenking: column 14 afgedaan_door bigint
spr.bedenking: column 15 afgedaan_via text
spr.bedenking: column 16 afgedaan_spreker spr.regel
spr.bedenking: column 17 afgedaan_gebeurd_om timestamp with time zone
spr.bedenking: column 18 afgedaan_op timestamp with time zone
spr.bedenking: column 19 toelichting spr.regel
spr.bedenking: constraint bedenking_afgedaan_check CHECK ((num_nonnulls(afgedaan_door, afgedaan_via, afgedaan_op) =
CASE
    WHEN (status = ANY (ARRAY['ingediend'::text, 'in_gesprek'::text])) THEN 0
    ELSE 3
END))
spr.bedenking: constraint bedenking_afgedaan_door_fkey FOREIGN KEY (afgedaan_door) REFERENCES spr.persoon(id)
spr.bedenking: constraint bedenking_afgedaan_via_check CHECK ((afgedaan_via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.bedenking: constraint bedenking_graad_check CHECK ((graad = ANY (ARRAY['wens'::text, 'voorwaarde'::text, 'overwegend_bezwaar'::text])))
spr.bedenking: constraint bedenking_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.bedenking: constraint bedenking_optie_fkey FOREIGN KEY (optie) REFERENCES spr.optie(id)
spr.bedenking: constraint bedenking_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.bedenking: constraint bedenking_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bedenking: constraint bedenking_pkey PRIMARY KEY (id)
spr.bedenking: constraint bedenking_status_check CHECK ((status = ANY (ARRAY['ingediend'::text, 'in_gesprek'::text, 'tegemoetgekomen'::text, 'gehandhaafd'::text, 'ingetrokken'::text])))
spr.bedenking: constraint bedenking_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.bedenking: constraint bedenking_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.bedenking: index CREATE INDEX bedenking_keuzevraag_idx ON spr.bedenking USING btree (keuzevraag, organisatie)
spr.bedenking: index CREATE INDEX bedenking_tafel_idx ON spr.bedenking USING btree (tafel, organisatie)
spr.bedenking: table
spr.bedenking: trigger CREATE TRIGGER bedenking_begin BEFORE INSERT ON spr.bedenking FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'ingediend'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bedenking: trigger CREATE TRIGGER bedenking_blijft BEFORE DELETE OR TRUNCATE ON spr.bedenking FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.bedenking: trigger CREATE TRIGGER bedenking_overgang BEFORE UPDATE ON spr.bedenking FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bedenking_antwoord: column 01 id bigint not null identity always
spr.bedenking_antwoord: column 02 bedenking bigint not null
spr.bedenking_antwoord: column 03 organisatie bigint
spr.bedenking_antwoord: column 04 tekst spr.regel not null
spr.bedenking_antwoord: column 05 persoon bigint not null
spr.bedenking_antwoord: column 06 op timestamp with time zone not null
spr.bedenking_antwoord: constraint bedenking_antwoord_bedenking_fkey FOREIGN KEY (bedenking) REFERENCES spr.bedenking(id)
spr.bedenking_antwoord: constraint bedenking_antwoord_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.bedenking_antwoord: constraint bedenking_antwoord_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bedenking_antwoord: constraint bedenking_antwoord_pkey PRIMARY KEY (id)
spr.bedenking_antwoord: index CREATE INDEX bedenking_antwoord_bedenking_idx ON spr.bedenking_antwoord USING btree (bedenking)
spr.bedenking_antwoord: table
spr.bedenking_antwoord: trigger CREATE TRIGGER bedenking_antwoord_blijft BEFORE DELETE OR TRUNCATE ON spr.bedenking_antwoord FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.bericht: column 01 id bigint not null identity always
spr.bericht: column 02 persoon bigint not null
spr.bericht: column 03 tafel bigint not null
spr.bericht: column 04 soort text not null
spr.bericht: column 05 ref text not null
spr.bericht: column 06 tekst spr.regel not null
spr.bericht: column 07 op timestamp with time zone not null
spr.bericht: constraint bericht_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bericht: constraint bericht_pkey PRIMARY KEY (id)
spr.bericht: constraint bericht_soort_fkey FOREIGN KEY (soort) REFERENCES rule.berichtsoort(soort)
spr.bericht: constraint bericht_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.bericht: index CREATE INDEX bericht_persoon_idx ON spr.bericht USING btree (persoon, id)
spr.bericht: table
spr.besluit: column 01 id bigint not null identity always
spr.besluit: column 02 tafel bigint not null
spr.besluit: column 03 kenmerk text not null
spr.besluit: column 04 keuzevraag bigint
spr.besluit: column 05 optie bigint
spr.besluit: column 06 soort text not null
spr.besluit: column 07 titel spr.regel not null
spr.besluit: column 08 tekst spr.regel not null
spr.besluit: column 09 motivering spr.regel
spr.besluit: column 10 versie integer not null default 1
spr.besluit: column 11 status text not null default 'concept'::text
spr.besluit: column 12 voorgelegd_op timestamp with time zone
spr.besluit: column 13 termijn timestamp with time zone
spr.besluit: column 14 stemming_gevraagd bigint[] not null default '{}'::bigint[]
spr.besluit: column 15 uitkomst text
spr.besluit: column 16 uitkomst_reden spr.regel
spr.besluit: column 17 tot timestamp with time zone
spr.besluit: column 18 gebeurd_om timestamp with time zone
spr.besluit: column 19 uitkomst_door bigint
spr.besluit: column 20 uitkomst_op timestamp with time zone
spr.besluit: column 21 persoon bigint not null
spr.besluit: column 22 op timestamp with time zone not null
spr.besluit: column 23 bijeenkomst bigint
spr.besluit: column 24 samenvatting spr.regel
spr.besluit: column 25 evalueer_op timestamp with time zone
spr.besluit: column 26 hertelling jsonb
spr.besluit: column 27 openbaarheid text not null default 'tafel'::text
spr.besluit: column 28 embargo_tot timestamp with time zone
spr.besluit: column 29 vervangt bigint
spr.besluit: constraint besluit_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.besluit: constraint besluit_kenmerk_check CHECK ((kenmerk ~ '^B-[0-9]{4}-[0-9]{3,}$'::text))
spr.besluit: constraint besluit_kenmerk_key UNIQUE (kenmerk)
spr.besluit: constraint besluit_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.besluit: constraint besluit_openbaarheid_check CHECK (((openbaarheid = ANY (ARRAY['tafel'::text, 'vertrouwelijk'::text, 'embargo'::text, 'openbaar'::text])) AND ((openbaarheid = 'embargo'::text) = (embargo_tot IS NOT NULL))))
spr.besluit: constraint besluit_optie_check CHECK (((optie IS NULL) OR (keuzevraag IS NOT NULL)))
spr.besluit: constraint besluit_optie_fkey FOREIGN KEY (keuzevraag, optie) REFERENCES spr.optie(keuzevraag, id)
spr.besluit: constraint besluit_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.besluit: constraint besluit_pkey PRIMARY KEY (id)
spr.besluit: constraint besluit_soort_check CHECK ((soort = ANY (ARRAY['procesafspraak'::text, 'conclusie'::text, 'advies'::text, 'afspraak'::text])))
spr.besluit: constraint besluit_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'geagendeerd'::text, 'conclusie_voorgelegd'::text, 'stemming'::text, 'onder_voorbehoud'::text, 'uitkomst'::text])))
spr.besluit: constraint besluit_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.besluit: constraint besluit_uitkomst_check CHECK (((uitkomst = ANY (ARRAY['aangenomen'::text, 'onder_voorbehoud'::text, 'verworpen'::text, 'verdeeld'::text, 'aangehouden'::text, 'niet_tot_stand_gekomen'::text, 'ingetrokken'::text])) AND ((uitkomst IS NOT NULL) = (status = ANY (ARRAY['geagendeerd'::text, 'onder_voorbehoud'::text, 'uitkomst'::text]))) AND ((uitkomst IS NULL) = (uitkomst_op IS NULL)) AND ((uitkomst = 'onder_voorbehoud'::text) = (status = 'onder_voorbehoud'::text))))
spr.besluit: constraint besluit_uitkomst_door_fkey FOREIGN KEY (uitkomst_door) REFERENCES spr.persoon(id)
spr.besluit: constraint besluit_vervangt_check CHECK ((vervangt < id))
spr.besluit: constraint besluit_vervangt_fkey FOREIGN KEY (vervangt) REFERENCES spr.besluit(id)
spr.besluit: constraint besluit_voorbehoud_check CHECK (((status <> 'onder_voorbehoud'::text) OR (tot IS NOT NULL)))
spr.besluit: index CREATE INDEX besluit_embargo_idx ON spr.besluit USING btree (embargo_tot) WHERE (openbaarheid = 'embargo'::text)
spr.besluit: index CREATE INDEX besluit_keuzevraag_idx ON spr.besluit USING btree (keuzevraag)
spr.besluit: index CREATE INDEX besluit_log_idx ON spr.besluit USING btree (COALESCE(uitkomst_op, voorgelegd_op), id) WHERE (voorgelegd_op IS NOT NULL)
spr.besluit: index CREATE INDEX besluit_tafel_idx ON spr.besluit USING btree (tafel)
spr.besluit: index CREATE INDEX besluit_vervangt_idx ON spr.besluit USING btree (vervangt) WHERE (vervangt IS NOT NULL)
spr.besluit: index CREATE INDEX besluit_voorbehoud_idx ON spr.besluit USING btree (tot) WHERE (status = 'onder_voorbehoud'::text)
spr.besluit: index CREATE INDEX besluit_woorden_idx ON spr.besluit USING gin (to_tsvector('dutch'::regconfig, (((((((titel)::text || ' '::text) || (tekst)::text) || ' '::text) || COALESCE((motivering)::text, ''::text)) || ' '::text) || COALESCE((samenvatting)::text, ''::text)))) WHERE (voorgelegd_op IS NOT NULL)
spr.besluit: table
spr.besluit: trigger CREATE TRIGGER besluit_begin BEFORE INSERT ON spr.besluit FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'concept'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.besluit: trigger CREATE TRIGGER besluit_blijft BEFORE DELETE OR TRUNCATE ON spr.besluit FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.besluit: trigger CREATE TRIGGER besluit_overgang BEFORE UPDATE ON spr.besluit FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.besluit: trigger CREATE TRIGGER besluit_uitkomst_bewaren AFTER UPDATE ON spr.besluit FOR EACH ROW WHEN (((old.uitkomst IS NOT NULL) AND (old.uitkomst IS DISTINCT FROM new.uitkomst))) EXECUTE FUNCTION rule.uitkomst_bewaren()
spr.bestand: column 01 id bigint not null identity always
spr.bestand: column 02 tafel bigint not null
spr.bestand: column 03 persoon bigint not null
spr.bestand: column 04 naam spr.regel not null
spr.bestand: column 05 grootte bigint not null
spr.bestand: column 06 sha256 text not null
spr.bestand: column 07 delen integer not null
spr.bestand: column 08 ontvangen integer not null default 0
spr.bestand: column 09 soort text
spr.bestand: column 10 begonnen_op timestamp with time zone not null
spr.bestand: column 11 laatst_op timestamp with time zone not null
spr.bestand: column 12 gereed_op timestamp with time zone
spr.bestand: constraint bestand_gereed_check CHECK ((((soort IS NULL) = (gereed_op IS NULL)) AND ((gereed_op IS NULL) OR (ontvangen = delen))))
spr.bestand: constraint bestand_grootte_check CHECK (((grootte >= 1) AND (grootte <= 67108864)))
spr.bestand: constraint bestand_ontvangen_check CHECK (((ontvangen >= 0) AND (ontvangen <= delen)))
spr.bestand: constraint bestand_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bestand: constraint bestand_pkey PRIMARY KEY (id)
spr.bestand: constraint bestand_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
spr.bestand: constraint bestand_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.bestand: index CREATE INDEX bestand_persoon_idx ON spr.bestand USING btree (persoon)
spr.bestand: index CREATE INDEX bestand_tafel_idx ON spr.bestand USING btree (tafel)
spr.bestand: table
spr.bestand_deel: column 01 bestand bigint not null
spr.bestand_deel: column 02 nr integer not null
spr.bestand_deel: column 03 bytes bytea not null
spr.bestand_deel: constraint bestand_deel_bestand_fkey FOREIGN KEY (bestand) REFERENCES spr.bestand(id) ON DELETE CASCADE
spr.bestand_deel: constraint bestand_deel_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 36864)))
spr.bestand_deel: constraint bestand_deel_nr_check CHECK ((nr >= 0))
spr.bestand_deel: constraint bestand_deel_pkey PRIMARY KEY (bestand, nr)
spr.bestand_deel: table
spr.bestand_verbruik: column 01 persoon bigint not null
spr.bestand_verbruik: column 02 dag date not null
spr.bestand_verbruik: column 03 bytes bigint not null
spr.bestand_verbruik: constraint bestand_verbruik_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bestand_verbruik: constraint bestand_verbruik_pkey PRIMARY KEY (persoon)
spr.bestand_verbruik: table
spr.bestandsgrens: column 01 bestand_bytes bigint not null
spr.bestandsgrens: column 02 tekst_bytes bigint not null
spr.bestandsgrens: column 03 tafel_bytes bigint not null
spr.bestandsgrens: column 04 dag_bytes bigint not null
spr.bestandsgrens: column 05 tegelijk integer not null
spr.bestandsgrens: column 06 samen integer not null
spr.bestandsgrens: column 07 stil interval not null
spr.bestandsgrens: column 08 geduld interval not null
spr.bestandsgrens: column 09 ongebruikt interval not null
spr.bestandsgrens: column 10 enige boolean not null default true
spr.bestandsgrens: constraint bestandsgrens_bytes_check CHECK ((((bestand_bytes >= 1) AND (bestand_bytes <= 67108864)) AND ((tekst_bytes >= 1) AND (tekst_bytes <= bestand_bytes)) AND (tafel_bytes >= bestand_bytes) AND (dag_bytes >= bestand_bytes)))
spr.bestandsgrens: constraint bestandsgrens_enige_check CHECK (enige)
spr.bestandsgrens: constraint bestandsgrens_pkey PRIMARY KEY (enige)
spr.bestandsgrens: constraint bestandsgrens_tegelijk_check CHECK (((tegelijk >= 1) AND (samen >= tegelijk)))
spr.bestandsgrens: table
spr.bijdrage: column 01 id bigint not null identity always
spr.bijdrage: column 02 tafel bigint not null
spr.bijdrage: column 03 onderwerp bigint not null
spr.bijdrage: column 04 soort spr.bijdragesoort not null default 'bijdrage'::text
spr.bijdrage: column 05 tekst spr.tekst
spr.bijdrage: column 06 persoonlijke_titel boolean not null default false
spr.bijdrage: column 07 persoon bigint not null
spr.bijdrage: column 08 organisatie bigint
spr.bijdrage: column 09 antwoord_op bigint
spr.bijdrage: column 10 citaat spr.regel
spr.bijdrage: column 11 versie spr.versienummer not null default 1
spr.bijdrage: column 12 status spr.bijdragestatus not null default 'geplaatst'::text
spr.bijdrage: column 13 reden spr.regel
spr.bijdrage: column 14 geplaatst_op timestamp with time zone not null
spr.bijdrage: column 15 gewijzigd_op timestamp with time zone
spr.bijdrage: column 16 seq bigint not null
spr.bijdrage: constraint bijdrage_antwoord_check CHECK ((antwoord_op < id))
spr.bijdrage: constraint bijdrage_citaat_check CHECK (((citaat IS NULL) OR (antwoord_op IS NOT NULL)))
spr.bijdrage: constraint bijdrage_onderwerp_id_key UNIQUE (onderwerp, id)
spr.bijdrage: constraint bijdrage_pkey PRIMARY KEY (id)
spr.bijdrage: constraint bijdrage_reden_check CHECK ((((status)::text = 'geplaatst'::text) OR (reden IS NOT NULL)))
spr.bijdrage: constraint bijdrage_tekst_check CHECK ((((status)::text = 'ingetrokken'::text) = (tekst IS NULL)))
spr.bijdrage: index CREATE INDEX bijdrage_antwoord_op_idx ON spr.bijdrage USING btree (antwoord_op) WHERE (citaat IS NOT NULL)
spr.bijdrage: index CREATE INDEX bijdrage_tafel_idx ON spr.bijdrage USING btree (tafel, id)
spr.bijdrage: table fillfactor=90
spr.bijdrage: trigger CREATE TRIGGER bijdrage_begin BEFORE INSERT ON spr.bijdrage FOR EACH ROW WHEN (((new.status)::text IS DISTINCT FROM 'geplaatst'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bijdrage: trigger CREATE TRIGGER bijdrage_blijft BEFORE DELETE OR TRUNCATE ON spr.bijdrage FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.bijdrage: trigger CREATE TRIGGER bijdrage_overgang BEFORE UPDATE ON spr.bijdrage FOR EACH ROW WHEN (((new.status)::text IS DISTINCT FROM (old.status)::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bijdrage: trigger CREATE TRIGGER bijdrage_zoekwoorden AFTER UPDATE OF tekst, status ON spr.bijdrage FOR EACH ROW WHEN ((((old.tekst)::text IS DISTINCT FROM (new.tekst)::text) OR ((old.status)::text <> (new.status)::text))) EXECUTE FUNCTION rule.zoekwoorden_volgen()
spr.bijdrage_versie: column 01 bijdrage bigint not null
spr.bijdrage_versie: column 02 versie integer not null
spr.bijdrage_versie: column 03 tekst spr.tekst not null
spr.bijdrage_versie: column 04 persoon bigint not null
spr.bijdrage_versie: column 05 organisatie bigint
spr.bijdrage_versie: column 06 op timestamp with time zone not null
spr.bijdrage_versie: column 07 reden spr.regel
spr.bijdrage_versie: column 08 seq bigint not null
spr.bijdrage_versie: constraint bijdrage_versie_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage(id)
spr.bijdrage_versie: constraint bijdrage_versie_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.bijdrage_versie: constraint bijdrage_versie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bijdrage_versie: constraint bijdrage_versie_pkey PRIMARY KEY (bijdrage, versie)
spr.bijdrage_versie: constraint bijdrage_versie_versie_check CHECK ((versie >= 1))
spr.bijdrage_versie: table
spr.bijeenkomst: column 01 id bigint not null identity always
spr.bijeenkomst: column 02 tafel bigint not null
spr.bijeenkomst: column 03 nummer integer not null
spr.bijeenkomst: column 04 titel spr.regel not null
spr.bijeenkomst: column 05 begint timestamp with time zone not null
spr.bijeenkomst: column 06 eindigt timestamp with time zone
spr.bijeenkomst: column 07 plaats spr.regel
spr.bijeenkomst: column 08 status text not null default 'gepland'::text
spr.bijeenkomst: column 09 geopend_door bigint
spr.bijeenkomst: column 10 geopend_op timestamp with time zone
spr.bijeenkomst: column 11 gebeurd_van timestamp with time zone
spr.bijeenkomst: column 12 gesloten_door bigint
spr.bijeenkomst: column 13 gesloten_op timestamp with time zone
spr.bijeenkomst: column 14 gebeurd_tot timestamp with time zone
spr.bijeenkomst: column 15 schorsing_gevraagd bigint[] not null default '{}'::bigint[]
spr.bijeenkomst: column 16 geschorst_op timestamp with time zone
spr.bijeenkomst: column 17 schorsing_tot timestamp with time zone
spr.bijeenkomst: column 18 schorsing_voor bigint
spr.bijeenkomst: column 19 reden spr.regel
spr.bijeenkomst: column 20 persoon bigint not null
spr.bijeenkomst: column 21 op timestamp with time zone not null
spr.bijeenkomst: constraint bijeenkomst_eindigt_check CHECK ((eindigt > begint))
spr.bijeenkomst: constraint bijeenkomst_geopend_check CHECK ((num_nonnulls(geopend_door, geopend_op) =
CASE
    WHEN (status = ANY (ARRAY['gepland'::text, 'afgelast'::text])) THEN 0
    ELSE 2
END))
spr.bijeenkomst: constraint bijeenkomst_geopend_door_fkey FOREIGN KEY (geopend_door) REFERENCES spr.persoon(id)
spr.bijeenkomst: constraint bijeenkomst_gesloten_check CHECK ((num_nonnulls(gesloten_door, gesloten_op) =
CASE
    WHEN (status = 'gesloten'::text) THEN 2
    ELSE 0
END))
spr.bijeenkomst: constraint bijeenkomst_gesloten_door_fkey FOREIGN KEY (gesloten_door) REFERENCES spr.persoon(id)
spr.bijeenkomst: constraint bijeenkomst_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.bijeenkomst: constraint bijeenkomst_pkey PRIMARY KEY (id)
spr.bijeenkomst: constraint bijeenkomst_reden_check CHECK (((status = 'afgelast'::text) = (reden IS NOT NULL)))
spr.bijeenkomst: constraint bijeenkomst_schorsing_check CHECK ((num_nonnulls(geschorst_op, schorsing_tot) =
CASE
    WHEN (status = 'geschorst'::text) THEN 2
    ELSE 0
END))
spr.bijeenkomst: constraint bijeenkomst_schorsing_voor_fkey FOREIGN KEY (schorsing_voor) REFERENCES spr.organisatie(id)
spr.bijeenkomst: constraint bijeenkomst_status_check CHECK ((status = ANY (ARRAY['gepland'::text, 'geopend'::text, 'geschorst'::text, 'gesloten'::text, 'afgelast'::text])))
spr.bijeenkomst: constraint bijeenkomst_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.bijeenkomst: constraint bijeenkomst_tafel_nummer_key UNIQUE (tafel, nummer)
spr.bijeenkomst: index CREATE UNIQUE INDEX bijeenkomst_loopt_key ON spr.bijeenkomst USING btree (tafel) WHERE (status = ANY (ARRAY['geopend'::text, 'geschorst'::text]))
spr.bijeenkomst: table
spr.bijeenkomst: trigger CREATE TRIGGER bijeenkomst_begin BEFORE INSERT ON spr.bijeenkomst FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'gepland'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bijeenkomst: trigger CREATE TRIGGER bijeenkomst_blijft BEFORE DELETE OR TRUNCATE ON spr.bijeenkomst FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.bijeenkomst: trigger CREATE TRIGGER bijeenkomst_overgang BEFORE UPDATE ON spr.bijeenkomst FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.bilateraal: column 01 id bigint not null identity always
spr.bilateraal: column 02 tafel bigint not null
spr.bilateraal: column 03 ene bigint not null
spr.bilateraal: column 04 andere bigint not null
spr.bilateraal: column 05 gesloten_op timestamp with time zone
spr.bilateraal: constraint bilateraal_andere_fkey FOREIGN KEY (tafel, andere) REFERENCES spr.deelname(tafel, id)
spr.bilateraal: constraint bilateraal_ene_fkey FOREIGN KEY (tafel, ene) REFERENCES spr.deelname(tafel, id)
spr.bilateraal: constraint bilateraal_partijen_check CHECK ((ene < andere))
spr.bilateraal: constraint bilateraal_pkey PRIMARY KEY (id)
spr.bilateraal: table
spr.deelname: column 01 id bigint not null identity always
spr.deelname: column 02 tafel bigint not null
spr.deelname: column 03 organisatie bigint not null
spr.deelname: column 04 hoedanigheid spr.regel
spr.deelname: column 05 rol text not null default 'stemhebbend'::text
spr.deelname: column 06 zijde text not null
spr.deelname: column 07 gewicht bigint not null default 1
spr.deelname: column 08 sectoren bigint[] not null default '{}'::bigint[]
spr.deelname: column 09 status text not null default 'uitgenodigd'::text
spr.deelname: column 10 sinds timestamp with time zone not null
spr.deelname: column 11 reden spr.regel
spr.deelname: column 12 toegetreden_op timestamp with time zone
spr.deelname: column 13 uitgetreden_op timestamp with time zone
spr.deelname: constraint deelname_gewicht_check CHECK (((gewicht >= 1) AND (gewicht <= '9007199254740991'::bigint)))
spr.deelname: constraint deelname_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.deelname: constraint deelname_pkey PRIMARY KEY (id)
spr.deelname: constraint deelname_rol_check CHECK ((rol = ANY (ARRAY['stemhebbend'::text, 'adviserend'::text, 'toehorend'::text])))
spr.deelname: constraint deelname_status_check CHECK ((status = ANY (ARRAY['uitgenodigd'::text, 'toegetreden'::text, 'opgeschort'::text, 'uitgetreden'::text])))
spr.deelname: constraint deelname_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.deelname: constraint deelname_tafel_id_key UNIQUE (tafel, id)
spr.deelname: constraint deelname_tafel_organisatie_key UNIQUE (tafel, organisatie)
spr.deelname: constraint deelname_toegetreden_check CHECK (((status = 'uitgenodigd'::text) OR (toegetreden_op IS NOT NULL) OR (status = 'uitgetreden'::text)))
spr.deelname: constraint deelname_uitgetreden_check CHECK (((status = 'uitgetreden'::text) = (uitgetreden_op IS NOT NULL)))
spr.deelname: constraint deelname_zijde_check CHECK ((zijde = ANY (ARRAY['werknemers'::text, 'werkgevers'::text, 'fonds'::text, 'onafhankelijk'::text])))
spr.deelname: index CREATE INDEX deelname_organisatie_idx ON spr.deelname USING btree (organisatie)
spr.deelname: table
spr.deelname: trigger CREATE TRIGGER deelname_begin BEFORE INSERT ON spr.deelname FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'uitgenodigd'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.deelname: trigger CREATE TRIGGER deelname_blijft BEFORE DELETE OR TRUNCATE ON spr.deelname FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.deelname: trigger CREATE TRIGGER deelname_overgang BEFORE UPDATE ON spr.deelname FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.deelname_contact: column 01 deelname bigint not null
spr.deelname_contact: column 02 email text not null
spr.deelname_contact: column 03 door bigint not null
spr.deelname_contact: column 04 op timestamp with time zone not null
spr.deelname_contact: constraint deelname_contact_deelname_fkey FOREIGN KEY (deelname) REFERENCES spr.deelname(id)
spr.deelname_contact: constraint deelname_contact_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon(id)
spr.deelname_contact: constraint deelname_contact_email_check CHECK (((octet_length(email) >= 3) AND (octet_length(email) <= 254)))
spr.deelname_contact: constraint deelname_contact_pkey PRIMARY KEY (deelname)
spr.deelname_contact: table
spr.doorgeleiding: column 01 id bigint not null identity always
spr.doorgeleiding: column 02 tafel bigint not null
spr.doorgeleiding: column 03 besluit bigint not null
spr.doorgeleiding: column 04 overlegtafel bigint not null
spr.doorgeleiding: column 05 vraag spr.regel
spr.doorgeleiding: column 06 termijn timestamp with time zone not null
spr.doorgeleiding: column 07 status text not null default 'verstuurd'::text
spr.doorgeleiding: column 08 toelichting spr.regel
spr.doorgeleiding: column 09 gehouden_op timestamp with time zone
spr.doorgeleiding: column 10 persoon bigint not null
spr.doorgeleiding: column 11 op timestamp with time zone not null
spr.doorgeleiding: column 12 antwoord_door bigint
spr.doorgeleiding: column 13 antwoord_op timestamp with time zone
spr.doorgeleiding: column 14 naam spr.regel not null
spr.doorgeleiding: constraint doorgeleiding_antwoord_check CHECK ((((status = ANY (ARRAY['overgenomen'::text, 'aangepast'::text, 'afgewezen'::text])) = (antwoord_op IS NOT NULL)) AND ((antwoord_op IS NULL) = (antwoord_door IS NULL)) AND ((status <> ALL (ARRAY['aangepast'::text, 'afgewezen'::text])) OR (toelichting IS NOT NULL))))
spr.doorgeleiding: constraint doorgeleiding_antwoord_door_fkey FOREIGN KEY (antwoord_door) REFERENCES spr.persoon(id)
spr.doorgeleiding: constraint doorgeleiding_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.doorgeleiding: constraint doorgeleiding_besluit_overlegtafel_key UNIQUE (besluit, overlegtafel)
spr.doorgeleiding: constraint doorgeleiding_overlegtafel_fkey FOREIGN KEY (overlegtafel) REFERENCES spr.overlegtafel(id)
spr.doorgeleiding: constraint doorgeleiding_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.doorgeleiding: constraint doorgeleiding_pkey PRIMARY KEY (id)
spr.doorgeleiding: constraint doorgeleiding_status_check CHECK ((status = ANY (ARRAY['verstuurd'::text, 'geen_antwoord'::text, 'overgenomen'::text, 'aangepast'::text, 'afgewezen'::text])))
spr.doorgeleiding: constraint doorgeleiding_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.doorgeleiding: index CREATE INDEX doorgeleiding_tafel_idx ON spr.doorgeleiding USING btree (tafel)
spr.doorgeleiding: index CREATE INDEX doorgeleiding_termijn_idx ON spr.doorgeleiding USING btree (termijn) WHERE (status = 'verstuurd'::text)
spr.doorgeleiding: table
spr.doorgeleiding: trigger CREATE TRIGGER doorgeleiding_begin BEFORE INSERT ON spr.doorgeleiding FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'verstuurd'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.doorgeleiding: trigger CREATE TRIGGER doorgeleiding_blijft BEFORE DELETE OR TRUNCATE ON spr.doorgeleiding FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.doorgeleiding: trigger CREATE TRIGGER doorgeleiding_overgang BEFORE UPDATE ON spr.doorgeleiding FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.eerdere_uitkomst: column 01 besluit bigint not null
spr.eerdere_uitkomst: column 02 nr integer not null
spr.eerdere_uitkomst: column 03 uitkomst text not null
spr.eerdere_uitkomst: column 04 reden spr.regel
spr.eerdere_uitkomst: column 05 tot timestamp with time zone
spr.eerdere_uitkomst: column 06 bijeenkomst bigint
spr.eerdere_uitkomst: column 07 door bigint
spr.eerdere_uitkomst: column 08 gebeurd_om timestamp with time zone
spr.eerdere_uitkomst: column 09 op timestamp with time zone not null
spr.eerdere_uitkomst: constraint eerdere_uitkomst_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.eerdere_uitkomst: constraint eerdere_uitkomst_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.eerdere_uitkomst: constraint eerdere_uitkomst_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon(id)
spr.eerdere_uitkomst: constraint eerdere_uitkomst_pkey PRIMARY KEY (besluit, nr)
spr.eerdere_uitkomst: table
spr.epoch: column 01 nr bigint not null identity always
spr.epoch: column 02 waarde text not null
spr.epoch: column 03 sinds timestamp with time zone not null
spr.epoch: constraint epoch_pkey PRIMARY KEY (nr)
spr.epoch: constraint epoch_waarde_check CHECK ((waarde ~ '^[0-9a-f]{32}$'::text))
spr.epoch: constraint epoch_waarde_key UNIQUE (waarde)
spr.epoch: table
spr.evaluatie: column 01 id bigint not null identity always
spr.evaluatie: column 02 tafel bigint not null
spr.evaluatie: column 03 besluit bigint not null
spr.evaluatie: column 04 oordeel text not null
spr.evaluatie: column 05 verhaal spr.regel not null
spr.evaluatie: column 06 evalueer_op timestamp with time zone
spr.evaluatie: column 07 persoon bigint not null
spr.evaluatie: column 08 op timestamp with time zone not null
spr.evaluatie: constraint evaluatie_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.evaluatie: constraint evaluatie_oordeel_check CHECK ((oordeel = ANY (ARRAY['werkt'::text, 'werkt_deels'::text, 'werkt_niet'::text])))
spr.evaluatie: constraint evaluatie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.evaluatie: constraint evaluatie_pkey PRIMARY KEY (id)
spr.evaluatie: constraint evaluatie_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.evaluatie: index CREATE INDEX evaluatie_tafel_idx ON spr.evaluatie USING btree (tafel)
spr.evaluatie: table
spr.evaluatie: trigger CREATE TRIGGER evaluatie_blijft BEFORE DELETE OR TRUNCATE ON spr.evaluatie FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.export: column 01 id bigint not null identity always
spr.export: column 02 kenmerk text not null
spr.export: column 03 persoon bigint not null
spr.export: column 04 formaat text not null
spr.export: column 05 tafel bigint
spr.export: column 06 filter jsonb not null
spr.export: column 07 peildatum timestamp with time zone not null
spr.export: column 08 status text not null default 'gevraagd'::text
spr.export: column 09 op timestamp with time zone not null
spr.export: column 10 gezien_op timestamp with time zone not null
spr.export: column 11 verteld_op timestamp with time zone not null
spr.export: column 12 klaar_op timestamp with time zone
spr.export: column 13 verloopt_op timestamp with time zone
spr.export: column 14 regels bigint not null default 0
spr.export: column 15 grootte bigint
spr.export: column 16 sha256 text
spr.export: column 17 reden text
spr.export: column 18 opgehaald_op timestamp with time zone
spr.export: column 19 recht text
spr.export: constraint export_formaat_fkey FOREIGN KEY (formaat) REFERENCES rule.exportformaat(formaat)
spr.export: constraint export_klaar_check CHECK (((status = ANY (ARRAY['klaar'::text, 'verlopen'::text])) = (num_nonnulls(klaar_op, verloopt_op, grootte, sha256) = 4)))
spr.export: constraint export_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.export: constraint export_pkey PRIMARY KEY (id)
spr.export: constraint export_reden_check CHECK ((((status = 'mislukt'::text) = (reden IS NOT NULL)) AND (reden = ANY (ARRAY['te_groot'::text, 'vol'::text, 'afgebroken'::text, 'storing'::text, 'te_veel_regels'::text]))))
spr.export: constraint export_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
spr.export: constraint export_status_check CHECK ((status = ANY (ARRAY['gevraagd'::text, 'bezig'::text, 'klaar'::text, 'mislukt'::text, 'verlopen'::text])))
spr.export: constraint export_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.export: index CREATE INDEX export_klaar_idx ON spr.export USING btree (verloopt_op) WHERE (status = 'klaar'::text)
spr.export: index CREATE INDEX export_open_idx ON spr.export USING btree (id) WHERE (status = ANY (ARRAY['gevraagd'::text, 'bezig'::text]))
spr.export: index CREATE INDEX export_persoon_idx ON spr.export USING btree (persoon, op)
spr.export: table
spr.export: trigger CREATE TRIGGER export_begin BEFORE INSERT ON spr.export FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'gevraagd'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.export: trigger CREATE TRIGGER export_blijft BEFORE DELETE OR TRUNCATE ON spr.export FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.export: trigger CREATE TRIGGER export_overgang BEFORE UPDATE ON spr.export FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.exportgrens: column 01 bestand_bytes bigint not null
spr.exportgrens: column 02 persoon_bytes bigint not null
spr.exportgrens: column 03 samen_bytes bigint not null
spr.exportgrens: column 04 tegelijk integer not null
spr.exportgrens: column 05 wachtrij integer not null
spr.exportgrens: column 06 per_dag integer not null
spr.exportgrens: column 07 bewaren interval not null
spr.exportgrens: column 08 geduld interval not null
spr.exportgrens: column 09 enige boolean not null default true
spr.exportgrens: constraint exportgrens_bytes_check CHECK (((bestand_bytes >= 1) AND (persoon_bytes >= bestand_bytes) AND (samen_bytes >= persoon_bytes)))
spr.exportgrens: constraint exportgrens_enige_check CHECK (enige)
spr.exportgrens: constraint exportgrens_pkey PRIMARY KEY (enige)
spr.exportgrens: constraint exportgrens_tegelijk_check CHECK (((tegelijk >= 1) AND (wachtrij >= tegelijk) AND (per_dag >= 1)))
spr.exportgrens: table
spr.gastlink: column 01 bijeenkomst bigint not null
spr.gastlink: column 02 geheim text not null
spr.gastlink: column 03 persoon bigint not null
spr.gastlink: column 04 op timestamp with time zone not null
spr.gastlink: constraint gastlink_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.gastlink: constraint gastlink_geheim_key UNIQUE (geheim)
spr.gastlink: constraint gastlink_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.gastlink: constraint gastlink_pkey PRIMARY KEY (bijeenkomst)
spr.gastlink: table
spr.gebeurtenis: column 01 stroom bigint not null
spr.gebeurtenis: column 02 seq bigint not null
spr.gebeurtenis: column 03 at timestamp with time zone not null
spr.gebeurtenis: column 04 leaf text collate C not null
spr.gebeurtenis: column 05 h bytea not null
spr.gebeurtenis: column 06 wist bigint[]
spr.gebeurtenis: column 07 bron bigint
spr.gebeurtenis: constraint gebeurtenis_pkey PRIMARY KEY (stroom, seq)
spr.gebeurtenis: index CREATE INDEX gebeurtenis_bron_idx ON spr.gebeurtenis USING btree (stroom, bron) WHERE (bron IS NOT NULL)
spr.gebeurtenis: table
spr.gebeurtenis: trigger CREATE TRIGGER gebeurtenis_onveranderlijk BEFORE DELETE OR UPDATE OR TRUNCATE ON spr.gebeurtenis FOR EACH STATEMENT EXECUTE FUNCTION rule.log_onveranderlijk()
spr.gesprek: column 01 id bigint not null identity always
spr.gesprek: column 02 tafel bigint not null
spr.gesprek: column 03 ronde bigint not null
spr.gesprek: column 04 sector bigint not null
spr.gesprek: column 05 status text not null default 'gepland'::text
spr.gesprek: column 06 rapporteur bigint
spr.gesprek: column 07 ontheven_door bigint
spr.gesprek: column 08 ontheven_reden spr.regel
spr.gesprek: column 09 ontheven_op timestamp with time zone
spr.gesprek: constraint gesprek_ontheven_check CHECK ((num_nonnulls(ontheven_door, ontheven_reden, ontheven_op) =
CASE
    WHEN (status = 'ontheven'::text) THEN 3
    ELSE 0
END))
spr.gesprek: constraint gesprek_ontheven_door_fkey FOREIGN KEY (ontheven_door) REFERENCES spr.persoon(id)
spr.gesprek: constraint gesprek_pkey PRIMARY KEY (id)
spr.gesprek: constraint gesprek_rapporteur_fkey FOREIGN KEY (tafel, rapporteur) REFERENCES spr.zetel(tafel, id)
spr.gesprek: constraint gesprek_ronde_fkey FOREIGN KEY (tafel, ronde) REFERENCES spr.ronde(tafel, id)
spr.gesprek: constraint gesprek_ronde_sector_key UNIQUE (ronde, sector)
spr.gesprek: constraint gesprek_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector(id)
spr.gesprek: constraint gesprek_status_check CHECK ((status = ANY (ARRAY['gepland'::text, 'open'::text, 'voorlopig_samengevat'::text, 'samengevat'::text, 'ontheven'::text])))
spr.gesprek: table
spr.gesprek: trigger CREATE TRIGGER gesprek_begin BEFORE INSERT ON spr.gesprek FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'gepland'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.gesprek: trigger CREATE TRIGGER gesprek_blijft BEFORE DELETE OR TRUNCATE ON spr.gesprek FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.gesprek: trigger CREATE TRIGGER gesprek_overgang BEFORE UPDATE ON spr.gesprek FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.gevolg: column 01 id bigint not null identity always
spr.gevolg: column 02 tafel bigint not null
spr.gevolg: column 03 keuzevraag bigint not null
spr.gevolg: column 04 optie bigint not null
spr.gevolg: column 05 sector bigint not null
spr.gevolg: column 06 zijde text not null
spr.gevolg: column 07 status text not null default 'gevraagd'::text
spr.gevolg: column 08 gepasseerd_door bigint
spr.gevolg: column 09 gepasseerd_reden spr.regel
spr.gevolg: column 10 gepasseerd_op timestamp with time zone
spr.gevolg: column 11 tekst_versie integer not null default 1
spr.gevolg: constraint gevolg_cel_key UNIQUE (keuzevraag, optie, sector, zijde)
spr.gevolg: constraint gevolg_gepasseerd_check CHECK (((num_nonnulls(gepasseerd_door, gepasseerd_reden, gepasseerd_op) = ANY (ARRAY[0, 3])) AND ((gepasseerd_op IS NULL) OR (status = 'niet_beantwoord'::text))))
spr.gevolg: constraint gevolg_gepasseerd_door_fkey FOREIGN KEY (gepasseerd_door) REFERENCES spr.persoon(id)
spr.gevolg: constraint gevolg_optie_fkey FOREIGN KEY (keuzevraag, optie) REFERENCES spr.optie(keuzevraag, id)
spr.gevolg: constraint gevolg_pkey PRIMARY KEY (id)
spr.gevolg: constraint gevolg_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector(id)
spr.gevolg: constraint gevolg_status_check CHECK ((status = ANY (ARRAY['gevraagd'::text, 'opgetekend'::text, 'afgestemd'::text, 'verschil_van_inzicht'::text, 'te_herbevestigen'::text, 'niet_beantwoord'::text])))
spr.gevolg: constraint gevolg_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.gevolg: constraint gevolg_zijde_check CHECK ((zijde = ANY (ARRAY['werknemers'::text, 'werkgevers'::text, 'fonds'::text, 'onafhankelijk'::text])))
spr.gevolg: index CREATE INDEX gevolg_tafel_idx ON spr.gevolg USING btree (tafel)
spr.gevolg: table
spr.gevolg: trigger CREATE TRIGGER gevolg_begin BEFORE INSERT ON spr.gevolg FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'gevraagd'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.gevolg: trigger CREATE TRIGGER gevolg_blijft BEFORE DELETE OR TRUNCATE ON spr.gevolg FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.gevolg: trigger CREATE TRIGGER gevolg_overgang BEFORE UPDATE ON spr.gevolg FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.gevolg_antwoord: column 01 id bigint not null identity always
spr.gevolg_antwoord: column 02 gevolg bigint not null
spr.gevolg_antwoord: column 03 organisatie bigint not null
spr.gevolg_antwoord: column 04 verwacht boolean not null
spr.gevolg_antwoord: column 05 tekst spr.regel
spr.gevolg_antwoord: column 06 effect text
spr.gevolg_antwoord: column 07 persoon bigint not null
spr.gevolg_antwoord: column 08 via text not null
spr.gevolg_antwoord: column 09 spreker spr.regel
spr.gevolg_antwoord: column 10 gebeurd_om timestamp with time zone
spr.gevolg_antwoord: column 11 op timestamp with time zone not null
spr.gevolg_antwoord: column 12 tekst_versie integer not null default 1
spr.gevolg_antwoord: column 13 bevestigd_door bigint
spr.gevolg_antwoord: column 14 bevestigd_via text
spr.gevolg_antwoord: column 15 bevestigd_spreker spr.regel
spr.gevolg_antwoord: column 16 bevestigd_gebeurd_om timestamp with time zone
spr.gevolg_antwoord: column 17 bevestigd_op timestamp with time zone
spr.gevolg_antwoord: constraint gevolg_antwoord_bevestigd_check CHECK ((num_nonnulls(bevestigd_door, bevestigd_via, bevestigd_op) = ANY (ARRAY[0, 3])))
spr.gevolg_antwoord: constraint gevolg_antwoord_bevestigd_door_fkey FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon(id)
spr.gevolg_antwoord: constraint gevolg_antwoord_bevestigd_via_check CHECK ((bevestigd_via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.gevolg_antwoord: constraint gevolg_antwoord_effect_check CHECK ((effect = ANY (ARRAY['verlicht'::text, 'knelt'::text, 'gemengd'::text, 'onbekend'::text])))
spr.gevolg_antwoord: constraint gevolg_antwoord_gevolg_fkey FOREIGN KEY (gevolg) REFERENCES spr.gevolg(id)
spr.gevolg_antwoord: constraint gevolg_antwoord_gevolg_organisatie_key UNIQUE (gevolg, organisatie)
spr.gevolg_antwoord: constraint gevolg_antwoord_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.gevolg_antwoord: constraint gevolg_antwoord_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.gevolg_antwoord: constraint gevolg_antwoord_pkey PRIMARY KEY (id)
spr.gevolg_antwoord: constraint gevolg_antwoord_tekst_check CHECK (((NOT verwacht) OR (tekst IS NOT NULL)))
spr.gevolg_antwoord: constraint gevolg_antwoord_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.gevolg_antwoord: table
spr.gevolg_antwoord: trigger CREATE TRIGGER gevolg_antwoord_blijft BEFORE DELETE OR TRUNCATE ON spr.gevolg_antwoord FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.inhoud: column 01 stroom bigint not null
spr.inhoud: column 02 seq bigint not null
spr.inhoud: column 03 inhoud text
spr.inhoud: column 04 zout bytea
spr.inhoud: column 05 door text
spr.inhoud: column 06 doorzout bytea
spr.inhoud: column 07 afwezig text
spr.inhoud: constraint inhoud_pkey PRIMARY KEY (stroom, seq)
spr.inhoud: table
spr.inhoud: trigger CREATE TRIGGER inhoud_alleen_afwezig BEFORE UPDATE ON spr.inhoud FOR EACH ROW EXECUTE FUNCTION rule.inhoud_alleen_afwezig()
spr.inhoud: trigger CREATE TRIGGER inhoud_blijft BEFORE DELETE OR TRUNCATE ON spr.inhoud FOR EACH STATEMENT EXECUTE FUNCTION rule.log_onveranderlijk()
spr.inloglink: column 01 hash text collate C not null
spr.inloglink: column 02 persoon bigint not null
spr.inloglink: column 03 gemaakt timestamp with time zone not null
spr.inloglink: column 04 verloopt timestamp with time zone not null
spr.inloglink: column 05 gebruikt timestamp with time zone
spr.inloglink: constraint inloglink_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
spr.inloglink: constraint inloglink_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.inloglink: constraint inloglink_pkey PRIMARY KEY (hash)
spr.inloglink: table
spr.kenmerkteller: column 01 voorvoegsel text not null
spr.kenmerkteller: column 02 jaar integer not null
spr.kenmerkteller: column 03 laatste integer not null
spr.kenmerkteller: constraint kenmerkteller_laatste_check CHECK ((laatste >= 1))
spr.kenmerkteller: constraint kenmerkteller_pkey PRIMARY KEY (voorvoegsel, jaar)
spr.kenmerkteller: constraint kenmerkteller_voorvoegsel_check CHECK ((voorvoegsel ~ '^[A-Z]{1,3}$'::text))
spr.kenmerkteller: table
spr.keuzevraag: column 01 id bigint not null identity always
spr.keuzevraag: column 02 tafel bigint not null
spr.keuzevraag: column 03 nummer integer not null
spr.keuzevraag: column 04 vraag spr.regel not null
spr.keuzevraag: column 05 toelichting spr.regel
spr.keuzevraag: column 06 status text not null default 'ingebracht'::text
spr.keuzevraag: column 07 gevolgen_voor timestamp with time zone
spr.keuzevraag: column 08 termijn_loopt boolean not null default false
spr.keuzevraag: column 09 reden spr.regel
spr.keuzevraag: column 10 persoon bigint not null
spr.keuzevraag: column 11 organisatie bigint
spr.keuzevraag: column 12 op timestamp with time zone not null
spr.keuzevraag: column 13 knelpunt bigint
spr.keuzevraag: column 14 versie integer not null default 1
spr.keuzevraag: column 15 tekst_versie integer not null default 1
spr.keuzevraag: constraint keuzevraag_gevolgen_check CHECK (((status <> 'gevolgen_gevraagd'::text) OR (gevolgen_voor IS NOT NULL)))
spr.keuzevraag: constraint keuzevraag_knelpunt_fkey FOREIGN KEY (tafel, knelpunt) REFERENCES spr.knelpunt(tafel, id)
spr.keuzevraag: constraint keuzevraag_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.keuzevraag: constraint keuzevraag_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.keuzevraag: constraint keuzevraag_pkey PRIMARY KEY (id)
spr.keuzevraag: constraint keuzevraag_reden_check CHECK (((status = 'ingetrokken'::text) = (reden IS NOT NULL)))
spr.keuzevraag: constraint keuzevraag_status_check CHECK ((status = ANY (ARRAY['ingebracht'::text, 'gevolgen_gevraagd'::text, 'besluitrijp'::text, 'besloten'::text, 'ingetrokken'::text])))
spr.keuzevraag: constraint keuzevraag_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.keuzevraag: constraint keuzevraag_tafel_nummer_key UNIQUE (tafel, nummer)
spr.keuzevraag: index CREATE INDEX keuzevraag_knelpunt_idx ON spr.keuzevraag USING btree (knelpunt) WHERE (knelpunt IS NOT NULL)
spr.keuzevraag: index CREATE INDEX keuzevraag_termijn_idx ON spr.keuzevraag USING btree (gevolgen_voor) WHERE termijn_loopt
spr.keuzevraag: table
spr.keuzevraag: trigger CREATE TRIGGER keuzevraag_begin BEFORE INSERT ON spr.keuzevraag FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'ingebracht'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.keuzevraag: trigger CREATE TRIGGER keuzevraag_blijft BEFORE DELETE OR TRUNCATE ON spr.keuzevraag FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.keuzevraag: trigger CREATE TRIGGER keuzevraag_overgang BEFORE UPDATE ON spr.keuzevraag FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.keuzevraag_versie: column 01 id bigint not null identity always
spr.keuzevraag_versie: column 02 keuzevraag bigint not null
spr.keuzevraag_versie: column 03 versie integer not null
spr.keuzevraag_versie: column 04 aard text not null
spr.keuzevraag_versie: column 05 vraag spr.regel not null
spr.keuzevraag_versie: column 06 toelichting spr.regel
spr.keuzevraag_versie: column 07 opties jsonb not null
spr.keuzevraag_versie: column 08 reden spr.regel
spr.keuzevraag_versie: column 09 persoon bigint not null
spr.keuzevraag_versie: column 10 op timestamp with time zone not null
spr.keuzevraag_versie: constraint keuzevraag_versie_aard_check CHECK ((aard = ANY (ARRAY['redactioneel'::text, 'materieel'::text])))
spr.keuzevraag_versie: constraint keuzevraag_versie_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.keuzevraag_versie: constraint keuzevraag_versie_keuzevraag_versie_key UNIQUE (keuzevraag, versie)
spr.keuzevraag_versie: constraint keuzevraag_versie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.keuzevraag_versie: constraint keuzevraag_versie_pkey PRIMARY KEY (id)
spr.keuzevraag_versie: table
spr.keuzevraag_versie: trigger CREATE TRIGGER keuzevraag_versie_blijft BEFORE DELETE OR TRUNCATE ON spr.keuzevraag_versie FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.kiezer: column 01 stemming bigint not null
spr.kiezer: column 02 organisatie bigint not null
spr.kiezer: column 03 zijde text not null
spr.kiezer: column 04 gewicht bigint not null
spr.kiezer: constraint kiezer_gewicht_check CHECK ((gewicht >= 1))
spr.kiezer: constraint kiezer_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.kiezer: constraint kiezer_pkey PRIMARY KEY (stemming, organisatie)
spr.kiezer: constraint kiezer_stemming_fkey FOREIGN KEY (stemming) REFERENCES spr.stemming(id)
spr.kiezer: table
spr.kiezer: trigger CREATE TRIGGER kiezer_blijft BEFORE DELETE OR TRUNCATE ON spr.kiezer FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.knelpunt: column 01 id bigint not null identity always
spr.knelpunt: column 02 tafel bigint not null
spr.knelpunt: column 03 nummer integer not null
spr.knelpunt: column 04 titel spr.regel not null
spr.knelpunt: column 05 toelichting spr.regel
spr.knelpunt: column 06 sectoren bigint[] not null
spr.knelpunt: column 07 zwaarte text not null
spr.knelpunt: column 08 handelingsruimte_tot timestamp with time zone not null
spr.knelpunt: column 09 gevolg_van_niets_doen spr.regel not null
spr.knelpunt: column 10 status text not null default 'open'::text
spr.knelpunt: column 11 verstreken_op timestamp with time zone
spr.knelpunt: column 12 bijdrage bigint
spr.knelpunt: column 13 versie integer not null default 1
spr.knelpunt: column 14 organisatie bigint
spr.knelpunt: column 15 persoon bigint not null
spr.knelpunt: column 16 via text not null
spr.knelpunt: column 17 spreker spr.regel
spr.knelpunt: column 18 gebeurd_om timestamp with time zone
spr.knelpunt: column 19 op timestamp with time zone not null
spr.knelpunt: column 20 gewijzigd_door bigint
spr.knelpunt: column 21 gewijzigd_op timestamp with time zone
spr.knelpunt: column 22 uitkomst spr.regel
spr.knelpunt: column 23 afgehandeld_door bigint
spr.knelpunt: column 24 afgehandeld_op timestamp with time zone
spr.knelpunt: constraint knelpunt_afgehandeld_door_fkey FOREIGN KEY (afgehandeld_door) REFERENCES spr.persoon(id)
spr.knelpunt: constraint knelpunt_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage(id)
spr.knelpunt: constraint knelpunt_gewijzigd_check CHECK ((num_nonnulls(gewijzigd_door, gewijzigd_op) = ANY (ARRAY[0, 2])))
spr.knelpunt: constraint knelpunt_gewijzigd_door_fkey FOREIGN KEY (gewijzigd_door) REFERENCES spr.persoon(id)
spr.knelpunt: constraint knelpunt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.knelpunt: constraint knelpunt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.knelpunt: constraint knelpunt_pkey PRIMARY KEY (id)
spr.knelpunt: constraint knelpunt_sectoren_check CHECK (((cardinality(sectoren) >= 1) AND (cardinality(sectoren) <= 40)))
spr.knelpunt: constraint knelpunt_status_check CHECK ((status = ANY (ARRAY['open'::text, 'termijn_verstreken'::text, 'opgepakt'::text, 'opgelost'::text, 'vervallen'::text])))
spr.knelpunt: constraint knelpunt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.knelpunt: constraint knelpunt_tafel_id_key UNIQUE (tafel, id)
spr.knelpunt: constraint knelpunt_tafel_nummer_key UNIQUE (tafel, nummer)
spr.knelpunt: constraint knelpunt_uitkomst_check CHECK ((num_nonnulls(uitkomst, afgehandeld_door, afgehandeld_op) =
CASE
    WHEN (status = ANY (ARRAY['opgelost'::text, 'vervallen'::text])) THEN 3
    ELSE 0
END))
spr.knelpunt: constraint knelpunt_versie_check CHECK ((versie >= 1))
spr.knelpunt: constraint knelpunt_verstreken_check CHECK (
CASE status
    WHEN 'open'::text THEN (verstreken_op IS NULL)
    WHEN 'termijn_verstreken'::text THEN (verstreken_op IS NOT NULL)
    ELSE true
END)
spr.knelpunt: constraint knelpunt_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.knelpunt: constraint knelpunt_zwaarte_check CHECK ((zwaarte = ANY (ARRAY['signaal'::text, 'knelt'::text, 'urgent'::text])))
spr.knelpunt: index CREATE INDEX knelpunt_klok_idx ON spr.knelpunt USING btree (handelingsruimte_tot) WHERE ((verstreken_op IS NULL) AND (status = ANY (ARRAY['open'::text, 'opgepakt'::text])))
spr.knelpunt: table
spr.knelpunt: trigger CREATE TRIGGER knelpunt_begin BEFORE INSERT ON spr.knelpunt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'open'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.knelpunt: trigger CREATE TRIGGER knelpunt_blijft BEFORE DELETE OR TRUNCATE ON spr.knelpunt FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.knelpunt: trigger CREATE TRIGGER knelpunt_overgang BEFORE UPDATE ON spr.knelpunt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.leesstand: column 01 persoon bigint not null
spr.leesstand: column 02 onderwerp bigint not null
spr.leesstand: column 03 bijdrage bigint not null
spr.leesstand: column 04 op timestamp with time zone not null
spr.leesstand: constraint leesstand_bijdrage_fkey FOREIGN KEY (onderwerp, bijdrage) REFERENCES spr.bijdrage(onderwerp, id)
spr.leesstand: constraint leesstand_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.leesstand: constraint leesstand_pkey PRIMARY KEY (persoon, onderwerp)
spr.leesstand: table fillfactor=70
spr.logbeeld: column 01 persoon bigint not null
spr.logbeeld: column 02 naam spr.regel not null
spr.logbeeld: column 03 filter jsonb not null
spr.logbeeld: column 04 op timestamp with time zone not null
spr.logbeeld: constraint logbeeld_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.logbeeld: constraint logbeeld_pkey PRIMARY KEY (persoon, naam)
spr.logbeeld: table
spr.logvoorkeuze: column 01 code text not null
spr.logvoorkeuze: column 02 volgorde integer not null
spr.logvoorkeuze: column 03 naam spr.regel not null
spr.logvoorkeuze: column 04 naam_en spr.regel not null
spr.logvoorkeuze: column 05 filter jsonb not null
spr.logvoorkeuze: constraint logvoorkeuze_pkey PRIMARY KEY (code)
spr.logvoorkeuze: constraint logvoorkeuze_volgorde_key UNIQUE (volgorde)
spr.logvoorkeuze: table
spr.mede_indiener: column 01 id bigint not null identity always
spr.mede_indiener: column 02 amendement bigint not null
spr.mede_indiener: column 03 organisatie bigint not null
spr.mede_indiener: column 04 persoon bigint not null
spr.mede_indiener: column 05 via text not null
spr.mede_indiener: column 06 spreker spr.regel
spr.mede_indiener: column 07 gebeurd_om timestamp with time zone
spr.mede_indiener: column 08 op timestamp with time zone not null
spr.mede_indiener: column 09 terug_op timestamp with time zone
spr.mede_indiener: constraint mede_indiener_amendement_fkey FOREIGN KEY (amendement) REFERENCES spr.amendement(id)
spr.mede_indiener: constraint mede_indiener_amendement_organisatie_key UNIQUE (amendement, organisatie)
spr.mede_indiener: constraint mede_indiener_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.mede_indiener: constraint mede_indiener_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.mede_indiener: constraint mede_indiener_pkey PRIMARY KEY (id)
spr.mede_indiener: constraint mede_indiener_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.mede_indiener: table
spr.mede_indiener: trigger CREATE TRIGGER mede_indiener_blijft BEFORE DELETE OR TRUNCATE ON spr.mede_indiener FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.migratie: column 01 name text not null
spr.migratie: column 02 sha256 text not null
spr.migratie: column 03 at timestamp with time zone not null default clock_timestamp()
spr.migratie: constraint migratie_pkey PRIMARY KEY (name)
spr.migratie: table
spr.ondertekening: column 01 id bigint not null identity always
spr.ondertekening: column 02 tafel bigint not null
spr.ondertekening: column 03 besluit bigint not null
spr.ondertekening: column 04 organisatie bigint not null
spr.ondertekening: column 05 persoon bigint not null
spr.ondertekening: column 06 via text not null
spr.ondertekening: column 07 spreker spr.regel
spr.ondertekening: column 08 gebeurd_om timestamp with time zone
spr.ondertekening: column 09 op timestamp with time zone not null
spr.ondertekening: constraint ondertekening_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.ondertekening: constraint ondertekening_besluit_organisatie_key UNIQUE (besluit, organisatie)
spr.ondertekening: constraint ondertekening_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.ondertekening: constraint ondertekening_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.ondertekening: constraint ondertekening_pkey PRIMARY KEY (id)
spr.ondertekening: constraint ondertekening_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.ondertekening: constraint ondertekening_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.ondertekening: index CREATE INDEX ondertekening_organisatie_idx ON spr.ondertekening USING btree (organisatie)
spr.ondertekening: index CREATE INDEX ondertekening_tafel_idx ON spr.ondertekening USING btree (tafel)
spr.ondertekening: table
spr.ondertekening: trigger CREATE TRIGGER ondertekening_blijft BEFORE DELETE OR TRUNCATE ON spr.ondertekening FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.onderwerp: column 01 id bigint not null identity always
spr.onderwerp: column 02 tafel bigint not null
spr.onderwerp: column 03 stroom text collate C not null
spr.onderwerp: column 04 titel spr.regel not null
spr.onderwerp: column 05 toelichting spr.regel
spr.onderwerp: column 06 ronde bigint
spr.onderwerp: column 07 status text not null default 'open'::text
spr.onderwerp: column 08 persoon bigint not null
spr.onderwerp: column 09 organisatie bigint
spr.onderwerp: column 10 geopend_op timestamp with time zone not null
spr.onderwerp: column 11 gesloten_op timestamp with time zone
spr.onderwerp: column 12 conclusie spr.regel
spr.onderwerp: constraint onderwerp_conclusie_check CHECK (((status = 'gesloten'::text) OR (conclusie IS NULL)))
spr.onderwerp: constraint onderwerp_gesloten_check CHECK (((status = 'gesloten'::text) = (gesloten_op IS NOT NULL)))
spr.onderwerp: constraint onderwerp_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.onderwerp: constraint onderwerp_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.onderwerp: constraint onderwerp_pkey PRIMARY KEY (id)
spr.onderwerp: constraint onderwerp_ronde_fkey FOREIGN KEY (tafel, ronde) REFERENCES spr.ronde(tafel, id)
spr.onderwerp: constraint onderwerp_status_check CHECK ((status = ANY (ARRAY['open'::text, 'gesloten'::text])))
spr.onderwerp: constraint onderwerp_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.onderwerp: constraint onderwerp_tafel_id_key UNIQUE (tafel, id)
spr.onderwerp: index CREATE INDEX onderwerp_stroom_idx ON spr.onderwerp USING btree (stroom)
spr.onderwerp: table
spr.onderwerp: trigger CREATE TRIGGER onderwerp_begin BEFORE INSERT ON spr.onderwerp FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'open'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.onderwerp: trigger CREATE TRIGGER onderwerp_blijft BEFORE DELETE OR TRUNCATE ON spr.onderwerp FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.onderwerp: trigger CREATE TRIGGER onderwerp_overgang BEFORE UPDATE ON spr.onderwerp FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.optie: column 01 id bigint not null identity always
spr.optie: column 02 keuzevraag bigint not null
spr.optie: column 03 nummer integer not null
spr.optie: column 04 titel spr.regel not null
spr.optie: column 05 toelichting spr.regel
spr.optie: constraint optie_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.optie: constraint optie_keuzevraag_id_key UNIQUE (keuzevraag, id)
spr.optie: constraint optie_keuzevraag_nummer_key UNIQUE (keuzevraag, nummer)
spr.optie: constraint optie_nummer_check CHECK (((nummer >= 0) AND (nummer <= 20)))
spr.optie: constraint optie_pkey PRIMARY KEY (id)
spr.optie: table
spr.optie: trigger CREATE TRIGGER optie_blijft BEFORE DELETE OR TRUNCATE ON spr.optie FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.organisatie: column 01 id bigint not null identity always
spr.organisatie: column 02 naam text not null
spr.organisatie: column 03 afkorting text
spr.organisatie: column 04 soort text not null
spr.organisatie: column 05 zijde text not null
spr.organisatie: column 06 koepel bigint
spr.organisatie: column 07 vertegenwoordigt_aantal bigint
spr.organisatie: column 08 kvk text
spr.organisatie: column 09 website text
spr.organisatie: column 10 bron text
spr.organisatie: column 11 fictief boolean not null default false
spr.organisatie: constraint organisatie_aantal_check CHECK ((vertegenwoordigt_aantal >= 0))
spr.organisatie: constraint organisatie_koepel_check CHECK ((koepel <> id))
spr.organisatie: constraint organisatie_koepel_fkey FOREIGN KEY (koepel) REFERENCES spr.organisatie(id)
spr.organisatie: constraint organisatie_naam_key UNIQUE (naam)
spr.organisatie: constraint organisatie_pkey PRIMARY KEY (id)
spr.organisatie: constraint organisatie_soort_check CHECK ((soort = ANY (ARRAY['vakbond'::text, 'vakcentrale'::text, 'werkgeversvereniging'::text, 'koepel'::text, 'werkgever'::text, 'arbeidsmarktfonds'::text, 'ministerie'::text, 'kennisinstelling'::text, 'marktpartij'::text, 'facilitator'::text])))
spr.organisatie: constraint organisatie_zijde_check CHECK ((zijde = ANY (ARRAY['werknemers'::text, 'werkgevers'::text, 'fonds'::text, 'onafhankelijk'::text])))
spr.organisatie: table
spr.organisatie_instelling: column 01 organisatie bigint not null
spr.organisatie_instelling: column 02 tweede_instemming boolean not null
spr.organisatie_instelling: column 03 persoon bigint not null
spr.organisatie_instelling: column 04 op timestamp with time zone not null
spr.organisatie_instelling: column 05 uit_gevraagd_door bigint
spr.organisatie_instelling: constraint organisatie_instelling_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.organisatie_instelling: constraint organisatie_instelling_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.organisatie_instelling: constraint organisatie_instelling_pkey PRIMARY KEY (organisatie)
spr.organisatie_instelling: constraint organisatie_instelling_uit_check CHECK (((uit_gevraagd_door IS NULL) OR tweede_instemming))
spr.organisatie_instelling: constraint organisatie_instelling_uit_gevraagd_door_fkey FOREIGN KEY (uit_gevraagd_door) REFERENCES spr.persoon(id)
spr.organisatie_instelling: table
spr.organisatie_sector: column 01 organisatie bigint not null
spr.organisatie_sector: column 02 sector bigint not null
spr.organisatie_sector: column 03 van date not null
spr.organisatie_sector: column 04 tot date
spr.organisatie_sector: constraint organisatie_sector_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.organisatie_sector: constraint organisatie_sector_pkey PRIMARY KEY (organisatie, sector, van)
spr.organisatie_sector: constraint organisatie_sector_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector(id)
spr.organisatie_sector: constraint organisatie_sector_termijn_check CHECK (((tot IS NULL) OR (tot >= van)))
spr.organisatie_sector: table
spr.overlegtafel: column 01 id bigint not null identity always
spr.overlegtafel: column 02 tafel bigint not null
spr.overlegtafel: column 03 naam spr.regel not null
spr.overlegtafel: column 04 band text not null
spr.overlegtafel: column 05 sector bigint
spr.overlegtafel: column 06 contact spr.regel
spr.overlegtafel: column 07 persoon bigint not null
spr.overlegtafel: column 08 op timestamp with time zone not null
spr.overlegtafel: column 09 vervallen_op timestamp with time zone
spr.overlegtafel: constraint overlegtafel_band_check CHECK ((band = ANY (ARRAY['voedt'::text, 'ontvangt'::text, 'afstemmen'::text])))
spr.overlegtafel: constraint overlegtafel_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.overlegtafel: constraint overlegtafel_pkey PRIMARY KEY (id)
spr.overlegtafel: constraint overlegtafel_sector_fkey FOREIGN KEY (sector) REFERENCES spr.sector(id)
spr.overlegtafel: constraint overlegtafel_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.overlegtafel: index CREATE INDEX overlegtafel_tafel_idx ON spr.overlegtafel USING btree (tafel)
spr.overlegtafel: table
spr.persoon: column 01 id bigint not null identity always
spr.persoon: column 02 naam text not null
spr.persoon: column 03 fictief boolean not null default false
spr.persoon: constraint persoon_pkey PRIMARY KEY (id)
spr.persoon: table
spr.platform: column 01 id integer not null default 1
spr.platform: constraint platform_id_check CHECK ((id = 1))
spr.platform: constraint platform_pkey PRIMARY KEY (id)
spr.platform: table
spr.platformrol: column 01 id bigint not null identity always
spr.platformrol: column 02 persoon bigint not null
spr.platformrol: column 03 rol text not null
spr.platformrol: column 04 van timestamp with time zone not null
spr.platformrol: column 05 tot timestamp with time zone
spr.platformrol: constraint platformrol_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.platformrol: constraint platformrol_pkey PRIMARY KEY (id)
spr.platformrol: constraint platformrol_rol_check CHECK ((rol = ANY (ARRAY['voorzitter'::text, 'secretaris'::text, 'analist'::text, 'beheerder'::text, 'auditor'::text])))
spr.platformrol: constraint platformrol_termijn_check CHECK (((tot IS NULL) OR (tot >= van)))
spr.platformrol: index CREATE INDEX platformrol_persoon_idx ON spr.platformrol USING btree (persoon)
spr.platformrol: index CREATE UNIQUE INDEX platformrol_geldend_key ON spr.platformrol USING btree (persoon, rol) WHERE (tot IS NULL)
spr.platformrol: table
spr.punt: column 01 id bigint not null identity always
spr.punt: column 02 gesprek bigint not null
spr.punt: column 03 nummer integer not null
spr.punt: column 04 tekst spr.regel not null
spr.punt: column 05 persoon bigint not null
spr.punt: column 06 organisatie bigint
spr.punt: column 07 versie integer not null default 1
spr.punt: column 08 genoteerd_op timestamp with time zone not null
spr.punt: column 09 gewijzigd_op timestamp with time zone
spr.punt: column 10 seq bigint not null
spr.punt: constraint punt_gesprek_fkey FOREIGN KEY (gesprek) REFERENCES spr.gesprek(id)
spr.punt: constraint punt_gesprek_nummer_key UNIQUE (gesprek, nummer)
spr.punt: constraint punt_nummer_check CHECK (((nummer >= 1) AND (nummer <= 5)))
spr.punt: constraint punt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.punt: constraint punt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.punt: constraint punt_pkey PRIMARY KEY (id)
spr.punt: constraint punt_versie_check CHECK ((versie >= 1))
spr.punt: table
spr.punt: trigger CREATE TRIGGER punt_blijft BEFORE DELETE OR TRUNCATE ON spr.punt FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.ronde: column 01 id bigint not null identity always
spr.ronde: column 02 tafel bigint not null
spr.ronde: column 03 nummer integer not null
spr.ronde: column 04 soort text not null
spr.ronde: column 05 vraag spr.regel not null
spr.ronde: column 06 opent timestamp with time zone
spr.ronde: column 07 sluit timestamp with time zone
spr.ronde: column 08 status text not null default 'gepland'::text
spr.ronde: column 09 geopend_op timestamp with time zone
spr.ronde: column 10 gesloten_op timestamp with time zone
spr.ronde: constraint ronde_geopend_check CHECK (((status = 'gepland'::text) = (geopend_op IS NULL)))
spr.ronde: constraint ronde_gesloten_check CHECK (((status = ANY (ARRAY['gepland'::text, 'open'::text])) = (gesloten_op IS NULL)))
spr.ronde: constraint ronde_nummer_check CHECK ((nummer >= 1))
spr.ronde: constraint ronde_pkey PRIMARY KEY (id)
spr.ronde: constraint ronde_soort_check CHECK ((soort = ANY (ARRAY['sector'::text, 'bovensectoraal'::text, 'schriftelijk'::text, 'terugblik'::text])))
spr.ronde: constraint ronde_status_check CHECK ((status = ANY (ARRAY['gepland'::text, 'open'::text, 'gesloten'::text, 'voorlopig_samengevat'::text, 'samengevat'::text])))
spr.ronde: constraint ronde_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.ronde: constraint ronde_tafel_id_key UNIQUE (tafel, id)
spr.ronde: constraint ronde_tafel_nummer_key UNIQUE (tafel, nummer)
spr.ronde: constraint ronde_termijn_check CHECK (((sluit IS NULL) OR (opent IS NULL) OR (sluit > opent)))
spr.ronde: table
spr.ronde: trigger CREATE TRIGGER ronde_begin BEFORE INSERT ON spr.ronde FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'gepland'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.ronde: trigger CREATE TRIGGER ronde_blijft BEFORE DELETE OR TRUNCATE ON spr.ronde FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.ronde: trigger CREATE TRIGGER ronde_overgang BEFORE UPDATE ON spr.ronde FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.samenvatting: column 01 gesprek bigint not null
spr.samenvatting: column 02 tekst spr.tekst not null
spr.samenvatting: column 03 voorlopig boolean not null
spr.samenvatting: column 04 persoon bigint not null
spr.samenvatting: column 05 organisatie bigint
spr.samenvatting: column 06 op timestamp with time zone not null
spr.samenvatting: column 07 seq bigint not null
spr.samenvatting: constraint samenvatting_gesprek_fkey FOREIGN KEY (gesprek) REFERENCES spr.gesprek(id)
spr.samenvatting: constraint samenvatting_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.samenvatting: constraint samenvatting_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.samenvatting: constraint samenvatting_pkey PRIMARY KEY (gesprek)
spr.samenvatting: table
spr.samenvatting: trigger CREATE TRIGGER samenvatting_blijft BEFORE DELETE OR TRUNCATE ON spr.samenvatting FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.sector: column 01 id bigint not null identity always
spr.sector: column 02 kenmerk text not null
spr.sector: column 03 naam text not null
spr.sector: constraint sector_kenmerk_key UNIQUE (kenmerk)
spr.sector: constraint sector_pkey PRIMARY KEY (id)
spr.sector: table
spr.sessie: column 01 id bigint not null identity always
spr.sessie: column 02 hash text collate C not null
spr.sessie: column 03 persoon bigint not null
spr.sessie: column 04 begonnen timestamp with time zone not null
spr.sessie: column 05 gezien timestamp with time zone not null
spr.sessie: column 06 verloopt timestamp with time zone not null
spr.sessie: column 07 geeindigd timestamp with time zone
spr.sessie: column 08 reden text
spr.sessie: constraint sessie_einde_check CHECK (((geeindigd IS NULL) = (reden IS NULL)))
spr.sessie: constraint sessie_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
spr.sessie: constraint sessie_hash_key UNIQUE (hash)
spr.sessie: constraint sessie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.sessie: constraint sessie_pkey PRIMARY KEY (id)
spr.sessie: constraint sessie_reden_check CHECK ((reden = ANY (ARRAY['afgemeld'::text, 'stil'::text, 'verlopen'::text, 'ingetrokken'::text])))
spr.sessie: constraint sessie_verloopt_check CHECK ((verloopt > begonnen))
spr.sessie: index CREATE INDEX sessie_persoon_idx ON spr.sessie USING btree (persoon) WHERE (geeindigd IS NULL)
spr.sessie: table fillfactor=80
spr.sjabloon: column 01 code text not null
spr.sjabloon: column 02 volgorde integer not null
spr.sjabloon: column 03 naam spr.regel not null
spr.sjabloon: column 04 naam_en spr.regel not null
spr.sjabloon: column 05 uitleg spr.regel not null
spr.sjabloon: column 06 uitleg_en spr.regel not null
spr.sjabloon: column 07 vraag spr.regel not null
spr.sjabloon: column 08 toeschrijving text not null
spr.sjabloon: column 09 openbaarheid text not null
spr.sjabloon: column 10 bijeenkomst spr.regel
spr.sjabloon: column 11 minuten integer
spr.sjabloon: column 12 dagen integer not null
spr.sjabloon: constraint sjabloon_bijeenkomst_check CHECK ((((bijeenkomst IS NULL) = (minuten IS NULL)) AND ((minuten >= 1) AND (minuten <= 1440))))
spr.sjabloon: constraint sjabloon_dagen_check CHECK (((dagen >= 0) AND (dagen <= 365)))
spr.sjabloon: constraint sjabloon_openbaarheid_check CHECK ((openbaarheid = ANY (ARRAY['tafel'::text, 'vertrouwelijk'::text, 'openbaar'::text])))
spr.sjabloon: constraint sjabloon_pkey PRIMARY KEY (code)
spr.sjabloon: constraint sjabloon_toeschrijving_check CHECK ((toeschrijving = ANY (ARRAY['persoon'::text, 'organisatie'::text, 'chatham'::text])))
spr.sjabloon: constraint sjabloon_volgorde_key UNIQUE (volgorde)
spr.sjabloon: table
spr.sjabloon_agendapunt: column 01 sjabloon text not null
spr.sjabloon_agendapunt: column 02 nummer integer not null
spr.sjabloon_agendapunt: column 03 soort text not null
spr.sjabloon_agendapunt: column 04 titel spr.regel not null
spr.sjabloon_agendapunt: column 05 minuten integer not null
spr.sjabloon_agendapunt: constraint sjabloon_agendapunt_minuten_check CHECK (((minuten >= 1) AND (minuten <= 1000)))
spr.sjabloon_agendapunt: constraint sjabloon_agendapunt_pkey PRIMARY KEY (sjabloon, nummer)
spr.sjabloon_agendapunt: constraint sjabloon_agendapunt_sjabloon_fkey FOREIGN KEY (sjabloon) REFERENCES spr.sjabloon(code)
spr.sjabloon_agendapunt: constraint sjabloon_agendapunt_soort_check CHECK ((soort = ANY (ARRAY['ter_kennisname'::text, 'ter_bespreking'::text, 'ter_besluitvorming'::text, 'hamerstuk'::text])))
spr.sjabloon_agendapunt: table
spr.sjabloon_ronde: column 01 sjabloon text not null
spr.sjabloon_ronde: column 02 nummer integer not null
spr.sjabloon_ronde: column 03 soort text not null
spr.sjabloon_ronde: column 04 vraag spr.regel not null
spr.sjabloon_ronde: column 05 opent integer not null
spr.sjabloon_ronde: column 06 sluit integer not null
spr.sjabloon_ronde: constraint sjabloon_ronde_pkey PRIMARY KEY (sjabloon, nummer)
spr.sjabloon_ronde: constraint sjabloon_ronde_sjabloon_fkey FOREIGN KEY (sjabloon) REFERENCES spr.sjabloon(code)
spr.sjabloon_ronde: constraint sjabloon_ronde_soort_check CHECK ((soort = ANY (ARRAY['sector'::text, 'bovensectoraal'::text, 'schriftelijk'::text, 'terugblik'::text])))
spr.sjabloon_ronde: constraint sjabloon_ronde_termijn_check CHECK ((opent < sluit))
spr.sjabloon_ronde: table
spr.sleutel: column 01 persoon bigint not null
spr.sleutel: column 02 sleutel spr.sleuteltekst not null
spr.sleutel: column 03 verzoek_hash bytea
spr.sleutel: column 04 antwoord text
spr.sleutel: column 05 op timestamp with time zone not null
spr.sleutel: constraint sleutel_pkey PRIMARY KEY (persoon, sleutel)
spr.sleutel: table
spr.sleutel: trigger CREATE TRIGGER sleutel_onveranderlijk BEFORE DELETE OR UPDATE OR TRUNCATE ON spr.sleutel FOR EACH STATEMENT EXECUTE FUNCTION rule.log_onveranderlijk()
spr.spreekbeurt: column 01 id bigint not null identity always
spr.spreekbeurt: column 02 tafel bigint not null
spr.spreekbeurt: column 03 bijeenkomst bigint not null
spr.spreekbeurt: column 04 soort text not null
spr.spreekbeurt: column 05 persoon bigint
spr.spreekbeurt: column 06 naam spr.regel
spr.spreekbeurt: column 07 organisatie bigint
spr.spreekbeurt: column 08 status text not null default 'wacht'::text
spr.spreekbeurt: column 09 door bigint not null
spr.spreekbeurt: column 10 op timestamp with time zone not null
spr.spreekbeurt: column 11 begonnen_op timestamp with time zone
spr.spreekbeurt: column 12 geeindigd_op timestamp with time zone
spr.spreekbeurt: constraint spreekbeurt_begonnen_check CHECK (((begonnen_op IS NOT NULL) = (status = ANY (ARRAY['spreekt'::text, 'geweest'::text]))))
spr.spreekbeurt: constraint spreekbeurt_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.spreekbeurt: constraint spreekbeurt_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon(id)
spr.spreekbeurt: constraint spreekbeurt_geeindigd_check CHECK (((geeindigd_op IS NOT NULL) = (status = ANY (ARRAY['geweest'::text, 'vervallen'::text]))))
spr.spreekbeurt: constraint spreekbeurt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.spreekbeurt: constraint spreekbeurt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.spreekbeurt: constraint spreekbeurt_pkey PRIMARY KEY (id)
spr.spreekbeurt: constraint spreekbeurt_soort_check CHECK ((soort = ANY (ARRAY['spreekbeurt'::text, 'punt_van_orde'::text])))
spr.spreekbeurt: constraint spreekbeurt_status_check CHECK ((status = ANY (ARRAY['wacht'::text, 'spreekt'::text, 'geweest'::text, 'vervallen'::text])))
spr.spreekbeurt: constraint spreekbeurt_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.spreekbeurt: constraint spreekbeurt_wie_check CHECK ((num_nonnulls(persoon, naam, organisatie) > 0))
spr.spreekbeurt: index CREATE INDEX spreekbeurt_rij_idx ON spr.spreekbeurt USING btree (bijeenkomst) WHERE (status = ANY (ARRAY['wacht'::text, 'spreekt'::text]))
spr.spreekbeurt: index CREATE INDEX spreekbeurt_tafel_idx ON spr.spreekbeurt USING btree (tafel)
spr.spreekbeurt: index CREATE UNIQUE INDEX spreekbeurt_spreekt_key ON spr.spreekbeurt USING btree (bijeenkomst) WHERE (status = 'spreekt'::text)
spr.spreekbeurt: table
spr.spreekbeurt: trigger CREATE TRIGGER spreekbeurt_begin BEFORE INSERT ON spr.spreekbeurt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'wacht'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.spreekbeurt: trigger CREATE TRIGGER spreekbeurt_blijft BEFORE DELETE OR TRUNCATE ON spr.spreekbeurt FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.spreekbeurt: trigger CREATE TRIGGER spreekbeurt_overgang BEFORE UPDATE ON spr.spreekbeurt FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.standpunt: column 01 id bigint not null identity always
spr.standpunt: column 02 keuzevraag bigint not null
spr.standpunt: column 03 organisatie bigint not null
spr.standpunt: column 04 waarde text not null
spr.standpunt: column 05 optie bigint
spr.standpunt: column 06 grond text
spr.standpunt: column 07 tekst spr.regel
spr.standpunt: column 08 versie integer not null default 1
spr.standpunt: column 09 persoon bigint not null
spr.standpunt: column 10 via text not null
spr.standpunt: column 11 spreker spr.regel
spr.standpunt: column 12 gebeurd_om timestamp with time zone
spr.standpunt: column 13 op timestamp with time zone not null
spr.standpunt: column 14 tekst_versie integer not null default 1
spr.standpunt: column 15 bevestigd_door bigint
spr.standpunt: column 16 bevestigd_via text
spr.standpunt: column 17 bevestigd_spreker spr.regel
spr.standpunt: column 18 bevestigd_gebeurd_om timestamp with time zone
spr.standpunt: column 19 bevestigd_op timestamp with time zone
spr.standpunt: constraint standpunt_bevestigd_check CHECK ((num_nonnulls(bevestigd_door, bevestigd_via, bevestigd_op) = ANY (ARRAY[0, 3])))
spr.standpunt: constraint standpunt_bevestigd_door_fkey FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon(id)
spr.standpunt: constraint standpunt_bevestigd_via_check CHECK ((bevestigd_via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.standpunt: constraint standpunt_grond_check CHECK ((((waarde = 'neemt_niet_deel'::text) = (grond IS NOT NULL)) AND (grond = ANY (ARRAY['geen_mandaat'::text, 'principieel'::text, 'betrokken_belang'::text]))))
spr.standpunt: constraint standpunt_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.standpunt: constraint standpunt_keuzevraag_organisatie_key UNIQUE (keuzevraag, organisatie)
spr.standpunt: constraint standpunt_optie_fkey FOREIGN KEY (keuzevraag, optie) REFERENCES spr.optie(keuzevraag, id)
spr.standpunt: constraint standpunt_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.standpunt: constraint standpunt_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.standpunt: constraint standpunt_pkey PRIMARY KEY (id)
spr.standpunt: constraint standpunt_tekst_check CHECK (((waarde <> ALL (ARRAY['akkoord_mits'::text, 'niet_akkoord'::text])) OR (tekst IS NOT NULL)))
spr.standpunt: constraint standpunt_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.standpunt: constraint standpunt_waarde_check CHECK ((waarde = ANY (ARRAY['akkoord'::text, 'akkoord_mits'::text, 'niet_akkoord'::text, 'neemt_niet_deel'::text])))
spr.standpunt: index CREATE INDEX standpunt_organisatie_idx ON spr.standpunt USING btree (organisatie)
spr.standpunt: table
spr.standpunt: trigger CREATE TRIGGER standpunt_blijft BEFORE DELETE OR TRUNCATE ON spr.standpunt FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.stem: column 01 id bigint not null identity always
spr.stem: column 02 stemming bigint not null
spr.stem: column 03 organisatie bigint not null
spr.stem: column 04 keuze text not null
spr.stem: column 05 grond text
spr.stem: column 06 verklaring spr.regel
spr.stem: column 07 persoon bigint not null
spr.stem: column 08 via text not null
spr.stem: column 09 spreker spr.regel
spr.stem: column 10 gebeurd_om timestamp with time zone
spr.stem: column 11 op timestamp with time zone not null
spr.stem: column 12 gemachtigde bigint
spr.stem: constraint stem_gemachtigde_fkey FOREIGN KEY (stemming, gemachtigde) REFERENCES spr.kiezer(stemming, organisatie)
spr.stem: constraint stem_grond_check CHECK ((((keuze = 'neemt_niet_deel'::text) = (grond IS NOT NULL)) AND (grond = ANY (ARRAY['geen_mandaat'::text, 'principieel'::text, 'betrokken_belang'::text]))))
spr.stem: constraint stem_keuze_check CHECK ((keuze = ANY (ARRAY['voor'::text, 'tegen'::text, 'onthouding'::text, 'neemt_niet_deel'::text])))
spr.stem: constraint stem_kiezer_fkey FOREIGN KEY (stemming, organisatie) REFERENCES spr.kiezer(stemming, organisatie)
spr.stem: constraint stem_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.stem: constraint stem_pkey PRIMARY KEY (id)
spr.stem: constraint stem_stemming_organisatie_key UNIQUE (stemming, organisatie)
spr.stem: constraint stem_via_check CHECK (((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text, 'volmacht'::text])) AND ((via = 'volmacht'::text) = (gemachtigde IS NOT NULL))))
spr.stem: index CREATE INDEX stem_organisatie_idx ON spr.stem USING btree (organisatie)
spr.stem: table
spr.stem: trigger CREATE TRIGGER stem_blijft BEFORE DELETE OR TRUNCATE ON spr.stem FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.stemming: column 01 id bigint not null identity always
spr.stemming: column 02 tafel bigint not null
spr.stemming: column 03 besluit bigint not null
spr.stemming: column 04 methode text not null
spr.stemming: column 05 dt bigint not null
spr.stemming: column 06 dn bigint not null
spr.stemming: column 07 strikt boolean not null
spr.stemming: column 08 qt bigint not null
spr.stemming: column 09 qn bigint not null
spr.stemming: column 10 gewogen boolean not null
spr.stemming: column 11 sectordekking boolean not null
spr.stemming: column 12 zichtbaar text not null
spr.stemming: column 13 koepel_bevestigd text[] not null default '{}'::text[]
spr.stemming: column 14 status text not null default 'open'::text
spr.stemming: column 15 geopend_door bigint not null
spr.stemming: column 16 geopend_op timestamp with time zone not null
spr.stemming: column 17 gesloten_door bigint
spr.stemming: column 18 gesloten_op timestamp with time zone
spr.stemming: column 19 reden spr.regel
spr.stemming: column 20 uitslag jsonb
spr.stemming: column 21 ongehoord bigint[] not null default '{}'::bigint[]
spr.stemming: column 22 uitkomst text
spr.stemming: column 23 seq bigint not null default 0
spr.stemming: column 24 bezwaren bigint[] not null default '{}'::bigint[]
spr.stemming: constraint stemming_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.stemming: constraint stemming_bezwaren_check CHECK (((bezwaren = '{}'::bigint[]) OR ((methode = 'consent'::text) AND (status = 'gesloten'::text))))
spr.stemming: constraint stemming_drempel_check CHECK (((0 < dt) AND (dt <= dn) AND ((NOT strikt) OR (dt < dn))))
spr.stemming: constraint stemming_geopend_door_fkey FOREIGN KEY (geopend_door) REFERENCES spr.persoon(id)
spr.stemming: constraint stemming_gesloten_check CHECK (((status = 'open'::text) = (gesloten_op IS NULL)))
spr.stemming: constraint stemming_gesloten_door_fkey FOREIGN KEY (gesloten_door) REFERENCES spr.persoon(id)
spr.stemming: constraint stemming_methode_check CHECK ((methode = ANY (ARRAY['eenvoudig'::text, 'gekwalificeerd'::text, 'dubbele_meerderheid'::text, 'consent'::text, 'peiling'::text])))
spr.stemming: constraint stemming_pkey PRIMARY KEY (id)
spr.stemming: constraint stemming_quorum_check CHECK (((0 <= qt) AND (qt <= qn) AND (qn > 0)))
spr.stemming: constraint stemming_status_check CHECK ((status = ANY (ARRAY['open'::text, 'gesloten'::text, 'afgebroken'::text])))
spr.stemming: constraint stemming_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.stemming: constraint stemming_uitkomst_check CHECK ((uitkomst = ANY (ARRAY['aangenomen'::text, 'verworpen'::text, 'niet_tot_stand_gekomen'::text])))
spr.stemming: constraint stemming_uitslag_check CHECK ((((status = 'gesloten'::text) = (uitslag IS NOT NULL)) AND (((status = 'gesloten'::text) AND (methode <> 'peiling'::text)) = (uitkomst IS NOT NULL))))
spr.stemming: constraint stemming_zichtbaar_check CHECK ((zichtbaar = ANY (ARRAY['direct'::text, 'na_sluiting'::text])))
spr.stemming: index CREATE INDEX stemming_besluit_idx ON spr.stemming USING btree (besluit)
spr.stemming: index CREATE INDEX stemming_tafel_idx ON spr.stemming USING btree (tafel)
spr.stemming: index CREATE UNIQUE INDEX stemming_open_key ON spr.stemming USING btree (besluit) WHERE (status = 'open'::text)
spr.stemming: table
spr.stemming: trigger CREATE TRIGGER stemming_begin BEFORE INSERT ON spr.stemming FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'open'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.stemming: trigger CREATE TRIGGER stemming_blijft BEFORE DELETE OR TRUNCATE ON spr.stemming FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.stemming: trigger CREATE TRIGGER stemming_overgang BEFORE UPDATE ON spr.stemming FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.stemverzoek: column 01 besluit bigint not null
spr.stemverzoek: column 02 organisatie bigint not null
spr.stemverzoek: column 03 persoon bigint not null
spr.stemverzoek: column 04 via text not null
spr.stemverzoek: column 05 spreker spr.regel
spr.stemverzoek: column 06 gebeurd_om timestamp with time zone
spr.stemverzoek: column 07 op timestamp with time zone not null
spr.stemverzoek: constraint stemverzoek_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.stemverzoek: constraint stemverzoek_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.stemverzoek: constraint stemverzoek_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.stemverzoek: constraint stemverzoek_pkey PRIMARY KEY (besluit, organisatie)
spr.stemverzoek: constraint stemverzoek_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.stemverzoek: table
spr.stemverzoek: trigger CREATE TRIGGER stemverzoek_blijft BEFORE DELETE OR TRUNCATE ON spr.stemverzoek FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.stroom: column 01 id bigint not null identity always
spr.stroom: column 02 naam spr.stroomnaam not null
spr.stroom: column 03 epoch text not null
spr.stroom: column 04 seq bigint not null default 0
spr.stroom: column 05 h bytea not null
spr.stroom: column 06 at timestamp with time zone not null
spr.stroom: constraint stroom_naam_key UNIQUE (naam)
spr.stroom: constraint stroom_pkey PRIMARY KEY (id)
spr.stroom: table fillfactor=50
spr.stuk: column 01 id bigint not null identity always
spr.stuk: column 02 tafel bigint not null
spr.stuk: column 03 bijeenkomst bigint
spr.stuk: column 04 agendapunt bigint
spr.stuk: column 05 titel spr.regel not null
spr.stuk: column 06 adres spr.regel
spr.stuk: column 07 reden spr.regel
spr.stuk: column 08 persoon bigint not null
spr.stuk: column 09 organisatie bigint
spr.stuk: column 10 op timestamp with time zone not null
spr.stuk: column 11 seq bigint not null default 0
spr.stuk: column 12 openbaarheid text not null default 'tafel'::text
spr.stuk: column 13 embargo_tot timestamp with time zone
spr.stuk: column 14 later bigint[] not null default '{}'::bigint[]
spr.stuk: column 15 bestand bigint
spr.stuk: constraint stuk_agendapunt_fkey FOREIGN KEY (agendapunt) REFERENCES spr.agendapunt(id)
spr.stuk: constraint stuk_bestand_fkey FOREIGN KEY (bestand) REFERENCES spr.bestand(id)
spr.stuk: constraint stuk_bestand_key UNIQUE (bestand)
spr.stuk: constraint stuk_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.stuk: constraint stuk_ingetrokken_check CHECK ((num_nonnulls(adres, bestand, reden) = 1))
spr.stuk: constraint stuk_openbaarheid_check CHECK (((openbaarheid = ANY (ARRAY['tafel'::text, 'vertrouwelijk'::text, 'embargo'::text, 'openbaar'::text])) AND ((openbaarheid = 'embargo'::text) = (embargo_tot IS NOT NULL))))
spr.stuk: constraint stuk_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.stuk: constraint stuk_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.stuk: constraint stuk_pkey PRIMARY KEY (id)
spr.stuk: constraint stuk_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.stuk: index CREATE INDEX stuk_embargo_idx ON spr.stuk USING btree (embargo_tot) WHERE (openbaarheid = 'embargo'::text)
spr.stuk: index CREATE INDEX stuk_tafel_idx ON spr.stuk USING btree (tafel)
spr.stuk: table
spr.stuk: trigger CREATE TRIGGER stuk_blijft BEFORE DELETE OR TRUNCATE ON spr.stuk FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.synthese: column 01 id bigint not null identity always
spr.synthese: column 02 tafel bigint not null
spr.synthese: column 03 ronde bigint not null
spr.synthese: column 04 versie integer not null
spr.synthese: column 05 status text not null default 'concept'::text
spr.synthese: column 06 zwijgend bigint[] not null
spr.synthese: column 07 geordend_door bigint not null
spr.synthese: column 08 geordend_op timestamp with time zone not null
spr.synthese: column 09 bevestigd_door bigint
spr.synthese: column 10 bevestigd_op timestamp with time zone
spr.synthese: constraint synthese_bevestigd_check CHECK ((num_nonnulls(bevestigd_door, bevestigd_op) =
CASE
    WHEN (status = 'bevestigd'::text) THEN 2
    ELSE 0
END))
spr.synthese: constraint synthese_bevestigd_door_fkey FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon(id)
spr.synthese: constraint synthese_geordend_door_fkey FOREIGN KEY (geordend_door) REFERENCES spr.persoon(id)
spr.synthese: constraint synthese_pkey PRIMARY KEY (id)
spr.synthese: constraint synthese_ronde_fkey FOREIGN KEY (tafel, ronde) REFERENCES spr.ronde(tafel, id)
spr.synthese: constraint synthese_ronde_versie_key UNIQUE (ronde, versie)
spr.synthese: constraint synthese_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'bevestigd'::text])))
spr.synthese: constraint synthese_versie_check CHECK ((versie >= 1))
spr.synthese: index CREATE UNIQUE INDEX synthese_concept_key ON spr.synthese USING btree (ronde) WHERE (status = 'concept'::text)
spr.synthese: table
spr.synthese: trigger CREATE TRIGGER synthese_begin BEFORE INSERT ON spr.synthese FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'concept'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.synthese: trigger CREATE TRIGGER synthese_blijft BEFORE DELETE OR TRUNCATE ON spr.synthese FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.synthese: trigger CREATE TRIGGER synthese_overgang BEFORE UPDATE ON spr.synthese FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.synthese_bron: column 01 synthese bigint not null
spr.synthese_bron: column 02 regel integer not null
spr.synthese_bron: column 03 nummer integer not null
spr.synthese_bron: column 04 punt bigint
spr.synthese_bron: column 05 samenvatting bigint
spr.synthese_bron: column 06 bijdrage bigint
spr.synthese_bron: constraint synthese_bron_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage(id)
spr.synthese_bron: constraint synthese_bron_een_check CHECK ((num_nonnulls(punt, samenvatting, bijdrage) = 1))
spr.synthese_bron: constraint synthese_bron_pkey PRIMARY KEY (synthese, regel, nummer)
spr.synthese_bron: constraint synthese_bron_punt_fkey FOREIGN KEY (punt) REFERENCES spr.punt(id)
spr.synthese_bron: constraint synthese_bron_regel_fkey FOREIGN KEY (synthese, regel) REFERENCES spr.synthese_regel(synthese, nummer) ON DELETE CASCADE
spr.synthese_bron: constraint synthese_bron_samenvatting_fkey FOREIGN KEY (samenvatting) REFERENCES spr.samenvatting(gesprek)
spr.synthese_bron: table
spr.synthese_bron: trigger CREATE TRIGGER synthese_bron_concept BEFORE INSERT OR DELETE OR UPDATE ON spr.synthese_bron FOR EACH ROW EXECUTE FUNCTION rule.synthese_bewaken()
spr.synthese_regel: column 01 synthese bigint not null
spr.synthese_regel: column 02 nummer integer not null
spr.synthese_regel: column 03 vak text not null
spr.synthese_regel: column 04 tekst spr.regel not null
spr.synthese_regel: constraint synthese_regel_nummer_check CHECK (((nummer >= 1) AND (nummer <= 60)))
spr.synthese_regel: constraint synthese_regel_pkey PRIMARY KEY (synthese, nummer)
spr.synthese_regel: constraint synthese_regel_synthese_fkey FOREIGN KEY (synthese) REFERENCES spr.synthese(id)
spr.synthese_regel: constraint synthese_regel_vak_check CHECK ((vak = ANY (ARRAY['gedeeld'::text, 'spanning'::text, 'open'::text])))
spr.synthese_regel: table
spr.synthese_regel: trigger CREATE TRIGGER synthese_regel_concept BEFORE INSERT OR DELETE OR UPDATE ON spr.synthese_regel FOR EACH ROW EXECUTE FUNCTION rule.synthese_bewaken()
spr.tafel: column 01 id bigint not null identity always
spr.tafel: column 02 kenmerk text not null
spr.tafel: column 03 titel spr.regel not null
spr.tafel: column 04 vraag spr.regel not null
spr.tafel: column 05 opgave spr.regel
spr.tafel: column 06 toeschrijving text not null default 'organisatie'::text
spr.tafel: column 07 openbaarheid text not null default 'tafel'::text
spr.tafel: column 08 status text not null default 'concept'::text
spr.tafel: column 09 reden spr.regel
spr.tafel: column 10 aangemaakt_op timestamp with time zone not null
spr.tafel: column 11 geopend_op timestamp with time zone
spr.tafel: column 12 gesloten_op timestamp with time zone
spr.tafel: column 13 geschorst boolean not null default false
spr.tafel: constraint tafel_geopend_check CHECK (((status <> 'open'::text) OR (geopend_op IS NOT NULL)))
spr.tafel: constraint tafel_gesloten_check CHECK (((status <> 'afgesloten'::text) OR (gesloten_op IS NOT NULL)))
spr.tafel: constraint tafel_kenmerk_check CHECK ((kenmerk ~ '^TT-[0-9]{4}-[0-9]{3,}$'::text))
spr.tafel: constraint tafel_kenmerk_key UNIQUE (kenmerk)
spr.tafel: constraint tafel_openbaarheid_check CHECK ((openbaarheid = ANY (ARRAY['tafel'::text, 'vertrouwelijk'::text, 'openbaar'::text])))
spr.tafel: constraint tafel_pkey PRIMARY KEY (id)
spr.tafel: constraint tafel_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'open'::text, 'opgeschort'::text, 'afgesloten'::text, 'gearchiveerd'::text])))
spr.tafel: constraint tafel_toeschrijving_check CHECK ((toeschrijving = ANY (ARRAY['persoon'::text, 'organisatie'::text, 'chatham'::text])))
spr.tafel: table fillfactor=50
spr.tafel: trigger CREATE TRIGGER tafel_begin BEFORE INSERT ON spr.tafel FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'concept'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.tafel: trigger CREATE TRIGGER tafel_blijft BEFORE DELETE OR TRUNCATE ON spr.tafel FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.tafel: trigger CREATE TRIGGER tafel_overgang BEFORE UPDATE ON spr.tafel FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.toezegbaarheid: column 01 id bigint not null identity always
spr.toezegbaarheid: column 02 tafel bigint not null
spr.toezegbaarheid: column 03 besluit bigint not null
spr.toezegbaarheid: column 04 organisatie bigint not null
spr.toezegbaarheid: column 05 waarde text not null
spr.toezegbaarheid: column 06 terug_voor timestamp with time zone
spr.toezegbaarheid: column 07 persoon bigint not null
spr.toezegbaarheid: column 08 via text not null
spr.toezegbaarheid: column 09 spreker spr.regel
spr.toezegbaarheid: column 10 gebeurd_om timestamp with time zone
spr.toezegbaarheid: column 11 op timestamp with time zone not null
spr.toezegbaarheid: constraint toezegbaarheid_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.toezegbaarheid: constraint toezegbaarheid_besluit_organisatie_key UNIQUE (besluit, organisatie)
spr.toezegbaarheid: constraint toezegbaarheid_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.toezegbaarheid: constraint toezegbaarheid_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.toezegbaarheid: constraint toezegbaarheid_pkey PRIMARY KEY (id)
spr.toezegbaarheid: constraint toezegbaarheid_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.toezegbaarheid: constraint toezegbaarheid_terug_check CHECK (((waarde = 'moet_terug_voor'::text) = (terug_voor IS NOT NULL)))
spr.toezegbaarheid: constraint toezegbaarheid_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.toezegbaarheid: constraint toezegbaarheid_waarde_check CHECK ((waarde = ANY (ARRAY['kan_nu_toezeggen'::text, 'moet_terug_voor'::text, 'zegt_niets'::text])))
spr.toezegbaarheid: index CREATE INDEX toezegbaarheid_tafel_idx ON spr.toezegbaarheid USING btree (tafel)
spr.toezegbaarheid: table
spr.toezegging: column 01 id bigint not null identity always
spr.toezegging: column 02 tafel bigint not null
spr.toezegging: column 03 besluit bigint
spr.toezegging: column 04 organisatie bigint not null
spr.toezegging: column 05 tekst spr.regel not null
spr.toezegging: column 06 voor timestamp with time zone not null
spr.toezegging: column 07 status text not null default 'voorgesteld'::text
spr.toezegging: column 08 persoon bigint not null
spr.toezegging: column 09 namens bigint
spr.toezegging: column 10 op timestamp with time zone not null
spr.toezegging: column 11 aanvaard_door bigint
spr.toezegging: column 12 aanvaard_op timestamp with time zone
spr.toezegging: column 13 bijeenkomst bigint
spr.toezegging: constraint toezegging_aanvaard_check CHECK ((num_nonnulls(aanvaard_door, aanvaard_op) =
CASE
    WHEN (status = ANY (ARRAY['voorgesteld'::text, 'ingetrokken'::text])) THEN 0
    ELSE 2
END))
spr.toezegging: constraint toezegging_aanvaard_door_fkey FOREIGN KEY (aanvaard_door) REFERENCES spr.persoon(id)
spr.toezegging: constraint toezegging_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.toezegging: constraint toezegging_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.toezegging: constraint toezegging_namens_fkey FOREIGN KEY (namens) REFERENCES spr.organisatie(id)
spr.toezegging: constraint toezegging_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.toezegging: constraint toezegging_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.toezegging: constraint toezegging_pkey PRIMARY KEY (id)
spr.toezegging: constraint toezegging_status_check CHECK ((status = ANY (ARRAY['voorgesteld'::text, 'aanvaard'::text, 'loopt'::text, 'vertraagd'::text, 'nagekomen'::text, 'deels'::text, 'niet_nagekomen'::text, 'overgedragen'::text, 'ingetrokken'::text])))
spr.toezegging: constraint toezegging_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.toezegging: index CREATE INDEX toezegging_besluit_idx ON spr.toezegging USING btree (besluit) WHERE (besluit IS NOT NULL)
spr.toezegging: index CREATE INDEX toezegging_tafel_idx ON spr.toezegging USING btree (tafel)
spr.toezegging: table
spr.toezegging: trigger CREATE TRIGGER toezegging_begin BEFORE INSERT ON spr.toezegging FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'voorgesteld'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.toezegging: trigger CREATE TRIGGER toezegging_blijft BEFORE DELETE OR TRUNCATE ON spr.toezegging FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.toezegging: trigger CREATE TRIGGER toezegging_overgang BEFORE UPDATE ON spr.toezegging FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.toezegging_stap: column 01 id bigint not null identity always
spr.toezegging_stap: column 02 toezegging bigint not null
spr.toezegging_stap: column 03 status text not null
spr.toezegging_stap: column 04 verhaal spr.regel not null
spr.toezegging_stap: column 05 persoon bigint not null
spr.toezegging_stap: column 06 via text not null
spr.toezegging_stap: column 07 spreker spr.regel
spr.toezegging_stap: column 08 gebeurd_om timestamp with time zone
spr.toezegging_stap: column 09 op timestamp with time zone not null
spr.toezegging_stap: constraint toezegging_stap_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.toezegging_stap: constraint toezegging_stap_pkey PRIMARY KEY (id)
spr.toezegging_stap: constraint toezegging_stap_toezegging_fkey FOREIGN KEY (toezegging) REFERENCES spr.toezegging(id)
spr.toezegging_stap: constraint toezegging_stap_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.toezegging_stap: index CREATE INDEX toezegging_stap_toezegging_idx ON spr.toezegging_stap USING btree (toezegging)
spr.toezegging_stap: table
spr.toezegging_stap: trigger CREATE TRIGGER toezegging_stap_blijft BEFORE DELETE OR TRUNCATE ON spr.toezegging_stap FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.uitvoerbaarheid: column 01 id bigint not null identity always
spr.uitvoerbaarheid: column 02 tafel bigint not null
spr.uitvoerbaarheid: column 03 keuzevraag bigint not null
spr.uitvoerbaarheid: column 04 optie bigint not null
spr.uitvoerbaarheid: column 05 organisatie bigint not null
spr.uitvoerbaarheid: column 06 oordeel text not null
spr.uitvoerbaarheid: column 07 bevinding spr.regel not null
spr.uitvoerbaarheid: column 08 persoon bigint not null
spr.uitvoerbaarheid: column 09 via text not null
spr.uitvoerbaarheid: column 10 spreker spr.regel
spr.uitvoerbaarheid: column 11 gebeurd_om timestamp with time zone
spr.uitvoerbaarheid: column 12 op timestamp with time zone not null
spr.uitvoerbaarheid: column 13 gepasseerd_door bigint
spr.uitvoerbaarheid: column 14 gepasseerd_reden spr.regel
spr.uitvoerbaarheid: column 15 gepasseerd_op timestamp with time zone
spr.uitvoerbaarheid: constraint uitvoerbaarheid_gepasseerd_check CHECK (((num_nonnulls(gepasseerd_door, gepasseerd_reden, gepasseerd_op) = ANY (ARRAY[0, 3])) AND ((gepasseerd_op IS NULL) OR (oordeel = 'niet_uitvoerbaar'::text))))
spr.uitvoerbaarheid: constraint uitvoerbaarheid_gepasseerd_door_fkey FOREIGN KEY (gepasseerd_door) REFERENCES spr.persoon(id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_keuzevraag_fkey FOREIGN KEY (keuzevraag) REFERENCES spr.keuzevraag(id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_oordeel_check CHECK ((oordeel = ANY (ARRAY['uitvoerbaar'::text, 'met_aanpassing'::text, 'niet_uitvoerbaar'::text])))
spr.uitvoerbaarheid: constraint uitvoerbaarheid_optie_fkey FOREIGN KEY (optie) REFERENCES spr.optie(id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_optie_organisatie_key UNIQUE (optie, organisatie)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_pkey PRIMARY KEY (id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.uitvoerbaarheid: constraint uitvoerbaarheid_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.uitvoerbaarheid: index CREATE INDEX uitvoerbaarheid_keuzevraag_idx ON spr.uitvoerbaarheid USING btree (keuzevraag)
spr.uitvoerbaarheid: index CREATE INDEX uitvoerbaarheid_tafel_idx ON spr.uitvoerbaarheid USING btree (tafel)
spr.uitvoerbaarheid: table
spr.uitvoerbaarheid: trigger CREATE TRIGGER uitvoerbaarheid_blijft BEFORE DELETE OR TRUNCATE ON spr.uitvoerbaarheid FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.vastgelegd: column 01 id bigint not null identity always
spr.vastgelegd: column 02 bijdrage bigint
spr.vastgelegd: column 03 punt bigint
spr.vastgelegd: column 04 door bigint not null
spr.vastgelegd: column 05 organisatie bigint not null
spr.vastgelegd: column 06 spreker spr.regel
spr.vastgelegd: column 07 via text not null
spr.vastgelegd: column 08 gebeurd_om timestamp with time zone
spr.vastgelegd: column 09 vastgelegd_om timestamp with time zone not null
spr.vastgelegd: column 10 termijn timestamp with time zone not null
spr.vastgelegd: column 11 bevestiging text not null default 'open'::text
spr.vastgelegd: column 12 bevestigd_door bigint
spr.vastgelegd: column 13 bevestigd_op timestamp with time zone
spr.vastgelegd: constraint vastgelegd_bevestigd_check CHECK ((num_nonnulls(bevestigd_door, bevestigd_op) =
CASE
    WHEN (bevestiging = 'open'::text) THEN 0
    ELSE 2
END))
spr.vastgelegd: constraint vastgelegd_bevestigd_door_fkey FOREIGN KEY (bevestigd_door) REFERENCES spr.persoon(id)
spr.vastgelegd: constraint vastgelegd_bevestiging_check CHECK ((bevestiging = ANY (ARRAY['open'::text, 'bevestigd'::text, 'verbeterd'::text])))
spr.vastgelegd: constraint vastgelegd_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage(id)
spr.vastgelegd: constraint vastgelegd_bijdrage_key UNIQUE (bijdrage)
spr.vastgelegd: constraint vastgelegd_door_fkey FOREIGN KEY (door) REFERENCES spr.persoon(id)
spr.vastgelegd: constraint vastgelegd_een_check CHECK ((num_nonnulls(bijdrage, punt) = 1))
spr.vastgelegd: constraint vastgelegd_gebeurd_check CHECK ((gebeurd_om <= vastgelegd_om))
spr.vastgelegd: constraint vastgelegd_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.vastgelegd: constraint vastgelegd_pkey PRIMARY KEY (id)
spr.vastgelegd: constraint vastgelegd_punt_fkey FOREIGN KEY (punt) REFERENCES spr.punt(id)
spr.vastgelegd: constraint vastgelegd_punt_key UNIQUE (punt)
spr.vastgelegd: constraint vastgelegd_termijn_check CHECK ((termijn > vastgelegd_om))
spr.vastgelegd: constraint vastgelegd_via_check CHECK ((via = ANY (ARRAY['mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.vastgelegd: table
spr.vastgelegd: trigger CREATE TRIGGER vastgelegd_blijft BEFORE DELETE OR TRUNCATE ON spr.vastgelegd FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.verslag: column 01 id bigint not null identity always
spr.verslag: column 02 tafel bigint not null
spr.verslag: column 03 bijeenkomst bigint not null
spr.verslag: column 04 tekst spr.tekst not null
spr.verslag: column 05 versie integer not null default 1
spr.verslag: column 06 status text not null default 'concept'::text
spr.verslag: column 07 voorgelegd_tekst spr.tekst
spr.verslag: column 08 voorgelegd_versie integer
spr.verslag: column 09 voorgelegd_door bigint
spr.verslag: column 10 voorgelegd_op timestamp with time zone
spr.verslag: column 11 termijn timestamp with time zone
spr.verslag: column 12 vastgesteld_door bigint
spr.verslag: column 13 vastgesteld_op timestamp with time zone
spr.verslag: column 14 persoon bigint not null
spr.verslag: column 15 op timestamp with time zone not null
spr.verslag: column 16 openbaarheid text not null default 'tafel'::text
spr.verslag: column 17 embargo_tot timestamp with time zone
spr.verslag: constraint verslag_bijeenkomst_fkey FOREIGN KEY (bijeenkomst) REFERENCES spr.bijeenkomst(id)
spr.verslag: constraint verslag_bijeenkomst_key UNIQUE (bijeenkomst)
spr.verslag: constraint verslag_openbaarheid_check CHECK (((openbaarheid = ANY (ARRAY['tafel'::text, 'vertrouwelijk'::text, 'embargo'::text, 'openbaar'::text])) AND ((openbaarheid = 'embargo'::text) = (embargo_tot IS NOT NULL))))
spr.verslag: constraint verslag_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.verslag: constraint verslag_pkey PRIMARY KEY (id)
spr.verslag: constraint verslag_status_check CHECK ((status = ANY (ARRAY['concept'::text, 'ter_reactie'::text, 'vastgesteld'::text])))
spr.verslag: constraint verslag_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.verslag: constraint verslag_vastgesteld_check CHECK ((num_nonnulls(vastgesteld_door, vastgesteld_op) =
CASE
    WHEN (status = 'vastgesteld'::text) THEN 2
    ELSE 0
END))
spr.verslag: constraint verslag_vastgesteld_door_fkey FOREIGN KEY (vastgesteld_door) REFERENCES spr.persoon(id)
spr.verslag: constraint verslag_voorgelegd_check CHECK ((num_nonnulls(voorgelegd_tekst, voorgelegd_versie, voorgelegd_door, voorgelegd_op, termijn) =
CASE
    WHEN (status = 'concept'::text) THEN 0
    ELSE 5
END))
spr.verslag: constraint verslag_voorgelegd_door_fkey FOREIGN KEY (voorgelegd_door) REFERENCES spr.persoon(id)
spr.verslag: index CREATE INDEX verslag_embargo_idx ON spr.verslag USING btree (embargo_tot) WHERE (openbaarheid = 'embargo'::text)
spr.verslag: index CREATE INDEX verslag_tafel_idx ON spr.verslag USING btree (tafel)
spr.verslag: table
spr.verslag: trigger CREATE TRIGGER verslag_begin BEFORE INSERT ON spr.verslag FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'concept'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.verslag: trigger CREATE TRIGGER verslag_blijft BEFORE DELETE OR TRUNCATE ON spr.verslag FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.verslag: trigger CREATE TRIGGER verslag_overgang BEFORE UPDATE ON spr.verslag FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.verslag_reactie: column 01 id bigint not null identity always
spr.verslag_reactie: column 02 verslag bigint not null
spr.verslag_reactie: column 03 versie integer not null
spr.verslag_reactie: column 04 organisatie bigint not null
spr.verslag_reactie: column 05 tekst spr.regel not null
spr.verslag_reactie: column 06 persoon bigint not null
spr.verslag_reactie: column 07 via text not null
spr.verslag_reactie: column 08 spreker spr.regel
spr.verslag_reactie: column 09 gebeurd_om timestamp with time zone
spr.verslag_reactie: column 10 op timestamp with time zone not null
spr.verslag_reactie: constraint verslag_reactie_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.verslag_reactie: constraint verslag_reactie_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.verslag_reactie: constraint verslag_reactie_pkey PRIMARY KEY (id)
spr.verslag_reactie: constraint verslag_reactie_verslag_fkey FOREIGN KEY (verslag) REFERENCES spr.verslag(id)
spr.verslag_reactie: constraint verslag_reactie_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'mondeling'::text, 'schriftelijk'::text, 'telefonisch'::text, 'papier'::text])))
spr.verslag_reactie: index CREATE INDEX verslag_reactie_verslag_idx ON spr.verslag_reactie USING btree (verslag)
spr.verslag_reactie: table
spr.verslag_reactie: trigger CREATE TRIGGER verslag_reactie_blijft BEFORE DELETE OR TRUNCATE ON spr.verslag_reactie FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.vertegenwoordiging: column 01 id bigint not null identity always
spr.vertegenwoordiging: column 02 persoon bigint not null
spr.vertegenwoordiging: column 03 organisatie bigint not null
spr.vertegenwoordiging: column 04 functie text not null
spr.vertegenwoordiging: column 05 mag_ondertekenen boolean not null default false
spr.vertegenwoordiging: column 06 van date not null
spr.vertegenwoordiging: column 07 tot date
spr.vertegenwoordiging: column 08 aangewezen_door bigint
spr.vertegenwoordiging: column 09 afgelopen_gemeld boolean not null default false
spr.vertegenwoordiging: constraint vertegenwoordiging_aangewezen_door_fkey FOREIGN KEY (aangewezen_door) REFERENCES spr.persoon(id)
spr.vertegenwoordiging: constraint vertegenwoordiging_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.vertegenwoordiging: constraint vertegenwoordiging_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.vertegenwoordiging: constraint vertegenwoordiging_pkey PRIMARY KEY (id)
spr.vertegenwoordiging: constraint vertegenwoordiging_termijn_check CHECK (((tot IS NULL) OR (tot >= (van - 1))))
spr.vertegenwoordiging: index CREATE INDEX vertegenwoordiging_afloop_idx ON spr.vertegenwoordiging USING btree (tot) WHERE (NOT afgelopen_gemeld)
spr.vertegenwoordiging: index CREATE INDEX vertegenwoordiging_organisatie_idx ON spr.vertegenwoordiging USING btree (organisatie)
spr.vertegenwoordiging: index CREATE INDEX vertegenwoordiging_persoon_idx ON spr.vertegenwoordiging USING btree (persoon)
spr.vertegenwoordiging: table
spr.volmacht: column 01 id bigint not null identity always
spr.volmacht: column 02 tafel bigint not null
spr.volmacht: column 03 besluit bigint not null
spr.volmacht: column 04 gever bigint not null
spr.volmacht: column 05 gemachtigde bigint not null
spr.volmacht: column 06 status text not null default 'gegeven'::text
spr.volmacht: column 07 persoon bigint not null
spr.volmacht: column 08 via text not null
spr.volmacht: column 09 spreker spr.regel
spr.volmacht: column 10 gebeurd_om timestamp with time zone
spr.volmacht: column 11 op timestamp with time zone not null
spr.volmacht: column 12 beeindigd_door bigint
spr.volmacht: column 13 beeindigd_op timestamp with time zone
spr.volmacht: constraint volmacht_beeindigd_check CHECK ((num_nonnulls(beeindigd_door, beeindigd_op) =
CASE status
    WHEN 'gegeven'::text THEN 0
    ELSE 2
END))
spr.volmacht: constraint volmacht_beeindigd_door_fkey FOREIGN KEY (beeindigd_door) REFERENCES spr.persoon(id)
spr.volmacht: constraint volmacht_besluit_fkey FOREIGN KEY (besluit) REFERENCES spr.besluit(id)
spr.volmacht: constraint volmacht_gemachtigde_check CHECK ((gever <> gemachtigde))
spr.volmacht: constraint volmacht_gemachtigde_fkey FOREIGN KEY (gemachtigde) REFERENCES spr.organisatie(id)
spr.volmacht: constraint volmacht_gever_fkey FOREIGN KEY (gever) REFERENCES spr.organisatie(id)
spr.volmacht: constraint volmacht_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.volmacht: constraint volmacht_pkey PRIMARY KEY (id)
spr.volmacht: constraint volmacht_status_check CHECK ((status = ANY (ARRAY['gegeven'::text, 'ingetrokken'::text, 'vervallen'::text])))
spr.volmacht: constraint volmacht_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.volmacht: constraint volmacht_via_check CHECK ((via = ANY (ARRAY['platform'::text, 'schriftelijk'::text, 'papier'::text])))
spr.volmacht: index CREATE INDEX volmacht_tafel_idx ON spr.volmacht USING btree (tafel)
spr.volmacht: index CREATE UNIQUE INDEX volmacht_gemachtigde_key ON spr.volmacht USING btree (besluit, gemachtigde) WHERE (status = 'gegeven'::text)
spr.volmacht: index CREATE UNIQUE INDEX volmacht_gever_key ON spr.volmacht USING btree (besluit, gever) WHERE (status = 'gegeven'::text)
spr.volmacht: table
spr.volmacht: trigger CREATE TRIGGER volmacht_begin BEFORE INSERT ON spr.volmacht FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'gegeven'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.volmacht: trigger CREATE TRIGGER volmacht_blijft BEFORE DELETE OR TRUNCATE ON spr.volmacht FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.volmacht: trigger CREATE TRIGGER volmacht_overgang BEFORE UPDATE ON spr.volmacht FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.voorbereiding: column 01 id bigint not null identity always
spr.voorbereiding: column 02 tafel bigint not null
spr.voorbereiding: column 03 organisatie bigint not null
spr.voorbereiding: column 04 opdracht text not null
spr.voorbereiding: column 05 args jsonb not null
spr.voorbereiding: column 06 status text not null default 'opgesteld'::text
spr.voorbereiding: column 07 versie integer not null default 1
spr.voorbereiding: column 08 persoon bigint not null
spr.voorbereiding: column 09 op timestamp with time zone not null
spr.voorbereiding: column 10 ingestemd_door bigint
spr.voorbereiding: column 11 ingestemd_op timestamp with time zone
spr.voorbereiding: column 12 afgesloten_door bigint
spr.voorbereiding: column 13 afgesloten_op timestamp with time zone
spr.voorbereiding: constraint voorbereiding_afgesloten_check CHECK ((num_nonnulls(afgesloten_door, afgesloten_op) =
CASE
    WHEN (status = ANY (ARRAY['verzonden'::text, 'ingetrokken'::text])) THEN 2
    ELSE 0
END))
spr.voorbereiding: constraint voorbereiding_afgesloten_door_fkey FOREIGN KEY (afgesloten_door) REFERENCES spr.persoon(id)
spr.voorbereiding: constraint voorbereiding_ingestemd_check CHECK (((num_nonnulls(ingestemd_door, ingestemd_op) = ANY (ARRAY[0, 2])) AND ((status <> 'ingestemd'::text) OR (ingestemd_op IS NOT NULL)) AND ((status <> 'opgesteld'::text) OR (ingestemd_op IS NULL)) AND (ingestemd_door <> persoon)))
spr.voorbereiding: constraint voorbereiding_ingestemd_door_fkey FOREIGN KEY (ingestemd_door) REFERENCES spr.persoon(id)
spr.voorbereiding: constraint voorbereiding_opdracht_fkey FOREIGN KEY (opdracht) REFERENCES rule.namens_opdracht(opdracht)
spr.voorbereiding: constraint voorbereiding_organisatie_fkey FOREIGN KEY (organisatie) REFERENCES spr.organisatie(id)
spr.voorbereiding: constraint voorbereiding_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.voorbereiding: constraint voorbereiding_pkey PRIMARY KEY (id)
spr.voorbereiding: constraint voorbereiding_status_check CHECK ((status = ANY (ARRAY['opgesteld'::text, 'ingestemd'::text, 'verzonden'::text, 'ingetrokken'::text])))
spr.voorbereiding: constraint voorbereiding_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.voorbereiding: index CREATE INDEX voorbereiding_organisatie_idx ON spr.voorbereiding USING btree (organisatie, tafel)
spr.voorbereiding: table
spr.voorbereiding: trigger CREATE TRIGGER voorbereiding_begin BEFORE INSERT ON spr.voorbereiding FOR EACH ROW WHEN ((new.status IS DISTINCT FROM 'opgesteld'::text)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.voorbereiding: trigger CREATE TRIGGER voorbereiding_blijft BEFORE DELETE OR TRUNCATE ON spr.voorbereiding FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.voorbereiding: trigger CREATE TRIGGER voorbereiding_overgang BEFORE UPDATE ON spr.voorbereiding FOR EACH ROW WHEN ((new.status IS DISTINCT FROM old.status)) EXECUTE FUNCTION rule.overgang_bewaken()
spr.zetel: column 01 id bigint not null identity always
spr.zetel: column 02 tafel bigint not null
spr.zetel: column 03 deelname bigint
spr.zetel: column 04 persoon bigint not null
spr.zetel: column 05 rollen text[] not null
spr.zetel: column 06 leest_vanaf timestamp with time zone not null
spr.zetel: column 07 leest_tot timestamp with time zone
spr.zetel: constraint zetel_bereik_check CHECK (((leest_tot IS NULL) OR (leest_tot >= leest_vanaf)))
spr.zetel: constraint zetel_deelname_check CHECK (((deelname IS NOT NULL) OR (NOT (rollen && ARRAY['vertegenwoordiger'::text, 'plaatsvervanger'::text, 'ondertekenaar'::text, 'penvoerder'::text, 'rapporteur'::text]))))
spr.zetel: constraint zetel_deelname_fkey FOREIGN KEY (tafel, deelname) REFERENCES spr.deelname(tafel, id)
spr.zetel: constraint zetel_persoon_fkey FOREIGN KEY (persoon) REFERENCES spr.persoon(id)
spr.zetel: constraint zetel_pkey PRIMARY KEY (id)
spr.zetel: constraint zetel_rollen_check CHECK (((cardinality(rollen) >= 1) AND (rollen <@ ARRAY['voorzitter'::text, 'secretaris'::text, 'vertegenwoordiger'::text, 'plaatsvervanger'::text, 'ondertekenaar'::text, 'penvoerder'::text, 'rapporteur'::text, 'toehoorder'::text, 'analist'::text])))
spr.zetel: constraint zetel_tafel_fkey FOREIGN KEY (tafel) REFERENCES spr.tafel(id)
spr.zetel: constraint zetel_tafel_id_key UNIQUE (tafel, id)
spr.zetel: constraint zetel_voorzitter_ondertekenaar_check CHECK ((NOT (rollen @> ARRAY['voorzitter'::text, 'ondertekenaar'::text])))
spr.zetel: index CREATE INDEX zetel_persoon_idx ON spr.zetel USING btree (persoon, tafel)
spr.zetel: index CREATE UNIQUE INDEX zetel_bezet_key ON spr.zetel USING btree (tafel, persoon, COALESCE(deelname, (0)::bigint)) WHERE (leest_tot IS NULL)
spr.zetel: table
spr.zetel: trigger CREATE TRIGGER zetel_blijft BEFORE DELETE OR TRUNCATE ON spr.zetel FOR EACH STATEMENT EXECUTE FUNCTION rule.blijft_bewaren()
spr.zoekstand: column 01 id integer not null default 1
spr.zoekstand: column 02 tot bigint not null default 0
spr.zoekstand: column 03 straks bigint not null default 0
spr.zoekstand: column 04 zodra xid8 not null default pg_current_xact_id()
spr.zoekstand: constraint zoekstand_id_check CHECK ((id = 1))
spr.zoekstand: constraint zoekstand_pkey PRIMARY KEY (id)
spr.zoekstand: constraint zoekstand_straks_check CHECK ((straks >= tot))
spr.zoekstand: table
spr.zoekwoorden: column 01 bijdrage bigint not null
spr.zoekwoorden: column 02 woorden tsvector not null
spr.zoekwoorden: constraint zoekwoorden_bijdrage_fkey FOREIGN KEY (bijdrage) REFERENCES spr.bijdrage(id)
spr.zoekwoorden: constraint zoekwoorden_pkey PRIMARY KEY (bijdrage)
spr.zoekwoorden: index CREATE INDEX zoekwoorden_idx ON spr.zoekwoorden USING gin (woorden)
spr.zoekwoorden: table
api.aantekening_plaatsen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.aanwezigheid_melden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.aanwezigheid_noteren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.achterban_beantwoorden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.achterban_melden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.actiepunt_afronden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.actiepunt_noteren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.agendapunt_afronden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.agendapunt_behandelen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.amendement_afdoen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.amendement_indienen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.amendement_mede_indienen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.amendement_terugtrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bedenking_afdoen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bedenking_beantwoorden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bedenking_indienen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_concluderen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_doorgeleiden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_evalueren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_log(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.besluit_opstellen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_stemming_vragen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.besluit_voorleggen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bestand_afbreken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bestand_afronden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bestand_beginnen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bestand_deel(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bestand_inhoud(sessie text, tafel text, bestand text, vanaf bigint, hoeveel integer): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.bijdrage_herzien(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijdrage_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijdrage_plaatsen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijdrage_tonen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijdrage_verbergen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijdrage_versies(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.bijdrage_zoeken(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_afgelasten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_gastlink(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_hervatten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_openen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_plannen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_schorsen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_schorsing_vragen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bijeenkomst_sluiten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.bladzijde(sessie text, stroom text, na bigint, hoogstens integer): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.deelname_contacten(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.deelname_lijst_uitnodigen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.deelname_opschorten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.deelname_toetreden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.deelname_uitnodigen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.deelname_uittreden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.doorgeleiding_beantwoorden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.export_aanvragen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.export_besluiten(export bigint): returns SETOF rule.exportrij stable security definer set search_path=pg_catalog, pg_temp
api.export_bestand(sessie text, export text, eerste boolean): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.export_blijft(namen text[]): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.export_klaar(export bigint, regels bigint, grootte bigint, sha256 text, reden text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.export_kolommen(): returns TABLE(nr integer, naam text, soort text, nl text, en text) stable security definer set search_path=pg_catalog, pg_temp
api.export_logboek(export bigint): returns TABLE(regel text) stable security definer set search_path=pg_catalog, pg_temp
api.export_pakken(): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.export_stand(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.export_voortgang(export bigint, regels bigint, vertellen boolean): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.feed_lezen(stroom text, na bigint, hoogstens integer): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.gast_melden(geheim text, naam text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.gesprek_ontheffen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.gesprek_punt_noteren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.gesprek_samenvatten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.gevolg_geven(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.gevolg_passeren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.gezondheid(): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.keuzevraag_besluitrijp_maken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.keuzevraag_bevestigen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.keuzevraag_gevolgen_vragen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.keuzevraag_herzien(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.keuzevraag_inbrengen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.keuzevraag_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.klok_tik(): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.knelpunt_afhandelen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.knelpunt_herzien(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.knelpunt_melden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.koppen(stromen text[]): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.leesstand_zetten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.logbeeld_bewaren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.logbeeld_lijst(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.logbeeld_verwijderen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.mijn_pagina(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.ondertekening_zetten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.onderwerp_bijdragen(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.onderwerp_heropenen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.onderwerp_openen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.onderwerp_sluiten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.openbaarheid_zetten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.organisatie_instellen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.overlegtafel_vastleggen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.partij_herkennen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.rechten_toetsen(sessies text[], stromen text[]): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.register_lezen(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.ronde_openen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.ronde_plannen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.ronde_sluiten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.sessie_lezen(sessie text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.sessie_openen(token_hash text, sessie_hash text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.sessie_sluiten(sessie text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.sjabloon_lijst(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.sleutel_afsluiten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.spreekbeurt_afronden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.spreekbeurt_geven(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.spreekbeurt_vragen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.standpunt_innemen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stem_uitbrengen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stemming_afbreken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stemming_openen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stemming_sluiten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stroom_lezen(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.stroom_volgen(sessie text, stroom text, epoch text, since text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stuk_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.stuk_toevoegen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.synthese_bevestigen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.synthese_ordenen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.tafel_aanmaken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.tafel_hervatten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.tafel_lijst(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.tafel_momentopname(sessie text, verzoek text): returns SETOF api.regel stable security definer set search_path=pg_catalog, pg_temp
api.tafel_openen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.tafel_opschorten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.tafel_sluiten(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.toezegbaarheid_melden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.toezegging_aanvaarden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.toezegging_melden(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.toezegging_voorstellen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.uitvoerbaarheid_passeren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.uitvoerbaarheid_toetsen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.verslag_reageren(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.verslag_schrijven(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.verslag_vaststellen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.verslag_voorleggen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.verwerk(doe text[], sessie text[], namens text[], tafel text[], verzoek text[]): returns SETOF api.volgregel volatile security definer set enable_hashjoin=off; enable_material=off; enable_mergejoin=off; enable_seqscan=off; jit=off; plan_cache_mode=force_generic_plan; search_path=pg_catalog, pg_temp
api.verwerk_bewaakt(doe text[], sessie text[], namens text[], tafel text[], verzoek text[]): returns SETOF api.volgregel volatile security definer set enable_hashjoin=off; enable_material=off; enable_mergejoin=off; enable_seqscan=off; jit=off; plan_cache_mode=force_generic_plan; search_path=pg_catalog, pg_temp
api.volmacht_geven(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.volmacht_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.voorbereiding_herzien(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.voorbereiding_instemmen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.voorbereiding_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.voorbereiding_opstellen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.zetel_intrekken(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.zetel_toekennen(sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
api.zoekwoorden_bijwerken(): returns SETOF api.regel volatile security definer set search_path=pg_catalog, pg_temp
rule.aantekening_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.aantekening_plaatsen(c rule.opdracht): returns rule.opdracht volatile
rule.aanwezigheden_boek(c rule.opdracht, ids bigint[], soort text): returns rule.opdracht volatile
rule.aanwezigheid_melden(c rule.opdracht): returns rule.opdracht volatile
rule.aanwezigheid_noteren(c rule.opdracht): returns rule.opdracht volatile
rule.achterban_antwoord_bezwaar(c rule.opdracht, a spr.achterban, i rule.inbreng): returns text stable
rule.achterban_beantwoorden(c rule.opdracht): returns rule.opdracht volatile
rule.achterban_boek(c rule.opdracht, i rule.inbreng, a spr.achterban, soort text): returns rule.opdracht volatile
rule.achterban_meld_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.achterban_melden(c rule.opdracht): returns rule.opdracht volatile
rule.actiepunt_afronden(c rule.opdracht): returns rule.opdracht volatile
rule.actiepunt_bezwaar(c rule.opdracht): returns text stable
rule.actiepunt_boek(c rule.opdracht, a spr.actiepunt, soort text): returns rule.opdracht volatile
rule.actiepunt_noteren(c rule.opdracht): returns rule.opdracht volatile
rule.afgewezen_door(b spr.besluit, s spr.stemming): returns bigint[] stable
rule.agenda_bewaren(c rule.opdracht, b spr.bijeenkomst): returns jsonb[] volatile
rule.agenda_bezwaar(c rule.opdracht, b spr.bijeenkomst): returns text stable
rule.agenda_regel_bezwaar(c rule.opdracht, b spr.bijeenkomst, r jsonb): returns text stable
rule.agenda_sluiten(c rule.opdracht, bijeenkomst bigint): returns rule.opdracht volatile
rule.agendapunt_afronden(c rule.opdracht): returns rule.opdracht volatile
rule.agendapunt_behandelen(c rule.opdracht): returns rule.opdracht volatile
rule.agendapunt_bewaren(c rule.opdracht, b spr.bijeenkomst, r jsonb, nr integer): returns spr.agendapunt volatile
rule.agendapunt_vind(c rule.opdracht, OUT a spr.agendapunt, OUT b spr.bijeenkomst): returns record stable
rule.agendapunten_boek(c rule.opdracht, ids bigint[], soort text): returns rule.opdracht volatile
rule.als_open(status text): returns text immutable
rule.amendement_afdoen(c rule.opdracht): returns rule.opdracht volatile
rule.amendement_afdoen_bezwaar(c rule.opdracht, m spr.amendement, b spr.besluit): returns text stable
rule.amendement_boek(c rule.opdracht, m spr.amendement, soort text): returns rule.opdracht volatile
rule.amendement_dragers(m spr.amendement): returns bigint[] stable
rule.amendement_eindigen(c rule.opdracht, m spr.amendement, wordt text, i rule.inbreng, waarom text): returns rule.opdracht volatile
rule.amendement_indien_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.amendement_indienen(c rule.opdracht): returns rule.opdracht volatile
rule.amendement_loslaten(c rule.opdracht, m spr.amendement, wie bigint, wordt text, i rule.inbreng, waarom text): returns rule.opdracht volatile
rule.amendement_mede_indienen(c rule.opdracht): returns rule.opdracht volatile
rule.amendement_terugtrekken(c rule.opdracht): returns rule.opdracht volatile
rule.amendement_vind(c rule.opdracht): returns spr.amendement stable
rule.amendementen_melden(c rule.opdracht, m spr.amendement, titel text): returns rule.opdracht volatile
rule.amendementen_open(b spr.besluit, OUT nl text, OUT en text): returns record stable
rule.amendementen_sluiten(c rule.opdracht, b spr.besluit, wordt text, waarom text): returns rule.opdracht volatile
rule.amendementen_verlaten(c rule.opdracht, wie bigint): returns rule.opdracht volatile
rule.antwoord(c rule.opdracht, antwoord jsonb): returns rule.opdracht stable
rule.authorise(sessie text, namens text, handeling text, object text): returns text stable
rule.bedenking_afdoen(c rule.opdracht): returns rule.opdracht volatile
rule.bedenking_antwoord_bezwaar(c rule.opdracht, b spr.bedenking): returns text stable
rule.bedenking_beantwoorden(c rule.opdracht): returns rule.opdracht volatile
rule.bedenking_boek(c rule.opdracht, b spr.bedenking, soort text, verder jsonb): returns rule.opdracht volatile
rule.bedenking_indien_bezwaar(c rule.opdracht, i rule.inbreng, k spr.keuzevraag): returns text stable
rule.bedenking_indienen(c rule.opdracht): returns rule.opdracht volatile
rule.bedenking_vind(c rule.opdracht): returns spr.bedenking stable
rule.bedenkingen_handhaven(c rule.opdracht, organisatie bigint): returns rule.opdracht volatile
rule.beeld(a spr.aantekening): returns jsonb stable
rule.beeld(a spr.aanwezigheid): returns jsonb stable
rule.beeld(a spr.achterban): returns jsonb stable
rule.beeld(a spr.actiepunt): returns jsonb stable
rule.beeld(a spr.agendapunt): returns jsonb stable
rule.beeld(a spr.bedenking_antwoord): returns jsonb stable
rule.beeld(a spr.gevolg_antwoord): returns jsonb stable
rule.beeld(b spr.bedenking): returns jsonb stable
rule.beeld(b spr.bericht): returns jsonb stable
rule.beeld(b spr.besluit): returns jsonb stable
rule.beeld(b spr.bestand): returns jsonb stable
rule.beeld(b spr.bijdrage, v spr.vastgelegd, stroom text): returns jsonb stable
rule.beeld(b spr.bijeenkomst): returns jsonb stable
rule.beeld(d spr.deelname): returns jsonb stable
rule.beeld(d spr.doorgeleiding): returns jsonb stable
rule.beeld(e spr.evaluatie): returns jsonb stable
rule.beeld(e spr.export): returns jsonb stable
rule.beeld(g spr.gesprek): returns jsonb stable
rule.beeld(g spr.gevolg): returns jsonb stable
rule.beeld(i spr.organisatie_instelling): returns jsonb stable
rule.beeld(k spr.keuzevraag): returns jsonb stable
rule.beeld(k spr.knelpunt): returns jsonb stable
rule.beeld(m spr.amendement): returns jsonb stable
rule.beeld(o spr.ondertekening): returns jsonb stable
rule.beeld(o spr.onderwerp): returns jsonb stable
rule.beeld(o spr.overlegtafel): returns jsonb stable
rule.beeld(p spr.punt, v spr.vastgelegd): returns jsonb stable
rule.beeld(r spr.ronde): returns jsonb stable
rule.beeld(r spr.verslag_reactie): returns jsonb stable
rule.beeld(s spr.samenvatting): returns jsonb stable
rule.beeld(s spr.spreekbeurt): returns jsonb stable
rule.beeld(s spr.standpunt): returns jsonb stable
rule.beeld(s spr.stem): returns jsonb stable
rule.beeld(s spr.stemming): returns jsonb stable
rule.beeld(s spr.stuk): returns jsonb stable
rule.beeld(s spr.synthese): returns jsonb stable
rule.beeld(s spr.toezegging_stap): returns jsonb stable
rule.beeld(t spr.tafel): returns jsonb stable
rule.beeld(t spr.toezegbaarheid): returns jsonb stable
rule.beeld(t spr.toezegging): returns jsonb stable
rule.beeld(u spr.uitvoerbaarheid): returns jsonb stable
rule.beeld(v spr.keuzevraag_versie): returns jsonb stable
rule.beeld(v spr.vastgelegd): returns jsonb stable
rule.beeld(v spr.verslag): returns jsonb stable
rule.beeld(v spr.volmacht): returns jsonb stable
rule.beeld(v spr.voorbereiding): returns jsonb stable
rule.beeld(z spr.zetel): returns jsonb stable
rule.beeld_concept(b spr.besluit): returns jsonb stable
rule.beeld_concept(s spr.synthese): returns jsonb stable
rule.beeld_concept(v spr.verslag): returns jsonb stable
rule.beleid_laden(): returns void volatile
rule.bericht_aan_lezers(c rule.opdracht, organisatie bigint, stroom text, soort text, ref text, tekst text): returns rule.opdracht volatile
rule.bericht_aan_partij(c rule.opdracht, organisatie bigint, soort text, ref text, tekst text): returns rule.opdracht volatile
rule.bericht_aan_tafel(c rule.opdracht, organisaties bigint[], soort text, ref text, tekst text): returns rule.opdracht volatile
rule.bericht_sturen(c rule.opdracht, aan bigint, soort text, ref text, tekst text): returns rule.opdracht volatile
rule.beschikking(naam text): returns text immutable
rule.besluit_bijlagen(besluit bigint): returns SETOF jsonb stable
rule.besluit_boek(c rule.opdracht, b spr.besluit, soort text): returns rule.opdracht volatile
rule.besluit_concluderen(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_doorgeleiden(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_evalueren(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_opstel_bezwaar(c rule.opdracht, b spr.besluit): returns text stable
rule.besluit_opstellen(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_partijen(b spr.besluit, zicht text, chatham boolean): returns TABLE(organisatie bigint, zijde text) stable
rule.besluit_poort(b spr.besluit, OUT nl text, OUT en text): returns record stable
rule.besluit_sectoren(b spr.besluit): returns bigint[] stable
rule.besluit_stemming_vragen(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_toen(INOUT b spr.besluit, moment timestamp with time zone, OUT afwezig text): returns record stable
rule.besluit_uitkomst(c rule.opdracht, b spr.besluit, uitkomst text, reden text, door bigint, gebeurd_om timestamp with time zone): returns rule.opdracht volatile
rule.besluit_vast(b spr.besluit, zicht text, moment timestamp with time zone): returns text[] stable
rule.besluit_vervangen(c rule.opdracht, oud bigint): returns rule.opdracht volatile
rule.besluit_vind(c rule.opdracht): returns spr.besluit stable
rule.besluit_voorleggen(c rule.opdracht): returns rule.opdracht volatile
rule.besluit_wijzigen(c rule.opdracht, b spr.besluit, wordt text, wanneer timestamp with time zone): returns rule.opdracht volatile
rule.besluit_zicht(l rule.loglezer, b spr.besluit, t spr.tafel, moment timestamp with time zone): returns text stable
rule.besluiten_gewijzigd(sinds timestamp with time zone): returns SETOF bigint stable
rule.besluitenlog(wie bigint, filter jsonb, moment timestamp with time zone): returns SETOF rule.besluitregel stable
rule.bestand_afbreken(c rule.opdracht): returns rule.opdracht volatile
rule.bestand_afronden(c rule.opdracht): returns rule.opdracht volatile
rule.bestand_beginnen(c rule.opdracht): returns rule.opdracht volatile
rule.bestand_deel(c rule.opdracht): returns rule.opdracht volatile
rule.bestand_ruimte(c rule.opdracht, soort text, grootte bigint): returns rule.opdracht stable
rule.bestand_vind(c rule.opdracht): returns spr.bestand stable
rule.bestandssoort(naam text): returns text immutable
rule.beurt(samen text, plekken integer[], doe text[], sessie text[], namens text[], tafel text[], verzoek text[]): returns api.volgregel[] volatile
rule.beurten(doe text[], tafel text[]): returns TABLE(samen text, volg integer[]) stable
rule.bevestig_bezwaar(c rule.opdracht, k spr.keuzevraag, i rule.inbreng): returns text stable
rule.bevestiging_beeld(door bigint, via text, spreker text, gebeurd_om timestamp with time zone, op timestamp with time zone): returns jsonb stable
rule.bijdrage_bevestigen(c rule.opdracht, b spr.bijdrage, o spr.onderwerp, v spr.vastgelegd): returns rule.opdracht volatile
rule.bijdrage_herschrijven(c rule.opdracht, b spr.bijdrage, o spr.onderwerp, v spr.vastgelegd, tekst text, waarom text): returns rule.opdracht volatile
rule.bijdrage_herzien(c rule.opdracht): returns rule.opdracht volatile
rule.bijdrage_inhoud(b spr.bijdrage, v spr.vastgelegd, stroom text): returns jsonb stable
rule.bijdrage_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.bijdrage_plaatsen(c rule.opdracht): returns rule.opdracht volatile
rule.bijdrage_plaatsen_in_log(b spr.bijdrage): returns bigint[] stable
rule.bijdrage_plaatsen_samen(cs rule.opdracht[]): returns rule.opdracht[] volatile
rule.bijdrage_rij(id bigint, tafel bigint, onderwerp bigint, soort text, tekst text, persoonlijke_titel boolean, persoon bigint, organisatie bigint, antwoord_op bigint, citaat text, nu timestamp with time zone): returns spr.bijdrage stable
rule.bijdrage_tonen(c rule.opdracht): returns rule.opdracht volatile
rule.bijdrage_vastleggen(c rule.opdracht, v spr.vastgelegd, stroom text, titel text): returns rule.opdracht volatile
rule.bijdrage_verbergen(c rule.opdracht): returns rule.opdracht volatile
rule.bijdrage_vind(c rule.opdracht, OUT b spr.bijdrage, OUT o spr.onderwerp, OUT v spr.vastgelegd): returns record stable
rule.bijdrage_wegnemen(c rule.opdracht, b spr.bijdrage, o spr.onderwerp, v spr.vastgelegd, wordt text, soort text, waarom text): returns rule.opdracht volatile
rule.bijdrage_wijzig_bezwaar(c rule.opdracht, b spr.bijdrage, o spr.onderwerp, v spr.vastgelegd): returns text stable
rule.bijdragen_beantwoord(cs rule.opdracht[], geplaatst integer[], bijdragen spr.bijdrage[], geboekt api.regel[], geweigerd integer[], codes text[]): returns rule.opdracht[] stable
rule.bijdragen_beeld(rijen spr.bijdrage[], stroom text): returns jsonb stable
rule.bijdragen_gemaakt(cs rule.opdracht[]): returns TABLE(nr integer, b spr.bijdrage, v spr.vastgelegd, stroom text, titel text, boeking rule.boeking, bezwaar text) volatile
rule.bijdragen_gevonden(tafel bigint, vraag tsquery): returns SETOF spr.bijdrage stable
rule.bijdragen_gevraagd(cs rule.opdracht[]): returns TABLE(nr bigint, persoon bigint, namens bigint, organisatie bigint, tafel bigint, nu timestamp with time zone, args jsonb, tekst text, citaat text, antwoord_op bigint, onderwerp bigint, stroom text, titel text, bezwaar text) stable
rule.bijeenkomst_afgelasten(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_bericht(c rule.opdracht, b spr.bijeenkomst, soort text): returns rule.opdracht volatile
rule.bijeenkomst_bewaren(c rule.opdracht, b spr.bijeenkomst): returns spr.bijeenkomst volatile
rule.bijeenkomst_boek(c rule.opdracht, b spr.bijeenkomst, soort text): returns rule.opdracht volatile
rule.bijeenkomst_gastlink(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_hervatten(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_nu(tafel bigint): returns bigint stable
rule.bijeenkomst_openen(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_plan_bezwaar(c rule.opdracht, b spr.bijeenkomst): returns text stable
rule.bijeenkomst_plannen(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_schorsen(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_schorsing_vragen(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_sluiten(c rule.opdracht): returns rule.opdracht volatile
rule.bijeenkomst_vind(c rule.opdracht): returns spr.bijeenkomst stable
rule.bladzijde_beeld(rijen jsonb, hoogstens integer, nieuwste boolean): returns text immutable
rule.blijft_bewaren(): returns trigger volatile set search_path=pg_catalog, pg_temp
rule.boek(c rule.opdracht, stroom text, soort text, ref text, inhoud jsonb, wist bigint[]): returns rule.opdracht volatile
rule.boek_buiten(c rule.opdracht, bron api.regel, soort text, ref text, inhoud jsonb, wist bigint[], velden text[], reden text): returns SETOF api.regel volatile
rule.boek_klok(tafel bigint, soort text, ref text, inhoud jsonb, nu timestamp with time zone): returns SETOF api.regel volatile
rule.boek_lijst(c rule.opdracht, stroom text, soort text, ref text, vast jsonb, lijst text, rijen jsonb[]): returns rule.opdracht volatile
rule.boekrecht(c rule.opdracht, stroom text, soort text): returns rule.boekrecht stable
rule.buiten_beeld(toestand jsonb): returns jsonb stable
rule.buiten_deel(inhoud jsonb): returns jsonb stable
rule.citaten_laten_vervallen(c rule.opdracht, b spr.bijdrage, stroom text): returns rule.opdracht volatile
rule.concludeer_bezwaar(c rule.opdracht, b spr.besluit): returns text stable
rule.consent_bezwaar(c rule.opdracht, s spr.stemming, organisatie bigint, OUT nl text, OUT en text): returns record stable
rule.contacten(wie bigint, tafel bigint, moment timestamp with time zone): returns jsonb stable
rule.dag(moment timestamp with time zone): returns date stable
rule.deel_bytes(): returns integer immutable
rule.deelname_eigen(c rule.opdracht): returns spr.deelname stable
rule.deelname_lijst_uitnodigen(c rule.opdracht): returns rule.opdracht volatile
rule.deelname_melden(c rule.opdracht, d spr.deelname): returns rule.opdracht volatile
rule.deelname_opschorten(c rule.opdracht): returns rule.opdracht volatile
rule.deelname_toetreden(c rule.opdracht): returns rule.opdracht volatile
rule.deelname_uitnodigen(c rule.opdracht): returns rule.opdracht volatile
rule.deelname_uittreden(c rule.opdracht): returns rule.opdracht volatile
rule.door(persoon bigint, organisatie bigint, namens bigint, args jsonb): returns text stable
rule.doorgeleiding_beantwoorden(c rule.opdracht): returns rule.opdracht volatile
rule.doorgeleiding_bezwaar(c rule.opdracht, b spr.besluit, o spr.overlegtafel): returns text stable
rule.doorgeleiding_boek(c rule.opdracht, d spr.doorgeleiding, soort text): returns rule.opdracht volatile
rule.drempel_gehaald(voor numeric, tegen numeric, dt bigint, dn bigint, strikt boolean): returns boolean immutable
rule.drietallen(sleutel text): returns text[] immutable
rule.einde(c rule.opdracht): returns SETOF api.regel volatile
rule.einde_samen(cs rule.opdracht[]): returns SETOF api.volgregel volatile
rule.email_klopt(email text): returns boolean immutable
rule.epoch(): returns text stable
rule.epoch_nieuw(): returns text volatile
rule.export_aanvragen(c rule.opdracht): returns rule.opdracht volatile
rule.export_besluiten(wie bigint, filter jsonb, peil timestamp with time zone, moment timestamp with time zone): returns SETOF rule.exportrij stable
rule.export_kenmerk(formaat text, tafel bigint, filter jsonb, peil timestamp with time zone): returns text stable
rule.export_kop(e spr.export): returns jsonb stable
rule.export_logboek(wie bigint, tafel bigint, peil timestamp with time zone, moment timestamp with time zone): returns SETOF text stable
rule.export_ondertekenaars(besluit bigint, peil timestamp with time zone, OUT namen text, OUT kvk text): returns record stable
rule.export_recht(e spr.export, moment timestamp with time zone): returns text stable
rule.export_ruimte(e spr.export): returns bigint stable
rule.export_tel(e spr.export, nu timestamp with time zone): returns api.regel volatile
rule.export_telling(b spr.besluit, peil timestamp with time zone, buiten boolean, OUT methode text, OUT kiezers bigint, OUT voor bigint, OUT tegen bigint, OUT onthouding bigint, OUT niet_deel bigint, OUT opkomst text): returns record stable
rule.export_verlopen(tafel bigint): returns void volatile
rule.export_voor(wie text, formaat text, filter text, tafel text, peildatum text): returns SETOF api.regel volatile
rule.export_weiger(c rule.opdracht, peil timestamp with time zone): returns rule.opdracht stable
rule.fout(code text, nl text, en text): returns text stable
rule.frames(s spr.stroom, na bigint, tot bigint, hoogstens integer): returns SETOF api.regel stable
rule.gaat_samen(doe text): returns boolean immutable
rule.gast_bezwaar(b spr.bijeenkomst, naam text): returns text stable
rule.gast_melden(geheim text, naam text, nu timestamp with time zone): returns SETOF api.regel volatile
rule.gebeurd_geldig(c rule.opdracht, na timestamp with time zone): returns boolean stable
rule.geboekt(c rule.opdracht, id bigint, stroom text): returns rule.opdracht stable
rule.gesprek_bezwaar(c rule.opdracht, g spr.gesprek, soort text): returns text stable
rule.gesprek_ontheffen(c rule.opdracht): returns rule.opdracht volatile
rule.gesprek_punt_noteren(c rule.opdracht): returns rule.opdracht volatile
rule.gesprek_samenvatten(c rule.opdracht): returns rule.opdracht volatile
rule.gesprek_vind(c rule.opdracht): returns spr.gesprek stable
rule.gesprekken_aanvullen(c rule.opdracht, r spr.ronde, sectoren bigint[]): returns void volatile
rule.gesprekken_beeld(ronde bigint): returns jsonb stable
rule.gesprekken_die_wachten(r spr.ronde): returns text stable
rule.getal(id text): returns bigint immutable
rule.gevolg_antwoord_bezwaar(c rule.opdracht, i rule.inbreng, a jsonb): returns text stable
rule.gevolg_bevestigen(c rule.opdracht, i rule.inbreng, cel bigint): returns rule.opdracht volatile
rule.gevolg_boeken(c rule.opdracht, g spr.gevolg, a spr.gevolg_antwoord, soort text): returns rule.opdracht volatile
rule.gevolg_geven(c rule.opdracht): returns rule.opdracht volatile
rule.gevolg_optekenen(c rule.opdracht, i rule.inbreng, ant jsonb): returns rule.opdracht volatile
rule.gevolg_partijen(g spr.gevolg): returns bigint[] stable
rule.gevolg_passeren(c rule.opdracht): returns rule.opdracht volatile
rule.gevolg_stand(g spr.gevolg): returns text stable
rule.gevolgen_boek(c rule.opdracht, k spr.keuzevraag): returns rule.opdracht volatile
rule.gevolgen_hervragen(c rule.opdracht, k spr.keuzevraag, opties bigint[]): returns rule.opdracht volatile
rule.gevolgen_maken(k spr.keuzevraag): returns void volatile
rule.gevraagd(doen text[], sessies text[], sprekers text[], tafels text[], verzoeken text[], moment timestamp with time zone, vandaag date): returns TABLE(nr bigint, doe text, sessie bigint, persoon bigint, namens bigint, organisatie bigint, tafel bigint, sleutel text, hash bytea, args jsonb, status text, rollen text[], nodig text[], staten text[], van_tafel boolean, gedaan boolean, antwoord text, bezwaar text, later boolean) stable
rule.gewacht_op(b spr.besluit, moment timestamp with time zone): returns SETOF spr.achterban stable
rule.heeft_pen(c rule.opdracht, g spr.gesprek): returns boolean stable
rule.herzien_bezwaar(c rule.opdracht, k spr.keuzevraag): returns text stable
rule.herzien_inhoud_bezwaar(c rule.opdracht, k spr.keuzevraag): returns rule.opdracht stable
rule.herzien_opties(c rule.opdracht, k spr.keuzevraag): returns SETOF spr.optie stable
rule.hoedanigheden(persoon bigint, p rule.plek, moment timestamp with time zone): returns SETOF rule.hoedanigheid stable
rule.houd(waarde jsonb, velden text[], pad text): returns jsonb stable
rule.ids(nummers bigint[]): returns jsonb immutable
rule.ik_beeld(wie bigint, tafel bigint, moment timestamp with time zone): returns jsonb stable
rule.inbreng(c rule.opdracht): returns rule.inbreng stable
rule.inbreng_beeld(persoon bigint, via text, spreker text, gebeurd_om timestamp with time zone, op timestamp with time zone): returns jsonb stable
rule.inbreng_melden(c rule.opdracht, i rule.inbreng, ref text, tekst text): returns rule.opdracht volatile
rule.inhoud_alleen_afwezig(): returns trigger volatile set search_path=pg_catalog, pg_temp
rule.inhoud_wissen(naam text, plaatsen bigint[], reden text): returns SETOF api.regel volatile
rule.inloglink_maken(persoon bigint, token_hash text, geldig interval): returns timestamp with time zone volatile
rule.instellen_weiger(c rule.opdracht, i spr.organisatie_instelling): returns rule.opdracht stable
rule.instemming_vragen(c rule.opdracht, v spr.voorbereiding): returns rule.opdracht volatile
rule.is_bestandsnaam(naam text): returns boolean immutable
rule.is_buiten(lijst text, rij jsonb): returns boolean stable
rule.is_kantoorstuk(inhoud bytea, soort text): returns boolean immutable
rule.is_platte_tekst(inhoud bytea): returns boolean immutable
rule.is_regel(tekst text): returns boolean immutable
rule.is_schrijver(c rule.opdracht, b spr.bijdrage, v spr.vastgelegd): returns boolean immutable
rule.is_soort(inhoud bytea, soort text): returns boolean immutable
rule.is_stem(uitslag jsonb): returns boolean immutable
rule.is_tekst(tekst text): returns boolean immutable
rule.is_webadres(adres text): returns boolean immutable
rule.kamer_geopend(stroom text): returns timestamp with time zone stable
rule.kenmerk_geven(soort text, nu timestamp with time zone): returns text volatile
rule.kent_tafel(persoon bigint, tafel bigint, status text, moment timestamp with time zone): returns boolean stable
rule.keten(begin_h bytea, leaf text): returns bytea immutable
rule.keten_nagaan(naam text): returns bigint stable
rule.keten_stap(h bytea, begin_h bytea, leaf text): returns bytea immutable
rule.keuzevraag_besluiten(c rule.opdracht, keuzevraag bigint): returns rule.opdracht volatile
rule.keuzevraag_besluitrijp_maken(c rule.opdracht): returns rule.opdracht volatile
rule.keuzevraag_bevestigen(c rule.opdracht): returns rule.opdracht volatile
rule.keuzevraag_bewaren(c rule.opdracht, k spr.keuzevraag): returns spr.keuzevraag volatile
rule.keuzevraag_boek(c rule.opdracht, k spr.keuzevraag, soort text): returns rule.opdracht volatile
rule.keuzevraag_gevolgen_vragen(c rule.opdracht): returns rule.opdracht volatile
rule.keuzevraag_herzien(c rule.opdracht): returns rule.opdracht volatile
rule.keuzevraag_inbrengen(c rule.opdracht): returns rule.opdracht volatile
rule.keuzevraag_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.keuzevraag_loopt(keuzevraag bigint): returns boolean stable
rule.keuzevraag_vind(c rule.opdracht): returns spr.keuzevraag stable
rule.klasse_van(soort text): returns text stable
rule.knelpunt_afhandelen(c rule.opdracht): returns rule.opdracht volatile
rule.knelpunt_berichten(k spr.knelpunt, nu timestamp with time zone): returns SETOF rule.boeking volatile
rule.knelpunt_boek(c rule.opdracht, k spr.knelpunt, soort text): returns rule.opdracht volatile
rule.knelpunt_gevuld(c rule.opdracht, k spr.knelpunt): returns spr.knelpunt stable
rule.knelpunt_herzien(c rule.opdracht): returns rule.opdracht volatile
rule.knelpunt_inhoud_bezwaar(c rule.opdracht, k spr.knelpunt, oud spr.knelpunt): returns rule.opdracht stable
rule.knelpunt_melden(c rule.opdracht): returns rule.opdracht volatile
rule.knelpunt_oppakken(c rule.opdracht, knelpunt bigint): returns rule.opdracht volatile
rule.knelpunt_terugleggen(c rule.opdracht, knelpunt bigint): returns rule.opdracht volatile
rule.knelpunt_vind(c rule.opdracht): returns spr.knelpunt stable
rule.knelpunt_vol(c rule.opdracht, wie bigint): returns boolean stable
rule.knelpunt_wijzig_bezwaar(c rule.opdracht, k spr.knelpunt): returns text stable
rule.laatste_bijdragen(o spr.onderwerp, voor bigint, na_seq bigint, hoogstens integer): returns SETOF spr.bijdrage stable
rule.le(b bytea, plek integer, breedte integer): returns bigint immutable
rule.lees_grens(wie bigint, stroom text, moment timestamp with time zone): returns bigint stable
rule.leesbare_stromen(persoon bigint, moment timestamp with time zone, tafel bigint): returns SETOF rule.leesrecht stable
rule.leesbare_stromen(sessie text): returns SETOF rule.leesrecht stable
rule.leesbereik(wie bigint, s spr.stroom, moment timestamp with time zone, OUT eerste bigint, OUT laatste bigint): returns record stable
rule.leesrecht(persoon bigint, stroom text, moment timestamp with time zone): returns rule.leesrecht stable
rule.leesstand_zetten(c rule.opdracht): returns rule.opdracht volatile
rule.leidde(c rule.opdracht, b spr.besluit, i rule.inbreng): returns boolean stable
rule.lezer(sessie text): returns bigint stable
rule.lijken_op(sleutels text[]): returns TABLE(sleutel text, ids bigint[]) stable set enable_hashjoin=on
rule.lijst(waarden jsonb): returns jsonb immutable
rule.lijst_gelezen(tekst text): returns TABLE(nr integer, naam text, email text) immutable
rule.lijst_herkend(tekst text, aan_tafel bigint[]): returns jsonb stable set enable_hashjoin=on
rule.log_beeld(r rule.besluitregel, heel boolean): returns jsonb stable
rule.log_delen(r rule.besluitregel): returns jsonb stable set plan_cache_mode=force_generic_plan
rule.log_frame(stroom text, seq bigint, leaf text, h bytea, inhoud text, zout bytea, door text, doorzout bytea, afwezig text): returns text stable
rule.log_gekozen(wie bigint, filter jsonb, moment timestamp with time zone): returns TABLE(nr bigint, besluit bigint, zicht text, gezien_tot timestamp with time zone) stable set plan_cache_mode=force_custom_plan
rule.log_gevolgen(r rule.besluitregel): returns jsonb stable
rule.log_leaf(at timestamp with time zone, door text, inhoud text, ref text, seq bigint, soort text, stroom text): returns text stable
rule.log_lezer(wie bigint, moment timestamp with time zone): returns rule.loglezer stable
rule.log_onveranderlijk(): returns trigger volatile set search_path=pg_catalog, pg_temp
rule.log_partijen(r rule.besluitregel): returns jsonb stable
rule.log_past(b spr.besluit, filter jsonb, van timestamp with time zone, voor timestamp with time zone, moment timestamp with time zone): returns boolean stable
rule.log_periode(filter jsonb, moment timestamp with time zone, OUT van timestamp with time zone, OUT tot timestamp with time zone): returns record stable
rule.log_schrijf(naam text, soort text, ref text, door text, inhoud text, nu timestamp with time zone, wist bigint[], bron bigint): returns api.regel volatile
rule.log_schrijven(boekingen rule.boeking[], nu timestamp with time zone): returns api.regel[] volatile
rule.log_standpunten(keuzevragen bigint[], buiten boolean[], tot timestamp with time zone[]): returns jsonb stable
rule.log_stemmingen(r rule.besluitregel): returns jsonb stable
rule.log_stemverdeling(r rule.besluitregel, stemming bigint): returns jsonb stable
rule.log_tellen(namen text[]): returns jsonb immutable
rule.log_tellingen(wie bigint, filter jsonb, moment timestamp with time zone): returns jsonb stable
rule.log_toezegging(z spr.toezegging, tot timestamp with time zone): returns text stable
rule.log_uitslag(uitslag jsonb, zicht text): returns jsonb immutable
rule.logbeeld_bewaren(c rule.opdracht): returns rule.opdracht volatile
rule.logbeeld_verwijderen(c rule.opdracht): returns rule.opdracht volatile
rule.logbeelden(wie bigint): returns jsonb stable
rule.mag_bestand(wie bigint, b spr.bestand, moment timestamp with time zone): returns boolean stable
rule.mag_binden(c rule.opdracht, i rule.inbreng): returns boolean stable
rule.mag_boeken(c rule.opdracht, stroom text, soort text): returns boolean stable
rule.mag_handeling(c rule.opdracht, h rule.handeling): returns rule.opdracht stable
rule.mag_hier_schrijven(wie bigint, stroom text, moment timestamp with time zone): returns boolean stable
rule.mag_lezen(c rule.opdracht, stroom text): returns boolean stable
rule.mag_stroom(persoon bigint, organisatie bigint, stroom text, recht text, moment timestamp with time zone, soort text): returns boolean stable
rule.mediatype(soort text): returns text immutable
rule.meesprekers(tafel bigint): returns SETOF spr.deelname stable
rule.megabyte(bytes bigint): returns text immutable
rule.met_vertegenwoordiger(rollen text[]): returns text[] immutable
rule.mijn_besluiten(p rule.mijnplaats, moment timestamp with time zone): returns SETOF rule.mijnregel stable
rule.mijn_keuzes(p rule.mijnplaats): returns SETOF rule.mijnregel stable
rule.mijn_nakoming(p rule.mijnplaats, moment timestamp with time zone): returns SETOF rule.mijnregel stable
rule.mijn_pagina(wie bigint, moment timestamp with time zone): returns jsonb stable
rule.mijn_plaatsen(wie bigint, moment timestamp with time zone): returns SETOF rule.mijnplaats stable
rule.mijn_regels(wie bigint, moment timestamp with time zone): returns SETOF rule.mijnregel stable
rule.mijn_vastgelegd(wie bigint, p rule.mijnplaats, moment timestamp with time zone): returns SETOF rule.mijnregel stable
rule.mijn_zelf(wie bigint, moment timestamp with time zone): returns SETOF rule.mijnregel stable
rule.moment(tijd text): returns timestamp with time zone stable
rule.naamsleutel(naam text): returns text immutable
rule.namens_afronden(c rule.opdracht): returns rule.opdracht volatile
rule.namens_toetsen(c rule.opdracht): returns rule.opdracht stable
rule.noteren_bezwaar(c rule.opdracht, b spr.bijeenkomst): returns text stable
rule.nu(): returns timestamp with time zone volatile
rule.onderteken_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.ondertekening_zetten(c rule.opdracht): returns rule.opdracht volatile
rule.onderwerp_bezwaar(c rule.opdracht, o spr.onderwerp, soort text): returns text stable
rule.onderwerp_heropenen(c rule.opdracht): returns rule.opdracht volatile
rule.onderwerp_openen(c rule.opdracht): returns rule.opdracht volatile
rule.onderwerp_sluiten(c rule.opdracht): returns rule.opdracht volatile
rule.onderwerp_vind(c rule.opdracht, nummer text): returns spr.onderwerp stable
rule.ongehoorde_sectoren(b spr.besluit): returns bigint[] stable
rule.oordeel(rollen text[], nodig text[], staten text[], tafel boolean, status text): returns text immutable
rule.openbaarheid_beeld(openbaarheid text, embargo_tot timestamp with time zone): returns jsonb stable
rule.openbaarheid_lijsten(d rule.openbaar_ding, lijst text, rij jsonb): returns SETOF jsonb stable
rule.openbaarheid_schrijf(d rule.openbaar_ding, wordt text, sluit_tot timestamp with time zone, verlopen_op timestamp with time zone, OUT lijst text, OUT rij jsonb): returns record volatile
rule.openbaarheid_vind(c rule.opdracht): returns rule.openbaar_ding stable
rule.openbaarheid_weiger(c rule.opdracht, d rule.openbaar_ding): returns rule.opdracht stable
rule.openbaarheid_zetten(c rule.opdracht): returns rule.opdracht volatile
rule.opkomst_zetten(c rule.opdracht, bijeenkomst bigint, wie bigint, opkomst text): returns bigint volatile
rule.opties_beeld(keuzevraag bigint): returns jsonb stable
rule.opties_bezwaar(opties jsonb): returns boolean stable
rule.organisatie_instellen(c rule.opdracht): returns rule.opdracht volatile
rule.organisatie_json(id bigint, vandaag date): returns jsonb stable
rule.organisatie_vastleggen(naam text, soort text, zijde text, sectoren bigint[], afkorting text, koepel bigint, vertegenwoordigt_aantal bigint, kvk text, website text, bron text, fictief boolean): returns bigint volatile
rule.overgang_bewaken(): returns trigger volatile set search_path=pg_catalog, pg_temp

rule.overlegtafel_bezwaar(c rule.opdracht, o spr.overlegtafel): returns text stable
rule.overlegtafel_vastleggen(c rule.opdracht): returns rule.opdracht volatile
rule.partij_herkennen(c rule.opdracht): returns rule.opdracht stable
rule.partijen_bezwaar(c rule.opdracht): returns text stable
rule.partijen_uitnodigen(c rule.opdracht): returns rule.opdracht volatile
rule.past(inhoud text): returns boolean stable
rule.peiling_sluiten(c rule.opdracht, s spr.stemming, b spr.besluit): returns rule.opdracht volatile
rule.persoon_json(id bigint): returns jsonb stable
rule.persoon_vastleggen(naam text, fictief boolean): returns bigint volatile
rule.plaats(c rule.opdracht, stroom text): returns bigint immutable
rule.platform_schrijf(stroom text, soort text, ref text, inhoud jsonb): returns void volatile
rule.platformrollen(persoon bigint, moment timestamp with time zone): returns SETOF text stable
rule.plek(stroom text): returns rule.plek stable
rule.plenair(rollen text[], status text): returns SETOF text stable
rule.punt_bevestigen(c rule.opdracht, g spr.gesprek, p spr.punt): returns rule.opdracht volatile
rule.punt_nieuw(c rule.opdracht, g spr.gesprek, tekst text): returns rule.opdracht volatile
rule.punt_wijzigen(c rule.opdracht, g spr.gesprek, p spr.punt, tekst text): returns rule.opdracht volatile
rule.quorum_gehaald(aanwezig bigint, kiezers bigint, qt bigint, qn bigint): returns boolean immutable
rule.raakt_toegang(doe text): returns boolean immutable
rule.rapporteur_zetel(tafel bigint, sector bigint, persoon bigint): returns bigint stable
rule.rapporteurs_kloppen(c rule.opdracht, sectoren bigint[]): returns boolean stable
rule.roep(doe text, sessie text, namens text, tafel text, verzoek text): returns SETOF api.regel volatile
rule.roep_samen(doe text, cs rule.opdracht[]): returns rule.opdracht[] volatile
rule.rol_intrekken(persoon bigint, rol text): returns void volatile
rule.rol_toekennen(persoon bigint, rol text): returns bigint volatile
rule.rollen_hier(persoon bigint, organisatie bigint, tafel bigint, moment timestamp with time zone): returns text[] stable
rule.ronde_bijwerken(c rule.opdracht, ronde bigint): returns rule.opdracht volatile
rule.ronde_openen(c rule.opdracht): returns rule.opdracht volatile
rule.ronde_plannen(c rule.opdracht): returns rule.opdracht volatile
rule.ronde_sluiten(c rule.opdracht): returns rule.opdracht volatile
rule.ronde_vind(c rule.opdracht): returns spr.ronde stable
rule.schoon(tekst text): returns text immutable
rule.sector_json(id bigint): returns jsonb stable
rule.sector_vastleggen(kenmerk text, naam text): returns bigint volatile
rule.sectoren_aan_tafel(tafel bigint, status text[]): returns bigint[] stable
rule.sectoren_van(organisatie bigint, vandaag date): returns bigint[] stable
rule.seq_voor(stroom bigint, kop bigint, moment timestamp with time zone): returns bigint stable
rule.sessie_beeindig(id bigint, reden text, nu timestamp with time zone): returns SETOF api.regel volatile
rule.sessie_duur(): returns interval immutable
rule.sessie_leeft(geeindigd timestamp with time zone, verloopt timestamp with time zone, gezien timestamp with time zone, nu timestamp with time zone): returns boolean stable
rule.sessie_lees(sessie text, nu timestamp with time zone): returns spr.sessie stable
rule.sessie_maken(persoon bigint, sessie_hash text, nu timestamp with time zone): returns bigint volatile
rule.sessie_stil(): returns interval immutable
rule.sessie_vind(sessie text, nu timestamp with time zone): returns spr.sessie volatile
rule.sjabloon_beeld(s spr.sjabloon): returns jsonb stable
rule.sjabloon_bezwaar(c rule.opdracht, s spr.sjabloon): returns text stable
rule.sjabloon_bijeenkomst(c rule.opdracht, s spr.sjabloon, aanvang timestamp with time zone): returns rule.opdracht volatile
rule.sjabloon_rondes(c rule.opdracht, s spr.sjabloon, aanvang timestamp with time zone): returns rule.opdracht volatile
rule.sjabloon_vind(c rule.opdracht): returns spr.sjabloon stable
rule.sloten(doe text[], tafel text[], nu timestamp with time zone): returns void volatile
rule.spreekbeurt_afronden(c rule.opdracht): returns rule.opdracht volatile
rule.spreekbeurt_bezwaar(c rule.opdracht, b spr.bijeenkomst): returns text stable
rule.spreekbeurt_geven(c rule.opdracht): returns rule.opdracht volatile
rule.spreekbeurt_vind(c rule.opdracht, OUT s spr.spreekbeurt, OUT b spr.bijeenkomst): returns record stable
rule.spreekbeurt_vragen(c rule.opdracht): returns rule.opdracht volatile
rule.spreekbeurten_boek(c rule.opdracht, ids bigint[], soort text): returns rule.opdracht volatile
rule.spreekt_mee(tafel bigint, organisatie bigint): returns boolean stable
rule.spreker(persoon bigint, organisatie bigint): returns jsonb stable
rule.sprekers(organisatie bigint, moment timestamp with time zone): returns bigint stable
rule.sprekers_stoppen(c rule.opdracht, bijeenkomst bigint, ook_rij boolean): returns rule.opdracht volatile
rule.staande_bezwaren(b spr.besluit): returns bigint[] stable
rule.stand(s spr.stroom, na_seq bigint, OUT toestand jsonb, OUT ouder jsonb): returns record stable
rule.stand_bijeenkomsten(tafel_id bigint): returns jsonb stable
rule.stand_gesprekken(stroom text, na_seq bigint, OUT onderwerpen jsonb, OUT bijdragen jsonb, OUT ouder jsonb): returns record stable
rule.stand_gevouwen(s spr.stroom, na bigint, tot bigint): returns jsonb stable
rule.stand_kamer(gesprek_id bigint, na_seq bigint): returns jsonb stable
rule.stand_keuzes(tafel_id bigint): returns jsonb stable
rule.stand_tafel(tafel_id bigint): returns jsonb stable
rule.stand_toen(s spr.stroom, na_seq bigint, tot bigint): returns jsonb stable
rule.standpunt_bevestigen(c rule.opdracht, i rule.inbreng, k spr.keuzevraag): returns rule.opdracht volatile
rule.standpunt_bezwaar(c rule.opdracht, i rule.inbreng, k spr.keuzevraag): returns text stable
rule.standpunt_innemen(c rule.opdracht): returns rule.opdracht volatile
rule.start(doe text, sessie text, namens text, tafel text, verzoek text): returns rule.opdracht volatile
rule.stem_bezwaar(c rule.opdracht, i rule.inbreng, s spr.stemming): returns text stable
rule.stem_inbreng(c rule.opdracht, s spr.stemming): returns rule.inbreng stable
rule.stem_uitbrengen(c rule.opdracht): returns rule.opdracht volatile
rule.stemgerechtigden(tafel bigint): returns bigint[] stable
rule.stemming_afbreken(c rule.opdracht): returns rule.opdracht volatile
rule.stemming_bezwaar(c rule.opdracht, s spr.stemming): returns text stable
rule.stemming_boek(c rule.opdracht, s spr.stemming, b spr.besluit, soort text): returns rule.opdracht volatile
rule.stemming_openen(c rule.opdracht): returns rule.opdracht volatile
rule.stemming_sluiten(c rule.opdracht): returns rule.opdracht volatile
rule.stemming_stoppen(c rule.opdracht, s spr.stemming, waarom text, door bigint, uitkomst text): returns rule.opdracht volatile
rule.stemming_tellen(s spr.stemming, tegen bigint[]): returns jsonb stable
rule.stemming_uitkomst(uitslag jsonb, gedekt boolean): returns text immutable
rule.stemming_van(c rule.opdracht, b spr.besluit): returns spr.stemming stable
rule.stemming_vind(c rule.opdracht): returns spr.stemming stable
rule.stemming_weer(c rule.opdracht, s spr.stemming): returns rule.opdracht stable
rule.stemverzoek_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.stemverzoeken(b spr.besluit): returns jsonb stable
rule.stemwijze_bezwaar(c rule.opdracht, s spr.stemming, b spr.besluit, OUT nl text, OUT en text): returns record stable
rule.stroom_beeld(wie bigint, recht rule.leesrecht, moment timestamp with time zone): returns jsonb stable
rule.stroom_h(s spr.stroom, seq bigint): returns bytea stable
rule.stroom_kop(naam text, nu timestamp with time zone): returns spr.stroom volatile
rule.stroom_stand(naam text): returns spr.stroom stable
rule.stuk_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.stuk_toevoegen(c rule.opdracht): returns rule.opdracht volatile
rule.synthese_bevestigen(c rule.opdracht): returns rule.opdracht volatile
rule.synthese_bewaken(): returns trigger volatile set search_path=pg_catalog, pg_temp
rule.synthese_bron_goed(c rule.opdracht, r spr.ronde, bron jsonb): returns boolean stable
rule.synthese_ordenen(c rule.opdracht): returns rule.opdracht volatile
rule.synthese_regels(synthese bigint): returns jsonb stable
rule.synthese_regels_goed(c rule.opdracht, r spr.ronde): returns boolean stable
rule.synthese_schrijven(s spr.synthese, regels jsonb): returns void volatile
rule.tafel_aanmaken(c rule.opdracht): returns rule.opdracht volatile
rule.tafel_hervatten(c rule.opdracht): returns rule.opdracht volatile
rule.tafel_kaart(wie bigint, t spr.tafel, moment timestamp with time zone): returns jsonb stable
rule.tafel_open_bezwaar(c rule.opdracht): returns rule.opdracht stable
rule.tafel_openen(c rule.opdracht): returns rule.opdracht volatile
rule.tafel_opschorten(c rule.opdracht): returns rule.opdracht volatile
rule.tafel_sluiten(c rule.opdracht): returns rule.opdracht volatile
rule.tafel_verzetten(c rule.opdracht, naar text, reden text, soort text): returns rule.opdracht volatile
rule.tafel_vullen(c rule.opdracht, plan spr.sjabloon): returns rule.opdracht volatile
rule.tekst_veranderd(besluit bigint, sinds timestamp with time zone): returns boolean stable
rule.termijn_geldig(tot timestamp with time zone, nu timestamp with time zone, hoogstens interval): returns boolean stable
rule.termijn_hervat(termijn timestamp with time zone, s spr.stemming, nu timestamp with time zone): returns timestamp with time zone stable
rule.tijd(moment timestamp with time zone): returns text stable
rule.tik_bestanden(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_doorgeleidingen(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_embargo(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_exports(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_gevolgen(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_knelpunten(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_rechten(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_sessies(nu timestamp with time zone): returns SETOF api.regel volatile
rule.tik_voorbehoud(nu timestamp with time zone): returns SETOF api.regel volatile
rule.toegang(c rule.opdracht, persoon bigint, organisatie bigint, tafel bigint): returns rule.opdracht volatile
rule.toegang_melden(persoon bigint, organisatie bigint, ref text): returns void volatile
rule.toelaten(doe text[], sessie text[], namens text[], tafel text[], verzoek text[]): returns rule.opdracht[] volatile
rule.toelaten_ruimer(c rule.opdracht): returns rule.opdracht stable
rule.toezegbaarheid_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.toezegbaarheid_melden(c rule.opdracht): returns rule.opdracht volatile
rule.toezegging_aanvaarden(c rule.opdracht): returns rule.opdracht volatile
rule.toezegging_meld_bezwaar(c rule.opdracht, t spr.toezegging, i rule.inbreng): returns text stable
rule.toezegging_melden(c rule.opdracht): returns rule.opdracht volatile
rule.toezegging_vind(c rule.opdracht): returns spr.toezegging stable
rule.toezegging_voorstel_bezwaar(c rule.opdracht, wie bigint): returns text stable
rule.toezegging_voorstellen(c rule.opdracht): returns rule.opdracht volatile
rule.tweede_weiger(c rule.opdracht): returns rule.opdracht stable
rule.uit_base64(teksten jsonb): returns bytea immutable
rule.uitkomst_bewaren(): returns trigger volatile set search_path=pg_catalog, pg_temp
rule.uitkomsten_beeld(besluit bigint): returns jsonb stable
rule.uitvoerbaarheid_bewaren(c rule.opdracht, i rule.inbreng, o spr.optie): returns spr.uitvoerbaarheid volatile
rule.uitvoerbaarheid_bezwaar(c rule.opdracht, i rule.inbreng, o spr.optie, k spr.keuzevraag): returns text stable
rule.uitvoerbaarheid_passeren(c rule.opdracht): returns rule.opdracht volatile
rule.uitvoerbaarheid_poort(b spr.besluit, OUT nl text, OUT en text): returns record stable
rule.uitvoerbaarheid_toetsen(c rule.opdracht): returns rule.opdracht volatile
rule.vastgelegd_antwoord_bezwaar(c rule.opdracht, v spr.vastgelegd): returns text stable
rule.vastgelegd_antwoorden(c rule.opdracht, v spr.vastgelegd, oordeel text): returns spr.vastgelegd volatile
rule.vastgelegd_bewaren(v spr.vastgelegd): returns void volatile
rule.vastgelegd_bezwaar(c rule.opdracht, sector bigint): returns text stable
rule.vastgelegd_nieuw(c rule.opdracht, bijdrage bigint, punt bigint): returns spr.vastgelegd volatile
rule.vastgelegd_termijn(nu timestamp with time zone): returns timestamp with time zone stable
rule.verslag_boek(c rule.opdracht, v spr.verslag, soort text): returns rule.opdracht volatile
rule.verslag_reageer_bezwaar(c rule.opdracht, v spr.verslag, i rule.inbreng): returns text stable
rule.verslag_reageren(c rule.opdracht): returns rule.opdracht volatile
rule.verslag_schrijf_bezwaar(c rule.opdracht, b spr.bijeenkomst, v spr.verslag): returns text stable
rule.verslag_schrijven(c rule.opdracht): returns rule.opdracht volatile
rule.verslag_vaststellen(c rule.opdracht): returns rule.opdracht volatile
rule.verslag_vind(c rule.opdracht): returns spr.verslag stable
rule.verslag_voorleggen(c rule.opdracht): returns rule.opdracht volatile
rule.vertegenwoordiging_beeindigen(id bigint, tot date): returns void volatile
rule.vertegenwoordiging_json(v spr.vertegenwoordiging): returns jsonb stable
rule.vertegenwoordiging_vastleggen(persoon bigint, organisatie bigint, functie text, mag_ondertekenen boolean, van date, tot date, aangewezen_door bigint): returns bigint volatile
rule.vertegenwoordigingen(persoon bigint, moment timestamp with time zone): returns SETOF spr.vertegenwoordiging stable
rule.verwijzingen_nagaan(): returns SETOF bigint stable
rule.volmacht_boek(c rule.opdracht, v spr.volmacht, soort text): returns rule.opdracht volatile
rule.volmacht_geef_bezwaar(c rule.opdracht, b spr.besluit, i rule.inbreng): returns text stable
rule.volmacht_geven(c rule.opdracht): returns rule.opdracht volatile
rule.volmacht_intrek_bezwaar(c rule.opdracht, v spr.volmacht, i rule.inbreng): returns text stable
rule.volmacht_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.volmacht_melden(c rule.opdracht, v spr.volmacht, aan bigint, soort text): returns rule.opdracht volatile
rule.volmachten_vervallen(c rule.opdracht, organisatie bigint): returns rule.opdracht volatile
rule.voorbehoud_aanhouden(b spr.besluit, reden text, nu timestamp with time zone): returns spr.besluit volatile
rule.voorbehoud_aannemen(c rule.opdracht, b spr.besluit): returns rule.opdracht volatile
rule.voorbehoud_bijwerken(c rule.opdracht, organisatie bigint): returns rule.opdracht volatile
rule.voorbehoud_tot(b spr.besluit, nu timestamp with time zone): returns timestamp with time zone stable
rule.voorbehoud_verworpen(c rule.opdracht, b spr.besluit, s spr.stemming, tegen bigint[]): returns rule.opdracht volatile
rule.voorbehoud_zwijgen(): returns text immutable
rule.voorbereiding_aan_tafel(c rule.opdracht, args jsonb): returns boolean stable
rule.voorbereiding_bezwaar(c rule.opdracht, opdracht text, args jsonb): returns text stable
rule.voorbereiding_boek(c rule.opdracht, v spr.voorbereiding, soort text): returns rule.opdracht volatile
rule.voorbereiding_herzien(c rule.opdracht): returns rule.opdracht volatile
rule.voorbereiding_instemmen(c rule.opdracht): returns rule.opdracht volatile
rule.voorbereiding_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.voorbereiding_opstellen(c rule.opdracht): returns rule.opdracht volatile
rule.voorbereiding_sluiten(c rule.opdracht, v spr.voorbereiding, wordt text): returns rule.opdracht volatile
rule.voorbereiding_vind(c rule.opdracht): returns spr.voorbereiding stable
rule.voorbereiding_weiger(c rule.opdracht, bezwaar text): returns rule.opdracht stable
rule.voortgang(c rule.opdracht, b spr.bestand): returns rule.opdracht stable
rule.vraagt_tweede(organisatie bigint, opdracht text, args jsonb): returns boolean stable
rule.weiger(c rule.opdracht, code text, detail text, detail_en text): returns rule.opdracht stable
rule.welkom(s spr.sessie): returns jsonb stable
rule.wenk(stromen text[], seqs bigint[]): returns void volatile
rule.wil_tweede(organisatie bigint): returns boolean stable
rule.woorden(tekst text): returns tsvector immutable
rule.zegel(zout bytea, tekst text): returns text stable
rule.zetel_bezwaar(c rule.opdracht, wie bigint, d spr.deelname, gevraagd text[], vanaf timestamp with time zone): returns text stable
rule.zetel_intrekken(c rule.opdracht): returns rule.opdracht volatile
rule.zetel_rollen(c rule.opdracht, d spr.deelname): returns text[] stable
rule.zetel_toekennen(c rule.opdracht): returns rule.opdracht volatile
rule.zetelrol(persoon bigint, organisatie bigint, tafel bigint, moment timestamp with time zone): returns SETOF text stable
rule.zetels(persoon bigint, tafel bigint, moment timestamp with time zone): returns SETOF rule.zit stable
rule.zijde_verlaten(c rule.opdracht, zijde text): returns rule.opdracht volatile
rule.zip_namen(inhoud bytea): returns text[] immutable
rule.zoekwoorden_bijwerken(hoogstens integer): returns bigint volatile
rule.zoekwoorden_volgen(): returns trigger volatile set search_path=pg_catalog, pg_temp
rule.zonder_stem(rij jsonb): returns jsonb immutable
rule.zwijgende_sectoren(ronde bigint): returns bigint[] stable
rule.zwijgt(c rule.opdracht, stroom text): returns text immutable
function api.aantekening_plaatsen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.aanwezigheid_melden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.aanwezigheid_noteren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.achterban_beantwoorden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.achterban_melden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.actiepunt_afronden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.actiepunt_noteren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.agendapunt_afronden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.agendapunt_behandelen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.amendement_afdoen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.amendement_indienen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.amendement_mede_indienen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.amendement_terugtrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bedenking_afdoen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bedenking_beantwoorden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bedenking_indienen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_concluderen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_doorgeleiden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_evalueren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_log(sessie text, verzoek text): grant EXECUTE to spr_server
function api.besluit_opstellen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_stemming_vragen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.besluit_voorleggen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bestand_afbreken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bestand_afronden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bestand_beginnen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bestand_deel(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bestand_inhoud(sessie text, tafel text, bestand text, vanaf bigint, hoeveel integer): grant EXECUTE to spr_server
function api.bijdrage_herzien(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijdrage_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijdrage_plaatsen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijdrage_tonen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijdrage_verbergen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijdrage_versies(sessie text, verzoek text): grant EXECUTE to spr_server
function api.bijdrage_zoeken(sessie text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_afgelasten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_gastlink(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_hervatten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_openen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_plannen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_schorsen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_schorsing_vragen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bijeenkomst_sluiten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.bladzijde(sessie text, stroom text, na bigint, hoogstens integer): grant EXECUTE to spr_server
function api.deelname_contacten(sessie text, verzoek text): grant EXECUTE to spr_server
function api.deelname_lijst_uitnodigen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.deelname_opschorten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.deelname_toetreden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.deelname_uitnodigen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.deelname_uittreden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.doorgeleiding_beantwoorden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.export_aanvragen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.export_besluiten(export bigint): grant EXECUTE to spr_server
function api.export_bestand(sessie text, export text, eerste boolean): grant EXECUTE to spr_server
function api.export_blijft(namen text[]): grant EXECUTE to spr_server
function api.export_klaar(export bigint, regels bigint, grootte bigint, sha256 text, reden text): grant EXECUTE to spr_server
function api.export_kolommen(): grant EXECUTE to spr_server
function api.export_logboek(export bigint): grant EXECUTE to spr_server
function api.export_pakken(): grant EXECUTE to spr_server
function api.export_stand(sessie text, verzoek text): grant EXECUTE to spr_server
function api.export_voortgang(export bigint, regels bigint, vertellen boolean): grant EXECUTE to spr_server
function api.feed_lezen(stroom text, na bigint, hoogstens integer): grant EXECUTE to spr_server
function api.gast_melden(geheim text, naam text): grant EXECUTE to spr_server
function api.gesprek_ontheffen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.gesprek_punt_noteren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.gesprek_samenvatten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.gevolg_geven(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.gevolg_passeren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.gezondheid(): grant EXECUTE to spr_server
function api.keuzevraag_besluitrijp_maken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.keuzevraag_bevestigen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.keuzevraag_gevolgen_vragen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.keuzevraag_herzien(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.keuzevraag_inbrengen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.keuzevraag_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.klok_tik(): grant EXECUTE to spr_server
function api.knelpunt_afhandelen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.knelpunt_herzien(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.knelpunt_melden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.koppen(stromen text[]): grant EXECUTE to spr_server
function api.leesstand_zetten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.logbeeld_bewaren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.logbeeld_lijst(sessie text, verzoek text): grant EXECUTE to spr_server
function api.logbeeld_verwijderen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.mijn_pagina(sessie text, verzoek text): grant EXECUTE to spr_server
function api.ondertekening_zetten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.onderwerp_bijdragen(sessie text, verzoek text): grant EXECUTE to spr_server
function api.onderwerp_heropenen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.onderwerp_openen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.onderwerp_sluiten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.openbaarheid_zetten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.organisatie_instellen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.overlegtafel_vastleggen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.partij_herkennen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.rechten_toetsen(sessies text[], stromen text[]): grant EXECUTE to spr_server
function api.register_lezen(sessie text, verzoek text): grant EXECUTE to spr_server
function api.ronde_openen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.ronde_plannen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.ronde_sluiten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.sessie_lezen(sessie text): grant EXECUTE to spr_server
function api.sessie_openen(token_hash text, sessie_hash text): grant EXECUTE to spr_server
function api.sessie_sluiten(sessie text): grant EXECUTE to spr_server
function api.sjabloon_lijst(sessie text, verzoek text): grant EXECUTE to spr_server
function api.sleutel_afsluiten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.spreekbeurt_afronden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.spreekbeurt_geven(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.spreekbeurt_vragen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.standpunt_innemen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.stem_uitbrengen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.stemming_afbreken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.stemming_openen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.stemming_sluiten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.stroom_lezen(sessie text, verzoek text): grant EXECUTE to spr_server
function api.stroom_volgen(sessie text, stroom text, epoch text, since text): grant EXECUTE to spr_server
function api.stuk_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.stuk_toevoegen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.synthese_bevestigen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.synthese_ordenen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.tafel_aanmaken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.tafel_hervatten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.tafel_lijst(sessie text, verzoek text): grant EXECUTE to spr_server
function api.tafel_momentopname(sessie text, verzoek text): grant EXECUTE to spr_server
function api.tafel_openen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.tafel_opschorten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.tafel_sluiten(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.toezegbaarheid_melden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.toezegging_aanvaarden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.toezegging_melden(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.toezegging_voorstellen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.uitvoerbaarheid_passeren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.uitvoerbaarheid_toetsen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.verslag_reageren(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.verslag_schrijven(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.verslag_vaststellen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.verslag_voorleggen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.verwerk(doe text[], sessie text[], namens text[], tafel text[], verzoek text[]): grant EXECUTE to spr_server
function api.verwerk_bewaakt(doe text[], sessie text[], namens text[], tafel text[], verzoek text[]): grant EXECUTE to spr_server
function api.volmacht_geven(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.volmacht_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.voorbereiding_herzien(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.voorbereiding_instemmen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.voorbereiding_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.voorbereiding_opstellen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.zetel_intrekken(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.zetel_toekennen(sessie text, namens text, tafel text, verzoek text): grant EXECUTE to spr_server
function api.zoekwoorden_bijwerken(): grant EXECUTE to spr_server
schema api: grant USAGE to spr_server
table spr.bijdrage: owner may INSERT, REFERENCES, SELECT, TRIGGER, UPDATE
table spr.gebeurtenis: owner may INSERT, REFERENCES, SELECT, TRIGGER
table spr.inhoud: owner may INSERT, REFERENCES, SELECT, TRIGGER
table spr.onderwerp: owner may INSERT, REFERENCES, SELECT, TRIGGER, UPDATE
table spr.organisatie: owner may INSERT, REFERENCES, SELECT, TRIGGER, UPDATE
table spr.persoon: owner may INSERT, REFERENCES, SELECT, TRIGGER, UPDATE
table spr.sleutel: owner may INSERT, REFERENCES, SELECT, TRIGGER
type api.regel: grant USAGE to spr_server
type api.volgregel: grant USAGE to spr_server
