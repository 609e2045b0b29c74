/** One event of the feed: when, about what, and what it says. The time opens its details, the rest selects its incident. */
import { memo } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { Side } from '#domain/kernel/side.js';
import { EventLabelMark } from '../../parts/event-label-mark.js';
import { EventSentence } from '../../parts/event-sentence.js';
import { SideBadge } from '../../parts/side-badge.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { groupOf } from '#contracts/events/event-groups.js';
import { incidentOf } from './feed-filter.js';
import styles from './feed.module.css';

interface Props {
  readonly event: EventView;
  /** Of the unit that it is about. */
  readonly side: Side | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (incident: string) => void;
  readonly onOpen: (event: EventView) => void;
}

/** Drawn once for each event: its place in the list, which changes all the time, is no part of it. */
export const FeedRow = memo(function FeedRow({ event, side, isSelected, onSelect, onOpen }: Props) {
  const { t } = useTranslation('feed');
  const incident = incidentOf(event);
  const time = exerciseTimeText(event.at);
  const group = groupOf(event.type);
  const press = () => {
    // A click that ends a text selection does not open the row.
    if (window.getSelection()?.isCollapsed === false) return;
    if (incident === undefined) onOpen(event);
    else onSelect(incident);
  };
  return (
    // The buttons in it do the same for the keyboard.
    <div className={styles['row']} data-type={event.type} data-selected={isSelected || undefined} onClick={press}>
      <button
        type="button"
        className={styles['time']}
        title={t('details.open')}
        aria-label={t('details.of', { time })}
        aria-haspopup="dialog"
        onClick={(click) => {
          click.stopPropagation();
          onOpen(event);
        }}
      >
        <bdi>{time}</bdi>
      </button>
      {incident === undefined ? (
        <span className={styles['about']}>{group === undefined ? '' : t(`about.${group}`)}</span>
      ) : (
        <button
          type="button"
          className={styles['about']}
          aria-pressed={isSelected}
          onClick={(click) => {
            click.stopPropagation();
            onSelect(incident);
          }}
        >
          <bdi>{incident}</bdi>
        </button>
      )}
      <span className={styles['sentence']} dir="auto">
        {side !== undefined && (
          <>
            <SideBadge side={side} />{' '}
          </>
        )}
        <EventSentence event={event} /> <EventLabelMark event={event} />
      </span>
    </div>
  );
});
