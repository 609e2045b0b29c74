/** Schema faults in the words of scenario files; for a union, as the faults of the variant that the author most likely meant. */
import type { z } from 'zod';
import { schemaProblems } from '#contracts/json/schema-problems.js';
import type { FieldProblem } from '#contracts/problem.js';
import { pathText, shown } from '#contracts/problem.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { guideOf, valueAt } from '#contracts/json/schema-guide.js';
import { formsOf, openUnions } from '#contracts/json/union-forms.js';
import { scenarioSchema } from '#contracts/scenario/scenario-schema.js';

type Issue = z.core.$ZodIssue;

export function scenarioSchemaProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return openUnions(issues, input).flatMap((issue) => schemaProblems([issue], input).map(rephrase(issue, input)));
}

type Rephrase = (problem: FieldProblem) => FieldProblem;

function rephrase(issue: Issue, input: unknown): Rephrase {
  switch (issue.code) {
    case 'invalid_type':
      return expectedType(issue, input);
    case 'custom':
      return foundKeys(issue, input);
    case 'invalid_union':
      return suggestion(valueAt(input, issue.path), formsOf(issue).words);
    case 'invalid_value':
      return suggestion(valueAt(input, issue.path), issue.values.map(String));
    case 'unrecognized_keys':
      return knownKeys(issue, input);
    default:
      return (problem) => problem;
  }
}

function knownKeys({ path, keys }: Issue & { readonly code: 'unrecognized_keys' }, input: unknown): Rephrase {
  // Includes are merged before the schema is checked.
  const known = [...guideOf(scenarioSchema).knownKeys(path, input), ...(path.length === 0 ? ['include'] : [])];
  const allowed = known.filter((name) => !name.startsWith('$'));
  const holder = path.length === 0 ? 'the file' : pathText(path);
  return (problem) => {
    const key = keys.find((name) => problem.path === pathText([...path, name]));
    const message = `${problem.path} is not known; ${holder} may contain ${allowed.join(', ')}.`;
    const isListed = allowed.length > 0 && problem.code === 'UNKNOWN_FIELD';
    return suggestion(key, known)(isListed ? { ...problem, message } : problem);
  };
}

/** Describes the expected value more closely than by its JSON type. */
function expectedType({ path }: Issue, input: unknown): Rephrase {
  const [schema] = guideOf(scenarioSchema).schemasAt(path, input);
  const { $ref: reference } = schema ?? {};
  const expected =
    typeof reference === 'string' ? EXPECTED[guideOf(scenarioSchema).definitionOf(reference).name] : undefined;
  const value = valueAt(input, path);
  return (problem) =>
    expected === undefined || value === undefined
      ? problem
      : { ...problem, message: `${problem.path} is ${shown(value)}; it must be ${expected}.` };
}

const EXPECTED: Readonly<Record<string, string>> = {
  ScenarioDuration: 'a duration, such as 500ms, 90s, 5m or 1h30m',
  ScenarioTime: 'a time since STARTEX, written T+hh:mm or T+hh:mm:ss, such as T+00:10',
  ScenarioDistribution:
    'an object, such as { kind: fixed, time: 1m }, { kind: uniform, min: 1m, max: 3m } or { kind: lognormal, median: 1m, p95: 3m }',
  ScenarioBehaviour: 'an object with acknowledge, enRoute, onScene and clear, each such as { kind: fixed, time: 1m }',
  ScenarioLink: 'an object, such as { status: up } or { status: degraded, latency: 2s, loss: 0.1 }',
};

const SHOWN_KEYS = 12;

/** Lists the keys of a map that breaks a rule about its keys. */
function foundKeys(issue: Issue & { readonly code: 'custom' }, input: unknown): Rephrase {
  const value = valueAt(input, issue.path);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return (problem) => problem;
  const keys = Object.keys(value).map((key) => pathText([key]));
  const found = keys.length === 0 ? 'is empty' : `has ${keys.slice(0, SHOWN_KEYS).join(', ')}`;
  const more = keys.length > SHOWN_KEYS ? ` and ${keys.length - SHOWN_KEYS} more` : '';
  const { right } = (issue.params ?? {}) as { readonly right?: string };
  return (problem) => ({
    ...problem,
    message: `${problem.path} ${found}${more}; it must be ${right ?? issue.message}.`,
  });
}

function suggestion(value: unknown, known: readonly string[]): Rephrase {
  const hint = typeof value === 'string' ? didYouMean(value, known) : '';
  return (problem) => ({ ...problem, message: problem.message + hint });
}
