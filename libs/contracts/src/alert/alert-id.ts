/**
 * The id of an alert follows from what identifies it (CAP 1.2, 3.2.1: sender, identifier, sent) and from its
 * releasability class: the same triple is one alert within a class, live and in replay, without a look-up; and one side
 * cannot learn from an id what the other side has sent.
 */
import { hash } from 'node:crypto';
import type { Alert, MessageReference } from '#domain/alert/alert.js';
import { alertId as asAlertId, type AlertId } from '#domain/kernel/ids.js';
import { widenedBy } from '#domain/release/release.js';
import { type ReleaseClass } from '#domain/kernel/side.js';
import { readTime } from './cap-time.js';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_CHARACTERS = 26;

/** `ALT-` and 26 characters of lower-case base32 (RFC 4648), 130 bits of SHA-256. */
export function alertId(alert: Alert): AlertId {
  return referencedAlertId(alert.exercise.releasability.class, alert);
}

/**
 * The id that the referenced message has if it is of this class.
 *
 * @throws RangeError when `sent` is not a time with an offset; a checked alert holds none such.
 */
export function referencedAlertId(releaseClass: ReleaseClass, reference: MessageReference): AlertId {
  const sentMs = readTime(reference.sent);
  if (sentMs === undefined) throw new RangeError(`Not a time with an offset: ${reference.sent}`);
  const identity = JSON.stringify([releaseClass, reference.sender, reference.identifier, sentMs]);
  return asAlertId(`ALT-${base32(hash('sha256', identity, 'hex'))}`);
}

/** For each message that it references, the ids which that has in the classes that the alert would widen. */
export function narrowerAlertIds({ exercise: { releasability }, references = [] }: Alert): AlertId[][] {
  const classes = widenedBy(releasability.class);
  return references.map((reference) => classes.map((owner) => referencedAlertId(owner, reference)));
}

/** What tells one message of a script from all others. */
export interface ScriptedMessage {
  readonly scenario: string;
  /** As the author wrote it: the same in every run, whatever the seed of the run. */
  readonly seed: string;
  readonly inject: string;
  /** 0 the first time that the inject fires. */
  readonly occurrence: number;
}

/**
 * The CAP identifier (3.2.1: no space, comma, `<`, `&`) of a script's message. Players read it, so it tells them neither the
 * inject's name nor how often it has come.
 */
export function scriptedIdentifier({ scenario, seed, inject, occurrence }: ScriptedMessage): string {
  const identity = JSON.stringify(['script', scenario, seed, inject, occurrence]);
  return `CAP-${base32(hash('sha256', identity, 'hex'))}`;
}

/** Of lower-case hex: asking for a text costs half of what a buffer does. */
function base32(hex: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (let i = 0; text.length < ID_CHARACTERS;) {
    while (bits < 5) {
      const code = hex.charCodeAt(i++);
      held = ((held << 4) | (code < LETTER_A ? code - ZERO : code - LETTER_A + 10)) & 0xff;
      bits += 4;
    }
    bits -= 5;
    text += BASE32[(held >> bits) & 31];
  }
  return text;
}

const ZERO = 0x30;
const LETTER_A = 0x61;
