/** How fast CAP messages are read: the markup by our reader and by saxes, and the whole check of a message. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { decodeXml } from '#contracts/cap/xml-encoding.js';
import { XmlScanner } from '#contracts/cap/xml-scanner.js';
import { InputError } from '#contracts/problem.js';
import type { BenchSettings } from '../settings.js';

export interface CapMeasures {
  readonly name: string;
  readonly messages: number;
  readonly bytes: number;
  /** MB (1,000,000 bytes) in a second of CPU time, of one run that takes them in turns. */
  readonly scanner: number;
  readonly saxes: number;
  readonly parse: number;
  /** As `parse`, had saxes read the markup: computed from the three. */
  readonly parseWithSaxes: number;
}

/** Ours are in every clone; those that other people wrote, where they are at hand. */
const FOLDERS = ['test/samples/cap/valid', '../shared/samples/cap/valid'];
const OPTIONS = { asExercise: true, lenient: true } as const;
const WARM_UP_MS = 1_000;

/** Messages as they are sent; and long ones, of which the markup and the points are the most. */
export function measureCap({ seconds }: BenchSettings): CapMeasures[] {
  const samples = FOLDERS.flatMap(filesIn)
    .map((file) => readFileSync(file))
    .filter(isTaken);
  return [
    measure('messages of the samples', samples, seconds),
    measure('messages with 40 info blocks of 250 points', [longMessage(40, 250)], seconds),
  ];
}

function measure(name: string, documents: readonly Buffer[], seconds: number): CapMeasures {
  const texts = documents.map((bytes) => decodeXml(bytes));
  const works = {
    scanner: () => texts.forEach(scan),
    saxes: () => texts.forEach(readBySaxes),
    parse: () => documents.forEach((bytes) => void parseCap(bytes, OPTIONS)),
  };
  for (const work of Object.values(works)) {
    for (const end = performance.now() + WARM_UP_MS; performance.now() < end;) work();
  }
  const spent = { scanner: 0, saxes: 0, parse: 0 };
  let rounds = 0;
  // In turns, so that a machine that is busy for a while is so for all of them.
  for (const end = performance.now() + seconds * 1_500; performance.now() < end; rounds++) {
    for (const name of ['scanner', 'saxes', 'parse'] as const) {
      const before = process.cpuUsage();
      works[name]();
      const { user, system } = process.cpuUsage(before);
      spent[name] += (user + system) / 1e6;
    }
  }
  const bytes = documents.reduce((sum, { length }) => sum + length, 0);
  const rate = (cpuSeconds: number): number => (bytes * rounds) / 1e6 / cpuSeconds;
  return {
    name,
    messages: documents.length,
    bytes,
    scanner: rate(spent.scanner),
    saxes: rate(spent.saxes),
    parse: rate(spent.parse),
    parseWithSaxes: rate(spent.parse - spent.scanner + spent.saxes),
  };
}

function longMessage(infos: number, points: number): Buffer {
  const ring = Array.from({ length: points }, (_, n) => {
    const angle = (2 * Math.PI * n) / points;
    return `${(30 + Math.sin(angle)).toFixed(5)},${(70 + Math.cos(angle)).toFixed(5)}`;
  });
  const info = `
  <info>
    <language>en-US</language><category>Met</category><event>Flood exercise</event><urgency>Expected</urgency>
    <severity>Severe</severity><certainty>Likely</certainty>
    <eventCode><valueName>code</valueName><value>FLW</value></eventCode>
    <headline>Exercise: the river is expected to rise &amp; flood the lower road</headline>
    <description>Nothing in this message is real. The gauge at the bridge stood at 4.2 m this morning.</description>
    <parameter><valueName>gauge</valueName><value>4.2</value></parameter>
    <area><areaDesc>Lower road</areaDesc><polygon>${[...ring, ring[0]].join(' ')}</polygon></area>
  </info>`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>bench-long</identifier><sender>bench@exercise.example</sender><sent>2026-11-23T09:00:00+05:00</sent>
  <status>Exercise</status><msgType>Alert</msgType><scope>Public</scope>${info.repeat(infos)}
</alert>`);
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cap') || name.endsWith('.xml'))
    .map((name) => join(resolve(folder), name));
}

function isTaken(bytes: Buffer): boolean {
  try {
    parseCap(bytes, OPTIONS);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

const nothing = (): void => undefined;

function refuse(what: unknown): never {
  throw new Error(`a message that was taken before is refused: ${String(what)}`);
}

function scan(text: string): void {
  const scanner = new XmlScanner(text, {
    onStart: nothing,
    onAttribute: nothing,
    onOpen: nothing,
    onText: nothing,
    onClose: nothing,
    onDoctype: () => refuse('doctype'),
    onFault: refuse,
  });
  while (!scanner.done) scanner.step();
  scanner.end();
}

/** With the checks that our reader makes, too: namespaces, and no document type declaration. */
function readBySaxes(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', nothing);
  parser.on('text', nothing);
  parser.on('cdata', nothing);
  parser.on('closetag', nothing);
  parser.write(text).close();
}
