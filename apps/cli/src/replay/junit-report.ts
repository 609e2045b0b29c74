/** Verdicts as a JUnit report, which build servers show: a file is a test suite, an expectation a test case. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { harmless } from '../terminal/terminal-text.js';
import { expectationText, reasonText } from '#contracts/sentences/verdict-text.js';

/** Where something is written. */
export interface JunitPlace {
  readonly file: string;
  /** From 1; absent: not known. */
  readonly line?: number;
}

/** A file that was run. */
export interface JudgedFile {
  readonly file: string;
  readonly scenario: Scenario;
  readonly seed: string;
  /** Of the last event of the log. */
  readonly hash: string;
  readonly verdicts: readonly Verdict[];
  /** Of wall time that the run took. */
  readonly seconds: number;
  /** Where an expectation is written, by its index; absent: in no file of its own. */
  readonly placeOf?: (index: number) => JunitPlace;
  /** Why the run is not the recorded one. */
  readonly divergence?: string;
}

/** A file that could not be run. */
export interface FailedFile {
  readonly file: string;
  readonly message: string;
  /** Of its faults; the first one is reported as the place of the error. */
  readonly places: readonly JunitPlace[];
  /** As given on the command line. */
  readonly seed?: string;
}

export type JunitFile = JudgedFile | FailedFile;

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly seconds: number;
}

export function junitReport(files: readonly JunitFile[]): string {
  const counts = files.map(countsOf);
  const sum = (key: keyof Counts): number => counts.reduce((total, one) => total + one[key], 0);
  const whole = {
    tests: sum('tests'),
    failures: sum('failures'),
    errors: sum('errors'),
    skipped: sum('skipped'),
    seconds: sum('seconds'),
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tandem replay (EXERCISE)" ${countsText(whole)}>`,
    ...files.flatMap((file) => ('message' in file ? failedSuite(file) : judgedSuite(file))),
    '</testsuites>',
    '',
  ].join('\n');
}

function countsOf(file: JunitFile): Counts {
  if ('message' in file) return { tests: 1, failures: 0, errors: 1, skipped: 0, seconds: 0 };
  const { verdicts, divergence, seconds } = file;
  const count = (...judgements: Verdict['judgement'][]): number =>
    verdicts.filter(({ judgement }) => judgements.includes(judgement)).length;
  const more = divergence === undefined ? 0 : 1;
  return {
    tests: verdicts.length + more,
    failures: count('missed') + more,
    errors: 0,
    skipped: count('not-applicable', 'unjudged'),
    seconds,
  };
}

function countsText({ tests, failures, errors, skipped, seconds }: Counts): string {
  return `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds.toFixed(3)}"`;
}

function judgedSuite(judged: JudgedFile): string[] {
  const { file, scenario, seed, hash, verdicts, divergence } = judged;
  return [
    `  <testsuite name="${escaped(scenario.id)}" file="${escaped(file)}" ${countsText(countsOf(judged))}>`,
    ...properties({ file, seed, hash }, '    '),
    ...verdicts.flatMap((verdict) => testCase(judged, verdict)),
    ...(divergence === undefined
      ? []
      : [
          `    <testcase classname="${escaped(scenario.id)}" name="the log is the recorded one" file="${escaped(file)}">`,
          `      <failure message="the log differs from the recorded one">${escaped(divergence)}</failure>`,
          '    </testcase>',
        ]),
    '  </testsuite>',
  ];
}

function failedSuite(failed: FailedFile): string[] {
  const { file, message, places, seed } = failed;
  const [place = { file }] = places;
  const [first = '', ...others] = message.split('\n');
  // The first line of a list of faults says no more than that there are some.
  const summary = others[0] ?? first;
  return [
    `  <testsuite name="${escaped(file)}" file="${escaped(file)}" ${countsText(countsOf(failed))}>`,
    ...properties({ file: place.file, line: place.line, seed }, '    '),
    `    <testcase classname="${escaped(file)}" name="the file can be used"${placeAttributes(place)} time="0.000">`,
    ...properties({ file: place.file, line: place.line, seed }, '      '),
    `      <error message="${escaped(summary)}">${[first, ...others].map(escaped).join('\n')}</error>`,
    '    </testcase>',
    '  </testsuite>',
  ];
}

function testCase({ file, scenario, seed, hash, placeOf }: JudgedFile, verdict: Verdict): string[] {
  const index = scenario.expectations?.findIndex(({ id }) => id === verdict.expectation) ?? -1;
  const expectation = scenario.expectations?.[index];
  const text = expectation ? expectationText(expectation) : verdict.expectation;
  const place = index === -1 ? { file } : (placeOf?.(index) ?? { file });
  // JUnit measures in seconds: the exercise time at which it was decided.
  const time = ((verdict.at ?? verdict.deadline ?? 0) / 1000).toFixed(3);
  const name = `${verdict.expectation}: ${text}`;
  return [
    `    <testcase classname="${escaped(scenario.id)}" name="${escaped(name)}"${placeAttributes(place)} time="${time}">`,
    ...properties({ file: place.file, line: place.line, seed, hash }, '      '),
    `      ${outcome(verdict)}`,
    '    </testcase>',
  ];
}

function outcome(verdict: Verdict): string {
  const reason = reasonText(verdict);
  const evidence = `events ${verdict.evidence.join(', ') || 'none'}`;
  switch (verdict.judgement) {
    case 'met':
      return `<system-out>${escaped(`${reason}; ${evidence}`)}</system-out>`;
    case 'missed': {
      const when = verdict.at === undefined ? '' : `${formatExerciseTime(verdict.at)} `;
      return `<failure message="${escaped(reason)}">${escaped(`${when}${reason}; ${evidence}`)}</failure>`;
    }
    case 'not-applicable':
      return `<skipped message="${escaped(`not applicable: ${reason}`)}"/>`;
    case 'unjudged':
      return `<skipped message="${escaped(`not judged: ${reason}`)}"/>`;
    default:
      return verdict.judgement satisfies never;
  }
}

function placeAttributes({ file, line }: JunitPlace): string {
  return ` file="${escaped(file)}"${line === undefined ? '' : ` line="${line}"`}`;
}

function properties(values: Readonly<Record<string, string | number | undefined>>, indent: string): string[] {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${indent}  <property name="${name}" value="${escaped(String(value))}"/>`],
  );
  return [`${indent}<properties>`, ...lines, `${indent}</properties>`];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For attributes and content alike; characters that XML 1.0 cannot hold (2.2) are left out. */
function escaped(text: string): string {
  return harmless(text)
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
