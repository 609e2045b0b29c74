/** Accounts over the API, by id or by name. */
import type { z } from 'zod';
import type { accountView } from '#contracts/http/accounts.js';
import { unusable } from '../failure.js';
import { type ApiClient, path } from './api-client.js';

export type AccountView = z.infer<typeof accountView>;

export async function listAccounts(api: ApiClient): Promise<AccountView[]> {
  return (await api.send<{ items: AccountView[] }>(path('accounts'))).items;
}

/** The account with this id, or the only open one with this name. @throws Failure when there is none, or several */
export function accountOf(accounts: readonly AccountView[], idOrName: string): AccountView {
  const byId = accounts.find(({ id }) => id === idOrName);
  if (byId !== undefined) return byId;
  const [only, ...others] = accounts.filter(({ name, disabledAt }) => name === idOrName && disabledAt === undefined);
  if (only === undefined)
    throw unusable(`There is no account ${JSON.stringify(idOrName)}. \`tandem account list\` lists all.`);
  if (others.length > 0)
    throw unusable(`Several accounts have the name ${JSON.stringify(idOrName)}. Use the id of one of them.`);
  return only;
}
