import type { EventView } from '#contracts/http/events.js';
import { feedFilter, type FeedReader, incidentOf, shownBy } from './feed-filter.js';

const none = { scope: undefined, incident: undefined, groups: undefined, text: undefined, details: undefined };
const reader: FeedReader = {
  account: 'me',
  side: 'PAK',
  sideOfUnit: (unit) => (unit === 'police' ? 'PAK' : 'CHN'),
  textOf: (event) => `${event.type} says hello`,
};
const event = (type: string, data: object, parts: object = {}) =>
  ({ type, data, actor: { kind: 'engine' }, audience: 'JOINT', ...parts }) as unknown as EventView;
const isShown = (params: object, one: EventView) => shownBy(feedFilter({ ...none, ...params }), reader)(one);

const progressed = (unit: string) => event('UnitProgressed', { incident: 'INC-1', unit, progress: 'onScene' });

describe('the filter of the feed', () => {
  it('leaves out details unless they are asked for', () => {
    const detail = event('NotificationSent', { notification: 'INC-1.N1', incident: 'INC-1', unit: 'police' });
    expect(isShown({}, detail)).toBe(false);
    expect(isShown({ details: '1' }, detail)).toBe(true);
  });

  it('shows as mine what my units, my people and I do, and what is only for my side', () => {
    expect(isShown({ scope: 'mine' }, progressed('police'))).toBe(true);
    expect(isShown({ scope: 'mine' }, progressed('embassy'))).toBe(false);
    expect(isShown({ scope: 'mine' }, event('IncidentClosed', {}, { audience: 'PAK' }))).toBe(true);
    expect(isShown({ scope: 'mine' }, event('IncidentClosed', {}, { actor: { kind: 'account', id: 'me' } }))).toBe(
      true,
    );
    expect(isShown({ scope: 'mine' }, event('StepStarted', { addressees: [{ side: 'PAK' }] }))).toBe(true);
    expect(isShown({ scope: 'mine' }, event('StepStarted', { addressees: [{ side: 'CHN' }] }))).toBe(false);
  });

  it('shows one incident, and all when none is selected', () => {
    expect(isShown({ scope: 'incident', incident: 'INC-1' }, progressed('police'))).toBe(true);
    expect(isShown({ scope: 'incident', incident: 'INC-2' }, progressed('police'))).toBe(false);
    expect(isShown({ scope: 'incident' }, progressed('police'))).toBe(true);
  });

  it('chooses by group, and passes over names that it does not know', () => {
    expect(isShown({ groups: 'unit,nonsense' }, progressed('police'))).toBe(true);
    expect(isShown({ groups: 'exercise' }, progressed('police'))).toBe(false);
  });

  it('searches in what one reads, whatever the case', () => {
    expect(isShown({ text: ' HELLO ' }, progressed('police'))).toBe(true);
    expect(isShown({ text: 'goodbye' }, progressed('police'))).toBe(false);
  });

  it('knows the incident of a notification by its id', () => {
    expect(incidentOf(event('X', { notification: 'PAK-0003.N7' }))).toBe('PAK-0003');
    expect(incidentOf(event('X', {}))).toBeUndefined();
  });
});
