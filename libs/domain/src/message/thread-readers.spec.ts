/** Who reads messages that reply to others: TLP:RED stays with those whom each of them names. */
import fc from 'fast-check';
import { eventFor } from '../release/shown.js';
import type { Actor, LoggedEvent } from '../kernel/event.js';
import { alert, as, liaisonOf, operatorOf, personOf, send, type Deed } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { answers, ask, chain, MINUTE, pak, PLAYED, smallExercise, step } from '../testing/small-exercise.js';

const police = pak('police', answers(3 * MINUTE), PLAYED);
const desk = pak('desk', answers(MINUTE), PLAYED);
const SCENARIO = smallExercise({ units: [police, desk], chain: chain([step('any', [ask(police)])]) });
const PAK = operatorOf('PAK');
const POLICE = { ...liaisonOf('PAK', 'police'), id: 'police-1' } as Actor;
const DESK = { ...liaisonOf('PAK', 'desk'), id: 'desk-1' } as Actor;
const THREAD_READERS = [PAK, POLICE, DESK, personOf('PAK', 'releasing-authority'), personOf('PAK', 'observer')];
const labels = fc.constantFrom('TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER');
const threaded = fc.record({
  by: fc.constantFrom(...THREAD_READERS.slice(0, 4)),
  to: fc.uniqueArray(fc.constantFrom('unit:police', 'unit:desk', 'desk:PAK', 'control'), { minLength: 1 }),
  tlp: labels,
  /** How far before it that was sent which it replies to. */
  back: fc.integer({ min: 1, max: 4 }),
  isAbout: fc.boolean(),
});

/** Whether the label of a message to these lets somebody of its side read it. */
function isAmong(reader: Actor, tlp: string, addresses: readonly string[]): boolean {
  const { role, units = [] } = reader as { role?: string; units?: string[] };
  if (tlp === 'TLP:AMBER' || role === 'releasing-authority') return true;
  if (role === 'observer') return tlp === 'TLP:AMBER+STRICT';
  if (role === 'operator') return tlp === 'TLP:AMBER+STRICT' || addresses.includes('desk:PAK');
  return units.some((unit) => addresses.includes(`unit:${unit}`));
}

function reads(reader: Actor, event: LoggedEvent): boolean {
  const viewer = { stream: 'pak', reader: reader as Extract<Actor, { kind: 'account' }> } as const;
  return eventFor(viewer, event).type === event.type;
}

const logOf = (...deeds: Deed[]): readonly LoggedEvent[] => given(SCENARIO).when(...deeds).play.log;

describe('a message', () => {
  it('in reply to one under TLP:RED is read by those it is addressed to, and not by all readers of that', () => {
    const label = { class: 'PAK', tlp: 'TLP:RED' } as const;
    const log = logOf(
      as(PAK, send({ to: ['unit:police', 'unit:desk'], label })),
      as(POLICE, send({ to: ['desk:PAK'], label, inReplyTo: 'MSG-PAK-0001' })),
      as(DESK, send({ to: ['unit:police'], label, inReplyTo: 'MSG-PAK-0001' })),
      // Who may not read what it replies to reads no reply either.
      as(PAK, send({ to: ['unit:desk'], label, inReplyTo: 'MSG-PAK-0002' })),
      as(PAK, send({ to: ['unit:desk'], label: { class: 'PAK' }, inReplyTo: 'MSG-PAK-0002' })),
    );
    const readers = THREAD_READERS.slice(0, 4);
    const posted = log.filter(({ type }) => type === 'MessagePosted');
    expect(posted.map((event) => readers.map((one) => reads(one, event)))).toEqual([
      [true, true, true, true],
      [true, true, false, true],
      [false, true, true, true],
      [true, false, false, true],
      [true, true, false, true],
    ]);
  });

  it('in a thread, about an incident, is read by those only who may read both, and whom its own label lets read it', () => {
    fc.assert(
      fc.property(fc.array(threaded, { minLength: 2, maxLength: 8 }), labels, (letters, tlp) => {
        const about = alert({ class: 'PAK', label: { tlp, releasableTo: ['unit:police', 'role:operator'] } });
        const deeds = letters.map(({ by, to, tlp: own, back, isAbout }, index) => {
          const inReplyTo = back > index ? undefined : `MSG-PAK-000${index + 1 - back}`;
          const names = { ...(inReplyTo && { inReplyTo }), ...(isAbout && { incident: 'PAK-0001' }) };
          return as(by, send({ to, text: String(index), label: { class: 'PAK', tlp: own }, ...names }));
        });
        const log = logOf(about, ...deeds);
        const opened = log.find(({ type }) => type === 'IncidentOpened') as LoggedEvent;
        for (const event of log) {
          if (event.type !== 'MessagePosted') continue;
          const { inReplyTo, incident, text, from, to } = event.data;
          const parent = log.find(({ type, data }) => type === 'MessagePosted' && data.message === inReplyTo);
          for (const reader of THREAD_READERS) {
            const isSender = JSON.stringify(event.actor) === JSON.stringify(reader);
            const may =
              isAmong(reader, letters[Number(text)]?.tlp ?? '', [from, ...to]) &&
              (parent === undefined || reads(reader, parent)) &&
              (incident === undefined || reads(reader, opened));
            expect(reads(reader, event)).toBe(may || isSender);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('that answers one under TLP:RED is read by the operator who asked in the name of a unit, and is named to all who asked', () => {
    const label = { class: 'PAK', tlp: 'TLP:RED' } as const;
    const log = logOf(
      as(PAK, send({ kind: 'request', as: 'police', to: ['unit:desk'], label })),
      as(DESK, send({ kind: 'answer', to: [], label, inReplyTo: 'MSG-PAK-0001' })),
    );
    const [, answer] = log.filter(({ type }) => type === 'MessagePosted');
    expect(answer && reads(PAK, answer)).toBe(true);
    expect(log.find(({ type }) => type === 'MessageAnswered')?.data).toMatchObject({ answer: 'MSG-PAK-0002' });
  });

  it('that answers one under TLP:RED is not named to those who were asked, too, and may not read it', () => {
    const label = { class: 'PAK', tlp: 'TLP:RED' } as const;
    const log = logOf(
      as(PAK, send({ kind: 'request', to: ['unit:desk', 'unit:police'], label })),
      as(DESK, send({ kind: 'answer', to: [], label, inReplyTo: 'MSG-PAK-0001' })),
    );
    expect(log.find(({ type }) => type === 'MessageAnswered')?.data).not.toHaveProperty('answer');
  });
});
