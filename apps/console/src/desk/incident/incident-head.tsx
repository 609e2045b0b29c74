/** What the incident is, in two lines. */
import { Button } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { LabelMark } from '../../parts/label-mark.js';
import { Placed } from '../../parts/placed.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { clockText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { IncidentHeadline } from '../../parts/incident-headline.js';
import { SiteName } from '../incidents/site-name.js';
import { IncidentRelease } from './incident-release.js';
import styles from './incident.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly onAlerts: () => void;
  readonly onWhy: () => void;
}

export function IncidentHead({ incident, onAlerts, onWhy }: Props) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const { id, severity, status, categories, site, openedAt, chains, alertCount } = incident;
  return (
    <header className={styles['head']}>
      <h2 className={styles['title']}>
        <SeverityMark severity={severity} /> <IncidentHeadline incident={incident} />{' '}
        <span className={styles['words']}>
          <bdi className="nowrap">{id}</bdi> · {word('severity', severity)} ·{' '}
          {categories.map((one) => word('category', one)).join(t('frame:listSeparator'))}
        </span>{' '}
        <span className={styles['status']} data-status={status}>
          {word('incidentStatus', status)}
        </span>
      </h2>
      <p className={styles['facts']}>
        <span>
          <SiteName site={site} />
        </span>
        <span>
          <Placed say={(marks) => t('head.opened', marks)} values={{ at: <bdi>T+{clockText(openedAt)}</bdi> }} />
        </span>
        <LabelMark of={incident.class} label={incident.label} />
        <Recipients incident={incident} />
        <IncidentRelease incident={incident} />
        {chains.map(({ chain, route }) => (
          <span key={chain}>
            <Placed
              say={(marks) => t('head.chain', marks)}
              values={{
                chain: <bdi>{chain}</bdi>,
                route: (
                  <button type="button" className={styles['link']} onClick={onWhy} title={t('head.routeTitle')}>
                    <bdi>{route}</bdi>
                  </button>
                ),
              }}
            />
          </span>
        ))}
        <Button size="compact-xs" variant="subtle" onClick={onAlerts}>
          {t('head.alerts', { count: alertCount })}
        </Button>
      </p>
    </header>
  );
}

/** Whom a restricted label names. */
function Recipients({ incident: { label } }: Pick<Props, 'incident'>) {
  const { t } = useTranslation('coordination');
  const { t: frame } = useTranslation('frame');
  if (label?.to === undefined || label.to.length === 0) return null;
  const names = <bdi>{label.to.join(frame('listSeparator'))}</bdi>;
  return (
    <span>
      <Placed say={(marks) => t('label.to', marks)} values={{ names }} />
    </span>
  );
}
