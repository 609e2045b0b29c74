/** What is looked for on a page that stands: texts that are cut, keys instead of texts, words of another language. */
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
      // Without what is isolated as a value, and names that are the same everywhere.
      const own = text.replaceAll(/\u2068[^\u2069]*\u2069|Tandem|tdm_|English|اردو|中文/g, '');
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
