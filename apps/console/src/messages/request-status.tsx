/** What has become of a request for information, in a word, with the time that is left. */
import { useTranslation } from '../language/use-translation.js';
import type { MessageView } from '#domain/message/message-list.js';
import { Countdown } from '../parts/countdown.js';
import { requestState } from './threads.js';
import styles from './messages.module.css';

export function RequestStatus({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('messages');
  const state = requestState(message);
  if (state === undefined) return null;
  const answerBy = message.request?.answerBy;
  const runs = (state === 'open' || state === 'overdue') && answerBy !== undefined;
  return (
    <span className={styles['status']} data-status={state}>
      {t(`status.${state}`)} {runs && <Countdown to={answerBy} />}
    </span>
  );
}
