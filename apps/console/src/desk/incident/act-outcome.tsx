/** What came of an act: done, on its way, or refused: why, who was first, and what would be possible. */
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { Action } from '../../parts/use-action.js';
import { useProblemText } from '../../parts/problem.js';
import { ApiError } from '../../session/api.js';
import { FirstNotice } from './first-notice.js';
import type { Act, ActKind } from './send-act.js';
import { type Possible, useActKinds } from './use-acts.js';
import styles from './incident.module.css';

interface Props {
  readonly action: Action<Act>;
  readonly events: readonly EventView[];
  readonly possible: (kind: ActKind) => Possible;
}

export function ActOutcome({ action, events, possible }: Props) {
  const { t } = useTranslation('desk');
  const { variables: act, error, isSuccess, data } = action;
  const answer = data as { readonly status?: unknown; readonly events?: readonly EventView[] } | undefined;
  const isStored = isSuccess && answer?.status === 'pending';
  return (
    <>
      <p className={isSuccess ? styles['done'] : styles['spoken']} role="status">
        {isSuccess &&
          act !== undefined &&
          (isStored
            ? t('frame:act.stored')
            : isForOneSide(act, answer?.events)
              ? t('act.decided')
              : t(`act.done.${act.kind}`))}
      </p>
      {error !== null && act !== undefined && <Refusal error={error} act={act} events={events} possible={possible} />}
    </>
  );
}

function Refusal({
  error,
  act,
  events,
  possible,
}: Omit<Props, 'action'> & { readonly error: unknown; readonly act: Act }) {
  const { t } = useTranslation('desk');
  const text = useProblemText();
  const kinds = useActKinds();
  const isRefused = error instanceof ApiError && error.status < 500;
  const others = isRefused ? kinds.filter((kind) => kind !== act.kind && possible(kind).whyNot === undefined) : [];
  return (
    <div className={styles['refusal']} role="alert">
      <p>
        <b>{t(isRefused ? 'act.refused' : 'act.failed', { act: t(`act.${act.kind}`) })}</b> {text(error)}
      </p>
      {isRefused && <FirstNotice act={act} events={events} />}
      {others.length > 0 && (
        <p className="mute">
          {t('act.possible')} {others.map((kind) => t(`act.${kind}`)).join(t('frame:listSeparator'))}
        </p>
      )}
    </div>
  );
}

const CARRIED_OUT: readonly string[] = ['IncidentResolved', 'IncidentClosed', 'IncidentCancelled'];

/** What both sides decide about is not done by the first of them. */
function isForOneSide({ kind }: Act, events: readonly EventView[] = []): boolean {
  if (kind !== 'resolve' && kind !== 'close' && kind !== 'cancel') return false;
  return events.some(({ type }) => type === 'SideDecided') && !events.some(({ type }) => CARRIED_OUT.includes(type));
}
