/** The Chromium that the suites use: the one that is named, else the system's, else the one that a package ships. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Where it is, and what it must be started with. Undefined: there is none. */
export async function findBrowser() {
  const given = process.env['CHROMIUM_PATH'] ?? '';
  if (given !== '') return { path: given, args: [] };
  const path = onPath(NAMES);
  return path === undefined ? shippedBrowser() : { path, args: [] };
}

function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Of Linux on x64 only; it is unpacked into the folder for temporary files. */
async function shippedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  return { path: await chromium.executablePath(), args: chromium.args };
}
