import { AccountEntity } from './account.entity.js';
import { AlertEntity } from './alert.entity.js';
import { IncidentEntity } from './incident.entity.js';
import { NotificationEntity } from './notification.entity.js';
import { TokenEntity } from './token.entity.js';
import { UnitEntity } from './unit.entity.js';

/** What TypeORM maps. Exercises, the inbox and the log are written and read by statements of their own (`exercises/`, `inbox/`, `ledger/`, `log/`). */
export const ENTITIES = [
  AccountEntity,
  AlertEntity,
  IncidentEntity,
  NotificationEntity,
  TokenEntity,
  UnitEntity,
] as const;

export { AccountEntity, AlertEntity, IncidentEntity, NotificationEntity, TokenEntity, UnitEntity };
