import { EvaluationLog } from './evaluation-log.js';
import { countEvaluators, observedEvents, ratingsGiven, sheetOf } from './sheets.js';
import { sampleScenario } from '#domain/testing/sample-scenario.js';

const log = new EvaluationLog(sampleScenario());
const actor = (id: string) => ({ kind: 'account', id, role: 'evaluator' });
const rest = { at: 0, wall: '', cause: {}, audience: 'CONTROL' };
log.add(
  [
    {
      type: 'ObservationRecorded',
      data: { observation: 'OBS-0001', kind: 'strength', text: 'a', evidence: [1, 2] },
      by: 'a',
    },
    { type: 'ObjectiveRated', data: { objective: 'Release', rating: 'P', reason: 'x' }, by: 'a' },
    { type: 'ObjectiveRated', data: { objective: 'Release', rating: 'S', reason: 'x' }, by: 'b' },
    { type: 'ObjectiveRated', data: { objective: 'Release', rating: 'U', reason: 'x' }, by: 'a' },
    {
      type: 'ObservationRecorded',
      data: { observation: 'OBS-0002', kind: 'strength', text: 'b', evidence: [2] },
      by: 'b',
    },
  ].map(({ by, ...event }, index) => ({ ...rest, ...event, seq: index + 1, actor: actor(by) }) as never),
);

it('counts the latest rating of each evaluator, the latest of all last', () => {
  expect(
    ratingsGiven(log)
      .get('Release')
      ?.map(({ by, rating }) => `${by} ${rating}`),
  ).toEqual(['b S', 'a U']);
});

it('shows one evaluator or all, the latest first', () => {
  const seqs = (events: readonly { seq: number }[]) => events.map(({ seq }) => seq);
  expect(seqs(sheetOf(log, 'a').observations)).toEqual([1]);
  expect(seqs(sheetOf(log, undefined).observations)).toEqual([5, 1]);
  expect(seqs(sheetOf(log, undefined).ratings)).toEqual([4, 3]);
  expect(countEvaluators(log)).toBe(2);
});

it('says on how many observations an event bears', () => {
  expect([...observedEvents(log)]).toEqual([
    [1, 1],
    [2, 2],
  ]);
});
