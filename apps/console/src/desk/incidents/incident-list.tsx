/**
 * The incidents: as a list, a table or a board. Nothing moves under the cursor: while the pointer is over them, one of them has the focus,
 * or a form is open, the order stands still, and says how much has changed.
 */
import { useCallback, useMemo, useRef, useState, type FocusEvent, type KeyboardEvent, Suspense } from 'react';
import { lazyPage } from '../../language/lazy-page.js';
import { useTranslation } from '../../language/use-translation.js';
import { useSelectedIncident } from '../../app/use-url-state.js';
import { type Shortcut, useShortcuts } from '../../app/shortcuts.js';
import { isOpen } from '../../live/attention.js';
import { useExercise } from '../../live/use-exercise.js';
import { PanelHead } from '../../parts/panel-head.js';
import { closeForm, useIsHeld } from '../desk-hold.js';
import { IncidentFilters } from './incident-filters.js';
import { IncidentRow } from './incident-row.js';
import { HeadlineProvider, useLoadedHeadlines } from '../../live/use-headlines.js';
import { EndedIncidentsProvider, useEndedIncidents, useWantedIncidents } from './use-incidents.js';
import { useListState } from './use-list-state.js';
import { useSettledOrder } from './use-settled-order.js';
import { ViewSwitch } from './view-switch.js';
import { VirtualRows } from '../../parts/virtual-rows.js';
import styles from './incidents.module.css';

const IncidentTable = lazyPage(
  ['desk', 'coordination'],
  async () => (await import('./incident-table.js')).IncidentTable,
);
const IncidentBoard = lazyPage(['desk'], async () => (await import('./incident-board.js')).IncidentBoard);

export function IncidentList() {
  const { t } = useTranslation('desk');
  const list = useListState();
  const { filter, view, question } = list;
  const [selected, select] = useSelectedIncident();
  const ended = useEndedIncidents(filter.ended || (filter.status ?? '').match(/closed|cancelled|resolved/) !== null);
  const headlines = useLoadedHeadlines();
  const wanted = useWantedIncidents(filter, view, ended.views);
  const [isOver, setOver] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isFormOpen = useIsHeld();
  const isHeld = isOver || isFocused || isFormOpen;
  const { order, changes, settle } = useSettledOrder(wanted, isHeld, question);
  const open = useExercise((fold) => [...fold.incidents.values()].filter(isOpen).length);
  const filterBox = useRef<HTMLInputElement>(null);

  const move = useCallback(
    (by: 1 | -1) => {
      const at = selected === undefined ? -1 : order.indexOf(selected);
      const next = at === -1 ? (by === 1 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by));
      const id = order[next];
      if (id !== undefined) select(id);
      return id;
    },
    [order, selected, select],
  );
  const shortcuts = useMemo(
    (): Shortcut[] => [
      { keys: 'j', label: t('keys.next'), run: () => void move(1) },
      { keys: 'k', label: t('keys.previous'), run: () => void move(-1) },
      { keys: '/', label: t('keys.filter'), run: () => filterBox.current?.focus() },
      { keys: 'Escape', label: t('keys.clear'), run: () => void (closeForm() || select(undefined)) },
    ],
    [t, move, select],
  );
  useShortcuts(shortcuts);

  const arrows = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (!(event.target instanceof HTMLElement) || event.target.closest('[data-id]') === null) return;
    event.preventDefault();
    const id = move(event.key === 'ArrowDown' ? 1 : -1);
    const area = event.currentTarget;
    if (id !== undefined)
      requestAnimationFrame(() => area.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus());
  };
  const left = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  };
  const row = (id: string) => <IncidentRow id={id} isSelected={id === selected} onSelect={select} />;

  return (
    <EndedIncidentsProvider value={ended.views}>
      <HeadlineProvider value={headlines}>
        <section className={styles['panel']} aria-label={t('incidents')}>
          <PanelHead title={t('incidents')} note={t('list.note', { open, shown: order.length })}>
            <span className={styles['headTools']}>
              {changes > 0 && (
                <button type="button" className={styles['changes']} onClick={settle} title={t('list.changesTitle')}>
                  {t('list.changes', { count: changes })}
                </button>
              )}
              <ViewSwitch view={view} onView={(next) => list.set({ view: next === 'list' ? '' : next })} />
            </span>
          </PanelHead>
          <IncidentFilters list={list} box={filterBox} onLeave={() => filterBox.current?.blur()} />
          <div
            className={styles['area']}
            onPointerEnter={({ pointerType }) => setOver(pointerType !== 'touch')}
            onPointerLeave={() => setOver(false)}
            onFocus={() => setFocused(true)}
            onBlur={left}
            onKeyDown={arrows}
          >
            {order.length === 0 && <p className={styles['none']}>{t('list.none')}</p>}
            {view === 'list' && (
              <VirtualRows
                ids={order}
                label={t('incidents')}
                render={row}
                selected={selected}
                after={<MoreEnded {...ended} />}
              />
            )}
            <Suspense>
              {view === 'table' && (
                <IncidentTable
                  ids={order}
                  list={list}
                  selected={selected}
                  onSelect={select}
                  isHeld={isHeld}
                  after={<MoreEnded {...ended} />}
                />
              )}
              {view === 'board' && (
                <IncidentBoard ids={order} withEnded={filter.ended} render={row} selected={selected} />
              )}
            </Suspense>
          </div>
        </section>
      </HeadlineProvider>
    </EndedIncidentsProvider>
  );
}

function MoreEnded({
  hasMore,
  isLoading,
  more,
}: {
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly more: () => void;
}) {
  const { t } = useTranslation('desk');
  if (!hasMore) return null;
  return (
    <button type="button" className={styles['more']} disabled={isLoading} onClick={more}>
      {t('list.moreEnded')}
    </button>
  );
}
