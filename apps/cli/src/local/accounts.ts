/** The accounts that `tandem start` makes: one for people, with a token that is shown once and a link at each start; and two of its own. */
import type { AccessSource } from '#infra/accounts/access-log.js';
import { AccountStore, type Account, type NewAccount } from '#infra/accounts/account-store.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { oneTimePath } from '#contracts/http/sessions.js';
import type { DataSource } from 'typeorm';
import type { KeptFile } from './kept-file.js';

/** What `tandem start` itself works with. */
export interface OwnTokens {
  /** A controller's: opens and pauses the demonstration, and reads the log for the terminal. */
  readonly supervisor: string;
  /** A service's: posts the demonstration's alerts. */
  readonly feed: string;
}

const OWN_ACCOUNTS: Record<keyof OwnTokens, NewAccount> = {
  supervisor: { name: 'tandem start', role: 'controller', builtIn: true },
  feed: { name: 'tandem start: demonstration feed', role: 'service', classes: ['JOINT', 'PAK', 'CHN'], builtIn: true },
};

/** For the record of access. */
const START: AccessSource = { from: 'tandem start' };

/** A kept token that ends sooner than this, ms, is replaced at the start, so that a run of weeks does not lose it. */
const ENOUGH_MS = 60 * 86_400_000;

/** The kept tokens where this database still takes them, else new ones. */
export async function ownTokens(store: AccountStore, file: KeptFile<OwnTokens>): Promise<OwnTokens> {
  const kept = await file.read();
  const accounts = await store.list();
  const tokens = {
    supervisor: await ownToken(store, accounts, 'supervisor', kept?.supervisor),
    feed: await ownToken(store, accounts, 'feed', kept?.feed),
  };
  if (tokens.supervisor !== kept?.supervisor || tokens.feed !== kept.feed) await file.write(tokens);
  return tokens;
}

type Listed = Awaited<ReturnType<AccountStore['list']>>[number];

async function ownToken(
  store: AccountStore,
  accounts: readonly Listed[],
  which: keyof OwnTokens,
  kept: string | undefined,
): Promise<string> {
  const known = accounts.find(({ account }) => isOwn(account, which));
  const credential = kept === undefined ? undefined : await store.check(kept);
  if (kept !== undefined && credential?.account !== undefined && credential.account.id === known?.account.id) {
    const { tokenId } = credential;
    const until = known.tokens.find(({ id }) => id === tokenId)?.expiresAt;
    if (until && until.getTime() - Date.now() >= ENOUGH_MS) return kept;
  }
  const account = known?.account ?? (await store.createAccount(OWN_ACCOUNTS[which], START));
  return (await store.createToken(account.id, undefined, START)).secret;
}

/** What an older version made for itself may send too little: another one takes its place. */
function isOwn({ name, role, classes, builtIn, disabledAt }: Account, which: keyof OwnTokens): boolean {
  const own = OWN_ACCOUNTS[which];
  const maySend = (own.classes ?? []).every((one) => classes?.includes(one));
  return builtIn && disabledAt === null && name === own.name && role === own.role && maySend;
}

const FIRST_CONTROLLER = 'first controller';
/** For how long the link is valid, minutes: long enough to find it in the terminal. */
const LINK_MINUTES = 60;

/**
 * A link that signs in once, as the controller that the first start created. A user who starts Tandem here has its database, and needs
 * no other right.
 * @returns what follows the address; undefined when that account was disabled, or was never made here
 */
export async function firstControllerLink(dataSource: DataSource): Promise<string | undefined> {
  const accounts = await new AccountStore(dataSource).list();
  const first = accounts.find(
    ({ account: { name, role, disabledAt, builtIn } }) =>
      name === FIRST_CONTROLLER && role === 'controller' && disabledAt === null && !builtIn,
  );
  if (first === undefined) return undefined;
  const { key } = await new OneTimeLinks(dataSource).create(first.account.id, LINK_MINUTES, START);
  return oneTimePath(key);
}

/**
 * The first controller's token, if this database has no controller yet but our own.
 * @returns the secret, which cannot be had again, and when it expires; undefined when there is a controller already.
 */
export async function firstControllerToken(
  store: AccountStore,
): Promise<{ readonly secret: string; readonly expiresAt: Date | null } | undefined> {
  const accounts = await store.list();
  if (accounts.some(({ account }) => account.role === 'controller' && !account.builtIn)) return undefined;
  const account = await store.createAccount({ name: FIRST_CONTROLLER, role: 'controller' }, START);
  const { secret, token } = await store.createToken(account.id, undefined, START);
  return { secret, expiresAt: token.expiresAt };
}
