/** Our reader of markup against saxes, a parser that is not ours: what one takes the other takes, and both read the same. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlScanner } from './xml-scanner.js';

class Fault extends Error {}

/** What a reader makes of a document: its elements, attributes and texts; undefined when it refuses it. */
type Reading = readonly string[] | undefined;

function join(events: readonly string[]): string[] {
  const joined: string[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event === 'T') continue;
    if (event.startsWith('T') && last?.startsWith('T') === true) joined[joined.length - 1] = last + event.slice(1);
    else joined.push(event);
  }
  return joined;
}

function read(text: string): Reading {
  const events: string[] = [];
  const refuse = (): never => {
    throw new Fault();
  };
  try {
    const scanner = new XmlScanner(text, {
      onStart: () => undefined,
      onAttribute: () => undefined,
      onOpen: ({ uri, local, attributes }) =>
        events.push(`<${uri} ${local}`, ...attributes.map((each) => `@${each.uri} ${each.local} ${each.name}`)),
      onText: (data) => events.push(`T${data}`),
      onClose: () => events.push('/'),
      onDoctype: refuse,
      onFault: refuse,
    });
    while (!scanner.done) scanner.step();
    scanner.end();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
  return join(events);
}

function readBySaxes(text: string): Reading {
  const events: string[] = [];
  const refuse = (): never => {
    throw new Fault();
  };
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ uri, local, attributes }) =>
    events.push(
      `<${uri} ${local}`,
      ...Object.values(attributes).map(
        (each) => `@${each.uri} ${each.name === 'xmlns' ? 'xmlns' : each.local} ${each.name}`,
      ),
    ),
  );
  // White space around the root is a text to saxes only.
  const isInside = (): boolean =>
    events.filter((each) => each.startsWith('<')).length > events.filter((each) => each === '/').length;
  parser.on('text', (data) => isInside() && events.push(`T${data}`));
  parser.on('cdata', (data) => events.push(`T${data}`));
  parser.on('closetag', () => events.push('/'));
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
  return join(events);
}

const PIECES = [
  '<a>',
  '</a>',
  '<a',
  '</a',
  '<b x="1">',
  '</b>',
  '<b/>',
  '<p:b>',
  '</p:b>',
  '<p:b xmlns:p="u">',
  '<a xmlns="v">',
  ' xmlns:q="u"',
  ' xmlns:p=""',
  ' xmlns=""',
  ' xmlns:xml="u"',
  ' xmlns:xmlns="u"',
  ' xmlns:q="http://www.w3.org/2000/xmlns/"',
  ' q:x="1"',
  ' p:x="2"',
  ' x="1"',
  " y='<'",
  " z='&lt;'",
  ' x',
  ' x=',
  ' x=1',
  ' x="&"',
  ' xml:lang="en"',
  '/>',
  '>',
  '/',
  '<',
  '&',
  '&amp;',
  '&lt',
  '&#65;',
  '&#x42;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&nbsp;',
  ';',
  '<!-- c -->',
  '<!--',
  '-->',
  '--',
  '<!---->',
  '<!--->',
  '<![CDATA[',
  ']]>',
  '<![CDATA[ < & ]]>',
  '<?pi x?>',
  '<?pi?>',
  '<?xml version="1.0"?>',
  '<?xml',
  '?>',
  '<?',
  '<!',
  '<!DOCTYPE a>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  'text',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u0001',
  '\uFFFE',
  '🚒',
  'é',
  '\u00B7',
  ':',
  '=',
  '"',
  "'",
  '-',
  '.',
  '1',
  '<é>',
  '</é>',
  '<a:b:c>',
  '<:a>',
  '<a:>',
  '<1a>',
  '<a-b.c_1>',
  '</a-b.c_1>',
  '</ a>',
  '</a >',
  '< a>',
  '<a\n>',
  '<a x="1"y="2">',
  '<a x="1" x="2">',
  '<a p:x="1" q:x="2" xmlns:p="u" xmlns:q="u">',
  '<xml>',
  '<xmlns:a>',
  '<?XML?>',
  '<?a:b?>',
  "<?xml version='1.1' encoding=\"UTF-8\" standalone='yes' ?>",
];
const markup = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''));
/** Inside one root, so that many are well-formed. */
const rooted = markup.map((inner) => `<r xmlns:p="w">${inner}</r>`);
const GOOD =
  '<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- c --><a:r xmlns:a="u" xmlns="v"><b x="1" a:x=\'2\'>t &amp; &#x41;<![CDATA[<&]]></b>\n<c/>é🚒<?pi x?></a:r>\n';
/** A good document with some characters removed, doubled or replaced. */
const altered = fc
  .array(fc.tuple(fc.nat(GOOD.length), fc.nat(3), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 })
  .map((changes) =>
    changes
      .reduce(
        (text, [at, length, piece]) => [...text.slice(0, at), piece, ...text.slice(at + length)],
        Array.from(GOOD),
      )
      .join(''),
  );

describe('the reader of markup', () => {
  it('reads what another parser reads, and refuses what that refuses', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(markup, rooted, altered), (text) => {
        const reading = read(text);
        if (reading !== undefined) taken++;
        expect(reading).toEqual(readBySaxes(text));
      }),
      { seed: 2026, numRuns: RUNS },
    );
    expect(read(GOOD)).toEqual(readBySaxes(GOOD));
    expect(taken).toBeGreaterThan(RUNS / 20);
  });

  it.each([
    ['an instruction whose name does not end', '<a><?pi?x?></a>'],
    ['half a surrogate pair', '<a>\uD800<b/></a>'],
  ])('refuses %s, which the other one lets pass', (_, text) => {
    expect(read(text)).toBeUndefined();
    expect(readBySaxes(text)).toBeDefined();
  });

  it.each([
    ['attributes', (n: number) => `<a ${'x="1" '.repeat(n)}>`],
    ['references', (n: number) => `<a>${'&amp;'.repeat(n)}</a>`],
    ['unclosed comments', (n: number) => `<a>${'<!-- '.repeat(n)}`],
    ['a name that does not end', (n: number) => `<${'a'.repeat(5 * n)}`],
    ['white space that does not end', (n: number) => `<a${'     '.repeat(n)}`],
    ['nested declarations', (n: number) => '<a xmlns:p="u" xmlns="v">'.repeat(n / 5)],
    ['one long text', (n: number) => `<a>${'aaaaa'.repeat(n)}</a>`],
    ['line ends', (n: number) => `<a>${'\r\n\r\n '.repeat(n)}</a>`],
  ])('takes time in proportion to %s', (_, write) => {
    const start = process.cpuUsage();
    read(write(200_000));
    expect(process.cpuUsage(start).user).toBeLessThan(1_500_000);
  });
});

const RUNS = Number(process.env['SCANNER_RUNS'] ?? 4_000);
