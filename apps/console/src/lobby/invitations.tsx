/** All invitations: make one, see who has come by them, take them back. */
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { InviteDialog } from '../parts/invite-dialog.js';
import { InviteList } from '../parts/invite-list.js';
import { PanelHead } from '../parts/panel-head.js';
import { useText } from '../parts/use-text.js';
import { useViewer } from '../session/use-session.js';
import { useExercises } from './use-exercises.js';
import { useUnits } from './use-units.js';
import styles from './lobby.module.css';

export function Invitations() {
  const { t } = useTranslation('lobby');
  const text = useText();
  const { exercise: own } = useViewer();
  const { data: exercises = [] } = useExercises();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(own ?? '');
  const exercise = chosen === '' ? undefined : chosen;
  const { data: units } = useUnits(exercise);
  const nameOf = (id: string) => text(exercises.find((one) => one.id === id)?.title) || id;
  const open = exercises.filter(({ status }) => status !== 'ended');
  return (
    <section aria-label={t('tab.invitations')}>
      <PanelHead title={t('tab.invitations')}>
        <div className={styles['tools']}>
          <NativeSelect
            size="xs"
            aria-label={t('invitations:exercise')}
            value={chosen}
            data={[
              ...(own === undefined ? [{ value: '', label: t('invitations:allExercises') }] : []),
              ...open.map(({ id }) => ({ value: id, label: `${nameOf(id)} · ${id}` })),
            ]}
            onChange={({ currentTarget: { value } }) => setChosen(value)}
          />
          <Button variant="filled" size="compact-sm" onClick={() => setOpen(true)}>
            {t('invitations:title')}
          </Button>
        </div>
      </PanelHead>
      <InviteList nameOf={nameOf} />
      <InviteDialog key={chosen} opened={isOpen} onClose={() => setOpen(false)} exercise={exercise} units={units} />
    </section>
  );
}
