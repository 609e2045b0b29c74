/** Verdicts as a JUnit report, which build servers show: an expectation is a test case. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { harmless } from '../terminal/terminal-text.js';
import { expectationText, reasonText } from '#contracts/sentences/verdict-text.js';

/** @param seconds of wall time that the run took */
export function junitReport(scenario: Scenario, verdicts: readonly Verdict[], seconds: number): string {
  const cases = verdicts.map((verdict) => testCase(scenario, verdict));
  const missed = verdicts.filter(({ judgement }) => judgement === 'missed').length;
  const skipped = verdicts.filter(({ judgement }) => judgement === 'not-applicable' || judgement === 'unjudged').length;
  const counts = `tests="${verdicts.length}" failures="${missed}" errors="0" skipped="${skipped}" time="${seconds.toFixed(3)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="tandem replay (EXERCISE)" ${counts}>`,
    `  <testsuite name="${attribute(scenario.id)}" ${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(scenario: Scenario, verdict: Verdict): string {
  const expectation = scenario.expectations?.find(({ id }) => id === verdict.expectation);
  const text = expectation ? expectationText(expectation) : verdict.expectation;
  // JUnit measures in seconds: the exercise time at which it was decided.
  const time = ((verdict.at ?? verdict.deadline ?? 0) / 1000).toFixed(3);
  const name = `${verdict.expectation}: ${text}`;
  const open = `    <testcase classname="${attribute(scenario.id)}" name="${attribute(name)}" time="${time}">`;
  const reason = reasonText(verdict);
  const evidence = `events ${verdict.evidence.join(', ') || 'none'}`;
  switch (verdict.judgement) {
    case 'met':
      return `${open}<system-out>${attribute(`${reason}; ${evidence}`)}</system-out></testcase>`;
    case 'missed': {
      const when = verdict.at === undefined ? '' : `${formatExerciseTime(verdict.at)} `;
      return `${open}<failure message="${attribute(reason)}">${attribute(`${when}${reason}; ${evidence}`)}</failure></testcase>`;
    }
    case 'not-applicable':
      return `${open}<skipped message="${attribute(`not applicable: ${reason}`)}"/></testcase>`;
    case 'unjudged':
      return `${open}<skipped message="${attribute(`not judged: ${reason}`)}"/></testcase>`;
    default:
      return verdict.judgement satisfies never;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For attributes and content alike; what XML 1.0 cannot hold (2.2) is left out. */
function attribute(text: string): string {
  return harmless(text)
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
