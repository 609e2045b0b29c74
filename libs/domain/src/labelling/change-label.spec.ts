/** Labels that are changed by people: who reads the thing then, what the log keeps, and when a label is looked at again. */
import { messagesIn } from '../message/message-list.js';
import type { Deed } from '../testing/deeds.js';
import {
  alert,
  as,
  cancel,
  changeLabel,
  note,
  operatorOf,
  personOf,
  proposeRelease,
  decideRelease,
  recordDecision,
  send,
  until,
} from '../testing/deeds.js';
import { given, type Play } from '../testing/given.js';
import { account, exercise, READERS, seenBy, type Account } from '../testing/readers.js';
import { MINUTE } from '../testing/small-exercise.js';

const authority = personOf('PAK', 'releasing-authority');
const operator = account('operator', 'PAK');
const police = account('liaison', 'PAK', { units: ['police'] });
const RED = { tlp: 'TLP:RED', releasableTo: ['unit:police'] } as const;
/** Of a scenario that names no start: T+30:00. */
const IN_HALF_AN_HOUR = '2026-01-01T09:30:00+05:00';

function typesFor(reader: Account, play: Play): string[] {
  return seenBy(reader, play.log).map(({ type }) => type);
}

function changeIn(play: Play) {
  const found = play.log.findLast(({ type }) => type === 'LabelChanged');
  return found?.type === 'LabelChanged' ? found.data : undefined;
}

function refusalIn(deeds: readonly Deed[]) {
  const { play } = given(exercise(), ...deeds.slice(0, -1));
  const [last] = play.do(deeds.at(-1) as Deed);
  return last?.type === 'CommandRefused' ? last.data.code : undefined;
}

describe('the label of an alert', () => {
  it('is raised: the incident goes from those who may not read it any more, and the log says who had it', () => {
    const { play } = given(exercise(), alert({ class: 'PAK', label: { tearLine: { en: 'A threat' } } }), until(MINUTE));
    play.do(as(authority, changeLabel('alert', 'A1', RED)));
    expect(changeIn(play)).toMatchObject({
      from: { tlp: 'TLP:AMBER' },
      to: { tlp: 'TLP:RED', to: ['account:sensor', 'unit:police'] },
      seenBy: ['desk:PAK', 'unit:rescue'],
      tearLine: 'TL-CHN-0001',
    });
    expect(typesFor(operator, play).slice(-3)).toEqual(expect.arrayContaining(['LabelWithheld', 'IncidentWithheld']));
    expect(typesFor(police, play)).toContain('LabelChanged');
    expect(typesFor(account('operator', 'CHN'), play)).toEqual(['ExerciseStarted', 'TearLineShared']);
    expect(play.state.incidents).toMatchObject({ 'PAK-0001': { marking: { tlp: 'TLP:RED' } } });
  });

  it('is lowered: the incident is disclosed to those who read it from then on', () => {
    const { play } = given(exercise(), alert({ class: 'PAK', label: RED }));
    expect(typesFor(operator, play)).not.toContain('IncidentOpened');
    play.do(as(authority, changeLabel('alert', 'A1', { tlp: 'TLP:GREEN' })));
    expect(typesFor(operator, play)).toEqual(expect.arrayContaining(['IncidentDisclosed', 'IncidentLabelChanged']));
    expect(changeIn(play)?.seenBy).toBeUndefined();
  });

  it('goes along as it is when the alert is released', () => {
    const { play } = given(exercise(), alert({ class: 'PAK' }));
    play.do(as(authority, changeLabel('alert', 'A1', { tlp: 'TLP:CLEAR' })));
    play.do(proposeRelease('PAK-0001'));
    play.do(as(authority, decideRelease('REL-PAK-0001')));
    const released = play.log.findLast(({ type }) => type === 'AlertAccepted');
    expect(released?.data).toMatchObject({
      alert: { exercise: { releasability: { class: 'JOINT', tlp: 'TLP:CLEAR' } } },
    });
  });

  it.each<[Parameters<typeof changeLabel>[2], Parameters<typeof changeLabel>[2], string[] | undefined]>([
    // A role of the desk reads TLP:AMBER+STRICT without being named.
    [{ tlp: 'TLP:RED', releasableTo: ['role:observer'] }, { tlp: 'TLP:AMBER+STRICT' }, undefined],
    // Who is named under TLP:RED is not the whole desk.
    [{ tlp: 'TLP:RED', releasableTo: ['role:observer'] }, { tlp: 'TLP:RED' }, ['role:observer']],
    [{ tlp: 'TLP:AMBER+STRICT' }, { tlp: 'TLP:RED', releasableTo: ['role:observer'] }, ['desk:PAK']],
  ])('says who has lost it: %j replaced by %j', (before, after, seenBy) => {
    const { play } = given(exercise(), alert({ class: 'PAK', label: before ?? {} }));
    play.do(as(authority, changeLabel('alert', 'A1', after)));
    expect(changeIn(play)?.seenBy).toEqual(seenBy);
  });

  it('of both sides reaches the wall, and goes from it again', () => {
    const { play } = given(exercise(), alert());
    const wall = account('wall');
    expect(typesFor(wall, play)).not.toContain('IncidentOpened');
    play.do(changeLabel('alert', 'A1', { tlp: 'TLP:CLEAR' }));
    expect(typesFor(wall, play)).toContain('IncidentDisclosed');
    play.do(changeLabel('alert', 'A1'));
    expect(typesFor(wall, play).at(-1)).toBe('IncidentWithheld');
    expect(changeIn(play)).toMatchObject({ seenBy: ['wall'] });
  });
});

describe('the label of a message', () => {
  const secret = as(operatorOf('PAK'), send({ to: ['desk:PAK'], text: 'the source is near', label: { class: 'PAK' } }));
  const raise = as(authority, changeLabel('message', 'MSG-PAK-0001', { tlp: 'TLP:RED' }));
  const listed = (reader: Account, play: Play) =>
    messagesIn(seenBy(reader, play.log) as unknown as Parameters<typeof messagesIn>[0]);

  it('is raised and lowered: the message goes from the list of those who may not read it, and comes back', () => {
    const { play } = given(exercise(), secret);
    const observer = account('observer', 'PAK');
    expect(listed(observer, play)).toMatchObject([{ id: 'MSG-PAK-0001', text: 'the source is near' }]);
    play.do(raise);
    expect(listed(observer, play)).toEqual([]);
    expect(listed(operator, play)).toMatchObject([{ label: { tlp: 'TLP:RED' } }]);
    play.do(as(authority, changeLabel('message', 'MSG-PAK-0001', { tlp: 'TLP:GREEN' })));
    expect(listed(observer, play)).toMatchObject([
      { id: 'MSG-PAK-0001', text: 'the source is near', label: { tlp: 'TLP:GREEN' } },
    ]);
    expect(listed(account('operator', 'CHN'), play)).toEqual([]);
  });
});

describe.each([
  ['note', note('PAK-0001', 'the source is near', true), 'PAK-0001.PAK.1', 'IncidentNoted'],
  ['decision', recordDecision('PAK-0001', true), 'PAK-0001.PAK.D1', 'DecisionRecorded'],
] as const)('the label of a %s', (of, write, id, type) => {
  it('is raised and lowered: whoever reads it from then on gets what it says', () => {
    const { play } = given(exercise(), alert({ class: 'PAK' }), as(operatorOf('PAK'), write));
    play.do(as(authority, changeLabel(of, id, RED)));
    expect(typesFor(account('observer', 'PAK'), play).at(-1)).toBe('LabelWithheld');
    play.do(as(authority, changeLabel(of, id)));
    const disclosed = seenBy(account('observer', 'PAK'), play.log).find((event) => event.type === 'LabelDisclosed');
    expect(disclosed?.data).toMatchObject({ of, id, said: { type } });
    expect(seenBy(account('operator', 'CHN'), play.log)).toHaveLength(1);
  });
});

describe('a change of a label', () => {
  const joint = as(operatorOf('CHN'), send({ to: ['desk:PAK'], label: { class: 'JOINT' } }));

  it.each<[string | undefined, Deed[]]>([
    ['LABEL_CONTRADICTION', [joint, changeLabel('message', 'MSG-0001', { tlp: 'TLP:RED' })]],
    ['LABEL_CONTRADICTION', [joint, changeLabel('message', 'MSG-0001', { tlp: 'TLP:AMBER+STRICT' })]],
    ['UNKNOWN_RECIPIENT', [alert({ class: 'PAK' }), changeLabel('alert', 'A1', { releasableTo: ['unit:none'] })]],
    ['REASON_REQUIRED', [alert({ class: 'PAK' }), changeLabel('alert', 'A1', { reason: undefined })]],
    [
      'TIME_HAS_PASSED',
      [alert({ class: 'PAK' }), changeLabel('alert', 'A1', { reviewAt: '2026-01-01T09:00:00+05:00' })],
    ],
    ['NOT_YOUR_SIDE', [joint, as(authority, changeLabel('message', 'MSG-0001'))]],
    [undefined, [joint, as(personOf('CHN', 'commander'), changeLabel('message', 'MSG-0001'))]],
    // No side brought it in.
    ['NOT_YOUR_SIDE', [alert(), as(authority, changeLabel('alert', 'A1'))]],
    ['UNKNOWN_ALERT', [alert({ class: 'CHN' }), as(authority, changeLabel('alert', 'A1'))]],
    [
      'UNKNOWN_ALERT',
      [alert({ class: 'PAK', label: RED }), as(personOf('PAK', 'commander'), changeLabel('alert', 'A1'))],
    ],
    ['UNKNOWN_ALERT', [alert({ class: 'PAK' }), cancel('PAK-0001', 'over'), changeLabel('alert', 'A1')]],
    ['UNKNOWN_NOTE', [alert(), note('INC-0001', 'for controllers'), changeLabel('note', 'INC-0001.CONTROL.1')]],
  ])('is refused with %s', (code, deeds) => {
    expect(refusalIn(deeds)).toBe(code);
  });
});

describe('the review of a label', () => {
  const reviewed = alert({ class: 'PAK', label: { reviewAt: IN_HALF_AN_HOUR } });
  const due = (play: Play) => Object.keys(play.state.labelReviews ?? {});

  it('is due when the story reaches its time, until the label is confirmed', () => {
    const { play } = given(exercise(), reviewed, until(29 * MINUTE));
    expect(due(play)).toEqual([]);
    play.do(until(30 * MINUTE));
    expect(play.log.filter(({ type }) => type === 'LabelReviewDue')).toMatchObject([
      { at: 30 * MINUTE, audience: 'PAK', data: { of: 'alert', id: 'A1', owner: 'PAK' } },
    ]);
    expect(due(play)).toEqual(['alert:A1']);
    for (const reader of READERS) {
      const reads = reader.side === 'PAK' || reader.role === 'controller';
      expect([reader.role, typesFor(reader, play).includes('LabelReviewDue')]).toEqual([reader.role, reads]);
    }
    play.do(as(authority, changeLabel('alert', 'A1')));
    expect(changeIn(play)).toMatchObject({ from: { tlp: 'TLP:AMBER' }, to: { tlp: 'TLP:AMBER' } });
    expect(due(play)).toEqual([]);
  });

  it('is due at once when its time had passed as the alert came in', () => {
    const { play } = given(exercise(), until(31 * MINUTE), reviewed, until(32 * MINUTE));
    expect(due(play)).toEqual(['alert:A1']);
  });

  it('moves with another reviewAt, and goes with the alert', () => {
    const { play } = given(exercise(), reviewed);
    play.do(as(authority, changeLabel('alert', 'A1', { reviewAt: '2026-01-01T10:00:00+05:00' })));
    play.do(until(30 * MINUTE));
    expect(due(play)).toEqual([]);
    play.do(until(60 * MINUTE));
    expect(due(play)).toEqual(['alert:A1']);
    play.do(cancel('PAK-0001', 'over'));
    expect(due(play)).toEqual([]);
  });

  it('comes for messages and notes, too', () => {
    const message = send({ to: ['desk:PAK'], label: { class: 'PAK', reviewAt: IN_HALF_AN_HOUR } });
    const { play } = given(exercise(), alert({ class: 'PAK' }), as(operatorOf('PAK'), message));
    play.do(as(operatorOf('PAK'), note('PAK-0001', 'n', true)));
    play.do(as(authority, changeLabel('note', 'PAK-0001.PAK.1', { reviewAt: IN_HALF_AN_HOUR })));
    play.do(until(30 * MINUTE));
    expect(due(play).toSorted()).toEqual(['message:MSG-PAK-0001', 'note:PAK-0001.PAK.1']);
  });
});
