import { FirstSchema1764000000000 } from './1764000000000-first-schema.js';

/** All migrations, oldest first. A released one is never changed; a new one is added. */
export const MIGRATIONS = [FirstSchema1764000000000] as const;
