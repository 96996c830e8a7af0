// Who reads and writes which stream, and who may give which command, written down by hand from the
// domain (the table of streams and capacities) and from the `mag:` lines of the transcripts; not
// from the tables that the server reads, nor from proto/.
//   R reads · W writes · p acts of procedure · v minutes and action points · . nothing
const STATES = ['concept', 'open', 'opgeschort', 'afgesloten', 'gearchiveerd'];

//                     concept open opgeschort afgesloten gearchiveerd
const TABLE = {
  tafel: {
    secretaris:        'RW     RW   Rpv        Rpv        R',
    voorzitter:        'RW     RW   Rp         Rp         R',
    vertegenwoordiger: '.      RW   Rp         R          R',
    partij:            '.      p    p          .          .',
  },
  'kamer/gepland': {
    secretaris:        'RW     RW   Rpv        Rpv        R',
    voorzitter:        'RW     RW   Rp         Rp         R',
    sectorgenoot:      '.      R    R          R          R',
  },
  'kamer/open': {
    secretaris:        'RW     RW   Rpv        Rpv        R',
    voorzitter:        'RW     RW   Rp         Rp         R',
    sectorgenoot:      '.      RW   R          R          R',
  },
  'kamer/dicht': {
    secretaris:        'RW     RW   Rpv        Rpv        R',
    voorzitter:        'RW     RW   Rp         Rp         R',
    sectorgenoot:      '.      Rp   R          R          R',
    vertegenwoordiger: '.      R    R          R          R',
  },
  vooroverleg: {
    zijdegenoot:       '.      RW   R          R          .',
  },
  voorzitterskamer: {
    secretaris:        'RW     RW   Rpv        Rpv        R',
    voorzitter:        'RW     RW   Rp         Rp         R',
  },
  buiten: {
    secretaris:        'R      R    R          R          R',
    voorzitter:        'R      R    R          R          R',
    vertegenwoordiger: '.      R    R          R          R',
    toehoorder:        '.      R    R          R          R',
    analist:           '.      R    R          R          R',
    ieder:             '.      R    R          R          R',
  },
};

const BESIDE = {
  organisatie: { lid: 'RW' },
  persoon: { eigen: 'RW' },
  register: { beheerder: 'RW', voorzitter: 'R', secretaris: 'R', vertegenwoordiger: 'R', partij: 'R', toehoorder: 'R', analist: 'R' },
  toegang: { beheerder: 'RW', voorzitter: 'R', secretaris: 'R' },
};

const PROCEDURE = /^(tafel|deelname|zetel|ronde|gesprek|punt|samenvatting|synthese|keuzevraag|besluit|stemming|toezegging|achterban|bijeenkomst|agendapunt|bedenking|uitvoerbaarheid|aantekening|ondertekening)\.|^bijdrage\.(bevestigd|verborgen|getoond|citaat-vervallen)$/;

// The letters for one capacity at one place.
function letters({ kind, phase, state }, capacity) {
  if (BESIDE[kind]) return BESIDE[kind][capacity] ?? '.';
  // Suspended: what is placed and decided waits, procedure goes on.
  if (state === 'geschorst') return letters({ kind, phase, state: 'open' }, capacity).replace('W', 'p');
  const row = TABLE[phase ? `${kind}/${phase}` : kind]?.[capacity];
  return row?.split(/ +/)[STATES.indexOf(state)] ?? '.';
}

export const reads = (place, capacity) => letters(place, capacity).includes('R');

export function writes(place, capacity, soort) {
  const may = letters(place, capacity);
  return may.includes('W') || (PROCEDURE.test(soort) && may.includes('p'));
}

const lead = ['voorzitter', 'secretaris'];
const speakers = [...lead, 'vertegenwoordiger'];

// command → [roles, states of the tafel]; no states: a command without a tafel.
export const COMMANDS = {
  'tafel.aanmaken': [lead],
  'tafel.openen': [lead, ['concept']],
  'tafel.opschorten': [lead, ['open']],
  'tafel.hervatten': [lead, ['opgeschort']],
  'tafel.sluiten': [lead, ['open', 'opgeschort']],
  'deelname.uitnodigen': [lead, ['concept', 'open']],
  'deelname.toetreden': [['partij'], ['open']],
  'deelname.opschorten': [['partij'], ['open']],
  'deelname.uittreden': [['partij'], ['open', 'opgeschort']],
  'zetel.toekennen': [[...lead, 'partij'], ['concept', 'open', 'opgeschort']],
  'zetel.intrekken': [[...lead, 'partij'], ['concept', 'open', 'opgeschort']],
  'ronde.plannen': [lead, ['concept', 'open']],
  'ronde.openen': [lead, ['open']],
  'ronde.sluiten': [lead, ['open']],
  'gesprek.punt-noteren': [speakers, ['open']],
  'gesprek.samenvatten': [speakers, ['open']],
  'gesprek.ontheffen': [lead, ['open']],
  'synthese.ordenen': [lead, ['open']],
  'synthese.bevestigen': [lead, ['open']],
  'onderwerp.openen': [speakers, ['open']],
  'onderwerp.sluiten': [speakers, ['open']],
  'onderwerp.heropenen': [speakers, ['open']],
  'bijdrage.plaatsen': [speakers, ['open']],
  'bijdrage.herzien': [speakers, ['open']],
  'bijdrage.intrekken': [speakers, ['open']],
  'bijdrage.verbergen': [lead, ['open', 'opgeschort', 'afgesloten']],
  'bijdrage.tonen': [lead, ['open', 'opgeschort', 'afgesloten']],
  'knelpunt.melden': [speakers, ['open']],
  'knelpunt.herzien': [speakers, ['open']],
  'knelpunt.afhandelen': [speakers, ['open']],
  'keuzevraag.inbrengen': [speakers, ['open']],
  'keuzevraag.intrekken': [speakers, ['open']],
  'keuzevraag.gevolgen-vragen': [lead, ['open']],
  'keuzevraag.besluitrijp-maken': [lead, ['open']],
  'gevolg.geven': [['secretaris', 'vertegenwoordiger'], ['open']],
  'gevolg.passeren': [['voorzitter'], ['open']],
  'standpunt.innemen': [['secretaris', 'vertegenwoordiger'], ['open']],
  'besluit.opstellen': [lead, ['open']],
  'besluit.voorleggen': [lead, ['open']],
  'besluit.stemming-vragen': [['secretaris', 'vertegenwoordiger'], ['open', 'opgeschort']],
  'besluit.concluderen': [['voorzitter'], ['open']],
  'besluit.intrekken': [lead, ['open']],
  'stemming.openen': [['voorzitter'], ['open']],
  'stemming.sluiten': [['voorzitter'], ['open']],
  'stemming.afbreken': [['voorzitter'], ['open']],
  'stem.uitbrengen': [['secretaris', 'ondertekenaar'], ['open']],
  'toezegging.voorstellen': [speakers, ['open']],
  'toezegging.aanvaarden': [['ondertekenaar'], ['open']],
  'toezegging.melden': [speakers, ['open', 'opgeschort', 'afgesloten']],
  'bedenking.indienen': [['secretaris', 'vertegenwoordiger'], ['open']],
  'bedenking.beantwoorden': [speakers, ['open']],
  'bedenking.afdoen': [['secretaris', 'vertegenwoordiger'], ['open']],
  'uitvoerbaarheid.toetsen': [['secretaris', 'vertegenwoordiger'], ['open']],
  'uitvoerbaarheid.passeren': [['voorzitter'], ['open']],
  'achterban.melden': [['secretaris', 'vertegenwoordiger'], ['open']],
  'achterban.beantwoorden': [['secretaris', 'ondertekenaar'], ['open']],
  'aantekening.plaatsen': [['secretaris', 'vertegenwoordiger'], ['open']],
  'ondertekening.zetten': [['secretaris', 'ondertekenaar'], ['open']],
  'besluit.evalueren': [lead, ['open', 'opgeschort', 'afgesloten']],
  'bijeenkomst.plannen': [lead, ['open', 'opgeschort']],
  'bijeenkomst.openen': [lead, ['open']],
  'bijeenkomst.schorsing-vragen': [['vertegenwoordiger'], ['open']],
  'bijeenkomst.schorsen': [lead, ['open']],
  'bijeenkomst.hervatten': [lead, ['open']],
  'bijeenkomst.sluiten': [lead, ['open']],
  'bijeenkomst.afgelasten': [lead, ['open', 'opgeschort', 'afgesloten']],
  'agendapunt.behandelen': [lead, ['open']],
  'agendapunt.afronden': [lead, ['open']],
  'spreekbeurt.vragen': [speakers, ['open']],
  'spreekbeurt.geven': [lead, ['open']],
  'spreekbeurt.afronden': [speakers, ['open']],
  'aanwezigheid.melden': [speakers, ['open', 'opgeschort']],
  'aanwezigheid.noteren': [lead, ['open']],
  'actiepunt.noteren': [lead, ['open', 'opgeschort', 'afgesloten']],
  'actiepunt.afronden': [speakers, ['open', 'opgeschort', 'afgesloten']],
  'leesstand.zetten': [['lezer'], ['concept', 'open', 'opgeschort', 'afgesloten']],
};

// What waits while a meeting is suspended: all that the table decides or says; who leaves, answers of
// members, seats and the rooms do not.
const QUIET = /^(keuzevraag|gevolg|standpunt|stem|stemming|knelpunt|bedenking|uitvoerbaarheid|toezegging|aantekening|ondertekening|agendapunt|spreekbeurt\.(vragen|geven)|ronde\.openen|synthese\.bevestigen|besluit\.(voorleggen|concluderen|intrekken|evalueren))(\.|$)/;
export const isQuiet = (doe) => QUIET.test(doe);
