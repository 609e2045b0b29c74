/** A scenario out of its files: the one that was asked for and those that it includes, merged, checked, faults placed. */
import { posix } from 'node:path';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { pathText, shown } from '#contracts/problem.js';
import { findJsonFault } from '#contracts/json/json-fault.js';
import { formOf, type FileForm } from './file-keys.js';
import { OTHER_KEYS } from '../yaml/unreadable.js';
import { inspectPart, isWhole } from '../check/inspect-part.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { localPath, parsePath } from '../check/problem-path.js';
import { FORMAT_VERSION, SHARED_PARTS } from '#contracts/scenario/scenario-shape.js';
import { inspectScenario } from '../check/check-scenario.js';
import type { Gaps } from '../check/readable-part.js';
import type { Path, ScenarioSource, SourceFault } from '../yaml/parse-yaml.js';
import { readSource } from '../yaml/parse-yaml.js';
import { MAX_DEPTH } from '../yaml/yaml-tokens.js';
import { SCENARIO_LIMITS } from '#contracts/scenario/shape-parts.js';

/** Where the files are read. Paths are relative to the scenario's folder, with `/`, and never lead out of it by name. */
export interface ScenarioFiles {
  /** @throws UnreadableFile */
  read(path: string): string;
}

/** Its message says what is wrong with the file, and what would be right. */
export class UnreadableFile extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableFile';
  }
}

export interface FilePlace {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Relative to the scenario's folder. */
  readonly file: string;
}

/** A fault or remark at its place. The path is the one within that file. */
export type FileProblem = FieldProblem & FilePlace;

export interface LoadedScenario {
  /** Absent when there are errors. */
  readonly scenario?: Scenario;
  /** As it was written, what is included put in its place; absent when there are errors. */
  readonly authored?: unknown;
  readonly problems: readonly FileProblem[];
  /** All files that were read, the first one first. */
  readonly files: readonly string[];
  /** Where a part of the scenario is written. @param path as problems write it: `expectations[2]` */
  readonly placeOf: (path: string) => FilePlace;
}

/** @throws UnreadableFile when the scenario's own file cannot be read; of included ones it is a problem like others. */
export function loadScenario(files: ScenarioFiles, path: string): LoadedScenario {
  const merge = new Merge(files, () => 'scenario');
  merge.read(path, files.read(path), []);
  return load(merge);
}

/** A file that was checked for what it is. */
export interface CheckedFile {
  readonly form: FileForm;
  /** Whether other files may hold what it refers to, so that references were not judged. */
  readonly isPartial: boolean;
  readonly problems: readonly FileProblem[];
}

/** Checks a scenario, a file of shared parts or a policy. @throws UnreadableFile when the file itself cannot be read */
export function checkFile(files: ScenarioFiles, path: string): CheckedFile {
  const merge = new Merge(files, formOf);
  merge.read(path, files.read(path), []);
  const { form } = merge;
  if (form === 'scenario') return { form, isPartial: false, problems: load(merge).problems };
  const found = inspectPart(merge.value, merge).map((problem) => merge.placed(problem));
  const problems = inOrder([...merge.problems, ...found], [...merge.sources.keys()]);
  return { form, isPartial: !isWhole(merge.value), problems };
}

function load(merge: Merge): LoadedScenario {
  const read = [...merge.sources.keys()];
  const isFaulty = merge.problems.length > 0;
  const placeOf = (path: string): FilePlace => {
    const { file, line, column } = merge.placed({ code: '', path, message: '' });
    return { file, line, column };
  };
  if (isFaulty && !merge.isOfOurFormat) return { problems: inOrder(merge.problems, read), files: read, placeOf };
  const { scenario, problems } = inspectScenario(merge.value, merge);
  const placed = [...merge.problems, ...problems.map((problem) => merge.placed(problem))];
  const whole = isFaulty ? undefined : scenario;
  return { scenario: whole, authored: whole && merge.value, problems: inOrder(placed, read), files: read, placeOf };
}

/** A file that is named `.json` is for programs, too, that take nothing but JSON. */
function jsonFaults(file: string, text: string, { value }: ScenarioSource): SourceFault[] {
  if (!file.endsWith('.json') || value === undefined || isJson(text)) return [];
  const { offset, wanted } = findJsonFault(text, MAX_DEPTH) ?? { offset: 0, wanted: 'JSON' };
  const before = text.slice(0, offset).split('\n');
  const message = `This is not JSON: ${wanted} would be right here; mend it, or name the file .yaml.`;
  const column = (before.at(-1)?.length ?? 0) + 1;
  return [{ code: 'MALFORMED_JSON', path: '', message, line: before.length, column }];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** As they stand in the files. */
function inOrder(problems: readonly FileProblem[], files: readonly string[]): FileProblem[] {
  return problems.toSorted(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Where an entry of a merged list comes from. */
interface Origin {
  readonly file: string;
  readonly index: number;
}

const LISTS: readonly string[] = ['sites', 'units'];
const PARTS: readonly string[] = SHARED_PARTS;

class Merge implements Gaps {
  readonly value: Record<string, unknown> = {};
  readonly problems: FileProblem[] = [];
  readonly unread: Path[] = [];
  incomplete = false;
  readonly sources = new Map<string, ScenarioSource>();
  private readonly origins: Record<string, Origin[]> = { sites: [], units: [] };
  /** By key: the file that gave it. */
  private readonly givers = new Map<string, string>();
  private root = '';
  form: FileForm = 'scenario';

  /** Whether the scenario's own file could be read so far that its content can be looked at. */
  get isOfOurFormat(): boolean {
    return this.value['tandem'] !== undefined;
  }

  /** Included files come first, as they are named. `chain`: the files that led here. */
  read(file: string, text: string, chain: readonly string[]): void {
    if (chain.length === 0) this.root = file;
    const source = readSource(text);
    this.sources.set(file, source);
    for (const fault of [...source.faults, ...jsonFaults(file, text, source)]) this.problems.push({ ...fault, file });
    const { value, unread } = source;
    // What a file that cannot be read, or cannot be read in whole, may have held is not missed.
    this.incomplete ||= value === undefined || unread.some(([key]) => key === OTHER_KEYS || key === 'include');
    if (value === undefined) return;
    if (chain.length === 0) this.unread.push(...unread.filter(([key]) => key === OTHER_KEYS));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(file, 'WRONG_TYPE', [], `The file is ${shown(value)}; it must be a map that begins with tandem: 1.`);
      return;
    }
    const fields = value as Record<string, unknown>;
    if (chain.length === 0) this.form = this.readForm(fields);
    if (this.form === 'bare-policy') return this.takeBare(file, fields);
    if (this.form !== 'policy' && !this.isOurVersion(file, fields['tandem'])) return;
    if (!unread.some((path) => path[0] === 'include')) this.include(file, fields['include'], [...chain, file]);
    for (const [key, held] of Object.entries(fields)) if (key !== 'include') this.take(file, key, held);
  }

  /** A policy at the top of the file: what is found under `policy` stands there. */
  private takeBare(file: string, policy: Record<string, unknown>): void {
    this.value['policy'] = policy;
    this.givers.set('policy', file);
    this.unread.push(...(this.sources.get(file)?.unread ?? []).map((path) => ['policy', ...path]));
  }

  private isOurVersion(file: string, version: unknown): boolean {
    if (version === FORMAT_VERSION) return true;
    if (version === undefined) {
      this.fault(file, 'MISSING_FIELD', [], 'tandem is missing; the file must say of which format it is: tandem: 1.');
    } else {
      const message = `tandem is ${shown(version)}; this program reads files of the format version ${FORMAT_VERSION} only.`;
      this.fault(file, 'FORMAT_VERSION', ['tandem'], message);
    }
    return false;
  }

  private include(file: string, included: unknown, chain: readonly string[]): void {
    if (included === undefined) return;
    if (!Array.isArray(included)) {
      this.fault(file, 'WRONG_TYPE', ['include'], `include is ${shown(included)}; it must be a list of files.`);
      return;
    }
    for (const [index, name] of included.entries()) this.includeOne(file, name, ['include', index], chain);
  }

  private includeOne(file: string, name: unknown, path: Path, chain: readonly string[]): void {
    if (typeof name !== 'string' || name === '') {
      this.fault(file, 'WRONG_TYPE', path, `The included file is ${shown(name)}; it must be the name of a file.`);
      return;
    }
    const target = posix.normalize(posix.join(posix.dirname(file), name));
    if (/^[/\\]|^[A-Za-z]:|^[\w+.-]+:\/|\\/.test(name) || target === '..' || target.startsWith('../')) {
      const message = `${shown(name)} leads out of the scenario's folder; name a file within it, such as shared/register.yaml.`;
      this.fault(file, 'INCLUDE_OUTSIDE', path, message);
    } else if (chain.includes(target)) {
      const ring = [...chain.slice(chain.indexOf(target)), target].join(' → ');
      this.fault(file, 'INCLUDE_CYCLE', path, `The files include each other in a ring: ${ring}; leave one out.`);
    } else if (this.sources.has(target)) {
      // Two parts may rest on the same third; it is taken once.
    } else if (this.sources.size > SCENARIO_LIMITS.includes) {
      this.fault(file, 'TOO_MANY', path, `More than ${SCENARIO_LIMITS.includes} files are included; merge some.`);
    } else {
      this.readIncluded(file, target, path, chain);
    }
  }

  private readIncluded(file: string, target: string, path: Path, chain: readonly string[]): void {
    let text: string;
    try {
      text = this.files.read(target);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.fault(file, error.code, path, error.message);
      return;
    }
    this.read(target, text, chain);
  }

  private take(file: string, key: string, held: unknown): void {
    const isPart = file !== this.root;
    if (key === 'tandem' || key === '$schema') {
      if (!isPart) this.value[key] = held;
    } else if (isPart && !PARTS.includes(key)) {
      const message = `${key} cannot be shared; an included file may hold ${['include', ...PARTS].join(', ')}.${didYouMean(key, PARTS)}`;
      this.fault(file, 'UNKNOWN_FIELD', [key], message, 'key');
    } else if (LISTS.includes(key) && Array.isArray(held)) {
      this.takeGaps(file, key, this.origins[key]?.length);
      this.append(file, key, held);
    } else if (this.givers.has(key)) {
      const giver = this.givers.get(key) ?? '';
      const line = this.sources.get(giver)?.positionOf([key], 'key').line ?? 1;
      const message = `${key} is there twice: ${giver}, line ${line}, gives it, too; leave one out.`;
      this.fault(file, 'DUPLICATE_PART', [key], message, 'key');
    } else {
      this.givers.set(key, file);
      this.takeGaps(file, key);
      this.value[key] = held;
    }
  }

  /** @param before how many entries the merged list holds before those of this file */
  private takeGaps(file: string, key: string, before = 0): void {
    for (const path of this.sources.get(file)?.unread ?? []) {
      const [first, index, ...rest] = path;
      if (first !== key) continue;
      this.unread.push(typeof index === 'number' ? [key, before + index, ...rest] : path);
    }
  }

  private append(file: string, key: string, entries: readonly unknown[]): void {
    const before = this.value[key];
    // One that is no list is told by the shape.
    if (before !== undefined && !Array.isArray(before)) return;
    this.value[key] = [...((before as unknown[] | undefined) ?? []), ...entries];
    this.origins[key]?.push(...entries.map((_, index) => ({ file, index })));
  }

  /** The problem of the merged scenario, at its place in the file that it comes from. */
  placed(problem: FieldProblem): FileProblem {
    const path = parsePath(problem.path);
    if (this.form === 'bare-policy') return this.placedBare(problem, path.slice(1));
    const { file, local } = this.whence(path);
    const position = this.sources.get(file)?.positionOf(local, whatOf(problem)) ?? { line: 1, column: 1 };
    return { ...problem, ...localPath(problem, path, local), file, ...position };
  }

  private placedBare(problem: FieldProblem, local: Path): FileProblem {
    const position = this.sources.get(this.root)?.positionOf(local, whatOf(problem)) ?? { line: 1, column: 1 };
    const message = problem.message.replace(/^policy(?= )/, 'The policy').replaceAll(/\bpolicy\.(?=\w)/g, '');
    return { ...problem, path: pathText(local), message, file: this.root, ...position };
  }

  private whence(path: Path): { readonly file: string; readonly local: Path } {
    const [first, second, ...rest] = path;
    const origin = typeof second === 'number' ? this.origins[String(first)]?.[second] : undefined;
    if (origin && first !== undefined) return { file: origin.file, local: [first, origin.index, ...rest] };
    return { file: this.givers.get(String(first)) ?? this.root, local: path };
  }

  private fault(file: string, code: string, path: Path, message: string, what: 'key' | 'value' = 'value'): void {
    const position = this.sources.get(file)?.positionOf(path, what) ?? { line: 1, column: 1 };
    this.problems.push({ code, path: pathText(path), message, file, ...position });
    this.incomplete = true;
  }

  constructor(
    private readonly files: ScenarioFiles,
    private readonly readForm: (fields: Readonly<Record<string, unknown>>) => FileForm,
  ) {}
}

/** Which half of an entry a problem is about. */
function whatOf({ code }: FieldProblem): 'key' | 'value' {
  return code === 'UNKNOWN_FIELD' || code === 'INVALID_KEY' ? 'key' : 'value';
}
