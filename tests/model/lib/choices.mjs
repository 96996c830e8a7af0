// Random arguments for what is chosen and decided: mostly of a thing in the state that the command
// needs, because a chain of six commands that each hit by luck never ends.
import { addDays, midnight } from './time.mjs';

const GROUNDS = ['geen_mandaat', 'principieel', 'betrokken_belang'];
const VOTES = ['voor', 'voor', 'voor', 'tegen', 'tegen', 'onthouding', 'neemt_niet_deel'];
const BOTH = ['werknemers', 'werkgevers'];

export const rows = (t, list, good = () => true) => [...(t?.[list]?.values() ?? [])].map(({ row }) => row).filter(good);

// An id of a row that fits, and now and then any.
export function likely(d, t, list, good) {
  const fit = rows(t, list, good);
  return fit.length > 0 && d.hits(0.8) ? d.pick(fit).id : d.id(t, list);
}

export const inState = (...states) => ({ status }) => states.includes(status);

// The end of a day, so that no term passes while nobody looks; seldom one that is over.
export const term = (d) => midnight(addDays(d.m.today, d.hits(0.07) ? -1 : d.pick([1, 1, 2, 4, 9])));

// The secretaris speaks for nobody unless it says for whom.
export const forParty = (d, t, { org }) => d.recorded(t, org ? 0.05 : 0.85);

export const option = (d, t, keuzevraag) => {
  const other = d.hits(0.08) ? d.pick(rows(t, 'keuzevragen'))?.id : keuzevraag;
  return d.pick(t?.keuzevragen.get(other)?.row.opties ?? [])?.id ?? d.id(t, 'keuzevragen');
};

function question(d, t) {
  const opties = Array.from({ length: d.chance.between(1, 3) }, () => ({ titel: d.text(3).trim() || 'Titel', ...(d.hits(0.3) ? { toelichting: d.text() } : {}) }));
  const knelpunt = d.maybe(0.3, () => likely(d, t, 'knelpunten', isRunning));
  return { vraag: d.text(), toelichting: d.maybe(0.3, () => d.text()), knelpunt, nietsDoen: d.maybe(knelpunt ? 0.4 : 0.97, () => d.text(4)), opties };
}

const isRunning = ({ status }) => !['opgelost', 'vervallen'].includes(status);

function bottleneck(d, former) {
  return {
    titel: d.text(3).trim() || 'Titel', toelichting: d.maybe(0.3, () => d.text()), sectoren: Array.from({ length: d.pick([1, 1, 2]) }, () => (d.hits(0.04) ? '999999' : d.sector())),
    zwaarte: d.pick(['signaal', 'knelt', 'urgent']), handelingsruimteTot: former && d.hits(0.5) ? former.handelingsruimteTot : term(d), gevolgVanNietsDoen: d.text(4),
  };
}

function revised(d, t) {
  const knelpunt = likely(d, t, 'knelpunten', isRunning);
  return { knelpunt, versie: d.version(t, 'knelpunten', knelpunt), ...bottleneck(d, t?.knelpunten.get(knelpunt)?.row) };
}

// Answers for cells of one's own sector and side, or of the party that is recorded.
function answers(d, t, speaker) {
  const voor = forParty(d, t, speaker);
  const org = voor?.organisatie ?? speaker.org;
  const own = rows(t, 'deelnames').find(({ organisatie }) => organisatie === org);
  const running = rows(t, 'keuzevragen', inState('gevolgen_gevraagd')).map(({ id }) => id);
  const fits = ({ keuzevraag, sector, zijde }) => running.includes(keuzevraag) && own?.sectoren.includes(sector) && own.zijde === zijde;
  const antwoorden = Array.from({ length: d.pick([1, 1, 2, 3]) }, () => {
    const verwacht = d.hits(0.6);
    return { gevolg: likely(d, t, 'gevolgen', fits), verwacht, ...(d.hits(verwacht ? 0.93 : 0.15) ? { tekst: d.text() } : {}), ...(d.hits(0.3) ? { effect: d.pick(['verlicht', 'knelt', 'gemengd', 'onbekend']) } : {}) };
  });
  const once = antwoorden.filter(({ gevolg }, i) => d.hits(0.05) || antwoorden.findIndex((other) => other.gevolg === gevolg) === i);
  return { antwoorden: once.length > 0 ? once : antwoorden.slice(0, 1), voor };
}

function position(d, t, speaker) {
  const keuzevraag = likely(d, t, 'keuzevragen', inState('ingebracht', 'gevolgen_gevraagd', 'besluitrijp'));
  const waarde = d.pick(['akkoord', 'akkoord', 'akkoord_mits', 'niet_akkoord', 'neemt_niet_deel']);
  const grond = d.maybe(waarde === 'neemt_niet_deel' ? 0.9 : 0.05, () => d.pick(GROUNDS));
  return { keuzevraag, waarde, grond, optie: d.maybe(0.4, () => option(d, t, keuzevraag)), tekst: d.maybe(waarde === 'akkoord_mits' ? 0.9 : 0.4, () => d.text()), voor: forParty(d, t, speaker) };
}

function decision(d, t) {
  const besluit = d.maybe(0.3, () => likely(d, t, 'besluiten', inState('concept')));
  const keuzevraag = d.maybe(0.65, () => likely(d, t, 'keuzevragen', inState('besluitrijp')));
  return {
    besluit, versie: besluit ? d.maybe(0.7, () => d.version(t, 'besluiten', besluit)) : d.maybe(0.03, () => 1), keuzevraag,
    optie: d.maybe(keuzevraag ? 0.6 : 0.05, () => option(d, t, keuzevraag)), soort: d.pick(['conclusie', 'conclusie', 'advies', 'procesafspraak', 'afspraak', 'afspraak']),
    titel: d.text(3).trim() || 'Titel', tekst: d.text(), motivering: d.maybe(0.3, () => d.text()),
  };
}

const ripe = (t, { keuzevraag, soort }) => (keuzevraag ? t.keuzevragen.get(keuzevraag).row.status === 'besluitrijp' : soort !== 'afspraak');

function conclusion(d, t) {
  const uitkomst = d.pick(['aangenomen', 'aangenomen', 'verworpen', 'verdeeld', 'aangehouden']);
  const tot = d.maybe(uitkomst === 'aangehouden' ? 0.9 : 0.05, () => term(d));
  return { besluit: likely(d, t, 'besluiten', inState('conclusie_voorgelegd')), uitkomst, tot, reden: d.maybe(0.5, () => d.reason()), gebeurdOm: d.maybe(0.2, () => d.moment(t)) };
}

const fraction = (d) => ({ teller: d.chance.between(0, 4), noemer: d.chance.between(1, 4) });

const WAYS = ['dubbele_meerderheid', 'dubbele_meerderheid', 'eenvoudig', 'gekwalificeerd', 'consent', 'peiling'];

function opening(d, t) {
  const besluit = likely(d, t, 'besluiten', inState('conclusie_voorgelegd', 'stemming'));
  const methode = d.pick(WAYS);
  // Most settings mean nothing outside a majority, and are refused there.
  if (['consent', 'peiling'].includes(methode) && d.hits(0.8)) return { besluit, methode, zichtbaar: d.maybe(0.6, () => d.pick(['direct', 'na_sluiting'])) };
  return {
    besluit, methode,
    drempel: d.maybe(0.3, () => fraction(d)), strikt: d.maybe(0.3, () => d.hits(0.5)), quorum: d.maybe(0.4, () => fraction(d)), gewogen: d.maybe(0.4, () => d.hits(0.6)),
    sectordekking: d.maybe(0.3, () => d.hits(0.7)), zichtbaar: d.maybe(0.6, () => d.pick(['direct', 'na_sluiting', 'na_sluiting'])),
    koepelBevestigd: d.maybe(0.3, () => [d.pick(BOTH)]),
  };
}

function vote(d, t, speaker) {
  const keuze = d.pick(VOTES);
  const grond = d.maybe(keuze === 'neemt_niet_deel' ? 0.9 : 0.03, () => d.pick(GROUNDS));
  return { stemming: likely(d, t, 'stemmingen', inState('open')), keuze, grond, verklaring: d.maybe(0.3, () => d.text()), voor: forParty(d, t, speaker) };
}

export const CHOICES = {
  'knelpunt.melden': (d, t, { org }) => ({ ...bottleneck(d), bijdrage: d.maybe(0.2, () => d.id(t, 'bijdragen')), voor: d.recorded(t, org ? 0.05 : 0.4) }),
  'knelpunt.herzien': revised,
  'knelpunt.afhandelen': (d, t) => ({ knelpunt: likely(d, t, 'knelpunten', isRunning), status: d.pick(['opgelost', 'vervallen']), uitkomst: d.text() }),
  'keuzevraag.inbrengen': question,
  'keuzevraag.intrekken': (d, t) => ({ keuzevraag: d.id(t, 'keuzevragen'), reden: d.reason() }),
  'keuzevraag.gevolgen-vragen': (d, t) => ({ keuzevraag: likely(d, t, 'keuzevragen', inState('ingebracht')), voor: term(d) }),
  'keuzevraag.besluitrijp-maken': (d, t) => ({ keuzevraag: likely(d, t, 'keuzevragen', inState('gevolgen_gevraagd')) }),
  'gevolg.geven': answers,
  'gevolg.passeren': (d, t) => ({ gevolg: likely(d, t, 'gevolgen', ({ status, passering }) => status === 'niet_beantwoord' && !passering), reden: d.reason() }),
  'standpunt.innemen': position,
  'besluit.opstellen': decision,
  'besluit.voorleggen': (d, t) => ({ besluit: likely(d, t, 'besluiten', (row) => inState('concept', 'geagendeerd')(row) && ripe(t, row)), termijn: d.maybe(0.3, () => term(d)) }),
  'besluit.stemming-vragen': (d, t, speaker) => ({ besluit: likely(d, t, 'besluiten', inState('conclusie_voorgelegd')), voor: forParty(d, t, speaker) }),
  'besluit.concluderen': conclusion,
  'besluit.intrekken': (d, t) => ({ besluit: d.id(t, 'besluiten'), reden: d.reason() }),
  'stemming.openen': opening,
  'stem.uitbrengen': vote,
  'stemming.sluiten': (d, t) => ({ stemming: likely(d, t, 'stemmingen', inState('open')) }),
  'stemming.afbreken': (d, t) => ({ stemming: likely(d, t, 'stemmingen', inState('open')), reden: d.reason() }),
};
