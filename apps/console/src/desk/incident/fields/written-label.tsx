/** The label of a note or a decision. It is opened on demand, so that most notes stay one field. */
import { Suspense, useState } from 'react';
import type { IncidentView } from '#domain/engine/read-models.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { lazyPage } from '../../../language/lazy-page.js';
import { isLanguage } from '../../../language/languages.js';
import { useTranslation } from '../../../language/use-translation.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { EMPTY_LABEL, type LabelDraft, statedLabel } from '../../../parts/label-draft.js';
import { storyOffset } from '../../../parts/story-time.js';
import { useFormDraft } from '../../../parts/use-form-draft.js';
import { useViewer } from '../../../session/use-session.js';
import type { WrittenLabel } from '../send-act.js';

const LabelFields = lazyPage(['labels'], async () => (await import('../../../parts/label-fields.js')).LabelFields);

interface LabelBeingWritten {
  /** Absent: nothing is stated, or those who read it have no label. */
  readonly label?: NonNullable<WrittenLabel>;
  readonly readers: ReleaseClass | undefined;
  readonly draft: LabelDraft;
  readonly change: (part: Partial<LabelDraft>) => void;
}

/** @param shared whether all who may know of the incident read it, and not the own side alone */
export function useWrittenLabel(incident: IncidentView, kind: 'note' | 'record', shared: boolean): LabelBeingWritten {
  const { exercise, fold } = useExerciseStore();
  const { i18n } = useTranslation('desk');
  const { side } = useViewer();
  const [draft, change] = useFormDraft(`${exercise.id}:${incident.id}:${kind}.label`, EMPTY_LABEL);
  const readers = shared ? incident.class : side;
  if (readers === undefined) return { readers, draft, change };
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  const label = statedLabel(readers, draft, { language, offset: storyOffset(fold.state.scenario.startsAt) });
  return { readers, draft, change, ...(Object.keys(label).length > 0 && { label }) };
}

export function WrittenLabelFields({ of: { readers, draft, change, label } }: { readonly of: LabelBeingWritten }) {
  const { t } = useTranslation('desk');
  const [isOpen, setOpen] = useState(label !== undefined);
  if (readers === undefined) return null;
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('note.label')}</summary>
      <Suspense fallback={<p className="mute">{t('frame:loading')}</p>}>
        {isOpen && <LabelFields of={readers} draft={draft} onChange={change} />}
      </Suspense>
    </details>
  );
}
