/** Where a proposal stands, in a word. */
import type { KnownProposal } from '#domain/policy/known-policy.js';
import { useTranslation } from '../language/use-translation.js';
import layout from '../parts/case-desk.module.css';

export function ProposalState({ of: { status, deadlocked } }: { readonly of: KnownProposal }) {
  const { t } = useTranslation('policy');
  return (
    <>
      <span className={layout['state']} data-state={status === 'waiting' ? 'asked' : status}>
        {t(`state.${status}`)}
      </span>
      {status === 'waiting' && deadlocked === true && (
        <span className={layout['state']} data-state="overdue">
          {t('state.deadlocked')}
        </span>
      )}
    </>
  );
}
