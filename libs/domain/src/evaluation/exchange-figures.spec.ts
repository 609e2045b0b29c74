/** What passes between the sides, in figures: policies by two keys, and requests for information and releases by side. */
import {
  alert,
  approvePolicy,
  as,
  at,
  changePolicy,
  decideRelease,
  operatorOf,
  personOf,
  proposePolicy,
  proposeRelease,
  rejectPolicy,
  requestRelease,
  send,
  until,
  withdrawPolicy,
  withdrawRelease,
  type Deed,
} from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, SILENT, smallExercise, step } from '../testing/small-exercise.js';
import { figuresOf } from './tally.js';

const police = pak('police', SILENT, PLAYED);
const consulate = chn('consulate', SILENT, PLAYED);
const units = [police, consulate];
const scenario = smallExercise({
  units,
  chain: chain([step('any', [ask(police)])]),
  policy: { jointDecision: { deadlockAfterMs: 10 * MINUTE }, release: { decideWithinMs: 10 * MINUTE } },
});
const version = (number: number) => ({ ...scenario.policy, version: number });
const figures = (...deeds: Deed[]) => figuresOf(given(scenario, ...deeds, until(30 * MINUTE)).play.log, scenario.units);

describe('policies that one side proposes and the other approves', () => {
  it('are counted by what became of them, with the lag between the two keys', () => {
    const { policies } = figures(
      proposePolicy(version(2), 'PAK'),
      at(4 * MINUTE, approvePolicy('POL-0001', 'CHN')),
      at(5 * MINUTE, proposePolicy(version(3), 'CHN')),
      at(6 * MINUTE, rejectPolicy('POL-0002', 'PAK')),
      at(7 * MINUTE, proposePolicy(version(3), 'PAK')),
      at(8 * MINUTE, withdrawPolicy('POL-0003', 'PAK')),
      at(9 * MINUTE, proposePolicy(version(3), 'CHN')),
    );
    const ends = { approved: 0, rejected: 0, withdrawn: 0, open: 0, deadlocks: 0 };
    expect(policies).toMatchObject({
      proposed: 4,
      approved: 1,
      rejected: 1,
      withdrawn: 1,
      open: 1,
      deadlocks: 1,
      sides: {
        PAK: { ...ends, proposed: 2, approved: 1, withdrawn: 1 },
        CHN: { ...ends, proposed: 2, rejected: 1, open: 1, deadlocks: 1 },
      },
      overridden: [],
      // One that was taken back could not be approved.
      toApproved: { count: 1, of: 3, p50: 4 * MINUTE },
    });
    expect(policies.proposals.map(({ proposal, side, ended }) => [proposal, side, ended?.as])).toEqual([
      ['POL-0001', 'PAK', 'approved'],
      ['POL-0002', 'CHN', 'rejected'],
      ['POL-0003', 'PAK', 'withdrawn'],
      ['POL-0004', 'CHN', undefined],
    ]);
  });

  it('are overridden by a controller only where both sides had agreed', () => {
    const change = (number: number) => changePolicy(version(number), 'stuck');
    expect(figures(change(2), proposePolicy(version(2)), change(3)).policies.overridden).toEqual([]);
    const { overridden } = figures(
      proposePolicy(version(2)),
      approvePolicy(),
      at(3 * MINUTE, change(5)),
      at(4 * MINUTE, change(6)),
    ).policies;
    expect(overridden).toMatchObject([{ at: 3 * MINUTE, reason: 'stuck' }]);
  });

  it('that were proposed at the very end could not be answered', () => {
    expect(figures(at(30 * MINUTE, proposePolicy(version(2)))).policies.toApproved).toEqual({ count: 0, of: 0 });
  });
});

describe('requests for information by side', () => {
  const request = (
    from: 'PAK' | 'CHN' | 'control',
    ...to: readonly ('unit:consulate' | 'unit:police' | 'desk:CHN')[]
  ) => {
    const deed = send({ kind: 'request', to, answerWithinMs: 5 * MINUTE });
    return from === 'control' ? deed : as(operatorOf(from), deed);
  };
  const answer = (message: string, unit?: 'police' | 'consulate') => {
    const deed = send({ kind: 'answer', to: [], inReplyTo: message, ...(unit && { as: unit }) });
    return unit === undefined ? as(operatorOf('CHN'), deed) : deed;
  };

  it('say who asked and who answered, in time, late or not at all', () => {
    const { sides } = figures(
      request('PAK', 'unit:consulate'),
      request('PAK', 'unit:consulate', 'unit:police'),
      request('CHN', 'unit:police'),
      request('control', 'unit:police'),
      at(2 * MINUTE, answer('MSG-0001', 'consulate')),
      at(3 * MINUTE, answer('MSG-0002', 'police')),
      at(8 * MINUTE, answer('MSG-0003', 'police')),
    ).messages;
    expect(sides.PAK.asked).toEqual({ requests: 2, answered: 2, late: 0, overdue: 0, open: 0 });
    expect(sides.CHN.asked).toEqual({ requests: 1, answered: 1, late: 1, overdue: 0, open: 0 });
    // One was asked of both, and answered by the police alone; what control asked, nobody answered.
    expect(sides.PAK.received).toEqual({ requests: 3, answered: 2, late: 1, overdue: 1, open: 0 });
    expect(sides.CHN.received).toMatchObject({ requests: 2, answered: 1, late: 0 });
    expect(sides.CHN.toAnswer).toMatchObject({ count: 1, of: 2, p50: 2 * MINUTE });
    expect(sides.PAK.toAnswer).toMatchObject({ count: 2, of: 3, p50: 3 * MINUTE, worst: { ms: 8 * MINUTE } });
  });

  it('say of each which sides were asked and which have answered', () => {
    const { requests } = figures(
      request('PAK', 'unit:consulate', 'desk:CHN'),
      at(2 * MINUTE, answer('MSG-0001')),
    ).messages;
    expect(requests).toMatchObject([
      { from: 'PAK', to: ['CHN'], answeredBy: { CHN: { at: 2 * MINUTE, late: false } } },
    ]);
    expect(requests[0]?.answeredBy.PAK).toBeUndefined();
  });
});

describe('releases by side', () => {
  const authority = (deed: Deed) => as(personOf('PAK', 'releasing-authority'), deed);
  const own = alert({ id: 'A1', class: 'PAK' });
  const propose = (answers?: string) => as(operatorOf('PAK'), proposeRelease('PAK-0001', answers ? { answers } : {}));

  it('are counted for the side that asks and at the desk that decides', () => {
    const { releases } = figures(
      own,
      requestRelease('CHN'),
      requestRelease('CHN'),
      requestRelease('PAK'),
      at(4 * MINUTE, propose('REL-PAK-0001')),
      at(6 * MINUTE, authority(decideRelease('REL-PAK-0001'))),
      at(12 * MINUTE, authority(decideRelease('REL-PAK-0002', 'decline'))),
    );
    expect(releases.sides).toMatchObject({
      PAK: { requested: 1, asked: 2, proposed: 0, approved: 1, declined: 1, inTime: 1, late: 1, overdue: 0, open: 0 },
      CHN: { requested: 2, asked: 1, proposed: 0, approved: 0, inTime: 0, late: 0, overdue: 1, open: 0 },
    });
    expect(releases.sides.PAK.toDecided).toMatchObject({
      count: 2,
      of: 2,
      p50: 6 * MINUTE,
      worst: { ms: 12 * MINUTE },
    });
    expect(releases.sides.CHN.toDecided).toEqual({ count: 0, of: 1 });
  });

  it('count a request that still waits after the proposal that answered it was taken back, and not a proposal', () => {
    const taken = (...deeds: Deed[]) => figures(own, ...deeds).releases.sides.PAK;
    const withdraw = at(2 * MINUTE, as(operatorOf('PAK'), withdrawRelease('REL-PAK-0001')));
    expect(taken(requestRelease('CHN'), propose('REL-PAK-0001'), withdraw)).toMatchObject({ overdue: 1, withdrawn: 0 });
    expect(taken(propose(), withdraw)).toMatchObject({ proposed: 1, overdue: 0, open: 0, withdrawn: 1 });
    expect(taken(propose(), withdraw).toDecided).toEqual({ count: 0, of: 0 });
  });

  it('count a request that was taken back by those who asked', () => {
    const { PAK, CHN } = figures(requestRelease('CHN'), withdrawRelease('REQ-CHN-0001')).releases.sides;
    expect([CHN.requested, PAK.asked, PAK.withdrawn, PAK.open]).toEqual([1, 1, 1, 0]);
  });
});
