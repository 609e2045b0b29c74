/** Changes the policy for incidents to come: its source with a draft, checked before it is sent, with what changes. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { Policy } from '#domain/policy/policy.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useProblemText } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { useDraft } from '../parts/use-draft.js';
import { api, ApiError, dataOf } from '../session/api.js';
import { ActButton } from '../control/act-button.js';
import { Findings, type ShownFinding } from './findings.js';
import { PolicyDiff } from './policy-diff.js';
import { authoredPolicy, readSource, scenarioWith, sourceOf, type Format, type ReadSource } from './policy-source.js';
import styles from './policy.module.css';

export function PolicyEditor({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation('policy');
  const { exercise, fold } = useExerciseStore();
  const { scenario } = fold.state;
  const [format, setFormat] = useState<Format>('yaml');
  const inForce = useMemo(() => sourceOf(authoredPolicy(scenario, policy), format), [scenario, policy, format]);
  const beginning = useMemo(
    () => sourceOf(authoredPolicy(scenario, { ...policy, version: policy.version + 1 }), format),
    [scenario, policy, format],
  );
  const [text, setText, forget] = useDraft(`policy:${exercise.id}:${policy.version}`, beginning);
  const source = useMemo(() => readSource(text), [text]);
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useCheck(source);
  const isChecked =
    check.data !== undefined && check.variables === text && !check.data.some(({ level }) => level !== 'warning');
  const send = useAction((_: undefined, key) =>
    dataOf(
      api.PUT('/v1/exercises/{exercise}/policy', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } },
        body: { policy: source.policy } as never,
      }),
    ),
  );
  const findings = shownFindings(source, check.variables === text ? check.data : undefined, send.error);
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
        <span className="grow mute">{t('aboutChange')}</span>
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
      <Findings findings={findings} onLine={(line) => toLine(area.current, line)} />
      <CheckProblem error={check.error} />
      {send.isSuccess && <p role="status">✓ {t('changed')}</p>}
      <div className={styles['tools']}>
        <Button loading={check.isPending} disabled={source.policy === undefined} onClick={() => check.mutate(text)}>
          {t('check')}
        </Button>
        <ActButton
          size="sm"
          because={isChecked ? undefined : t('checkFirst')}
          onClick={() => send.mutate(undefined, { onSuccess: forget })}
        >
          {t('send')}
        </ActButton>
        {isChecked && <span>✓ {t('checked')}</span>}
      </div>
      <PolicyDiff before={inForce} after={text} />
    </>
  );
}

/** What the API's lint says of the exercise's scenario with this policy. */
function useCheck(source: ReadSource) {
  const { fold } = useExerciseStore();
  return useMutation({
    mutationFn: async (_text: string): Promise<readonly ShownFinding[]> => {
      const scenario = scenarioWith(fold.state.scenario, source.policy);
      const found = await lint(scenario);
      return found.filter(({ path = '' }) => path === '' || path.startsWith('policy'));
    },
  });
}

/** What is wrong with the shape is refused with all its problems; they are findings like the others. */
async function lint(scenario: unknown): Promise<readonly ShownFinding[]> {
  try {
    return (await dataOf(api.POST('/v1/lint', { body: { scenario } as never }))).findings;
  } catch (error) {
    if (error instanceof ApiError && error.problem.errors !== undefined) return error.problem.errors.map(inScenario);
    throw error;
  }
}

/** Paths of the request begin with its field. */
function inScenario(finding: ShownFinding): ShownFinding {
  return { ...finding, path: finding.path?.replace(/^scenario[.]/, '') };
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
  const errors =
    refused instanceof ApiError
      ? (refused.problem.errors ?? [{ code: refused.code, path: '', message: refused.message }])
      : [];
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
