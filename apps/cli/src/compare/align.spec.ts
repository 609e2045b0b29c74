import { align, type Alignable } from './align.js';

/** `b1` is the thing b at the time 1; things of one letter may stand for each other. */
const things = (text: string): Alignable[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((key) => ({ key, subject: key.slice(0, 1), at: Number(key.slice(1)) }));

function aligned(a: string, b: string): string {
  const pairs = [...align(things(a).values(), things(b).values())];
  return pairs
    .map(([ofA, ofB]) => (ofA?.key === ofB?.key ? ofA?.key : `${ofA?.key ?? '-'}|${ofB?.key ?? '-'}`))
    .join(' ');
}

it.each([
  ['the same', 'a1 b2 c3', 'a1 b2 c3', 'a1 b2 c3'],
  ['something in between, in one of them', 'a1 p2 b2 c3', 'a1 b2 c3', 'a1 p2|- b2 c3'],
  ['something in the place of something', 'a1 b2 c3', 'a1 b4 c3', 'a1 b2|b4 c3'],
  ['another thing', 'a1 b2 c3', 'a1 d2 c3', 'a1 b2|- -|d2 c3'],
  ['an end before', 'a1 b2 c3', 'a1', 'a1 b2|- c3|-'],
  ['nothing in one', '', 'a1 b2', '-|a1 -|b2'],
  ['nothing in common', 'a1 b2', 'b3 a4', 'a1|a4 b2|b3'],
])('%s', (_what, a, b, expected) => {
  expect(aligned(a, b)).toBe(expected);
});

it('finds the way back after a long stretch that only one of them holds, and takes each thing once', () => {
  const many = Array.from({ length: 1000 }, (_, at) => `x${at}`);
  const [a, b] = [many.join(' '), [...many.slice(0, 400), ...many.slice(600)].join(' ')];
  const told = aligned(a, b).split(' ');
  expect(told).toHaveLength(1000);
  expect(told.filter((pair) => pair.endsWith('|-'))).toHaveLength(200);
});
