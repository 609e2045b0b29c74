/** A scenario of one's own: pasted or from a file, YAML or JSON; checked first, with each fault by line and column. */
import { Button, FileButton, Group, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { Problem } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { useDraft } from '../parts/use-draft.js';
import { ApiError } from '../session/api.js';
import { type Finding, Findings } from './findings.js';
import { useCreateExercise } from './scenario-page.js';
import { offsetOf } from './text-place.js';
import styles from './library.module.css';

/** The faults of a text that cannot be read come as the errors of a refusal. */
function faultsOf(error: unknown): readonly Finding[] | undefined {
  return error instanceof ApiError ? error.problem.errors : undefined;
}

export function OwnScenario() {
  const { t } = useTranslation('library');
  const [text, setText] = useDraft('own-scenario');
  const area = useRef<HTMLTextAreaElement>(null);
  const check = useAction(async (scenario: string) => {
    const { checkText } = await import('./check-text.js');
    return checkText(scenario);
  });
  const create = useCreateExercise();
  const findings =
    (create.isError ? faultsOf(create.error) : undefined) ?? (check.data as readonly Finding[] | undefined);
  const change = (next: string) => {
    setText(next);
    check.reset();
    create.reset();
  };
  const go = (line: number, column: number) => {
    const at = offsetOf(text, line, column);
    area.current?.focus();
    area.current?.setSelectionRange(at, at + 1);
    // A text area scrolls to its selection by itself only when it is typed in.
    if (area.current !== null)
      area.current.scrollTop = (area.current.scrollHeight * (line - 4)) / text.split('\n').length;
  };
  const failure = [check, create].find(({ isError, error }) => isError && faultsOf(error) === undefined);
  const hasErrors = findings?.some(({ level }) => level !== 'warning') === true;
  return (
    <>
      <header className={styles['head']}>
        <h1>{t('own.title')}</h1>
        <p className={styles['description']}>{t('own.hint')}</p>
        <Group gap={8}>
          <FileButton accept=".yaml,.yml,.json" onChange={(file) => void file?.text().then(change)}>
            {(props) => <Button {...props}>{t('own.upload')}</Button>}
          </FileButton>
          <Button disabled={text.trim() === ''} loading={check.isPending} onClick={() => check.mutate(text)}>
            {t('own.check')}
          </Button>
          <Button
            variant="filled"
            disabled={text.trim() === '' || hasErrors}
            loading={create.isPending}
            onClick={() => create.mutate({ scenario: text })}
          >
            {t('create')}
          </Button>
        </Group>
        {failure !== undefined && <Problem error={failure.error} />}
      </header>
      {findings !== undefined && (
        <section aria-live="polite">
          <Findings findings={findings} onGo={go} />
        </section>
      )}
      <Textarea
        ref={area}
        aria-label={t('own.text')}
        placeholder={t('own.placeholder')}
        className={styles['source']}
        autosize={false}
        rows={30}
        spellCheck={false}
        dir="ltr"
        value={text}
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </>
  );
}
