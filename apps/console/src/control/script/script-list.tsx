/** The script as a list: what comes first by time, then what waits, then what has been. */
import { TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { type Shortcut, useShortcuts } from '../../app/shortcuts.js';
import { useUrlState } from '../../app/use-url-state.js';
import { PanelHead } from '../../parts/panel-head.js';
import { useText } from '../../parts/use-text.js';
import { countStates, inOrder, STATES, type ScriptRow } from './script.js';
import { ScriptListRow } from './script-list-row.js';
import { useScript } from './use-script.js';
import styles from './script.module.css';

const ROW_PX = 30;

export function ScriptList() {
  const { t } = useTranslation('control');
  const rows = useScript();
  const [shown, setShown] = useUrlState('state');
  const [words = '', setWords] = useUrlState('find');
  const [selected] = useUrlState('inject', { inHistory: true });
  const field = useRef<HTMLInputElement>(null);
  const found = useFound(rows, shown, words);
  const counts = countStates(rows);
  useShortcuts(
    useMemo((): Shortcut[] => [{ keys: '/', label: t('script.filter'), run: () => field.current?.focus() }], [t]),
  );
  return (
    <section className={styles['script']} aria-label={t('script.title')}>
      <PanelHead title={t('script.title')} note={<bdi>{t('script.count', { count: rows.length })}</bdi>}>
        <span className={styles['filters']}>
          {STATES.map((state) => (
            <button
              key={state}
              type="button"
              className={styles['filter']}
              aria-pressed={shown === state}
              onClick={() => setShown(shown === state ? undefined : state)}
            >
              {t(`script.states.${state}`, { count: counts[state] })}
            </button>
          ))}
          <TextInput
            ref={field}
            size="xs"
            w={150}
            type="search"
            aria-label={t('script.filter')}
            placeholder={t('script.filterHint')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && (setWords(undefined), event.currentTarget.blur())}
          />
        </span>
      </PanelHead>
      <Rows rows={found} selected={selected} />
    </section>
  );
}

function useFound(rows: readonly ScriptRow[], shown: string | undefined, words: string): readonly ScriptRow[] {
  const text = useText();
  return useMemo(() => {
    const wanted = words.trim().toLowerCase();
    const found = rows.filter(
      ({ id, state, inject }) =>
        (shown === undefined || state === shown) &&
        (wanted === '' || `${id} ${inject.kind} ${text(inject.title)}`.toLowerCase().includes(wanted)),
    );
    return inOrder(found);
  }, [rows, shown, words, text]);
}

function Rows({ rows, selected }: { readonly rows: readonly ScriptRow[]; readonly selected: string | undefined }) {
  const { t } = useTranslation('control');
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves alone what this gives: it changes in place.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const index = rows.findIndex(({ id }) => id === selected);
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    // Only a new selection scrolls: rows that change their place do not move the list.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);
  if (rows.length === 0) return <p className={styles['empty']}>{t('script.none')}</p>;
  return (
    <div ref={scroller} className={styles['rows']} tabIndex={-1}>
      <ul style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index: at, start }) => {
          const row = rows[at];
          return row === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={at}
              className={styles['row']}
              data-selected={row.id === selected || undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ScriptListRow row={row} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
