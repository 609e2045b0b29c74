/** Two keys for a policy that binds both sides, and a side's own policy, which is private to it. */
import type { Plain } from '../kernel/brand.js';
import type { LoggedEvent } from '../kernel/event.js';
import { SIDES, type Side, type Stream } from '../kernel/side.js';
import { evolveViewerState, openViewerState, serialiseViewerState, type ShownEvent } from '../engine/viewer-state.js';
import { scenarioIn } from '../exercise/shown-scenario.js';
import { eventFor } from '../release/shown.js';
import {
  alert,
  approvePolicy,
  at,
  changeOwnPolicy,
  changePolicy,
  dropOwnPolicy,
  close,
  personOf,
  proposePolicy,
  rejectPolicy,
  resolve,
  until,
  withdrawPolicy,
  type Deed,
} from '../testing/deeds.js';
import { given, mustBeSound } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';
import type { Chain, Policy } from './policy.js';

const police = pak('police');
const guard = pak('guard');
const consulate = chn('consulate');
const embassy = chn('embassy');
const scenario = smallExercise({
  units: [police, guard, consulate, embassy],
  chain: chain([step('any', [ask(police), ask(consulate)])]),
});
const version = (number: number, standard: Chain, more: Partial<Plain<Policy>> = {}): Plain<Policy> => ({
  ...scenario.policy,
  version: number,
  chains: { standard },
  ...more,
});
const guardFirst = version(2, chain([step('any', [ask(guard)])]));
const embassyFirst = version(2, chain([step('any', [ask(embassy)])]));
const askedOf = (events: readonly LoggedEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === 'StepStarted'
      ? [`${event.data.incident} ${event.data.addressees.map(({ unit }) => unit).join(' ')}`]
      : [],
  );
const codes = (events: readonly LoggedEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'CommandRefused' ? [`${event.data.command} ${event.data.code}`] : []));

describe('a policy that one side proposes', () => {
  it('is in force for joint incidents to come once the other side has approved it', () => {
    const played = given(scenario, alert()).when(
      proposePolicy(guardFirst),
      alert({ id: 'A2', site: 'port' }),
      approvePolicy(),
      alert({ id: 'A3', category: 'Fire' }),
      alert({ id: 'A4', class: 'PAK' }),
    );
    expect(askedOf(played.events)).toEqual(['INC-0002 police consulate', 'INC-0003 guard', 'PAK-0001 police']);
    expect(askedOf(played.play.log)[0]).toBe('INC-0001 police consulate');
    mustBeSound(played.play);
  });

  it('leaves a policy in the state for as long as it is in force, or an incident goes by it', () => {
    const keys = ({ play }: Pick<ReturnType<typeof given>, 'play'>) => Object.keys(play.state.policies);
    const agreed = given(scenario).when(proposePolicy(guardFirst), approvePolicy(), alert());
    expect(keys(agreed)).toEqual(['1', 'JOINT.2']);
    const overridden = agreed.when(changePolicy({ ...embassyFirst, version: 5 }));
    expect(keys(overridden)).toEqual(['5', 'JOINT.2']);
    expect(keys(overridden.when(resolve('INC-0001'), close('INC-0001')))).toEqual(['5']);
  });

  it('is answered by the other side only, and withdrawn by its own', () => {
    const { events } = given(scenario).when(
      proposePolicy(guardFirst),
      approvePolicy('POL-0001', 'PAK'),
      rejectPolicy('POL-0001', 'PAK'),
      withdrawPolicy('POL-0001', 'CHN'),
      proposePolicy(guardFirst),
      approvePolicy('POL-0002'),
      withdrawPolicy(),
      approvePolicy(),
      proposePolicy(guardFirst),
      rejectPolicy('POL-0002'),
      rejectPolicy('POL-0002'),
    );
    expect(events.map(({ type, data }) => ('code' in data ? data.code : type))).toEqual([
      'PolicyProposed',
      'PROPOSER_CANNOT_APPROVE',
      'PROPOSER_CANNOT_APPROVE',
      'NOT_YOUR_SIDE',
      'PROPOSAL_WAITING',
      'UNKNOWN_PROPOSAL',
      'PolicyWithdrawn',
      'PROPOSAL_ENDED',
      'PolicyProposed',
      'PolicyRejected',
      'PROPOSAL_ENDED',
    ]);
  });

  it('cannot be approved once another one of that version was', () => {
    const { events } = given(scenario).when(
      proposePolicy(guardFirst, 'PAK'),
      proposePolicy(embassyFirst, 'CHN'),
      approvePolicy('POL-0001', 'CHN'),
      approvePolicy('POL-0002', 'PAK'),
    );
    expect(codes(events)).toEqual(['ApprovePolicy POLICY_NOT_NEWER']);
  });

  it('is deadlocked when the other side has not answered for as long as the policy in force says', () => {
    const policy = { ...scenario.policy, jointDecision: { deadlockAfterMs: 10 * MINUTE } };
    given({ ...scenario, policy }, proposePolicy(guardFirst))
      .when(until(20 * MINUTE), at(21 * MINUTE, approvePolicy()))
      .thenOf(
        ['PolicyDeadlocked', 'PolicyApproved'],
        'T+10:00 PolicyDeadlocked POL-0001 waiting for CHN',
        'T+21:00 PolicyApproved POL-0001 CHN',
      );
    given({ ...scenario, policy }, proposePolicy(guardFirst), rejectPolicy())
      .when(until(20 * MINUTE))
      .thenOf(['PolicyDeadlocked']);
  });

  it('holds the sovereignty rule', () => {
    const respond = version(2, chain([step('any', [ask(consulate, 'respond')])]));
    expect(codes(given(scenario).when(proposePolicy(respond), changeOwnPolicy(respond, 'CHN')).events)).toEqual([
      'ProposePolicy SOVEREIGNTY_RULE',
      'ChangeOwnPolicy SOVEREIGNTY_RULE',
    ]);
  });

  it('says nothing of what concerns incidents of its own side alone', () => {
    const secret = {
      ...guardFirst,
      route: {
        ...scenario.policy.route,
        routes: [{ id: 'ours', match: { field: 'alert.class', equals: 'PAK' }, chain: 'quiet' }],
      },
      chains: { ...guardFirst.chains, quiet: chain([step('any', [{ group: 'hidden', action: 'inform' }])]) },
      groups: { hidden: ['police'] },
    } as Plain<Policy>;
    const { events } = given(scenario).when(proposePolicy(secret));
    expect(codes(events)).toEqual([]);
    expect(JSON.stringify(events)).not.toMatch(/ours|quiet|hidden/);
  });

  it('gives way to a change by controllers, of which players learn nothing', () => {
    const agreed = given(scenario, proposePolicy(guardFirst), approvePolicy());
    const { events, state } = agreed.when(
      changePolicy({ ...embassyFirst, version: 8 }, ' '),
      changePolicy({ ...embassyFirst, version: 9 }),
      alert(),
    );
    expect(codes(events)).toEqual(['ChangePolicy REASON_REQUIRED']);
    expect(askedOf(events)).toEqual(['INC-0001 embassy']);
    expect(state.incidents).toMatchObject({ 'INC-0001': { policyVersion: 9 } });
    // The next version that the sides agree on follows theirs, not one that they do not know of.
    const next = agreed.when(proposePolicy({ ...guardFirst, version: 3 }), approvePolicy('POL-0002'));
    expect(codes(next.events)).toEqual([]);
    expect(askedOf(next.when(alert({ id: 'A2', site: 'port' })).events)).toEqual(['INC-0002 guard']);
  });
});

describe("a side's own policy", () => {
  it('counts for incidents to come of its class, whatever both sides or controllers change', () => {
    const { events, state } = given(scenario).when(
      changeOwnPolicy(guardFirst, 'PAK'),
      alert({ id: 'A1', class: 'PAK' }),
      proposePolicy(embassyFirst, 'CHN'),
      approvePolicy('POL-0001', 'PAK'),
      changePolicy({ ...embassyFirst, version: 7 }),
      alert({ id: 'A2', class: 'PAK', site: 'port' }),
      alert({ id: 'A3', class: 'CHN' }),
      changeOwnPolicy(version(2, chain([step('any', [ask(consulate)])])), 'CHN'),
      alert({ id: 'A4', class: 'CHN', site: 'port' }),
    );
    expect(codes(events)).toEqual([]);
    expect(askedOf(events)).toEqual(['PAK-0001 guard', 'PAK-0002 guard', 'CHN-0001 embassy', 'CHN-0002 consulate']);
    expect(state.incidents).toMatchObject({
      'PAK-0001': { policyVersion: 2, policyClass: 'PAK' },
      'CHN-0001': { policyVersion: 7 },
      'CHN-0002': { policyVersion: 2, policyClass: 'CHN' },
    });
  });

  it('needs a higher version than the one before of this side', () => {
    const { events } = given(scenario).when(
      changeOwnPolicy({ ...guardFirst, version: 1 }),
      changeOwnPolicy(guardFirst),
      changeOwnPolicy(guardFirst),
      changeOwnPolicy(guardFirst, 'CHN'),
    );
    expect(codes(events)).toEqual(['ChangeOwnPolicy POLICY_NOT_NEWER', 'ChangeOwnPolicy POLICY_NOT_NEWER']);
  });

  it('is dropped: incidents to come go by the common one again, as it is by then, and open ones keep theirs', () => {
    const { events, state } = given(scenario).when(
      dropOwnPolicy('PAK'),
      changeOwnPolicy(guardFirst, 'PAK'),
      alert({ id: 'A1', class: 'PAK' }),
      changePolicy({ ...embassyFirst, version: 7 }),
      dropOwnPolicy('CHN'),
      dropOwnPolicy('PAK'),
      dropOwnPolicy('PAK'),
      alert({ id: 'A2', class: 'PAK', site: 'port' }),
    );
    expect(codes(events)).toEqual(Array(3).fill('DropOwnPolicy NO_OWN_POLICY'));
    expect(events.find(({ type }) => type === 'OwnPolicyDropped')).toMatchObject({
      audience: 'PAK',
      data: { side: 'PAK', version: 2, reason: 'the night shift is over' },
    });
    expect(state.incidents).toMatchObject({
      'PAK-0001': { policyVersion: 2, policyClass: 'PAK' },
      'PAK-0002': { policyVersion: 7 },
    });
    expect(state.incidents['PAK-0002' as never]).not.toHaveProperty('policyClass');
    expect(Object.keys(state.policies)).toEqual(['7', 'PAK.2']);
  });

  it('can be given again after it was dropped, with a version that was not used before', () => {
    const dropped = given(scenario).when(
      changeOwnPolicy({ ...guardFirst, version: 3 }),
      alert({ id: 'A1', class: 'PAK' }),
      dropOwnPolicy(),
    );
    const { events, state } = dropped.when(
      changeOwnPolicy({ ...guardFirst, version: 3 }),
      changeOwnPolicy({ ...guardFirst, version: 4 }),
      alert({ id: 'A2', class: 'PAK', site: 'port' }),
    );
    expect(codes(events)).toEqual(['ChangeOwnPolicy POLICY_NOT_NEWER']);
    expect(state.incidents).toMatchObject({ 'PAK-0002': { policyVersion: 4, policyClass: 'PAK' } });
    expect(state).not.toHaveProperty('ownPolicyDropped');
    mustBeSound(dropped.play);
  });

  it.each(SIDES)('is kept from the other side of %s: stream, state and refusals are the same without it', (owner) => {
    const other: Side = owner === 'PAK' ? 'CHN' : 'PAK';
    const own = (number: number) =>
      changeOwnPolicy({ ...(owner === 'PAK' ? guardFirst : embassyFirst), version: number }, owner);
    const rest: Deed[] = [
      alert({ id: 'A1' }),
      changeOwnPolicy({ ...(other === 'PAK' ? guardFirst : embassyFirst), version: 1 }, other),
      proposePolicy({ ...guardFirst, version: 1 }, other),
      proposePolicy(guardFirst, other),
      approvePolicy('POL-0001', owner),
      alert({ id: 'A2', site: 'port' }),
      alert({ id: 'A3', class: other }),
      until(10 * MINUTE),
    ];
    const without = given(scenario).when(...rest);
    const withOwn = given(scenario).when(
      own(2),
      rest[0] as Deed,
      own(3),
      ...rest.slice(1, 5),
      own(4),
      ...rest.slice(5, 6),
      dropOwnPolicy(owner),
      ...rest.slice(6),
      dropOwnPolicy(owner),
    );
    expect(withOwn.state.classPolicies).toMatchObject({ [owner]: 4 });
    expect(withOwn.state.ownPolicyDropped).toEqual({ [owner]: true });
    expect(asSeen(other, withOwn.play.log)).toEqual(asSeen(other, without.play.log));
  });
});

/** The events that a commander of this side reads, and the state that they make. Ids of commands are random outside of specs. */
function asSeen(side: Side, log: readonly LoggedEvent[]): object {
  const stream: Stream = side === 'PAK' ? 'pak' : 'chn';
  const reader = personOf(side, 'commander');
  if (reader.kind !== 'account') throw new Error('not an account');
  const state = openViewerState(stream, scenarioIn(stream, scenario));
  const events = log
    .filter(({ seqs }) => seqs[stream] !== undefined)
    .map((event): ShownEvent => {
      const { type, at: time, data, cause, actor, audience } = eventFor({ stream, reader }, event);
      const shown = 'command' in cause ? { command: 'c' } : cause;
      return { seq: event.seqs[stream] ?? 0, type, at: time, data, cause: shown, actor, audience };
    });
  for (const event of events) evolveViewerState(state, stream, event);
  return { events, state: serialiseViewerState(state) };
}
