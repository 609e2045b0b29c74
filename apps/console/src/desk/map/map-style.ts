/** The style of the map in the colours of the page. It has no `glyphs`: labels are drawn with the page's own fonts. */
import type { StyleSpecification, ExpressionSpecification } from 'maplibre-gl';
import land from 'virtual:land';

const SEVERITY_COLOURS = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;

export type Colours = (name: string) => string;

/** Reads the variables of the theme. */
export function pageColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim() || '#888888';
}

/** @param isDrawn whether labels are images, as `labelImage` draws them */
export function mapStyle(colour: Colours, fonts: readonly string[], isDrawn: boolean): StyleSpecification {
  const severity: ExpressionSpecification = [
    'match',
    ['get', 'severity'],
    ...SEVERITY_COLOURS.flatMap((one) => [one[0]?.toUpperCase() + one.slice(1), colour(one)]),
    colour('mute'),
  ] as unknown as ExpressionSpecification;
  const empty = { type: 'FeatureCollection' as const, features: [] };
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land.land, tolerance: 0.4 },
      lakes: { type: 'geojson', data: land.lakes },
      rivers: { type: 'geojson', data: land.rivers },
      boundaries: { type: 'geojson', data: land.boundaries },
      sites: { type: 'geojson', data: empty },
      units: { type: 'geojson', data: empty },
    },
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colour('map-water') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('map-land') } },
      { id: 'lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': colour('map-water') } },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        paint: {
          'line-color': colour('map-water'),
          'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.8, 7, 2.4],
        },
      },
      {
        id: 'boundaries',
        type: 'line',
        source: 'boundaries',
        layout: { visibility: 'none' },
        paint: { 'line-color': colour('mute'), 'line-width': 0.8, 'line-dasharray': [3, 3], 'line-opacity': 0.7 },
      },
      {
        id: 'selected',
        type: 'circle',
        source: 'sites',
        filter: ['get', 'isSelected'],
        paint: {
          'circle-radius': 25,
          'circle-color': colour('focus'),
          'circle-opacity': 0.18,
          'circle-stroke-color': colour('focus'),
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'rings',
        type: 'circle',
        source: 'sites',
        filter: ['!=', ['get', 'severity'], null],
        paint: {
          'circle-radius': 19,
          'circle-opacity': 0,
          'circle-stroke-color': severity,
          'circle-stroke-width': ['match', ['get', 'severity'], ['Extreme', 'Severe'], 3, 2],
        },
      },
      {
        id: 'units',
        type: 'symbol',
        source: 'units',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-size': 0.55,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
          'icon-offset': [
            'match',
            ['get', 'slot'],
            0,
            ['literal', [-54, 60]],
            1,
            ['literal', [-18, 60]],
            2,
            ['literal', [18, 60]],
            ['literal', [54, 60]],
          ],
        },
      },
      {
        id: 'labels',
        type: 'symbol',
        source: 'sites',
        layout: {
          'symbol-sort-key': ['get', 'rank'],
          ...(isDrawn
            ? {
                'icon-image': ['get', 'label'],
                'icon-anchor': ['get', 'anchor'],
                'icon-offset': ['match', ['get', 'anchor'], 'left', ['literal', [27, 0]], ['literal', [-27, 0]]],
              }
            : {
                'text-field': ['format', ['get', 'name'], {}, '\n', {}, ['get', 'mark'], { 'text-color': severity }],
                'text-font': [...fonts],
                'text-size': 12,
                'text-max-width': 8,
                'text-variable-anchor-offset': ['left', [2.2, 0], 'right', [-2.2, 0], 'top', [0, 2], 'bottom', [0, -2]],
                'text-justify': 'auto',
              }),
        },
        paint: {
          'text-color': colour('text'),
          'text-halo-color': colour('map-land'),
          'text-halo-width': 1.4,
        },
      },
      {
        // Above the labels, so that it has its place before them: they keep clear of the rings.
        id: 'sites',
        type: 'symbol',
        source: 'sites',
        layout: {
          'icon-image': ['get', 'icon'],
          'icon-allow-overlap': true,
          'icon-padding': 0,
        },
      },
    ],
  };
}
