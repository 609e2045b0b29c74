/** How people get in: by name and password, or with a token; from here also by an invitation's code. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { admit } from './admit.js';
import { api, dataOf, saveToken } from './api.js';
import { openJoin } from './entry-link.js';
import { EntryPage } from './entry-page.js';
import { Refusal, useEntry } from './refusal.js';
import { ProviderButton } from './provider-button.js';
import { signedOut, type SignedOut } from './signed-out.js';
import { useSignInOptions } from './use-sign-in-options.js';
import styles from './entry.module.css';

const TOKEN_START = 'tdm_';

export function SignInPage() {
  const { t } = useTranslation('session');
  const { password: takesPasswords, oidc } = useSignInOptions();
  const [reason] = useState(signedOut);
  const [name, setName] = useState(reason?.name ?? '');
  const [secret, setSecret] = useState('');
  const { run, refusal, isBusy, isThrottled } = useEntry();
  const isToken = secret.trim().startsWith(TOKEN_START);
  const submit = async () => {
    if (!isToken) {
      saveToken(undefined);
      return admit(await dataOf(api.POST('/v1/session', { body: { name, password: secret } })));
    }
    const token = secret.trim();
    saveToken(token);
    try {
      admit(await dataOf(api.GET('/v1/session')), token);
    } catch (error) {
      saveToken(undefined);
      throw error;
    }
  };
  return (
    <EntryPage title={t('signIn.title')}>
      {reason !== undefined && <Reason {...reason} hasPassword={reason.hasPassword || oidc !== undefined} />}
      {oidc !== undefined && (
        <>
          <ProviderButton path={oidc.path} label={oidc.label} />
          <p className="mute">{takesPasswords ? t('signIn.orPassword') : t('signIn.orToken')}</p>
        </>
      )}
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          run(submit);
        }}
      >
        {takesPasswords && (
          <TextInput
            label={t('signIn.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
            required={!isToken}
            withAsterisk={false}
            autoFocus={reason === undefined}
          />
        )}
        <PasswordInput
          size="xs"
          label={takesPasswords ? t('signIn.password') : t('signIn.token')}
          description={takesPasswords ? t('signIn.tokenHint') : undefined}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          autoFocus={reason !== undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Refusal text={refusal} />
        <Button
          type="submit"
          variant={oidc === undefined ? 'filled' : 'default'}
          size="sm"
          loading={isBusy}
          disabled={isThrottled}
        >
          {t('signIn.submit')}
        </Button>
      </form>
      <div className={styles['other']}>
        <Button size="compact-sm" variant="subtle" onClick={openJoin}>
          {t('signIn.join')}
        </Button>
      </div>
    </EntryPage>
  );
}

function Reason({ why, minutes = 0, hasPassword }: SignedOut) {
  const { t } = useTranslation('session');
  const isHours = why === 'idle' && minutes >= 120 && minutes % 60 === 0;
  return (
    <p className={styles['reason']} role="status">
      {isHours ? t('signedOut.idleHours', { hours: minutes / 60 }) : t(`signedOut.${why}`, { minutes })}{' '}
      {why === 'idle' && t('signedOut.kept')}{' '}
      {!hasPassword && why !== 'token-expired' && why !== 'token-revoked' && t('signedOut.noPassword')}
    </p>
  );
}
