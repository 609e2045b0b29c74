/** An address as it may be shown: without the password, and without parameters, which may hold another. */
export function shownAddress(text: string): string {
  const { protocol, username, host, pathname } = new URL(text);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
