/** An observation, a rating and a planned improvement, as they are on record. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { EventView, EventViewOf } from '#contracts/http/events.js';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { LabelMark } from '../parts/label-mark.js';
import { clockText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { RatingBadge } from './rating-badge.js';
import { useNameOf } from './use-people.js';
import styles from './evaluate.module.css';

interface ObservationProps {
  readonly event: EventViewOf<'ObservationRecorded'>;
  readonly onShow: (seq: number) => void;
  /** Absent: nothing can be recorded now. */
  readonly onImprove: ((observation: string) => void) | undefined;
}

export function ObservationCard({ event, onShow, onImprove }: ObservationProps) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const { observation, kind, text, objective, incident, recommendation, capabilityElement, evidence } = event.data;
  const { label } = event.data;
  const releasedTo = RELEASE_CLASSES.find((one) => one === event.audience);
  return (
    <article className={styles['card']}>
      <p className={styles['cardTop']}>
        <b className={styles['kind']} data-kind={kind}>
          <span aria-hidden>{kind === 'strength' ? '+' : '△'}</span> {word('observationKind', kind)}
        </b>
        <bdi className="mute">{observation}</bdi>
        {releasedTo !== undefined && <LabelMark of={releasedTo} label={label} />}
      </p>
      <p dir="auto" className={styles['words']}>
        {text}
      </p>
      {recommendation !== undefined && (
        <p className={styles['words']}>
          <span className="mute">{t('recommendation')}:</span> <bdi>{recommendation}</bdi>
        </p>
      )}
      <Facts event={event}>
        {objective !== undefined && <bdi>{objective}</bdi>}
        {incident !== undefined && <bdi>{incident}</bdi>}
        {capabilityElement !== undefined && <span>{word('capabilityElement', capabilityElement)}</span>}
      </Facts>
      <p className={styles['facts']}>
        {(evidence ?? []).map((seq) => (
          <Button key={seq} size="compact-xs" onClick={() => onShow(seq)}>
            <span>
              {t('event')} <bdi>{seq}</bdi>
            </span>
          </Button>
        ))}
        <Button
          size="compact-xs"
          disabled={onImprove === undefined}
          onClick={() => onImprove?.(observation)}
          aria-label={t('improveOn', { observation })}
        >
          {t('newImprovement')}
        </Button>
      </p>
    </article>
  );
}

export function RatingCard({ event }: { readonly event: EventViewOf<'ObjectiveRated'> }) {
  const word = useWord();
  const { objective, rating, reason } = event.data;
  return (
    <article className={styles['card']}>
      <p className={styles['cardTop']}>
        <RatingBadge rating={rating} />
        <b>
          <bdi>{objective}</bdi>
        </b>
        <span className="mute">{word('rating', rating)}</span>
      </p>
      <p dir="auto" className={styles['words']}>
        {reason}
      </p>
      <Facts event={event} />
    </article>
  );
}

export function ImprovementCard({ event }: { readonly event: EventViewOf<'ImprovementPlanned'> }) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const { improvement, correctiveAction, capabilityElement, organization, contact, start, completion } = event.data;
  const { objective, observation } = event.data;
  return (
    <article className={styles['card']}>
      <p className={styles['cardTop']}>
        <b>
          <bdi>{organization}</bdi>
        </b>
        {contact !== undefined && <bdi>{contact}</bdi>}
        <bdi className="mute">{improvement}</bdi>
      </p>
      <p dir="auto" className={styles['words']}>
        {correctiveAction}
      </p>
      <Facts event={event}>
        <span>{word('capabilityElement', capabilityElement)}</span>
        {start !== undefined && (
          <span>
            {t('start')} <bdi>{start}</bdi>
          </span>
        )}
        {completion !== undefined && (
          <span>
            {t('completion')} <bdi>{completion}</bdi>
          </span>
        )}
        {objective !== undefined && <bdi>{objective}</bdi>}
        {observation !== undefined && <bdi>{observation}</bdi>}
      </Facts>
    </article>
  );
}

/** When and by whom, and whatever else is said of it in a word. */
function Facts({ event, children }: { readonly event: EventView; readonly children?: ReactNode }) {
  const nameOf = useNameOf();
  return (
    <p className={styles['facts']}>
      <bdi>{clockText(event.at)}</bdi>
      <bdi>{nameOf(event.actor)}</bdi>
      {children}
    </p>
  );
}
