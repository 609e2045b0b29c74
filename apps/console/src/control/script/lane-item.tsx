/** An inject in its lane: a label, or a mark where there is no room for one. */
import { useTranslation } from '../../language/use-translation.js';
import { useUrlState } from '../../app/use-url-state.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { useText } from '../../parts/use-text.js';
import type { Placed } from './lane-layout.js';
import type { ScriptRow } from './script.js';
import styles from './lanes.module.css';

const SIGNS = { planned: '▸', waiting: '◌', fired: '✓', skipped: '⊘' } as const;

export function LaneItem({ placed, rowPx }: { readonly placed: Placed<ScriptRow>; readonly rowPx: number }) {
  const { t } = useTranslation('control');
  const text = useText();
  const [selected, select] = useUrlState('inject', { inHistory: true });
  const { item, x, row, isLabelled } = placed;
  const time = item.at === undefined ? t('lanes.noTime') : exerciseTimeText(item.at);
  const words = [item.id, t(`state.${item.state}`), time, text(item.inject.title)].filter(Boolean).join(' · ');
  return (
    <li className={styles['place']} style={{ insetInlineStart: x, insetBlockStart: row * rowPx + 3 }}>
      <button
        type="button"
        className={styles['item']}
        data-state={item.state}
        data-mark={isLabelled ? undefined : true}
        data-conditional={item.inject.when === undefined ? undefined : true}
        aria-pressed={selected === item.id}
        aria-label={words}
        title={words}
        onClick={() => select(selected === item.id ? undefined : item.id)}
      >
        <span aria-hidden>{SIGNS[item.state]}</span>
        {isLabelled && <bdi> {item.id}</bdi>}
      </button>
    </li>
  );
}
