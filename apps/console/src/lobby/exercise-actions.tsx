/** What one can do with an exercise from the list: go in, start it, end it, take its recording, delete it. */
import { Button, Group, NativeSelect, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { CONTROLLERS, SEATED } from '#contracts/http/roles.js';
import { mayGive } from '#domain/release/permissions.js';
import { Link } from 'wouter';
import { screensFor } from '../app/screens.js';
import { ConfirmButton } from '../parts/confirm-button.js';
import { useProblemText } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { useText } from '../parts/use-text.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import { DeleteExercise } from './delete-exercise.js';
import { saveRecording } from './save-recording.js';
import { SPEEDS, speedText } from './speeds.js';
import type { ListedExercise } from './use-exercises.js';
import styles from './lobby.module.css';

export function ExerciseActions({ exercise }: { readonly exercise: ListedExercise }) {
  const { t } = useTranslation('lobby');
  const text = useText();
  const problemText = useProblemText();
  const { role } = useViewer();
  const { id, title, status } = exercise;
  const path = { exercise: id };
  const start = useAction(async (speed: number, key) => {
    const header = { 'Idempotency-Key': key };
    await dataOf(api.POST('/v1/exercises/{exercise}/start', { params: { path, header }, body: { speed } }));
  });
  const end = useAction(async (_: undefined, key) => {
    await dataOf(api.POST('/v1/exercises/{exercise}/end', { params: { path, header: { 'Idempotency-Key': key } } }));
  });
  const save = useAction(async (_: undefined) => saveRecording(id));
  const failure = [start, end, save].find(({ isError }) => isError);
  const screens = screensFor(role);
  // Each row has the same label, so a screen reader also gets the exercise.
  const named = (label: string) => `${label}: ${text(title)}`;
  return (
    <Group gap={4} wrap="nowrap" className={styles['actions']}>
      {screens.slice(0, 2).map((screen) => (
        <Button
          key={screen.id}
          component={Link}
          href={`/x/${id}/${screen.id}`}
          size="compact-sm"
          aria-label={named(t(`frame:screen.${screen.id}`))}
        >
          {t(`frame:screen.${screen.id}`)}
        </Button>
      ))}
      {status === 'ended' && SEATED.includes(role) && (
        <Button
          component={Link}
          href={`/x/${id}/replay`}
          size="compact-sm"
          aria-label={named(t('frame:screen.replay'))}
        >
          {t('frame:screen.replay')}
        </Button>
      )}
      {mayGive(role, 'SetMode') && status === 'planned' && (
        <Button
          component={Link}
          href={`/library/~seats?exercise=${id}`}
          size="compact-sm"
          aria-label={named(t('seats'))}
        >
          {t('seats')}
        </Button>
      )}
      {mayGive(role, 'StartExercise') && status === 'planned' && (
        <StartButton label={named(t('start'))} isBusy={start.isPending} onStart={start.mutate} />
      )}
      {mayGive(role, 'EndExercise') && (status === 'running' || status === 'paused') && (
        <ConfirmButton
          label={t('end')}
          ariaLabel={named(t('end'))}
          question={t('endQuestion')}
          confirm={t('end')}
          onConfirm={() => end.mutate(undefined)}
        />
      )}
      {CONTROLLERS.includes(role) && status !== 'planned' && (
        <Button
          size="compact-sm"
          loading={save.isPending}
          aria-label={named(t('recording'))}
          onClick={() => save.mutate(undefined)}
        >
          {t('recording')}
        </Button>
      )}
      {CONTROLLERS.includes(role) && (status === 'planned' || status === 'ended') && (
        <DeleteExercise exercise={exercise} label={named(t('delete'))} />
      )}
      {failure !== undefined && (
        <span role="alert" className={styles['failure']}>
          {problemText(failure.error)}
        </span>
      )}
    </Group>
  );
}

interface StartProps {
  readonly label: string;
  readonly isBusy: boolean;
  readonly onStart: (speed: number) => void;
}

function StartButton({ label, isBusy, onStart }: StartProps) {
  const { t } = useTranslation('lobby');
  const [isOpen, setOpen] = useState(false);
  const [speed, setSpeed] = useState(1);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      withArrow
      width={260}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button size="compact-sm" variant="filled" loading={isBusy} aria-label={label} onClick={() => setOpen(true)}>
          {t('start')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <NativeSelect
          size="xs"
          label={t('speed')}
          description={t('speedHint')}
          value={String(speed)}
          data={SPEEDS.map((one) => ({ value: String(one), label: speedText(one) }))}
          onChange={({ currentTarget: { value } }) => setSpeed(Number(value))}
        />
        <Group gap={6} mt="xs">
          <Button
            variant="filled"
            onClick={() => {
              setOpen(false);
              onStart(speed);
            }}
          >
            {t('frame:startex')}
          </Button>
          <Button onClick={() => setOpen(false)}>{t('frame:cancel')}</Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
