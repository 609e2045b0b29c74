/** The policy: see it, change it, ask what it would do. */
import { SegmentedControl, Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { useUrlState } from '../app/use-url-state.js';
import { useWord } from '../parts/use-word.js';
import { NotServed } from '../control/not-served.js';
import { referenceInForce } from '#domain/policy/policy-state.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { useAction } from '../parts/use-action.js';
import { PolicyEditor } from './policy-editor.js';
import { PolicyOrigin } from './policy-origin.js';
import { PolicyView } from './policy-view.js';
import { ProposalDetail } from './proposal-detail.js';
import { sendPolicy, type PolicyAct } from './send-policy.js';
import { usePolicy, type ShownPolicy } from './use-policy.js';
import { useProposals } from './use-proposals.js';
import { WhatIf } from './what-if.js';

const TABS = ['read', 'change', 'proposals', 'whatIf'] as const;

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
        <ChangeCommon policy={policy} />
      </Tabs.Panel>
      <Tabs.Panel value="proposals">
        <Proposals />
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
      <p>
        <PolicyOrigin origin={policy.origin} />
      </p>
      <PolicyView policy={policy} />
    </>
  );
}

/** A change by a controller is also in the place of what both sides have agreed on, with a reason. */
function ChangeCommon({ policy }: { readonly policy: ShownPolicy }) {
  const { exercise } = useExerciseStore();
  const latest = useExercise((fold) => fold.state.policyVersion);
  const isAgreed = useExercise((fold) => referenceInForce(fold.state, 'JOINT').policyClass !== undefined);
  const action = useAction((act: PolicyAct, key) => sendPolicy(exercise.id, act, key));
  return (
    <PolicyEditor policy={policy} nextVersion={latest + 1} purpose="common" isReasonNeeded={isAgreed} action={action} />
  );
}

/** What the sides propose to each other. They answer, and nobody for them. */
function Proposals() {
  const { t } = useTranslation('policy');
  const { data: proposals } = useProposals();
  if (proposals === undefined) return <p className="mute">{t('frame:loading')}</p>;
  if (proposals.length === 0) return <p className="mute">{t('noProposals')}</p>;
  return proposals.map((one) => <ProposalDetail key={one.id} of={one} />);
}
