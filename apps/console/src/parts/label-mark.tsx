/**
 * What a thing is labelled: whose it is, and its TLP 2.0 label. The colours are those that FIRST gives (Traffic Light Protocol 2.0), which
 * stand on black whatever the theme; the label is written out, so that nobody needs to see them.
 */
import { defaultTlp, type Marking } from '#domain/release/label.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { useWord } from './use-word.js';
import styles from './label-mark.module.css';

interface Props {
  readonly of: ReleaseClass;
  /** Absent: that of the class. */
  readonly label?: Pick<Marking, 'tlp'> | undefined;
}

export function LabelMark({ of, label }: Props) {
  const word = useWord();
  const tlp = label?.tlp ?? defaultTlp(of);
  const title = `${word('audience', of)} · ${word('tlp', tlp.replace('TLP:', ''))}`;
  return (
    <span className={styles['label']} dir="ltr" data-tlp={tlp} title={title}>
      <bdi>{of}</bdi> <bdi className={styles['tlp']}>{tlp}</bdi>
    </span>
  );
}
