/** All that is known of one event: the sentence in full, who and why in words, and every field as the API has it. */
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { ZONES } from '../../app/exercise-clock-head.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { labelOfEvent } from '../../live/event-label.js';
import { EventSentence } from '../../parts/event-sentence.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { SideDrawer } from '../../parts/side-drawer.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { useText } from '../../parts/use-text.js';
import { causeParts } from './cause.js';
import { useWord } from '../../parts/use-word.js';
import styles from './feed.module.css';

interface Props {
  readonly event: EventView | undefined;
  readonly onClose: () => void;
}

export function EventDetails({ event, onClose }: Props) {
  const { t } = useTranslation('feed');
  return (
    <SideDrawer isOpen={event !== undefined} onClose={onClose} edge="end" width={460} title={t('details.title')}>
      {event !== undefined && <Details event={event} />}
    </SideDrawer>
  );
}

function Details({ event }: { readonly event: EventView }) {
  const { t } = useTranslation('feed');
  const { cause, audience, hash } = event;
  const why = causeParts(cause);
  return (
    <div className={styles['details']}>
      <p className={styles['whole']} dir="auto">
        <EventSentence event={event} />
      </p>
      <dl>
        <Field name={t('details.time')}>
          <bdi>{exerciseTimeText(event.at)}</bdi>
        </Field>
        <Field name={t('details.wall')}>
          {ZONES.map(({ name, zone }) => (
            <bdi key={name} className="nowrap">
              {name} {wallText(event.wall, zone)}{' '}
            </bdi>
          ))}
        </Field>
        <Field name={t('details.who')}>
          <ActorText actor={event.actor} />
        </Field>
        <Field name={t('details.why')}>
          {t(`cause.${why.word}`)} {why.id !== undefined && <bdi className={styles['code']}>{why.id}</bdi>}
        </Field>
        <Field name={t('details.audience')}>{t(`audience.${audience}`)}</Field>
        <LabelField event={event} />
        <Field name={t('details.type')}>
          <bdi className={styles['code']}>{event.type}</bdi>
        </Field>
        <Field name={t('details.seq')}>
          <bdi>{event.seq}</bdi>
        </Field>
      </dl>
      <h3>{t('details.fields')}</h3>
      <dl>
        {Object.entries(event.data).map(([name, value]) => (
          <Field key={name} name={<bdi className={styles['code']}>{name}</bdi>}>
            <DataText name={name} value={value} />
          </Field>
        ))}
      </dl>
      {hash !== undefined && (
        <p className={styles['hash']}>
          {t('details.hash')} <bdi className={styles['code']}>{hash}</bdi>
        </p>
      )}
    </div>
  );
}

function Field({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles['field']}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Its label, if it is about something that has one. */
function LabelField({ event }: { readonly event: EventView }) {
  const { t } = useTranslation('feed');
  const label = labelOfEvent(event);
  if (label === undefined) return null;
  return (
    <Field name={t('details.label')}>
      <LabelMark of={label.of} label={label} />
    </Field>
  );
}

function ActorText({ actor }: Pick<EventView, 'actor'>) {
  const { t } = useTranslation('feed');
  const word = useWord();
  const nameOf = useNameOf();
  if (actor.kind === 'engine') return t('actor.engine');
  if (actor.kind === 'unit') return <bdi>{nameOf('unit', actor.id ?? '')}</bdi>;
  return (
    <>
      {actor.role !== undefined && word('role', actor.role)}{' '}
      {actor.side !== undefined && <SideBadge side={actor.side} />} <bdi className={styles['code']}>{actor.id}</bdi>
    </>
  );
}

/** Fields whose numbers are exercise times. */
const TIMES = /(?:^|[a-z])(?:At|at)$|^(?:until|deadline|enRoute|onScene|clear|due)$/;

/** A value of the data: names for units and sites, times as times, the rest as JSON. */
function DataText({ name, value }: { readonly name: string; readonly value: unknown }) {
  const nameOf = useNameOf();
  if (typeof value === 'string') {
    const known = name === 'unit' || name === 'site' ? nameOf(name, value) : value;
    return (
      <>
        <bdi>{known}</bdi> {known !== value && <bdi className={styles['code']}>{value}</bdi>}
      </>
    );
  }
  if (typeof value === 'number' && TIMES.test(name)) return <bdi>{exerciseTimeText(value)}</bdi>;
  if (value === null || typeof value !== 'object') return <bdi>{String(value)}</bdi>;
  return (
    <pre className={styles['json']} dir="ltr" tabIndex={0}>
      {JSON.stringify(value, null, 1)}
    </pre>
  );
}

function useNameOf(): (kind: 'unit' | 'site', id: string) => string {
  const text = useText();
  const store = useExerciseStore();
  return useCallback(
    (kind, id) => {
      const { units, sites } = store.fold.state.scenario;
      const found = kind === 'unit' ? units.find((one) => one.id === id) : sites.find((one) => one.id === id);
      return text(found?.name) || id;
    },
    [text, store],
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();

function wallText(wall: string, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return format.format(Date.parse(wall));
}
