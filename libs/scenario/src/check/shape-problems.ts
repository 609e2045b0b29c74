/** What zod found in a scenario: where a form is one of several, told as the fault of the form that was meant. */
import type { z } from 'zod';
import { shapeProblems } from '#contracts/alert/shape-problems.js';
import type { FieldProblem } from '#contracts/problem.js';
import { pathText, shown } from '#contracts/problem.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { guideOf, valueAt } from '#contracts/json/shape-guide.js';
import { formsOf, openUnions } from '#contracts/json/union-forms.js';
import { scenarioShape } from '#contracts/scenario/scenario-shape.js';

type Issue = z.core.$ZodIssue;

export function scenarioProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return openUnions(issues, input).flatMap((issue) => shapeProblems([issue], input).map(meaning(issue, input)));
}

/** In the words of a scenario, and with the allowed word that was most likely meant. */
function meaning(issue: Issue, input: unknown): (problem: FieldProblem) => FieldProblem {
  if (issue.code === 'invalid_type') return withForm(issue, input);
  if (issue.code === 'custom') return withKeys(issue, input);
  if (issue.code === 'invalid_union') return withMeant(valueAt(input, issue.path), formsOf(issue).words);
  if (issue.code === 'invalid_value') return withMeant(valueAt(input, issue.path), issue.values.map(String));
  if (issue.code !== 'unrecognized_keys') return (problem) => problem;
  // What a file includes is put in its place before its shape is looked at.
  const known = [
    ...guideOf(scenarioShape).knownKeys(issue.path, input),
    ...(issue.path.length === 0 ? ['include'] : []),
  ];
  return (problem) => {
    const path = pathText(issue.path);
    const key = issue.keys.find((name) => problem.path === pathText([...issue.path, name]));
    const allowed = known.filter((name) => !name.startsWith('$'));
    const told =
      allowed.length === 0 || problem.code !== 'UNKNOWN_FIELD'
        ? problem
        : {
            ...problem,
            message: `${problem.path} is not known; ${path === '' ? 'the file' : path} may hold ${allowed.join(', ')}.`,
          };
    return withMeant(key, known)(told);
  };
}

/** A text of a certain form is more than a text, and an object of certain fields more than an object. */
function withForm({ path }: Issue, input: unknown): (problem: FieldProblem) => FieldProblem {
  const [schema] = guideOf(scenarioShape).schemasAt(path, input);
  const { $ref: reference } = schema ?? {};
  const form =
    typeof reference === 'string' ? FORMS_BY_NAME[guideOf(scenarioShape).definitionOf(reference).name] : undefined;
  const value = valueAt(input, path);
  return (problem) =>
    form === undefined || value === undefined
      ? problem
      : { ...problem, message: `${problem.path} is ${shown(value)}; it must be ${form}.` };
}

const FORMS_BY_NAME: Readonly<Record<string, string>> = {
  ScenarioDuration: 'a duration, such as 500ms, 90s, 5m or 1h30m',
  ScenarioTime: 'a time since STARTEX, written T+hh:mm or T+hh:mm:ss, such as T+00:10',
  ScenarioDistribution:
    'an object, such as { kind: fixed, time: 1m }, { kind: uniform, min: 1m, max: 3m } or { kind: lognormal, median: 1m, p95: 3m }',
  ScenarioBehaviour:
    'an object that holds acknowledge, enRoute, onScene and clear, each such as { kind: fixed, time: 1m }',
  ScenarioLink: 'an object, such as { status: up } or { status: degraded, latency: 2s, loss: 0.1 }',
};

const SHOWN_KEYS = 12;

/** What was found of a map that breaks a rule of its keys: the keys. */
function withKeys(issue: Issue & { readonly code: 'custom' }, input: unknown): (problem: FieldProblem) => FieldProblem {
  const value = valueAt(input, issue.path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return (problem) => problem;
  const keys = Object.keys(value).map((key) => pathText([key]));
  const held = keys.length === 0 ? 'is empty' : `holds ${keys.slice(0, SHOWN_KEYS).join(', ')}`;
  const more = keys.length > SHOWN_KEYS ? ` and ${keys.length - SHOWN_KEYS} more` : '';
  const { right } = (issue.params ?? {}) as { readonly right?: string };
  return (problem) => ({
    ...problem,
    message: `${problem.path} ${held}${more}; it must be ${right ?? issue.message}.`,
  });
}

function withMeant(value: unknown, known: readonly string[]): (problem: FieldProblem) => FieldProblem {
  const hint = typeof value === 'string' ? didYouMean(value, known) : '';
  return (problem) => ({ ...problem, message: problem.message + hint });
}
