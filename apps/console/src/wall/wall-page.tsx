/** For a room: readable from six metres, and nothing on it that some of the room may not know. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { Link } from 'wouter';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { Side } from '#domain/kernel/side.js';
import { ConnectionChip } from '../app/connection-state.js';
import { ExerciseClockText, WallClock, ZONES } from '../app/exercise-clock-head.js';
import { sidesOf } from '../live/attention.js';
import { acknowledgedAfter, chainPlaces, nationalsAtRisk } from '../live/incident-facts.js';
import { HeadlineProvider, useLoadedHeadlines } from '../live/use-headlines.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { IncidentHeadline } from '../parts/incident-headline.js';
import { Countdown } from '../parts/countdown.js';
import { LabelMark } from '../parts/label-mark.js';
import { SeverityMark } from '../parts/severity-mark.js';
import { durationText } from '../parts/time-text.js';
import { useViewer } from '../session/use-session.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import { wallFacts } from './wall-facts.js';
import styles from './wall.module.css';

/** As many rows as stand below each other in a room's sight; more are shown in turn. */
const ROWS = 6;
const TURN_MS = 12_000;

export function WallPage() {
  const { t } = useTranslation('wall');
  const text = useText();
  const word = useWord();
  const { exercise } = useExerciseStore();
  const incidents = useExercise(useCallback((fold) => wallFacts(fold).incidents, []));
  const joint = useExercise(useCallback((fold) => wallFacts(fold).joint, []));
  const median = useExercise(useCallback((fold) => wallFacts(fold).medianJointMs, []));
  const status = useExercise((fold) => fold.state.status);
  const headlines = useLoadedHeadlines();
  const [page, pages] = useTurn(incidents.length);
  return (
    <main className={styles['wall']}>
      <header className={styles['head']}>
        <ExerciseClockText className={styles['clock']} />
        {ZONES.map(({ name, zone }) => (
          <span key={name} className={styles['zone']}>
            <span>{t(`zone.${name}`)}</span>
            <WallClock zone={zone} />
          </span>
        ))}
        {status !== 'running' && <b className={styles['status']}>{word('exerciseStatus', status)}</b>}
        <h1>
          <bdi>{text(exercise.title)}</bdi>
        </h1>
      </header>
      <ol className={styles['rows']} aria-label={t('incidents')}>
        <HeadlineProvider value={headlines}>
          {incidents.slice(page * ROWS, page * ROWS + ROWS).map((incident) => (
            <WallRow key={incident.id} incident={incident} />
          ))}
        </HeadlineProvider>
        {incidents.length === 0 && <li className={styles['none']}>{t('none')}</li>}
      </ol>
      <aside className={styles['figures']}>
        <Figure value={String(incidents.length)} label={t('open', { joint })} />
        {median !== undefined && <Figure value={durationText(median)} label={t('median')} />}
        {pages > 1 && <p className="mute">{t('page', { page: page + 1, pages })}</p>}
        <FromControl />
      </aside>
      <footer className={styles['foot']}>
        <span>{t('clear')}</span>
        <Link href={`/x/${exercise.id}/desk`}>{t('leave')}</Link>
        <ConnectionChip />
      </footer>
    </main>
  );
}

function WallRow({ incident }: { readonly incident: IncidentView }) {
  const { t } = useTranslation('wall');
  const text = useText();
  const site = useExercise((fold) => fold.state.scenario.sites.find(({ id }) => id === incident.site));
  const place = useExercise((fold) => {
    const [at] = chainPlaces(fold, incident);
    return at === undefined || at.step < 1 || at.steps === undefined
      ? ''
      : t('step', { step: at.step, steps: at.steps });
  });
  const people = useExercise((fold) => nationalsAtRisk(fold, incident).reduce((sum, [, count]) => sum + count, 0));
  const words = [
    site === undefined ? undefined : <bdi key="site">{text(site.name)}</bdi>,
    people > 0 ? <span key="people">{t('people', { count: people })}</span> : undefined,
    incident.joint === 'joint' || place === '' ? undefined : <span key="step">{place}</span>,
    incident.figures.escalations > 0 ? (
      <span key="escalated">{t('escalated', { count: incident.figures.escalations })}</span>
    ) : undefined,
    incident.status === 'responding' ? <span key="status">{t('responding')}</span> : undefined,
  ].filter((one) => one !== undefined);
  return (
    <li className={styles['row']}>
      <span className={styles['mark']}>
        <SeverityMark severity={incident.severity} />
      </span>
      <div className={styles['what']}>
        <h2 className="ellipsis">
          <IncidentHeadline incident={incident} />
        </h2>
        <p className={styles['words']}>
          {words}
          {incident.label !== undefined && (
            <span className={styles['label']}>
              <LabelMark of={incident.class} label={incident.label} />
            </span>
          )}
        </p>
      </div>
      <div className={styles['sides']}>
        {sidesOf(incident).map((side) => (
          <SideWord key={side} side={side} incident={incident} />
        ))}
      </div>
      <div className={styles['due']}>
        {incident.joint === 'joint' ? (
          <span className={styles['joint']}>{t('joint')}</span>
        ) : (
          incident.nextStepAt !== undefined && <Countdown to={incident.nextStepAt} />
        )}
      </div>
    </li>
  );
}

function SideWord({ side, incident }: { readonly side: Side; readonly incident: IncidentView }) {
  const { t } = useTranslation('wall');
  const after = acknowledgedAfter(incident, side);
  return (
    <span className={styles['side']} data-side={side} data-on={after !== undefined || undefined}>
      <bdi>{side}</bdi> {after === undefined ? t('waits') : <bdi>✓ {durationText(after)}</bdi>}
    </span>
  );
}

function Figure({ value, label }: { readonly value: string; readonly label: string }) {
  return (
    <div className={styles['figure']}>
      <b>
        <bdi>{value}</bdi>
      </b>
      <span>{label}</span>
    </div>
  );
}

/** The latest message to everybody. One to a side or a role is not for the room; a viewer with a side cannot distinguish them. */
function FromControl() {
  const { t } = useTranslation('wall');
  const text = useText();
  const viewer = useViewer();
  const latest = useExercise((_fold, store) =>
    viewer.side !== undefined
      ? undefined
      : [...store.announcements.values()]
          .filter(
            ({ side, role, withdrawnAt }) => side === undefined && role === undefined && withdrawnAt === undefined,
          )
          .at(-1),
  );
  if (latest === undefined) return null;
  return (
    <section className={styles['message']}>
      <h2>{t('fromControl')}</h2>
      <p>
        <bdi>{text(latest.text)}</bdi>
      </p>
    </section>
  );
}

/** Which page of rows is shown, and how many there are. */
function useTurn(count: number): readonly [number, number] {
  const pages = Math.max(1, Math.ceil(count / ROWS));
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (pages === 1) return undefined;
    const timer = window.setInterval(() => setTurn((n) => n + 1), TURN_MS);
    return () => window.clearInterval(timer);
  }, [pages]);
  return [turn % pages, pages];
}
