/** The filter of the feed as the URL has it, and whose feed it is. */
import { useDeferredValue, useMemo } from 'react';
import type { UnitId } from '#domain/kernel/ids.js';
import { registerIndex } from '#domain/unit/register-index.js';
import { useSelectedIncident, useUrlState } from '../../app/use-url-state.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { useEventText } from '../../parts/use-event-text.js';
import { useViewer } from '../../session/use-session.js';
import { type FeedFilter, feedFilter, type FeedReader } from './feed-filter.js';

export const FEED_PARAMS = { scope: 'feed', groups: 'feedAbout', text: 'feedText', details: 'feedAll' } as const;

export function useFeedFilter(): FeedFilter {
  const [scope] = useUrlState(FEED_PARAMS.scope);
  const [groups] = useUrlState(FEED_PARAMS.groups);
  const [text] = useUrlState(FEED_PARAMS.text);
  const [details] = useUrlState(FEED_PARAMS.details);
  const [selected] = useSelectedIncident();
  // Typing stays quick while thousands of rows are searched.
  const searched = useDeferredValue(text);
  // Another selection makes another feed only where the feed is of one incident.
  const incident = scope === 'incident' ? selected : undefined;
  return useMemo(
    () => feedFilter({ scope, incident, groups, text: searched, details }),
    [scope, incident, groups, searched, details],
  );
}

export function useFeedReader(): FeedReader {
  const { account, side } = useViewer();
  const store = useExerciseStore();
  const textOf = useEventText();
  return useMemo(
    () => ({
      account,
      side,
      textOf: (event) =>
        `${Object.values(event.data)
          .filter((one) => typeof one === 'string')
          .join(' ')} ${textOf(event)}`,
      sideOfUnit: (unit) => registerIndex(store.fold.state.scenario).units.get(unit as UnitId)?.side,
    }),
    [account, side, store, textOf],
  );
}
