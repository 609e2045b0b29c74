/**
 * Opens the console in the user's browser, with the desktop's command for it. The address holds a secret, and what a
 * program is started with others on the machine can see: so a file that only its owner reads sends the browser there.
 */
import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What decides whether there is a desktop. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Whether a person reads the output. */
  readonly isTerminal: boolean;
}

/** The program that opens a page; undefined when nobody would see it. */
export function openerFor({ platform, env, isTerminal }: Surroundings): readonly string[] | undefined {
  if (!isTerminal || (env['CI'] ?? '') !== '') return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasDesktop = (env['DISPLAY'] ?? '') !== '' || (env['WAYLAND_DISPLAY'] ?? '') !== '';
  return platform === 'linux' && hasDesktop ? ['xdg-open'] : undefined;
}

/** @param directory the data folder. @returns whether an opener was started; what takes it away again */
export async function openPage(
  url: string,
  directory: string,
  surroundings: Surroundings,
): Promise<{ readonly isOpened: boolean; remove(): Promise<void> }> {
  const [program, ...rest] = openerFor(surroundings) ?? [];
  const file = join(directory, 'open-console.html');
  const remove = (): Promise<void> => rm(file, { force: true });
  if (program === undefined) return { isOpened: false, remove };
  await remove();
  await writeFile(file, redirectTo(url), { mode: 0o600, flag: 'wx' });
  const child = spawn(program, [...rest, pathToFileURL(file).href], { detached: true, stdio: 'ignore' });
  // A desktop without an opener: the link is printed, too.
  const isOpened = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false)).once('spawn', () => resolve(true));
  });
  child.unref();
  return { isOpened, remove };
}

function redirectTo(url: string): string {
  const address = url.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<!doctype html>
<meta charset="utf-8" />
<title>Tandem (EXERCISE)</title>
<meta http-equiv="refresh" content="0; url=${address}" />
<a href="${address}">Tandem (EXERCISE)</a>
`;
}
