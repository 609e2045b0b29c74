/** From bytes to a command for the inbox: one alert, checked by itself and against the exercise. */
import type { Alert } from '#domain/alert/alert.js';
import { checkAlert } from '#domain/intake/check-alert.js';
import { DomainError } from '#domain/kernel/domain-error.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { ownerOf } from '#domain/release/authority.js';
import { alertId, narrowerAlertIds, otherAlertIds, referencedAlertId } from '#contracts/alert/alert-id.js';
import type { ParsedAlert } from '#contracts/alert/alert-schema.js';
import { MAX_ALERT_BYTES } from '#contracts/http/alerts.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import type { SubmittedCommand } from '#infra/inbox/submission.js';
import type { Caller } from '../auth/caller.js';
import { Problem } from '../problems/problem.js';
import { translateError } from '../problems/translate-error.js';

/** A refused alert by its faults. */
export function problemsOf(error: unknown): readonly FieldProblem[] {
  if (error instanceof InputError) return error.problems;
  const { code, detail, errors, unexpected } = translateError(error);
  if (unexpected) throw error;
  return errors ?? [{ code, path: '', message: detail }];
}

/**
 * The engine's own check, so that a sender hears of it at once and where.
 * @throws Problem UNKNOWN_SITE, NOT_YOUR_SIDE, CLASS_NOT_ALLOWED
 */
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

/**
 * The id follows from the alert and from whose message it is: sent again, it is the same command.
 * @param isTaken whether another account has sent the same triple before: the id is then the account's own
 * @throws InputError TOO_LARGE
 */
export function submitCommand({ alert }: ParsedAlert, { id: account, actor }: Caller, isTaken = false): AlertCommand {
  const { references: named = [], exercise } = alert;
  const { class: releaseClass } = exercise.releasability;
  const owner = ownerOf(actor, releaseClass);
  const id = alertId(alert, isTaken ? { owner, account } : { owner });
  const ids = named.map((reference) => referencedAlertId(releaseClass, reference, { owner }));
  const more =
    named.length > 0
      ? `,"narrower":${JSON.stringify(narrowerAlertIds(alert))},"others":${JSON.stringify(otherAlertIds(alert, owner, account))}`
      : '';
  const dataJson = `{"alertId":"${id}","references":${JSON.stringify(ids)}${more},"alert":${JSON.stringify(alert)}}`;
  // A UTF-16 unit becomes three bytes at most, so that most alerts need not be measured.
  const bytes = dataJson.length * 3 <= MAX_ALERT_BYTES ? 0 : Buffer.byteLength(dataJson);
  if (bytes > MAX_ALERT_BYTES) {
    throw InputError.of('TOO_LARGE', '', `The alert has ${bytes} bytes as JSON; at most ${MAX_ALERT_BYTES} are taken.`);
  }
  return { commandId: id, type: 'SubmitAlert', dataJson };
}
