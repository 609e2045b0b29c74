/**
 * The hash chain of a log: `hash = sha256(previous hash + canonical JSON of {actor, at, audience, cause, data, seq,
 * type})`, lower-case hex. No wall time is in it, so a replay gives the same hashes.
 */
import { hash } from 'node:crypto';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { canonicalJson } from './canonical-json.js';

/** What the first event's hash follows. */
export const GENESIS_HASH = '0'.repeat(64);

/** An event as it is stored: its JSON parts are canonical text, made once for the hash and the columns. */
export interface ChainedEvent {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly audience: string;
  readonly data: string;
  readonly cause: string;
  readonly actor: string;
  readonly hash: string;
}

/** The parts of an event's text that go into its hash, each canonical JSON where it is JSON. */
export type HashedParts = Omit<ChainedEvent, 'hash'>;

/** The hash of an event that follows `previous`. */
export function chainHash(previous: string, parts: HashedParts): string {
  return hash('sha256', `${upToData(previous, parts)}${parts.data}${afterData(parts)}`, 'hex');
}

function upToData(previous: string, e: HashedParts): string {
  return `${previous}{"actor":${e.actor},"at":${e.at},"audience":"${e.audience}","cause":${e.cause},"data":`;
}

function afterData(e: HashedParts): string {
  return `,"seq":${e.seq},"type":"${e.type}"}`;
}

/** Chains events to a log whose last hash is given. Consecutive events often share actor and cause: made once. */
export class HashChain {
  private lastActor: LoggedEvent['actor'] | undefined;
  private actorText = '';
  private lastCause: LoggedEvent['cause'] | undefined;
  private causeText = '';

  constructor(private last: string) {}

  get lastHash(): string {
    return this.last;
  }

  add(event: LoggedEvent): ChainedEvent {
    if (event.actor !== this.lastActor) {
      this.lastActor = event.actor;
      this.actorText = canonicalJson(event.actor);
    }
    if (event.cause !== this.lastCause) {
      this.lastCause = event.cause;
      this.causeText = canonicalJson(event.cause);
    }
    const { seq, at, type, audience } = event;
    const parts = {
      seq,
      at,
      type,
      audience,
      data: canonicalJson(event.data),
      cause: this.causeText,
      actor: this.actorText,
    };
    const before = upToData(this.last, parts);
    const text = `${before}${parts.data}${afterData(parts)}`;
    this.last = hash('sha256', text, 'hex');
    // Hashing has laid the text out flat. A slice of it costs nothing, the string it was built of would be laid out again.
    const data = text.slice(before.length, before.length + parts.data.length);
    return { ...parts, data, hash: this.last };
  }
}
