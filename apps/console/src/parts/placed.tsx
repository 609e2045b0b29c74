/** A text of a catalogue in which components stand: each language puts them where they belong. */
import { Fragment, type ReactNode } from 'react';

interface Props<Name extends string> {
  /** The text, given a mark for each value: `(marks) => t('lane.leftOf', marks)`. */
  readonly say: (marks: Record<Name, string>) => string;
  readonly values: Readonly<Record<Name, ReactNode>>;
}

/** No text has this character: it is for private use. */
const MARK = '\u{e000}';

export function Placed<Name extends string>({ say, values }: Props<Name>) {
  const names = Object.keys(values) as Name[];
  const marks = Object.fromEntries(names.map((name) => [name, `${MARK}${name}${MARK}`])) as Record<Name, string>;
  return say(marks)
    .split(MARK)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? values[part as Name] : part}</Fragment>);
}
