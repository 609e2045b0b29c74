/** What was expected, did it come, what did I see? While the exercise runs and after its end. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { useIsLive } from '../app/connection-state.js';
import { Waiting } from '../parts/waiting.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { Problem } from '../parts/problem.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { useViewer } from '../session/use-session.js';
import { EMPTY_OBSERVATION, withEvidence } from './drafts.js';
import { EventsPanel } from './events-panel.js';
import { ExpectationsPanel } from './expectations-panel.js';
import { incidentOf, isShown, shownEvents } from './feed-events.js';
import { ImprovementForm } from './improvement-form.js';
import { ObservationForm } from './observation-form.js';
import { RatingForm } from './rating-form.js';
import { SheetPanel } from './sheet-panel.js';
import { countEvaluators, observedEvents, ratingsGiven, sheetOf } from './sheets.js';
import { type Evaluation, useEvaluation } from './use-evaluation.js';
import { useLook } from './use-look.js';
import styles from './evaluate.module.css';

export function EvaluatePage() {
  const { evaluation, error } = useEvaluation();
  if (evaluation !== undefined) return <OpenEvaluation evaluation={evaluation} />;
  return error === null ? <Waiting /> : <Problem error={error} />;
}

function OpenEvaluation({ evaluation: { log, version, groups } }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluate');
  const { id } = useExerciseStore().exercise;
  const { account } = useViewer();
  const [look, changeLook] = useLook();
  const [observation, changeObservation, forgetObservation] = useFormDraft(`${id}:observation`, EMPTY_OBSERVATION);
  const refusal = useRefusal();
  const { incident } = look;
  const isWhole = look.feed === 'whole';
  const isAll = look.sheet === 'all';
  const events = useMemo(() => shownEvents(log.events.slice(), incident, isWhole), [log, version, incident, isWhole]);
  const sheet = useMemo(() => sheetOf(log, isAll ? undefined : account), [log, version, isAll, account]);
  const given = useMemo(() => ratingsGiven(log), [log, version]);
  const observed = useMemo(() => observedEvents(log), [log, version]);
  const chosen = look.event === undefined ? undefined : log.events[Number(look.event) - 1];

  const close = useCallback(() => changeLook({ form: undefined }), [changeLook]);
  const choose = (seq: number | undefined) => changeLook({ event: seq === undefined ? undefined : String(seq) });
  /** Chooses an event that the feed may not show yet. */
  const show = (seq: number) => {
    const event = log.events[seq - 1];
    if (event === undefined) return;
    const fitsIncident = incident === undefined || incidentOf(event) === incident;
    changeLook({
      event: String(seq),
      ...(!fitsIncident && { incident: undefined }),
      ...(!isShown(event, undefined, isWhole) && { feed: 'whole' }),
    });
  };
  const observe = (event: EventView | undefined) => {
    if (refusal !== undefined) return;
    if (event !== undefined) changeObservation(withEvidence(observation, event.seq, incidentOf(event)));
    changeLook({ form: 'observation', ...(event !== undefined && { event: String(event.seq) }) });
  };

  const shortcuts = useMemo(
    (): Shortcut[] => [
      { keys: 'i', label: t('newImprovement'), run: () => changeLook({ form: 'improvement' }) },
      {
        keys: 'Escape',
        label: t('clear'),
        inPalette: false,
        run: () =>
          changeLook(look.form === undefined ? { event: undefined, incident: undefined } : { form: undefined }),
      },
    ],
    [t, changeLook, look.form],
  );
  useShortcuts(shortcuts);

  const [form, about = ''] = split(look.form);
  const group = groups.find(({ objective }) => objective === about);
  return (
    <div className={styles['page']}>
      <ExpectationsPanel
        groups={groups}
        given={given}
        onShow={show}
        onRate={(objective) => changeLook({ form: `rating:${objective}` })}
      />
      <EventsPanel
        events={events}
        chosen={chosen}
        isWhole={isWhole}
        incident={incident}
        observed={observed}
        bound={form === 'observation' ? observation.evidence : []}
        refusal={refusal}
        onChoose={choose}
        onObserve={observe}
        onWhole={(whole) => changeLook({ feed: whole ? 'whole' : undefined })}
        onAnyIncident={() => changeLook({ incident: undefined })}
      />
      <SheetPanel
        sheet={sheet}
        isAll={isAll}
        evaluators={countEvaluators(log)}
        refusal={refusal}
        onAll={(all) => changeLook({ sheet: all ? 'all' : undefined })}
        onShow={show}
        onObserve={() => observe(undefined)}
        onImprove={(of) => changeLook({ form: of === undefined ? 'improvement' : `improvement:${of}` })}
        form={
          <>
            {form === 'observation' && (
              <ObservationForm
                draft={observation}
                refusal={refusal}
                onChange={changeObservation}
                onShow={show}
                onClose={close}
                onDone={() => {
                  forgetObservation();
                  close();
                }}
              />
            )}
            {form === 'rating' && (
              <RatingForm
                key={about}
                objective={about}
                group={group}
                given={given.get(about) ?? []}
                refusal={refusal}
                onClose={close}
              />
            )}
            {form === 'improvement' && (
              <ImprovementForm
                key={about}
                observation={about}
                observations={log.observations}
                refusal={refusal}
                onClose={close}
              />
            )}
          </>
        }
      />
    </div>
  );
}

/** `rating:Response` → the form, and what it is about. */
function split(form: string | undefined): readonly [string | undefined, string?] {
  const at = form?.indexOf(':') ?? -1;
  return form === undefined || at < 0 ? [form] : [form.slice(0, at), form.slice(at + 1)];
}

/** Why nothing can be recorded now; undefined: it can. */
function useRefusal(): string | undefined {
  const { t } = useTranslation('evaluate');
  const isLive = useIsLive();
  const isPlanned = useExercise((fold) => fold.state.status === 'planned');
  if (isPlanned) return t('beforeStartex');
  return isLive ? undefined : t('notLive');
}
