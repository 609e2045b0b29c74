/** The screens of an exercise, in the order in which they are offered, and who has them. */
import { CONTROLLERS, DIRECTORS, READERS, SEATED } from '#contracts/http/roles.js';
import type { Role } from '#domain/kernel/role.js';
import { rolesFor } from '#domain/release/permissions.js';

export interface Screen {
  readonly id: 'desk' | 'messages' | 'releases' | 'policies' | 'control' | 'evaluate' | 'report' | 'wall' | 'replay';
  readonly roles: readonly Role[];
  /** Pressed after `g`. */
  readonly key: string;
  /** Shows the exercise live; the others load what they need by themselves. */
  readonly isLive: boolean;
}

const SCREENS: readonly Screen[] = [
  {
    id: 'control',
    roles: rolesFor('PauseExercise'),
    key: 'c',
    isLive: true,
  },
  {
    id: 'desk',
    roles: SEATED,
    key: 'd',
    isLive: true,
  },
  {
    id: 'messages',
    roles: SEATED,
    key: 'i',
    isLive: true,
  },
  {
    id: 'releases',
    roles: rolesFor('RequestRelease'),
    key: 's',
    isLive: true,
  },
  {
    id: 'policies',
    // Controllers have the policy on their own screen.
    roles: SEATED.filter((role) => !CONTROLLERS.includes(role)),
    key: 'o',
    isLive: true,
  },
  {
    id: 'evaluate',
    roles: rolesFor('RecordObservation'),
    key: 'e',
    isLive: true,
  },
  {
    id: 'report',
    roles: DIRECTORS,
    key: 'r',
    isLive: false,
  },
  {
    id: 'replay',
    roles: SEATED,
    key: 'p',
    isLive: false,
  },
  {
    id: 'wall',
    roles: READERS,
    key: 'w',
    isLive: true,
  },
];

export function screensFor(role: Role): readonly Screen[] {
  return SCREENS.filter(({ roles }) => roles.includes(role));
}
