/** Hints that a log grew, from workers to the processes that serve viewers. They may be lost; cursors are not. */
import { hintSchema, type Hint } from '#contracts/jobs/exercise-queue.js';
import type { HintListener, HintSender } from './hint-channel.js';
import type { QueueBackend } from './queue-backend.js';

/**
 * Tells that logs have grown. While one message is on its way, further hints gather, the latest of each exercise: where
 * a log grows faster than hints can be sent, hints are sent less often.
 */
export class HintPublisher {
  private readonly sender: HintSender;
  private gathered = new Map<string, Hint>();
  private sending: Promise<void> | undefined;

  constructor(
    backend: QueueBackend,
    private readonly onLost: (error: unknown) => void = () => undefined,
  ) {
    this.sender = backend.createHintSender();
  }

  /** Tells that the log has grown to `seq`. Never fails. */
  publish(hint: Hint): Promise<void> {
    this.gathered.set(hint.exercise, hint);
    this.sending ??= this.send();
    return this.sending;
  }

  async close(): Promise<void> {
    await this.sender.close();
  }

  private async send(): Promise<void> {
    while (this.gathered.size > 0) {
      const hints = [...this.gathered.values()];
      this.gathered = new Map();
      try {
        await this.sender.send(hints.map((hint) => JSON.stringify(hint)));
      } catch (error) {
        this.onLost(error);
      }
    }
    this.sending = undefined;
  }
}

/** Listens for hints; after a lost connection it comes back by itself. */
export class Hints {
  private readonly listener: HintListener;
  private readonly listeners = new Set<(hint: Hint) => void>();

  constructor(backend: QueueBackend, onError: (error: Error) => void = () => undefined) {
    this.listener = backend.createHintListener({ text: (text) => this.heard(text), error: onError });
  }

  /** @returns what ends the subscription. */
  subscribe(listener: (hint: Hint) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async ready(): Promise<void> {
    await this.listener.ready();
  }

  async close(): Promise<void> {
    this.listeners.clear();
    await this.listener.close();
  }

  private heard(text: string): void {
    const hint = hintSchema.safeParse(parsed(text));
    if (hint.success) for (const listener of this.listeners) listener(hint.data);
  }
}

/** What is no JSON is no hint. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
