/** What the console says, from its own catalogues. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './browser.js';

const FOLDER = resolve('apps/console/src/language');

const catalogues = new Map<string, Record<string, unknown>>();

/** @param key `desk:act.acknowledge` */
export function say(key: string, values: Record<string, string | number> = {}, language: Language = 'en'): string {
  const [file = '', path = ''] = key.split(':');
  const name = join(FOLDER, language, `${file}.json`);
  let catalogue = catalogues.get(name);
  if (catalogue === undefined) {
    catalogue = JSON.parse(readFileSync(name, 'utf8')) as Record<string, unknown>;
    catalogues.set(name, catalogue);
  }
  const text = path
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], catalogue);
  if (typeof text !== 'string') throw new Error(`no text ${key} in ${language}`);
  return String(new IntlMessageFormat(text, language).format(values));
}
