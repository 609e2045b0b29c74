import type { ExerciseFold } from '../live/exercise-fold.js';
import { wallFacts } from './wall-facts.js';

interface Given {
  readonly id: string;
  readonly class?: 'JOINT' | 'PAK' | 'CHN';
  readonly status?: string;
  readonly nextStepAt?: number;
  readonly jointAfter?: number;
  readonly tlp?: string;
}

function foldOf(...given: Given[]): ExerciseFold {
  const incidents = given.map((one) => ({
    class: 'JOINT',
    status: 'open',
    openedAt: 1000,
    joint: one.jointAfter === undefined ? 'none' : 'joint',
    figures: { jointAcknowledgementAt: one.jointAfter === undefined ? undefined : 1000 + one.jointAfter },
    ...one,
  }));
  const alerts = given.map(({ id, tlp }) => ({
    incident: id,
    alert: { exercise: { releasability: { class: 'JOINT', tlp } } },
  }));
  return {
    incidents: new Map(incidents.map((one) => [one.id, one])),
    alerts: new Map(alerts.map((one, index) => [`ALT-${index}`, one])),
  } as unknown as ExerciseFold;
}

const shown = (...given: Given[]) => wallFacts(foldOf(...given)).incidents.map(({ id }) => id);

describe('the wall', () => {
  it('shows joint incidents, and none of one side', () => {
    expect(shown({ id: 'INC-1' }, { id: 'PAK-1', class: 'PAK' }, { id: 'CHN-1', class: 'CHN' })).toEqual(['INC-1']);
  });

  it('shows none with a label above TLP:CLEAR', () => {
    expect(
      shown({ id: 'INC-1', tlp: 'TLP:GREEN' }, { id: 'INC-2', tlp: 'TLP:AMBER' }, { id: 'INC-3', tlp: 'TLP:CLEAR' }),
    ).toEqual(['INC-3']);
  });

  it('shows none that is labelled above TLP:CLEAR, where the page does not hold its alerts', () => {
    const labels = ['TLP:GREEN', 'TLP:CLEAR'].map((tlp, index) => ({ id: `INC-${index}`, label: { tlp } }));
    expect(shown(...(labels as never[]))).toEqual(['INC-1']);
  });

  it('shows what is due next first, and nothing that has ended', () => {
    const given = [{ id: 'INC-1' }, { id: 'INC-2', nextStepAt: 9 }, { id: 'INC-3', nextStepAt: 5 }];
    expect(shown(...given, { id: 'INC-4', status: 'closed' })).toEqual(['INC-3', 'INC-2', 'INC-1']);
  });

  it('counts only what it shows', () => {
    const hidden = [
      { id: 'PAK-1', class: 'PAK', jointAfter: 90_000 },
      { id: 'INC-9', tlp: 'TLP:AMBER', jointAfter: 80_000 },
    ] as const;
    const { joint, medianJointMs } = wallFacts(foldOf({ id: 'INC-1', jointAfter: 3000 }, { id: 'INC-2' }, ...hidden));
    expect([joint, medianJointMs]).toEqual([1, 3000]);
  });
});
