/** Recordings without a live run: the commands are run in virtual time, and written as an export writes them. */
import { after, STARTEX } from '#domain/kernel/exercise-time.js';
import {
  MARK_LENGTH,
  RECORDING_VERSION,
  type RecordingEnd,
  type RecordingHead,
  type RecordingLine,
} from '#contracts/recording/recording-lines.js';
import { RecordingWriter } from '#log/write-recording.js';
import { runRecorded } from '#domain/engine/virtual-run.js';
import type { TimedCommand } from '#domain/kernel/command.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { GENESIS_HASH, HashChain } from '#log/hash-chain.js';

/** To ENDEX. @param change of the lines, before they are sealed */
export function recordingOf(
  scenario: Scenario,
  commands: readonly TimedCommand[],
  change: (line: RecordingLine) => RecordingLine = (line) => line,
): string {
  const chain = new HashChain(GENESIS_HASH);
  const until = after(STARTEX, scenario.durationMs);
  const run = runRecorded({ scenario, seed: scenario.seed, commands, until });
  const hashes = [...run].flat().map((event) => chain.add(event).hash);
  const head: RecordingHead = {
    kind: 'recording',
    version: RECORDING_VERSION,
    engine: ENGINE_VERSION,
    marking: 'EXERCISE',
    exercise: 'EX-recorded',
    seed: scenario.seed,
    scenario,
  };
  const end: RecordingEnd = {
    kind: 'end',
    status: 'ended',
    commands: commands.length,
    events: hashes.length,
    advancedTo: until,
    hash: chain.lastHash,
  };
  const marks = hashes.map((hash) => hash.slice(0, MARK_LENGTH)).join('');
  const lines: RecordingLine[] = [
    head,
    ...commands.map((command, index) => ({ kind: 'command' as const, order: index + 1, ...command })),
    { kind: 'marks', from: 1, hashes: marks },
    end,
  ];
  const writer = new RecordingWriter();
  return lines.map((line) => writer.line(change(line))).join('');
}
