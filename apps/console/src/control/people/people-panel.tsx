/** Units, people and invitations: who plays, and who sits there. */
import { Tabs } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useExercise } from '../../live/use-exercise.js';
import { PanelHead } from '../../parts/panel-head.js';
import { Invitations } from './invitations.js';
import { People } from './people.js';
import { Units } from './units.js';
import { usePresence } from './use-presence.js';
import styles from './people.module.css';

const TABS = ['units', 'people', 'invitations'] as const;

export function PeoplePanel() {
  const { t } = useTranslation('control');
  const [tab = 'units', setTab] = useUrlState('who');
  const [played, simulated, remote] = useExercise((fold) => {
    const modes = [...fold.units.values()].map(({ mode }) => mode);
    return (['played', 'simulated', 'remote'] as const).map((mode) => modes.filter((one) => one === mode).length);
  });
  const { people } = usePresence();
  const here = people.filter(({ state }) => state === 'here').length;
  const counts = { units: undefined, people: people.length === 0 ? undefined : here, invitations: undefined };
  return (
    <section className={styles['panel']} aria-label={t('people.title')}>
      <PanelHead
        title={t('people.title')}
        note={t('people.counts', { played: played ?? 0, simulated: simulated ?? 0, remote: remote ?? 0 })}
      />
      <Tabs
        value={tab}
        onChange={(value) => setTab(value === 'units' || value === null ? undefined : value)}
        className={styles['tabs']}
        keepMounted={false}
      >
        <Tabs.List>
          {TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`people.tab.${one}`)} {counts[one] !== undefined && <bdi>{counts[one]}</bdi>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="units" className={styles['tab']}>
          <Units />
        </Tabs.Panel>
        <Tabs.Panel value="people" className={styles['tab']}>
          <People />
        </Tabs.Panel>
        <Tabs.Panel value="invitations" className={styles['tab']}>
          <Invitations />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
