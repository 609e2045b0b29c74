/** Accounts over the API, by id or by name. */
import type { z } from 'zod';
import type { accountView } from '#contracts/http/accounts.js';
import { unusable } from '../failure.js';
import { type ApiClient, path } from './api-client.js';

export type AccountView = z.infer<typeof accountView>;

export async function listAccounts(api: ApiClient): Promise<AccountView[]> {
  return (await api.send<{ items: AccountView[] }>(path('accounts'))).items;
}

/** The one of this id, or the only one of this name that is not disabled. @throws Failure when there is none, or several */
export function accountOf(accounts: readonly AccountView[], whose: string): AccountView {
  const byId = accounts.find(({ id }) => id === whose);
  if (byId !== undefined) return byId;
  const [only, ...others] = accounts.filter(({ name, disabledAt }) => name === whose && disabledAt === undefined);
  if (only === undefined)
    throw unusable(`There is no account ${JSON.stringify(whose)}; \`tandem account list\` shows them`);
  if (others.length > 0) throw unusable(`Several accounts are called ${JSON.stringify(whose)}; name one by its id`);
  return only;
}
