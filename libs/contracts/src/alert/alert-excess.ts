/** How much one alert may hold in all, whatever its parts. */
import type { FieldProblem } from '../problem.js';
import { pathText } from '../problem.js';

/** Values in one alert; entries in one list of it. */
const MAX_VALUES = 50_000;
const MAX_ENTRIES = 5_000;
/** An alert of the most values as XML: the parameters of the exercise profile have more elements there than values in JSON. */
export const MAX_XML_ELEMENTS = MAX_VALUES + 1_000;
/** The shape goes no deeper than `info[0].area[0].geocode[0].value`. */
const SHAPE_DEPTH = 8;

/**
 * Before the schema check, which would report each of a million wrong entries: whether there is far too much of
 * anything. Bounded itself, in breadth and depth.
 */
export function findExcess(json: unknown, maxValues = MAX_VALUES): FieldProblem | undefined {
  const count = { values: 0, most: maxValues };
  const path = pathOfExcess(json, 0, count);
  if (path === undefined) return undefined;
  const at = pathText(path);
  const message =
    count.values > count.most
      ? `The alert holds more than ${count.most} values; send less in one message.`
      : `${at} has more than ${MAX_ENTRIES} entries; send less in one list.`;
  return { code: 'TOO_MANY', path: count.values > count.most ? '' : at, message };
}

interface Count {
  values: number;
  readonly most: number;
}

function pathOfExcess(value: unknown, depth: number, count: Count): PropertyKey[] | undefined {
  if (++count.values > count.most) return [];
  if (typeof value !== 'object' || value === null || depth >= SHAPE_DEPTH) return undefined;
  if (Array.isArray(value)) {
    if (value.length > MAX_ENTRIES) return [];
    for (let i = 0; i < value.length; i++) {
      const path = pathOfExcess(value[i], depth + 1, count);
      if (path !== undefined) return [i, ...path];
    }
    return undefined;
  }
  const fields = value as Record<string, unknown>;
  for (const key in fields) {
    const path = pathOfExcess(fields[key], depth + 1, count);
    if (path !== undefined) return [key, ...path];
  }
  return undefined;
}
