import { screensFor } from './screens.js';

const idsFor = (role: Parameters<typeof screensFor>[0]) => screensFor(role).map(({ id }) => id);

describe('the screens of an exercise', () => {
  it('follow from what a role may do and read', () => {
    expect(idsFor('controller')).toEqual([
      'control',
      'desk',
      'messages',
      'releases',
      'evaluate',
      'report',
      'replay',
      'wall',
    ]);
    expect(idsFor('evaluator')).toEqual(['desk', 'messages', 'policies', 'evaluate', 'report', 'replay', 'wall']);
    for (const role of ['commander', 'releasing-authority', 'operator'] as const) {
      expect([role, ...idsFor(role)]).toEqual([role, 'desk', 'messages', 'releases', 'policies', 'replay', 'wall']);
    }
    for (const role of ['liaison', 'observer'] as const) {
      expect([role, ...idsFor(role)]).toEqual([role, 'desk', 'messages', 'policies', 'replay', 'wall']);
    }
  });

  it('are one for a wall, and none for a program', () => {
    expect(idsFor('wall')).toEqual(['wall']);
    expect(idsFor('service')).toEqual([]);
  });
});
