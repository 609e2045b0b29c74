import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';
import { EvaluatorRole1764000000010 } from './1764000000010-evaluator-role.js';
import { EventDirectionIndex1764000000020 } from './1764000000020-event-direction-index.js';
import { EngagedByClass1764000000030 } from './1764000000030-engaged-by-class.js';

/** All migrations, oldest first. A released one is never changed; a new one is added. */
export const MIGRATIONS = [
  FirstSchema1764000000000,
  EvaluatorRole1764000000010,
  EventDirectionIndex1764000000020,
  EngagedByClass1764000000030,
] as const;
