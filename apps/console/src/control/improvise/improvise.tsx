/** Makes up an inject: a form made from the API's schema, a preview of the route that an alert would take, and what was wrong, by field. */
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { problemText } from '#contracts/language/words.js';
import { useSay } from '../../language/say.js';
import { useTranslation } from '../../language/use-translation.js';
import type { InjectId } from '#domain/kernel/ids.js';
import { scriptIndex } from '#domain/inject/script-index.js';
import { useUrlState } from '../../app/use-url-state.js';
import { loadAllFonts } from '../../language/page-language.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { useProblemText } from '../../parts/problem.js';
import { useAction } from '../../parts/use-action.js';
import { useDraft } from '../../parts/use-draft.js';
import { api, ApiError, dataOf } from '../../session/api.js';
import { ActButton } from '../act-button.js';
import { NotServed } from '../not-served.js';
import { ExplainPreview } from '../../policy/explain-preview.js';
import { useScript } from '../script/use-script.js';
import { FieldInput } from './field-input.js';
import { formOf, requestOf, type FormValue, type Json } from './form-value.js';
import { FORM_QUERY } from './form-query.js';
import type { InjectForm } from './schema.js';
import { EMPTY, TEMPLATES } from './templates.js';
import styles from './improvise.module.css';

void loadAllFonts();

export function Improvise({ onDone }: { readonly onDone: (inject: string | undefined) => void }) {
  const { t } = useTranslation('control');
  const { data: form, error } = useQuery(FORM_QUERY);
  if (error !== null) return <NotServed error={error} what={t('improvise.open')} />;
  return form === undefined ? <p className="mute">{t('frame:loading')}</p> : <Form form={form} onDone={onDone} />;
}

function Form({ form, onDone }: { readonly form: InjectForm; readonly onDone: (inject: string | undefined) => void }) {
  const { t, i18n } = useTranslation('control');
  const { exercise } = useExerciseStore();
  const [value, setValue, forget] = useFormDraft(exercise.id);
  const problemText = useProblemText();
  const send = useAction((request: Record<string, unknown>, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/injects', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } },
        body: request as never,
      }),
    ),
  );
  const problems = useProblems(send.error);
  useBeginFrom(setValue);
  const { kind, frame, contents } = value;
  const field = form.kinds[kind];
  const submit = () =>
    send.mutate(requestOf(value), {
      onSuccess: (done) => {
        forget();
        onDone(improvisedIn(done));
      },
    });
  const rest = [...problems].filter(([path]) => !isUnder(path, kind));
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles['fields']}>
        <BeginWith onPick={setValue} />
        <SegmentedControl
          size="xs"
          aria-label={t('improvise.kind')}
          value={kind}
          onChange={(next) => setValue({ ...value, kind: next })}
          data={Object.keys(form.kinds).map((one) => ({
            value: one,
            label: i18n.exists(`control:improvise.kinds.${one}`) ? t(`improvise.kinds.${one}`) : one,
          }))}
        />
        {field !== undefined && (
          <FieldInput
            named={{ name: kind, isRequired: true, field }}
            path={kind}
            value={contents[kind]}
            problems={problems}
            onChange={(next: Json | undefined) => setValue({ ...value, contents: { ...contents, [kind]: next } })}
          />
        )}
        {form.frame.map((named) => (
          <FieldInput
            key={named.name}
            named={named}
            path={named.name}
            value={frame[named.name]}
            problems={problems}
            onChange={(next) => setValue({ ...value, frame: { ...frame, [named.name]: next } })}
          />
        ))}
      </div>
      <aside className={styles['preview']} aria-label={t('policy:explain.title')}>
        {kind === 'alert' ? (
          <ExplainPreview content={contents['alert']} />
        ) : (
          <p className="mute">{t('improvise.noRoute')}</p>
        )}
      </aside>
      <footer className={styles['footer']}>
        {send.error !== null && (
          <div role="alert" className={styles['problem']}>
            {problems.size === 0 ? problemText(send.error) : t('improvise.problems', { count: problems.size })}
            {rest.map(([path, words]) => (
              <div key={path}>
                <bdi>{path}</bdi>: {words}
              </div>
            ))}
          </div>
        )}
        <span className="grow" />
        <Button onClick={() => forget()}>{t('improvise.clear')}</Button>
        <ActButton size="sm" onClick={submit}>
          {typeof frame['at'] === 'string' && frame['at'] !== '' ? t('improvise.plan') : t('improvise.send')}
        </ActButton>
      </footer>
    </form>
  );
}

/** Whether a problem stands at a field of the form. */
function isUnder(path: string, kind: string): boolean {
  return path === kind || path.startsWith(`${kind}.`) || path === 'at' || path.startsWith('title');
}

function improvisedIn(done: unknown): string | undefined {
  const events = (done as { events?: readonly { type: string; data: { inject?: { id?: string } } }[] }).events ?? [];
  return events.find(({ type }) => type === 'InjectImprovised')?.data.inject?.id;
}

function useFormDraft(exercise: string) {
  const [text, setText, forget] = useDraft(`improvise:${exercise}`);
  const value = useMemo((): FormValue => {
    try {
      return text === '' ? EMPTY : (JSON.parse(text) as FormValue);
    } catch {
      return EMPTY;
    }
  }, [text]);
  return [value, (next: FormValue) => setText(JSON.stringify(next)), forget] as const;
}

/** What is wrong, by path; of several at one place the first. */
function useProblems(error: unknown): ReadonlyMap<string, string> {
  const say = useSay();
  return useMemo(() => {
    const found = new Map<string, string>();
    if (!(error instanceof ApiError)) return found;
    for (const { path, code, message } of error.problem.errors ?? []) {
      // A fault in a list is reported at the list.
      const place = path.replace(/\[\d+\].*$/, '');
      if (!found.has(place)) found.set(place, say.language === 'en' ? message : (problemText(say, code) ?? message));
    }
    return found;
  }, [error, say]);
}

/** The inject that the URL names to begin with, once. */
function useBeginFrom(setValue: (value: FormValue) => void): void {
  const { fold } = useExerciseStore();
  const [from, setFrom] = useUrlState('from');
  useEffect(() => {
    if (from === undefined) return;
    const id = from as InjectId;
    const inject = scriptIndex(fold.state.scenario).injects.get(id) ?? fold.state.script.improvised?.[id];
    if (inject !== undefined) setValue(formOf(inject));
    setFrom(undefined);
    // Only what the URL names matters.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [from]);
}

function BeginWith({ onPick }: { readonly onPick: (value: FormValue) => void }) {
  const { t } = useTranslation('control');
  const script = useScript();
  const data = [
    {
      group: t('improvise.templates'),
      items: Object.keys(TEMPLATES).map((one) => ({ value: `template:${one}`, label: t(`improvise.template.${one}`) })),
    },
    { group: t('script.title'), items: script.map(({ id }) => ({ value: `inject:${id}`, label: id })) },
  ];
  return (
    <Select
      size="xs"
      label={t('improvise.beginWith')}
      placeholder={t('improvise.empty')}
      searchable
      value={null}
      data={data}
      onChange={(picked) => {
        const [what, name = ''] = picked?.split(/:(.*)/s) ?? [];
        if (what === 'template') onPick(TEMPLATES[name as keyof typeof TEMPLATES]);
        const row = script.find(({ id }) => what === 'inject' && id === name);
        if (row !== undefined) onPick(formOf(row.inject));
      }}
    />
  );
}
