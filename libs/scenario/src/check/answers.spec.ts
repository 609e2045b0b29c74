/** The answers that a simulated unit has prepared, and how soon requests are to be answered, as an author writes them. */
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import { InputError } from '#contracts/problem.js';
import { toAuthored } from '../compile/to-authored.js';
import { parseScenario } from './check-scenario.js';

/** The first unit of the sample, which is of PAK, with these answers. */
function withAnswers(...answers: object[]): unknown {
  const [first, ...others] = toAuthored(sampleScenario()).units;
  const scenario = { ...toAuthored(sampleScenario()), units: [{ ...first, answers }, ...others] };
  return JSON.parse(JSON.stringify(scenario));
}

function problems(json: unknown): string[] {
  try {
    parseScenario(json);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
  return [];
}

const answer = { after: '4m', text: 'It left at six.' };

it('are read with their times, and written back', () => {
  const about = { site: 'plant', category: 'Fire', words: ['bus'] };
  const release = { class: 'PAK', tlp: 'TLP:AMBER', tearLine: { en: 'It was reported.' } };
  const scenario = parseScenario(withAnswers(answer, { ...answer, about, release }));
  expect(scenario.units[0]?.answers).toEqual([
    { afterMs: 240_000, text: { en: 'It left at six.' } },
    { afterMs: 240_000, text: { en: 'It left at six.' }, about, release },
  ]);
  expect(parseScenario(JSON.parse(JSON.stringify(toAuthored(scenario))))).toEqual(scenario);
});

it('are joint where nothing else is said of their release', () => {
  const scenario = parseScenario(withAnswers({ ...answer, release: { tlp: 'TLP:CLEAR' } }));
  expect(scenario.units[0]?.answers?.[0]?.release).toEqual({ class: 'JOINT', tlp: 'TLP:CLEAR' });
});

it('are refused where site, class or label do not fit', () => {
  const at = 'units[0].answers[0]';
  expect(problems(withAnswers({ ...answer, about: { site: 'moon' } }))).toEqual([`UNKNOWN_SITE ${at}.about.site`]);
  expect(problems(withAnswers({ ...answer, release: { class: 'CHN' } }))).toEqual([
    `CLASS_NOT_ALLOWED ${at}.release.class`,
  ]);
  expect(problems(withAnswers({ ...answer, release: { tlp: 'TLP:RED' } }))).toEqual([
    `LABEL_CONTRADICTION ${at}.release.tlp`,
  ]);
  expect(problems(withAnswers({ ...answer, release: { tearLine: { en: 'It was reported.' } } }))).toEqual([
    `LABEL_CONTRADICTION ${at}.release.tearLine`,
  ]);
});

describe('the time that a policy gives for answers', () => {
  const withPolicy = (messages: object): unknown => {
    const { policy, ...scenario } = toAuthored(sampleScenario());
    return JSON.parse(JSON.stringify({ ...scenario, policy: { ...policy, messages } }));
  };

  it('is read, and written back', () => {
    const scenario = parseScenario(withPolicy({ answerWithin: '20m' }));
    expect(scenario.policy.messages).toEqual({ answerWithinMs: 1_200_000 });
    expect(parseScenario(JSON.parse(JSON.stringify(toAuthored(scenario))))).toEqual(scenario);
  });

  it('is at least a second', () => {
    expect(problems(withPolicy({ answerWithin: '500ms' }))).toEqual([
      'DURATION_OUT_OF_RANGE policy.messages.answerWithin',
    ]);
    expect(problems(withPolicy({ answerBy: '5m' }))).toEqual(['UNKNOWN_FIELD policy.messages.answerBy']);
  });
});
