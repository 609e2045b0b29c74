/** From bytes to a command for the inbox: one alert, checked by itself and against the exercise. */
import type { Alert } from '#domain/alert/alert.js';
import { checkAlert } from '#domain/intake/decide-alert.js';
import { DomainError } from '#domain/kernel/domain-error.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { alertId, narrowerAlertIds, referencedAlertId } from '#contracts/alert/alert-id.js';
import type { ParsedAlert } from '#contracts/alert/alert-schema.js';
import { MAX_ALERT_BYTES } from '#contracts/http/alerts.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import type { SubmittedCommand } from '#infra/inbox/submission.js';
import type { Caller } from '../access/caller.js';
import { Problem } from '../problems/problem.js';
import { translateError } from '../problems/translate-error.js';

/** A refused alert by its faults. */
export function problemsOf(error: unknown): readonly FieldProblem[] {
  if (error instanceof InputError) return error.problems;
  const { code, detail, errors, unexpected } = translateError(error);
  if (unexpected) throw error;
  return errors ?? [{ code, path: '', message: detail }];
}

/** @throws Problem UNKNOWN_SITE, NOT_YOUR_SIDE: the engine's own check, so that a sender hears of it at once and where. */
export function checkAgainstExercise(alert: Alert, scenario: Scenario, caller: Caller): void {
  try {
    checkAlert(scenario, alert, caller.actor);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message } = error;
    const path = code === 'UNKNOWN_SITE' ? 'exercise.site' : 'exercise.releasability.class';
    throw new Problem(code, message, { errors: [{ code, path, message }] });
  }
}

/** A command whose data stand in JSON. */
export type AlertCommand = SubmittedCommand & { readonly dataJson: string };

/** The id follows from the alert: sent again, it is the same command. @throws InputError TOO_LARGE */
export function submitCommand({ alert }: ParsedAlert): AlertCommand {
  const id = alertId(alert);
  const { references: named = [], exercise } = alert;
  const ids = named.map((reference) => referencedAlertId(exercise.releasability.class, reference));
  const narrower = named.length > 0 ? `,"narrower":${JSON.stringify(narrowerAlertIds(alert))}` : '';
  const dataJson = `{"alertId":"${id}","references":${JSON.stringify(ids)}${narrower},"alert":${JSON.stringify(alert)}}`;
  // A UTF-16 unit becomes three bytes at most, so that most alerts need not be measured.
  const bytes = dataJson.length * 3 <= MAX_ALERT_BYTES ? 0 : Buffer.byteLength(dataJson);
  if (bytes > MAX_ALERT_BYTES) {
    throw InputError.of('TOO_LARGE', '', `The alert has ${bytes} bytes as JSON; at most ${MAX_ALERT_BYTES} are taken.`);
  }
  return { commandId: id, type: 'SubmitAlert', dataJson };
}
