/** What evaluators put on record: observations with their evidence, and the improvement plan. */
import { useTranslation } from '../language/use-translation.js';
import { LabelMark } from '../parts/label-mark.js';
import { clockText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { Evidence } from './evidence.js';
import type { ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';
import styles from './report.module.css';

export function EvaluationSections({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const word = useWord();
  const { observations, improvements } = facts.report;
  return (
    <>
      <section>
        <h3>{t('observations')}</h3>
        {observations.length === 0 && <p className="mute">{t('noObservations')}</p>}
        {observations.length > 0 && (
          <TableFrame label={t('observations')} heads={['observation', 'saw', 'objective', 'evidence', 'by']}>
            {observations.map((one) => (
              <tr key={one.seq}>
                <th scope="row">
                  <bdi>{one.observation}</bdi>
                  <div>{word('observationKind', one.kind)}</div>
                  {one.class !== undefined && <LabelMark of={one.class} label={one.label} />}
                </th>
                <td>
                  <p className={styles['line']} dir="auto">
                    {one.text}
                  </p>
                  {one.recommendation !== undefined && (
                    <p className={styles['line']}>
                      <span className="mute">{t('recommendation')}:</span> <bdi>{one.recommendation}</bdi>
                    </p>
                  )}
                </td>
                <td>
                  <bdi>{one.objective}</bdi>
                  {one.capabilityElement !== undefined && (
                    <div className="mute">{word('capabilityElement', one.capabilityElement)}</div>
                  )}
                </td>
                <td>
                  <Evidence facts={facts} evidence={one.evidence} />
                </td>
                <td>
                  <bdi>{facts.person(one.actor)}</bdi> <bdi className="mute">{clockText(one.at)}</bdi>
                </td>
              </tr>
            ))}
          </TableFrame>
        )}
      </section>
      <section>
        <h3>{t('improvements')}</h3>
        {improvements.length === 0 && <p className="mute">{t('noImprovements')}</p>}
        {improvements.length > 0 && (
          <TableFrame
            label={t('improvements')}
            heads={['improvement', 'action', 'element', 'organization', 'contact', 'start', 'completion']}
          >
            {improvements.map((one) => (
              <tr key={one.seq}>
                <th scope="row">
                  <bdi>{one.improvement}</bdi>
                  <div className="mute">
                    <bdi>{one.observation}</bdi>
                  </div>
                </th>
                <td dir="auto">{one.correctiveAction}</td>
                <td>{word('capabilityElement', one.capabilityElement)}</td>
                <td>
                  <bdi>{one.organization}</bdi>
                </td>
                <td>
                  <bdi>{one.contact}</bdi>
                </td>
                <td>
                  <bdi>{one.start}</bdi>
                </td>
                <td>
                  <bdi>{one.completion}</bdi>
                </td>
              </tr>
            ))}
          </TableFrame>
        )}
      </section>
    </>
  );
}
