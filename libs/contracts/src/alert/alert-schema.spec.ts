import fc from 'fast-check';
import { InputError } from '../problem.js';
import type { FieldProblem } from '../problem.js';
import { alertJsonSchema, parseAlert } from './alert-schema.js';

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

function parse(changes: Record<string, unknown> = {}, asExercise = false): ReturnType<typeof parseAlert> {
  return parseAlert({ ...MINIMAL, ...changes }, { asExercise });
}

function refusal(json: unknown, asExercise = false): InputError {
  try {
    parseAlert(json, { asExercise });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('taken, and should have been refused');
}

function problems(changes: Record<string, unknown>): readonly FieldProblem[] {
  return refusal({ ...MINIMAL, ...changes }).problems;
}

describe('the shape of an alert', () => {
  it('takes the least that CAP asks for, and makes it JOINT', () => {
    expect(parse()).toEqual({ alert: { ...MINIMAL, exercise: { releasability: { class: 'JOINT' } } }, warnings: [] });
  });

  it('keeps every field', () => {
    const full = {
      ...MINIMAL,
      msgType: 'Update',
      scope: 'Private',
      source: 'desk',
      addresses: 'a b',
      code: ['x'],
      note: 'n',
      references: [{ sender: 's', identifier: 'i', sent: '2026-11-23T08:00:00+05:00' }],
      incidents: ['INC-0001', 'two words'],
      info: [
        {
          ...INFO,
          language: 'zh-CN',
          responseType: ['Assess'],
          audience: 'a',
          eventCode: [{ valueName: 'n', value: 'v' }],
          effective: '2026-11-23T09:00:00+05:00',
          onset: '2026-11-23T09:00:00+05:00',
          expires: '2026-11-23T10:00:00+05:00',
          senderName: 's',
          headline: 'h',
          description: 'd',
          instruction: 'i',
          web: 'https://exercise.example/x',
          contact: 'c',
          parameter: [{ valueName: 'n', value: '' }],
          resource: [
            { resourceDesc: 'r', mimeType: 'image/png', size: 3, uri: 'r.png', derefUri: 'AAAA', digest: 'd' },
          ],
          area: [
            {
              areaDesc: 'a',
              polygon: ['0,0 0,1 1,1 0,0'],
              circle: ['0,0 1'],
              geocode: [{ valueName: 'n', value: 'v' }],
              altitude: 1.5,
              ceiling: 2,
            },
          ],
        },
      ],
      signature: '<Signature/>',
      exercise: {
        site: 'coast-plant',
        nationals: { PAK: 10, CHN: 2 },
        casualties: { injured: 1 },
        source: 'guard',
        confidence: 'low',
        releasability: {
          class: 'PAK',
          tlp: 'TLP:AMBER+STRICT',
          tearLine: { en: 'A gate is closed.', ur: 'گیٹ بند ہے' },
        },
      },
    };
    expect(parseAlert(full, { asExercise: false }).alert).toEqual(full);
  });

  it('tells of a field that is not known which are, once for each object, and which may have been meant', () => {
    const found = problems({ info: [{ ...INFO, severty: 'Minor', zzz: 1 }], exercise: { sight: 'plant' } });
    expect(found.map(({ message }) => message)).toEqual([
      'info[0].severty is not known; known here: language, category, event, responseType, urgency, severity, certainty, ' +
        'audience, eventCode, effective, onset, expires, senderName, headline, description, instruction, web, contact, ' +
        'parameter, resource, area. Did you mean "severity"?',
      'info[0].zzz is not known; remove it or correct its name.',
      expect.stringMatching(/^exercise.sight is not known; known here: site, /),
    ]);
  });

  it.each([
    ['references', 'a,b,c', 'references is "a,b,c"; it must be a list of { sender, identifier, sent }.'],
    ['references', ['a,b,c'], 'references[0] is "a,b,c"; it must be { sender, identifier, sent }.'],
    ['incidents', 'one two', 'incidents is "one two"; it must be a list of texts.'],
    ['info', {}, 'info is an object; it must be a list of { category, event, urgency, severity, certainty }.'],
    ['code', {}, 'code is an object; it must be a list of texts.'],
    ['exercise', 'plant', 'exercise is "plant"; it must be an object.'],
  ])('tells the form of %s that is wanted', (field, value, message) => {
    expect(problems({ [field]: value })).toEqual([expect.objectContaining({ code: 'WRONG_TYPE', message })]);
  });

  it('tells all faults at once, each with its code, path and what would be right', () => {
    const found = problems({
      scope: undefined,
      identifier: 'a b',
      extra: 1,
      info: [{ ...INFO, severity: 'Bad', event: 7, category: [], contact: 'x'.repeat(2_001) }],
      exercise: { nationals: { chn: 1, PAK: 1.5, CHN: -1, USA: 1e7 }, releasability: { tlp: 'TLP:WHITE' } },
    });
    expect(Object.fromEntries(found.map(({ path, code }) => [path, code]))).toEqual({
      scope: 'MISSING_FIELD',
      identifier: 'RESERVED_CHARACTER',
      extra: 'UNKNOWN_FIELD',
      'info[0].severity': 'NOT_ONE_OF',
      'info[0].event': 'WRONG_TYPE',
      'info[0].category': 'TOO_FEW',
      'info[0].contact': 'TOO_LONG',
      'exercise.nationals.chn': 'INVALID_KEY',
      'exercise.nationals.PAK': 'WRONG_TYPE',
      'exercise.nationals.CHN': 'TOO_SMALL',
      'exercise.nationals.USA': 'TOO_BIG',
      'exercise.releasability.tlp': 'NOT_ONE_OF',
    });
    const message = (path: string): string | undefined => found.find((problem) => problem.path === path)?.message;
    expect(message('info[0].severity')).toBe(
      'info[0].severity is "Bad"; it must be one of Extreme, Severe, Moderate, Minor, Unknown.',
    );
    expect(message('scope')).toContain('one of Public, Restricted, Private');
  });

  it('tells faults of shape and of rules together, the latter only where the shape is right', () => {
    const found = problems({
      msgType: 'Update',
      info: [{ ...INFO, urgency: 'Now', area: [{ areaDesc: 'a', ceiling: 1 }] }],
    });
    expect(found.map(({ code }) => code).sort()).toEqual(['NOT_ONE_OF', 'REFERENCE_REQUIRED']);
  });

  it.each([[null], [[]], ['alert'], [7], [undefined], [true]])('refuses %j, which is no object', (json) => {
    expect(refusal(json)).toMatchObject({ status: 422, code: 'ALERT_INVALID' });
  });

  it('refuses a forbidden character even if the JSON was not read by our parser', () => {
    expect(problems({ note: 'a\u0000b' })).toMatchObject([{ code: 'FORBIDDEN_CHARACTER', path: 'note' }]);
    expect(problems({ info: [{ ...INFO, headline: 'x\u202ey' }] })).toMatchObject([{ path: 'info[0].headline' }]);
  });

  it.each([
    ['2026-11-23T04:00:00Z', '2026-11-23T04:00:00-00:00'],
    ['2026-11-23t04:00:00.123z', '2026-11-23T04:00:00-00:00'],
    ['2026-11-23T04:00:00.1234Z', '2026-11-23T04:00:00-00:00'],
    ['2026-11-23T09:00:00.5+05:00', '2026-11-23T09:00:00+05:00'],
    ['2026-11-23T04:00:00+00:00', '2026-11-23T04:00:00+00:00'],
    ['2024-02-29T00:00:00-14:00', '2024-02-29T00:00:00-14:00'],
  ])('takes the time %s and writes it as CAP does', (sent, written) => {
    expect(parse({ sent }).alert.sent).toBe(written);
  });

  it('writes every time of the message as CAP does', () => {
    const { alert } = parse({
      references: [{ sender: 's', identifier: 'i', sent: '2026-11-23T03:00:00Z' }],
      info: [
        { ...INFO, effective: '2026-11-23T04:00:00Z', onset: '2026-11-23T04:00:00Z', expires: '2026-11-23T05:00:00Z' },
      ],
    });
    expect(JSON.stringify(alert)).not.toContain('Z"');
  });

  it('drops empty lists and maps, which XML has no way to say', () => {
    const { alert } = parse({
      code: [],
      info: [{ ...INFO, parameter: [], area: [{ areaDesc: 'a', polygon: [], geocode: [] }], resource: [] }],
      exercise: { nationals: {}, casualties: {}, releasability: { tearLine: {} } },
    });
    expect(alert.info).toEqual([{ ...INFO, area: [{ areaDesc: 'a' }] }]);
    expect(alert.exercise).toEqual({ releasability: { class: 'JOINT' } });
    expect('code' in alert).toBe(false);
  });

  it('refuses far too much of anything before looking closer', () => {
    expect(problems({ info: Array.from({ length: 100_000 }, () => ({})) })).toMatchObject([
      { code: 'TOO_MANY', path: 'info' },
    ]);
    const areas = Array.from({ length: 400 }, () => ({ geocode: Array.from({ length: 150 }, () => ({})) }));
    expect(problems({ info: [{ ...INFO, area: areas }] })).toMatchObject([{ code: 'TOO_MANY', path: '' }]);
    expect(problems(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, i])))).toHaveLength(50);
  });

  it('never fails with anything but an InputError, whatever the value', () => {
    const words = fc.constantFrom(
      ...Object.keys({ ...MINIMAL, ...INFO }),
      'info',
      'references',
      'area',
      'exercise',
      'polygon',
    );
    const anything = fc.object({ key: words, maxDepth: 5, withNullPrototype: false });
    fc.assert(
      fc.property(anything, (json) => {
        for (const value of [json, { ...MINIMAL, ...json }, { ...MINIMAL, info: [{ ...INFO, ...json }, json] }]) {
          try {
            parseAlert(value, { asExercise: true });
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        }
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the guard', () => {
  it('takes Exercise and Test as they are', () => {
    expect(parse().alert.status).toBe('Exercise');
    expect(parse({ status: 'Test' }, true).alert).toMatchObject({ status: 'Test' });
    expect(parse({ status: 'Test' }, true).alert.originalStatus).toBeUndefined();
  });

  it('refuses Actual', () => {
    expect(refusal({ ...MINIMAL, status: 'Actual' })).toMatchObject({ status: 422, code: 'ACTUAL_REFUSED' });
  });

  it('takes Actual as an exercise message when asked to, and says so', () => {
    const { alert, warnings } = parse({ status: 'Actual' }, true);
    expect(alert).toMatchObject({ status: 'Exercise', originalStatus: 'Actual' });
    expect(warnings).toMatchObject([{ code: 'TAKEN_AS_EXERCISE', path: 'status', level: 'warning' }]);
  });

  it.each(['System', 'Draft'])('refuses %s, asked or not', (status) => {
    for (const asExercise of [false, true]) {
      expect(refusal({ ...MINIMAL, status }, asExercise).code).toBe('STATUS_REFUSED');
    }
  });

  it('names the refusal first, before faults of form', () => {
    const error = refusal({ ...MINIMAL, status: 'Actual', scope: 'x' });
    expect(error.code).toBe('ACTUAL_REFUSED');
    expect(error.problems.map(({ code }) => code)).toEqual(['ACTUAL_REFUSED', 'NOT_ONE_OF']);
  });

  it('lets no sender write the original status', () => {
    expect(problems({ originalStatus: 'Actual' })).toMatchObject([{ code: 'UNKNOWN_FIELD', path: 'originalStatus' }]);
  });
});

describe('exercise parameters', () => {
  const parameter = [
    { valueName: 'desk', value: 'east' },
    { valueName: 'tandem:site', value: 'coast-plant' },
    { valueName: 'tandem:nationals.CHN', value: '34' },
    { valueName: 'tandem:casualties.injured', value: '2' },
    { valueName: 'tandem:source', value: 'guard' },
    { valueName: 'tandem:confidence', value: 'high' },
    { valueName: 'tandem:class', value: 'CHN' },
    { valueName: 'tandem:tlp', value: 'TLP:RED' },
    { valueName: 'tandem:tearLine.en', value: 'A gate is closed.' },
  ];
  const exercise = {
    site: 'coast-plant',
    nationals: { CHN: 34 },
    casualties: { injured: 2 },
    source: 'guard',
    confidence: 'high',
    releasability: { class: 'CHN', tlp: 'TLP:RED', tearLine: { en: 'A gate is closed.' } },
  };

  it('are lifted from the parameters of an info block into exercise', () => {
    const { alert } = parse({ info: [{ ...INFO, parameter }] });
    expect(alert.exercise).toEqual(exercise);
    expect(alert.info?.[0]?.parameter).toEqual([{ valueName: 'desk', value: 'east' }]);
  });

  it('give the same alert as the same said in exercise', () => {
    const lifted = parse({ info: [{ ...INFO, parameter }] }).alert;
    expect(parse({ info: [{ ...INFO, parameter: parameter.slice(0, 1) }], exercise }).alert).toEqual(lifted);
  });

  it('are lifted from codes where there is no info', () => {
    const { alert } = parse({ code: ['mine', 'tandem:class=PAK', 'tandem:tearLine.en=a=b'] });
    expect(alert.code).toEqual(['mine']);
    expect(alert.exercise.releasability).toEqual({ class: 'PAK', tearLine: { en: 'a=b' } });
  });

  it('may be said twice if the same is said', () => {
    const twice = [
      { ...INFO, parameter },
      { ...INFO, language: 'ur', parameter },
    ];
    expect(parse({ info: twice, exercise: { site: 'coast-plant' } }).alert.exercise).toEqual(exercise);
  });

  it.each([
    ['tandem:site', 'other', 'PARAMETER_CONFLICT'],
    ['tandem:nationals.CHN', 'many', 'WRONG_TYPE'],
    ['tandem:nationals.CHN', '9999999', 'TOO_BIG'],
    ['tandem:nationals.cn', '1', 'INVALID_KEY'],
    ['tandem:casualties.constructor', '1', 'INVALID_KEY'],
    ['tandem:nationals.__proto__', '1', 'UNKNOWN_PARAMETER'],
    ['tandem:confidence', 'sure', 'NOT_ONE_OF'],
    ['tandem:class', 'ALL', 'NOT_ONE_OF'],
    ['tandem:colour', 'red', 'UNKNOWN_PARAMETER'],
  ])('are refused at their place: %s = %s', (valueName, value, code) => {
    const info = [{ ...INFO, parameter: [{ valueName, value }] }];
    const found = problems({ info, exercise: { site: 'coast-plant' } });
    expect(found).toMatchObject([{ code, path: expect.stringMatching(/^(info\[0\]\.parameter\[0\]|exercise\.)/) }]);
  });
});

describe('the JSON Schema', () => {
  const schema = alertJsonSchema();
  const parts = schema['$defs'] as Record<string, Record<string, unknown>>;

  it('is of 2020-12, with the alert and its parts under their ids', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/$defs/Alert' });
    expect(Object.keys(parts).sort()).toEqual([
      'Alert',
      'AlertArea',
      'AlertExerciseParameters',
      'AlertInfo',
      'AlertNameValue',
      'AlertReference',
      'AlertResource',
    ]);
  });

  it('asks for what CAP asks for, and for nothing unknown', () => {
    expect(parts['Alert']).toMatchObject({
      required: ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'],
      additionalProperties: false,
    });
  });
});
