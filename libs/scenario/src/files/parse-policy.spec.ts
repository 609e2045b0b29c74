import { parsePolicy } from './parse-policy.js';
import { put, right } from '../testing/sample-script.js';
import { parseScenario } from '../check/check-scenario.js';
import { InputError } from '#contracts/problem.js';

function faultsWith(...entries: readonly (readonly [path: string, value: unknown])[]): string[] {
  const json = right();
  const scenario = parseScenario(right());
  for (const [path, value] of entries) put(json, `policy.${path}`, value);
  try {
    parsePolicy((json as { policy: unknown }).policy, scenario);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe('a policy by itself', () => {
  it('is told which names were meant', () => {
    expect(faultsWith(['route.chain', 'frist'])).toEqual(['The policy has no chain "frist". Did you mean "first"?']);
  });

  it('is told at most a hundred faults', () => {
    expect(faultsWith(['groups.some', Array.from({ length: 101 }, (_, i) => `nobody-${i}`)])).toHaveLength(100);
  });
});
