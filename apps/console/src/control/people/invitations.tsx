/** The invitations to this exercise: make one, see how often it was used, revoke it. */
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPage } from '../../language/lazy-page.js';
import { useTranslation } from '../../language/use-translation.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { InviteList } from '../../parts/invite-list.js';
import { useText } from '../../parts/use-text.js';
import styles from './people.module.css';

const InviteDialog = lazyPage(['invitations'], async () => (await import('../../parts/invite-dialog.js')).InviteDialog);

export function Invitations() {
  const { t } = useTranslation('invitations');
  const text = useText();
  const { exercise, fold } = useExerciseStore();
  const [isOpen, setOpen] = useState(false);
  const { units } = fold.state.scenario;
  const nameOf = (id: string) => text(units.find((unit) => unit.id === id)?.name) || id;
  return (
    <>
      <div className={styles['tools']}>
        <Button variant="filled" size="compact-sm" onClick={() => setOpen(true)}>
          {t('title')}
        </Button>
      </div>
      <InviteList exercise={exercise.id} nameOf={nameOf} />
      {isOpen && (
        <Suspense>
          <InviteDialog opened onClose={() => setOpen(false)} exercise={exercise.id} units={units} />
        </Suspense>
      )}
    </>
  );
}
