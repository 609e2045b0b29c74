/** An evaluator's rating of one objective, beside the rating that follows from the log. */
import { useEffect, useRef } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { RATINGS, type Rating } from '#domain/evaluation/evaluation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useAction } from '../parts/use-action.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { useWord } from '../parts/use-word.js';
import { api, dataOf } from '../session/api.js';
import { EMPTY_RATING, type RatingDraft } from './drafts.js';
import type { ObjectiveGroup } from './evaluation-log.js';
import { LONGEST, LongText } from './form-fields.js';
import { FormFrame } from './form-frame.js';
import { RatingBadge } from './rating-badge.js';
import type { GivenRating } from './sheets.js';
import { useNameOf } from './use-people.js';
import styles from './evaluate.module.css';

interface Props {
  readonly objective: string;
  readonly group: ObjectiveGroup | undefined;
  readonly given: readonly GivenRating[];
  readonly refusal: string | undefined;
  readonly onClose: () => void;
}

export function RatingForm({ objective, group, given, refusal, onClose }: Props) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const nameOf = useNameOf();
  const { id: exercise } = useExerciseStore().exercise;
  const [draft, change, forget] = useFormDraft(`${exercise}:rating:${objective}`, EMPTY_RATING);
  const { mutate, isPending, error } = useAction(({ rating, reason }: RatingDraft, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/ratings', {
        params: { path: { exercise }, header: { 'Idempotency-Key': key } },
        body: { objective, rating: rating as Rating, reason: reason.trim() },
      }),
    ),
  );
  const proposed = group?.proposed;
  const levels = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const inputs = [...(levels.current?.querySelectorAll('input') ?? [])];
    (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus();
  }, []);
  const done = () => {
    forget();
    onClose();
  };
  return (
    <FormFrame
      title={
        <>
          {t('rateHead')} <bdi>{objective}</bdi>
        </>
      }
      submit={t('rate')}
      isReady={draft.rating !== '' && draft.reason.trim() !== ''}
      isSending={isPending}
      error={error}
      refusal={refusal}
      onSubmit={() => mutate(draft, { onSuccess: done })}
      onClose={onClose}
      onDiscard={done}
    >
      {proposed !== undefined && (
        <p className={styles['facts']}>
          <RatingBadge rating={proposed.rating} isProposed={proposed.rating !== undefined} />
          <span>{t('tally', { met: proposed.met, missed: proposed.missed, open: proposed.unjudged })}</span>
        </p>
      )}
      {given.map(({ by, rating, event }) => (
        <p key={by} className={styles['facts']}>
          <RatingBadge rating={rating} />
          <bdi>{nameOf(event.actor)}</bdi>
          <span dir="auto">{event.data.reason}</span>
        </p>
      ))}
      <fieldset ref={levels} className={styles['levels']}>
        <legend>{t('level')}</legend>
        {RATINGS.map((rating) => (
          <label key={rating} className={styles['level']}>
            <input
              type="radio"
              name="rating"
              value={rating}
              checked={draft.rating === rating}
              onChange={() => change({ rating })}
            />
            <RatingBadge rating={rating} />
            <span>
              <b>{word('rating', rating)}</b> <span className="mute">{word('ratingMeaning', rating)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <LongText
        label={t('reason')}
        required
        maxLength={LONGEST.reason}
        value={draft.reason}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
    </FormFrame>
  );
}
