/** Each rule of CAP 1.2 beyond its schema, on the JSON form. What only XML can break is in cap/parse-cap.spec.ts. */
import { InputError } from '../problem.js';
import { parseAlert } from './alert-schema.js';

const MINIMAL = {
  identifier: 'TX-001',
  sender: 'desk@exercise.example',
  sent: '2026-11-23T09:00:00+05:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Public',
};
const INFO = {
  category: ['Security'],
  event: 'Gate closed',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Likely',
};
const EARLIER = { sender: 'desk@exercise.example', identifier: 'TX-000', sent: '2026-11-23T08:00:00+05:00' };
const ENDS = Date.parse('2026-11-23T12:00:00+05:00');

type Changes = Record<string, unknown>;

/** `code path` of everything found, warnings marked. */
function found(changes: Changes): string[] {
  try {
    const { warnings } = parseAlert({ ...MINIMAL, ...changes }, { asExercise: false, exerciseEndsMs: ENDS });
    return warnings.map(({ code, path }) => `warning ${code} ${path}`);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
}

const info = (changes: Changes): Changes => ({ info: [{ ...INFO, ...changes }] });
const area = (changes: Changes): Changes => info({ area: [{ areaDesc: 'a', ...changes }] });
const polygon = (text: string): Changes => area({ polygon: [text] });
const circle = (text: string): Changes => area({ circle: [text] });
const resource = (changes: Changes): Changes =>
  info({ resource: [{ resourceDesc: 'r', mimeType: 'image/png', ...changes }] });

const CONTENT = 'info[0].resource[0].derefUri';
const POLYGON = 'info[0].area[0].polygon[0]';
const CIRCLE = 'info[0].area[0].circle[0]';

const INVISIBLE: [string, string][] = [
  ['a letter with its accent apart', 'e\u0301'],
  ['a zero-width space', '\u200B'],
  ['a zero-width joiner', '\u200D'],
  ['DEL', '\u007F'],
  ['NEL', '\u0085'],
  ['a left-to-right mark', '\u200E'],
  ['a variation selector', '\uFE0F'],
  ['a Hangul filler', '\u3164'],
  ['a tag character', '\u{E0041}'],
  ['private use', '\uE000'],
];

const REFUSED: [string, Changes, string][] = [
  ['a space in the identifier', { identifier: 'a b' }, 'RESERVED_CHARACTER identifier'],
  ['a comma in the identifier', { identifier: 'a,b' }, 'RESERVED_CHARACTER identifier'],
  ['< in the sender', { sender: 'a<b' }, 'RESERVED_CHARACTER sender'],
  ['& in the sender', { sender: 'a&b' }, 'RESERVED_CHARACTER sender'],
  ['a line break in the sender', { sender: 'a\n' }, 'RESERVED_CHARACTER sender'],
  [
    'a comma in a reference',
    { references: [{ ...EARLIER, sender: 'a,b' }] },
    'RESERVED_CHARACTER references[0].sender',
  ],

  ...INVISIBLE.map(([name, text]): [string, Changes, string] => [
    `${name} in the identifier`,
    { identifier: `a${text}b` },
    'IDENTIFIER_CHARACTER identifier',
  ]),
  ['a Cyrillic letter in a Latin sender', { sender: 'd\u0435sk@unit.example' }, 'IDENTIFIER_CHARACTER sender'],
  ['a soft hyphen in the sender', { sender: 'de\u00ADsk' }, 'IDENTIFIER_CHARACTER sender'],
  [
    'a soft hyphen in a reference',
    { references: [{ ...EARLIER, identifier: 'a\u00ADb' }] },
    'IDENTIFIER_CHARACTER references[0].identifier',
  ],

  ['a time without an offset', { sent: '2026-11-23T09:00:00' }, 'TIME_FORMAT sent'],
  ['a date alone', { sent: '2026-11-23' }, 'TIME_FORMAT sent'],
  ['a day that the calendar does not have', { sent: '2026-02-29T09:00:00Z' }, 'TIME_FORMAT sent'],
  ['hour 24', { sent: '2026-11-23T24:00:00Z' }, 'TIME_FORMAT sent'],
  ['a leap second', { sent: '2026-12-31T23:59:60Z' }, 'TIME_FORMAT sent'],
  ['an offset of 15 hours', { sent: '2026-11-23T09:00:00+15:00' }, 'TIME_FORMAT sent'],
  ['words for a time', info({ expires: 'soon' }), 'TIME_FORMAT info[0].expires'],

  ...['Update', 'Cancel', 'Ack', 'Error'].map((msgType): [string, Changes, string] => [
    `${msgType} without references`,
    { msgType },
    'REFERENCE_REQUIRED references',
  ]),
  [
    'a reference to itself, the offset written otherwise',
    { references: [{ sender: MINIMAL.sender, identifier: MINIMAL.identifier, sent: '2026-11-23T04:00:00Z' }] },
    'REFERENCE_SELF references[0]',
  ],

  ['Restricted without a restriction', { scope: 'Restricted' }, 'RESTRICTION_MISSING restriction'],
  ['Restricted with a blank one', { scope: 'Restricted', restriction: ' ' }, 'RESTRICTION_MISSING restriction'],
  ['Private without addresses', { scope: 'Private' }, 'ADDRESSES_MISSING addresses'],

  ['three points', polygon('0,0 0,1 0,0'), `POLYGON_TOO_FEW_POINTS ${POLYGON}`],
  ['no points', polygon(''), `POLYGON_TOO_FEW_POINTS ${POLYGON}`],
  ['an open polygon', polygon('0,0 0,1 1,1 1,0'), `POLYGON_NOT_CLOSED ${POLYGON}`],
  ['a latitude of 91', polygon('91,0 0,1 1,1 91,0'), `COORDINATE_OUT_OF_RANGE ${POLYGON}`],
  ['a longitude of 181', polygon('0,181 0,1 1,1 0,181'), `COORDINATE_OUT_OF_RANGE ${POLYGON}`],
  ['words for a point', polygon('0,0 north 1,1 0,0'), `POLYGON_FORM ${POLYGON}`],
  ['a comma too many', polygon('0,0, 0,1 1,1 0,0'), `POLYGON_FORM ${POLYGON}`],
  ['a circle of negative radius', circle('0,0 -1'), `CIRCLE_FORM ${CIRCLE}`],
  ['a circle without a radius', circle('0,0'), `CIRCLE_FORM ${CIRCLE}`],
  ['a circle in words', circle('here 1'), `CIRCLE_FORM ${CIRCLE}`],
  ['a circle off the globe', circle('95,0 1'), `COORDINATE_OUT_OF_RANGE ${CIRCLE}`],

  ['a ceiling without altitude', area({ ceiling: 10 }), 'CEILING_WITHOUT_ALTITUDE info[0].area[0].ceiling'],

  ['a language in words', info({ language: 'English language' }), 'LANGUAGE_FORM info[0].language'],
  ['a language with an underscore', info({ language: 'en_US' }), 'LANGUAGE_FORM info[0].language'],
  ['an empty language', info({ language: '' }), 'LANGUAGE_FORM info[0].language'],
  ['a media type without a subtype', resource({ mimeType: 'image' }), 'MIME_TYPE_FORM info[0].resource[0].mimeType'],
  ['a relative web address', info({ web: 'www.example.org/page' }), 'WEB_NOT_ABSOLUTE info[0].web'],
  ['a web address with a space', info({ web: 'https://example.org/a b' }), 'URI_FORM info[0].web'],
  ['a script for a web address', info({ web: 'JavaScript:alert(1)' }), 'URI_FORM info[0].web'],
  ['a data URI', resource({ uri: 'data:text/html,x' }), 'URI_FORM info[0].resource[0].uri'],
  ['content that is not base64', resource({ derefUri: 'no!' }), 'DEREF_URI_NOT_BASE64 info[0].resource[0].derefUri'],
  ['base64 without padding', resource({ derefUri: 'AAA' }), 'DEREF_URI_NOT_BASE64 info[0].resource[0].derefUri'],

  ['Very Likely', info({ certainty: 'Very Likely' }), 'CAP_1_0_VALUE info[0].certainty'],
  ['a password', { password: 'x' }, 'CAP_1_0_ELEMENT password'],
];

const WARNED: [string, Changes, string][] = [
  ['empty references', { references: [] }, 'REFERENCES_EMPTY references'],
  ['Public with a restriction', { restriction: 'x' }, 'RESTRICTION_NOT_ALLOWED restriction'],
  ['a bow tie', polygon('0,0 1,1 0,1 1,0 0,0'), `POLYGON_CROSSES_ITSELF ${POLYGON}`],
  ['a ceiling below', area({ altitude: 10, ceiling: 9 }), 'CEILING_NOT_ABOVE_ALTITUDE info[0].area[0].ceiling'],
  ['a relative uri without content', resource({ uri: 'map.png' }), 'DEREF_URI_MISSING info[0].resource[0].derefUri'],
  ['a signature', { signature: '<Signature/>' }, 'SIGNATURE_NOT_VERIFIED signature'],
  ['content that is too long to keep', resource({ derefUri: 'AAAA'.repeat(50_001) }), `CONTENT_NOT_STORED ${CONTENT}`],
  [
    'a reference to a later message',
    { references: [{ ...EARLIER, sent: '2026-11-23T09:00:01+05:00' }] },
    'REFERENCE_LATER references[0]',
  ],
  ['expiry before it was sent', info({ expires: '2026-11-23T08:59:59+05:00' }), 'EXPIRES_BEFORE_SENT info[0].expires'],
  [
    'expiry before it is effective',
    info({ effective: '2026-11-23T11:00:00+05:00', expires: '2026-11-23T10:00:00+05:00' }),
    'EXPIRES_BEFORE_EFFECTIVE info[0].expires',
  ],
  [
    'validity beyond the exercise',
    info({ expires: '2026-11-23T12:00:01+05:00' }),
    'VALID_BEYOND_EXERCISE info[0].expires',
  ],
  ['an HTML tag', info({ description: 'a<br/>b' }), 'HTML_IN_TEXT info[0].description'],
  ['an HTML entity', info({ headline: 'a&nbsp;b' }), 'HTML_IN_TEXT info[0].headline'],
  ['a numeric entity', { note: '&#169;' }, 'HTML_IN_TEXT note'],
  [
    'the same text under two languages',
    { info: [INFO, { ...INFO, language: 'ur' }].map((each) => ({ ...each, description: 'Gate closed.' })) },
    'SAME_TEXT_TWO_LANGUAGES info[1].description',
  ],
];

const TAKEN: [string, Changes][] = [
  ['a reference to another message of the same sender', { msgType: 'Update', references: [EARLIER] }],
  ['Restricted with a restriction', { scope: 'Restricted', restriction: 'participants' }],
  ['Private with addresses', { scope: 'Private', addresses: 'a b' }],
  ['Public with addresses', { addresses: 'a' }],
  ['an empty restriction, which says nothing', { restriction: '' }],
  ['a triangle', polygon('24.5,66.5 24.5,67.5 25.5,67 24.5,66.5')],
  ['signs, line breaks, repeated points', polygon('+0.0,-0.5\n0,1 0,1\t1,1  +0.0,-0.5')],
  ['a polygon across the date line', polygon('10,179 10,-179 12,-179 12,179 10,179')],
  ['a concave polygon', polygon('0,0 0,4 4,4 4,2 1,2 1,1 4,1 4,0 0,0')],
  ['a bow tie with its knot as a point', polygon('0,0 1,1 2,2 0,2 1,1 2,0 0,0')],
  ['a spike', polygon('0,0 0,2 1,1 0,2 2,2 0,0')],
  ['a line there and back', polygon('0,0 0,1 0,2 0,0')],
  ['two triangles that touch', polygon('24.5,66.5 24.5,66.7 24.6,66.6 24.7,66.7 24.7,66.5 24.6,66.6 24.5,66.5')],
  ['any number of decimals', polygon(`0,0 0,1.${'5'.repeat(40)} 1,.${'1'.repeat(300)} 0,0`)],
  ['a circle of any number of decimals', circle(`24.${'5'.repeat(40)},66.5 1.${'5'.repeat(40)}`)],
  ['a ceiling at the altitude', area({ altitude: 10, ceiling: 10 })],
  ['names of other scripts', { identifier: 'مشق-演习-é', sender: 'désk' }],
  ['resources and areas without a description', info({ area: [{ areaDesc: '' }] })],
  ['a circle of no radius', circle('12.747,-88.783 0.0')],
  ['a ceiling above the altitude', area({ altitude: -10.5, ceiling: 0 })],
  ['language tags', { info: ['en', 'zh-Hans-CN', 'x-klingon'].map((language) => ({ ...INFO, language })) }],
  ['a media type with a parameter', resource({ mimeType: 'text/plain; charset=utf-8' })],
  ['a relative uri with its content', resource({ uri: 'map.png', derefUri: 'AAAA\nBB==' })],
  ['web addresses', { info: ['https://exercise.example/a?b=c#d', 'urn:x:y', ''].map((web) => ({ ...INFO, web })) }],
  ['signs that are no markup', info({ description: 'if a < b && c > d, R&D; 5 <6>' })],
  [
    'the same text twice in one language',
    { info: [INFO, INFO].map((each) => ({ ...each, language: 'en-US', description: 'Gate closed.' })) },
  ],
  ['expiry at the end of the exercise', info({ expires: '2026-11-23T12:00:00+05:00' })],
];

describe('the rules of CAP beyond its schema', () => {
  it.each(REFUSED)('refuse %s', (_, changes, wanted) => {
    expect(found(changes)).toEqual([wanted]);
  });

  it.each(WARNED)('warn of %s', (_, changes, wanted) => {
    expect(found(changes)).toEqual([`warning ${wanted}`]);
  });

  it.each(TAKEN)('take %s', (_, changes) => {
    expect(found(changes)).toEqual([]);
  });

  /** A ring of so many points. */
  const ring = (points: number): string =>
    `${Array.from({ length: points - 2 }, (_, i) => `${(i % 90) + (i % 7) / 10},${i % 180}`).join(' ')} 0,1 0,0`;

  it('take 100,000 points in an alert, and no more, whatever polygons they are in', () => {
    expect(found(polygon(ring(100_000)))).toEqual([]);
    expect(found(polygon(ring(100_001)))).toEqual([`POLYGON_TOO_MANY_POINTS ${POLYGON}`]);
    const areas = Array.from({ length: 3 }, () => ({ areaDesc: 'a', polygon: [ring(40_000)] }));
    expect(found(info({ area: areas }))).toEqual(['POLYGON_TOO_MANY_POINTS info[0].area[2].polygon[0]']);
  });

  it('look for crossings in so many points only that it takes no time', () => {
    // 100 polygons in which each edge crosses most others.
    const star = Array.from({ length: 999 }, (_, i) => `${(i * 499) % 90},${(i * 709) % 180}`);
    const areas = Array.from({ length: 100 }, () => ({ areaDesc: 'a', polygon: [[...star, star[0]].join(' ')] }));
    const start = process.cpuUsage();
    expect(found(info({ area: areas }))).toHaveLength(5);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });

  it('keep short contents of resources, and say what of the others was left out', () => {
    const resources = ['AAAA'.repeat(40_000), 'BBBB'.repeat(20_000), 'CCCC'.repeat(10_000)].map((derefUri) => ({
      resourceDesc: 'r',
      mimeType: 'image/png',
      size: 7,
      derefUri,
    }));
    const { alert, warnings } = parseAlert({ ...MINIMAL, ...info({ resource: resources }) }, { asExercise: false });
    const kept = alert.info?.[0]?.resource?.map(({ size, derefUri }) => [size, derefUri?.length]);
    expect(kept).toEqual([
      [7, 160_000],
      [7, undefined],
      [7, 40_000],
    ]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toMatch(/60000 bytes \(SHA-256 [0-9a-f]{64}\)/);
  });

  it('take 8 MiB of content, and no more', () => {
    expect(found(resource({ derefUri: Buffer.alloc(8 * 1024 * 1024).toString('base64') }))).toEqual([
      `warning CONTENT_NOT_STORED ${CONTENT}`,
    ]);
    expect(found(resource({ derefUri: Buffer.alloc(9 * 1024 * 1024).toString('base64') }))).toEqual([
      `TOO_LONG ${CONTENT}`,
    ]);
  });
});
