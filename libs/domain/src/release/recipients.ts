/** Those whom a label names. */
import { DomainError } from '../kernel/domain-error.js';
import type { Recipient } from './label.js';

/** @throws DomainError UNKNOWN_RECIPIENT when the label names a unit that there is not */
export function mustNameUnits(units: Readonly<Record<string, unknown>>, recipients: readonly Recipient[] = []): void {
  for (const name of recipients) {
    if (!name.startsWith('unit:')) continue;
    const unit = name.slice('unit:'.length);
    if (Object.hasOwn(units, unit)) continue;
    throw new DomainError('UNKNOWN_RECIPIENT', `the label names unit "${unit}", which is not in the scenario`);
  }
}
