/** What came of an act: done, on its way, or refused and why. */
import { useTranslation } from '../language/use-translation.js';
import { useProblemText } from '../parts/problem.js';
import type { Action } from '../parts/use-action.js';
import type { ReleaseAct } from './send-release.js';
import layout from '../parts/case-desk.module.css';

export function Outcome({
  action: { variables: act, isSuccess, error, data },
}: {
  readonly action: Action<ReleaseAct>;
}) {
  const { t } = useTranslation('releases');
  const problem = useProblemText();
  const isStored = (data as { readonly status?: unknown } | undefined)?.status === 'pending';
  return (
    <>
      <p className={isSuccess ? layout['done'] : layout['spoken']} role="status">
        {isSuccess && act !== undefined && (isStored ? t('frame:act.stored') : t(`done.${doneOf(act)}`))}
      </p>
      {error !== null && (
        <p className={layout['refusal']} role="alert">
          {problem(error)}
        </p>
      )}
    </>
  );
}

function doneOf(act: ReleaseAct): string {
  if (act.do !== 'decide') return act.do;
  return act.body.decision === 'tear-line' ? 'tearLine' : act.body.decision;
}
