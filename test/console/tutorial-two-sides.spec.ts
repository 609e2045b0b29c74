/** The tutorial's second part is true: its commands are typed, and what its lists say is done in a browser of each side. */
import { Newcomer, textOf } from '../tutorial/newcomer.js';
import { stepsOf } from '../tutorial/shell-session.js';
import { windowStepsOf } from '../tutorial/window-steps.js';
import { inBrowser, useChromium } from './support/browser.js';
import { Window } from './support/window.js';

const PAGE = 'docs/tutorial-two-sides.md';
const LINK = /http\S+\/#\/\w+\?key=\S+/;

inBrowser('two sides, two desks', () => {
  const chromium = useChromium();
  let newcomer: Newcomer;

  beforeAll(async () => {
    newcomer = await Newcomer.arrive();
  }, 60_000);

  afterAll(() => newcomer.leave());

  it('are what the tutorial says, from its first line to its last', async () => {
    await newcomer.skipNpx();
    await newcomer.shell.type(`export TANDEM_TOKEN=${await newcomer.start()}`);
    const windows = new Map<string, Window>();
    const windowOf = async (name: string): Promise<Window> => {
      const known = windows.get(name);
      if (known !== undefined) return known;
      const { page, expectErrors } = await chromium.openAs(undefined, '/', { url: newcomer.tandem.url });
      // Nobody is signed in yet.
      expectErrors(/401/);
      const opened = new Window(page);
      windows.set(name, opened);
      return opened;
    };
    const text = textOf(PAGE);
    const steps = [...stepsOf(text), ...windowStepsOf(text)].toSorted((a, b) => a.line - b.line);
    let link = '';
    for (const step of steps) {
      if ('window' in step) {
        await (await windowOf(step.window)).follow(PAGE, step, link);
      } else {
        link = LINK.exec(await newcomer.type(PAGE, step))?.[0] ?? link;
      }
    }
    expect([...windows.keys()].toSorted()).toEqual(['Chinese', 'Pakistani']);
  }, 300_000);
});
