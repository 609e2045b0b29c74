/** The build of the console: one page, hashed files, no address outside. `vite apps/console` serves it for development. */
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { landData } from './land-plugin.js';

const libraries = fileURLToPath(new URL('../../libs', import.meta.url));

/** Where the API is while the console is developed. */
const API = process.env['TANDEM_API'] ?? 'http://127.0.0.1:3000';

/** Vite serves JSON to browsers as a module of JavaScript: with the attribute that Node asks for they would refuse it. */
const jsonForBrowsers: Plugin = {
  name: 'json-for-browsers',
  apply: 'serve',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/load-language.ts') ? code.replaceAll(", { with: { type: 'json' } }", '') : undefined,
};

/** What dialogs and pages choose from lists with; neither the desk nor the control room shows it at first. */
const isForChoosing = (id: string): boolean =>
  /@mantine\/core\/.*\/(?:Combobox|Select|MultiSelect|TagsInput|Pill|PillsInput|PasswordInput)\//.test(id);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [landData(), jsonForBrowsers],
  resolve: {
    // The sources of the libraries, as TypeScript: `tsc` compiles them for Node, and this for browsers.
    alias: [{ find: /^#(domain|contracts|scenario)\/(.*)\.js$/, replacement: `${libraries}/$1/src/$2.ts` }],
  },
  build: {
    outDir: fileURLToPath(new URL('../../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // What nearly every page needs stands together: a hundred small files compress worse than a few.
        codeSplitting: {
          groups: [
            // What a language says on every page.
            { name: (id) => /\/language\/(en|ur|zh)(?:\/frame)?\.json/.exec(id)?.[1], priority: 3 },
            {
              name: 'base',
              test: (id) =>
                id.includes('/node_modules/') && !isForChoosing(id) && !/react-number-format|NumberInput/.test(id),
              minShareCount: 4,
              priority: 2,
            },
            { name: 'choices', test: isForChoosing, minShareCount: 2, priority: 1 },
            { name: 'rules', test: /\/libs\//, minShareCount: 4, priority: 2 },
            { name: 'parts', test: /\/console\/src\/(?:app|live|parts|session)\//, minShareCount: 4, priority: 1 },
          ],
        },
      },
      // Libraries mark modules for server components; there are none here.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
  },
  server: {
    proxy: {
      // A session's cookie counts only from a page of the server's own origin.
      '/v1': { target: API, changeOrigin: true, headers: { origin: API } },
      '/docs': API,
      '/socket.io': { target: API, ws: true, changeOrigin: true, headers: { origin: API } },
    },
  },
});
