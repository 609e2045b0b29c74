/** What can happen to units and links, in the past tense. */
import type { Side } from '../kernel/side.js';
import type { Link, Progress, UnitMode } from './unit.js';

export interface UnitEvents {
  MovementsPlanned: { incident: string; unit: string; enRoute: number; onScene: number; clear: number };

  UnitProgressed: { incident: string; unit: string; progress: Progress };
  UnitDutyChanged: { unit: string; duty: 'on' | 'off' };
  UnitModeChanged: { unit: string; mode: UnitMode };
  LinkChanged: { unit?: string; side?: Side; link: Link };
  /** For controllers only: what the unit could not be asked is asked again. */
  UnitReachable: { unit: string };
}
