import { commandId } from '#domain/kernel/ids.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import fc from 'fast-check';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { RecordingReader } from './read-recording.js';
import { RecordingFault } from './sealed-lines.js';
import type { RecordedCommand, RecordingHead, RecordingLine } from '#contracts/recording/recording-lines.js';
import { sealed, sealOf, unsealed } from './seal.js';
import { RecordingWriter } from './write-recording.js';

const HASH = 'ab'.repeat(32);

const head = {
  kind: 'recording',
  version: 2,
  engine: ENGINE_VERSION,
  marking: 'EXERCISE',
  exercise: 'EX-one',
  seed: 'seed',
  scenario: {
    id: 's',
    title: { en: 'S' },
    seed: 'seed',
    durationMs: 60_000,
    sites: [],
    units: [],
    policy: { version: 1 },
  },
} as unknown as RecordingHead;

function command(order: number, at = order * 1_000): RecordedCommand {
  const actor = { kind: 'account', id: 'trainer', role: 'controller' } as const;
  return {
    kind: 'command',
    order,
    at: exerciseTime(at),
    id: commandId(`c${order}`),
    type: 'SetSpeed',
    data: { speed: order },
    actor,
  };
}

const LINES: readonly RecordingLine[] = [
  head,
  command(1),
  command(2),
  command(3),
  { kind: 'marks', from: 1, hashes: '0123456789abcdef' },
  { kind: 'end', status: 'ended', commands: 3, events: 2, advancedTo: exerciseTime(60_000), hash: HASH },
];

function written(lines: readonly RecordingLine[] = LINES): string {
  const writer = new RecordingWriter();
  return lines.map((line) => writer.line(line)).join('');
}

/** As a file is read. */
function read(text: string): RecordingLine[] {
  const reader = new RecordingReader();
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const read = lines.map((line) => reader.line(Buffer.from(line)));
  if (rest !== '') read.push(reader.line(Buffer.from(rest), true));
  reader.end();
  return read;
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

/** With valid seals, as somebody who means it would write it. */
const faultOfLines = (...lines: readonly unknown[]) => faultOf(written(lines as readonly RecordingLine[]));

describe('a recording', () => {
  it('reads as it was written', () => {
    expect(read(written())).toEqual(LINES);
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

  it('is whole without its last line feed', () => {
    expect(read(written().slice(0, -1))).toHaveLength(LINES.length);
  });

  it('that was changed by hand is told with the line, whatever was changed', () => {
    const lines = written().split('\n').slice(0, -1);
    const digits = lines.flatMap((line, index) =>
      [...line.matchAll(/\d/g)].map((found) => ({ index, at: found.index, digit: found[0] })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...digits), ({ index, at, digit }) => {
        const line = lines[index] ?? '';
        const changed = `${line.slice(0, at)}${(Number(digit) + 1) % 10}${line.slice(at + 1)}`;
        const { code, line: told } = faultOf(`${lines.with(index, changed).join('\n')}\n`);
        // A version that was changed is another version.
        const isVersion = index === 0 && line.slice(0, at).endsWith('"recording","version":');
        expect(code).toBe(isVersion ? 'RECORDING_VERSION' : 'RECORDING_CHANGED');
        expect(told).toBe(index + 1);
      }),
    );
  });

  it('from which a line was taken, or to which one was added, is told with the place', () => {
    const lines = written().split('\n');
    expect(faultOf(lines.toSpliced(2, 1).join('\n'))).toEqual({ code: 'RECORDING_CHANGED', line: 3 });
    expect(faultOf(lines.toSpliced(2, 0, lines[1] ?? '').join('\n'))).toEqual({ code: 'RECORDING_CHANGED', line: 3 });
    expect(faultOf(written() + lines[1] + '\n')).toEqual({ code: 'RECORDING_CHANGED', line: 7 });
  });

  it('of another version is told as such, however it is sealed', () => {
    expect(faultOfLines({ ...head, version: 3 })).toEqual({ code: 'RECORDING_VERSION', line: 1 });
  });

  it.each([
    ['of another engine', { ...head, engine: ENGINE_VERSION + 1 }, ENGINE_VERSION + 1],
    ['of the first version, which named no engine', { ...head, version: 1, engine: undefined }, 1],
  ])('%s is not replayed by our rules', (_what, first, engine) => {
    const text = written([first as RecordingHead, ...LINES.slice(1)]);
    expect(() => read(text)).toThrow(
      `The recording was made by engine version ${engine}; this Tandem has version ${ENGINE_VERSION}, whose rules differ. Replay it with the version that made it.`,
    );
    expect(faultOf(text)).toEqual({ code: 'RECORDING_ENGINE', line: 1 });
  });

  it.each([
    ['an empty file', []],
    ['another first line', [command(1)]],
    ['a second scenario', [head, head]],
    ['a gap in the commands', [head, command(2)]],
    ['a command before the one before it', [head, command(1, 5), command(2, 4)]],
    ['a gap in the marks', [head, { kind: 'marks', from: 2, hashes: '01234567' }]],
    ['a count that is wrong', [head, { ...LINES[5], commands: 1, events: 0 }]],
    ['an unknown key', [head, { ...command(1), more: 1 }]],
    ['a scenario without units', [{ ...head, scenario: { ...head.scenario, units: undefined } }]],
  ])('refuses %s, be it sealed', (_what, lines) => {
    expect(faultOfLines(...lines).code).toBe('RECORDING_INVALID');
  });
});

describe('a seal', () => {
  it('comes off as it was put on', () => {
    const seal = sealOf('before', '{"a":1}');
    expect(unsealed(sealed('{"a":1}', seal))).toEqual({ json: '{"a":1}', seal });
    expect(unsealed('{"a":1}')).toBeUndefined();
  });

  it('hangs on the line before', () => {
    expect(sealOf('one', '{}')).not.toBe(sealOf('two', '{}'));
  });
});
