/** What an evaluator looks at, in the URL: the event, the incident, which events the feed shows, whose sheet, and the form that is open. */
import { useMemo } from 'react';
import { type UrlPlace, useUrl } from '../app/use-url-state.js';

const NAMES = ['event', 'incident', 'feed', 'sheet', 'form'] as const;

export type Look = UrlPlace<(typeof NAMES)[number]>;

/** Changes several at once, as one step. Absent ones stay as they are; undefined ones are taken away. */
export type ChangeLook = (change: Look) => void;

export function useLook(): readonly [Look, ChangeLook] {
  const [params, change] = useUrl();
  const look = useMemo(() => Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? undefined])), [params]);
  return [look, change];
}
