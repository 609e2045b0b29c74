/** Small steps that the compiling of every part of a scenario takes. */
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Link } from '#domain/unit/unit.js';
import { formatDuration, parseDuration } from '#contracts/scenario/duration.js';
import type { LinkInput, TextInput } from '#contracts/scenario/scenario-shape.js';

export function toLink(input: LinkInput): Link {
  if (input.status !== 'degraded') return input;
  return { status: 'degraded', latencyMs: ms(input.latency), loss: input.loss };
}

export function localized(text: TextInput): LocalizedText {
  return typeof text === 'string' ? { en: text } : text;
}

export function ms(duration: string): number {
  const value = parseDuration(duration);
  if (value === undefined) throw new Error(`"${duration}" passed as a duration but is none`);
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

/** Without the keys that hold nothing, so that equal scenarios are equal as JSON. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}
