/** A jump to any moment shows what folding from the start shows, in every stream. */
import fc from 'fast-check';
import type { EventView } from '#contracts/http/events.js';
import { serialiseViewerState } from '#domain/engine/viewer-state.js';
import { STREAMS } from '#domain/kernel/side.js';
import { alert, end, start, until } from '#domain/testing/deeds.js';
import { Play } from '#domain/testing/given.js';
import { MINUTE, sampleScenario } from '#domain/testing/sample-scenario.js';
import { ExerciseFold } from '../live/exercise-fold.js';
import { ReplayLog } from './replay-log.js';
import { eventsIn, scenarioOf } from './side-log.js';

const CLASSES = ['JOINT', 'PAK', 'CHN'] as const;
const ALERTS = 60;

const play = new Play(sampleScenario({ durationMs: 120 * MINUTE }));
play.do(start());
for (let n = 1; n <= ALERTS; n += 1) {
  play.do(until(n * MINUTE));
  play.do(alert({ id: `A${n}`, class: CLASSES[n % CLASSES.length] ?? 'JOINT' }));
}
play.do(end());
const log = play.log.map((event) => ({ ...event, wall: '2026-01-01T00:00:00.000Z' }) as unknown as EventView);

function shown(fold: ExerciseFold) {
  return {
    state: serialiseViewerState(fold.state),
    incidents: [...fold.incidents],
    notifications: [...fold.notifications],
    units: [...fold.units],
    alerts: [...fold.alerts.keys()],
  };
}

describe.each(STREAMS)('a replay of the stream %s', (stream) => {
  const scenario = scenarioOf(stream, play.scenario);
  const events = eventsIn(stream, log);

  it('shows at any moment, after any jump, what folding from the start shows', () => {
    const replay = new ReplayLog(scenario, stream, events);
    fc.assert(
      fc.property(fc.array(fc.nat(events.length), { minLength: 1, maxLength: 6 }), (places) => {
        for (const count of places) {
          const fold = ExerciseFold.fromStart(scenario, stream);
          fold.apply(events.slice(0, count));
          expect(shown(replay.after(count))).toEqual(shown(fold));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('holds nothing that the stream does not', () => {
    const text = JSON.stringify([scenario, events]);
    if (stream !== 'all' && stream !== 'pak') expect(text).not.toContain('"PAK-0');
    if (stream !== 'all' && stream !== 'chn') expect(text).not.toContain('"CHN-0');
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });
});

it('counts the events up to a time, those of that moment included', () => {
  const replay = new ReplayLog(play.scenario, 'all', log);
  for (const time of [-1, 0, MINUTE, 30 * MINUTE, 500 * MINUTE]) {
    expect(replay.countAt(time)).toBe(log.filter(({ at }) => at <= time).length);
  }
});
