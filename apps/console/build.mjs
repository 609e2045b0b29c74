/** Builds the console and writes a Brotli file beside each text file, so that the API serves them from disk as they are. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

const TEXT = /\.(?:js|css|html|svg|json)$/;
/** Larger files, of the map alone, would take long to compress as well as can be, B. */
const LARGE = 600_000;
/** Smaller files gain nothing, B. */
const WORTH_IT = 1024;

await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });

const out = join(import.meta.dirname, '../../dist/console');
for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  const file = join(out, name);
  // The page itself is written anew for each request, with its nonce.
  if (!TEXT.test(name) || name.endsWith('.html') || statSync(file).size < WORTH_IT) continue;
  const text = readFileSync(file);
  const quality = text.length > LARGE ? 9 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  writeFileSync(`${file}.br`, brotliCompressSync(text, { params }));
}
