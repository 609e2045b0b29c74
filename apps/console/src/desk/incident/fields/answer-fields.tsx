/** Which of the questions to our units is answered; why it is declined. */
import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { PossibleAct } from '#domain/engine/explain-incident.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import { useText } from '../../../parts/use-text.js';
import { useWord } from '../../../parts/use-word.js';
import { FirstNotice } from '../first-notice.js';
import type { FieldsProps } from '../act-form.js';
import { MOST_REASON } from '../../../parts/limits.js';

export function AnswerFields({
  kind,
  incident,
  possible,
  events,
  frame,
}: FieldsProps & { readonly kind: 'acknowledge' | 'decline' }) {
  const { t } = useTranslation('desk');
  const label = useActLabel();
  const { exercise } = useExerciseStore();
  const { acts } = possible;
  const [reason, write] = useDraft(`${exercise.id}:${incident.id}:decline`);
  const ids: readonly string[] = acts.flatMap(({ notification }) => notification ?? []);
  // What was chosen stays chosen: if somebody else answers it, no other takes its place unseen.
  const [chosen, choose] = useState<readonly string[]>(kind === 'acknowledge' ? [] : ids.slice(0, 1));
  const gone = chosen.filter((id) => !ids.includes(id));
  const notices = gone.map((id) => (
    <FirstNotice key={id} act={{ kind: 'acknowledge', notifications: [id] }} events={events} />
  ));
  if (kind === 'acknowledge') {
    const notifications = chosen.filter((id) => ids.includes(id));
    return frame(
      <>
        {notices}
        <Checkbox.Group label={t('act.whichUnits')} value={[...notifications]} onChange={choose}>
          {acts.map((act) => (
            <Checkbox key={act.notification} size="sm" mt={6} value={act.notification ?? ''} label={label(act)} />
          ))}
        </Checkbox.Group>
      </>,
      notifications.length === 0 ? undefined : { kind, notifications },
    );
  }
  const notification = chosen.find((id) => ids.includes(id));
  return frame(
    <>
      {notices}
      {(acts.length > 1 || notification === undefined) && (
        <NativeSelect
          size="xs"
          label={t('act.whichUnit')}
          value={notification ?? ''}
          onChange={({ currentTarget }) => choose([currentTarget.value])}
          data={[
            ...(notification === undefined ? [{ value: '', label: t('act.choose') }] : []),
            ...acts.map((act) => ({ value: act.notification ?? '', label: label(act) })),
          ]}
        />
      )}
      <Textarea
        label={t('act.reason')}
        required
        maxLength={MOST_REASON}
        value={reason}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </>,
    notification === undefined || reason.trim() === '' ? undefined : { kind, notification, reason: reason.trim() },
  );
}

/** The unit and what it is asked for. */
function useActLabel(): (act: PossibleAct) => string {
  const text = useText();
  const word = useWord();
  const { fold } = useExerciseStore();
  return ({ unit, action }) => {
    const name = text(fold.state.scenario.units.find(({ id }) => id === unit)?.name) || unit;
    return action === undefined ? `${name}` : `${name} (${word('action', action)})`;
  };
}
