import { SIDES } from '../release/release.js';
import type { Requirement } from './policy.js';
import { requiredSides, requirementImpossible, requirementMet, type Standing, type StepUnit } from './requirement.js';

const open = (unit: string, side: 'PAK' | 'CHN' = 'PAK'): StepUnit => ({ unit, side, open: true, acknowledged: false });
const ended = (unit: string, side: 'PAK' | 'CHN' = 'PAK'): StepUnit => ({ ...open(unit, side), open: false });
const acknowledged = (unit: string): StepUnit => ({ ...ended(unit), acknowledged: true });

function standing(standing: Partial<Standing>): Standing {
  return { sides: SIDES, acknowledgedUnits: [], acknowledgedSides: [], stepUnits: [], ...standing };
}

function verdict(requirement: Requirement, where: Partial<Standing>): string {
  const at = standing(where);
  if (requirementMet(requirement, at)) return 'met';
  return requirementImpossible(requirement, at) ? 'impossible' : 'waiting';
}

describe('a step that asks for any', () => {
  it('is met by one acknowledgement, a late one from an earlier step too', () => {
    expect(verdict('any', { acknowledgedUnits: ['earlier'], stepUnits: [open('a')] })).toBe('met');
  });
  it('waits while one answer may still come', () => {
    expect(verdict('any', { stepUnits: [ended('a'), open('b')] })).toBe('waiting');
  });
  it('is impossible when all have declined', () => {
    expect(verdict('any', { stepUnits: [ended('a'), ended('b')] })).toBe('impossible');
  });
});

describe('a step that asks for all', () => {
  it('is met when each of its units has acknowledged', () => {
    expect(verdict('all', { stepUnits: [acknowledged('a'), acknowledged('b')] })).toBe('met');
  });
  it('waits for the last one', () => {
    expect(verdict('all', { acknowledgedUnits: ['a'], stepUnits: [acknowledged('a'), open('b')] })).toBe('waiting');
  });
  it('is impossible as soon as one declines', () => {
    expect(verdict('all', { stepUnits: [open('a'), ended('b')] })).toBe('impossible');
  });
  it('is not met by nobody', () => {
    expect(verdict('all', { acknowledgedUnits: ['earlier'] })).toBe('impossible');
  });
});

describe('a step that asks for a count', () => {
  it('is met by that many distinct units, of earlier steps too', () => {
    expect(verdict({ count: 2 }, { acknowledgedUnits: ['a', 'b'] })).toBe('met');
  });
  it('does not count one unit twice', () => {
    expect(verdict({ count: 2 }, { acknowledgedUnits: ['a', 'a'], stepUnits: [open('b')] })).toBe('waiting');
    expect(verdict({ count: 2 }, { acknowledgedUnits: ['a'], stepUnits: [open('a')] })).toBe('impossible');
  });
  it('is impossible when too few are left', () => {
    expect(verdict({ count: 3 }, { acknowledgedUnits: ['a'], stepUnits: [open('b'), ended('c')] })).toBe('impossible');
  });
});

describe('a step that asks for each side', () => {
  it('is not met by two units of one side', () => {
    const where = { acknowledgedUnits: ['a', 'b'], acknowledgedSides: ['PAK' as const], stepUnits: [open('c', 'CHN')] };
    expect(verdict('each-side', where)).toBe('waiting');
  });
  it('is met by both, an override counting as one', () => {
    expect(verdict('each-side', { acknowledgedUnits: ['a'], acknowledgedSides: ['PAK', 'CHN'] })).toBe('met');
  });
  it('is impossible when the missing side has nothing open', () => {
    const where = { acknowledgedSides: ['PAK' as const], stepUnits: [open('a', 'PAK'), ended('b', 'CHN')] };
    expect(verdict('each-side', where)).toBe('impossible');
  });
  it('needs only the side that may know of the incident', () => {
    expect(requiredSides('JOINT')).toEqual(['PAK', 'CHN']);
    expect(verdict('each-side', { sides: requiredSides('PAK'), acknowledgedSides: ['PAK'] })).toBe('met');
    expect(verdict('each-side', { sides: requiredSides('CHN'), acknowledgedSides: ['PAK'] })).toBe('impossible');
  });
});
