/**
 * Polygons and circles of an area (CAP 1.2, 3.2.4): WGS 84, `lat,lon` pairs separated by white space. The work is bounded:
 * the search for a crossing compares pairs of edges, so the number of points is too.
 */
import type { FieldProblem, InputCode } from '../problem.js';
import { shown } from '../problem.js';

/** Points of one polygon, and of all polygons of one alert. */
const MAX_POLYGON_POINTS = 1_000;
export const MAX_ALERT_POINTS = 5_000;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

const DECIMAL = String.raw`[+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12})`;
const PAIR = new RegExp(`^(${DECIMAL}),(${DECIMAL})$`);
const CIRCLE = new RegExp(String.raw`^\s*(\S+)\s+(${DECIMAL})\s*$`);

/** Counts the points that an alert's polygons have used up. */
export interface PointBudget {
  left: number;
}

export function polygonProblems(text: string, path: string, budget: PointBudget): FieldProblem[] {
  const one = (code: InputCode, message: string): FieldProblem[] => [{ code, path, message }];
  const pairs = text.split(/\s+/).filter((pair) => pair !== '');
  budget.left -= pairs.length;
  if (pairs.length > MAX_POLYGON_POINTS || budget.left < 0) {
    return one(
      'POLYGON_TOO_MANY_POINTS',
      `${path} has ${pairs.length} points; ${MAX_POLYGON_POINTS} are allowed, and ${MAX_ALERT_POINTS} in the whole alert.`,
    );
  }
  const points: Point[] = [];
  for (const pair of pairs) {
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
  if (!same(points[0], points.at(-1))) {
    return one(
      'POLYGON_NOT_CLOSED',
      `${path} begins at ${shown(pairs[0])} and ends at ${shown(pairs.at(-1))}; the last point must be the first.`,
    );
  }
  const crossing = findCrossing(unwrap(points));
  if (crossing !== undefined) {
    return one(
      'POLYGON_CROSSES_ITSELF',
      `${path} crosses itself near ${crossing.lat},${crossing.lon}; its edges may meet only where one follows the other.`,
    );
  }
  return [];
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
  readonly index: number;
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** A point where two edges meet that do not follow one another, or where an edge runs back over the one before. */
function findCrossing(points: readonly Point[]): Point | undefined {
  const ring = points.filter((point, i) => i === 0 || !same(point, points[i - 1]));
  const edges: Edge[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    edges.push(edgeOf(ring[i] as Point, ring[i + 1] as Point, i));
  }
  const count = edges.length;
  const fromWest = [...edges].sort((a, b) => a.west - b.west);
  for (let i = 0; i < count; i++) {
    const a = fromWest[i] as Edge;
    for (let j = i + 1; j < count; j++) {
      const b = fromWest[j] as Edge;
      if (b.west > a.east) break;
      if (b.south > a.north || b.north < a.south) continue;
      const apart = Math.abs(a.index - b.index);
      if (apart === 1 || apart === count - 1) {
        const first = (b.index - a.index + count) % count === 1 ? a : b;
        if (runsBack(first, first === a ? b : a)) return first.to;
      } else if (meet(a, b)) return b.from;
    }
  }
  return undefined;
}

function edgeOf(from: Point, to: Point, index: number): Edge {
  const [west, east] = from.lon < to.lon ? [from.lon, to.lon] : [to.lon, from.lon];
  const [south, north] = from.lat < to.lat ? [from.lat, to.lat] : [to.lat, from.lat];
  return { from, to, index, west, east, south, north };
}

/** Positive when c lies to the left of the line from a to b, zero when on it. */
function turnOf(a: Point, b: Point, c: Point): number {
  return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

function runsBack(first: Edge, next: Edge): boolean {
  if (turnOf(first.from, first.to, next.to) !== 0) return false;
  const along =
    (first.to.lon - first.from.lon) * (next.to.lon - next.from.lon) +
    (first.to.lat - first.from.lat) * (next.to.lat - next.from.lat);
  return along < 0;
}

/** For edges whose boxes overlap, so that two on one line meet. */
function meet(a: Edge, b: Edge): boolean {
  return straddles(a, b) && straddles(b, a);
}

/** Whether the other edge's ends do not both lie on the same side of this one's line. */
function straddles(edge: Edge, other: Edge): boolean {
  const start = turnOf(edge.from, edge.to, other.from);
  const end = turnOf(edge.from, edge.to, other.to);
  return !((start > 0 && end > 0) || (start < 0 && end < 0));
}
