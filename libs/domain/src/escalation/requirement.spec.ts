import type { Plain } from '../kernel/brand.js';
import fc from 'fast-check';
import { asked, standingOf, type Asked } from '../testing/standing.js';
import type { Requirement } from '../policy/policy.js';
import { requiredSides, requirementImpossible, requirementMet, type Standing } from './requirement.js';

const open = (unit: string, action?: Asked['action']): Asked => ({ unit, action, state: 'open' });
const ended = (unit: string, action?: Asked['action']): Asked => ({ unit, action, state: 'ended' });
const acknowledged = (unit: string, action?: Asked['action']): Asked => ({ unit, action, state: 'acknowledged' });
const lapsed = (unit: string, action?: Asked['action']): Asked => ({ unit, action, state: 'lapsed' });

/** What a step with this requirement has come to, if these were asked about the incident, and it asked `step` of them. */
function verdict(
  requirement: Requirement,
  all: readonly Asked[],
  step = all,
  parts: Partial<Plain<Standing>> = {},
): string {
  const { state, incident } = asked(all);
  const standing = standingOf(step, parts);
  if (requirementMet(state, incident, requirement, standing)) return 'met';
  return requirementImpossible(state, incident, requirement, standing) ? 'impossible' : 'waiting';
}

describe('a step that asks for any', () => {
  it('is met by an acknowledgement that came in since it was reached', () => {
    expect(verdict('any', [acknowledged('a'), open('b')])).toBe('met');
    expect(verdict('any', [acknowledged('a'), open('b')], undefined, { answersBeforeStep: 1 })).toBe('waiting');
  });
  it('is met by an answer to an earlier step of the chain, and by one that covers its question', () => {
    const earlier = standingOf([acknowledged('a')]).questions;
    expect(verdict('any', [acknowledged('a'), open('b')], [open('b')], { allQuestions: earlier })).toBe('met');
    expect(verdict('any', [acknowledged('a', 'respond')], [open('a', 'inform')])).toBe('met');
    expect(verdict('any', [acknowledged('a', 'advise')], [open('a', 'inform')])).toBe('impossible');
  });
  it('is not met by an answer to another chain’s question', () => {
    expect(verdict('any', [acknowledged('x'), open('a')], [open('a')])).toBe('waiting');
  });
  it('is met by any answer that covers a question asked by hand, whichever chain asked for it', () => {
    const byHand: Asked = { ...ended('x', 'inform'), byHand: true };
    expect(verdict('any', [acknowledged('x', 'respond'), byHand, open('a')], [open('a')])).toBe('met');
    expect(verdict('any', [acknowledged('x', 'advise'), byHand, open('a')], [open('a')])).toBe('waiting');
  });
  it('is impossible when all have declined', () => {
    expect(verdict('any', [ended('a'), open('b')])).toBe('waiting');
    expect(verdict('any', [ended('a'), ended('b')])).toBe('impossible');
  });
});

describe('a step that asks for all', () => {
  it('is met when each of its questions is answered, whenever and by whichever action covers it', () => {
    expect(verdict('all', [acknowledged('a'), acknowledged('b')], undefined, { answersBeforeStep: 2 })).toBe('met');
    expect(verdict('all', [acknowledged('a', 'secure')], [open('a', 'inform')])).toBe('met');
    expect(verdict('all', [acknowledged('a', 'inform'), open('a', 'respond')], [open('a', 'respond')])).toBe('waiting');
  });
  it('waits for the last one', () => {
    expect(verdict('all', [acknowledged('a'), open('b')])).toBe('waiting');
  });
  it('is impossible as soon as one declines, unless another question that is open covers it', () => {
    expect(verdict('all', [open('a'), ended('b')])).toBe('impossible');
    expect(verdict('all', [ended('b'), open('b', 'respond')], [ended('b')])).toBe('waiting');
  });
  it('counts no acknowledgement that has lapsed', () => {
    expect(verdict('all', [lapsed('a', 'respond')])).toBe('impossible');
  });
  it('is not met by nobody', () => {
    expect(verdict('all', [acknowledged('a')], [])).toBe('impossible');
  });
});

describe('a step that asks for a count', () => {
  it('counts different units that answered one of its questions', () => {
    expect(verdict({ count: 2 }, [acknowledged('a'), acknowledged('b')])).toBe('met');
    expect(verdict({ count: 2 }, [acknowledged('a'), acknowledged('x'), open('b')], [open('a'), open('b')])).toBe(
      'waiting',
    );
    expect(verdict({ count: 2 }, [acknowledged('a'), acknowledged('a', 'respond'), ended('b')])).toBe('impossible');
  });
  it('counts those who were asked by hand', () => {
    expect(verdict({ count: 2 }, [acknowledged('a'), { ...acknowledged('x'), byHand: true }], [open('a')])).toBe('met');
    expect(verdict({ count: 2 }, [acknowledged('a'), { ...open('x'), byHand: true }], [open('a')])).toBe('waiting');
  });
  it('counts any answer that covers a question asked by hand', () => {
    const byHand: Asked = { ...ended('x', 'inform'), byHand: true };
    expect(verdict({ count: 2 }, [acknowledged('a'), acknowledged('x', 'respond'), byHand], [open('a')])).toBe('met');
  });
  it('is impossible when too few are left', () => {
    expect(verdict({ count: 3 }, [acknowledged('a'), open('b'), ended('c')])).toBe('impossible');
  });
});

describe('a step that asks for each side', () => {
  it('is not met by two units of one side', () => {
    expect(verdict('each-side', [acknowledged('a'), acknowledged('b'), open('c')])).toBe('waiting');
  });
  it('is met by whatever units of both', () => {
    expect(verdict('each-side', [acknowledged('a'), acknowledged('c')], [])).toBe('met');
  });
  it('waits as long as anybody of the missing side is asked by anyone', () => {
    expect(verdict('each-side', [acknowledged('a'), ended('c'), open('c2')], [ended('c')])).toBe('waiting');
    expect(verdict('each-side', [acknowledged('a'), ended('c'), open('b')])).toBe('impossible');
  });
  it('needs only the side that may know of the incident', () => {
    expect(requiredSides('JOINT')).toEqual(['PAK', 'CHN']);
    const { state, incident } = asked([acknowledged('a')], 'PAK');
    expect(requirementMet(state, incident, 'each-side', standingOf([]))).toBe(true);
  });
});

describe('a chain that started anew', () => {
  const anew = { answersBefore: 1 };
  it.each<Requirement>(['all', 'each-side', { count: 1 }])('does not count an earlier answer for %j', (requirement) => {
    const all = requirement === 'each-side' ? [acknowledged('a'), acknowledged('c')] : [acknowledged('a')];
    expect(verdict(requirement, all)).toBe('met');
    expect(verdict(requirement, all, undefined, anew)).toBe('impossible');
  });
  it('counts those of units that were under way', () => {
    expect(verdict('all', [acknowledged('a')], undefined, { ...anew, underWay: ['a'] })).toBe('met');
  });
});

describe('any standing', () => {
  const question = fc.record({
    unit: fc.constantFrom('a', 'b', 'c', 'c2'),
    action: fc.constantFrom('respond', 'inform', 'advise'),
    state: fc.constantFrom('open', 'ended', 'acknowledged', 'lapsed'),
  }) satisfies fc.Arbitrary<Asked>;
  const requirement = fc.constantFrom<Requirement>('any', 'all', 'each-side', { count: 1 }, { count: 2 }, { count: 3 });
  const world = fc.record({
    requirement,
    all: fc.array(question, { maxLength: 6 }),
    step: fc.array(question, { maxLength: 4 }),
    answersBefore: fc.nat({ max: 3 }),
    later: fc.nat({ max: 2 }),
    underWay: fc.subarray(['a', 'c']),
  });

  it('is met once all that is open is acknowledged, exactly when it was not impossible', () => {
    fc.assert(
      fc.property(world, ({ requirement: wanted, all, step, answersBefore, later, underWay }) => {
        const standing = standingOf(step, { answersBefore, answersBeforeStep: answersBefore + later, underWay });
        const { state, incident } = asked(all);
        const impossible = requirementImpossible(state, incident, wanted, standing);
        expect(requirementMet(state, incident, wanted, standing) && impossible).toBe(false);
        for (const id of incident.asked) {
          const notification = state.notifications[id];
          if (notification?.status !== 'delivered') continue;
          Object.assign(notification, { status: 'acknowledged', acknowledgedAt: 1, answerNumber: 100 });
        }
        expect(requirementMet(state, incident, wanted, standing)).toBe(!impossible);
      }),
    );
  });
});
