/** `tandem token`: works in the database itself, so that it needs no token. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ACCESS_ACTIONS, type AccessAction } from '#contracts/http/access-actions.js';
import { ROLES } from '#domain/kernel/role.js';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { withClasses, withSide, withUnits } from '../arguments/rights-options.js';
import { withConfirmation, type ConfirmOption } from '../terminal/confirm.js';
import { withJson, type JsonOption } from '../terminal/output.js';
import type { CreateOptions } from './token-actions.js';

export function addToken(program: Command): void {
  const token = program
    .command('token')
    .description(
      'create, list and revoke access tokens, in the database itself: DATABASE_URL, or the embedded one of this folder',
    );
  withClasses(withUnits(withSide(token.command('create'))), classList)
    .description('create an account and a token; prints only the token, and only once')
    .option('--name <name>', 'name of the person or program', nameText)
    .addOption(new Option('--role <role>', 'role').choices(ROLES))
    .option('--exercise <id>', 'only for this exercise (default: for all)')
    .option('--account <id>', 'create the token for an existing account')
    .option(
      '--expires <duration>',
      'how long it is valid, such as 8h or 30d (default: 12h for people, 90d for services)',
      lifeTime,
    )
    .action(async (options: CreateOptions) => (await actions()).create(options));
  withJson(token.command('list'))
    .description('list all tokens, without their secrets')
    .action(async (options: JsonOption) => (await actions()).list(options));
  withJson(token.command('audit'))
    .description('list the access records: who was given access, used it, lost it or was refused; latest first')
    .option('--limit <n>', 'number of records', count, 50)
    .option('--account <id>', 'only records of this account')
    .addOption(new Option('--action <action>', 'only records of this action').choices(ACCESS_ACTIONS))
    .action(async (options: JsonOption & { limit: number; account?: string; action?: AccessAction }) =>
      (await actions()).audit(options),
    );
  withConfirmation(token.command('revoke'))
    .description('revoke a token; it and its connections stop working at once')
    .argument('<token>', 'its id, such as tok_…')
    .action(async (id: string, options: ConfirmOption) => (await actions()).revoke(id, options));
}

function nameText(text: string): string {
  if (text.length >= 1 && text.length <= 200 && !hasForbiddenCharacter(text)) return text;
  throw new InvalidArgumentError('Give 1 to 200 characters, without control characters.');
}

function classList(text: string): ReleaseClass[] {
  const classes = text.split(',').map((part) => part.trim());
  if (classes.every((one): one is ReleaseClass => (RELEASE_CLASSES as readonly string[]).includes(one))) {
    return [...new Set(classes)];
  }
  throw new InvalidArgumentError(`Give classes of ${RELEASE_CLASSES.join(', ')}, separated by commas.`);
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** @returns ms */
function lifeTime(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,5})([mhd])$/.exec(text) ?? [];
  const ms = Number(number) * (UNIT_MS[unit] ?? 0);
  if (ms > 0) return ms;
  throw new InvalidArgumentError('Give a number of minutes, hours or days: 30m, 12h, 90d.');
}

function count(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Give a number from 1 to 99999.');
}

/** Loaded when needed: the code for the database takes a while to load. */
function actions() {
  return import('./token-actions.js');
}
