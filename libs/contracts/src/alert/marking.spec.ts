/** Near-misses of every marking of the profile, in both forms of an alert: each is read as it was meant, or refused. */
import fc from 'fast-check';
import type { Alert } from '#domain/alert/alert.js';
import { CAP_NAMESPACE } from '../cap/cap-elements.js';
import { parseCap } from '../cap/parse-cap.js';
import { InputError } from '../problem.js';
import { parseAlert } from './alert-schema.js';
import { looksLikeMarking, MARKING_NAMES } from './marking.js';

const INFO = { category: ['Security'], event: 'Gate', urgency: 'Past', severity: 'Minor', certainty: 'Likely' };
const HEAD = {
  identifier: 'TX-1',
  sender: 'desk',
  sent: '2026-11-23T09:00:00+05:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Private',
  addresses: 'players',
};

/** A right value of each marking, and where in `exercise` it belongs. */
const VALUES: Readonly<Record<string, { readonly text: string; readonly exercise: object }>> = {
  site: { text: 'camp', exercise: { site: 'camp' } },
  source: { text: 'guard', exercise: { source: 'guard' } },
  confidence: { text: 'high', exercise: { confidence: 'high' } },
  class: { text: 'PAK', exercise: { releasability: { class: 'PAK' } } },
  tlp: { text: 'TLP:GREEN', exercise: { releasability: { class: 'JOINT', tlp: 'TLP:GREEN' } } },
  releasableTo: {
    text: 'unit:gate role:operator',
    exercise: { releasability: { class: 'JOINT', releasableTo: ['unit:gate', 'role:operator'] } },
  },
  tearLineTlp: { text: 'TLP:GREEN', exercise: { releasability: { class: 'JOINT', tearLineTlp: 'TLP:GREEN' } } },
  reviewAt: {
    text: '2026-11-23T12:00:00+05:00',
    exercise: { releasability: { class: 'JOINT', reviewAt: '2026-11-23T12:00:00+05:00' } },
  },
  'nationals.CHN': { text: '4', exercise: { nationals: { CHN: 4 } } },
  'casualties.injured': { text: '2', exercise: { casualties: { injured: 2 } } },
  'tearLine.en': { text: 'Gate.', exercise: { releasability: { class: 'JOINT', tearLine: { en: 'Gate.' } } } },
};

const SPACES = ['', ' ', '\t', '\n', '\r\n', '\n      ', '\u00A0', '\u2007', '\u200B', '\u200D', '\u2060', '\uFEFF'];
const space = fc.constantFrom(...SPACES, '\u00AD', '\u3000', '\uFE0F', '\u0301');
const separator = fc.constantFrom(':', '=', '\uFF1A', '\uFE55', '\uFF1D', '\u2236', ';', '::', '');

/** Each letter in either case or in its full-width form, with white space or something invisible before some of them. */
function written(text: string): fc.Arbitrary<string> {
  const letters = Array.from(text).map((letter) => {
    const wide = /[!-~]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter;
    const form = fc.oneof(
      { weight: 9, arbitrary: fc.constant(letter) },
      { weight: 1, arbitrary: fc.constantFrom(letter.toUpperCase(), letter.toLowerCase(), wide) },
    );
    const before = fc.oneof({ weight: 14, arbitrary: fc.constant('') }, { weight: 1, arbitrary: space });
    return fc.tuple(before, form).map((parts) => parts.join(''));
  });
  return fc.tuple(space, fc.tuple(...letters), space).map(([start, inner, end]) => start + inner.join('') + end);
}

interface Marking {
  /** One of {@link MARKING_NAMES}. */
  readonly own: string;
  /** The name as the sender writes it, its prefix included. */
  readonly name: string;
  readonly joint: string;
  readonly value: string;
}

const marking: fc.Arbitrary<Marking> = fc.constantFrom(...MARKING_NAMES).chain((own) =>
  fc.record({
    own: fc.constant(own),
    name: fc
      .tuple(
        written('tandem'),
        fc.oneof({ weight: 3, arbitrary: fc.constant(':') }, { weight: 1, arbitrary: separator }),
        // The kind of a casualty is the sender's word: its case counts.
        own.startsWith('casualties') ? written('casualties.').map((start) => `${start}injured`) : written(own),
      )
      .map((parts) => parts.join('')),
    joint: fc.oneof({ weight: 3, arbitrary: fc.constant('=') }, { weight: 1, arbitrary: separator }),
    value: fc.constant(VALUES[own]?.text ?? ''),
  }),
);

/** Where it stands: each gives the alert's fields. */
const CONTAINERS: Readonly<Record<string, (marking: Marking) => object>> = {
  parameter: (m) => ({ info: [{ ...INFO, parameter: [pair(m)] }] }),
  'parameter of the second block': (m) => ({ info: [INFO, { ...INFO, language: 'ur', parameter: [pair(m)] }] }),
  'parameter, twice': (m) => ({ info: [{ ...INFO, parameter: [pair(m), pair(m)] }] }),
  'parameter, as one name': (m) => ({ info: [{ ...INFO, parameter: [{ valueName: joined(m), value: '' }] }] }),
  'parameter, as one value': (m) => ({ info: [{ ...INFO, parameter: [{ valueName: 'x', value: joined(m) }] }] }),
  code: (m) => ({ code: [joined(m)] }),
  'code, twice': (m) => ({ code: [joined(m), 'other', joined(m)] }),
  eventCode: (m) => ({ info: [{ ...INFO, eventCode: [pair(m)] }] }),
  geocode: (m) => ({ info: [{ ...INFO, area: [{ areaDesc: 'Gate', geocode: [pair(m)] }] }] }),
};

function pair({ name, value }: Marking): { valueName: string; value: string } {
  return { valueName: name, value };
}

function joined({ name, joint, value }: Marking): string {
  return name + joint + value;
}

function xmlOf(fields: object): string {
  const inner = Object.entries(fields).map(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .map(
        (each: unknown) =>
          `<${name}>${typeof each === 'object' && each !== null ? xmlOf(each) : escaped(String(each))}</${name}>`,
      )
      .join(''),
  );
  return inner.join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r', '&#13;');
}

/** CAP's order of elements. */
const ORDER = ['language', 'category', 'event', 'urgency', 'severity', 'certainty', 'eventCode', 'parameter', 'area'];

function ordered(info: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(ORDER.flatMap((key) => (key in info ? [[key, info[key]]] : [])));
}

const FORMS: Readonly<Record<string, (fields: { info?: object[] }) => Alert>> = {
  JSON: (fields) => parseAlert({ ...HEAD, ...fields }, { asExercise: false }).alert,
  XML: ({ info, ...fields }) => {
    const blocks = info?.map((each) => ordered(each as Record<string, unknown>));
    const body = xmlOf({ ...HEAD, ...fields, ...(blocks ? { info: blocks } : {}) });
    const text = `<alert xmlns="${CAP_NAMESPACE}">${body}</alert>`;
    return parseCap(Buffer.from(text), { asExercise: false }).alert;
  },
};

/** The alert's `exercise`, or the codes of its refusal. */
function outcome(read: () => Alert): Alert['exercise'] | readonly string[] {
  try {
    return read().exercise;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.status).toBe(422);
    expect(error.problems.every(({ path }) => path !== '')).toBe(true);
    return error.problems.map(({ code }) => code);
  }
}

const REFUSALS = new Set(['UNKNOWN_PARAMETER', 'PARAMETER_FORM', 'PARAMETER_MISPLACED', 'INVALID_KEY']);

describe.each(Object.keys(FORMS))('a marking in %s', (form) => {
  const read = (fields: object): ReturnType<typeof outcome> =>
    outcome(() => (FORMS[form] as (f: object) => Alert)(fields));

  it.each(Object.keys(CONTAINERS))('is read as it was meant or refused: %s', (container) => {
    fc.assert(
      fc.property(marking, (each) => {
        const found = read(CONTAINERS[container]?.(each) ?? {});
        if (Array.isArray(found)) {
          expect(found.filter((code: string) => !REFUSALS.has(code))).toEqual([]);
        } else {
          expect(found).toMatchObject(VALUES[each.own]?.exercise ?? {});
        }
      }),
      { seed: 2026, numRuns: 250 },
    );
  });

  it.each(SPACES)('of a class is read with %j around and within its name', (inside) => {
    for (const valueName of [`${inside}tandem:class${inside}`, `tandem:${inside}class`, `Tan${inside}dem:CLASS`]) {
      expect(read({ info: [{ ...INFO, parameter: [{ valueName, value: 'PAK' }] }] })).toMatchObject(
        VALUES['class']?.exercise ?? {},
      );
    }
  });

  it.each(['', ' ', 'ALL', 'PAK,CHN', 'PK', 'PAK CHN', 'null'])('of a class with the value %j is refused', (value) => {
    for (const name of ['class', 'tlp']) {
      const parameter = [{ valueName: `tandem:${name}`, value }];
      expect(read({ info: [{ ...INFO, parameter }] })).toEqual(['NOT_ONE_OF']);
      expect(read({ code: [`tandem:${name}=${value}`] })).toEqual(['NOT_ONE_OF']);
    }
  });

  it.each([' PAK ', 'pak', '\n PAK\n', 'P\u200BAK', '\uFF30\uFF21\uFF2B'])(
    'of a class with the value %j is read',
    (value) => {
      const exercise = { releasability: { class: 'PAK' } };
      expect(read({ info: [{ ...INFO, parameter: [{ valueName: 'tandem:class', value }] }] })).toEqual(exercise);
      expect(read({ code: [`tandem:class=${value}`] })).toEqual(exercise);
    },
  );

  it('is refused when two differ, however they are written', () => {
    const parameter = [
      { valueName: 'tandem:class', value: 'PAK' },
      { valueName: 'TANDEM:Class ', value: 'JOINT' },
    ];
    expect(read({ info: [{ ...INFO, parameter }] })).toEqual(['PARAMETER_CONFLICT']);
    expect(read({ code: ['tandem:tearLine.en=a', 'tandem:tearline.EN=b'] })).toEqual(['PARAMETER_CONFLICT']);
  });

  it.each(['note', 'addresses'])('is refused in a text: %s', (field) => {
    for (const text of [
      'tandem:class=PAK',
      'For our side only.\nTandem: Class: PAK.',
      'tandem class PAK',
      'TANDEM_TLP = TLP:RED',
    ]) {
      expect(read({ [field]: text })).toEqual(['PARAMETER_MISPLACED']);
    }
  });
});

describe('what is no marking', () => {
  it.each(['desk', 'tandem-2026', 'Tandem exercise', 'profile:CAP-CP:0.4', 'standem:desk', 'class', 'مشق', '演习'])(
    '%s is kept as it stands',
    (name) => {
      expect(looksLikeMarking(name)).toBe(false);
      const parameter = [{ valueName: name, value: 'x' }];
      const text = 'The two desks work in tandem. Source: the guard.';
      const { alert } = parseAlert(
        { ...HEAD, note: text, code: [name], info: [{ ...INFO, parameter }] },
        { asExercise: false },
      );
      expect(alert).toMatchObject({ note: text, code: [name], info: [{ parameter }] });
      expect(alert.exercise).toEqual({ releasability: { class: 'JOINT' } });
    },
  );
});
