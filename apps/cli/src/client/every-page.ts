/** A list of the API, all pages of it. */
import type { ApiClient } from './api-client.js';

/** @param route without `limit` and `cursor` */
export async function everyPage<T>(
  api: ApiClient,
  route: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): Promise<T[]> {
  const items: T[] = [];
  const parameters = new URLSearchParams({ limit: '200' });
  for (const [key, value] of Object.entries(query)) if (value !== undefined) parameters.set(key, String(value));
  for (;;) {
    const page = await api.send<{ items: T[]; next?: string }>(`${route}?${parameters.toString()}`);
    items.push(...page.items);
    if (page.next === undefined) return items;
    parameters.set('cursor', page.next);
  }
}
