/**
 * Slows down who tries names, passwords and PINs. Counted are the tries at one name from one network, and all tries of a network. So
 * nobody can lock another out from elsewhere, and what turns out to be right costs nothing.
 */
import { Problem } from '../problems/problem.js';
import { WrongTokens } from '#infra/accounts/wrong-tokens.js';

const AT_ONE_NAME = { atOnce: 5, perMinute: 5 } as const;
/** A class room has one address. */
const OF_A_NETWORK = { atOnce: 50, perMinute: 50 } as const;

export class Tries {
  private readonly names: WrongTokens;
  private readonly networks: WrongTokens;

  /** @param clock milliseconds that only go forward */
  constructor(clock?: () => number) {
    this.names = new WrongTokens(AT_ONE_NAME, clock);
    this.networks = new WrongTokens(OF_A_NETWORK, clock);
  }

  /**
   * Counts a try.
   * @param name what is tried: an account's name, the code of an invitation; undefined: a secret that nobody guesses
   * @returns what gives it back, when it was a right one. @throws Problem TOO_MANY_TRIES
   */
  take(network: string, name?: string): () => void {
    const key = name === undefined ? undefined : `${name}\n${network}`;
    const seconds = key === undefined ? 0 : this.names.take(key);
    if (seconds > 0) throw tooMany(seconds, `at this name came from ${network}`);
    const wait = this.networks.take(network);
    if (wait > 0) {
      if (key !== undefined) this.names.giveBack(key);
      throw tooMany(wait, `came from ${network}`);
    }
    return () => {
      if (key !== undefined) this.names.giveBack(key);
      this.networks.giveBack(network);
    };
  }
}

function tooMany(seconds: number, what: string): Problem {
  return new Problem('TOO_MANY_TRIES', `Too many wrong tries ${what}; try again in ${seconds} s.`, {
    headers: { 'retry-after': String(seconds) },
  });
}
