/** All units by side and kind: on duty or not, how busy, whether they can be reached, and what they are asked now. */
import { Checkbox, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { NotificationView, UnitView } from '#domain/engine/read-models.js';
import { SIDES } from '#domain/kernel/side.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { SideBadge } from '../../parts/side-badge.js';
import { SideDrawer } from '../../parts/side-drawer.js';
import { useText } from '../../parts/use-text.js';
import { useViewer } from '../../session/use-session.js';
import { UnitRowView } from './unit-row.js';
import { askedByUnit, linkOfSide, linkOfUnit, unitGroups } from './units-model.js';
import styles from './units.module.css';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function UnitsDrawer({ isOpen, onClose }: Props) {
  const { t } = useTranslation('feed');
  return (
    <SideDrawer isOpen={isOpen} onClose={onClose} edge="start" width={780} title={t('units.title')}>
      <UnitsTable onClose={onClose} />
    </SideDrawer>
  );
}

function unitsOf({ units }: ExerciseFold): readonly UnitView[] {
  return [...units.values()];
}

function openNotifications({ notifications }: ExerciseFold): readonly NotificationView[] {
  return [...notifications.values()].filter(({ endedAt }) => endedAt === undefined);
}

function UnitsTable({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('feed');
  const nameText = useText();
  const { side } = useViewer();
  const units = useExercise(unitsOf);
  const notifications = useExercise(openNotifications);
  const links = {
    PAK: useExercise(({ state }) => state.links.PAK),
    CHN: useExercise(({ state }) => state.links.CHN),
  };
  const [text, setText] = useState('');
  const [onDutyOnly, setOnDutyOnly] = useState(false);
  const [askedOnly, setAskedOnly] = useState(false);
  const nameOf = useCallback(({ name }: UnitView) => nameText(name), [nameText]);
  const groups = useMemo(
    () =>
      unitGroups(
        units,
        askedByUnit(notifications),
        { text: text.trim().toLowerCase(), onDutyOnly, askedOnly },
        { side, nameOf },
      ),
    [units, notifications, text, onDutyOnly, askedOnly, side, nameOf],
  );
  return (
    <>
      <div className={styles['sides']}>
        {SIDES.map((one) => {
          const state = linkOfSide(links, one, side);
          return (
            <span key={one} className={styles['side']} data-link={state}>
              <SideBadge side={one} /> {t('units.sideLink')}: <b>{t(`units.link.${state}`)}</b>
            </span>
          );
        })}
      </div>
      <div className={styles['filters']}>
        <TextInput
          className="grow"
          aria-label={t('units.filter')}
          placeholder={t('units.filter')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Checkbox
          size="xs"
          label={t('units.dutyOnly')}
          checked={onDutyOnly}
          onChange={(event) => setOnDutyOnly(event.currentTarget.checked)}
        />
        <Checkbox
          size="xs"
          label={t('units.askedOnly')}
          checked={askedOnly}
          onChange={(event) => setAskedOnly(event.currentTarget.checked)}
        />
      </div>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('units.unit')}</th>
            <th scope="col">{t('units.state')}</th>
            <th scope="col">{t('units.engaged')}</th>
            <th scope="col">{t('units.linkHead')}</th>
            <th scope="col">{t('units.asked')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={`${group.side} ${group.kind}`}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={styles['kind']}>
                <SideBadge side={group.side} /> {t(`units.kind.${group.kind}`)}
              </th>
            </tr>
            {group.rows.map((row) => (
              <UnitRowView key={row.unit.id} row={row} link={linkOfUnit(row.unit, links, side)} onLeave={onClose} />
            ))}
          </tbody>
        ))}
      </table>
      {groups.length === 0 && <p className="mute">{t('units.none')}</p>}
    </>
  );
}
