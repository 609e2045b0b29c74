/** A route and the plan that it would run, as the domain explains them. */
import { useTranslation } from '../language/use-translation.js';
import type { Explanation, RouteTrace } from '#domain/engine/explain.js';
import type { ChainPlan } from '#domain/engine/plan.js';
import { SideBadge } from '../parts/side-badge.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { UnitName } from '../control/names.js';
import { RequirementWords } from './policy-words.js';
import styles from './policy.module.css';

export function ExplanationView({
  explanation: { matches, plans, route, policy },
}: {
  readonly explanation: Explanation;
}) {
  const { t } = useTranslation('policy');
  return (
    <>
      <p className={styles['match']}>
        {matches.map((match) => (
          <span key={match.route}>
            {t('explain.route')}{' '}
            <b>
              <bdi>{match.route}</bdi>
            </b>{' '}
            → {t('explain.chain')}{' '}
            <b>
              <bdi>{match.chain}</bdi>
            </b>{' '}
          </span>
        ))}
        <span className="mute">
          (
          <bdi>
            {policy.id} v{policy.version}
          </bdi>
          )
        </span>
      </p>
      {plans.map((plan) => (
        <Plan key={`${plan.route}/${plan.chain}`} plan={plan} />
      ))}
      <details>
        <summary>{t('explain.why')}</summary>
        <ul className={styles['tree']}>
          <TraceRow trace={route} />
        </ul>
      </details>
    </>
  );
}

function TraceRow({ trace: { id, outcome, routes } }: { readonly trace: RouteTrace }) {
  const { t } = useTranslation('policy');
  return (
    <li data-outcome={outcome}>
      <span aria-hidden>{outcome === 'matched' ? '✓' : outcome === 'not-matched' ? '✕' : '–'}</span> <bdi>{id}</bdi>{' '}
      <span className="mute">{t(`explain.outcome.${outcome}`)}</span>
      {routes.length > 0 && (
        <ul className={styles['tree']}>
          {routes.map((child) => (
            <TraceRow key={child.id} trace={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** Rounds beyond this say nothing new. */
const MOST_STEPS = 8;

function Plan({ plan }: { readonly plan: ChainPlan }) {
  const { t } = useTranslation('policy');
  const word = useWord();
  const steps = plan.steps.slice(0, MOST_STEPS);
  return (
    <ol className={styles['plan']}>
      {steps.map(({ step, stepId, round, startsAt, requirement, addressees, ends, endsAt, unreached }) => (
        <li key={`${round}/${step}`}>
          <div>
            <bdi>{exerciseTimeText(startsAt)}</bdi>{' '}
            <b>
              <bdi>{stepId}</bdi>
            </b>
            {round > 0 && (
              <>
                {' '}
                {t('explain.round')} <bdi>{round + 1}</bdi>
              </>
            )}{' '}
            · <RequirementWords requirement={requirement} />
          </div>
          <ul>
            {addressees.map(({ unit, side, action, cutOff }) => (
              <li key={unit}>
                <SideBadge side={side} /> <UnitName id={unit} /> · {word('action', action)}
                {cutOff && <b className={styles['cutOff']}> ⚡ {t('explain.cutOff')}</b>}
              </li>
            ))}
            {addressees.length === 0 && <li className="mute">{t('explain.nobody')}</li>}
            {unreached.length > 0 && <li className="mute">{t('explain.unreached', { count: unreached.length })}</li>}
          </ul>
          <div className="mute">
            {t(`explain.ends.${ends}`)} <bdi>{exerciseTimeText(endsAt)}</bdi>
          </div>
        </li>
      ))}
      <li className="mute">
        {plan.steps.length > MOST_STEPS && <>{t('explain.more', { count: plan.steps.length - MOST_STEPS })} · </>}
        {t('explain.exhausted')} <bdi>{exerciseTimeText(plan.exhaustedAt)}</bdi>
      </li>
    </ol>
  );
}
