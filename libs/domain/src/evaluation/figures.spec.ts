import { type ExerciseTime, exerciseTime } from '../kernel/exercise-time.js';
import { fold } from '../engine/engine.js';
import type { LoggedEvent } from '../kernel/event.js';
import { open } from '../engine/open.js';
import type { IncidentFigures } from '../incident/incident.js';
import { always } from '../testing/arbitraries.js';
import {
  alert,
  at,
  decline,
  end,
  escalate,
  override,
  report,
  resolve,
  send,
  setSideLink,
  setUnitLink,
  until,
  type Deed,
} from '../testing/deeds.js';
import { alerted, given, type Play } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  declines,
  MINUTE,
  moves,
  pak,
  PLAYED,
  SILENT,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import { shareOf, type IncidentCourse } from './figures.js';
import { spreadOf } from './spread.js';
import { figuresOf, Tally } from './tally.js';

/** Police answer after one minute and drive out; the embassy is silent, the consulate answers after two. */
const police = pak('police', moves(answers(MINUTE), MINUTE, 2 * MINUTE, 10 * MINUTE));
const embassy = chn('embassy', SILENT);
const consulate = chn('consulate', answers(2 * MINUTE));
const twoSteps = chain([step('each-side', [ask(police), ask(embassy)]), step('any', [ask(consulate)])]);

/** Minutes since the opening, for what was reached. */
function minutes(course: IncidentCourse | undefined) {
  if (!course) throw new Error('no such incident');
  const since = (moment?: { at: number }) => moment && (moment.at - course.opened.at) / MINUTE;
  const { firstNotification, acknowledgedBy, jointAcknowledgement, responding, onScene, resolved } = course;
  return {
    notified: since(firstNotification),
    pak: since(acknowledgedBy.PAK),
    chn: since(acknowledgedBy.CHN),
    joint: since(jointAcknowledgement),
    responding: since(responding),
    onScene: since(onScene),
    resolved: since(resolved),
  };
}

/** The figures that the engine keeps of each incident, as they last were. */
function keptByTheEngine({ scenario, log }: Play): Map<string, IncidentFigures> {
  const state = open(scenario, scenario.seed);
  const kept = new Map<string, IncidentFigures>();
  for (const event of log) {
    fold(state, [event]);
    for (const incident of Object.values(state.incidents)) kept.set(incident.id, structuredClone(incident.figures));
  }
  return kept;
}

describe('the course of an incident', () => {
  const { play } = alerted([police, embassy, consulate], twoSteps).when(until(8 * MINUTE));

  it('tells in exercise time since its opening when what was reached', () => {
    expect(minutes(figuresOf(play.log).incidents[0])).toEqual({
      notified: 0,
      pak: 1,
      chn: 7,
      joint: 7,
      responding: 2,
      onScene: 4,
      resolved: undefined,
    });
  });

  it('names the event of each moment, by which it can be looked up', () => {
    const { firstNotification, jointAcknowledgement, onScene, opened } = figuresOf(play.log).incidents[0]!;
    const types = [opened, firstNotification, jointAcknowledgement, onScene].map((one) => play.log[one!.seq - 1]?.type);
    expect(types).toEqual(['IncidentOpened', 'NotificationSent', 'JointAcknowledgementChanged', 'UnitProgressed']);
  });

  it('tells why it escalated, and whom it had asked in vain', () => {
    expect(figuresOf(play.log).incidents[0]?.escalations).toMatchObject([
      {
        reason: 'timeout',
        at: 5 * MINUTE,
        stepId: 'consulate',
        unanswered: [{ unit: 'embassy', status: 'delivered' }],
      },
    ]);
  });

  it('measures the lag from the first side to the second, and says which was later', () => {
    expect(figuresOf(play.log).incidents[0]?.lag).toMatchObject({ ms: 6 * MINUTE, later: 'CHN' });
  });

  it('is not resolved any more once it is open again, and keeps what it had reached', () => {
    const again = given(smallExercise({ units: [police, embassy, consulate], chain: twoSteps }), alert()).when(
      at(3 * MINUTE, resolve('INC-0001')),
      at(5 * MINUTE, alert({ id: 'A2' })),
    );
    const [course] = figuresOf(again.play.log).incidents;
    expect(course).toMatchObject({ status: 'open', firstNotification: { at: 0 } });
    expect(course?.resolved).toBeUndefined();
  });

  it('does not take an override for the side’s own acknowledgement', () => {
    const overridden = alerted([police, embassy], chain([step('each-side', [ask(police), ask(embassy)])])).when(
      at(2 * MINUTE, override('INC-0001', 'CHN')),
    );
    const [course] = figuresOf(overridden.play.log).incidents;
    expect(minutes(course)).toMatchObject({ pak: 1, chn: undefined, joint: 2 });
    expect(course).toMatchObject({ overridden: [{ side: 'CHN', reason: 'said so by telephone' }] });
    expect(course?.lag).toBeUndefined();
  });
});

it('escalations name what was skipped, what was impossible and what was done by hand', () => {
  const away = chn('away', SILENT, { duty: 'off' });
  const busy = pak('busy', declines(MINUTE));
  const steps = [
    step('any', [ask(busy)]),
    step('any', [ask(away)]),
    step('any', [ask(embassy)]),
    step('any', [ask(consulate)]),
  ];
  const { play } = alerted([busy, away, embassy, consulate], chain(steps)).when(at(3 * MINUTE, escalate('INC-0001')));
  const told = figuresOf(play.log).incidents[0]?.escalations.map(({ stepId, reason, unanswered, skipped }) => ({
    stepId,
    reason,
    unanswered: unanswered.map(({ unit, status }) => `${unit} ${status}`),
    skipped: skipped.map(({ target, reason: why }) => `${target} ${why}`),
  }));
  expect(told).toEqual([
    { stepId: 'embassy', reason: 'skipped', unanswered: ['busy declined'], skipped: ['away off-duty'] },
    { stepId: 'consulate', reason: 'manual', unanswered: ['embassy delivered'], skipped: [] },
  ]);
  expect(figuresOf(play.log).overall).toMatchObject({
    escalations: 2,
    escalationsBy: { skipped: 1, manual: 1, timeout: 0 },
  });
});

it('an acknowledgement that lapsed is why its chain went on', () => {
  const idle = pak('idle', answers(MINUTE));
  const lapsing = chain([step('any', [ask(idle)]), step('any', [ask(consulate)])], { ackExpiresMs: MINUTE });
  const { play } = alerted([idle, consulate], lapsing).when(until(4 * MINUTE));
  expect(figuresOf(play.log).incidents[0]?.escalations).toMatchObject([
    { reason: 'lapsed', unanswered: [{ unit: 'idle', status: 'acknowledged' }] },
  ]);
});

it('counts how each unit’s and each side’s notifications ended', () => {
  const asked = [ask(police), ask(embassy), ask(consulate), ask('liaison', 'inform')];
  const units = [police, embassy, consulate, chn('liaison', SILENT, PLAYED)];
  const short = chain([step('all', asked)], { expireAfterMs: 10 * MINUTE });
  const { play } = given(
    smallExercise({ units, chain: short }),
    setSideLink('PAK', { status: 'down' }),
    alert(),
    at(MINUTE, decline('INC-0001.N4')),
  ).when(until(12 * MINUTE), end());
  const { units: figures, sides, overall } = figuresOf(play.log);
  expect(figures.map(({ unit, notifications }) => [unit, notifications.asked, notifications])).toEqual([
    ['police', 1, expect.objectContaining({ undeliverable: 1 })],
    ['embassy', 1, expect.objectContaining({ expired: 1 })],
    ['consulate', 1, expect.objectContaining({ acknowledged: 1 })],
    ['liaison', 1, expect.objectContaining({ declined: 1 })],
  ]);
  expect(sides.CHN.notifications).toMatchObject({ asked: 3, acknowledged: 1, declined: 1, expired: 1, open: 0 });
  expect(shareOf(overall.notifications, 'undeliverable')).toBe(0.25);
  expect(shareOf({ ...overall.notifications, asked: 0 }, 'acknowledged')).toBeUndefined();
});

it('does not hold against a side what is none of its business, nor against anybody what was cancelled', () => {
  const own = chain([step('any', [ask(police)])]);
  const { play } = given(smallExercise({ units: [police, embassy], chain: own }), alert({ class: 'PAK' })).when(
    until(2 * MINUTE),
    at(3 * MINUTE, alert({ id: 'B1', site: 'port' })),
    at(3 * MINUTE + 1, alert({ id: 'B2', msgType: 'Cancel', references: ['B1'] })),
  );
  const { overall, sides } = figuresOf(play.log);
  expect(sides.PAK.toFirstAcknowledgement).toMatchObject({ count: 1, of: 1, p50: MINUTE });
  expect(sides.CHN.toFirstAcknowledgement).toEqual({ count: 0, of: 0 });
  expect(overall.toJointAcknowledgement).toEqual({ count: 0, of: 0 });
});

it('a unit’s times count from when it was asked, and from its acknowledgement', () => {
  const rescue = pak('rescue', answers(2 * MINUTE));
  const steps = [step('all', [ask(embassy)]), step('any', [ask(rescue)])];
  const { play } = alerted([embassy, rescue], chain(steps)).when(
    until(8 * MINUTE),
    report('INC-0001', 'rescue', 'onScene'),
  );
  const [, second] = figuresOf(play.log).units;
  expect(second).toMatchObject({
    unit: 'rescue',
    toAcknowledge: { count: 1, of: 1, p50: 2 * MINUTE },
    toOnScene: { count: 1, of: 1, p50: MINUTE },
  });
});

describe('a unit that could not answer is not called silent', () => {
  const silent = pak('silent', SILENT);
  const far = chn('far', SILENT);
  const asked = chain([step('all', [ask(silent), ask(far, 'inform')]), step('any', [ask(consulate)])]);
  const lossy = { status: 'degraded', latencyMs: 0, loss: 1 } as const;
  const of = (play: Play, until?: ExerciseTime) => {
    const tally = new Tally();
    for (const event of play.log) tally.add(event);
    return tally
      .figures(until)
      .units.map(({ unit, toAcknowledge }) => `${unit} ${toAcknowledge.count}/${toAcknowledge.of}`);
  };
  const exercise = smallExercise({ units: [silent, far, consulate], chain: asked });

  it('when its notification was never delivered, or undeliverable', () => {
    const lost = given(exercise, setUnitLink('far', lossy), alert()).when(until(31 * MINUTE));
    expect(of(lost.play)).toEqual(['silent 0/1', 'far 0/0', 'consulate 1/1']);
    const { units, sides } = figuresOf(lost.play.log);
    expect(units.map(({ notifications }) => notifications.unreached)).toEqual([0, 1, 0]);
    expect(sides.CHN.toAcknowledge).toMatchObject({ count: 1, of: 1 });
    const down = given(exercise, setUnitLink('far', { status: 'down' }), alert()).when(until(31 * MINUTE));
    expect(of(down.play)).toEqual(['silent 0/1', 'far 0/0', 'consulate 1/1']);
  });

  it('when it was asked at the very moment at which the log, the exercise or the incident ended', () => {
    const { play } = given(exercise, alert()).when();
    expect(of(play)).toEqual(['silent 0/0', 'far 0/0']);
    expect(of(play, exerciseTime(MINUTE))).toEqual(['silent 0/1', 'far 0/1']);
    expect(of(given(exercise, alert()).when(end()).play)).toEqual(['silent 0/0', 'far 0/0']);
    const resolved = given(exercise, alert()).when(resolve('INC-0001'), until(MINUTE));
    expect(of(resolved.play)).toEqual(['silent 0/0', 'far 0/0']);
    const later = given(exercise, alert()).when(at(MINUTE, resolve('INC-0001')));
    expect(of(later.play)).toEqual(['silent 0/1', 'far 0/1']);
  });

  it('when a step went on without it', () => {
    const reasons = (play: Play) =>
      figuresOf(play.log).incidents[0]?.escalations.map(({ unanswered }) =>
        unanswered.map(({ unit, reason }) => `${unit} ${reason}`),
      );
    const lost = given(exercise, setUnitLink('far', lossy), alert()).when(until(5 * MINUTE));
    expect(reasons(lost.play)).toEqual([['silent silent', 'far not-reached']]);
    const down = given(exercise, setUnitLink('far', { status: 'down' }), alert());
    expect(reasons(down.play)).toEqual([['silent just-asked', 'far not-reached']]);
    const byHand = given(exercise, alert()).when(escalate('INC-0001'));
    expect(reasons(byHand.play)).toEqual([['silent just-asked', 'far just-asked']]);
  });
});

it('an incident that was opened at the very moment at which the log or it ended has not failed to get anywhere', () => {
  const { play } = alerted([police, embassy, consulate], twoSteps);
  const resolved = alerted([police, embassy, consulate], twoSteps).when(resolve('INC-0001'), until(MINUTE));
  expect(figuresOf(resolved.play.log).sides.CHN.toFirstAcknowledgement).toEqual({ count: 0, of: 0 });
  expect(figuresOf(resolved.play.log).overall.toResolved).toMatchObject({ count: 1, of: 1 });
  expect(figuresOf(play.log).overall.toJointAcknowledgement).toEqual({ count: 0, of: 0 });
  expect(figuresOf(play.log).overall.lag).toEqual({ count: 0, of: 0 });
});

it('percentiles are times that were measured, by nearest rank', () => {
  const measures = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6].map((ms) => ({ ms, seq: 100 + ms }));
  expect(spreadOf(measures, 12)).toEqual({ count: 10, of: 12, p50: 5, p90: 9, worst: { ms: 10, seq: 110 } });
  // Of what else a measure bears nothing is told.
  const more = { ms: 7, seq: 1, later: 'PAK' };
  expect(spreadOf([more])).toEqual({ count: 1, of: 1, p50: 7, p90: 7, worst: { ms: 7, seq: 1 } });
  expect(spreadOf([], 3)).toEqual({ count: 0, of: 3 });
});

describe('in every exercise', () => {
  it('the figures from the log are those that the engine kept', () => {
    always((run) => {
      const { incidents } = figuresOf(run.log);
      const told = incidents.map((one): [string, IncidentFigures] => [
        one.id,
        {
          firstNotificationAt: one.firstNotification?.at,
          firstAcknowledgementAt: { PAK: one.acknowledgedBy.PAK?.at, CHN: one.acknowledgedBy.CHN?.at },
          jointAcknowledgementAt: one.jointAcknowledgement?.at,
          respondingAt: one.responding?.at,
          firstOnSceneAt: one.onScene?.at,
          resolvedAt: one.resolved?.at,
          escalations: one.escalations.length,
        },
      ]);
      expect(told).toEqual([...keptByTheEngine(run)]);
    });
  });

  it('every notification is counted once, with its unit, its side, its incident and in all', () => {
    always((run) => {
      run.do(end());
      const { incidents, sides, units, overall } = figuresOf(run.log);
      const asked = new Set(
        run.log.flatMap((event: LoggedEvent) =>
          event.type === 'StepStarted'
            ? event.data.addressees.map(({ notification }) => notification)
            : event.type === 'UnitAsked'
              ? [event.data.notification]
              : [],
        ),
      );
      const sum = (ends: readonly { notifications: { asked: number; open: number } }[]) =>
        ends.map(({ notifications }) => notifications.asked).reduce((a, b) => a + b, 0);
      expect([sum(incidents), sum(units), sum(Object.values(sides)), overall.notifications.asked]).toEqual(
        Array.from({ length: 4 }, () => asked.size),
      );
      expect(overall.notifications.open).toBe(0);
    });
  });

  it('a log told in portions, with the figures asked for in between, comes to the same', () => {
    always(({ log }) => {
      const tally = new Tally();
      for (const [index, event] of log.entries()) {
        tally.add(event);
        if (index % 7 === 0) tally.figures();
      }
      expect(tally.figures()).toEqual(figuresOf(log));
    });
  });
});

describe('messages', () => {
  const units = [police, consulate];
  const scenario = smallExercise({ units, chain: chain([step('any', [ask(police)])]) });
  const request = (minutes?: number) =>
    send({ kind: 'request', to: ['control'], ...(minutes !== undefined && { answerWithinMs: minutes * MINUTE }) });
  const answer = (message: string) => send({ kind: 'answer', to: [], inReplyTo: message });
  const messages = (...deeds: Deed[]) => figuresOf(given(scenario, ...deeds, until(30 * MINUTE)).play.log).messages;

  it('are counted by kind, and requests by what became of them', () => {
    const found = messages(
      send({ kind: 'situation' }),
      request(4),
      request(4),
      request(4),
      request(),
      at(2 * MINUTE, answer('MSG-0002')),
      at(6 * MINUTE, answer('MSG-0003')),
      // Only the first answer counts.
      at(7 * MINUTE, answer('MSG-0003')),
    );
    expect(found).toMatchObject({
      sent: { message: 0, intelligence: 0, situation: 1, request: 4, answer: 3 },
      answered: 2,
      late: 1,
      overdue: 1,
      open: 1,
      toAnswered: { count: 2, of: 4, p50: 2 * MINUTE, worst: { ms: 6 * MINUTE } },
    });
    expect(found.requests.map((one) => [one.message, one.answered?.late, one.overdue !== undefined])).toEqual([
      ['MSG-0002', false, false],
      ['MSG-0003', true, true],
      ['MSG-0004', undefined, true],
      ['MSG-0005', undefined, false],
    ]);
  });

  it('that were asked at the very end could not be answered', () => {
    expect(messages(at(30 * MINUTE, request())).toAnswered).toEqual({ count: 0, of: 0 });
  });
});

describe('from knowing to sharing', () => {
  const units = [police, consulate];
  const scenario = smallExercise({ units, chain: chain([step('any', [ask(police)])]) });
  const own = alert({ id: 'A1', class: 'PAK' });
  const told = (incident: string) =>
    send({ to: ['desk:CHN'], incident, label: { class: 'PAK', tearLine: { en: 'Look out.' } } });
  const shared = (...deeds: Deed[]) =>
    figuresOf(given(scenario, ...deeds, until(30 * MINUTE)).play.log).overall.toShared;

  it('counts from the opening of an incident of one side to the first tear line about it', () => {
    expect(shared(own, alert({ id: 'A2' }))).toEqual({ count: 0, of: 1 });
    expect(shared(own, at(3 * MINUTE, told('PAK-0001')), at(5 * MINUTE, told('PAK-0001')))).toMatchObject({
      count: 1,
      of: 1,
      p50: 3 * MINUTE,
    });
  });

  it('counts a tear line of its first alert at once', () => {
    const deed = alert({ class: 'PAK', label: { tearLine: { en: 'Look out.' } } });
    expect(shared(deed)).toMatchObject({ count: 1, of: 1, p50: 0 });
  });
});
