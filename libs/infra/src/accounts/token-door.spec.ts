import type { Account } from './account-store.js';
import { TokenDoor, type AnyCredential } from './token-door.js';
import { WrongTokens } from './wrong-tokens.js';

const GOOD: AnyCredential = { account: { id: 'A1' } as Account, tokenId: 'T1' };
const WRONG: AnyCredential = { refusal: 'unknown token' };

function doorWith(answer: AnyCredential) {
  let checks = 0;
  const record = { used: () => undefined, refused: () => undefined };
  const accounts = {
    check: () => {
      checks += 1;
      return new Promise<never>((resolve) => setImmediate(() => resolve(answer as never)));
    },
  };
  const door = new TokenDoor({ accounts, record, wrongTokens: new WrongTokens({ atOnce: 5, perMinute: 5 }) });
  return { door, checks: () => checks };
}

const askAtOnce = (door: TokenDoor, count: number, token = (_: number) => 'tdm_one') =>
  Promise.all(Array.from({ length: count }, (_, n) => door.ask(token(n), '192.0.2.1')));

describe('a token that many requests bring at the same time', () => {
  it('is no wrong token when it is good, however many they are', async () => {
    const { door, checks } = doorWith(GOOD);
    const answers = await askAtOnce(door, 50);
    expect(answers.filter((answer) => !('account' in answer))).toEqual([]);
    expect(checks()).toBe(1);
  });

  it('counts as one try when it is wrong', async () => {
    const { door, checks } = doorWith(WRONG);
    const answers = await askAtOnce(door, 50);
    expect(new Set(answers.map((answer) => 'code' in answer && answer.code))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(checks()).toBe(1);
  });

  it('is asked about again once the answer was given', async () => {
    const { door, checks } = doorWith(WRONG);
    await askAtOnce(door, 1);
    await askAtOnce(door, 1);
    expect(checks()).toBe(2);
  });
});

it('different wrong tokens are tries of their own', async () => {
  const { door, checks } = doorWith(WRONG);
  const answers = await askAtOnce(door, 9, (n) => `tdm_${n}`);
  expect(answers.filter((answer) => 'code' in answer && answer.code === 'TOO_MANY_WRONG_TOKENS')).toHaveLength(4);
  expect(checks()).toBe(5);
});
