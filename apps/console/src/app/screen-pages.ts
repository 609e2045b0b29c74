/** What each screen of an exercise draws: fetched when the screen is first opened. */
import { lazyPage, type LazyPage } from '../language/lazy-page.js';
import type { Screen } from './screens.js';

export const SCREEN_PAGES: Readonly<Record<Screen['id'], LazyPage>> = {
  control: lazyPage(['control', 'invitations'], async () => (await import('../control/control-page.js')).ControlPage),
  desk: lazyPage(['desk', 'coordination', 'feed'], async () => (await import('../desk/desk-page.js')).DeskPage),
  messages: lazyPage(['messages', 'labels'], async () => (await import('../messages/messages-page.js')).MessagesPage),
  releases: lazyPage(
    ['releases', 'desk'],
    async () => (await import('../releases/release-desk-page.js')).ReleaseDeskPage,
  ),
  policies: lazyPage(['policy', 'control'], async () => (await import('../policy/policy-desk-page.js')).PolicyDeskPage),
  evaluate: lazyPage(['evaluate'], async () => (await import('../evaluate/evaluate-page.js')).EvaluatePage),
  report: lazyPage(['report', 'evaluate'], async () => (await import('../report/report-page.js')).ReportPage),
  replay: lazyPage(['replay'], async () => (await import('../replay/replay-page.js')).ReplayPage),
  wall: lazyPage(['wall'], async () => (await import('../wall/wall-page.js')).WallPage),
};

/** Fetches the page of a path while languages, session and exercise are being fetched, too. */
export function preloadScreen(path: string): void {
  const id = /^\/x\/[^/]+\/(\w+)/.exec(path)?.[1];
  // A failure shows when the page itself is asked for.
  if (id !== undefined && Object.hasOwn(SCREEN_PAGES, id))
    void SCREEN_PAGES[id as Screen['id']].preload().catch(() => undefined);
}
