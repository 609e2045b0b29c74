import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { EvaluatorRole1764000000010 } from './1764000000010-evaluator-role.js';
import { EventDirectionIndex1764000000020 } from './1764000000020-event-direction-index.js';
import { EngagedByClass1764000000030 } from './1764000000030-engaged-by-class.js';
import { PendingBytes1764000000040 } from './1764000000040-pending-bytes.js';
import { SnapshotsAnew1764000000050 } from './1764000000050-snapshots-anew.js';
import { DueTimes1764000000060 } from './1764000000060-due-times.js';
import { EngineVersion1764000000070 } from './1764000000070-engine-version.js';
import { WhoMayAct1764000000080 } from './1764000000080-who-may-act.js';
import { CursorSecret1764000000090 } from './1764000000090-cursor-secret.js';
import { People1764000000100 } from './1764000000100-people.js';
import { Batches1764000000110 } from './1764000000110-batches.js';
import { MoreRoles1764000000120 } from './1764000000120-more-roles.js';
import { Labels1764000000130 } from './1764000000130-labels.js';
import { RemoteUnits1764000000140 } from './1764000000140-remote-units.js';
import { Identities1764000000150 } from './1764000000150-identities.js';
import { ReleaseIndex1764000000160 } from './1764000000160-release-index.js';
import { PolicyEvents1764000000170 } from './1764000000170-policy-events.js';
import { ChangedLabels1764000000180 } from './1764000000180-changed-labels.js';
import { DroppedPolicies1764000000190 } from './1764000000190-dropped-policies.js';

/** All migrations, oldest first. A released one is never changed; a new one is added. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
  EvaluatorRole1764000000010,
  EventDirectionIndex1764000000020,
  EngagedByClass1764000000030,
  PendingBytes1764000000040,
  SnapshotsAnew1764000000050,
  DueTimes1764000000060,
  EngineVersion1764000000070,
  WhoMayAct1764000000080,
  CursorSecret1764000000090,
  People1764000000100,
  Batches1764000000110,
  MoreRoles1764000000120,
  Labels1764000000130,
  RemoteUnits1764000000140,
  Identities1764000000150,
  ReleaseIndex1764000000160,
  PolicyEvents1764000000170,
  ChangedLabels1764000000180,
  DroppedPolicies1764000000190,
] as const;
