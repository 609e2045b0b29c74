/** The after-action report of an exercise, computed by the server from the log alone. */
import { useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { AuthoredText } from '../parts/authored-text.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { CourseSection } from './course-section.js';
import { EvaluationSections } from './evaluation-sections.js';
import { ExpectationsSection } from './expectations-section.js';
import { FiguresSection } from './figures-section.js';
import { IncidentsSection } from './incidents-section.js';
import { ObjectivesSection } from './objectives-section.js';
import { factsOf, percentText, type Report } from './report-facts.js';
import { RecordsSection } from './records-section.js';
import { ReportTools } from './report-tools.js';
import { TimelineSection } from './timeline-section.js';
import styles from './report.module.css';

interface Props {
  readonly report: Report;
  readonly exercise: string;
}

export function ReportDocument({ report, exercise }: Props) {
  const { t } = useTranslation('report');
  const facts = useMemo(() => factsOf(report, exercise), [report, exercise]);
  return (
    <article className={styles['report']}>
      <div className={styles['head']}>
        <div>
          <h2>
            {t('title')}: <AuthoredText text={report.scenario.title} />
          </h2>
          <p className="mute">
            <bdi>{exercise}</bdi> · {t('until')} <bdi>{exerciseTimeText(report.log.until)}</bdi> · {t('notice')}
          </p>
        </div>
        <ReportTools exercise={exercise} />
      </div>
      {report.scenario.description !== undefined && (
        <p>
          <AuthoredText text={report.scenario.description} />
        </p>
      )}
      <Summary report={report} />
      <ObjectivesSection facts={facts} />
      <ExpectationsSection facts={facts} />
      <IncidentsSection facts={facts} />
      <FiguresSection facts={facts} />
      <TimelineSection facts={facts} />
      <RecordsSection facts={facts} />
      <EvaluationSections facts={facts} />
      <CourseSection facts={facts} />
      <section>
        <h3>{t('proof')}</h3>
        <p>{t('proofText')}</p>
        <dl className={styles['facts']}>
          <dt>{t('logEvents')}</dt>
          <dd>
            <bdi>{report.log.events}</bdi>
          </dd>
          <dt>{t('headHash')}</dt>
          <dd className={styles['mono']}>
            <bdi>{report.log.headHash}</bdi>
          </dd>
          <dt>{t('verify')}</dt>
          {report.log.verify.map((command) => (
            <dd key={command} className={styles['mono']}>
              <bdi>{command}</bdi>
            </dd>
          ))}
        </dl>
      </section>
    </article>
  );
}

function Summary({ report }: Pick<Props, 'report'>) {
  const { t } = useTranslation('report');
  const { counts, figures, expectations, score } = report;
  const of = (judgement: string) => expectations.filter((one) => one.judgement === judgement).length;
  const tiles = [
    ['score', percentText(score)],
    ['met', of('met')],
    ['missed', of('missed')],
    ['incidents', figures.incidents.length],
    ['joint', figures.incidents.filter(({ jointAcknowledgement }) => jointAcknowledgement !== undefined).length],
    ['escalations', figures.overall.escalations],
    ['exhausted', figures.overall.exhausted],
    ['alerts', counts.alerts],
    ['injects', counts.injects],
    ['refusals', counts.refusals],
  ] as const;
  return (
    <dl className={styles['tiles']}>
      {tiles.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`tile.${name}`)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
