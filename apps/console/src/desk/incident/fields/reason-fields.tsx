/** Acts that need no more than a reason, or nothing. */
import { MOST_REASON } from '../../../parts/limits.js';
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { Decision } from '#domain/incident/incident.js';
import type { Side } from '#domain/kernel/side.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import { useViewer } from '../../../session/use-session.js';
import { otherSideThan } from '../joint-standing.js';
import type { FieldsProps } from '../act-form.js';
import type { Act } from '../send-act.js';

type Kind = Decision | 'override';

export function ReasonFields({ kind, incident, possible, frame }: FieldsProps & { readonly kind: Kind }) {
  const { t } = useTranslation('desk');
  const { exercise } = useExerciseStore();
  const [draft, write] = useDraft(`${exercise.id}:${incident.id}:${kind}`);
  const [chosen, choose] = useState('');
  const reason = draft.trim();
  const sides = possible.acts.flatMap(({ side }) => side ?? []);
  const side = sides.find((one) => one === chosen) ?? sides[0];
  // Controllers and the incident commander decide for both sides, and have to say why.
  const isForBoth = possible.acts.some(({ needs }) => needs.includes('reason'));
  const isNeeded = kind === 'override' || isForBoth;
  return frame(
    <>
      <p>{t(`act.${kind}Means`)}</p>
      {kind !== 'override' && incident.class === 'JOINT' && (
        <EffectOfDeciding decision={kind} incident={incident} isForBoth={isForBoth} />
      )}
      {kind === 'override' && (
        <NativeSelect
          size="xs"
          label={t('act.whichSide')}
          value={side ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={sides}
        />
      )}
      <Textarea
        label={t(isNeeded ? 'act.reason' : 'act.reasonOptional')}
        required={isNeeded}
        maxLength={MOST_REASON}
        value={draft}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </>,
    actOf(kind, { side, reason, isNeeded }),
  );
}

/** Whether it takes effect at once, waits for the other side, or contradicts it. */
function EffectOfDeciding({
  decision,
  incident: { decisions = {} },
  isForBoth,
}: Pick<FieldsProps, 'incident'> & { readonly decision: Decision; readonly isForBoth: boolean }) {
  const { t } = useTranslation('coordination');
  const { side: own } = useViewer();
  if (isForBoth) return <p>{t('joint.forBoth')}</p>;
  const other = own && otherSideThan(own);
  const theirs = other && decisions[other]?.decision;
  if (other === undefined || theirs === undefined) return <p>{t('joint.forOwnSide')}</p>;
  return (
    <p>
      {theirs === decision ? t('joint.sameAs', { side: other }) : t(`joint.differsFrom.${theirs}`, { side: other })}
    </p>
  );
}

interface Filled {
  readonly side: Side | undefined;
  readonly reason: string;
  readonly isNeeded: boolean;
}

/** Undefined: something is missing yet. */
function actOf(kind: Kind, { side, reason, isNeeded }: Filled): Act | undefined {
  if (isNeeded && reason === '') return undefined;
  if (kind !== 'override') return { kind, reason };
  return side === undefined ? undefined : { kind, side, reason };
}
