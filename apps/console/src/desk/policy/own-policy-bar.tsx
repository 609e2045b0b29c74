/** For commanders: opens the policy for incidents of their side alone. */
import { Suspense, useState } from 'react';
import { mayGive } from '#domain/release/permissions.js';
import { lazyPage } from '../../language/lazy-page.js';
import { useTranslation } from '../../language/use-translation.js';
import { SideBadge } from '../../parts/side-badge.js';
import { SideDrawer } from '../../parts/side-drawer.js';
import { useViewer } from '../../session/use-session.js';
import styles from '../units/units.module.css';

const OwnPolicy = lazyPage(['control', 'policy'], async () => (await import('../../policy/own-policy.js')).OwnPolicy);

export function OwnPolicyBar() {
  const { t } = useTranslation('coordination');
  const { role, side } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (side === undefined || !mayGive(role, 'DropOwnPolicy')) return null;
  return (
    <>
      <button
        type="button"
        className={styles['bar']}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        data-testid="own-policy"
        onClick={() => setOpen(true)}
      >
        <b>{t('ownPolicy')}</b> <SideBadge side={side} />
      </button>
      <SideDrawer isOpen={isOpen} onClose={() => setOpen(false)} edge="end" width={1100} title={t('ownPolicy')}>
        <Suspense fallback={<p className="mute">{t('frame:loading')}</p>}>
          {isOpen && <OwnPolicy side={side} />}
        </Suspense>
      </SideDrawer>
    </>
  );
}
