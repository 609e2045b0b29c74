/** What stands in the form: its parts by path, what is sent of it, and how an inject of the script becomes one. */
import { formatDuration } from '#contracts/scenario/duration.js';
import type { Alert, AlertInfo } from '#domain/alert/alert.js';
import type { Inject, ReleaseAct, SentInject } from '#domain/inject/inject.js';
import type { Link } from '#domain/unit/unit.js';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export interface FormValue {
  readonly kind: string;
  readonly frame: JsonObject;
  /** Of each kind, so that trying another one loses nothing. */
  readonly contents: Readonly<Record<string, Json | undefined>>;
}

/** The parts of a value that has parts. */
export function objectOf(value: Json | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** Without what was left empty; undefined where nothing is left. */
export function pruned(value: Json | undefined): Json | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value;
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value)
    .map(([name, part]) => [name, pruned(part)] as const)
    .filter(([, part]) => part !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** The inject as the API takes it. */
export function requestOf({ kind, frame, contents }: FormValue): JsonObject {
  return { ...(pruned(frame) as JsonObject | undefined), [kind]: pruned(contents[kind]) ?? {} };
}

/** The form of an inject that is in the script or was improvised. */
export function formOf(inject: Inject): FormValue {
  const frame = inject.title === undefined ? {} : { title: inject.title };
  return { kind: inject.kind, frame, contents: { [inject.kind]: contentOf(inject) } };
}

function contentOf(inject: Inject): Json {
  switch (inject.kind) {
    case 'alert':
      return alertContent(inject.messages[0].alert);
    case 'message':
      return {
        ...(inject.from && { from: inject.from }),
        text: inject.text,
        releasability: { ...inject.releasability },
      };
    case 'send':
      return sentContent(inject);
    case 'release':
      return releaseContent(inject.release);
    case 'duty':
      return { unit: inject.unit, status: inject.duty };
    case 'link':
      return {
        ...(inject.side === undefined ? { unit: inject.unit } : { side: inject.side }),
        state: linkContent(inject.link),
      };
    case 'note':
      return inject.text;
    default:
      return inject satisfies never;
  }
}

function sentContent({ message, answerWithinMs, ...sent }: SentInject): Json {
  const { from, to, subject, text, incident } = sent;
  const answerWithin = answerWithinMs === undefined ? undefined : formatDuration(answerWithinMs);
  const releasability = { ...sent.releasability };
  const content = { kind: message, from, to, subject, text: { ...text }, releasability, incident, answerWithin };
  return pruned(content) ?? {};
}

function releaseContent({ act, ...said }: ReleaseAct): JsonObject {
  const content = said as JsonObject;
  if (act === 'approve') return { approve: content['of'] };
  return { [act === 'tear-line' ? 'tearLine' : act]: content };
}

function linkContent(link: Link): JsonObject {
  if (link.status !== 'degraded') return { status: link.status };
  return { status: link.status, latency: formatDuration(link.latencyMs), loss: link.loss };
}

function alertContent(alert: Alert): JsonObject {
  const [first] = alert.info ?? [];
  const { site, nationals, casualties, source, confidence, releasability } = alert.exercise;
  const content = {
    headline: byLanguage(alert, 'headline'),
    event: byLanguage(alert, 'event'),
    description: byLanguage(alert, 'description'),
    instruction: byLanguage(alert, 'instruction'),
    category: first?.category,
    urgency: first?.urgency,
    severity: first?.severity,
    certainty: first?.certainty,
    responseType: first?.responseType,
    site,
    nationals,
    casualties,
    source,
    confidence,
    releasability,
  };
  return (pruned(content as unknown as JsonObject) as JsonObject | undefined) ?? {};
}

function byLanguage({ info = [] }: Alert, field: 'headline' | 'event' | 'description' | 'instruction'): JsonObject {
  const languageOf = ({ language = 'en' }: AlertInfo) => language.slice(0, 2);
  return Object.fromEntries(info.map((block) => [languageOf(block), block[field]]));
}

const TEXTS = ['en', 'ur', 'zh'] as const;

/** The CAP message that such an alert would be, as far as its route goes by it. Undefined while what it must have is missing. */
export function alertToExplain(content: Json | undefined, sent: string): JsonObject | undefined {
  const alert = pruned(content);
  if (alert === undefined || typeof alert !== 'object' || Array.isArray(alert)) return undefined;
  const { headline, event, category, urgency, severity, certainty, responseType, sender } = alert as JsonObject;
  const { site, nationals, casualties, source, confidence, releasability } = alert as JsonObject;
  if (
    headline === undefined ||
    category === undefined ||
    urgency === undefined ||
    severity === undefined ||
    certainty === undefined
  ) {
    return undefined;
  }
  const info = TEXTS.filter((language) => textIn(headline, language) !== undefined).map((language) => ({
    language,
    category: typeof category === 'string' ? [category] : category,
    event: textIn(event, language) ?? textIn(headline, language),
    ...(responseType !== undefined && { responseType }),
    urgency,
    severity,
    certainty,
    headline: textIn(headline, language),
  }));
  if (info.length === 0) return undefined;
  return {
    identifier: 'what-if',
    sender: sender ?? 'script@exercise.example',
    sent,
    status: 'Exercise',
    // What it updates or cancels is not sent along: only where a new alert would go is asked.
    msgType: 'Alert',
    scope: 'Restricted',
    restriction: 'Participants of the exercise only',
    info,
    exercise: pruned({ site, nationals, casualties, source, confidence, releasability }) ?? {},
  };
}

function textIn(text: Json | undefined, language: string): Json | undefined {
  if (typeof text === 'string') return language === 'en' ? text : undefined;
  return text !== null && typeof text === 'object' && !Array.isArray(text) ? (text as JsonObject)[language] : undefined;
}
