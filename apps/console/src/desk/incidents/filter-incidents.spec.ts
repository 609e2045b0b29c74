import type { IncidentView } from '#domain/engine/read-models.js';
import { matchesFilter, type FilterFacts, type IncidentFilter } from './filter-incidents.js';

const incident = {
  id: 'INC-0001',
  class: 'JOINT',
  status: 'open',
  severity: 'Severe',
  site: 'plant',
  acknowledgedBy: { PAK: { at: 0, by: 'override', reason: '' } },
  figures: { escalations: 1, firstAcknowledgementAt: {} },
  chains: [{ status: 'active' }],
} as unknown as IncidentView;

const facts: FilterFacts = {
  waits: () => false,
  isUnreached: () => true,
  textOf: ({ id }) => `${id} Smoke at the store`,
};
const matches = (filter: Partial<IncidentFilter>, of: Partial<IncidentView> = {}) =>
  matchesFilter({ ...incident, ...of }, { ended: false, ...filter }, facts);

describe('the filter of the incidents', () => {
  it('hides what has ended unless it is asked for', () => {
    expect(matches({})).toBe(true);
    expect(matches({}, { status: 'closed' })).toBe(false);
    expect(matches({ ended: true }, { status: 'closed' })).toBe(true);
    expect(matches({ status: 'closed,resolved' }, { status: 'closed' })).toBe(true);
  });

  it('compares each of its parts', () => {
    expect([matches({ status: 'responding' }), matches({ status: 'responding,open' })]).toEqual([false, true]);
    expect([matches({ severity: 'Minor' }), matches({ severity: 'Severe' })]).toEqual([false, true]);
    expect([matches({ site: 'port' }), matches({ site: 'plant' })]).toEqual([false, true]);
    expect([matches({ side: 'PAK' }), matches({ side: 'CHN' })]).toEqual([false, true]);
    expect(matches({ side: 'CHN' }, { class: 'PAK' })).toBe(false);
  });

  it('shows what the counters of the header count', () => {
    expect([matches({ show: 'waits' }), matches({ show: 'escalated' }), matches({ show: 'unreached' })]).toEqual([
      false,
      true,
      true,
    ]);
    expect(matches({ show: 'nonsense' })).toBe(true);
  });

  it('finds all words, in any order and case', () => {
    expect([matches({ words: 'store SMOKE 0001' }), matches({ words: 'smoke depot' })]).toEqual([true, false]);
  });
});
