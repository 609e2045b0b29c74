/** A row of the improvement plan: what is to be done, by whom, and by when. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import type { EventViewOf } from '#contracts/http/events.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useAction } from '../parts/use-action.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { api, dataOf } from '../session/api.js';
import { EMPTY_IMPROVEMENT, type ImprovementDraft, improvementRequest } from './drafts.js';
import { ElementChoice, LONGEST, LongText, ObjectiveChoice } from './form-fields.js';
import { FormFrame } from './form-frame.js';
import styles from './evaluate.module.css';

interface Props {
  /** The observation that it answers to; empty: none. */
  readonly observation: string;
  readonly observations: readonly EventViewOf<'ObservationRecorded'>[];
  readonly refusal: string | undefined;
  readonly onClose: () => void;
}

export function ImprovementForm({ observation, observations, refusal, onClose }: Props) {
  const { t } = useTranslation('evaluate');
  const { id: exercise } = useExerciseStore().exercise;
  const [draft, change, forget] = useFormDraft(`${exercise}:improvement:${observation}`, EMPTY_IMPROVEMENT);
  const { mutate, isPending, error } = useAction((input: ImprovementDraft, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/improvements', {
        params: { path: { exercise }, header: { 'Idempotency-Key': key } },
        body: improvementRequest(input),
      }),
    ),
  );
  const answered = observations.find(({ data }) => data.observation === observation)?.data;
  const form: ImprovementDraft = {
    ...draft,
    observation: draft.observation || observation,
    // What the observation says already need not be said again.
    objective: draft.objective || (answered?.objective ?? ''),
    capabilityElement: draft.capabilityElement || (answered?.capabilityElement ?? ''),
  };
  const { correctiveAction, capabilityElement, organization, contact, start, completion } = form;
  const isInOrder = start === '' || completion === '' || start <= completion;
  const done = () => {
    forget();
    onClose();
  };
  return (
    <FormFrame
      title={t('newImprovement')}
      submit={t('plan')}
      isReady={correctiveAction.trim() !== '' && organization.trim() !== '' && capabilityElement !== '' && isInOrder}
      isSending={isPending}
      error={error}
      refusal={refusal}
      onSubmit={() => mutate(form, { onSuccess: done })}
      onClose={onClose}
      onDiscard={done}
    >
      {answered !== undefined && (
        <p className={styles['quote']}>
          <bdi>{answered.text}</bdi>
        </p>
      )}
      <LongText
        label={t('correctiveAction')}
        required
        autoFocus
        maxLength={LONGEST.action}
        value={correctiveAction}
        onChange={(event) => change({ correctiveAction: event.currentTarget.value })}
      />
      <div className={styles['pair']}>
        <TextInput
          label={t('organization')}
          required
          dir="auto"
          maxLength={LONGEST.name}
          value={organization}
          onChange={(event) => change({ organization: event.currentTarget.value })}
        />
        <TextInput
          label={t('contact')}
          dir="auto"
          maxLength={LONGEST.name}
          value={contact}
          onChange={(event) => change({ contact: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('start')}
          value={start}
          onChange={(event) => change({ start: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('completion')}
          value={completion}
          min={start}
          error={isInOrder ? undefined : t('beforeStart')}
          onChange={(event) => change({ completion: event.currentTarget.value })}
        />
        <ElementChoice
          isRequired
          value={capabilityElement}
          onChange={(value) => change({ capabilityElement: value })}
        />
        <ObjectiveChoice value={form.objective} onChange={(objective) => change({ objective })} />
      </div>
      <NativeSelect
        size="xs"
        label={t('observation')}
        value={form.observation}
        data={[
          { value: '', label: t('none') },
          ...observations.map(({ data }) => ({
            value: data.observation,
            label: `${data.observation} ${data.text.slice(0, 60)}`,
          })),
        ]}
        onChange={(event) => change({ observation: event.currentTarget.value })}
      />
    </FormFrame>
  );
}
