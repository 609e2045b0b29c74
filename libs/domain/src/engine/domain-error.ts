/** A refusal by the rules. `code` is stable; the message says what was wrong, with which value, and what would be right. */
export const DOMAIN_ERROR_CODES = [
  'EXERCISE_NOT_RUNNING',
  'EXERCISE_NOT_PAUSED',
  'EXERCISE_ALREADY_STARTED',
  'EXERCISE_ENDED',
  'SPEED_OUT_OF_RANGE',
  'UNKNOWN_SITE',
  'UNKNOWN_UNIT',
  'UNKNOWN_INCIDENT',
  'UNKNOWN_NOTIFICATION',
  'UNKNOWN_CHAIN',
  'UNKNOWN_REFERENCE',
  'RELEASE_WIDENED',
  'INCIDENT_CLOSED',
  'INCIDENT_ALREADY_RESOLVED',
  'INCIDENT_NOT_RESOLVED',
  'DUPLICATE_ALERT',
  'NOTIFICATION_ENDED',
  'NOTIFICATION_NOT_DELIVERED',
  'UNIT_NOT_ENGAGED',
  'UNIT_AT_CAPACITY',
  'PROGRESS_OUT_OF_ORDER',
  'NOT_YOUR_SIDE',
  'NOT_PERMITTED',
  'SIDE_ALREADY_ACKNOWLEDGED',
  'NOTHING_TO_ESCALATE',
  'SOVEREIGNTY_RULE',
  'UNKNOWN_OBJECTIVE',
  'UNKNOWN_OBSERVATION',
  'UNKNOWN_EVENT',
  'TIME_HAS_PASSED',
  'NOTHING_DUE',
  'UNKNOWN_INJECT',
  'DUPLICATE_INJECT',
  'INJECT_ALREADY_FIRED',
  'INJECT_ALREADY_SKIPPED',
  'INJECT_NOT_SCHEDULED',
  'POLICY_INVALID',
  'POLICY_NOT_NEWER',
] as const;
export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DomainError';
  }
}
