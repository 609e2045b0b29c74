import type { MessageView } from '#domain/message/message-list.js';
import type { ReleaseCase } from '#domain/releasing/releasing-state.js';
import { AlarmWatch, messageAlarms, policyAlarms, releaseAlarms, type Alarm } from './alarm-watch.js';
import type { ExerciseFold } from './exercise-fold.js';
import type { Viewer } from './unread.js';

const minor: Alarm = { key: 'a', about: 'INC-1', kind: 'waits', severity: 'Minor', isRepeated: true };
const grave: Alarm = { key: 'b', about: 'INC-2', kind: 'escalated', severity: 'Extreme', isRepeated: true };
const once: Alarm = { key: 'c', about: 'INC-3', kind: 'reopened', severity: 'Severe', isRepeated: false };

function begun(): AlarmWatch {
  const watch = new AlarmWatch();
  watch.update([], 0);
  return watch;
}

describe('AlarmWatch', () => {
  it('says nothing of what was there when the page opened, not even later', () => {
    const watch = new AlarmWatch();
    expect(watch.update([minor], 0).fresh).toEqual([]);
    expect(watch.update([minor], 600_000)).toEqual({ fresh: [], again: [] });
    expect(watch.nextAt).toBeUndefined();
  });

  it('sounds what is new, the gravest first', () => {
    expect(begun().update([minor, grave], 1_000).fresh).toEqual([grave, minor]);
  });

  it('repeats until it is acknowledged', () => {
    const watch = begun();
    watch.update([grave], 1_000);
    expect(watch.nextAt).toBe(9_000);
    expect(watch.update([grave], 8_999).again).toEqual([]);
    expect(watch.update([grave], 9_000).again).toEqual([grave]);
    watch.update([], 9_500);
    expect(watch.nextAt).toBeUndefined();
  });

  it('does not repeat what sounds once', () => {
    const watch = begun();
    expect(watch.update([once], 1_000).fresh).toEqual([once]);
    expect(watch.update([once], 900_000).again).toEqual([]);
  });

  it('is silent of what was silenced, and sounds what comes after', () => {
    const watch = begun();
    watch.update([grave], 0);
    watch.silence();
    expect(watch.update([grave, minor], 60_000)).toEqual({ fresh: [minor], again: [] });
  });

  it('sounds anew what has gone and come back', () => {
    const watch = begun();
    watch.update([minor], 0);
    watch.update([], 1_000);
    expect(watch.update([minor], 2_000).fresh).toEqual([minor]);
  });
});

const state = (cases: Readonly<Record<string, Partial<ReleaseCase>>> = {}) =>
  ({
    scenario: {
      units: [
        { id: 'police', side: 'PAK' },
        { id: 'consulate', side: 'CHN' },
      ],
    },
    releasing: { cases },
  }) as unknown as ExerciseFold['state'];
const viewer = (role: string, side?: 'PAK' | 'CHN', more: object = {}) =>
  ({ account: `${role}-${side}`, role, side, ...more }) as Viewer;

describe('the alarm of a message', () => {
  const message = (parts: object) =>
    ({
      id: 'MSG-0001',
      kind: 'message',
      from: 'desk:CHN',
      to: ['desk:PAK'],
      readBy: [],
      actor: { kind: 'account', id: 'operator-CHN' },
      ...parts,
    }) as unknown as MessageView;
  const kindsOf = (of: Viewer, ...messages: MessageView[]) =>
    messageAlarms(state(), of, messages).map(({ about, kind, severity, isRepeated }) => [
      about,
      kind,
      severity,
      isRepeated,
    ]);

  it('is for those whom the message waits for, once, and graver for a request', () => {
    expect(kindsOf(viewer('operator', 'PAK'), message({}))).toEqual([['MSG-0001', 'message', 'Minor', false]]);
    expect(kindsOf(viewer('operator', 'PAK'), message({ kind: 'request' }))).toEqual([
      ['MSG-0001', 'message', 'Moderate', false],
    ]);
    const toUnit = message({ to: ['unit:police'] });
    expect(kindsOf(viewer('liaison', 'PAK', { units: ['police'] }), toUnit)).toHaveLength(1);
    expect(kindsOf(viewer('liaison', 'PAK', { units: ['rescue'] }), toUnit)).toEqual([]);
    expect(kindsOf(viewer('controller'), message({ to: ['control'] }))).toHaveLength(1);
  });

  it('is not for the sender, the other desk, those who only look on, or once it was read', () => {
    expect(kindsOf(viewer('operator', 'CHN'), message({}))).toEqual([]);
    expect(kindsOf(viewer('controller'), message({}))).toEqual([]);
    expect(kindsOf(viewer('observer', 'PAK'), message({}))).toEqual([]);
    expect(kindsOf(viewer('wall'), message({}))).toEqual([]);
    expect(kindsOf(viewer('operator', 'PAK'), message({ readBy: [{ by: 'desk:PAK', at: 1 }] }))).toEqual([]);
  });
});

describe('the alarm of a release', () => {
  const proposed = { id: 'REL-PAK-0001', owner: 'PAK', status: 'proposed', proposal: { by: 'operator-PAK' } } as const;
  const asked = { id: 'REL-PAK-0002', owner: 'PAK', status: 'asked' } as const;
  const cases = (...all: readonly object[]) =>
    state(Object.fromEntries(all.map((one, index) => [index, one as Partial<ReleaseCase>])));
  const aboutOf = (of: Viewer, ...all: readonly object[]) => releaseAlarms(cases(...all), of).map(({ about }) => about);
  const authority = viewer('releasing-authority', 'PAK');

  it("is for the side's releasing authority, and once it is overdue for its commander", () => {
    expect(aboutOf(authority, proposed, asked)).toEqual(['REL-PAK-0001', 'REL-PAK-0002']);
    expect(aboutOf(viewer('commander', 'PAK'), proposed, { ...asked, overdue: true })).toEqual(['REL-PAK-0002']);
  });

  it('is for nobody else, nor about what the viewer proposed or what is decided', () => {
    for (const other of [viewer('operator', 'PAK'), viewer('controller'), viewer('releasing-authority', 'CHN')]) {
      expect(aboutOf(other, proposed, { ...asked, overdue: true })).toEqual([]);
    }
    expect(aboutOf(authority, { ...proposed, proposal: { by: authority.account } })).toEqual([]);
    for (const status of ['approved', 'declined', 'tear-line', 'withdrawn']) {
      expect(aboutOf(authority, { ...proposed, status })).toEqual([]);
    }
  });

  it('sounds once for a request, and once more when something is proposed in answer to it', () => {
    const watch = begun();
    const look = (one: object, now: number) => watch.update(releaseAlarms(cases(one), authority), now).fresh.length;
    const answered = { ...asked, status: 'proposed', proposal: { by: 'operator-PAK' } };
    expect([look(asked, 1), look(asked, 600_000), look(answered, 700_000), look(answered, 800_000)]).toEqual([
      1, 0, 1, 0,
    ]);
  });
});

describe('the alarm of a proposed policy', () => {
  const waiting = { 'POL-0001': { side: 'CHN' }, 'POL-0002': { side: 'PAK' } };
  const proposed = { policyProposals: { count: 2, waiting } } as unknown as ExerciseFold['state'];
  const aboutOf = (of: Viewer) => policyAlarms(proposed, of).map(({ about }) => about);

  it('is for the commanders of the side that answers it, and for nobody else', () => {
    expect(aboutOf(viewer('commander', 'PAK'))).toEqual(['POL-0001']);
    expect(aboutOf(viewer('commander', 'CHN'))).toEqual(['POL-0002']);
    for (const other of [viewer('operator', 'PAK'), viewer('controller'), viewer('evaluator')]) {
      expect(aboutOf(other)).toEqual([]);
    }
  });
});
