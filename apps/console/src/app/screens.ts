/** The screens of an exercise, in the order in which they are offered, and who has them. Each is loaded when it is first opened. */
import { lazy, type ComponentType } from 'react';
import type { Role } from '#contracts/http/accounts.js';

export interface Screen {
  readonly id: 'desk' | 'control' | 'evaluate' | 'report' | 'wall' | 'replay';
  readonly roles: readonly Role[];
  /** Pressed after `g`. */
  readonly key: string;
  readonly page: ComponentType;
  /** Shows the exercise live; the others load what they need by themselves. */
  readonly isLive: boolean;
}

const ALL = ['controller', 'evaluator', 'operator', 'observer'] as const;

const SCREENS: readonly Screen[] = [
  {
    id: 'control',
    roles: ['controller'],
    key: 'c',
    isLive: true,
    page: lazy(async () => ({ default: (await import('../control/control-page.js')).ControlPage })),
  },
  {
    id: 'desk',
    roles: ALL,
    key: 'd',
    isLive: true,
    page: lazy(async () => ({ default: (await import('../desk/desk-page.js')).DeskPage })),
  },
  {
    id: 'evaluate',
    roles: ['controller', 'evaluator'],
    key: 'e',
    isLive: true,
    page: lazy(async () => ({ default: (await import('../evaluate/evaluate-page.js')).EvaluatePage })),
  },
  {
    id: 'report',
    roles: ['controller', 'evaluator'],
    key: 'r',
    isLive: false,
    page: lazy(async () => ({ default: (await import('../report/report-page.js')).ReportPage })),
  },
  {
    id: 'replay',
    roles: ALL,
    key: 'p',
    isLive: false,
    page: lazy(async () => ({ default: (await import('../replay/replay-page.js')).ReplayPage })),
  },
  {
    id: 'wall',
    roles: ALL,
    key: 'w',
    isLive: true,
    page: lazy(async () => ({ default: (await import('../wall/wall-page.js')).WallPage })),
  },
];

export function screensFor(role: Role): readonly Screen[] {
  return SCREENS.filter(({ roles }) => roles.includes(role));
}
