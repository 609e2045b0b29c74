/** The decision log of an incident: what could be done, what was decided, by whom and why. Nobody changes an entry. */
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { recordsIn, type DecisionView, type ShownRecording } from '#domain/incident/record-list.js';
import { LabelButton } from '../../parts/label-button.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { AccountName } from './command/account-name.js';
import incidentStyles from './incident.module.css';
import styles from './decision-log.module.css';

/** @param events of the incident, oldest first */
export function DecisionLog({ events }: { readonly events: readonly EventView[] }) {
  const { t } = useTranslation('coordination');
  const entries = decisionsIn(events).toReversed();
  return (
    <section className={styles['log']} aria-labelledby="decision-log" data-testid="decision-log">
      <h3 id="decision-log" className={incidentStyles['sectionHead']}>
        {t('record.title')} {entries.length > 0 && <bdi className="mute">{entries.length}</bdi>}
      </h3>
      {entries.length === 0 ? (
        <p className={styles['none']}>{t('record.none')}</p>
      ) : (
        <ol className={styles['entries']}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Entry entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Those that the viewer may read now, each under the label that it carries. */
function decisionsIn(events: readonly EventView[]): readonly DecisionView[] {
  const records = recordsIn(events as unknown as readonly ShownRecording[]);
  return records.filter((record) => record.kind === 'decision');
}

function Entry({ entry }: { readonly entry: DecisionView }) {
  const { t } = useTranslation('coordination');
  const word = useWord();
  const { id, actor, at, audience, incident, options, decision, reason, label } = entry;
  const account = actor.kind === 'account' ? actor : undefined;
  return (
    <article className={styles['entry']}>
      <header className={styles['head']}>
        <bdi className="nowrap">{exerciseTimeText(at)}</bdi>
        <span>
          {account && word('role', account.role)} {account?.side !== undefined && <SideBadge side={account.side} />}{' '}
          {account && <AccountName id={account.id} incident={incident} />}
        </span>
        {audience === 'CONTROL' ? <span>{word('audience', audience)}</span> : <LabelMark of={audience} label={label} />}
        <LabelButton of="decision" id={id} />
      </header>
      <dl>
        <dt>{t('record.decision')}</dt>
        <dd>
          <b dir="auto">{decision}</b>
        </dd>
        <dt>{t('record.reason')}</dt>
        <dd dir="auto">{reason}</dd>
        <dt>{t('record.options')}</dt>
        <dd>
          <ul className={styles['options']}>
            {options.map((option, index) => (
              <li key={index} data-chosen={option === decision || undefined}>
                <bdi>{option}</bdi>{' '}
                {option === decision && <span className={styles['chosen']}>✓ {t('record.chosen')}</span>}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </article>
  );
}
