import { isBackground, lanesOf, type SpanOfTime } from './timeline-lanes.js';

const span = (from: number, to: number): SpanOfTime => ({ kind: 'asked', from, to });

it('lets spans that follow one another share a lane, and none lie over another', () => {
  expect(lanesOf([span(0, 10), span(10, 20), span(5, 15), span(16, 18)])).toEqual([0, 0, 1, 1]);
  expect(lanesOf([])).toEqual([]);
});

it('keeps what holds of the unit by itself behind the rest', () => {
  expect((['degraded', 'off-duty', 'down', 'asked'] as const).map((kind) => isBackground({ kind }))).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
