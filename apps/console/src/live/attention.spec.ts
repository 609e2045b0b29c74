import { incidentId } from '#domain/kernel/ids.js';
import { unitView, incidentView, notificationView } from '#domain/engine/read-models.js';
import {
  acknowledge,
  askUnit,
  escalate,
  resolve,
  setSideLink,
  setUnitLink,
  until,
  alert,
  type Deed,
} from '#domain/testing/deeds.js';
import { alerted, given } from '#domain/testing/given.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, smallExercise, step } from '#domain/testing/small-exercise.js';
import { idsIn } from '#domain/kernel/ids.js';
import type { State } from '#domain/engine/state.js';
import type { UnitState } from '#domain/unit/unit.js';
import { attentionCounts, isEscalated, waitsFor, type Place } from './attention.js';
import type { ExerciseFold } from './exercise-fold.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const embassy = chn('embassy', undefined, PLAYED);
const UNITS = [police, rescue, embassy];
const EACH = chain([step('each-side', [ask(police), ask(rescue), ask(embassy)]), step('any', [ask(embassy)])]);
const ANY = chain([step('any', [ask(police)])]);
const ALL = chain([step('all', [ask(police), ask(rescue)])]);
const PAK: Place = { side: 'PAK' };
const CHN: Place = { side: 'CHN' };

function foldOf(state: State): ExerciseFold {
  const incidents = Object.values(state.incidents).map((one) => incidentView(state, one));
  const notifications = Object.values(state.notifications).map((one) => notificationView(state, one, 'JOINT'));
  return {
    state,
    incidents: new Map(incidents.map((view) => [view.id, view])),
    notifications: new Map(notifications.map((view) => [view.id, view])),
    units: new Map(idsIn(state.units).map((id) => [id, unitView(state, state.units[id] as UnitState)])),
  } as unknown as ExerciseFold;
}

const after = (standard: ReturnType<typeof chain>, ...deeds: Deed[]) =>
  foldOf(alerted(UNITS, standard).when(...deeds).state);
const waits = (fold: ExerciseFold, place: Place) => waitsFor(fold, { id: incidentId('INC-0001') }, place);

describe('an incident waits for a side', () => {
  it('until the side has acknowledged, where each side must', () => {
    const before = after(EACH);
    expect([waits(before, PAK), waits(before, CHN), waits(before, {})]).toEqual([true, true, true]);
    const half = after(EACH, acknowledge('INC-0001.N1'));
    expect([waits(half, PAK), waits(half, CHN), waits(half, {})]).toEqual([false, true, true]);
  });

  it('only where it is asked', () => {
    expect([waits(after(ANY), PAK), waits(after(ANY), CHN)]).toEqual([true, false]);
  });

  it('until all have acknowledged, where all must', () => {
    expect(waits(after(ALL, acknowledge('INC-0001.N1')), PAK)).toBe(true);
    expect(waits(after(ALL, acknowledge('INC-0001.N1'), acknowledge('INC-0001.N2')), PAK)).toBe(false);
  });

  it('where somebody asked it by hand, and where a chain is at its end without an answer', () => {
    expect(waits(after(ANY, acknowledge('INC-0001.N1')), PAK)).toBe(false);
    expect(waits(after(ANY, acknowledge('INC-0001.N1'), askUnit('INC-0001', 'rescue', 'advise')), PAK)).toBe(true);
    expect(waits(after(ANY, until(6 * MINUTE)), PAK)).toBe(true);
  });

  it('no longer once it is resolved, or an answer is under way', () => {
    expect(waits(after(EACH, resolve('INC-0001')), PAK)).toBe(false);
    const down = { status: 'down' } as const;
    expect(waits(after(ANY, setUnitLink('police', down), acknowledge('INC-0001.N1')), PAK)).toBe(false);
  });

  it('for somebody with units of their own, only while one of these is asked', () => {
    const own = (...units: string[]): Place => ({ side: 'PAK', units });
    expect(waits(after(ANY), own('police'))).toBe(true);
    expect(waits(after(ANY), own('rescue'))).toBe(false);
    expect(waits(after(EACH, acknowledge('INC-0001.N2')), own('police'))).toBe(false);
  });
});

describe('an incident has escalated', () => {
  const view = (fold: ExerciseFold) => fold.incidents.get(incidentId('INC-0001'))!;

  it('from its second step until its chains have what they require', () => {
    expect(isEscalated(view(after(EACH)))).toBe(false);
    expect(isEscalated(view(after(EACH, escalate('INC-0001'))))).toBe(true);
    expect(isEscalated(view(after(EACH, escalate('INC-0001'), acknowledge('INC-0001.N3'))))).toBe(false);
    expect(isEscalated(view(after(EACH, until(60 * MINUTE))))).toBe(true);
    expect(isEscalated(view(after(EACH, escalate('INC-0001'), resolve('INC-0001'))))).toBe(false);
  });
});

it('counts what waits, what has escalated, and where somebody was not reached', () => {
  const cut = given(
    smallExercise({ units: UNITS, chain: EACH }),
    setSideLink('CHN', { status: 'down' }),
    alert(),
    escalate('INC-0001'),
  ).play;
  expect(attentionCounts(foldOf(cut.state), CHN)).toEqual([expect.any(Number), 1, 1]);
  expect(attentionCounts(foldOf(cut.state), PAK)[2]).toBe(0);
});
