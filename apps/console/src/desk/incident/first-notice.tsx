/** Who was first, and with what. */
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { EventSentence } from '../../parts/event-sentence.js';
import { SideBadge } from '../../parts/side-badge.js';
import { clockText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import type { Act } from './send-act.js';
import { whoWasFirst } from './who-was-first.js';

export function FirstNotice({ act, events }: { readonly act: Act; readonly events: readonly EventView[] }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const first = whoWasFirst(events, act);
  if (first === undefined) return null;
  return (
    <p>
      {t('act.first')} <bdi>{clockText(first.at)}</bdi>{' '}
      {first.actor.role !== undefined && <>{word('role', first.actor.role)} </>}
      {first.actor.side !== undefined && <SideBadge side={first.actor.side} />} <EventSentence event={first} />
    </p>
  );
}
