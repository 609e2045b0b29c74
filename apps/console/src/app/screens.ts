/** The screens of an exercise, in the order in which they are offered, and who has them. Each is loaded when it is first opened. */
import { lazy, type ComponentType } from 'react';
import { DIRECTORS, READERS, SEATED } from '#contracts/http/roles.js';
import type { Role } from '#domain/kernel/role.js';
import { rolesFor } from '#domain/release/permissions.js';

export interface Screen {
  readonly id: 'desk' | 'messages' | 'releases' | 'control' | 'evaluate' | 'report' | 'wall' | 'replay';
  readonly roles: readonly Role[];
  /** Pressed after `g`. */
  readonly key: string;
  readonly page: ComponentType;
  /** Fetches the page, before it is shown. */
  readonly preload: () => Promise<unknown>;
  /** Shows the exercise live; the others load what they need by themselves. */
  readonly isLive: boolean;
}

function loadedBy(load: () => Promise<ComponentType>): Pick<Screen, 'page' | 'preload'> {
  return { page: lazy(async () => ({ default: await load() })), preload: load };
}

const SCREENS: readonly Screen[] = [
  {
    id: 'control',
    roles: rolesFor('PauseExercise'),
    key: 'c',
    isLive: true,
    ...loadedBy(async () => (await import('../control/control-page.js')).ControlPage),
  },
  {
    id: 'desk',
    roles: SEATED,
    key: 'd',
    isLive: true,
    ...loadedBy(async () => (await import('../desk/desk-page.js')).DeskPage),
  },
  {
    id: 'messages',
    roles: SEATED,
    key: 'i',
    isLive: true,
    ...loadedBy(async () => (await import('../messages/messages-page.js')).MessagesPage),
  },
  {
    id: 'releases',
    roles: rolesFor('RequestRelease'),
    key: 's',
    isLive: true,
    ...loadedBy(async () => (await import('../releases/release-desk-page.js')).ReleaseDeskPage),
  },
  {
    id: 'evaluate',
    roles: rolesFor('RecordObservation'),
    key: 'e',
    isLive: true,
    ...loadedBy(async () => (await import('../evaluate/evaluate-page.js')).EvaluatePage),
  },
  {
    id: 'report',
    roles: DIRECTORS,
    key: 'r',
    isLive: false,
    ...loadedBy(async () => (await import('../report/report-page.js')).ReportPage),
  },
  {
    id: 'replay',
    roles: SEATED,
    key: 'p',
    isLive: false,
    ...loadedBy(async () => (await import('../replay/replay-page.js')).ReplayPage),
  },
  {
    id: 'wall',
    roles: READERS,
    key: 'w',
    isLive: true,
    ...loadedBy(async () => (await import('../wall/wall-page.js')).WallPage),
  },
];

export function screensFor(role: Role): readonly Screen[] {
  return SCREENS.filter(({ roles }) => roles.includes(role));
}

/** Fetches the page of a path while languages, session and exercise are being fetched, too. */
export function preloadScreen(path: string): void {
  const id = /^\/x\/[^/]+\/(\w+)/.exec(path)?.[1];
  // A failure shows when the page itself is asked for.
  void SCREENS.find((screen) => screen.id === id)
    ?.preload()
    .catch(() => undefined);
}
