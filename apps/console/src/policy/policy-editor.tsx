/** A new policy: its source with a draft, checked before it is sent, with what changes, and the reason. */
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { Policy } from '#domain/policy/policy.js';
import { MOST_REASON } from '../parts/limits.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useProblemText } from '../parts/problem.js';
import type { Action } from '../parts/use-action.js';
import { useDraft } from '../parts/use-draft.js';
import { ApiError } from '../session/api.js';
import { Findings, type ShownFinding } from './findings.js';
import { PolicyDiff } from './policy-diff.js';
import { PolicyOutcome } from './policy-outcome.js';
import { policyText, readSource, sourceOf, type Format, type ReadSource } from './policy-source.js';
import type { PolicyAct, PolicyPurpose } from './send-policy.js';
import { useBlocked } from './use-blocked.js';
import { useCheck } from './use-check.js';
import styles from './policy.module.css';

interface Props {
  /** The one in force, from which the text begins. */
  readonly policy: Policy;
  readonly nextVersion: number;
  readonly purpose: PolicyPurpose;
  readonly isReasonNeeded: boolean;
  readonly action: Action<PolicyAct>;
  /** @param answer what the API has answered */
  readonly onSent?: (answer: unknown) => void;
}

export function PolicyEditor({ policy, nextVersion, purpose, isReasonNeeded, action, onSent }: Props) {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const blocked = useBlocked();
  const [format, setFormat] = useState<Format>('yaml');
  const inForce = useMemo(() => policyText(policy, format), [policy, format]);
  const beginning = useMemo(
    () => policyText({ ...policy, version: nextVersion }, format),
    [policy, nextVersion, format],
  );
  // Not of the version: what somebody writes stays when another policy comes into force meanwhile.
  const draft = `policy:${exercise.id}:${purpose}`;
  const [text, setText, forget] = useDraft(draft, beginning);
  const [reason, setReason, forgetReason] = useDraft(`${draft}:reason`);
  const source = useMemo(() => readSource(text), [text]);
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useCheck(source);
  const findings = check.variables === text ? check.data : undefined;
  const isChecked = findings !== undefined && !findings.some(({ level }) => level !== 'warning');
  const said = reason.trim();
  const because = blocked ?? whatIsMissing(isChecked, isReasonNeeded && said === '');
  const send = () => {
    const why = said === '' ? {} : { reason: said };
    action.mutate(
      { do: 'set', purpose, policy: source.policy, ...why },
      {
        onSuccess: (answer) => {
          forget();
          forgetReason();
          onSent?.(answer);
        },
      },
    );
  };
  return (
    <>
      <div className={styles['tools']}>
        <SegmentedControl
          size="xs"
          aria-label={t('format')}
          value={format}
          data={[
            { value: 'yaml', label: 'YAML' },
            { value: 'json', label: 'JSON' },
          ]}
          onChange={(value) => {
            // What was changed goes along into the other form.
            if (source.policy !== undefined) setText(sourceOf(source.policy, value));
            setFormat(value);
          }}
        />
        <span className="grow mute">{t(`about.${purpose}`)}</span>
        <Button onClick={forget}>{t('reset')}</Button>
      </div>
      <Textarea
        ref={area}
        className={styles['source']}
        aria-label={t('source')}
        dir="ltr"
        lang="en"
        autosize
        minRows={14}
        maxRows={24}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Findings
        findings={shownFindings(source, findings, action.error)}
        onLine={(line) => toLine(area.current, line)}
      />
      <CheckProblem error={check.error} />
      <TextInput
        mt="xs"
        label={t(`reason.${purpose}`)}
        required={isReasonNeeded}
        dir="auto"
        maxLength={MOST_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles['tools']}>
        <Button loading={check.isPending} disabled={source.policy === undefined} onClick={() => check.mutate(text)}>
          {t('check')}
        </Button>
        <Button variant="filled" disabled={because !== undefined || action.isPending} onClick={send}>
          {t(`send.${purpose}`)}
        </Button>
        <span className="mute">{because === undefined ? `✓ ${t('checked')}` : (blocked ?? t(because))}</span>
      </div>
      <PolicyOutcome action={action} />
      <PolicyDiff before={inForce} after={text} />
    </>
  );
}

/** A key of the catalogue: what is to be done before the policy can be sent. */
function whatIsMissing(isChecked: boolean, lacksReason: boolean): 'checkFirst' | 'reasonFirst' | undefined {
  if (!isChecked) return 'checkFirst';
  return lacksReason ? 'reasonFirst' : undefined;
}

function CheckProblem({ error }: { readonly error: unknown }) {
  const problem = useProblemText();
  if (error == null) return null;
  return (
    <p role="alert" className={styles['problem']}>
      {problem(error)}
    </p>
  );
}

function shownFindings(
  source: ReadSource,
  checked: readonly ShownFinding[] | undefined,
  refused: unknown,
): readonly ShownFinding[] {
  if (source.faults.length > 0) return source.faults.map((fault) => ({ code: 'YAML', ...fault }));
  const errors = refused instanceof ApiError ? (refused.problem.errors ?? []) : [];
  return [...errors, ...(checked ?? [])].map((finding) => ({ ...finding, line: source.lineOf(finding.path ?? '') }));
}

/** Selects a line, so that it is seen. */
function toLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = Math.max(0, (line - 4) * 18);
}
