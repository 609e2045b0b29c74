/** What it looked like at a moment of the exercise, to each side. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { ExerciseContext } from '../live/use-exercise.js';
import { Problem } from '../parts/problem.js';
import { Waiting } from '../parts/waiting.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useSelectedIncident } from '../app/use-url-state.js';
import { type LoadedLog, loadLog } from './load-log.js';
import type { Mark } from './mark-groups.js';
import { ReplayExpectations } from './replay-expectations.js';
import { ReplayIncidents } from './replay-incidents.js';
import { ReplaySides } from './replay-sides.js';
import { ReplayToolbar } from './replay-toolbar.js';
import { Scrubber } from './scrubber.js';
import { useReplay } from './use-replay.js';
import { judgeLog, missedAt } from './verdicts.js';
import styles from './replay.module.css';

export function ReplayPage() {
  const { id } = useExerciseStore().exercise;
  const { data, error } = useQuery({ queryKey: ['log', id], queryFn: () => loadLog(id), staleTime: 60_000, gcTime: 0 });
  if (error !== null && data === undefined) return <Problem error={error} />;
  return data === undefined ? <Waiting /> : <OpenReplay loaded={data} />;
}

function OpenReplay({ loaded }: { readonly loaded: LoadedLog }) {
  const { t } = useTranslation('replay');
  const replay = useReplay(loaded);
  const [selected, select] = useSelectedIncident();
  const judged = useMemo(
    () => (loaded.stream === 'all' ? judgeLog(loaded.scenario, loaded.events, replay.end) : []),
    [loaded, replay.end],
  );
  const marks = useMemo(() => marksOf(judged, loaded), [judged, loaded]);
  const missed = useMemo(
    () =>
      judged
        .map(missedAt)
        .filter((at) => at !== undefined)
        .toSorted((a, b) => a - b),
    [judged],
  );
  return (
    <ExerciseContext value={replay.store}>
      <div className={styles['page']}>
        <ReplayToolbar replay={replay} missed={missed} exercise={loaded.exercise} />
        <Scrubber events={replay.log.events} marks={marks} time={replay.time} end={replay.end} onSeek={replay.seek} />
        <div className={styles['columns']}>
          <ReplayIncidents selected={selected} onSelect={select} />
          <ReplaySides loaded={loaded} time={replay.time} selected={selected} onSeek={replay.seek} />
          <ReplayExpectations loaded={loaded} judged={judged} time={replay.time} onSeek={replay.seek} />
        </div>
        <p className={styles['asOf']}>{t('asOf', { events: replay.log.events.length })}</p>
      </div>
    </ExerciseContext>
  );
}

function marksOf(judged: ReturnType<typeof judgeLog>, { events }: LoadedLog): readonly Mark[] {
  const expected = judged.flatMap(({ expectation, verdict }): Mark[] => {
    const at = verdict.judgement === 'met' ? (verdict.at ?? verdict.deadline) : (verdict.deadline ?? verdict.at);
    if (at === undefined || (verdict.judgement !== 'met' && verdict.judgement !== 'missed')) return [];
    return [{ id: expectation.id, at, kind: verdict.judgement, label: expectation.objective ?? expectation.id }];
  });
  const observed = events.flatMap((event): Mark[] =>
    event.type === 'ObservationRecorded'
      ? [
          {
            id: `event ${event.seq}`,
            at: event.at,
            kind: 'observed',
            label: (event.data as { text: string }).text.slice(0, 80),
          },
        ]
      : [],
  );
  return [...expected, ...observed];
}
