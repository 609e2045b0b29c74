/**
 * The exercise profile's parameters as CAP carries them: `parameter`s of an info block whose `valueName` is one of our
 * markings; in a message without info (an Ack, say) `code`s of the form `tandem:class=PAK`. Inside Tandem they have
 * one home, `exercise`: they are lifted there on the way in, from either form of the alert, and written back on the way out. So the JSON
 * and the XML form of one message give the same alert.
 *
 * `tandem:site` · `tandem:source` · `tandem:confidence` · `tandem:nationals.CHN` · `tandem:casualties.injured` ·
 * `tandem:class` · `tandem:tlp` · `tandem:releasableTo` (names with spaces between) · `tandem:tearLine.en` · `tandem:tearLineTlp` ·
 * `tandem:reviewAt`
 *
 * Whatever looks like a marking is read or refused, wherever it stands (marking.ts).
 */
import type { ExerciseParameters, NameValue } from '#domain/alert/alert.js';
import { CONFIDENCES } from '#domain/alert/alert.js';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { TEAR_LINE_TLPS, TLP_LABELS } from '#domain/release/label.js';
import type { FieldProblem } from '../problem.js';
import { pathText, shown } from '../problem.js';
import type { AlertInput, ExerciseInput } from './alert-shape.js';
import { exerciseShape } from './alert-shape.js';
import { looksLikeMarking, MARKING_NAMES, markingPath, PREFIX, splitCode, wordOf } from './marking.js';
import { schemaProblems } from '../json/schema-problems.js';

interface Found {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

export interface LiftedExercise {
  readonly exercise: ExerciseInput;
  readonly problems: readonly FieldProblem[];
}

/** Whether there is anything to lift; asked first, since most alerts have nothing. */
export function hasExerciseParameters(alert: AlertInput): boolean {
  return (
    alert.code?.some(looksLikeMarking) === true ||
    alert.info?.some((info) => info.parameter?.some(({ valueName }) => looksLikeMarking(valueName))) === true
  );
}

/** The alert's `exercise` with what its parameters say. The same said twice is fine; two different values are not. */
export function liftExerciseParameters(alert: AlertInput): LiftedExercise {
  const { found, problems } = findAll(alert);
  const tree = new Map<string, unknown>(leaves(alert.exercise ?? {}));
  const paths = new Map<string, string>();
  for (const { name, value: text, path } of found) {
    const key = markingPath(name);
    if (key === undefined) {
      const message = `${shown(name)} is not known; the names are ${KNOWN}.`;
      problems.push({ code: 'UNKNOWN_PARAMETER', path, message });
      continue;
    }
    const value = valueOf(key, text);
    if (tree.has(key) && !isSame(tree.get(key), value)) {
      const message = `${shown(name)} is ${shown(value)} here and ${shown(tree.get(key))} elsewhere; give one value.`;
      problems.push({ code: 'PARAMETER_CONFLICT', path, message });
    } else if (!tree.has(key)) {
      tree.set(key, value);
      paths.set(key, path);
    }
  }
  const input = nest(tree);
  const result = exerciseShape.safeParse(input);
  if (result.success) return { exercise: result.data, problems };
  for (const problem of schemaProblems(result.error.issues, input)) {
    problems.push({ ...problem, path: paths.get(problem.path) ?? `exercise.${problem.path}` });
  }
  return { exercise: {}, problems };
}

/** `code` without what was lifted; undefined if nothing is left. */
export function otherCodes(code: readonly string[] | undefined): string[] | undefined {
  return orNone(code?.filter((value) => !looksLikeMarking(value)));
}

/** `parameter` without what was lifted; undefined if nothing is left. */
export function otherParameters(parameter: readonly NameValue[] | undefined): NameValue[] | undefined {
  return orNone(parameter?.filter(({ valueName }) => !looksLikeMarking(valueName)));
}

function orNone<T>(list: T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

/** What {@link liftExerciseParameters} reads, in a fixed order. The class is left out when it is the default, JOINT. */
export function exerciseNameValues(exercise: ExerciseParameters): NameValue[] {
  const { releasability } = exercise;
  const values: [string, string | number | undefined][] = [
    ['site', exercise.site],
    ['source', exercise.source],
    ['confidence', exercise.confidence],
    ...entries('nationals', exercise.nationals),
    ...entries('casualties', exercise.casualties),
    ['class', releasability.class === 'JOINT' ? undefined : releasability.class],
    ['tlp', releasability.tlp],
    ['releasableTo', releasability.releasableTo?.join(' ')],
    ...entries('tearLine', releasability.tearLine),
    ['tearLineTlp', releasability.tearLineTlp],
    ['reviewAt', releasability.reviewAt],
  ];
  return values.flatMap(([name, value]) =>
    value === undefined ? [] : [{ valueName: `${PREFIX}${name}`, value: String(value) }],
  );
}

function entries(name: string, map: Readonly<Record<string, string | number>> = {}): [string, string | number][] {
  return Object.entries(map).map(([key, value]) => [`${name}.${key}`, value]);
}

/** A name-value pair as a `code`. */
export function asCode({ valueName, value }: NameValue): string {
  return `${valueName}=${value}`;
}

function findAll(alert: AlertInput): { readonly found: Found[]; readonly problems: FieldProblem[] } {
  const found: Found[] = [];
  const problems: FieldProblem[] = [];
  alert.code?.forEach((code, i) => {
    if (!looksLikeMarking(code)) return;
    const path = pathText(['code', i]);
    const marking = splitCode(code);
    if (marking) found.push({ ...marking, path });
    else problems.push({ code: 'PARAMETER_FORM', path, message: `${path} is ${shown(code)}; write ${CODE_FORM}.` });
  });
  alert.info?.forEach((info, i) => {
    info.parameter?.forEach(({ valueName, value }, j) => {
      if (looksLikeMarking(valueName)) {
        found.push({ name: valueName, value, path: pathText(['info', i, 'parameter', j]) });
      }
    });
  });
  return { found, problems };
}

const CODE_FORM = `it as ${PREFIX}name=value, such as ${PREFIX}class=PAK`;
const KNOWN = MARKING_NAMES.map((name) => PREFIX + name).join(', ');

const WORDS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['releasability.class', RELEASE_CLASSES],
  ['releasability.tlp', TLP_LABELS],
  ['releasability.tearLineTlp', TEAR_LINE_TLPS],
  ['confidence', CONFIDENCES],
]);

/** The value of a marking; what cannot be read is left for the shape check to refuse. */
function valueOf(key: string, text: string): string | number | string[] {
  if (key === 'releasability.releasableTo') return text.split(/\s+/).filter((name) => name !== '');
  if (key.startsWith('nationals.') || key.startsWith('casualties.')) return countOf(text);
  const words = WORDS.get(key);
  return words ? wordOf(text, words) : text;
}

/** A head count is written in digits. */
function countOf(value: string): number | string {
  return /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function leaves(value: object, prefix = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? leaves(inner, `${prefix}${key}.`)
      : [[`${prefix}${key}`, inner]],
  );
}

function nest(tree: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of tree) {
    const keys = path.split('.');
    let node = root;
    for (const key of keys.slice(0, -1)) node = childOf(node, key);
    Object.defineProperty(node, keys.at(-1) ?? '', { value, enumerable: true, configurable: true, writable: true });
  }
  return root;
}

/** Only our own words come here, never a sender's key. */
function childOf(node: Record<string, unknown>, key: string): Record<string, unknown> {
  const child = (node[key] ??= {});
  return child as Record<string, unknown>;
}
