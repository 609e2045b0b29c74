/** The right column of the desk: where, and what happens. */
import { FeedPanel } from './feed/feed-panel.js';
import styles from './side-column.module.css';

export function SideColumn() {
  return (
    <div className={styles['column']}>
      <FeedPanel />
    </div>
  );
}
