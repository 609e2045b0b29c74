/** The rows of the feed, as many as are seen. The newest is the first; nothing moves while somebody reads. */
import { Button, Loader } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type PointerEvent, useCallback, type RefObject, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { type Shortcut, useShortcuts } from '../../app/shortcuts.js';
import { useSelectedIncident } from '../../app/use-url-state.js';
import { useProblemText } from '../../parts/problem.js';
import { type FeedReader, incidentOf } from './feed-filter.js';
import { FeedRow } from './feed-row.js';
import styles from './feed.module.css';
import type { Feed } from './use-feed.js';

/** Height of a row of one line, px. */
const ROW_PX = 24;
/** Less than this is at the newest event, px. */
const AT_TOP_PX = 2;
/** Rows that are laid out while it follows: only the first ones are seen then. */
const FOLLOWED = 60;
/** This near to the last row, older ones are asked for. */
const NEAR_END = 12;
/** Pages that are asked for by themselves while hardly anything matches; then by hand. */
const PAGES_BY_ITSELF = 3;

interface Props {
  readonly feed: Feed;
  readonly reader: FeedReader;
  readonly onOpen: (event: EventView) => void;
}

export function FeedList({ feed, reader, onOpen }: Props) {
  const { t } = useTranslation('feed');
  const problemText = useProblemText();
  const { rows, hold, release, loadEarlier, isLoading, failure } = feed;
  const [selected, select] = useSelectedIncident();
  const scroller = useRef<HTMLDivElement>(null);
  const count = rows.isHeld ? rows.length : Math.min(rows.length, FOLLOWED);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows.at(index)?.seq ?? -index,
    overscan: 4,
    useFlushSync: false,
  });
  // At the top there is nothing above that could push what one sees.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, { scrollOffset }) =>
    (scroller.current?.scrollTop ?? 0) > AT_TOP_PX && item.start < (scrollOffset ?? 0);
  const letGo = useCallback(() => {
    if (scroller.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    window.getSelection()?.removeAllRanges();
    scroller.current?.scrollTo({ top: 0 });
    release();
  }, [release]);
  const shortcuts = useMemo((): Shortcut[] => [{ keys: 'End', label: t('letGo'), run: letGo }], [t, letGo]);
  useShortcuts(shortcuts);
  const holdPointer = usePointerHold(hold);
  useSelectionHold(scroller, hold);

  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;
  const pages = useRef({ rows, count: 0, length: 0 });
  useEffect(() => {
    const { current } = pages;
    if (current.rows !== rows || rows.length - current.length > NEAR_END)
      pages.current = { rows, count: 0, length: rows.length };
    if (isLoading || failure !== undefined || rows.hasFirst || lastShown < rows.length - NEAR_END) return;
    if (pages.current.count >= PAGES_BY_ITSELF) return;
    pages.current.count += 1;
    loadEarlier();
  }, [rows, lastShown, isLoading, failure, loadEarlier, rows.length]);

  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const isMoved = moveFocus(event.target as HTMLElement, event.key === 'ArrowDown');
    if (isMoved) event.preventDefault();
  };
  return (
    <div className={styles['list']}>
      {rows.isHeld && rows.freshCount > 0 && (
        <button type="button" className={styles['pill']} onClick={letGo} data-testid="feed-new">
          <span>{t('fresh', { count: rows.freshCount })}</span> <span aria-hidden>↑</span>
        </button>
      )}
      <div
        ref={scroller}
        className={styles['scroller']}
        data-testid="feed"
        data-held={rows.isHeld || undefined}
        {...holdPointer}
        onScroll={(event) => hold('scrolled', event.currentTarget.scrollTop > AT_TOP_PX)}
        onFocus={(event) => event.target.matches(':focus-visible') && hold('focus', true)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && hold('focus', false)}
        onKeyDown={press}
      >
        <div style={{ blockSize: virtualizer.getTotalSize() }}>
          <ol
            className={styles['rows']}
            style={{ transform: `translateY(${items[0]?.start ?? 0}px)` }}
            aria-label={t('title')}
          >
            {items.map(({ index, key }) => {
              const event = rows.at(index);
              if (event === undefined) return null;
              const { unit } = event.data;
              return (
                <li key={key} ref={virtualizer.measureElement} data-index={index} data-seq={event.seq}>
                  <FeedRow
                    event={event}
                    side={typeof unit === 'string' ? reader.sideOfUnit(unit) : undefined}
                    isSelected={selected !== undefined && selected === incidentOf(event)}
                    onSelect={select}
                    onOpen={onOpen}
                  />
                </li>
              );
            })}
          </ol>
        </div>
        <div className={styles['foot']}>
          {isLoading ? (
            <Loader size="xs" type="dots" aria-label={t('earlier.loading')} />
          ) : count < rows.length ? null : rows.hasFirst ? (
            <span>{t(rows.length === 0 ? 'nothing' : 'earlier.none')}</span>
          ) : (
            <>
              {failure !== undefined && <span>{problemText(failure)}</span>}
              <Button size="compact-sm" onClick={loadEarlier}>
                {t('earlier.load')}
              </Button>
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** The pointer holds the feed once it moves on it: rows that come under a pointer at rest do not count, as movement is 0 then. */
function usePointerHold(hold: Feed['hold']) {
  return useMemo(
    () => ({
      onPointerMove: ({ movementX, movementY, pointerType }: PointerEvent) => {
        if (pointerType !== 'touch' && (movementX !== 0 || movementY !== 0)) hold('pointer', true);
      },
      onPointerLeave: () => hold('pointer', false),
    }),
    [hold],
  );
}

/** Selected text holds the feed until it is selected no more. */
function useSelectionHold(scroller: RefObject<HTMLDivElement | null>, hold: Feed['hold']): void {
  useEffect(() => {
    const look = () => {
      const selection = window.getSelection();
      const isIn = selection?.isCollapsed === false && scroller.current?.contains(selection.anchorNode) === true;
      hold('selection', isIn);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [scroller, hold]);
}

/** To the same button of the next row. */
function moveFocus(from: HTMLElement, isDown: boolean): boolean {
  const row = from.closest('li');
  const next = isDown ? row?.nextElementSibling : row?.previousElementSibling;
  if (row == null || next == null) return false;
  const place = [...row.querySelectorAll('button')].indexOf(from as HTMLButtonElement);
  const buttons = next.querySelectorAll('button');
  const button = buttons[place] ?? buttons[0];
  button?.focus();
  button?.scrollIntoView({ block: 'nearest' });
  return button !== undefined;
}
