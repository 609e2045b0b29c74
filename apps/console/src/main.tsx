import './app/no-eval.js';
// In a layer: ours count more, in whatever order the files are loaded.
import '@mantine/core/styles.layer.css';
import './app/fonts.css';
import './app/theme.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { preloadScreen } from './app/screen-pages.js';
import { watchEntryLinks } from './session/entry-link.js';
import { createLanguage, preferredLanguage } from './language/languages.js';

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
watchEntryLinks();
preloadScreen(location.pathname);
const language = await createLanguage(preferredLanguage());
createRoot(root).render(<App language={language} />);
