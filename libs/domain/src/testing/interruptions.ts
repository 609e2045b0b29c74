/** Scripted exercises, and trainers who stop and turn the clock while others act: for properties. */
import fc from 'fast-check';
import type { Plain } from '../kernel/brand.js';
import { after, exerciseTime, FOREVER, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import { commandId } from '../kernel/ids.js';
import { branded } from './branded.js';
import { advance, execute } from '../engine/engine.js';
import type { Command, TimedCommand } from '../kernel/command.js';
import type { LoggedEvent } from '../kernel/event.js';
import { open } from '../engine/open.js';
import { nextTimer } from '../kernel/timers.js';
import type { State } from '../engine/state.js';
import { steppingTo } from '../exercise/halt.js';
import type { Inject } from '../inject/inject.js';
import type { Scenario } from '../exercise/scenario.js';
import { scenarios } from './arbitraries.js';
import { alert, CONTROLLER } from './deeds.js';
import { SECOND } from './small-exercise.js';

const time = fc.integer({ min: 0, max: 30 }).map((n) => exerciseTime(n * 20 * SECOND));

/** Alerts at times and once they are fired after one another, notes when a side is silent or a step has started. */
export const scriptedScenarios: fc.Arbitrary<Scenario> = fc
  .tuple(scenarios, time, time, time, fc.integer({ min: 1, max: 3 }))
  .map(([scenario, first, second, delayMs, times]) => ({
    ...scenario,
    injects: [
      { id: 'first', at: first, kind: 'alert', messages: [messageOf('FIRST', 'plant')] },
      {
        id: 'rain',
        at: second,
        repeat: { times, everyMs: delayMs + 1 },
        kind: 'alert',
        messages: Array.from({ length: times + 1 }, (_, n) => messageOf(`RAIN${n}`, 'port')),
      },
      note('then', { when: { kind: 'fired', inject: 'first' }, delayMs, latestMs: second }),
      note('silent', { when: { kind: 'unacknowledged', incident: 'first', side: 'CHN', forMs: delayMs } }),
      note('grave', { when: { kind: 'escalated', incident: 'first', level: 1 }, delayMs: 1 }),
      { id: 'off', at: second, kind: 'duty', unit: 'p0', duty: 'off' },
    ].map((one) => branded<Inject>(one as Plain<Inject>)),
  }));

function messageOf(id: string, site: string) {
  const { command } = alert({ id, site });
  if (command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return command.data;
}

function note(id: string, timing: Partial<Plain<Inject>>) {
  return { id, kind: 'note', text: { en: id }, ...timing };
}

/** What a trainer does to the clock before the next command of the others, as far as it can be drawn beforehand. */
export interface Whim {
  readonly kind: 'pause' | 'speed' | 'run-to' | 'step';
  /** Where between the deeds before and after it, 0 to 1. */
  readonly where: number;
}

export const whims: fc.Arbitrary<readonly Whim[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<Whim['kind']>('pause', 'speed', 'run-to', 'step'),
    where: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The commands at their times, through `until`. With whims: one before each of them, as long as there are some. */
export function runWith(
  scenario: Scenario,
  commands: readonly TimedCommand[],
  until: ExerciseTime,
  meddling: readonly Whim[] = [],
): LoggedEvent[] {
  const state = open(scenario, scenario.seed);
  const log: LoggedEvent[] = [];
  let clock = STARTEX;
  for (const [index, command] of commands.entries()) {
    const whim = meddling[index];
    if (whim && state.status === 'running') {
      const from = clock;
      const meddler = new Meddler(state, log);
      meddler.act(whim, after(from, Math.floor(whim.where * Math.max(0, command.at - from))), command.at);
    }
    log.push(...advance(state, after(command.at, -1)), ...execute(state, command).events);
    clock = command.at;
  }
  log.push(...advance(state, until));
  return log;
}

/** Meddles with the clock between two deeds, and leaves it running before the second. */
class Meddler {
  constructor(
    private readonly state: State,
    private readonly log: LoggedEvent[],
  ) {}

  act({ kind }: Whim, at: ExerciseTime, before: ExerciseTime): void {
    this.log.push(...advance(this.state, after(at, -1)));
    switch (kind) {
      case 'speed':
        return this.order(at, { type: 'SetSpeed', data: { speed: 0.1 + (at % 999) } });
      case 'pause':
        this.order(at, { type: 'PauseExercise', data: {} });
        this.order(at, { type: 'SetSpeed', data: { speed: 5 } });
        return this.order(at, { type: 'ResumeExercise', data: {} });
      case 'run-to': {
        const to = after(at, Math.floor((before - at) / 2));
        if (to <= at || to >= before) return;
        this.order(at, { type: 'RunTo', data: { to } });
        this.log.push(...advance(this.state, before));
        return this.order(after(to, 1), { type: 'ResumeExercise', data: {} });
      }
      case 'step':
        return this.step(at, before);
      default:
        return kind satisfies never;
    }
  }

  /** As far as steps lead before the next deed. */
  private step(at: ExerciseTime, before: ExerciseTime): void {
    this.order(at, { type: 'PauseExercise', data: {} });
    let clock = at;
    for (let steps = 0; steps < 3; steps++) {
      const due = nextTimer(this.state.timers)?.due;
      if (due === undefined || due >= before) break;
      this.order(clock, { type: 'StepExercise', data: {} });
      const to = steppingTo(this.state) ?? clock;
      this.log.push(...advance(this.state, FOREVER));
      clock = after(to, 1);
    }
    this.order(clock, { type: 'ResumeExercise', data: {} });
  }

  private order(at: ExerciseTime, command: Command): void {
    this.log.push(...execute(this.state, { ...command, id: commandId('whim'), at, actor: CONTROLLER }).events);
  }
}
