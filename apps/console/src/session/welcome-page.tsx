/** Coming in by a link that counts once. A controller may then choose a name and a password, to come in without a link from now on. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { CONTROLLERS } from '#contracts/http/roles.js';
import { useTranslation } from '../language/use-translation.js';
import { useLocation } from 'wouter';
import type { SessionView } from '#contracts/http/sessions.js';
import { admit } from './admit.js';
import { api, dataOf } from './api.js';
import { closeEntryLink } from './entry-link.js';
import { EntryPage } from './entry-page.js';
import { Refusal, useEntry } from './refusal.js';
import styles from './entry.module.css';

export function WelcomePage({ link }: { readonly link: string }) {
  const { t } = useTranslation('session');
  const { run, refusal, error } = useEntry();
  const [entered, setEntered] = useState<SessionView>();
  const sent = useRef<string>(undefined);
  useEffect(() => {
    // It counts once: it is sent once.
    if (sent.current === link) return;
    sent.current = link;
    run(async () => {
      const session = await dataOf(api.POST('/v1/session/one-time', { body: { key: link } }));
      const mayChoose = CONTROLLERS.includes(session.role) && !session.hasPassword;
      if (mayChoose) setEntered(session);
      admit(session);
      if (!mayChoose) closeEntryLink();
    });
  });
  if (entered !== undefined) return <ChooseName session={entered} />;
  return (
    <EntryPage title={t('welcome.title')} lead={error === undefined ? t('frame:loading') : undefined}>
      <Refusal text={refusal} />
      {refusal !== undefined && (
        <div className={styles['other']}>
          <Button onClick={closeEntryLink}>{t('join.signIn')}</Button>
        </div>
      )}
    </EntryPage>
  );
}

function ChooseName({ session }: { readonly session: SessionView }) {
  const { t } = useTranslation('session');
  const [, navigate] = useLocation();
  const { run, refusal, isBusy, isThrottled } = useEntry();
  const [name, setName] = useState(session.name);
  const [password, setPassword] = useState('');
  const done = () => {
    navigate('/', { replace: true });
    closeEntryLink();
  };
  const choose = async () => {
    const { account } = session;
    const wanted = name.trim();
    // The access record identifies people by their accounts: another name is another account.
    if (wanted === session.name) {
      await dataOf(api.PUT('/v1/accounts/{account}/password', { params: { path: { account } }, body: { password } }));
    } else {
      await dataOf(api.POST('/v1/accounts', { body: { name: wanted, role: 'controller', password } }));
    }
    admit(await dataOf(api.POST('/v1/session', { body: { name: wanted, password } })));
    done();
  };
  return (
    <EntryPage title={t('welcome.in')} lead={t('welcome.lead')}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          run(choose);
        }}
      >
        <TextInput
          label={t('signIn.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoComplete="username"
        />
        <PasswordInput
          size="xs"
          label={t('password.new')}
          description={t('password.rule')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
          minLength={10}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Refusal text={refusal} />
        <Button type="submit" variant="filled" size="sm" loading={isBusy} disabled={isThrottled}>
          {t('welcome.choose')}
        </Button>
        <Button size="sm" onClick={done}>
          {t('welcome.skip')}
        </Button>
      </form>
    </EntryPage>
  );
}
