/** Coming in by an invitation: what it is for is shown first; then a name is chosen. */
import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useLocation } from 'wouter';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { isLanguage } from '../language/languages.js';
import { SideBadge } from '../parts/side-badge.js';
import { useText } from '../parts/use-text.js';
import { admit } from './admit.js';
import { api, dataOf } from './api.js';
import { closeEntryLink } from './entry-link.js';
import { EntryPage } from './entry-page.js';
import { Refusal, useEntry } from './refusal.js';
import { useSession } from './use-session.js';
import { useWord } from '../parts/use-word.js';
import styles from './entry.module.css';

/** What its holder shows: the key of the link, or code and PIN. */
type Shown = { readonly key: string } | { readonly code: string; readonly pin: string };
type Preview = ApiShapes['InvitationPreview'];

export function JoinPage({ link }: { readonly link: string | undefined }) {
  const { t } = useTranslation('session');
  const session = useSession();
  const { run, refusal, isBusy, isThrottled } = useEntry();
  const [found, setFound] = useState<{ readonly shown: Shown; readonly preview: Preview }>();
  const [code, setCode] = useState('');
  const [pin, setPin] = useState('');
  const look = (shown: Shown) =>
    run(async () => setFound({ shown, preview: await dataOf(api.POST('/v1/invitations/preview', { body: shown })) }));
  const looked = useRef<string>(undefined);
  useEffect(() => {
    if (link === undefined || looked.current === link) return;
    looked.current = link;
    look({ key: link });
  });
  if (found !== undefined) return <Welcome {...found} />;
  const isTyped = link === undefined || refusal !== undefined;
  return (
    <EntryPage title={t('join.title')} lead={isTyped ? t('join.typed') : t('frame:loading')}>
      <Refusal text={refusal} />
      {isTyped && (
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            look({ code, pin });
          }}
        >
          <div className={styles['pair']}>
            <TextInput
              label={t('join.code')}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              dir="ltr"
              required
              withAsterisk={false}
              maxLength={20}
              autoComplete="off"
              autoCapitalize="characters"
              autoFocus
            />
            <TextInput
              label={t('join.pin')}
              value={pin}
              onChange={(event) => setPin(event.currentTarget.value)}
              dir="ltr"
              required
              withAsterisk={false}
              maxLength={20}
              autoComplete="one-time-code"
              inputMode="numeric"
            />
          </div>
          <Button type="submit" variant="filled" size="sm" loading={isBusy} disabled={isThrottled}>
            {t('join.look')}
          </Button>
        </form>
      )}
      <div className={styles['other']}>
        <Button size="compact-sm" variant="subtle" onClick={closeEntryLink}>
          {session == null ? t('join.signIn') : t('join.stay')}
        </Button>
      </div>
    </EntryPage>
  );
}

function Welcome({ shown, preview }: { readonly shown: Shown; readonly preview: Preview }) {
  const { t, i18n } = useTranslation('session');
  const word = useWord();
  const text = useText();
  const session = useSession();
  const [, navigate] = useLocation();
  const { run, refusal, isBusy, isThrottled } = useEntry();
  const [name, setName] = useState('');
  const { role, side, units, exercise } = preview;
  const enter = async () => {
    const { language } = i18n;
    const body = { ...shown, name: name.trim(), ...(isLanguage(language) && { language }) };
    const entered = await dataOf(api.POST('/v1/invitations/redeem', { body }));
    navigate(entered.exercise === undefined ? '/' : `/x/${entered.exercise}`, { replace: true });
    admit(entered);
    closeEntryLink();
  };
  return (
    <EntryPage title={t('join.title')} lead={t('join.lead')}>
      <dl className={styles['facts']}>
        <dt>{t('join.role')}</dt>
        <dd>
          {word('role', role)} {side !== undefined && <SideBadge side={side} />}
        </dd>
        {units !== undefined && units.length > 0 && (
          <>
            <dt>{t('join.units')}</dt>
            <dd>
              {units.map((unit) => (
                <bdi key={unit.id}>{text(unit.name) || unit.id}</bdi>
              ))}
            </dd>
          </>
        )}
        <dt>{t('join.exercise')}</dt>
        <dd>{exercise === undefined ? t('join.allExercises') : <bdi>{text(exercise.title)}</bdi>}</dd>
      </dl>
      {session != null && <p className={styles['reason']}>{t('join.instead', { name: session.name })}</p>}
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          run(enter);
        }}
      >
        <TextInput
          label={t('join.name')}
          description={t('join.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoComplete="nickname"
          autoFocus
        />
        <Refusal text={refusal} />
        <Button type="submit" variant="filled" size="sm" loading={isBusy} disabled={isThrottled}>
          {t('join.enter')}
        </Button>
      </form>
    </EntryPage>
  );
}
