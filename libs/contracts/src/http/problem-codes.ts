/**
 * One table from codes to answers, {@link PROBLEM_CODES}, of three parts. What the check of an input finds stands in
 * `problem.ts`, for files and lines of a stream are checked where there is no HTTP, and by code that must not depend on
 * this one. Every code that a problem document may bear, with its HTTP status and title. The type
 * of the domain's part is exhaustive, so a new refusal of the rules does not compile until it has its status.
 */
import type { DomainErrorCode } from '#domain/kernel/domain-error.js';
import type { InputCode, ProblemEntry } from '../problem.js';
import { INPUT_CODES } from '../problem.js';

/** What the API itself refuses, before any rule of the exercise is asked. */
export const API_CODES = {
  BAD_REQUEST: { status: 400, title: 'The request cannot be read' },
  QUERY_INVALID: { status: 400, title: 'A parameter of the address is wrong' },
  CURSOR_INVALID: { status: 400, title: 'The cursor is not one that this list gave' },
  CURSOR_AHEAD: { status: 400, title: 'The cursor is ahead of the log' },
  IDEMPOTENCY_KEY_INVALID: { status: 400, title: 'The Idempotency-Key cannot be read' },
  EMPTY_BODY: { status: 400, title: 'The request has no body' },
  UNAUTHENTICATED: { status: 401, title: 'A valid token is needed' },
  SIGN_IN_FAILED: { status: 401, title: 'The name or the password is wrong' },
  LINK_INVALID: { status: 410, title: 'The link is unknown, used or expired' },
  INVITATION_INVALID: { status: 410, title: 'The invitation is unknown, used up, expired or revoked' },
  PASSWORD_SIGN_IN_OFF: { status: 403, title: 'Names and passwords are not accepted here' },
  ACCOUNT_DISABLED: { status: 403, title: 'The account is disabled' },
  OIDC_UNAVAILABLE: { status: 503, title: 'The identity provider cannot be reached' },
  OIDC_STATE_INVALID: { status: 400, title: 'This browser has not started this sign-in, or it is over' },
  OIDC_DENIED: { status: 403, title: 'The identity provider has not signed the person in' },
  OIDC_ANSWER_INVALID: { status: 403, title: "The identity provider's answer is not valid" },
  OIDC_NO_GROUP: { status: 403, title: 'No group of the person has a role here' },
  OIDC_GROUP_UNUSABLE: { status: 409, title: 'The role of the group does not fit the exercise' },
  CROSS_SITE: { status: 403, title: 'The request comes from a web page of another origin' },
  NO_SESSION: { status: 409, title: 'The caller uses a token, not a session' },
  NO_PASSWORD: { status: 409, title: 'The account has no password' },
  NAME_TAKEN: { status: 409, title: 'This name, or one that looks like it, is taken' },
  TOO_MANY_TRIES: { status: 429, title: 'Too many wrong tries to sign in' },
  FORBIDDEN: { status: 403, title: 'The role of this token does not allow it' },
  NOT_FOUND: { status: 404, title: 'There is no such thing, or this token may not see it' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'The method is not allowed here' },
  REQUEST_TIMEOUT: { status: 408, title: 'The request took too long to arrive' },
  EXERCISE_OF_OTHER_ENGINE: { status: 409, title: 'The exercise runs by the rules of another engine version' },
  EXERCISE_NOT_STARTED: { status: 409, title: 'The exercise has not started' },
  REPORT_TOO_LARGE: { status: 422, title: 'The log is too long for a report' },
  TOO_MANY_REPORTS: { status: 429, title: 'Too many reports are being made' },
  CALCULATION_TOO_LONG: { status: 422, title: 'The calculation takes too long' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'The Idempotency-Key was used with another body' },
  NOTHING_ACCEPTED: { status: 422, title: 'None of the alerts was accepted' },
  URI_TOO_LONG: { status: 414, title: 'The address is too long' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'The content type is not one that this route takes' },
  UNSUPPORTED_CHARSET: { status: 415, title: 'The charset of the content type is not one that is read' },
  UNSUPPORTED_ENCODING: { status: 415, title: 'The content encoding is not supported' },
  HEADERS_TOO_LARGE: { status: 431, title: 'The headers are too large' },
  TOO_MANY_WRONG_TOKENS: { status: 429, title: 'Too many wrong tokens came from this address' },
  LAST_CONTROLLER: { status: 409, title: 'No controller could manage accounts any more' },
  RATE_LIMITED: { status: 429, title: 'Too many requests' },
  TOO_MANY_WAITING: { status: 429, title: 'Too many commands are waiting for their outcome' },
  TOO_MANY_CALCULATIONS: { status: 429, title: 'Too much is being calculated' },
  TOO_MANY_CONNECTIONS: { status: 429, title: 'Too many sockets or streams of one account' },
  TOO_MANY_JOINED: { status: 429, title: 'One socket has joined too many exercises' },
  INTERNAL: { status: 500, title: 'Something went wrong here' },
  DATABASE_UNAVAILABLE: { status: 503, title: 'The database is away' },
  INBOX_FULL: { status: 503, title: 'More is coming in than can be stored' },
  SHUTTING_DOWN: { status: 503, title: 'This process is shutting down' },
} as const satisfies Record<string, ProblemEntry>;

export type ApiCode = keyof typeof API_CODES;

/**
 * The refusals of the rules. 404 where the thing does not exist for the viewer, 409 where the state is in the way, 422 where
 * the request can never be right, 403 where it is not the actor's to ask.
 */
const DOMAIN_CODES = {
  EXERCISE_NOT_RUNNING: { status: 409, title: 'The exercise is not running' },
  EXERCISE_NOT_PAUSED: { status: 409, title: 'The exercise is not paused' },
  EXERCISE_ALREADY_STARTED: { status: 409, title: 'The exercise has started already' },
  EXERCISE_ENDED: { status: 409, title: 'The exercise has ended' },
  SPEED_OUT_OF_RANGE: { status: 422, title: 'The speed is out of range' },
  UNKNOWN_SITE: { status: 422, title: 'The scenario has no such site' },
  UNKNOWN_UNIT: { status: 404, title: 'There is no such unit' },
  UNKNOWN_INCIDENT: { status: 404, title: 'There is no such incident' },
  UNKNOWN_NOTIFICATION: { status: 404, title: 'There is no such notification' },
  ANSWER_PENDING: { status: 409, title: 'The unit has answered, and the answer has not arrived yet' },
  CHAIN_NOT_RESTARTABLE: { status: 409, title: 'The chain is neither halted nor exhausted' },
  UNIT_OFF_DUTY: { status: 409, title: 'The unit is off duty' },
  LACKS_AUTHORITY: { status: 422, title: 'The unit lacks the authority' },
  NOT_RELEASABLE: { status: 422, title: 'The side of the unit may not know of the incident' },
  ALREADY_ASKED: { status: 409, title: 'The unit is asked already' },
  ALREADY_ACKNOWLEDGED: { status: 409, title: 'The unit has acknowledged already' },
  UNKNOWN_CHAIN: { status: 422, title: 'The incident has no such chain' },
  UNKNOWN_REFERENCE: { status: 422, title: 'The referenced alert is not known' },
  LABEL_CONTRADICTION: { status: 422, title: 'The class and the TLP label contradict each other' },
  UNKNOWN_RECIPIENT: { status: 422, title: 'The label names a recipient that there is not' },
  RELEASE_WIDENED: { status: 422, title: 'It would reveal a message to a side that may not know of it' },
  INCIDENT_CLOSED: { status: 409, title: 'The incident is closed' },
  INCIDENT_ALREADY_RESOLVED: { status: 409, title: 'The incident is resolved already' },
  NOTIFICATION_ENDED: { status: 409, title: 'The notification has ended' },
  INCIDENT_NOT_RESOLVED: { status: 409, title: 'The incident is not resolved' },
  DUPLICATE_ALERT: { status: 409, title: 'The alert is known already' },
  NOTIFICATION_NOT_DELIVERED: { status: 409, title: 'The notification has not been delivered' },
  UNIT_NOT_ENGAGED: { status: 409, title: 'The unit is not engaged in this incident' },
  UNIT_AT_CAPACITY: { status: 409, title: 'The unit has no place left' },
  PROGRESS_OUT_OF_ORDER: { status: 409, title: 'The progress is out of order' },
  NOT_YOUR_SIDE: { status: 403, title: "It is the other side's" },
  NOT_YOUR_UNIT: { status: 403, title: "It is another unit's" },
  NOT_YOUR_SENDER: { status: 403, title: "The sender is another account's" },
  TOO_MANY_SENDERS: { status: 409, title: 'The account has used too many senders' },
  CLASS_NOT_ALLOWED: { status: 403, title: 'The account may not send alerts of this class' },
  NOT_PERMITTED: { status: 403, title: 'It is not permitted' },
  SIDE_ALREADY_ACKNOWLEDGED: { status: 409, title: 'The side has acknowledged already' },
  NOTHING_TO_ESCALATE: { status: 409, title: 'There is nothing to escalate' },
  TIME_HAS_PASSED: { status: 409, title: 'The exercise clock has passed that time' },
  NOTHING_DUE: { status: 409, title: 'Nothing is due any more' },
  UNKNOWN_INJECT: { status: 404, title: 'There is no such inject' },
  DUPLICATE_INJECT: { status: 409, title: 'There is an inject of this id already' },
  INJECT_ALREADY_FIRED: { status: 409, title: 'The inject has fired' },
  INJECT_ALREADY_SKIPPED: { status: 409, title: 'The inject is skipped already' },
  INJECT_NOT_SCHEDULED: { status: 409, title: 'The inject has no time that could be put off' },
  POLICY_INVALID: { status: 422, title: 'The policy does not fit the exercise' },
  POLICY_NOT_NEWER: { status: 409, title: 'The version of the policy is not higher than the one in force' },
  SOVEREIGNTY_RULE: { status: 422, title: 'The sovereignty rule forbids it' },
  UNKNOWN_OBJECTIVE: { status: 422, title: 'The scenario has no such objective' },
  UNKNOWN_OBSERVATION: { status: 422, title: 'There is no such observation' },
  UNKNOWN_EVENT: { status: 422, title: 'The log has no such event' },
} as const satisfies Record<DomainErrorCode, ProblemEntry>;

export type ProblemCode = ApiCode | DomainErrorCode | InputCode;

export const PROBLEM_CODES: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...INPUT_CODES,
  ...DOMAIN_CODES,
  ...API_CODES,
};

export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_CODES, code);
}
