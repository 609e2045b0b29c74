/** A window of the console in which a test does what a page of documentation says. */
import type { Locator, Page } from 'playwright-core';
import { escapeRegExp } from '../../tutorial/shell-session.js';
import type { WindowAct, WindowStep } from '../../tutorial/window-steps.js';
import { caughtUp, seen } from './seen.js';

/** What can be pressed. */
const ROLES = ['button', 'link', 'menuitem'] as const;

export class Window {
  constructor(private readonly page: Page) {}

  /**
   * @param link the last one that a command has printed
   * @throws Error with the line of the page and its sentence, when there is no such thing, or more than one
   */
  async follow(documentation: string, { line, window, sentence, act }: WindowStep, link: string): Promise<void> {
    try {
      await this.#do(act, link);
    } catch (error) {
      const shown = await this.page.locator('body').innerText();
      throw new Error(
        `${documentation}:${line}: in the ${window} window: ${sentence}\n${String(error)}\n\nThe page shows:\n${shown}`,
        { cause: error },
      );
    }
  }

  async #do(act: WindowAct, link: string): Promise<void> {
    const { page } = this;
    switch (act.do) {
      case 'open link':
        await page.goto(link, { waitUntil: 'commit' });
        return;
      case 'go':
        // The number of what waits stands beside the name.
        return page
          .getByRole('navigation')
          .getByRole('link', { name: new RegExp(String.raw`^${escapeRegExp(act.screen)}(?: \d|$)`) })
          .click();
      case 'select':
        return page.locator('button[data-id]').filter({ hasText: act.row, visible: true }).click();
      case 'press':
        return named(act.isInForm ? page.getByRole('form') : page, act.name).click();
      case 'write':
        return page.getByRole('textbox', { name: act.field, exact: true }).fill(act.text);
      case 'choose':
        return choose(act.isInForm ? page.getByRole('form') : page, act.field, act.option);
      case 'see':
        for (const text of act.texts) await shown(page, text).first().waitFor();
        return;
      case 'see none':
        await this.#catchUp();
        for (const text of act.texts) expect([text, await shown(page, text).count()]).toEqual([text, 0]);
        return;
      default:
        return act satisfies never;
    }
  }

  /** Until the page knows all that the server has for its reader: what is not shown then is not there. */
  async #catchUp(): Promise<void> {
    const { origin, pathname } = new URL(this.page.url());
    const [, exercise = ''] = /^\/x\/([^/]+)/.exec(pathname) ?? [];
    const answer = await this.page.request.get(`${origin}/v1/exercises/${exercise}`);
    const { lastSeq } = (await answer.json()) as { lastSeq: number };
    await caughtUp(this.page, lastSeq);
  }
}

/** The control with exactly this name. */
function named(scope: Page | Locator, name: string): Locator {
  const [first, ...others] = ROLES.map((role) => scope.getByRole(role, { name, exact: true }));
  return others.reduce((all, one) => all.or(one), first as Locator).filter({ visible: true });
}

/** What is visible with this text in it; `…` in it is any text. */
function shown(page: Page, text: string): Locator {
  return page.getByText(new RegExp(text.split('…').map(escapeRegExp).join('.*'))).filter({ visible: true });
}

async function choose(scope: Page | Locator, name: string, option: string): Promise<void> {
  const choice = scope.getByRole('radiogroup', { name, exact: true });
  const field = scope
    .getByRole('combobox', { name, exact: true })
    .or(scope.getByRole('textbox', { name, exact: true }))
    .or(choice);
  await field.waitFor();
  if ((await choice.count()) > 0) {
    await choice.getByText(option, { exact: true }).click();
  } else if ((await field.evaluate((element) => element.tagName)) === 'SELECT') {
    await seen(
      () => field.locator('option').allInnerTexts(),
      (options) => options.includes(option),
    );
    await field.selectOption({ label: option });
  } else {
    await field.fill(option);
    await field.page().getByRole('option', { name: option, exact: true }).click();
  }
}
