/** Zod's issues as {@link FieldProblem}s, with a stable code and a message that says what would be right. */
import type { z } from 'zod';
import type { FieldProblem, InputCode } from '../problem.js';
import { pathText, shown } from '../problem.js';
import { ALLOWED_CHARACTERS } from './characters.js';
import { identifierFault } from './identifier-characters.js';
import { guideOf, type SchemaGuide, valueAt } from './schema-guide.js';
import { formsOf, openUnions } from './union-forms.js';
import { didYouMean } from './nearest.js';

type Issue = z.core.$ZodIssue;

export const MAX_PROBLEMS = 50;

/** The first {@link MAX_PROBLEMS} issues; with the schema, the messages suggest what the author may have meant. */
export function schemaProblems(issues: readonly Issue[], input: unknown, schema?: z.ZodType): FieldProblem[] {
  const guide = schema && guideOf(schema);
  return openUnions(issues.slice(0, MAX_PROBLEMS), input).flatMap((issue) => problemsOf(issue, input, guide));
}

function problemsOf(issue: Issue, input: unknown, guide: SchemaGuide | undefined): FieldProblem[] {
  const value = valueAt(input, issue.path);
  const path = pathText(issue.path);
  const name = path === '' ? 'the value' : path;
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownFields(issue, guide?.knownKeys(issue.path, input) ?? []);
    case 'invalid_type': {
      if (value === undefined) return [missing(path, name)];
      const { expected } = issue;
      const form = guide?.describe(issue.path, expected) ?? TYPE_WORDS[expected] ?? expected;
      return [wrongType(form, path, name, value)];
    }
    case 'invalid_value': {
      const choice = `one of ${issue.values.map(String).join(', ')}`;
      if (value === undefined) return [missing(path, name, choice)];
      if (value === 'Very Likely' && path.endsWith('.certainty')) {
        return [
          problem('CAP_1_0_VALUE', path, `${name} is "Very Likely", of CAP 1.0; CAP 1.2 says Likely or Observed.`),
        ];
      }
      return [problem('NOT_ONE_OF', path, `${name} is ${shown(value)}; it must be ${choice}.`)];
    }
    case 'invalid_union':
      if (value === undefined && path !== '') return [missing(path, name)];
      return [unionProblem(issue, path, name, value)];
    case 'too_big':
    case 'too_small':
      return [sizeProblem(issue, path, name, value)];
    case 'invalid_key':
      return [problem('INVALID_KEY', path, `The key ${shown(issue.path.at(-1))} is not allowed; ${keyForm(issue)}.`)];
    case 'custom':
      return [customProblem(issue, path, name, value)];
    default:
      return [problem('FORMAT', path, `${name} is ${shown(value)}; ${issue.message}.`)];
  }
}

function problem(code: InputCode, path: string, message: string): FieldProblem {
  return { code, path, message };
}

function missing(path: string, name: string, right = 'it is required'): FieldProblem {
  return problem(
    'MISSING_FIELD',
    path,
    `${name} is missing; ${right === 'it is required' ? right : `it must be ${right}`}.`,
  );
}

function wrongType(right: string, path: string, name: string, value: unknown): FieldProblem {
  return problem('WRONG_TYPE', path, `${name} is ${shown(value)}; it must be ${right}.`);
}

/** A word in the place of one of several words is not of a wrong type. */
function unionProblem(issue: Issue & { code: 'invalid_union' }, path: string, name: string, value: unknown) {
  const code = 'options' in issue && issue.options !== undefined ? 'NOT_ONE_OF' : 'WRONG_TYPE';
  return problem(code, path, `${name} is ${shown(value)}; it must be ${formsOf(issue).text}.`);
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** So many that may stand there are named; no object of ours has more. */
const TOLD_KEYS = 40;

function unknownFields(
  { keys, path }: Issue & { code: 'unrecognized_keys' },
  known: readonly string[],
): FieldProblem[] {
  return keys.slice(0, MAX_PROBLEMS).map((key, index) => {
    // The list of known keys is shown once for each object, not for each of its unknown keys.
    const offered = index === 0 ? known : [];
    return unknownField([...path, key], key, offered, didYouMean(key, known));
  });
}

function unknownField(path: readonly PropertyKey[], key: string, known: readonly string[], hint: string): FieldProblem {
  if (key === 'password') {
    return problem('CAP_1_0_ELEMENT', pathText(path), 'password is of CAP 1.0; CAP 1.2 has none, so leave it out.');
  }
  const more = known.length > TOLD_KEYS ? ` and ${known.length - TOLD_KEYS} more` : '';
  const right =
    known.length === 0 ? 'remove it or correct its name' : `known here: ${known.slice(0, TOLD_KEYS).join(', ')}${more}`;
  return problem('UNKNOWN_FIELD', pathText(path), `${pathText(path)} is not known; ${right}.${hint}`);
}

const TOO_BIG = { string: 'TOO_LONG', array: 'TOO_MANY', number: 'TOO_BIG' } as const;
const TOO_SMALL = { string: 'TOO_SHORT', array: 'TOO_FEW', number: 'TOO_SMALL' } as const;
const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

type SizeIssue = Issue & { code: 'too_big' | 'too_small' };

function sizeProblem(issue: SizeIssue, path: string, name: string, value: unknown): FieldProblem {
  const { origin } = issue;
  const kind = origin === 'string' ? 'string' : origin === 'array' ? 'array' : 'number';
  const size = typeof value === 'string' || Array.isArray(value) ? `has ${value.length}` : `is ${shown(value)}`;
  const [more, less] = issue.inclusive === false ? ['more than', 'less than'] : ['at least', 'at most'];
  const bound = issue.code === 'too_big' ? `${less} ${issue.maximum}` : `${more} ${issue.minimum}`;
  const code = (issue.code === 'too_big' ? TOO_BIG : TOO_SMALL)[kind];
  return problem(code, path, `${name} ${size}${UNITS[kind] ?? ''}; it must be ${bound}.`);
}

function keyForm(issue: Issue & { code: 'invalid_key' }): string {
  const format = issue.issues[0];
  return format?.code === 'invalid_format' && 'pattern' in format
    ? `it must match ${String(format.pattern)}`
    : 'mend it';
}

/** Our own checks carry their code and what would be right (`saying` in alert-shape.ts). */
function customProblem(issue: Issue & { code: 'custom' }, path: string, name: string, value: unknown): FieldProblem {
  const params = (issue.params ?? {}) as { code?: InputCode; right?: string };
  const code = params.code ?? 'FORMAT';
  if (code === 'FORBIDDEN_CHARACTER') {
    return problem(code, path, `${name} holds a forbidden character: ${shown(value)}; ${ALLOWED_CHARACTERS}.`);
  }
  const right = params.right ?? issue.message;
  const fault = code === 'IDENTIFIER_CHARACTER' ? ` (${identifierFault(String(value))})` : '';
  return problem(code, path, `${name} is ${shown(value)}${fault}; it must be ${right}.`);
}
