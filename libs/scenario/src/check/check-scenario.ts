/** All checks of a scenario in one call: schema, bounds, the domain's rules, the script; then the lint. */
import { checkScenario } from '#domain/exercise/check-scenario.js';
import { lintScenario } from '#domain/exercise/lint.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { type FieldProblem, InputError } from '#contracts/problem.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import { compileScenario } from '../compile/compile-scenario.js';
import { lintScript } from '../lint/lint-script.js';
import { lintTimes } from '../lint/lint-times.js';
import { scenarioFindings } from '../lint/scenario-findings.js';
import { checkBounds } from './check-bounds.js';
import { checkSchema, MAX_PROBLEMS } from './check-schema.js';
import { checkScript } from './check-script.js';
import { checkStart } from './check-start.js';
import { parsePath } from './problem-path.js';
import { ALL_READ, type RepairedScenario, type Unread } from './repaired-scenario.js';
import { suggestNames } from './suggest-names.js';

/**
 * Compiles an authored scenario.
 *
 * @throws InputError 422 INPUT_INVALID with all problems (at most 100): those of the schema, those of the domain's
 *   `checkScenario` with the domain's codes (`UNKNOWN_CHAIN`, `SOVEREIGNTY_RULE` …), and those of `checkScript`
 */
export function parseScenario(value: unknown): Scenario {
  const { scenario, errors } = check(value, ALL_READ);
  if (!scenario) throw new InputError('INPUT_INVALID', errors.slice(0, MAX_PROBLEMS));
  return scenario;
}

export interface Inspection {
  /** Absent when there are errors. */
  readonly scenario?: Scenario;
  /** At most 100. */
  readonly problems: readonly FieldProblem[];
}

/**
 * Reports errors and lint findings at once. The lint skips what an error may change: with errors in the script only, it looks
 * at the policy; with errors in single expectations only, at the whole script, too; else only at times beyond the end.
 */
export function inspectScenario(value: unknown, unread: Unread = ALL_READ): Inspection {
  const { scenario, errors, authored, repaired } = check(value, unread);
  if (scenario) return { scenario, problems: scenarioFindings(scenario, MAX_PROBLEMS) };
  const places = repaired === undefined ? [] : unread.includesMissing ? [[]] : unread.paths;
  const findings = authored ? lintBesideErrors(authored, errors, places, repaired) : [];
  return { problems: [...errors, ...findings].slice(0, MAX_PROBLEMS) };
}

interface Check {
  readonly scenario?: Scenario;
  readonly errors: readonly FieldProblem[];
  /** What the lint may look at beside the errors. */
  readonly authored?: AuthoredScenario | undefined;
  readonly repaired?: RepairedScenario | undefined;
}

function check(value: unknown, unread: Unread): Check {
  const { authored, repaired, problems } = checkSchema(value, unread);
  if (authored) {
    const scenario = compileScenario(authored);
    const errors = checkRules(authored, scenario);
    return errors.length === 0 ? { scenario, errors } : { authored, errors };
  }
  if (!repaired?.authored) return { errors: problems };
  // The rules might take too long for a policy that is beyond its bounds.
  const beyond = checkBounds(repaired.authored);
  const rules = (input: AuthoredScenario) => checkRules(input, compileScenario({ ...input, ...WITHOUT_SCRIPT }));
  const more = beyond.length > 0 ? beyond : repaired.certain(rules(repaired.authored));
  return { errors: [...problems, ...more].slice(0, MAX_PROBLEMS), authored: repaired.authored, repaired };
}

const WITHOUT_SCRIPT = { injects: [], expectations: [] };

/** Errors of the domain's rules and of the script. */
function checkRules(authored: AuthoredScenario, scenario: Scenario): FieldProblem[] {
  return [
    ...suggestNames(checkScenario(scenario), authored, scenario),
    ...checkStart(authored),
    ...checkScript(authored).filter(({ level }) => level !== 'warning'),
  ];
}

/** The fields that the lint of a policy ignores. */
const OUTSIDE_POLICY = ['injects', 'expectations', 'title', 'description', 'sponsor', 'startsAt'];
/** The fields that injects do not depend on. */
const OUTSIDE_INJECTS = ['expectations', 'title', 'description', 'sponsor'];

/** @param unread places that could not be read; they are reported already */
function lintBesideErrors(
  authored: AuthoredScenario,
  errors: readonly FieldProblem[],
  unread: Unread['paths'],
  repaired: RepairedScenario | undefined,
): FieldProblem[] {
  // There may be further errors, which are not reported.
  if (errors.length >= MAX_PROBLEMS) return [];
  const faulty = [...errors.map(({ path }) => parsePath(path)), ...unread];
  const allWithin = (fields: readonly string[]): boolean =>
    faulty.every(([field]) => fields.some((each) => each === field));
  const times = (): FieldProblem[] => repaired?.certainTimes(lintTimes(authored)) ?? lintTimes(authored);
  if (!allWithin(OUTSIDE_POLICY)) return times();
  const ofPolicy = lintScenario(compileScenario({ ...authored, ...WITHOUT_SCRIPT }));
  return [...ofPolicy, ...(allWithin(OUTSIDE_INJECTS) ? lintSoundScript(authored, faulty) : times())];
}

/** The injects have no errors: lints them and the expectations that have none. */
function lintSoundScript(authored: AuthoredScenario, faulty: readonly (readonly PropertyKey[])[]): FieldProblem[] {
  const isFaulty = (place: number): boolean =>
    faulty.some(([field, index]) => field === 'expectations' && (index === undefined || index === place));
  const all = authored.expectations ?? [];
  const places = all.map((_, place) => place).filter((place) => !isFaulty(place));
  const expectations = all.filter((_, place) => !isFaulty(place));
  return lintScript(compileScenario({ ...authored, expectations })).map((finding) => ({
    ...finding,
    path: finding.path.replace(/^expectations\[(\d+)\]/, (_, index) => `expectations[${places[Number(index)]}]`),
  }));
}
