import { isReturnPath } from './return-path.js';

describe('the page after signing in', () => {
  it.each(['/', '/x/EX-1', '/x/EX-1/desk?incident=INC-0001&view=a%20b', '/library/two-days'])('may be %s', (path) => {
    expect(isReturnPath(path)).toBe(true);
  });

  it.each([
    '',
    'x/EX-1',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/x//evil.example',
    '/\t/evil.example',
    '/x\r\nSet-Cookie: a=b',
    ' /x',
    '/@evil.example',
    'javascript:alert(1)',
    '/#/welcome?key=tdl_x',
    `/${'x'.repeat(500)}`,
  ])('is never %j', (path) => {
    expect(isReturnPath(path)).toBe(false);
  });
});
