/** The incidents by state. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { INCIDENT_STATUSES, type IncidentStatus } from '#domain/incident/incident.js';
import { useExercise } from '../../live/use-exercise.js';
import { useWord } from '../../parts/use-word.js';
import { useEndedViews } from './use-incidents.js';
import { VirtualRows } from '../../parts/virtual-rows.js';
import styles from './incidents.module.css';
import gridStyles from './grid.module.css';

interface Props {
  readonly ids: readonly string[];
  readonly withEnded: boolean;
  readonly render: (id: string) => ReactNode;
  readonly selected: string | undefined;
}

const RUNNING: readonly IncidentStatus[] = ['open', 'responding', 'resolved'];

export function IncidentBoard({ ids, withEnded, render, selected }: Props) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const ended = useEndedViews();
  const statuses = useExercise((fold) => ids.map((id) => (fold.incidents.get(id as never) ?? ended.get(id))?.status));
  return (
    <div className={gridStyles['board']}>
      {(withEnded ? INCIDENT_STATUSES : RUNNING).map((status) => {
        const here = ids.filter((_id, index) => statuses[index] === status);
        return (
          <section key={status} className={gridStyles['column']}>
            <h3 className={gridStyles['columnHead']}>
              {word('incidentStatus', status)} <bdi className="mute">{here.length}</bdi>
            </h3>
            {here.length === 0 ? (
              <p className={styles['none']}>{t('list.noneHere')}</p>
            ) : (
              <VirtualRows ids={here} label={word('incidentStatus', status)} render={render} selected={selected} />
            )}
          </section>
        );
      })}
    </div>
  );
}
