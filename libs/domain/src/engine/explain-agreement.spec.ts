/** What `explain` foretells is what happens, if nobody answers. */
import { exerciseTime } from '../kernel/exercise-time.js';
import fc from 'fast-check';
import { explain } from './explain.js';
import { routingFacts } from '../policy/routing-facts.js';
import { SEVERITIES } from '../alert/alert.js';
import type { Scenario } from '../exercise/scenario.js';
import { scenarios } from '../testing/arbitraries.js';
import { alert, at, until } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { MINUTE, SILENT } from '../testing/small-exercise.js';

/** Nobody answers; the links are good or down. */
function silent(scenario: Scenario): Scenario {
  const upOrDown = { down: { status: 'down' }, up: { status: 'up' }, degraded: { status: 'up' } } as const;
  return {
    ...scenario,
    links: {},
    units: scenario.units.map((unit) => ({
      ...unit,
      behaviour: SILENT,
      link: upOrDown[unit.link?.status ?? 'up'],
    })),
  };
}

describe('explain', () => {
  it('tells the steps that the engine takes, when, to whom, and the end', () => {
    fc.assert(
      fc.property(
        scenarios.map(silent),
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom('JOINT' as const, 'PAK' as const),
        (scenario, severity, releaseClass) => {
          const deed = alert({ severity, class: releaseClass });
          if (deed.command?.type !== 'SubmitAlert') throw new Error('an alert was expected');
          const facts = routingFacts(deed.command.data.alert);
          const { plans } = explain({ scenario, units: {} }, scenario.policy, facts, exerciseTime(MINUTE));
          const { events } = given(scenario).when(at(MINUTE, deed), until(10_000 * MINUTE));
          const happened = new Map<string, unknown[]>(plans.map(({ chain }) => [chain, []]));
          for (const { type, at: time, data } of events) {
            if (type === 'StepStarted') {
              const whom = data.addressees.map(({ unit }) => unit);
              happened.get(data.chain)?.push([time, data.round, data.step, whom]);
            } else if (type === 'StepSkipped') {
              happened.get(data.chain)?.push([time, data.round, data.step, []]);
            } else if (type === 'EscalationExhausted') happened.get(data.chain)?.push([time]);
          }
          for (const { chain, steps, exhaustedAt } of plans) {
            const foretold = steps.map(({ startsAt, round, step, addressees }) => [
              startsAt,
              round,
              step,
              addressees.map(({ unit }) => unit),
            ]);
            // A second chain may share notifications with the first, whose expiry then is not its own.
            if (plans.length === 1) expect(happened.get(chain)).toEqual([...foretold, [exhaustedAt]]);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
