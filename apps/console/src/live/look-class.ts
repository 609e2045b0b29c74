/** The classes of a look, as an element takes them. */
import type { IncidentLook } from './state-looks.js';
import styles from './state-looks.module.css';

export function lookClass({ classes }: Pick<IncidentLook, 'classes'>): string {
  return classes.map((name) => styles[name] ?? '').join(' ');
}
