/** Labels of generated alerts. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { InjectAlert } from '#domain/inject/inject.js';
import type { Random } from './random.js';

interface Made {
  readonly scenario: Scenario;
  readonly deeds: readonly object[];
}

/** Of the alerts of one side, some are kept from some of its units; operators and commanders read them all. */
export function withLabels<M extends Made>(random: Random, made: M): M {
  const { scenario, deeds } = made;
  const label = ({ alert, ...text }: InjectAlert): InjectAlert => {
    if (alert.exercise.releasability.class === 'JOINT' || !random.chance(0.4)) return { ...text, alert };
    const tlp = random.pick(['TLP:RED', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:GREEN'] as const);
    const named = scenario.units.filter(() => random.chance(0.5)).map(({ id }) => `unit:${id}`);
    const releasability = {
      ...alert.exercise.releasability,
      tlp,
      releasableTo: ['role:commander', 'role:operator', ...named],
    };
    return { ...text, alert: { ...alert, exercise: { ...alert.exercise, releasability } } };
  };
  const injects = scenario.injects?.map((inject) => {
    if (inject.kind !== 'alert') return inject;
    const [first, ...others] = inject.messages;
    return { ...inject, messages: [label(first), ...others] as const };
  });
  return {
    ...made,
    scenario: { ...scenario, ...(injects && { injects }) },
    deeds: deeds.map((deed) => ('message' in deed ? { ...deed, message: label(deed.message as InjectAlert) } : deed)),
  };
}
