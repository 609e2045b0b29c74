/** What can happen to units and links, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { Link, Progress, UnitMode } from './unit.js';

export interface UnitEvents {
  MovementsPlanned: {
    incident: IncidentId;
    unit: UnitId;
    enRoute: ExerciseTime;
    onScene: ExerciseTime;
    clear: ExerciseTime;
  };

  UnitProgressed: { incident: IncidentId; unit: UnitId; progress: Progress };
  UnitDutyChanged: { unit: UnitId; duty: 'on' | 'off' };
  /** For controllers only: who answers for a unit is the trainer's affair. */
  UnitModeChanged: { unit: UnitId; mode: UnitMode };
  /** For the side whose link it is. */
  LinkChanged: { unit?: UnitId; side?: Side; link: Link };
  /** For controllers only: what the unit could not be asked is asked again. */
  UnitReachable: { unit: UnitId };
}
