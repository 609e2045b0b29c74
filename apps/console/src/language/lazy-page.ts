/** Parts of the page that are fetched when they are first drawn, each with the texts that it says. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { loadNamespaces, type Namespace } from './languages.js';

export type LazyPage<Props = object> = LazyExoticComponent<ComponentType<Props>> & {
  /** Fetches it before it is drawn. */
  readonly preload: () => Promise<unknown>;
};

/** @param namespaces of all that the part draws, but for `frame`, which is always there */
export function lazyPage<Props>(
  namespaces: readonly Namespace[],
  load: () => Promise<ComponentType<Props>>,
): LazyPage<Props> {
  const fetch = async () => {
    const [page] = await Promise.all([load(), loadNamespaces(namespaces)]);
    return { default: page };
  };
  return Object.assign(lazy(fetch), { preload: fetch });
}
