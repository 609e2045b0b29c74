import { laneOf, layLanes, type PreviewInject } from './lanes.js';

const alert = (id: string, at: number, audience: 'JOINT' | 'PAK' | 'CHN' = 'JOINT'): PreviewInject => ({
  id,
  kind: 'alert',
  at,
  class: audience,
});
const ten = () => 10;

describe('the lanes of a script', () => {
  it('separates alerts by who may know, and the rest by kind', () => {
    expect(laneOf(alert('a', 0, 'CHN'))).toBe('CHN');
    expect(laneOf({ id: 'm', kind: 'message', at: 0, class: 'PAK' })).toBe('message');
    expect(laneOf({ id: 's', kind: 'send', at: 0 })).toBe('message');
    expect(laneOf({ id: 'r', kind: 'release', at: 0 })).toBe('message');
    expect(laneOf({ id: 'l', kind: 'link', at: 0 })).toBe('link');
    expect(laneOf({ id: 'n', kind: 'note', at: 0 })).toBe('note');
  });

  it('leaves out what waits for a condition, and lanes without injects', () => {
    expect(layLanes([{ id: 'w', kind: 'alert', class: 'JOINT' }, alert('a', 0)], 100, ten).map(({ id }) => id)).toEqual(
      ['JOINT'],
    );
  });

  it('places by time, names side by side in one row where there is room', () => {
    const [lane] = layLanes([alert('b', 50), alert('a', 20)], 100, ten);
    expect(lane?.rows).toBe(1);
    expect(lane?.placed.map(({ inject, start, row }) => [inject.id, start, row])).toEqual([
      ['a', 20, 0],
      ['b', 50, 0],
    ]);
  });

  it('puts what would cover another into the next row', () => {
    const [lane] = layLanes([alert('a', 20), alert('b', 25), alert('c', 31)], 100, ten);
    expect(lane?.placed.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(lane?.rows).toBe(2);
  });

  it('keeps names inside the lane at its end', () => {
    const [lane] = layLanes([alert('a', 99)], 100, ten);
    expect(lane?.placed[0]?.start).toBe(90);
  });

  it('shows marks below the names where all rows are full', () => {
    const many = Array.from({ length: 6 }, (_, index) => alert(`a${index}`, 40));
    const [lane] = layLanes(many, 100, ten);
    expect(lane?.rows).toBe(5);
    expect(lane?.placed.map(({ row }) => row)).toEqual([0, 1, 2, 3, 4, 4]);
    expect(lane?.placed.map(({ isNamed }) => isNamed)).toEqual([true, true, true, true, false, false]);
  });
});
