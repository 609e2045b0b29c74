/** Asks of an alert that nobody has sent which way it would go. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useDraft } from '../parts/use-draft.js';
import { FieldInput } from '../control/improvise/field-input.js';
import type { Json } from '../control/improvise/form-value.js';
import { FORM_QUERY } from '../control/improvise/form-query.js';
import { EMPTY } from '../control/improvise/templates.js';
import { NotServed } from '../control/not-served.js';
import { ExplainPreview } from './explain-preview.js';
import styles from './policy.module.css';

const BEGINNING = JSON.stringify(EMPTY.contents['alert']);
const NO_PROBLEMS: ReadonlyMap<string, string> = new Map();

export function WhatIf() {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const { data: form, error } = useQuery(FORM_QUERY);
  const [draft, setDraft] = useDraft(`what-if:${exercise.id}`, BEGINNING);
  if (error !== null) return <NotServed error={error} what={t('tab.whatIf')} />;
  const field = form?.kinds['alert'];
  if (field === undefined) return <p className="mute">{t('frame:loading')}</p>;
  const content = JSON.parse(draft) as Json;
  return (
    <div className={styles['columns']}>
      <FieldInput
        named={{ name: 'alert', isRequired: true, field }}
        path="alert"
        value={content}
        problems={NO_PROBLEMS}
        onChange={(next) => setDraft(JSON.stringify(next ?? {}))}
      />
      <div>
        <ExplainPreview content={content} />
      </div>
    </div>
  );
}
