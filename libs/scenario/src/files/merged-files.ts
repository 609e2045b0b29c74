/** The files of a scenario, its own and the included ones, merged into one value; each value keeps its place. */
import { posix } from 'node:path';
import type { FieldProblem } from '#contracts/problem.js';
import { pathText, shown } from '#contracts/problem.js';
import { findJsonFault } from '#contracts/json/json-fault.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { FORMAT_VERSION, SHARED_PARTS } from '#contracts/scenario/scenario-schema.js';
import { SCENARIO_LIMITS } from '#contracts/scenario/schema-fields.js';
import { localPath, parsePath } from '../check/problem-path.js';
import type { Unread } from '../check/repaired-scenario.js';
import { type DocumentFault, OTHER_KEYS, type Path, readDocument, type YamlDocument } from '../yaml/read-document.js';
import { MAX_DEPTH } from '../yaml/yaml-tokens.js';
import type { FileKind } from './file-kind.js';
import { type ScenarioFiles, UnreadableFile } from './scenario-files.js';

export interface FilePlace {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Relative to the scenario's folder. */
  readonly file: string;
}

/** A problem at its place. The path is the one within that file. */
export type FileProblem = FieldProblem & FilePlace;

/** Where an entry of a merged list comes from. */
interface Origin {
  readonly file: string;
  readonly index: number;
}

const LISTS: readonly string[] = ['sites', 'units'];
const PARTS: readonly string[] = SHARED_PARTS;

export class MergedFiles {
  readonly value: Record<string, unknown> = {};
  /** Of the documents and of merging them. */
  readonly problems: FileProblem[] = [];
  kind: FileKind = 'scenario';
  private readonly documents = new Map<string, YamlDocument>();
  private readonly unreadPaths: Path[] = [];
  private includesMissing = false;
  private readonly origins: Record<string, Origin[]> = { sites: [], units: [] };
  /** By key: the file that defines it. */
  private readonly definedIn = new Map<string, string>();

  /** @throws UnreadableFile when the root file cannot be read */
  constructor(
    private readonly source: ScenarioFiles,
    private readonly root: string,
    private readonly kindOf: (fields: Readonly<Record<string, unknown>>) => FileKind,
  ) {
    this.read(root, source.read(root), []);
  }

  get files(): readonly string[] {
    return [...this.documents.keys()];
  }

  get unread(): Unread {
    return { includesMissing: this.includesMissing, paths: this.unreadPaths };
  }

  /** These problems of the merged value, and those of the files, in the order of the files. */
  withProblems(problems: readonly FieldProblem[]): FileProblem[] {
    const { files } = this;
    return [...this.problems, ...problems.map((problem) => this.placed(problem))].sort(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
    );
  }

  /** @param path in the merged value, as in problems */
  placeOf(path: string): FilePlace {
    const { file, line, column } = this.placed({ code: '', path, message: '' });
    return { file, line, column };
  }

  /** Included files are merged first, in the order of `include`. @param chain the files that lead to this one */
  private read(file: string, text: string, chain: readonly string[]): void {
    const document = readDocument(text);
    this.documents.set(file, document);
    for (const fault of [...document.faults, ...jsonFaults(file, text, document)])
      this.problems.push({ ...fault, file });
    const { value, unread } = document;
    // A file that cannot be read, or not completely, may define what seems to be missing.
    this.includesMissing ||= value === undefined || unread.some(([key]) => key === OTHER_KEYS || key === 'include');
    if (value === undefined) return;
    const isRoot = file === this.root;
    if (isRoot) this.unreadPaths.push(...unread.filter(([key]) => key === OTHER_KEYS));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(file, 'WRONG_TYPE', [], `The file is ${shown(value)}; it must be a map that begins with tandem: 1.`);
      return;
    }
    const fields = value as Record<string, unknown>;
    if (isRoot) this.kind = this.kindOf(fields);
    if (this.kind === 'bare-policy') {
      this.value['policy'] = fields;
      this.definedIn.set('policy', file);
      this.unreadPaths.push(...unread.map((path) => ['policy', ...path]));
      return;
    }
    if (this.kind !== 'policy' && !this.isOurVersion(file, fields['tandem'])) return;
    if (!unread.some((path) => path[0] === 'include')) this.include(file, fields['include'], [...chain, file]);
    for (const [key, content] of Object.entries(fields)) if (key !== 'include') this.merge(file, key, content);
  }

  private isOurVersion(file: string, version: unknown): boolean {
    if (version === FORMAT_VERSION) return true;
    if (version === undefined) {
      this.fault(file, 'MISSING_FIELD', [], 'tandem is missing; the file must name its format version: tandem: 1.');
    } else {
      const message = `tandem is ${shown(version)}; the only supported format version is ${FORMAT_VERSION}.`;
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
      const message = `${shown(name)} is outside the scenario's folder; name a file within it, such as shared/register.yaml.`;
      this.fault(file, 'INCLUDE_OUTSIDE', path, message);
    } else if (chain.includes(target)) {
      const cycle = [...chain.slice(chain.indexOf(target)), target].join(' → ');
      this.fault(file, 'INCLUDE_CYCLE', path, `The files include each other in a cycle: ${cycle}; remove one include.`);
    } else if (this.documents.has(target)) {
      // Two files may include the same third file; it is merged once.
    } else if (this.documents.size > SCENARIO_LIMITS.includes) {
      this.fault(file, 'TOO_MANY', path, `More than ${SCENARIO_LIMITS.includes} files are included; merge some.`);
    } else {
      this.readIncluded(file, target, path, chain);
    }
  }

  private readIncluded(file: string, target: string, path: Path, chain: readonly string[]): void {
    let text: string;
    try {
      text = this.source.read(target);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      this.fault(file, error.code, path, error.message);
      return;
    }
    this.read(target, text, chain);
  }

  private merge(file: string, key: string, content: unknown): void {
    const isIncluded = file !== this.root;
    if (key === 'tandem' || key === '$schema') {
      if (!isIncluded) this.value[key] = content;
    } else if (isIncluded && !PARTS.includes(key)) {
      const message = `${key} cannot be shared; an included file may contain ${['include', ...PARTS].join(', ')}.${didYouMean(key, PARTS)}`;
      this.fault(file, 'UNKNOWN_FIELD', [key], message, 'key');
    } else if (LISTS.includes(key) && Array.isArray(content)) {
      this.addUnread(file, key, this.origins[key]?.length);
      this.append(file, key, content);
    } else if (this.definedIn.has(key)) {
      const other = this.definedIn.get(key) ?? '';
      const line = this.documents.get(other)?.positionOf([key], 'key').line ?? 1;
      const message = `${key} is defined twice: also in ${other}, line ${line}. Remove one.`;
      this.fault(file, 'DUPLICATE_PART', [key], message, 'key');
    } else {
      this.definedIn.set(key, file);
      this.addUnread(file, key);
      this.value[key] = content;
    }
  }

  /** @param before how many entries the merged list has before those of this file */
  private addUnread(file: string, key: string, before = 0): void {
    for (const path of this.documents.get(file)?.unread ?? []) {
      const [first, index, ...rest] = path;
      if (first !== key) continue;
      this.unreadPaths.push(typeof index === 'number' ? [key, before + index, ...rest] : path);
    }
  }

  private append(file: string, key: string, entries: readonly unknown[]): void {
    const before = this.value[key];
    // The schema reports a value that is not a list.
    if (before !== undefined && !Array.isArray(before)) return;
    this.value[key] = [...((before as unknown[] | undefined) ?? []), ...entries];
    this.origins[key]?.push(...entries.map((_, index) => ({ file, index })));
  }

  /** A problem of the merged value, at its place in the file that the value comes from. */
  private placed(problem: FieldProblem): FileProblem {
    const path = parsePath(problem.path);
    const half = problem.code === 'UNKNOWN_FIELD' || problem.code === 'INVALID_KEY' ? 'key' : 'value';
    const { file, local, ...changed } = this.localized(problem, path);
    const position = this.documents.get(file)?.positionOf(local, half) ?? { line: 1, column: 1 };
    return { ...problem, ...changed, file, ...position };
  }

  private localized(problem: FieldProblem, path: Path) {
    const [first, second, ...rest] = path;
    if (this.kind === 'bare-policy') {
      const local = path.slice(1);
      const message = problem.message.replace(/^policy(?= )/, 'The policy').replaceAll(/\bpolicy\.(?=\w)/g, '');
      return { file: this.root, local, path: pathText(local), message };
    }
    const origin = typeof second === 'number' ? this.origins[String(first)]?.[second] : undefined;
    if (origin === undefined || first === undefined) {
      return { file: this.definedIn.get(String(first)) ?? this.root, local: path };
    }
    const local = [first, origin.index, ...rest];
    return { file: origin.file, local, ...localPath(problem, path, local) };
  }

  private fault(file: string, code: string, path: Path, message: string, half: 'key' | 'value' = 'value'): void {
    const position = this.documents.get(file)?.positionOf(path, half) ?? { line: 1, column: 1 };
    this.problems.push({ code, path: pathText(path), message, file, ...position });
    this.includesMissing = true;
  }
}

/** A file named `.json` may be read by programs that accept only JSON. */
function jsonFaults(file: string, text: string, { value }: YamlDocument): DocumentFault[] {
  if (!file.endsWith('.json') || value === undefined || isJson(text)) return [];
  const { offset, wanted } = findJsonFault(text, MAX_DEPTH) ?? { offset: 0, wanted: 'JSON' };
  const before = text.slice(0, offset).split('\n');
  const message = `This is not JSON: ${wanted} is expected here. Correct it, or name the file .yaml.`;
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
