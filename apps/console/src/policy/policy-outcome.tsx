/** What came of an act about a policy. */
import { useTranslation } from '../language/use-translation.js';
import { ActOutcome } from '../parts/act-outcome.js';
import type { Action } from '../parts/use-action.js';
import type { PolicyAct } from './send-policy.js';

export function PolicyOutcome({ action }: { readonly action: Action<PolicyAct> }) {
  const { t } = useTranslation('policy');
  const act = action.variables;
  return <ActOutcome action={action} done={act && t(`done.${act.do === 'set' ? act.purpose : act.do}`)} />;
}
