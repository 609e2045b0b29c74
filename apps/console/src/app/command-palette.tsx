/** Ctrl K: everything that a key does here, by its name. */
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useTranslation } from '../language/use-translation.js';
import { keysText } from './keys-text.js';
import { useAllShortcuts } from './shortcuts.js';

const [store] = createSpotlight();

export function CommandPalette() {
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
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut="mod + K"
      nothingFound={t('keys.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      searchProps={{ placeholder: t('keys.search'), 'aria-label': t('keys.search') }}
    />
  );
}
