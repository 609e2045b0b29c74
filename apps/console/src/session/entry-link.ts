/**
 * A link by which somebody comes in: `/#/welcome?key=…` signs in once, `/#/join?key=…` is an invitation. Its key is a secret: it is
 * read once and taken out of the address bar, and so out of the history, at once. It stays in the memory of the page only.
 */
import { useSyncExternalStore } from 'react';
import { isOidcRefusal, type OidcRefusal } from '#contracts/http/oidc-refusals.js';

export interface EntryLink {
  readonly kind: 'welcome' | 'join';
  /** Absent: an invitation by code and PIN. */
  readonly key?: string;
}

/** `/#/sign-in?refused=CODE`: the identity provider sent the browser back, and nobody was let in. */
export interface RefusedEntry {
  readonly kind: 'refused';
  readonly code: OidcRefusal;
}

/** @param hash of the address, with its `#` */
export function parseEntryLink(hash: string): EntryLink | RefusedEntry | undefined {
  const refused = /^#\/sign-in\?refused=(\w+)$/.exec(hash)?.[1];
  // Anybody can make such a link: only what is known is shown.
  if (refused !== undefined) return isOidcRefusal(refused) ? { kind: 'refused', code: refused } : undefined;
  const match = /^#\/(welcome|join)(?:\?(.*))?$/.exec(hash);
  if (match === null) return undefined;
  const key = new URLSearchParams(match[2] ?? '').get('key')?.trim();
  const kind = match[1] as EntryLink['kind'];
  // A link that signs in once is nothing without its key.
  if (key === undefined || key === '') return kind === 'join' ? { kind } : undefined;
  return { kind, key };
}

let current: EntryLink | RefusedEntry | undefined;
const listeners = new Set<() => void>();

function change(next: EntryLink | RefusedEntry | undefined): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Takes a link that stands in the address bar. A link may also be put into a page that is open already. */
function take(): void {
  const link = parseEntryLink(location.hash);
  if (link === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  change(link);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** To be called once, before the page is drawn. */
export function watchEntryLinks(): void {
  take();
  window.addEventListener('hashchange', take);
}

export function useEntryLink(): EntryLink | RefusedEntry | undefined {
  return useSyncExternalStore(subscribe, () => current);
}

/** Opens the form for code and PIN. */
export function openJoin(): void {
  change({ kind: 'join' });
}

/** The link has done its work, or is not wanted. */
export function closeEntryLink(): void {
  change(undefined);
}
