/**
 * Alerts line by line, in memory that does not grow: a part of at most 500 good lines is stored before the next is read, and
 * while it is, the sender waits.
 */
import type { IncomingMessage } from 'node:http';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import { MAX_LINES, MAX_LINES_BYTES, MAX_REJECTED_LINES } from '#contracts/http/alerts.js';
import { type NdjsonItem, NdjsonSplitter } from '#contracts/json/ndjson.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { Problem } from '../problems/problem.js';
import { type BodyBounds, bodyPieces } from '../http/body-stream.js';
import { GiveWay } from '../http/give-way.js';
import { problemsOf } from './alert-checks.js';
import { type AlertIntake, emptyTally, type Intake, type ReadAlert, type Tally } from './alert-intake.js';

const PART_LINES = 500;
/** Bytes of lines in a part: long lines make small parts. */
const PART_BYTES = 1024 * 1024;
/** Reading stops at a bound of its own, with an answer that says what was accepted until then. */
const UNBOUNDED = Number.MAX_SAFE_INTEGER;

/** @throws Problem, InputError as `bodyPieces`, when nothing was taken before the body broke off */
export async function takeLines(
  intake: AlertIntake,
  from: Intake,
  request: IncomingMessage,
  bounds: Pick<BodyBounds, 'timeoutMs'>,
): Promise<Tally> {
  const run = new LineRun(intake, from);
  const splitter = new NdjsonSplitter();
  let bytes = 0;
  try {
    for await (const piece of bodyPieces(request, { ...bounds, limitBytes: UNBOUNDED })) {
      if (await run.take(splitter.push(piece))) return run.tally;
      bytes += piece.length;
      if (splitter.line > MAX_LINES || bytes > MAX_LINES_BYTES) {
        await run.stop(splitter.line);
        return run.tally;
      }
    }
  } catch (error) {
    // Of the body only: what the inbox throws is no problem of the sender's.
    if (!(error instanceof Problem)) throw error;
    if (!(await run.breakOff(splitter.line, error))) throw error;
    return run.tally;
  }
  if (!(await run.take(splitter.end()))) await run.flush();
  return run.tally;
}

class LineRun {
  readonly tally = emptyTally();
  private part: ReadAlert[] = [];
  private partBytes = 0;
  private parts = 0;
  private readonly way = new GiveWay();
  /** Bad lines, those of the unfinished part included. */
  private bad = 0;

  constructor(
    private readonly intake: AlertIntake,
    private readonly from: Intake,
  ) {}

  /** Answers whether a bound is reached, at which reading stops. */
  async take(items: readonly NdjsonItem[]): Promise<boolean> {
    for (const item of items) {
      await this.way.step();
      if (item.line > MAX_LINES || this.bad >= MAX_REJECTED_LINES) return this.stop(item.line);
      const read = this.read(item);
      if ('problems' in read) this.bad += 1;
      this.part.push(read);
      this.partBytes += 'bytes' in item ? item.bytes.length : 0;
      if (this.part.length >= PART_LINES || this.partBytes >= PART_BYTES) await this.flush();
    }
    return false;
  }

  /** What was read before counts; this line and those after it are not looked at. */
  async stop(line: number): Promise<true> {
    await this.flush();
    this.tally.stoppedAtLine = line;
    return true;
  }

  /** Complete lines count, if there are any; the answer reports this one as incomplete. */
  async breakOff(line: number, error: Problem): Promise<boolean> {
    await this.stop(line);
    const { accepted, repeated, rejected } = this.tally;
    if (accepted.length === 0 && repeated.length === 0) return false;
    rejected.push({ line, problems: [...problemsOf(error)] });
    return true;
  }

  async flush(): Promise<void> {
    const { part } = this;
    if (part.length === 0) return;
    this.part = [];
    this.partBytes = 0;
    this.parts += 1;
    // The first under the client's own key, so that a request in another form is known by it. No key holds a space.
    await this.intake.submitPart(this.from, part, this.tally, this.parts === 1 ? '' : ` ${this.parts}`);
  }

  private read(item: NdjsonItem): ReadAlert {
    const { line } = item;
    if ('problem' in item) return { line, problems: [item.problem] };
    try {
      return {
        line,
        parsed: parseAlert(parseJson(item.bytes, { isLine: true }), this.from.parsing),
      };
    } catch (error) {
      return { line, problems: problemsOf(error) };
    }
  }
}
