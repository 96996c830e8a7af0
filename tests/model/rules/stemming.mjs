// Votes: opened with their electorate and their rule, cast by whoever may bind a party, counted at
// the close. The count is the one of the domain, in whole numbers of any size.
import { becomes } from './achterban.mjs';
import { meetingNow } from './bijeenkomst.mjs';
import { findDecision, gateClosed, settle, votersAt } from './besluit.mjs';
import { booked, byNumber, clean, row } from './common.mjs';
import { answersOf, cameIn, cellsOf, partyOf, partyRefusal, plenary, saidItself, tellParties, tellRecorded } from './keuze.mjs';

const BOTH = ['werknemers', 'werkgevers'];
const HALF = { teller: 1, noemer: 2 };
const SIDE_LEFT = 'Een zijde heeft geen partijen meer aan tafel.';
const THRESHOLD = { eenvoudig: [HALF, true], gekwalificeerd: [{ teller: 2, noemer: 3 }, false], dubbele_meerderheid: [HALF, true], consent: [HALF, true], peiling: [HALF, true] };
// What means nothing in a way of voting is refused.
const MEANINGLESS = { consent: ['drempel', 'strikt', 'gewogen'], peiling: ['drempel', 'strikt', 'quorum', 'sectordekking'] };
const STANDS = ['ingediend', 'in_gesprek', 'gehandhaafd'];

// ---- the count

// a/b against x/y without dividing: the sign of a·y − x·b.
const compare = (a, b, { teller, noemer }) => BigInt(a) * BigInt(noemer) - BigInt(teller) * BigInt(b);

function countGroup(groep, voters, votes, { methode, drempel, strikt, quorum, gewogen, bezwaren }) {
  const cast = (keuze) => voters.filter(({ organisatie }) => votes.get(organisatie) === keuze);
  const [voor, tegen, onthouding, apart] = ['voor', 'tegen', 'onthouding', 'neemt_niet_deel'].map(cast);
  const present = [voor, tegen, onthouding, apart].reduce((sum, list) => sum + list.length, 0);
  const weigh = (list) => list.reduce((sum, { gewicht }) => sum + BigInt(gewogen ? gewicht : 1), 0n);
  const [f, t] = [weigh(voor), weigh(tegen)];
  const more = compare(f, f + t, drempel);
  const reached = methode === 'consent' ? !bezwaren && tegen.length === 0 : f + t >= 1n && (strikt ? more > 0n : more >= 0n);
  const decides = methode !== 'peiling';
  return row({
    groep, kiezers: voters.length, aanwezig: present, voor: voor.length, tegen: tegen.length, onthouding: onthouding.length, neemtNietDeel: apart.length,
    gewichtVoor: gewogen ? String(f) : undefined, gewichtTegen: gewogen ? String(t) : undefined,
    quorum: decides ? present >= 1 && compare(present, voters.length, quorum) >= 0n : undefined,
    gehaald: decides ? reached : undefined,
  });
}

export function count(stemming, votes) {
  const { methode, kiezers } = stemming;
  if (methode !== 'dubbele_meerderheid') return [countGroup('allen', kiezers, votes, stemming)];
  return BOTH.map((side) => countGroup(side, kiezers.filter(({ zijde }) => zijde === side), votes, stemming));
}

function outcome(uitslag, unheard) {
  if (uitslag.some(({ quorum }) => !quorum)) return 'niet_tot_stand_gekomen';
  return uitslag.every(({ gehaald }) => gehaald) && unheard.length === 0 ? 'aangenomen' : 'verworpen';
}

// Counted again, with these voices as against.
export function recount(tafel, stemming, against) {
  const votes = new Map(votesOf(tafel, stemming.id).map(({ row: stem }) => [stem.organisatie, stem.keuze]));
  for (const org of against) votes.set(org, 'tegen');
  const uitslag = count(stemming, votes);
  return { uitslag, uitkomst: outcome(uitslag, stemming.ongehoord ?? []) };
}

// Nobody leads a decision and binds a party to it, not even one after the other.
export const led = (c, besluit) => besluit.row.uitkomstDoor === c.who.id ||
  [...c.tafel.stemmingen.values()].some(({ row: one }) => one.besluit === besluit.row.id && [one.geopendDoor, one.geslotenDoor].includes(c.who.id));

// Overriding objections to the question, or to what is chosen of it, that stand in the way of a consent.
function objections(tafel, { row: besluit }, { methode }) {
  if (methode !== 'consent') return undefined;
  const standing = [...(tafel.bedenkingen?.values() ?? [])].map(({ row: one }) => one).filter(({ keuzevraag, optie, graad, status }) =>
    keuzevraag === besluit.keuzevraag && graad === 'overwegend_bezwaar' && STANDS.includes(status) && (!optie || !besluit.optie || optie === besluit.optie));
  return standing.length > 0 ? standing.map(({ id }) => id).sort(byNumber) : undefined;
}

// Sectors that the question touches, where nobody answered and that nobody passed by name.
function unheardOf(tafel, besluit, { sectordekking }) {
  if (!sectordekking || besluit.row.keuzevraag === undefined) return [];
  const cells = cellsOf(tafel, besluit.row.keuzevraag).filter(({ row: cell }) => besluit.row.optie === undefined || cell.optie === besluit.row.optie);
  const heard = ({ row: cell }) => cell.passering || answersOf(tafel, cell.id).length > 0;
  return [...new Set(cells.map(({ row: cell }) => cell.sector))].filter((sector) => !cells.some((cell) => cell.row.sector === sector && heard(cell))).sort(byNumber);
}

// ---- opening

function ruleOf({ methode, drempel, strikt, quorum, gewogen, sectordekking, zichtbaar }) {
  const [usual, strict] = THRESHOLD[methode];
  return { methode, drempel: drempel ?? usual, strikt: strikt ?? strict, quorum: quorum ?? (methode === 'peiling' ? { teller: 0, noemer: 1 } : HALF), gewogen: gewogen ?? false, sectordekking: sectordekking ?? false, zichtbaar: zichtbaar ?? 'direct' };
}

const goodRule = ({ drempel, strikt, quorum }) =>
  drempel.teller > 0 && (strikt ? drempel.teller < drempel.noemer : drempel.teller <= drempel.noemer) && quorum.teller >= 0 && quorum.teller <= quorum.noemer;

// An umbrella and its member on one side, which that side did not confirm.
const doubled = (m, voters, confirmed) => voters.some(({ organisatie, zijde }) => {
  for (let { umbrella } = m.orgs.get(organisatie); umbrella; umbrella = m.orgs.get(umbrella)?.umbrella)
    if (!confirmed.includes(zijde) && voters.some((other) => other.organisatie === umbrella && other.zijde === zijde)) return true;
  return false;
});

function openRefusal(m, c) {
  if (!findDecision(c)) return 'niet_gevonden';
  c.open = [...c.tafel.stemmingen.values()].find(({ row: stemming }) => stemming.besluit === c.besluit.row.id && stemming.status === 'open');
  c.nothing = c.open !== undefined;
  if (c.nothing) return null;
  if (c.besluit.row.status !== 'conclusie_voorgelegd') return 'verkeerde_toestand';
  if (c.args.methode !== 'peiling' && gateClosed(m, c, c.besluit)) return 'poort_dicht';
  if ((MEANINGLESS[c.args.methode] ?? []).some((name) => c.args[name] !== undefined)) return 'ongeldig';
  if (c.args.methode === 'consent' && c.besluit.row.keuzevraag === undefined) return 'ongeldig';
  if (!goodRule(ruleOf(c.args))) return 'ongeldig';
  const voters = votersAt(c.tafel);
  if (voters.length === 0) return 'niemand_aan_tafel';
  if ([...c.tafel.stemmingen.values()].filter(({ row: one }) => one.besluit === c.besluit.row.id).length >= 20) return 'te_groot';
  // Which sectors are touched is known from the consequences that were asked.
  if (c.args.sectordekking && (c.besluit.row.keuzevraag === undefined || cellsOf(c.tafel, c.besluit.row.keuzevraag).length === 0)) return 'ongeldig';
  if (c.args.methode === 'dubbele_meerderheid') {
    const sides = voters.map(({ zijde }) => zijde);
    if (!BOTH.every((side) => sides.includes(side)) || !sides.every((side) => BOTH.includes(side))) return 'zijde_ontbreekt';
  }
  return doubled(m, voters, c.args.koepelBevestigd ?? []) ? 'koepel_dubbel' : null;
}

function open(m, c) {
  if (c.nothing) return booked(c.open.row.id, plenary(c), c.open.seq);
  const { id } = c.reply;
  const kiezers = votersAt(c.tafel);
  const confirmed = [...new Set(c.args.koepelBevestigd ?? [])].sort();
  const koepel = confirmed.length > 0 ? { koepelBevestigd: confirmed } : {};
  const stemming = { row: { id, besluit: c.besluit.row.id, ...ruleOf(c.args), ...koepel, status: 'open', kiezers, geopendDoor: c.who.id, geopendOp: c.nu } };
  c.tafel.stemmingen.set(id, stemming);
  c.besluit.row = { ...c.besluit.row, status: 'stemming' };
  stemming.seq = bookVote(m, c, stemming, 'stemming.geopend', c.besluit);
  tellParties(m, c, 'stemming_geopend', `stemming:${id}`, c.besluit.row.titel, kiezers);
  return booked(id, plenary(c), stemming.seq);
}

function bookVote(m, c, stemming, soort, besluit) {
  const content = { stemmingen: [stemming.row] };
  if (besluit) content.besluiten = [besluit.row];
  return m.book(c, plenary(c), soort, `stemming:${stemming.row.id}`, content);
}

// ---- casting

function castRefusal(m, c) {
  c.stemming = c.tafel.stemmingen.get(c.args.stemming);
  if (!c.stemming) return 'niet_gevonden';
  const refusal = partyRefusal(m, c);
  if (refusal) return refusal;
  if (!c.stemming.row.kiezers.some(({ organisatie }) => organisatie === partyOf(c))) return 'geen_kiezer';
  // The seat may be older than the mandate: who may no longer bind a party casts no vote for it.
  if (!c.args.voor && !c.rep.signs) return 'niet_toegestaan';
  if (c.stemming.row.geopendDoor === c.who.id) return 'niet_toegestaan';
  // Nobody leads the tafel and votes there.
  if ([...c.tafel.zetels.values()].some(({ row: zetel }) => zetel.persoon === c.who.id && !zetel.leestTot && zetel.rollen.includes('voorzitter'))) return 'niet_toegestaan';
  if (c.stemming.row.status !== 'open') return 'verkeerde_toestand';
  const own = saidItself(c, votesOf(c.tafel, c.args.stemming).find(({ row: stem }) => stem.organisatie === partyOf(c)));
  if (own) return own;
  if ((c.args.keuze === 'neemt_niet_deel') !== (c.args.grond !== undefined)) return 'ongeldig';
  if (c.stemming.row.methode !== 'consent') return null;
  // Nobody votes against; and who objects does not say that it has no objection.
  if (c.args.keuze === 'tegen') return 'ongeldig';
  const besluit = c.tafel.besluiten.get(c.stemming.row.besluit);
  const mine = (objections(c.tafel, besluit, c.stemming.row) ?? []).some((id) => c.tafel.bedenkingen.get(id).row.organisatie === partyOf(c));
  return c.args.keuze === 'voor' && mine ? 'ongeldig' : null;
}

// Where a vote is told: to the table, or before the close only to the party itself.
const castStream = (c) => (c.stemming.row.zichtbaar === 'direct' ? plenary(c) : `organisatie:${partyOf(c)}`);

export const votesOf = (tafel, stemming) => [...tafel.stemmen.values()].filter(({ row: stem }) => stem.stemming === stemming).sort((a, b) => byNumber(a.row.id, b.row.id));

function cast(m, c) {
  const { stemming, keuze, grond, verklaring } = c.args;
  const org = partyOf(c);
  const former = votesOf(c.tafel, stemming).find(({ row: stem }) => stem.organisatie === org);
  const id = former?.row.id ?? c.reply.id;
  const stem = { row: row({ id, stemming, organisatie: org, keuze, grond, verklaring: clean(verklaring), ...cameIn(c) }), shown: castStream(c) === plenary(c) };
  c.tafel.stemmen.set(id, stem);
  const seq = m.book(c, castStream(c), 'stem.uitgebracht', `stem:${id}`, { stemmen: [stem.row] });
  tellRecorded(m, c, `stem:${id}`, c.tafel.besluiten.get(c.stemming.row.besluit).row.titel);
  return booked(id, castStream(c), seq);
}

// ---- the close, or an end without a count

function findVote(c) {
  c.stemming = c.tafel.stemmingen.get(c.args.stemming);
  c.besluit = c.stemming && c.tafel.besluiten.get(c.stemming.row.besluit);
  return c.stemming;
}

function close(m, c) {
  const { tafel, stemming, besluit } = c;
  if (c.nothing) return booked(stemming.row.id, plenary(c), stemming.closedSeq);
  const votes = votesOf(tafel, stemming.row.id);
  for (const stem of votes.filter(({ shown }) => !shown)) {
    stem.shown = true;
    m.book(c, plenary(c), 'stem.uitgebracht', `stem:${stem.row.id}`, { stemmen: [stem.row] });
  }
  const bezwaren = objections(tafel, besluit, stemming.row);
  const uitslag = count({ ...stemming.row, bezwaren }, new Map(votes.map(({ row: stem }) => [stem.organisatie, stem.keuze])));
  const unheard = unheardOf(tafel, besluit, stemming.row);
  const poll = stemming.row.methode === 'peiling';
  const uitkomst = poll ? undefined : outcome(uitslag, unheard);
  stemming.row = row({ ...stemming.row, status: 'gesloten', geslotenDoor: c.who.id, geslotenOp: c.nu, uitslag, ongehoord: unheard.length > 0 ? unheard : undefined, bezwaren, uitkomst });
  if (poll) {
    // Nothing was decided: who asked for a vote still waits for one.
    besluit.row = { ...besluit.row, status: 'conclusie_voorgelegd' };
    stemming.closedSeq = bookVote(m, c, stemming, 'stemming.gesloten', besluit);
    return booked(stemming.row.id, plenary(c), stemming.closedSeq);
  }
  stemming.closedSeq = bookVote(m, c, stemming, 'stemming.gesloten');
  // While votes were cast a side may have left, or another decision settled the question.
  const gate = uitkomst === 'aangenomen' ? gateClosed(m, c, besluit) : null;
  const became = gate ? { uitkomst: 'niet_tot_stand_gekomen', uitkomstReden: gate } : { uitkomst };
  besluit.row = { ...besluit.row, status: 'uitkomst', ...became, bijeenkomst: meetingNow(tafel), uitkomstDoor: c.who.id, uitkomstOp: c.nu };
  settle(m, c, besluit);
  return booked(stemming.row.id, plenary(c), stemming.closedSeq);
}

// A side that has no party left: what is voted on by sides, or is to bind, does not come about.
export function sideLeft(m, c) {
  const side = c.deelname.row.zijde;
  const here = [...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.zijde === side && deelname.rol === 'stemhebbend' && ['toegetreden', 'opgeschort'].includes(deelname.status));
  if (here || !BOTH.includes(side)) return;
  const nothing = { status: 'uitkomst', uitkomst: 'niet_tot_stand_gekomen', uitkomstReden: SIDE_LEFT, bijeenkomst: meetingNow(c.tafel), uitkomstOp: c.nu };
  for (const stemming of c.tafel.stemmingen.values()) {
    const besluit = c.tafel.besluiten.get(stemming.row.besluit);
    if (stemming.row.status !== 'open' || (stemming.row.methode !== 'dubbele_meerderheid' && besluit.row.soort !== 'afspraak')) continue;
    stemming.row = { ...stemming.row, status: 'afgebroken', geslotenOp: c.nu, reden: SIDE_LEFT };
    besluit.row = { ...besluit.row, ...nothing };
    bookVote(m, c, stemming, 'stemming.afgebroken', besluit);
  }
  const bySides = ({ id, uitkomstOp }) => [...c.tafel.stemmingen.values()].some(({ row: one }) => one.besluit === id && one.geslotenOp === uitkomstOp && one.methode === 'dubbele_meerderheid');
  for (const besluit of [...c.tafel.besluiten.values()].sort((a, b) => byNumber(a.row.id, b.row.id))) {
    const { soort, status } = besluit.row;
    const waits = status === 'onder_voorbehoud';
    if ((waits || status === 'conclusie_voorgelegd') && (soort === 'afspraak' || (waits && bySides(besluit.row)))) becomes(m, c, besluit, 'niet_tot_stand_gekomen', SIDE_LEFT);
  }
}

export const VOTE_RULES = {
  'stemming.openen': { refuse: openRefusal, apply: open },
  'stem.uitbrengen': { stream: castStream, refuse: castRefusal, apply: cast },
  'stemming.sluiten': {
    refuse(m, c) {
      if (!findVote(c)) return 'niet_gevonden';
      c.nothing = c.stemming.row.status === 'gesloten';
      if (c.stemming.row.status === 'afgebroken') return 'verkeerde_toestand';
      const voted = votesOf(c.tafel, c.stemming.row.id).some(({ row: stem }) => stem.persoon === c.who.id && stem.via === 'platform');
      return voted && !c.nothing ? 'niet_toegestaan' : null;
    },
    apply: close,
  },
  'stemming.afbreken': {
    refuse: (m, c) => (!findVote(c) ? 'niet_gevonden' : c.stemming.row.status !== 'open' ? 'verkeerde_toestand' : clean(c.args.reden) ? null : 'ongeldig'),
    apply(m, c) {
      const { stemming, besluit } = c;
      stemming.row = { ...stemming.row, status: 'afgebroken', geslotenDoor: c.who.id, geslotenOp: c.nu, reden: clean(c.args.reden) };
      besluit.row = { ...besluit.row, status: 'conclusie_voorgelegd' };
      return booked(stemming.row.id, plenary(c), bookVote(m, c, stemming, 'stemming.afgebroken', besluit));
    },
  },
};
