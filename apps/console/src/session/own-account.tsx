/** The own account: who one is here, the password, and the sessions that are open, each of which can be ended. */
import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { Problem } from '../parts/problem.js';
import { SideBadge } from '../parts/side-badge.js';
import { useAction } from '../parts/use-action.js';
import { WallTime } from '../parts/wall-time.js';
import { api, ApiError, dataOf } from './api.js';
import { Refusal } from './refusal.js';
import { signOut } from './sign-out.js';
import { useRefusal } from './use-refusal.js';
import { useViewer } from './use-session.js';
import { useWord } from '../parts/use-word.js';
import entry from './entry.module.css';
import styles from './own-account.module.css';

export function OwnAccount({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('session');
  const word = useWord();
  const { name, role, side, units, exercise, by, expiresAt, hasPassword } = useViewer();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('account.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <dl className={entry['facts']}>
        <dt>{t('signIn.name')}</dt>
        <dd>
          <bdi>{name}</bdi>
        </dd>
        <dt>{t('account.role')}</dt>
        <dd>
          <span className="capital">{word('role', role)}</span> {side !== undefined && <SideBadge side={side} />}
        </dd>
        {units !== undefined && (
          <>
            <dt>{t('account.units')}</dt>
            <dd>
              {units.map((unit) => (
                <bdi key={unit}>{unit}</bdi>
              ))}
            </dd>
          </>
        )}
        <dt>{t('account.exercise')}</dt>
        <dd>{exercise === undefined ? t('account.allExercises') : <bdi>{exercise}</bdi>}</dd>
      </dl>
      <section className={styles['part']}>
        <h2>{t('password.title')}</h2>
        {hasPassword ? <ChangePassword /> : <p className="mute">{t('password.none')}</p>}
      </section>
      <section className={styles['part']}>
        <h2>{t('account.sessions')}</h2>
        {by === 'token' && (
          <p className="mute">
            {t('account.byToken')}{' '}
            {expiresAt !== undefined && (
              <>
                {t('account.until')} <WallTime at={expiresAt} />
              </>
            )}
          </p>
        )}
        <OwnSessions />
      </section>
      <Group justify="flex-end" mt="md">
        <Button onClick={() => void signOut()}>
          {by === 'token' ? t('frame:account.leave') : t('frame:account.signOut')}
        </Button>
      </Group>
    </Modal>
  );
}

/** A user who changes a password is signed in: only the current one can be wrong. */
function isWrong(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'SIGN_IN_FAILED';
}

function ChangePassword() {
  const { t } = useTranslation('session');
  const refusalText = useRefusal();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const action = useAction(async (body: { readonly current: string; readonly password: string }) => {
    await dataOf(api.PUT('/v1/session/password', { body }));
    setCurrent('');
    setPassword('');
  });
  const show = { 'aria-label': t('signIn.show') };
  return (
    <form
      className={styles['passwords']}
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate({ current, password });
      }}
    >
      <PasswordInput
        size="xs"
        label={t('password.current')}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={show}
      />
      <PasswordInput
        size="xs"
        label={t('password.new')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="new-password"
        minLength={10}
        required
        withAsterisk={false}
        visibilityToggleButtonProps={show}
      />
      <Button type="submit" loading={action.isPending}>
        {t('password.change')}
      </Button>
      <p className="mute">{action.isSuccess ? <b role="status">{t('password.changed')}</b> : t('password.rule')}</p>
      <Refusal
        text={action.isError ? (isWrong(action.error) ? t('refused.current') : refusalText(action.error)) : undefined}
      />
    </form>
  );
}

function OwnSessions() {
  const { t } = useTranslation('session');
  const { account } = useViewer();
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => dataOf(api.GET('/v1/sessions')),
    select: ({ items }) => items.filter((one) => one.account === account),
  });
  const end = useAction(async (session: string) => {
    await dataOf(api.DELETE('/v1/sessions/{session}', { params: { path: { session } } }));
  });
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return null;
  if (data.length === 0) return <p className="mute">{t('account.noSessions')}</p>;
  return (
    <>
      {end.isError && <Problem error={end.error} />}
      <ul className={styles['sessions']}>
        {data.map(({ id, how, createdAt, lastUsedAt, from, current }) => (
          <li key={id}>
            <b>{t(`account.how.${how}`)}</b>
            <bdi>{from}</bdi>
            <span className="mute">
              {t('account.since')} <WallTime at={createdAt} />
            </span>
            <span className="mute">
              {t('account.used')} <WallTime at={lastUsedAt} />
            </span>
            <span className="grow" />
            {current ? (
              <span className={styles['current']}>{t('account.current')}</span>
            ) : (
              <Button size="compact-sm" aria-label={t('account.endOne', { from })} onClick={() => end.mutate(id)}>
                {t('account.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
