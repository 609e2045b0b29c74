/** Another policy during a run. */
import type { Plain } from '../kernel/brand.js';
import { exerciseTime } from '../kernel/exercise-time.js';
import type { State } from '../engine/state.js';
import { alert, at, changePolicy, close, resolve, until } from '../testing/deeds.js';
import { given, mustBeSound } from '../testing/given.js';
import { ask, askSide, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';
import { explain } from '../engine/explain.js';
import type { Chain, Policy } from './policy.js';
import { routingFacts } from './routing-facts.js';

const police = pak('police');
const guard = pak('guard');
const consulate = chn('consulate');
const scenario = smallExercise({
  units: [police, guard, consulate],
  chain: chain([step('any', [ask(police)]), step('any', [ask(guard)])]),
});
const second = (standard: Chain, more: Partial<Plain<Policy>> = {}): Plain<Policy> => ({
  ...scenario.policy,
  version: 2,
  chains: { standard },
  ...more,
});
const guardFirst = second(chain([step('any', [ask(guard)])]));

describe('a change of policy', () => {
  it('counts for incidents to come; those that are open keep theirs', () => {
    const { state, play } = given(scenario, alert())
      .when(at(MINUTE, changePolicy(guardFirst)), alert({ id: 'A2', site: 'port' }), until(6 * MINUTE))
      .thenOf(
        ['PolicyChanged', 'StepStarted', 'EscalationExhausted'],
        'T+01:00 PolicyChanged small 2',
        'T+01:00 StepStarted INC-0002 standard/0 guard=N1 (start)',
        'T+05:00 StepStarted INC-0001 standard/1 guard=N2 (timeout)',
        'T+06:00 EscalationExhausted INC-0002 standard',
      );
    expect(Object.values(state.incidents).map(({ policyVersion }) => policyVersion)).toEqual([1, 2]);
    mustBeSound(play);
  });

  it('leaves a policy in the state for as long as an incident goes by it, and no longer', () => {
    const policies = (state: State) => Object.keys(state.policies).map(Number);
    const third = { ...guardFirst, version: 3 };
    const changed = given(scenario, alert()).when(changePolicy(guardFirst), changePolicy(third));
    expect(policies(changed.state)).toEqual([1, 3]);
    expect(policies(changed.when(resolve('INC-0001'), close('INC-0001')).state)).toEqual([3]);
  });

  it('is what explain tells from then on', () => {
    const { state } = given(scenario).when(changePolicy(guardFirst));
    const deed = alert();
    if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
    const policy = state.policies[state.policyVersion] ?? scenario.policy;
    const { plans } = explain(state, policy, routingFacts(deed.command.data.alert), exerciseTime(0));
    expect(plans[0]?.steps.map(({ addressees }) => addressees.map(({ unit }) => unit))).toEqual([['guard']]);
  });

  it('holds the sovereignty rule', () => {
    given(scenario)
      .when(
        changePolicy(second(chain([step('any', [ask(consulate, 'respond')])]))),
        changePolicy(second(chain([step('any', [askSide('CHN', 'secure')])]))),
        alert(),
      )
      .thenOf(
        ['CommandRefused', 'StepStarted'],
        'T+00:00 CommandRefused ChangePolicy: SOVEREIGNTY_RULE',
        'T+00:00 CommandRefused ChangePolicy: SOVEREIGNTY_RULE',
        'T+00:00 StepStarted INC-0001 standard/0 police=N1 (start)',
      );
  });

  it('needs a higher version, and a policy that fits the exercise', () => {
    const { events } = given(scenario).when(
      changePolicy({ ...guardFirst, version: 1 }),
      changePolicy({ ...guardFirst, version: Number.NaN }),
      changePolicy(second(chain([step('any', [ask('nobody')])]))),
      changePolicy(second(chain([]))),
      changePolicy(guardFirst),
      changePolicy(guardFirst),
    );
    expect(events.map(({ type, data }) => ('code' in data ? data.code : type))).toEqual([
      'POLICY_NOT_NEWER',
      'POLICY_NOT_NEWER',
      'POLICY_INVALID',
      'POLICY_INVALID',
      'PolicyChanged',
      'POLICY_NOT_NEWER',
    ]);
    expect(events[2]?.data).toMatchObject({
      message: 'policy.chains.standard.steps[0].targets[0].unit: The scenario has no unit "nobody".',
    });
  });
});
