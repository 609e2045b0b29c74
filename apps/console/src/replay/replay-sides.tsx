/** The selected incident, or the whole exercise, as each side knew it at the moment that is shown. */
import { memo, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { Stream } from '#domain/kernel/side.js';
import { EventLabelMark } from '../parts/event-label-mark.js';
import { EventSentence } from '../parts/event-sentence.js';
import { PanelHead } from '../parts/panel-head.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText } from '../parts/time-text.js';
import type { LoadedLog } from './load-log.js';
import { eventsIn } from './side-log.js';
import { isOfStory } from './story-events.js';
import styles from './replay.module.css';

interface Props {
  readonly loaded: LoadedLog;
  readonly time: number;
  readonly selected: string | undefined;
  readonly onSeek: (time: number) => void;
}

const SIDE_OF = { pak: 'PAK', chn: 'CHN' } as const;
/** The latest ones, more than a large screen shows; all are in the report. */
const MOST = 24;

export function ReplaySides({ loaded, time, selected, onSeek }: Props) {
  const { t } = useTranslation('replay');
  const streams = useMemo(
    (): readonly Stream[] => (loaded.stream === 'all' ? ['pak', 'chn'] : [loaded.stream]),
    [loaded],
  );
  const logs = useMemo(
    () =>
      streams.map((stream) => ({
        stream,
        events: eventsIn(stream, loaded.events).filter((event) => isOfStory(event, selected)),
      })),
    [streams, loaded, selected],
  );
  return (
    <section className={styles['column']}>
      <PanelHead title={selected === undefined ? t('toEach') : t('toEachOf', { incident: selected })} />
      <div className={styles['sides']}>
        {logs.map(({ stream, events }) => (
          <Side key={stream} stream={stream} events={events} time={time} onSeek={onSeek} />
        ))}
      </div>
    </section>
  );
}

interface SideProps extends Pick<Props, 'time' | 'onSeek'> {
  readonly stream: Stream;
  readonly events: readonly EventView[];
}

function Side({ stream, events, time, onSeek }: SideProps) {
  const { t } = useTranslation('replay');
  const known = events.filter(({ at }) => at <= time);
  return (
    <div className={styles['side']}>
      <h3>
        {stream === 'pak' || stream === 'chn' ? <SideBadge side={SIDE_OF[stream]} /> : null} {t('knew')}
      </h3>
      <ol>
        {known
          .slice(-MOST)
          .toReversed()
          .map((event) => (
            <KnownEvent key={event.seq} event={event} onSeek={onSeek} />
          ))}
        {known.length === 0 && <li className="mute">{t('nothingYet')}</li>}
      </ol>
    </div>
  );
}

/** Stays as it is while the time goes on. */
const KnownEvent = memo(function KnownEvent({ event, onSeek }: Pick<Props, 'onSeek'> & { readonly event: EventView }) {
  return (
    <li data-only={event.audience === 'JOINT' ? undefined : event.audience}>
      <button type="button" onClick={() => onSeek(event.at)}>
        <bdi>{clockText(event.at)}</bdi>
      </button>
      <span>
        <EventSentence event={event} /> <EventLabelMark event={event} />
      </span>
    </li>
  );
});
