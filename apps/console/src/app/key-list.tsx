/** All keys, by heading. */
import { Modal } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { keysText } from './keys-text.js';
import { type Shortcut, useAllShortcuts } from './shortcuts.js';
import styles from './frame.module.css';

export function KeyList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('frame');
  const groups = byGroup(useAllShortcuts(), t('keys.here'));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.list')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles['keyGroups']}>
        {groups.map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl className={styles['keys']}>
              {shortcuts.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keysText(keys)}</kbd>
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function byGroup(shortcuts: readonly Shortcut[], here: string): [string, Shortcut[]][] {
  const groups = new Map<string, Map<string, Shortcut>>();
  for (const shortcut of shortcuts) {
    const group = shortcut.group ?? here;
    const list = groups.get(group) ?? new Map<string, Shortcut>();
    groups.set(group, list.set(shortcut.keys, shortcut));
  }
  return [...groups].map(([group, list]) => [group, [...list.values()]]);
}
