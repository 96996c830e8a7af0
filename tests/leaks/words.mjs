// The words, where they are left, and who may come across them.
import { createHash } from 'node:crypto';

const LEADERS = ['Vera', 'Sem'];
const OUTSIDE = ['Tom', 'Ana'];
const PARTIES = ['Wil', 'Wes', 'Ona', 'Oto'];

// A speaker for the fixture world: say('Wil', 'bijdrage.plaatsen', tafel, {…}) gives the id.
function speaker(world) {
  const names = world.names();
  const say = (who, what, tafel, args, namens) => {
    const spoken = namens ?? names[`${who.toLowerCase()}_namens`] ?? null;
    const reply = world.value(
      `SELECT proef.doe('${who.toLowerCase()}', '${what}', ${tafel}, $args$${JSON.stringify(args)}$args$::jsonb, ${spoken}) ->> 'id'`,
    );
    return reply;
  };
  const post = (who, onderwerp, tekst, more = {}) => say(who, 'bijdrage.plaatsen', names.tafel, { onderwerp, tekst, ...more });
  return { names, say, post };
}

// A word in a file, and one in its name; the paper that it is, or none when it stays half-way.
function leaveFile({ world, names, say }, word, half) {
  const bytes = Buffer.from(`In dit bestand staat ${word}.`);
  const one = (what, args) => world.value(`SELECT proef.doe('wil', '${what}', ${names.tafel}, $args$${JSON.stringify(args)}$args$::jsonb, ${names.wil_namens}) ->> 'bestand'`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const bestand = one('bestand.beginnen', { naam: `${word}naam.txt`, grootte: bytes.length, sha256 });
  one('bestand.deel', { bestand, nr: 0, bytes: [bytes.toString('base64')] });
  if (half) return null;
  one('bestand.afronden', { bestand });
  return say('Wil', 'stuk.toevoegen', names.tafel, { titel: 'Een stuk', bestand });
}

export function beforeChanges(world) {
  const { names, say, post } = speaker(world);
  const { tafel, concept, onderwerp } = names;
  post('Wes', onderwerp, 'merkplenair');
  post('Wil', names.onderwerp_kamer, 'merkkamer');
  say('Wil', 'gesprek.punt-noteren', tafel, { gesprek: names.gesprek_zorg, tekst: 'merkpunt' });
  post('Ona', names.onderwerp_werknemers, 'merkoverleg');
  const chairs = say('Sem', 'onderwerp.openen', tafel, { stroom: `voorzitterskamer:${tafel}`, titel: 'merkdraaiboek' });
  post('Sem', chairs, 'merkvoorzitter');
  say('Vera', 'ronde.plannen', concept, { soort: 'sector', vraag: 'merkconcept' });

  // Said, quoted, and then taken back, hidden, or said otherwise.
  const back = post('Wes', onderwerp, 'het woord merkterug was te veel');
  post('Ona', onderwerp, 'daarop zeg ik iets', { antwoordOp: back, citaat: 'woord merkterug was' });
  say('Wes', 'bijdrage.intrekken', tafel, { bijdrage: back, reden: 'Bij nader inzien.' });
  const hidden = post('Oto', onderwerp, 'het woord merkweg was te veel');
  post('Wil', onderwerp, 'daarop zeg ik ook iets', { antwoordOp: hidden, citaat: 'woord merkweg was' });
  say('Oto', 'bijdrage.herzien', tafel, { bijdrage: hidden, versie: 1, tekst: 'het woord merkanders was te veel' });
  say('Vera', 'bijdrage.verbergen', tafel, { bijdrage: hidden, reden: 'Geen toon voor deze tafel.' });
  const revised = post('Ona', onderwerp, 'eerst was het merkeerst');
  say('Ona', 'bijdrage.herzien', tafel, { bijdrage: revised, versie: 1, tekst: 'nu is het merknu' });

  // Recorded for a party: told to who sits for it. Vik may speak for that party and has no seat.
  world.sql(`SELECT rule.vertegenwoordiging_vastleggen(${names.persoon_vik}, ${names.org_vz}, 'Medewerker')`);
  const recorded = say('Vera', 'onderwerp.openen', tafel, { stroom: `tafel:${tafel}`, titel: 'merktitel' });
  post('Sem', recorded, 'Zij stemmen in.', { voor: { organisatie: names.org_vz, via: 'mondeling' } });

  // Inside an organisation: prepared, rewritten, agreed to; whoever speaks for it reads it, with a seat or without.
  const asked = say('Sem', 'keuzevraag.inbrengen', tafel, { vraag: 'Wie helpt?', nietsDoen: 'Niemand.', opties: [{ titel: 'Wij' }] });
  const text = (tekst) => ({ keuzevraag: asked, waarde: 'niet_akkoord', tekst });
  const prepared = say('Wil', 'voorbereiding.opstellen', tafel, { opdracht: 'standpunt.innemen', args: text('merkvoorbereid') });
  const vik = world.value(`SELECT max(id) FROM spr.vertegenwoordiging WHERE persoon = ${names.persoon_vik} AND organisatie = ${names.org_vz}`);
  say('Vik', 'organisatie.instellen', null, { tweedeInstemming: true }, world.value(
    `UPDATE spr.vertegenwoordiging SET mag_ondertekenen = true WHERE id = ${vik} RETURNING id`));
  say('Wil', 'voorbereiding.herzien', tafel, { voorbereiding: prepared, versie: 1, args: text('merkbeterwoord') });
  say('Vik', 'voorbereiding.instemmen', tafel, { voorbereiding: prepared, versie: 2 }, vik);

  // Files: at the tafel, open to others, not yet open, taken back, and never made a paper.
  const leave = (word, half) => leaveFile({ world, names, say }, word, half);
  leave('merkbestand');
  say('Wil', 'openbaarheid.zetten', tafel, { stuk: leave('merkopen'), openbaarheid: 'openbaar' });
  say('Wil', 'openbaarheid.zetten', tafel, { stuk: leave('merkembargo'), openbaarheid: 'embargo', embargoTot: '2026-02-04T12:00:00Z' });
  say('Wil', 'stuk.intrekken', tafel, { stuk: leave('merkgewist'), reden: 'Oud.' });
  leave('merkhalf', true);

  // Why a tafel was suspended is told at the tafel and not outside it.
  say('Vera', 'tafel.opschorten', tafel, { reden: 'merkreden' });

  const plenary = [...LEADERS, ...PARTIES];
  const room = [...LEADERS, 'Wil', 'Wes'];
  return {
    merkbestand: plenary, merkembargo: plenary, merkgewist: [], merkhalf: [],
    merkopen: [...plenary, ...OUTSIDE],
    merkplenair: plenary, merknu: plenary, merkeerst: plenary, merkreden: plenary, merktitel: plenary,
    merkkamer: room, merkpunt: room,
    merkoverleg: ['Wil', 'Ona'],
    merkdraaiboek: LEADERS, merkvoorzitter: LEADERS,
    merkvoorbereid: ['Wil', 'Vik'], merkbeterwoord: ['Wil', 'Vik'],
    merkconcept: LEADERS,
    merkterug: [], merkweg: [], merkanders: [],
  };
}

// Ona leaves, Vik comes; then more is said, and the rooms of the ronde are opened to the tafel.
export function afterChanges(world) {
  const { names, say, post } = speaker(world);
  const { tafel, onderwerp } = names;
  say('Vera', 'tafel.hervatten', tafel, {});
  post('Wil', names.onderwerp_werknemers, 'merkvroeg');
  say('Ona', 'deelname.uittreden', tafel, { deelname: names.tafel_deelname_vo, reden: 'Wij gaan.' });
  say('Vik', 'deelname.toetreden', tafel, { deelname: names.tafel_deelname_vv });
  post('Wes', onderwerp, 'merklater');
  post('Wil', names.onderwerp_werknemers, 'merkna');
  say('Vera', 'ronde.sluiten', tafel, { ronde: names.ronde });
  // Vik no longer speaks for the organisation, Gus does: what was prepared goes along.
  world.sql(`UPDATE spr.vertegenwoordiging SET tot = van - 1 WHERE persoon = ${names.persoon_vik} AND organisatie = ${names.org_vz}`);
  world.sql(`SELECT rule.vertegenwoordiging_vastleggen(${names.persoon_gus}, ${names.org_vz}, 'Opvolger')`);

  const stayed = [...LEADERS, 'Wil', 'Wes', 'Oto'];
  return {
    // The papers of a tafel are there for who joins it later.
    merkbestand: [...stayed, 'Ona', 'Vik'], merkembargo: [...stayed, 'Ona', 'Vik'], merkgewist: [], merkhalf: [],
    merkopen: [...stayed, 'Ona', 'Vik', ...OUTSIDE],
    merkplenair: [...stayed, 'Ona'],
    merklater: [...stayed, 'Vik'],
    // Ona could never look into this room, and it was opened after she had gone.
    merkkamer: stayed, merkpunt: stayed,
    merkvroeg: ['Wil', 'Ona'],
    merkna: ['Wil', 'Vik'],
    merkoverleg: ['Wil', 'Ona'],
    merkvoorzitter: LEADERS, merkconcept: LEADERS,
    merkvoorbereid: ['Wil', 'Gus'], merkbeterwoord: ['Wil', 'Gus'],
    merkterug: [], merkweg: [], merkanders: [],
  };
}
