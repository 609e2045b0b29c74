/**
 * The id of an alert follows from what identifies it (CAP 1.2, 3.2.1: sender, identifier, sent), from its releasability class
 * and from the side whose message it is: the same triple is one alert within a class and a side, live and in replay, without a
 * look-up; and one side can neither learn from an id what the other side has sent, nor block its message by sending the same
 * triple first.
 */
import { hash } from 'node:crypto';
import type { Alert, MessageReference } from '#domain/alert/alert.js';
import { alertIdentity } from '#domain/alert/alert-identity.js';
import { shortBase32 } from '#domain/kernel/digest.js';
import { alertId as asAlertId, type AlertId } from '#domain/kernel/ids.js';
import { widenedBy } from '#domain/release/release.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { readTime } from './cap-time.js';

/** `ALT-` and 26 characters of lower-case base32 (RFC 4648), 130 bits of SHA-256. */
export function alertId(alert: Alert, whose: Whose = {}): AlertId {
  return referencedAlertId(alert.exercise.releasability.class, alert, whose);
}

/** Whose message it is. */
export interface Whose {
  /** As `ownerOf` of the domain; absent: the class itself. */
  readonly owner?: ReleaseClass;
  /** Given only where another account has sent the same triple before. */
  readonly account?: string;
}

/**
 * The id that the referenced message has if it is of this class and owner.
 *
 * @throws RangeError when `sent` is not a time with an offset; a checked alert holds none such.
 */
export function referencedAlertId(
  releaseClass: ReleaseClass,
  reference: MessageReference,
  { owner = releaseClass, account }: Whose = {},
): AlertId {
  const sentMs = readTime(reference.sent);
  if (sentMs === undefined) throw new RangeError(`Not a time with an offset: ${reference.sent}`);
  const identity = alertIdentity(releaseClass, reference, sentMs, { owner, account });
  // Node's own hash is several times as fast as that of the domain.
  return asAlertId(`ALT-${shortBase32(hash('sha256', identity, 'hex'))}`);
}

/** For each message that it references, the ids which that has in the classes that the alert would widen. */
export function narrowerAlertIds({ exercise: { releasability }, references = [] }: Alert): AlertId[][] {
  const classes = widenedBy(releasability.class);
  return references.map((reference) => classes.map((owner) => referencedAlertId(owner, reference)));
}

/**
 * For each message that it references, the further ids which that may have in the alert's own class: of the account itself, where
 * another one had sent the same triple before; of a JOINT message, as one of the other side or of none.
 */
export function otherAlertIds(
  { exercise: { releasability }, references = [] }: Alert,
  owner: ReleaseClass,
  account: string,
): AlertId[][] {
  const { class: releaseClass } = releasability;
  const owners = releaseClass === 'JOINT' ? RELEASE_CLASSES.filter((other) => other !== owner) : [];
  return references.map((reference) => [
    referencedAlertId(releaseClass, reference, { owner, account }),
    ...owners.map((other) => referencedAlertId(releaseClass, reference, { owner: other })),
  ]);
}

/** What distinguishes one message of a script from all others. */
export interface ScriptedMessage {
  readonly scenario: string;
  /** As the author wrote it: the same in every run, whatever the seed of the run. */
  readonly seed: string;
  readonly inject: string;
  /** 0 the first time that the inject fires. */
  readonly occurrence: number;
}

/**
 * The CAP identifier (3.2.1: no space, comma, `<`, `&`) of a script's message. Players read it, so it reveals neither the
 * inject's name nor how often it has come.
 */
export function scriptedIdentifier({ scenario, seed, inject, occurrence }: ScriptedMessage): string {
  const identity = JSON.stringify(['script', scenario, seed, inject, occurrence]);
  return `CAP-${shortBase32(hash('sha256', identity, 'hex'))}`;
}
