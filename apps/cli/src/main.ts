#!/usr/bin/env node
/** `tandem`: the command line. The version is answered before anything is loaded: scripts and completions ask for it often. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , first, ...others] = process.argv;
const version = ['--version', '-V'].includes(first ?? '') && others.length === 0 ? installedVersion() : undefined;
if (version === undefined) await import('./program.js');
else process.stdout.write(`${version}\n`);

/** Of the nearest `package.json` upwards; undefined where the installation is not whole, which the program itself reports. */
function installedVersion(): string | undefined {
  for (const steps of ['..', '../..', '../../../..', '../../..']) {
    const file = join(import.meta.dirname, steps, 'package.json');
    if (!existsSync(file)) continue;
    const { name, version: found } = JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string };
    if (name === 'tandem') return found;
  }
  return undefined;
}
