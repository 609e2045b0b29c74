/** What came of an act at the releasing desk. */
import { useTranslation } from '../language/use-translation.js';
import { ActOutcome } from '../parts/act-outcome.js';
import type { Action } from '../parts/use-action.js';
import type { ReleaseAct } from './send-release.js';

export function Outcome({ action }: { readonly action: Action<ReleaseAct> }) {
  const { t } = useTranslation('releases');
  const act = action.variables;
  return <ActOutcome action={action} done={act && t(`done.${doneOf(act)}`)} />;
}

function doneOf(act: ReleaseAct): string {
  if (act.do !== 'decide') return act.do;
  return act.body.decision === 'tear-line' ? 'tearLine' : act.body.decision;
}
