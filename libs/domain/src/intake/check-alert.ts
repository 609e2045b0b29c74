/** What can be said of an alert before the state of its exercise is known. */
import type { Alert } from '../alert/alert.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import { mustSend } from '../release/authority.js';
import { unitId } from '../kernel/ids.js';
import { contradicts } from '../release/label.js';
import { mustNotTear } from '../release/tear-line.js';
import { registerIndex } from '../unit/register-index.js';
import type { Register } from '../unit/register.js';

/**
 * The same check at the door and in the engine.
 * @throws DomainError UNKNOWN_SITE, UNKNOWN_RECIPIENT, NOT_YOUR_SIDE, CLASS_NOT_ALLOWED, LABEL_CONTRADICTION
 */
export function checkAlert(scenario: Register, alert: Alert, actor: Actor): void {
  const { site, releasability } = alert.exercise;
  if (contradicts(releasability.class, releasability.tlp)) {
    throw new DomainError(
      'LABEL_CONTRADICTION',
      `the alert is of class JOINT and labelled ${releasability.tlp}, which keeps it within one side; use TLP:AMBER, TLP:GREEN or TLP:CLEAR, or the class of one side`,
    );
  }
  mustNotTear(releasability.class, releasability.tearLine);
  if (site !== undefined && !registerIndex(scenario).sites.has(site)) {
    const known = listed([...registerIndex(scenario).sites.keys()]);
    throw new DomainError('UNKNOWN_SITE', `site "${site}" is not in the scenario; it has ${known}`);
  }
  for (const name of releasability.releasableTo ?? []) {
    const unit = name.startsWith('unit:') ? name.slice('unit:'.length) : undefined;
    if (unit === undefined || registerIndex(scenario).units.has(unitId(unit))) continue;
    throw new DomainError('UNKNOWN_RECIPIENT', `the label names unit "${unit}", which is not in the scenario`);
  }
  if (actor.kind === 'account' && actor.side && releasability.class !== 'JOINT' && releasability.class !== actor.side) {
    throw new DomainError(
      'NOT_YOUR_SIDE',
      `an account of side ${actor.side} sent an alert of class ${releasability.class}; use JOINT or ${actor.side}`,
    );
  }
  mustSend(actor, releasability.class);
}

const LISTED = 10;

function listed(ids: readonly string[]): string {
  const more = ids.length > LISTED ? ` and ${ids.length - LISTED} more` : '';
  return ids.slice(0, LISTED).join(', ') + more;
}
