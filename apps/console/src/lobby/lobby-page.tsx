/** Which exercises there are; and for controllers, who may come in and who has. */
import { Tabs } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { useUrlState } from '../app/use-url-state.js';
import { useViewer } from '../session/use-session.js';
import { AccessRecords } from './access-records.js';
import { ExerciseList } from './exercise-list.js';
import { Invitations } from './invitations.js';
import { People } from './people.js';
import { Sessions } from './sessions.js';
import styles from './lobby.module.css';

const TABS = [
  { id: 'exercises', Panel: ExerciseList },
  { id: 'people', Panel: People },
  { id: 'invitations', Panel: Invitations },
  { id: 'sessions', Panel: Sessions },
  { id: 'access', Panel: AccessRecords },
] as const;

export function LobbyPage() {
  const { t } = useTranslation('lobby');
  const { role } = useViewer();
  const [tab, setTab] = useUrlState('tab', { inHistory: true });
  if (role !== 'controller') {
    return (
      <div className={styles['page']}>
        <ExerciseList />
      </div>
    );
  }
  const shown = TABS.find(({ id }) => id === tab) ?? TABS[0];
  const choose = (value: string | null) => setTab(value === null || value === TABS[0].id ? undefined : value);
  return (
    <Tabs value={shown.id} onChange={choose} keepMounted={false} className={styles['page']}>
      <Tabs.List className={styles['tabs']} aria-label={t('tabs')}>
        {TABS.map(({ id }) => (
          <Tabs.Tab key={id} value={id}>
            {t(`tab.${id}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown.id} className={styles['panel']}>
        <shown.Panel />
      </Tabs.Panel>
    </Tabs>
  );
}
