/** How the policy came into force: by whom, when and why. */
import { useTranslation } from '../language/use-translation.js';
import { exerciseTimeText } from '../parts/time-text.js';
import type { ShownPolicy } from './use-policy.js';

export function PolicyOrigin({ origin }: Pick<ShownPolicy, 'origin'>) {
  const { t } = useTranslation('policy');
  const { by, at, proposal, reason } = origin;
  return (
    <span data-testid="policy-origin">
      {t(`origin.${by}`)}
      {proposal !== undefined && (
        <>
          {' '}
          <bdi>{proposal}</bdi>
        </>
      )}
      {at !== undefined && (
        <>
          {' · '}
          <bdi>{exerciseTimeText(at)}</bdi>
        </>
      )}
      {reason !== undefined && (
        <>
          {' · '}
          <bdi>{reason}</bdi>
        </>
      )}
    </span>
  );
}
