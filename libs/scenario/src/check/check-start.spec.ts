/** STARTEX at the end of the last year of four digits. */
import { put, right } from '../testing/sample-script.js';
import { inspectScenario, parseScenario } from './check-scenario.js';

function codes(startsAt: string, duration: unknown = '1h'): string[] {
  const json = right();
  put(json, 'startsAt', startsAt);
  put(json, 'duration', duration);
  const { problems } = inspectScenario(json);
  return problems.filter(({ path }) => path === 'startsAt' || path === 'duration').map(({ code }) => code);
}

describe('startsAt', () => {
  it.each(['9999-12-31T23:00:00+00:00', '9999-12-31T23:59:59+05:00', '9999-12-31T18:00:00-05:00'])(
    'is refused when the exercise runs past the year 9999: %s',
    (startsAt) => {
      expect(codes(startsAt)).toEqual(['START_TOO_LATE']);
    },
  );

  it.each(['9999-12-31T22:59:59+00:00', '9999-12-31T22:59:59+05:00', '9999-12-31T17:59:59-05:00'])(
    'may be the last moment before that: %s',
    (startsAt) => {
      expect(codes(startsAt)).toEqual([]);
    },
  );

  it('may be near the end of 9999 when the script goes on beyond ENDEX', () => {
    const json = right();
    put(json, 'startsAt', '9999-12-31T22:00:00+00:00');
    put(json, 'injects.5', { ...(json['injects'] as object[])[5], at: 'T+00:50', repeat: { every: '1h', times: 9 } });
    expect(inspectScenario(json).scenario).toBeDefined();
  });

  it('is not judged by a duration that could not be read', () => {
    expect(codes('9999-12-31T23:59:59+00:00', 60)).toEqual(['WRONG_TYPE']);
  });

  it('is refused wherever a scenario is taken', () => {
    const json = right();
    put(json, 'startsAt', '9999-12-31T23:59:00+05:00');
    const message =
      'startsAt is 9999-12-31T23:59:00+05:00 and the duration 1h, so the exercise runs past the year 9999. Use an earlier date.';
    const errors = inspectScenario(json).problems.filter(({ level }) => level !== 'warning');
    expect(errors).toEqual([{ code: 'START_TOO_LATE', path: 'startsAt', message }]);
    expect(() => parseScenario(json)).toThrow(message);
  });
});
