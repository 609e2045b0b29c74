/** The line that names an alert, whatever languages it speaks and whatever its sender left blank. */
import type { AlertInfo } from './alert.js';
import { headlineOf, headlinesOf } from './headline.js';

function block(language: string | undefined, headline: string | undefined, event = 'Event'): AlertInfo {
  return {
    ...(language === undefined ? {} : { language }),
    category: ['Security'],
    event,
    urgency: 'Past',
    severity: 'Minor',
    certainty: 'Likely',
    ...(headline === undefined ? {} : { headline }),
  };
}

const urdu = block('ur', 'دروازہ بند', 'دروازہ');

function line(...info: AlertInfo[]): string {
  return headlineOf({ identifier: 'TX-1', info });
}

describe('the headline of an alert', () => {
  it.each([[undefined], ['en'], ['EN'], ['en-US'], ['en-GB'], ['EN-gb'], ['en-Latn-PK']])(
    'is that of the English block (language: %s), wherever it stands',
    (language) => {
      expect(line(urdu, block('zh', '大门关闭'), block(language, 'Gate closed'))).toBe('Gate closed');
    },
  );

  it.each(['eng', 'x-en', 'enm-GB', 'ur-en'])('is not that of a block in %s', (language) => {
    expect(line(block(language, 'Other'), block('en', 'Gate closed'))).toBe('Gate closed');
  });

  it.each([undefined, '', '  ', '\n\u00A0'])('gives way to the event when it is %j', (headline) => {
    expect(line(urdu, block('en', headline, 'Gate'))).toBe('Gate');
  });

  it('is that of the next English block when the first has a blank one', () => {
    expect(line(block('en-US', ' ', 'Gate'), block('en-GB', 'Gate closed'))).toBe('Gate closed');
  });

  it('is the first headline or event of another language when none is English', () => {
    expect(line(block('zh', ' ', ' '), urdu)).toBe('دروازہ بند');
    expect(line(block('zh', '', '大门'), urdu)).toBe('大门');
    expect(line(block('en', '', ' '), urdu)).toBe('دروازہ بند');
  });

  it('is the identifier when no block says anything', () => {
    expect(line()).toBe('TX-1');
    expect(headlineOf({ identifier: 'TX-1' })).toBe('TX-1');
    expect(line(block('en', '', ' '))).toBe('TX-1');
  });

  it('is kept by language, English of any region under en', () => {
    expect(
      headlinesOf({ identifier: 'TX-1', info: [urdu, block('EN-gb', ' ', 'Gate'), block('zh', '大门关闭')] }),
    ).toEqual({
      ur: 'دروازہ بند',
      en: 'Gate',
      zh: '大门关闭',
    });
    expect(headlinesOf({ identifier: 'TX-1' })).toEqual({});
  });
});
