/**
 * CAP messages from files: our own (test/samples/cap) in every clone, and those that other people wrote
 * (../shared/samples/cap from the project's root) where they are at hand, each as that folder's README says.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { validateXML } from 'xmllint-wasm';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { emitCap, exerciseNote } from '#contracts/cap/emit-cap.js';
import { notificationMessage } from '#contracts/cap/notification-message.js';
import { ackMessage, errorMessage } from '#contracts/cap/answer-message.js';
import { InputError } from '#contracts/problem.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { Alert } from '#domain/alert/alert.js';
import { ACTIONS, type Action } from '#domain/unit/unit.js';

const OWN = resolve('test/samples/cap');
const SHARED = resolve('../shared/samples/cap');
const CASES = resolve('../shared/cases/cap');
const SCHEMA = join(SHARED, 'schema/cap12.xsd');
const EXERCISE = 'EX-SAMPLES';

function capFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cap'))
    .sort();
}

function refusal(file: string, asExercise: boolean): InputError {
  try {
    parseCap(readFileSync(file), { asExercise });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`${file} was taken, and should have been refused`);
}

function readBack(alert: Alert): Alert {
  return parseCap(Buffer.from(emitCap(alert, EXERCISE)), { asExercise: false }).alert;
}

/** What of an alert leaves. */
function emitted(alert: Alert): object {
  const { signature: _, originalStatus: __, ...kept } = alert;
  return { ...kept, status: 'Exercise', note: exerciseNote(alert, EXERCISE) };
}

function notificationFor(action: Action): Alert {
  const notification = {
    id: 'PAK-0001.N1',
    incident: 'PAK-0001',
    unit: 'spu',
    side: 'PAK',
    audience: 'PAK',
    action,
    status: 'delivered',
    queuedAt: 61_500,
    expiresAt: 1_800_000,
    attempts: 1,
    deliveries: 1,
  } as const;
  const incident = { headline: 'Gate "A" & road: 1 < 2', categories: [], severity: 'Severe', site: 'gate' } as const;
  return notificationMessage({ id: 'first' }, notification, incident as never);
}

/** Everything that an alert says, as a sorted list of its leaf values. */
function leaves(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leaves);
}

/** The text of every element that has no children, read by nothing of ours. */
function elementTexts(file: string): string[] {
  const bytes = readFileSync(file);
  const latin = bytes.toString('latin1', 0, 100).includes('ISO-8859-1');
  const texts: string[] = [];
  const open: { text: string; leaf: boolean; signature: boolean; name: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ uri, local }) => {
    const parent = open.at(-1);
    if (parent !== undefined) parent.leaf = false;
    open.push({ text: '', leaf: true, name: local, signature: parent?.signature === true || uri.endsWith('xmldsig#') });
  });
  parser.on('text', (text) => open.forEach((element) => (element.text += text)));
  parser.on('cdata', (text) => open.forEach((element) => (element.text += text)));
  parser.on('closetag', () => {
    const element = open.pop();
    if (element?.leaf !== true || element.signature) return;
    if (element.name === 'references') texts.push(...element.text.split(/[\s,]+/).filter((part) => part !== ''));
    else if (element.name !== 'incidents' || element.text !== '') texts.push(element.text);
  });
  parser.write(bytes.toString(latin ? 'latin1' : 'utf8')).close();
  return texts;
}

/** Faults that the OASIS schema finds in what we emit. */
async function schemaFaults(documents: readonly string[]): Promise<string[]> {
  const xml = documents.map((contents, i) => ({ fileName: `document-${i}.xml`, contents }));
  const { valid, errors } = await validateXML({ xml, schema: readFileSync(SCHEMA, 'utf8') });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}

describe('our own CAP samples', () => {
  const files = capFiles(join(OWN, 'valid'));

  it.each(files)('takes %s, and reads the same from what it emits', (name) => {
    const { alert } = parseCap(readFileSync(join(OWN, 'valid', name)), { asExercise: true });
    expect(readBack(alert)).toEqual(emitted(alert));
  });

  it('keeps every field of the full one', () => {
    const { alert, warnings } = parseCap(readFileSync(join(OWN, 'valid/alert-full.cap')), { asExercise: false });
    expect(warnings).toEqual([]);
    expect(alert).toMatchObject({
      identifier: 'TDM-EX-0001',
      source: 'Demonstration script',
      code: ['demo'],
      incidents: ['INC-0007', 'Harbour road'],
      exercise: {
        site: 'demo-harbour',
        nationals: { PAK: 120, CHN: 34 },
        casualties: { injured: 0 },
        source: 'gate post',
        confidence: 'medium',
        releasability: {
          class: 'PAK',
          tlp: 'TLP:AMBER',
          tearLine: { en: 'Road closed for an hour.', zh: '道路封闭一小时。' },
        },
      },
    });
    expect(alert.info?.[0]).toEqual({
      language: 'en',
      category: ['Security'],
      event: 'Access road blocked',
      urgency: 'Expected',
      severity: 'Moderate',
      certainty: 'Observed',
      audience: 'Exercise participants',
      eventCode: [{ valueName: 'demo', value: 'ROAD' }],
      effective: '2026-11-23T09:00:00+05:00',
      onset: '2026-11-23T09:05:00+05:00',
      expires: '2026-11-23T12:00:00+05:00',
      senderName: 'Demonstration desk & switchboard',
      headline: 'EXERCISE: access road blocked at Demo Harbour',
      description: 'A lorry has broken down & blocks the access road.\n  Traffic is held at the outer gate.',
      instruction: 'Use the north road until further notice.',
      web: 'https://exercise.example/demo-harbour?id=1&lang=en',
      contact: 'exercise control',
      parameter: [{ valueName: 'shift', value: 'day' }],
      resource: [
        {
          resourceDesc: 'Sketch',
          mimeType: 'image/png',
          size: 3,
          uri: 'sketch.png',
          derefUri: 'AAAA',
          digest: '29e2dcfbb16f63bb0254df7585a15bb6fb5e927d',
        },
      ],
      area: [
        {
          areaDesc: 'Demo Harbour, outer gate',
          polygon: ['24.5,66.5 24.5,66.6 24.6,66.6 24.6,66.5 24.5,66.5'],
          circle: ['24.55,66.55 1.5'],
          geocode: [{ valueName: 'demo', value: 'H-1' }],
          altitude: 0,
          ceiling: 120.5,
        },
      ],
    });
    expect(alert.info?.map(({ language }) => language)).toEqual(['en', 'ur', 'zh-CN']);
  });

  it('reads the characters of each encoding', () => {
    const noteOf = (name: string): string | undefined =>
      parseCap(readFileSync(join(OWN, 'valid', name)), { asExercise: false }).alert.note;
    expect(noteOf('latin-1.cap')).toBe('EXERCISE. Café du Port, Zürich desk.');
    expect(noteOf('utf-16.cap')).toBe('EXERCISE. 演习 مشق');
    expect(noteOf('gb18030.cap')).toBe('EXERCISE. 演习');
    expect(noteOf('windows-1252.cap')).toBe('EXERCISE “quoted”');
  });

  it('takes the actual one only as an exercise message, and keeps its signature as it stands', () => {
    const file = join(OWN, 'valid/actual-signed.cap');
    expect(refusal(file, false).code).toBe('ACTUAL_REFUSED');
    const { alert } = parseCap(readFileSync(file), { asExercise: true });
    expect(alert).toMatchObject({ status: 'Exercise', originalStatus: 'Actual' });
    const whole = readFileSync(file, 'utf8');
    expect(alert.signature).toBe(whole.slice(whole.indexOf('<ds:Sig'), whole.indexOf('</ds:Signature>') + 15));
  });

  /** The file, the code of the refusal, its path, and a word that its message must have. */
  const refused: [string, string, string, string][] = [
    ['missing-scope', 'MISSING_FIELD', 'scope', 'Public, Restricted, Private'],
    ['missing-severity', 'MISSING_FIELD', 'info[0].severity', 'Extreme'],
    ['empty-references', 'REFERENCES_EMPTY', 'references', 'empty'],
    ['no-references', 'REFERENCE_REQUIRED', 'references', 'Cancel'],
    ['self-reference', 'REFERENCE_SELF', 'references[0]', 'itself'],
    ['reference-form', 'REFERENCE_FORM', 'references[0]', 'sender,identifier,sent'],
    ['time-z', 'TIME_FORMAT', 'sent', '-00:00'],
    ['identifier-space', 'RESERVED_CHARACTER', 'identifier', 'TDM EX 1'],
    ['restriction-missing', 'RESTRICTION_MISSING', 'restriction', 'Restricted'],
    ['addresses-missing', 'ADDRESSES_MISSING', 'addresses', 'Private'],
    ['element-order', 'ELEMENT_ORDER', 'code', '<note>'],
    ['repeated-element', 'REPEATED_ELEMENT', 'note', '<note>'],
    ['unknown-element', 'UNKNOWN_ELEMENT', 'info[0].colour', '<colour>'],
    ['foreign-element', 'UNKNOWN_ELEMENT', 'extra', 'urn:example:other'],
    ['unknown-attribute', 'UNKNOWN_ATTRIBUTE', 'note', 'lang'],
    ['stray-text', 'UNEXPECTED_TEXT', '', 'attention'],
    ['after-signature', 'ELEMENT_ORDER', 'note', 'signature'],
    ['very-likely', 'CAP_1_0_VALUE', 'info[0].certainty', 'Likely'],
    ['password', 'CAP_1_0_ELEMENT', 'password', '1.0'],
    ['polygon-open', 'POLYGON_NOT_CLOSED', 'info[0].area[0].polygon[0]', 'first'],
    ['cap-1.0', 'CAP_VERSION', '', '1.0'],
    ['cap-1.1', 'CAP_VERSION', '', '1.1'],
    ['other-document', 'NOT_CAP', '', 'feed'],
    ['draft', 'STATUS_REFUSED', 'status', 'Draft'],
    ['entity-bomb', 'DTD_FORBIDDEN', '', 'document type'],
    ['external-entity', 'DTD_FORBIDDEN', '', 'document type'],
    ['external-dtd', 'DTD_FORBIDDEN', '', 'document type'],
    ['undeclared-entity', 'MALFORMED_XML', '', 'line 10'],
    ['truncated', 'MALFORMED_XML', '', 'line'],
    ['not-utf-8', 'WRONG_ENCODING', '', 'UTF-8'],
    ['not-gb18030', 'WRONG_ENCODING', '', 'gb18030'],
    ['unknown-encoding', 'WRONG_ENCODING', '', 'EBCDIC-CP-US'],
    ['utf-16-unmarked', 'WRONG_ENCODING', '', 'byte order mark'],
    ['control-character', 'MALFORMED_XML', '', 'line 10'],
    ['bidi-control', 'FORBIDDEN_CHARACTER', 'note', 'bidi'],
  ];

  it.each(refused)('refuses %s: %s at "%s"', (name, code, path, word) => {
    const { problems } = refusal(join(OWN, 'refused', `${name}.cap`), true);
    expect(problems.map((problem: FieldProblem) => [problem.code, problem.path])).toEqual([[code, path]]);
    expect(problems[0]?.message).toContain(word);
  });

  it('has no file that is not in this list', () => {
    expect(capFiles(join(OWN, 'refused'))).toEqual(refused.map(([name]) => `${name}.cap`).sort());
  });
});

describe('the message of a notification', () => {
  it.each(ACTIONS)('that asks a unit to %s is read back as it is, with nothing to remark', (action) => {
    const message = notificationFor(action);
    const { alert, warnings } = parseCap(Buffer.from(emitCap(message, EXERCISE)), { asExercise: false });
    expect([alert, warnings]).toEqual([emitted(message), []]);
    expect(alert).toMatchObject({
      sender: 'notifications@first.exercise.example',
      identifier: 'PAK-0001.N1',
      sent: '2026-01-01T04:01:01-00:00',
      addresses: 'spu',
      info: [{ expires: '2026-01-01T04:30:00-00:00' }],
      exercise: { site: 'gate', releasability: { class: 'PAK' } },
    });
  });
});

if (existsSync(CASES)) {
  describe('the small messages that were refused once', () => {
    /** The warnings of those that have any. */
    const WARNED: Readonly<Record<string, string[]>> = {
      'empty-references.cap': ['REFERENCES_EMPTY'],
      'empty-uri.cap': ['EMPTY_ELEMENT'],
      'deref-200k.cap': ['CONTENT_NOT_STORED'],
      'sig-bogus.cap': ['SIGNATURE_NOT_VERIFIED'],
    };

    it.each(capFiles(CASES))('%s is taken, and read back from what is emitted', (name) => {
      const { alert, warnings } = parseCap(readFileSync(join(CASES, name)), { asExercise: true });
      expect(warnings.map(({ code }) => code)).toEqual(WARNED[name] ?? []);
      expect(readBack(alert)).toEqual(emitted(alert));
      expect(alert.exercise.releasability.class).toBe(name === 'class-wrapped.cap' ? 'PAK' : 'JOINT');
    });
  });
}

if (existsSync(SHARED)) {
  describe('the CAP samples that other people wrote', () => {
    const valid = capFiles(join(SHARED, 'valid'));
    const current = valid.filter((name) => !name.startsWith('cap11-'));

    it('are there', () => {
      expect(current.length).toBeGreaterThanOrEqual(5);
      expect(valid.length).toBeGreaterThan(current.length);
    });

    it.each(current)('%s is taken under as=exercise, every field kept', (name) => {
      const { alert } = parseCap(readFileSync(join(SHARED, 'valid', name)), { asExercise: true });
      expect(alert).toMatchObject({ status: 'Exercise', originalStatus: 'Actual' });
      const { signature: _, exercise: __, originalStatus, status: ___, ...fields } = alert;
      const said = elementTexts(join(SHARED, 'valid', name))
        .map(numberOf)
        .sort();
      expect([...leaves(fields), String(originalStatus)].map(numberOf).sort()).toEqual(said);
    });

    it.each(current)('%s is read back as the same alert from what is emitted', (name) => {
      const { alert } = parseCap(readFileSync(join(SHARED, 'valid', name)), { asExercise: true });
      expect(readBack(alert)).toEqual(emitted(alert));
    });

    it.each(valid.filter((name) => name.startsWith('cap11-')))('%s is converted when that is asked for', (name) => {
      const bytes = readFileSync(join(SHARED, 'valid', name));
      const { alert, warnings } = parseCap(bytes, { asExercise: true, lenient: true });
      expect(warnings).toContainEqual(expect.objectContaining({ code: 'CAP_VERSION_CONVERTED', path: '' }));
      expect(readBack(alert)).toEqual(emitted(alert));
    });

    it.each(current)('%s is refused without it', (name) => {
      expect(refusal(join(SHARED, 'valid', name), false)).toMatchObject({ status: 422, code: 'ACTUAL_REFUSED' });
    });

    it('keeps both signatures of the signed one as they stand', () => {
      const file = join(SHARED, 'valid/canada_signed.cap');
      const whole = readFileSync(file, 'utf8');
      const { signature } = parseCap(readFileSync(file), { asExercise: true }).alert;
      expect(signature).toBe(whole.slice(whole.indexOf('<Signature'), whole.lastIndexOf('</Signature>') + 12));
      expect(signature?.match(/<\/Signature>/g)).toHaveLength(2);
    });

    it.each(valid.filter((name) => name.startsWith('cap11-')))('%s is refused, both versions named', (name) => {
      const error = refusal(join(SHARED, 'valid', name), true);
      expect(error.code).toBe('CAP_VERSION');
      expect(error.message).toMatch(/CAP 1\.1.*CAP 1\.2/);
    });

    it('invalid.cap is refused, the missing element named', () => {
      const { problems } = refusal(join(SHARED, 'invalid/invalid.cap'), true);
      expect(problems).toMatchObject([
        { code: 'MISSING_FIELD', path: 'scope', message: expect.stringContaining('scope') },
      ]);
    });

    it('canada_errors.cap is refused, the rule named', () => {
      const { problems } = refusal(join(SHARED, 'invalid/canada_errors.cap'), true);
      expect(problems).toMatchObject([{ code: 'REFERENCES_EMPTY', path: 'references' }]);
    });

    it('noaa_errors.cap is refused', () => {
      expect(refusal(join(SHARED, 'invalid/noaa_errors.cap'), true).code).toBe('CAP_VERSION');
    });
  });

  describe('what we emit, by the OASIS schema', () => {
    it('is valid: every sample that we take, an acknowledgement and an error', async () => {
      const alerts: Alert[] = [];
      for (const folder of [join(OWN, 'valid'), join(SHARED, 'valid')]) {
        for (const name of capFiles(folder)) {
          if (name.startsWith('cap11-')) continue;
          alerts.push(parseCap(readFileSync(join(folder, name)), { asExercise: true }).alert);
        }
      }
      const to = { sender: 'desk@exercise.example', identifier: 'TX-001', sent: '2026-11-23T09:00:00+05:00' };
      const answer = {
        identifier: 'ACK-1',
        sender: 'unit@exercise.example',
        sent: '2026-11-23T04:00:01-00:00',
        to,
        releaseClass: 'PAK' as const,
      };
      alerts.push(ackMessage(answer), errorMessage({ ...answer, identifier: 'ERR-1' }, 'no such site'));
      alerts.push(...ACTIONS.map(notificationFor));
      expect(await schemaFaults(alerts.map((alert) => emitCap(alert, EXERCISE)))).toEqual([]);
    });

    it('can fail: our refused samples of structure are invalid by it too', async () => {
      for (const name of [
        'missing-scope',
        'element-order',
        'repeated-element',
        'unknown-element',
        'time-z',
        'very-likely',
      ]) {
        const faults = await schemaFaults([readFileSync(join(OWN, 'refused', `${name}.cap`), 'utf8')]);
        expect({ name, faults }).toEqual({ name, faults: expect.arrayContaining([expect.any(String)]) });
      }
    });
  });
} else {
  process.stderr.write(`No CAP samples at ${SHARED}: neither they nor the OASIS schema in them were tried.\n`);
}

/** `25.0` and `25` are one number. */
function numberOf(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text;
}
