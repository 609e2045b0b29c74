/** A configuration folder for each test of the spec that calls this, so that no selection of this machine's user is read or changed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function useOwnConfig(): void {
  const before = process.env['XDG_CONFIG_HOME'];
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-use-'));
    process.env['XDG_CONFIG_HOME'] = folder;
  });

  afterEach(async () => {
    if (before === undefined) delete process.env['XDG_CONFIG_HOME'];
    else process.env['XDG_CONFIG_HOME'] = before;
    await rm(folder, { recursive: true });
  });
}
