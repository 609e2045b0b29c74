/** `tandem token`: works on the database itself, so that it also helps who has no token any more. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ACCESS_ACTIONS, type AccessAction } from '#contracts/http/access-actions.js';
import { ROLES } from '#contracts/http/accounts.js';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import { RELEASE_CLASSES, SIDES, type ReleaseClass } from '#domain/kernel/side.js';
import type { CreateOptions } from './token-actions.js';

export function addToken(program: Command): void {
  const token = program
    .command('token')
    .description('accounts and their tokens, in the database itself: DATABASE_URL, or the embedded one of this folder');
  token
    .command('create')
    .description('create an account and a token; only the token goes to the standard output, this once')
    .option('--name <name>', 'whose it is', nameText)
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES))
    .addOption(
      new Option('--side <side>', 'an operator acts for this side; others see what is released to it').choices(SIDES),
    )
    .option(
      '--classes <list>',
      `of a service: the classes of alerts that it may send, of ${RELEASE_CLASSES.join(',')}`,
      classList,
    )
    .option('--exercise <id>', 'for this exercise only; absent: for all')
    .option('--account <id>', 'another token for an account that exists, instead of a new account')
    .option(
      '--expires <duration>',
      'for how long it is valid, such as 8h or 30d; absent: 12h for people, 90d for services',
      lifeTime,
    )
    .action(async (options: CreateOptions) => (await actions()).create(options));
  token
    .command('list')
    .description('list all tokens, without their secrets')
    .action(async () => (await actions()).list());
  token
    .command('audit')
    .description('list who was given access, used it, lost it or was refused, latest first')
    .option('--limit <n>', 'how many records; 50', count, 50)
    .option('--account <id>', 'only the access of this account')
    .addOption(new Option('--action <action>', 'only this action').choices(ACCESS_ACTIONS))
    .action(async (options: { limit: number; account?: string; action?: AccessAction }) =>
      (await actions()).audit(options),
    );
  token
    .command('revoke')
    .description('revoke a token; it stops working at once, with its sockets')
    .argument('<token>', 'its id, as `list` shows it')
    .action(async (id: string) => (await actions()).revoke(id));
}

function nameText(text: string): string {
  if (text.length >= 1 && text.length <= 200 && !hasForbiddenCharacter(text)) return text;
  throw new InvalidArgumentError('1 to 200 characters, no control characters.');
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

/** Loaded when it is needed: what works on the database takes a while to load, and most commands do not. */
function actions() {
  return import('./token-actions.js');
}
