/** What an alert's id is computed from: its class, its triple, and whose message it is. */
import type { ReleaseClass } from '../kernel/side.js';
import type { MessageReference } from './alert.js';

interface Whose {
  /** As `ownerOf` says. */
  readonly owner: ReleaseClass;
  /** Given only where another account has sent the same triple before. */
  readonly account?: string | undefined;
}

/** The text whose SHA-256 makes the id. @param sentMs the triple's `sent`, ms since 1970 */
export function alertIdentity(
  releaseClass: ReleaseClass,
  { sender, identifier }: Pick<MessageReference, 'sender' | 'identifier'>,
  sentMs: number,
  { owner, account }: Whose,
): string {
  const parts: (string | number)[] = [releaseClass, sender, identifier, sentMs];
  if (owner !== releaseClass || account !== undefined) parts.push(owner);
  if (account !== undefined) parts.push(account);
  return JSON.stringify(parts);
}
