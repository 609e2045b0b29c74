/** Who may know of a message, and who of them reads it: class and TLP 2.0 label, in letters. */
import { useTranslation } from '../language/use-translation.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import type { Marking } from '#domain/release/label.js';
import { SideBadge } from '../parts/side-badge.js';
import { useWord } from '../parts/use-word.js';
import styles from './messages.module.css';

interface Props {
  /** Absent: of a tear line, which has none. */
  readonly of?: ReleaseClass;
  readonly label: Marking;
}

export function LabelChip({ of, label: { tlp } }: Props) {
  const { t } = useTranslation('messages');
  const word = useWord();
  return (
    <span className={styles['label']}>
      {of === 'JOINT' && (
        <span className={styles['chip']} title={t('class.JOINT')}>
          <bdi>JOINT</bdi>
        </span>
      )}
      {of !== undefined && of !== 'JOINT' && <SideBadge side={of} />}
      <span className={styles['chip']} data-tlp={tlp} title={word('tlp', tlp.slice('TLP:'.length))}>
        <bdi>{tlp}</bdi>
      </span>
    </span>
  );
}
