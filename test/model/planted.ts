/**
 * Engines with a mistake. Each is a copy of the engine's source text in a temporary folder, with one change; so the engine needs no hook for
 * it. A change that no longer applies, since the engine's text is another, fails the spec that plants it.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from './driver.js';
import { engineOf, type EngineModules } from './tandem.js';

export interface Mistake {
  readonly name: string;
  /** Stands once in the engine's text. */
  readonly right: string;
  readonly wrong: string;
}

/** Orders, coverings, timers, places, conditions, numbers, and who reads what. */
export const MISTAKES: readonly Mistake[] = [
  {
    name: 'notifications expire before the answers of the same moment',
    right: '  expire: 3,\n',
    wrong: '  expire: -1,\n',
  },
  {
    name: 'an acknowledgement of `respond` does not cover `inform`',
    right: "(asked === 'inform' && (acknowledged === 'respond'",
    wrong: "(asked === 'consular' && (acknowledged === 'respond'",
  },
  {
    name: 'acknowledgements do not lapse',
    right: 'if (expiresMs !== undefined) setTimer(',
    wrong: 'if (expiresMs === -1) setTimer(',
  },
  {
    name: 'a chain that reaches a step whose requirement is met halts at its first step',
    right: 'definition.requirement, standing)) return [halt(incident, run, place, covered)];',
    wrong: 'definition.requirement, standing)) return [halt(incident, run, { ...place, step: 0 }, covered)];',
  },
  {
    name: 'what could not be delivered is not asked again',
    right: "if (notifications.some(({ status }) => status === 'undeliverable')) {",
    wrong: "if (notifications.some(({ status }) => status === 'queued')) {",
  },
  {
    name: 'notes of a release are not counted among those of the incident that it joins',
    right: 'let number = target?.notes?.JOINT ?? 0;',
    wrong: 'let number = 0;',
  },
  {
    name: 'an Update is released as one',
    right: "const msgType = alert.msgType === 'Update' ? 'Alert' : alert.msgType;",
    wrong: 'const { msgType } = alert;',
  },
  {
    name: 'of several times after which a carried answer lapses, the longest counts',
    right: 'return times.length === 0 ? undefined : Math.min(...times);',
    wrong: 'return times.length === 0 ? undefined : Math.max(...times);',
  },
  {
    name: 'a carried answer lapses by the first of the chains that the facts lead to',
    right: 'return times.length === 0 ? undefined : Math.min(...times);',
    wrong: 'return times[0];',
  },
  {
    name: 'a carried answer lapses by the facts before the release',
    right: `      ...(target ? changed(state, target, fresh) : []),
      ...answers.drafts,
`,
    wrong: `      ...answers.drafts,
      ...(target ? changed(state, target, fresh) : []),
`,
  },
  {
    name: 'a chain that starts afresh does not count what a release carries over',
    right: 'answersBefore: data.anew ? answersBefore(state, incident, at) : 0,',
    wrong: 'answersBefore: data.anew ? incident.answers : 0,',
  },
  {
    name: 'a reply under TLP:RED is read by all readers of the message that it answers',
    right: '  const marking = limits.reduce<Marking>(',
    wrong: `  if (parent?.tlp === 'TLP:RED') return parent;
  const marking = limits.reduce<Marking>(`,
  },
  {
    name: 'units that may not read an incident any more are still asked, when people have changed its label',
    right: "      return event.data.of === 'alert' && event.data.incident !== undefined\n",
    wrong: "      return event.data.of === 'note' && event.data.incident !== undefined\n",
  },
  {
    name: 'what an alert is labelled does not go along when it is released',
    right: 'kept[id] = { ...releasable, alert: relabelled(releasable.alert, set) };',
    wrong: 'kept[id] = releasable;',
  },
  {
    name: 'a lowered label discloses nothing',
    right: 'if (said === undefined || !isRestricted(from) || isSame(from, to)) return [];',
    wrong: 'if (said === undefined || isRestricted(from) || isSame(from, to)) return [];',
  },
  {
    name: 'a label that is confirmed is due for review at the old time',
    right: '  dropReview(state, thing);\n  if (reviewAt === undefined) return;\n',
    wrong: '  if (reviewAt === undefined) return;\n',
  },
  {
    name: 'a label that was changed counts for the message, and not for its replies',
    right: 'if (message) message.marking = markingText(to);',
    wrong: '',
  },
];

const SOURCE = resolve(import.meta.dirname, '../../libs/domain/src');

/** Calls `use` with the engine that makes this mistake, and removes the copy. */
export async function withMistake<T>(mistake: Mistake, use: (engine: Engine) => T): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-mistake-'));
  try {
    cpSync(SOURCE, copy, { recursive: true, filter: (path) => !path.endsWith('.spec.ts') });
    plant(mistake, copy);
    const load = (file: string): Promise<unknown> => import(pathToFileURL(join(copy, file)).href);
    const modules = { ...((await load('engine/engine.ts')) as object), ...((await load('engine/open.ts')) as object) };
    return use(engineOf(modules as EngineModules));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function plant({ right, wrong }: Mistake, folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') }));
  const places = files.flatMap((file) => Array.from({ length: file.text.split(right).length - 1 }, () => file));
  const [place] = places;
  if (!place || places.length > 1) {
    throw new Error(
      `"${right}" stands ${places.length} times in the engine; a mistake is planted where it stands once`,
    );
  }
  writeFileSync(
    place.path,
    place.text.replace(right, () => wrong),
  );
}
