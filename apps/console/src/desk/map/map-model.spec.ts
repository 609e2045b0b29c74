import type { IncidentView } from '#domain/engine/read-models.js';
import type { Site } from '#domain/unit/register.js';
import { boundsOf, featuresOf, type MapInput, nextIncident, placesOf, siteIcon, unitIcon } from './map-model.js';

const site = (id: string, lat: number, lon: number) =>
  ({ id, name: { en: id }, kind: 'mine', province: 'P', position: { lat, lon }, nationals: {} }) as Site;
const incident = (id: string, at: string, severity: string, openedAt = 0) =>
  ({ id, site: at, severity, openedAt, status: 'open' }) as unknown as IncidentView;

const input = {
  sites: [site('mine', 29, 64), site('port', 25, 63)],
  units: [{ id: 'rescue', name: { en: 'Rescue' }, side: 'PAK', kind: 'rescue-service' }],
  incidents: [
    incident('INC-1', 'mine', 'Minor'),
    incident('INC-2', 'mine', 'Extreme', 9),
    incident('INC-3', 'mine', 'Extreme', 5),
    incident('INC-4', 'nowhere', 'Severe'),
  ],
  moves: ['rescue INC-1 enRoute', 'rescue INC-9 onScene', 'ghost INC-1 onScene'],
} as unknown as MapInput;

describe('placesOf', () => {
  const [mine, port] = placesOf(input);

  it('puts the gravest incident of a place first, then the oldest', () => {
    expect(mine?.incidents.map(({ id }) => id)).toEqual(['INC-3', 'INC-2', 'INC-1']);
    expect(port?.incidents).toEqual([]);
  });

  it('knows the units under way to what is open there, and no others', () => {
    expect(mine?.units.map(({ unit, progress }) => [unit.id, progress])).toEqual([['rescue', 'enRoute']]);
  });

  it('selects one incident after the other at each click', () => {
    expect(mine && nextIncident(mine, undefined)).toBe('INC-3');
    expect(mine && nextIncident(mine, 'INC-3')).toBe('INC-2');
    expect(mine && nextIncident(mine, 'INC-1')).toBe('INC-3');
    expect(port && nextIncident(port, 'INC-3')).toBeUndefined();
  });
});

describe('featuresOf', () => {
  const { sites, units } = featuresOf(placesOf(input), ({ id }) => id, 'INC-1');

  it('shows severity by a shape and the number, and marks what is selected', () => {
    expect(sites.features[0]?.properties).toMatchObject({ severity: 'Extreme', mark: '◆◆ INC-3 +2', isSelected: true });
    expect(sites.features[1]?.properties).toMatchObject({ severity: null, mark: '', isSelected: false });
  });

  it('is in the order of GeoJSON: longitude first', () => {
    expect(sites.features[0]?.geometry.coordinates).toEqual([64, 29]);
    expect(units.features[0]?.geometry.coordinates).toEqual([64, 29]);
  });

  it('points labels away from a neighbour', () => {
    const near = placesOf({
      ...input,
      sites: [site('a', 25, 63), site('b', 25, 67), site('c', 36, 60)],
      incidents: [],
    });
    const anchors = featuresOf(near, ({ id }) => id, undefined).sites.features.map(
      ({ properties }) => properties?.['anchor'] as string,
    );
    expect(anchors).toEqual(['right', 'left', 'right']);
  });

  it('has symbols of twenty digits in the context of an exercise', () => {
    for (const icon of [siteIcon('mine'), siteIcon('anything'), unitIcon('embassy')])
      expect(icon).toMatch(/^131\d{17}$/);
    expect(siteIcon('mine')).not.toBe(siteIcon('port'));
  });
});

describe('boundsOf', () => {
  it('holds all places', () => {
    expect(boundsOf(placesOf(input))).toEqual([63, 25, 64, 29]);
    expect(boundsOf([])).toBeUndefined();
  });
});
