/** How many messages wait to be read, beside the name of their screen, on every screen of the exercise. */
import { useTranslation } from '../language/use-translation.js';
import { useUnreadCount } from '../live/use-messages.js';
import { CountBadge } from '../parts/count-badge.js';

export function UnreadBadge() {
  const { t } = useTranslation('frame');
  const count = useUnreadCount();
  return (
    <span role="status" data-testid="unread">
      <CountBadge count={count} text={t('unread', { count })} />
    </span>
  );
}
