/** Names of places that are no site's: a unit may cover others, but a misspelt one covers nothing. */
import type { Scenario } from '#domain/scenario/scenario.js';
import type { FieldProblem } from '../problem.js';
import { warning } from './lint-times.js';
import { nearest } from './nearest.js';

/** Names that are looked up among those of the sites; a scenario may hold a million. */
const MOST_NAMES = 1_000;

const PLACES = [
  { part: 'provinces', what: 'province', of: 'province' },
  { part: 'consularDistricts', what: 'consular district', of: 'consularDistrict' },
] as const;

/** Warns where a name is much like one that a site has. The scenario has no errors. */
export function lintPlaces({ sites, units }: Scenario): FieldProblem[] {
  return PLACES.flatMap(({ part, what, of }) => {
    const known = [...new Set(sites.map((site) => site[of]).filter((name) => name !== undefined))];
    const meant = new Map<string, string | undefined>(known.map((name) => [name, undefined]));
    const most = known.length + MOST_NAMES;
    return units.flatMap(({ jurisdiction }, index) =>
      (jurisdiction[part] ?? []).flatMap((name, place) => {
        if (!meant.has(name) && meant.size < most) meant.set(name, nearest(name, known));
        const like = meant.get(name);
        if (like === undefined) return [];
        const message = `No site lies in the ${what} "${name}". Did you mean "${like}"?`;
        return [warning('NO_SITE_THERE', `units[${index}].jurisdiction.${part}[${place}]`, message)];
      }),
    );
  });
}
