/** The policies of an exercise, for those who play or watch it: what is in force, what one side proposes to the other, and one's own. */
import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { mayKnowPolicyOf, type KnownProposal } from '#domain/policy/known-policy.js';
import { mayGive } from '#domain/release/permissions.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import layout from '../parts/case-desk.module.css';
import { PanelHead } from '../parts/panel-head.js';
import { useAction } from '../parts/use-action.js';
import { useViewer } from '../session/use-session.js';
import { InForceDetail } from './in-force-detail.js';
import { NewPolicyForm } from './new-policy-form.js';
import { PolicyLists } from './policy-lists.js';
import { proposalGroups } from './policy-model.js';
import { PolicyOutcome } from './policy-outcome.js';
import { ProposalDetail } from './proposal-detail.js';
import { sendPolicy, type PolicyAct } from './send-policy.js';
import { usePolicyPlace, type PolicyPlace } from './use-policy-place.js';
import { useProposals } from './use-proposals.js';

const NONE: readonly KnownProposal[] = [];

export function PolicyDeskPage() {
  const { t } = useTranslation('policy');
  const { role, side } = useViewer();
  const { exercise, stream } = useExerciseStore();
  const { data: proposals = NONE } = useProposals();
  const [place, goTo] = usePolicyPlace();
  // Of the forms: what came of a policy is shown after its form has closed.
  const action = useAction((act: PolicyAct, key) => sendPolicy(exercise.id, act, key));
  const { reset } = action;
  const go = useCallback(
    (to: PolicyPlace) => {
      reset();
      goTo(to);
    },
    [reset, goTo],
  );
  const classes = RELEASE_CLASSES.filter((one) => mayKnowPolicyOf(stream, one));
  const groups = proposalGroups(proposals, side);
  const mayPropose = side !== undefined && mayGive(role, 'ProposePolicy');
  const item = place.item ?? 'JOINT';
  const form = mayPropose ? place.form : undefined;
  useShortcuts(useDeskKeys([...classes, ...proposals.map(({ id }) => id)], item, mayPropose, go));
  const proposal = proposals.find(({ id }) => id === item);
  return (
    <div className={layout['page']} data-chosen>
      <div className={layout['lists']}>
        <PanelHead title={t('frame:screen.policies')}>
          {mayPropose && (
            <span className={layout['tools']}>
              <Button
                size="compact-sm"
                onClick={() => go({ form: 'proposed' })}
                rightSection={<kbd aria-hidden>P</kbd>}
              >
                {t('propose')}
              </Button>
            </span>
          )}
        </PanelHead>
        <PolicyLists
          classes={classes}
          groups={groups}
          shown={form === undefined ? item : undefined}
          onShow={(id) => go({ item: id })}
        />
      </div>
      <section className={layout['detail']} aria-label={t('detail')}>
        {form !== undefined ? (
          <NewPolicyForm
            key={form}
            form={form}
            of={form === 'own' && side !== undefined ? side : 'JOINT'}
            action={action}
            onSent={(id) => goTo({ item: form === 'own' ? side : id })}
            onCancel={() => go({ item: form === 'own' ? side : undefined })}
          />
        ) : (
          <>
            <div className={layout['outcome']}>
              <PolicyOutcome action={action} />
            </div>
            {proposal !== undefined ? (
              <ProposalDetail key={proposal.id} of={proposal} />
            ) : isClass(item, classes) ? (
              <InForceDetail key={item} of={item} onForm={(next) => go({ form: next })} />
            ) : (
              <p className={layout['empty']}>{t('gone')}</p>
            )}
          </>
        )}
      </section>
    </div>
  );
}

function isClass(item: string, classes: readonly ReleaseClass[]): item is ReleaseClass {
  return classes.some((one) => one === item);
}

function useDeskKeys(
  order: readonly string[],
  shown: string,
  mayPropose: boolean,
  go: (place: PolicyPlace) => void,
): Shortcut[] {
  const { t } = useTranslation('policy');
  const ids = order.join(' ');
  return useMemo(() => {
    const step = (by: number) => {
      const all = ids.split(' ');
      const at = all.indexOf(shown);
      const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
      if (next !== undefined) go({ item: next });
    };
    return [
      { keys: 'j', label: t('keys.next'), run: () => step(1) },
      { keys: 'k', label: t('keys.previous'), run: () => step(-1) },
      ...(mayPropose ? [{ keys: 'p', label: t('propose'), run: () => go({ form: 'proposed' }) }] : []),
      { keys: 'Escape', label: t('keys.close'), run: () => go({}), inPalette: false },
    ];
  }, [t, ids, shown, mayPropose, go]);
}
