/** Beside the script: what each side knows, what would come, what is expected, and who is there. */
import { PeoplePanel } from './people/people-panel.js';
import styles from './control.module.css';

export function SidePanels() {
  return (
    <div className={styles['side']}>
      <PeoplePanel />
    </div>
  );
}
