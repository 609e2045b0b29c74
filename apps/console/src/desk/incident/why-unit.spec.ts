import { incidentId, unitId } from '#domain/kernel/ids.js';
import { alert, escalate, setDuty } from '#domain/testing/deeds.js';
import { given } from '#domain/testing/given.js';
import { ask, chain, chn, pak, PLAYED, smallExercise, step } from '#domain/testing/small-exercise.js';
import { whyUnit } from './why-unit.js';

const police = pak('police', undefined, PLAYED);
const rescue = pak('rescue', undefined, PLAYED);
const guards = pak('guards', undefined, PLAYED);
const embassy = chn('embassy', undefined, { ...PLAYED, kind: 'embassy' });
const consulate = chn('consulate', undefined, PLAYED);
const distant = chn('distant', undefined, { ...PLAYED, jurisdiction: { sites: ['port'] } });
const UNITS = [police, rescue, guards, embassy, consulate, distant];
const CHAIN = chain([
  step('any', [ask(police)]),
  step('any', [ask(rescue), ask(embassy)]),
  step('any', [{ kind: 'consulate', action: 'consular' }]),
]);

const why = (unit: string, ...deeds: Parameters<typeof given>[1][]) => {
  const { state } = given(smallExercise({ units: UNITS, chain: CHAIN }), ...deeds, alert()).play;
  const definition = state.scenario.units.find(({ id }) => id === unitId(unit))!;
  return whyUnit(state, incidentId('INC-0001'), definition);
};

describe('why a unit was asked or not', () => {
  it('says what was asked, and which step is going to ask', () => {
    expect(why('police')).toMatchObject({ kind: 'asked', notifications: [{ id: 'INC-0001.N1' }] });
    expect(why('rescue')).toEqual({ kind: 'later', chain: 'standard', step: 1 });
    expect(why('consulate')).toEqual({ kind: 'later', chain: 'standard', step: 2 });
  });

  it('says why a step leaves a unit out', () => {
    expect(why('rescue', setDuty('rescue', 'off'))).toEqual({
      kind: 'left-out',
      chain: 'standard',
      step: 1,
      reason: 'off-duty',
    });
    expect(why('distant')).toEqual({ kind: 'left-out', chain: 'standard', step: 2, reason: 'no-jurisdiction' });
  });

  it('does not promise a step that is over', () => {
    const scenario = smallExercise({
      units: UNITS,
      chain: chain([step('any', [ask(police), ask(rescue)]), step('any', [ask(embassy)])]),
    });
    const off = setDuty('rescue', 'off');
    const { state } = given(scenario, off, alert(), escalate('INC-0001'), setDuty('rescue', 'on')).play;
    expect(whyUnit(state, incidentId('INC-0001'), rescue)).toEqual({ kind: 'unknown' });
  });

  it('says that no step means a unit', () => {
    expect(why('guards')).toEqual({ kind: 'not-meant' });
  });

  it('says that a side may not know', () => {
    const { state } = given(smallExercise({ units: UNITS, chain: CHAIN }), alert({ class: 'PAK' })).play;
    expect(whyUnit(state, incidentId('PAK-0001'), embassy)).toMatchObject({
      kind: 'left-out',
      reason: 'not-releasable',
    });
    expect(whyUnit(state, incidentId('INC-0001'), embassy)).toEqual({ kind: 'unknown' });
  });
});
