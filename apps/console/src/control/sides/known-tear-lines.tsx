/** What the other side has let this side know by tear lines. */
import { useTranslation } from '../../language/use-translation.js';
import type { Side } from '#domain/kernel/side.js';
import { useTearLines } from '../../desk/tear-lines/use-tear-lines.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { LabelMark } from '../../parts/label-mark.js';
import { Placed } from '../../parts/placed.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useWord } from '../../parts/use-word.js';
import styles from './sides.module.css';

/** Nothing, as long as there is none. */
export function KnownTearLines({ side }: { readonly side: Side }) {
  const { t } = useTranslation('control');
  const word = useWord();
  const lines = useTearLines().filter(({ to }) => to === side);
  if (lines.length === 0) return null;
  return (
    <ul className={styles['tearLines']} aria-label={t('sides.tearLines')}>
      {lines.map(({ tearLine, from, kind, text, label }) => (
        <li key={tearLine}>
          <Placed
            say={(marks) => t('frame:tearLineFrom', marks)}
            values={{ side: <SideBadge side={from} />, kind: word('tearLineKind', kind) }}
          />
          <bdi> · </bdi>
          <AuthoredText text={text} /> <LabelMark of={side} label={label} />
        </li>
      ))}
    </ul>
  );
}
