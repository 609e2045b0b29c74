/** The programs that play remote units: where each is reached, how it is doing, and what was delivered to it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { EndpointView } from '#contracts/http/remote-units.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useTranslation } from '../../language/use-translation.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { ConfirmButton } from '../../parts/confirm-button.js';
import { CopyButton } from '../../parts/copy-button.js';
import { useProblemText } from '../../parts/problem.js';
import { useAction } from '../../parts/use-action.js';
import { WallTime } from '../../parts/wall-time.js';
import { UnitName } from '../names.js';
import { NotServed } from '../not-served.js';
import { DeliveryLog } from './delivery-log.js';
import { EndpointForm } from './endpoint-form.js';
import { putEndpoint, removeEndpoint, useEndpoints } from './use-remote.js';
import styles from './remote.module.css';

interface Secret {
  readonly unit: string;
  readonly text: string;
}

export function RemoteUnits() {
  const { t } = useTranslation('remote');
  const { data: endpoints, error } = useEndpoints();
  const [unit, choose] = useUrlState('unit');
  const [secret, show] = useState<Secret>();
  const shown = endpoints?.find((one) => one.unit === unit);
  return (
    <div className={styles['body']}>
      <p className="mute">{t('means')}</p>
      {error !== null && <NotServed error={error} what={t('control:remote.title')} />}
      {secret !== undefined && <NewSecret secret={secret} onClose={() => show(undefined)} />}
      <section aria-labelledby="endpoints">
        <h3 id="endpoints" className={styles['sectionHead']}>
          {t('endpoints')}
        </h3>
        {endpoints?.length === 0 && <p className="mute">{t('none')}</p>}
        <ul className={styles['rows']} aria-label={t('endpoints')}>
          {endpoints?.map((endpoint) => (
            <li key={endpoint.unit} data-unit={endpoint.unit}>
              <EndpointRow
                endpoint={endpoint}
                isShown={endpoint.unit === unit}
                onShow={() => choose(endpoint.unit === unit ? undefined : endpoint.unit)}
                onSecret={show}
              />
            </li>
          ))}
        </ul>
      </section>
      <EndpointForm
        key={`${unit} ${shown?.url}`}
        unit={unit}
        endpoint={shown}
        onSet={(next, text) => {
          choose(next);
          show(text === undefined ? undefined : { unit: next, text });
        }}
      />
      <DeliveryLog unit={shown?.unit} />
    </div>
  );
}

interface RowProps {
  readonly endpoint: EndpointView;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onSecret: (secret: Secret | undefined) => void;
}

function EndpointRow({ endpoint, isShown, onShow, onSecret }: RowProps) {
  const { t } = useTranslation('remote');
  const { exercise } = useExerciseStore();
  const problem = useProblemText();
  const { unit, url, enabled, mode, circuit, pending, lastSuccessAt, lastFailureAt, lastError } = endpoint;
  const again = useAction((_: undefined) => putEndpoint(exercise.id, unit, { url, enabled }));
  const renew = useAction((_: undefined) => putEndpoint(exercise.id, unit, { url, enabled, newSecret: true }));
  const remove = useAction((_: undefined) => removeEndpoint(exercise.id, unit));
  const error = again.error ?? renew.error ?? remove.error;
  return (
    <div className={styles['row']} data-shown={isShown || undefined}>
      <div className={styles['line']}>
        <button type="button" className={styles['name']} aria-expanded={isShown} onClick={onShow}>
          <UnitName id={unit} />
        </button>
        <bdi className={styles['url']}>{url}</bdi>
        <span
          className={styles['circuit']}
          data-state={circuit.state}
          data-failing={circuit.failures > 0 || undefined}
          title={t('circuit.means')}
        >
          {t(`circuit.${circuit.state === 'half-open' ? 'halfOpen' : circuit.state}`)}
        </span>
      </div>
      <div className={styles['facts']}>
        {!enabled && <b>{t('disabled')}</b>}
        {mode !== 'remote' && <b>{t('notRemote')}</b>}
        <span>{t('pending', { count: pending })}</span>
        {circuit.failures > 0 && <span>{t('failures', { count: circuit.failures })}</span>}
        {circuit.openUntil !== undefined && (
          <span>
            {t('openUntil')} <WallTime at={circuit.openUntil} />
          </span>
        )}
        {lastSuccessAt !== undefined && (
          <span>
            {t('lastSuccess')} <WallTime at={lastSuccessAt} />
          </span>
        )}
        {lastFailureAt !== undefined && (
          <span>
            {t('lastFailure')} <WallTime at={lastFailureAt} /> {lastError !== undefined && t(`error.${lastError}`)}
          </span>
        )}
      </div>
      <div className={styles['tools']}>
        {pending > 0 && (
          <Button size="compact-sm" loading={again.isPending} onClick={() => again.mutate(undefined)}>
            {t('again')}
          </Button>
        )}
        <ConfirmButton
          label={t('newSecret')}
          question={t('newSecretMeans')}
          confirm={t('newSecret')}
          onConfirm={() =>
            renew.mutate(undefined, {
              onSuccess: (answer) => {
                const { secret: text } = answer as EndpointView;
                onSecret(text === undefined ? undefined : { unit, text });
              },
            })
          }
        />
        <ConfirmButton
          label={t('remove')}
          question={t('removeMeans')}
          confirm={t('remove')}
          onConfirm={() => remove.mutate(undefined, { onSuccess: () => onSecret(undefined) })}
        />
      </div>
      {error !== null && (
        <p className={styles['problem']} role="alert">
          {problem(error)}
        </p>
      )}
    </div>
  );
}

/** It stays until it is closed, and is nowhere to be read afterwards. */
function NewSecret({ secret, onClose }: { readonly secret: Secret; readonly onClose: () => void }) {
  const { t } = useTranslation('remote');
  return (
    <div className={styles['secret']} role="status">
      <b>
        {t('secret.title')} <UnitName id={secret.unit} />
      </b>
      <code dir="ltr" data-testid="secret">
        {secret.text}
      </code>
      <p>{t('secret.once')}</p>
      <div className={styles['tools']}>
        <CopyButton text={secret.text} label={t('secret.copy')} />
        <Button size="compact-sm" onClick={onClose}>
          {t('secret.close')}
        </Button>
      </div>
    </div>
  );
}
