/** A condition in words, each part marked with whether it holds, and with what was found. */
import { useTranslation } from '../../language/use-translation.js';
import type { ConditionTrace } from '#domain/policy/condition.js';
import type { FieldTest } from '#domain/policy/policy.js';
import styles from './drawer.module.css';

export function ConditionWords({ trace }: { readonly trace: ConditionTrace }) {
  const { t } = useTranslation('desk');
  const mark = (
    <span
      className={styles['mark']}
      data-holds={trace.result}
      role="img"
      aria-label={t(trace.result ? 'why.holds' : 'why.fails')}
    >
      {trace.result ? '✓' : '✕'}
    </span>
  );
  if (trace.kind === 'field') {
    return (
      <p className={styles['condition']}>
        {mark} {t(`field.${trace.test.field}`)} <Test test={trace.test} />{' '}
        <span className="mute">
          {t('why.found')} <bdi>{foundText(trace.found) ?? t('why.nothing')}</bdi>
        </span>
      </p>
    );
  }
  const parts = trace.kind === 'not' ? [trace.condition] : trace.conditions;
  return (
    <div className={styles['condition']}>
      {mark} {t(`why.${trace.kind}`)}
      <div className={styles['parts']}>
        {parts.map((part, index) => (
          <ConditionWords key={index} trace={part} />
        ))}
      </div>
    </div>
  );
}

function Test({ test }: { readonly test: FieldTest }) {
  const { t } = useTranslation('desk');
  if ('equals' in test)
    return (
      <>
        {t('why.test.equals')} <bdi>{test.equals}</bdi>
      </>
    );
  if ('oneOf' in test)
    return (
      <>
        {t('why.test.oneOf')} <bdi>{test.oneOf.join(', ')}</bdi>
      </>
    );
  if ('atLeast' in test)
    return (
      <>
        {t('why.test.atLeast')} <bdi>{test.atLeast}</bdi>
      </>
    );
  if ('atMost' in test)
    return (
      <>
        {t('why.test.atMost')} <bdi>{test.atMost}</bdi>
      </>
    );
  if ('exists' in test) return <>{t(test.exists ? 'why.test.exists' : 'why.test.missing')}</>;
  const { within } = test;
  const text = 'lat' in within ? `${within.lat}, ${within.lon} ± ${within.radiusKm} km` : `${within[0]} – ${within[1]}`;
  return (
    <>
      {t('why.test.within')} <bdi>{text}</bdi>
    </>
  );
}

function foundText(found: Extract<ConditionTrace, { kind: 'field' }>['found']): string | undefined {
  if (found === null) return undefined;
  if (typeof found === 'object') return 'lat' in found ? `${found.lat}, ${found.lon}` : found.join(', ');
  return String(found);
}
