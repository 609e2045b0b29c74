import { SEVERITIES } from '#domain/alert/alert.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { ExerciseFold } from './exercise-fold.js';
import { attentionState, lookOf, SOUND_KINDS as KINDS, soundOf, STATE_LOOKS } from './state-looks.js';

function incident(parts: Partial<IncidentView> = {}): IncidentView {
  const made: unknown = {
    id: 'INC-0001',
    class: 'JOINT',
    status: 'open',
    severity: 'Severe',
    acknowledgedBy: {},
    chains: [{ chain: 'c', route: 'r', status: 'active', step: 0, round: 0 }],
    nextStepAt: 300_000,
    figures: { firstAcknowledgementAt: {}, escalations: 0 },
    ...parts,
  };
  return made as IncidentView;
}

const acknowledged = { at: 1_000, by: 'unit', unit: 'police' };
const by = (...sides: string[]) =>
  ({
    acknowledgedBy: Object.fromEntries(sides.map((side) => [side, acknowledged])),
  }) as unknown as Partial<IncidentView>;
const had = (escalations: number, ...sides: string[]) =>
  ({
    figures: { firstAcknowledgementAt: Object.fromEntries(sides.map((side) => [side, 1_000])), escalations },
  }) as unknown as Partial<IncidentView>;

function foldWith(...asked: { unit: string; side: string; status: string }[]): ExerciseFold {
  const notifications = asked.map((one, index) => ({ ...one, id: `N${index}`, incident: 'INC-0001' }));
  return {
    state: { incidents: { 'INC-0001': { asked: notifications.map(({ id }) => id) } } },
    notifications: new Map(notifications.map((one) => [one.id, one])),
  } as unknown as ExerciseFold;
}

describe('the table of states', () => {
  it('flashes and sounds again and again while an incident waits for us', () => {
    expect(attentionState(incident(), 'PAK', true)).toBe('waits');
    expect(STATE_LOOKS.waits).toEqual({ look: 'flash', sound: 'waits', isRepeated: true });
  });

  it('flashes with another sound once it has escalated', () => {
    expect(attentionState(incident(had(1)), 'PAK', true)).toBe('escalated');
    expect(STATE_LOOKS.escalated).toMatchObject({ look: 'flashOther', sound: 'escalated' });
  });

  it('is steady and silent for the side that has acknowledged, and not for the other', () => {
    const one = incident({ ...by('PAK'), ...had(1, 'PAK') });
    expect(attentionState(one, 'PAK', true)).toBe('acknowledged');
    expect(attentionState(one, 'CHN', true)).toBe('escalated');
    expect(attentionState(one, undefined, true)).toBe('escalated');
    expect(STATE_LOOKS.acknowledged).toEqual({ look: 'steady', sound: undefined, isRepeated: false });
  });

  it('flashes once when it is open again after it was acknowledged', () => {
    expect(attentionState(incident(had(0, 'PAK', true)), 'PAK')).toBe('reopened');
    expect(STATE_LOOKS.reopened).toEqual({ look: 'flashOnce', sound: 'reopened', isRepeated: false });
  });

  it('takes an escalation from before the acknowledgement for past, and a new one for new', () => {
    expect(attentionState(incident(had(2, 'PAK', true)), 'PAK')).toBe('reopened');
    const chains = [
      { chain: 'c', route: 'r', status: 'active', step: 1, round: 0 },
    ] as unknown as IncidentView['chains'];
    expect(attentionState(incident({ ...had(2, 'PAK'), chains }), 'PAK', true)).toBe('escalated');
  });

  it('is calm when nobody is asked, and ended when it has ended', () => {
    const { nextStepAt: _none, ...quiet } = incident();
    expect(attentionState(quiet, 'PAK', false)).toBe('calm');
    expect(attentionState(incident({ status: 'resolved' }), 'PAK', true)).toBe('ended');
  });

  it('hatches what could not be delivered to a unit of ours, until the unit was reached', () => {
    const down = { unit: 'police', side: 'PAK', status: 'undeliverable' };
    expect(lookOf(incident(), foldWith(down), 'PAK').classes).toContain('hatched');
    expect(lookOf(incident(), foldWith(down), 'CHN').isUndeliverable).toBe(false);
    expect(lookOf(incident(), foldWith(down, { ...down, status: 'delivered' }), 'PAK').isUndeliverable).toBe(false);
  });
});

describe('the sounds', () => {
  it('differ for each kind and each severity', () => {
    const all = KINDS.flatMap((kind) => SEVERITIES.map((severity) => JSON.stringify(soundOf(kind, severity))));
    expect(new Set(all).size).toBe(all.length);
  });

  it('come the sooner again, the graver it is', () => {
    const every = ['Extreme', 'Severe', 'Moderate', 'Minor'].map((one) => soundOf('waits', one as 'Minor').everyMs);
    expect(every).toEqual(every.toSorted((a, b) => a - b));
  });
});
