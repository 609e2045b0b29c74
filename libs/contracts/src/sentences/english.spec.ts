import type { Alert } from '#domain/alert/alert.js';
import { alertTitle, english } from './english.js';

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
  return alertTitle(alert);
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
