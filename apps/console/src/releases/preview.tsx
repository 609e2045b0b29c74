/**
 * Exactly what the other side is going to read if the proposal is approved now: the events that the approval would make, by the same
 * rules, in the language of one's choice.
 */
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { DIRECTIONS } from '#contracts/language/languages.js';
import type { EventView } from '#contracts/http/events.js';
import { problemText } from '#contracts/language/words.js';
import type { Alert } from '#domain/alert/alert.js';
import { DomainError } from '#domain/kernel/domain-error.js';
import { previewRelease, type Previewed } from '#domain/releasing/decide-release.js';
import { otherThan, type ReleaseCase } from '#domain/releasing/releasing-state.js';
import { AlertInfoBlock } from '../desk/incident/alert-info-block.js';
import { addLanguage, LANGUAGE_NAMES, LANGUAGES, isLanguage } from '../language/languages.js';
import { useSay } from '../language/say.js';
import { LanguagePart, useTranslation } from '../language/use-translation.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { EventSentence } from '../parts/event-sentence.js';
import { Placed } from '../parts/placed.js';
import { SideBadge } from '../parts/side-badge.js';
import { useWord } from '../parts/use-word.js';
import layout from '../parts/case-desk.module.css';
import styles from './releases.module.css';

export function Preview({ of }: { readonly of: ReleaseCase }) {
  const { t, i18n } = useTranslation('releases');
  const own = isLanguage(i18n.language) ? i18n.language : 'en';
  const [chosen, choose] = useState<(typeof LANGUAGES)[number]>();
  const language = chosen ?? own;
  const { data: loaded } = useQuery({
    queryKey: ['texts', language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      await addLanguage(language);
      return language;
    },
  });
  const events = usePreview(of.id);
  return (
    <section className={layout['part']} aria-labelledby="release-preview">
      <div className={styles['previewHead']}>
        <h3 id="release-preview" className={layout['sectionHead']}>
          <Placed
            say={(marks) => t('preview.title', marks)}
            values={{ side: <SideBadge side={otherThan(of.owner)} /> }}
          />
        </h3>
        <SegmentedControl
          size="xs"
          aria-label={t('preview.language')}
          value={language}
          onChange={(value) => isLanguage(value) && choose(value)}
          data={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        />
      </div>
      <div
        className={styles['preview']}
        lang={language}
        dir={DIRECTIONS[language]}
        data-testid="release-preview"
        aria-busy={loaded !== language}
      >
        {loaded === language && (
          <LanguagePart language={language}>
            <PreviewedEvents events={events} />
          </LanguagePart>
        )}
      </div>
      <p className="mute">{t('preview.then')}</p>
    </section>
  );
}

/** By the very rules that the approval goes by, on what this viewer knows: the server previews in the same way. */
function usePreview(release: string): readonly Previewed[] | Error {
  const store = useExerciseStore();
  const seq = useExercise((fold) => fold.seq);
  return useMemo(() => {
    try {
      return previewRelease(store.fold.state, release);
    } catch (error) {
      return error as Error;
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the state is changed in place by each event
  }, [store, seq, release]);
}

function PreviewedEvents({ events }: { readonly events: readonly Previewed[] | Error }) {
  const { t } = useTranslation('releases');
  const say = useSay();
  if (events instanceof DomainError) return <p role="alert">{problemText(say, events.code) ?? events.message}</p>;
  if (events instanceof Error) return <p role="alert">{t('preview.failed')}</p>;
  return (
    <ol className={styles['previewed']}>
      {events.map((event, index) => (
        <li key={index}>
          <EventSentence event={asView(event)} />
          {event.type === 'AlertAccepted' && <PreviewedAlert alert={(event.data as { readonly alert: Alert }).alert} />}
        </li>
      ))}
    </ol>
  );
}

function PreviewedAlert({ alert }: { readonly alert: Alert }) {
  const word = useWord();
  const { class: releaseClass, tlp } = alert.exercise.releasability;
  return (
    <>
      <p className="mute">
        {word('audience', releaseClass)} {tlp !== undefined && <bdi>{tlp}</bdi>}
      </p>
      {alert.info?.map((info, index) => (
        <AlertInfoBlock key={index} info={info} />
      ))}
    </>
  );
}

/** An event that is about to be has neither number nor time of the wall yet; its sentence says neither. */
function asView(event: Previewed): EventView {
  return { ...event, seq: 0, wall: '' } as unknown as EventView;
}
