import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { validateXML } from 'xmllint-wasm';
import {
  CAP_STATUSES,
  CATEGORIES,
  CERTAINTIES,
  CONFIDENCES,
  MSG_TYPES,
  RESPONSE_TYPES,
  SCOPES,
  SEVERITIES,
  URGENCIES,
} from '#domain/alert/alert.js';
import type { Alert } from '#domain/alert/alert.js';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { TLP_LABELS } from '#domain/release/label.js';
import { parseAlert } from '../alert/alert-schema.js';
import { capTimeOf } from '../alert/cap-time.js';
import { hasForbiddenCharacter } from '../json/characters.js';
import { identifierFault } from '../json/identifier-characters.js';
import { ackMessage, errorMessage } from './answer-message.js';
import { emitCap, exerciseNote } from './emit-cap.js';
import { parseCap } from './parse-cap.js';

/** The oracle that is not ours. */
const SCHEMA = resolve('../shared/samples/cap/schema/cap12.xsd');
const EXERCISE = 'EX-7F';

/** Awkward on purpose: markup, quotes, line ends, other scripts, what JSON and XML escape. */
const AWKWARD = fc.constantFrom(
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '\r',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '&amp;',
  '演',
  'مشق',
  '🚒',
  '\u0085',
  '\u2028',
  '\u00a0',
  '\ufeff',
);
const text = (max = 40): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(AWKWARD, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 5 })
    .map((parts) => parts.join('').slice(0, max))
    .filter((value) => !hasForbiddenCharacter(value));
const filled = text().map((value) => `x${value}`);
const token = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((value) => value.normalize('NFC'))
  .filter((value) => /^[^\s,<&]+$/.test(value) && identifierFault(value) === undefined);
const time = fc
  .tuple(
    fc.integer({ min: Date.UTC(1970), max: Date.UTC(2100) }),
    fc.constantFrom('-00:00', '+05:00', '-14:00', '+00:00', 'Z', '.25Z'),
  )
  .map(([ms, offset]) => `${new Date(ms).toISOString().slice(0, 19)}${offset}`);
const list = <T>(each: fc.Arbitrary<T>, max = 3): fc.Arbitrary<T[]> => fc.array(each, { maxLength: max });
const pairs = list(fc.record({ valueName: filled, value: text() }));
const map = <T>(key: fc.Arbitrary<string>, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true });
const count = fc.integer({ min: 0, max: 1_000_000 });
const country = fc.constantFrom('PAK', 'CHN', 'USA');
const feet = fc.oneof(fc.double({ min: -1_000, max: 1_000, noNaN: true }), fc.constantFrom(0, -0, 1e-7, -1.5e-9, 12.5));
const lower = fc.double({ min: -1_000, max: 0, noNaN: true });
const higher = fc.double({ min: 1e-6, max: 1_000_000, noNaN: true });

const area = fc.oneof(
  fc.record(
    {
      areaDesc: filled,
      polygon: list(fc.constant('0,0 0,1\n1,1 0,0')),
      circle: list(fc.constant('1,2 3.5')),
      geocode: pairs,
      altitude: feet,
    },
    { requiredKeys: ['areaDesc'] },
  ),
  fc.record({ areaDesc: filled, altitude: lower, ceiling: higher }),
);
const resource = fc.record(
  {
    resourceDesc: filled,
    mimeType: fc.constantFrom('image/png', 'text/plain; charset="utf-8"', 'application/vnd.x+json'),
    size: fc.maxSafeNat(),
    uri: fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['http', 'https', 'ftp'] }),
    derefUri: fc.base64String({ maxLength: 40 }),
    digest: text(),
  },
  { requiredKeys: ['resourceDesc', 'mimeType'] },
);
const info = fc.record(
  {
    language: fc.constantFrom('en', 'ur', 'zh-Hans-CN', 'x-klingon'),
    category: fc.array(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 3 }),
    event: filled,
    responseType: list(fc.constantFrom(...RESPONSE_TYPES)),
    urgency: fc.constantFrom(...URGENCIES),
    severity: fc.constantFrom(...SEVERITIES),
    certainty: fc.constantFrom(...CERTAINTIES),
    audience: text(),
    eventCode: pairs,
    effective: time,
    onset: time,
    expires: time,
    senderName: text(),
    headline: text(),
    description: text(400),
    instruction: text(400),
    web: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant(''), fc.constant('urn:x:é')),
    contact: text(),
    parameter: pairs,
    resource: list(resource, 2),
    area: list(area, 2),
  },
  { requiredKeys: ['category', 'event', 'urgency', 'severity', 'certainty'] },
);
const exercise = fc.record(
  {
    site: filled,
    nationals: map(country, count),
    casualties: map(fc.constantFrom('injured', 'missing', 'cut-off'), count),
    source: text(),
    confidence: fc.constantFrom(...CONFIDENCES),
    releasability: fc.record(
      {
        class: fc.constantFrom(...RELEASE_CLASSES),
        tlp: fc.constantFrom(...TLP_LABELS),
        tearLine: map(fc.constantFrom('en', 'ur', 'zh-CN'), filled),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
/** A prefix in Latin letters must not make a mixture of scripts. */
const named = (prefix: string) =>
  token.map((id) => `${prefix}-${id}`).filter((id) => identifierFault(id) === undefined);

const reference = fc.record({ sender: token, identifier: named('ref'), sent: time });
const incident = fc
  .oneof(
    token,
    text().map((value) => `a ${value}`),
  )
  .map((value) => value.replaceAll('"', ''));

/** Any alert that our schema takes. */
const anyAlert: fc.Arbitrary<Alert> = fc
  .record(
    {
      identifier: named('own'),
      sender: token,
      sent: time,
      status: fc.constantFrom(...CAP_STATUSES.filter((status) => status !== 'System' && status !== 'Draft')),
      msgType: fc.constantFrom(...MSG_TYPES),
      scope: fc.constantFrom(...SCOPES),
      source: text(),
      code: list(text()),
      note: text(),
      references: fc.array(reference, { minLength: 1, maxLength: 3 }),
      incidents: list(incident.filter((value) => value !== '')),
      info: list(info),
      signature: fc.constant('<Signature/>'),
      exercise,
    },
    { requiredKeys: ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'references'] },
  )
  .chain((alert) =>
    fc.record({ alert: fc.constant(alert), about: filled }).map(({ about }) => ({
      ...alert,
      ...(alert.scope === 'Restricted' ? { restriction: about } : {}),
      ...(alert.scope === 'Private' ? { addresses: about } : {}),
    })),
  )
  .map((json) => parseAlert(json, { asExercise: true }).alert);

describe('CAP going out', () => {
  it('reads back as the same alert, marked EXERCISE', () => {
    fc.assert(
      fc.property(anyAlert, (alert) => {
        const again = parseCap(Buffer.from(emitCap(alert, EXERCISE)), { asExercise: false }).alert;
        const { signature: _, originalStatus: __, ...kept } = alert;
        expect(again).toEqual({ ...kept, status: 'Exercise', note: exerciseNote(alert, EXERCISE) });
        expect(emitCap(again, EXERCISE)).toBe(emitCap(alert, EXERCISE));
      }),
      { seed: 2026, numRuns: 150 },
    );
  });

  it('is valid by the OASIS schema, where that is at hand', async () => {
    if (!existsSync(SCHEMA)) {
      process.stderr.write(`No OASIS schema at ${SCHEMA}: what we emit was not tried against it.\n`);
      return;
    }
    const alerts = fc.sample(anyAlert, { seed: 1123, numRuns: 80 });
    const xml = alerts.map((alert, i) => ({ fileName: `alert-${i}.xml`, contents: emitCap(alert, EXERCISE) }));
    const { errors } = await validateXML({ xml, schema: readFileSync(SCHEMA, 'utf8') });
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
  });

  const minimal: Alert = {
    identifier: 'TX-1',
    sender: 'desk',
    sent: '2026-11-23T09:00:00+05:00',
    status: 'Test',
    msgType: 'Alert',
    scope: 'Public',
    exercise: { releasability: { class: 'JOINT' } },
  };

  it('is always an exercise message that names its exercise before what it notes', () => {
    const xml = emitCap({ ...minimal, note: 'Road closed.' }, EXERCISE);
    expect(xml).toContain('<status>Exercise</status>');
    expect(xml).toContain('<note>EXERCISE EX-7F. Road closed.</note>');
    expect(emitCap(minimal, EXERCISE)).toContain('<note>EXERCISE EX-7F.</note>');
  });

  it('tells the original status, and does not send a signature that no longer fits', () => {
    const xml = emitCap(
      { ...minimal, status: 'Exercise', originalStatus: 'Actual', signature: '<Signature/>' },
      EXERCISE,
    );
    expect(xml).toContain('<note>EXERCISE EX-7F. Original status: Actual.</note>');
    expect(xml).not.toContain('Signature');
  });

  it('names the exercise once, however often it is sent on', () => {
    const note = exerciseNote({ note: 'Road closed.' }, EXERCISE);
    expect(exerciseNote({ note }, EXERCISE)).toBe(note);
    expect(exerciseNote({ note }, 'EX-8')).toBe(`EXERCISE EX-8. ${note}`);
  });

  it('can be read back however much the alert holds', () => {
    const keys = (of: (i: number) => string, value: unknown) =>
      Object.fromEntries(Array.from({ length: 50 }, (_, i) => [of(i), value]));
    const letter = (i: number): string => String.fromCharCode(65 + (i % 26));
    const exercise = {
      site: 's'.repeat(200),
      source: '&'.repeat(2_000),
      nationals: keys((i) => `A${letter(i)}${letter(Math.floor(i / 26))}`, 1_000_000),
      casualties: keys((i) => `k${'a'.repeat(i % 25)}${'b'.repeat(Math.floor(i / 25) + 1)}`, 1),
      releasability: {
        class: 'PAK',
        tlp: 'TLP:RED',
        tearLine: keys((i) => `e${letter(i)}-${i}`.toLowerCase(), '<'.repeat(5_000)),
      },
    };
    const message = { ...minimal, status: 'Exercise', note: 'x'.repeat(20_000), exercise };
    const codes = Array.from({ length: 840 }, (_, i) => `code ${i}`);
    const { alert } = parseAlert({ ...message, code: codes }, { asExercise: false });
    const again = parseCap(Buffer.from(emitCap(alert, EXERCISE)), { asExercise: false }).alert;
    expect(again).toEqual({ ...alert, note: exerciseNote(alert, EXERCISE) });
    expect(() => parseAlert({ ...message, code: [...codes, ...codes] }, { asExercise: false })).toThrow(/code/);
    const full = Array.from({ length: 1_000 }, (_, i) => `code ${i}`);
    expect(() => parseAlert({ ...message, code: full }, { asExercise: false })).toThrow(
      'code has 1000 entries, and the exercise profile adds 154 to them; at most 1000 are taken.',
    );
  });

  it('carries the class of a message without info in a code', () => {
    const xml = emitCap({ ...minimal, exercise: { releasability: { class: 'CHN' } } }, EXERCISE);
    expect(xml).toContain('<code>tandem:class=CHN</code>');
  });

  it('writes numbers without an exponent', () => {
    const area = [{ areaDesc: 'a', altitude: -1.5e-9, ceiling: 1e-7 }];
    const info = [
      { category: ['Geo'], event: 'e', urgency: 'Past', severity: 'Minor', certainty: 'Likely', area },
    ] as const;
    const xml = emitCap({ ...minimal, info }, EXERCISE);
    expect(xml).toContain('<altitude>-0.0000000015</altitude>');
    expect(xml).toContain('<ceiling>0.0000001</ceiling>');
  });
});

describe('answers', () => {
  const answer = {
    identifier: 'ACK-1',
    sender: 'consulate@exercise.example',
    sent: capTimeOf(Date.UTC(2026, 10, 23, 4)),
    to: { sender: 'desk@exercise.example', identifier: 'TX-1', sent: '2026-11-23T08:00:00+05:00' },
    releaseClass: 'CHN' as const,
  };

  it('acknowledge the message they reference, to its sender, in its class', () => {
    const message = ackMessage(answer);
    expect(message).toMatchObject({
      msgType: 'Ack',
      sent: '2026-11-23T04:00:00-00:00',
      addresses: 'desk@exercise.example',
      references: [answer.to],
      exercise: { releasability: { class: 'CHN' } },
    });
    expect(parseAlert(message, { asExercise: false }).alert).toEqual(message);
  });

  it('reject it with the reason in the note', () => {
    const message = errorMessage(answer, 'The area names no place.');
    expect(message).toMatchObject({ msgType: 'Error', note: 'The area names no place.' });
    expect(parseCap(Buffer.from(emitCap(message, EXERCISE)), { asExercise: false }).alert).toMatchObject({
      msgType: 'Error',
      note: 'EXERCISE EX-7F. The area names no place.',
    });
  });
});
