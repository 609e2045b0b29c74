/** What happens next: the steps of each chain, done, now and to come, with the time until each if nobody acts. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventView } from '#contracts/http/events.js';
import type { ChainPlan, PlannedStep } from '#domain/engine/plan.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { clockText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { chainPlaces } from '../incidents/incident-facts.js';
import { StepLine } from './step-line.js';
import { doneSteps } from './done-steps.js';
import { useRules } from './use-rules.js';
import styles from './incident.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly events: readonly EventView[];
}

export function NextSteps({ incident, events }: Props) {
  const { t } = useTranslation('desk');
  const { fold } = useExerciseStore();
  const rules = useRules();
  // Units that go off duty and links that fail change the plan of every incident.
  const world = useExercise(useCallback(({ state }: ExerciseFold) => worldOf(state), []));
  const plans = useMemo(
    () => rules?.plansOf(fold.state, incident.id) ?? [],
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the state is the same object all the time
    [rules, fold, incident, world],
  );
  const done = useMemo(() => doneSteps(events), [events]);
  const places = useExercise(useCallback((now: ExerciseFold) => chainPlaces(now, incident).map((place) => JSON.stringify(place)), [incident]));
  if (places.length === 0) return null;
  return (
    <section className={styles['next']} aria-labelledby="next-steps">
      <h3 id="next-steps" className={styles['sectionHead']}>
        {t('next.title')}
      </h3>
      {places.map((text) => {
        const place = JSON.parse(text) as ReturnType<typeof chainPlaces>[number];
        return (
          <ChainSteps
            key={place.chain}
            place={place}
            isOnly={places.length === 1}
            incident={incident}
            done={done.filter(({ chain }) => chain === place.chain)}
            plan={plans.find(({ chain }) => chain === place.chain)}
          />
        );
      })}
    </section>
  );
}

function worldOf({ units, links }: ExerciseFold['state']): string {
  const away = Object.values(units).filter(({ duty, link }) => duty === 'off' || link.status === 'down');
  return [links.PAK.status, links.CHN.status, ...away.map(({ id, duty, link }) => `${id}${duty}${link.status}`)].join(' ');
}

interface ChainProps {
  readonly place: ReturnType<typeof chainPlaces>[number];
  readonly isOnly: boolean;
  readonly incident: IncidentView;
  readonly done: ReturnType<typeof doneSteps>;
  readonly plan: ChainPlan | undefined;
}

function ChainSteps({ place, isOnly, incident, done, plan }: ChainProps) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const { status } = place;
  const isAtWork = status === 'active' || status === 'delayed';
  return (
    <>
      {!isOnly && (
        <h4 className={styles['chainHead']}>
          <bdi>{place.chain}</bdi> <span className="mute">{word('chainStatus', status)}</span>
        </h4>
      )}
      <ol className={styles['steps']}>
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
        {plan?.steps.map((step, index) => (
          <PlannedLine key={`${step.round}.${step.step}`} step={step} isNext={index === 0} missing={index === 0 ? missingOf(incident) : undefined} />
        ))}
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

/** The one side that alone is missing, if it is so. */
function missingOf({ class: releaseClass, acknowledgedBy }: IncidentView): string | undefined {
  if (releaseClass !== 'JOINT') return undefined;
  if (acknowledgedBy.PAK !== undefined && acknowledgedBy.CHN === undefined) return 'CHN';
  return acknowledgedBy.CHN !== undefined && acknowledgedBy.PAK === undefined ? 'PAK' : undefined;
}

function PlannedLine({ step, isNext, missing }: { readonly step: PlannedStep; readonly isNext: boolean; readonly missing: string | undefined }) {
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
      state={isNext ? 'next' : 'later'}
      when={<In at={step.startsAt} />}
      step={step.step}
      round={step.round}
      condition={isNext ? (missing === undefined ? t('next.ifNobody') : t('next.ifSilent', { side: missing })) : undefined}
      units={addressees.map(({ unit, cutOff }) => ({ unit, isCutOff: cutOff }))}
      note={need}
    />
  );
}

function In({ at }: { readonly at: number }) {
  const { t } = useTranslation('desk');
  return (
    <>
      {t('next.in')} <Countdown to={at} />
    </>
  );
}
