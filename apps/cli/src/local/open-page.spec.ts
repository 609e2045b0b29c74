import { openerFor } from './open-page.js';

const linux = { platform: 'linux', env: { DISPLAY: ':0' }, isTerminal: true } as const;

describe('the console is opened', () => {
  it.each([
    ['on a Linux desktop', linux, ['xdg-open']],
    ['on Wayland', { ...linux, env: { WAYLAND_DISPLAY: 'wayland-0' } }, ['xdg-open']],
    ['on macOS', { platform: 'darwin', env: {}, isTerminal: true } as const, ['open']],
    [
      'on Windows',
      { platform: 'win32', env: {}, isTerminal: true } as const,
      ['rundll32', 'url.dll,FileProtocolHandler'],
    ],
  ])('%s', (_, surroundings, opener) => expect(openerFor(surroundings)).toEqual(opener));

  it.each([
    ['where there is no desktop', { ...linux, env: {} }],
    ['in CI', { ...linux, env: { DISPLAY: ':0', CI: 'true' } }],
    ['where nobody reads the output', { ...linux, isTerminal: false }],
    ['on a platform without a known opener', { ...linux, platform: 'freebsd' as const }],
  ])('but not %s', (_, surroundings) => expect(openerFor(surroundings)).toBeUndefined());
});
