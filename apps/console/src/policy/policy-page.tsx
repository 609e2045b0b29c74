/** The policy: see it, change it, ask what it would do. */
import { SegmentedControl, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { useUrlState } from '../app/use-url-state.js';
import { useWord } from '../parts/use-word.js';
import { NotServed } from '../control/not-served.js';
import { PolicyEditor } from './policy-editor.js';
import { PolicyOrigin } from './policy-origin.js';
import { PolicyView } from './policy-view.js';
import { usePolicy } from './use-policy.js';
import { WhatIf } from './what-if.js';

const TABS = ['read', 'change', 'whatIf'] as const;

export function PolicyPage() {
  const { t } = useTranslation('policy');
  const word = useWord();
  const [tab = 'read', setTab] = useUrlState('policy');
  const [of, setOf] = useState<ReleaseClass>('JOINT');
  const { data: policy, error } = usePolicy('JOINT');
  if (error !== null) return <NotServed error={error} what={t('title')} />;
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
            {t(`tab.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="read">
        <SegmentedControl
          size="xs"
          mt="xs"
          aria-label={t('of')}
          value={of}
          data={RELEASE_CLASSES.map((value) => ({ value, label: word('audience', value) }))}
          onChange={setOf}
        />
        <PolicyOf of={of} />
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

/** That of both sides, or a side's own one if it has one. */
function PolicyOf({ of }: { readonly of: ReleaseClass }) {
  const { t } = useTranslation('policy');
  const { data: policy } = usePolicy(of);
  if (policy === undefined) return <p className="mute">{t('frame:loading')}</p>;
  return (
    <>
      <PolicyOrigin origin={policy.origin} />
      <PolicyView policy={policy} />
    </>
  );
}
