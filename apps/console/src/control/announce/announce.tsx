/** A message over everybody's screen, and who has read those that were sent. */
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { ADDRESSED_ROLES } from '#contracts/http/roles.js';
import { SIDES } from '#domain/kernel/side.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../language/languages.js';
import { loadAllFonts } from '../../language/page-language.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { useProblemText } from '../../parts/problem.js';
import { useAction } from '../../parts/use-action.js';
import { useDraft } from '../../parts/use-draft.js';
import { api, ApiError, dataOf } from '../../session/api.js';
import { ActButton } from '../act-button.js';
import { NotServed } from '../not-served.js';
import { SentAnnouncements } from './sent-announcements.js';
import { useWord } from '../../parts/use-word.js';
import styles from './announce.module.css';

type Texts = Partial<Record<Language, string>>;
const ALL = 'all';

void loadAllFonts();

export function Announce() {
  return (
    <>
      <AnnounceForm />
      <SentAnnouncements />
    </>
  );
}

function AnnounceForm() {
  const { t } = useTranslation('control');
  const word = useWord();
  const { exercise } = useExerciseStore();
  const problem = useProblemText();
  const [texts, setText, forget] = useTexts(exercise.id);
  const [side, setSide] = useState<string>(ALL);
  const [role, setRole] = useState<string>(ALL);
  const written = LANGUAGES.filter((language) => (texts[language] ?? '').trim() !== '');
  const send = useAction((_: undefined, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/announcements', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } } as never,
        body: {
          text: Object.fromEntries(written.map((language) => [language, texts[language]?.trim()])),
          ...(side !== ALL && { side: side as 'PAK' }),
          ...(role !== ALL && { role: role as 'operator' }),
        },
      }),
    ),
  );
  const isMissing = send.error instanceof ApiError && send.error.status === 404;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(undefined, { onSuccess: forget });
      }}
    >
      <p className="mute">{t('announce.about')}</p>
      {LANGUAGES.map((language) => (
        <Textarea
          key={language}
          label={LANGUAGE_NAMES[language]}
          lang={language}
          dir={language === 'ur' ? 'rtl' : 'ltr'}
          minRows={2}
          maxLength={1000}
          value={texts[language] ?? ''}
          onChange={(event) => setText(language, event.currentTarget.value)}
        />
      ))}
      <div className={styles['to']}>
        <SegmentedControl
          size="xs"
          aria-label={t('announce.toSide')}
          value={side}
          onChange={setSide}
          data={[{ value: ALL, label: t('announce.bothSides') }, ...SIDES.map((value) => ({ value, label: value }))]}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('announce.toRole')}
          value={role}
          onChange={setRole}
          data={[
            { value: ALL, label: t('announce.allRoles') },
            ...ADDRESSED_ROLES.map((value) => ({ value, label: word('role', value) })),
          ]}
        />
      </div>
      {send.error !== null &&
        (isMissing ? (
          <NotServed error={send.error} what={t('announce.title')} />
        ) : (
          <p role="alert" className={styles['problem']}>
            {problem(send.error)}
          </p>
        ))}
      <div className={styles['acts']}>
        <Button onClick={forget}>{t('improvise.clear')}</Button>
        <ActButton
          size="sm"
          because={written.length === 0 ? t('announce.needsText') : undefined}
          onClick={() => send.mutate(undefined, { onSuccess: forget })}
        >
          {t('announce.send')}
        </ActButton>
      </div>
    </form>
  );
}

function useTexts(exercise: string) {
  const [draft, setDraft, forget] = useDraft(`announce:${exercise}`);
  let texts: Texts = {};
  try {
    texts = draft === '' ? {} : (JSON.parse(draft) as Texts);
  } catch {
    // What cannot be read is begun anew.
  }
  const setText = (language: Language, text: string) => setDraft(JSON.stringify({ ...texts, [language]: text }));
  return [texts, setText, forget] as const;
}
