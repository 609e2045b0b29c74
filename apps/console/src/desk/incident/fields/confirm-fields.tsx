/** Acts that need nothing but a yes: what one says yes to is shown. */
import { useCallback } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { ExerciseFold } from '../../../live/exercise-fold.js';
import { useExercise } from '../../../live/use-exercise.js';
import { Placed } from '../../../parts/placed.js';
import { SideBadge } from '../../../parts/side-badge.js';
import { useViewer } from '../../../session/use-session.js';
import type { FieldsProps } from '../act-form.js';
import { AccountName } from '../command/account-name.js';
import { HandoverText } from '../command/handover-text.js';
import { otherSideThan } from '../joint-standing.js';

type Kind = 'withdraw' | 'confirmCommander' | 'confirmHandover';

export function ConfirmFields({ kind, incident, events, frame }: FieldsProps & { readonly kind: Kind }) {
  const { t } = useTranslation('coordination');
  const { account: viewer, side } = useViewer();
  const proposed = useExercise(
    useCallback(
      (fold: ExerciseFold) => side && fold.state.incidents[incident.id]?.proposedCommander?.[otherSideThan(side)],
      [incident.id, side],
    ),
  );
  switch (kind) {
    case 'withdraw':
      return frame(<p>{t('joint.withdrawMeans')}</p>, { kind });
    case 'confirmCommander':
      return frame(
        side !== undefined && proposed !== undefined && (
          <p>
            <Placed
              say={(marks) => t('command.confirmMeans', marks)}
              values={{ side: <SideBadge side={otherSideThan(side)} />, account: <AccountName id={proposed} /> }}
            />
          </p>
        ),
        proposed === undefined ? undefined : { kind, account: proposed },
      );
    case 'confirmHandover': {
      const offered = events.findLast(
        ({ type, data }) => type === 'HandoverOffered' && (data as { readonly to?: unknown }).to === viewer,
      );
      return frame(offered && <HandoverText event={offered} />, { kind });
    }
    default:
      return kind satisfies never;
  }
}
