import type { Plain } from './brand.js';
import { after, earlierOf, exerciseTime, laterOf, STARTEX, type ExerciseTime } from './exercise-time.js';
import { idsIn, incidentId, incidentIn, notificationId, unitId, type IncidentId, type UnitId } from './ids.js';
import { wallTime, type WallTime } from './wall-time.js';

const incident = incidentId('INC-0001');
const unit = unitId('police');

/** Checked by the compiler: each line below an expected error must be one, or the type check fails. */
describe('ids', () => {
  const incidents: Record<IncidentId, string> = { [incident]: 'fire' };
  const taken = (id: IncidentId, by: UnitId): string => `${id} by ${by}`;

  it('are the texts that they were made of', () => {
    const text: string = incident;
    expect([text, JSON.stringify({ unit }), taken(incident, unit)]).toEqual([
      'INC-0001',
      '{"unit":"police"}',
      'INC-0001 by police',
    ]);
  });

  it('of one kind are not taken for those of another, and no text for an id', () => {
    // @ts-expect-error a unit is no incident
    taken(unit, unit);
    // @ts-expect-error the wrong way round
    taken(unit, incident);
    // @ts-expect-error a text is no id
    taken('INC-0001', unit);
    // @ts-expect-error incidents are not kept by unit
    expect(incidents[unit]).toBeUndefined();
    expect(incidents[incident]).toBe('fire');
  });

  it('are read from the record that they are the keys of, and an incident from its notification', () => {
    const ids: IncidentId[] = idsIn(incidents);
    expect(ids).toEqual([incident]);
    expect(incidentIn(notificationId('INC-0001.N2'))).toBe(incident);
  });

  it('are plain where people write them by hand', () => {
    const plain: Plain<{ asked: readonly UnitId[]; openedAt: Record<IncidentId, ExerciseTime> }> = {
      asked: ['police'],
      openedAt: { 'INC-0001': 5 },
    };
    expect(plain.openedAt['INC-0001']).toBe(5);
  });
});

describe('exercise time', () => {
  const due: ExerciseTime = exerciseTime(60_000);

  it('is moved by a duration, and its differences are durations', () => {
    const later: ExerciseTime = after(due, 500);
    const between: number = later - due;
    expect([later, between, laterOf(due, later), earlierOf(STARTEX, due)]).toEqual([60_500, 500, 60_500, 0]);
  });

  it('is taken neither for wall time nor for what it is moved by, nor these for it', () => {
    const now: WallTime = wallTime(1_795_400_000_000);
    const delayMs = 500;
    // @ts-expect-error a duration is no moment
    after(delayMs, 0);
    // @ts-expect-error a moment is no duration
    after(due, due);
    // @ts-expect-error a sum is no moment: `after` makes one
    const wrong: ExerciseTime = due + delayMs;
    // @ts-expect-error wall time is no exercise time
    const wall: ExerciseTime = now;
    // @ts-expect-error exercise time is no wall time
    const exercise: WallTime = due;
    expect([wrong, wall, exercise]).toEqual([60_500, now, due]);
  });
});
