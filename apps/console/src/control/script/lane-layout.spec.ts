import { placeInLane, rowsIn } from './lane-layout.js';

const at = (x: number, width = 50) => ({ item: x, x, width });

describe('the places in a lane', () => {
  it('keeps one row while labels have room', () => {
    expect(placeInLane([at(0), at(60), at(120)], 2).map(({ row }) => row)).toEqual([0, 0, 0]);
  });
  it('takes another row for a label that would lie over one', () => {
    const placed = placeInLane([at(0), at(20), at(60)], 2);
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(rowsIn(placed)).toBe(2);
  });
  it('makes marks of what has no room in two rows, in a row of their own', () => {
    const placed = placeInLane([at(0), at(1), at(2), at(3), at(4)], 2);
    expect(placed.map(({ isLabelled }) => isLabelled)).toEqual([true, true, false, false, false]);
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 2, 2, 2]);
    expect(rowsIn(placed)).toBe(3);
  });
  it('counts an empty lane as one row', () => {
    expect(rowsIn([])).toBe(1);
  });
});
