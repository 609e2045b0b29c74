/** What zod found in a scenario: where a form is one of several, told as the fault of the form that was meant. */
import type { z } from 'zod';
import { shapeProblems } from '../alert/shape-problems.js';
import type { FieldProblem } from '../problem.js';
import { pathText } from '../problem.js';
import { nearest } from './nearest.js';
import { knownKeys, valueAt } from './known-keys.js';

type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

export function scenarioProblems(issues: readonly Issue[], input: unknown): FieldProblem[] {
  return issues.flatMap((issue) =>
    issue.code === 'invalid_union'
      ? unionProblems(issue, input)
      : shapeProblems([issue], input).map(meaning(issue, input)),
  );
}

/** Adds the allowed word that was most likely meant. */
function meaning(issue: Issue, input: unknown): (problem: FieldProblem) => FieldProblem {
  if (issue.code === 'invalid_value') return withMeant(valueAt(input, issue.path), issue.values.map(String));
  if (issue.code !== 'unrecognized_keys') return (problem) => problem;
  const known = knownKeys(issue.path, input);
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

function withMeant(value: unknown, known: readonly string[]): (problem: FieldProblem) => FieldProblem {
  const meant = typeof value === 'string' ? nearest(value, known) : undefined;
  return (problem) =>
    meant === undefined ? problem : { ...problem, message: `${problem.message} Did you mean "${meant}"?` };
}

function unionProblems(issue: UnionIssue, input: unknown): FieldProblem[] {
  if ('options' in issue && issue.options) {
    const values = issue.options.filter((option) => typeof option === 'string');
    return shapeProblems([{ code: 'invalid_value', values, path: issue.path, message: '' }], input);
  }
  const path = pathText(issue.path);
  if (issue.path.length > 0 && valueAt(input, issue.path) === undefined) {
    return [{ code: 'MISSING_FIELD', path, message: `${path} is missing; it is required.` }];
  }
  // The forms of each of our unions are of different types, so at most one is meant.
  const meant = issue.errors.find((branch) => !branch.some(isOtherForm));
  if (meant) {
    const placed = meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
    return scenarioProblems(placed, input);
  }
  const forms = issue.errors.flatMap((branch) => branch.filter(isOtherForm).map(formText));
  return [{ code: 'WRONG_TYPE', path, message: `${path} must be ${[...new Set(forms)].join(' or ')}.` }];
}

/** The value is not even of this form's type. */
function isOtherForm(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function formText(issue: Issue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  return issue.code === 'invalid_type' ? (FORMS[issue.expected] ?? issue.expected) : issue.message;
}

const FORMS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  tuple: 'a list of two',
};
