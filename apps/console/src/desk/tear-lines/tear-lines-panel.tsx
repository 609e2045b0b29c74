/** What the other side has let us know of things that it keeps to itself: a card for each tear line, with its label and whose it is. */
import { useTranslation } from '../../language/use-translation.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { LabelMark } from '../../parts/label-mark.js';
import { Placed } from '../../parts/placed.js';
import { SideBadge } from '../../parts/side-badge.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { useViewer } from '../../session/use-session.js';
import type { TearLine } from './tear-lines.js';
import { useTearLines } from './use-tear-lines.js';
import styles from './tear-lines.module.css';

/** Nothing, as long as there is none. */
export function TearLinesPanel() {
  const { t } = useTranslation('coordination');
  const { side } = useViewer();
  const lines = useTearLines();
  if (lines.length === 0) return null;
  return (
    <details className={styles['panel']} open data-testid="tear-lines">
      <summary>
        <h2>{t(side === undefined ? 'tearLines.titleAll' : 'tearLines.title')}</h2>{' '}
        <span className="mute">{t('tearLines.count', { count: lines.length })}</span>
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line.tearLine}>
            <Card line={line} isForAll={side === undefined} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Card({ line, isForAll }: { readonly line: TearLine; readonly isForAll: boolean }) {
  const { t } = useTranslation('coordination');
  const word = useWord();
  const { tearLine, from, to, kind, text, label, at, replaces } = line;
  return (
    <article className={styles['card']}>
      <p className={styles['text']}>
        <AuthoredText text={text} />
      </p>
      <p className={styles['facts']}>
        <span>
          <Placed
            say={(marks) => t('frame:tearLineFrom', marks)}
            values={{ side: <SideBadge side={from} />, kind: word('tearLineKind', kind) }}
          />
        </span>
        {isForAll && (
          <span>
            <Placed say={(marks) => t('tearLines.to', marks)} values={{ side: <SideBadge side={to} /> }} />
          </span>
        )}
        <LabelMark of={to} label={label} />
        <bdi>{exerciseTimeText(at)}</bdi>
        <bdi>{tearLine}</bdi>
        {replaces !== undefined && (
          <span>
            <Placed say={(marks) => t('tearLines.replaces', marks)} values={{ id: <bdi>{replaces}</bdi> }} />
          </span>
        )}
      </p>
    </article>
  );
}
