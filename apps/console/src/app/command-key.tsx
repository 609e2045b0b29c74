/** Ctrl K opens the command palette. */
import { Suspense, useMemo, useState } from 'react';
import { lazyPage } from '../language/lazy-page.js';
import { useTranslation } from '../language/use-translation.js';
import { type Shortcut, useShortcuts } from './shortcuts.js';

const CommandPalette = lazyPage([], async () => (await import('./command-palette.js')).CommandPalette);

export function CommandKey() {
  const { t } = useTranslation('frame');
  const [asked, setAsked] = useState(0);
  const shortcuts = useMemo(
    (): Shortcut[] => [
      {
        keys: 'Mod+k',
        label: t('keys.commands'),
        run: () => setAsked((before) => before + 1),
        group: t('keys.everywhere'),
        inPalette: false,
      },
    ],
    [t],
  );
  useShortcuts(shortcuts);
  if (asked === 0) return null;
  return (
    <Suspense>
      <CommandPalette asked={asked} />
    </Suspense>
  );
}
