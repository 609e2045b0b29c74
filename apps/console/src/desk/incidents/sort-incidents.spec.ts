import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { incidentId } from '#domain/kernel/ids.js';
import { sortIncidents, type Sortable } from './sort-incidents.js';

function incident(
  id: string,
  parts: Partial<Omit<Sortable, 'nextStepAt' | 'openedAt'>> & { due?: number; openedAt?: number } = {},
): Sortable {
  const { due, openedAt = 0, ...rest } = parts;
  return {
    id: incidentId(id),
    status: 'open',
    severity: 'Minor',
    openedAt: exerciseTime(openedAt),
    ...(due !== undefined && { nextStepAt: exerciseTime(due) }),
    ...rest,
  };
}

const order = (...incidents: Sortable[]) => sortIncidents(incidents).map(({ id }) => id);

describe('the order of the incidents', () => {
  it('has first what is due next, whatever its severity, and then what waits for nothing', () => {
    expect(
      order(incident('C', { severity: 'Extreme' }), incident('B', { due: 20 }), incident('A', { due: 10 })),
    ).toEqual(['A', 'B', 'C']);
  });

  it('has the gravest first among those due at the same time', () => {
    expect(
      order(
        incident('B', { due: 10 }),
        incident('A', { due: 10, severity: 'Unknown' }),
        incident('C', { due: 10, severity: 'Severe' }),
      ),
    ).toEqual(['C', 'B', 'A']);
  });

  it('has the latest first among the equally grave', () => {
    expect(order(incident('A', { openedAt: 1 }), incident('B', { openedAt: 2 }))).toEqual(['B', 'A']);
  });

  it('has what has ended last, and is the same however they came in', () => {
    const ended = incident('A', { status: 'closed', severity: 'Extreme', openedAt: 9 });
    const some = [ended, incident('D'), incident('B'), incident('C', { status: 'responding' })];
    expect(order(...some)).toEqual(['B', 'C', 'D', 'A']);
    expect(order(...some.toReversed())).toEqual(['B', 'C', 'D', 'A']);
  });
});
