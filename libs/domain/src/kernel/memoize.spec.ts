import { keptBy } from './memoize.js';

describe('what is kept by an id', () => {
  it('is made once', () => {
    const made: string[] = [];
    const keyOf = keptBy(2, (id: string) => `${made.push(id)}:${id}`);
    expect([keyOf('a'), keyOf('b'), keyOf('a')]).toEqual(['1:a', '2:b', '1:a']);
    expect(made).toEqual(['a', 'b']);
  });

  it('is forgotten once there is as much as may be kept, and made again', () => {
    const made: string[] = [];
    const keyOf = keptBy(2, (id: string) => `${made.push(id)}:${id}`);
    expect(['a', 'b', 'c', 'a'].map(keyOf)).toEqual(['1:a', '2:b', '3:c', '4:a']);
  });
});
