/** The accounts that `tandem start` makes: one for people, shown once, and two of its own. */
import { AccountStore, type Account, type Role } from '#infra/accounts/account-store.js';
import type { KeptFile } from './kept-file.js';

/** What `tandem start` itself works with. */
export interface OwnTokens {
  /** A controller's: opens and pauses the demonstration, and reads the log for the terminal. */
  readonly supervisor: string;
  /** A service's: posts the demonstration's alerts. */
  readonly feed: string;
}

const OWN_ACCOUNTS: Record<keyof OwnTokens, { readonly name: string; readonly role: Role }> = {
  supervisor: { name: 'tandem start', role: 'controller' },
  feed: { name: 'tandem start: demonstration feed', role: 'service' },
};

/** The kept tokens where this database still takes them, else new ones. */
export async function ownTokens(store: AccountStore, file: KeptFile<OwnTokens>): Promise<OwnTokens> {
  const kept = await file.read();
  const tokens = {
    supervisor: await ownToken(store, 'supervisor', kept?.supervisor),
    feed: await ownToken(store, 'feed', kept?.feed),
  };
  if (tokens.supervisor !== kept?.supervisor || tokens.feed !== kept.feed) await file.write(tokens);
  return tokens;
}

async function ownToken(store: AccountStore, which: keyof OwnTokens, kept: string | undefined): Promise<string> {
  const wanted = OWN_ACCOUNTS[which];
  if (kept !== undefined && (await store.authenticate(kept))?.role === wanted.role) return kept;
  const accounts = await store.list();
  const known = accounts.find(({ account }) => isOwn(account, which))?.account;
  const account = known ?? (await store.createAccount(wanted));
  return (await store.createToken(account.id)).secret;
}

function isOwn({ name, role, disabledAt }: Account, which: keyof OwnTokens): boolean {
  return disabledAt === null && name === OWN_ACCOUNTS[which].name && role === OWN_ACCOUNTS[which].role;
}

/**
 * The first controller's token, if this database has no controller yet but our own.
 * @returns the secret, which cannot be had again; undefined when there is a controller already.
 */
export async function firstControllerToken(store: AccountStore): Promise<string | undefined> {
  const accounts = await store.list();
  if (accounts.some(({ account }) => account.role === 'controller' && !isOwn(account, 'supervisor'))) return undefined;
  const account = await store.createAccount({ name: 'first controller', role: 'controller' });
  return (await store.createToken(account.id)).secret;
}
