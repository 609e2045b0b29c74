import { type LastSession, lastSessionOf, whySignedOut } from './signed-out.js';

const MINUTE = 60_000;
const session: LastSession = {
  name: 'Ayesha',
  by: 'session',
  hasPassword: true,
  idleMs: 60 * MINUTE,
  expiresAt: 1_000 * MINUTE,
  usedAt: 100 * MINUTE,
};

describe('why somebody is signed out', () => {
  it('was inactive for as long as the limit allows', () => {
    expect(whySignedOut(session, 160 * MINUTE)).toEqual({
      name: 'Ayesha',
      hasPassword: true,
      why: 'idle',
      minutes: 60,
    });
  });

  it('was signed in for as long as is possible, even though active', () => {
    expect(whySignedOut({ ...session, usedAt: 999 * MINUTE }, 1_000 * MINUTE)).toEqual({
      name: 'Ayesha',
      hasPassword: true,
      why: 'expired',
    });
  });

  it('was ended by somebody when no limit was reached', () => {
    expect(whySignedOut(session, 110 * MINUTE)).toEqual({ name: 'Ayesha', hasPassword: true, why: 'ended' });
  });

  it('held a token that expired, or was revoked', () => {
    const token: LastSession = {
      name: 'Ayesha',
      by: 'token',
      hasPassword: false,
      expiresAt: 1_000 * MINUTE,
      usedAt: 0,
    };
    expect(whySignedOut(token, 1_001 * MINUTE).why).toBe('token-expired');
    expect(whySignedOut(token, 500 * MINUTE).why).toBe('token-revoked');
  });

  it('knows the idle limit from the first answer', () => {
    const now = Date.parse('2026-01-01T10:00:00Z');
    const view = { account: 'a', name: 'Ayesha', role: 'observer', hasPassword: true, by: 'session' } as const;
    const idleUntil = '2026-01-01T12:00:00.000Z';
    expect(lastSessionOf({ ...view, idleUntil }, now)).toEqual({
      name: 'Ayesha',
      by: 'session',
      hasPassword: true,
      idleMs: 120 * MINUTE,
      usedAt: now,
    });
  });
});
