import type { LoggedEvent } from '../kernel/event.js';
import { STREAMS, type Stream } from '../kernel/side.js';
import {
  acknowledge,
  alert,
  as,
  at,
  changePolicy,
  operatorOf,
  pause,
  resume,
  runTo,
  setDuty,
  setMode,
  setSideLink,
  setSpeed,
  setUnitLink,
  stepOn,
  until,
  type Deed,
} from '../testing/deeds.js';
import { given, mustBeGapless } from '../testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';
import type { UnitDefinition } from '../unit/unit.js';
import { streamsOf } from './release.js';
import { eventIn, incidentIn, unitIn } from './shown.js';

const police = pak('police', answers(MINUTE));
const embassy = chn('embassy', answers(2 * MINUTE));
const PLAYERS = STREAMS.filter((stream) => stream !== 'all');

function exercise(units: readonly UnitDefinition[] = [police, embassy]) {
  const targets = units.map((unit) => ask(unit));
  return smallExercise({ units, chain: chain([step('each-side', targets)]) });
}

function played(deeds: readonly Deed[], scenario = exercise()): readonly LoggedEvent[] {
  const { play } = given(scenario);
  for (const deed of deeds) play.do(deed);
  mustBeGapless(play.log);
  return play.log;
}

/** What the viewers of a stream get, number by number. */
function seen(log: readonly LoggedEvent[], stream: Stream) {
  return log
    .filter(({ audience }) => streamsOf(audience).includes(stream))
    .map((event) => {
      const { type, at: time, data, cause, actor } = eventIn(stream, event);
      return { seq: event.seqs[stream], type, at: time, data, cause, actor };
    });
}

/** Commands are numbered in these specs; in earnest their ids are random. */
function anonymous(events: ReturnType<typeof seen>) {
  return events.map((event) => ({ ...event, cause: 'command' in event.cause ? 'command' : event.cause }));
}

const types = (log: readonly LoggedEvent[], stream: Stream) => seen(log, stream).map(({ type }) => type);

describe("the trainer's hand", () => {
  const version2 = { ...exercise().policy, version: 2 };

  it.each<[string, readonly Deed[]]>([
    ['a change of who answers for a unit', [setMode('embassy', 'played'), setMode('embassy', 'simulated')]],
    ['a change of the policy', [changePolicy(version2)]],
    ['a mark for the clock', [runTo(40 * MINUTE), runTo(null)]],
  ])('%s is in no stream of players, and counts there for nothing', (_, deeds) => {
    const events = [alert(), until(10 * MINUTE)];
    const [without, withHidden] = [played(events), played([...deeds, ...events])];
    expect(withHidden.length).toBeGreaterThan(without.length);
    for (const stream of PLAYERS) expect(anonymous(seen(withHidden, stream))).toEqual(anonymous(seen(without, stream)));
  });

  it('lets the clock step without showing it: a step to what is hidden shows nothing at all', () => {
    // In the stream of CHN nothing is due before its own alert is answered, two minutes after it.
    const hidden = alert({ id: 'A2', class: 'PAK', site: 'port' });
    const own = [alert({ class: 'CHN' }), pause()];
    const without = played([...own, stepOn(), resume()]);
    const withHidden = played([hidden, ...own, stepOn(), stepOn(), resume()]);
    expect(withHidden.filter(({ type }) => type === 'ExerciseStepped')).toHaveLength(2);
    expect(anonymous(seen(withHidden, 'chn'))).toEqual(anonymous(seen(without, 'chn')));
    expect(types(withHidden, 'chn').filter((type) => type.startsWith('Exercise'))).toEqual([
      'ExerciseStarted',
      'ExercisePaused',
      'ExerciseResumed',
    ]);
  });

  it('shows a clock that stops at a mark as one that was stopped', () => {
    const byHand = played([until(5 * MINUTE), pause(), resume()]);
    const byMark = played([runTo(5 * MINUTE), until(6 * MINUTE), resume()]);
    const clock = (log: readonly LoggedEvent[]) =>
      seen(log, 'pak')
        .filter(({ type }) => type === 'ExercisePaused')
        .map(({ at: _time, ...event }) => event);
    expect(clock(byMark)).toEqual(clock(byHand));
    expect(clock(byHand)).toEqual([
      { seq: 2, type: 'ExercisePaused', data: {}, cause: { timer: 'clock' }, actor: { kind: 'engine' } },
    ]);
  });
});

describe('a side', () => {
  const degraded = { status: 'degraded', latencyMs: 1_000, loss: 0.5 } as const;

  it('notices the state of its own links, not its figures nor who changed it; of the other side nothing', () => {
    const log = played([setUnitLink('embassy', degraded), setSideLink('CHN', { status: 'down' })]);
    expect(seen(log, 'chn').slice(1)).toEqual([
      expect.objectContaining({
        seq: 2,
        data: { unit: 'embassy', link: { status: 'degraded' } },
        cause: { timer: 'script' },
        actor: { kind: 'engine' },
      }),
      expect.objectContaining({ seq: 3, data: { side: 'CHN', link: { status: 'down' } } }),
    ]);
    for (const stream of ['joint', 'pak'] as const) expect(types(log, stream)).toEqual(['ExerciseStarted']);
    expect(seen(log, 'all')[1]).toMatchObject({ data: { link: degraded }, actor: { role: 'controller' } });
  });

  it('learns of the other side no more than that a message did not reach its unit', () => {
    const log = played([setUnitLink('embassy', { status: 'down' }), alert(), until(10 * MINUTE)]);
    expect(JSON.stringify(seen(log, 'pak'))).not.toMatch(/link/i);
    expect(seen(log, 'pak')).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ unit: 'embassy', reason: 'not-reached' }) }),
    );
  });

  it('cannot tell whether a unit of the other side is played or simulated', () => {
    const byHand = [at(2 * MINUTE, as(operatorOf('CHN'), acknowledge('INC-0001.N2'))), until(10 * MINUTE)];
    const simulated = played([alert(), until(10 * MINUTE)]);
    const person = played([alert(), ...byHand], exercise([police, chn('embassy', embassy.behaviour, PLAYED)]));
    for (const stream of ['joint', 'pak'] as const) {
      expect(anonymous(seen(person, stream))).toEqual(anonymous(seen(simulated, stream)));
    }
    expect(seen(person, 'chn')).toContainEqual(
      expect.objectContaining({ type: 'NotificationAcknowledged', actor: operatorOf('CHN') }),
    );
  });

  it('sees the same when a trainer sends a unit off duty as when the script does', () => {
    const [, event] = seen(played([setDuty('police', 'off')]), 'chn');
    expect(event).toMatchObject({ type: 'UnitDutyChanged', cause: { timer: 'script' }, actor: { kind: 'engine' } });
  });
});

describe('what players see of an event', () => {
  const log = played([alert(), setSpeed(2), pause(), resume(), until(40 * MINUTE)]);

  it('holds neither the seed, nor what counts steps of the clock and changes of the policy', () => {
    for (const stream of PLAYERS) {
      const text = JSON.stringify(seen(log, stream).slice(1));
      expect(text).not.toMatch(/"generation"|"policyVersion"/);
      // The policy that it began with is known to all.
      expect(seen(log, stream)[0]?.data).toEqual({ scenario: 'sample', speed: 1, policyVersion: 1 });
      expect(seen(log, stream)).toHaveLength(log.filter(({ seqs }) => seqs[stream] !== undefined).length);
    }
    expect(JSON.stringify(seen(log, 'all'))).toMatch(/"seed".*"policyVersion".*"generation"/);
  });

  it('has a cause that names what somebody did or sent, and no timer', () => {
    for (const stream of PLAYERS) {
      const causes = seen(log, stream).map(({ type, cause }) => [type, 'command' in cause ? 'command' : cause.timer]);
      expect(new Set(causes.map(([, cause]) => cause))).toEqual(new Set(['command', 'clock', 'rules']));
      expect(causes).toContainEqual(['AlertAccepted', 'command']);
      expect(causes).toContainEqual(['StepStarted', 'rules']);
    }
    expect(seen(log, 'all').every((event, i) => event.cause === log[i]?.cause)).toBe(true);
  });
});

describe('what players see in lists', () => {
  const unit = {
    id: 'embassy',
    side: 'CHN',
    mode: 'played',
    link: { status: 'degraded', latencyMs: 1, loss: 0 },
    engaged: { JOINT: 1, CHN: 2 },
  } as const;

  it.each<[Stream, object]>([
    ['all', { mode: 'played', link: unit.link, engaged: 3 }],
    ['chn', { link: { status: 'degraded' }, engaged: 3 }],
    ['pak', { engaged: 1 }],
    ['joint', { engaged: 1 }],
  ])('of a unit, by the stream %s', (stream, shown) => {
    expect(unitIn(stream, unit)).toEqual({ id: 'embassy', side: 'CHN', ...shown });
  });

  it('of an incident: not the version of its policy', () => {
    const incident = { id: 'INC-0001', policyVersion: 2 };
    expect(STREAMS.map((stream) => 'policyVersion' in incidentIn(stream, incident))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
