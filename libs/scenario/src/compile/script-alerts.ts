/**
 * The CAP messages of a script's alerts. They must be the same in every run, so they do not depend on a clock: the sent time
 * is STARTEX in the story (`startsAt`) plus the inject's time. For an inject that waits for a condition, it is the earliest time at
 * which the condition could hold, so that no message is older than a message that it references.
 */
import type { Alert, MessageReference } from '#domain/alert/alert.js';
import { DEFAULT_STARTS_AT } from '#domain/kernel/story-time.js';
import type { InjectAlert } from '#domain/inject/inject.js';
import { alertId, referencedAlertId, scriptedIdentifier } from '#contracts/alert/alert-id.js';
import { capTimeOf, LAST_TIME_MS, offsetOf, readTime, toCapForm } from '#contracts/alert/cap-time.js';
import { compact, localized, ms } from './compile-values.js';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import type { AuthoredText } from '#contracts/scenario/scenario-schema.js';
import type { AuthoredInject, AuthoredAlert, AuthoredWhen } from '#contracts/scenario/script-schema.js';

const DEFAULT_SENDER = 'script@exercise.example';

/** What an alert depends on in the rest of the script. */
export interface ScriptContext {
  readonly scenario: string;
  readonly seed: string;
  readonly startsAt: string;
  readonly injects: ReadonlyMap<string, AuthoredInject>;
  /** Nominal times of injects, ms since STARTEX; a cache. */
  readonly times: Map<string, number>;
  /** In a run: the messages of injects that are compiled already, by inject. */
  readonly compiled?: ReadonlyMap<string, readonly InjectAlert[]>;
}

export function scriptContext(
  { id, seed = id, startsAt = DEFAULT_STARTS_AT }: Framed,
  injects: readonly AuthoredInject[],
): ScriptContext {
  const byId = new Map(injects.map((inject) => [inject.id, inject]));
  return { scenario: id, seed, startsAt, injects: byId, times: new Map() };
}

/** The fields of a scenario, authored or compiled, that determine the ids and times of its messages. */
interface Framed {
  readonly id: string;
  readonly seed?: string | undefined;
  readonly startsAt?: string | undefined;
}

/** One message for each time that the inject fires. */
export function messagesOf(
  inject: AuthoredInject,
  input: AuthoredAlert,
  context: ScriptContext,
): [InjectAlert, ...InjectAlert[]] {
  const references = referencesOf(input, context);
  const [first, ...more] = Array.from({ length: timesOf(inject) }, (_, occurrence) => {
    const alert = alertOf(inject, input, context, occurrence, references);
    const releaseClass = alert.exercise.releasability.class;
    return {
      alertId: alertId(alert),
      references: references.map((reference) => referencedAlertId(releaseClass, reference)),
      alert,
    };
  });
  if (first === undefined) throw new Error(`the inject ${inject.id} never fires`);
  return [first, ...more];
}

function timesOf({ repeat }: AuthoredInject): number {
  return 1 + (repeat?.times ?? 0);
}

/** The messages of the inject that it updates or cancels; none for an unknown inject, which the check reports. */
function referencesOf({ updates, cancels }: AuthoredAlert, context: ScriptContext): MessageReference[] {
  const named = updates ?? cancels;
  const compiled = named === undefined ? undefined : context.compiled?.get(named);
  if (compiled) return compiled.map(({ alert: { sender, identifier, sent } }) => ({ sender, identifier, sent }));
  const inject = named === undefined ? undefined : context.injects.get(named);
  if (inject?.alert === undefined) return [];
  const { alert } = inject;
  return Array.from({ length: timesOf(inject) }, (_, occurrence) => identityOf(inject, alert, context, occurrence));
}

function identityOf(
  inject: AuthoredInject,
  alert: AuthoredAlert,
  context: ScriptContext,
  occurrence: number,
): MessageReference {
  const every = inject.repeat ? ms(inject.repeat.every) : 0;
  const { scenario, seed } = context;
  return {
    sender: alert.sender ?? DEFAULT_SENDER,
    identifier: scriptedIdentifier({ scenario, seed, inject: inject.id, occurrence }),
    sent: sentAt(context.startsAt, nominalTime(inject, context, new Set()) + occurrence * every),
  };
}

function alertOf(
  inject: AuthoredInject,
  input: AuthoredAlert,
  context: ScriptContext,
  occurrence: number,
  references: readonly MessageReference[],
): Alert {
  const { site, nationals, casualties, source, confidence, releasability } = input;
  const { sender, identifier, sent } = identityOf(inject, input, context, occurrence);
  const msgType = input.updates !== undefined ? 'Update' : input.cancels !== undefined ? 'Cancel' : 'Alert';
  return compact<Alert>({
    identifier,
    sender,
    sent,
    status: 'Exercise',
    msgType,
    scope: 'Restricted',
    restriction: 'Participants of the exercise only',
    references: references.length > 0 ? references : undefined,
    info: infosOf(input),
    exercise: compact({
      site,
      nationals,
      casualties,
      source,
      confidence,
      releasability: compact({ ...releasability, class: releasability?.class ?? 'JOINT' }),
    }),
  });
}

/** One for each language of the headline; English is the fallback for other texts. */
function infosOf(input: AuthoredAlert): NonNullable<Alert['info']> {
  const { headline, event, description, instruction, category, urgency, severity, certainty, responseType } = input;
  const categories = typeof category === 'string' ? [category] : category;
  return Object.keys(localized(headline)).map((language) =>
    compact({
      language,
      category: categories,
      event: inLanguage(event, language) ?? '',
      responseType: responseType && responseType.length > 0 ? responseType : undefined,
      urgency,
      severity,
      certainty,
      headline: inLanguage(headline, language),
      description: inLanguage(description, language),
      instruction: inLanguage(instruction, language),
    }),
  );
}

function inLanguage(text: AuthoredText | undefined, language: string): string | undefined {
  if (text === undefined) return undefined;
  const byLanguage = localized(text);
  return byLanguage[language] ?? byLanguage['en'];
}

/** The earliest time at which the inject fires, from the script alone. A cycle of conditions counts as no wait. */
function nominalTime(inject: AuthoredInject, context: ScriptContext, waitingFor: Set<string>): number {
  const known = context.times.get(inject.id);
  if (known !== undefined) return known;
  waitingFor.add(inject.id);
  const timeOf = (id: string | undefined): number => {
    const other = id === undefined || waitingFor.has(id) ? undefined : context.injects.get(id);
    return other ? nominalTime(other, context, waitingFor) : 0;
  };
  const own =
    inject.when === undefined
      ? (parseExerciseTime(inject.at ?? '') ?? 0)
      : earliest(inject.when, timeOf) + (inject.delay === undefined ? 0 : ms(inject.delay));
  const named = inject.alert?.updates ?? inject.alert?.cancels;
  const other = named === undefined || waitingFor.has(named) ? undefined : context.injects.get(named);
  const lastOfNamed = other ? timeOf(named) + (timesOf(other) - 1) * (other.repeat ? ms(other.repeat.every) : 0) : 0;
  // The author's time is kept even if it is wrong: the check reports it.
  const time = inject.when === undefined ? own : Math.max(own, lastOfNamed);
  waitingFor.delete(inject.id);
  context.times.set(inject.id, time);
  return time;
}

function earliest(when: AuthoredWhen, timeOf: (inject: string | undefined) => number): number {
  if (when.all) return when.all.reduce((latest, part) => Math.max(latest, earliest(part, timeOf)), 0);
  if (when.any) return when.any.reduce((first, part) => Math.min(first, earliest(part, timeOf)), Infinity);
  if (when.not) return 0;
  if (when.unacknowledged) return timeOf(when.unacknowledged.incident) + ms(when.unacknowledged.for);
  return timeOf(when.fired ?? when.resolved ?? when.escalated?.incident ?? when.declined?.incident);
}

/** In the author's offset. `checkStart` rejects times past the year 9999; until then they are cut off at its end. */
function sentAt(startsAt: string, at: number): string {
  const local = (readTime(startsAt) ?? 0) + at + offsetOf(startsAt);
  const offset = toCapForm(startsAt).slice(19);
  return `${capTimeOf(Math.min(local, LAST_TIME_MS)).slice(0, 19)}${offset}`;
}
