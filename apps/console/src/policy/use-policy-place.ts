/** What is shown of the policies stands in the URL: one in force, a proposal, or the form of a new one. */
import { type UrlPlace, useUrlPlace } from '../app/use-url-state.js';

/** Which form is open: a proposal to the other side, or a policy of the own side alone. */
export type PolicyForm = 'proposed' | 'own';

/** `item` is a class of incidents, or the id of a proposal. */
const NAMES = ['item', 'form'] as const;

export type PolicyPlace = UrlPlace<'item'> & { readonly form?: PolicyForm | undefined };

export function usePolicyPlace(): readonly [PolicyPlace, (place: PolicyPlace) => void] {
  const [{ item, form }, go] = useUrlPlace(NAMES);
  return [{ item, form: form === 'proposed' || form === 'own' ? form : undefined }, go];
}
