/**
 * A scenario whose value has schema faults, repaired so that the rest can be checked at the same time: faulty values are replaced
 * by placeholders. Problems that depend on a placeholder are not reported.
 */
import type { z } from 'zod';
import type { FieldProblem } from '#contracts/problem.js';
import { pathText } from '#contracts/problem.js';
import { OTHER_KEYS } from '../yaml/read-document.js';
import { UnreadPlaces } from './unread-places.js';
import { guideOf, valueAt } from '#contracts/json/schema-guide.js';
import { parsePath } from './problem-path.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import { scenarioSchema, SHARED_PARTS } from '#contracts/scenario/scenario-schema.js';
import { openUnions } from '#contracts/json/union-forms.js';
import { Placeholders } from './placeholders.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Fields = Record<PropertyKey, unknown>;

/** What is missing from a scenario because it could not be read; the faults behind it are reported already. */
export interface Unread {
  /** An included file could not be read, so shared parts may be missing. */
  readonly includesMissing: boolean;
  /** Places whose values could not be read. */
  readonly paths: readonly Path[];
}

export const ALL_READ: Unread = { includesMissing: false, paths: [] };

/** Each round finds faults that the previous one hid: the rules of a map are checked once its values are valid. */
const MAX_ROUNDS = 32;

/** The keys that select the variant of a map. */
const DISCRIMINATORS = ['kind', 'status'];

const RENAMED = /unread-key-\d+/g;

export class RepairedScenario {
  /** Valid except for rules of single maps (`one of at and when`); absent when it cannot be repaired. */
  readonly authored: AuthoredScenario | undefined;
  /** The schema faults of the original value. */
  readonly issues: readonly Issue[];
  private readonly unread: UnreadPlaces;
  private readonly copy: unknown;
  private readonly placeholders = new Placeholders();
  /** Places with a placeholder. */
  private readonly replaced = new Set<string>();
  /** Original keys that are not allowed, by the keys that replace them. */
  private readonly renamed = new Map<PropertyKey, PropertyKey>();

  constructor(
    value: unknown,
    private readonly missing: Unread,
  ) {
    this.copy = structuredClone(value);
    this.unread = new UnreadPlaces(missing.paths);
    const found = new Map<string, Issue>();
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const result = scenarioSchema.safeParse(this.copy);
      const issues = result.success ? [] : openUnions(result.error.issues, this.copy);
      for (const issue of issues) if (this.isOriginal(issue)) found.set(keyOf(issue), issue);
      if (!issues.map((issue) => this.repair(issue)).includes(true)) {
        this.authored = isFields(this.copy) ? (this.copy as unknown as AuthoredScenario) : undefined;
        break;
      }
    }
    this.issues = [...found.values()].map((issue) => ({
      ...issue,
      path: issue.path.map((key) => this.originalKey(key)),
    }));
  }

  /** The problems of `authored` that do not depend on placeholders. */
  certain(problems: readonly FieldProblem[]): FieldProblem[] {
    return problems
      .filter((problem) => this.isCertain(problem, parsePath(problem.path)))
      .map((problem) => {
        const path = pathText(parsePath(problem.path).map((key) => this.originalKey(key)));
        return {
          ...problem,
          path,
          message: problem.message.replaceAll(RENAMED, (key) => String(this.originalKey(key))),
        };
      });
  }

  private originalKey(key: PropertyKey): PropertyKey {
    return this.renamed.get(key) ?? key;
  }

  /** The findings of `lintTimes` on `authored` that do not depend on placeholders. */
  certainTimes(findings: readonly FieldProblem[]): FieldProblem[] {
    if (this.unread.has(['duration'])) return [];
    return findings.filter(({ path }) => {
      const at = parsePath(path);
      const entry = at.slice(0, 2);
      const areRead = [at, [...entry, 'id'], [...entry, 'at']].every((each) => this.unread.spares(each));
      return areRead && !this.unread.isUncertain(entry);
    });
  }

  /** Whether everything that the problem depends on was read; false for an unlisted code. */
  private isCertain({ code }: FieldProblem, path: Path): boolean {
    const parent = path.slice(0, -1);
    // The default route must not have a condition, whatever it says.
    if (code === 'DEFAULT_ROUTE') return !this.unread.covers(parent) && !this.unread.isUncertain(parent);
    if (this.unread.covers(path)) return false;
    const areRead = (...keys: string[]): boolean => keys.every((key) => !this.unread.has([...parent, key]));
    switch (code) {
      case 'DUPLICATE_ID':
      case 'REFERENCE_SELF':
      case 'CAPACITY_OUT_OF_RANGE':
      case 'COUNT_OUT_OF_RANGE':
      case 'CHAIN_WITHOUT_STEPS':
      case 'STEP_WITHOUT_TARGETS':
        return true;
      case 'UNKNOWN_SITE':
        return !this.mayBeKnown('sites');
      case 'UNKNOWN_UNIT':
        return !this.mayBeKnown('units');
      case 'UNKNOWN_CHAIN':
        return !this.mayBeKnown('policy', 'chains');
      case 'UNKNOWN_GROUP':
        return !this.mayBeKnown('policy', 'groups');
      case 'UNKNOWN_INJECT':
        return !this.mayBeKnown('injects');
      case 'NOT_AN_ALERT':
        return !this.mayBeKnown('injects') && !this.isUncertainInject(valueAt(this.copy, path));
      case 'REFERENCE_LATER':
        return this.hasTime(path.slice(0, 2)) && this.hasTime(this.injectOf(valueAt(this.copy, path)));
      case 'LABEL_CONTRADICTION':
        return areRead('class', 'tlp');
      case 'RELEASE_WIDENED':
        return [path.slice(0, 2), ...this.injectsOf(valueAt(this.copy, path))].every((inject) => this.hasClass(inject));
      case 'KIND_OF_OTHER_SIDE':
        return areRead('side');
      case 'SOVEREIGNTY_RULE':
        return this.isWhole('rules') && !this.unread.isUncertain(path);
      case 'DURATION_OUT_OF_RANGE':
        return areRead('min', 'median');
      case 'CHANCE_OUT_OF_RANGE':
        return ['declineChance', 'silentChance'].every((key) => !this.unread.has([...path, key]));
      case 'TEST_NOT_APPLICABLE':
        return this.unread.spares(valueAt(this.copy, [...path, 'field']) === undefined ? parent : path);
      case 'START_TOO_LATE':
        return areRead('duration');
      case 'EXPECTATION_IMPOSSIBLE':
        return areRead('atLeast', 'atMost');
      default:
        return path[0] === 'injects' && path[2] === 'alert' && path.length === 3 && this.isWholeAlert(path);
    }
  }

  /** The rules of CAP depend on the whole message and on the messages that it references. */
  private isWholeAlert(path: Path): boolean {
    const { updates, cancels } = (valueAt(this.copy, path) ?? {}) as Fields;
    const inject = path.slice(0, 2);
    const rest = updates === undefined && cancels === undefined ? inject : ['injects'];
    return this.unread.spares(['startsAt']) && this.unread.spares(rest) && !this.unread.isUncertain(inject);
  }

  /** Whether none of it was removed or is in a file that could not be read. */
  private isWhole(part: string): boolean {
    return (
      this.unread.spares([part]) && !(this.missing.includesMissing && SHARED_PARTS.some((shared) => shared === part))
    );
  }

  /** Whether the list or map may have entries whose names could not be read. */
  private mayBeKnown(...home: readonly string[]): boolean {
    if (this.missing.includesMissing && !this.isInOneFile(home[0])) return true;
    const isMisnamed = valueAt(this.copy, home) === undefined && this.unread.isUncertain(home.slice(0, -1));
    return isMisnamed || this.unread.mayHideNamesIn(home);
  }

  /** Whether no other file can add to the part: a policy can be given only once. */
  private isInOneFile(part: string | undefined): boolean {
    return part === 'injects' || (part === 'policy' && !this.unread.has(['policy']));
  }

  private injectOf(id: unknown): Path | undefined {
    return this.injectsOf(id)[0];
  }

  private injectsOf(id: unknown): Path[] {
    return (this.authored?.injects ?? []).flatMap((inject, index) => (inject.id === id ? [['injects', index]] : []));
  }

  private isUncertainInject(id: unknown): boolean {
    const inject = this.injectOf(id);
    return inject !== undefined && this.unread.isUncertain(inject);
  }

  private hasTime(inject: Path | undefined): boolean {
    return inject !== undefined && !this.unread.has([...inject, 'at']) && !this.unread.isUncertain(inject);
  }

  private hasClass(inject: Path): boolean {
    const alert = [...inject, 'alert'];
    const releasability = [...alert, 'releasability'];
    return (
      [alert, releasability].every((place) => !this.unread.isUncertain(place)) && this.unread.spares(releasability)
    );
  }

  private isOriginal(issue: Issue): boolean {
    const { path } = issue;
    const parent = path.slice(0, -1);
    if (this.unread.covers(path)) return false;
    if (issue.code === 'invalid_key' && this.renamed.has(path.at(-1) ?? '')) return false;
    const isOfGuessedVariant = (at: Path): boolean => DISCRIMINATORS.some((key) => this.unread.has([...at, key]));
    if (issue.code === 'unrecognized_keys') return !isOfGuessedVariant(path);
    if (issue.code === 'custom') {
      const keys = (issue.params?.['of'] ?? []) as string[];
      return !this.unread.has([...path, OTHER_KEYS]) && !keys.some((key) => this.unread.has([...path, key]));
    }
    if (valueAt(this.copy, path) !== undefined) return true;
    return !this.unread.has([...parent, OTHER_KEYS]) && !isOfGuessedVariant(parent);
  }

  /** @returns whether something was changed: a value that breaks only a rule of its own is kept */
  private repair(issue: Issue): boolean {
    const { path } = issue;
    const value = valueAt(this.copy, path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => this.remove([...path, key])).includes(true);
    if (issue.code === 'invalid_key') return this.rename(path) || this.remove(path);
    if (issue.code === 'too_big' && Array.isArray(value)) return false;
    if (issue.code === 'invalid_union' && 'discriminator' in issue) return this.guessVariant(issue, path);
    if (issue.code === 'custom' && isFields(value)) return this.repairKeys(issue, path, value);
    return this.replace(path);
  }

  /** So that the value of the key is checked, too. The order of the keys is kept. */
  private rename(path: Path): boolean {
    const [parent, key] = [valueAt(this.copy, path.slice(0, -1)), path.at(-1)];
    if (!isFields(parent) || typeof key !== 'string' || this.renamed.has(key)) return false;
    const allowed = `unread-key-${this.renamed.size + 1}`;
    this.renamed.set(allowed, key);
    this.unread.add(path);
    this.unread.markUncertain(path.slice(0, -1));
    for (const [name, value] of Object.entries(parent)) {
      Reflect.deleteProperty(parent, name);
      const held = name === key ? allowed : name;
      Object.defineProperty(parent, held, { value, writable: true, enumerable: true, configurable: true });
    }
    return true;
  }

  private remove(path: Path): boolean {
    const parent = valueAt(this.copy, path.slice(0, -1));
    const key = path.at(-1);
    if (!isFields(parent) || key === undefined) return false;
    this.unread.add(path);
    this.unread.markUncertain(path.slice(0, -1));
    return Reflect.deleteProperty(parent, key);
  }

  /** Chooses the variant that shares the most keys with the map. */
  private guessVariant(issue: Issue & { readonly code: 'invalid_union' }, path: Path): boolean {
    const parent = path.slice(0, -1);
    const map = valueAt(this.copy, parent);
    const key = path.at(-1);
    const options = 'options' in issue ? (issue.options ?? []) : [];
    if (!isFields(map) || key === undefined || this.unread.has(path)) return this.replace(parent);
    const fitting = options.map((option) => {
      map[key] = option;
      const known = guideOf(scenarioSchema).knownKeys(parent, this.copy);
      return { option, count: Object.keys(map).filter((name) => known.includes(name)).length };
    });
    map[key] = fitting.toSorted((a, b) => b.count - a.count)[0]?.option;
    this.unread.add(path);
    return true;
  }

  private repairKeys(issue: Issue & { readonly code: 'custom' }, path: Path, map: Fields): boolean {
    const { code } = (issue.params ?? {}) as { readonly code?: string };
    if (code === 'TOO_MANY') return false;
    if (code === 'MISSING_FIELD') return this.put([...path, 'en'], 'unread');
    this.unread.markUncertain(path);
    if (path[0] === 'policy') return this.keepOneKey(path, map);
    // The check compiles the alert of an inject, which needs a time; a condition needs something to wait for.
    if (path.includes('when')) return Object.keys(map).length === 0 && this.put([...path, 'fired'], 'unread');
    const isTimeless = map['at'] === undefined && map['when'] === undefined;
    return path[0] === 'injects' && path.length === 2 && isTimeless && this.put([...path, 'at'], 'T+00:00');
  }

  /** Keeps the first of a condition's keys; replaces an ambiguous target. */
  private keepOneKey(path: Path, map: Fields): boolean {
    const kept = ['all', 'any', 'not', 'field'].find((key) => map[key] !== undefined);
    if (kept === undefined || kept === 'field') return this.replace(path);
    const others = Object.keys(map).filter((key) => key !== kept);
    return others.map((key) => this.remove([...path, key])).includes(true);
  }

  /** Replaces a faulty or missing value by a placeholder; if none is known for it, replaces the value around it. */
  private replace(path: Path): boolean {
    if (path.length === 0) return false;
    const isAgain = this.replaced.has(pathText(path));
    if (isAgain && valueAt(this.copy, path) !== undefined && this.remove(path)) return true;
    const value = isAgain ? undefined : this.placeholders.at(path, this.copy);
    return value === undefined ? this.replace(path.slice(0, -1)) : this.put(path, value);
  }

  private put(path: Path, value: unknown): boolean {
    const parent = valueAt(this.copy, path.slice(0, -1));
    const key = path.at(-1);
    if (typeof parent !== 'object' || parent === null || key === undefined) return false;
    this.unread.add(path);
    this.replaced.add(pathText(path));
    (parent as Fields)[key] = value;
    return true;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keyOf({ code, path, message, ...rest }: Issue): string {
  return JSON.stringify([code, path, message, 'params' in rest ? rest.params : 'keys' in rest ? rest.keys : '']);
}
