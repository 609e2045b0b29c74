/** The policy in readable form: its routes as a tree, its chains step by step, its groups, and what the lint says. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import type { Chain, Policy, Route } from '#domain/policy/policy.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { durationText } from '../parts/time-text.js';
import { api, dataOf } from '../session/api.js';
import { UnitName } from '../control/names.js';
import { Findings } from './findings.js';
import { PolicyCondition, RequirementWords, TargetWords } from './policy-words.js';
import styles from './policy.module.css';

export function PolicyView({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('policy');
  return (
    <>
      <p>
        <b>
          <bdi>{policy.id}</bdi>
        </b>{' '}
        · {t('version')} <bdi>{policy.version}</bdi> · {t('correlation')}{' '}
        <bdi>{durationText(policy.correlationWindowMs)}</bdi>
        {policy.closeAfterMs !== undefined && (
          <>
            {' · '}
            {t('closeAfter')} <bdi>{durationText(policy.closeAfterMs)}</bdi>
          </>
        )}
      </p>
      <Lint />
      <div className={styles['columns']}>
        <div>
          <h3>{t('routes')}</h3>
          <ul className={styles['tree']}>
            <RouteRow route={policy.route} />
          </ul>
          {Object.keys(policy.groups).length > 0 && <h3>{t('groups')}</h3>}
          {Object.entries(policy.groups).map(([name, units]) => (
            <p key={name}>
              <b>
                <bdi>{name}</bdi>
              </b>
              :{' '}
              {units.map((unit, index) => (
                <span key={unit}>
                  {index > 0 && ' · '}
                  <UnitName id={unit} />
                </span>
              ))}
            </p>
          ))}
        </div>
        <div>
          <h3>{t('chains')}</h3>
          {Object.entries(policy.chains).map(([id, chain]) => (
            <ChainCard key={id} id={id} chain={chain} />
          ))}
        </div>
      </div>
    </>
  );
}

function Lint() {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const { data } = useQuery({
    queryKey: ['lint', exercise.id],
    queryFn: async () =>
      (await dataOf(api.GET('/v1/exercises/{exercise}/lint', { params: { path: { exercise: exercise.id } } })))
        .findings,
  });
  const findings = data?.filter(({ path }) => path === undefined || path.startsWith('policy'));
  if (findings === undefined) return null;
  if (findings.length === 0) return <p className="mute">✓ {t('noFindings')}</p>;
  return (
    <details>
      <summary>{t('findings', { count: findings.length })}</summary>
      <Findings findings={findings} />
    </details>
  );
}

function RouteRow({ route: { id, match, chain, continue: goesOn, routes } }: { readonly route: Route }) {
  const { t } = useTranslation('policy');
  return (
    <li>
      <b>
        <bdi>{id}</bdi>
      </b>{' '}
      {chain !== undefined && (
        <>
          → <bdi>{chain}</bdi>
        </>
      )}{' '}
      <span className="mute">
        {match === undefined ? t('default') : <PolicyCondition condition={match} />}
        {goesOn && ` · ${t('continue')}`}
      </span>
      {routes !== undefined && (
        <ul className={styles['tree']}>
          {routes.map((child) => (
            <RouteRow key={child.id} route={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function ChainCard({ id, chain }: { readonly id: string; readonly chain: Chain }) {
  const { t } = useTranslation('policy');
  return (
    <div className={styles['chain']}>
      <b>
        <bdi>{id}</bdi>
      </b>{' '}
      <span className="mute">
        {chain.repeat > 0 && <>{t('repeats', { count: chain.repeat })} · </>}
        {chain.remindEveryMs !== undefined && (
          <>
            {t('reminds')} <bdi>{durationText(chain.remindEveryMs)}</bdi> ·{' '}
          </>
        )}
        {t('expires')} <bdi>{durationText(chain.expireAfterMs)}</bdi>
      </span>
      <ol>
        {chain.steps.map((step) => (
          <li key={step.id}>
            <bdi>{step.id}</bdi> · <RequirementWords requirement={step.requirement} /> {t('within')}{' '}
            <bdi>{durationText(step.ackWithinMs)}</bdi>
            {step.delayMs !== undefined && (
              <>
                {' · '}
                {t('delay')} <bdi>{durationText(step.delayMs)}</bdi>
              </>
            )}
            <div className="mute">
              {step.targets.map((target, index) => (
                <span key={index}>
                  {index > 0 && ' | '}
                  <TargetWords target={target} />
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
