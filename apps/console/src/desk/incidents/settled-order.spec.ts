import { changesBetween, heldOrder } from './settled-order.js';

describe('an order that is held', () => {
  it('keeps every row at its place, and puts what is new at the end', () => {
    expect(heldOrder(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual(['a', 'b', 'c', 'd']);
    const same = ['a', 'b'];
    expect(heldOrder(same, ['b', 'a'])).toBe(same);
  });
});

describe('the number of changes that wait', () => {
  it.each([
    ['nothing changed', ['a', 'b', 'c'], ['a', 'b', 'c'], 0],
    ['one moved to the top', ['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'], 1],
    ['two changed places with the rest', ['a', 'b', 'c', 'd'], ['c', 'd', 'a', 'b'], 2],
    ['one left', ['a', 'b', 'c'], ['a', 'c'], 1],
    ['one is new, and belongs at the top', ['a', 'b', 'x'], ['x', 'a', 'b'], 1],
    ['nothing was shown', [], ['a'], 1],
  ])('%s', (_name, shown, wanted, changes) => {
    expect(changesBetween(shown, wanted)).toBe(changes);
  });
});
