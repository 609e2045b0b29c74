/**
 * Passwords: argon2id (RFC 9106) with the cost that OWASP states (19 MiB, two passes), some 30 ms of one core. Few are computed
 * at a time, and few wait: who sends thousands of wrong ones must not take the machine from the exercise.
 */
import { hash, verify } from '@node-rs/argon2';

/** `Algorithm.Argon2id`, which is a constant of the compiler only. */
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const AT_ONCE = 2;
const WAITING = 32;

/** More passwords wait to be checked than can be soon. HTTP answers 429. */
export class TooManyPasswords extends Error {
  constructor() {
    super('Too many passwords are being checked; try again in a second');
    this.name = 'TooManyPasswords';
  }
}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new TooManyPasswords();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    // The place goes on to who waits; it is free only if nobody does.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Keyboards differ in how they write the same character: passwords count in the form NFKC (RFC 8265, section 4.2, prepares alike). */
function prepared(password: string): string {
  return password.normalize('NFKC');
}

/** @returns in PHC form, with a salt of its own. @throws TooManyPasswords */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(prepared(password), COST));
}

let nobodys: Promise<string> | undefined;

/**
 * Whether it is the password. Without a hash (there is no such account) it takes as long, and answers false.
 * @throws TooManyPasswords
 */
export async function isPassword(password: string, known: string | undefined): Promise<boolean> {
  nobodys ??= hash('nobody has this password', COST);
  const against = known ?? (await nobodys);
  const fits = await inTurn(() => verify(against, prepared(password)));
  return fits && known !== undefined;
}
