/** A table of the report. It scrolls by itself where the window is narrower. */
import type { ReactNode } from 'react';
import { useTranslation } from '../language/use-translation.js';
import styles from './report.module.css';

interface Props {
  readonly label: string;
  /** Keys of the columns' names. */
  readonly heads: readonly string[];
  readonly children: ReactNode;
}

export function TableFrame({ label, heads, children }: Props) {
  const { t } = useTranslation('report');
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, by the keyboard, too
    <div className={styles['tableFrame']} role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`head.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
