/** What reaches a browser, to be searched for what it may not know. */
import type { Page } from 'playwright-core';

/** Every body and every frame of a socket that the page gets from now on. */
export function received(page: Page): () => Promise<readonly string[]> {
  const frames: string[] = [];
  const bodies: Promise<string>[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.startsWith('/v1/')) return;
    // Of an answer to a page that was left meanwhile nothing reached anybody.
    bodies.push(response.text().catch(() => ''));
  });
  return async () => {
    expect(frames.length).toBeGreaterThan(2);
    return [...(await Promise.all(bodies)), ...frames];
  };
}
