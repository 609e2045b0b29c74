/** What `--expect` demands of a simulation: a figure, compared with a number. */
import { parseDuration, formatDuration } from '#contracts/scenario/duration.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { Distribution } from './distribution.js';
import type { TimeName } from './run-totals.js';
import type { Simulated } from './simulation.js';

const TIMES: Readonly<Record<string, TimeName>> = {
  notified: 'firstNotification',
  pak: 'acknowledgementPAK',
  chn: 'acknowledgementCHN',
  joint: 'jointAcknowledgement',
  'on-scene': 'onScene',
  resolved: 'resolved',
};
const PERCENTILES: Readonly<Record<string, number>> = { p50: 0.5, p90: 0.9, p99: 0.99 };
const COMPARISONS = {
  '>=': (value: number, limit: number) => value >= limit,
  '<=': (value: number, limit: number) => value <= limit,
  '>': (value: number, limit: number) => value > limit,
  '<': (value: number, limit: number) => value < limit,
} as const;

/** For the help of the command: every figure that a threshold can name. */
export const FIGURES_HELP = [
  'Figures for --expect, each with >=, <=, > or < and a limit:',
  `  ${Object.keys(TIMES).join(', ')}`,
  '      share of the incidents that got so far, 0 to 1: notified, acknowledged by a side or by both',
  '      (joint), reached by the first unit, resolved: joint>=0.9 or joint>=90%',
  `  ${Object.keys(TIMES)[3]}.p90, also .p50 and .p99, of each of them`,
  '      time from the opening of an incident: joint.p90<=5m',
  '  met:ID             chance that the expectation ID is met where it is judged: met:both-sides>=0.95',
  '  score              mean share of the expectations met, by weight',
  '  exhausted          mean number of chains per run that ended with nobody left to ask: exhausted<=0.1',
  '  escalations        mean number of escalations per run',
].join('\n');

export interface Threshold {
  /** As it was given. */
  readonly text: string;
  readonly comparison: keyof typeof COMPARISONS;
  readonly limit: number;
  readonly isTime: boolean;
  /** Of one policy; undefined where no run gave it. */
  readonly figure: (simulated: Simulated) => number | undefined;
}

export interface ThresholdResult {
  readonly text: string;
  /** A share, a mean, or exercise time in ms; absent: no run gave it. */
  readonly value?: number;
  readonly isReached: boolean;
}

/** @throws Failure for a figure that there is not, or a limit that does not fit it */
export function thresholdOf(text: string, scenario: Scenario): Threshold {
  const [, name = '', comparison, limitText = ''] = /^\s*([^<>=\s]+)\s*(>=|<=|>|<)\s*(\S+)\s*$/.exec(text) ?? [];
  if (comparison === undefined) {
    throw unusable(harmless(`--expect ${text}: give a figure, a comparison and a limit, as 'joint>=0.9'`));
  }
  const figure = figureOf(name, scenario);
  if (figure === undefined) {
    throw unusable(harmless(`--expect ${text}: there is no figure ${name}; \`tandem simulate --help\` lists them`));
  }
  const isTime = name.includes('.');
  const limit = isTime ? parseDuration(limitText) : numberOf(limitText);
  if (limit === undefined) {
    throw unusable(
      harmless(`--expect ${text}: give the limit as ${isTime ? 'a duration, as 5m' : 'a number, as 0.9 or 90%'}`),
    );
  }
  return { text, comparison: comparison as Threshold['comparison'], limit, isTime, figure };
}

/** Whether each is reached; one that no run gives a figure for is not. */
export function checkThresholds(thresholds: readonly Threshold[], simulated: Simulated): ThresholdResult[] {
  return thresholds.map(({ text, comparison, limit, figure }) => {
    const value = figure(simulated);
    if (value === undefined || Number.isNaN(value)) return { text, isReached: false };
    return { text, value, isReached: COMPARISONS[comparison](value, limit) };
  });
}

/** `joint>=0.9: reached, 0.953`. */
export function thresholdLine({ text, value, isReached }: ThresholdResult, { isTime }: Threshold): string {
  const shown = value === undefined ? 'no run gives this figure' : isTime ? formatDuration(value) : rounded(value);
  return harmless(`${text}: ${isReached ? 'reached' : 'NOT REACHED'}, ${shown}`);
}

/** Four digits, without zeros at the end. */
function rounded(value: number): string {
  return String(Number(value.toFixed(4)));
}

function figureOf(name: string, scenario: Scenario): Threshold['figure'] | undefined {
  if (name === 'score') return ({ score }) => meanOf(score);
  if (name === 'escalations') return ({ escalations }) => meanOf(escalations);
  if (name === 'exhausted') return ({ totals }) => totals.exhausted / totals.runs;
  if (name.startsWith('met:')) return chanceOf(name.slice('met:'.length), scenario);
  const [event = '', percentile, ...others] = name.split('.');
  const time = Object.hasOwn(TIMES, event) ? TIMES[event] : undefined;
  if (time === undefined || others.length > 0) return undefined;
  if (percentile === undefined) return ({ totals }) => shareOf(totals, time);
  const part = Object.hasOwn(PERCENTILES, percentile) ? PERCENTILES[percentile] : undefined;
  return part === undefined ? undefined : ({ totals }) => new Distribution(totals.times[time]).percentile(part);
}

function shareOf({ times, concerned }: Simulated['totals'], time: TimeName): number | undefined {
  return concerned[time] === 0 ? undefined : new Distribution(times[time]).count() / concerned[time];
}

function chanceOf(id: string, { expectations = [] }: Scenario): Threshold['figure'] | undefined {
  const place = expectations.findIndex((expectation) => expectation.id === id);
  if (place === -1) return undefined;
  return ({ totals }) => {
    const met = totals.met[place] ?? 0;
    const judged = met + (totals.missed[place] ?? 0);
    return judged === 0 ? undefined : met / judged;
  };
}

/** Of the runs that gave a number. */
function meanOf(values: ArrayLike<number>): number | undefined {
  const given = Array.from(values).filter((value) => !Number.isNaN(value));
  return given.length === 0 ? undefined : given.reduce((sum, value) => sum + value, 0) / given.length;
}

function numberOf(text: string): number | undefined {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return percent === '%' ? Number(digits) / 100 : Number(digits);
}
