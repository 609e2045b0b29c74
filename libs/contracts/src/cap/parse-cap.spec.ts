/** What only the XML form can get wrong, and what a hostile one tries. Samples in files are in test/samples-cap.spec.ts. */
import { InputError } from '../problem.js';
import { parseAlert } from '../alert/alert-schema.js';
import { CAP_1_1_NAMESPACE, CAP_NAMESPACE, SIGNATURE_NAMESPACE } from './cap-elements.js';
import { MAX_XML_BYTES, parseCap } from './parse-cap.js';

const HEAD = `<identifier>TX-1</identifier><sender>desk</sender><sent>2026-11-23T09:00:00+05:00</sent><status>Exercise</status><msgType>Alert</msgType><scope>Public</scope>`;
const INFO = `<category>Security</category><event>Gate closed</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty>`;

function document(body: string, declaration = ''): string {
  return `${declaration}<alert xmlns="${CAP_NAMESPACE}">${body}</alert>`;
}

function read(xml: string | Buffer, charset?: string): ReturnType<typeof parseCap>['alert'] {
  return parseCap(Buffer.from(xml), { asExercise: false, charset }).alert;
}

function refusal(xml: string | Buffer, charset?: string): InputError {
  try {
    parseCap(Buffer.from(xml), { asExercise: false, charset });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('taken, and should have been refused');
}

/** `code path` of each problem. */
function problems(xml: string): string[] {
  return refusal(xml).problems.map(({ code, path }) => `${code} ${path}`);
}

describe('CAP as XML', () => {
  it('gives the same alert as its JSON form', () => {
    const xml = document(
      `${HEAD}<references>desk,TX-0,2026-11-23T08:00:00+05:00</references><info>${INFO}` +
        '<parameter><valueName>tandem:class</valueName><value>PAK</value></parameter></info>',
    );
    const json = {
      identifier: 'TX-1',
      sender: 'desk',
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
      msgType: 'Alert',
      scope: 'Public',
      references: [{ sender: 'desk', identifier: 'TX-0', sent: '2026-11-23T08:00:00+05:00' }],
      info: [{ category: ['Security'], event: 'Gate closed', urgency: 'Past', severity: 'Minor', certainty: 'Likely' }],
      exercise: { releasability: { class: 'PAK' } },
    };
    expect(read(xml)).toEqual(parseAlert(json, { asExercise: false }).alert);
  });

  it('keeps text as it stands: CDATA, comments between, entities, white space, astral characters', () => {
    const note = ' a &amp; b<!-- c --><![CDATA[ <d> ]]>&#x1F692;\n\te&quot; ';
    expect(read(document(`${HEAD}<note>${note}</note>`)).note).toBe(' a & b <d> 🚒\n\te" ');
  });

  it('reads text that is cut by the chunks it is fed in', () => {
    const long = 'ڈیمو 🚒\r\n'.repeat(1_500);
    expect(read(document(`${HEAD}<info>${INFO}<description>${long}</description></info>`)).info?.[0]?.description).toBe(
      long.replaceAll('\r\n', '\n'),
    );
  });

  it('ignores comments, processing instructions and schema hints', () => {
    const xml = `<?xml version="1.0"?><?style x?><!-- a --><alert xmlns="${CAP_NAMESPACE}" xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b">${HEAD}<?pi?></alert><!-- b -->`;
    expect(read(xml).identifier).toBe('TX-1');
  });

  it('tells all faults of structure, of shape and of rules together', () => {
    const xml = document(
      `${HEAD.replace('Alert<', 'Update<')}<colour>red</colour><note>a</note><code>late</code><note>b</note><info>${INFO.replace('Minor', 'Small')}<expires>2026-11-23T04:00:00Z</expires><area><areaDesc>x</areaDesc><altitude>high</altitude></area></info>`,
    );
    expect(problems(xml).sort()).toEqual([
      'ELEMENT_ORDER code',
      'NOT_ONE_OF info[0].severity',
      'REFERENCE_REQUIRED references',
      'REPEATED_ELEMENT note',
      'TIME_FORMAT info[0].expires',
      'UNKNOWN_ELEMENT colour',
      'WRONG_TYPE info[0].area[0].altitude',
    ]);
  });

  it.each([
    ['UTC written as Z', '2026-11-23T04:00:00Z'],
    ['a fraction of a second', '2026-11-23T04:00:00.5+00:00'],
    ['no offset', '2026-11-23T04:00:00'],
    ['a day that is not', '2026-02-30T04:00:00+00:00'],
  ])('refuses a time with %s', (_, time) => {
    expect(problems(document(HEAD.replace('2026-11-23T09:00:00+05:00', time)))).toEqual(['TIME_FORMAT sent']);
  });

  it('refuses elements inside a text', () => {
    expect(problems(document(`${HEAD}<note>a<b>c</b></note>`))).toEqual(['UNKNOWN_ELEMENT note.b']);
  });

  it('refuses incidents with a quote gone astray', () => {
    expect(problems(document(`${HEAD}<incidents>INC-1 "half</incidents>`))).toEqual(['INCIDENTS_FORM incidents']);
  });

  it('refuses a second alert, and an alert in no namespace', () => {
    expect(refusal(document(HEAD) + document(HEAD)).code).toBe('MALFORMED_XML');
    expect(refusal(`<alert>${HEAD}</alert>`).code).toBe('NOT_CAP');
  });

  it('says where it is not well-formed', () => {
    expect(refusal(document(`${HEAD}\n<note>a</mote>`)).message).toMatch(/line 2, column 14/);
    expect(refusal('').code).toBe('MALFORMED_XML');
    expect(refusal('{"identifier":1}').code).toBe('MALFORMED_XML');
  });
});

describe('what is unusual and says what it means', () => {
  /** `code path` of each warning. */
  const warned = (xml: string, lenient = false): string[] =>
    parseCap(Buffer.from(xml), { asExercise: true, lenient }).warnings.map(({ code, path }) => `${code} ${path}`);
  const area = (inner: string): string =>
    document(`${HEAD}<info>${INFO}<area><areaDesc>a</areaDesc>${inner}</area></info>`);
  const resource = (inner: string): string =>
    document(
      `${HEAD}<info>${INFO}<resource><resourceDesc>r</resourceDesc><mimeType>a/b</mimeType>${inner}</resource></info>`,
    );

  it('empty optional elements are left out, with a warning each', () => {
    expect(warned(area('<polygon/><polygon> </polygon><circle/><altitude/><ceiling/>'))).toEqual([
      'EMPTY_ELEMENT info[0].area[0].polygon[0]',
      'EMPTY_ELEMENT info[0].area[0].polygon[0]',
      'EMPTY_ELEMENT info[0].area[0].circle[0]',
      'EMPTY_ELEMENT info[0].area[0].altitude',
      'EMPTY_ELEMENT info[0].area[0].ceiling',
    ]);
    expect(warned(resource('<size/><uri/><derefUri/><digest/>'))).toEqual([
      'EMPTY_ELEMENT info[0].resource[0].size',
      'EMPTY_ELEMENT info[0].resource[0].uri',
    ]);
    expect(warned(document(`${HEAD}<references/><incidents/>`))).toEqual(['REFERENCES_EMPTY references']);
    const { alert } = parseCap(Buffer.from(area('<polygon/>')), { asExercise: false });
    expect(alert.info?.[0]?.area).toEqual([{ areaDesc: 'a' }]);
  });

  it('an empty element counts as one that has stood there', () => {
    expect(problems(resource('<uri/><uri>http://x/</uri>'))).toEqual(['REPEATED_ELEMENT info[0].resource[0].uri']);
  });

  it('what must say something is refused when it is empty', () => {
    expect(problems(document(HEAD.replace('Public', '')))).toEqual(['NOT_ONE_OF scope']);
    expect(problems(document(`${HEAD.replace('Alert<', 'Update<')}<references> </references>`))).toEqual([
      'REFERENCES_EMPTY references',
    ]);
  });

  it('white space around words and names is removed, with a warning; texts keep theirs', () => {
    const xml = document(HEAD.replace('>TX-1<', '>\n  TX-1\t<').replace('>Public<', '> Public <'));
    expect(warned(xml)).toEqual(['WHITE_SPACE_REMOVED identifier', 'WHITE_SPACE_REMOVED scope']);
    expect(read(xml)).toMatchObject({ identifier: 'TX-1', scope: 'Public' });
  });

  it('a marking may have white space around its name and its value', () => {
    const pair = '<parameter><valueName>\n tandem:class\n</valueName><value>\n PAK\n</value></parameter>';
    expect(read(document(`${HEAD}<info>${INFO}${pair}</info>`)).exercise.releasability.class).toBe('PAK');
  });

  it('an earlier version of CAP, and times as it writes them, are converted when the sender asks for it', () => {
    const xml = document(
      `${HEAD.replace('2026-11-23T09:00:00+05:00', '2026-11-23T04:00:00.25Z')}<references>a,b,2026-11-23T03:00:00Z</references>` +
        `<info>${INFO.replace('Likely', 'Very Likely')}<resource><resourceDesc>r</resourceDesc></resource></info>`,
    ).replace(CAP_NAMESPACE, CAP_1_1_NAMESPACE);
    expect(refusal(xml).code).toBe('CAP_VERSION');
    expect(warned(xml, true)).toEqual([
      'CAP_VERSION_CONVERTED ',
      'TIME_CONVERTED sent',
      'TIME_CONVERTED references[0].sent',
      'CAP_VERSION_CONVERTED info[0].certainty',
      'CAP_VERSION_CONVERTED info[0].resource[0].mimeType',
    ]);
    const { alert } = parseCap(Buffer.from(xml), { asExercise: true, lenient: true });
    expect(alert).toMatchObject({
      sent: '2026-11-23T04:00:00-00:00',
      references: [{ sent: '2026-11-23T03:00:00-00:00' }],
      info: [{ certainty: 'Likely', resource: [{ mimeType: 'application/octet-stream' }] }],
    });
  });

  it.each(['2026-02-30T04:00:00Z', '2026-11-23T04:00:00', 'yesterday'])('%s is no time, however lenient', (time) => {
    expect(() => warned(document(HEAD.replace('2026-11-23T09:00:00+05:00', time)), true)).toThrow(InputError);
  });

  it('an alert of CAP 1.1 holds no elements of CAP 1.2', () => {
    const xml = document(`${HEAD}<note xmlns="${CAP_NAMESPACE}">x</note>`).replace(CAP_NAMESPACE, CAP_1_1_NAMESPACE);
    expect(() => warned(xml, true)).toThrow(expect.objectContaining({ code: 'ALERT_INVALID' }));
  });
});

describe('a long document', () => {
  it('is read whole: 100,000 points and 8 MiB of content', () => {
    const points = `${Array.from({ length: 99_998 }, (_, i) => `${i % 90}.123456789,${i % 180}.123456789`).join(' ')} 0,1 0.123456789,0.123456789`;
    const polygon = `<polygon>${points}</polygon>`;
    const content = Buffer.alloc(8 * 1024 * 1024).toString('base64');
    const resource = `<resource><resourceDesc>r</resourceDesc><mimeType>a/b</mimeType><derefUri>${content}</derefUri></resource>`;
    const xml = Buffer.from(
      document(`${HEAD}<info>${INFO}${resource}<area><areaDesc>a</areaDesc>${polygon}</area></info>`),
    );
    const { alert, warnings } = parseCap(xml, { asExercise: false });
    expect(alert.info?.[0]?.area?.[0]?.polygon).toHaveLength(1);
    expect(warnings.map(({ code }) => code)).toEqual(['CONTENT_NOT_STORED']);
  });
});

describe('the encoding', () => {
  const xml = document(`${HEAD}<note>é</note>`);
  const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${xml}`;
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  /** The same letter in GB18030, and what follows it. */
  const GB18030 = Buffer.from([0xa8, 0xa6]);
  const TAIL = Buffer.from(xml.split('é')[1] ?? '');
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

  it.each([
    ['UTF-8 unless something else is said', Buffer.from(xml), undefined],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${declared('utf-8')}`), undefined],
    ['what the declaration says', latin(declared('iso-8859-1')), undefined],
    ['the charset before the declaration', latin(declared('utf-8')), 'ISO-8859-1'],
    ['UTF-16, little end first', utf16(declared('UTF-16')), undefined],
    ['UTF-16, big end first', utf16(declared('UTF-16')).swap16(), 'utf-16'],
    ['Windows-1252, as most that say ISO-8859-1', latin(declared('windows-1252')), undefined],
    ['GB18030', Buffer.concat([Buffer.from(declared('gb18030').split('é')[0] ?? ''), GB18030, TAIL]), undefined],
    ['Windows-1251 of the charset', latin(xml.replace('é', '&#xE9;')), 'windows-1251'],
    ['Shift_JIS', Buffer.from(declared('Shift_JIS').replace('é', '&#xE9;')), undefined],
    ['UTF-16LE without a mark, by charset', Buffer.from(xml, 'utf16le'), 'UTF-16LE'],
  ])('is %s', (_, bytes, charset) => {
    expect(read(bytes, charset).note).toBe('é');
  });

  it('of ISO-8859-1 is Windows-1252 where they differ, on any version of Node.js', () => {
    expect(read(latin(declared('iso-8859-1').replace('é', '\x80\x93\x9f'))).note).toBe('€“Ÿ');
  });

  it.each([
    ['bytes that are not UTF-8', latin(xml), undefined],
    ['bytes beyond ASCII', Buffer.from(declared('us-ascii')), undefined],
    ['an unknown charset', Buffer.from(xml), 'utf-7'],
    ['an unknown declaration', Buffer.from(declared('EBCDIC-CP-US')), undefined],
    ['UTF-16 without a mark', Buffer.from(xml, 'utf16le'), undefined],
    ['a mark against the charset', utf16(xml), 'utf-8'],
    ['a mark against the declaration', Buffer.from(`\ufeff${declared('UTF-16')}`), undefined],
    ['half a character of UTF-16', utf16(xml).subarray(0, -1), undefined],
    ['a lone surrogate', utf16(`${xml}\ud800`), undefined],
    ['bytes that are not GB18030', Buffer.from(`${declared('GB18030')}\xff`, 'latin1'), undefined],
    ['an encoding that TextDecoder replaces', Buffer.from(declared('iso-2022-kr')), undefined],
  ])('refuses %s', (_, bytes, charset) => {
    expect(refusal(bytes, charset).code).toBe('WRONG_ENCODING');
  });
});

describe('hostile XML', () => {
  const open = `<alert xmlns="${CAP_NAMESPACE}">`;

  it.each([
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><alert>&b;</alert>`, 'DTD_FORBIDDEN'],
    ['an external entity', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///x">]>${open}&x;</alert>`, 'DTD_FORBIDDEN'],
    ['a parameter entity', `<!DOCTYPE a [<!ENTITY % p SYSTEM "http://x">%p;]>${open}</alert>`, 'DTD_FORBIDDEN'],
    ['a DTD that never ends', `<!DOCTYPE a [${'<!ENTITY a "x">'.repeat(10_000)}`, 'MALFORMED_XML'],
    ['an entity that every object has', `${open}<note>&toString;</note></alert>`, 'MALFORMED_XML'],
    ['100,000 levels', `${open}${'<a>'.repeat(100_000)}`, 'XML_TOO_DEEP'],
    [
      '100,000 levels in a signature',
      `${open}${'<s:S xmlns:s="http://www.w3.org/2000/09/xmldsig#">'.repeat(20_000)}`,
      'XML_TOO_DEEP',
    ],
    [
      '100,000 attributes',
      `<alert ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}/>`,
      'XML_TOO_MANY_ATTRIBUTES',
    ],
    ['100,000 elements', `${open}${'<code/>'.repeat(100_000)}</alert>`, 'XML_TOO_MANY_ELEMENTS'],
    ['the same attribute twice', `${open}<note a="1" a="2"/></alert>`, 'MALFORMED_XML'],
    ['a control character', `${open}<note>\u0000</note></alert>`, 'MALFORMED_XML'],
    [
      'a control character by number in XML 1.1',
      `<?xml version="1.1"?>${open}<note>&#1;</note></alert>`,
      'MALFORMED_XML',
    ],
    ['half a surrogate pair by number', `${open}<note>&#xD800;</note></alert>`, 'MALFORMED_XML'],
    ['the end missing', `${open}${HEAD}<note>abc`, 'MALFORMED_XML'],
    ['an end inside a tag', `${open}${HEAD}<no`, 'MALFORMED_XML'],
    ['an end inside an entity', `${open}${HEAD}<note>&am`, 'MALFORMED_XML'],
    ['too many bytes', `${open}<note>${'x'.repeat(MAX_XML_BYTES)}</note></alert>`, 'TOO_LARGE'],
    [
      '2,000,000 elements in a signature',
      `${open}<S xmlns="${SIGNATURE_NAMESPACE}">${'<a/>'.repeat(2_000_000)}`,
      'XML_TOO_MANY_ELEMENTS',
    ],
  ])('refuses %s', (_, xml, code) => {
    const error = refusal(xml);
    expect(error.code).toBe(code);
    expect(error.message.length).toBeLessThan(500);
  });

  it('stops at the first fatal fault: what follows costs nothing', () => {
    const start = process.cpuUsage();
    for (let i = 0; i < 20; i++) refusal(`${open}${'<a>'.repeat(300_000)}`);
    // 20 MB parsed whole would take a second or more.
    expect(process.cpuUsage(start).user).toBeLessThan(500_000);
  });

  it('tells no more than 50 faults', () => {
    expect(refusal(`${open}${'<colour/>'.repeat(9_000)}</alert>`).problems.length).toBeLessThanOrEqual(50);
    expect(refusal(document(`${HEAD}<references>${'a,b,c '.repeat(100_000)}</references>`)).problems).toHaveLength(50);
  });

  it('refuses bidi controls, raw or by number', () => {
    for (const character of ['\u202e', '&#x2066;']) {
      expect(problems(document(`${HEAD}<note>a${character}b</note>`))).toEqual(['FORBIDDEN_CHARACTER note']);
    }
  });
});
