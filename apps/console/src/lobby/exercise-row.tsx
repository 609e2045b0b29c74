/** One exercise in the list. */
import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { Link } from 'wouter';
import { screensFor } from '../app/screens.js';
import { useTick } from '../live/use-now.js';
import { AuthoredText } from '../parts/authored-text.js';
import { SideBadge } from '../parts/side-badge.js';
import { durationText, exerciseTimeText } from '../parts/time-text.js';
import { WallTime } from '../parts/wall-time.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import { ExerciseActions } from './exercise-actions.js';
import { speedText } from './speeds.js';
import type { ListedExercise } from './use-exercises.js';
import { useWord } from '../parts/use-word.js';
import styles from './lobby.module.css';

export function ExerciseRow({ exercise }: { readonly exercise: ListedExercise }) {
  const { t } = useTranslation('lobby');
  const word = useWord();
  const { role, side } = useViewer();
  const { id, title, scenario, status, speed, durationMs, createdAt } = exercise;
  const [first] = screensFor(role);
  return (
    <tr data-status={status}>
      <td>
        <span className={styles['status']} data-status={status}>
          {word('exerciseStatus', status)}
          {status === 'running' && (
            <b>
              <bdi dir="ltr">{speedText(speed)}</bdi>
            </b>
          )}
        </span>
      </td>
      <th scope="row">
        <Link href={`/x/${id}/${first?.id ?? ''}`} className={styles['title']}>
          <AuthoredText text={title} />
        </Link>
        <span className={styles['ids']}>
          <bdi>{scenario}</bdi> <bdi>{id}</bdi>
        </span>
      </th>
      <td className="nowrap">
        <Clock exercise={exercise} /> <span className="mute">{t('clockOf')}</span>{' '}
        <bdi className="mute">{durationText(durationMs)}</bdi>
      </td>
      <td>{status === 'ended' ? <span className="mute">{t('nobody')}</span> : <PeopleHere exercise={id} />}</td>
      <td className="nowrap">
        <span className="capital">{word('role', role)}</span> {side !== undefined && <SideBadge side={side} />}
      </td>
      <td>
        <WallTime at={createdAt} />
      </td>
      <td>
        <ExerciseActions exercise={exercise} />
      </td>
    </tr>
  );
}

function Clock({ exercise }: { readonly exercise: ListedExercise }) {
  const { status, time, speed, durationMs, readAt } = exercise;
  const show = useCallback(() => {
    const now = status === 'running' ? time + Math.max(0, Date.now() - readAt) * speed : time;
    return exerciseTimeText(Math.min(now, Math.max(durationMs, time)));
  }, [status, time, speed, durationMs, readAt]);
  return (
    <b>
      <bdi>{useTick(show)}</bdi>
    </b>
  );
}

function PeopleHere({ exercise }: { readonly exercise: string }) {
  const { t } = useTranslation('lobby');
  const { data, isError } = useQuery({
    queryKey: ['presence', exercise],
    queryFn: () => dataOf(api.GET('/v1/exercises/{exercise}/presence', { params: { path: { exercise } } })),
    refetchInterval: 15_000,
  });
  if (isError) return <span className="mute">–</span>;
  if (data === undefined) return null;
  const here = data.people.filter(({ state }) => state === 'here');
  if (here.length === 0) return <span className="mute">{t('nobody')}</span>;
  const names = here.map(({ name }) => name).join(', ');
  return (
    <Tooltip label={names} multiline maw={320}>
      <span tabIndex={0} className={styles['here']}>
        {t('here', { count: here.length })}
      </span>
    </Tooltip>
  );
}
