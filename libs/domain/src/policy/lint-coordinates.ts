/** Positions whose latitude and longitude look swapped: outside Pakistan as they stand, inside it the other way round. */
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import type { Circle, Condition, Route, PolicyScenario } from './policy.js';

/** Pakistan and its surroundings, roughly; degrees, WGS 84. */
const LATITUDES = { least: 23, most: 38 };
const LONGITUDES = { least: 60, most: 78 };

type Position = Pick<Circle, 'lat' | 'lon'>;

/** Of the sites and of the circles in conditions. */
export function lintCoordinates({ sites, policy }: PolicyScenario): Finding[] {
  return [
    ...sites.flatMap(({ position }, index) => lintPosition(position, `sites[${index}].position`)),
    ...lintRoute(policy.route, 'policy.route'),
  ];
}

function lintRoute({ match, routes = [] }: Route, path: string): Finding[] {
  return [
    ...(match ? lintCondition(match, `${path}.match`) : []),
    ...routes.flatMap((route, index) => lintRoute(route, `${path}.routes[${index}]`)),
  ];
}

function lintCondition(condition: Condition, path: string): Finding[] {
  if ('all' in condition) return condition.all.flatMap((part, index) => lintCondition(part, `${path}.all[${index}]`));
  if ('any' in condition) return condition.any.flatMap((part, index) => lintCondition(part, `${path}.any[${index}]`));
  if ('not' in condition) return lintCondition(condition.not, `${path}.not`);
  return 'within' in condition && 'radiusKm' in condition.within
    ? lintPosition(condition.within, `${path}.within`)
    : [];
}

function lintPosition({ lat, lon }: Position, path: string): Finding[] {
  if (isInside({ lat, lon }) || !isInside({ lat: lon, lon: lat })) return [];
  const message = `lat ${lat} and lon ${lon} look swapped. Write lat: ${lon}, lon: ${lat} for a place in Pakistan.`;
  return [warning('COORDINATES_SWAPPED', path, message)];
}

function isInside({ lat, lon }: Position): boolean {
  return lat >= LATITUDES.least && lat <= LATITUDES.most && lon >= LONGITUDES.least && lon <= LONGITUDES.most;
}
