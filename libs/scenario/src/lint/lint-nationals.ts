/** Alerts that report more nationals than their site has. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { warning } from './lint-times.js';

export function lintNationals({ sites, injects = [] }: Scenario): FieldProblem[] {
  const present = new Map(sites.map((site) => [site.id, new Map(Object.entries(site.nationals))]));
  return injects.flatMap((inject, index) => {
    if (inject.kind !== 'alert') return [];
    const { site, nationals = {} } = inject.messages[0].alert.exercise;
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
