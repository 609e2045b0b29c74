import fc from 'fast-check';
import {
  DURATION_SCHEMA_PATTERN,
  EXERCISE_TIME_SCHEMA_PATTERN,
  formatDuration,
  formatExerciseTime,
  MAX_DURATION_MS,
  parseDuration,
  parseExerciseTime,
} from './duration.js';

describe('a duration', () => {
  it.each([
    ['500ms', 500],
    ['90s', 90_000],
    ['5m', 300_000],
    ['1h30m', 5_400_000],
    ['1h0m2s3ms', 3_602_003],
    ['1m500ms', 60_500],
    ['720h', MAX_DURATION_MS],
    ['0s', 0],
  ])('reads %s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', 'h', '5', '5 m', '-5m', '1.5h', '5m1h', '5M', '1d', '5mm', '5ms3s', '5m ', '721h', '9999999999h', '٥m'])(
    'does not read %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  it('is written in the largest units', () => {
    expect(formatDuration(5_400_000)).toBe('1h30m');
    expect(formatDuration(90_000)).toBe('1m30s');
    expect(formatDuration(0)).toBe('0s');
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.nat(MAX_DURATION_MS), (ms) => {
        expect(parseDuration(formatDuration(ms))).toBe(ms);
      }),
    );
  });
});

describe('the pattern that editors get', () => {
  const digits = fc.oneof(
    fc.stringMatching(/^0{0,3}\d{1,9}$/),
    fc.constantFrom(
      '719',
      '720',
      '721',
      '43199',
      '43200',
      '43201',
      '2591999',
      '2592000',
      '2592001',
      '0000720',
      '4319999',
    ),
  );

  it('takes what a duration of one unit takes, and of several no less', () => {
    const pattern = new RegExp(DURATION_SCHEMA_PATTERN);
    fc.assert(
      fc.property(digits, fc.constantFrom('h', 'm', 's', 'ms', ''), digits, (count, unit, more) => {
        expect(pattern.test(`${count}${unit}`)).toBe(parseDuration(`${count}${unit}`) !== undefined);
        const both = `${count}${unit}${more}ms`;
        if (parseDuration(both) !== undefined) expect(pattern.test(both)).toBe(true);
      }),
    );
  });

  it('takes the times of an exercise and no others', () => {
    const pattern = new RegExp(EXERCISE_TIME_SCHEMA_PATTERN);
    const two = fc.stringMatching(/^[0-6]\d$/);
    const hours = fc.oneof(fc.stringMatching(/^\d{1,4}$/), fc.constantFrom('719', '720', '721'));
    fc.assert(
      fc.property(
        hours,
        fc.oneof(two, fc.constant('00')),
        fc.oneof(
          two.map((text) => `:${text}`),
          fc.constant(''),
        ),
        (h, m, s) => {
          const text = `T+${h}:${m}${s}`;
          expect([text, pattern.test(text)]).toEqual([text, parseExerciseTime(text) !== undefined]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an exercise time', () => {
  it.each([
    [0, 'T+00:00:00'],
    [3_723_999, 'T+01:02:03'],
    [360_000_000, 'T+100:00:00'],
  ])('of %d ms is written %s', (ms, text) => {
    expect(formatExerciseTime(ms)).toBe(text);
  });
});
