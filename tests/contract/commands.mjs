// The contract holds exactly these commands; the list is kept by hand, here.
import { commands, control, errors, events, inline, queries } from './proto.mjs';
import { compile, problems } from './oracle.mjs';

const COMMANDS = `
  tafel.aanmaken tafel.openen tafel.opschorten tafel.hervatten tafel.sluiten
  deelname.uitnodigen deelname.toetreden deelname.opschorten deelname.uittreden
  zetel.toekennen zetel.intrekken
  ronde.plannen ronde.openen ronde.sluiten
  gesprek.punt-noteren gesprek.samenvatten gesprek.ontheffen
  synthese.ordenen synthese.bevestigen
  keuzevraag.inbrengen keuzevraag.intrekken keuzevraag.gevolgen-vragen keuzevraag.besluitrijp-maken
  keuzevraag.herzien keuzevraag.bevestigen
  amendement.indienen amendement.mede-indienen amendement.terugtrekken amendement.afdoen
  gevolg.geven gevolg.passeren standpunt.innemen
  bedenking.indienen bedenking.beantwoorden bedenking.afdoen uitvoerbaarheid.toetsen uitvoerbaarheid.passeren
  besluit.opstellen besluit.voorleggen besluit.stemming-vragen besluit.concluderen besluit.intrekken
  overlegtafel.vastleggen besluit.doorgeleiden doorgeleiding.beantwoorden
  besluit.evalueren achterban.melden achterban.beantwoorden aantekening.plaatsen ondertekening.zetten
  stemming.openen stemming.sluiten stemming.afbreken stem.uitbrengen
  volmacht.geven volmacht.intrekken
  toezegging.voorstellen toezegging.aanvaarden toezegging.melden
  bijeenkomst.plannen bijeenkomst.openen bijeenkomst.schorsing-vragen bijeenkomst.schorsen
  bijeenkomst.hervatten bijeenkomst.sluiten bijeenkomst.afgelasten bijeenkomst.gastlink
  agendapunt.behandelen agendapunt.afronden aanwezigheid.melden aanwezigheid.noteren
  spreekbeurt.vragen spreekbeurt.geven spreekbeurt.afronden actiepunt.noteren actiepunt.afronden
  stuk.toevoegen stuk.intrekken openbaarheid.zetten
  bestand.beginnen bestand.deel bestand.afronden bestand.afbreken
  verslag.schrijven verslag.voorleggen verslag.reageren verslag.vaststellen
  voorbereiding.opstellen voorbereiding.herzien voorbereiding.instemmen voorbereiding.intrekken
  organisatie.instellen toezegbaarheid.melden
  knelpunt.melden knelpunt.herzien knelpunt.afhandelen
  onderwerp.openen onderwerp.sluiten onderwerp.heropenen
  bijdrage.plaatsen bijdrage.herzien bijdrage.intrekken bijdrage.verbergen bijdrage.tonen
  deelname.lijst-uitnodigen partij.herkennen
  leesstand.zetten sleutel.afsluiten logbeeld.bewaren logbeeld.verwijderen`;
const LIVE = 'aanwezig typt';
const CONTROL = 'hello subscribe unsubscribe sessie.openen sessie.lezen sessie.sluiten gast.melden bestand.lezen';

const words = (text) => text.trim().split(/\s+/).sort();
const names = (list) => list.map(({ name }) => name).sort();

function examples(tap) {
  for (const def of [...commands, ...queries, ...control]) {
    const args = problems(compile('args', inline(def.args)), def.example.args);
    const reply = def.reply ? problems(compile('reply', inline(def.reply)), def.example.reply) : [];
    tap.equal([...args, ...reply], [], `the example of ${def.name} fits its schema`);
  }
  for (const event of events)
    tap.equal(problems(compile('event', inline(event.inhoud)), event.example), [], `the example of ${event.name} fits its schema`);
}

function sentences(tap) {
  for (const [name, error] of Object.entries(errors)) {
    const all = [error.nl, error.en, error.title.nl, error.title.en];
    tap.ok(
      all.every((text) => text.trim() === text && text.length > 4) && /[.!]$/.test(error.nl) && /[.!]$/.test(error.en) && error.nl !== error.en,
      `error ${name} says in two languages what to do`,
      JSON.stringify(error),
    );
  }
}

export default function commandList(tap) {
  tap.equal(names(commands.filter(({ kind }) => kind === 'command')), words(COMMANDS), 'proto holds exactly the commands of the list');
  tap.equal(names(commands.filter(({ kind }) => kind === 'live')), words(LIVE), 'and exactly these live signals');
  tap.equal(names(control), words(CONTROL), 'and exactly these control verbs');
  const bound = [...commands, ...queries, ...control].filter(({ http }) => http);
  const routes = bound.map(({ http }) => `${http.method} ${http.path.replace(/\{[^}]+\}/g, '{}')}`);
  tap.equal(routes.filter((route, i) => routes.indexOf(route) !== i), [], 'no two commands share a route');
  examples(tap);
  sentences(tap);
}
