/** Writes the lines of a recording, each with its seal and its line feed. */
import type { RecordingLine } from '#contracts/recording/recording-lines.js';
import { sealed, sealOf } from './seal.js';

export class RecordingWriter {
  #seal = '';

  line(line: RecordingLine): string {
    const json = JSON.stringify(line);
    this.#seal = sealOf(this.#seal, json);
    return `${sealed(json, this.#seal)}\n`;
  }
}
