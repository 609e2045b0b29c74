/**
 * Commands, whatever they ask for. Each concept declares its own (`incident/incident-commands.ts` …); `engine/command.ts`
 * unites them into `CommandData`.
 */
import type { CommandId } from './ids.js';
import type { ExerciseTime } from './exercise-time.js';
import type { Actor } from './event.js';

/** Command data by type. Empty here: the engine adds the commands of every concept. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface CommandData {}

export type CommandType = keyof CommandData;

/** A command as it is kept in the inbox. */
export type Command = {
  [T in CommandType]: { readonly type: T; readonly data: Readonly<CommandData[T]> };
}[CommandType];

/** A command with its place in exercise time. */
export type TimedCommand = Command & {
  readonly id: CommandId;
  /** Exercise time of its receipt, ms. */
  readonly at: ExerciseTime;
  readonly actor: Actor;
};

export type CommandOf<T extends CommandType> = Extract<TimedCommand, { type: T }>;
