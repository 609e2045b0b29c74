/** Writes the lines of a recording, or of an export for one side, each with its seal and its line feed. */
import type { RecordingLine } from '#contracts/recording/recording-lines.js';
import type { SideExportHead } from '#contracts/recording/side-export-lines.js';
import { HashedSeals, sealed, Seals } from './seal.js';

export class RecordingWriter {
  readonly #seals = new Seals();

  line(line: RecordingLine): string {
    const json = JSON.stringify(line);
    return `${sealed(json, this.#seals.next(json))}\n`;
  }
}

/** Of an export for one side: the head, then each event, then the end. */
export class SideExportWriter {
  readonly #seals = new HashedSeals();
  #events = 0;

  head(head: SideExportHead): string {
    return this.#sealed(JSON.stringify(head));
  }

  /** @param json the event as the side sees it, an object with at least one key; it is not parsed */
  event(json: string): string {
    this.#events++;
    return this.#sealed(`{"kind":"event",${json.slice(1)}`);
  }

  end(): string {
    return this.#sealed(JSON.stringify({ kind: 'end', events: this.#events, hash: this.#seals.hash }));
  }

  #sealed(json: string): string {
    return `${sealed(json, this.#seals.next(json))}\n`;
  }
}
