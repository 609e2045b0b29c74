/** The commands as commander knows them, without those that are hidden: for the reference page and for completion. */
import type { Argument, Command, Option } from 'commander';

export interface CommandEntry {
  /** Names from the first one after `tandem`; empty for `tandem` itself. */
  readonly path: readonly string[];
  /** The heading under which the help of the parent lists it. */
  readonly group: string;
  readonly description: string;
  /** `tandem incident show [options] <incident>`. */
  readonly usage: string;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  readonly children: readonly CommandEntry[];
}

export function commandTree(command: Command, path: readonly string[] = []): CommandEntry {
  const help = command.createHelp();
  const children = help.visibleCommands(command).filter((child) => child.name() !== 'help');
  return {
    path,
    group: command.helpGroup(),
    description: command.description(),
    usage: help.commandUsage(command),
    arguments: help.visibleArguments(command),
    options: help.visibleOptions(command),
    children: children.map((child) => commandTree(child, [...path, child.name()])),
  };
}

/** The entry and every entry below it. */
export function everyEntry(entry: CommandEntry): CommandEntry[] {
  return [entry, ...entry.children.flatMap(everyEntry)];
}
