/** Every event is said in every language, in its own script, and nothing stands in a catalogue that is never said. */
import type { Expectation, Verdict } from '#domain/expectation/expectation.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { LANGUAGES, type Language } from '../language/languages.js';
import { loadLanguage } from '../language/load-language.js';
import type { MessageKey } from '../language/catalogue.js';
import type { Say } from '../language/say.js';
import { problemText, word } from '../language/words.js';
import en from '../language/en.json' with { type: 'json' };
import { durationText, partText, plainText } from './plain-text.js';
import type { Part, Sentence } from './sentence.js';
import { sentenceOf } from './sentences.js';
import { sampleEvents } from './testing/sample-events.js';
import { sampleVariants, type SampleVariant } from './testing/sample-variants.js';
import { expectationParts, reasonParts } from './verdict-parts.js';

const samples: readonly SampleVariant[] = [...(sampleEvents as unknown as readonly SampleVariant[]), ...sampleVariants];
const languages = new Map(
  await Promise.all(LANGUAGES.map(async (language) => [language, await loadLanguage(language)] as const)),
);
const inLanguage = (language: Language): Say => languages.get(language)!;

function said({ context = {}, ...sample }: SampleVariant, say: Say): Sentence {
  const event = { audience: 'JOINT', at: 0, actor: { kind: 'engine' }, ...sample } as unknown as DomainEvent;
  return sentenceOf(event, context, say)!;
}

/** What the catalogue says in a sentence, without what people wrote, ids and codes. */
function own(parts: readonly Part[], say: Say): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'aside') return own(part.parts, say);
      return part.kind === 'severity' || part.kind === 'duration' ? partText(part, say) : '\uFFFC';
    })
    .join('');
}

describe.each(LANGUAGES)('each sentence in %s', (language) => {
  const say = inLanguage(language);

  it.each(samples)('of $type says something', (sample) => {
    const { label, lead, text } = said(sample, say);
    expect(label).not.toBe('');
    expect(plainText([...lead, ...text], say)).not.toMatch(/undefined|\[object|NaN|\{|\}/);
    expect(plainText(text, say)).not.toBe('');
  });
});

it.each([
  ['ur', /\p{Script=Latin}|\p{Script=Han}/u],
  ['zh', /\p{Script=Latin}|\p{Script=Arabic}/u],
] as const)('no word of another language is left in %s', (language, foreign) => {
  const say = inLanguage(language);
  for (const sample of samples) {
    const { label, lead, text } = said(sample, say);
    const words = [label, own(lead, say), own(text, say)];
    expect([sample.type, words.filter((one) => foreign.test(one))]).toEqual([sample.type, []]);
  }
});

const incident = 'second-call';
const frame = { id: 'x', weight: 1, deadline: { kind: 'end' } };
const expectations = [
  [{ kind: 'acknowledged', by: { side: 'PAK' }, incident }, 'PAK acknowledges second-call'],
  [{ kind: 'joint-acknowledgement', incident }, 'both sides acknowledge second-call'],
  [{ kind: 'notified', party: { unit: 'embassy' }, incident }, 'embassy is notified of second-call'],
  [
    { kind: 'escalation', incident, atLeast: 1, atMost: 2000 },
    'second-call escalates at least once, at most 2000 times',
  ],
  [{ kind: 'resolved', incident }, 'second-call is resolved'],
  [{ kind: 'knows', side: 'CHN', incident }, 'CHN knows of second-call'],
  [{ kind: 'knows', side: 'CHN', tearLine: 'second-call' }, 'CHN has the tear line of second-call'],
  [{ kind: 'nothing-sent', unit: 'embassy', incident }, 'nothing is sent to embassy about second-call'],
  [{ kind: 'nothing-sent', unit: 'embassy' }, 'nothing is sent to embassy'],
  [{ kind: 'resolved', incident, title: { en: 'Over by noon', zh: '中午前结束' } }, 'Over by noon'],
].map(([outcome, english]) => [{ ...frame, ...(outcome as object) } as unknown as Expectation, english] as const);
const verdicts = [
  [{ reason: 'held' }, 'nothing to the contrary happened'],
  [{ reason: 'too-late', at: 720_325, deadline: 600_000 }, 'it happened too late, at T+00:12:00.325 (by T+00:10:00)'],
].map(([verdict, english]) => [verdict as Verdict, english] as const);

it('expectations and verdicts are said, too', () => {
  const english = inLanguage('en');
  for (const [expectation, text] of expectations) {
    expect(plainText(expectationParts(expectation, english), english)).toBe(text);
  }
  for (const [verdict, text] of verdicts) expect(plainText(reasonParts(verdict, english), english)).toBe(text);
  expect(expectationParts(expectations.at(-1)![0], inLanguage('zh'))).toEqual([
    { kind: 'authored', text: '中午前结束', language: 'zh' },
  ]);
});

it('durations are in the words of the language', () => {
  const texts = LANGUAGES.map((language) => durationText(5_430_000, inLanguage(language)));
  expect(texts).toEqual(['1h30m30s', '1 گھنٹہ 30 منٹ 30 سیکنڈ', '1小时30分钟30秒']);
  expect(durationText(0, inLanguage('zh'))).toBe('0秒');
});

it('a value among Urdu keeps its own direction', () => {
  const sample = samples.find(({ type }) => type === 'StepDelayed')!;
  expect(plainText(said(sample, inLanguage('ur')).text, inLanguage('ur'))).toBe(
    '\u2068joint\u2069، مرحلہ \u20682\u2069، \u2068T+00:05:00\u2069 تک',
  );
});

it('a refusal is said in general where the message of the rules is in another language', () => {
  const refused = {
    type: 'CommandRefused',
    data: { command: 'C', code: 'UNKNOWN_UNIT', message: 'no unit "x"' },
  } as const;
  const text = (language: Language) => plainText(said(refused, inLanguage(language)).text, inLanguage(language));
  expect(text('en')).toBe('no unit "x" (UNKNOWN_UNIT)');
  expect(text('zh')).toBe(`${problemText(inLanguage('zh'), 'UNKNOWN_UNIT')}（UNKNOWN_UNIT）`);
});

it('a problem of a newer server has no message here, whatever it is called', () => {
  for (const code of ['MOON_IS_DOWN', 'constructor', 'toString.name', '__proto__']) {
    expect(problemText(inLanguage('ur'), code)).toBeUndefined();
  }
});

it('a word that has a number says it', () => {
  expect(word(inLanguage('en'), 'word.requirement.count', { count: 1 })).toBe('1 acknowledgement is needed');
  expect(word(inLanguage('zh'), 'word.requirement.count', { count: 2 })).toBe('须2个单位确认');
});

/** Of words and problems the compiler names those that no value has: see `catalogue.ts`. */
it('no sentence and no phrase stands in the catalogue that is never said', () => {
  const used = new Set<string>();
  const english = inLanguage('en');
  const noted = Object.assign((...[key, values]: Parameters<Say>) => (used.add(key), english(key, values)), english);
  for (const sample of samples) plainText(said(sample, noted).text, noted);
  for (const [expectation] of expectations) expectationParts(expectation, noted);
  for (const [verdict] of verdicts) reasonParts(verdict, noted);
  const keys = (node: object, path: string): string[] =>
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [`${path}.${key}`] : keys(value as object, `${path}.${key}`),
    );
  const sayable = [...keys(en.event, 'event'), ...keys(en.phrase, 'phrase')] as MessageKey[];
  expect(sayable.filter((key) => !used.has(key))).toEqual([]);
});
