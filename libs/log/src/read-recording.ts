/** Reads a recording line by line, and says exactly what is wrong with one that is cut short, changed or of another version. */
import { ENGINE_VERSION, FIRST_ENGINE_VERSION } from '#domain/engine/version.js';
import { schemaProblems } from '#contracts/json/schema-problems.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { InputError } from '#contracts/problem.js';
import {
  FIRST_RECORDING_VERSION,
  MARK_LENGTH,
  RECORDING_VERSION,
  recordingLine,
  type RecordedCommand,
  type RecordingEnd,
  type RecordingLine,
} from '#contracts/recording/recording-lines.js';
import { sealOf, unsealed } from './seal.js';

export const RECORDING_FAULTS = [
  'RECORDING_TRUNCATED',
  'RECORDING_CHANGED',
  'RECORDING_VERSION',
  'RECORDING_ENGINE',
  'RECORDING_INVALID',
] as const;
export type RecordingFaultCode = (typeof RECORDING_FAULTS)[number];

/** A recording that cannot be used. */
export class RecordingFault extends Error {
  constructor(
    readonly code: RecordingFaultCode,
    /** Counts from 1. */
    readonly line: number,
    message: string,
  ) {
    super(message);
    this.name = 'RecordingFault';
  }
}

/** Takes the lines in their order; `end` checks that it is complete. */
export class RecordingReader {
  #seal = '';
  #number = 0;
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
    this.#number++;
    if (this.#end) throw this.#fault('RECORDING_CHANGED', 'comes after the line that ends the recording');
    const { json, seal } = unsealed(bytes.toString('utf8')) ?? {};
    if (json === undefined || seal === undefined) {
      if (isCut) throw this.#truncated('within this line');
      throw this.#fault('RECORDING_CHANGED', 'bears no seal; it was changed by hand, or is of no recording');
    }
    // The version first: another one may be sealed in another way.
    if (this.#number === 1) this.#checkVersion(json);
    if (sealOf(this.#seal, json) !== seal) {
      throw this.#fault(
        'RECORDING_CHANGED',
        this.#number === 1
          ? 'does not match its seal; it was changed after the export'
          : 'does not match its seal; it was changed after the export, or a line before it was taken out or put in',
      );
    }
    this.#seal = seal;
    const line = this.#parse(json);
    this.#inPlace(line);
    if (line.kind === 'recording') checkEngine(line.engine);
    return line;
  }

  /** @throws RecordingFault when the last line is missing */
  end(): RecordingEnd {
    if (this.#end) return this.#end;
    if (this.#number === 0) throw new RecordingFault('RECORDING_INVALID', 1, 'the file is empty');
    throw this.#truncated('after this line');
  }

  #checkVersion(json: string): void {
    const { version } = this.#value(json);
    if (version === RECORDING_VERSION || version === FIRST_RECORDING_VERSION || typeof version !== 'number') return;
    throw this.#fault(
      'RECORDING_VERSION',
      `says that the recording is of version ${version}; this Tandem reads version ${RECORDING_VERSION}`,
    );
  }

  #parse(json: string): RecordingLine {
    const value = this.#value(json);
    const { error } = recordingLine.safeParse(value);
    // The value as it stands: a check must not change what is replayed.
    if (error === undefined) return value as unknown as RecordingLine;
    const [first] = schemaProblems(error.issues, value);
    throw this.#fault('RECORDING_INVALID', `is not as it should be: ${first?.message ?? error.message}`);
  }

  #value(json: string): Record<string, unknown> {
    try {
      return parseJson(json, { maxDepth: 64 }) as Record<string, unknown>;
    } catch (error) {
      if (error instanceof InputError) throw this.#fault('RECORDING_INVALID', `cannot be read: ${error.message}`);
      throw error;
    }
  }

  #inPlace(line: RecordingLine): void {
    if ((line.kind === 'recording') !== (this.#number === 1)) {
      throw this.#fault('RECORDING_INVALID', 'is out of place: only the first line contains the scenario');
    }
    if (line.kind === 'command') this.#command(line);
    if (line.kind === 'marks') {
      if (line.from !== this.#marks + 1) {
        throw this.#fault('RECORDING_INVALID', `marks events from ${line.from} on; ${this.#marks + 1} is expected`);
      }
      this.#marks += line.hashes.length / MARK_LENGTH;
    }
    if (line.kind !== 'end') return;
    if (line.commands !== this.#commands || line.events !== this.#marks) {
      throw this.#fault(
        'RECORDING_INVALID',
        `counts ${line.commands} commands and ${line.events} events; there are ${this.#commands} and ${this.#marks}`,
      );
    }
    this.#end = line;
  }

  #command({ order, at }: RecordedCommand): void {
    if (order !== ++this.#commands) {
      throw this.#fault('RECORDING_INVALID', `holds command ${order}; ${this.#commands} is expected`);
    }
    if (at < this.#at) throw this.#fault('RECORDING_INVALID', `goes back in time, from ${this.#at} ms to ${at} ms`);
    this.#at = at;
  }

  #truncated(where: string): RecordingFault {
    return new RecordingFault(
      'RECORDING_TRUNCATED',
      this.#number,
      `line ${this.#number}: the recording breaks off ${where}; export it again`,
    );
  }

  #fault(code: RecordingFaultCode, what: string): RecordingFault {
    return new RecordingFault(code, this.#number, `line ${this.#number} ${what}`);
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
