/** Options of the commands by which people label what they write. */
import type { Command } from 'commander';
import { wordList } from './list-argument.js';

export interface LabelOptions {
  readonly tlp?: string;
  readonly releasableTo?: readonly string[];
  readonly tearLine?: string;
  readonly tearLineTlp?: string;
}

export function withLabelOptions(command: Command): Command {
  return command
    .option('--tlp <label>', 'TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR')
    .option(
      '--releasable-to <names>',
      'further readers: unit:ID, account:ID or role:ROLE; separate with commas',
      wordList,
    )
    .option('--tear-line <text>', 'the sanitised text, in English, for the other side')
    .option('--tear-line-tlp <label>', 'label of the tear line (default: TLP:AMBER)');
}

/** The label as the API takes it, without a class. */
export function labelFrom({ tlp, releasableTo, tearLine, tearLineTlp }: LabelOptions) {
  return {
    tlp,
    releasableTo,
    tearLine: tearLine === undefined ? undefined : { en: tearLine },
    tearLineTlp,
  };
}

/** Undefined: nothing is said of who reads it. */
export function noteLabelFrom(options: LabelOptions): ReturnType<typeof labelFrom> | undefined {
  const label = labelFrom(options);
  return Object.values(label).every((part) => part === undefined) ? undefined : label;
}
