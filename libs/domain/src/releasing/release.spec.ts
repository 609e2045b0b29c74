/** Release in two steps: who asks, proposes and decides, and what each side reads of it. */
import fc from 'fast-check';
import { evolveViewerState, openViewerState } from '../engine/viewer-state.js';
import { scenarioIn } from '../exercise/shown-scenario.js';
import { alertId, notificationId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';
import type { Side, Stream } from '../kernel/side.js';
import { streamsOf } from '../release/release.js';
import { eventIn } from '../release/shown.js';
import {
  acknowledge,
  alert,
  as,
  askUnit,
  at,
  cancel,
  decideRelease,
  note,
  operatorOf,
  personOf,
  proposeRelease,
  requestRelease,
  resolve,
  until,
  withdrawRelease,
  type Deed,
} from '../testing/deeds.js';
import { given, mustBeSound } from '../testing/given.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  moves,
  pak,
  PLAYED,
  smallExercise,
  step,
} from '../testing/small-exercise.js';
import { previewRelease } from './decide-release.js';

const police = pak('police', moves(answers(MINUTE), 4 * MINUTE, 10 * MINUTE, 60 * MINUTE), { capacity: 5 });
const rescue = pak('rescue', answers(2 * MINUTE), { capacity: 5 });
const guard = pak('guard', answers(MINUTE), { ...PLAYED, capacity: 5 });
const embassy = chn('embassy', answers(MINUTE), { capacity: 5 });
const consulate = chn('consulate', answers(MINUTE), PLAYED);

function exercise(decideWithinMs = 15 * MINUTE) {
  return smallExercise({
    units: [police, rescue, embassy],
    chain: chain([step('each-side', [ask(police), ask(rescue), ask(embassy)])]),
    policy: { release: { decideWithinMs } },
  });
}

const authority = (side: Side) => personOf(side, 'releasing-authority');
const kept = alert({ id: 'A1', class: 'PAK', label: { tlp: 'TLP:RED', tearLine: { en: 'A threat in the district' } } });
const open = alert({ id: 'A1', class: 'PAK' });
const propose = (more: Parameters<typeof proposeRelease>[1] = {}) =>
  as(operatorOf('PAK'), proposeRelease('PAK-0001', more));
const approve = (release = 'REL-PAK-0001') => as(authority('PAK'), decideRelease(release));

function readBy(stream: Stream, log: readonly LoggedEvent[]) {
  return log
    .filter(({ audience }) => streamsOf(audience).includes(stream))
    .map((event) => {
      const { type, at: time, data, cause, actor, audience } = eventIn(stream, event);
      return { seq: event.seqs[stream] ?? 0, type, at: time, data, cause, actor, audience };
    });
}

describe('a proposal about what a label keeps from some of its side', () => {
  const red = alert({ id: 'A1', class: 'PAK', label: { tlp: 'TLP:RED' } });
  const proposed = (answers?: string) => as(authority('PAK'), proposeRelease('PAK-0001', answers ? { answers } : {}));
  const withdraw = as(operatorOf('PAK'), withdrawRelease('REL-PAK-0001'));
  const codeOf = (deeds: Deed[]) => {
    const { play } = given(exercise(), ...deeds);
    const [refused] = play.do(withdraw);
    return (refused?.data as { code?: string } | undefined)?.code;
  };

  it('is not known to them, before and after the incident has ended', () => {
    expect(codeOf([red, proposed()])).toBe('UNKNOWN_RELEASE');
    expect(codeOf([red, proposed(), cancel('PAK-0001', 'over')])).toBe('UNKNOWN_RELEASE');
  });

  it('leaves them the request that it answers, as one to which nothing is proposed', () => {
    const asked = as(operatorOf('CHN'), requestRelease('CHN'));
    expect(codeOf([red, asked])).toBe('RELEASE_NOT_PROPOSED');
    expect(codeOf([red, asked, proposed('REL-PAK-0001')])).toBe('RELEASE_NOT_PROPOSED');
  });
});

describe('a request', () => {
  it('is read by each side in its own numbering, and shows nobody who of the other side has asked', () => {
    const { play } = given(exercise());
    play.do(as(operatorOf('PAK'), requestRelease('PAK')));
    play.do(as(operatorOf('CHN'), requestRelease('CHN')));
    const [chn, pak] = [readBy('chn', play.log), readBy('pak', play.log)].map((log) => JSON.stringify(log));
    expect(chn).toContain('REQ-CHN-0001');
    expect(chn).toContain('REL-CHN-0001');
    expect(chn).not.toMatch(/REQ-PAK|REL-PAK|operator-PAK/);
    expect(pak).not.toMatch(/REQ-CHN|REL-CHN|operator-CHN/);
    mustBeSound(play);
  });

  it('gets the same answer whether or not there is anything to know', () => {
    const asked = as(operatorOf('CHN'), requestRelease('CHN'));
    const types = (deeds: Deed[]) =>
      readBy('chn', given(exercise(), ...deeds).when(asked).events).map(({ type, data }) => [type, data]);
    expect(types([open])).toEqual(types([]));
  });

  it('names only a tear line that its side has got', () => {
    const { when } = given(exercise(), kept);
    const asked = (tearLine: string) => as(operatorOf('CHN'), requestRelease('CHN', 'more?', tearLine));
    when(asked('TL-CHN-0002')).thenAll('T+00:00 CommandRefused RequestRelease: UNKNOWN_TEAR_LINE');
    when(asked('TL-PAK-0001')).thenAll('T+00:00 CommandRefused RequestRelease: UNKNOWN_TEAR_LINE');
    when(asked('TL-CHN-0001')).thenAll(
      'T+00:00 ReleaseRequested REQ-CHN-0001',
      'T+00:00 ReleaseRouted REQ-CHN-0001 REL-PAK-0001',
      'T+00:00 ReleaseAsked REL-PAK-0001',
    );
  });

  it('is declined with the reason, or as "declined" alone', () => {
    for (const shareReason of [true, false]) {
      const { play } = given(exercise(), as(operatorOf('CHN'), requestRelease('CHN')));
      play.do(as(authority('PAK'), decideRelease('REL-PAK-0001', 'decline', { reason: 'our source', shareReason })));
      const [answer] = readBy('chn', play.log).filter(({ type }) => type === 'ReleaseAnswered');
      expect(answer?.data).toEqual({
        request: 'REQ-CHN-0001',
        answer: 'declined',
        ...(shareReason && { reason: 'our source' }),
      });
      expect(answer?.actor).toEqual({ kind: 'engine' });
    }
  });

  it('is answered by a tear line, which takes the place of the one that it asked about', () => {
    const { play } = given(exercise(), kept, as(operatorOf('CHN'), requestRelease('CHN', 'more?', 'TL-CHN-0001')));
    play.do(
      as(
        authority('PAK'),
        decideRelease('REL-PAK-0001', 'tear-line', { text: { en: 'Keep off the road' }, tlp: 'TLP:GREEN' }),
      ),
    );
    const read = readBy('chn', play.log).slice(-2);
    expect(read.map(({ type }) => type)).toEqual(['TearLineShared', 'ReleaseAnswered']);
    expect(read[0]?.data).toMatchObject({
      tearLine: 'TL-CHN-0002',
      replaces: 'TL-CHN-0001',
      label: { tlp: 'TLP:GREEN' },
    });
    mustBeSound(play);
  });

  it('is taken back by those who made it', () => {
    const { when } = given(exercise(), as(operatorOf('CHN'), requestRelease('CHN')));
    when(as(operatorOf('PAK'), withdrawRelease('REQ-CHN-0001'))).thenAll(
      'T+00:00 CommandRefused WithdrawRelease: UNKNOWN_RELEASE',
    );
    when(as(operatorOf('CHN'), withdrawRelease('REQ-CHN-0001'))).thenAll(
      'T+00:00 ReleaseRequestWithdrawn REQ-CHN-0001',
      'T+00:00 ReleaseWithdrawn REL-PAK-0001',
    );
    when(as(authority('PAK'), decideRelease('REL-PAK-0001', 'decline'))).thenAll(
      'T+00:00 CommandRefused DecideRelease: RELEASE_ENDED',
    );
  });
});

describe('a proposal', () => {
  it('is neither approved nor answered by a tear line of who made it, nor by anybody but the releasing authority before its time is up', () => {
    const { when } = given(exercise(), open, as(authority('PAK'), proposeRelease('PAK-0001')));
    const refused = (deed: Deed, code: string) =>
      when(deed).thenOf(['CommandRefused'], `T+00:00 CommandRefused DecideRelease: ${code}`);
    refused(approve(), 'PROPOSER_CANNOT_APPROVE');
    refused(as(operatorOf('PAK'), decideRelease('REL-PAK-0001')), 'NOT_PERMITTED');
    refused(as(authority('CHN'), decideRelease('REL-PAK-0001')), 'UNKNOWN_RELEASE');
    refused(as(personOf('PAK', 'commander'), decideRelease('REL-PAK-0001')), 'NOT_OVERDUE');
    refused(decideRelease('REL-PAK-0001', 'approve', { reason: undefined }), 'REASON_REQUIRED');
    const tearLine = { text: { en: 'Keep off the road' } };
    refused(as(authority('PAK'), decideRelease('REL-PAK-0001', 'tear-line', tearLine)), 'PROPOSER_CANNOT_APPROVE');
    refused(decideRelease('REL-PAK-0001', 'tear-line'), 'TEAR_LINE_MISSING');
  });

  it('goes to the commander when nobody decides in time', () => {
    const { when } = given(exercise(), open, propose());
    when(until(20 * MINUTE)).thenOf(['ReleaseOverdue'], 'T+15:00 ReleaseOverdue REL-PAK-0001');
    when(as(personOf('PAK', 'commander'), decideRelease('REL-PAK-0001'))).thenOf(
      ['ReleaseDecided'],
      'T+20:00 ReleaseDecided REL-PAK-0001 approve INC-0001',
    );
  });

  it('needs what there is, and something that goes along', () => {
    const { when } = given(exercise(), open);
    const refused = (deed: Deed, code: string) =>
      when(deed).thenOf(['CommandRefused'], `T+00:00 CommandRefused ProposeRelease: ${code}`);
    refused(propose({ alerts: [alertId('A9')] }), 'UNKNOWN_ALERT');
    refused(propose({ notifications: [notificationId('PAK-0001.N1')] }), 'UNKNOWN_NOTIFICATION');
    refused(propose({ alerts: [] }), 'RELEASE_EMPTY');
    refused(propose({ answers: 'REL-PAK-0009' }), 'UNKNOWN_RELEASE');
    refused(as(operatorOf('CHN'), proposeRelease('PAK-0001')), 'UNKNOWN_INCIDENT');
  });

  it('that is taken back leaves the request that it answered', () => {
    const asked = as(operatorOf('CHN'), requestRelease('CHN'));
    const { when, play } = given(exercise(), open, asked, propose({ answers: 'REL-PAK-0001' }));
    when(as(operatorOf('PAK'), withdrawRelease('REL-PAK-0001')));
    expect(play.state.releasing.cases['REL-PAK-0001']?.status).toBe('asked');
    when(approve()).thenAll('T+00:00 CommandRefused DecideRelease: RELEASE_NOT_PROPOSED');
  });

  it('is prompted once, where a chain could not ask the other side', () => {
    given(exercise())
      .when(open, until(9 * MINUTE))
      .thenOf(['ReleasePrompted'], 'T+00:00 ReleasePrompted PAK-0001 embassy');
  });
});

describe('an approved release', () => {
  const responding = [open, as(operatorOf('PAK'), note('PAK-0001', 'The gate is shut', true)), until(6 * MINUTE)];

  it('opens a JOINT incident in which nobody is asked twice, and closes the owner’s', () => {
    const { play, when } = given(exercise(), ...responding, propose({ notes: ['PAK-0001.PAK.1'] }));
    when(approve()).thenOf(
      ['IncidentOpened', 'NotificationCarried', 'IncidentNoted', 'StepStarted', 'ReleaseDecided', 'IncidentClosed'],
      'T+06:00 IncidentOpened INC-0001',
      'T+06:00 NotificationCarried INC-0001.N1 police respond enRoute',
      'T+06:00 NotificationCarried INC-0001.N2 rescue respond',
      'T+06:00 IncidentNoted INC-0001.JOINT.1 The gate is shut',
      'T+06:00 ReleaseDecided REL-PAK-0001 approve INC-0001',
      'T+06:00 IncidentClosed PAK-0001 (released)',
      'T+06:00 StepStarted INC-0001 standard/0 embassy=N3 (start)',
    );
    expect(play.state.units['police' as never]?.places).toEqual({ JOINT: 1 });
    when(until(16 * MINUTE)).thenOf(['UnitProgressed'], 'T+15:00 UnitProgressed INC-0001 police onScene');
    mustBeSound(play);
  });

  it('carries over no answer as one to a question that a chain has not asked', () => {
    const scenario = smallExercise({
      units: [police, embassy],
      chain: chain([step({ count: 1 }, [ask(embassy)])]),
    });
    const asked = as(operatorOf('PAK'), askUnit('PAK-0001', 'police', 'advise'));
    const { log } = given(scenario, open, asked, until(2 * MINUTE), propose(), approve()).play;
    const joint = log.filter(({ data }) => 'incident' in data && data.incident === 'INC-0001');
    const types = joint.map(({ type }) => type);
    expect(types).toContain('NotificationCarried');
    expect(types).toContain('StepStarted');
    expect(types).not.toContain('ChainHalted');
  });

  it('is not reminded of what a carried answer covers', () => {
    const scenario = smallExercise({
      units: [guard, consulate],
      chain: chain([step('all', [ask(guard), ask(consulate)])], { remindEveryMs: MINUTE }),
    });
    const { log } = given(
      scenario,
      alert({ id: 'J1' }),
      open,
      acknowledge('PAK-0001.N1'),
      propose({ join: 'INC-0001' }),
      approve(),
      until(3 * MINUTE),
    ).play;
    const reminded = log.filter(({ type, data }) => type === 'NotificationReminded' && 'unit' in data && data.unit);
    expect(log.some(({ type }) => type === 'NotificationCarried')).toBe(true);
    expect(new Set(reminded.map(({ data }) => 'unit' in data && data.unit))).toEqual(new Set(['consulate']));
  });

  it('carries over no answer of an incident that is resolved: its units are free', () => {
    const { log } = given(
      exercise(),
      open,
      until(2 * MINUTE),
      resolve('PAK-0001', 'over'),
      as(operatorOf('PAK'), proposeRelease('PAK-0001')),
      approve(),
    ).play;
    expect(log.find(({ type }) => type === 'ReleaseProposed')?.data).toMatchObject({ things: { notifications: [] } });
    expect(log.some(({ type }) => type === 'NotificationCarried')).toBe(false);
  });

  it('leaves the owner’s incident open and linked while something of it stays, and frees the units that went', () => {
    const { play, when } = given(exercise(), ...responding, propose(), approve());
    expect(play.state.incidents['PAK-0001' as never]?.status).toBe('open');
    expect(play.state.releasing.links).toEqual({ 'PAK-0001': ['INC-0001'] });
    expect(play.state.units['police' as never]?.places).toEqual({ JOINT: 1 });
    when(propose({ alerts: [alertId('A1')] })).thenOf(
      ['CommandRefused'],
      'T+06:00 CommandRefused ProposeRelease: ALREADY_RELEASED',
    );
    mustBeSound(play);
  });

  it('joins the JOINT incident that was chosen', () => {
    const joint = alert({ id: 'J1', site: 'port', severity: 'Minor' });
    const { play, when } = given(exercise(), joint, ...responding, propose({ join: 'INC-0001' }));
    when(approve()).thenOf(
      ['IncidentOpened', 'IncidentChanged', 'NotificationCarried', 'ReleaseDecided'],
      'T+06:00 IncidentChanged INC-0001 Minor to Severe at plant',
      'T+06:00 ReleaseDecided REL-PAK-0001 approve INC-0001',
    );
    mustBeSound(play);
  });

  it.each<[string, Parameters<typeof alert>[0], 'inform' | 'reacknowledge', boolean]>([
    ['moves', { site: 'port' }, 'inform', true],
    ['makes graver', { severity: 'Minor' }, 'reacknowledge', false],
  ])('asks nobody again whose answer it carries into an incident that it %s', (_what, joint, onRaise, startsAnew) => {
    const scenario = smallExercise({
      units: [guard, consulate],
      chain: chain([step('all', [ask(guard), ask(consulate)])], { onRaise }),
    });
    const { play, when } = given(
      scenario,
      alert({ id: 'J1', ...joint }),
      acknowledge('INC-0001.N2'),
      open,
      acknowledge('PAK-0001.N1'),
      at(MINUTE, propose({ join: 'INC-0001' })),
    );
    when(approve()).thenOf(
      ['NotificationCarried', 'ChainStarted', 'StepStarted'],
      'T+01:00 NotificationCarried INC-0001.N3 guard respond',
      ...(startsAnew ? ['T+01:00 ChainStarted INC-0001 standard'] : []),
      `T+01:00 StepStarted INC-0001 standard/0 consulate=N4 (${startsAnew ? 'start' : 'raised'})`,
    );
    mustBeSound(play);
  });

  it('lowers the label, and says what it was', () => {
    const { play } = given(exercise(), kept, as(authority('PAK'), proposeRelease('PAK-0001')));
    play.do(as({ ...authority('PAK'), id: 'second' } as never, decideRelease('REL-PAK-0001')));
    const [accepted] = readBy('chn', play.log).filter(({ type }) => type === 'AlertAccepted');
    expect(accepted?.data).toMatchObject({
      joined: 'released',
      released: { history: [{ class: 'PAK', tlp: 'TLP:RED', from: 'PAK' }] },
      alert: { exercise: { releasability: { class: 'JOINT', tlp: 'TLP:AMBER' } } },
    });
    expect(JSON.stringify(accepted)).not.toMatch(/PAK-0001|"A1".*"alertId"/);
  });

  it('is previewed by what it makes', () => {
    const { play, when } = given(exercise(), ...responding, propose());
    const preview = previewRelease(play.state, 'REL-PAK-0001');
    const read = readBy('chn', when(approve()).events);
    expect(preview.map(({ type }) => type)).toEqual(read.map(({ type }) => type).slice(0, preview.length));
    expect(preview.map(({ data }) => data)).toEqual(read.slice(0, preview.length).map(({ data }) => data));
  });

  it('is folded by both sides, and shows the other side nothing of what was before', () => {
    const hidden = fc.record({
      noise: fc.array(
        fc.constantFrom<Deed>(alert({ id: 'X', class: 'PAK', site: 'port' }), acknowledge('PAK-0002.N1')),
        {
          maxLength: 2,
        },
      ),
      notes: fc.integer({ min: 0, max: 3 }),
      sentAt: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(hidden, hidden, (one, other) => {
        const runs = [one, other].map(({ noise, notes, sentAt }) => {
          const { play } = given(exercise(), at(sentAt * MINUTE, open));
          const noted = Array.from({ length: notes }, (_, n) => note('PAK-0001', `hidden ${n}`, true));
          for (const deed of [...noise, ...noted, until(20 * MINUTE), propose(), approve(), until(50 * MINUTE)]) {
            play.do(deed);
          }
          mustBeSound(play);
          for (const stream of ['pak', 'chn'] as const) {
            const state = openViewerState(stream, scenarioIn(stream, play.scenario));
            for (const event of readBy(stream, play.log)) evolveViewerState(state, stream, event);
            expect(state.incidents['INC-0001' as never]?.status).toBe('open');
          }
          return readBy('chn', play.log).filter(({ type }) => type !== 'UnitProgressed');
        });
        expect(runs[0]).toEqual(runs[1]);
      }),
      { numRuns: 25 },
    );
  });
});
