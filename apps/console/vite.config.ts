/** The build of the console: one page, hashed files, no address outside. `vite apps/console` serves it for development. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const libraries = fileURLToPath(new URL('../../libs', import.meta.url));

/** Where the API is while the console is developed. */
const API = process.env['TANDEM_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    // The sources of the libraries, as TypeScript: `tsc` compiles them for Node, and this for browsers.
    alias: [{ find: /^#(domain|contracts)\/(.*)\.js$/, replacement: `${libraries}/$1/src/$2.ts` }],
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
      // Libraries mark modules for server components; there are none here.
      onLog: (level, log, handle) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && handle(level, log),
    },
  },
  server: {
    proxy: {
      '/v1': API,
      '/docs': API,
      '/socket.io': { target: API, ws: true },
    },
  },
});
