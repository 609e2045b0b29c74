import { after } from '#domain/kernel/exercise-time.js';
import { commandId } from '#domain/kernel/ids.js';
import fc from 'fast-check';
import { branded } from '#domain/testing/branded.js';
import { wallTime } from '#domain/kernel/wall-time.js';
import { open, serialise } from '#domain/engine/open.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import { advance, execute } from '#domain/engine/engine.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  SECOND,
  SILENT,
  smallExercise,
  step,
} from '#domain/testing/small-exercise.js';
import { advanceExercise, type AppliedCommand, type Position, type ReceivedCommand } from './advance-exercise.js';

const ACTOR: Actor = { kind: 'account', id: 'trainer', role: 'controller' };
const SCENARIO = smallExercise({
  units: [pak('police', SILENT), chn('consulate', answers(30 * SECOND)), pak('guard', answers(20 * SECOND))],
  chain: chain([step('each-side', [ask('police'), ask('consulate', 'consular')]), step('each-side', [ask('guard')])], {
    repeat: 1,
    remindEveryMs: MINUTE,
  }),
});

/** Wall time of STARTEX, epoch ms. */
const START = 1_800_000_000_000;
const BEFORE = branded<Position>({ clock: { wall: 0, time: 0, speed: 0 }, firedThrough: -1, appliedOrder: 0 });

class Desk {
  readonly state = open(SCENARIO, 'seed');
  readonly log: LoggedEvent[] = [];
  readonly applied: (AppliedCommand & { command: ReceivedCommand })[] = [];
  position = BEFORE;
  finished = true;
  #ids = 0;

  command(wall: number, type: ReceivedCommand['type'], data: unknown = {}): ReceivedCommand {
    const id = ++this.#ids;
    return { inboxId: id, commandId: commandId(`c${id}`), type, data, actor: ACTOR, receivedAt: wallTime(wall) };
  }

  alert(wall: number, site = 'plant'): ReceivedCommand {
    const alert = {
      identifier: `a${this.#ids}`,
      sender: 'gate',
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
      msgType: 'Alert',
      scope: 'Public',
      info: [{ category: ['Security'], event: 'Alarm', urgency: 'Immediate', severity: 'Severe', certainty: 'Likely' }],
      exercise: { site, releasability: { class: 'JOINT' } },
    };
    return this.command(wall, 'SubmitAlert', { alertId: `ALT-${this.#ids}`, references: [], alert });
  }

  /** A worker looks at the exercise at this wall time. */
  look(now: number, received: ReceivedCommand[] = [], maxEvents = Number.POSITIVE_INFINITY): LoggedEvent[] {
    const advanced = advanceExercise(this.state, this.position, {
      received,
      drained: true,
      now: wallTime(now),
      maxEvents,
    });
    this.position = advanced;
    this.finished = advanced.finished;
    this.log.push(...advanced.events);
    advanced.applied.forEach((entry, index) => this.applied.push({ ...entry, command: received[index]! }));
    return advanced.events;
  }

  /** The same commands at the same exercise times on a virtual clock. */
  replayed(): LoggedEvent[] {
    const state = open(SCENARIO, 'seed');
    const log: LoggedEvent[] = [];
    for (const { appliedAt, command } of this.applied) {
      log.push(...advance(state, after(appliedAt, -1)));
      const timed = { id: command.commandId, at: appliedAt, actor: ACTOR, type: command.type, data: command.data };
      log.push(...execute(state, timed as Parameters<typeof execute>[1]).events);
    }
    log.push(...advance(state, this.position.firedThrough));
    expect(serialise(state)).toBe(serialise(this.state));
    return log;
  }
}

function started(speed = 1): Desk {
  const desk = new Desk();
  desk.look(START, [desk.command(START, 'StartExercise', { speed })]);
  return desk;
}

/** A link that fails at this time. */
const improvised = (at: number) => ({
  id: `i${Math.floor(at / MINUTE) % 3}`,
  at,
  kind: 'link',
  side: 'PAK',
  link: { status: 'down' },
});

const steps = (events: readonly LoggedEvent[]) =>
  events.flatMap((event) => (event.type === 'StepStarted' ? [[event.data.stepId, event.at] as const] : []));

describe('what a worker does when it looks at an exercise', () => {
  it('bears the time of receipt, not the time at which the worker got to it', () => {
    const desk = started();
    const events = desk.look(START + 60_000, [desk.alert(START + 5_000)]);
    expect(events.find(({ type }) => type === 'AlertAccepted')?.at).toBe(5_000);
  });

  it('decides as if it had never been down: timers and commands come in the order of exercise time', () => {
    const late = started();
    const alert = late.alert(START + 1_000);
    const link = late.command(START + 6 * MINUTE + 500, 'SetLink', { side: 'PAK', link: { status: 'down' } });
    const prompt = started();
    prompt.look(START + 1_000, [alert]);
    for (let wall = START + 2_000; wall <= START + 6 * MINUTE; wall += 1_000) prompt.look(wall);
    prompt.look(START + 20 * MINUTE, [link]);
    late.look(START + 20 * MINUTE, [alert, link]);
    expect(late.log).toEqual(prompt.log);
  });

  it('fires nothing for the hour of a pause, and all of it at its time thereafter', () => {
    const desk = started();
    desk.look(START + 1_000, [desk.alert(START + 1_000)]);
    const HOUR = 3_600_000;
    desk.look(START + 10_000, [desk.command(START + 10_000, 'PauseExercise')]);
    expect(desk.look(START + HOUR)).toEqual([]);
    desk.look(START + HOUR + 10_000, [desk.command(START + HOUR + 10_000, 'ResumeExercise')]);
    desk.look(START + HOUR + 30 * MINUTE);
    const through = started();
    through.look(START + 1_000, [through.alert(START + 1_000)]);
    through.look(START + 30 * MINUTE);
    expect(steps(desk.log)).toEqual(steps(through.log));
    expect(steps(desk.log)[1]).toEqual(['guard', 1_000 + 5 * MINUTE]);
  });

  it('takes commands while it is paused, at the standing time', () => {
    const desk = started();
    desk.look(START + 10_000, [desk.command(START + 10_000, 'PauseExercise')]);
    const events = desk.look(START + 99_000, [desk.alert(START + 90_000)]);
    expect(new Set(events.map(({ at }) => at))).toEqual(new Set([10_000]));
  });

  it('follows a change of speed from its moment on', () => {
    const desk = started();
    desk.look(START + 1_000, [desk.command(START + 1_000, 'SetSpeed', { speed: 100 })]);
    const events = desk.look(START + 2_000, [desk.alert(START + 2_000)]);
    expect(events[0]?.at).toBe(1_000 + 100_000);
  });

  it('never turns back: a command that is read late comes right after what has fired', () => {
    const desk = started();
    desk.look(START + 1_000, [desk.alert(START + 1_000)]);
    desk.look(START + 6 * MINUTE);
    const events = desk.look(START + 6 * MINUTE, [desk.alert(START + 2_000, 'port')]);
    expect(events[0]?.at).toBe(6 * MINUTE + 1);
  });

  it('stops at a mark, however late it gets there: what was sent meanwhile comes right after', () => {
    const late = started(10);
    const run = late.command(START + 1_000, 'RunTo', { to: MINUTE });
    const alert = late.alert(START + 20_000);
    late.look(START + 30_000, [run, alert]);
    const prompt = started(10);
    prompt.look(START + 1_000, [run]);
    for (let wall = START + 2_000; wall < START + 20_000; wall += 500) prompt.look(wall);
    prompt.look(START + 20_000, [alert]);
    expect(late.log).toEqual(prompt.log);
    expect(late.log.find(({ type }) => type === 'ExercisePaused')?.at).toBe(MINUTE);
    expect(late.log.find(({ type }) => type === 'AlertAccepted')?.at).toBe(MINUTE + 1);
    expect(late.position).toMatchObject({
      clock: { wall: START + 6_000, time: MINUTE, speed: 0 },
      firedThrough: MINUTE,
    });
    expect(late.replayed()).toEqual(late.log);
  });

  it('ends at its time, however late it gets there: what was sent meanwhile is refused', () => {
    const desk = started(1000);
    const { durationMs } = SCENARIO;
    desk.look(START + durationMs, [desk.alert(START + durationMs / 1000 + 1)]);
    expect(desk.log.map(({ type, at }) => [type, at]).slice(1)).toEqual([
      ['ExerciseEnded', durationMs],
      ['CommandRefused', durationMs + 1],
    ]);
    expect(desk.position).toMatchObject({ clock: { time: durationMs, speed: 0 }, firedThrough: durationMs });
    expect(desk.replayed()).toEqual(desk.log);
  });

  it('takes a step at once, whatever the wall clock says, and lets nothing in between', () => {
    const desk = started(0.1);
    desk.look(START + 10, [desk.alert(START + 10), desk.command(START + 20, 'PauseExercise')]);
    const later = START + 1_000;
    const step = (wall: number) => desk.command(wall, 'StepExercise');
    const before = desk.applied.length;
    const waiting = [step(later), step(later), desk.alert(later, 'port')];
    do desk.look(later, waiting.slice(desk.applied.length - before), 2);
    while (!desk.finished);
    const stepped = desk.log.filter(({ type }) => type === 'ExerciseStepped' || type === 'ExercisePaused');
    expect(stepped.slice(1).map(({ type, at }) => [type, at])).toEqual([
      ['ExerciseStepped', 2],
      ['ExercisePaused', 30_001],
      ['ExerciseStepped', 30_002],
      ['ExercisePaused', 60_001],
    ]);
    expect(desk.log.findLast(({ type }) => type === 'AlertAccepted')?.at).toBe(60_002);
    expect(desk.position.clock).toEqual({ wall: later, time: 60_001, speed: 0 });
  });

  it('leaves the clock alone when a start or a speed is refused', () => {
    const desk = started();
    desk.look(START + 5_000, [desk.command(START + 5_000, 'StartExercise', { speed: 7 })]);
    desk.look(START + 6_000, [desk.command(START + 6_000, 'SetSpeed', { speed: 5_000 })]);
    expect(desk.position.clock).toEqual({ wall: START, time: 0, speed: 1 });
    expect(desk.applied.slice(1).map(({ outcome }) => outcome)).toEqual([
      { refused: { code: 'EXERCISE_ALREADY_STARTED', message: expect.any(String) } },
      { refused: { code: 'SPEED_OUT_OF_RANGE', message: expect.any(String) } },
    ]);
  });

  it('stops early when a transaction has become large, and goes on with the same log', () => {
    const whole = started();
    whole.look(START + 60 * MINUTE, [whole.alert(START + 1_000), whole.alert(START + 2_000, 'port')]);
    const parts = started();
    const waiting = [parts.alert(START + 1_000), parts.alert(START + 2_000, 'port')];
    do {
      const left = waiting.slice(parts.applied.length - 1);
      parts.look(START + 60 * MINUTE, left, 3);
    } while (!parts.finished);
    expect(parts.log).toEqual(whole.log);
  });

  it('gives the same log on the virtual clock, however often workers look and whatever they are asked', () => {
    const deed = fc.record({
      after: fc.integer({ min: 0, max: 4 * MINUTE }),
      seen: fc.integer({ min: 0, max: 3 * MINUTE }),
      what: fc.constantFrom(
        'alert',
        'port',
        'pause',
        'resume',
        'fast',
        'slow',
        'down',
        'up',
        'run',
        'step',
        'make',
        'delay',
        'fire',
        'none',
      ),
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), fc.integer({ min: 1, max: 40 }), (deeds, maxEvents) => {
        const desk = started();
        let wall = START;
        for (const { after, seen, what } of deeds) {
          wall += after;
          const received = {
            alert: () => [desk.alert(wall)],
            port: () => [desk.alert(wall, 'port')],
            pause: () => [desk.command(wall, 'PauseExercise')],
            resume: () => [desk.command(wall, 'ResumeExercise')],
            fast: () => [desk.command(wall, 'SetSpeed', { speed: 20 })],
            slow: () => [desk.command(wall, 'SetSpeed', { speed: 0.5 })],
            down: () => [desk.command(wall, 'SetLink', { side: 'CHN', link: { status: 'down' } })],
            up: () => [desk.command(wall, 'SetLink', { side: 'CHN', link: { status: 'up' } })],
            run: () => [desk.command(wall, 'RunTo', { to: wall - START + 2 * MINUTE })],
            step: () => [desk.command(wall, 'StepExercise')],
            make: () => [desk.command(wall, 'ImproviseInject', { inject: improvised(wall - START) })],
            delay: () => [desk.command(wall, 'DelayInject', { inject: 'i0', byMs: MINUTE })],
            fire: () => [desk.command(wall, 'FireInject', { inject: 'i0' })],
            none: () => [],
          }[what]();
          const before = desk.applied.length;
          do desk.look(wall + seen, received.slice(desk.applied.length - before), maxEvents);
          while (!desk.finished);
        }
        expect(desk.replayed()).toEqual(desk.log);
        const times = desk.log.map(({ at }) => at);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });
});
