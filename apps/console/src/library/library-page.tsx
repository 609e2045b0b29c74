/** The library: the scenarios that the server offers, one of them in preview; an own scenario; and the seats of an exercise before it starts. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import { Link, useParams } from 'wouter';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { useUrlState } from '../app/use-url-state.js';
import { AuthoredText } from '../parts/authored-text.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { SideBadge } from '../parts/side-badge.js';
import { durationText } from '../parts/time-text.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import { OwnScenario } from './own-scenario.js';
import { ScenarioPage } from './scenario-page.js';
import { Seats } from './seats.js';
import styles from './library.module.css';

/** Pages beside the scenarios: no scenario's id begins so. */
export const OWN = '~own';
export const SEATS = '~seats';

export function LibraryPage() {
  const { t } = useTranslation('library');
  const { role } = useViewer();
  const { scenario } = useParams<{ scenario?: string }>();
  const [exercise] = useUrlState('exercise');
  if (role !== 'controller') return <p className={styles['empty']}>{t('controllersOnly')}</p>;
  if (scenario === SEATS && exercise !== undefined) return <Seats exercise={exercise} />;
  return (
    <div className={styles['page']} data-chosen={scenario === undefined ? undefined : ''}>
      <ScenarioList chosen={scenario} />
      <div className={styles['detail']}>
        {scenario === undefined && <p className={styles['empty']}>{t('choose')}</p>}
        {scenario === OWN && <OwnScenario />}
        {scenario !== undefined && scenario !== OWN && scenario !== SEATS && (
          <ScenarioPage key={scenario} id={scenario} />
        )}
      </div>
    </div>
  );
}

function ScenarioList({ chosen }: { readonly chosen: string | undefined }) {
  const { t } = useTranslation('library');
  const { data, error } = useQuery({
    queryKey: ['scenarios'],
    queryFn: () => dataOf(api.GET('/v1/scenarios')),
    staleTime: 300_000,
    select: ({ items }) => items,
  });
  return (
    <nav className={styles['list']} aria-label={t('scenarios')}>
      <PanelHead title={t('scenarios')} note={data !== undefined && t('count', { count: data.length })} />
      {error !== null && <Problem error={error} />}
      {data?.length === 0 && <p className={styles['empty']}>{t('none')}</p>}
      <ul>
        {data?.map((scenario) => (
          <ScenarioItem key={scenario.id} scenario={scenario} isChosen={scenario.id === chosen} />
        ))}
        <li>
          <Link href={`/library/${OWN}`} className={styles['item']} aria-current={chosen === OWN ? 'page' : undefined}>
            <b>{t('own.title')}</b>
            <span className="mute">{t('own.lead')}</span>
          </Link>
        </li>
      </ul>
    </nav>
  );
}

interface ItemProps {
  readonly scenario: ApiShapes['ScenarioSummary'];
  readonly isChosen: boolean;
}

function ScenarioItem({ scenario, isChosen }: ItemProps) {
  const { t } = useTranslation('library');
  const { id, title, durationMs, units, injects } = scenario;
  return (
    <li>
      <Link href={`/library/${id}`} className={styles['item']} aria-current={isChosen ? 'page' : undefined}>
        <b>
          <AuthoredText text={title} />
        </b>
        <span className={styles['line']}>
          <bdi>{durationText(durationMs)}</bdi>
          <span>{t('injectCount', { count: injects })}</span>
          <span>
            <SideBadge side="PAK" /> <bdi>{units.PAK}</bdi>
          </span>
          <span>
            <SideBadge side="CHN" /> <bdi>{units.CHN}</bdi>
          </span>
        </span>
      </Link>
    </li>
  );
}
