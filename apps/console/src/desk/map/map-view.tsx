/** The map itself, in a chunk of its own: MapLibre draws what `map-model.ts` says. */
import 'maplibre-gl/dist/maplibre-gl.css';
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  setWorkerUrl,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { useText } from '../../parts/use-text.js';
import { boundsOf, featuresOf, type MapFeatures, nextIncident, type Place } from './map-model.js';
import { mapStyle, pageColours } from './map-style.js';
import { labelImage, symbolImage, type SymbolImage } from './map-symbols.js';
import { MapTip } from './map-tip.js';
import styles from './map.module.css';

// A file of ours: the policy of the page allows no workers of blobs.
setWorkerUrl(workerUrl);

export interface MapHandle {
  readonly zoom: (by: number) => void;
  readonly showAll: () => void;
}

/** Where one looked, for a map that is made anew in other colours or another language. */
export interface Camera {
  center: [number, number];
  zoom: number;
}

interface Props {
  readonly places: readonly Place[];
  readonly selected: string | undefined;
  readonly hasBoundaries: boolean;
  readonly camera: RefObject<Camera | undefined>;
  readonly handle: RefObject<MapHandle | null>;
  readonly onSelect: (incident: string) => void;
  readonly onFailure: () => void;
}

/** The fonts of labels: what one lacks, the next one has. */
const FONTS: Readonly<Record<string, readonly string[]>> = {
  ur: ['Inter Variable', 'Noto Nastaliq Urdu Variable'],
  zh: ['Inter Variable', 'Noto Sans SC Variable'],
};
/** Languages whose labels the browser draws. */
const DRAWN: readonly string[] = ['ur'];
/** Room for rings, labels and what stands over the map. */
const FIT = { padding: { top: 50, bottom: 66, left: 110, right: 140 }, maxZoom: 7, duration: 0 };

export default function MapView({ places, selected, hasBoundaries, camera, handle, onSelect, onFailure }: Props) {
  const { t, i18n } = useTranslation('feed');
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre>();
  const [tip, setTip] = useState<{ readonly place: string; readonly x: number; readonly y: number }>();
  const features = useMemo(
    () => featuresOf(places, ({ name }) => shortName(text(name)), selected),
    [places, text, selected],
  );
  const latest = useRef({ places, selected, onSelect, onFailure, label: t('map.label') });
  latest.current = { places, selected, onSelect, onFailure, label: t('map.label') };

  useEffect(() => {
    const { current: container } = box;
    if (container === null) return undefined;
    const fonts = fontsOf(i18n.language);
    const isDrawn = DRAWN.includes(i18n.language);
    let made: MapLibre | undefined;
    let isGone = false;
    void loadFonts(fonts, latest.current.places.map(({ site }) => text(site.name)).join('')).then(() => {
      if (isGone) return;
      made = makeMap(container, mapStyle(pageColours(), fonts, isDrawn), latest.current, camera.current);
      if (made === undefined) return latest.current.onFailure();
      const one = made;
      one.on('load', () => !isGone && setMap(one));
      one.on('click', 'sites', ({ features: found }) => {
        const place = latest.current.places.find(({ site }) => site.id === found?.[0]?.properties['site']);
        const incident = place && nextIncident(place, latest.current.selected);
        if (incident !== undefined) latest.current.onSelect(incident);
      });
      const point = (event: MapMouseEvent) => {
        const [found] = one.queryRenderedFeatures(event.point, { layers: ['sites', 'rings'] });
        one.getCanvas().style.cursor = found === undefined ? '' : 'pointer';
        const place = found?.properties['site'] as string | undefined;
        setTip(place === undefined ? undefined : { place, x: event.point.x, y: event.point.y });
      };
      one.on('mousemove', (event) => one.isStyleLoaded() && point(event));
      one.on('mouseout', () => setTip(undefined));
      one.on('movestart', () => setTip(undefined));
      one.on('moveend', () => {
        const { lng, lat } = one.getCenter();
        camera.current = { center: [lng, lat], zoom: one.getZoom() };
      });
      one.on('webglcontextlost', () => latest.current.onFailure());
      handle.current = {
        zoom: (by) => one.easeTo({ zoom: one.getZoom() + by, duration: 200 }),
        showAll: () => {
          const bounds = boundsOf(latest.current.places);
          if (bounds !== undefined) one.fitBounds(bounds, { ...FIT, duration: 400 });
        },
      };
    });
    return () => {
      isGone = true;
      handle.current = null;
      made?.remove();
    };
  }, [i18n.language, text, camera, handle]);

  useEffect(() => {
    if (map !== undefined) show(map, features, DRAWN.includes(i18n.language) ? fontsOf(i18n.language) : undefined);
  }, [map, features, i18n.language]);
  useEffect(() => {
    map?.setLayoutProperty('boundaries', 'visibility', hasBoundaries ? 'visible' : 'none');
  }, [map, hasBoundaries]);
  useEffect(() => {
    const place = latest.current.places.find(({ incidents }) => incidents.some(({ id }) => id === selected));
    if (map === undefined || place === undefined) return;
    const { lon, lat } = place.site.position;
    // Who sees it already is not moved. With reduced motion, MapLibre jumps.
    if (!isWellInside(map, lon, lat)) map.easeTo({ center: [lon, lat], duration: 700 });
  }, [map, selected]);

  const shown = tip && places.find(({ site }) => site.id === tip.place);
  return (
    <>
      <div
        ref={box}
        className={styles['canvas']}
        data-testid="map-canvas"
        data-ready={map !== undefined || undefined}
      />
      {tip !== undefined && shown !== undefined && <MapTip place={shown} x={tip.x} y={tip.y} />}
    </>
  );
}

function makeMap(
  container: HTMLDivElement,
  style: StyleSpecification,
  { places, label }: { readonly places: readonly Place[]; readonly label: string },
  camera: Camera | undefined,
): MapLibre | undefined {
  const bounds = boundsOf(places);
  try {
    const map = new MapLibre({
      container,
      style,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      renderWorldCopies: false,
      fadeDuration: 0,
      minZoom: 2.5,
      maxZoom: 11,
      maxBounds: [44, 4, 104, 50],
      locale: { 'Map.Title': label },
      ...(camera ?? (bounds === undefined ? { center: [70, 29], zoom: 4 } : { bounds, fitBoundsOptions: FIT })),
    });
    map.touchZoomRotate.disableRotation();
    return map;
  } catch {
    // There is no WebGL.
    return undefined;
  }
}

/** @param drawnWith the fonts of labels that are images; undefined: the map draws them */
function show(map: MapLibre, { sites, units }: MapFeatures, drawnWith: readonly string[] | undefined): void {
  const add = (id: string, make: () => SymbolImage | undefined) => {
    const made = map.hasImage(id) ? undefined : make();
    if (made !== undefined) map.addImage(id, made.image, { pixelRatio: made.pixelRatio });
  };
  for (const { properties } of [...sites.features, ...units.features]) {
    const { icon } = properties as { readonly icon: string };
    add(icon, () => symbolImage(icon));
  }
  const colour = pageColours();
  for (const { properties } of drawnWith === undefined ? [] : sites.features) {
    const { label, name, mark, severity } = properties as Record<'label' | 'name' | 'mark', string> & {
      severity: string | null;
    };
    const markColour = colour((severity ?? 'mute').toLowerCase());
    add(label, () =>
      labelImage({ name, mark, colour: colour('text'), markColour, halo: colour('map-land'), fonts: drawnWith ?? [] }),
    );
  }
  void map.getSource<GeoJSONSource>('sites')?.setData(sites);
  void map.getSource<GeoJSONSource>('units')?.setData(units);
}

function fontsOf(language: string): readonly string[] {
  return FONTS[language] ?? ['Inter Variable'];
}

/** Whether a place is seen, and not at the very edge. */
function isWellInside(map: MapLibre, lon: number, lat: number): boolean {
  const { x, y } = map.project([lon, lat]);
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return x > width * 0.12 && x < width * 0.88 && y > height * 0.15 && y < height * 0.85;
}

/** Without what stands in brackets at its end: the list has names in full. */
function shortName(name: string): string {
  return name.replace(/\s*[(（][^()（）]*[)）]\s*$/u, '') || name;
}

/** Labels are drawn once: their fonts have to be there. */
async function loadFonts(fonts: readonly string[], sample: string): Promise<void> {
  await Promise.all(fonts.map((font) => document.fonts.load(`16px "${font}"`, sample))).catch(() => undefined);
}
