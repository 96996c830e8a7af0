// The reference: what the platform is, as plain rows and lists of events. Commands change it only
// through the rules in ../rules. It knows no SQL, no schema and nothing that is generated; numbers
// and moments that the server chooses are learned from its first answer, and hold ever after.
import { TAFEL_RULES } from '../rules/tafel.mjs';
import { PARTY_RULES } from '../rules/partij.mjs';
import { ROUND_RULES } from '../rules/ronde.mjs';
import { TALK_RULES } from '../rules/gesprek.mjs';
import { POST_RULES } from '../rules/bijdrage.mjs';
import { CHOICE_RULES } from '../rules/keuze.mjs';
import { DECISION_RULES } from '../rules/besluit.mjs';
import { VOTE_RULES } from '../rules/stemming.mjs';
import { COMMITMENT_RULES } from '../rules/toezegging.mjs';
import { OBJECTION_RULES } from '../rules/bedenking.mjs';
import { FEASIBLE_RULES } from '../rules/uitvoerbaarheid.mjs';
import { isSuspended, MEETING_RULES } from '../rules/bijeenkomst.mjs';
import { ROOM_RULES } from '../rules/zaal.mjs';
import { MEMBER_RULES } from '../rules/achterban.mjs';
import { AFTER_RULES } from '../rules/naloop.mjs';
import { COMMANDS, isQuiet } from './policy.mjs';
import { knows, overlap, repsToday, rolesHere } from './rights.mjs';
import { plus } from './time.mjs';

const RULES = { ...TAFEL_RULES, ...PARTY_RULES, ...ROUND_RULES, ...TALK_RULES, ...POST_RULES, ...CHOICE_RULES, ...DECISION_RULES, ...VOTE_RULES, ...COMMITMENT_RULES, ...OBJECTION_RULES, ...FEASIBLE_RULES, ...MEMBER_RULES, ...AFTER_RULES, ...MEETING_RULES, ...ROOM_RULES };
export const WILD = '*'; // a number that the server chooses and nobody refers to

// What is told outside of a tafel event: these fields, never a person, a reason or a source.
const OUTWARD = {
  tafels: ['id', 'kenmerk', 'titel', 'vraag', 'opgave', 'toeschrijving', 'openbaarheid', 'status', 'aangemaaktOp', 'geopendOp', 'geslotenOp'],
  rondes: ['id', 'tafel', 'nummer', 'soort', 'vraag', 'opent', 'sluit', 'status', 'geopendOp', 'geslotenOp'],
  synthesen: ['id', 'tafel', 'ronde', 'versie', 'zwijgend', 'regels', 'bevestigdOp'],
};
const TOLD = /^(tafel\.(geopend|opgeschort|hervat|gesloten)|ronde\.\w+|synthese\.bevestigd)$/;

const only = (row, fields) => Object.fromEntries(Object.entries(row).filter(([field]) => fields.includes(field)));

export function outward(content) {
  const told = {};
  for (const [kind, fields] of Object.entries(OUTWARD)) {
    if (!content[kind]) continue;
    told[kind] = content[kind].map((row) => only(row, fields));
    for (const row of told[kind]) if (row.regels) row.regels = row.regels.map(({ vak, tekst }) => ({ vak, tekst, bronnen: [] }));
  }
  return told;
}

export class Model {
  constructor({ persons, orgs, sectors, now, today }) {
    Object.assign(this, { persons, orgs, sectors, now, today });
    this.tafels = new Map();
    this.streams = new Map();
    this.keys = new Map(); // `person/key` → {request, reply}; no request: closed
    this.read = new Map(); // person → Map(onderwerp → bijdrage)
  }

  events(stream) {
    return this.streams.get(stream) ?? [];
  }

  // ---- the verdict on a command: a code, or null and then c holds what its rule found

  judge(c) {
    const person = this.persons.get(c.person);
    const known = this.keys.get(`${person.id}/${c.sleutel}`);
    if (!person.loggedIn) return 'sessie_verlopen';
    if (c.doe === 'sleutel.afsluiten') return null;
    const [roles, states] = COMMANDS[c.doe];
    c.tafel = states ? this.tafels.get(c.tafelId) : undefined;
    if (known) return known.request === c.request ? null : known.request ? 'sleutel_conflict' : 'sleutel_afgesloten';
    return this.admit(c, person, roles, states) ?? RULES[c.doe].refuse(this, c);
  }

  admit(c, person, roles, states) {
    const rep = c.namens && repsToday(this, person).find(({ id }) => id === c.namens);
    if (c.namens && !rep) return 'namens_ongeldig';
    Object.assign(c, { who: person, rep: rep ?? null, org: rep?.org ?? null });
    if (states && !c.tafel) return 'niet_gevonden';
    c.roles = rolesHere(this, person, c.org, c.tafel);
    c.leads = overlap(c.roles, ['voorzitter', 'secretaris']);
    c.status = c.tafel?.row.status;
    if (c.status === 'concept' && !c.leads) return 'niet_gevonden';
    if (!overlap(c.roles, roles)) return c.tafel && !knows(this, person, c.tafel) ? 'niet_gevonden' : 'niet_toegestaan';
    if (c.tafel && isSuspended(c.tafel) && isQuiet(c.doe)) return 'geschorst';
    return states && !states.includes(c.status) ? 'verkeerde_toestand' : null;
  }

  // ---- its effects, once the server said when it happened and which numbers it gave

  apply(c) {
    this.now = c.nu;
    return RULES[c.doe].apply(this, c);
  }

  // Which stream the reply points into, known before the command has effects.
  streamOf(c) {
    return RULES[c.doe].stream?.(c) ?? `tafel:${c.tafel.id}`;
  }

  append(stream, event, nu) {
    if (!this.streams.has(stream)) this.streams.set(stream, []);
    const events = this.streams.get(stream);
    const after = events.length > 0 ? plus(events.at(-1).at, 1) : '';
    events.push({ at: nu > after ? nu : after, absent: null, reasons: [], ...event });
    return events.length;
  }

  // wipes: [places of earlier events that lose their content, why].
  book(c, stream, soort, ref, content, [wiped, why] = [[], null]) {
    const inhoud = structuredClone(content);
    for (const seq of wiped) {
      const event = this.events(stream)[seq - 1];
      Object.assign(event, { inhoud: null, absent: why });
      event.reasons.push(why);
    }
    const door = { organisatie: c.org, persoon: c.who.id, vertegenwoordiging: c.rep?.id ?? null };
    if (c.args.voor) door.voor = JSON.parse(JSON.stringify(c.args.voor).normalize('NFC'));
    const seq = this.append(stream, { soort, ref, inhoud, first: inhoud, door }, c.nu);
    if (stream.startsWith('tafel:') && TOLD.test(soort)) this.tell(c, soort, ref, inhoud);
    return seq;
  }

  tell(c, soort, ref, content) {
    const organisatie = c.tafel.row.toeschrijving === 'chatham' ? null : c.org;
    const inhoud = outward(structuredClone(content));
    this.append(`buiten:${c.tafel.id}`, { soort, ref, inhoud, first: inhoud, door: { organisatie, persoon: null, vertegenwoordiging: null } }, c.nu);
  }

  notify(c, person, soort, ref, tekst) {
    if (person === c.who.id) return;
    const bericht = { id: WILD, soort, tafel: c.tafel.id, ref, tekst, op: c.nu };
    this.book(c, `persoon:${person}`, 'bericht.ontvangen', `bericht:${WILD}`, { berichten: [bericht] });
  }

  // What nobody brings about is told in nobody's name.
  notifyByClock(tafel, person, soort, ref, tekst, op) {
    const inhoud = { berichten: [{ id: WILD, soort, tafel: tafel.id, ref, tekst, op }] };
    const door = { organisatie: null, persoon: null, vertegenwoordiging: null };
    this.append(`persoon:${person}`, { soort: 'bericht.ontvangen', ref: `bericht:${WILD}`, inhoud, first: inhoud, door }, op);
  }
}
