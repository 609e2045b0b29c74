/** Compiles the values that all parts of a scenario use: durations, localized text, links. */
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Link } from '#domain/unit/unit.js';
import { formatDuration, parseDuration } from '#contracts/scenario/duration.js';
import type { AuthoredLink, AuthoredText } from '#contracts/scenario/scenario-schema.js';

export function toLink(input: AuthoredLink): Link {
  if (input.status !== 'degraded') return input;
  return { status: 'degraded', latencyMs: ms(input.latency), loss: input.loss };
}

export function localized(text: AuthoredText): LocalizedText {
  return typeof text === 'string' ? { en: text } : text;
}

export function ms(duration: string): number {
  const value = parseDuration(duration);
  if (value === undefined) throw new Error(`"${duration}" passed the schema as a duration but is none`);
  return value;
}

export function optionalMs(duration: string | undefined): number | undefined {
  return duration === undefined ? undefined : ms(duration);
}

export function optionalText(durationMs: number | undefined): string | undefined {
  return durationMs === undefined ? undefined : formatDuration(durationMs);
}

export function mapValues<T, U>(map: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** Removes undefined fields, so that equal scenarios are equal as JSON. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}
