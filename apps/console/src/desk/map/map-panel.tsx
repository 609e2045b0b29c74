/** The map of the desk, or the list of its places: the reader's choice, and the list where there is no WebGL. */
import { ActionIcon, Loader, Tooltip, useComputedColorScheme } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { type Shortcut, useShortcuts } from '../../app/shortcuts.js';
import { useSelectedIncident, useUrlState } from '../../app/use-url-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { movesOf, openIncidents, placesOf } from './map-model.js';
import type { Camera, MapHandle } from './map-view.js';
import styles from './map.module.css';
import { PlaceList } from './place-list.js';

const MapView = lazy(async () => import('./map-view.js'));

export function MapPanel() {
  const { t, i18n } = useTranslation('feed');
  const scheme = useComputedColorScheme('dark');
  const { sites, units } = useExerciseStore().fold.state.scenario;
  const incidents = useExercise(openIncidents);
  const moves = useExercise(movesOf);
  const places = useMemo(() => placesOf({ sites, units, incidents, moves }), [sites, units, incidents, moves]);
  const [selected, select] = useSelectedIncident();
  const [shown, setShown] = useUrlState('map');
  const [isFailed, setFailed] = useState(() => !hasWebGl());
  const [hasBoundaries, setBoundaries] = useState(false);
  const camera = useRef<Camera | undefined>(undefined);
  const handle = useRef<MapHandle>(null);
  const panel = useRef<HTMLElement>(null);
  const isList = shown === 'list' || isFailed;
  const shortcuts = useMemo(
    (): Shortcut[] => [
      {
        keys: 'g m',
        label: t('map.key'),
        run: () => panel.current?.querySelector<HTMLElement>('canvas, button')?.focus(),
      },
    ],
    [t],
  );
  useShortcuts(shortcuts);
  return (
    <section ref={panel} className={styles['panel']} aria-label={t('map.title')} data-testid="map">
      {isList ? (
        <div className={styles['list']}>
          {isFailed && <p className={styles['empty']}>{t('map.noWebGl')}</p>}
          <PlaceList places={places} />
        </div>
      ) : (
        <Suspense
          fallback={<Loader size="sm" type="dots" className={styles['loader']} aria-label={t('frame:loading')} />}
        >
          <MapView
            // Colours and fonts are drawn into the map.
            key={`${scheme} ${i18n.language}`}
            places={places}
            selected={selected}
            hasBoundaries={hasBoundaries}
            camera={camera}
            handle={handle}
            onSelect={select}
            onFailure={() => setFailed(true)}
          />
        </Suspense>
      )}
      <div className={styles['tools']} role="group" aria-label={t('map.title')}>
        {!isList && (
          <>
            <Tool name={t('map.zoomIn')} onPress={() => handle.current?.zoom(1)}>
              +
            </Tool>
            <Tool name={t('map.zoomOut')} onPress={() => handle.current?.zoom(-1)}>
              −
            </Tool>
            <Tool name={t('map.whole')} onPress={() => handle.current?.showAll()}>
              ⤢
            </Tool>
          </>
        )}
        {!isFailed && (
          <Tool name={t(isList ? 'map.asMap' : 'map.asList')} onPress={() => setShown(isList ? undefined : 'list')}>
            {isList ? '◫' : '☰'}
          </Tool>
        )}
      </div>
      {!isList && (
        <div className={styles['note']}>
          <span>{t('map.note')}</span>
          <button
            type="button"
            aria-pressed={hasBoundaries}
            title={t('map.boundariesWhat')}
            onClick={() => setBoundaries((before) => !before)}
          >
            <span aria-hidden>{hasBoundaries ? '☑' : '☐'}</span> {t('map.boundaries')}
          </button>
        </div>
      )}
    </section>
  );
}

interface ToolProps {
  readonly name: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Tool({ name, onPress, children }: ToolProps) {
  return (
    <Tooltip label={name} position="left">
      <ActionIcon variant="default" size={26} aria-label={name} onClick={onPress}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function hasWebGl(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
