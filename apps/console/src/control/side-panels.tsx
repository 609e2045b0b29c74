/** Beside the script: what each side knows, what would come, what is expected, and who is there. */
import styles from './control.module.css';

export function SidePanels() {
  return <div className={styles['side']} />;
}
