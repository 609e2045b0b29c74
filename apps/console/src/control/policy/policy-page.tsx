/** The policy: see it, change it, ask what it would do. */
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../language/use-translation.js';
import { policyKey, referenceInForce } from '#domain/policy/policy-state.js';
import type { Policy } from '#domain/policy/policy.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, dataOf } from '../../session/api.js';
import { NotServed } from '../not-served.js';
import { PolicyEditor } from './policy-editor.js';
import { PolicyView } from './policy-view.js';
import { WhatIf } from './what-if.js';

const TABS = ['read', 'change', 'whatIf'] as const;

export function PolicyPage() {
  const { t } = useTranslation('control');
  const { exercise } = useExerciseStore();
  const [tab = 'read', setTab] = useUrlState('policy');
  const version = useExercise((fold) => policyKey(referenceInForce(fold.state, 'JOINT')));
  const { data: policy, error } = useQuery({
    queryKey: ['policy', exercise.id, version],
    queryFn: async () =>
      (await dataOf(
        api.GET('/v1/exercises/{exercise}/policy', { params: { path: { exercise: exercise.id } } }),
      )) as unknown as Policy,
  });
  if (error !== null) return <NotServed error={error} what={t('policy.title')} />;
  if (policy === undefined) return <p className="mute">{t('frame:loading')}</p>;
  return (
    <Tabs
      value={tab}
      onChange={(value) => setTab(value === 'read' || value === null ? undefined : value)}
      keepMounted={false}
    >
      <Tabs.List>
        {TABS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`policy.tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="read">
        <PolicyView policy={policy} />
      </Tabs.Panel>
      <Tabs.Panel value="change">
        <PolicyEditor key={policy.version} policy={policy} />
      </Tabs.Panel>
      <Tabs.Panel value="whatIf">
        <WhatIf />
      </Tabs.Panel>
    </Tabs>
  );
}
