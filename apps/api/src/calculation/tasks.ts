/** What the threads calculate. Each task is pure: all that it needs comes with its input, and what it finds goes back as data. */
import { changeOwnPolicyBody, changePolicyBody, lintBody, proposePolicyBody } from '#contracts/http/escalation.js';
import { createExerciseBody } from '#contracts/http/exercises.js';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { InputError, type FieldProblem } from '#contracts/problem.js';
import { scenarioFindings } from '#scenario/lint/scenario-findings.js';
import { previewScenario } from '#scenario/files/preview.js';
import { UnreadableFile } from '#scenario/files/scenario-files.js';
import { parsePolicy } from '#scenario/files/parse-policy.js';
import { inspectScenario, parseScenario } from '#scenario/check/check-scenario.js';
import { MAX_PROBLEMS } from '#scenario/check/check-schema.js';
import { parseScenarioText } from '#scenario/files/parse-scenario-text.js';
import { explain } from '#domain/engine/explain.js';
import { Forecaster, type ForecastCounts, type ForecastTask } from '#domain/engine/forecast.js';
import type { ExplainWorld } from '#domain/engine/plan.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Policy } from '#domain/policy/policy.js';
import type { RoutingFacts } from '#domain/policy/routing-facts.js';
import type { UnitRow } from '#infra/ledger/rows.js';
import { unitRows } from '../exercises/exercise-views.js';
import { readJson, readText } from '../http/body-text.js';
import { alertsTask, type AlertsInput, type ReadAlerts } from './alerts-task.js';
import { incidentTask, type IncidentInput } from './incident-task.js';
import { reportTask, type ReportInput } from './report-task.js';

/** What is sent to change the policy in each way. */
const POLICY_BODIES = { change: changePolicyBody, propose: proposePolicyBody, own: changeOwnPolicyBody } as const;

/** Bytes of a request's body as they came. */
type Body = Uint8Array;

export interface TaskInputs {
  readonly lintScenario: { readonly body: Body };
  /** @property scenario as the caller sees it */
  readonly lintExercise: { readonly scenario: Scenario };
  readonly readScenario: { readonly body: Body; readonly isText: boolean; readonly seed?: string | undefined };
  /** @property scenario as the caller sees it */
  readonly readPolicy: {
    readonly body: Body;
    readonly scenario: Scenario;
    readonly change: keyof typeof POLICY_BODIES;
  };
  readonly explain: {
    readonly world: ExplainWorld;
    readonly policy: Policy;
    readonly facts: RoutingFacts;
    readonly at: ExerciseTime;
  };
  readonly explainIncident: IncidentInput;
  readonly readAlerts: AlertsInput;
  readonly report: ReportInput;
  /** The runs with the seeds `seed/from` to `seed/(to - 1)`: at least one, and no more begins after `budgetMs`. */
  readonly forecast: ForecastTask & {
    readonly seed: string;
    readonly from: number;
    readonly to: number;
    readonly budgetMs: number;
  };
  /** The texts of all files of the library, by path. */
  readonly previewScenario: { readonly texts: Readonly<Record<string, string>>; readonly path: string };
}

export interface TaskResults {
  /** JSON text. */
  readonly lintScenario: string;
  readonly lintExercise: string;
  readonly readScenario: {
    readonly scenario: Scenario;
    readonly seed?: string | undefined;
    readonly units: UnitRow[];
  };
  readonly readPolicy: {
    readonly policy: Policy;
    readonly reason?: string | undefined;
    readonly warnings: FieldProblem[];
  };
  readonly explain: string;
  readonly explainIncident: string;
  readonly readAlerts: ReadAlerts;
  /** UTF-8. */
  readonly report: Uint8Array;
  readonly forecast: ForecastCounts;
  /** Undefined: it is no scenario that loads. */
  readonly previewScenario: ScenarioPreview | undefined;
}

export type TaskName = keyof TaskInputs;

/** A task under way. */
export interface Task {
  /** What it knows already, for the sender of the parts. */
  readonly known?: unknown;
  /** What comes piece by piece. */
  take?(part: unknown): void;
  /** All has come. The result, or a promise of it. @throws InputError, DomainError */
  finish(): unknown;
}

type Tasks = { readonly [T in TaskName]: (input: TaskInputs[T]) => Task };

const TASKS: Tasks = {
  lintScenario: ({ body }) => once(() => findingsJson(lintOf(readJson(Buffer.from(body), lintBody).scenario))),
  lintExercise: ({ scenario }) => once(() => findingsJson(scenarioFindings(scenario, MAX_PROBLEMS))),
  readScenario: (input) =>
    once(() => {
      const { scenario, seed } = scenarioOf(input);
      return { scenario, seed, units: unitRows(scenario, seed ?? scenario.seed) };
    }),
  readPolicy: ({ body, scenario, change }) =>
    once(() => {
      const { policy, reason } = readJson(Buffer.from(body), POLICY_BODIES[change]);
      return { ...parsePolicy(policy, scenario), reason };
    }),
  explain: ({ world, policy, facts, at }) => once(() => JSON.stringify(explain(world, policy, facts, at))),
  explainIncident: incidentTask,
  readAlerts: alertsTask,
  report: reportTask,
  forecast: ({ seed, from, to, budgetMs, ...task }) =>
    once(() => {
      const end = performance.now() + budgetMs;
      const forecaster = new Forecaster(task);
      let run = from;
      do {
        forecaster.run(`${seed}/${run}`);
        run += 1;
      } while (run < to && performance.now() < end);
      return forecaster.counts;
    }),
  previewScenario: ({ texts, path }) => once(() => previewScenario({ read: (name) => textOf(texts, name) }, path)),
};

/** @throws UnreadableFile */
function textOf(texts: Readonly<Record<string, string>>, path: string): string {
  const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
  if (text === undefined) throw new UnreadableFile('FILE_UNREADABLE', `${path} cannot be read: there is no such file.`);
  return text;
}

export function startTask(name: TaskName, input: unknown): Task {
  // Both come from `Calculations.run`, whose signature holds them together.
  return (TASKS[name] as (input: unknown) => Task)(input);
}

function once(finish: () => unknown): Task {
  return { finish };
}

/** @throws InputError when it does not load */
function lintOf(json: unknown): readonly FieldProblem[] {
  const { scenario, problems } = inspectScenario(json);
  if (scenario === undefined) throw new InputError('INPUT_INVALID', problems);
  return problems;
}

function findingsJson(problems: readonly FieldProblem[]): string {
  return JSON.stringify({ findings: problems.map((problem) => ({ level: 'error', ...problem })) });
}

function scenarioOf({ body, isText, seed: inQuery }: TaskInputs['readScenario']) {
  if (isText) return { scenario: parseScenarioText(readText(Buffer.from(body))), seed: inQuery };
  const { scenario, seed = inQuery } = readJson(Buffer.from(body), createExerciseBody);
  return { scenario: typeof scenario === 'string' ? parseScenarioText(scenario) : parseScenario(scenario), seed };
}
