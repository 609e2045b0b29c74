/**
 * What a page of documentation has its reader do in a browser. It is a list after a line that names the window, in sentences of these
 * forms, so that a reader follows them and a test does, too:
 *
 *     In the **Pakistani window**:
 *
 *     - Open the link. Go to **Messages**. Select **How sure**.
 *     - Press **Resolve**. Press **Resolve** in the form.
 *     - Write "text" into **Field**. Choose "option" for **Field**. Choose "option" for **Field** in the form.
 *     - The page shows "this" and "that". The page does not show "something else".
 */

/** `…` in a text that is shown stands for any text. */
export type WindowAct =
  /** The last one that a command has printed. */
  | { readonly do: 'open link' }
  /** By its name in the header. */
  | { readonly do: 'go'; readonly screen: string }
  /** A row of a list that holds this text. */
  | { readonly do: 'select'; readonly row: string }
  | { readonly do: 'press'; readonly name: string; readonly isInForm: boolean }
  | { readonly do: 'write'; readonly text: string; readonly field: string }
  | { readonly do: 'choose'; readonly option: string; readonly field: string; readonly isInForm: boolean }
  | { readonly do: 'see'; readonly texts: readonly string[] }
  | { readonly do: 'see none'; readonly texts: readonly string[] };

export interface WindowStep {
  /** Where the item of the list begins, from 1. */
  readonly line: number;
  readonly window: string;
  readonly sentence: string;
  readonly act: WindowAct;
}

const NAME = String.raw`\*\*([^*]+)\*\*`;
/** For a name that stands elsewhere on the page, too. */
const IN_FORM = '( in the form)?';
const TEXT = '"([^"]+)"';
const TEXTS = `("[^"]+"(?:(?:, | and | or )"[^"]+")*)`;

const textsIn = (list: string): string[] => [...list.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text);

interface Form {
  readonly pattern: RegExp;
  readonly act: (...parts: [string, string, string]) => WindowAct;
}

/** A text in quotation marks that ends with a full stop ends the sentence, too. */
const END = String.raw`(?:\.|(?<=[.?!]"))(?: |$)`;

const form = (words: string, act: Form['act']): Form => ({ pattern: new RegExp(`^${words}${END}`), act });

const FORMS: readonly Form[] = [
  form('Open the link', () => ({ do: 'open link' })),
  form(`Go to ${NAME}`, (screen) => ({ do: 'go', screen })),
  form(`Select ${NAME}`, (row) => ({ do: 'select', row })),
  form(`Press ${NAME}${IN_FORM}`, (name, inForm) => ({ do: 'press', name, isInForm: inForm !== '' })),
  form(`Write ${TEXT} into ${NAME}`, (text, field) => ({ do: 'write', text, field })),
  form(`Choose ${TEXT} for ${NAME}${IN_FORM}`, (option, field, inForm) => ({
    do: 'choose',
    option,
    field,
    isInForm: inForm !== '',
  })),
  form(`The page shows ${TEXTS}`, (texts) => ({ do: 'see', texts: textsIn(texts) })),
  form(`The page does not show ${TEXTS}`, (texts) => ({ do: 'see none', texts: textsIn(texts) })),
];

const WINDOW = /(?:^| )In the \*\*(\S+) window\*\*:$/;
/** What a sentence of a list can begin with. */
const BEGINNING = /^(?:Open the link|Go to|Select|Press|Write|Choose|The page)\b/;

/** @throws Error when a list of a window holds something else than these sentences, or stands in no window */
export function windowStepsOf(markdown: string): WindowStep[] {
  return itemsOf(markdown).flatMap(({ line, window, text }) =>
    sentencesOf(text, line).map(([sentence, act]) => ({ line, window, sentence, act })),
  );
}

interface Item {
  readonly line: number;
  readonly window: string;
  text: string;
}

function itemsOf(markdown: string): readonly Item[] {
  const items: Item[] = [];
  let window: string | undefined;
  let open: Item | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    const text = line.trim();
    if (text === '') {
      open = undefined;
    } else if (open !== undefined && line.startsWith('  ')) {
      open.text += ` ${text}`;
    } else if (line.startsWith('- ')) {
      const sentence = text.slice(2);
      if (window !== undefined) items.push((open = { line: index + 1, window, text: sentence }));
      else if (BEGINNING.test(sentence)) {
        throw new Error(`line ${index + 1}: this stands in no window: "${sentence}"`);
      }
    } else {
      open = undefined;
      window = WINDOW.exec(text)?.[1];
    }
  }
  return items;
}

function sentencesOf(text: string, line: number): [string, WindowAct][] {
  const sentences: [string, WindowAct][] = [];
  let rest = text;
  while (rest !== '') {
    const read = readSentence(rest);
    if (read === undefined) {
      throw new Error(`line ${line}: no test can follow "${rest}"; test/tutorial/window-steps.ts lists the sentences`);
    }
    sentences.push([read.sentence.trim(), read.act]);
    rest = rest.slice(read.sentence.length);
  }
  return sentences;
}

/** The sentence that a text begins with. */
function readSentence(text: string): { readonly sentence: string; readonly act: WindowAct } | undefined {
  for (const { pattern, act } of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return { sentence: match[0], act: act(match[1] ?? '', match[2] ?? '', match[3] ?? '') };
  }
  return undefined;
}
