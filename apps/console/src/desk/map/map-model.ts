/** What the map shows, without a map: places with what is open there and who is on the way. The list of places says the same in words. */
import { SEVERITIES, type Severity } from '#domain/alert/alert.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { IncidentId, UnitId } from '#domain/kernel/ids.js';
import type { Site } from '#domain/unit/register.js';
import type { UnitDefinition, UnitKind } from '#domain/unit/unit.js';
import { isOpen } from '../../live/attention.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';

/** A unit that is under way to an incident, or there. */
export interface UnitThere {
  readonly unit: Pick<UnitDefinition, 'id' | 'name' | 'side' | 'kind'>;
  readonly incident: IncidentId;
  readonly progress: 'enRoute' | 'onScene';
}

export interface Place {
  readonly site: Site;
  /** Those that are open, the gravest first, then the oldest. */
  readonly incidents: readonly IncidentView[];
  readonly units: readonly UnitThere[];
}

/** Incidents that have a place or none, and are open. */
export function openIncidents({ incidents }: ExerciseFold): readonly IncidentView[] {
  return [...incidents.values()].filter(isOpen);
}

/** `unit incident progress`, so that a selector can compare it. */
export function movesOf({ state }: ExerciseFold): readonly string[] {
  return Object.values(state.units).flatMap(({ id, progress }) =>
    Object.entries(progress).map(([incident, how]) => `${id} ${incident} ${how}`),
  );
}

export interface MapInput {
  readonly sites: readonly Site[];
  readonly units: readonly Pick<UnitDefinition, 'id' | 'name' | 'side' | 'kind'>[];
  readonly incidents: readonly IncidentView[];
  /** As {@link movesOf} gives them. */
  readonly moves: readonly string[];
}

export function placesOf({ sites, units, incidents, moves }: MapInput): readonly Place[] {
  const there = moves.flatMap((move): UnitThere[] => {
    const [id, incident, progress] = move.split(' ') as [UnitId, IncidentId, UnitThere['progress']];
    const unit = units.find((one) => one.id === id);
    return unit === undefined ? [] : [{ unit, incident, progress }];
  });
  return sites.map((site) => {
    const open = incidents.filter((one) => one.site === site.id).sort(byGravity);
    return { site, incidents: open, units: there.filter(({ incident }) => open.some(({ id }) => id === incident)) };
  });
}

function byGravity(a: IncidentView, b: IncidentView): number {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || a.openedAt - b.openedAt;
}

/** What a click on a place selects: the gravest incident, or the next one where one of them is selected already. */
export function nextIncident({ incidents }: Place, selected: string | undefined): IncidentId | undefined {
  const at = incidents.findIndex(({ id }) => id === selected);
  return incidents[(at + 1) % Math.max(1, incidents.length)]?.id;
}

const SHAPES: Readonly<Record<Severity, string>> = {
  Extreme: '◆◆',
  Severe: '◆',
  Moderate: '▲',
  Minor: '●',
  Unknown: '■',
};

export interface MapFeatures {
  readonly sites: GeoJSON.FeatureCollection<GeoJSON.Point>;
  readonly units: GeoJSON.FeatureCollection<GeoJSON.Point>;
}

/** As many units are drawn beside a place; the list names all. */
const MOST_UNITS = 4;

/** @param nameOf the name of a site in the reader's language */
export function featuresOf(
  places: readonly Place[],
  nameOf: (site: Site) => string,
  selected: string | undefined,
): MapFeatures {
  const middle = places.reduce((sum, { site }) => sum + site.position.lon / places.length, 0);
  const sites = places.map(({ site, incidents }) => {
    const [first] = incidents;
    const more = incidents.length - 1;
    // The shape says what the colour says.
    const mark = first === undefined ? '' : `${SHAPES[first.severity]} ${first.id}${more > 0 ? ` +${more}` : ''}`;
    return point(site, {
      site: site.id,
      name: nameOf(site),
      icon: siteIcon(site.kind),
      severity: first?.severity ?? null,
      mark,
      // Of a label that is an image: another text is another image.
      label: `${site.id} ${mark}`,
      anchor: anchorOf(site, places, middle),
      isSelected: selected !== undefined && incidents.some(({ id }) => id === selected),
      rank: first === undefined ? SEVERITIES.length : SEVERITIES.indexOf(first.severity),
    });
  });
  const units = places.flatMap(({ site, units: there }) =>
    there
      .slice(0, MOST_UNITS)
      .map(({ unit, progress }, slot) =>
        point(site, { site: site.id, icon: unitIcon(unit.kind), side: unit.side, progress, slot }),
      ),
  );
  return {
    sites: { type: 'FeatureCollection', features: sites },
    units: { type: 'FeatureCollection', features: units },
  };
}

/** Degrees within which a neighbour stands where the label would. */
const NEAR = { lon: 5, lat: 1.5 };

/** The side of its label on which a site is: the label points away from neighbours, else from the middle of all places. */
function anchorOf(site: Site, places: readonly Place[], middle: number): 'left' | 'right' {
  const near = places
    .map((place) => ({
      east: place.site.position.lon - site.position.lon,
      north: Math.abs(place.site.position.lat - site.position.lat),
    }))
    .filter(({ east, north }) => east !== 0 && Math.abs(east) < NEAR.lon && north < NEAR.lat);
  const isCrowdedEast = near.some(({ east }) => east > 0);
  if (isCrowdedEast !== near.some(({ east }) => east < 0)) return isCrowdedEast ? 'right' : 'left';
  return site.position.lon < middle ? 'right' : 'left';
}

function point({ position: { lat, lon } }: Site, properties: Record<string, unknown>): GeoJSON.Feature<GeoJSON.Point> {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [lon, lat] }, properties };
}

/** West, south, east, north of all places with some room; undefined without places. */
export function boundsOf(places: readonly Place[]): [number, number, number, number] | undefined {
  if (places.length === 0) return undefined;
  const lons = places.map(({ site }) => site.position.lon);
  const lats = places.map(({ site }) => site.position.lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** APP-6 E: version 13, context 1 (exercise), identity 3 (friend), then symbol set, status and the entity. */
function symbolCode(set: '10' | '11' | '20', entity: string): string {
  return `1313${set}0000${entity}0000`;
}

/** Installations by the kind of the site; kinds are words of the scenario. */
export function siteIcon(kind: string): string {
  const entity = SITE_ENTITIES.find(([pattern]) => pattern.test(kind))?.[1] ?? '120000';
  return symbolCode('20', entity);
}

const SITE_ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/power|hydro|dam/, '120500'],
  [/port|harbour/, '121309'],
  [/mine|quarry/, '111300'],
  [/camp/, '111900'],
  [/industr|zone|factory/, '120306'],
  [/road|highway|bridge|rail/, '121300'],
];

export function unitIcon(kind: UnitKind): string {
  return UNIT_ICONS[kind];
}

const UNIT_ICONS: Readonly<Record<UnitKind, string>> = {
  'special-protection-unit': symbolCode('10', '141700'),
  'provincial-police': symbolCode('10', '141200'),
  'army-security-division': symbolCode('10', '121100'),
  'district-administration': symbolCode('11', '110200'),
  'rescue-service': symbolCode('11', '111000'),
  embassy: symbolCode('11', '110200'),
  consulate: symbolCode('11', '110200'),
  'public-security-liaison': symbolCode('10', '110500'),
  'company-security-desk': symbolCode('11', '110000'),
};
