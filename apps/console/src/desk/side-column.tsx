/** The right column of the desk: where, and what happens. */
import { FeedPanel } from './feed/feed-panel.js';
import { MapPanel } from './map/map-panel.js';
import styles from './side-column.module.css';

export interface SideColumnProps {
  /** On a narrow page, the one part that is shown; absent: both. */
  readonly only?: 'map' | 'feed' | undefined;
}

export function SideColumn({ only }: SideColumnProps) {
  return (
    <div className={styles['column']} data-only={only}>
      {only !== 'feed' && <MapPanel />}
      {only !== 'map' && <FeedPanel />}
    </div>
  );
}
