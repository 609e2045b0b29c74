/** A secret that people type: not shown, and in no list of processes. From a pipe its first line is taken. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { unusable } from '../failure.js';

/** @param prompt shown on the standard error of a terminal */
export async function readSecret(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  const isTerminal = stdin.isTTY;
  if (isTerminal) stderr.write(`${prompt}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: isTerminal });
  try {
    for await (const line of lines) return line;
    throw unusable(`No ${prompt.toLowerCase()} was given: type it, or send it as one line to the standard input`);
  } finally {
    lines.close();
    if (isTerminal) stderr.write('\n');
  }
}
