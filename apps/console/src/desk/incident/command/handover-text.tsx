/** The briefing with which an incident is handed over, as it was written. */
import { useTranslation } from '../../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { EventData } from '#domain/kernel/event.js';
import { Placed } from '../../../parts/placed.js';
import { exerciseTimeText } from '../../../parts/time-text.js';
import { AccountName } from './account-name.js';
import styles from './command.module.css';

/** @param event of the type `HandoverOffered` */
export function HandoverText({ event }: { readonly event: EventView }) {
  const { t } = useTranslation('coordination');
  const { incident, from, of, briefing } = event.data as unknown as EventData['HandoverOffered'];
  return (
    <>
      <p>
        <Placed
          say={(marks) => t(`handover.from.${of}`, marks)}
          values={{ from: <AccountName id={from} incident={incident} />, at: <bdi>{exerciseTimeText(event.at)}</bdi> }}
        />
      </p>
      <blockquote className={styles['briefing']}>
        <div dir="auto">{briefing}</div>
      </blockquote>
    </>
  );
}
