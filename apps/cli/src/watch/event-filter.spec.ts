import { Failure } from '../failure.js';
import { ExerciseNames } from '../terminal/exercise-names.js';
import { EventFilter, type FilteredEvent, type FilterOptions } from './event-filter.js';
import { sinceTime } from './event-history.js';

const names = new ExerciseNames(
  [
    { id: 'police', name: { en: 'Police' }, side: 'PAK' },
    { id: 'consulate', name: { en: 'Consulate' }, side: 'CHN' },
  ],
  [
    { id: 'camp', name: { en: 'North Camp', zh: '北营地' } },
    { id: 'mine', name: { en: 'Mine' } },
  ],
);

const event = (type: string, data: Record<string, unknown>, audience: 'JOINT' | 'PAK' = 'JOINT') =>
  ({ type, data, audience }) as FilteredEvent;

const LOG = [
  event('ExerciseStarted', {}),
  event('IncidentOpened', { incident: 'INC-0001', site: 'camp', severity: 'Minor' }),
  event('IncidentOpened', { incident: 'INC-0002', site: 'mine', severity: 'Extreme' }),
  event('NotificationAcknowledged', { incident: 'INC-0001', unit: 'consulate' }),
  event('StepStarted', { incident: 'INC-0002', addressees: [{ unit: 'police', side: 'PAK' }] }),
  event('IncidentChanged', { incident: 'INC-0001', site: 'camp', severity: 'Extreme' }),
  event('NotificationExpired', { incident: 'INC-0001', unit: 'consulate' }),
  event('IncidentNoted', { incident: 'INC-0001' }, 'PAK'),
];

/** The numbers of the events that are shown, from 1. */
function shown(options: FilterOptions): number[] {
  const filter = new EventFilter(options, names);
  return LOG.flatMap((one, index) => (filter.next(one) ? [index + 1] : []));
}

it('shows what matches every filter, each by any of its values', () => {
  expect(shown({})).toHaveLength(LOG.length);
  expect(shown({ incident: ['INC-0002'] })).toEqual([3, 5]);
  expect(shown({ incident: ['INC-0001', 'INC-0002'], type: ['IncidentOpened'] })).toEqual([2, 3]);
  expect(shown({ type: ['notification', 'ExerciseStarted'] })).toEqual([1, 4, 7]);
});

it('knows an incident’s site, by id or by name, and its severity at each time', () => {
  expect(shown({ site: ['mine'] })).toEqual([3, 5]);
  expect(shown({ site: ['north camp'] })).toEqual(shown({ site: ['camp'] }));
  expect(shown({ site: ['北营地'] })).toEqual([2, 4, 6, 7, 8]);
  expect(shown({ site: ['camp'], severity: ['extreme'] })).toEqual([6, 7, 8]);
});

it('shows of a side what names it, one of its units, or is for it alone', () => {
  expect(shown({ side: ['PAK'] })).toEqual([5, 8]);
  expect(shown({ side: ['chn'] })).toEqual([4, 7]);
});

it('asks the API for the types that it must know, beside those that are shown', () => {
  expect(new EventFilter({ type: ['ExerciseStarted'], incident: ['INC-0001'] }, names).query).toEqual({
    type: 'ExerciseStarted',
    incident: 'INC-0001',
  });
  const { query, typesBefore } = new EventFilter({ type: ['StepStarted'], site: ['camp'] }, names);
  expect(query).toEqual({ type: 'StepStarted,IncidentOpened,IncidentChanged,IncidentReopened' });
  expect(typesBefore).toEqual(['IncidentOpened', 'IncidentChanged', 'IncidentReopened']);
  expect(new EventFilter({ incident: ['INC-0001', 'INC-0002'] }, names).query).toEqual({});
});

it.each<[FilterOptions, RegExp]>([
  [{ site: ['nowhere'] }, /no such site; it has camp, mine/],
  [{ side: ['USA'] }, /--side USA: give one of PAK, CHN/],
  [{ severity: ['bad'] }, /--severity bad: give one of Extreme/],
  [{ type: ['Nothing'] }, /--type Nothing: .*IncidentOpened.*incident, notification/],
])('refuses %j', (options, words) => {
  expect(() => new EventFilter(options, names)).toThrow(words);
  expect(() => new EventFilter(options, names)).toThrow(Failure);
});

it('reads a time since STARTEX, and a duration before now', () => {
  expect(sinceTime('T+00:10', 3_600_000)).toBe(600_000);
  expect(sinceTime('10m', 3_600_000)).toBe(3_000_000);
  expect(sinceTime('2h', 3_600_000)).toBe(0);
  expect(() => sinceTime('soon', 0)).toThrow(/--since soon: give/);
});
