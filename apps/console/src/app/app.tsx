/** What every page stands in: language, theme, cache, keys. */
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { TranslationProvider } from '../language/use-translation.js';
import { queryClient } from './query-client.js';
import { Routes } from './routes.js';
import { ShortcutProvider } from './shortcuts.js';
import { theme } from './theme.js';

/** Styles that the libraries insert while the page runs carry the nonce that the server gave this page. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Dialogs lock the scrolling of the page by a style of a library that asks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App({ language }: { readonly language: i18n }) {
  return (
    <TranslationProvider i18n={language}>
      <DirectionProvider initialDirection={language.dir()} detectDirection>
        <MantineProvider theme={theme} defaultColorScheme="dark" getStyleNonce={() => nonce}>
          <QueryClientProvider client={queryClient}>
            <ShortcutProvider>
              <Routes />
            </ShortcutProvider>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </TranslationProvider>
  );
}
