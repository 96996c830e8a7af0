// Reads a .talk file into steps. Each step keeps its line number and its text for the report.
//   {kind: 'act'|'http'|'follow'|…, who, …} · expectations: {kind: 'expect', who, what, …}

const bracketDepth = (text) => {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    if (inString) {
      if (text[i] === '\\') i++;
      else if (text[i] === '"') inString = false;
    } else if (text[i] === '"') inString = true;
    else if ('{['.includes(text[i])) depth++;
    else if ('}]'.includes(text[i])) depth--;
  }
  return depth;
};

// Lines with their numbers; a line whose brackets stay open goes on over the next ones.
function* logicalLines(source) {
  const lines = source.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const number = i + 1;
    let text = lines[i].trim();
    if (text === '' || text.startsWith('#')) continue;
    const start = text.search(/(^|\s)[{[]/);
    if (start >= 0 && !/^(sql|klok|mag:)/.test(text))
      while (bracketDepth(text.slice(start)) > 0 && i + 1 < lines.length) text += ` ${lines[++i].trim()}`;
    yield { number, text };
  }
}

// "word word name=value … {json}" → words, options, json.
function split(text) {
  const start = text.search(/(^|\s)[{[]/);
  const head = start < 0 ? text : text.slice(0, start);
  const words = [];
  const options = {};
  const headers = {};
  for (const word of head.split(/\s+/).filter(Boolean)) {
    const header = /^header:([^=]+)=(.*)$/.exec(word);
    const option = /^([a-z]+)=(.*)$/.exec(word);
    if (header) headers[header[1]] = header[2];
    else if (option) options[option[1]] = option[2];
    else words.push(word);
  }
  const json = start < 0 ? undefined : JSON.parse(text.slice(start));
  return { words, options, headers, json };
}

function expectation(rest) {
  const { words, headers, json } = split(rest);
  const [what, ...more] = words;
  if (/^\d{3}$/.test(what)) return { what: 'status', status: Number(what), headers, json };
  const frame = more.at(-1) === '@';
  if (frame) more.pop();
  const arity = { ok: 0, fout: 1, gebeurtenis: 2, niets: 1, live: 2, einde: 1, gesloten: 1 };
  if (!(what in arity)) throw new Error(`unknown expectation: ${what}`);
  if (more.length !== arity[what]) throw new Error(`${what} takes ${arity[what]} words, not ${more.length}`);
  return { what, words: more, frame, json };
}

function personStep(rest) {
  const [verb, ...after] = rest.split(/\s+/);
  const tail = rest.slice(verb.length).trim();
  if (verb === '<') return { kind: 'expect', ...expectation(tail) };
  if (verb === '>') {
    const { words, options, json } = split(tail);
    if (words.length !== 1) throw new Error('one command after >');
    return { kind: 'act', command: words[0], options, args: json };
  }
  if (verb === 'http') {
    const { words, options, headers, json } = split(tail);
    if (words.length !== 2) throw new Error('http METHOD /path');
    return { kind: 'http', method: words[0], target: words[1], options, headers, body: json };
  }
  if (verb === 'volgt') {
    const { words, options } = split(tail);
    const from = words.indexOf('vanaf');
    return { kind: 'follow', stream: words[0], epoch: options.tijdperk, from: from < 0 ? undefined : words[from + 1] };
  }
  if (verb === 'laat' && after.at(-1) === 'los') return { kind: 'unfollow', stream: after[0] };
  if (verb === 'verbreekt') return { kind: 'cut' };
  if (verb === 'hervat') return { kind: 'resume' };
  throw new Error(`unknown step: ${verb}`);
}

function parseMag(text) {
  const match = /^mag:\s*(\S+):\s*([^@]*?)\s*(?:@\s*(.*))?$/.exec(text);
  if (!match) throw new Error('mag: <opdracht>: <rollen> @ <toestanden>');
  return { command: match[1], roles: match[2].split(/\s+/).filter(Boolean), states: match[3]?.split(/\s+/).filter(Boolean) ?? null };
}

function parseLine(text) {
  const klok = /^klok\s+(\+?)\s*(.*)$/.exec(text);
  if (klok) return { kind: 'clock', move: klok[1] === '+', value: klok[2] };
  const server = /^server\s+(herstart|dood)$/.exec(text);
  if (server) return { kind: 'server', orderly: server[1] === 'herstart' };
  const sql = /^sql\s+(?:\?(\w+)\s+)?(.*)$/s.exec(text);
  if (sql) return { kind: 'sql', bind: sql[1], statement: sql[2] };
  const person = /^([A-Z][a-z]+(?:\/\w+)?)\s+(.*)$/s.exec(text);
  if (!person) throw new Error('a line starts with a person, mag:, klok, server or sql');
  return { who: person[1], ...personStep(person[2]) };
}

export function parseTalk(source, file) {
  const mag = [];
  const steps = [];
  for (const { number, text } of logicalLines(source)) {
    try {
      if (text.startsWith('mag:')) mag.push(parseMag(text));
      else steps.push({ number, text, ...parseLine(text) });
    } catch (error) {
      throw new Error(`${file}:${number}: ${error.message}\n  ${text}`);
    }
  }
  return { mag, steps };
}
