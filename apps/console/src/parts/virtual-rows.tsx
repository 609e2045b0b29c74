/** A long list of which only what is seen is on the page. Rows are keyed by id and may have any height. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from '../language/use-translation.js';
import styles from './virtual-rows.module.css';

interface Props {
  readonly ids: readonly string[];
  readonly label: string;
  readonly render: (id: string) => ReactNode;
  /** Kept in sight when it changes. */
  readonly selected: string | undefined;
  readonly after?: ReactNode;
}

const ROW_PX = 60;

export function VirtualRows({ ids, label, render, selected, after }: Props) {
  const { i18n } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => ids[index] ?? index,
    overscan: 6,
  });
  const place = selected === undefined ? -1 : ids.indexOf(selected);
  const lastPlace = useRef({ place, ids });
  lastPlace.current = { place, ids };
  useEffect(() => {
    // Only a new selection scrolls: one that was moved by the order stays where the reader left it.
    if (lastPlace.current.place >= 0) virtual.scrollToIndex(lastPlace.current.place, { align: 'auto' });
  }, [selected, virtual]);
  // Nastaliq needs other heights.
  useEffect(() => virtual.measure(), [i18n.language, virtual]);
  return (
    <div ref={scroller} className={styles['scroller']} tabIndex={-1}>
      <ul className={styles['rows']} aria-label={label} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const id = ids[index];
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles['item']}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={ids.length}
              aria-posinset={index + 1}
            >
              {id !== undefined && render(id)}
            </li>
          );
        })}
      </ul>
      {after}
    </div>
  );
}
