/** The tutorial is true: each of its commands, typed by a newcomer in a fresh folder, prints what the page says. */
import { jest } from '@jest/globals';
import { Newcomer, textOf } from './newcomer.js';
import { missingLine, stepsOf } from './shell-session.js';
import { windowStepsOf } from './window-steps.js';

jest.setTimeout(180_000);

const PAGE = 'docs/tutorial.md';
const VERSION = /^\d+\.\d+\.\d+$/m;

let newcomer: Newcomer;

beforeAll(async () => {
  newcomer = await Newcomer.arrive();
});

afterAll(() => newcomer.leave());

it('types the tutorial from its first line to its last', async () => {
  expect(await newcomer.shell.type('npx tandem --version')).toMatchObject({
    printed: expect.stringMatching(VERSION),
    code: 0,
  });
  await newcomer.skipNpx();
  const steps = stepsOf(textOf(PAGE));
  expect(steps.length).toBeGreaterThan(6);
  for (const step of steps) await newcomer.type(PAGE, step);
});

it('is not satisfied by something else', () => {
  expect(missingLine(['a …', 'b'], 'a 1\nc\nb')).toBeUndefined();
  expect(missingLine(['b', 'a …'], 'a 1\nb')).toBe('a …');
  expect(missingLine(['a'], 'aa')).toBe('a');
});

describe('the lists of what to do in a window', () => {
  const list = (...items: readonly string[]) => ['In the **Pakistani window**:', '', ...items, '', 'Then.'].join('\n');

  it('are read sentence by sentence', () => {
    const items = ['- Go to **Desk**. Press **Ask** in the form.', '- Write "a. b" into', '  **Text**.'];
    expect(windowStepsOf(list(...items, '- The page does not show "A" or "B".'))).toEqual([
      { line: 3, window: 'Pakistani', sentence: 'Go to **Desk**.', act: { do: 'go', screen: 'Desk' } },
      {
        line: 3,
        window: 'Pakistani',
        sentence: 'Press **Ask** in the form.',
        act: { do: 'press', name: 'Ask', isInForm: true },
      },
      {
        line: 4,
        window: 'Pakistani',
        sentence: 'Write "a. b" into **Text**.',
        act: { do: 'write', text: 'a. b', field: 'Text' },
      },
      {
        line: 6,
        window: 'Pakistani',
        sentence: 'The page does not show "A" or "B".',
        act: { do: 'see none', texts: ['A', 'B'] },
      },
    ]);
  });

  it('hold nothing that a test would skip', () => {
    expect(() => windowStepsOf(list('- Have a look at **Desk**.'))).toThrow(/^line 3: .*"Have a look/);
    expect(() => windowStepsOf(list('- Go to **Desk**. Or not.'))).toThrow(/^line 3: .*"Or not/);
    expect(() => windowStepsOf('Elsewhere:\n\n- Press **Ask**.\n')).toThrow(/^line 3: .*in no window/);
    expect(windowStepsOf('Elsewhere:\n\n- [A page](page.md): more.\n')).toEqual([]);
  });
});
