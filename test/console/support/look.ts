/** What is looked for on a page that stands: texts that are cut, keys instead of texts, words of another language, what no keyboard reaches. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';

const axe = readFileSync(resolve('node_modules/axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds, moderate and worse, one line each; by all rules, or by these. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe} })()`);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: { run: (root: Document, options: object) => Promise<AxeResults> } }).axe.run(
        document,
        {
          runOnly,
          resultTypes: ['violations'],
        },
      ),
    rules === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: rules },
  );
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) =>
          `${id} (${impact}): ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`,
      ),
    );
}

/** What is wrong with the texts that a user sees, one line each. */
export function textFindings(page: Page, language: 'en' | 'ur' | 'zh'): Promise<readonly string[]> {
  return page.evaluate((pageLanguage) => {
    const found: string[] = [];
    const banner = document.querySelector('#exercise-banner')?.getBoundingClientRect().bottom ?? 0;
    for (const dialog of document.querySelectorAll('[role=dialog]')) {
      const { top } = dialog.getBoundingClientRect();
      if (top < banner - 1) found.push(`a dialog begins at ${top} px, under the banner, which ends at ${banner}`);
    }
    // A quotation in another direction keeps its mark on the side where the page's texts begin.
    for (const element of document.querySelectorAll('[dir=auto]')) {
      const { direction, borderLeftWidth, borderRightWidth } = getComputedStyle(element);
      if (direction !== document.dir && borderLeftWidth !== borderRightWidth) {
        found.push(`a border on the wrong side: "${(element.textContent ?? '').slice(0, 60)}" (${element.className})`);
      }
    }
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = (node.textContent ?? '').trim();
      if (element === null || text === '' || !element.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      // For screen readers only.
      if (box.width <= 1 || box.height <= 1 || style.clipPath !== 'none' || element.closest('script, style') !== null)
        continue;
      if (/^[a-z]\w*(?:[.:][a-zA-Z-]+)+$/.test(text)) found.push(`a key: ${text}`);
      const clips = style.overflowY === 'hidden' || style.overflowY === 'clip';
      if (clips && element.scrollHeight > element.clientHeight + 1) {
        found.push(
          `cut: "${text.slice(0, 60)}" ${element.scrollHeight} px high in ${element.clientHeight} (${element.className})`,
        );
      } else if (clips && pen !== null && element.clientHeight > 0) {
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        const { actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = pen.measureText(text);
        if (up + down > element.clientHeight + 1) {
          found.push(
            `cut: "${text.slice(0, 60)}" needs ${Math.round(up + down)} px and has ${element.clientHeight} (${element.className})`,
          );
        }
      }
      // Nastaliq stands so high on its line that a narrow one is cut by whatever lies above it.
      const line = Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize);
      if (pageLanguage === 'ur' && /[\u0600-\u06ff]/.test(text) && line < 1.6) {
        found.push(`narrow line (${line.toFixed(2)}): "${text.slice(0, 60)}" (${element.className})`);
      }
      // Without what is isolated as a value, and names that are the same everywhere.
      const own = text.replaceAll(/\u2068[^\u2069]*\u2069|Tandem|Markdown|tdm_|English|اردو|中文/g, '');
      if (pageLanguage === 'en') {
        if (/[\u0600-\u06ff\u4e00-\u9fff]/.test(own) && element.closest('[lang]:not(html), bdi, [dir=auto]') === null) {
          found.push(`not English: "${text.slice(0, 60)}"`);
        }
      } else if (
        /[a-z]{3,}/.test(own) &&
        element.closest('bdi, kbd, code, pre, input, [lang]:not(html), [dir=auto]') === null
      ) {
        found.push(`not translated: "${text.slice(0, 60)}"`);
      }
    }
    return [...new Set(found)];
  }, language);
}

/** What the Tab key must reach, and what a pointer can press. */
const MARK = `() => {
  const pressable = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const found = [];
  // What comes while one goes round, such as an exercise that somebody opens, need not be reached.
  for (const element of document.querySelectorAll(pressable)) element.setAttribute('data-present', '');
  for (const element of document.querySelectorAll('#root *, [data-portal] *')) {
    if (!isSeen(element) || element.closest('[inert], [aria-hidden=true]') !== null) continue;
    // A row may be pressed anywhere if a control in it does the same.
    const holds = element.closest(pressable) ?? element.closest('li, tr')?.querySelector(pressable) ?? null;
    if (holds === null && getComputedStyle(element).cursor === 'pointer' && element.closest('label') === null) {
      found.push('for the pointer only: ' + element.outerHTML.slice(0, 120));
    }
  }
  return [...new Set(found)].slice(0, 5);
}`;

/** Goes once round the page by Tab. Controls of one group (tabs, choices, a list's rows) count as reached when one of them is. */
const UNREACHED = `(reached) => {
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  const groupOf = (element) => element.closest('[role=radiogroup], [role=tablist], [role=toolbar], [role=listbox], [role=grid], fieldset');
  const page = [...document.querySelectorAll('[role=dialog]')].findLast(isSeen) ?? document;
  const controls = [...page.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(
    (element) => isSeen(element) && !element.disabled && element.tabIndex >= 0 && element.closest('[inert], [aria-hidden=true]') === null,
  );
  return controls
    // A long list draws its rows while one goes through it.
    .filter((element) => !element.hasAttribute('data-reached') && element.hasAttribute('data-present') && element.closest('[data-index]') === null && (element.type !== 'radio' || groupOf(element)?.querySelector('[data-reached]') == null))
    .map((element) => 'no Tab reaches: ' + element.outerHTML.slice(0, 120))
    .slice(0, 5);
}`;

/** What of a page is for a pointer only, is not reached by Tab, or does not show that it has the focus; one line each. */
export async function keyboardFindings(page: Page, most = 400): Promise<readonly string[]> {
  const found = new Set((await page.evaluate(`(${MARK})()`)) as string[]);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  let ends = 0;
  for (let count = 0; count < most && ends < 2; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return { isEnd: true, unseen: undefined };
      // A field for a date has several parts, each of which is a stop.
      const isSame = element.getAttribute('data-reached') === 'last';
      if (element.hasAttribute('data-reached') && !isSame) return { isEnd: true, unseen: undefined };
      document.querySelector('[data-reached=last]')?.setAttribute('data-reached', '');
      element.setAttribute('data-reached', 'last');
      // The ring may be drawn around what holds the control.
      const rings = [element, element.parentElement, element.nextElementSibling].map(
        (one) => one && getComputedStyle(one),
      );
      const hasRing = rings.some(
        (style) =>
          style !== null &&
          ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'),
      );
      const isText = element.matches('input, textarea, [contenteditable]');
      return { isEnd: false, unseen: hasRing || isText ? undefined : element.outerHTML.slice(0, 120) };
    });
    // It begins where the focus was last, so that the end of the page comes once before all is seen.
    if (stop.isEnd) ends += 1;
    if (stop.unseen !== undefined) found.add(`no ring: ${stop.unseen}`);
  }
  for (const one of (await page.evaluate(`(${UNREACHED})()`)) as string[]) found.add(one);
  return [...found];
}
