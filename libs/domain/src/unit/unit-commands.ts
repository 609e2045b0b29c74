/** What people and programs may ask for: units and links. The rules answer with events or a `DomainError`. */
import type { UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { Link, UnitMode } from './unit.js';

export interface UnitCommands {
  SetDuty: { unit: UnitId; duty: 'on' | 'off' };
  SetMode: { unit: UnitId; mode: UnitMode };
  /** Of one unit, or of a whole side. */
  SetLink: { unit?: UnitId; side?: Side; link: Link };
}
