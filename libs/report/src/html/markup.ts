/** HTML that cannot be broken by what stands in it: every value is escaped unless it is markup already. */

export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | undefined | readonly Part[];

/** `` html`<p>${name}</p>` ``: text is escaped, markup and lists of it stand as they are, undefined is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + (index < parts.length ? textOf(parts[index]) : '')).join(''));
}

/** What is known to be well-formed: a picture of ours. */
export function raw(text: string): Markup {
  return new Markup(text);
}

/**
 * Values of a sentence in a language from right to left come isolated (U+2068, U+2069): in HTML that is `bdi`. What is not
 * in pairs is no isolate of ours, and is escaped.
 */
function isolates(text: string): string {
  let depth = 0;
  for (const [mark] of text.matchAll(/[\u2068\u2069]/g)) {
    depth += mark === '\u2068' ? 1 : -1;
    if (depth < 0) return escape(text);
  }
  if (depth !== 0) return escape(text);
  const tags: Readonly<Record<string, string>> = { '\u2068': '<bdi>', '\u2069': '</bdi>' };
  return text
    .split(/([\u2068\u2069])/)
    .map((part) => tags[part] ?? escape(part))
    .join('');
}

function textOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return isolates(part);
  return part.map(textOf).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Nothing turns the text around it, or hides. Control characters, lone surrogates and non-characters have no place in HTML (WHATWG, 13.2.3.5), and say nothing. */
function escape(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur']);

/** Text of a language, with its direction; isolated, so that it does not turn its neighbours. */
export function inLanguage(language: string, text: string): Markup {
  const [primary = ''] = language.toLowerCase().split('-');
  const direction = RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr';
  return html`<bdi lang="${language}" dir="${direction}">${text}</bdi>`;
}

/** What a person typed, in an unknown language: its first letters determine its direction, without affecting the text around it. */
export function asTyped(text: string): Markup {
  return html`<bdi dir="auto">${text}</bdi>`;
}
