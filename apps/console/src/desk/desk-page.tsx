/** What is on fire, what waits for me, and what happens next if nobody acts. */
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useSelectedIncident, useUrlState } from '../app/use-url-state.js';
import { useListState } from './incidents/use-list-state.js';
import { IncidentList } from './incidents/incident-list.js';
import { IncidentPane } from './incident/incident-pane.js';
import { SideColumn } from './side-column.js';
import { TearLinesPanel } from './tear-lines/tear-lines-panel.js';
import { UnitsBar } from './units-bar.js';
import { WaitingAnnouncer } from './waiting-announcer.js';
import styles from './desk.module.css';

const PANES = ['incidents', 'incident', 'feed', 'map'] as const;
type Pane = (typeof PANES)[number];

export function DeskPage() {
  const isNarrow = useMediaQuery('(max-width: 759.98px)', undefined, { getInitialValueInEffect: false });
  const isMedium = useMediaQuery('(max-width: 1099.98px)', undefined, { getInitialValueInEffect: false });
  return (
    <>
      <WaitingAnnouncer />
      {isNarrow ? <PhoneDesk /> : isMedium ? <TabletDesk /> : <WideDesk />}
    </>
  );
}

function WideDesk() {
  const { t } = useTranslation('desk');
  const { view } = useListState();
  const [selected] = useSelectedIncident();
  return (
    <div className={styles['desk']} data-view={view} data-selected={selected !== undefined || undefined}>
      <div className={styles['left']}>
        <IncidentList />
        <TearLinesPanel />
        <UnitsBar />
      </div>
      <section className={styles['middle']} aria-label={t('incident')}>
        <IncidentPane />
      </section>
      <aside className={styles['right']} aria-label={t('pane.side')}>
        <SideColumn />
      </aside>
    </div>
  );
}

/** Two columns: the incident shares its own with map and feed. */
function TabletDesk() {
  const { t } = useTranslation('desk');
  const [pane, show] = useUrlState('pane');
  const { view } = useListState();
  const isSide = pane === 'feed' || pane === 'map';
  return (
    <div className={styles['desk']} data-columns="2" data-view={view}>
      <div className={styles['left']}>
        <IncidentList />
        <TearLinesPanel />
        <UnitsBar />
      </div>
      <div className={styles['middle']}>
        <Tabs panes={['incident', 'map', 'feed']} shown={isSide ? pane : 'incident'} onShow={show} />
        <section className={styles['pane']} aria-label={t(`pane.${isSide ? pane : 'incident'}`)}>
          {isSide ? <SideColumn only={pane} /> : <IncidentPane />}
        </section>
      </div>
    </div>
  );
}

/** One column and a bar of tabs under the thumb. */
function PhoneDesk() {
  const { t } = useTranslation('desk');
  const [pane, show] = useUrlState('pane');
  const [selected] = useSelectedIncident();
  const shown: Pane = PANES.find((one) => one === pane) ?? (selected === undefined ? 'incidents' : 'incident');
  // Who picks an incident wants to see it.
  useEffect(() => {
    if (selected !== undefined && pane === 'incidents') show(undefined);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only a new selection changes the pane
  }, [selected]);
  return (
    <div className={styles['phone']}>
      <section className={styles['pane']} aria-label={t(`pane.${shown}`)}>
        {shown === 'incidents' && (
          <>
            <IncidentList />
            <TearLinesPanel />
            <UnitsBar />
          </>
        )}
        {shown === 'incident' && <IncidentPane />}
        {(shown === 'feed' || shown === 'map') && <SideColumn only={shown} />}
      </section>
      <Tabs panes={PANES} shown={shown} onShow={show} />
    </div>
  );
}

interface TabsProps {
  readonly panes: readonly Pane[];
  readonly shown: Pane;
  readonly onShow: (pane: string) => void;
}

function Tabs({ panes, shown, onShow }: TabsProps) {
  const { t } = useTranslation('desk');
  return (
    <nav className={styles['tabs']} aria-label={t('pane.tabs')}>
      {panes.map((pane) => (
        <button
          key={pane}
          type="button"
          aria-current={pane === shown ? 'page' : undefined}
          onClick={() => onShow(pane)}
        >
          {t(`pane.${pane}`)}
        </button>
      ))}
    </nav>
  );
}
