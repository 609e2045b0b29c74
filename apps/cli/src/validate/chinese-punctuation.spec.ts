/** Every Chinese text that ships uses full-width punctuation: the scenarios, the demonstration, and the texts about events. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFile } from '../files/project-files.js';

const HAN = /\p{Script=Han}/u;
/** Half-width punctuation beside a Chinese character, a placeholder or a closing bracket. A time (`00:30`) or a number (`1,000`) keeps it. */
const HALF_WIDTH = /[\p{Script=Han}）”][ ]?[,.;:?!()"]|[,.;:?!()"][ ]?\p{Script=Han}|\d[,;:?!()](?!\d)/u;

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

function wrongTexts(file: string): string[] {
  return texts(parse(readFileSync(file, 'utf8'))).filter((text) => HAN.test(text) && HALF_WIDTH.test(text));
}

const scenarios = readdirSync(projectFile('scenarios'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(yaml|json)$/.test(name))
  .map((name) => join('scenarios', name));

it.each([...scenarios, 'libs/contracts/src/language/zh.json'])('%s', (name) => {
  expect(wrongTexts(projectFile(name))).toEqual([]);
});

it.each(['误报,请回', '演习(虚构)', '整点:正常', '完毕.', '约20人,均平安'])('finds %s', (text) => {
  expect(HAN.test(text) && HALF_WIDTH.test(text)).toBe(true);
});

it.each(['电站，00:02：整点', '约1,000人', '演习（NACTA）。'])('accepts %s', (text) => {
  expect(HALF_WIDTH.test(text)).toBe(false);
});
