/**
 * Engines with a mistake. Each is a copy of the engine's source text in a temporary folder, with one change; so the engine needs no hook for
 * it. A change that no longer applies, since the engine's text is another, fails the spec that plants it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from './driver.js';
import { engineOf, type EngineModules } from './tandem.js';

export interface Mistake {
  readonly name: string;
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
}

/** Of five kinds: an order, a covering, a timer, a place, a condition. */
export const MISTAKES: readonly Mistake[] = [
  {
    name: 'a severity counts for another',
    file: 'alert/alert.ts',
    right: "'Extreme', 'Severe', 'Moderate'",
    wrong: "'Severe', 'Extreme', 'Moderate'",
  },
];

const SOURCE = resolve(import.meta.dirname, '../../libs/domain/src');

/** Calls `use` with the engine that makes this mistake, and removes the copy. */
export async function withMistake<T>(mistake: Mistake, use: (engine: Engine) => T): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-mistake-'));
  try {
    cpSync(SOURCE, copy, { recursive: true, filter: (path) => !path.endsWith('.spec.ts') });
    const path = join(copy, mistake.file);
    const text = readFileSync(path, 'utf8');
    if (text.split(mistake.right).length !== 2) {
      throw new Error(
        `"${mistake.right}" stands ${text.split(mistake.right).length - 1} times in ${mistake.file}; it must stand there once`,
      );
    }
    writeFileSync(
      path,
      text.replace(mistake.right, () => mistake.wrong),
    );
    const load = (file: string): Promise<unknown> => import(pathToFileURL(join(copy, file)).href);
    const modules = { ...((await load('engine/engine.ts')) as object), ...((await load('engine/open.ts')) as object) };
    return use(engineOf(modules as EngineModules));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
