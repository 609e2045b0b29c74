import {
  alert,
  as,
  at,
  changeLabel,
  decideRelease,
  note,
  operatorOf,
  personOf,
  proposeRelease,
  requestRelease,
  until,
  withdrawRelease,
  type Deed,
} from '#domain/testing/deeds.js';
import { given } from '#domain/testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '#domain/testing/small-exercise.js';
import { deskOf, itemIn, waitingCount } from './desk-model.js';
import { proposalBody } from './proposal-body.js';
import { thingsOf } from './things.js';

const police = pak('police', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const EXERCISE = smallExercise({
  units: [police, embassy],
  chain: chain([step('each-side', [ask(police), ask(embassy)])]),
  policy: { release: { decideWithinMs: 15 * MINUTE } },
});
const open = alert({ id: 'A1', class: 'PAK' });
const asks = as(operatorOf('CHN'), requestRelease('CHN'));
const proposes = as(operatorOf('PAK'), proposeRelease('PAK-0001'));
const decides = (...args: Parameters<typeof decideRelease>) =>
  as(personOf('PAK', 'releasing-authority'), decideRelease(...args));

const after = (...deeds: Deed[]) => ({ state: given(EXERCISE, ...deeds).play.state });
const ids = (items: readonly { readonly kind: string; readonly id: string }[]) =>
  items.map(({ kind, id }) => `${kind} ${id}`);

describe('the releasing desk', () => {
  it('begins with the incident that a chain could not ask the other side about, until it is proposed', () => {
    expect(ids(deskOf(after(open), 'PAK').waiting)).toEqual(['prompt PAK-0001']);
    expect(ids(deskOf(after(open, proposes), 'PAK').waiting)).toEqual(['case REL-PAK-0001']);
    const withdrawn = after(open, proposes, as(operatorOf('PAK'), withdrawRelease('REL-PAK-0001')));
    expect(ids(deskOf(withdrawn, 'PAK').waiting)).toEqual(['prompt PAK-0001']);
  });

  it('shows each side its own cases and requests, and both to those without a side', () => {
    const fold = after(open, asks);
    expect(ids(deskOf(fold, 'PAK').waiting)).toEqual(['case REL-PAK-0001', 'prompt PAK-0001']);
    expect(ids(deskOf(fold, 'PAK').asked)).toEqual([]);
    expect(ids(deskOf(fold, 'CHN').waiting)).toEqual([]);
    expect(ids(deskOf(fold, 'CHN').asked)).toEqual(['request REQ-CHN-0001']);
    expect(ids(deskOf(fold, undefined).asked)).toEqual(['request REQ-CHN-0001']);
    expect([waitingCount(fold, 'PAK'), waitingCount(fold, 'CHN'), waitingCount(fold, undefined)]).toEqual([2, 0, 2]);
  });

  it('puts the case with the nearest deadline first', () => {
    const fold = after(open, asks, at(5 * MINUTE, proposes));
    expect(ids(deskOf(fold, 'PAK').waiting)).toEqual(['case REL-PAK-0001', 'case REL-PAK-0002']);
    const late = after(open, asks, until(16 * MINUTE));
    expect(itemIn(deskOf(late, 'PAK'), 'REL-PAK-0001')).toMatchObject({ of: { overdue: true } });
  });

  it('has the labels that are due for review, each at the desk of its owner', () => {
    const reviewed = alert({ id: 'A1', class: 'PAK', label: { reviewAt: '2026-01-01T09:05:00+05:00' } });
    const fold = after(reviewed, until(5 * MINUTE));
    expect(deskOf(fold, 'PAK').reviews).toMatchObject([{ of: 'alert', id: 'A1', dueAt: 5 * MINUTE }]);
    expect(deskOf(fold, 'CHN').reviews).toEqual([]);
    expect([waitingCount(fold, 'PAK'), waitingCount(fold, 'CHN')]).toEqual([2, 0]);
    const confirmed = after(reviewed, until(5 * MINUTE), changeLabel('alert', 'A1'));
    expect(deskOf(confirmed, 'PAK').reviews).toEqual([]);
  });

  it('moves what is decided to the end, on both desks', () => {
    const fold = after(open, asks, decides('REL-PAK-0001', 'decline', { reason: 'our source' }));
    expect(ids(deskOf(fold, 'PAK').decided)).toEqual(['case REL-PAK-0001']);
    expect(ids(deskOf(fold, 'CHN').decided)).toEqual(['request REQ-CHN-0001']);
    expect(deskOf(fold, 'CHN').asked).toEqual([]);
  });
});

describe('what can be released', () => {
  const fold = after(open, as(operatorOf('PAK'), note('PAK-0001', { text: 'The patrol is near' })));
  const things = thingsOf(fold.state, 'PAK-0001');
  const fields = { left: [], notes: [], join: '', answers: '', reason: ' They work there ' };

  it('is the alerts in force and the notes of an incident of one side', () => {
    expect(things.map(({ kind }) => kind)).toEqual(['alert', 'note']);
    expect(thingsOf(after(alert({ id: 'A1' })).state, 'INC-0001')).toEqual([]);
  });

  it('goes along as it was chosen: alerts unless they are left, notes only if they are named', () => {
    const [first, second] = things.map(({ id }) => id);
    expect(proposalBody('PAK-0001', things, fields)).toEqual({
      incident: 'PAK-0001',
      alerts: [first],
      notifications: [],
      notes: [],
      reason: 'They work there',
    });
    const chosen = { ...fields, left: [first ?? ''], notes: [second ?? ''], join: 'INC-0001', answers: 'REL-PAK-0001' };
    expect(proposalBody('PAK-0001', things, chosen)).toMatchObject({
      alerts: [],
      notes: [second],
      join: 'INC-0001',
      answers: 'REL-PAK-0001',
    });
  });

  it('is not proposed without a reason, nor if nothing goes along', () => {
    expect(proposalBody('PAK-0001', things, { ...fields, reason: ' ' })).toBeUndefined();
    expect(proposalBody('PAK-0001', things, { ...fields, left: things.map(({ id }) => id) })).toBeUndefined();
  });
});
