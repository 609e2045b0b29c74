/** What one may do with an inject that has not come yet. */
import { useCallback } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { useNow } from '../../live/use-now.js';
import { ActButton } from '../act-button.js';
import { useControl } from '../use-control.js';
import type { ScriptRow } from './script.js';

const MINUTE = 60_000;

interface Props {
  readonly row: ScriptRow;
  /** By how many minutes it may be moved. */
  readonly minutes: readonly number[];
  readonly isLarge?: boolean;
}

export function InjectActs({ row, minutes, isLarge = false }: Props) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const { id, state, view } = row;
  const size = isLarge ? 'compact-sm' : 'compact-xs';
  const hasCome = state === 'fired';
  return (
    <>
      {!isLarge && (
        <ActButton size={size} label={t('script.fireIt', { id })} onClick={() => act({ do: 'fire', inject: id })}>
          {t(hasCome ? 'script.fireAgain' : 'script.fire')}
        </ActButton>
      )}
      {view.due !== null &&
        minutes.map((by) => <MoveBy key={by} id={id} due={view.due as number} by={by} size={size} />)}
      {!hasCome && state !== 'skipped' && (
        <ActButton size={size} label={t('script.skipIt', { id })} onClick={() => act({ do: 'skip', inject: id })}>
          {t('script.skip')}
        </ActButton>
      )}
    </>
  );
}

interface MoveProps {
  readonly id: string;
  readonly due: number;
  readonly by: number;
  readonly size: string;
}

function MoveBy({ id, due, by, size }: MoveProps) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const to = due + by * MINUTE;
  const isPast = useNow(useCallback((now: number) => to <= now, [to]));
  const text = `${by > 0 ? '+' : '−'}${Math.abs(by)}`;
  return (
    <ActButton
      size={size}
      label={t('script.moveIt', { id, minutes: by })}
      because={isPast ? t('script.tooEarly') : undefined}
      onClick={() => act({ do: 'moveTo', inject: id, to })}
    >
      <bdi>{text}</bdi>
    </ActButton>
  );
}
