import { incidentId } from '#domain/kernel/ids.js';
import type { Handover } from '#domain/incident/incident.js';
import { offersTo } from './offers-to.js';

const offer = (to: string, side: 'PAK' | 'CHN' = 'PAK'): Handover => ({ of: 'assignment', side, from: 'a', to });
const state = (handovers: Record<string, readonly Handover[]>, status = 'running') => ({
  status,
  incidents: Object.fromEntries(
    Object.entries(handovers).map(([id, list]) => [id, { id: incidentId(id), handovers: list }]),
  ),
});

describe('handovers that wait', () => {
  it('are those to the account, of its side', () => {
    const offered = state({
      'INC-0001': [offer('b')],
      'INC-0002': [offer('c')],
      'INC-0003': [offer('b', 'CHN')],
      'PAK-0001': [],
    });
    expect(offersTo(offered, { account: 'b', side: 'PAK' })).toEqual(['INC-0001']);
    expect(offersTo(offered, { account: 'd', side: 'PAK' })).toEqual([]);
  });

  it('wait no longer when the exercise has ended', () => {
    expect(offersTo(state({ 'INC-0001': [offer('b')] }, 'ended'), { account: 'b', side: 'PAK' })).toEqual([]);
  });
});
