/** What an inject waits for, part by part, and how far each part is. */
import type { ReactNode } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { InjectCondition } from '#domain/inject/inject.js';
import { conditionHolds } from '#domain/inject/decide-inject.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { SideBadge } from '../../parts/side-badge.js';
import { durationText } from '../../parts/time-text.js';
import { UnitName } from '../names.js';
import { silenceOf } from './script.js';
import styles from './script.module.css';

/** All of it in one line. */
export function ConditionWords({ condition }: { readonly condition: InjectCondition }) {
  const { t } = useTranslation('control');
  if (condition.kind === 'not') {
    return (
      <>
        {t('when.not')} <ConditionWords condition={condition.of} />
      </>
    );
  }
  if (condition.kind === 'all' || condition.kind === 'any') {
    return condition.of.map((part, index) => (
      // The parts of one condition never change their order.
      <span key={index}>
        {index > 0 && ` ${t(`when.${condition.kind}`)} `}
        {'of' in part ? (
          <>
            (<ConditionWords condition={part} />)
          </>
        ) : (
          <ConditionWords condition={part} />
        )}
      </span>
    ));
  }
  return (
    <Part condition={condition}>
      <LeafWords condition={condition} />
    </Part>
  );
}

type Leaf = Exclude<InjectCondition, { of: unknown }>;

function Part({ condition, children }: { readonly condition: Leaf; readonly children: ReactNode }) {
  const { t } = useTranslation('control');
  const holds = useExercise(({ state }) => state.status !== 'planned' && conditionHolds(state, condition));
  return (
    <span className={styles['part']} data-holds={holds || undefined}>
      <span aria-hidden>{holds ? '✓' : '○'}</span>
      <span className={styles['spoken']}>{t(holds ? 'when.holds' : 'when.open')}</span> {children}
    </span>
  );
}

function LeafWords({ condition }: { readonly condition: Leaf }) {
  const { t } = useTranslation('control');
  switch (condition.kind) {
    case 'fired':
      return (
        <>
          <bdi>{condition.inject}</bdi> {t('when.fired')}
        </>
      );
    case 'resolved':
      return (
        <>
          <bdi>{condition.incident}</bdi> {t('when.resolved')}
        </>
      );
    case 'escalated':
      return (
        <>
          <bdi>{condition.incident}</bdi> {t('when.escalated')} <EscalatedSoFar condition={condition} />
        </>
      );
    case 'unacknowledged':
      return (
        <>
          <SideBadge side={condition.side} /> {t('when.silent')} <bdi>{durationText(condition.forMs)}</bdi> ·{' '}
          <bdi>{condition.incident}</bdi> <SilentSoFar condition={condition} />
        </>
      );
    case 'knows':
      return (
        <>
          <SideBadge side={condition.side} />{' '}
          {t(condition.tearLine === undefined ? 'when.knows' : 'when.knowsTearLine')}{' '}
          <bdi>{condition.incident ?? condition.tearLine}</bdi>
        </>
      );
    case 'declined':
      return (
        <>
          <UnitName id={condition.unit} /> {t('when.declined')}
          {condition.incident !== undefined && (
            <>
              {' · '}
              <bdi>{condition.incident}</bdi>
            </>
          )}
        </>
      );
    default:
      return condition satisfies never;
  }
}

function EscalatedSoFar({ condition }: { readonly condition: Extract<Leaf, { kind: 'escalated' }> }) {
  const { incident: inject, level } = condition;
  const steps = useExercise(({ state: { script } }) => {
    const named = script.injects[inject];
    const followed = named?.incident === undefined ? undefined : script.incidents[named.incident];
    return (followed?.escalations ?? 0) - (named?.before?.escalations ?? 0);
  });
  return (
    <bdi className="mute">
      {Math.max(0, steps)}/{level}
    </bdi>
  );
}

function SilentSoFar({ condition }: { readonly condition: Extract<Leaf, { kind: 'unacknowledged' }> }) {
  const { fold } = useExerciseStore();
  useExercise(({ seq }) => seq);
  const since = silenceOf(condition, fold.state);
  if (since === undefined) return null;
  return <Countdown to={since + condition.forMs} />;
}
