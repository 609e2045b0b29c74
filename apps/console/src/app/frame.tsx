/** What stands around every page: header with exercise, clock and what waits for me; footer with keys; dialogs for keys and commands. */
import { type ReactNode, useMemo, useState } from 'react';
import { CONTROLLERS } from '#contracts/http/roles.js';
import { useTranslation } from '../language/use-translation.js';
import { Link, useLocation } from 'wouter';
import type { ExerciseStore } from '../live/exercise-store.js';
import { HandoverNotice } from '../desk/incident/command/handover-notice.js';
import { useViewer } from '../session/use-session.js';
import { SideBadge } from '../parts/side-badge.js';
import { AnnouncementOverlay } from './announcement-overlay.js';
import { AttentionCounters } from './attention-counters.js';
import { CommandKey } from './command-key.js';
import { ConnectionBar, ConnectionChip } from './connection-state.js';
import { ExerciseClockHead } from './exercise-clock-head.js';
import { FooterKeys } from './footer-keys.js';
import { KeyList } from './key-list.js';
import { PersonMenu } from './person-menu.js';
import { SoundSwitch } from './sound-switch.js';
import { PolicyCount } from '../policy/policy-count.js';
import { ReleaseCount } from '../releases/release-count.js';
import { type Screen, screensFor } from './screens.js';
import { type Shortcut, useShortcuts } from './shortcuts.js';
import { UnreadBadge } from './unread-badge.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import styles from './frame.module.css';

interface Props {
  readonly children: ReactNode;
  /** The exercise that is open, and which of its screens is shown. */
  readonly exercise?: ExerciseStore;
  readonly screen?: Screen;
}

export function Frame({ children, exercise, screen }: Props) {
  const { t } = useTranslation('frame');
  const text = useText();
  const word = useWord();
  const { role, side } = useViewer();
  const [, navigate] = useLocation();
  const [dialog, setDialog] = useState<'keys' | undefined>();
  const id = exercise?.exercise.id;
  const screens = screensFor(role);
  const shortcuts = useMemo((): Shortcut[] => {
    const list: Shortcut[] = [
      { keys: '?', label: t('keys.list'), run: () => setDialog('keys'), group: t('keys.everywhere') },
      { keys: 'g l', label: t('lobby'), run: () => navigate('/'), group: t('keys.go') },
    ];
    if (id === undefined) return list;
    const pages = screens.map((one): Shortcut => ({
      keys: `g ${one.key}`,
      label: t(`screen.${one.id}`),
      run: () => navigate(`/x/${id}/${one.id}`),
      group: t('keys.go'),
    }));
    return [...list, ...pages];
  }, [t, id, screens, navigate]);
  useShortcuts(shortcuts);

  return (
    <>
      <header className={styles['header']} data-exercise={exercise !== undefined || undefined}>
        <Link href="/" className={styles['home']} aria-label={`Tandem · ${t('lobby')}`}>
          <b>Tandem</b>
        </Link>
        {exercise === undefined && <h1 className={styles['emptyWord']}>Tandem</h1>}
        {exercise !== undefined && (
          <>
            <div className={styles['where']}>
              <h1 className={`${styles['title']} ellipsis`}>
                <bdi>{text(exercise.exercise.title)}</bdi>
              </h1>
              <div className={styles['role']}>
                <span className="capital">{word('role', role)}</span> {side !== undefined && <SideBadge side={side} />}
              </div>
            </div>
            <ExerciseClockHead isSmall={screen?.id === 'control'} />
          </>
        )}
        <nav className={styles['nav']} aria-label={t('screens')}>
          {id === undefined ? (
            <>
              <NavLink href="/" name={t('lobby')} />
              {CONTROLLERS.includes(role) && <NavLink href="/library" name={t('library')} />}
            </>
          ) : (
            screens.map((one) => (
              <NavLink key={one.id} href={`/x/${id}/${one.id}`} name={t(`screen.${one.id}`)} isHere={one === screen}>
                {one.id === 'messages' && <UnreadBadge />}
                {one.id === 'releases' && <ReleaseCount />}
                {one.id === 'policies' && <PolicyCount />}
              </NavLink>
            ))
          )}
        </nav>
        <span className="grow" />
        {exercise !== undefined && (
          <>
            <AttentionCounters />
            <ConnectionChip />
          </>
        )}
        <SoundSwitch />
        <PersonMenu />
      </header>
      {exercise !== undefined && <ConnectionBar isReplay={screen?.id === 'replay'} />}
      {exercise !== undefined && <HandoverNotice />}
      <main className={styles['main']} id="main">
        {children}
      </main>
      <FooterKeys isInExercise={exercise !== undefined} onAll={() => setDialog('keys')} />
      <CommandKey />
      <KeyList opened={dialog === 'keys'} onClose={() => setDialog(undefined)} />
      {exercise !== undefined && <AnnouncementOverlay />}
    </>
  );
}

interface NavLinkProps {
  readonly href: string;
  readonly name: string;
  readonly isHere?: boolean;
  /** Beside the name. */
  readonly children?: ReactNode;
}

function NavLink({ href, name, isHere, children }: NavLinkProps) {
  const [location] = useLocation();
  const current = isHere ?? location === href;
  return (
    <Link href={href} className={styles['navLink']} aria-current={current ? 'page' : undefined}>
      {name} {children}
    </Link>
  );
}
