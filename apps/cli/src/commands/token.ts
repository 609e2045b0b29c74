/** `tandem token`: works on the database itself, so that it also helps who has no token any more. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ROLES } from '#contracts/http/accounts.js';
import { hasForbiddenCharacter } from '#contracts/json/characters.js';
import { SIDES } from '#domain/kernel/side.js';
import type { CreateOptions } from './token-actions.js';

export function addToken(program: Command): void {
  const token = program
    .command('token')
    .description('accounts and their tokens, in the database itself: DATABASE_URL, or the embedded one of this folder');
  token
    .command('create')
    .description('create an account and a token; only the token goes to the standard output, this once')
    .requiredOption('--name <name>', 'whose it is', nameText)
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .addOption(new Option('--side <side>', 'sees what is released to this side; absent: to both').choices(SIDES))
    .option('--exercise <id>', 'for this exercise only; absent: for all')
    .action(async (options: CreateOptions) => (await actions()).create(options));
  token
    .command('list')
    .description('list all tokens, without their secrets')
    .action(async () => (await actions()).list());
  token
    .command('revoke')
    .description('revoke a token; it stops working within a few seconds')
    .argument('<token>', 'its id, as `list` shows it')
    .action(async (id: string) => (await actions()).revoke(id));
}

function nameText(text: string): string {
  if (text.length >= 1 && text.length <= 200 && !hasForbiddenCharacter(text)) return text;
  throw new InvalidArgumentError('1 to 200 characters, no control characters.');
}

/** Loaded when it is needed: what works on the database takes a while to load, and most commands do not. */
function actions() {
  return import('./token-actions.js');
}
