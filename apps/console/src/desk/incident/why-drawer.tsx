/** Why the incident went where it went: the routes with their conditions, and of each unit why it was or was not asked. */
import { useMemo } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import type { RouteTrace } from '#domain/engine/explain.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { ConditionWords } from './condition-words.js';
import { useRules } from './use-rules.js';
import { WhyUnits } from './why-units.js';
import { SideDrawer } from '../../parts/side-drawer.js';
import styles from './incident.module.css';
import drawerStyles from './drawer.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly explanation: IncidentExplanation | undefined;
  readonly onClose: () => void;
}

export function WhyDrawer({ incident, explanation, onClose }: Props) {
  const { t } = useTranslation('desk');
  const { fold } = useExerciseStore();
  const rules = useRules();
  const routes = useMemo(() => rules?.routesOf(fold.state, incident.id), [rules, fold, incident]);
  return (
    <SideDrawer isOpen onClose={onClose} edge="end" width={640} title={t('why.title', { id: incident.id })}>
      <div className={styles['drawerBody']}>
        <section>
          <h3 className={styles['sectionHead']}>{t('why.routes')}</h3>
          {routes === undefined ? (
            <p className="mute">{t('why.unknown')}</p>
          ) : (
            <>
              <p className="mute">{t('why.routesNote')}</p>
              <ul className={drawerStyles['routes']}>
                <Route route={routes.route} />
              </ul>
            </>
          )}
        </section>
        <WhyUnits incident={incident} explanation={explanation} />
      </div>
    </SideDrawer>
  );
}

function Route({ route }: { readonly route: RouteTrace }) {
  const { t } = useTranslation('desk');
  const { id, outcome, condition, chain, starts, routes } = route;
  return (
    <li className={drawerStyles['route']} data-outcome={outcome} data-starts={starts || undefined}>
      <p>
        <b>
          <bdi>{id}</bdi>
        </b>{' '}
        <span className={drawerStyles['outcome']}>{t(`why.outcome.${outcome}`)}</span>
        {starts && (
          <span className={drawerStyles['starts']}>
            {' '}
            {t('why.starts')} <bdi>“{chain}”</bdi>
          </span>
        )}
      </p>
      {condition !== null && outcome !== 'not-asked' && <ConditionWords trace={condition} />}
      {routes.length > 0 && (
        <ul className={drawerStyles['routes']}>
          {routes.map((child) => (
            <Route key={child.id} route={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
