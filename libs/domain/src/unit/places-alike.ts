/** Sites that lie in the same jurisdictions: the resolved targets are the same there, and are computed once. */
import type { Register } from './register.js';

/** One site of each kind of place, by its id; one undefined place, of no site, when the register has none. */
export function placesAlike({ sites, units }: Register): readonly (string | undefined)[] {
  const named = new Set(units.flatMap(({ jurisdiction }) => jurisdiction.sites ?? []));
  const places = new Map<string, string>();
  for (const { id, province, consularDistrict } of sites) {
    const key = JSON.stringify([named.has(id) ? id : null, province, consularDistrict ?? null]);
    if (!places.has(key)) places.set(key, id);
  }
  return places.size === 0 ? [undefined] : [...places.values()];
}
