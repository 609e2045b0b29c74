/**
 * What can be read of a scenario whose shape has faults: the faulty parts taken out, so that references between the others
 * can be checked at once, too. Nothing that was taken out may make a fault of what refers to it.
 */
import type { z } from 'zod';
import type { FieldProblem } from '../problem.js';
import { pathText } from '../problem.js';
import { valueAt } from './known-keys.js';
import { parsePath } from './problem-path.js';
import type { ScenarioInput } from './scenario-shape.js';
import { scenarioShape, SHARED_PARTS } from './scenario-shape.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Faults that take nothing to be true of what was taken out, but that the named things are known. */
const TELLING: ReadonlySet<string> = new Set([
  'UNKNOWN_SITE',
  'UNKNOWN_UNIT',
  'UNKNOWN_CHAIN',
  'UNKNOWN_GROUP',
  'UNKNOWN_INJECT',
  'NOT_AN_ALERT',
  'DUPLICATE_ID',
  'REFERENCE_SELF',
  'REFERENCE_LATER',
  'SOVEREIGNTY_RULE',
  'KIND_OF_OTHER_SIDE',
  'DURATION_OUT_OF_RANGE',
  'CHANCE_OUT_OF_RANGE',
  'COUNT_OUT_OF_RANGE',
  'CAPACITY_OUT_OF_RANGE',
]);

/** Where the things stand that a fault says are not there. */
const HOME: Readonly<Record<string, Path>> = {
  UNKNOWN_SITE: ['sites'],
  UNKNOWN_UNIT: ['units'],
  UNKNOWN_CHAIN: ['policy', 'chains'],
  UNKNOWN_GROUP: ['policy', 'groups'],
  UNKNOWN_INJECT: ['injects'],
};

/** Stands in for what a scenario must have and has not, or not so that it can be read. Refers to nothing. */
const STAND_IN = {
  id: 'unread',
  title: 'Unread',
  duration: '720h',
  sites: [],
  units: [],
  policy: { id: 'unread', version: 1, correlationWindow: '1m', route: { id: 'unread' }, chains: {} },
};

/** Each round takes out what the one before left without a part that it must have: a level up at a time. */
const MAX_ROUNDS = 16;

export class ReadablePart {
  /** Absent when nothing could be made of it. */
  readonly input: ScenarioInput | undefined;
  /** Paths in what was written. */
  private readonly removed = new Map<string, Path>();
  /** Of each list of which entries were taken out: where those that are left stood. */
  private readonly kept = new Map<string, readonly number[]>();

  /** @param incomplete a file that it includes could not be read, so shared parts may be missing */
  constructor(
    private readonly written: unknown,
    issues: readonly Issue[],
    private readonly incomplete: boolean,
  ) {
    let left = issues;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      for (const issue of left) this.takeOut(issue);
      this.kept.clear();
      const copy = this.copyOf(written, []);
      if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) return;
      const result = scenarioShape.safeParse({ ...STAND_IN, ...copy });
      if (result.success) {
        this.input = result.data;
        return;
      }
      left = result.error.issues;
    }
  }

  /** Of the faults found in `input`, those that hold of what was written, at their places in it. */
  holding(problems: readonly FieldProblem[]): FieldProblem[] {
    return problems.flatMap((problem) => {
      const path = this.whereWritten(parsePath(problem.path));
      return this.holds(problem, path) ? [{ ...problem, path: pathText(path) }] : [];
    });
  }

  private holds({ code }: FieldProblem, path: Path): boolean {
    if (!TELLING.has(code) || valueAt(this.written, path) === undefined) return false;
    if (code === 'SOVEREIGNTY_RULE') return this.isWhole(['rules']);
    const home = HOME[code];
    return home === undefined || !this.mayBeKnown(home, valueAt(this.written, path));
  }

  /** Whether nothing of it was taken out, or is in a file that could not be read. */
  private isWhole(part: Path): boolean {
    if (this.incomplete && SHARED_PARTS.some((shared) => shared === part[0])) return false;
    return ![...this.removed.values()].some((path) => isWithin(path, part) || isWithin(part, path));
  }

  /** Whether the name may be that of a thing that was taken out. */
  private mayBeKnown(home: Path, name: unknown): boolean {
    if (this.incomplete && home[0] !== 'injects') return true;
    return [...this.removed.values()].some((path) => {
      if (isWithin(home, path)) return true;
      if (!isWithin(path, home)) return false;
      const entry = path.slice(0, home.length + 1);
      const key = entry.at(-1);
      const known = typeof key === 'number' ? valueAt(this.written, [...entry, 'id']) : key;
      return typeof known !== 'string' || known === name;
    });
  }

  private takeOut(issue: Issue): void {
    const path = this.whereWritten(issue.path);
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) this.remove([...path, key]);
    // What is missing takes what it is missing in with it.
    else this.remove(valueAt(this.written, path) === undefined || this.isRemoved(path) ? path.slice(0, -1) : path);
  }

  private remove(path: Path): void {
    if (path.length > 0) this.removed.set(keyOf(path), path);
  }

  private isRemoved(path: Path): boolean {
    return this.removed.has(keyOf(path));
  }

  private copyOf(value: unknown, path: Path): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const indices = value.map((_, index) => index).filter((index) => !this.isRemoved([...path, index]));
      if (indices.length < value.length) this.kept.set(keyOf(path), indices);
      return indices.map((index) => this.copyOf(value[index], [...path, index]));
    }
    const copied = Object.entries(value)
      .filter(([key]) => !this.isRemoved([...path, key]))
      .map(([key, inner]) => [key, this.copyOf(inner, [...path, key])] as const);
    return Object.fromEntries(copied);
  }

  private whereWritten(path: Path): Path {
    let written: Path = [];
    for (const part of path) {
      const place = typeof part === 'number' ? (this.kept.get(keyOf(written))?.[part] ?? part) : part;
      written = [...written, place];
    }
    return written;
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((part, index) => path[index] === part);
}
