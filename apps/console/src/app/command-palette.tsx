/** Everything that a key does here, by its name. Fetched when it is first asked for: see `command-key.tsx`. */
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useEffect } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { keysText } from './keys-text.js';
import { useAllShortcuts } from './shortcuts.js';

const [store, palette] = createSpotlight();

/** @param asked how often somebody has asked for it: it opens each time */
export function CommandPalette({ asked }: { readonly asked: number }) {
  const { t } = useTranslation('frame');
  const unique = new Map(useAllShortcuts().map((shortcut) => [shortcut.keys, shortcut]));
  const actions = [...unique.values()]
    .filter(({ inPalette = true }) => inPalette)
    .map(({ keys, label, run }) => ({
      id: keys,
      label,
      onClick: run,
      rightSection: <kbd>{keysText(keys)}</kbd>,
    }));
  useEffect(() => palette.open(), [asked]);
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      nothingFound={t('keys.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      searchProps={{ placeholder: t('keys.search'), 'aria-label': t('keys.search') }}
    />
  );
}
