/** How short texts travel between processes, to all who listen at that moment. What is lost is lost. */

/** A side that sends. */
export interface HintSender {
  /** Sends the texts, in their order. @throws Error when they could not be sent; they may have come through in part. */
  send(texts: readonly string[]): Promise<void>;
  /** Soon, whatever the server does. */
  close(): Promise<void>;
}

/** A side that listens, and after a lost connection comes back by itself. */
export interface HintListener {
  /** Resolves once it listens for the first time. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface HintListenerEvents {
  text(text: string): void;
  /** It listens, for the first time or again: what was sent in between was not heard. */
  listening?(): void;
  /** A lost connection, or one that could not be had; it is tried again. */
  error(error: Error): void;
}
