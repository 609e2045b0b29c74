/** Secrets that are shown once, of which only the hash is kept. */
import { hash, randomBytes, randomInt } from 'node:crypto';

const FORMS = { token: 'tdm', session: 'tds', link: 'tdl', invitation: 'tdi' } as const;
export type SecretKind = keyof typeof FORMS;

/** 32 random bytes in base64url, after three letters that say what it is. */
export function newSecret(kind: SecretKind): string {
  return `${FORMS[kind]}_${randomBytes(32).toString('base64url')}`;
}

export function isSecret(kind: SecretKind, text: string): boolean {
  return new RegExp(`^${FORMS[kind]}_[\\w-]{43}$`).test(text);
}

/** They are random and long: a fast hash is enough. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Eight digits, which people type. Short, so it is hashed like a password. */
export function newPin(): string {
  return String(randomInt(100_000_000)).padStart(8, '0');
}
