/** The links of both sides, and each unit: who plays it, whether it is on duty, how it is reached. */
import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { UnitView } from '#domain/engine/read-models.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { useExercise } from '../../live/use-exercise.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useControl } from '../use-control.js';
import { useDialog } from '../use-dialog.js';
import { LinkForm } from './link-form.js';
import { LinkWords } from './link-words.js';
import { sortUnits } from './sort-units.js';
import { UnitRow } from './unit-row.js';
import styles from './people.module.css';

const ROW_PX = 44;

export function Units() {
  const { t } = useTranslation('control');
  const units = useExercise(({ units: all }): readonly UnitView[] => sortUnits([...all.values()]));
  const [, open] = useDialog();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: units.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => units[index]?.id ?? index,
    overscan: 8,
  });
  return (
    <>
      <div className={styles['tools']}>
        <Button size="compact-sm" onClick={() => open('remote')}>
          {t('remote.open')}
        </Button>
      </div>
      <ul className={styles['sides']} aria-label={t('people.sideLinks')}>
        {SIDES.map((side) => (
          <SideLink key={side} side={side} />
        ))}
      </ul>
      <div ref={scroller} className={styles['units']}>
        <ul style={{ blockSize: virtual.getTotalSize() }} aria-label={t('people.tab.units')}>
          {virtual.getVirtualItems().map(({ key, index, start }) => {
            const unit = units[index];
            return unit === undefined ? null : (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                <UnitRow unit={unit} />
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

function SideLink({ side }: { readonly side: Side }) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const link = useExercise((fold) => fold.state.links[side]);
  return (
    <li>
      <SideBadge side={side} />
      <span className="grow" data-link={link.status}>
        {t('people.linkOfSide')} · <LinkWords link={link} />
      </span>
      <LinkForm link={link} name={side} onSet={(next) => act({ do: 'sideLink', side, link: next })} />
    </li>
  );
}
