/** `tandem account link`, in the database itself. */
import { oneTimePath } from '#contracts/http/sessions.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { loadConfig } from '#infra/config/config.js';
import { findUrl } from '../client/connection.js';
import { withDatabase } from '../local/database.js';
import { unusable } from '../failure.js';
import { commandLine } from './token-actions.js';

const DEFAULT_MINUTES = 60;

export async function makeLink(idOrName: string, options: { expires?: number; url?: string }): Promise<void> {
  const url = (await findUrl(options.url)).replace(/\/+$/, '');
  const { key, expiresAt, name } = await withDatabase(loadConfig(), async ({ dataSource }) => {
    const accounts = (await new AccountStore(dataSource).list()).map(({ account }) => account);
    const open = accounts.filter(({ disabledAt, builtIn }) => disabledAt === null && !builtIn);
    const [account, ...others] = open.filter((one) => one.id === idOrName || one.name === idOrName);
    if (account === undefined) {
      throw unusable(`There is no open account ${JSON.stringify(idOrName)}. \`tandem account list\` lists all.`);
    }
    if (others.length > 0)
      throw unusable(`Several accounts have the name ${JSON.stringify(idOrName)}. Use the id of one of them.`);
    if (!ROLE_TRAITS[account.role].isPerson)
      throw unusable(
        `${account.name} is a service. Services use tokens: \`tandem token create --account ${account.id}\``,
      );
    const made = await new OneTimeLinks(dataSource).create(
      account.id,
      options.expires ?? DEFAULT_MINUTES,
      commandLine(),
    );
    return { ...made, name: account.name };
  });
  process.stderr.write(
    `Signs ${name} in, once, until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC:\n`,
  );
  process.stdout.write(`${url}${oneTimePath(key)}\n`);
}
