/**
 * Polygons and circles of an area (CAP 1.2, 3.2.4): WGS 84, `lat,lon` pairs separated by white space. What the standard
 * demands of a polygon is checked in linear time. That its edges do not cross is good form only: it is looked for where there
 * are few points, since the search compares pairs of edges, and a crossing is a warning.
 */
import type { FieldProblem, InputCode } from '../problem.js';
import { shown } from '../problem.js';

/** Points of all polygons of one alert. */
export const MAX_ALERT_POINTS = 100_000;
/** Points of a polygon in which a crossing is looked for, and of all such polygons of one alert. */
const SEARCHED_POINTS = 1_000;
export const MAX_SEARCHED_POINTS = 5_000;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

const DECIMAL = String.raw`[+-]?(?:\d+(?:\.\d*)?|\.\d+)`;
const PAIR = new RegExp(`^(${DECIMAL}),(${DECIMAL})$`);
const CIRCLE = new RegExp(String.raw`^\s*(\S+)\s+(${DECIMAL})\s*$`);

/** The points that an alert's polygons may still have, and in how many of them a crossing may still be looked for. */
export interface PointBudget {
  left: number;
  searchable: number;
}

export function polygonProblems(text: string, path: string, budget: PointBudget): FieldProblem[] {
  const one = (code: InputCode, message: string): FieldProblem[] => [{ code, path, message }];
  const points: Point[] = [];
  for (const [pair] of text.matchAll(/\S+/g)) {
    if (--budget.left < 0) {
      return one(
        'POLYGON_TOO_MANY_POINTS',
        `${path} brings the alert to more than ${MAX_ALERT_POINTS} points; send fewer in one alert.`,
      );
    }
    const point = readPoint(pair);
    if (point === undefined) return one('POLYGON_FORM', `${path} holds ${shown(pair)}; each point must be lat,lon.`);
    if (!onGlobe(point)) return one('COORDINATE_OUT_OF_RANGE', outOfRange(path, pair));
    points.push(point);
  }
  if (points.length < 4) {
    return one(
      'POLYGON_TOO_FEW_POINTS',
      `${path} has ${points.length} points; it must have at least four, first = last.`,
    );
  }
  const [first] = points;
  const last = points.at(-1);
  if (!same(first, last)) {
    return one(
      'POLYGON_NOT_CLOSED',
      `${path} begins at ${pairText(first)} and ends at ${pairText(last)}; the last point must be the first.`,
    );
  }
  return crossingWarning(points, path, budget);
}

function pairText(point: Point | undefined): string {
  return point === undefined ? '' : `"${point.lat},${point.lon}"`;
}

function crossingWarning(points: readonly Point[], path: string, budget: PointBudget): FieldProblem[] {
  if (points.length > SEARCHED_POINTS || points.length > budget.searchable) return [];
  budget.searchable -= points.length;
  const crossing = findCrossing(unwrap(points));
  if (crossing === undefined) return [];
  const message = `${path} crosses itself near ${crossing.lat},${crossing.lon}; it is stored as it is.`;
  return [{ code: 'POLYGON_CROSSES_ITSELF', path, message, level: 'warning' }];
}

export function circleProblems(text: string, path: string): FieldProblem[] {
  const match = CIRCLE.exec(text);
  const centre = match === null ? undefined : readPoint(match[1] ?? '');
  const radius = Number(match?.[2]);
  if (centre === undefined || !(radius >= 0)) {
    const message = `${path} is ${shown(text)}; it must be lat,lon radius-in-km, with a radius of 0 or more.`;
    return [{ code: 'CIRCLE_FORM', path, message }];
  }
  if (!onGlobe(centre)) return [{ code: 'COORDINATE_OUT_OF_RANGE', path, message: outOfRange(path, text) }];
  return [];
}

function readPoint(text: string): Point | undefined {
  const match = PAIR.exec(text);
  return match === null ? undefined : { lat: Number(match[1]), lon: Number(match[2]) };
}

function onGlobe({ lat, lon }: Point): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

function outOfRange(path: string, text: string): string {
  return `${path} holds ${shown(text)}; latitude must be within ±90 and longitude within ±180 degrees.`;
}

function same(a: Point | undefined, b: Point | undefined): boolean {
  return a?.lat === b?.lat && a?.lon === b?.lon;
}

/** The shorter way round: an edge from 179 to -179 crosses the date line, not the whole globe. */
function unwrap(points: readonly Point[]): Point[] {
  let turn = 0;
  let before = points[0]?.lon ?? 0;
  return points.map(({ lat, lon }) => {
    if (lon - before > 180) turn -= 360;
    else if (before - lon > 180) turn += 360;
    before = lon;
    return { lat, lon: lon + turn };
  });
}

interface Edge {
  readonly from: Point;
  readonly to: Point;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Near where two edges cross. Edges that touch, or lie on one another, do not cross. */
function findCrossing(points: readonly Point[]): Point | undefined {
  const edges: Edge[] = [];
  for (let i = 0; i + 1 < points.length; i++) edges.push(edgeOf(points[i] as Point, points[i + 1] as Point));
  edges.sort((a, b) => a.west - b.west);
  for (const [i, a] of edges.entries()) {
    for (let j = i + 1; j < edges.length; j++) {
      const b = edges[j] as Edge;
      if (b.west > a.east) break;
      if (b.south > a.north || b.north < a.south) continue;
      if (straddles(a, b) && straddles(b, a)) return b.from;
    }
  }
  return undefined;
}

function edgeOf(from: Point, to: Point): Edge {
  const [west, east] = from.lon < to.lon ? [from.lon, to.lon] : [to.lon, from.lon];
  const [south, north] = from.lat < to.lat ? [from.lat, to.lat] : [to.lat, from.lat];
  return { from, to, west, east, south, north };
}

/** Positive when c lies to the left of the line from a to b, zero when on it. */
function turnOf(a: Point, b: Point, c: Point): number {
  return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/** Whether the other edge's ends lie on either side of this one's line, neither of them on it. */
function straddles(edge: Edge, other: Edge): boolean {
  const start = turnOf(edge.from, edge.to, other.from);
  const end = turnOf(edge.from, edge.to, other.to);
  return (start > 0 && end < 0) || (start < 0 && end > 0);
}
