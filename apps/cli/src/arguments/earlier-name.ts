/** Commands that keep an earlier name, for scripts that use it. */
import type { Command } from 'commander';

/** Adds the command under its name, and hidden from help under its earlier one. */
export function withEarlierName(
  parent: Command,
  name: string,
  earlier: string,
  define: (command: Command) => void,
): void {
  define(parent.command(name));
  define(parent.command(earlier, { hidden: true }));
}
