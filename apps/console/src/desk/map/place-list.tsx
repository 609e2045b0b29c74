/** The map in words: each place with what is open there and who is on the way. */
import { useTranslation } from '../../language/use-translation.js';
import { useSelectedIncident } from '../../app/use-url-state.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useWord } from '../../parts/use-word.js';
import type { Place } from './map-model.js';
import styles from './map.module.css';

export function PlaceList({ places }: { readonly places: readonly Place[] }) {
  const { t } = useTranslation('feed');
  const word = useWord();
  const [selected, select] = useSelectedIncident();
  if (places.length === 0) return <p className={styles['empty']}>{t('map.noPlaces')}</p>;
  // What asks for attention comes first.
  const sorted = places.toSorted((a, b) => b.incidents.length - a.incidents.length);
  return (
    <ul className={styles['places']} aria-label={t('map.asList')}>
      {sorted.map(({ site, incidents, units }) => (
        <li key={site.id}>
          <div className={styles['place']}>
            <b>
              <AuthoredText text={site.name} />
            </b>
            <span className="mute">
              <bdi>{site.province}</bdi>
              {Object.entries(site.nationals).map(([country, count]) => (
                <span key={country}>
                  {' · '}
                  <bdi>{t('map.present', { count, country })}</bdi>
                </span>
              ))}
            </span>
          </div>
          {incidents.length === 0 && <div className="mute">{t('map.noIncident')}</div>}
          {incidents.map(({ id, severity, headline, class: of, label }) => (
            <button
              key={id}
              type="button"
              className={styles['incident']}
              aria-pressed={id === selected}
              onClick={() => select(id)}
            >
              <SeverityMark severity={severity} /> <span>{word('severity', severity)}</span> <bdi>{id}</bdi>{' '}
              <bdi className="ellipsis">{headline}</bdi> <LabelMark of={of} label={label} />
            </button>
          ))}
          {units.map(({ unit, progress, incident }) => (
            <div key={`${unit.id} ${incident}`} className={styles['unit']}>
              <SideBadge side={unit.side} /> <AuthoredText text={unit.name} />{' '}
              <span className="mute">
                {t(`map.progress.${progress}`)} · <bdi>{incident}</bdi>
              </span>
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}
