/** What a place is, and what is open there, beside the pointer. The list of places says it to the keyboard and to screen readers. */
import { useTranslation } from '../../language/use-translation.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useWord } from '../../parts/use-word.js';
import type { Place } from './map-model.js';
import styles from './map.module.css';

/** Lines of a tip at most. */
const MOST = 6;

export function MapTip({ place, x, y }: { readonly place: Place; readonly x: number; readonly y: number }) {
  const { t } = useTranslation('feed');
  const word = useWord();
  const { site, incidents, units } = place;
  return (
    <div className={styles['tip']} style={{ left: x, top: y }} aria-hidden>
      <b>
        <AuthoredText text={site.name} />
      </b>
      <div className="mute">
        <bdi>{site.province}</bdi>
        {Object.entries(site.nationals).map(([country, count]) => (
          <span key={country}>
            {' · '}
            <bdi>{t('map.present', { count, country })}</bdi>
          </span>
        ))}
      </div>
      {incidents.slice(0, MOST).map(({ id, severity, headline, status, class: of, label }) => (
        <div key={id}>
          <SeverityMark severity={severity} /> {word('severity', severity)} · <bdi>{id}</bdi> ·{' '}
          {word('incidentStatus', status)} · <bdi>{headline}</bdi> <LabelMark of={of} label={label} />
        </div>
      ))}
      {incidents.length > MOST && <div className="mute">+{incidents.length - MOST}</div>}
      {units.map(({ unit, progress, incident }) => (
        <div key={`${unit.id} ${incident}`}>
          <SideBadge side={unit.side} /> <AuthoredText text={unit.name} /> · {t(`map.progress.${progress}`)}
        </div>
      ))}
    </div>
  );
}
