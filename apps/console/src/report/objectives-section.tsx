/** Objectives with their ratings: what the log speaks for, and what evaluators said. */
import { useTranslation } from '../language/use-translation.js';
import { RatingBadge } from '../evaluate/rating-badge.js';
import { ExpectationName } from './expectation-name.js';
import { Evidence } from './evidence.js';
import type { Report, ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';
import { useWord } from '../parts/use-word.js';
import styles from './report.module.css';

export function ObjectivesSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const { objectives } = facts.report;
  if (objectives.length === 0) return null;
  return (
    <section>
      <h3>{t('objectives')}</h3>
      <TableFrame label={t('objectives')} heads={['objective', 'rating', 'expectations', 'grounds', 'evaluators']}>
        {objectives.map((one) => (
          <Row key={one.objective} objective={one} facts={facts} />
        ))}
      </TableFrame>
    </section>
  );
}

interface RowProps {
  readonly objective: Report['objectives'][number];
  readonly facts: ReportFacts;
}

function Row({ objective: { objective, rating, proposed, given }, facts }: RowProps) {
  const { t } = useTranslation('report');
  const word = useWord();
  return (
    <tr>
      <th scope="row">
        <bdi>{objective}</bdi>
      </th>
      <td>
        <RatingBadge rating={rating} isProposed={given.length === 0} />
        {rating !== undefined && <div className="mute">{word('rating', rating)}</div>}
      </td>
      <td>{t('tally', { met: proposed.met, missed: proposed.missed, other: proposed.notApplicable })}</td>
      <td>
        {proposed.grounds.length === 0 && <span className="mute">{t('noGrounds')}</span>}
        {proposed.grounds.map(({ kind, rating: leadsTo, expectation, evidence }) => (
          <p key={`${kind} ${expectation}`} className={styles['line']}>
            <RatingBadge rating={leadsTo} /> <ExpectationName id={expectation} facts={facts} />:{' '}
            <span>{t(`ground.${kind}`)}</span> <Evidence facts={facts} evidence={evidence} />
          </p>
        ))}
      </td>
      <td>
        {given.map(({ seq, rating: said, reason, actor }) => (
          <p key={seq} className={styles['line']}>
            <RatingBadge rating={said} /> <bdi>{reason}</bdi> <bdi className="mute">{facts.person(actor)}</bdi>
          </p>
        ))}
        {given.length === 0 && <span className="mute">{t('notConfirmed')}</span>}
      </td>
    </tr>
  );
}
