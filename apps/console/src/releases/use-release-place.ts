/** What is shown of the desk stands in the URL: a case, or the form of a request or a proposal. Back returns to what was there before. */
import { type UrlPlace, useUrlPlace } from '../app/use-url-state.js';

/** Of a proposal, `incident` is what it is about, and `answers` the request that it answers. */
const NAMES = ['item', 'form', 'incident', 'answers'] as const;

type ReleasePlace = UrlPlace<'item' | 'incident' | 'answers'> & { readonly form?: 'request' | 'propose' | undefined };

export function useReleasePlace(): readonly [ReleasePlace, (place: ReleasePlace) => void] {
  const [{ form, ...place }, go] = useUrlPlace(NAMES);
  return [{ ...place, form: form === 'request' || form === 'propose' ? form : undefined }, go];
}

/** The path to the form that proposes to release an incident. */
export function proposePath(exercise: string, incident: string): string {
  return `/x/${exercise}/releases?${new URLSearchParams({ form: 'propose', incident })}`;
}
