/** One thread in the list: from whom to whom, about what, and what waits. */
import { useTranslation } from '../language/use-translation.js';
import { clockText } from '../parts/time-text.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import { LabelMark } from '../parts/label-mark.js';
import { SideBadge } from '../parts/side-badge.js';
import { AddressName, AddressNames } from './address-name.js';
import { RequestStatus } from './request-status.js';
import type { Thread } from './threads.js';
import styles from './messages.module.css';

interface Props {
  readonly thread: Thread;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
}

export function ThreadRow({ thread, isSelected, onSelect }: Props) {
  const { t } = useTranslation('messages');
  const word = useWord();
  const text = useText();
  const { id, messages, shared, unread, latestAt } = thread;
  const first = messages[0];
  const tearLine = shared[0];
  const replies = messages.length - 1 + (first === undefined ? 0 : shared.length);
  const line = first?.subject ?? (typeof first?.text === 'string' ? first.text : text(first?.text ?? tearLine?.text));
  return (
    <button
      type="button"
      className={`choice ${styles['row']}`}
      data-id={id}
      data-unread={unread.length > 0 || undefined}
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => onSelect(id)}
    >
      <span className={styles['rowLine']}>
        {unread.length > 0 && (
          <span className={styles['unread']}>
            <span aria-hidden>●</span> {t('new', { count: unread.length })}
          </span>
        )}
        <b className="capital">{first === undefined ? t('tearLine') : word('messageKind', first.kind)}</b>
        <bdi className="mute">{id}</bdi>
        <span className="grow" />
        <bdi className="mute">{clockText(latestAt)}</bdi>
      </span>
      <span className={styles['rowLine']}>
        <span className="ellipsis">
          {first === undefined ? (
            tearLine !== undefined && <SideBadge side={tearLine.from} />
          ) : (
            <>
              <AddressName address={first.from} /> <span className="mute">{t('to')}</span>{' '}
              <AddressNames addresses={first.to} />
            </>
          )}
        </span>
      </span>
      <span className={`${styles['preview']} ellipsis`} dir="auto">
        {line}
      </span>
      <span className={styles['rowLine']}>
        {first === undefined ? (
          tearLine !== undefined && <LabelMark label={tearLine.label} />
        ) : (
          <LabelMark of={first.class} label={first.label} />
        )}
        {first !== undefined && <RequestStatus message={first} />}
        <span className="grow" />
        {replies > 0 && <span className="mute">{t('replies', { count: replies })}</span>}
      </span>
    </button>
  );
}
