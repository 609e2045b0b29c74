/** What people and programs may ask for: units and links. The rules answer with events or a `DomainError`. */
import type { Side } from '../kernel/side.js';
import type { Link, UnitMode } from './unit.js';

export interface UnitCommands {
  SetDuty: { unit: string; duty: 'on' | 'off' };
  SetMode: { unit: string; mode: UnitMode };
  /** Of one unit, or of a whole side. */
  SetLink: { unit?: string; side?: Side; link: Link };
}
