/** The feed: what happens, newest first, with a brake. */
import { useCallback, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { PanelHead } from '../../parts/panel-head.js';
import { EventDetails } from './event-details.js';
import { FeedFilters } from './feed-filters.js';
import { FeedList } from './feed-list.js';
import styles from './feed.module.css';
import { useFeed } from './use-feed.js';
import { useFeedFilter, useFeedReader } from './use-feed-filter.js';

export function FeedPanel() {
  const { t } = useTranslation('feed');
  const filter = useFeedFilter();
  const reader = useFeedReader();
  const feed = useFeed(filter, reader);
  const { hold } = feed;
  const [opened, setOpened] = useState<EventView>();
  const open = useCallback(
    (event: EventView) => {
      hold('details', true);
      setOpened(event);
    },
    [hold],
  );
  const close = useCallback(() => {
    hold('details', false);
    setOpened(undefined);
  }, [hold]);
  return (
    <section className={styles['panel']} aria-label={t('title')}>
      <PanelHead title={t('title')} note={t(feed.rows.isHeld ? 'held' : 'follows')} />
      <FeedFilters filter={filter} />
      <FeedList feed={feed} reader={reader} onOpen={open} />
      <EventDetails event={opened} onClose={close} />
    </section>
  );
}
