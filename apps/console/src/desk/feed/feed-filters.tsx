/** What the feed shows: whose, about what, with which words. */
import { Button, Checkbox, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import { useSelectedIncident, useUrlState } from '../../app/use-url-state.js';
import { EVENT_GROUPS, type EventGroup } from '#contracts/events/event-groups.js';
import type { FeedFilter } from './feed-filter.js';
import styles from './feed.module.css';
import { FEED_PARAMS } from './use-feed-filter.js';

export function FeedFilters({ filter }: { readonly filter: FeedFilter }) {
  const { t } = useTranslation('feed');
  const [, setScope] = useUrlState(FEED_PARAMS.scope);
  const [text, setText] = useUrlState(FEED_PARAMS.text);
  const [selected] = useSelectedIncident();
  return (
    <div className={styles['filters']} role="search" aria-label={t('filter.label')}>
      <SegmentedControl
        size="xs"
        className={styles['scope']}
        aria-label={t('filter.scope')}
        value={filter.scope}
        data={[
          { value: 'all', label: t('filter.all') },
          { value: 'mine', label: t('filter.mine') },
          { value: 'incident', label: t('filter.incident'), disabled: selected === undefined },
        ]}
        onChange={(value) => setScope(value === 'all' ? undefined : value)}
      />
      <TextInput
        className={styles['text']}
        aria-label={t('filter.text')}
        placeholder={t('filter.text')}
        value={text ?? ''}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <AboutFilter filter={filter} />
    </div>
  );
}

function AboutFilter({ filter: { groups, withDetails } }: { readonly filter: FeedFilter }) {
  const { t } = useTranslation('feed');
  const [, setGroups] = useUrlState(FEED_PARAMS.groups);
  const [, setDetails] = useUrlState(FEED_PARAMS.details);
  const toggle = (group: EventGroup, isWanted: boolean) => {
    const next = EVENT_GROUPS.filter((one) => (one === group ? isWanted : groups.includes(one)));
    setGroups(next.join(','));
  };
  const count = groups.length + (withDetails ? 1 : 0);
  return (
    <Popover position="bottom-end" withinPortal trapFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="compact-sm" data-active={count > 0 || undefined} className={styles['about']}>
          {t('filter.about')}
          {count > 0 && <b className={styles['count']}>{count}</b>}
          <span aria-hidden>&nbsp;▾</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={styles['menu']} aria-label={t('filter.about')}>
        {EVENT_GROUPS.map((group) => (
          <Checkbox
            key={group}
            size="xs"
            label={t(`group.${group}`)}
            checked={groups.includes(group)}
            onChange={(event) => toggle(group, event.currentTarget.checked)}
          />
        ))}
        <hr />
        <Checkbox
          size="xs"
          label={t('filter.details')}
          description={t('filter.detailsWhat')}
          checked={withDetails}
          onChange={(event) => setDetails(event.currentTarget.checked ? '1' : undefined)}
        />
        <Button
          size="compact-xs"
          disabled={count === 0}
          onClick={() => {
            setGroups(undefined);
            setDetails(undefined);
          }}
        >
          {t('filter.clear')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
