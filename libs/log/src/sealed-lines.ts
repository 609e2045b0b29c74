/** Takes the lines of a sealed file in their order, checks each seal, and says exactly which line is wrong, and how. */
import type { z } from 'zod';
import { schemaProblems } from '#contracts/json/schema-problems.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { InputError } from '#contracts/problem.js';
import { unsealed } from './seal.js';

export const RECORDING_FAULTS = [
  'RECORDING_TRUNCATED',
  'RECORDING_CHANGED',
  'RECORDING_VERSION',
  'RECORDING_ENGINE',
  'RECORDING_INVALID',
] as const;
export type RecordingFaultCode = (typeof RECORDING_FAULTS)[number];

/** A recording, or an export for one side, that cannot be used. */
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

/** How the lines of a kind of file are sealed, one after the other. */
export interface Sealing {
  /** The seal of the line that comes next. */
  next(json: string): string;
}

export class SealedLines {
  #number = 0;

  /**
   * @param name what the file is called in messages
   * @param versions those that are read, the newest first
   */
  constructor(
    private readonly name: 'recording' | 'export',
    private readonly versions: readonly number[],
    private readonly sealing: Sealing,
  ) {}

  /** Of the last line that was taken; 0: none. */
  get number(): number {
    return this.#number;
  }

  /**
   * @param bytes without the line feed
   * @param isCut whether the file ends amid this line
   * @param isOver whether the line that ends the file has come
   * @returns the line without its seal
   * @throws RecordingFault
   */
  take(bytes: Buffer, isCut: boolean, isOver: boolean): string {
    this.#number++;
    if (isOver) throw this.fault('RECORDING_CHANGED', `comes after the line that ends the ${this.name}`);
    const { json, seal } = unsealed(bytes.toString('utf8')) ?? {};
    if (json === undefined || seal === undefined) {
      if (isCut) throw this.truncated('within this line');
      throw this.fault('RECORDING_CHANGED', `bears no seal; it was changed by hand, or is of no ${this.name}`);
    }
    // The version first: another one may be sealed in another way.
    if (this.#number === 1) this.#checkVersion(json);
    if (this.sealing.next(json) !== seal) {
      throw this.fault(
        'RECORDING_CHANGED',
        this.#number === 1
          ? 'does not match its seal; it was changed after the export'
          : 'does not match its seal; it was changed after the export, or a line before it was taken out or put in',
      );
    }
    return json;
  }

  /** @returns the value as it stands: a check must not change what is replayed @throws RecordingFault */
  parse(json: string, schema: z.ZodType): Record<string, unknown> {
    const value = this.#value(json);
    const { error } = schema.safeParse(value);
    if (error === undefined) return value;
    const [first] = schemaProblems(error.issues, value);
    throw this.fault('RECORDING_INVALID', `is not as it should be: ${first?.message ?? error.message}`);
  }

  /** When the file is over and the line that ends it has not come. */
  unfinished(): RecordingFault {
    if (this.#number === 0) return new RecordingFault('RECORDING_INVALID', 1, 'the file is empty');
    return this.truncated('after this line');
  }

  truncated(where: string): RecordingFault {
    return new RecordingFault(
      'RECORDING_TRUNCATED',
      this.#number,
      `line ${this.#number}: the ${this.name} breaks off ${where}; export it again`,
    );
  }

  fault(code: RecordingFaultCode, what: string): RecordingFault {
    return new RecordingFault(code, this.#number, `line ${this.#number} ${what}`);
  }

  #checkVersion(json: string): void {
    const { version } = this.#value(json);
    if (typeof version !== 'number' || this.versions.includes(version)) return;
    throw this.fault(
      'RECORDING_VERSION',
      `says that the ${this.name} is of version ${version}; this Tandem reads version ${this.versions[0]}`,
    );
  }

  #value(json: string): Record<string, unknown> {
    try {
      return parseJson(json, { maxDepth: 64 }) as Record<string, unknown>;
    } catch (error) {
      if (error instanceof InputError) throw this.fault('RECORDING_INVALID', `cannot be read: ${error.message}`);
      throw error;
    }
  }
}
