/** Alerts that report more nationals than their site has. */
import type { FieldProblem } from '../problem.js';
import { warning } from './lint-times.js';
import type { ScenarioInput } from './scenario-shape.js';

export function lintNationals({ sites, injects = [] }: ScenarioInput): FieldProblem[] {
  const present = new Map(sites.map((site) => [site.id, new Map(Object.entries(site.nationals))]));
  return injects.flatMap(({ alert }, index) => {
    const { site, nationals = {} } = alert ?? {};
    const there = site === undefined ? undefined : present.get(site);
    if (there === undefined) return [];
    return Object.entries(nationals).flatMap(([country, count]) => {
      const most = there.get(country) ?? 0;
      if (count <= most) return [];
      const message = `The alert reports ${count} nationals of ${country}, but the site "${site}" has ${most}. Correct one of the two numbers.`;
      return [warning('NATIONALS_ABOVE_SITE', `injects[${index}].alert.nationals.${country}`, message)];
    });
  });
}
