/** Whatever the engine writes into a log has the data that the API documents state for its type. */
import { readdirSync, readFileSync } from 'node:fs';
import { runVirtually } from '#domain/engine/virtual-run.js';
import type { DomainEvent } from '#domain/kernel/event.js';
import { always } from '#domain/testing/arbitraries.js';
import { alertShape } from '../alert/alert-shape.js';
import { loadScenario } from '#scenario/files/load-scenario.js';
import { sampleEvents } from '../sentences/testing/sample-events.js';
import { EVENT_DATA } from './event-schemas.js';
import { EVENT_TYPES } from './event-specs.js';

const FOLDER = new URL('../../../../scenarios/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const files = { read: (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8') };

/** What is wrong with the data of an event, once it has passed through JSON. */
function faults({ type, data }: Pick<DomainEvent, 'type' | 'data'>): string[] {
  const { error } = EVENT_DATA[type].safeParse(JSON.parse(JSON.stringify(data)));
  return (error?.issues ?? []).map(({ path, message }) => `${type} ${path.join('.')}: ${message}`);
}

/** The plays also submit alerts that the API refuses, such as one without an identifier. */
function canBeSent(event: DomainEvent): boolean {
  return event.type !== 'AlertAccepted' || alertShape.safeParse(event.data.alert).success;
}

describe('the schemas of event data', () => {
  it.each(FILES)('fit each event of %s, run in virtual time', (file) => {
    const { scenario } = loadScenario(files, file);
    const found = new Set<string>();
    let events = 0;
    for (const portion of runVirtually({ scenario: scenario! })) {
      for (const event of portion) for (const fault of faults(event)) found.add(fault);
      events += portion.length;
    }
    expect([...found]).toEqual([]);
    expect(events).toBeGreaterThan(20);
  });

  it('fit each event of random plays', () => {
    const seen = new Set<string>();
    always(({ log }) => {
      for (const event of log.filter(canBeSent)) {
        seen.add(event.type);
        expect(faults(event)).toEqual([]);
      }
    });
    expect(seen.size).toBeGreaterThan(40);
  });

  it('fit the sample of each type, and refuse a field that the type does not have', () => {
    expect(sampleEvents.map(({ type }) => type).toSorted()).toEqual(EVENT_TYPES.toSorted());
    for (const { type, data } of sampleEvents) {
      const event = { type, data } as unknown as DomainEvent;
      expect(faults(event)).toEqual([]);
      expect(faults({ ...event, data: { ...data, extra: 1 } } as unknown as DomainEvent)).toHaveLength(1);
    }
  });
});
