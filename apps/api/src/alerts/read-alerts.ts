/** From the body of a request to alerts. Long bodies are read in a thread: here they would hold everybody else up. */
import { parseAlert, type ParsedAlert, type ParseAlertOptions } from '#contracts/alert/alert-schema.js';
import { parseCap, type ParseCapOptions } from '#contracts/cap/parse-cap.js';
import { parseJson } from '#contracts/json/strict-json.js';
import type { FieldProblem } from '#contracts/problem.js';
import { checkList } from '../calculation/alerts-task.js';
import type { Calculations } from '../calculation/calculations.js';
import { GiveWay } from '../http/give-way.js';
import { problemsOf } from './alert-checks.js';
import type { ReadAlert } from './alert-intake.js';

/** Bytes that are read at once. At the slowest that we know (a million tiny members in 13 MB take 2.3 s) this is some 45 ms. */
const READ_AT_ONCE = 256 * 1024;

export interface AlertBody {
  readonly bytes: Buffer;
  /** Of CAP as XML; else it is JSON. */
  readonly cap?: ParseCapOptions;
  readonly parsing: ParseAlertOptions;
}

/** An alert that was checked by itself. */
type CheckedAlert = { readonly parsed: ParsedAlert } | { readonly problems: readonly FieldProblem[] };

/** One alert, or a list of some, each with its place from 1. @throws InputError; Problem as `Calculations.run` */
export async function readAlerts(
  { bytes, cap, parsing }: AlertBody,
  calculations: Calculations,
  account: string,
): Promise<ParsedAlert | ReadAlert[]> {
  if (bytes.length > READ_AT_ONCE) {
    const input = { body: bytes, parsing, ...(cap && { cap }) };
    const { isList, alerts } = await calculations.run('readAlerts', input, { account });
    return isList ? await listOf(alerts) : (JSON.parse(alerts[0] ?? '') as { parsed: ParsedAlert }).parsed;
  }
  if (cap !== undefined) return parseCap(bytes, cap);
  const json = parseJson(bytes);
  if (!Array.isArray(json)) return parseAlert(json, parsing);
  return checkList(json).map((alert, index): ReadAlert => {
    const line = index + 1;
    try {
      return { line, parsed: parseAlert(alert, parsing) };
    } catch (error) {
      return { line, problems: problemsOf(error) };
    }
  });
}

async function listOf(texts: readonly string[]): Promise<ReadAlert[]> {
  const way = new GiveWay();
  const read: ReadAlert[] = [];
  for (const [index, text] of texts.entries()) {
    read.push({ line: index + 1, ...(JSON.parse(text) as CheckedAlert) });
    await way.step();
  }
  return read;
}
