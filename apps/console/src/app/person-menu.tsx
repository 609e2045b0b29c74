/** Who sits here, language, colours, the own account, and the way out. */
import { Button, Menu } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPage } from '../language/lazy-page.js';
import { useTranslation } from '../language/use-translation.js';
import { SideBadge } from '../parts/side-badge.js';
import { signOut } from '../session/sign-out.js';
import { useViewer } from '../session/use-session.js';
import { ColourSwitch, LanguageSwitch } from './preferences.js';
import { useWord } from '../parts/use-word.js';
import styles from './person-menu.module.css';

const OwnAccount = lazyPage(['session'], async () => (await import('../session/own-account.js')).OwnAccount);

export function PersonMenu() {
  const { t, i18n } = useTranslation('frame');
  const word = useWord();
  const { name, role, side, by } = useViewer();
  const [isAccountOpen, setAccountOpen] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button size="compact-sm" variant="default" data-testid="person" className={styles['person']}>
            <bdi className="ellipsis">{name}</bdi>
            <span className="nowrap">&nbsp;· {i18n.language.toUpperCase()} ▾</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className={styles['who']}>
            <bdi>{name}</bdi> · <span className="capital">{word('role', role)}</span>{' '}
            {side !== undefined && <SideBadge side={side} />}
          </Menu.Label>
          <Menu.Item onClick={() => setAccountOpen(true)}>{t('account.open')}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('language')}</Menu.Label>
          <div className={styles['choice']}>
            <LanguageSwitch />
          </div>
          <Menu.Label>{t('colours')}</Menu.Label>
          <div className={styles['choice']}>
            <ColourSwitch />
          </div>
          <Menu.Divider />
          <Menu.Item onClick={() => void signOut()}>
            {by === 'token' ? t('account.leave') : t('account.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isAccountOpen && (
        <Suspense>
          <OwnAccount onClose={() => setAccountOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
