/** Arguments that hold several words, separated by commas. */
import { InvalidArgumentError } from 'commander';

export function wordList(text: string): string[] {
  const words = text.split(',').map((part) => part.trim());
  if (words.every((word) => word !== '')) return [...new Set(words)];
  throw new InvalidArgumentError('Give words separated by commas, with none of them empty.');
}

const UNIT_MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1_440 };

/** @returns minutes */
export function lifeMinutes(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const minutes = Number(number) * (UNIT_MINUTES[unit] ?? 0);
  if (minutes > 0) return minutes;
  throw new InvalidArgumentError('Give a number of minutes, hours or days: 30m, 12h, 7d.');
}

export function countArgument(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number from 1 to 99999.');
}

/** Of an option that may be given several times: all of its values. */
export function repeatable(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
