import fc from 'fast-check';
import type { SideExportHead } from '#contracts/recording/side-export-lines.js';
import { SideExportReader } from './read-side-export.js';
import { RecordingFault } from './sealed-lines.js';
import { SideExportWriter } from './write-recording.js';

const head: SideExportHead = {
  kind: 'side-export',
  version: 1,
  marking: 'EXERCISE',
  exercise: 'EX-one',
  side: 'CHN',
  label: { class: 'CHN', tlp: 'TLP:AMBER+STRICT' },
  labels: ['TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN'],
  includesRed: false,
  status: 'ended',
  events: 5,
  withheld: 1,
  engine: 3,
  made: '2026-11-28T19:00:00.000Z',
  madeBy: 'Tandem 0',
  salt: '0123456789abcdef0123456789abcdef',
  scenario: { id: 's', title: { en: 'S' } },
};

function event(seq: number, changes: object = {}): object {
  const cause = { timer: 'rules' };
  const said = { type: 'IncidentOpened', data: { incident: `INC-000${seq}` }, cause, actor: { kind: 'engine' } };
  return { seq, at: seq * 1_000, wall: '2026-11-28T18:00:00.000Z', ...said, audience: 'JOINT', ...changes };
}

const EVENTS = [
  event(1),
  event(2, { audience: 'CHN' }),
  event(3, { type: 'Withheld', data: {}, audience: 'CHN' }),
  event(4, { audience: 'CHN', data: { incident: 'CHN-0001', label: { tlp: 'TLP:AMBER+STRICT', to: [] } } }),
  event(5),
];

function written(events: readonly object[] = EVENTS, changes: Partial<SideExportHead> = {}): string {
  const writer = new SideExportWriter();
  const lines = events.map((one) => () => writer.event(JSON.stringify(one)));
  return [() => writer.head({ ...head, ...changes }), ...lines, () => writer.end()].map((line) => line()).join('');
}

/** As a file is read. */
function read(text: string) {
  const reader = new SideExportReader();
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  for (const line of lines) reader.line(Buffer.from(line));
  if (rest !== '') reader.line(Buffer.from(rest), true);
  return reader.end();
}

function faultOf(text: string): { code: string; line: number } {
  try {
    read(text);
  } catch (error) {
    if (error instanceof RecordingFault) return { code: error.code, line: error.line };
    throw error;
  }
  throw new Error('it was read without a fault');
}

const LINES = written().split('\n').slice(0, -1);
const joined = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const place = fc.integer({ min: 0, max: LINES.length - 1 });

describe('an export for one side', () => {
  it('reads as it was written, and says what it is', () => {
    const { head: said, end } = read(written());
    expect(said).toEqual(head);
    expect([end.events, end.hash]).toEqual([5, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  });

  it('has another hash with another salt', () => {
    expect(read(written(EVENTS, { salt: 'f'.repeat(32) })).end.hash).not.toBe(read(written()).end.hash);
  });

  it('of no event is whole, too', () => {
    const nothing = {
      events: 0,
      withheld: 0,
      labels: ['TLP:AMBER'],
      label: { class: 'CHN', tlp: 'TLP:AMBER' },
    } as const;
    expect(read(written([], { ...nothing, labels: [...nothing.labels] })).end.events).toBe(0);
  });

  it('that was changed anywhere is found, with the line', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.integer({ min: 33, max: 126 }), (index, offset, code) => {
        const line = LINES[index] ?? '';
        const at = offset % line.length;
        const changed = line.slice(0, at) + String.fromCharCode(code) + line.slice(at + 1);
        fc.pre(changed !== line);
        expect(faultOf(joined(LINES.with(index, changed))).line).toBe(index + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('of which lines changed places is found, at the first of them', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        fc.pre(one !== other);
        const swapped = LINES.with(one, LINES[other] ?? '').with(other, LINES[one] ?? '');
        expect(faultOf(joined(swapped)).line).toBe(Math.min(one, other) + 1);
      }),
    );
  });

  it('in which a line was doubled or taken out is found, at that place', () => {
    fc.assert(
      fc.property(place, (index) => {
        expect(faultOf(joined(LINES.toSpliced(index, 0, LINES[index] ?? ''))).line).toBe(index + 2);
        const without = LINES.toSpliced(index, 1);
        // Without its last line, it breaks off after the one before.
        expect(faultOf(joined(without)).line).toBe(Math.min(index + 1, without.length));
      }),
    );
  });

  it('that was cut short anywhere is told as truncated, with its last line', () => {
    const text = written();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length - 2 }), (length) => {
        const cut = text.slice(0, length);
        const begun = cut.split('\n').filter((line) => line !== '').length;
        expect(faultOf(cut)).toEqual({ code: 'RECORDING_TRUNCATED', line: begun });
      }),
    );
  });

  it('has a hash that shows if it was changed and sealed anew', () => {
    const forged = written(EVENTS.with(1, event(2, { audience: 'CHN', at: 2_001 })));
    expect(read(forged).end.hash).not.toBe(read(written()).end.hash);
  });

  it.each([
    ['an event of the other side', [event(1, { audience: 'PAK' })], {}, 2],
    ['an event for controllers', [event(1, { audience: 'CONTROL' })], {}, 2],
    ['a number or a hash of the whole log', [event(1, { hash: 'a' })], {}, 2],
    ['a gap', [event(2)], {}, 2],
    ['a step back in time', [event(1), event(2, { at: 1 })], {}, 3],
    ['a label that it does not name', [event(1, { data: { label: { tlp: 'TLP:CLEAR' } } })], {}, 2],
    ['TLP:RED that it says is withheld', [event(1, { data: { label: { tlp: 'TLP:RED', to: [] } } })], {}, 2],
    ['TLP:RED in a list of labels without it', EVENTS, { labels: ['TLP:RED', 'TLP:AMBER'] }, 1],
    ['a highest label that is too low', EVENTS, { label: { class: 'CHN', tlp: 'TLP:CLEAR' } }, 1],
    ['a label that none of its events has', EVENTS, { labels: [...head.labels, 'TLP:CLEAR'] }, 7],
    ['another number of events than it says', EVENTS, { events: 6 }, 7],
    ['another number of withheld events than it says', EVENTS, { withheld: 0 }, 7],
  ])('is refused with %s, be it sealed', (_what, events, changes, line) => {
    expect(faultOf(written(events, changes as Partial<SideExportHead>))).toEqual({ code: 'RECORDING_INVALID', line });
  });

  it('of another version is told as such, however it is sealed', () => {
    const other = { version: 2 } as unknown as Partial<SideExportHead>;
    expect(faultOf(written(EVENTS, other))).toEqual({ code: 'RECORDING_VERSION', line: 1 });
  });
});
