/** From bytes to a command for the inbox: one alert, checked by itself and against the exercise. */
import type { Alert } from '#domain/alert/alert.js';
import { SIDES } from '#domain/release/release.js';
import type { Scenario } from '#domain/scenario/scenario.js';
import { scenarioIndex } from '#domain/scenario/scenario-index.js';
import { alertId, referencedAlertId } from '#contracts/alert/alert-id.js';
import type { ParsedAlert } from '#contracts/alert/alert-schema.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError, shown } from '#contracts/problem.js';
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

/** @throws Problem UNKNOWN_SITE, CLASS_NOT_ALLOWED. */
export function checkAgainstExercise(alert: Alert, scenario: Scenario, caller: Caller): void {
  const { site, releasability } = alert.exercise;
  if (site !== undefined && !scenarioIndex(scenario).sites.has(site)) {
    const message = `exercise.site is ${shown(site)}; the scenario has ${listed([...scenarioIndex(scenario).sites.keys()])}.`;
    throw new Problem('UNKNOWN_SITE', message, { errors: [{ code: 'UNKNOWN_SITE', path: 'exercise.site', message }] });
  }
  const other = SIDES.find((side) => side !== caller.viewer.side);
  if (caller.viewer.side !== undefined && releasability.class === other) {
    const message = `exercise.releasability.class is ${other}, and this token is of ${caller.viewer.side}.`;
    const errors = [{ code: 'CLASS_NOT_ALLOWED', path: 'exercise.releasability.class', message }];
    throw new Problem('CLASS_NOT_ALLOWED', message, { errors });
  }
}

const LISTED = 10;

function listed(ids: readonly string[]): string {
  const more = ids.length > LISTED ? ` and ${ids.length - LISTED} more` : '';
  return ids.slice(0, LISTED).join(', ') + more;
}

/** The id follows from the alert: sent again, it is the same command. */
export function submitCommand({ alert }: ParsedAlert): SubmittedCommand {
  const id = alertId(alert);
  const { class: releaseClass } = alert.exercise.releasability;
  const references = (alert.references ?? []).map((reference) => referencedAlertId(releaseClass, reference));
  const dataJson = `{"alertId":"${id}","references":${JSON.stringify(references)},"alert":${JSON.stringify(alert)}}`;
  return { commandId: id, type: 'SubmitAlert', dataJson };
}
