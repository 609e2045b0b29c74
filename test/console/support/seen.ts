/** What a user sees on a page, for waiting and for comparing. */
import type { Page } from 'playwright-core';
import { say } from './texts.js';

/** Until the page is live, with the number of its last event. */
export async function live(page: Page): Promise<void> {
  await page.locator('[data-testid=connection][data-connection=live]').first().waitFor();
}

/** Until an English page has folded in the event with this number. */
export async function caughtUp(page: Page, seq: number): Promise<void> {
  const start = say('frame:log', { seq: '' });
  const log = page.locator('footer').getByText(new RegExp(`^${start}\\d+$`));
  await seen(
    async () => Number((await log.innerText()).slice(start.length)),
    (shown) => shown >= seq,
  );
}

/** What happens in the page holds, at most so long. @throws Error that says what it was last */
export async function seen<T>(look: () => Promise<T>, holds: (value: T) => boolean, withinMs = 15_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (performance.now() > deadline) throw new Error(`It is still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Exercise time on the screen, ms. */
export async function clockOf(page: Page): Promise<number> {
  const text = await page.getByTestId('clock').first().innerText();
  const match = /^T\+(\d+):(\d\d):(\d\d)$/.exec(text.trim());
  if (match === null) throw new Error(`The clock shows "${text}"`);
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000;
}
