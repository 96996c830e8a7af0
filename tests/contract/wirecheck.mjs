// Asks the C side many questions at once.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './proto.mjs';

export const program = process.env.SPR_WIRECHECK ?? path.join(build, 'contract', 'wirecheck');

export function ask(questions) {
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const { stdout, stderr, status, error } = spawnSync(program, { input, maxBuffer: 1 << 30, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.slice(-2000)}`);
  const answers = stdout.split('\n').slice(0, -1).map((line) => JSON.parse(line));
  if (answers.length !== questions.length) throw new Error(`${answers.length} answers to ${questions.length} questions`);
  return answers;
}
