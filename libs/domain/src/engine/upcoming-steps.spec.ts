import { STARTEX } from '../kernel/exercise-time.js';
import { incidentId } from '../kernel/ids.js';
import { serialise } from './open.js';
import { acknowledge, decline, escalate, resolve, setDuty, setSideLink, until, type Deed } from '../testing/deeds.js';
import { alerted } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, step } from '../testing/small-exercise.js';
import { upcomingSteps } from './upcoming-steps.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, { ...PLAYED, authority: ['respond'] });
const embassy = chn('embassy', undefined, PLAYED);
const consulate = chn('consulate', undefined, PLAYED);
const UNITS = [police, rescue, embassy, consulate];
const CHAIN = chain([
  step('each-side', [ask(police), ask(embassy)]),
  step('each-side', [ask(rescue), ask(consulate)], { delayMs: MINUTE }),
  step('any', [ask(rescue)]),
]);
const INCIDENT = incidentId('INC-0001');

/** The steps, each with its start in minutes, the units that it asks, and how it ends. */
const upcoming = (...deeds: Deed[]) => {
  const { play } = alerted(UNITS, CHAIN).when(...deeds);
  const before = serialise(play.state);
  const plans = upcomingSteps(play.state, INCIDENT, play.clock);
  expect(serialise(play.state)).toBe(before);
  return plans.map(({ steps, exhaustedAt }) => ({
    steps: steps.map(({ step: index, startsAt, addressees, ends }) => [
      index,
      startsAt / MINUTE,
      addressees.map(({ unit }) => unit).join('+'),
      ends,
    ]),
    exhausted: exhaustedAt / MINUTE,
  }));
};

describe('the steps that come if nobody acts', () => {
  it('are those after the current one, each at its time, and the end', () => {
    expect(upcoming(until(2 * MINUTE))).toEqual([
      {
        steps: [
          [1, 6, 'rescue+consulate', 'timeout'],
          [2, 11, 'rescue', 'timeout'],
        ],
        exhausted: 16,
      },
    ]);
  });

  it('ask only the side that is missing', () => {
    expect(upcoming(acknowledge('INC-0001.N1'))).toMatchObject([
      {
        steps: [
          [1, 6, 'consulate', 'timeout'],
          [2, 11, 'rescue', 'timeout'],
        ],
      },
    ]);
  });

  it('hold a step that waits for its delay', () => {
    const [plan] = upcoming(decline('INC-0001.N2'));
    expect(plan?.steps[0]).toEqual([1, 1, 'rescue+consulate', 'timeout']);
  });

  it('leave out who is off duty', () => {
    expect(upcoming(setDuty('consulate', 'off'))).toMatchObject([
      {
        steps: [
          [1, 6, 'rescue', 'timeout'],
          [2, 11, 'rescue', 'timeout'],
        ],
      },
    ]);
  });

  it('go on at once where nobody can be reached', () => {
    const down = { status: 'down' } as const;
    const deeds = [decline('INC-0001.N1'), decline('INC-0001.N2'), setSideLink('PAK', down), setSideLink('CHN', down)];
    expect(upcoming(...deeds)).toMatchObject([
      {
        steps: [
          [1, 1, 'rescue+consulate', 'impossible'],
          [2, 1, 'rescue', 'impossible'],
        ],
        exhausted: 1,
      },
    ]);
  });

  it('are none once the chain has what it requires, is at its end, or the incident is resolved', () => {
    expect(upcoming(acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2'))).toEqual([]);
    expect(upcoming(until(60 * MINUTE))).toEqual([]);
    expect(upcoming(resolve('INC-0001'))).toEqual([]);
    expect(upcomingSteps(alerted(UNITS, CHAIN).play.state, incidentId('INC-0009'))).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['an acknowledgement', [acknowledge('INC-0001.N2')]],
    ['an escalation by hand', [until(MINUTE), escalate('INC-0001')]],
    ['a link that is down', [setSideLink('CHN', { status: 'down' })]],
  ] as [string, Deed[]][])('come as foretold after %s', (_name, deeds) => {
    const { play } = alerted(UNITS, CHAIN).when(...deeds);
    const [plan] = upcomingSteps(play.state, INCIDENT, play.clock);
    const known = play.log.length;
    play.do(until(90 * MINUTE));
    const after = play.log.slice(known);
    const started = after.flatMap((event) => (event.type === 'StepStarted' ? [event] : []));
    expect(plan?.steps.map(({ startsAt, deadline }) => [startsAt, deadline])).toEqual(
      started.map(({ at, data }) => [at, data.deadline]),
    );
    expect(plan?.exhaustedAt).toBe(after.find(({ type }) => type === 'EscalationExhausted')?.at);
  });

  it('say nothing of a chain that the state does not know', () => {
    const { play } = alerted(UNITS, CHAIN);
    const policies = Object.fromEntries(
      Object.entries(play.state.policies).map(([version, policy]) => [version, { ...policy, chains: {} }]),
    );
    expect(upcomingSteps({ ...play.state, policies }, INCIDENT, STARTEX)).toEqual([]);
  });
});
