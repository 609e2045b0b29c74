/** What evaluators see while events come in is what the domain makes of the whole log. */
import type { EventView } from '#contracts/http/events.js';
import { judge } from '#domain/evaluation/judge.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { InjectId } from '#domain/kernel/ids.js';
import { alert, changeLabel, end, observe, start, until } from '#domain/testing/deeds.js';
import { Play } from '#domain/testing/given.js';
import { MINUTE, sampleScenario } from '#domain/testing/sample-scenario.js';
import { dueAt, EvaluationLog, lastPassed, openDeadlines } from './evaluation-log.js';

const expectations: readonly Expectation[] = [
  {
    id: 'quick',
    objective: 'Response',
    weight: 1,
    deadline: { kind: 'before', at: exerciseTime(10 * MINUTE) },
    kind: 'nothing-sent',
    unit: 'nobody' as never,
  },
  {
    id: 'never',
    weight: 1,
    deadline: { kind: 'within', ms: MINUTE, of: 'inject', inject: 'no-such' as InjectId },
    kind: 'resolved',
    incident: 'no-such' as InjectId,
  },
  {
    id: 'all',
    objective: 'Release',
    weight: 1,
    deadline: { kind: 'end' },
    kind: 'nothing-sent',
    unit: 'nobody' as never,
  },
];
const scenario = sampleScenario({ durationMs: 60 * MINUTE, expectations });

function played(...deeds: Parameters<Play['do']>[0][]) {
  const play = new Play(scenario);
  for (const deed of deeds) play.do(deed);
  return play;
}

const eventsOf = ({ log }: Play) => log as unknown as EventView[];

it('judges, event by event, as the domain judges the whole log', () => {
  const play = played(start(), until(2 * MINUTE), alert({ id: 'A1' }), until(20 * MINUTE), end());
  const log = new EvaluationLog(scenario);
  for (const event of eventsOf(play)) log.add([event]);
  const verdicts = log.judge().flatMap(({ judged }) => judged.map(({ verdict }) => verdict));
  const byId = (a: { expectation: string }, b: { expectation: string }) => a.expectation.localeCompare(b.expectation);
  expect(verdicts.toSorted(byId)).toEqual(judge(scenario, play.log).toSorted(byId));
});

it('groups by objective, and puts what speaks for none at the end', () => {
  const log = new EvaluationLog(scenario);
  expect(log.judge().map(({ objective }) => objective)).toEqual(['Response', 'Release', undefined]);
});

it('skips what it has, and refuses a gap', () => {
  const events = eventsOf(played(start(), alert({ id: 'A1' })));
  const log = new EvaluationLog(scenario);
  log.add(events.slice(0, 3));
  log.add(events.slice(1, 4));
  expect(log.seq).toBe(4);
  expect(() => log.add(events.slice(5, 6))).toThrow(RangeError);
});

it('has an expectation looked at again at its deadline, without any event', () => {
  const log = new EvaluationLog(scenario);
  log.add(eventsOf(played(start())));
  const deadlines = openDeadlines(log.judge());
  const due = 10 * MINUTE - 1;
  expect(deadlines).toEqual([due]);
  expect(lastPassed(deadlines, due - 1)).toBe(0);
  const judgementAt = (now: number) => log.judge(lastPassed(deadlines, now))[0]?.judged[0]?.verdict.judgement;
  expect(judgementAt(due - 1)).toBe('unjudged');
  expect(judgementAt(due)).toBe('met');
});

it('is due at the end of the exercise where it says so, and at no time before it has begun', () => {
  const log = new EvaluationLog(scenario);
  log.add(eventsOf(played(start())));
  const due = log.judge().flatMap(({ judged }) => judged.map((one) => dueAt(one, scenario.durationMs)));
  expect(due).toEqual([10 * MINUTE - 1, 60 * MINUTE, undefined]);
});

it('has observations under the labels that they carry now', () => {
  const play = played(start(), observe({ label: { class: 'PAK' } }), observe());
  const log = new EvaluationLog(scenario);
  const labels = () => log.observations.map(({ data }) => [data.observation, data.label?.tlp]);
  log.add(eventsOf(play));
  expect(labels()).toEqual([
    ['OBS-PAK-0001', 'TLP:AMBER'],
    ['OBS-0001', undefined],
  ]);
  play.do(changeLabel('observation', 'OBS-PAK-0001', { tlp: 'TLP:GREEN' }));
  log.add(eventsOf(play));
  expect(labels()).toContainEqual(['OBS-PAK-0001', 'TLP:GREEN']);
});
