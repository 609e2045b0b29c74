import { lineDiff } from './line-diff.js';

const changes = (before: string, after: string) =>
  lineDiff(before, after).map(({ change, text }) => `${{ same: ' ', added: '+', removed: '-' }[change]}${text}`);

describe('what differs between two texts', () => {
  it('shows nothing of equal texts', () => {
    expect(changes('a\nb', 'a\nb')).toEqual([' a', ' b']);
  });
  it('shows a changed line as removed and added', () => {
    expect(changes('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c']);
  });
  it('shows lines that came or went at either end', () => {
    expect(changes('a\nb', 'z\na')).toEqual(['+z', ' a', '-b']);
  });
});
