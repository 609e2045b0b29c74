/** What people write and release, as commands. What they refer to is what the engine's log has shown by then. */
import type { Plain } from '#domain/kernel/brand.js';
import type { Command } from '#domain/kernel/command.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { LetterDeed } from './deed.js';

/** What people see in the log of what was written. */
export class SeenLetters {
  readonly #letters: string[] = [];
  readonly #requests: string[] = [];

  see({ type, data }: LoggedEvent): void {
    if (type !== 'MessagePosted') return;
    this.#letters.push(data.message);
    if (data.kind === 'request') this.#requests.push(data.message);
  }

  /** The last one, or so many before it; of requests, if one is to be answered. */
  before(back: number, kind: LetterDeed['kind']): string | undefined {
    return (kind === 'answer' ? this.#requests : this.#letters).at(-1 - back);
  }
}

/** @param incident the one that the deed means, if it means one */
export function toSend(deed: LetterDeed, seen: SeenLetters, incident: string | undefined): Plain<Command> {
  const { kind, to, from, text, label, back, answerWithinMs } = deed;
  const inReplyTo = back === undefined ? undefined : seen.before(back, kind);
  return {
    type: 'SendMessage',
    data: { kind, to: [...to], as: from, text, label, incident, inReplyTo, answerWithinMs },
  };
}
