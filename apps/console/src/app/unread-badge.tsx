/** How many messages wait to be read, beside the name of their screen, on every screen of the exercise. */
import { useTranslation } from '../language/use-translation.js';
import { useUnreadCount } from '../live/use-messages.js';
import styles from './unread-badge.module.css';

export function UnreadBadge() {
  const { t } = useTranslation('frame');
  const count = useUnreadCount();
  return (
    <span role="status" data-testid="unread">
      {count > 0 && (
        <span className={styles['badge']} title={t('unread', { count })}>
          <bdi aria-hidden>{count}</bdi>
          <span className={styles['spoken']}>{t('unread', { count })}</span>
        </span>
      )}
    </span>
  );
}
