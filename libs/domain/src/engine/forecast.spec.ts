/** What comes of an exercise if nobody acts: the engine's own course, from the present state on. */
import { exerciseTime } from '../kernel/exercise-time.js';
import { alert, pause, runTo, until, type Deed } from '../testing/deeds.js';
import { given, planned, type Play } from '../testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, SILENT, smallExercise, step } from '../testing/small-exercise.js';
import type { Behaviour, UnitDefinition } from '../unit/unit.js';
import { advance } from './engine.js';
import { Forecaster, sumOfCounts, type ForecastCounts } from './forecast.js';
import { serialise } from './open.js';

const RUNS = 40;

function exercise(units: readonly UnitDefinition[], expectations: readonly object[] = []) {
  const targets = units.map((unit) => ask(unit));
  const both = step('each-side', targets, { ackWithinMs: 5 * MINUTE });
  return smallExercise({ units, chain: chain([both]), scenario: { expectations } as object });
}

function forecast({ scenario, state, log }: Pick<Play, 'scenario' | 'state' | 'log'>, seeds = RUNS): ForecastCounts {
  const forecaster = new Forecaster({ scenario, state: serialise(state), log });
  for (let n = 0; n < seeds; n += 1) forecaster.run(`s${n}`);
  return forecaster.counts;
}

const chance: Behaviour = { ...answers(2 * MINUTE), silentChance: 0.5 };

function played(units: readonly UnitDefinition[], ...deeds: Deed[]): Play {
  return given(exercise(units), ...deeds).play;
}

describe('a forecast', () => {
  it('is sure of what nothing can change', () => {
    const silent = forecast(played([pak('police', SILENT), chn('embassy', answers(MINUTE))], alert()));
    expect(silent.chains).toEqual([
      {
        incident: 'INC-0001',
        chain: 'standard',
        deadline: 5 * MINUTE,
        exhausted: RUNS,
        joint: 0,
        jointByDeadline: 0,
        resolved: 0,
      },
    ]);
    const sure = forecast(played([pak('police', answers(MINUTE)), chn('embassy', answers(4 * MINUTE))], alert()));
    expect(sure.chains).toMatchObject([{ exhausted: 0, joint: RUNS, jointByDeadline: RUNS }]);
  });

  it('keeps to what is planned, and draws anew what is not', () => {
    // The first alert has been delivered, so that the unit has planned its answer; the second comes at a port.
    const units = [pak('police', chance), chn('embassy', answers(MINUTE))];
    const { play } = given(exercise(units), alert());
    const [first] = forecast(play).chains;
    expect([0, RUNS]).toContain(first?.joint);
  });

  it('draws the answers of what is yet to come by other seeds', () => {
    const steps = [
      step('any', [ask(chn('embassy', SILENT))], { ackWithinMs: MINUTE }),
      step('any', [ask(pak('police', chance))], { ackWithinMs: 5 * MINUTE }),
    ];
    const units = [pak('police', chance), chn('embassy', SILENT)];
    const { play } = given(smallExercise({ units, chain: chain(steps) }), alert());
    const [counts] = forecast(play, 400).chains;
    expect(counts?.exhausted).toBeGreaterThan(120);
    expect(counts?.exhausted).toBeLessThan(280);
  });

  it('goes on as the exercise itself would, with the same seed', () => {
    const { play } = given(exercise([pak('police', chance), chn('embassy', chance)]), alert(), until(MINUTE));
    const forecaster = new Forecaster({ scenario: play.scenario, state: serialise(play.state), log: play.log });
    forecaster.run(play.scenario.seed);
    const [counts] = forecaster.counts.chains;
    const rest = advance(play.state, exerciseTime(play.scenario.durationMs));
    expect(counts?.exhausted).toBe(rest.some(({ type }) => type === 'EscalationExhausted') ? 1 : 0);
  });

  it('runs on where the clock stands, is to stop, or has not started', () => {
    const units = [pak('police', SILENT), chn('embassy', SILENT)];
    for (const deed of [pause(), runTo(2 * MINUTE)]) {
      const { chains } = forecast(played(units, alert(), deed));
      expect(chains).toMatchObject([{ exhausted: RUNS }]);
    }
    const quiet = { id: 'quiet', kind: 'nothing-sent', unit: 'police', weight: 1, deadline: { kind: 'end' } };
    const { play } = planned(exercise(units, [quiet]));
    expect(forecast(play).expectations).toEqual([{ expectation: 'quiet', met: RUNS, missed: 0, notApplicable: 0 }]);
  });

  it('changes nothing of the state that it goes on from', () => {
    const play = played([pak('police', chance), chn('embassy', chance)], alert());
    const before = serialise(play.state);
    forecast(play);
    expect(serialise(play.state)).toBe(before);
  });

  it('can be made in parts', () => {
    const { scenario, state, log } = played([pak('police', chance), chn('embassy', answers(MINUTE))], alert());
    const task = { scenario, state: serialise(state), log };
    const parts = [0, 1].map((part) => {
      const forecaster = new Forecaster(task);
      for (let n = part * 20; n < (part + 1) * 20; n += 1) forecaster.run(`s${n}`);
      return forecaster.counts;
    });
    expect(sumOfCounts(parts)).toEqual(forecast({ scenario, state, log }, 40));
  });
});
