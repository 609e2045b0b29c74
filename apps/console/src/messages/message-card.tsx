/** One message of a thread in full: label, text, what the other side got of it, who has read it, and what has become of a request. */
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useTranslation } from '../language/use-translation.js';
import { type Address, sideAt } from '#domain/message/address.js';
import type { MessageView } from '#domain/message/message-list.js';
import { otherSide } from '#domain/release/tear-line.js';
import type { SharedText } from '../live/fold-messages.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { AuthoredText } from '../parts/authored-text.js';
import { LabelButton } from '../parts/label-button.js';
import { CountdownBar } from '../parts/countdown.js';
import { LabelMark } from '../parts/label-mark.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { AddressName, AddressNames } from './address-name.js';
import { RequestStatus } from './request-status.js';
import styles from './messages.module.css';

interface Props {
  readonly message: MessageView;
  /** The tear lines of the thread that the viewer reads. */
  readonly shared: readonly SharedText[];
  readonly isUnread: boolean;
  /** Whether the viewer is one of those who can answer it. */
  readonly canAnswer: boolean;
  /** Undefined: the viewer writes no messages. */
  readonly onReply: (() => void) | undefined;
}

export function MessageCard({ message, shared, isUnread, canAnswer, onReply }: Props) {
  const { t } = useTranslation('messages');
  const word = useWord();
  const { id: exercise } = useExerciseStore().exercise;
  const { id, kind, from, to, subject, text, label, incident, sentAt, tearLine, request } = message;
  const other = otherSide(message.class);
  const sharedText = shared.find((one) => one.id === tearLine);
  const answerBy = request?.status === 'open' ? request.answerBy : undefined;
  return (
    <article
      className={styles['card']}
      data-unread={isUnread || undefined}
      aria-label={`${word('messageKind', kind)} ${id}`}
    >
      <header className={styles['cardHead']}>
        <b className="capital">{word('messageKind', kind)}</b> <bdi className="mute">{id}</bdi>
        <LabelMark of={message.class} label={label} />
        <LabelButton of="message" id={id} />
        <RequestStatus message={message} />
        <span className="grow" />
        <bdi className="mute">{clockText(sentAt)}</bdi>
      </header>
      <p className={styles['parties']}>
        <AddressName address={from} /> <span className="mute">{t('to')}</span> <AddressNames addresses={to} />
        {incident !== undefined && (
          <>
            {' · '}
            <Link href={`/x/${exercise}/desk?incident=${incident}`} title={t('openIncident')}>
              <bdi>{incident}</bdi>
            </Link>
          </>
        )}
      </p>
      {answerBy !== undefined && <CountdownBar from={sentAt} to={answerBy} />}
      {subject !== undefined && (
        <h3 className={styles['subject']} dir="auto">
          {subject}
        </h3>
      )}
      <p className={styles['text']} dir="auto">
        {typeof text === 'string' ? text : <AuthoredText text={text} />}
      </p>
      {tearLine !== undefined && other !== undefined && (
        <div className={styles['tear']}>
          <span className="mute">{t('sharedWith', { side: other, id: tearLine })}</span>
          {sharedText !== undefined && <TearLine text={sharedText} />}
        </div>
      )}
      <Readers message={message} />
      {request !== undefined && <Answers message={message} />}
      {onReply !== undefined && (
        <div className={styles['cardFoot']}>
          <Button variant={canAnswer ? 'filled' : 'default'} onClick={onReply}>
            {canAnswer ? t('answer') : t('reply')}
          </Button>
        </div>
      )}
    </article>
  );
}

/** The sanitised text of a message that the other side keeps to itself. */
export function TearLineCard({ text }: { readonly text: SharedText }) {
  const { t } = useTranslation('messages');
  return (
    <article className={styles['card']} aria-label={`${t('tearLine')} ${text.id}`}>
      <header className={styles['cardHead']}>
        <b className="capital">{t('tearLine')}</b> <bdi className="mute">{text.id}</bdi>
        <LabelMark label={text.label} />
        <span className="grow" />
        <bdi className="mute">{clockText(text.at)}</bdi>
      </header>
      <p className={styles['parties']}>
        <SideBadge side={text.from} /> <span className="mute">{t('keepsRest')}</span>
      </p>
      <TearLine text={text} />
    </article>
  );
}

function TearLine({ text: { text } }: { readonly text: SharedText }) {
  return (
    <p className={styles['text']} dir="auto">
      <AuthoredText text={text} />
    </p>
  );
}

function Readers({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('messages');
  const { state } = useExerciseStore().fold;
  const { to, readBy } = message;
  const other = otherSide(message.class);
  // Those of the other side get no more than a tear line.
  const waiting = to.filter(
    (address) => !readBy.some(({ by }) => by === address) && (other === undefined || sideAt(state, address) !== other),
  );
  return (
    <ul className={styles['readers']}>
      {readBy.map(({ by, at }) => (
        <li key={by}>
          <span aria-hidden>✓</span> {t('readBy')} <AddressName address={by} /> <bdi>{clockText(at)}</bdi>
        </li>
      ))}
      {waiting.length > 0 && (
        <li className="mute">
          {t('notReadBy')} <AddressNames addresses={waiting} />
        </li>
      )}
    </ul>
  );
}

function Answers({ message: { request } }: { readonly message: MessageView }) {
  const { t } = useTranslation('messages');
  return (
    <ul className={styles['readers']}>
      {request?.answers.map(({ by, at, message, tearLine, late }) => (
        <li key={by satisfies Address}>
          {t(late ? 'answeredLateBy' : 'answeredBy')} <AddressName address={by} /> <bdi>{clockText(at)}</bdi>{' '}
          <bdi className="mute">{message ?? tearLine ?? t('answerHidden')}</bdi>
        </li>
      ))}
    </ul>
  );
}
