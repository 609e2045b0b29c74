/** Provinces and districts of a unit that resemble those of a site, and are probably misspelled. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { warning } from './lint-times.js';
import { didYouMean } from '#contracts/json/nearest.js';

/** Names that are looked up at most; a scenario may have a million. */
const MOST_NAMES = 100;

const PLACES = [
  { part: 'provinces', what: 'province', of: 'province' },
  { part: 'consularDistricts', what: 'consular district', of: 'consularDistrict' },
] as const;

/** Presumes a scenario without errors. */
export function lintPlaces({ sites, units }: Scenario): FieldProblem[] {
  return PLACES.flatMap(({ part, what, of }) => {
    const known = [...new Set(sites.map((site) => site[of]).filter((name) => name !== undefined))];
    const hints = new Map(known.map((name) => [name, '']));
    const most = known.length + MOST_NAMES;
    return units.flatMap(({ jurisdiction }, index) =>
      (jurisdiction[part] ?? []).flatMap((name, place) => {
        if (!hints.has(name) && hints.size < most) hints.set(name, didYouMean(name, known));
        const hint = hints.get(name) ?? '';
        if (hint === '') return [];
        const message = `No site lies in the ${what} "${name}".${hint}`;
        return [warning('NO_SITE_THERE', `units[${index}].jurisdiction.${part}[${place}]`, message)];
      }),
    );
  });
}
