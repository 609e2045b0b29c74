/** The log as a file: one event per line, as canonical JSON with its hash. */
import type { ChainedEvent } from '#log/hash-chain.js';
import { openOutput, type Output } from './output-file.js';

export class EventFile {
  readonly #file: Output;

  /** `-` is the standard output. @throws Failure when it cannot be written */
  constructor(path: string) {
    this.#file = openOutput(path);
  }

  write(events: readonly ChainedEvent[]): void {
    this.#file.write(events.map(lineOf).join(''));
  }

  finish(): void {
    this.#file.finish();
  }

  discard(): void {
    this.#file.discard();
  }
}

function lineOf({ seq, at, type, data, cause, actor, audience, hash }: ChainedEvent): string {
  return `{"actor":${actor},"at":${at},"audience":"${audience}","cause":${cause},"data":${data},"hash":"${hash}","seq":${seq},"type":"${type}"}\n`;
}
