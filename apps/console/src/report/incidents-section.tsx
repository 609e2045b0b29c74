/** Each incident: when it was opened, and how long it took from there. Each time opens the replay at its moment. */
import { useTranslation } from '../language/use-translation.js';
import { Link } from 'wouter';
import { replayLink } from '../parts/replay-link.js';
import { SeverityMark } from '../parts/severity-mark.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText, durationText } from '../parts/time-text.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import { MomentLink } from './evidence.js';
import type { Report, ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';
import styles from './report.module.css';

const HEADS = [
  'incident',
  'opened',
  'notified',
  'pak',
  'chn',
  'joint',
  'onScene',
  'resolved',
  'lag',
  'escalations',
  'ended',
];

export function IncidentsSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const { incidents } = facts.report.figures;
  return (
    <section>
      <h3>{t('incidents')}</h3>
      <p className="mute">{t('sinceOpening')}</p>
      <TableFrame label={t('incidents')} heads={HEADS}>
        {incidents.map((incident) => (
          <Row key={incident.id} incident={incident} facts={facts} />
        ))}
      </TableFrame>
    </section>
  );
}

type Course = Report['figures']['incidents'][number];
type Moment = Course['opened'];

interface RowProps {
  readonly incident: Course;
  readonly facts: ReportFacts;
}

function Row({ incident, facts }: RowProps) {
  const { t } = useTranslation('report');
  const text = useText();
  const word = useWord();
  const { id, opened, acknowledgedBy, lag, escalations, exhausted, status } = incident;
  const headline = facts.report.paths.find((path) => path.incident === id)?.headline;
  const since = (moment: Moment | undefined) => (
    <td>
      {moment === undefined ? (
        <span className="mute">–</span>
      ) : (
        <Link
          href={replayLink(facts.exercise, moment.at, id)}
          className={styles['moment']}
          title={clockText(moment.at)}
        >
          <bdi>{durationText(moment.at - opened.at)}</bdi>
        </Link>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row">
        <span className={styles['severity']}>
          <SeverityMark severity={incident.severity} />
        </span>
        <bdi className="mute">{id}</bdi> <bdi>{text(headline) || incident.headline}</bdi>
      </th>
      <td>
        <MomentLink exercise={facts.exercise} at={opened.at} incident={id} seq={opened.seq} />
      </td>
      {since(incident.firstNotification)}
      {since(acknowledgedBy.PAK)}
      {since(acknowledgedBy.CHN)}
      {since(incident.jointAcknowledgement)}
      {since(incident.onScene)}
      {since(incident.resolved)}
      <td>
        {lag === undefined ? (
          <span className="mute">–</span>
        ) : (
          <>
            <bdi>{durationText(lag.ms)}</bdi> {lag.ms > 0 && <SideBadge side={lag.later} />}
          </>
        )}
      </td>
      <td>
        <bdi>{escalations.length}</bdi>
        {exhausted.length > 0 && <div className={styles['refused']}>{t('exhausted')}</div>}
      </td>
      <td>{word('incidentStatus', status)}</td>
    </tr>
  );
}
