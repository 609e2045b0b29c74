/** The one hand of the trainer: acts, whether one is under way, and what was refused. All parts of the screen share it. */
import { createContext, use, useCallback, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useIsLive } from '../app/connection-state.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { useAction } from '../parts/use-action.js';
import { sendCommand, type ControlCommand } from './commands.js';

export interface Control {
  readonly act: (command: ControlCommand) => void;
  readonly isBusy: boolean;
  /** Why nothing can be done now; undefined: something can. */
  readonly blocked: string | undefined;
  readonly error: unknown;
  readonly dismiss: () => void;
}

export const ControlContext = createContext<Control | undefined>(undefined);

export function useControl(): Control {
  const control = use(ControlContext);
  if (control === undefined) throw new Error('this is no part of the trainer’s screen');
  return control;
}

export function useNewControl(): Control {
  const { t } = useTranslation('control');
  const { exercise } = useExerciseStore();
  const isLive = useIsLive();
  const hasEnded = useExercise((fold) => fold.state.status === 'ended');
  const { mutate, isPending, error, reset } = useAction((command: ControlCommand, key) =>
    sendCommand(exercise.id, command, key),
  );
  const act = useCallback((command: ControlCommand) => mutate(command), [mutate]);
  const blocked = hasEnded ? t('blocked.ended') : isLive ? undefined : t('blocked.lost');
  return useMemo(
    () => ({ act, isBusy: isPending, blocked, error, dismiss: reset }),
    [act, isPending, blocked, error, reset],
  );
}
