/** The right column of the desk: where, and what happens. */
import { FeedPanel } from './feed/feed-panel.js';
import { MapPanel } from './map/map-panel.js';
import styles from './side-column.module.css';

export function SideColumn() {
  return (
    <div className={styles['column']}>
      <MapPanel />
      <FeedPanel />
    </div>
  );
}
