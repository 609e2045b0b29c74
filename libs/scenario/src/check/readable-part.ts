/**
 * What can be read of a scenario whose shape has faults: the faulty values replaced by stand-ins, so that all the others
 * are checked at once, too. Nothing that a stand-in says may make a fault of anything.
 */
import type { z } from 'zod';
import type { FieldProblem } from '#contracts/problem.js';
import { pathText } from '#contracts/problem.js';
import { Holes, OTHER_KEYS } from '../yaml/unreadable.js';
import { guideOf, valueAt } from '#contracts/json/shape-guide.js';
import { parsePath } from './problem-path.js';
import type { ScenarioInput } from '#contracts/scenario/scenario-shape.js';
import { scenarioShape, SHARED_PARTS } from '#contracts/scenario/scenario-shape.js';
import { openUnions } from '#contracts/json/union-forms.js';
import { StandIns } from './stand-in.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];
type Fields = Record<PropertyKey, unknown>;

/** What is known to be missing of what was written. */
export interface Gaps {
  /** A file that it includes could not be read, so shared parts may be missing. */
  readonly incomplete: boolean;
  /** Places whose values could not be read, and that have been told. */
  readonly unread: readonly Path[];
}

export const NO_GAPS: Gaps = { incomplete: false, unread: [] };

/** Each round finds what the faults of the one before hid: the rules of a map are asked once its values are right. */
const MAX_ROUNDS = 32;

/** The keys that tell of which form a map is. */
const DISCRIMINATORS = ['kind', 'status'];

const RENAMED = /unread-key-\d+/g;

export class ReadablePart {
  /** Right but for rules of single maps (`one of at and when`); absent when nothing could be made of it. */
  readonly input: ScenarioInput | undefined;
  /** The faults of the shape of what was written. */
  readonly issues: readonly Issue[];
  private readonly holes: Holes;
  private readonly copy: unknown;
  private readonly standIns = new StandIns();
  /** Where a stand-in has been put. */
  private readonly tried = new Set<string>();
  /** Keys that stand in for those that are not allowed, with what was written. */
  private readonly renamed = new Map<PropertyKey, PropertyKey>();

  constructor(
    written: unknown,
    private readonly gaps: Gaps,
  ) {
    this.copy = structuredClone(written);
    this.holes = new Holes(gaps.unread);
    const found = new Map<string, Issue>();
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const result = scenarioShape.safeParse(this.copy);
      const issues = result.success ? [] : openUnions(result.error.issues, this.copy);
      for (const issue of issues) if (this.isOfWhatWasWritten(issue)) found.set(keyOf(issue), issue);
      if (!issues.map((issue) => this.mend(issue)).includes(true)) {
        this.input = isFields(this.copy) ? (this.copy as unknown as ScenarioInput) : undefined;
        break;
      }
    }
    this.issues = [...found.values()].map((issue) => ({ ...issue, path: issue.path.map((key) => this.written(key)) }));
  }

  /** Of the faults found in `input`, those that hold of what was written. */
  holding(problems: readonly FieldProblem[]): FieldProblem[] {
    return problems
      .filter((problem) => this.holds(problem, parsePath(problem.path)))
      .map((problem) => {
        const path = pathText(parsePath(problem.path).map((key) => this.written(key)));
        return { ...problem, path, message: problem.message.replaceAll(RENAMED, (key) => String(this.written(key))) };
      });
  }

  private written(key: PropertyKey): PropertyKey {
    return this.renamed.get(key) ?? key;
  }

  /** Of what `lintTimes` remarks on `input`, what holds of what was written. */
  holdingTimes(remarks: readonly FieldProblem[]): FieldProblem[] {
    if (this.holes.has(['duration'])) return [];
    return remarks.filter(({ path }) => {
      const at = parsePath(path);
      const entry = at.slice(0, 2);
      const isRead = [at, [...entry, 'id'], [...entry, 'at']].every((each) => this.holes.spare(each));
      return isRead && !this.holes.isBlurred(entry);
    });
  }

  /** Whether what the fault rests on was read; false for any code that is not here. */
  private holds({ code }: FieldProblem, path: Path): boolean {
    const parent = path.slice(0, -1);
    // Whatever the condition says, there should be none.
    if (code === 'DEFAULT_ROUTE') return !this.holes.cover(parent) && !this.holes.isBlurred(parent);
    if (this.holes.cover(path)) return false;
    const isRead = (...keys: string[]): boolean => keys.every((key) => !this.holes.has([...parent, key]));
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
        return !this.mayBeKnown('injects') && !this.isBlurredInject(valueAt(this.copy, path));
      case 'REFERENCE_LATER':
        return this.hasTime(path.slice(0, 2)) && this.hasTime(this.injectOf(valueAt(this.copy, path)));
      case 'LABEL_CONTRADICTION':
        return isRead('class', 'tlp');
      case 'RELEASE_WIDENED':
        return [path.slice(0, 2), ...this.injectsOf(valueAt(this.copy, path))].every((inject) => this.hasClass(inject));
      case 'KIND_OF_OTHER_SIDE':
        return isRead('side');
      case 'SOVEREIGNTY_RULE':
        return this.isWhole('rules') && !this.holes.isBlurred(path);
      case 'DURATION_OUT_OF_RANGE':
        return isRead('min', 'median');
      case 'CHANCE_OUT_OF_RANGE':
        return ['declineChance', 'silentChance'].every((key) => !this.holes.has([...path, key]));
      case 'TEST_NOT_APPLICABLE':
        return this.holes.spare(valueAt(this.copy, [...path, 'field']) === undefined ? parent : path);
      case 'START_TOO_LATE':
        return isRead('duration');
      case 'EXPECTATION_IMPOSSIBLE':
        return isRead('atLeast', 'atMost');
      default:
        return path[0] === 'injects' && path[2] === 'alert' && path.length === 3 && this.isWholeAlert(path);
    }
  }

  /** The rules of CAP look at the whole message, and at those that it references. */
  private isWholeAlert(path: Path): boolean {
    const { updates, cancels } = (valueAt(this.copy, path) ?? {}) as Fields;
    const inject = path.slice(0, 2);
    const rest = updates === undefined && cancels === undefined ? inject : ['injects'];
    return this.holes.spare(['startsAt']) && this.holes.spare(rest) && !this.holes.isBlurred(inject);
  }

  /** Whether nothing of it was taken out, or is in a file that could not be read. */
  private isWhole(part: string): boolean {
    return this.holes.spare([part]) && !(this.gaps.incomplete && SHARED_PARTS.some((shared) => shared === part));
  }

  /** Whether there may be things under names that could not be read. */
  private mayBeKnown(...home: readonly string[]): boolean {
    if (this.gaps.incomplete && !this.isInOneFile(home[0])) return true;
    const isMisnamed = valueAt(this.copy, home) === undefined && this.holes.isBlurred(home.slice(0, -1));
    return isMisnamed || this.holes.hideNamesIn(home);
  }

  /** Whether no other file can add to the part: a policy, if one was given, is given once. */
  private isInOneFile(part: string | undefined): boolean {
    return part === 'injects' || (part === 'policy' && !this.holes.has(['policy']));
  }

  private injectOf(id: unknown): Path | undefined {
    return this.injectsOf(id)[0];
  }

  private injectsOf(id: unknown): Path[] {
    return (this.input?.injects ?? []).flatMap((inject, index) => (inject.id === id ? [['injects', index]] : []));
  }

  private isBlurredInject(id: unknown): boolean {
    const inject = this.injectOf(id);
    return inject !== undefined && this.holes.isBlurred(inject);
  }

  private hasTime(inject: Path | undefined): boolean {
    return inject !== undefined && !this.holes.has([...inject, 'at']) && !this.holes.isBlurred(inject);
  }

  private hasClass(inject: Path): boolean {
    const alert = [...inject, 'alert'];
    const releasability = [...alert, 'releasability'];
    return [alert, releasability].every((place) => !this.holes.isBlurred(place)) && this.holes.spare(releasability);
  }

  private isOfWhatWasWritten(issue: Issue): boolean {
    const { path } = issue;
    const parent = path.slice(0, -1);
    if (this.holes.cover(path)) return false;
    if (issue.code === 'invalid_key' && this.renamed.has(path.at(-1) ?? '')) return false;
    const isOfGuessedForm = (at: Path): boolean => DISCRIMINATORS.some((key) => this.holes.has([...at, key]));
    if (issue.code === 'unrecognized_keys') return !isOfGuessedForm(path);
    if (issue.code === 'custom') {
      const keys = (issue.params?.['of'] ?? []) as string[];
      return !this.holes.has([...path, OTHER_KEYS]) && !keys.some((key) => this.holes.has([...path, key]));
    }
    if (valueAt(this.copy, path) !== undefined) return true;
    return !this.holes.has([...parent, OTHER_KEYS]) && !isOfGuessedForm(parent);
  }

  /** @returns whether something was changed: what breaks only a rule of its own is left as it is */
  private mend(issue: Issue): boolean {
    const { path } = issue;
    const value = valueAt(this.copy, path);
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => this.takeOut([...path, key])).includes(true);
    if (issue.code === 'invalid_key') return this.rename(path) || this.takeOut(path);
    if (issue.code === 'too_big' && Array.isArray(value)) return false;
    if (issue.code === 'invalid_union' && 'discriminator' in issue) return this.guessForm(issue, path);
    if (issue.code === 'custom' && isFields(value)) return this.mendForm(issue, path, value);
    return this.standIn(path);
  }

  /** What stands under the key is checked all the same; the names of the others keep their order. */
  private rename(path: Path): boolean {
    const [parent, key] = [valueAt(this.copy, path.slice(0, -1)), path.at(-1)];
    if (!isFields(parent) || typeof key !== 'string' || this.renamed.has(key)) return false;
    const allowed = `unread-key-${this.renamed.size + 1}`;
    this.renamed.set(allowed, key);
    this.holes.add(path);
    this.holes.blur(path.slice(0, -1));
    for (const [name, value] of Object.entries(parent)) {
      Reflect.deleteProperty(parent, name);
      const held = name === key ? allowed : name;
      Object.defineProperty(parent, held, { value, writable: true, enumerable: true, configurable: true });
    }
    return true;
  }

  private takeOut(path: Path): boolean {
    const parent = valueAt(this.copy, path.slice(0, -1));
    const key = path.at(-1);
    if (!isFields(parent) || key === undefined) return false;
    this.holes.add(path);
    this.holes.blur(path.slice(0, -1));
    return Reflect.deleteProperty(parent, key);
  }

  /** The form of which the map has the most keys. */
  private guessForm(issue: Issue & { readonly code: 'invalid_union' }, path: Path): boolean {
    const parent = path.slice(0, -1);
    const map = valueAt(this.copy, parent);
    const key = path.at(-1);
    const options = 'options' in issue ? (issue.options ?? []) : [];
    if (!isFields(map) || key === undefined || this.holes.has(path)) return this.standIn(parent);
    const fitting = options.map((option) => {
      map[key] = option;
      const known = guideOf(scenarioShape).knownKeys(parent, this.copy);
      return { option, count: Object.keys(map).filter((name) => known.includes(name)).length };
    });
    map[key] = fitting.toSorted((a, b) => b.count - a.count)[0]?.option;
    this.holes.add(path);
    return true;
  }

  private mendForm(issue: Issue & { readonly code: 'custom' }, path: Path, map: Fields): boolean {
    const { code } = (issue.params ?? {}) as { readonly code?: string };
    if (code === 'TOO_MANY') return false;
    if (code === 'MISSING_FIELD') return this.put([...path, 'en'], 'unread');
    this.holes.blur(path);
    if (path[0] === 'policy') return this.keepOneForm(path, map);
    // The alert of an inject is compiled to be checked, and needs a time for that; a condition, something to wait for.
    if (path.includes('when')) return Object.keys(map).length === 0 && this.put([...path, 'fired'], 'unread');
    const isTimeless = map['at'] === undefined && map['when'] === undefined;
    return path[0] === 'injects' && path.length === 2 && isTimeless && this.put([...path, 'at'], 'T+00:00');
  }

  /** Of a condition the first of its forms; of a target that means nobody, or several, none. */
  private keepOneForm(path: Path, map: Fields): boolean {
    const form = ['all', 'any', 'not', 'field'].find((key) => map[key] !== undefined);
    if (form === undefined || form === 'field') return this.standIn(path);
    const others = Object.keys(map).filter((key) => key !== form);
    return others.map((key) => this.takeOut([...path, key])).includes(true);
  }

  /** A right value for a faulty one or for one that is missing; if none is known, one for what it stands in. */
  private standIn(path: Path): boolean {
    if (path.length === 0) return false;
    const isAgain = this.tried.has(pathText(path));
    if (isAgain && valueAt(this.copy, path) !== undefined && this.takeOut(path)) return true;
    const value = isAgain ? undefined : this.standIns.at(path, this.copy);
    return value === undefined ? this.standIn(path.slice(0, -1)) : this.put(path, value);
  }

  private put(path: Path, value: unknown): boolean {
    const parent = valueAt(this.copy, path.slice(0, -1));
    const key = path.at(-1);
    if (typeof parent !== 'object' || parent === null || key === undefined) return false;
    this.holes.add(path);
    this.tried.add(pathText(path));
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
