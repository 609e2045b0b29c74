/** The check of answers against the OpenAPI document looks at the data of each event, by its type. */
import { Documented } from './documented.js';

const documented = new Documented();

function difference(type: string, data: object): string | undefined {
  const event = {
    seq: 1,
    at: 0,
    wall: '2026-11-23T09:00:00.000Z',
    type,
    data,
    cause: { timer: 'x' },
    actor: { kind: 'engine' },
    audience: 'JOINT',
  };
  return documented.difference({
    method: 'GET',
    path: '/v1/exercises/EX-1/events',
    status: 200,
    mediaType: 'application/json',
    body: { events: [event], last: 1, more: false },
  });
}

it.each([
  ['data of its type', 'IncidentResponding', { incident: 'INC-0001', unit: 'police' }, undefined],
  ['a missing field', 'IncidentResponding', { incident: 'INC-0001' }, /required property 'unit'$/],
  ['a field too many', 'IncidentCancelled', { incident: 'INC-0001', unit: 'police' }, /additional properties$/],
  ['a wrong value', 'UnitDutyChanged', { unit: 'police', duty: 'away' }, /duty must be equal to one of/],
  ['an unknown type', 'UnitTeleported', {}, /value of tag "type" must be in oneOf$/],
])('an event with %s', (_, type, data, expected) => {
  const found = difference(type, data);
  if (expected === undefined) expect(found).toBeUndefined();
  else expect(found).toMatch(expected);
});
