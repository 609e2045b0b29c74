/** What an incident is called in the reader's language: as the alert that opened it says it there, else as the log has it. */
import { useTranslation } from 'react-i18next';
import { headlinesOf } from '#domain/alert/headline.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { useExercise } from './use-exercise.js';

export function useHeadline({ id, headline }: Pick<IncidentView, 'id' | 'headline'>): string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useExercise((fold) => {
    for (const { incident, alert } of fold.alerts.values()) {
      if (incident !== id) continue;
      const texts = headlinesOf(alert);
      if (texts['en'] !== headline && Object.values(texts)[0] !== headline) continue;
      return Object.entries(texts).find(([tag]) => tag.slice(0, 2) === language)?.[1] ?? headline;
    }
    return headline;
  });
}
