/** Reads a recording line by line, and says exactly what is wrong with one that is cut short, changed or of another version. */
import { ENGINE_VERSION, FIRST_ENGINE_VERSION } from '#domain/engine/version.js';
import {
  FIRST_RECORDING_VERSION,
  MARK_LENGTH,
  RECORDING_VERSION,
  recordingLine,
  type RecordedCommand,
  type RecordingEnd,
  type RecordingLine,
} from '#contracts/recording/recording-lines.js';
import { Seals } from './seal.js';
import { RecordingFault, SealedLines } from './sealed-lines.js';

/** Takes the lines in their order; `end` checks that it is complete. */
export class RecordingReader {
  readonly #lines = new SealedLines('recording', [RECORDING_VERSION, FIRST_RECORDING_VERSION], new Seals());
  #commands = 0;
  #at = 0;
  #marks = 0;
  #end: RecordingEnd | undefined;

  /**
   * @param bytes without the line feed
   * @param isCut whether the file ends amid this line
   * @throws RecordingFault
   */
  line(bytes: Buffer, isCut = false): RecordingLine {
    const json = this.#lines.take(bytes, isCut, this.#end !== undefined);
    const line = this.#lines.parse(json, recordingLine) as unknown as RecordingLine;
    this.#inPlace(line);
    if (line.kind === 'recording') checkEngine(line.engine);
    return line;
  }

  /** @throws RecordingFault when the last line is missing */
  end(): RecordingEnd {
    if (this.#end) return this.#end;
    throw this.#lines.unfinished();
  }

  #inPlace(line: RecordingLine): void {
    if ((line.kind === 'recording') !== (this.#lines.number === 1)) {
      throw this.#lines.fault('RECORDING_INVALID', 'is out of place: only the first line contains the scenario');
    }
    if (line.kind === 'command') this.#command(line);
    if (line.kind === 'marks') {
      if (line.from !== this.#marks + 1) {
        throw this.#lines.fault(
          'RECORDING_INVALID',
          `marks events from ${line.from} on; ${this.#marks + 1} is expected`,
        );
      }
      this.#marks += line.hashes.length / MARK_LENGTH;
    }
    if (line.kind !== 'end') return;
    if (line.commands !== this.#commands || line.events !== this.#marks) {
      throw this.#lines.fault(
        'RECORDING_INVALID',
        `counts ${line.commands} commands and ${line.events} events; there are ${this.#commands} and ${this.#marks}`,
      );
    }
    this.#end = line;
  }

  #command({ order, at }: RecordedCommand): void {
    if (order !== ++this.#commands) {
      throw this.#lines.fault('RECORDING_INVALID', `holds command ${order}; ${this.#commands} is expected`);
    }
    if (at < this.#at)
      throw this.#lines.fault('RECORDING_INVALID', `goes back in time, from ${this.#at} ms to ${at} ms`);
    this.#at = at;
  }
}

/** @throws RecordingFault when other rules than ours made the log */
function checkEngine(engine = FIRST_ENGINE_VERSION): void {
  if (engine === ENGINE_VERSION) return;
  throw new RecordingFault(
    'RECORDING_ENGINE',
    1,
    `The recording was made by engine version ${engine}; this Tandem has version ${ENGINE_VERSION}, whose rules differ. ` +
      'Replay it with the version that made it.',
  );
}
