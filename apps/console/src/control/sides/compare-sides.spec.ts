import type { IncidentView } from '#domain/engine/read-models.js';
import { compareSides } from './compare-sides.js';

const incident = (id: string, more: object = {}) =>
  ({
    id,
    openedAt: 1,
    headline: 'h',
    severity: 'Minor',
    status: 'open',
    acknowledgedBy: {},
    ...more,
  }) as unknown as IncidentView;

describe('what each side knows', () => {
  it('puts the same incident of both sides into one row', () => {
    const [row, ...more] = compareSides({ PAK: [incident('INC-1')], CHN: [incident('INC-1')] });
    expect(more).toEqual([]);
    expect(row).toMatchObject({ id: 'INC-1', differences: [] });
  });
  it('shows what only one side knows', () => {
    const rows = compareSides({ PAK: [incident('PAK-1')], CHN: [incident('CHN-1', { openedAt: 0 })] });
    expect(rows.map(({ id, differences, as }) => [id, differences, Object.keys(as)])).toEqual([
      ['CHN-1', ['unknown'], ['CHN']],
      ['PAK-1', ['unknown'], ['PAK']],
    ]);
  });
  it('shows another headline, severity or state', () => {
    const [row] = compareSides({
      PAK: [incident('INC-1')],
      CHN: [incident('INC-1', { headline: 'x', severity: 'Severe', status: 'resolved' })],
    });
    expect(row?.differences).toEqual(['headline', 'severity', 'status']);
  });
  it('shows that one side has acknowledged and the other has not', () => {
    const acknowledged = incident('INC-1', { acknowledgedBy: { PAK: { at: 1 } } });
    expect(compareSides({ PAK: [acknowledged], CHN: [acknowledged] })[0]?.differences).toEqual(['acknowledged']);
    const both = incident('INC-1', { acknowledgedBy: { PAK: { at: 1 }, CHN: { at: 2 } } });
    expect(compareSides({ PAK: [both], CHN: [both] })[0]?.differences).toEqual([]);
  });
});
