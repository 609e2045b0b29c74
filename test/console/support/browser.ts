/** Chromium for one suite: pages of people, each watched for what a user would never see and should never be there. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { bench, theBench, type PersonName } from './server.js';

export type Language = 'en' | 'ur' | 'zh';
export type Theme = 'dark' | 'light';

export interface Look {
  readonly language?: Language;
  readonly theme?: Theme;
  /** Width and height, CSS px. */
  readonly size?: readonly [number, number];
  readonly reducedMotion?: boolean;
  /** Another API than the shared one. */
  readonly url?: string;
  /** Runs in the page before its own scripts. */
  readonly before?: string;
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the console that belong to what is tested. */
  expectErrors(pattern: RegExp): void;
}

/** Suites are left out where there is no browser; the setup has said so, and fails with `CI` set. */
export const inBrowser = bench === undefined ? describe.skip : describe;

interface Watched {
  readonly context: BrowserContext;
  readonly faults: string[];
  expected: RegExp[];
}

/** A page asks where an incident stands while the incident or the exercise ends: the answer says so, and the page keeps what it has. */
const ENDED_MEANWHILE = /409 .*\/explain/;

export class Chromium {
  /** Pages that are opened at once share it. */
  #browser: Promise<Browser> | undefined;
  #open: Watched[] = [];

  /** @param person absent: nobody is signed in */
  async openAs(person: PersonName | undefined, path: string, look: Look = {}): Promise<OpenPage> {
    const { people, url: shared } = theBench();
    const { language = 'en', theme = 'dark', size = [1600, 1000], reducedMotion = false, url = shared } = look;
    const context = await (
      await this.#launched()
    ).newContext({
      viewport: { width: size[0], height: size[1] },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
      locale: 'en-GB',
      timezoneId: 'UTC',
    });
    context.setDefaultTimeout(20_000);
    if (person !== undefined) {
      const [name = '', value = ''] = people[person].cookie.split('=');
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
    }
    await context.addInitScript(
      ([chosen, scheme]) => {
        // Only where nothing was chosen in the page itself since.
        if (localStorage.getItem('language') === null) localStorage.setItem('language', chosen);
        if (localStorage.getItem('mantine-color-scheme-value') === null) {
          localStorage.setItem('mantine-color-scheme-value', scheme);
        }
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
          console.error(`refused by the page's policy: ${violatedDirective} ${blockedURI}`),
        );
      },
      [language, theme] as const,
    );
    if (look.before !== undefined) await context.addInitScript(look.before);
    const watched: Watched = { context, faults: [], expected: [ENDED_MEANWHILE] };
    this.#open.push(watched);
    const page = await context.newPage();
    watch(page, watched.faults);
    await page.goto(url + path, { waitUntil: 'commit' });
    return { page, expectErrors: (pattern) => void watched.expected.push(pattern) };
  }

  /** Closes all pages. @throws Error when one of them had an error that nobody saw */
  async closePages(): Promise<void> {
    const open = this.#open;
    this.#open = [];
    await Promise.all(open.map(({ context }) => context.close()));
    const faults = open.flatMap(({ faults, expected }) =>
      faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
    );
    if (faults.length > 0) throw new Error(`The page had errors:\n${faults.join('\n')}`);
  }

  async close(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    await (await browser)?.close();
  }

  #launched(): Promise<Browser> {
    const { path, args } = theBench().browser;
    const isRoot = process.getuid?.() === 0;
    this.#browser ??= chromium.launch({
      executablePath: path,
      args: [...args, ...(isRoot ? ['--no-sandbox'] : []), '--disable-dev-shm-usage', '--js-flags=--expose-gc'],
    });
    return this.#browser;
  }
}

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    faults.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
}

/** A browser for the suite that calls this; pages are closed after each test, and their errors fail it. */
export function useChromium(): Chromium {
  const browser = new Chromium();
  afterEach(() => browser.closePages());
  afterAll(() => browser.close());
  return browser;
}
