/** An alert by its headline, an answer by its unit, a note by its text. */
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { AuthoredText } from '../parts/authored-text.js';
import { SideBadge } from '../parts/side-badge.js';
import { useWord } from '../parts/use-word.js';
import type { Thing } from './things.js';

export function ThingWords({ thing }: { readonly thing: Thing }) {
  const { t } = useTranslation('releases');
  const word = useWord();
  const { units } = useExerciseStore().fold.state.scenario;
  switch (thing.kind) {
    case 'alert':
      return (
        <>
          {t('thing.alert')} <AuthoredText text={thing.text} />{' '}
          {thing.tlp !== undefined && <bdi className="mute">{thing.tlp}</bdi>}
        </>
      );
    case 'answer':
      return (
        <>
          {t('thing.answer')} <SideBadge side={thing.side} />{' '}
          <AuthoredText text={units.find(({ id }) => id === thing.unit)?.name ?? { en: thing.unit }} />{' '}
          <span className="mute">{word('action', thing.action)}</span>
        </>
      );
    case 'note':
      return (
        <>
          {t('thing.note')} <bdi>{thing.text}</bdi>
        </>
      );
    default:
      return thing satisfies never;
  }
}
