/** The log as it grows. An event is chosen by click, J and K or the arrows; O or Enter binds an observation to it. */
import { Button, SegmentedControl } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { EventSentence } from '../parts/event-sentence.js';
import { PanelHead } from '../parts/panel-head.js';
import { clockText } from '../parts/time-text.js';
import { ChosenEvent } from './chosen-event.js';
import styles from './evaluate.module.css';

interface Props {
  readonly events: readonly EventView[];
  /** Number of the chosen event. */
  readonly chosen: EventView | undefined;
  readonly isWhole: boolean;
  readonly incident: string | undefined;
  /** How many observations rest on an event, by its number. */
  readonly observed: ReadonlyMap<number, number>;
  /** Numbers of the events that the open form has as evidence. */
  readonly bound: readonly number[];
  /** Why nothing can be recorded now. */
  readonly refusal: string | undefined;
  readonly onChoose: (seq: number | undefined) => void;
  readonly onObserve: (event: EventView) => void;
  readonly onWhole: (isWhole: boolean) => void;
  readonly onAnyIncident: () => void;
}

/** At the end, px, within which the feed follows. */
const END_PX = 30;

export function EventsPanel(props: Props) {
  const { events, chosen, isWhole, incident, observed, bound, refusal, onChoose, onObserve, onWhole, onAnyIncident } =
    props;
  const { t } = useTranslation('evaluate');
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const place = useMemo(
    () => (chosen === undefined ? -1 : events.findIndex(({ seq }) => seq === chosen.seq)),
    [events, chosen],
  );
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 24,
    getItemKey: (index) => events[index]?.seq ?? index,
    overscan: 12,
  });

  // It follows while it is at its end and nothing is chosen; what comes is appended, so that nothing moves under the eyes.
  const [isAtEnd, setAtEnd] = useState(true);
  const isFollowing = isAtEnd && chosen === undefined;
  const [seen, setSeen] = useState(events.length);
  const last = events.length - 1;
  useEffect(() => {
    if (isFollowing) {
      virtual.scrollToIndex(last, { align: 'end' });
      setSeen(last + 1);
    } else setSeen((before) => Math.min(before, last + 1));
  }, [isFollowing, last, virtual]);
  useEffect(() => {
    if (place >= 0) virtual.scrollToIndex(place, { align: 'auto' });
  }, [place, virtual]);
  const onScroll = () => {
    const element = scroller.current;
    if (element !== null) setAtEnd(element.scrollHeight - element.scrollTop - element.clientHeight < END_PX);
  };

  const toEnd = () => {
    onChoose(undefined);
    setAtEnd(true);
    virtual.scrollToIndex(last, { align: 'end' });
  };
  const move = (to: number) => {
    const event = events[Math.max(0, Math.min(last, to))];
    if (event !== undefined) onChoose(event.seq);
  };
  const step = (by: number) => move(place < 0 ? last : place + by);
  const latest = useRef({ step, observe: () => chosen !== undefined && onObserve(chosen) });
  latest.current = { step, observe: () => chosen !== undefined && onObserve(chosen) };
  const shortcuts = useMemo(
    (): Shortcut[] => [
      { keys: 'j', label: t('nextEvent'), run: () => latest.current.step(1) },
      { keys: 'k', label: t('previousEvent'), run: () => latest.current.step(-1) },
      { keys: 'o', label: t('observe'), run: () => latest.current.observe() },
    ],
    [t],
  );
  useShortcuts(shortcuts);
  const onKeyDown = (event: KeyboardEvent) => {
    const act: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Home: () => move(0),
      End: () => move(last),
      Enter: () => chosen !== undefined && onObserve(chosen),
    };
    const run = act[event.key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  const fresh = isFollowing ? 0 : events.length - seen;

  return (
    <section className={styles['panel']} data-panel="events" aria-label={t('events')}>
      <PanelHead title={t('events')} note={incident === undefined ? undefined : <bdi>{incident}</bdi>}>
        <span className={styles['headTools']}>
          {incident !== undefined && (
            <Button size="compact-xs" onClick={onAnyIncident}>
              {t('anyIncident')}
            </Button>
          )}
          <SegmentedControl
            size="xs"
            aria-label={t('which')}
            value={isWhole ? 'whole' : 'story'}
            data={['story', 'whole'].map((value) => ({ value, label: t(`feed.${value}`) }))}
            onChange={(value) => onWhole(value === 'whole')}
          />
        </span>
      </PanelHead>
      {events.length === 0 && <p className={styles['none']}>{t('noEvents')}</p>}
      <div
        ref={scroller}
        className={styles['feed']}
        role="listbox"
        tabIndex={0}
        aria-label={t('events')}
        aria-activedescendant={place < 0 ? undefined : `${id}-${chosen?.seq}`}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        <div style={{ blockSize: virtual.getTotalSize() }} className={styles['feedInner']} role="presentation">
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const event = events[index];
            if (event === undefined) return null;
            const isBound = bound.includes(event.seq);
            const count = observed.get(event.seq) ?? 0;
            return (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keys
              <div
                key={key}
                id={`${id}-${event.seq}`}
                ref={virtual.measureElement}
                data-index={index}
                role="option"
                tabIndex={-1}
                aria-selected={index === place}
                aria-setsize={events.length}
                aria-posinset={index + 1}
                className={styles['event']}
                style={{ insetBlockStart: start }}
                onClick={() => onChoose(event.seq)}
                onDoubleClick={() => onObserve(event)}
              >
                <bdi className="mute">{clockText(event.at)}</bdi>
                <span className={styles['eventSign']}>
                  {isBound && <span title={t('bound')}>◉</span>}
                  {count > 0 && <span title={t('observedTimes', { count })}>✎</span>}
                </span>
                <span className="ellipsis" dir="auto">
                  <EventSentence event={event} />
                </span>
              </div>
            );
          })}
        </div>
      </div>
      {!isFollowing && events.length > 0 && (
        <button type="button" className={styles['fresh']} onClick={toEnd}>
          {fresh > 0 ? t('fresh', { count: fresh }) : t('toEnd')}
        </button>
      )}
      {chosen !== undefined && (
        <ChosenEvent
          event={chosen}
          isBound={bound.includes(chosen.seq)}
          refusal={refusal}
          onObserve={() => onObserve(chosen)}
        />
      )}
    </section>
  );
}
