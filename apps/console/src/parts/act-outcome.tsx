/** What came of an act: done, on its way, or rejected and why. */
import { useTranslation } from '../language/use-translation.js';
import layout from './case-desk.module.css';
import { useProblemText } from './problem.js';
import type { Action } from './use-action.js';

interface Props {
  readonly action: Pick<Action<never>, 'isSuccess' | 'error' | 'data'>;
  /** What is said once it is done. */
  readonly done: string | undefined;
}

export function ActOutcome({ action: { isSuccess, error, data }, done }: Props) {
  const { t } = useTranslation('frame');
  const problem = useProblemText();
  const isStored = (data as { readonly status?: unknown } | undefined)?.status === 'pending';
  return (
    <>
      <p className={isSuccess ? layout['done'] : layout['spoken']} role="status">
        {isSuccess && done !== undefined && (isStored ? t('act.stored') : done)}
      </p>
      {error !== null && (
        <p className={layout['refusal']} role="alert">
          {problem(error)}
        </p>
      )}
    </>
  );
}
