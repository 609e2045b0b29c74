import type { Alert } from '#domain/alert/alert.js';
import { alertTitle, authoredIn } from './authored.js';
import { english } from './english.js';

const BLOCK = {
  category: ['Fire'],
  event: 'Fire',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Likely',
} as const;

function title(...info: { language?: string; headline?: string; event?: string }[]): string {
  const alert: Pick<Alert, 'info' | 'note' | 'identifier'> = {
    identifier: 'A1',
    info: info.map((block) => ({ ...BLOCK, category: ['Fire'], ...block })),
  };
  return alertTitle(alert, 'en').text;
}

describe('the title of an alert', () => {
  it('is its English headline, in whatever block and region it stands', () => {
    expect(title({ language: 'ur', headline: 'آگ' }, { language: 'en-GB', headline: 'Fire at a depot' })).toBe(
      'Fire at a depot',
    );
    expect(title({ language: 'zh-CN', headline: '火灾' }, { headline: 'Fire at a store' })).toBe('Fire at a store');
  });

  it('is the event where the headline is blank or missing', () => {
    expect(title({ headline: ' \n', event: 'Fire' })).toBe('Fire');
    expect(title({ event: 'Flood' })).toBe('Flood');
  });

  it('is in another language where nothing is in English, and the identifier where nothing is written', () => {
    expect(title({ language: 'ur', headline: 'آگ' })).toBe('آگ');
    expect(title()).toBe('A1');
  });
});

it('English text is found under any region; without it, the first language is shown', () => {
  expect(english({ ur: 'دروازہ', 'en-GB': 'Gate' })).toBe('Gate');
  expect(english({ 'en-GB': 'Colour', en: 'Color' })).toBe('Color');
  expect(english({ zh: '门' })).toBe('门');
  expect(english({})).toBe('');
});

describe('an authored text in the language of whoever reads', () => {
  const text = { en: 'Gate', 'ur-PK': 'دروازہ', 'zh-Hans-CN': '大门' };

  it('is found in any region and script', () => {
    expect(authoredIn(text, 'zh')).toEqual({ text: '大门', language: 'zh-Hans-CN', isFallback: false });
    expect(authoredIn(text, 'ur')).toEqual({ text: 'دروازہ', language: 'ur-PK', isFallback: false });
    expect(authoredIn({ 'zh-TW': '大門', zh: '大门' }, 'zh').text).toBe('大门');
  });

  it('gives way to English, then to the first language, and says so', () => {
    expect(authoredIn({ zh: '大门', 'en-GB': 'Gate' }, 'ur')).toEqual({
      text: 'Gate',
      language: 'en-GB',
      isFallback: true,
    });
    expect(authoredIn({ zh: '大门' }, 'ur')).toEqual({ text: '大门', language: 'zh', isFallback: true });
    expect(authoredIn({}, 'ur')).toEqual({ text: '', isFallback: false });
  });

  it('is the title of an alert in its own block, or in English', () => {
    const info = [
      { ...BLOCK, category: ['Fire'] as const, language: 'ur-PK', headline: 'گودام میں آگ' },
      { ...BLOCK, category: ['Fire'] as const, headline: 'Fire at a store' },
    ];
    const alert = { identifier: 'A1', info };
    expect(alertTitle(alert, 'ur')).toEqual({ text: 'گودام میں آگ', language: 'ur-PK', isFallback: false });
    expect(alertTitle(alert, 'zh')).toEqual({ text: 'Fire at a store', language: 'en', isFallback: true });
  });
});
