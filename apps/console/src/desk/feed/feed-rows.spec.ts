import type { EventView } from '#contracts/http/events.js';
import { FeedRows } from './feed-rows.js';

const events = (from: number, to: number): EventView[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index }) as EventView);
const shown = (rows: FeedRows) => Array.from({ length: rows.length }, (_, index) => rows.at(index)?.seq);
const all = () => true;

describe('FeedRows', () => {
  it('has the newest event first, each once', () => {
    const rows = new FeedRows(all);
    rows.follow(events(1, 3));
    rows.follow(events(1, 5));
    expect(shown(rows)).toEqual([5, 4, 3, 2, 1]);
  });

  it('keeps every row where it is while it is held, and counts what is new', () => {
    const rows = new FeedRows(all);
    rows.follow(events(1, 3));
    rows.hold();
    rows.follow(events(1, 40));
    expect(shown(rows)).toEqual([3, 2, 1]);
    expect(rows.freshCount).toBe(37);
  });

  it('loses nothing when it lets go', () => {
    const rows = new FeedRows(all);
    rows.follow(events(1, 3));
    rows.hold();
    rows.follow(events(1, 6));
    rows.release(events(1, 6));
    expect(shown(rows)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(rows.freshCount).toBe(0);
  });

  it('keeps what one reads, though the page has forgotten it', () => {
    const rows = new FeedRows(all);
    rows.follow(events(1, 3));
    rows.hold();
    rows.follow(events(4, 9_000));
    expect(shown(rows)).toEqual([3, 2, 1]);
    rows.release(events(4_001, 9_000));
    expect(rows.length).toBe(5_000);
    expect(rows.at(0)?.seq).toBe(9_000);
  });

  it('counts only what it would show', () => {
    const rows = new FeedRows(({ seq }) => seq % 10 === 0);
    rows.follow(events(1, 20));
    rows.hold();
    rows.follow(events(1, 45));
    expect(shown(rows)).toEqual([20, 10]);
    expect(rows.freshCount).toBe(2);
  });

  it('puts older events at the far end, held or not, without moving what is there', () => {
    const rows = new FeedRows(all);
    rows.follow(events(11, 13));
    rows.hold();
    expect(rows.before).toBe(11);
    rows.prepend(events(8, 12));
    expect(shown(rows)).toEqual([13, 12, 11, 10, 9, 8]);
    expect(rows.hasFirst).toBe(false);
    rows.prepend(events(5, 7), 1);
    expect(rows.hasFirst).toBe(true);
  });

  it('takes in older events that the page has got meanwhile', () => {
    const rows = new FeedRows(all);
    rows.follow(events(11, 12));
    rows.follow(events(9, 13));
    expect(shown(rows)).toEqual([13, 12, 11, 10, 9]);
  });

  it('leaves no gap among its rows when more came than the page holds', () => {
    const rows = new FeedRows(all);
    rows.follow(events(1, 3));
    rows.follow(events(7, 9));
    expect(shown(rows)).toEqual([9, 8, 7]);
    rows.prepend(events(1, 6));
    expect(shown(rows)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it('holds no more than it needs while it follows', () => {
    const rows = new FeedRows(all);
    for (let first = 1; first < 30_000; first += 400) rows.follow(events(first, first + 399));
    expect(rows.length).toBeLessThanOrEqual(5_500);
  });
});
