/**
 * PostgreSQL refuses to run as root. So root starts it as another user; and where that user may not walk to the
 * programs or the data (a home of mode 0700 above them), with the two capabilities that let it.
 */
import { readFile, stat } from 'node:fs/promises';
import { accessSync, constants } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly identity?: Identity;
}

/** Who PostgreSQL runs as: undefined for ourselves, unless we are root. */
export async function postgresIdentity(dataDirectory: string): Promise<Identity | undefined> {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined;
  // Data that exist stay with their owner.
  const owner = await stat(dataDirectory).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = await readFile('/etc/passwd', 'utf8');
  for (const name of ['postgres', 'nobody']) {
    const fields = users
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':');
    if (fields?.[2] !== undefined && fields[3] !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user `postgres` or `nobody` to run it as: ' +
      'start as another user, or set DATABASE_URL to a PostgreSQL of your own',
  );
}

/** How to run a program as that user, so that it reaches the folders. */
export async function launchAs(
  identity: Identity | undefined,
  command: string,
  args: readonly string[],
  folders: readonly string[],
): Promise<Launch> {
  if (identity === undefined) return { command, args };
  const reachable = await Promise.all([dirname(command), ...folders].map((folder) => canReach(identity, folder)));
  if (reachable.every(Boolean)) return { command, args, identity };
  const setpriv = onPath('setpriv');
  if (setpriv === undefined) {
    throw new Error(
      `User ${identity.uid} cannot reach ${folders.join(', ')}, and \`setpriv\` (util-linux) is not there to help: ` +
        'open the folders above it, start as another user than root, or set DATABASE_URL',
    );
  }
  const capabilities = '+dac_override,+dac_read_search';
  return {
    command: setpriv,
    args: [
      `--reuid=${identity.uid}`,
      `--regid=${identity.gid}`,
      '--clear-groups',
      '--securebits=+no_setuid_fixup',
      `--inh-caps=${capabilities}`,
      `--ambient-caps=${capabilities}`,
      '--',
      command,
      ...args,
    ],
  };
}

/** Whether a user may walk from the root to this folder. */
async function canReach(identity: Identity, folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === identity.uid ? 0o100 : gid === identity.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(':')
    .concat('/usr/bin', '/bin')
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
