/** The threads, the latest first. Nothing moves under the cursor: while it is over them, or a form is open, their order stands. */
import { NativeSelect } from '@mantine/core';
import { type FocusEvent, type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { MESSAGE_KINDS } from '#domain/message/message.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useUrlState } from '../app/use-url-state.js';
import { useIsHeld } from '../desk/desk-hold.js';
import { useSettledOrder } from '../desk/incidents/use-settled-order.js';
import { PanelHead } from '../parts/panel-head.js';
import { useWord } from '../parts/use-word.js';
import { VirtualRows } from '../parts/virtual-rows.js';
import { ThreadRow } from './thread-row.js';
import { BOXES, isIn, type Thread } from './threads.js';
import styles from './messages.module.css';

interface Props {
  readonly threads: readonly Thread[];
  readonly isWhole: boolean;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
  /** What one can do with all of them. */
  readonly children: ReactNode;
}

export function ThreadList({ threads, isWhole, selected, onSelect, children }: Props) {
  const { t } = useTranslation('messages');
  const word = useWord();
  const [boxText, setBox] = useUrlState('box');
  const [kindText, setKind] = useUrlState('kind');
  const box = BOXES.find((one) => one === boxText) ?? 'all';
  const kind = MESSAGE_KINDS.find((one) => one === kindText);
  const wanted = useMemo(
    () => threads.filter((one) => one.id === selected || isIn(one, { box, kind })).map(({ id }) => id),
    [threads, selected, box, kind],
  );
  const [isOver, setOver] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isFormOpen = useIsHeld();
  const { order, changes, settle } = useSettledOrder(wanted, isOver || isFocused || isFormOpen, `${box} ${kind}`);
  const byId = useMemo(() => new Map(threads.map((one) => [one.id, one])), [threads]);
  const unread = threads.reduce((sum, one) => sum + one.unread.length, 0);

  const move = useCallback(
    (by: 1 | -1) => {
      const at = selected === undefined ? -1 : order.indexOf(selected);
      const next = at === -1 ? (by === 1 ? 0 : order.length - 1) : at + by;
      const id = order[Math.min(order.length - 1, Math.max(0, next))];
      if (id !== undefined) onSelect(id);
    },
    [order, selected, onSelect],
  );
  const shortcuts = useMemo(
    (): Shortcut[] => [
      { keys: 'j', label: t('keys.next'), run: () => move(1) },
      { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ],
    [t, move],
  );
  useShortcuts(shortcuts);
  const left = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(false);
  };
  return (
    <section className={styles['panel']} aria-label={t('messages')}>
      <PanelHead title={t('messages')} note={t('frame:unread', { count: unread })}>
        <span className={styles['headTools']}>
          {changes > 0 && (
            <button type="button" className={styles['changes']} onClick={settle}>
              {t('changes', { count: changes })}
            </button>
          )}
          {children}
        </span>
      </PanelHead>
      <div className={styles['filters']}>
        <NativeSelect
          size="xs"
          aria-label={t('box.label')}
          value={box}
          data={BOXES.map((value) => ({ value, label: t(`box.${value}`) }))}
          onChange={({ currentTarget }) => setBox(currentTarget.value === 'all' ? undefined : currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={t('form.kind')}
          value={kind ?? ''}
          data={[
            { value: '', label: t('anyKind') },
            ...MESSAGE_KINDS.map((value) => ({ value, label: word('messageKind', value) })),
          ]}
          onChange={({ currentTarget }) => setKind(currentTarget.value)}
        />
      </div>
      <div
        className={styles['area']}
        onPointerEnter={({ pointerType }) => setOver(pointerType !== 'touch')}
        onPointerLeave={() => setOver(false)}
        onFocus={() => setFocused(true)}
        onBlur={left}
      >
        {order.length === 0 && <p className={styles['none']}>{t(isWhole ? 'none' : 'loading')}</p>}
        <VirtualRows
          ids={order}
          label={t('messages')}
          selected={selected}
          render={(id) => {
            const thread = byId.get(id);
            return thread && <ThreadRow thread={thread} isSelected={id === selected} onSelect={onSelect} />;
          }}
        />
      </div>
    </section>
  );
}
