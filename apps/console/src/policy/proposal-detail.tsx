/** A policy that one side proposes to the other: by whom and why, what would change, what can be done, and what came of it. */
import type { KnownProposal } from '#domain/policy/known-policy.js';
import { policyFor } from '#domain/policy/policy-for.js';
import { otherThan } from '#domain/releasing/releasing-state.js';
import { useTranslation } from '../language/use-translation.js';
import layout from '../parts/case-desk.module.css';
import { Countdown } from '../parts/countdown.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText } from '../parts/time-text.js';
import { PolicyDiff } from './policy-diff.js';
import { inOrderOf, policyText } from './policy-source.js';
import { PolicyView } from './policy-view.js';
import { ProposalActs } from './proposal-acts.js';
import { ProposalState } from './proposal-state.js';
import { usePolicy } from './use-policy.js';

export function ProposalDetail({ of }: { readonly of: KnownProposal }) {
  const { t } = useTranslation('policy');
  const { id, side, policy, reason, answer, status } = of;
  return (
    <article className={layout['item']} data-testid="policy-item">
      <header className={layout['head']}>
        <h2>
          <bdi>{id}</bdi> <SideBadge side={side} /> <ProposalState of={of} />
        </h2>
        <p>
          <bdi>{policy.id}</bdi> · {t('version')} <bdi>{policy.version}</bdi>
        </p>
        <Times of={of} />
      </header>
      <section className={layout['part']}>
        <h3 className={layout['sectionHead']}>
          {t('why')} <SideBadge side={side} />
        </h3>
        <p>
          <bdi>{reason}</bdi>
        </p>
      </section>
      {answer !== undefined && (
        <section className={layout['part']}>
          <h3 className={layout['sectionHead']}>
            {t('answer')} <SideBadge side={status === 'withdrawn' ? side : otherThan(side)} />
          </h3>
          <p>
            <bdi>{answer}</bdi>
          </p>
        </section>
      )}
      <ProposalActs of={of} />
      {status === 'waiting' && <Compared of={of} />}
      <details open={status !== 'waiting'}>
        <summary>{t('whole')}</summary>
        <PolicyView policy={policy} />
      </details>
    </article>
  );
}

function Times({ of: { proposedAt, answerBy, status, deadlocked, endedAt } }: { readonly of: KnownProposal }) {
  const { t } = useTranslation('policy');
  const isWaiting = status === 'waiting' && answerBy !== undefined;
  return (
    <p className={layout['facts']} data-overdue={deadlocked}>
      <span>
        {t('proposedAt')} <bdi>T+{clockText(proposedAt)}</bdi>
      </span>
      {isWaiting && (
        <span>
          {t('answerBy')} <bdi>T+{clockText(answerBy)}</bdi>
        </span>
      )}
      {isWaiting && deadlocked !== true && (
        <span>
          <Countdown to={answerBy} /> {t('timeLeft')}
        </span>
      )}
      {endedAt !== undefined && (
        <span>
          {t('endedAt')} <bdi>T+{clockText(endedAt)}</bdi>
        </span>
      )}
    </p>
  );
}

function Compared({ of: { policy } }: { readonly of: KnownProposal }) {
  const { t } = useTranslation('policy');
  const { data: inForce } = usePolicy('JOINT');
  if (inForce === undefined) return <p className="mute">{t('frame:loading')}</p>;
  // A proposal leaves out what concerns incidents of one side alone.
  const before = policyFor(['JOINT'], inForce);
  return (
    <section>
      <p className="mute">{t('compared')}</p>
      <PolicyDiff before={policyText(before, 'yaml')} after={policyText(inOrderOf(before, policy), 'yaml')} />
    </section>
  );
}
