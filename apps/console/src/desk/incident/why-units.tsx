/** Of each unit of the exercise: whether it was asked about the incident, and if not, why. */
import { TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise } from '../../live/use-exercise.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useText } from '../../parts/use-text.js';
import { useWord } from '../../parts/use-word.js';
import { type WhyUnit, whyUnit } from './why-unit.js';
import styles from './incident.module.css';
import drawerStyles from './drawer.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly explanation: IncidentExplanation | undefined;
}

export function WhyUnits({ incident, explanation }: Props) {
  const { t } = useTranslation('desk');
  const text = useText();
  const [words, setWords] = useState('');
  const units = useExercise((fold) => fold.state.scenario.units);
  const shown = units.filter(({ id, name }) =>
    `${id} ${text(name)}`.toLocaleLowerCase().includes(words.toLocaleLowerCase()),
  );
  return (
    <section>
      <h3 className={styles['sectionHead']}>{t('why.units')}</h3>
      {explanation?.chains.map(({ chain, impossible, missingSides }) =>
        impossible || (missingSides?.length ?? 0) > 0 ? (
          <p key={chain} className="mute">
            <bdi>“{chain}”</bdi>{' '}
            {impossible ? t('why.impossible') : t('why.missing', { sides: missingSides?.join(', ') ?? '' })}
          </p>
        ) : null,
      )}
      <TextInput
        aria-label={t('why.search')}
        placeholder={t('why.search')}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <ul className={drawerStyles['whyUnits']}>
        {shown.map((unit) => (
          <li key={unit.id}>
            <span>
              <SideBadge side={unit.side} /> <bdi>{text(unit.name)}</bdi>
            </span>
            <WhyOne incident={incident} unit={unit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhyOne({ incident, unit }: { readonly incident: IncidentView; readonly unit: UnitDefinition }) {
  const why = useExercise(
    useCallback((fold: ExerciseFold) => JSON.stringify(whyUnit(fold.state, incident.id, unit)), [incident.id, unit]),
  );
  return <WhyText why={JSON.parse(why) as WhyUnit} />;
}

function WhyText({ why }: { readonly why: WhyUnit }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  switch (why.kind) {
    case 'asked':
      return (
        <span>
          {why.notifications.map(({ id, action, status, lapsedAt }) => (
            <span key={id} className={drawerStyles['askedOne']}>
              {word('action', action)} · {word('notificationStatus', lapsedAt === undefined ? status : 'lapsed')}
            </span>
          ))}
        </span>
      );
    case 'later':
      return <span>{t('why.later', { step: why.step + 1, chain: why.chain })}</span>;
    case 'left-out':
      return (
        <span className={drawerStyles['leftOut']}>
          {word('unreached', why.reason)}
          {why.step >= 0 && <span className="mute"> {t('why.atStep', { step: why.step + 1, chain: why.chain })}</span>}
        </span>
      );
    case 'not-meant':
      return <span className="mute">{t('why.notMeant')}</span>;
    default:
      return <span className="mute">{t('why.unknown')}</span>;
  }
}
