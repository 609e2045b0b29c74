/**
 * The colours of the pictures. Told apart in grey and by eyes that confuse red and green; and none of them says anything
 * that a word or a shape does not say, too.
 */
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { MarkKind, SpanKind } from '#domain/evaluation/unit-timeline.js';
import type { Side } from '#domain/kernel/side.js';
import type { End } from '../words/words.js';

export const INK = '#1d2733';
export const FAINT = '#5b6776';
export const LINE = '#d5dbe3';

export const SIDE_COLOURS: Readonly<Record<Side, string>> = { PAK: '#0b6e5f', CHN: '#b4530a' };

export const SPAN_COLOURS: Readonly<Record<SpanKind, string>> = {
  sent: '#fbe9bf',
  asked: '#f2c14e',
  engaged: '#9cc3e6',
  enRoute: '#4a8fc7',
  onScene: '#1f4e79',
  'off-duty': '#e6e9ee',
  degraded: '#f6e3d3',
  down: '#efc9c4',
};

export const MARK_COLOURS: Readonly<Record<MarkKind, string>> = {
  acknowledged: '#1f4e79',
  late: '#7a4b00',
  declined: '#a4262c',
  expired: '#5b6776',
  undeliverable: '#a4262c',
};

export const END_COLOURS: Readonly<Record<End, string>> = {
  acknowledged: '#4a8fc7',
  declined: '#a4262c',
  expired: '#5b6776',
  undeliverable: '#d98c6a',
  withdrawn: '#c3cad4',
  open: '#f2c14e',
};

export const RATING_COLOURS: Readonly<Record<Rating, string>> = {
  P: '#1f4e79',
  S: '#2f7fb8',
  M: '#b4530a',
  U: '#8c1c23',
};
