/** For a value that may be one of several variants: the probable one, and all of them. */
import type { z } from 'zod';
import { pathText } from '../problem.js';
import { valueAt } from './schema-guide.js';

type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { code: 'invalid_union' }>;

/** Replaces "none of the variants" by the faults of the variant that was probably meant, if there is one. */
export function openUnions(issues: readonly Issue[], input: unknown): Issue[] {
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => pathText(path)));
  return issues.flatMap((issue) => {
    // A list in the place of a text is not also too short for one.
    if (issue.code.startsWith('too_') && mistyped.has(pathText(issue.path))) return [];
    if (issue.code !== 'invalid_union' || 'options' in issue || valueAt(input, issue.path) === undefined)
      return [issue];
    // The forms of each of our unions are of different types, so at most one is meant.
    const meant = issue.errors.find((branch) => !branch.some(isOtherForm));
    if (!meant) return [issue];
    const placed = meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
    return openUnions(placed, input);
  });
}

/** The forms as one text, and the words that are among them. */
export function formsOf(issue: UnionIssue): { readonly text: string; readonly words: readonly string[] } {
  const options = 'options' in issue ? (issue.options?.filter((option) => typeof option === 'string') ?? []) : [];
  if (options.length > 0) return { text: `one of ${options.join(', ')}`, words: options };
  const others = issue.errors.flatMap((branch) => branch.filter(isOtherForm));
  const words = others.flatMap((other) => (other.code === 'invalid_value' ? other.values.map(String) : []));
  return { text: [...new Set(others.map(formText))].join(' or '), words };
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
