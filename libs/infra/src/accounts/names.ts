/** Names of people are unique, so that nobody passes for another. */
import type { EntityManager } from 'typeorm';
import { nameKey, personNameFault } from '#contracts/json/person-name.js';
import type { Side } from '#domain/kernel/side.js';

/** HTTP answers 409. */
export class NameTaken extends Error {
  readonly code = 'NAME_TAKEN';

  constructor(name: string) {
    super(`Somebody is called ${JSON.stringify(name)} already, or by a name that looks like it; choose another one`);
    this.name = 'NameTaken';
  }
}

/** Spells `NAME`: the advisory lock under which one name at a time is taken. */
const NAME_LOCK = 0x4e414d45;

interface Holder {
  readonly name: string;
  readonly side: Side | null;
  readonly exerciseId: string | null;
  /** The account that is to have it, if there is one yet. */
  readonly account?: string;
}

/**
 * The key of a name that is free among those whom its holder meets: people of the same side, or of none, in the same exercise.
 * Not among all: otherwise a rejection would reveal names of the other side's people. The name stays free until the transaction
 * ends.
 * @throws NameTaken
 */
export async function takeName(manager: EntityManager, holder: Holder): Promise<string> {
  const { name, side, exerciseId, account } = holder;
  const key = nameKey(name);
  await manager.query('SELECT pg_advisory_xact_lock($1)', [NAME_LOCK]);
  const taken = await manager.query<unknown[]>(
    `SELECT FROM account WHERE name_key = $1 AND disabled_at IS NULL AND id IS DISTINCT FROM $2::text
       AND side IS NOT DISTINCT FROM $3::text AND (exercise_id IS NULL OR $4::text IS NULL OR exercise_id = $4::text) LIMIT 1`,
    [key, account ?? null, side, exerciseId],
  );
  if (taken.length > 0) throw new NameTaken(name);
  return key;
}

/** How many people of one name are distinguished by a number. */
const MOST_NAMESAKES = 50;

/**
 * The first of the names that is one of a person ({@link personNameFault}) and free; a name that is taken gets a number. For people
 * whose names come from elsewhere, and whom nobody can ask for another one.
 * @throws NameTaken when all are taken
 */
export async function freeName(
  manager: EntityManager,
  names: readonly string[],
  place: Omit<Holder, 'name'>,
): Promise<{ readonly name: string; readonly key: string }> {
  const usable = names.map(plainName).filter((name) => personNameFault(name) === undefined);
  for (const first of usable) {
    for (let number = 1; number <= MOST_NAMESAKES; number += 1) {
      const name = number === 1 ? first : `${first} ${number}`;
      try {
        return { name, key: await takeName(manager, { ...place, name }) };
      } catch (error) {
        if (!(error instanceof NameTaken)) throw error;
      }
    }
  }
  throw new NameTaken(usable[0] ?? '');
}

/** As people write it: `amina.khan@example.org` is no name, `amina khan` is. Shortened, so that a number fits behind it. */
function plainName(text: string): string {
  const words = text
    .normalize('NFC')
    .replace(/@.*$/su, '')
    .split(/[\s._]+/u);
  return words.join(' ').trim().slice(0, 56).trim();
}

/** Gives the account a password, by which its holder signs in under the name; names that sign in are unique among all. @throws NameTaken */
export async function putPassword(
  manager: EntityManager,
  holder: Holder & { account: string },
  hash: string,
): Promise<void> {
  const key = await takeName(manager, holder);
  const others = await manager.query<unknown[]>(
    'SELECT FROM account_password WHERE name_key = $1 AND account_id <> $2',
    [key, holder.account],
  );
  if (others.length > 0) throw new NameTaken(holder.name);
  await manager.query('UPDATE account SET name_key = $2 WHERE id = $1', [holder.account, key]);
  await manager.query(
    `INSERT INTO account_password (account_id, name_key, hash) VALUES ($1, $2, $3)
     ON CONFLICT (account_id) DO UPDATE SET name_key = excluded.name_key, hash = excluded.hash, set_at = clock_timestamp()`,
    [holder.account, key, hash],
  );
}
