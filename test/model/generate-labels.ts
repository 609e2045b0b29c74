/** Labels of generated alerts. */
import type { Alert, Releasability } from '#domain/alert/alert.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { InjectAlert } from '#domain/inject/inject.js';
import type { Random } from './random.js';

interface Made {
  readonly scenario: Scenario;
  readonly deeds: readonly object[];
}

/** Of the alerts of one side, some are kept from some of its units; operators and commanders read them all. */
export function withLabels<M extends Made>(random: Random, made: M): M {
  return withAlerts(made, (alert) => {
    if (!random.chance(0.4)) return alert;
    const tlp = random.pick(['TLP:RED', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:GREEN'] as const);
    const named = made.scenario.units.filter(() => random.chance(0.5)).map(({ id }) => `unit:${id}`);
    return labelled(alert, { tlp, releasableTo: ['role:commander', 'role:operator', ...named] });
  });
}

/** Of some alerts of one side, the other side gets a tear line. */
export function withTearLines<M extends Made>(random: Random, made: M): M {
  return withAlerts(made, (alert) => {
    if (!random.chance(0.3)) return alert;
    const tearLineTlp = random.pick([undefined, 'TLP:GREEN'] as const);
    return labelled(alert, { tearLine: { en: 'be careful' }, ...(tearLineTlp && { tearLineTlp }) });
  });
}

/** Of some alerts, of one side or of both, the label is to be looked at again. @param time a time of the story */
export function withReviews<M extends Made>(random: Random, made: M, time: () => string): M {
  return withAlerts(made, (alert) => (random.chance(0.25) ? labelled(alert, { reviewAt: time() }) : alert), true);
}

function labelled(alert: Alert, more: Partial<Releasability>): Alert {
  const { exercise } = alert;
  return { ...alert, exercise: { ...exercise, releasability: { ...exercise.releasability, ...more } } };
}

/** @param isJointToo else only the alerts that are not JOINT are changed */
function withAlerts<M extends Made>(made: M, change: (alert: Alert) => Alert, isJointToo = false): M {
  const { scenario, deeds } = made;
  const changed = ({ alert, ...text }: InjectAlert): InjectAlert => ({
    ...text,
    alert: alert.exercise.releasability.class !== 'JOINT' || isJointToo ? change(alert) : alert,
  });
  const injects = scenario.injects?.map((inject) => {
    if (inject.kind !== 'alert') return inject;
    const [first, ...others] = inject.messages;
    return { ...inject, messages: [changed(first), ...others] as const };
  });
  return {
    ...made,
    scenario: { ...scenario, ...(injects && { injects }) },
    deeds: deeds.map((deed) => ('message' in deed ? { ...deed, message: changed(deed.message as InjectAlert) } : deed)),
  };
}
