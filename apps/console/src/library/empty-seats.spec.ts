import { emptySeats, type SeatInvitation, type SeatUnit } from './empty-seats.js';

const unit = (id: string, side: 'PAK' | 'CHN', mode: SeatUnit['mode']): SeatUnit => ({
  id,
  side,
  name: { en: id },
  kind: 'rescue-service',
  duty: 'on',
  ...(mode !== undefined && { mode }),
});
const units = [unit('rescue', 'PAK', 'played'), unit('police', 'PAK', 'simulated'), unit('embassy', 'CHN', 'played')];
const invitation: SeatInvitation = { role: 'operator', side: 'PAK', units: ['rescue'], state: 'open', uses: 0 };
const idsWith = (...invitations: SeatInvitation[]) => emptySeats(units, invitations).map(({ id }) => id);

describe('the seats that nobody is invited for', () => {
  it('are those of played units', () => {
    expect(idsWith()).toEqual(['rescue', 'embassy']);
  });

  it('are filled by an invitation for the unit, or for its side as a whole', () => {
    expect(idsWith(invitation)).toEqual(['embassy']);
    const { units: _, ...wholeSide } = invitation;
    expect(idsWith({ ...wholeSide, side: 'CHN' })).toEqual(['rescue']);
  });

  it('are filled by a liaison who plays the unit', () => {
    expect(idsWith({ ...invitation, role: 'liaison' })).toEqual(['embassy']);
  });

  it('are not filled by those who answer for no unit, nor by the other side', () => {
    const { units: _, ...wholeSide } = invitation;
    for (const role of ['observer', 'commander', 'releasing-authority'] as const) {
      expect(idsWith({ ...wholeSide, role })).toContain('rescue');
    }
    expect(idsWith({ ...invitation, side: 'CHN' })).toContain('rescue');
  });

  it('stay filled when the invitation is used up, and are empty when it expired unused or was revoked', () => {
    expect(idsWith({ ...invitation, state: 'used up', uses: 1 })).not.toContain('rescue');
    expect(idsWith({ ...invitation, state: 'expired', uses: 0 })).toContain('rescue');
    expect(idsWith({ ...invitation, state: 'revoked', uses: 1 })).toContain('rescue');
  });
});
