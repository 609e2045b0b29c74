/**
 * What a thing is labelled: whose it is, and its TLP 2.0 label. The colours are those that FIRST gives (Traffic Light Protocol 2.0), which
 * stand on black whatever the theme; the label is written out, so that nobody needs to see them.
 */
import { defaultTlp, type Marking } from '#domain/release/label.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { useWord } from './use-word.js';
import styles from './label-mark.module.css';

type Props =
  | {
      readonly of: ReleaseClass;
      /** Absent: that of the class. */
      readonly label?: Pick<Marking, 'tlp'> | undefined;
    }
  /** Of a tear line, which has no class. */
  | { readonly of?: undefined; readonly label: Pick<Marking, 'tlp'> };

export function LabelMark({ of, label }: Props) {
  const word = useWord();
  const tlp = of === undefined ? label.tlp : (label?.tlp ?? defaultTlp(of));
  const meaning = word('tlp', tlp.replace('TLP:', ''));
  const title = of === undefined ? meaning : `${word('audience', of)} · ${meaning}`;
  return (
    <span className={styles['label']} dir="ltr" data-tlp={tlp} title={title}>
      {of !== undefined && <bdi>{of}</bdi>} <bdi className={styles['tlp']}>{tlp}</bdi>
    </span>
  );
}
