/** Beside the script: what each side knows, what would come, what is expected, and who is there. */
import { ExpectationsPanel } from './expectations/expectations-panel.js';
import { ForecastPanel } from './forecast/forecast-panel.js';
import { PeoplePanel } from './people/people-panel.js';
import { SidesPanel } from './sides/sides-panel.js';
import styles from './control.module.css';

export function SidePanels() {
  return (
    <div className={styles['side']}>
      <SidesPanel />
      <ForecastPanel />
      <ExpectationsPanel />
      <PeoplePanel />
    </div>
  );
}
