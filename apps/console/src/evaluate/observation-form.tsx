/** What an evaluator saw, bound to the events that show it. */
import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { OBSERVATION_KINDS } from '#domain/evaluation/evaluation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { ReviewAt } from '../parts/review-at.js';
import { storyOffset } from '../parts/story-time.js';
import { useAction } from '../parts/use-action.js';
import { useWord } from '../parts/use-word.js';
import { api, dataOf } from '../session/api.js';
import { type ObservationDraft, observationRequest } from './drafts.js';
import { ElementChoice, IncidentChoice, LONGEST, LongText, ObjectiveChoice } from './form-fields.js';
import { ReleaseChoice, TlpChoice } from './release-fields.js';
import { FormFrame } from './form-frame.js';
import styles from './evaluate.module.css';

interface Props {
  readonly draft: ObservationDraft;
  readonly refusal: string | undefined;
  readonly onChange: (change: Partial<ObservationDraft>) => void;
  readonly onShow: (seq: number) => void;
  readonly onClose: () => void;
  /** What was written is no longer needed. */
  readonly onDone: () => void;
}

export function ObservationForm({ draft, refusal, onChange, onShow, onClose, onDone }: Props) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const { exercise, fold } = useExerciseStore();
  const offset = storyOffset(fold.state.scenario.startsAt);
  const { mutate, isPending, error } = useAction((input: ObservationDraft, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/observations', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } },
        body: observationRequest(input, offset),
      }),
    ),
  );
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => text.current?.focus(), []);
  return (
    <FormFrame
      title={t('newObservation')}
      submit={t('record')}
      isReady={draft.text.trim() !== ''}
      isSending={isPending}
      error={error}
      refusal={refusal}
      onSubmit={() => mutate(draft, { onSuccess: onDone })}
      onClose={onClose}
      onDiscard={onDone}
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('kind')}
        value={draft.kind}
        data={OBSERVATION_KINDS.map((value) => ({ value, label: word('observationKind', value) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <LongText
        ref={text}
        label={t('whatISaw')}
        required
        maxLength={LONGEST.text}
        value={draft.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
      <fieldset className={styles['evidence']}>
        <legend>{t('evidence')}</legend>
        {draft.evidence.map((seq) => (
          <span key={seq} className={styles['chip']}>
            <button type="button" onClick={() => onShow(seq)}>
              {t('event')} <bdi>{seq}</bdi>
            </button>
            <button
              type="button"
              aria-label={t('unbind', { seq })}
              onClick={() => onChange({ evidence: draft.evidence.filter((one) => one !== seq) })}
            >
              ✕
            </button>
          </span>
        ))}
        <span className="mute">{t('addEvidence')}</span>
      </fieldset>
      <div className={styles['pair']}>
        <ObjectiveChoice value={draft.objective} onChange={(objective) => onChange({ objective })} />
        <IncidentChoice value={draft.incident} onChange={(incident) => onChange({ incident })} />
      </div>
      <LongText
        label={t('recommendation')}
        minRows={2}
        maxLength={LONGEST.text}
        value={draft.recommendation}
        onChange={(event) => onChange({ recommendation: event.currentTarget.value })}
      />
      <ElementChoice
        value={draft.capabilityElement}
        onChange={(capabilityElement) => onChange({ capabilityElement })}
      />
      <div className={styles['pair']}>
        <ReleaseChoice value={draft.class} onChange={(releasedTo) => onChange({ class: releasedTo, tlp: '' })} />
        <TlpChoice of={draft.class} value={draft.tlp} onChange={(tlp) => onChange({ tlp })} />
      </div>
      {draft.class !== '' && (
        <ReviewAt size="xs" value={draft.reviewAt ?? ''} onChange={(reviewAt) => onChange({ reviewAt })} />
      )}
      {draft.class !== '' && <p className="mute">{t('releasedMeans')}</p>}
    </FormFrame>
  );
}
