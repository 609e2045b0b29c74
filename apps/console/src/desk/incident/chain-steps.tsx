/** The steps of one chain: done, now and to come. */
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { ChainStanding } from '#domain/engine/explain-incident.js';
import type { ChainPlan, PlannedStep } from '#domain/engine/plan.js';
import { Countdown } from '../../parts/countdown.js';
import { Placed } from '../../parts/placed.js';
import { clockText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import type { ChainPlace } from '../../live/incident-facts.js';
import type { DoneStep } from './done-steps.js';
import { StepLine } from './step-line.js';
import styles from './incident.module.css';
import stepsStyles from './steps.module.css';

/** Of the steps to come; the rest is a press away. */
const AT_FIRST = 3;

interface ChainProps {
  readonly place: ChainPlace;
  readonly isOnly: boolean;
  readonly standing: ChainStanding | undefined;
  readonly done: readonly DoneStep[];
  readonly plan: ChainPlan | undefined;
}

export function ChainSteps({ place, isOnly, standing, done, plan }: ChainProps) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const conditionOf = useCondition();
  const [isWhole, setWhole] = useState(false);
  const { status } = place;
  const steps = plan?.steps ?? [];
  const shown = isWhole ? steps : steps.slice(0, AT_FIRST);
  const isAtWork = status === 'active' || status === 'delayed';
  return (
    <>
      {!isOnly && (
        <h4 className={stepsStyles['chainHead']}>
          <bdi>{place.chain}</bdi> <span className="mute">{word('chainStatus', status)}</span>
        </h4>
      )}
      <ol className={stepsStyles['steps']}>
        {done.map(({ step, round, at, targets, isSkipped }, index) => {
          const isNow = isAtWork && index === done.length - 1 && !isSkipped && status === 'active';
          return (
            <StepLine
              key={`${round}.${step}.${at}`}
              state={isNow ? 'now' : 'done'}
              when={<bdi>{clockText(at)}</bdi>}
              step={step}
              round={round}
              units={targets}
              note={isSkipped ? t('next.skipped') : isNow ? t('next.now') : undefined}
            />
          );
        })}
        {shown.map((step, index) => (
          <PlannedLine
            key={`${step.round}.${step.step}`}
            step={step}
            condition={index === 0 ? conditionOf(standing) : undefined}
          />
        ))}
        {shown.length < steps.length && (
          <StepLine state="later" when={null}>
            <button type="button" className={styles['link']} onClick={() => setWhole(true)}>
              {t('next.more', { count: steps.length - shown.length })}
            </button>
          </StepLine>
        )}
        {plan !== undefined && (
          <StepLine state="end" when={<In at={plan.exhaustedAt} />} note={undefined}>
            {t('next.exhausted')}
          </StepLine>
        )}
        {!isAtWork && (
          <StepLine state={status === 'halted' ? 'met' : 'end'} when={null}>
            {word('chainStatus', status)}
          </StepLine>
        )}
        {isAtWork && plan === undefined && place.nextStepAt !== undefined && (
          <StepLine state="next" when={<In at={place.nextStepAt} />}>
            {t('next.unknown')}
          </StepLine>
        )}
      </ol>
    </>
  );
}

/** On what the next step depends: the requirement of the present one, in words. */
function useCondition(): (standing: ChainStanding | undefined) => string {
  const { t } = useTranslation('desk');
  return (standing) => {
    if (standing === undefined) return t('next.ifNobody');
    const { requirement, missingSides } = standing;
    const [missing, ...others] = missingSides ?? [];
    if (missing !== undefined && others.length === 0) return t('next.ifSilent', { side: missing });
    if (typeof requirement === 'object') return t('next.unlessCount', { count: requirement.count });
    return t(requirement === 'any' ? 'next.ifNoneAnswers' : 'next.unlessAll');
  };
}

/** @param condition of the step that comes next */
function PlannedLine({ step, condition }: { readonly step: PlannedStep; readonly condition: string | undefined }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const { requirement, addressees, ends, beyondExercise } = step;
  const sides = new Set(addressees.map(({ side }) => side));
  const need =
    ends === 'skipped'
      ? t('next.nobody')
      : beyondExercise
        ? t('next.beyond')
        : sides.size === 1
          ? t('next.onlySide', { side: [...sides][0] })
          : typeof requirement === 'object'
            ? t('next.count', { count: requirement.count })
            : word('requirement', requirement);
  return (
    <StepLine
      state={condition === undefined ? 'later' : 'next'}
      when={<In at={step.startsAt} />}
      step={step.step}
      round={step.round}
      condition={condition}
      units={addressees.map(({ unit, cutOff }) => ({ unit, isCutOff: cutOff }))}
      note={need}
    />
  );
}

function In({ at }: { readonly at: number }) {
  const { t } = useTranslation('desk');
  return <Placed say={(marks) => t('next.in', marks)} values={{ left: <Countdown to={at} /> }} />;
}
