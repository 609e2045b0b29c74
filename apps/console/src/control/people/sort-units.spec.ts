import type { UnitView } from '#domain/engine/read-models.js';
import { sortUnits } from './sort-units.js';

const unit = (id: string, more: object = {}) =>
  ({ id, side: 'PAK', mode: 'simulated', duty: 'on', link: { status: 'up' }, ...more }) as unknown as UnitView;

describe('the order of units', () => {
  it('puts first what people play, then what other systems do', () => {
    const units = [unit('a'), unit('b', { mode: 'remote' }), unit('c', { mode: 'played' })];
    expect(sortUnits(units).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
  it('puts what cannot be reached before what can, and what is off duty after that', () => {
    const units = [
      unit('a'),
      unit('b', { duty: 'off' }),
      unit('c', { link: { status: 'degraded' } }),
      unit('d', { link: { status: 'down' } }),
    ];
    expect(sortUnits(units).map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
  });
  it('keeps sides together, then goes by id', () => {
    const units = [unit('b'), unit('a', { side: 'CHN' }), unit('a')];
    expect(sortUnits(units).map(({ id, side }) => `${side} ${id}`)).toEqual(['PAK a', 'PAK b', 'CHN a']);
  });
});
