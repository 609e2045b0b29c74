/** What was expected, what came of it, and the events that show it. */
import { useTranslation } from '../language/use-translation.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { Evidence } from './evidence.js';
import { ExpectationName } from './expectation-name.js';
import type { ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';
import styles from './report.module.css';

const SIGNS = { met: '✓', missed: '✕', unjudged: '○', 'not-applicable': '–' } as const;

export function ExpectationsSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const word = useWord();
  const { expectations } = facts.report;
  if (expectations.length === 0) return null;
  return (
    <section>
      <h3>{t('expectations')}</h3>
      <TableFrame
        label={t('expectations')}
        heads={['expectation', 'objective', 'verdict', 'why', 'deadline', 'evidence']}
      >
        {expectations.map(({ id, objective, weight, judgement, reason, deadline, evidence }) => (
          <tr key={id}>
            <th scope="row">
              <ExpectationName id={id} facts={facts} />
              {weight !== 1 && (
                <span className="mute">
                  {' '}
                  {t('weight')} <bdi>{weight}</bdi>
                </span>
              )}
            </th>
            <td>
              <bdi>{objective}</bdi>
            </td>
            <td className={styles['verdict']} data-judgement={judgement}>
              <span aria-hidden>{SIGNS[judgement]}</span> {word('judgement', judgement)}
            </td>
            <td>{word('verdictReason', reason)}</td>
            <td>
              <bdi>{deadline === undefined ? '' : exerciseTimeText(deadline)}</bdi>
            </td>
            <td>
              <Evidence facts={facts} evidence={evidence} />
            </td>
          </tr>
        ))}
      </TableFrame>
    </section>
  );
}
