/** Alerts from a long body: read and checked by themselves, and given back one by one as JSON text. */
import { parseAlert, type ParseAlertOptions } from '#contracts/alert/alert-schema.js';
import { parseCap, type ParseCapOptions } from '#contracts/cap/parse-cap.js';
import { MAX_ALERTS } from '#contracts/http/alerts.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { InputError } from '#contracts/problem.js';
import type { Task } from './tasks.js';

export interface AlertsInput {
  readonly body: Uint8Array;
  /** Of CAP as XML; else it is JSON. */
  readonly cap?: ParseCapOptions;
  readonly parsing: ParseAlertOptions;
}

export interface ReadAlerts {
  /** Whether it was a list, whatever its length. */
  readonly isList: boolean;
  /** Each is the JSON text of a `CheckedAlert` (alerts/read-alerts.ts). */
  readonly alerts: readonly string[];
}

/** @throws InputError of the body; for a single alert also its own */
export function alertsTask({ body, cap, parsing }: AlertsInput): Task {
  return {
    finish: (): ReadAlerts => {
      const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
      if (cap !== undefined) return { isList: false, alerts: [JSON.stringify({ parsed: parseCap(bytes, cap) })] };
      const json = parseJson(bytes);
      if (!Array.isArray(json)) {
        return { isList: false, alerts: [JSON.stringify({ parsed: parseAlert(json, parsing) })] };
      }
      return { isList: true, alerts: checkList(json).map((alert) => checkedText(alert, parsing)) };
    },
  };
}

/** @throws InputError TOO_FEW, TOO_MANY */
export function checkList(alerts: readonly unknown[]): readonly unknown[] {
  if (alerts.length === 0) throw InputError.of('TOO_FEW', '', 'The list is empty; send at least one alert.');
  if (alerts.length <= MAX_ALERTS) return alerts;
  const message = `The list has ${alerts.length} alerts; at most ${MAX_ALERTS} are taken at a time, or NDJSON.`;
  throw InputError.of('TOO_MANY', '', message);
}

function checkedText(alert: unknown, parsing: ParseAlertOptions): string {
  try {
    return JSON.stringify({ parsed: parseAlert(alert, parsing) });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return JSON.stringify({ problems: error.problems });
  }
}
