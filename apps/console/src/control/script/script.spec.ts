import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { State } from '#domain/engine/state.js';
import { comingNext, countStates, earliestOf, expectationsOf, inOrder, scriptRows, type InjectView } from './script.js';

const note = (id: string, more: object = {}) => ({ id, kind: 'note', text: { en: id }, ...more }) as unknown as Inject;
const view = (id: string, more: Partial<InjectView> = {}): InjectView => ({
  id,
  kind: 'note',
  improvised: false,
  status: 'planned',
  at: null,
  due: null,
  fired: [],
  ...more,
});
const rowsOf = (views: InjectView[], defined: Inject[]) =>
  scriptRows(views, (id) => defined.find((one) => String(one.id) === id));
const EMPTY = { script: { injects: {} }, incidents: {} } as unknown as State;

describe('the script of a screen', () => {
  const fired = { kind: 'fired', inject: 'b' } as InjectCondition;
  const defined = [
    note('a', { at: 60 }),
    note('b', { at: 30 }),
    note('c', { when: fired, delayMs: 5 }),
    note('d', { at: 1 }),
    note('e', { at: 2 }),
  ];
  const views = [
    view('a', { due: 60 }),
    view('b', { due: 30 }),
    view('c'),
    view('d', { status: 'fired', fired: [1] }),
    view('e', { status: 'skipped', skipped: { at: 20, reason: 'by-command' } }),
    view('unknown'),
  ];
  const rows = rowsOf(views, defined);

  it('puts what comes first by time, then what waits, then the past, latest first', () => {
    expect(inOrder(rows).map(({ id }) => id)).toEqual(['b', 'a', 'c', 'e', 'd']);
  });
  it('gives what comes next, without what waits', () => {
    expect(comingNext(rows).map(({ id }) => id)).toEqual(['b', 'a']);
  });
  it('counts the states', () => {
    expect(countStates(rows)).toEqual({ planned: 2, waiting: 1, fired: 1, skipped: 1 });
  });
  it('has a lane of its own for what waits, and no time for it', () => {
    const waits = rows.find(({ id }) => id === 'c');
    expect(waits).toMatchObject({ lane: 'conditional', at: undefined, state: 'waiting' });
  });
  it('reckons the earliest time of what waits from what it waits for', () => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const [, , waits] = rows;
    expect(waits && earliestOf(waits, byId, EMPTY)).toBe(35);
  });
  it('names the expectations of an inject: those of its incident, and those whose time begins with it', () => {
    const expectations = [
      { id: '1', incident: 'a', deadline: { kind: 'end' } },
      { id: '2', incident: 'b', deadline: { kind: 'within', inject: 'a' } },
      { id: '3', deadline: { kind: 'end' } },
    ];
    expect(expectationsOf(expectations as never, 'a').map(({ id }) => id)).toEqual(['1', '2']);
  });
});
