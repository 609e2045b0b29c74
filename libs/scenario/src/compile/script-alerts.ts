/**
 * The CAP messages of a script's alerts. They must be the same in every run, so nothing in them comes from a clock: the
 * sent time is STARTEX in the story (`startsAt`) plus the inject's time in the script. An inject that waits for a condition has
 * no such time; it bears the earliest at which its condition could hold, so that no message is older than what it refers to.
 */
import type { Alert, MessageReference } from '#domain/alert/alert.js';
import { DEFAULT_STARTS_AT } from '#domain/kernel/story-time.js';
import type { InjectAlert } from '#domain/inject/inject.js';
import { alertId, referencedAlertId, scriptedIdentifier } from '#contracts/alert/alert-id.js';
import { capTimeOf, LAST_TIME_MS, offsetOf, readTime, toCapForm } from '#contracts/alert/cap-time.js';
import { compact, localized, ms } from './compile-parts.js';
import { parseExerciseTime } from '#contracts/scenario/duration.js';
import type { TextInput } from '#contracts/scenario/scenario-shape.js';
import type { InjectInput, ScriptAlertInput, WhenInput } from '#contracts/scenario/script-shape.js';

const DEFAULT_SENDER = 'script@exercise.example';

/** What an alert has to know of the script around it. */
export interface Script {
  readonly scenario: string;
  readonly seed: string;
  readonly startsAt: string;
  readonly injects: ReadonlyMap<string, InjectInput>;
  /** Nominal times of injects, ms since STARTEX; filled as they are asked for. */
  readonly times: Map<string, number>;
  /** The messages of injects that are compiled already, by inject: of a run under way. */
  readonly compiled?: ReadonlyMap<string, readonly InjectAlert[]>;
}

export function scriptOf(
  { id, seed = id, startsAt = DEFAULT_STARTS_AT }: Framed,
  injects: readonly InjectInput[],
): Script {
  const byId = new Map(injects.map((inject) => [inject.id, inject]));
  return { scenario: id, seed, startsAt, injects: byId, times: new Map() };
}

/** What of a scenario, authored or compiled, its messages are named and timed by. */
interface Framed {
  readonly id: string;
  readonly seed?: string | undefined;
  readonly startsAt?: string | undefined;
}

/** One message for each time that the inject fires. */
export function messagesOf(
  inject: InjectInput,
  input: ScriptAlertInput,
  script: Script,
): [InjectAlert, ...InjectAlert[]] {
  const references = referencesOf(input, script);
  const [first, ...more] = Array.from({ length: timesOf(inject) }, (_, occurrence) => {
    const alert = alertOf(inject, input, script, occurrence, references);
    const releaseClass = alert.exercise.releasability.class;
    return {
      alertId: alertId(alert),
      references: references.map((reference) => referencedAlertId(releaseClass, reference)),
      alert,
    };
  });
  if (first === undefined) throw new Error(`the inject ${inject.id} fires not even once`);
  return [first, ...more];
}

function timesOf({ repeat }: InjectInput): number {
  return 1 + (repeat?.times ?? 0);
}

/** Each message of the inject that it updates or cancels; none if there is no such inject, which the check tells. */
function referencesOf({ updates, cancels }: ScriptAlertInput, script: Script): MessageReference[] {
  const named = updates ?? cancels;
  const compiled = named === undefined ? undefined : script.compiled?.get(named);
  if (compiled) return compiled.map(({ alert: { sender, identifier, sent } }) => ({ sender, identifier, sent }));
  const inject = named === undefined ? undefined : script.injects.get(named);
  if (inject?.alert === undefined) return [];
  const { alert } = inject;
  return Array.from({ length: timesOf(inject) }, (_, occurrence) => identityOf(inject, alert, script, occurrence));
}

function identityOf(
  inject: InjectInput,
  alert: ScriptAlertInput,
  script: Script,
  occurrence: number,
): MessageReference {
  const every = inject.repeat ? ms(inject.repeat.every) : 0;
  const { scenario, seed } = script;
  return {
    sender: alert.sender ?? DEFAULT_SENDER,
    identifier: scriptedIdentifier({ scenario, seed, inject: inject.id, occurrence }),
    sent: sentAt(script.startsAt, nominalTime(inject, script, new Set()) + occurrence * every),
  };
}

function alertOf(
  inject: InjectInput,
  input: ScriptAlertInput,
  script: Script,
  occurrence: number,
  references: readonly MessageReference[],
): Alert {
  const { site, nationals, casualties, source, confidence, releasability } = input;
  const { sender, identifier, sent } = identityOf(inject, input, script, occurrence);
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

/** One for each language of the headline; what is not said in a language is said in English. */
function infosOf(input: ScriptAlertInput): NonNullable<Alert['info']> {
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

function inLanguage(text: TextInput | undefined, language: string): string | undefined {
  if (text === undefined) return undefined;
  const byLanguage = localized(text);
  return byLanguage[language] ?? byLanguage['en'];
}

/** When the inject fires at the earliest, as far as the script alone tells. A ring of conditions counts as no wait. */
function nominalTime(inject: InjectInput, script: Script, waitingFor: Set<string>): number {
  const known = script.times.get(inject.id);
  if (known !== undefined) return known;
  waitingFor.add(inject.id);
  const timeOf = (id: string | undefined): number => {
    const other = id === undefined || waitingFor.has(id) ? undefined : script.injects.get(id);
    return other ? nominalTime(other, script, waitingFor) : 0;
  };
  const own =
    inject.when === undefined
      ? (parseExerciseTime(inject.at ?? '') ?? 0)
      : earliest(inject.when, timeOf) + (inject.delay === undefined ? 0 : ms(inject.delay));
  const named = inject.alert?.updates ?? inject.alert?.cancels;
  const other = named === undefined || waitingFor.has(named) ? undefined : script.injects.get(named);
  const lastOfNamed = other ? timeOf(named) + (timesOf(other) - 1) * (other.repeat ? ms(other.repeat.every) : 0) : 0;
  // The author's own time stands, even where it is wrong: the check says so.
  const time = inject.when === undefined ? own : Math.max(own, lastOfNamed);
  waitingFor.delete(inject.id);
  script.times.set(inject.id, time);
  return time;
}

function earliest(when: WhenInput, timeOf: (inject: string | undefined) => number): number {
  if (when.all) return when.all.reduce((latest, part) => Math.max(latest, earliest(part, timeOf)), 0);
  if (when.any) return when.any.reduce((first, part) => Math.min(first, earliest(part, timeOf)), Infinity);
  if (when.not) return 0;
  if (when.unacknowledged) return timeOf(when.unacknowledged.incident) + ms(when.unacknowledged.for);
  return timeOf(when.fired ?? when.resolved ?? when.escalated?.incident ?? when.declined?.incident);
}

/** In the offset that the author wrote. Past the year 9999 no message is sent (`checkStart`); it bears the last time of that year. */
function sentAt(startsAt: string, at: number): string {
  const local = (readTime(startsAt) ?? 0) + at + offsetOf(startsAt);
  const offset = toCapForm(startsAt).slice(19);
  return `${capTimeOf(Math.min(local, LAST_TIME_MS)).slice(0, 19)}${offset}`;
}
