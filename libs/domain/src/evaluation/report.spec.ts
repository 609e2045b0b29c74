import type { Alert } from '../alert/alert.js';
import { alert, type Deed } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { reportOf } from '../testing/report-of.js';
import { only, pak, smallExercise } from '../testing/small-exercise.js';

function saying(...blocks: { language?: string; headline?: string }[]): Deed {
  const deed = alert();
  if (!deed.command || deed.command.type !== 'SubmitAlert') throw new Error('not an alert');
  const { alert: text } = deed.command.data;
  const info = blocks.map((block) => ({ ...text.info![0]!, event: 'Fire', ...block }));
  const said: Alert = { ...text, info };
  return { ...deed, command: { ...deed.command, data: { ...deed.command.data, alert: said } } };
}

function headline(...blocks: { language?: string; headline?: string }[]) {
  const police = pak('police');
  const { play } = given(smallExercise({ units: [police], chain: only(police) }), saying(...blocks));
  return reportOf(play, { source: { kind: 'scenario', file: 'x.yaml' }, headHash: 'h' }).paths[0]?.headline;
}

describe('the headline of an incident', () => {
  it('is English under any region of English, the first one of several', () => {
    expect(headline({ language: 'ur', headline: 'آگ' }, { language: 'en-GB', headline: 'Fire at a depot' })).toEqual({
      ur: 'آگ',
      en: 'Fire at a depot',
    });
    expect(headline({ headline: 'First' }, { language: 'en-AU', headline: 'Second' })).toEqual({ en: 'First' });
  });

  it('is the event where it is blank', () => {
    expect(headline({ headline: '  ' }, { language: 'zh', headline: '火灾' })).toEqual({ en: 'Fire', zh: '火灾' });
  });
});
