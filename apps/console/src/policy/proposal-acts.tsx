/** Approve, reject or withdraw a proposal. */
import { Textarea } from '@mantine/core';
import { useCallback } from 'react';
import type { KnownProposal } from '#domain/policy/known-policy.js';
import { otherThan } from '#domain/releasing/releasing-state.js';
import { MOST_REASON } from '../parts/limits.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { CaseActs } from '../parts/case-acts.js';
import { FormFrame } from '../parts/form-frame.js';
import { useAction } from '../parts/use-action.js';
import { useDraft } from '../parts/use-draft.js';
import { PolicyOutcome } from './policy-outcome.js';
import { sendPolicy, type PolicyAct } from './send-policy.js';
import { usePossibleAnswers, type ProposalAct } from './use-possible-answers.js';

const KEYS: Readonly<Record<ProposalAct, string>> = { approve: 'a', reject: 'd', withdraw: 'w' };

export function ProposalActs({ of }: { readonly of: KnownProposal }) {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const possible = usePossibleAnswers(of);
  const action = useAction((act: PolicyAct, key) => sendPolicy(exercise.id, act, key));
  const wordOf = useCallback((act: ProposalAct) => t(`act.${act}`), [t]);
  const isForOther = of.status === 'waiting' && possible.length === 0;
  return (
    <CaseActs
      possible={possible}
      keys={KEYS}
      title={t('acts')}
      wordOf={wordOf}
      main="approve"
      onToggle={action.reset}
      form={(act, close) => (
        <AnswerForm
          key={act}
          act={act}
          proposal={of.id}
          isBusy={action.isPending}
          onCancel={close}
          onSend={(sent, forget) =>
            action.mutate(sent, {
              onSuccess: () => {
                forget();
                close();
              },
            })
          }
        />
      )}
      note={
        isForOther && (
          <p className="mute" data-testid="why-not">
            {t('answers', { side: otherThan(of.side) })}
          </p>
        )
      }
      outcome={<PolicyOutcome action={action} />}
    />
  );
}

interface FormProps {
  readonly act: ProposalAct;
  readonly proposal: string;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  /** @param forget clears what was written, once it was sent */
  readonly onSend: (act: PolicyAct, forget: () => void) => void;
}

function AnswerForm({ act, proposal, isBusy, onCancel, onSend }: FormProps) {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const [reason, setReason, forget] = useDraft(`policy:${exercise.id}:${proposal}:${act}`);
  const said = reason.trim();
  const filled = actOf(act, proposal, said);
  return (
    <FormFrame
      title={t(`act.${act}`)}
      submit={t(`act.${act}`)}
      onSubmit={filled && (() => onSend(filled, forget))}
      isBusy={isBusy}
      onCancel={onCancel}
    >
      <p>{t(`means.${act}`)}</p>
      <Textarea
        label={t(act === 'reject' ? 'reason.needed' : 'reason.optional')}
        required={act === 'reject'}
        dir="auto"
        maxLength={MOST_REASON}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </FormFrame>
  );
}

/** Undefined: the reason is missing yet. */
function actOf(act: ProposalAct, proposal: string, reason: string): PolicyAct | undefined {
  if (act === 'reject') return reason === '' ? undefined : { do: act, proposal, reason };
  return { do: act, proposal, ...(reason !== '' && { reason }) };
}
