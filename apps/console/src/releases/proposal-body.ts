/** A proposal as the API takes it. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { Thing } from './things.js';

export interface ProposalFields {
  /** Alerts and answers that stay: all others go along. */
  readonly left: readonly string[];
  /** Notes that go along. */
  readonly notes: readonly string[];
  /** Empty: a new JOINT incident. */
  readonly join: string;
  /** Empty: it answers no request. */
  readonly answers: string;
  readonly reason: string;
}

/** What is chosen is named one by one, so that nothing goes along that came after one has looked. @returns undefined: something is missing yet */
export function proposalBody(
  incident: string,
  things: readonly Thing[],
  { left, notes, join, answers, reason }: ProposalFields,
): ApiShapes['ProposeRelease'] | undefined {
  const written = reason.trim();
  const along = (kind: Thing['kind']) =>
    things.filter((thing) => thing.kind === kind && !left.includes(thing.id)).map(({ id }) => id);
  const body = {
    incident,
    alerts: along('alert'),
    notifications: along('answer'),
    notes: things.filter(({ kind, id }) => kind === 'note' && notes.includes(id)).map(({ id }) => id),
    ...(join !== '' && { join }),
    ...(answers !== '' && { answers }),
    reason: written,
  };
  const isEmpty = body.alerts.length + body.notifications.length + body.notes.length === 0;
  return written === '' || isEmpty ? undefined : body;
}
