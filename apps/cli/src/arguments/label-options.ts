/** Options of the commands by which people label what they write. */
import type { Command } from 'commander';
import { wordList } from './list-argument.js';

export interface LabelOptions {
  readonly tlp?: string;
  readonly releasableTo?: readonly string[];
  readonly tearLine?: string;
  readonly tearLineTlp?: string;
  readonly reviewAt?: string;
}

export const REVIEW_AT = 'time of the story at which to look at the label again, such as 2026-04-22T08:00:00+05:00';

export function withLabelOptions(command: Command): Command {
  return command
    .option('--tlp <label>', 'TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN or TLP:CLEAR')
    .option(
      '--releasable-to <names>',
      'further readers: unit:ID, account:ID or role:ROLE; separate with commas',
      wordList,
    )
    .option('--tear-line <text>', 'the sanitised text, in English, for the other side')
    .option('--tear-line-tlp <label>', 'label of the tear line (default: TLP:AMBER)')
    .option('--review-at <time>', REVIEW_AT);
}

/** The label as the API takes it, without a class. */
export function labelFrom({ tlp, releasableTo, tearLine, tearLineTlp, reviewAt }: LabelOptions) {
  return {
    tlp,
    releasableTo,
    tearLine: tearLine === undefined ? undefined : { en: tearLine },
    tearLineTlp,
    reviewAt,
  };
}

/** Undefined: nothing is said of who reads it. */
export function noteLabelFrom(options: LabelOptions): ReturnType<typeof labelFrom> | undefined {
  const label = labelFrom(options);
  return Object.values(label).every((part) => part === undefined) ? undefined : label;
}
