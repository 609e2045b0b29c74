/** Each page in each language and theme: axe finds nothing, nothing is cut or untranslated; pictures go to test-results/console. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { inBrowser, useChromium, type Language, type Theme } from './browser.js';
import { axeFindings, keyboardFindings, textFindings } from './look.js';
import { endedAlarm, playedDay } from './played-day.js';
import { live } from './seen.js';
import type { PersonName } from './server.js';

const PICTURES = resolve('test-results/console');

interface PageToSee {
  readonly name: string;
  readonly as: PersonName | undefined;
  /** @param ended an exercise that has ended */
  readonly path: (exercise: string, incident: string, ended: string) => string;
  /** Whether it shows an exercise. */
  readonly isLive?: boolean;
}

const PAGES: readonly PageToSee[] = [
  { name: 'sign-in', as: undefined, path: () => '/' },
  { name: 'lobby', as: 'controller', path: () => '/' },
  { name: 'library', as: 'controller', path: () => '/library' },
  { name: 'scenario', as: 'controller', path: () => '/library/kidnapping-alarm' },
  { name: 'desk', as: 'pak', path: (id, incident) => `/x/${id}/desk?incident=${incident}`, isLive: true },
  { name: 'desk-table', as: 'controller', path: (id) => `/x/${id}/desk?view=table`, isLive: true },
  { name: 'desk-board', as: 'controller', path: (id) => `/x/${id}/desk?view=board`, isLive: true },
  { name: 'releases', as: 'pak', path: (id) => `/x/${id}/releases`, isLive: true },
  { name: 'policies', as: 'pakCommander', path: (id) => `/x/${id}/policies?item=POL-0001`, isLive: true },
  { name: 'policy-new', as: 'pakCommander', path: (id) => `/x/${id}/policies?form=proposed`, isLive: true },
  { name: 'control', as: 'controller', path: (id) => `/x/${id}/control`, isLive: true },
  { name: 'improvise', as: 'controller', path: (id) => `/x/${id}/control?open=improvise`, isLive: true },
  { name: 'policy', as: 'controller', path: (id) => `/x/${id}/control?open=policy`, isLive: true },
  { name: 'messages', as: 'pak', path: (id) => `/x/${id}/messages?message=MSG-0001&write=MSG-0002`, isLive: true },
  {
    name: 'message-new',
    as: 'controller',
    path: (id, incident) => `/x/${id}/messages?message=MSG-PAK-0001&write=new&incident=${incident}`,
    isLive: true,
  },
  { name: 'messages-own', as: 'chn', path: (id) => `/x/${id}/messages?message=MSG-CHN-0001`, isLive: true },
  { name: 'evaluate', as: 'evaluator', path: (id) => `/x/${id}/evaluate`, isLive: true },
  { name: 'report', as: 'evaluator', path: (id) => `/x/${id}/report`, isLive: true },
  { name: 'report-ended', as: 'evaluator', path: (_id, _incident, ended) => `/x/${ended}/report` },
  { name: 'replay', as: 'controller', path: (id) => `/x/${id}/replay?t=T%2B00:42:00`, isLive: true },
  { name: 'wall', as: 'observer', path: (id) => `/x/${id}/wall`, isLive: true },
];

/** Until nothing is asked for and nothing waits to be drawn. */
async function stands(page: Page, isLive: boolean): Promise<void> {
  await page.locator('html[data-mantine-color-scheme] #root :is(h1, h2)').first().waitFor();
  if (isLive) await live(page);
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Loader-root').waitFor({ state: 'detached' });
  await page.evaluate(() => document.fonts.ready);
}

/** As if it had been changed in another tab. */
async function changeTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((newValue) => {
    const key = 'mantine-color-scheme-value';
    localStorage.setItem(key, newValue);
    window.dispatchEvent(new StorageEvent('storage', { key, newValue, storageArea: localStorage }));
  }, theme);
  await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor();
}

/** As people see it who see no colours, or do not tell red from green. */
async function picturesWithoutColour(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['achromatopsia', 'deuteranopia', 'none'] as const) {
    await session.send('Emulation.setEmulatedVisionDeficiency', { type });
    if (type !== 'none') await page.screenshot({ path: join(PICTURES, `${name}-${type}.png`) });
  }
}

/** The suite of one language. */
export const describePages = (language: Language): void =>
  inBrowser('the pages', () => {
    const chromium = useChromium();
    let exercise: string;
    let incident: string;
    let ended: string;
    const opened = new Map<PersonName | undefined, Page>();

    beforeAll(async () => {
      mkdirSync(PICTURES, { recursive: true });
      ({ exercise, incident } = await playedDay());
      ended = await endedAlarm();
    });

    /** Goes to a path, in the browser of the person: what was fetched for the page before is there. */
    async function pageOf(as: PersonName | undefined, path: string): Promise<Page> {
      const known = opened.get(as);
      if (known !== undefined) {
        await changeTheme(known, 'dark');
        await known.goto(new URL(path, known.url()).href, { waitUntil: 'commit' });
        return known;
      }
      const { page, expectErrors } = await chromium.openAs(as, path, { language });
      if (as === undefined) expectErrors(/401/);
      opened.set(as, page);
      return page;
    }

    /** What is wrong with a page, in both themes. */
    async function inspect({ name, as, path, isLive = false }: PageToSee): Promise<string[]> {
      const page = await pageOf(as, path(exercise, incident, ended));
      await stands(page, isLive);
      const root = await page.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return { lang, dir, banner: document.querySelector('#exercise-banner')?.getBoundingClientRect().top };
      });
      expect(root).toEqual({ lang: language, dir: language === 'ur' ? 'rtl' : 'ltr', banner: 0 });
      const picture = (theme: Theme) => page.screenshot({ path: join(PICTURES, `${name}-${language}-${theme}.png`) });
      const findings = [...(await textFindings(page, language)), ...(await axeFindings(page))];
      await picture('dark');
      await changeTheme(page, 'light');
      findings.push(...(await axeFindings(page, ['color-contrast'])).map((one) => `light: ${one}`));
      await picture('light');
      // The same in all languages.
      if (language === 'en') {
        if (name === 'desk' || name === 'control') await picturesWithoutColour(page, name);
        findings.push(...(await keyboardFindings(page)));
      }
      return findings.map((one) => `${name}: ${one}`);
    }

    it(`are whole and accessible in ${language}, dark and light`, async () => {
      const found: string[] = [];
      for (const one of PAGES) {
        found.push(...(await inspect(one).catch((error: unknown) => [`${one.name}: ${String(error)}`])));
      }
      expect(found).toEqual([]);
    }, 480_000);
  });
