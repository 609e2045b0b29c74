/** What the checks of a scenario have to say. */

export const FINDING_CODES = [
  // Errors: the scenario does not load.
  'DUPLICATE_ID',
  'UNKNOWN_SITE',
  'UNKNOWN_UNIT',
  'UNKNOWN_GROUP',
  'UNKNOWN_CHAIN',
  'DEFAULT_ROUTE',
  'CHAIN_WITHOUT_STEPS',
  'STEP_WITHOUT_TARGETS',
  'TEST_NOT_APPLICABLE',
  'CHANCE_OUT_OF_RANGE',
  'CAPACITY_OUT_OF_RANGE',
  'COUNT_OUT_OF_RANGE',
  'DURATION_OUT_OF_RANGE',
  'KIND_OF_OTHER_SIDE',
  'SOVEREIGNTY_RULE',
  'CLASS_NOT_ALLOWED',
  'LABEL_CONTRADICTION',
  // Warnings: it loads, but hardly does what its author means.
  'UNREACHABLE_ROUTE',
  'UNREACHABLE_STEP',
  'UNUSED_CHAIN',
  'UNUSED_GROUP',
  'EMPTY_TARGET',
  'LACKS_AUTHORITY',
  'NOT_RELEASABLE',
  'SITE_WITHOUT_UNIT',
  'WAIT_BEYOND_EXERCISE',
  'REMINDER_AFTER_EXPIRY',
  'EXPIRY_BEFORE_DEADLINE',
  'ONE_SIDED',
  'COUNT_ABOVE_UNITS',
  'UNIT_WITHOUT_JURISDICTION',
  'COORDINATES_SWAPPED',
  'COVERED_STEP',
  'LATE_ANSWER',
  'LINT_UNFINISHED',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly level: 'error' | 'warning';
  /** Where, in the authored form: `policy.chains.joint.steps[1].ackWithin`. */
  readonly path: string;
  /** What is wrong, with which value, and what would be right. */
  readonly message: string;
}

export function error(code: FindingCode, path: string, message: string): Finding {
  return { code, level: 'error', path, message };
}

export function warning(code: FindingCode, path: string, message: string): Finding {
  return { code, level: 'warning', path, message };
}
