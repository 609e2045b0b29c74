/** The head of a panel: its name, what it holds in a few words, and what one can do with all of it. */
import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface Props {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children?: ReactNode;
}

export function PanelHead({ title, note, children }: Props) {
  return (
    <div className={styles['panelHead']}>
      <h2>{title}</h2>
      {note !== undefined && <span className="ellipsis">{note}</span>}
      {children}
    </div>
  );
}
