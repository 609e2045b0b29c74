/** Each message to a program: where it stands, and its attempts. */
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { DeliveryView } from '#contracts/http/remote-units.js';
import { useTranslation } from '../../language/use-translation.js';
import { clockText } from '../../parts/time-text.js';
import { WallTime } from '../../parts/wall-time.js';
import { UnitName } from '../names.js';
import { type DeliveryStatus, useDeliveries } from './use-remote.js';
import styles from './remote.module.css';

const STATUSES = ['pending', 'delivered', 'dropped'] as const satisfies readonly DeliveryStatus[];

export function DeliveryLog({ unit }: { readonly unit: string | undefined }) {
  const { t } = useTranslation('remote');
  const [status, choose] = useState<DeliveryStatus>();
  const { data: deliveries = [] } = useDeliveries(unit, status);
  return (
    <section aria-labelledby="deliveries">
      <div className={styles['line']}>
        <h3 id="deliveries" className={styles['sectionHead']}>
          {t('deliveries')} {unit !== undefined && <UnitName id={unit} />}
        </h3>
        <span className="grow" />
        <NativeSelect
          size="xs"
          aria-label={t('statusFilter')}
          value={status ?? ''}
          onChange={({ currentTarget }) => choose(STATUSES.find((one) => one === currentTarget.value))}
          data={[
            { value: '', label: t('anyStatus') },
            ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </div>
      {deliveries.length === 0 && <p className="mute">{t('noDeliveries')}</p>}
      <ul className={styles['rows']} aria-label={t('deliveries')}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <Delivery delivery={delivery} withUnit={unit === undefined} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Delivery({ delivery, withUnit }: { readonly delivery: DeliveryView; readonly withUnit: boolean }) {
  const { t } = useTranslation('remote');
  const { unit, kind, subject, at, status, reason, nextAttemptAt, attempts, attemptCount } = delivery;
  return (
    <details className={styles['delivery']}>
      <summary>
        <bdi className="mute">T+{clockText(at)}</bdi> <bdi>{subject}</bdi> {t(`kind.${kind}`)}{' '}
        {withUnit && <UnitName id={unit} />}{' '}
        <span className={styles['status']} data-status={status}>
          {t(`status.${status}`)}
        </span>{' '}
        {reason !== undefined && <span className="mute">{t(`reason.${reason}`)}</span>}{' '}
        <span className="mute">{t('attempts', { count: attemptCount })}</span>{' '}
        {status === 'pending' && nextAttemptAt !== undefined && (
          <span>
            {t('nextAttempt')} <WallTime at={nextAttemptAt} />
          </span>
        )}
      </summary>
      <ol className={styles['attempts']}>
        {attempts.map((attempt) => (
          <li key={attempt.number}>
            <bdi>{attempt.number}</bdi> <WallTime at={attempt.at} /> <bdi>{attempt.latencyMs} ms</bdi>{' '}
            {attempt.error === undefined ? t('arrived') : t(`error.${attempt.error}`)}{' '}
            {attempt.status !== undefined && <bdi>HTTP {attempt.status}</bdi>}
          </li>
        ))}
        {attempts.length === 0 && <li className="mute">{t('noAttempts')}</li>}
      </ol>
    </details>
  );
}
