import { branded } from '../testing/branded.js';
import { commandId } from '../kernel/ids.js';
import type { Plain } from '../kernel/brand.js';
import { STARTEX, exerciseTime } from '../kernel/exercise-time.js';
import type { LoggedEvent } from '../kernel/event.js';
import { advance, execute, fold } from './engine.js';
import { open } from './open.js';
import { alert, at, end, observe, start } from '../testing/deeds.js';
import { mustBeGapless, Play } from '../testing/given.js';
import { MINUTE, SAMPLE_BEHAVIOUR, sampleScenario, SAMPLE_UNITS } from '../testing/sample-scenario.js';
import { tell } from '../testing/tell.js';
import type { Inject } from '../inject/inject.js';
import { runRecorded, runVirtually, type VirtualRun } from './virtual-run.js';

function alertAt(id: string, time: number): Plain<Inject> {
  const deed = alert({ id });
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return { id: id.toLowerCase(), kind: 'alert', at: time, messages: [deed.command.data] };
}

/** Units answer after a time that is drawn. */
const scenario = sampleScenario({
  units: SAMPLE_UNITS.map((unit) => ({
    ...unit,
    behaviour: { ...SAMPLE_BEHAVIOUR, acknowledge: { kind: 'uniform', minMs: MINUTE, maxMs: 10 * MINUTE } },
  })),
  injects: [alertAt('A1', MINUTE), alertAt('A2', 119 * MINUTE), alertAt('A3', 120 * MINUTE)],
});

function logOf(run: Partial<Plain<VirtualRun>> = {}): LoggedEvent[] {
  return [...runVirtually(branded<VirtualRun>({ scenario, ...run }))].flat();
}

describe('a run in virtual time', () => {
  it('goes from STARTEX to ENDEX at the end of its duration, after all that is due then', () => {
    const log = logOf();
    expect(tell(log[0] as LoggedEvent)).toBe('T+00:00 ExerciseStarted');
    expect(tell(log.at(-1) as LoggedEvent)).toBe('T+120:00 ExerciseEnded');
    const fired = log.filter(({ type }) => type === 'InjectFired').map(tell);
    expect(fired).toEqual(['T+01:00 InjectFired a1', 'T+119:00 InjectFired a2', 'T+120:00 InjectFired a3']);
  });

  it('gives the same log each time, and another one with another seed', () => {
    expect(logOf()).toEqual(logOf());
    expect(logOf({ seed: 'other' })).not.toEqual(logOf());
  });

  it('stops where it is told to, what is due then included, as the beginning of the whole', () => {
    const cut = logOf({ until: MINUTE });
    expect(cut.at(-1)?.at).toBe(MINUTE);
    expect(cut.some(({ type }) => type === 'StepStarted')).toBe(true);
    expect(logOf().slice(0, cut.length)).toEqual(cut);
    expect(logOf({ until: 120 * MINUTE })).toEqual(logOf());
  });

  it('is the log of a live run that wakes up at other moments', () => {
    const state = open(scenario, scenario.seed);
    const engine = { kind: 'engine' } as const;
    const live = execute(state, {
      type: 'StartExercise',
      data: { speed: 1 },
      id: commandId('startex'),
      at: STARTEX,
      actor: engine,
    }).events;
    for (let time = 0; time < 120 * MINUTE; time += 7_777) live.push(...advance(state, exerciseTime(time)));
    live.push(...advance(state, exerciseTime(121 * MINUTE)));
    expect(live).toEqual(logOf());
  });

  it('numbers its events without a gap, and they fold', () => {
    const log = logOf();
    mustBeGapless(log);
    const state = open(scenario, scenario.seed);
    fold(state, log);
    expect(state.status).toBe('ended');
  });
});

describe('the log of a recording', () => {
  /** A live run fires timers up to just before ENDEX; the clock stands from then on, and evaluators still speak. */
  const play = new Play(scenario);
  for (const deed of [start(), at(7 * MINUTE, end()), at(7 * MINUTE, observe())]) play.do(deed);
  const recorded = { scenario, seed: scenario.seed, commands: play.commands, until: exerciseTime(7 * MINUTE - 1) };

  it('holds ENDEX by a trainer, and what was evaluated after it', () => {
    expect([...runRecorded(recorded)].flat()).toEqual(play.log);
  });

  it('is cut where it is told to stop', () => {
    const cut = [
      ...runRecorded({ ...recorded, stopAt: exerciseTime(5 * MINUTE), until: exerciseTime(5 * MINUTE) }),
    ].flat();
    expect(cut).toEqual(play.log.filter((event) => event.at <= 5 * MINUTE));
  });
});
